use std::borrow::Cow;
use std::fmt;

use indexmap::IndexSet;
use kernel::{Currency, Day};
use serde::{Deserialize, Serialize};

use crate::{Limits, Refusal, decimal::Decimal};

/// One sheet as it was read: the filled cells only, row after row. Texts are kept once, however often they occur.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    /// The workbook counts its days from 1904.
    pub(crate) from_1904: bool,
    rows: Vec<RowStart>,
    slots: Vec<Slot>,
    texts: IndexSet<Box<str>, foldhash::fast::RandomState>,
    /// The last text of each column.
    above: Vec<Option<TextId>>,
    currencies: Vec<Currency>,
    /// Some cell has a look of its own.
    is_dressed: bool,
}

#[derive(Debug, Clone, Copy)]
struct RowStart {
    number: u32,
    first: u32,
}

/// A cell in sixteen bytes.
#[derive(Debug, Clone, Copy)]
struct Slot {
    column: u16,
    kind: SlotKind,
    /// One more than the place in the sheet's list; nought for none.
    currency: u8,
    indent: u8,
    payload: u64,
}

/// What a cell says by its looks: the currency its number is shown with, and how far it is indented.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) currency: Option<Currency>,
    pub(crate) indent: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SlotKind {
    Text,
    Number,
    Whole,
    Day,
    Truth,
    Fault,
}

/// What a cell holds. A number is kept as the file has it and becomes exact only through its decimal text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Cell {
    Text(TextId),
    Number(f64),
    Whole(i64),
    Day(Day),
    Truth(bool),
    Fault(CellFault),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TextId(u32);

/// An error a spreadsheet program left in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CellFault {
    DivisionByZero,
    NotAvailable,
    Name,
    Null,
    Number,
    Reference,
    Value,
    Loading,
}

impl CellFault {
    const ALL: [Self; 8] = [
        Self::DivisionByZero,
        Self::NotAvailable,
        Self::Name,
        Self::Null,
        Self::Number,
        Self::Reference,
        Self::Value,
        Self::Loading,
    ];

    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::DivisionByZero => "#DIV/0!",
            Self::NotAvailable => "#N/A",
            Self::Name => "#NAME?",
            Self::Null => "#NULL!",
            Self::Number => "#NUM!",
            Self::Reference => "#REF!",
            Self::Value => "#VALUE!",
            Self::Loading => "#GETTING_DATA",
        }
    }

    /// A csv file has such errors only as text.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        text.starts_with('#').then(|| Self::ALL.into_iter().find(|fault| fault.text() == text))?
    }
}

impl TextId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A column by its place: 0 is `A`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Column(pub u16);

impl fmt::Display for Column {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut left = u32::from(self.0) + 1;
        while left > 0 {
            left -= 1;
            letters.push(b'A' + u8::try_from(left % 26).unwrap_or(0));
            left /= 26;
        }
        letters.iter().rev().try_for_each(|letter| write!(out, "{}", char::from(*letter)))
    }
}

impl fmt::Debug for Column {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}

impl From<Column> for String {
    fn from(column: Column) -> Self {
        column.to_string()
    }
}

impl TryFrom<String> for Column {
    type Error = String;

    fn try_from(letters: String) -> Result<Self, String> {
        let place = letters.bytes().try_fold(0_u32, |place, letter| match letter {
            b'A'..=b'Z' => place.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1),
            _ => None,
        });
        place
            .and_then(|place| place.checked_sub(1))
            .and_then(|place| u16::try_from(place).ok())
            .map(Self)
            .ok_or_else(|| format!("`{letters}` is not a column; write `A`, `B` … `AA`"))
    }
}

impl Slot {
    fn new(column: u16, cell: Cell) -> Self {
        let (kind, payload) = match cell {
            Cell::Text(id) => (SlotKind::Text, u64::from(id.0)),
            Cell::Number(number) => (SlotKind::Number, number.to_bits()),
            Cell::Whole(number) => (SlotKind::Whole, number.cast_unsigned()),
            Cell::Day(day) => (SlotKind::Day, i64::from(day.number()).cast_unsigned()),
            Cell::Truth(truth) => (SlotKind::Truth, u64::from(truth)),
            Cell::Fault(fault) => {
                let place = CellFault::ALL.iter().position(|known| *known == fault).unwrap_or(0);
                (SlotKind::Fault, place as u64)
            }
        };
        Self { column, kind, currency: 0, indent: 0, payload }
    }

