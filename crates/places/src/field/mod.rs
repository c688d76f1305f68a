//! What can be said of a place: one table from which forms, pages, completeness, import and facets are made.

mod choices;
mod kinds;
mod months;
mod table;

use people::Visibility;

pub use choices::{Choice, LOOKS, find_look};
pub use kinds::{KINDS, Kind};
pub use months::{Month, Season};
pub use table::FIELDS;

/// One thing that can be said of a place.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// As files and addresses call it: `heaviest-vehicle`.
    pub key: &'static str,
    /// The key of its name.
    pub label: &'static str,
    pub group: Group,
    pub kind: ValueKind,
    pub need: Need,
    /// Who sees it unless somebody says otherwise.
    pub visibility: Visibility,
    /// Never more open than it is by itself: what belongs to an owner.
    pub is_locked: bool,
    /// Whether a list can be narrowed by it.
    pub is_facet: bool,
}

/// The parts of a page and of a form, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Identity,
    Look,
    Light,
    Space,
    Access,
    Services,
    Support,
    Rules,
    Questions,
    Owner,
}

/// Whether a place without it can be called complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Must,
    /// Only where there is a roof.
    MustIndoors,
    Should,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    /// Words in the languages of the commission; the fact's note has them.
    Words,
    /// A number with up to three decimals, and the key of its unit.
    Number(&'static str),
    Minutes,
    People,
    /// `250000 KZT`.
    Money,
    /// A short text that is the same in every language, such as the code of an airport.
    Code,
    Choice(&'static [Choice]),
    Several(&'static [Choice]),
    /// Yes, no, or ask; the note says more.
    Answer,
    /// Good, possible or no, for each month.
    Months,
    /// Where the owner is reached.
    Email,
}

/// Why a value cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueRefusal {
    NotANumber,
    NotWhole,
    NotMoney,
    NotAChoice,
    NotMonths,
    NotAnAddress,
    TooLong,
}

/// The answers to a yes-or-no question.
pub const ANSWERS: [Choice; 3] = [
    Choice { word: "yes", label: "places-yes" },
    Choice { word: "no", label: "places-no" },
    Choice { word: "ask", label: "places-ask" },
];

impl Field {
    pub fn find(key: &str) -> Option<&'static Self> {
        FIELDS.iter().find(|field| field.key == key)
    }

    /// Where it stands in the order of the table.
    pub fn position(&self) -> usize {
        FIELDS.iter().position(|field| field.key == self.key).unwrap_or(usize::MAX)
    }

    /// As the value is kept, if it can be: `1 480` is `1480`, `Yes` is `yes`.
    pub fn check(&self, typed: &str) -> Result<String, ValueRefusal> {
        let typed = typed.trim();
        if typed.is_empty() || self.kind == ValueKind::Words {
            return Ok(String::new());
        }
        match self.kind {
            ValueKind::Words => Ok(String::new()),
            ValueKind::Number(_) => number(typed, 3),
            ValueKind::Minutes | ValueKind::People => number(typed, 0),
            ValueKind::Money => {
                let money = typed.parse::<kernel::Money>().map_err(|_| ValueRefusal::NotMoney)?;
                Ok(format!("{} {}", money.decimal(), money.currency().code()))
            }
            ValueKind::Code if typed.chars().count() > 200 => Err(ValueRefusal::TooLong),
            ValueKind::Code => Ok(typed.to_owned()),
            ValueKind::Choice(choices) => chosen(choices, typed).map(str::to_owned),
            ValueKind::Several(choices) => {
                let words = typed.split([',', ';']).filter(|word| !word.trim().is_empty());
                let words = words.map(|word| chosen(choices, word)).collect::<Result<Vec<_>, _>>()?;
                let in_order = choices.iter().filter(|choice| words.contains(&choice.word)).map(|choice| choice.word);
                Ok(in_order.collect::<Vec<_>>().join(","))
            }
            ValueKind::Answer => chosen(&ANSWERS, typed).map(str::to_owned),
            ValueKind::Months => Season::read(typed).map(|season| season.letters()).ok_or(ValueRefusal::NotMonths),
            ValueKind::Email => {
                let address = mail::Address::check("", typed).map_err(|_| ValueRefusal::NotAnAddress)?;
                Ok(address.address().to_owned())
            }
        }
    }

    /// How open a fact of this field may be at most.
    pub fn least_visibility(&self) -> Visibility {
        if self.is_locked { self.visibility } else { Visibility::Public }
    }

    pub fn is_needed(&self, is_indoors: bool) -> bool {
        match self.need {
            Need::Must => true,
            Need::MustIndoors => is_indoors,
            Need::Should => false,
        }
    }

    /// What may be chosen; nothing where it is typed.
    pub fn choices(&self) -> &'static [Choice] {
        match self.kind {
            ValueKind::Choice(choices) | ValueKind::Several(choices) => choices,
            ValueKind::Answer => &ANSWERS,
            ValueKind::Words
            | ValueKind::Number(_)
            | ValueKind::Minutes
            | ValueKind::People
            | ValueKind::Money
            | ValueKind::Code
            | ValueKind::Months
            | ValueKind::Email => &[],
        }
    }
}

