//! Row by row: is it a cost, a heading or a total, and what do its cells say.

use kernel::{Currency, Day, Money};

use crate::{
    Column, Field, Kind, Limits, MappedColumn, Mapping, Origin, Place, Problem, ProblemKind, Problems,
    cells::{CellProblem, Cells},
    date::DateFault,
    decimal::{Decimal, Loss},
    field::FieldType,
    names::{Names, TotalWord, fold},
    number::{NumberFault, Written},
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

/// What a text cell means, looked up once for each distinct text.
struct Memo<T> {
    known: Vec<Option<T>>,
}

impl<T: Copy> Memo<T> {
    fn new(texts: usize) -> Self {
        Self { known: vec![None; texts] }
    }

    fn get(&mut self, id: TextId, look_up: impl FnOnce() -> T) -> T {
        match self.known.get_mut(id.index()) {
            Some(Some(known)) => *known,
            Some(empty) => *empty.insert(look_up()),
            None => look_up(),
        }
    }
}

struct Reader<'a> {
    cells: &'a Cells,
    mapping: &'a Mapping,
    /// For each column of the sheet its place in the mapping.
    plan: Vec<Option<&'a MappedColumn>>,
    cost: Option<Field>,
    constant_currency: Option<Currency>,
    constant_place: Option<Place>,
    constant_country: Option<Place>,
    constant_kind: Option<Kind>,
    currencies: Memo<Option<Currency>>,
    places: Memo<Option<Place>>,
    kinds: Memo<Option<Kind>>,
    totals: Memo<Option<TotalWord>>,
    days: Memo<Result<Day, CellProblem>>,
    problems: &'a mut Problems,
    limits: &'a Limits,
}

pub(crate) fn read(
    cells: &Cells,
    mapping: &Mapping,
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
    let heading = heading_texts(mapping);
    for index in body {
        reader.row(index, &heading, &mut rows);
    }
    rows
}

/// The headings of the columns that are read, to know them again where each page repeats them.
fn heading_texts(mapping: &Mapping) -> Vec<(Column, String)> {
    let mapped = mapping.columns.iter().filter(|column| column.field.is_some() && !column.heading.is_empty());
    mapped.map(|column| (column.column, fold(column.heading.rsplit(" / ").next().unwrap_or("")))).collect()
}

