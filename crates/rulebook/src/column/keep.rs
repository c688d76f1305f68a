//! What is kept of the rows by the `counts` statement, some hundred rows at a time.

pub(crate) trait Keep {
    fn keep(&mut self, first_row: usize, gross: &[i64], counted: &[i64], reasons: &[u16]);
}

/// Every row by itself, in smallest units; a reason is an exception's number plus one, or nought.
pub(crate) struct EachRow {
    pub(crate) gross: Vec<i64>,
    pub(crate) counted: Vec<i64>,
    pub(crate) reasons: Vec<u16>,
}

impl EachRow {
    pub(crate) fn new(rows: usize) -> Self {
        let lines = || Vec::with_capacity(rows);
        Self { gross: lines(), counted: lines(), reasons: Vec::with_capacity(rows) }
    }
}

impl Keep for EachRow {
    fn keep(&mut self, _: usize, gross: &[i64], counted: &[i64], reasons: &[u16]) {
        self.gross.extend_from_slice(gross);
        self.counted.extend_from_slice(counted);
        self.reasons.extend_from_slice(reasons);
    }
}

/// The sums, and the rows that do not count or not in full.
pub(crate) struct LeftOut {
    pub(crate) gross: i128,
    pub(crate) counted: i128,
    /// By reason: what is left out, and which rows that is.
    pub(crate) by_reason: Vec<(i128, Vec<usize>)>,
}

impl LeftOut {
    pub(crate) fn new(exceptions: usize) -> Self {
        Self { gross: 0, counted: 0, by_reason: vec![(0, Vec::new()); exceptions + 1] }
    }
}

impl Keep for LeftOut {
    fn keep(&mut self, first_row: usize, gross: &[i64], counted: &[i64], reasons: &[u16]) {
        for (row, ((gross, counted), reason)) in (first_row..).zip(gross.iter().zip(counted).zip(reasons)) {
            self.gross += i128::from(*gross);
            self.counted += i128::from(*counted);
            if gross != counted
                && let Some((amount, rows)) = self.by_reason.get_mut(usize::from(*reason))
            {
                *amount += i128::from(*gross) - i128::from(*counted);
                rows.push(row);
            }
        }
    }
}
