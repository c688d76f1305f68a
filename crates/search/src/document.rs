use kernel::Language;

use crate::Position;

/// What documents of an index carry beside words, facets and a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema {
    /// Names of numbers by which documents are filtered or sorted.
    pub numbers: Vec<String>,
    /// Raised when the same record makes another document: what was indexed before is then made again.
    pub version: u32,
}

/// A record as it is found. Two with one id are one: the later takes the place of the earlier.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    pub id: String,
    pub words: Vec<Words>,
    /// Name and value; a name may have many values.
    pub facets: Vec<(String, String)>,
    pub numbers: Vec<(String, i64)>,
    pub position: Option<Position>,
    /// Among equals the greater comes first.
    pub order: i64,
    /// Given back with each hit, so that a list can be shown without reading the records.
    pub kept: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub language: Language,
    pub text: String,
    pub weight: Weight,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// What a thing is called.
    Name,
    /// What it is, in single words.
    Keyword,
    /// What is told of it.
    Text,
}

impl Weight {
    pub(crate) const ALL: [Self; 3] = [Self::Name, Self::Keyword, Self::Text];
}
