//! A checked rulebook: every name resolved, every type known. Holding one means that it can be run.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Currency, Day, Exact, Language, LocalText, Rounding};

use crate::source::{Clause, ClauseId, Document, Span};
pub use crate::syntax::Level;
use crate::syntax::{Function, Op, TestStatement};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);
    )* };
}

ids! {
    /// An expression in the rulebook's store; equal expressions have one id.
    ExprId,
    ColumnId,
    InputId,
    ParamId,
    /// A line, total or define.
    FigureId,
    OpenId,
    TableId,
    /// A list of names that an `enum` consists of.
    ListId,
    /// Where an exception stands in the rulebook; also the reason why a line does not count.
    ExceptionId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Type {
    Money(Currency),
    /// Of a column only: each row brings its own currency.
    MoneyByCurrency,
    /// Money that is not rounded yet.
    Exact(Currency),
    Rate,
    Count,
    Points,
    Days,
    Date,
    Bool,
    Key,
    Choice(ListId),
}

impl Type {
    pub fn currency(&self) -> Option<Currency> {
        match self {
            Self::Money(currency) | Self::Exact(currency) => Some(*currency),
            _ => None,
        }
    }

    pub fn is_number(&self) -> bool {
        !matches!(self, Self::Date | Self::Bool | Self::Key | Self::Choice(_) | Self::MoneyByCurrency)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rulebook {
    pub id: String,
    pub title: String,
    /// SHA-256 of the file, in hexadecimal: the version.
    pub hash: String,
    pub text: String,
    pub document: Document,
    pub languages: Vec<(Language, bool)>,
    /// Up to which day somebody looked for newer law.
    pub reviewed_to: Option<Day>,
    pub columns: Vec<Column>,
    pub inputs: Vec<Input>,
    pub params: Vec<Param>,
    pub figures: Vec<Figure>,
    pub opens: Vec<Open>,
    pub tables: Vec<Table>,
    pub exceptions: Vec<Exception>,
    pub in_force: Vec<InForce>,
    pub untranslatable: Vec<Untranslatable>,
    pub points: Vec<Points>,
    pub award: Option<FigureId>,
    /// The gross line and the line that counts.
    pub counts: Option<(FigureId, FigureId)>,
    pub waterfall: Vec<FigureId>,
    pub words: BTreeMap<String, LocalText>,
    pub lists: Vec<Vec<String>>,
    pub(crate) nodes: Vec<Node>,
    /// Inputs, open points and figures, each after what it rests on.
    pub(crate) order: Vec<Step>,
    /// What each of them rests on directly.
    pub(crate) needs: BTreeMap<Step, BTreeSet<Step>>,
    /// Totals, and what rests on one: worked out after the lines.
    pub(crate) after_totals: BTreeSet<Step>,
    pub(crate) tests: Vec<(ClauseId, TestStatement)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Step {
    Input(InputId),
    Open(OpenId),
    Figure(FigureId),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub of: Type,
    pub clause: ClauseId,
    pub(crate) default: Option<ExprId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    pub name: String,
    pub of: Type,
    pub within: Option<(Bound, Bound)>,
    pub ask: LocalText,
    pub clause: ClauseId,
    pub(crate) default: Option<(ExprId, Option<ExprId>)>,
}

/// One end of a range: a number, or a day as its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    Number(Exact),
    Day(Day),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    pub name: String,
    pub of: Type,
    pub by: Option<ListId>,
    pub rows: Vec<ParamRow>,
    pub clause: ClauseId,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParamRow {
    /// Which names of the key's list the row is for; all of them where the parameter has no key.
    pub keys: Option<Vec<u8>>,
    pub from: Day,
    pub until: Option<Day>,
    pub value: ParamValue,
    pub known: Option<Day>,
    pub cite: Option<String>,
    pub certainty: Option<String>,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamValue {
    Number(Exact),
    Day(Day),
    Truth(bool),
    Choice(u8),
}

impl Column {
    /// Whether an empty cell means something.
    pub fn has_default(&self) -> bool {
        self.default.is_some()
    }
}

/// A line, total or define, with the exceptions to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    pub name: String,
    pub level: Level,
    pub of: Type,
    pub clause: ClauseId,
    pub span: Span,
    pub body: Body,
    /// Highest rank first.
    pub exceptions: Vec<ExceptionId>,
    /// What could not be encoded and touches this figure; indexes into `untranslatable`.
    pub taints: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    Expr(ExprId),
    Aggregate(Aggregate),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aggregate {
    /// What is summed; rows are counted where there is nothing.
    pub sum: Option<Summand>,
    pub filter: Option<ExprId>,
    pub groups: Vec<Group>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Summand {
    Line(FigureId),
    Column(ColumnId),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub key: ColumnId,
    /// A ceiling for each group, or a threshold below which a group falls out.
    pub at_most: bool,
    pub limit: ExprId,
    /// What the limit is measured on, over all rows of the group, if not on what is summed.
    pub of: Option<Summand>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    pub label: Option<String>,
    /// The figure it belongs to in the end.
    pub figure: FigureId,
    pub rank: i64,
    pub exclusive: bool,
    pub when: ExprId,
    pub then: ExprId,
    /// Exceptions to this exception; highest rank first.
    pub exceptions: Vec<ExceptionId>,
    pub clause: ClauseId,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    pub name: String,
    pub of: Type,
    pub readings: Vec<Reading>,
    pub because: LocalText,
    pub clause: ClauseId,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// As it is written: `application_date`.
    pub text: String,
    pub(crate) expr: ExprId,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    pub to: Currency,
    pub clause: ClauseId,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    pub from: Day,
    pub until: Option<Day>,
    pub governs: Vec<FigureId>,
    pub clause: ClauseId,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untranslatable {
    pub note: LocalText,
    pub clause: ClauseId,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Points {
    pub name: String,
    pub pass: i64,
    pub of: i64,
    pub clause: ClauseId,
    pub inputs: Vec<InputId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Node {
    pub(crate) kind: NodeKind,
    pub(crate) of: Type,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum NodeKind {
    /// Money in whole units, a rate, a count.
    Number(Exact),
    Date(Day),
    Truth(bool),
    Choice(u8),
    AsOf,
    Column(ColumnId),
    Input(InputId),
    Open(OpenId),
    Figure(FigureId),
    Param {
        param: ParamId,
        key: Option<ExprId>,
        at: Option<ExprId>,
    },
    Negate(ExprId),
    Not(ExprId),
    Binary(Op, ExprId, ExprId),
    /// A date so many months on.
    Months(ExprId, i64),
    In(ExprId, Vec<ExprId>),
    If(ExprId, ExprId, ExprId),
    Call(Function, Vec<ExprId>),
    Round(Rounding, Exact, ExprId),
    Bands {
        marginal: bool,
        of: ExprId,
        bands: Vec<Band>,
    },
    Convert {
        column: ColumnId,
        table: TableId,
        on: ExprId,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Band {
    pub(crate) limit: Option<ExprId>,
    pub(crate) inclusive: bool,
    pub(crate) value: ExprId,
}

static NOTHING: Node = Node { kind: NodeKind::Truth(false), of: Type::Bool };

impl Rulebook {
    pub(crate) fn node(&self, id: ExprId) -> &Node {
        // INVARIANT: ids are handed out by the checker for this store alone.
        self.nodes.get(id.0).unwrap_or(&NOTHING)
    }

    pub fn figure(&self, id: FigureId) -> Option<&Figure> {
        self.figures.get(id.0)
    }

    pub fn find_figure(&self, name: &str) -> Option<FigureId> {
        self.figures.iter().position(|figure| figure.name == name).map(FigureId)
    }

    pub fn find_input(&self, name: &str) -> Option<InputId> {
        self.inputs.iter().position(|input| input.name == name).map(InputId)
    }

    pub fn find_column(&self, name: &str) -> Option<ColumnId> {
        self.columns.iter().position(|column| column.name == name).map(ColumnId)
    }

    pub fn find_open(&self, name: &str) -> Option<OpenId> {
        self.opens.iter().position(|open| open.name == name).map(OpenId)
    }

    pub fn list(&self, id: ListId) -> &[String] {
        self.lists.get(id.0).map_or(&[], Vec::as_slice)
    }

    pub fn clause(&self, id: ClauseId) -> Option<&Clause> {
        self.document.clause(id)
    }

    pub fn anchor(&self, id: ClauseId) -> &str {
        self.document.clause(id).map_or("", |clause| clause.anchor.as_str())
    }

    /// What a name is called in a language: its words, or the name with spaces.
    pub fn label(&self, name: &str, language: Language) -> String {
        let words = self.words.get(name).and_then(|words| words.or_other(language));
        words.map_or_else(|| name.replace('_', " ").replace('.', ", "), str::to_owned)
    }

    /// What a name of a list is called: the words for `input.name`, or those for `name` alone.
    pub fn option_label(&self, of: &str, option: &str, language: Language) -> String {
        let full = format!("{of}.{option}");
        let name = if self.words.contains_key(&full) { full.as_str() } else { option };
        self.label(name, language)
    }

    /// What an exception is called: its label's words, else the title of its clause.
    pub fn exception_label(&self, id: ExceptionId, language: Language) -> String {
        let Some(exception) = self.exceptions.get(id.0) else { return String::new() };
        match &exception.label {
            Some(label) => self.label(label, language),
            None => self.clause(exception.clause).map(|clause| clause.title.clone()).unwrap_or_default(),
        }
    }

    /// The type as a person writes it.
    pub fn type_text(&self, of: Type) -> String {
        match of {
            Type::Money(currency) => format!("money {currency}"),
            Type::MoneyByCurrency => "money by currency".to_owned(),
            Type::Exact(currency) => format!("exact {currency}"),
            Type::Rate => "rate".to_owned(),
            Type::Count => "count".to_owned(),
            Type::Points => "points".to_owned(),
            Type::Days => "days".to_owned(),
            Type::Date => "date".to_owned(),
            Type::Bool => "bool".to_owned(),
            Type::Key => "key".to_owned(),
            Type::Choice(list) => format!("enum {{{}}}", self.list(list).join(", ")),
        }
    }
}
