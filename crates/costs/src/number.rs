//! Numbers as people type them: `1 234 567,89`, `1,234,567.89`, `(1 200)`, `15-`, `₸ 500`.

use kernel::Currency;
use serde::{Deserialize, Serialize};

use crate::{decimal::Decimal, names::Names, sheet::is_blank};

/// Which sign a column puts before its decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    Comma,
    Point,
}

/// A number that was read, with the currency that stood beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Written {
    pub(crate) number: Decimal,
    pub(crate) currency: Option<Currency>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberFault {
    /// A dash or nothing: the cell says that there is no number.
    Nothing,
    NotANumber,
    /// `1,234` may be a thousand or one and a bit.
    Ambiguous,
    /// `1.5 млн`, `12k`: rounded by its writer, so not taken for an amount.
    InWords,
    Percent,
}

/// Reads a number. `mark` is what the rest of the column has shown; without it `1,234` stays ambiguous.
pub(crate) fn read(text: &str, mark: Option<DecimalMark>, names: &Names) -> Result<Written, NumberFault> {
    let text = text.trim_matches(is_blank);
    if text.is_empty() || text.chars().all(|sign| matches!(sign, '-' | '–' | '—' | '−')) {
        return Err(NumberFault::Nothing);
    }
    let (mut text, mut negative) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inside) => (inside.trim_matches(is_blank), true),
        None => (text, false),
    };
    let mut currency = None;
    // The sign of a negative number and the currency come in any order: `-$5`, `$ -5`, `5- USD`.
    loop {
        let before = text;
        let minus = |sign: char| matches!(sign, '-' | '−' | '–');
        if let Some(rest) = text.strip_prefix(minus).or_else(|| text.strip_suffix(minus)) {
            if negative {
                return Err(NumberFault::NotANumber);
            }
            (text, negative) = (rest.trim_matches(is_blank), true);
        }
        if let Some(rest) = text.strip_prefix('+') {
            text = rest.trim_start_matches(is_blank);
        }
        if text.ends_with('%') {
            return Err(NumberFault::Percent);
        }
        let digit = |sign: char| sign.is_ascii_digit();
        let (head, tail) = match (text.find(digit), text.rfind(digit)) {
            (Some(first), Some(last)) => (text.get(..first).unwrap_or(""), text.get(last + 1..).unwrap_or("")),
            _ => return Err(NumberFault::NotANumber),
        };
        let word = |part: &str| part.trim_matches(|sign: char| is_blank(sign) || minus(sign)).to_owned();
        for part in [word(head), word(tail)] {
            // `.5` and `5.` keep their point.
            if part.is_empty() || part == "." || part == "," {
                continue;
            }
            if names.is_multiplier(&part) {
                return Err(NumberFault::InWords);
            }
            let named = names.currency(&part).ok_or(NumberFault::NotANumber)?;
            if currency.replace(named).is_some_and(|other| other != named) {
                return Err(NumberFault::NotANumber);
            }
        }
        let head_kept = head.rfind(['.', ',']).filter(|_| word(head) == "." || word(head) == ",");
        let from = head_kept.unwrap_or(head.len());
        let has_minus = head.contains(minus) || tail.contains(minus);
        if has_minus {
            if negative {
                return Err(NumberFault::NotANumber);
            }
            negative = true;
        }
        text = text.get(from..text.len() - tail.len()).unwrap_or("");
        if text == before || text.chars().next().is_some_and(digit) {
            break;
        }
    }
    let number = read_digits(text, mark)?;
    Ok(Written { number: if negative { number.negated() } else { number }, currency })
}

/// What one cell shows about its column's decimal sign.
pub(crate) fn evidence(text: &str) -> Option<DecimalMark> {
    let first = text.find(|sign: char| sign.is_ascii_digit())?;
    let last = text.rfind(|sign: char| sign.is_ascii_digit())?;
    let body = text.get(first..=last)?;
    match shape(body) {
        Shape::Sure { mark, .. } => mark,
        Shape::GroupsOf(DecimalMark::Comma) => Some(DecimalMark::Point),
        Shape::GroupsOf(DecimalMark::Point) => Some(DecimalMark::Comma),
        Shape::Either | Shape::Wrong => None,
    }
}

