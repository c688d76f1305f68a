//! A look at an old xls before it is read: its cells may lie so far apart that the rectangle around them would not
//! fit into memory, and the reader lays out that rectangle.

use std::io::{Cursor, Read};

use crate::{Limits, Refusal};

const BEGINNING: u16 = 0x0809;
const DIMENSIONS: u16 = 0x0200;
const SHEET_NAME: u16 = 0x0085;
/// Records that begin with the row and the column of a cell.
const CELLS: [u16; 8] = [0x0006, 0x00bd, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e];

/// The rectangle around the cells of one sheet.
#[derive(Default)]
struct Around {
    first: Option<(u32, u32)>,
    last: (u32, u32),
}

impl Around {
    fn include(&mut self, row: u32, column: u32) {
        let (first_row, first_column) = self.first.unwrap_or((row, column));
        self.first = Some((first_row.min(row), first_column.min(column)));
        self.last = (self.last.0.max(row), self.last.1.max(column));
    }

    fn area(&self) -> u64 {
        let Some(first) = self.first else { return 0 };
        let rows = u64::from(self.last.0.saturating_sub(first.0)) + 1;
        let columns = u64::from(self.last.1.saturating_sub(first.1)) + 1;
        rows.saturating_mul(columns)
    }
}

pub(crate) fn check(bytes: &[u8], limits: &Limits) -> Result<(), Refusal> {
    let damaged = |_| Refusal::damaged("xls");
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    let mut stream = Vec::new();
    let name = if file.is_stream("/Workbook") { "/Workbook" } else { "/Book" };
    let opened = file.open_stream(name).map_err(damaged)?;
    opened.take(bytes.len() as u64).read_to_end(&mut stream).map_err(damaged)?;
    let mut area = 0_u64;
    let mut sheets = 0;
    let mut around = Around::default();
    let mut rest = stream.as_slice();
    while let Some((record, data, after)) = record(rest) {
        rest = after;
        let word = |at: usize| data.get(at..at + 2).and_then(|two| two.try_into().ok()).map(u16::from_le_bytes);
        let long = |at: usize| data.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes);
        match record {
            BEGINNING => area = area.saturating_add(std::mem::take(&mut around).area()),
            SHEET_NAME => sheets += 1,
            DIMENSIONS => {
                let corners = (|| Some((long(0)?, long(4)?, word(8)?, word(10)?)))();
                if let Some((first_row, last_row, first_column, last_column)) = corners {
                    around.include(first_row, first_column.into());
                    around.include(last_row.saturating_sub(1), last_column.saturating_sub(1).into());
                }
            }
            record if CELLS.contains(&record) => {
                if let (Some(row), Some(column)) = (word(0), word(2)) {
                    around.include(row.into(), column.into());
                }
            }
            _ => {}
        }
        if area.saturating_add(around.area()) > limits.cells {
            return Err(Refusal::TooManyCells { sheet: "xls".to_owned(), most: limits.cells });
        }
        if sheets > limits.sheets {
            return Err(Refusal::TooManySheets { most: limits.sheets });
        }
    }
    Ok(())
}

fn record(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (kind, rest) = bytes.split_first_chunk::<2>()?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let length = usize::from(u16::from_le_bytes(*length)).min(rest.len());
    let (data, rest) = rest.split_at_checked(length)?;
    Some((u16::from_le_bytes(*kind), data, rest))
}
