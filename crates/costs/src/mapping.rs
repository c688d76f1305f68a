use std::collections::BTreeMap;

use kernel::Currency;
use serde::{Deserialize, Serialize};

use crate::{Column, Confidence, DayOrder, DecimalMark, Field};

/// How a sheet is read: which row is the heading, which column is what, and what no cell says. Found by
/// [`stage`](crate::stage), edited by a person, saved as JSON, and used again for the next file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    pub sheet: String,
    /// The first and the last row of the heading as a person counts; none if the sheet has no heading.
    pub heading_rows: Option<(u32, u32)>,
    pub columns: Vec<MappedColumn>,
    /// What holds for every line because no column says it: `currency` = `KZT`.
    #[serde(default)]
    pub constants: BTreeMap<Field, String>,
    /// Their words and ours: for `category` the account or description and our category, for `work_place` the place.
    #[serde(default)]
    pub values: BTreeMap<Field, BTreeMap<String, String>>,
    /// The chart of accounts, by its name in data/charts.toml.
    #[serde(default)]
    pub chart: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MappedColumn {
    pub column: Column,
    pub heading: String,
    /// None: the column is not read.
    pub field: Option<Field>,
    pub confidence: Confidence,
    /// The first three cells that hold something.
    #[serde(default)]
    pub samples: Vec<String>,
    /// For an amount: the currency its heading names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// For an amount: 1,000 where the heading says thousands.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub multiplier: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal_mark: Option<DecimalMark>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_order: Option<DayOrder>,
}

fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field by reference")]
fn is_one(multiplier: &u32) -> bool {
    *multiplier == 1
}

impl Mapping {
    /// The columns read as this field, from left to right.
    pub fn columns_of(&self, field: Field) -> impl Iterator<Item = &MappedColumn> {
        self.columns.iter().filter(move |column| column.field == Some(field))
    }

    pub fn column_of(&self, field: Field) -> Option<&MappedColumn> {
        self.columns_of(field).next()
    }

    pub fn constant(&self, field: Field) -> Option<&str> {
        self.constants.get(&field).map(String::as_str)
    }

    /// The field whose cells are the cost: what the file calls the amount, else without tax, else with tax.
    pub fn cost_field(&self) -> Option<Field> {
        Field::COSTS.into_iter().find(|field| self.column_of(*field).is_some())
    }

    /// Says what a column is, as a person decides it. Any other column with that field loses it, but amounts
    /// of different currencies may stand side by side.
    pub fn set(&mut self, column: Column, field: Option<Field>) {
        let currency =
            self.columns.iter().find(|known| known.column == column).and_then(|known| known.currency.clone());
        for known in &mut self.columns {
            if known.column == column {
                known.field = field;
                known.confidence = if field.is_some() { Confidence::Sure } else { Confidence::None };
            } else if field.is_some() && known.field == field && known.currency == currency {
                known.field = None;
                known.confidence = Confidence::None;
            }
        }
    }
}

impl MappedColumn {
    pub(crate) fn currency(&self) -> Option<Currency> {
        self.currency.as_ref().and_then(|code| code.parse().ok())
    }
}

/// A column that is not read.
pub(crate) fn plain_column(column: Column) -> MappedColumn {
    MappedColumn {
        column,
        heading: String::new(),
        field: None,
        confidence: Confidence::None,
        samples: Vec::new(),
        currency: None,
        multiplier: 1,
        decimal_mark: None,
        day_order: None,
    }
}
