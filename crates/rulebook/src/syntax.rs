//! The statements of a rulebook as they are written, each with its place.

use kernel::{Currency, Day, Exact, Language, LocalText, Rounding};

use crate::source::{ClauseId, Span};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Statement {
    pub(crate) kind: StatementKind,
    pub(crate) clause: ClauseId,
    pub(crate) span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum StatementKind {
    Doc { id: String, languages: Vec<(Language, bool)>, reviewed_to: Option<Day> },
    Type { name: Word, of: TypeName },
    InForce { from: Day, until: Option<Day>, governs: Vec<Word> },
    Rates { name: Word, to: Currency },
    Column { name: Word, of: TypeName, default: Option<Expr> },
    Input(Box<InputStatement>),
    Param { name: Word, of: TypeName, by: Option<TypeName>, rows: Vec<ParamRow> },
    Define { level: Level, name: Word, of: TypeName, body: Body },
    Exception(Box<ExceptionStatement>),
    Open { name: Word, of: TypeName, readings: Vec<Expr>, because: LocalText },
    Untranslatable { note: LocalText, taints: Vec<Word> },
    Points(PointsStatement),
    Award(Word),
    Counts { gross: Word, counted: Word },
    Waterfall(Vec<Word>),
    Words(Vec<(Word, LocalText)>),
    Test(Box<TestStatement>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// For each row of the ledger.
    Line,
    /// Over the rows of the ledger.
    Total,
    /// For the production.
    Define,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Body {
    Expr(Expr),
    Aggregate(AggregateStatement),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AggregateStatement {
    /// What is summed; nothing for `count`.
    pub(crate) sum: Option<Word>,
    pub(crate) filter: Option<Expr>,
    pub(crate) groups: Vec<GroupStatement>,
    pub(crate) span: Span,
}

/// `per person at most 500_000 USD`
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GroupStatement {
    pub(crate) key: Word,
    pub(crate) at_most: bool,
    pub(crate) limit: Expr,
    /// What the limit is measured on, if not on what is summed.
    pub(crate) of: Option<Word>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InputStatement {
    pub(crate) name: Word,
    pub(crate) of: TypeName,
    pub(crate) within: Option<(Expr, Expr)>,
    pub(crate) default: Option<(Expr, Option<Expr>)>,
    pub(crate) ask: LocalText,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ParamRow {
    /// The names of the key's list this row is for; none where the parameter has no key.
    pub(crate) keys: Vec<Word>,
    pub(crate) from: Day,
    pub(crate) until: Option<Day>,
    pub(crate) value: Expr,
    pub(crate) known: Option<Day>,
    pub(crate) cite: Option<String>,
    pub(crate) certainty: Option<String>,
    pub(crate) span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ExceptionStatement {
    pub(crate) label: Option<Word>,
    pub(crate) to: Word,
    pub(crate) rank: i64,
    pub(crate) exclusive: bool,
    pub(crate) when: Expr,
    pub(crate) then: Expr,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PointsStatement {
    pub(crate) name: Word,
    pub(crate) pass: i64,
    pub(crate) of: i64,
    pub(crate) items: Vec<PointsItem>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PointsItem {
    Input { name: Word, low: i64, high: i64, ask: LocalText },
    Group { name: Word, at_most: i64, items: Vec<PointsItem> },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TypeName {
    pub(crate) kind: TypeKind,
    pub(crate) span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TypeKind {
    Money(Currency),
    MoneyByCurrency,
    Exact(Currency),
    Rate,
    Count,
    Points,
    Days,
    Date,
    Bool,
    Key,
    Enum(Vec<Word>),
    Named(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Expr {
    pub(crate) kind: ExprKind,
    pub(crate) span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Op {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Plus,
    Minus,
    Times,
    Over,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum SpanUnit {
    Days,
    Months,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Function {
    Min,
    Max,
    Abs,
    Year,
    WithinShare,
    Apportion,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ExprKind {
    Number(Exact),
    Money(Exact, Currency),
    Date(Day),
    Truth(bool),
    Period(i64, SpanUnit),
    /// `a` or `a.b`
    Name(String),
    /// A parameter looked up by key and date.
    Lookup {
        name: Word,
        key: Option<Box<Expr>>,
        at: Option<Box<Expr>>,
    },
    Negate(Box<Expr>),
    Not(Box<Expr>),
    Binary(Op, Box<Expr>, Box<Expr>),
    In(Box<Expr>, Vec<Expr>),
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    Call(Function, Vec<Expr>),
    Round(Rounding, Exact, Box<Expr>),
    Bands {
        marginal: bool,
        of: Box<Expr>,
        bands: Vec<BandStatement>,
    },
    Convert {
        column: Word,
        table: Word,
        on: Box<Expr>,
    },
}

/// `up to 1_000_000 EUR: 30%`; the last band has no limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BandStatement {
    pub(crate) limit: Option<Expr>,
    /// Whether the limit itself belongs to the band.
    pub(crate) inclusive: bool,
    pub(crate) value: Expr,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TestStatement {
    pub(crate) name: Word,
    pub(crate) examples: Vec<String>,
    pub(crate) source: Option<String>,
    pub(crate) same: bool,
    pub(crate) as_of: Option<Day>,
    pub(crate) known: Option<Day>,
    pub(crate) rates: Vec<TestRate>,
    pub(crate) given: Vec<(Word, TestFact)>,
    pub(crate) unset: Vec<Word>,
    pub(crate) lines: Option<TestLines>,
    pub(crate) decide: Vec<(Word, String)>,
    pub(crate) expect: Vec<Expectation>,
    pub(crate) refutes: Vec<Refutation>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TestRate {
    pub(crate) table: Word,
    pub(crate) currency: Currency,
    pub(crate) day: Day,
    pub(crate) rate: Exact,
}

/// A fact as it is written: `30%`, or `0 KZT..300 KZT`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TestFact {
    Is(String),
    Within(String, String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TestLines {
    pub(crate) columns: Vec<Word>,
    /// An empty cell is `None`.
    pub(crate) rows: Vec<Vec<Option<String>>>,
    pub(crate) span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Expectation {
    pub(crate) span: Span,
    pub(crate) kind: ExpectationKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ExpectationKind {
    Is(Word, String),
    In(Word, String, String),
    Unknown(Word),
    NotInForce(Word, Option<Day>),
    Conflict(Word),
    Undefined(Word),
    GovernedBy(Word, Word),
    Asks(Vec<Word>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refutation {
    pub(crate) figure: Word,
    pub(crate) value: String,
    pub(crate) because: String,
    pub(crate) span: Span,
}
