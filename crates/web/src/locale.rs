use icu_calendar::Iso;
use icu_datetime::fieldsets::zone::ExemplarCity;
use icu_datetime::fieldsets::{E, YM, YMD, YMDE, YMDT};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::{DateTimeFormatter, NoCalendarFormatter, fieldsets};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_time::zone::IanaParser;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::{Day, Exact, Rounding};

/// How one language, in one country, writes numbers and days.
pub struct Locale {
    number: DecimalFormatter,
    day: DateTimeFormatter<YMD>,
    moment: DateTimeFormatter<YMDT>,
    month: DateTimeFormatter<YM>,
    weekday: DateTimeFormatter<E>,
    weekday_and_day: DateTimeFormatter<YMDE>,
    city: NoCalendarFormatter<ExemplarCity>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a locale that dates and numbers can be written in; write it as `kk-KZ`")]
pub struct UnknownLocale(pub String);

impl Locale {
    pub fn new(tag: &str) -> Result<Self, UnknownLocale> {
        let unknown = || UnknownLocale(tag.to_owned());
        let locale: icu_locale_core::Locale = tag.parse().map_err(|_| unknown())?;
        let number = DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default());
        let day = DateTimeFormatter::try_new((&locale).into(), YMD::long());
        let moment = DateTimeFormatter::try_new((&locale).into(), fieldsets::YMD::short().with_time_hm());
        let month = DateTimeFormatter::try_new((&locale).into(), YM::long());
        let weekday = DateTimeFormatter::try_new((&locale).into(), E::short());
        let weekday_and_day = DateTimeFormatter::try_new((&locale).into(), YMDE::long());
        let city = NoCalendarFormatter::try_new((&locale).into(), ExemplarCity);
        Ok(Self {
            number: number.map_err(|_| unknown())?,
            day: day.map_err(|_| unknown())?,
            moment: moment.map_err(|_| unknown())?,
            month: month.map_err(|_| unknown())?,
            weekday: weekday.map_err(|_| unknown())?,
            weekday_and_day: weekday_and_day.map_err(|_| unknown())?,
            city: city.map_err(|_| unknown())?,
        })
    }

    /// With at most so many decimals, rounded half up; zeros at the end are left away.
    pub fn number(&self, number: &Exact, most_decimals: u8) -> String {
        let decimal = rounded(number, most_decimals);
        let shortest =
            if decimal.contains('.') { decimal.trim_end_matches('0').trim_end_matches('.') } else { &decimal };
        self.grouped(shortest)
    }

    /// With exactly so many decimals, rounded half up.
    pub fn fixed(&self, number: &Exact, decimals: u8) -> String {
        self.grouped(&rounded(number, decimals))
    }

    /// `2025 ж. 1 наурыз`, `1 марта 2025 г.`, `1 March 2025`
    pub fn day(&self, day: Day) -> String {
        iso_date(day).map_or_else(|| day.to_string(), |date| unbroken(self.day.format(&date).to_string()))
    }

    /// `Friday, 18 September 2026`: for deadlines.
    pub fn weekday_and_day(&self, day: Day) -> String {
        iso_date(day).map_or_else(|| day.to_string(), |date| unbroken(self.weekday_and_day.format(&date).to_string()))
    }

    /// `November 2026`
    pub fn month(&self, day: Day) -> String {
        iso_date(day).map_or_else(|| day.to_string(), |date| unbroken(self.month.format(&date).to_string()))
    }

    /// `Fri`, for the head of a calendar.
    pub fn weekday(&self, day: Day) -> String {
        iso_date(day).map_or_else(|| day.to_string(), |date| self.weekday.format(&date).to_string())
    }

    /// The city by which people know a zone: `Almaty`, `Алматы`.
    pub fn city(&self, zone: &TimeZone) -> String {
        let Some(name) = zone.iana_name() else { return String::new() };
        self.city.format(&IanaParser::new().parse(name).without_offset()).to_string()
    }

    /// Short, with the time in that zone. Never for deadlines: those say the day in words.
    pub fn moment(&self, moment: Timestamp, zone: &TimeZone) -> String {
        let local = moment.to_zoned_datetime(zone.clone()).datetime();
        let (month, day) = (local.month().unsigned_abs(), local.day().unsigned_abs());
        let (hour, minute) = (local.hour().unsigned_abs(), local.minute().unsigned_abs());
        match (Date::try_new_iso(local.year().into(), month, day), Time::try_new(hour, minute, 0, 0)) {
            (Ok(date), Ok(time)) => unbroken(self.moment.format(&DateTime { date, time }).to_string()),
            _ => moment.to_string(),
        }
    }

