use std::borrow::Cow;
use std::collections::BTreeMap;

use kernel::{Currency, Day, Exact, Money};

use crate::{
    Category, Column, Decision, Field, Format, Kind, Mapping, Origin, Place, Problems, Severity, TextForm,
    cells::Cells, fingerprint::Fingerprint,
};

/// A ledger as it was read from one sheet: its costs line by line, and everything that is wrong with it.
#[derive(Debug, Clone)]
pub struct Staged {
    pub format: Format,
    /// How a text file was decoded; none for workbooks.
    pub text_form: Option<TextForm>,
    /// All sheets of the file, so that a person may choose another.
    pub sheets: Vec<SheetChoice>,
    pub mapping: Mapping,
    pub lines: Vec<Line>,
    pub problems: Problems,
    pub totals: Vec<TotalCheck>,
    pub(crate) cells: Cells,
    pub(crate) headings: Vec<Section>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetChoice {
    pub name: String,
    pub is_hidden: bool,
    /// How much it looks like a ledger; zero: not at all.
    pub score: u32,
    pub is_chosen: bool,
}

/// One cost. Everything else the file says of it is asked of [`Staged`], which knows the cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The row in the sheet, as a person counts.
    pub row: u32,
    /// The column the amount stands in.
    pub amount_column: Column,
    pub amount: Money,
    pub incurred: Option<Day>,
    pub category: Option<Category>,
    /// How the category was found.
    pub decision: Decision,
    /// Goods, works, services: as its column says, else as its category implies.
    pub kind: Option<Kind>,
    pub work_place: Option<Place>,
    pub supplier_country: Option<Place>,
    pub(crate) index: u32,
    /// The nearest heading above, as a place in [`Staged::headings`].
    pub(crate) section: Option<u32>,
}

/// A heading inside the ledger, and the heading above it.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    pub(crate) label: String,
    pub(crate) above: Option<u32>,
}

/// A row of totals in the file, compared with the lines it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct TotalCheck {
    pub origin: Origin,
    pub label: String,
    pub stated: Money,
    /// The sum of the lines; none if it could not be said which lines they are.
    pub counted: Option<Money>,
    /// The first and last row of those lines.
    pub rows: Option<(u32, u32)>,
}

impl TotalCheck {
    pub fn agrees(&self) -> bool {
        self.counted == Some(self.stated)
    }
}

impl Staged {
    /// Whether nothing stands in the way of using the lines.
    pub fn is_usable(&self) -> bool {
        self.problems.count(Severity::Blocker) == 0
    }

    /// The lines added up, each currency for itself.
    pub fn sums(&self) -> BTreeMap<Currency, Exact> {
        let mut minor: BTreeMap<Currency, i128> = BTreeMap::new();
        for line in &self.lines {
            let sum = minor.entry(line.amount.currency()).or_default();
            *sum = sum.saturating_add(line.amount.minor().into());
        }
        let exact =
            |(currency, minor): (Currency, i128)| Some((currency, Exact::from_scaled(minor, currency.decimals())?));
        minor.into_iter().filter_map(exact).collect()
    }

    /// What the file says in this field of the line, else what the mapping says for all lines.
    pub fn text(&self, line: &Line, field: Field) -> Option<Cow<'_, str>> {
        let cell = self.column(line, field).and_then(|column| self.cells.shown(line.index, column));
        cell.or_else(|| self.mapping.constant(field).map(Cow::Borrowed))
    }

    pub fn day(&self, line: &Line, field: Field) -> Option<Day> {
        let column = self.mapping.column_of(field)?;
        self.cells.day(line.index, column).ok().flatten()
    }

    /// Another amount of the line: its tax, its gross. In the currency of the line.
    pub fn money(&self, line: &Line, field: Field) -> Option<Money> {
        let currency = line.amount.currency();
        let same = |column: &&crate::MappedColumn| column.currency().is_none_or(|known| known == currency);
        let column = self.mapping.columns_of(field).find(same)?;
        let number = self.cells.number(line.index, column).ok().flatten()?.number;
        Some(number.times(column.multiplier)?.money(currency)?.money)
    }

    pub fn number(&self, line: &Line, field: Field) -> Option<Exact> {
        let column = self.mapping.column_of(field)?;
        self.cells.number(line.index, column).ok().flatten()?.number.exact()
    }

    /// The cell a field of a line comes from: `Budget!F12`.
    pub fn origin(&self, line: &Line, field: Field) -> Option<Origin> {
        let column = self.column(line, field)?;
        Some(Origin { sheet: self.mapping.sheet.clone(), row: Some(line.row), column: Some(column) })
    }

    fn column(&self, line: &Line, field: Field) -> Option<Column> {
        if Some(field) == self.mapping.cost_field() {
            return Some(line.amount_column);
        }
        self.mapping.column_of(field).map(|column| column.column)
    }

    /// The headings a line stands under, the outermost first.
    pub fn sections(&self, line: &Line) -> Vec<&str> {
        let mut labels = Vec::new();
        let mut next = line.section;
        while let Some(section) = next.and_then(|place| self.headings.get(place as usize)) {
            labels.push(section.label.as_str());
            next = section.above;
        }
        labels.reverse();
        labels
    }

    /// The first rows of the sheet as they stand in the file: row number and cells. For the page on which a person
    /// sees how the columns were understood.
    pub fn preview(&self, rows: usize) -> Vec<(u32, Vec<(Column, String)>)> {
        self.cells.preview(rows)
    }

    /// One fingerprint for each line, in their order. The same cost has the same fingerprint in every file;
    /// two lines alike in everything are told apart by counting them.
    pub fn fingerprints(&self) -> Vec<Fingerprint> {
        crate::fingerprint::of(self)
    }
}
