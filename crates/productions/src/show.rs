//! How the slice's pages write what they have: ranges and zones.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use web::Page;

use crate::MoneyRange;
use crate::record::PercentRange;

/// `$250K – $1M`, `up to $250K`, `over $20M`
pub(crate) fn band(page: &Page, range: &MoneyRange) -> String {
    let phrase = match (range.least(), range.most()) {
        (Some(least), Some(most)) if least == most => return page.money_rounded(least),
        (Some(least), Some(most)) => {
            page.say("range-between").with("least", page.money_rounded(least)).with("most", page.money_rounded(most))
        }
        (None, Some(most)) => page.say("range-up-to").with("most", page.money_rounded(most)),
        (Some(least), None) => page.say("range-from").with("least", page.money_rounded(least)),
        (None, None) => return String::new(),
    };
    phrase.to_string()
}

/// What an estimate came to.
pub(crate) fn figure(page: &Page, figure: Option<&MoneyRange>) -> String {
    figure.map_or_else(|| page.say("estimates-no-figure").to_string(), |range| band(page, range))
}

/// `20–40%`
pub(crate) fn chance(page: &Page, range: &PercentRange) -> String {
    let share =
        |hundredths: i64| page.percent(kernel::Exact::fraction(hundredths.into(), 100).unwrap_or(kernel::Exact::ZERO));
    match range.least() == range.most() {
        true => share(range.least()),
        false => {
            page.say("range-between").with("least", share(range.least())).with("most", share(range.most())).to_string()
        }
    }
}

/// `Paris (UTC+1)`: the name of a zone's city and how far it is now.
pub(crate) fn zone_name(page: &Page, zone: &str, now: Timestamp) -> String {
    let Ok(zone) = TimeZone::get(zone) else { return zone.to_owned() };
    let city = page.locale().city(&zone);
    let seconds = zone.to_offset(now).seconds();
    let (hours, minutes) = (seconds / 3600, (seconds.abs() % 3600) / 60);
    let sign = if hours < 0 { '\u{2212}' } else { '+' };
    let hours = hours.abs();
    match minutes {
        0 => format!("{city} (UTC{sign}{hours})"),
        _ => format!("{city} (UTC{sign}{hours}:{minutes:02})"),
    }
}
