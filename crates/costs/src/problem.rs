use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Column, Limits};

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The ledger cannot be used before somebody has decided.
    Blocker,
    /// It can be used, but somebody should look.
    Warning,
    /// Said so that nobody wonders.
    Note,
}

impl Severity {
    /// The key of the name in words/.
    pub fn key(self) -> &'static str {
        match self {
            Self::Blocker => "costs-severity-blocker",
            Self::Warning => "costs-severity-warning",
            Self::Note => "costs-severity-note",
        }
    }
}

/// What is wrong. The names are the keys in words/, after `costs-problem-`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemKind {
    MappingDoesNotFit,
    NoAmountColumn,
    TwoColumnsForOneField,
    ColumnToCheck,
    CurrencyUnknown,
    CurrencyUnreadable,
    AmountUnreadable,
    AmountAmbiguous,
    AmountInWords,
    AmountMissing,
    AmountTooLarge,
    AmountRounded,
    AmountInThousands,
    NumberUnreadable,
    DateUnreadable,
    DateAmbiguous,
    DateFromNumber,
    ErrorCell,
    TaxDoesNotAddUp,
    QuantityTimesRateDiffers,
    PlaceUnknown,
    CountryUnknown,
    KindUnknown,
    TagUnknown,
    AccountUnknown,
    SubtotalLeftOut,
    SubtotalDiffers,
    TotalDiffers,
    TotalNotChecked,
    EquivalentColumn,
    NegativeAmount,
    TwinLines,
    RateRowUnreadable,
    RateTwice,
    NoRateColumn,
}

impl ProblemKind {
    pub const ALL: [Self; 35] = [
        Self::MappingDoesNotFit,
        Self::NoAmountColumn,
        Self::TwoColumnsForOneField,
        Self::ColumnToCheck,
        Self::CurrencyUnknown,
        Self::CurrencyUnreadable,
        Self::AmountUnreadable,
        Self::AmountAmbiguous,
        Self::AmountInWords,
        Self::AmountMissing,
        Self::AmountTooLarge,
        Self::AmountRounded,
        Self::AmountInThousands,
        Self::NumberUnreadable,
        Self::DateUnreadable,
        Self::DateAmbiguous,
        Self::DateFromNumber,
        Self::ErrorCell,
        Self::TaxDoesNotAddUp,
        Self::QuantityTimesRateDiffers,
        Self::PlaceUnknown,
        Self::CountryUnknown,
        Self::KindUnknown,
        Self::TagUnknown,
        Self::AccountUnknown,
        Self::SubtotalLeftOut,
        Self::SubtotalDiffers,
        Self::TotalDiffers,
        Self::TotalNotChecked,
        Self::EquivalentColumn,
        Self::NegativeAmount,
        Self::TwinLines,
        Self::RateRowUnreadable,
        Self::RateTwice,
        Self::NoRateColumn,
    ];

    pub fn severity(self) -> Severity {
        match self {
            Self::NoAmountColumn
            | Self::TwoColumnsForOneField
            | Self::CurrencyUnknown
            | Self::CurrencyUnreadable
            | Self::AmountUnreadable
            | Self::AmountAmbiguous
            | Self::AmountInWords
            | Self::AmountTooLarge
            | Self::ErrorCell
            | Self::RateRowUnreadable
            | Self::RateTwice
            | Self::NoRateColumn => Severity::Blocker,
            Self::MappingDoesNotFit
            | Self::ColumnToCheck
            | Self::AmountMissing
            | Self::NumberUnreadable
            | Self::DateUnreadable
            | Self::DateAmbiguous
            | Self::TaxDoesNotAddUp
            | Self::QuantityTimesRateDiffers
            | Self::PlaceUnknown
            | Self::CountryUnknown
            | Self::KindUnknown
            | Self::TagUnknown
            | Self::AccountUnknown
            | Self::SubtotalDiffers
            | Self::TotalDiffers
            | Self::EquivalentColumn
            | Self::TwinLines => Severity::Warning,
            Self::AmountRounded
            | Self::AmountInThousands
            | Self::DateFromNumber
            | Self::SubtotalLeftOut
            | Self::TotalNotChecked
            | Self::NegativeAmount => Severity::Note,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::MappingDoesNotFit => "mapping-does-not-fit",
            Self::NoAmountColumn => "no-amount-column",
            Self::TwoColumnsForOneField => "two-columns-for-one-field",
            Self::ColumnToCheck => "column-to-check",
            Self::CurrencyUnknown => "currency-unknown",
            Self::CurrencyUnreadable => "currency-unreadable",
            Self::AmountUnreadable => "amount-unreadable",
            Self::AmountAmbiguous => "amount-ambiguous",
            Self::AmountInWords => "amount-in-words",
            Self::AmountMissing => "amount-missing",
            Self::AmountTooLarge => "amount-too-large",
            Self::AmountRounded => "amount-rounded",
            Self::AmountInThousands => "amount-in-thousands",
            Self::NumberUnreadable => "number-unreadable",
            Self::DateUnreadable => "date-unreadable",
            Self::DateAmbiguous => "date-ambiguous",
            Self::DateFromNumber => "date-from-number",
            Self::ErrorCell => "error-cell",
            Self::TaxDoesNotAddUp => "tax-does-not-add-up",
            Self::QuantityTimesRateDiffers => "quantity-times-rate-differs",
            Self::PlaceUnknown => "place-unknown",
            Self::CountryUnknown => "country-unknown",
            Self::KindUnknown => "kind-unknown",
            Self::TagUnknown => "tag-unknown",
            Self::AccountUnknown => "account-unknown",
            Self::SubtotalLeftOut => "subtotal-left-out",
            Self::SubtotalDiffers => "subtotal-differs",
            Self::TotalDiffers => "total-differs",
            Self::TotalNotChecked => "total-not-checked",
            Self::EquivalentColumn => "equivalent-column",
            Self::NegativeAmount => "negative-amount",
            Self::TwinLines => "twin-lines",
            Self::RateRowUnreadable => "rate-row-unreadable",
            Self::RateTwice => "rate-twice",
            Self::NoRateColumn => "no-rate-column",
        }
    }

