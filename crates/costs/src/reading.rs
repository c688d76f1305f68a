//! Row by row: is it a cost, a heading or a total, and what do its cells say.

use kernel::{Currency, Day, Money};

use crate::{
    Column, Field, Kind, Limits, MappedColumn, Mapping, Place, ProblemKind, Problems,
    cells::{CellProblem, Cells},
    decimal::Decimal,
    entry::{ColumnCell, Memo},
    field::FieldType,
    names::{Names, TotalWord},
    sheet::{Cell, TextId},
};

/// A row of the body. A row with amounts in two columns of different currencies comes twice.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) index: u32,
    pub(crate) number: u32,
    pub(crate) kind: RowKind,
    pub(crate) account: Option<Cell>,
    /// The description, else the first text of the row.
    pub(crate) label: Option<Cell>,
    pub(crate) amount: Option<Amount>,
    /// Nothing in it belongs to a payment or an invoice: it could be a subtotal.
    pub(crate) is_bare: bool,
    pub(crate) level: Option<u8>,
    /// How far the cell's own layout moves its text to the right.
    pub(crate) indent: u8,
    pub(crate) incurred: Option<Day>,
    pub(crate) kind_of_cost: Option<Kind>,
    pub(crate) work_place: Option<Place>,
    pub(crate) supplier_country: Option<Place>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowKind {
    Entry,
    Heading,
    Total(TotalWord),
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Amount {
    pub(crate) column: Column,
    pub(crate) number: Decimal,
    /// None while the currency is not known.
    pub(crate) money: Option<Money>,
}

/// The state of reading: what is known of the columns, and the meanings already looked up.
pub(crate) struct Reader<'a> {
    pub(crate) cells: &'a Cells,
    pub(crate) mapping: &'a Mapping,
    /// For each column of the sheet its place in the mapping.
    pub(crate) plan: Vec<Option<&'a MappedColumn>>,
    pub(crate) cost: Option<Field>,
    pub(crate) constant_currency: Option<Currency>,
    pub(crate) constant_place: Option<Place>,
    pub(crate) constant_country: Option<Place>,
    pub(crate) constant_kind: Option<Kind>,
    pub(crate) currencies: Memo<Option<Currency>>,
    pub(crate) places: Memo<Option<Place>>,
    pub(crate) kinds: Memo<Option<Kind>>,
    pub(crate) totals: Memo<Option<TotalWord>>,
    pub(crate) days: Memo<Result<Day, CellProblem>>,
    pub(crate) problems: &'a mut Problems,
    pub(crate) limits: &'a Limits,
}

pub(crate) fn read(
    cells: &Cells,
    mapping: &Mapping,
    heading: std::ops::Range<usize>,
    body: std::ops::Range<usize>,
    problems: &mut Problems,
    limits: &Limits,
) -> Vec<Row> {
    let names = Names::shipped();
    let mut plan = vec![None; usize::from(limits.columns)];
    for column in mapping.columns.iter().filter(|column| column.field.is_some()) {
        if let Some(place) = plan.get_mut(usize::from(column.column.0)) {
            *place = Some(column);
        }
    }
    let texts = cells.sheet.distinct_texts();
    let constant = |field| mapping.constant(field);
    let mut reader = Reader {
        cells,
        mapping,
        plan,
        cost: mapping.cost_field(),
        constant_currency: constant(Field::Currency).and_then(|code| names.currency(code)),
        constant_place: constant(Field::WorkPlace).and_then(|text| names.place(text)),
        constant_country: constant(Field::SupplierCountry).and_then(|text| names.place(text)),
        constant_kind: constant(Field::Kind).and_then(|text| names.kind(text)),
        currencies: Memo::new(texts),
        places: Memo::new(texts),
        kinds: Memo::new(texts),
        totals: Memo::new(texts),
        days: Memo::new(texts),
        problems,
        limits,
    };
    if reader.cost.is_none() {
        reader.problem(ProblemKind::NoAmountColumn, None, None, String::new(), String::new());
        return Vec::new();
    }
    for column in mapping.columns_of(Field::Amount).chain(mapping.columns_of(Field::Net)) {
        if column.multiplier > 1 {
            let factor = column.multiplier.to_string();
            reader.problem(ProblemKind::AmountInThousands, None, Some(column.column), column.heading.clone(), factor);
        }
    }
    let mut rows = Vec::with_capacity(body.len());
    let heading: Vec<(Column, TextId)> = heading
        .flat_map(|index| cells.sheet.row(index))
        .filter_map(|(at, cell)| if let Cell::Text(id) = cell { Some((at, id)) } else { None })
        .collect();
    let mut gathered = RowCells::default();
    for index in body {
        if !is_repeated_heading(cells, index, &heading) {
            reader.row(index, &mut gathered, &mut rows);
        }
    }
    rows
}

/// The cells of one row, sorted by what is done with them.
#[derive(Default)]
struct RowCells<'a> {
    first_text: Option<Cell>,
    currency: Option<(Column, Cell)>,
    amounts: Vec<(Column, Cell)>,
    net: Option<ColumnCell<'a>>,
    tax: Option<ColumnCell<'a>>,
    gross: Option<ColumnCell<'a>>,
    others: Vec<(Field, ColumnCell<'a>)>,
}