    fn cell(self) -> Cell {
        match self.kind {
            SlotKind::Text => Cell::Text(TextId(u32::try_from(self.payload).unwrap_or(u32::MAX))),
            SlotKind::Number => Cell::Number(f64::from_bits(self.payload)),
            SlotKind::Whole => Cell::Whole(self.payload.cast_signed()),
            SlotKind::Day => {
                let number = i32::try_from(self.payload.cast_signed()).unwrap_or(0);
                Day::from_number(number).map_or(Cell::Fault(CellFault::Value), Cell::Day)
            }
            SlotKind::Truth => Cell::Truth(self.payload != 0),
            SlotKind::Fault => {
                let fault = usize::try_from(self.payload).ok().and_then(|place| CellFault::ALL.get(place));
                Cell::Fault(fault.copied().unwrap_or(CellFault::Value))
            }
        }
    }
}

impl Sheet {
    pub(crate) fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Adds the next cell. Cells come row by row; a second cell in the same place is passed over.
    pub(crate) fn push(&mut self, row: u32, column: u32, cell: Cell, limits: &Limits) -> Result<(), Refusal> {
        let sheet = || self.name.clone();
        if row >= limits.rows {
            return Err(Refusal::TooManyRows { sheet: sheet(), most: limits.rows });
        }
        let Some(column) = u16::try_from(column).ok().filter(|column| *column < limits.columns) else {
            return Err(Refusal::TooManyColumns { sheet: sheet(), most: limits.columns });
        };
        if self.slots.len() as u64 >= limits.cells {
            return Err(Refusal::TooManyCells { sheet: sheet(), most: limits.cells });
        }
        match self.rows.last() {
            Some(last) if last.number == row => {}
            Some(last) if last.number > row => return Err(Refusal::damaged("rows out of order")),
            _ => self.rows.push(RowStart { number: row, first: u32::try_from(self.slots.len()).unwrap_or(u32::MAX) }),
        }
        self.slots.push(Slot::new(column, cell));
        Ok(())
    }

    pub(crate) fn push_text(&mut self, row: u32, column: u32, text: &str, limits: &Limits) -> Result<(), Refusal> {
        if text.chars().all(is_blank) {
            return Ok(());
        }
        // Most columns say the same as in the row above, which is found out sooner than the text's place.
        let above = usize::try_from(column).ok().and_then(|column| self.above.get(column)).copied().flatten();
        let id = match above.filter(|above| self.text(*above) == text) {
            Some(above) => above,
            None => self.text_id(text),
        };
        self.push(row, column, Cell::Text(id), limits)?;
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if self.above.len() <= column {
            self.above.resize(column.saturating_add(1), None);
        }
        if let Some(above) = self.above.get_mut(column) {
            *above = Some(id);
        }
        Ok(())
    }

    /// Says how the cell just added looks.
    pub(crate) fn dress(&mut self, look: Look) {
        let currency = match look.currency {
            None => 0,
            Some(currency) => {
                let known = self.currencies.iter().position(|known| *known == currency);
                let place = known.unwrap_or_else(|| {
                    self.currencies.push(currency);
                    self.currencies.len() - 1
                });
                u8::try_from(place + 1).unwrap_or(0)
            }
        };
        if let Some(last) = self.slots.last_mut() {
            (last.currency, last.indent) = (currency, look.indent);
            self.is_dressed = true;
        }
    }

    pub(crate) fn look(&self, index: usize, column: Column) -> Look {
        if !self.is_dressed {
            return Look::default();
        }
        let slot = self.slots_of(index).iter().find(|slot| slot.column == column.0);
        slot.map_or_else(Look::default, |slot| Look {
            currency: usize::from(slot.currency).checked_sub(1).and_then(|place| self.currencies.get(place)).copied(),
            indent: slot.indent,
        })
    }

