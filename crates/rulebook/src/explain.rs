//! Says in pieces what a figure is made of: names, signs, values and words, which a page or a terminal
//! puts into the reader's language. The same pieces serve for the law (without values) and for a result (with them).

use crate::book::{
    Band, Body, ColumnId, ExceptionId, ExprId, FigureId, InputId, NodeKind, OpenId, ParamId, Reading, Rulebook,
    Summand, TableId, Type,
};
use crate::estimate::Estimate;
use crate::source::ClauseId;
use crate::syntax::{Function, Op};
use crate::value::Value;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// `+`, `×`, `(`, `≥`: the same in every language.
    Sign(&'static str),
    /// A word with a key such as `least-of`; some carry something to fill in.
    Word(&'static str, Option<String>),
    Name {
        target: Target,
        of: Type,
        value: Option<Value>,
    },
    Literal {
        value: Value,
        of: Type,
    },
}

/// What a name in a formula leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    Figure(FigureId),
    Input(InputId),
    Param(ParamId),
    Open(OpenId),
    Column(ColumnId),
    Table(TableId),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    pub figure: FigureId,
    pub clause: ClauseId,
    pub of: Type,
    pub value: Option<Value>,
    /// What the figure came to by: the base, or the exception that decided.
    pub formula: Vec<Piece>,
    /// The figure was given as a fact and not worked out.
    pub given: bool,
    /// The limb of a `min` or `max` that decided.
    pub governed_by: Option<String>,
    pub exceptions: Vec<Excepted>,
    /// What it rests on directly, in the order of the formula.
    pub rests_on: Vec<Target>,
}

/// An exception as it is written, and whether it applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excepted {
    pub exception: ExceptionId,
    pub clause: ClauseId,
    pub when: Vec<Piece>,
    pub then: Vec<Piece>,
    /// Nothing without facts, or for a line, where it differs from row to row.
    pub applied: Option<bool>,
    pub exceptions: Vec<Excepted>,
}

impl Rulebook {
    /// How a figure is worked out; with an estimate, how it was.
    pub fn explain(&self, id: FigureId, estimate: Option<&Estimate>) -> Option<Explanation> {
        let figure = self.figure(id)?;
        let applied = estimate.map_or(&[][..], |estimate| estimate.applied(id));
        let deciding = applied.last().and_then(|exception| self.exceptions.get(exception.0));
        let printer = Printer { book: self, estimate };
        let mut formula = Vec::new();
        match (deciding, &figure.body) {
            (Some(exception), _) => printer.print(exception.then, 0, &mut formula),
            (None, Body::Expr(expr)) => printer.print(*expr, 0, &mut formula),
            (None, Body::Aggregate(_)) => printer.aggregate(id, &mut formula),
        }
        let mut rests_on = Vec::new();
        for piece in &formula {
            if let Piece::Name { target, .. } = piece
                && !rests_on.contains(target)
            {
                rests_on.push(*target);
            }
        }
        Some(Explanation {
            figure: id,
            clause: figure.clause,
            of: figure.of,
            value: estimate.and_then(|estimate| estimate.value(id)).cloned(),
            formula,
            given: estimate
                .is_some_and(|estimate| estimate.value(id).is_some() && !estimate.log.applied.contains_key(&id)),
            governed_by: estimate.and_then(|estimate| self.governing(id, estimate)),
            exceptions: figure
                .exceptions
                .iter()
                .filter_map(|exception| printer.excepted(*exception, applied))
                .collect(),
            rests_on,
        })
    }

    /// An expression as pieces, without values.
    pub(crate) fn pieces(&self, id: ExprId) -> Vec<Piece> {
        let mut pieces = Vec::new();
        Printer { book: self, estimate: None }.print(id, 0, &mut pieces);
        pieces
    }

    pub fn target_name(&self, target: Target) -> &str {
        match target {
            Target::Figure(id) => self.figures.get(id.0).map_or("", |figure| &figure.name),
            Target::Input(id) => self.inputs.get(id.0).map_or("", |input| &input.name),
            Target::Param(id) => self.params.get(id.0).map_or("", |param| &param.name),
            Target::Open(id) => self.opens.get(id.0).map_or("", |open| &open.name),
            Target::Column(id) => self.columns.get(id.0).map_or("", |column| &column.name),
            Target::Table(id) => self.tables.get(id.0).map_or("", |table| &table.name),
        }
    }

