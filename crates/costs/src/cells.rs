//! A sheet read through its mapping: numbers and days by each column's own conventions.

use std::borrow::Cow;

use kernel::Day;

use crate::{
    Column, MappedColumn,
    date::{self, DateFault},
    decimal::Decimal,
    names::Names,
    number::{self, NumberFault, Written},
    sheet::{Cell, Sheet},
};

#[derive(Debug, Clone)]
pub(crate) struct Cells {
    pub(crate) sheet: Sheet,
}

/// Why a cell gives no number or day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CellProblem {
    Number(NumberFault),
    Day(DateFault),
    /// An error the spreadsheet program left.
    Fault,
}

/// A day, and whether it was a bare number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReadDay {
    pub(crate) day: Day,
    pub(crate) from_number: bool,
}

impl Cells {
    pub(crate) fn shown(&self, index: u32, column: Column) -> Option<Cow<'_, str>> {
        self.sheet.cell(index as usize, column).map(|cell| self.sheet.shown(cell))
    }

    pub(crate) fn number(&self, index: u32, column: &MappedColumn) -> Result<Option<Written>, CellProblem> {
        match self.sheet.cell(index as usize, column.column) {
            Some(cell) => self.read_number(cell, column),
            None => Ok(None),
        }
    }

    pub(crate) fn day(&self, index: u32, column: &MappedColumn) -> Result<Option<Day>, CellProblem> {
        match self.sheet.cell(index as usize, column.column) {
            Some(cell) => Ok(Some(self.read_day(cell, column)?.day)),
            None => Ok(None),
        }
    }

    /// None if the cell says with a dash that there is no number.
    pub(crate) fn read_number(&self, cell: Cell, column: &MappedColumn) -> Result<Option<Written>, CellProblem> {
        let plain = |number| Ok(Some(Written { number, currency: None }));
        match cell {
            Cell::Number(number) => match Decimal::from_float(number) {
                Some(number) => plain(number),
                None => Err(CellProblem::Number(NumberFault::NotANumber)),
            },
            Cell::Whole(number) => plain(Decimal::whole(number)),
            Cell::Text(id) => match number::read(self.sheet.text(id), column.decimal_mark, Names::shipped()) {
                Ok(written) => Ok(Some(written)),
                Err(NumberFault::Nothing) => Ok(None),
                Err(_) if self.is_fault_text(cell) => Err(CellProblem::Fault),
                Err(fault) => Err(CellProblem::Number(fault)),
            },
            Cell::Fault(_) => Err(CellProblem::Fault),
            Cell::Day(_) | Cell::Truth(_) => Err(CellProblem::Number(NumberFault::NotANumber)),
        }
    }

    pub(crate) fn read_day(&self, cell: Cell, column: &MappedColumn) -> Result<ReadDay, CellProblem> {
        let not_a_day = CellProblem::Day(DateFault::NotADay);
        let from_serial = |serial: i64| {
            let day = date::from_serial(serial, self.sheet.from_1904);
            day.map(|day| ReadDay { day, from_number: true }).ok_or(not_a_day)
        };
        match cell {
            Cell::Day(day) => Ok(ReadDay { day, from_number: false }),
            Cell::Whole(serial) => from_serial(serial),
            #[expect(clippy::cast_possible_truncation, reason = "the time of day is cut off, and the cast saturates")]
            Cell::Number(serial) => from_serial(serial as i64),
            Cell::Text(_) if self.is_fault_text(cell) => Err(CellProblem::Fault),
            // A text file keeps a day of a spreadsheet as its number.
            Cell::Text(id) if self.sheet.text(id).len() == 5 && self.sheet.text(id).parse::<u32>().is_ok() => {
                from_serial(self.sheet.text(id).parse().unwrap_or(0))
            }
            Cell::Text(id) => match date::read(self.sheet.text(id), column.day_order, Names::shipped()) {
                Ok(day) => Ok(ReadDay { day, from_number: false }),
                Err(fault) => Err(CellProblem::Day(fault)),
            },
            Cell::Fault(_) => Err(CellProblem::Fault),
            Cell::Truth(_) => Err(not_a_day),
        }
    }

    fn is_fault_text(&self, cell: Cell) -> bool {
        crate::sheet::CellFault::from_text(&self.sheet.shown(cell)).is_some()
    }

    pub(crate) fn preview(&self, rows: usize) -> Vec<(u32, Vec<(Column, String)>)> {
        let cells = |index| self.sheet.row(index).map(|(at, cell)| (at, self.sheet.shown(cell).into_owned())).collect();
        let count = rows.min(self.sheet.row_count());
        (0..count).map(|index| (self.sheet.row_number(index), cells(index))).collect()
    }

    /// Finds out which decimal sign and which order of day and month a column uses, where a person has not said.
    pub(crate) fn learn_conventions(&self, columns: &mut [MappedColumn], body: std::ops::Range<usize>) {
        use crate::field::FieldType;
        for column in columns {
            let Some(kind) = column.field.map(crate::Field::kind) else { continue };
            let texts = || {
                body.clone().filter_map(|row| match self.sheet.cell(row, column.column) {
                    Some(Cell::Text(id)) => Some(self.sheet.text(id)),
                    _ => None,
                })
            };
            match kind {
                FieldType::Money | FieldType::Number if column.decimal_mark.is_none() => {
                    let mut shown = texts().filter_map(number::evidence).peekable();
                    column.decimal_mark = match (shown.peek(), kind) {
                        (None, FieldType::Money) => number::evidence_of_groups(texts()),
                        _ => only(shown),
                    };
                }
                FieldType::Day if column.day_order.is_none() => {
                    column.day_order = only(texts().filter_map(date::evidence));
                }
                FieldType::Money | FieldType::Number | FieldType::Day | FieldType::Text => {}
            }
        }
    }
}

/// The one convention all cells agree on; none if they disagree.
fn only<T: PartialEq + Copy>(mut shown: impl Iterator<Item = T>) -> Option<T> {
    let first = shown.next()?;
    shown.all(|next| next == first).then_some(first)
}
