/// How much of a file is read before it is refused. A reader never holds more than this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The file as it comes.
    pub bytes: u64,
    /// All parts of a zipped workbook together, unpacked.
    pub unpacked_bytes: u64,
    pub rows: u32,
    pub columns: u16,
    /// Cells that hold something.
    pub cells: u64,
    pub sheets: usize,
    /// Problems of one kind that keep their place; the rest is only counted.
    pub problems_of_a_kind: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            unpacked_bytes: 512 << 20,
            rows: 500_000,
            columns: 256,
            cells: 12_000_000,
            sheets: 200,
            problems_of_a_kind: 1_000,
        }
    }
}