    pub fn target_clause(&self, target: Target) -> ClauseId {
        match target {
            Target::Figure(id) => self.figures.get(id.0).map(|figure| figure.clause),
            Target::Input(id) => self.inputs.get(id.0).map(|input| input.clause),
            Target::Param(id) => self.params.get(id.0).map(|param| param.clause),
            Target::Open(id) => self.opens.get(id.0).map(|open| open.clause),
            Target::Column(id) => self.columns.get(id.0).map(|column| column.clause),
            Target::Table(id) => self.tables.get(id.0).map(|table| table.clause),
        }
        .unwrap_or_default()
    }

    /// The figures that name something in their bodies or exceptions.
    pub fn used_by(&self, target: Target) -> Vec<FigureId> {
        let uses = |id: &FigureId| {
            let mut found = false;
            if let Some(Body::Aggregate(aggregate)) = self.figure(*id).map(|figure| &figure.body) {
                let measured = aggregate.groups.iter().filter_map(|group| group.of);
                found |= aggregate.sum.into_iter().chain(measured).any(|summand| match summand {
                    Summand::Line(line) => target == Target::Figure(line),
                    Summand::Column(column) => target == Target::Column(column),
                });
                found |= aggregate.groups.iter().any(|group| target == Target::Column(group.key));
            }
            for root in self.roots(*id) {
                self.visit(root, &mut |kind| {
                    found |= match kind {
                        NodeKind::Figure(id) => target == Target::Figure(*id),
                        NodeKind::Input(id) => target == Target::Input(*id),
                        NodeKind::Open(id) => target == Target::Open(*id),
                        NodeKind::Column(id) => target == Target::Column(*id),
                        NodeKind::Param { param, .. } => target == Target::Param(*param),
                        NodeKind::Convert { column, table, .. } => {
                            target == Target::Column(*column) || target == Target::Table(*table)
                        }
                        _ => false,
                    };
                });
            }
            found
        };
        (0..self.figures.len()).map(FigureId).filter(uses).collect()
    }

    /// What an input is taken as where nothing is told: one value, or the ends of a range.
    pub fn explain_default(&self, id: InputId) -> Option<(Vec<Piece>, Option<Vec<Piece>>)> {
        let (low, high) = self.inputs.get(id.0)?.default?;
        Some((self.pieces(low), high.map(|high| self.pieces(high))))
    }

    pub fn explain_reading(&self, reading: &Reading) -> Vec<Piece> {
        self.pieces(reading.expr)
    }

    /// The condition and result of an exception, as pieces.
    pub fn explain_exception(&self, id: ExceptionId) -> Option<Excepted> {
        Printer { book: self, estimate: None }.excepted(id, &[])
    }
}

impl Estimate {
    /// What an expression of the production came to.
    pub(crate) fn expr_value(&self, book: &Rulebook, id: ExprId) -> Option<Value> {
        match book.node(id).kind {
            // All readings together, not the one that was logged.
            NodeKind::Figure(figure) => self.value(figure).cloned(),
            NodeKind::Input(input) => self.input(input).cloned(),
            _ => self.log.values.get(&id).cloned(),
        }
    }
}

struct Printer<'a> {
    book: &'a Rulebook,
    estimate: Option<&'a Estimate>,
}

