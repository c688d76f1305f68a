use std::collections::BTreeMap;

use crate::{Area, Position};

/// What is asked. Everything has to hold at once; what is left empty does not restrict.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Question {
    /// As typed: the last word may be unfinished.
    pub text: String,
    pub needs: Needs,
    pub choices: Vec<Choice>,
    pub ranges: Vec<Range>,
    pub area: Option<Area>,
    pub near: Option<Near>,
    pub sort: Sort,
    pub offset: usize,
    pub limit: usize,
    /// Facets whose options are counted. What is chosen of a facet does not lessen the counts of its own options.
    pub count: Vec<String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Needs {
    #[default]
    EveryWord,
    /// More and rarer words come first.
    AnyWord,
}

/// One of the values is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub facet: String,
    pub values: Vec<String>,
}

/// Both ends belong to it. A document without the number is outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    pub number: String,
    pub least: Option<i64>,
    pub most: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    pub position: Position,
    /// No farther than this.
    pub metres: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Best,
    /// To `Question::near`.
    Nearest,
    Least(String),
    Most(String),
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// All, not only those on this page.
    pub total: usize,
    pub hits: Vec<Hit>,
    /// Facet to value to how many. Values that would find nothing are there too.
    pub counts: BTreeMap<String, BTreeMap<String, usize>>,
    /// What was typed and is nowhere.
    pub unknown: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub id: String,
    pub kept: String,
    /// To `Question::near`.
    pub metres: Option<i64>,
}