impl Group {
    pub const ALL: [Self; 10] = [
        Self::Identity,
        Self::Look,
        Self::Light,
        Self::Space,
        Self::Access,
        Self::Services,
        Self::Support,
        Self::Rules,
        Self::Questions,
        Self::Owner,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Look => "look",
            Self::Light => "light",
            Self::Space => "space",
            Self::Access => "access",
            Self::Services => "services",
            Self::Support => "support",
            Self::Rules => "rules",
            Self::Questions => "questions",
            Self::Owner => "owner",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Identity => "places-group-identity",
            Self::Look => "places-group-look",
            Self::Light => "places-group-light",
            Self::Space => "places-group-space",
            Self::Access => "places-group-access",
            Self::Services => "places-group-services",
            Self::Support => "places-group-support",
            Self::Rules => "places-group-rules",
            Self::Questions => "places-group-questions",
            Self::Owner => "places-group-owner",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.word() == word)
    }

    pub fn fields(self) -> impl Iterator<Item = &'static Field> {
        FIELDS.iter().filter(move |field| field.group == self)
    }
}

impl ValueRefusal {
    pub fn key(self) -> &'static str {
        match self {
            Self::NotANumber => "places-refused-number",
            Self::NotWhole => "places-refused-whole",
            Self::NotMoney => "places-refused-money",
            Self::NotAChoice => "places-refused-choice",
            Self::NotMonths => "places-refused-months",
            Self::NotAnAddress => "places-refused-address",
            Self::TooLong => "places-refused-long",
        }
    }
}

/// Spaces of any sort between thousands, comma or point before decimals; nothing below zero but heights.
fn number(typed: &str, most_decimals: usize) -> Result<String, ValueRefusal> {
    let plain: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    let plain = plain.replace(',', ".").replace('−', "-");
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || !all_digits(whole) || !all_digits(decimals) {
        return Err(ValueRefusal::NotANumber);
    }
    let decimals = decimals.trim_end_matches('0');
    if decimals.len() > most_decimals {
        return Err(if most_decimals == 0 { ValueRefusal::NotWhole } else { ValueRefusal::NotANumber });
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Ok(if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") })
}

fn chosen(choices: &'static [Choice], typed: &str) -> Result<&'static str, ValueRefusal> {
    let wanted = typed.trim().to_lowercase().replace([' ', '_'], "-");
    let found = choices.iter().find(|choice| choice.word == wanted);
    found.map(|choice| choice.word).ok_or(ValueRefusal::NotAChoice)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{FIELDS, Field, KINDS, LOOKS, ValueRefusal};

    fn check(key: &str, typed: &str) -> Result<String, ValueRefusal> {
        Field::find(key).unwrap().check(typed)
    }

    #[test]
    fn values_are_kept_in_one_spelling() {
        assert_eq!(check("altitude", "1 480"), Ok("1480".to_owned()));
        assert_eq!(check("altitude", "−132,50"), Ok("-132.5".to_owned()));
        assert_eq!(check("drive-minutes", "90.5"), Err(ValueRefusal::NotWhole));
        assert_eq!(check("drones", "Ask"), Ok("ask".to_owned()));
        assert_eq!(check("drones", "perhaps"), Err(ValueRefusal::NotAChoice));
        assert_eq!(check("period", "soviet; prehistoric"), Ok("prehistoric,soviet".to_owned()));
        assert_eq!(check("seasons", "nnpggggggpnn"), Ok("nnpggggggpnn".to_owned()));
        assert_eq!(check("owner-rate", "250000 KZT"), Ok("250000.00 KZT".to_owned()));
    }

    #[test]
    fn keys_are_said_once() {
        let keys: BTreeSet<&str> = FIELDS.iter().map(|field| field.key).collect();
        assert_eq!(keys.len(), FIELDS.len());
        let kinds: BTreeSet<&str> = KINDS.iter().map(|kind| kind.word).collect();
        assert_eq!(kinds.len(), KINDS.len());
        let looks: BTreeSet<&str> = LOOKS.iter().map(|look| look.word).collect();
        assert_eq!(looks.len(), LOOKS.len());
    }
}