impl<'a> Reader<'a> {
    fn row(&mut self, index: usize, heading: &[(Column, String)], rows: &mut Vec<Row>) {
        let number = self.cells.sheet.row_number(index);
        let mut row = Row {
            index: u32::try_from(index).unwrap_or(u32::MAX),
            number,
            kind: RowKind::Heading,
            account: None,
            label: None,
            amount: None,
            is_bare: true,
            level: None,
            incurred: None,
            kind_of_cost: self.constant_kind,
            work_place: self.constant_place,
            supplier_country: self.constant_country,
        };
        let mut first_text = None;
        let mut currency = None;
        let mut amounts: Vec<(Column, Cell)> = Vec::new();
        let mut others: Vec<(&'a MappedColumn, Field, Cell)> = Vec::new();
        let (mut net, mut tax, mut gross) = (None, None, None);
        for (at, cell) in self.cells.sheet.row(index) {
            if let Cell::Text(_) = cell
                && first_text.is_none()
            {
                first_text = Some(cell);
            }
            let Some(column) = self.plan.get(usize::from(at.0)).copied().flatten() else { continue };
            let Some(field) = column.field else { continue };
            row.is_bare &= !field.belongs_to_an_entry();
            if Some(field) == self.cost {
                amounts.push((at, cell));
            }
            match field {
                Field::Account => row.account = Some(cell),
                Field::Description => row.label = Some(cell),
                Field::Currency => currency = Some((at, cell)),
                Field::Net => net = Some((column, cell)),
                Field::Tax => tax = Some((column, cell)),
                Field::Gross => gross = Some((column, cell)),
                _ if Some(field) == self.cost => {}
                _ => others.push((column, field, cell)),
            }
        }
        row.label = row.label.or(first_text);
        if is_repeated_heading(self.cells, index, heading) {
            return;
        }
        let word = [row.label, first_text].into_iter().flatten().find_map(|cell| self.total_word(cell));
        let has_amount = |reader: &Self| {
            amounts.iter().any(|(_, cell)| !matches!(cell, Cell::Text(id) if is_dash(reader.cells.sheet.text(*id))))
        };
        row.kind = match word {
            Some(word) if row.is_bare => RowKind::Total(word),
            _ if amounts.is_empty() && row.is_bare => RowKind::Heading,
            _ if !has_amount(self) && row.is_bare => RowKind::Heading,
            _ => RowKind::Entry,
        };
        if row.kind == RowKind::Heading {
            if row.label.is_some() || row.account.is_some() {
                rows.push(row);
            }
            return;
        }
        let row_currency = match currency {
            Some((at, cell)) => self.currency(number, at, cell, row.kind),
            None => None,
        };
        // Where lines name their currency, a row that names none and has nothing of a payment is a heading with
        // the sum of its lines.
        let has_own = |at: &Column| {
            self.plan.get(usize::from(at.0)).copied().flatten().is_some_and(|column| column.currency.is_some())
        };
        let is_sum = row.is_bare
            && currency.is_none()
            && self.constant_currency.is_none()
            && self.mapping.column_of(Field::Currency).is_some()
            && !amounts.iter().any(|(at, _)| has_own(at));
        if row.kind == RowKind::Entry && is_sum {
            row.kind = RowKind::Heading;
        }
        if row.kind == RowKind::Entry {
            for (column, field, cell) in others {
                self.other(&mut row, column, field, cell);
            }
            self.check_tax(number, row_currency, net, tax, gross);
            if amounts.is_empty() {
                let found = row.label.map(|cell| self.cells.sheet.shown(cell).into_owned()).unwrap_or_default();
                self.problem(ProblemKind::AmountMissing, Some(number), None, found, String::new());
            }
        }
        for (at, cell) in amounts {
            if let Some(amount) = self.amount(number, at, cell, row_currency, row.kind) {
                rows.push(Row { amount: Some(amount), ..row });
            }
        }
    }

    fn total_word(&mut self, cell: Cell) -> Option<TotalWord> {
        let Cell::Text(id) = cell else { return None };
        let text = self.cells.sheet.text(id);
        self.totals.get(id, || Names::shipped().total(text))
    }

    fn currency(&mut self, row: u32, at: Column, cell: Cell, kind: RowKind) -> Option<Currency> {
        let Cell::Text(id) = cell else { return None };
        let text = self.cells.sheet.text(id);
        let given = self.mapping.values.get(&Field::Currency);
        let found = self.currencies.get(id, || {
            let ours = given.and_then(|values| values.get(text.trim())).map_or(text, String::as_str);
            Names::shipped().currency(ours)
        });
        if found.is_none() && kind == RowKind::Entry {
            let found = text.to_owned();
            self.problem(ProblemKind::CurrencyUnreadable, Some(row), Some(at), found, String::new());
        }
        found
    }

    fn amount(
        &mut self,
        row: u32,
        at: Column,
        cell: Cell,
        row_currency: Option<Currency>,
        kind: RowKind,
    ) -> Option<Amount> {
        let column = self.plan.get(usize::from(at.0)).copied().flatten()?;
        let written = match self.cells.read_number(cell, column) {
            Ok(Some(written)) => written,
            // A dash where the rest of the row is a cost: a cost of nothing.
            Ok(None) => return None,
            Err(problem) => {
                let kind_of_problem = match problem {
                    CellProblem::Number(NumberFault::Ambiguous) => ProblemKind::AmountAmbiguous,
                    CellProblem::Number(NumberFault::InWords) => ProblemKind::AmountInWords,
                    CellProblem::Fault => ProblemKind::ErrorCell,
                    CellProblem::Number(_) | CellProblem::Day(_) => ProblemKind::AmountUnreadable,
                };
                // A total that cannot be read is only a total that is not checked.
                let kind = if kind == RowKind::Entry { kind_of_problem } else { ProblemKind::TotalNotChecked };
                let found = self.cells.sheet.shown(cell).into_owned();
                self.problem(kind, Some(row), Some(at), found, String::new());
                return None;
            }
        };
        let currency = written.currency.or(column.currency()).or(row_currency).or(self.constant_currency);
        let too_large = |reader: &mut Self| {
            let found = reader.cells.sheet.shown(cell).into_owned();
            reader.problem(ProblemKind::AmountTooLarge, Some(row), Some(at), found, String::new());
        };
        let Some(number) = written.number.times(column.multiplier) else {
            too_large(self);
            return None;
        };
        let mut amount = Amount { column: at, number, money: None };
        let Some(currency) = currency else {
            if kind == RowKind::Entry {
                let found = self.cells.sheet.shown(cell).into_owned();
                self.problem(ProblemKind::CurrencyUnknown, Some(row), Some(at), found, String::new());
                return None;
            }
            return Some(amount);
        };
        let Some(rounded) = number.money(currency) else {
            too_large(self);
            return None;
        };
        if rounded.loss != Loss::None && kind == RowKind::Entry {
            let found = self.cells.sheet.shown(cell).into_owned();
            self.problem(ProblemKind::AmountRounded, Some(row), Some(at), found, rounded.money.decimal());
        }
        if rounded.money.minor() < 0 && kind == RowKind::Entry {
            let found = rounded.money.to_string();
            self.problem(ProblemKind::NegativeAmount, Some(row), Some(at), found, String::new());
        }
        amount.money = Some(rounded.money);
        Some(amount)
    }

    fn other(&mut self, row: &mut Row, column: &MappedColumn, field: Field, cell: Cell) {
        match field {
            Field::WorkPlace => row.work_place = self.place(row.number, column, field, cell).or(row.work_place),
            Field::SupplierCountry => {
                row.supplier_country = self.place(row.number, column, field, cell).or(row.supplier_country);
            }
            Field::Kind => {
                let Cell::Text(id) = cell else { return };
                let text = self.cells.sheet.text(id);
                let given = self.mapping.values.get(&Field::Kind);
                let found = self.kinds.get(id, || {
                    let ours = given.and_then(|values| values.get(text.trim())).map_or(text, String::as_str);
                    Names::shipped().kind(ours)
                });
                row.kind_of_cost = found.or(row.kind_of_cost);
                if found.is_none() {
                    self.cell_problem(ProblemKind::KindUnknown, row.number, column, cell);
                }
            }
            _ if field.kind() == FieldType::Day => {
                let read = match cell {
                    Cell::Text(id) => self.days.get(id, || self.cells.read_day(cell, column).map(|read| read.day)),
                    _ => self.cells.read_day(cell, column).map(|read| {
                        if read.from_number {
                            let found = self.cells.sheet.shown(cell).into_owned();
                            let expected = read.day.to_string();
                            let origin = self.origin(Some(row.number), Some(column.column));
                            let kind = ProblemKind::DateFromNumber;
                            self.problems.add(Problem { kind, origin, found, expected }, self.limits);
                        }
                        read.day
                    }),
                };
                match read {
                    Ok(day) if field == Field::Incurred => row.incurred = Some(day),
                    Ok(_) => {}
                    Err(CellProblem::Day(DateFault::Ambiguous)) => {
                        self.cell_problem(ProblemKind::DateAmbiguous, row.number, column, cell);
                    }
                    Err(_) => self.cell_problem(ProblemKind::DateUnreadable, row.number, column, cell),
                }
            }
            Field::Level => {
                let read = self.cells.read_number(cell, column).ok().flatten();
                row.level = read.and_then(|written| u8::try_from(written.number.as_whole()?).ok());
            }
            _ if field.kind() == FieldType::Number => {
                if self.cells.read_number(cell, column).is_err() {
                    self.cell_problem(ProblemKind::NumberUnreadable, row.number, column, cell);
                }
            }
            _ => {
                if let Cell::Fault(_) = cell {
                    self.cell_problem(ProblemKind::ErrorCell, row.number, column, cell);
                }
            }
        }
    }

    fn place(&mut self, row: u32, column: &MappedColumn, field: Field, cell: Cell) -> Option<Place> {
        let Cell::Text(id) = cell else { return None };
        let text = self.cells.sheet.text(id);
        let given = self.mapping.values.get(&field);
        let look_up = || {
            let ours = given.and_then(|values| values.get(text.trim())).map_or(text, String::as_str);
            Names::shipped().place(ours)
        };
        // A person may have said that a word means different things in the two columns.
        let found = if given.is_some() { look_up() } else { self.places.get(id, look_up) };
        if found.is_none() {
            let kind = match field {
                Field::WorkPlace => ProblemKind::PlaceUnknown,
                _ => ProblemKind::CountryUnknown,
            };
            self.cell_problem(kind, row, column, cell);
        }
        found
    }

    /// Where a row has an amount without tax, the tax and an amount with tax, the three must agree.
    fn check_tax(
        &mut self,
        row: u32,
        currency: Option<Currency>,
        net: Option<(&MappedColumn, Cell)>,
        tax: Option<(&MappedColumn, Cell)>,
        gross: Option<(&MappedColumn, Cell)>,
    ) {
        let (Some(net), Some(tax), Some(gross)) = (net, tax, gross) else { return };
        let Some(currency) = currency.or(net.0.currency()).or(self.constant_currency) else { return };
        let money = |(column, cell): (&MappedColumn, Cell)| {
            let written: Written = self.cells.read_number(cell, column).ok().flatten()?;
            Some(written.number.times(column.multiplier)?.money(currency)?.money)
        };
        let (Some(net_money), Some(tax_money), Some(gross_money)) = (money(net), money(tax), money(gross)) else {
            return;
        };
        let Ok(expected) = net_money.plus(&tax_money) else { return };
        // Each of the three may have been rounded for itself.
        if expected.minor().abs_diff(gross_money.minor()) > 1 {
            let kind = ProblemKind::TaxDoesNotAddUp;
            self.problem(kind, Some(row), Some(gross.0.column), gross_money.to_string(), expected.to_string());
        }
    }

    fn cell_problem(&mut self, kind: ProblemKind, row: u32, column: &MappedColumn, cell: Cell) {
        let found = self.cells.sheet.shown(cell).into_owned();
        let expected = column.field.map(|field| field.name().to_owned()).unwrap_or_default();
        self.problem(kind, Some(row), Some(column.column), found, expected);
    }

    fn problem(
        &mut self,
        kind: ProblemKind,
        row: Option<u32>,
        column: Option<Column>,
        found: String,
        expected: String,
    ) {
        let origin = self.origin(row, column);
        self.problems.add(Problem { kind, origin, found, expected }, self.limits);
    }

    fn origin(&self, row: Option<u32>, column: Option<Column>) -> Origin {
        Origin { sheet: self.mapping.sheet.clone(), row, column }
    }
}

fn is_dash(text: &str) -> bool {
    text.chars().all(|sign| crate::sheet::is_blank(sign) || matches!(sign, '-' | '–' | '—' | '−'))
}

/// Printed ledgers repeat their heading on every page.
fn is_repeated_heading(cells: &Cells, index: usize, heading: &[(Column, String)]) -> bool {
    let mut same = 0;
    let mut all = 0;
    for (at, cell) in cells.sheet.row(index) {
        let Cell::Text(id) = cell else { return false };
        all += 1;
        let is_same = heading.iter().any(|(column, text)| *column == at && fold(cells.sheet.text(id)) == *text);
        if !is_same && all > 2 && same == 0 {
            return false;
        }
        same += usize::from(is_same);
    }
    same >= 2 && same * 3 >= all * 2
}