impl<'a> Reader<'a> {
    fn row(&mut self, index: usize, gathered: &mut RowCells<'a>, rows: &mut Vec<Row>) {
        let mut row = self.gather(index, gathered);
        row.kind = self.kind(&row, gathered);
        let row_currency = match gathered.currency {
            Some((at, cell)) if row.kind != RowKind::Heading => self.currency(row.number, at, cell, row.kind),
            _ => None,
        };
        if row.kind == RowKind::Entry {
            for (field, (column, cell)) in &gathered.others {
                self.other(&mut row, column, *field, *cell);
            }
            self.check_tax(row.number, row_currency, gathered.net, gathered.tax, gathered.gross);
            if gathered.amounts.is_empty() {
                let found = row.label.map(|cell| self.cells.sheet.shown(cell).into_owned()).unwrap_or_default();
                self.problem(ProblemKind::AmountMissing, Some(row.number), None, found, String::new());
            }
        }
        let before = rows.len();
        for (at, cell) in &gathered.amounts {
            if let Some(amount) = self.amount(&row, *at, *cell, row_currency) {
                rows.push(Row { amount: Some(amount), ..row });
            }
        }
        let is_named = row.label.is_some() || row.account.is_some();
        // Budgets set out below an account how its amount comes about, with quantities and rates: no heading.
        let is_detail = gathered.others.iter().any(|(field, _)| field.kind() == FieldType::Number);
        if row.kind == RowKind::Heading && is_named && !is_detail && rows.len() == before {
            rows.push(row);
        }
    }

    fn gather(&self, index: usize, gathered: &mut RowCells<'a>) -> Row {
        let (mut amounts, mut others) = (std::mem::take(&mut gathered.amounts), std::mem::take(&mut gathered.others));
        amounts.clear();
        others.clear();
        *gathered = RowCells { amounts, others, ..RowCells::default() };
        let mut row = Row {
            index: u32::try_from(index).unwrap_or(u32::MAX),
            number: self.cells.sheet.row_number(index),
            kind: RowKind::Heading,
            account: None,
            label: None,
            amount: None,
            is_bare: true,
            level: None,
            indent: 0,
            incurred: None,
            kind_of_cost: self.constant_kind,
            work_place: self.constant_place,
            supplier_country: self.constant_country,
        };
        for (at, cell) in self.cells.sheet.row(index) {
            if let Cell::Text(_) = cell {
                gathered.first_text = gathered.first_text.or(Some(cell));
            }
            let Some(column) = self.plan.get(usize::from(at.0)).copied().flatten() else { continue };
            let Some(field) = column.field else { continue };
            row.is_bare &= !field.belongs_to_an_entry();
            if Some(field) == self.cost {
                gathered.amounts.push((at, cell));
            }
            if matches!(field, Field::Account | Field::Description) {
                row.indent = row.indent.max(self.cells.sheet.look(index, at).indent);
            }
            match field {
                Field::Account => row.account = Some(cell),
                Field::Description => row.label = Some(cell),
                Field::Currency => gathered.currency = Some((at, cell)),
                Field::Net => gathered.net = Some((column, cell)),
                Field::Tax => gathered.tax = Some((column, cell)),
                Field::Gross => gathered.gross = Some((column, cell)),
                _ if Some(field) == self.cost => {}
                _ => gathered.others.push((field, (column, cell))),
            }
        }
        row.label = row.label.or(gathered.first_text);
        row
    }

    fn kind(&mut self, row: &Row, gathered: &RowCells<'a>) -> RowKind {
        if !row.is_bare {
            return RowKind::Entry;
        }
        let labels = [row.label, gathered.first_text].into_iter().flatten();
        if let Some(word) = labels.into_iter().find_map(|cell| self.total_word(cell)) {
            return RowKind::Total(word);
        }
        let is_dash = |cell: &Cell| matches!(cell, Cell::Text(id) if is_dash(self.cells.sheet.text(*id)));
        if gathered.amounts.iter().all(|(_, cell)| is_dash(cell)) {
            return RowKind::Heading;
        }
        // Where lines name their currency, a row that names none and has nothing of a payment is a heading with
        // the sum of its lines.
        let has_own = |at: &Column| {
            self.plan.get(usize::from(at.0)).copied().flatten().is_some_and(|column| column.currency.is_some())
        };
        let has_look = |at: &Column| self.cells.sheet.look(row.index as usize, *at).currency.is_some();
        let is_sum = gathered.currency.is_none()
            && self.constant_currency.is_none()
            && self.mapping.column_of(Field::Currency).is_some()
            && !gathered.amounts.iter().any(|(at, _)| has_own(at) || has_look(at));
        if is_sum { RowKind::Heading } else { RowKind::Entry }
    }

    fn total_word(&mut self, cell: Cell) -> Option<TotalWord> {
        let Cell::Text(id) = cell else { return None };
        let text = self.cells.sheet.text(id);
        self.totals.get(id, || Names::shipped().total(text))
    }
}

fn is_dash(text: &str) -> bool {
    text.chars().all(|sign| crate::sheet::is_blank(sign) || matches!(sign, '-' | '–' | '—' | '−'))
}

/// Printed ledgers repeat their heading on every page.
fn is_repeated_heading(cells: &Cells, index: usize, heading: &[(Column, TextId)]) -> bool {
    let (mut same, mut all) = (0, 0);
    for (at, cell) in cells.sheet.row(index) {
        let Cell::Text(id) = cell else { return false };
        all += 1;
        same += usize::from(heading.contains(&(at, id)));
        if all > 2 && same == 0 {
            return false;
        }
    }
    same >= 2 && same * 3 >= all * 2
}
