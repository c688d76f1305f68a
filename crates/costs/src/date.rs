//! Days as people type them: `01.03.2026`, `2026-03-01`, `1 марта 2026 г.`, `March 1, 2026`.

use kernel::Day;
use serde::{Deserialize, Serialize};

use crate::{names::Names, sheet::is_blank};

/// Which part of `1/3/2026` comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOrder {
    DayFirst,
    MonthFirst,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateFault {
    NotADay,
    /// `1/3/2026` is in March or in January.
    Ambiguous,
}

/// Reads a day; a time of day after it is passed over. `order` is what the rest of the column has shown.
pub(crate) fn read(text: &str, order: Option<DayOrder>, names: &Names) -> Result<Day, DateFault> {
    let parts = parts(text);
    let whole = |part: &Part| part.number;
    match parts.as_slice() {
        [year, month, day] if year.digits == 4 => {
            build(whole(year), month.number.or(names.month(month.text)), whole(day))
        }
        [first, second, year] if year.digits == 4 || year.digits == 2 => {
            let year_number = whole(year).map(|number| if year.digits == 2 { century(number) } else { number });
            match (names.month(first.text), names.month(second.text)) {
                (None, Some(month)) => build(year_number, Some(month), whole(first)),
                (Some(month), None) => build(year_number, Some(month), whole(second)),
                (None, None) => numeric(text, first, second, year_number, order),
                (Some(_), Some(_)) => Err(DateFault::NotADay),
            }
        }
        // `2026 ж. 1 наурыз` comes as year, day, month.
        _ => Err(DateFault::NotADay),
    }
    .or_else(|fault| match parts.as_slice() {
        [year, day, month] if year.digits == 4 && month.number.is_none() => {
            build(whole(year), names.month(month.text), whole(day))
        }
        _ => Err(fault),
    })
}