    /// One sentence for the whole group, with `$count`.
    pub fn group_key(self) -> String {
        format!("costs-problem-{}", self.name())
    }

    /// What was expected in that cell.
    pub fn expected_key(self) -> String {
        format!("costs-problem-{}-expected", self.name())
    }

    /// What the person can do.
    pub fn fix_key(self) -> String {
        format!("costs-problem-{}-fix", self.name())
    }
}

/// A place in the person's own file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    pub sheet: String,
    /// As a person counts: the first row is 1. Without a row the whole column is meant.
    pub row: Option<u32>,
    pub column: Option<Column>,
}

/// `Budget!F12`; a sheet whose name has more than letters and digits in quotes: `'Budget 2'!F12`.
impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sheet.chars().all(char::is_alphanumeric) {
            true => write!(out, "{}!", self.sheet)?,
            false => write!(out, "'{}'!", self.sheet.replace('\'', "''"))?,
        }
        match (self.column, self.row) {
            (Some(column), Some(row)) => write!(out, "{column}{row}"),
            (Some(column), None) => write!(out, "{column}:{column}"),
            (None, Some(row)) => write!(out, "{row}:{row}"),
            (None, None) => Ok(()),
        }
    }
}

/// One problem at one place. The sentences are in words/; `found` and `expected` stand in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub kind: ProblemKind,
    pub origin: Origin,
    /// What the file has there.
    pub found: String,
    /// A figure, field or list that belongs to what is expected; often nothing.
    pub expected: String,
}

impl Problem {
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// What stands in the places of the sentences.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        vec![("place", self.origin.to_string()), ("found", self.found.clone()), ("expected", self.expected.clone())]
    }
}

/// All problems of a file, grouped by what would repair them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    groups: BTreeMap<(Severity, ProblemKind), Group>,
}

/// Problems of one kind: how many there are, and the first of them with their places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    pub count: usize,
    pub first: Vec<Problem>,
}

impl Problems {
    pub(crate) fn add(&mut self, problem: Problem, limits: &Limits) {
        let group = self.groups.entry((problem.severity(), problem.kind)).or_default();
        group.count += 1;
        if group.first.len() < limits.problems_of_a_kind {
            group.first.push(problem);
        }
    }

    /// Blockers first.
    pub fn groups(&self) -> impl Iterator<Item = (Severity, ProblemKind, &Group)> {
        self.groups.iter().map(|((severity, kind), group)| (*severity, *kind, group))
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.groups().filter(|(known, ..)| *known == severity).map(|(_, _, group)| group.count).sum()
    }

    pub fn of_kind(&self, kind: ProblemKind) -> usize {
        self.groups.get(&(kind.severity(), kind)).map_or(0, |group| group.count)
    }

    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The rows of an error file: every problem that keeps its place, in the order of the person's sheet.
    pub fn rows(&self) -> Vec<&Problem> {
        let mut rows: Vec<&Problem> = self.groups.values().flat_map(|group| &group.first).collect();
        rows.sort_by(|one, other| (&one.origin, one.kind).cmp(&(&other.origin, other.kind)));
        rows
    }
}