    /// Groups of digits as the language writes them; the sign is the typographic minus.
    fn grouped(&self, plain: &str) -> String {
        let (sign, digits) = match plain.strip_prefix('-') {
            Some(digits) => ("\u{2212}", digits),
            None => ("", plain),
        };
        match digits.parse::<Decimal>() {
            Ok(decimal) => format!("{sign}{}", unbroken(self.number.format(&decimal).to_string())),
            Err(_) => plain.to_owned(),
        }
    }
}

fn iso_date(day: Day) -> Option<Date<Iso>> {
    let (month, number) = (day.month().unsigned_abs(), day.day_of_month().unsigned_abs());
    Date::try_new_iso(day.year().into(), month, number).ok()
}

/// `-1234.50`, half up. A number too large to be scaled is printed as the exact fraction that it is.
fn rounded(number: &Exact, decimals: u8) -> String {
    let scaled = 10_i128
        .checked_pow(decimals.into())
        .and_then(|scale| number.times(&Exact::whole(scale)))
        .and_then(|scaled| Rounding::HalfUp.divide(scaled.numerator(), scaled.denominator()));
    let Some(scaled) = scaled else { return number.to_string() };
    let sign = if scaled < 0 { "-" } else { "" };
    let width = usize::from(decimals);
    let digits = format!("{:0>1$}", scaled.unsigned_abs(), width + 1);
    match digits.split_at_checked(digits.len() - width) {
        Some((whole, rest)) if width > 0 => format!("{sign}{whole}.{rest}"),
        _ => format!("{sign}{digits}"),
    }
}

/// Narrow and ordinary no-break spaces look different in one column: one kind is enough.
fn unbroken(text: String) -> String {
    text.replace('\u{202f}', "\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::Locale;
    use jiff::tz::TimeZone;

    fn locales() -> [Locale; 3] {
        ["kk-KZ", "ru-KZ", "en-GB"].map(|tag| Locale::new(tag).unwrap())
    }

    #[test]
    fn digits_are_grouped_as_each_language_does() {
        let number = "1234567.891".parse().unwrap();
        let written = locales().map(|locale| locale.number(&number, 3));
        assert_eq!(written, ["1\u{a0}234\u{a0}567,891", "1\u{a0}234\u{a0}567,891", "1,234,567.891"]);
    }

    #[test]
    fn a_day_is_written_in_the_order_of_its_language() {
        let day = "2025-03-01".parse().unwrap();
        let written = locales().map(|locale| locale.day(day));
        assert_eq!(written, ["2025\u{a0}ж. 1 наурыз", "1 марта 2025\u{a0}г.", "1 March 2025"]);
    }

    #[test]
    fn a_moment_is_written_in_its_zone() {
        let (moment, zone) = ("2025-03-01T09:05:00Z".parse().unwrap(), TimeZone::get("Asia/Almaty").unwrap());
        let written = locales().map(|locale| locale.moment(moment, &zone));
        assert_eq!(written, ["01.03.25, 14:05", "01.03.2025, 14:05", "01/03/2025, 14:05"]);
    }

    #[test]
    fn a_deadline_has_its_weekday_and_its_city() {
        let day = "2026-09-18".parse().unwrap();
        let written = locales().map(|locale| locale.weekday_and_day(day));
        let expected =
            ["2026\u{a0}ж. 18 қыркүйек, жұма", "пятница, 18 сентября 2026\u{a0}г.", "Friday, 18 September 2026"];
        assert_eq!(written, expected);
        let days = locales().map(|locale| (locale.month(day), locale.weekday(day)));
        let expected = [("2026\u{a0}ж. қыркүйек", "жм"), ("сентябрь 2026\u{a0}г.", "пт"), ("September 2026", "Fri")];
        assert_eq!(days, expected.map(|(month, weekday)| (month.to_owned(), weekday.to_owned())));
        let city = |name: &str| locales().map(|locale| locale.city(&TimeZone::get(name).unwrap()));
        assert_eq!(city("Asia/Almaty"), ["Алматы", "Алматы", "Almaty"]);
        assert_eq!(city("Europe/Paris"), ["Париж", "Париж", "Paris"]);
    }

    #[test]
    fn rounding_goes_half_up_and_away_from_zero() {
        let [_, _, english] = locales();
        let fixed = |text: &str, decimals| english.fixed(&text.parse().unwrap(), decimals);
        assert_eq!(fixed("2/3", 2), "0.67");
        assert_eq!(fixed("-0.005", 2), "\u{2212}0.01");
        assert_eq!(fixed("0.05", 0), "0");
        assert_eq!(fixed("1234.5", 2), "1,234.50");
        assert_eq!(english.number(&"1200".parse().unwrap(), 2), "1,200");
        assert_eq!(english.number(&"30.50".parse().unwrap(), 2), "30.5");
    }

    #[test]
    fn a_locale_is_a_tag() {
        assert!(Locale::new("not a locale").is_err());
    }
}