/// The decimal sign of a column in which every mark parts off exactly three digits: with three different numbers
/// like that, they are thousands, for hardly any money has three decimals.
pub(crate) fn evidence_of_groups<'a>(texts: impl Iterator<Item = &'a str>) -> Option<DecimalMark> {
    let mut seen: Vec<&str> = Vec::new();
    let mut marks = Vec::new();
    for text in texts {
        let digit = |sign: char| sign.is_ascii_digit();
        let Some((first, last)) = text.find(digit).zip(text.rfind(digit)) else { continue };
        let body = text.get(first..=last).unwrap_or_default();
        if matches!(shape(body), Shape::Either) && !seen.contains(&body) {
            seen.push(body);
            marks.push(if body.contains(',') { DecimalMark::Comma } else { DecimalMark::Point });
        }
        if seen.len() == 8 {
            break;
        }
    }
    let first = marks.first()?;
    (marks.len() >= 3 && marks.iter().all(|mark| mark == first)).then(|| other(*first))
}

enum Shape {
    /// What stands after the mark, if there is one, are decimals.
    Sure {
        mark: Option<DecimalMark>,
    },
    /// The mark occurs several times, so it parts groups of three.
    GroupsOf(DecimalMark),
    /// One mark with three digits after it.
    Either,
    Wrong,
}

fn sign(mark: DecimalMark) -> char {
    match mark {
        DecimalMark::Comma => ',',
        DecimalMark::Point => '.',
    }
}

fn other(mark: DecimalMark) -> DecimalMark {
    match mark {
        DecimalMark::Comma => DecimalMark::Point,
        DecimalMark::Point => DecimalMark::Comma,
    }
}

fn is_group_space(character: char) -> bool {
    character == '\'' || character == '’' || (character.is_whitespace() && !character.is_control())
}

fn shape(body: &str) -> Shape {
    let count = |wanted: char| body.chars().filter(|character| *character == wanted).count();
    let last_of = |mark: DecimalMark| Shape::Sure { mark: Some(mark) };
    match (count(','), count('.')) {
        (0, 0) => Shape::Sure { mark: None },
        (1, 1) => match body.rfind(',') > body.rfind('.') {
            true => last_of(DecimalMark::Comma),
            false => last_of(DecimalMark::Point),
        },
        (1, 0) => single(body, DecimalMark::Comma),
        (0, 1) => single(body, DecimalMark::Point),
        (_, 0) => Shape::GroupsOf(DecimalMark::Comma),
        (0, _) => Shape::GroupsOf(DecimalMark::Point),
        (_, 1) => last_of(DecimalMark::Point),
        (1, _) => last_of(DecimalMark::Comma),
        _ => Shape::Wrong,
    }
}

fn single(body: &str, mark: DecimalMark) -> Shape {
    let (whole, decimals) = body.split_once(sign(mark)).unwrap_or((body, ""));
    let whole_digits = whole.chars().filter(char::is_ascii_digit).count();
    let could_be_group = decimals.len() == 3
        && (1..=3).contains(&whole_digits)
        && !whole.starts_with('0')
        && !whole.chars().any(is_group_space);
    if could_be_group { Shape::Either } else { Shape::Sure { mark: Some(mark) } }
}