/// What one cell shows about its column: `25/12/2025` puts the day first.
pub(crate) fn evidence(text: &str) -> Option<DayOrder> {
    match parts(text).as_slice() {
        [first, second, year] if year.number.is_some() && first.digits <= 2 && text.contains(['/', '-']) => {
            match (first.number?, second.number?) {
                (13..=31, 1..=12) => Some(DayOrder::DayFirst),
                (1..=12, 13..=31) => Some(DayOrder::MonthFirst),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A day from a spreadsheet's count of days. Excel's 1900 calendar has a 29 February 1900 that never was.
pub(crate) fn from_serial(serial: i64, from_1904: bool) -> Option<Day> {
    let unix = match (from_1904, serial) {
        (true, _) => serial.checked_sub(24_107)?,
        (false, 61..) => serial.checked_sub(25_569)?,
        (false, 1..=59) => serial.checked_sub(25_568)?,
        (false, _) => return None,
    };
    Day::from_number(i32::try_from(unix).ok()?).filter(|day| (1900..=2200).contains(&day.year()))
}

struct Part<'a> {
    text: &'a str,
    number: Option<i64>,
    /// How many digits it has; none if it is a word.
    digits: usize,
}

/// The day's three parts, without a time after them and without `г.`, `ж.` and the like.
fn parts(text: &str) -> Vec<Part<'_>> {
    let text = text.trim_matches(is_blank);
    let is_divider = |sign: char| is_blank(sign) || matches!(sign, '.' | '/' | '-' | ',' | '–');
    let mut parts = Vec::new();
    let stamp = text.split_once(['T', 't']).filter(|(day, _)| day.len() == 10 && day.starts_with(char::is_numeric));
    let text = stamp.map_or(text, |(day, _)| day);
    for piece in text.split(is_divider).filter(|piece| !piece.is_empty()) {
        let is_number = piece.len() <= 4 && piece.bytes().all(|digit| digit.is_ascii_digit());
        let is_year_word = matches!(piece, "г" | "год" | "года" | "ж" | "жыл" | "жылғы" | "of");
        if piece.contains(':') || is_year_word || parts.len() > 3 {
            continue;
        }
        let ordinal = piece.strip_suffix("st").or(piece.strip_suffix("nd")).or(piece.strip_suffix("rd"));
        let ordinal = ordinal.or(piece.strip_suffix("th")).filter(|digits| digits.parse::<u8>().is_ok());
        let text = ordinal.unwrap_or(piece);
        let number = (is_number || ordinal.is_some()).then(|| text.parse().ok()).flatten();
        parts.push(Part { text, number, digits: if number.is_some() { text.len() } else { 0 } });
    }
    parts
}

fn numeric(
    text: &str,
    first: &Part<'_>,
    second: &Part<'_>,
    year: Option<i64>,
    order: Option<DayOrder>,
) -> Result<Day, DateFault> {
    let day_first = || build(year, second.number, first.number);
    let month_first = || build(year, first.number, second.number);
    // With points it is always the day that comes first.
    let dotted = !text.contains(['/', '-', '–']);
    match (dotted, order) {
        (true, _) | (false, Some(DayOrder::DayFirst)) => day_first(),
        (false, Some(DayOrder::MonthFirst)) => month_first(),
        (false, None) => match (day_first(), month_first()) {
            (Ok(one), Ok(another)) if one != another => Err(DateFault::Ambiguous),
            (Ok(day), _) | (_, Ok(day)) => Ok(day),
            (Err(fault), Err(_)) => Err(fault),
        },
    }
}

fn century(year: i64) -> i64 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

fn build(year: Option<i64>, month: Option<i64>, day: Option<i64>) -> Result<Day, DateFault> {
    let day = (|| {
        let year = i16::try_from(year?).ok().filter(|year| (1900..=2200).contains(year))?;
        Day::new(year, i8::try_from(month?).ok()?, i8::try_from(day?).ok()?)
    })();
    day.ok_or(DateFault::NotADay)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{DayOrder, evidence, from_serial, read};
    use crate::names::Names;

    fn shown(text: &str, order: Option<DayOrder>) -> String {
        match read(text, order, Names::shipped()) {
            Ok(day) => day.to_string(),
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn days_are_read_as_they_are_typed() {
        for text in [
            "01.03.2026",
            "1.3.26",
            "2026-03-01",
            "2026/03/01",
            "2026.03.01",
            "2026-03-01T00:00:00",
            "01.03.2026 14:05",
            "1 марта 2026 г.",
            "01 мар. 2026",
            "2026 ж. 1 наурыз",
            "1 наурыз 2026 ж.",
            "1 March 2026",
            "March 1, 2026",
            "Mar 1st, 2026",
            "01-Mar-26",
            "01-Mar-2026",
        ] {
            assert_eq!(shown(text, None), "2026-03-01", "{text}");
        }
    }

    #[test]
    fn a_day_that_could_be_two_days_is_not_guessed() {
        assert_eq!(shown("1/3/2026", None), "Ambiguous");
        assert_eq!(shown("1/3/2026", Some(DayOrder::DayFirst)), "2026-03-01");
        assert_eq!(shown("1/3/2026", Some(DayOrder::MonthFirst)), "2026-01-03");
        assert_eq!(shown("25/12/2025", None), "2025-12-25");
        assert_eq!(shown("3/3/2026", None), "2026-03-03");
        assert_eq!(evidence("25/12/2025"), Some(DayOrder::DayFirst));
        assert_eq!(evidence("12/25/2025"), Some(DayOrder::MonthFirst));
        assert_eq!(evidence("1/3/2026"), None);
    }

    #[test]
    fn what_is_not_a_day_is_refused() {
        for text in ["", "30.02.2026", "1234", "март", "1.2", "Catering 1 2 3", "99.99.9999", "0000-00-00"] {
            assert_eq!(shown(text, None), "NotADay", "{text}");
        }
    }

    #[test]
    fn serials_count_from_1900_or_1904() {
        let day = |serial, from_1904| from_serial(serial, from_1904).map(|day| day.to_string());
        assert_eq!(day(46_082, false), Some("2026-03-01".into()));
        assert_eq!(day(46_082 - 1_462, true), Some("2026-03-01".into()));
        assert_eq!(day(1, false), Some("1900-01-01".into()));
        assert_eq!(day(60, false), None);
        assert_eq!(day(61, false), Some("1900-03-01".into()));
        assert_eq!(day(i64::MAX, true), None);
    }

    proptest! {
        #[test]
        fn every_printed_day_is_read_back(number in -25_000_i32..80_000) {
            let day = kernel::Day::from_number(number).unwrap();
            let (year, month, date) = (day.year(), day.month(), day.day_of_month());
            let dotted = format!("{date:02}.{month:02}.{year}");
            prop_assert_eq!(shown(&dotted, None), day.to_string());
            prop_assert_eq!(shown(&day.to_string(), None), day.to_string());
            prop_assert_eq!(shown(&format!("{month}/{date}/{year}"), Some(DayOrder::MonthFirst)), day.to_string());
        }

        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = read(&text, None, Names::shipped());
            let _ = evidence(&text);
        }
    }
}
