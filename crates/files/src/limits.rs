use crate::{Kind, Refusal};

/// What a form accepts.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub bytes: u64,
    pub files: usize,
    pub kinds: &'static [Kind],
}

impl Limits {
    /// Whether so many files may come at once; the form asks before it reads any.
    pub fn check_count(&self, count: usize) -> Result<(), Refusal> {
        match count {
            0 => Err(Refusal::None),
            count if count > self.files => Err(Refusal::TooMany { most: self.files }),
            _ => Ok(()),
        }
    }

    /// For the `accept` of a file field: `.pdf,.docx`.
    pub fn endings(&self) -> String {
        let endings = self.kinds.iter().flat_map(|kind| kind.endings());
        endings.map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(",")
    }
}