fn read_digits(body: &str, column: Option<DecimalMark>) -> Result<Decimal, NumberFault> {
    let mark = match shape(body) {
        Shape::Sure { mark } => mark,
        Shape::GroupsOf(mark) => Some(other(mark)),
        Shape::Either => Some(column.ok_or(NumberFault::Ambiguous)?),
        Shape::Wrong => return Err(NumberFault::NotANumber),
    };
    let (whole, decimals) = match mark.and_then(|mark| body.rsplit_once(sign(mark))) {
        Some((whole, decimals)) => (whole, decimals),
        None => (body, ""),
    };
    if !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(NumberFault::NotANumber);
    }
    let group_mark = mark.map(|mark| sign(other(mark)));
    let is_separator = |character: char| is_group_space(character) || Some(character) == group_mark;
    let groups: Vec<&str> = whole.split(is_separator).collect();
    let well_grouped = groups.iter().enumerate().all(|(place, group)| {
        let all_digits = group.bytes().all(|digit| digit.is_ascii_digit());
        let length_fits = match place {
            0 => groups.len() == 1 || (1..=3).contains(&group.len()),
            _ => group.len() == 3,
        };
        all_digits && length_fits
    });
    if !well_grouped || (whole.is_empty() && decimals.is_empty()) {
        return Err(NumberFault::NotANumber);
    }
    let mut number = 0_i128;
    for digit in groups.iter().flat_map(|group| group.bytes()).chain(decimals.bytes()) {
        let next = number.checked_mul(10).and_then(|number| number.checked_add(i128::from(digit - b'0')));
        number = next.ok_or(NumberFault::NotANumber)?;
    }
    let places = u8::try_from(decimals.len()).ok().filter(|places| *places <= 30);
    Ok(Decimal::new(number, places.ok_or(NumberFault::NotANumber)?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{DecimalMark, NumberFault, evidence, read};
    use crate::names::Names;

    fn shown(text: &str, mark: Option<DecimalMark>) -> String {
        match read(text, mark, Names::shipped()) {
            Ok(written) => match written.currency {
                Some(currency) => format!("{} {currency}", written.number),
                None => written.number.to_string(),
            },
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn numbers_are_read_as_they_are_typed() {
        for (text, expected) in [
            ("1 234 567,89", "1234567.89"),
            ("1\u{a0}234\u{a0}567,89", "1234567.89"),
            ("1\u{202f}234,5", "1234.5"),
            ("1,234,567.89", "1234567.89"),
            ("1.234.567,89", "1234567.89"),
            ("1'234.50", "1234.5"),
            ("(1 234)", "-1234"),
            ("(1 234,50 ₸)", "-1234.5 KZT"),
            ("15-", "-15"),
            ("−15", "-15"),
            ("- 15", "-15"),
            ("$1,000.00", "1000 USD"),
            ("-$5", "-5 USD"),
            ("$-5", "-5 USD"),
            ("$ 1 000 000", "1000000 USD"),
            ("500 тг.", "500 KZT"),
            ("EUR 12,5", "12.5 EUR"),
            ("12,50 €", "12.5 EUR"),
            ("0,125", "0.125"),
            ("1234,567", "1234.567"),
            ("007", "7"),
            (".5", "0.5"),
            ("+3", "3"),
        ] {
            assert_eq!(shown(text, None), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_a_plain_number_is_not_guessed() {
        for (text, expected) in [
            ("", "Nothing"),
            ("—", "Nothing"),
            ("1.5 млн", "InWords"),
            ("12k", "InWords"),
            ("тыс. 5", "InWords"),
            ("5 %", "Percent"),
            ("12 34", "NotANumber"),
            ("1,23,4.5", "NotANumber"),
            ("1.2.3", "NotANumber"),
            ("12 шт", "NotANumber"),
            ("-5-", "NotANumber"),
            ("$5 EUR", "NotANumber"),
            ("01.03.2026", "NotANumber"),
            ("abc", "NotANumber"),
        ] {
            assert_eq!(shown(text, None), expected, "{text}");
        }
    }

    #[test]
    fn three_digits_after_one_mark_need_the_column() {
        assert_eq!(read("1,234", None, Names::shipped()), Err(NumberFault::Ambiguous));
        assert_eq!(shown("1,234", Some(DecimalMark::Point)), "1234");
        assert_eq!(shown("1,234", Some(DecimalMark::Comma)), "1.234");
        assert_eq!(evidence("1,234"), None);
        assert_eq!(evidence("1,234.5"), Some(DecimalMark::Point));
        assert_eq!(evidence("1 234,5"), Some(DecimalMark::Comma));
        assert_eq!(evidence("1.234.567"), Some(DecimalMark::Comma));
        assert_eq!(evidence("1234"), None);
    }

    /// How offices print an amount.
    fn printed(minor: i64, group: &str, mark: char) -> String {
        let (whole, cents) = (minor.unsigned_abs() / 100, minor.unsigned_abs() % 100);
        let digits = whole.to_string();
        let mut out = String::from(if minor < 0 { "-" } else { "" });
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place) % 3 == 0 {
                out.push_str(group);
            }
            out.push(digit);
        }
        format!("{out}{mark}{cents:02}")
    }

    proptest! {
        #[test]
        fn every_printed_amount_is_read_back(minor in -1_000_000_000_000_i64..1_000_000_000_000) {
            let ways = [(" ", ','), ("\u{a0}", ','), ("\u{202f}", ','), (",", '.'), (".", ','), ("", '.'), ("", ','), ("'", '.')];
            for (group, mark) in ways {
                let text = printed(minor, group, mark);
                let written = read(&text, None, Names::shipped()).map_err(|fault| TestCaseError::fail(format!("{text}: {fault:?}")))?;
                let money = written.number.money("KZT".parse().unwrap()).unwrap().money;
                prop_assert_eq!(money.minor(), minor, "{}", text);
            }
        }

        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = read(&text, None, Names::shipped());
            let _ = evidence(&text);
        }
    }
}