    fn text_id(&mut self, text: &str) -> TextId {
        let index = match self.texts.get_index_of(text) {
            Some(index) => index,
            None => self.texts.insert_full(text.into()).0,
        };
        TextId(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub(crate) fn text(&self, id: TextId) -> &str {
        self.texts.get_index(id.index()).map_or("", |text| text)
    }

    pub(crate) fn distinct_texts(&self) -> usize {
        self.texts.len()
    }

    pub(crate) fn filled_cells(&self) -> usize {
        self.slots.len()
    }

    /// How many rows hold something.
    pub(crate) fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// The row's number as a person counts: the first is 1.
    pub(crate) fn row_number(&self, index: usize) -> u32 {
        self.rows.get(index).map_or(0, |row| row.number.saturating_add(1))
    }

    /// The filled cells of a row, in the order of the file.
    pub(crate) fn row(&self, index: usize) -> impl Iterator<Item = (Column, Cell)> {
        self.slots_of(index).iter().map(|slot| (Column(slot.column), slot.cell()))
    }

    fn slots_of(&self, index: usize) -> &[Slot] {
        let first = self.rows.get(index).map_or(0, |row| row.first as usize);
        let end = self.rows.get(index.saturating_add(1)).map_or(self.slots.len(), |row| row.first as usize);
        if index < self.rows.len() { self.slots.get(first..end).unwrap_or_default() } else { &[] }
    }

    pub(crate) fn cell(&self, index: usize, column: Column) -> Option<Cell> {
        self.row(index).find(|(at, _)| *at == column).map(|(_, cell)| cell)
    }

    /// A cell as a person reads it.
    pub(crate) fn shown(&self, cell: Cell) -> Cow<'_, str> {
        match cell {
            Cell::Text(id) => Cow::Borrowed(self.text(id).trim_matches(is_blank)),
            Cell::Number(number) => match Decimal::from_float(number) {
                Some(decimal) => Cow::Owned(decimal.to_string()),
                None => Cow::Borrowed("#NUM!"),
            },
            Cell::Whole(number) => Cow::Owned(number.to_string()),
            Cell::Day(day) => Cow::Owned(day.to_string()),
            Cell::Truth(true) => Cow::Borrowed("TRUE"),
            Cell::Truth(false) => Cow::Borrowed("FALSE"),
            Cell::Fault(fault) => Cow::Borrowed(fault.text()),
        }
    }
}

/// White space, and what is as good as white space in a cell: no-break spaces, a byte order mark, control characters.
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace() || character.is_control() || matches!(character, '\u{feff}' | '\u{200b}'..='\u{200f}')
}

#[cfg(test)]
mod tests {
    use super::{Cell, Column, Sheet};
    use crate::{Limits, Refusal};

    #[test]
    fn columns_are_written_as_letters() {
        for (place, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(Column(place).to_string(), letters);
            assert_eq!(Column::try_from(letters.to_owned()), Ok(Column(place)));
        }
        assert!(Column::try_from(String::new()).is_err());
        assert!(Column::try_from("A1".to_owned()).is_err());
    }

    #[test]
    fn a_sheet_gives_back_its_cells() {
        let limits = Limits::default();
        let mut sheet = Sheet::new("s");
        sheet.push_text(0, 0, "Catering", &limits).unwrap();
        sheet.push(0, 2, Cell::Whole(-7), &limits).unwrap();
        sheet.push_text(4, 1, "Catering", &limits).unwrap();
        assert_eq!((sheet.row_count(), sheet.row_number(1), sheet.distinct_texts()), (2, 5, 1));
        let shown: Vec<String> = sheet.row(0).map(|(at, cell)| format!("{at}={}", sheet.shown(cell))).collect();
        assert_eq!(shown, ["A=Catering", "C=-7"]);
    }

    #[test]
    fn a_row_too_many_is_refused() {
        let limits = Limits { rows: 2, ..Limits::default() };
        let refused = Sheet::new("s").push(2, 0, Cell::Whole(1), &limits);
        assert_eq!(refused, Err(Refusal::TooManyRows { sheet: "s".into(), most: 2 }));
    }
}
