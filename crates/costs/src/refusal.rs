use crate::Limits;

/// Why a file cannot be read at all. Nothing of it is kept then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the file is empty")]
    Empty,
    #[error("the file has {found} bytes, at most {most} are read")]
    TooManyBytes { found: u64, most: u64 },
    #[error("unpacked, the file would have more than {most} bytes")]
    TooManyUnpackedBytes { most: u64 },
    #[error("sheet `{sheet}` has more than {most} rows")]
    TooManyRows { sheet: String, most: u32 },
    #[error("sheet `{sheet}` has more than {most} columns")]
    TooManyColumns { sheet: String, most: u16 },
    #[error("sheet `{sheet}` has more than {most} filled cells")]
    TooManyCells { sheet: String, most: u64 },
    #[error("the workbook has more than {most} sheets")]
    TooManySheets { most: usize },
    #[error("the file is protected by a password")]
    Encrypted,
    #[error("this is not a spreadsheet but looks like {looks_like}")]
    NotASpreadsheet { looks_like: &'static str },
    #[error("the file is damaged or was not copied to its end: {part}")]
    Damaged { part: String },
    #[error("the workbook has no sheet `{sheet}`")]
    NoSuchSheet { sheet: String },
    #[error("no sheet has anything in it")]
    NothingInside,
    #[error("no row looks like the heading of a ledger")]
    NoLedger { sheets: Vec<String> },
}

impl Refusal {
    /// The key of the sentence in words/. The sentence that says what to do has the same key with `-fix` after it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "costs-refusal-empty",
            Self::TooManyBytes { .. } => "costs-refusal-too-many-bytes",
            Self::TooManyUnpackedBytes { .. } => "costs-refusal-too-many-unpacked-bytes",
            Self::TooManyRows { .. } => "costs-refusal-too-many-rows",
            Self::TooManyColumns { .. } => "costs-refusal-too-many-columns",
            Self::TooManyCells { .. } => "costs-refusal-too-many-cells",
            Self::TooManySheets { .. } => "costs-refusal-too-many-sheets",
            Self::Encrypted => "costs-refusal-encrypted",
            Self::NotASpreadsheet { .. } => "costs-refusal-not-a-spreadsheet",
            Self::Damaged { .. } => "costs-refusal-damaged",
            Self::NoSuchSheet { .. } => "costs-refusal-no-such-sheet",
            Self::NothingInside => "costs-refusal-nothing-inside",
            Self::NoLedger { .. } => "costs-refusal-no-ledger",
        }
    }

    pub fn fix_key(&self) -> String {
        format!("{}-fix", self.key())
    }

    /// What stands in the sentence's places.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty | Self::Encrypted | Self::NothingInside => Vec::new(),
            Self::TooManyBytes { found, most } => {
                vec![("found", megabytes(*found)), ("most", megabytes(*most))]
            }
            Self::TooManyUnpackedBytes { most } => vec![("most", megabytes(*most))],
            Self::TooManyRows { sheet, most } => vec![("sheet", sheet.clone()), ("most", most.to_string())],
            Self::TooManyColumns { sheet, most } => vec![("sheet", sheet.clone()), ("most", most.to_string())],
            Self::TooManyCells { sheet, most } => vec![("sheet", sheet.clone()), ("most", most.to_string())],
            Self::TooManySheets { most } => vec![("most", most.to_string())],
            Self::NotASpreadsheet { looks_like } => vec![("looks-like", (*looks_like).to_owned())],
            Self::Damaged { part } => vec![("part", part.clone())],
            Self::NoSuchSheet { sheet } => vec![("sheet", sheet.clone())],
            Self::NoLedger { sheets } => vec![("sheets", sheets.join(", "))],
        }
    }

    pub(crate) fn too_many_bytes(found: usize, limits: &Limits) -> Option<Self> {
        let found = found as u64;
        (found > limits.bytes).then_some(Self::TooManyBytes { found, most: limits.bytes })
    }

    pub(crate) fn damaged(part: impl ToString) -> Self {
        Self::Damaged { part: part.to_string() }
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1 << 20))
}