impl Printer<'_> {
    fn excepted(&self, id: ExceptionId, applied: &[ExceptionId]) -> Option<Excepted> {
        let exception = self.book.exceptions.get(id.0)?;
        let is_line = self.book.figure(exception.figure).is_some_and(|figure| figure.level == crate::book::Level::Line);
        let (mut when, mut then) = (Vec::new(), Vec::new());
        self.print(exception.when, 0, &mut when);
        self.print(exception.then, 0, &mut then);
        Some(Excepted {
            exception: id,
            clause: exception.clause,
            when,
            then,
            applied: (self.estimate.is_some() && !is_line).then(|| applied.contains(&id)),
            exceptions: exception.exceptions.iter().filter_map(|inner| self.excepted(*inner, applied)).collect(),
        })
    }

    fn aggregate(&self, id: FigureId, out: &mut Vec<Piece>) {
        let Some(Body::Aggregate(aggregate)) = self.book.figure(id).map(|figure| &figure.body) else { return };
        match aggregate.sum {
            None => out.push(Piece::Word("count-of-lines", None)),
            Some(summand) => {
                out.push(Piece::Word("sum-of", None));
                out.push(self.summand(summand));
            }
        }
        if let Some(filter) = aggregate.filter {
            out.push(Piece::Word("where", None));
            self.print(filter, 0, out);
        }
        for group in &aggregate.groups {
            out.push(Piece::Word("for-each", None));
            out.push(self.name(Target::Column(group.key), Type::Key, None));
            out.push(Piece::Word(if group.at_most { "at-most" } else { "at-least" }, None));
            self.print(group.limit, 0, out);
            if let Some(of) = group.of {
                out.push(Piece::Word("measured-on", None));
                out.push(self.summand(of));
            }
        }
    }

    fn summand(&self, summand: Summand) -> Piece {
        match summand {
            Summand::Line(line) => {
                let of = self.book.figure(line).map_or(Type::Rate, |figure| figure.of);
                self.name(Target::Figure(line), of, None)
            }
            Summand::Column(column) => {
                let of = self.book.columns.get(column.0).map_or(Type::Rate, |column| column.of);
                self.name(Target::Column(column), of, None)
            }
        }
    }

    fn name(&self, target: Target, of: Type, value: Option<Value>) -> Piece {
        Piece::Name { target, of, value }
    }

    fn value(&self, id: ExprId) -> Option<Value> {
        self.estimate?.expr_value(self.book, id)
    }

    /// `outer` is how strongly the surroundings bind; weaker operators inside get brackets.
    fn print(&self, id: ExprId, outer: u8, out: &mut Vec<Piece>) {
        let node = self.book.node(id);
        match &node.kind {
            NodeKind::Number(number) => out.push(Piece::Literal { value: Value::number(*number), of: node.of }),
            NodeKind::Date(day) => out.push(Piece::Literal { value: Value::day(*day), of: node.of }),
            NodeKind::Truth(truth) => out.push(Piece::Literal { value: Value::truth(*truth), of: node.of }),
            NodeKind::Choice(at) => out.push(Piece::Literal { value: Value::choice(*at), of: node.of }),
            NodeKind::AsOf => {
                out.push(Piece::Word("as-of", self.estimate.map(|estimate| estimate.as_of.to_string())));
            }
            NodeKind::Column(column) => out.push(self.name(Target::Column(*column), node.of, None)),
            NodeKind::Input(input) => out.push(self.name(Target::Input(*input), node.of, self.value(id))),
            NodeKind::Open(open) => out.push(self.name(Target::Open(*open), node.of, self.value(id))),
            NodeKind::Figure(figure) => out.push(self.name(Target::Figure(*figure), node.of, self.value(id))),
            NodeKind::Param { param, key, at } => {
                out.push(self.name(Target::Param(*param), node.of, self.value(id)));
                if let Some(key) = key {
                    self.in_brackets(&[*key], out);
                }
                if let Some(at) = at {
                    out.push(Piece::Word("on-day", None));
                    self.print(*at, 9, out);
                }
            }
            NodeKind::Negate(inner) => {
                out.push(Piece::Sign("−"));
                self.print(*inner, 7, out);
            }
            NodeKind::Not(inner) => {
                out.push(Piece::Word("not", None));
                self.print(*inner, 4, out);
            }
            NodeKind::Binary(op, left, right) => self.binary(*op, *left, *right, outer, out),
            NodeKind::Months(date, months) => {
                self.print(*date, 5, out);
                out.push(Piece::Sign(if *months < 0 { "−" } else { "+" }));
                out.push(Piece::Word("months", Some(months.unsigned_abs().to_string())));
            }
            NodeKind::In(of, list) => {
                self.print(*of, 4, out);
                out.push(Piece::Word("is-one-of", None));
                self.commas(list, out);
            }
            NodeKind::If(condition, then, otherwise) => {
                self.open(outer > 0, out);
                out.push(Piece::Word("if", None));
                self.print(*condition, 0, out);
                out.push(Piece::Word("then", None));
                self.print(*then, 0, out);
                out.push(Piece::Word("else", None));
                self.print(*otherwise, 0, out);
                self.close(outer > 0, out);
            }
            NodeKind::Call(function, arguments) => self.call(*function, arguments, out),
            NodeKind::Round(mode, step, inner) => {
                out.push(Piece::Word("rounded", Some(format!("{} {step}", mode.word()))));
                self.in_brackets(&[*inner], out);
            }
            NodeKind::Bands { marginal, of, bands } => self.bands(*marginal, *of, bands, out),
            NodeKind::Convert { column, table, on } => {
                out.push(self.name(Target::Column(*column), Type::MoneyByCurrency, None));
                out.push(Piece::Word("converted-by", None));
                out.push(self.name(Target::Table(*table), node.of, None));
                out.push(Piece::Word("on-day", None));
                self.print(*on, 9, out);
            }
        }
    }

    fn binary(&self, op: Op, left: ExprId, right: ExprId, outer: u8, out: &mut Vec<Piece>) {
        let (sign, strength) = match op {
            Op::Or => (Piece::Word("or", None), 1),
            Op::And => (Piece::Word("and", None), 2),
            Op::Equal => (Piece::Sign("="), 4),
            Op::NotEqual => (Piece::Sign("≠"), 4),
            Op::Less => (Piece::Sign("<"), 4),
            Op::AtMost => (Piece::Sign("≤"), 4),
            Op::Greater => (Piece::Sign(">"), 4),
            Op::AtLeast => (Piece::Sign("≥"), 4),
            Op::Plus => (Piece::Sign("+"), 5),
            Op::Minus => (Piece::Sign("−"), 5),
            Op::Times => (Piece::Sign("×"), 6),
            Op::Over => (Piece::Sign("÷"), 6),
        };
        self.open(strength < outer, out);
        self.print(left, strength, out);
        out.push(sign);
        self.print(right, strength + 1, out);
        self.close(strength < outer, out);
    }

    fn call(&self, function: Function, arguments: &[ExprId], out: &mut Vec<Piece>) {
        let word = match function {
            Function::Min => "least-of",
            Function::Max => "greatest-of",
            Function::Abs => "size-of",
            Function::Year => "year-of",
            Function::WithinShare => {
                if let [part, share, rest] = arguments {
                    self.print(*part, 5, out);
                    out.push(Piece::Word("at-most-share", None));
                    self.print(*share, 9, out);
                    out.push(Piece::Word("of-itself-and", None));
                    self.print(*rest, 9, out);
                }
                return;
            }
            Function::Apportion => {
                if let [amount, part, whole] = arguments {
                    self.print(*amount, 6, out);
                    out.push(Piece::Sign("×"));
                    self.print(*part, 7, out);
                    out.push(Piece::Sign("÷"));
                    self.print(*whole, 7, out);
                }
                return;
            }
        };
        out.push(Piece::Word(word, None));
        self.in_brackets(arguments, out);
    }

    fn bands(&self, marginal: bool, of: ExprId, bands: &[Band], out: &mut Vec<Piece>) {
        out.push(Piece::Word(if marginal { "marginal" } else { "steps" }, None));
        self.print(of, 9, out);
        out.push(Piece::Sign(":"));
        for (at, band) in bands.iter().enumerate() {
            if at > 0 {
                out.push(Piece::Sign(";"));
            }
            match band.limit {
                Some(limit) => {
                    out.push(Piece::Word(if band.inclusive { "up-to" } else { "below" }, None));
                    self.print(limit, 0, out);
                }
                None => out.push(Piece::Word("above-that", None)),
            }
            out.push(Piece::Sign("→"));
            self.print(band.value, 0, out);
        }
    }

    fn in_brackets(&self, arguments: &[ExprId], out: &mut Vec<Piece>) {
        out.push(Piece::Sign("("));
        self.commas(arguments, out);
        out.push(Piece::Sign(")"));
    }

    fn commas(&self, arguments: &[ExprId], out: &mut Vec<Piece>) {
        for (at, argument) in arguments.iter().enumerate() {
            if at > 0 {
                out.push(Piece::Sign(";"));
            }
            self.print(*argument, 0, out);
        }
    }

    fn open(&self, needed: bool, out: &mut Vec<Piece>) {
        if needed {
            out.push(Piece::Sign("("));
        }
    }

    fn close(&self, needed: bool, out: &mut Vec<Piece>) {
        if needed {
            out.push(Piece::Sign(")"));
        }
    }
}

/// Everything that a formula may say in words; each surface has a text for every one.
pub const FORMULA_WORDS: [&str; 30] = [
    "above-that",
    "and",
    "as-of",
    "at-least",
    "at-most",
    "at-most-share",
    "below",
    "converted-by",
    "count-of-lines",
    "else",
    "for-each",
    "greatest-of",
    "if",
    "is-one-of",
    "least-of",
    "marginal",
    "measured-on",
    "months",
    "not",
    "of-itself-and",
    "on-day",
    "or",
    "rounded",
    "size-of",
    "steps",
    "sum-of",
    "then",
    "up-to",
    "where",
    "year-of",
];
