//! What the cells of a cost say, and what is wrong with them.

use kernel::Currency;

use crate::{
    Column, Field, MappedColumn, Origin, Place, Problem, ProblemKind,
    cells::CellProblem,
    date::DateFault,
    decimal::Loss,
    field::FieldType,
    names::Names,
    number::{NumberFault, Written},
    reading::{Amount, Reader, Row, RowKind},
    sheet::{Cell, TextId},
};

/// What a text cell means, looked up once for each distinct text.
pub(crate) struct Memo<T> {
    known: Vec<Option<T>>,
}

impl<T: Copy> Memo<T> {
    pub(crate) fn new(texts: usize) -> Self {
        Self { known: vec![None; texts] }
    }

    pub(crate) fn get(&mut self, id: TextId, look_up: impl FnOnce() -> T) -> T {
        match self.known.get_mut(id.index()) {
            Some(Some(known)) => *known,
            Some(empty) => *empty.insert(look_up()),
            None => look_up(),
        }
    }
}

/// A column and its cell in one row.
pub(crate) type ColumnCell<'a> = (&'a MappedColumn, Cell);

impl<'a> Reader<'a> {
    pub(crate) fn currency(&mut self, row: u32, at: Column, cell: Cell, kind: RowKind) -> Option<Currency> {
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

    pub(crate) fn amount(
        &mut self,
        row: &Row,
        at: Column,
        cell: Cell,
        row_currency: Option<Currency>,
    ) -> Option<Amount> {
        let (number_of_row, kind) = (row.number, row.kind);
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
                self.problem(kind, Some(number_of_row), Some(at), found, String::new());
                return None;
            }
        };
        let stated = written.currency.or(column.currency()).or(row_currency);
        let currency =
            stated.or_else(|| self.cells.sheet.look(row.index as usize, at).currency).or(self.constant_currency);
        let too_large = |reader: &mut Self| {
            let found = reader.cells.sheet.shown(cell).into_owned();
            reader.problem(ProblemKind::AmountTooLarge, Some(number_of_row), Some(at), found, String::new());
        };
        let Some(number) = written.number.times(column.multiplier) else {
            too_large(self);
            return None;
        };
        let mut amount = Amount { column: at, number, money: None };
        let Some(currency) = currency else {
            if kind == RowKind::Entry {
                let found = self.cells.sheet.shown(cell).into_owned();
                self.problem(ProblemKind::CurrencyUnknown, Some(number_of_row), Some(at), found, String::new());
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
            self.problem(ProblemKind::AmountRounded, Some(number_of_row), Some(at), found, rounded.money.decimal());
        }
        if rounded.money.minor() < 0 && kind == RowKind::Entry {
            let found = rounded.money.to_string();
            self.problem(ProblemKind::NegativeAmount, Some(number_of_row), Some(at), found, String::new());
        }
        amount.money = Some(rounded.money);
        Some(amount)
    }

    pub(crate) fn other(&mut self, row: &mut Row, column: &MappedColumn, field: Field, cell: Cell) {
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
                let is_number = matches!(cell, Cell::Number(_) | Cell::Whole(_));
                if !is_number && self.cells.read_number(cell, column).is_err() {
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
    pub(crate) fn check_tax(
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

    pub(crate) fn problem(
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
