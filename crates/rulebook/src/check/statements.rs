//! Declares every name, then fills in what each stands for.

use kernel::LocalText;

use super::{Checker, Meaning};
use crate::book::{
    Aggregate, Body, Bound, Column, ColumnId, Exception, ExceptionId, Figure, FigureId, Group, InForce, Input, InputId,
    NodeKind, Open, OpenId, Param, ParamId, Reading, Summand, Table, TableId, Type, Untranslatable,
};
use crate::diagnostic::Diagnostic;
use crate::syntax::{
    self, AggregateStatement, ExceptionStatement, Expr, InputStatement, Level, Statement, StatementKind, TestStatement,
    Word,
};

impl Checker {
    /// The first pass. Types come before what uses them, wherever they stand.
    pub(super) fn declare(&mut self, statements: &[Statement]) {
        for statement in statements {
            if let StatementKind::Type { name, of } = &statement.kind
                && let Some(of) = self.type_of(of)
            {
                self.name(name, Meaning::Type(of));
            }
        }
        for statement in statements {
            self.declare_one(statement);
        }
        for statement in statements {
            if let StatementKind::Exception(exception) = &statement.kind {
                self.declare_exception(exception, statement);
            }
        }
    }

    fn declare_one(&mut self, statement: &Statement) {
        let clause = statement.clause;
        match &statement.kind {
            StatementKind::Doc { id, languages, reviewed_to } => {
                self.book.id.clone_from(id);
                self.book.languages.clone_from(languages);
                self.book.reviewed_to = *reviewed_to;
            }
            StatementKind::Rates { name, to } => {
                self.name(name, Meaning::Table(TableId(self.book.tables.len())));
                self.book.tables.push(Table { name: name.text.clone(), to: *to, clause });
            }
            StatementKind::Column { name, of, .. } => {
                if let Some(of) = self.type_of(of) {
                    self.name(name, Meaning::Column(ColumnId(self.book.columns.len())));
                    self.book.columns.push(Column { name: name.text.clone(), of, clause, default: None });
                }
            }
            StatementKind::Input(input) => {
                if let Some(of) = self.type_of(&input.of) {
                    if matches!(of, Type::MoneyByCurrency | Type::Key) {
                        let message = format!("`{}` is a type for columns", self.book.type_text(of));
                        self.report(Diagnostic::error("type-mismatch", input.of.span, message));
                    }
                    self.declare_input(&input.name, of, &input.ask, None, clause);
                }
            }
            StatementKind::Param { name, of, by, .. } => {
                let by = by.as_ref().map(|by| (self.type_of(by), by.span));
                let by = match by {
                    Some((Some(Type::Choice(list)), _)) => Some(list),
                    Some((_, span)) => {
                        self.report(Diagnostic::error("type-mismatch", span, "a parameter's key is an `enum`"));
                        None
                    }
                    None => None,
                };
                if let Some(of) = self.type_of(of) {
                    self.name(name, Meaning::Param(ParamId(self.book.params.len())));
                    self.book.params.push(Param { name: name.text.clone(), of, by, rows: Vec::new(), clause });
                }
            }
            StatementKind::Define { level, name, of, .. } => {
                if let Some(of) = self.type_of(of) {
                    self.declare_figure(*level, name, of, statement);
                }
            }
            StatementKind::Open { name, of, because, .. } => {
                if let Some(of) = self.type_of(of) {
                    self.name(name, Meaning::Open(OpenId(self.book.opens.len())));
                    let because = because.clone();
                    self.book.opens.push(Open { name: name.text.clone(), of, readings: Vec::new(), because, clause });
                }
            }
            StatementKind::Points(points) => self.declare_points(points, statement),
            _ => {}
        }
    }

    pub(super) fn declare_input(
        &mut self,
        name: &Word,
        of: Type,
        ask: &LocalText,
        within: Option<(Bound, Bound)>,
        clause: crate::source::ClauseId,
    ) -> InputId {
        let id = InputId(self.book.inputs.len());
        self.name(name, Meaning::Input(id));
        self.book.inputs.push(Input { name: name.text.clone(), of, within, ask: ask.clone(), clause, default: None });
        id
    }

    pub(super) fn declare_figure(&mut self, level: Level, name: &Word, of: Type, statement: &Statement) -> FigureId {
        let id = FigureId(self.book.figures.len());
        self.name(name, Meaning::Figure(id));
        if matches!(of, Type::MoneyByCurrency | Type::Key) {
            let message = format!("`{}` is a type for columns", self.book.type_text(of));
            self.report(Diagnostic::error("type-mismatch", name.span, message));
        }
        let placeholder = self.node(NodeKind::Truth(false), Type::Bool);
        self.book.figures.push(Figure {
            name: name.text.clone(),
            level,
            of,
            clause: statement.clause,
            span: statement.span,
            body: Body::Expr(placeholder),
            exceptions: Vec::new(),
            taints: Vec::new(),
        });
        id
    }

    fn declare_exception(&mut self, exception: &ExceptionStatement, statement: &Statement) {
        let id = ExceptionId(self.book.exceptions.len());
        let placeholder = self.node(NodeKind::Truth(false), Type::Bool);
        self.book.exceptions.push(Exception {
            label: exception.label.as_ref().map(|label| label.text.clone()),
            figure: FigureId(usize::MAX),
            rank: exception.rank,
            exclusive: exception.exclusive,
            when: placeholder,
            then: placeholder,
            exceptions: Vec::new(),
            clause: statement.clause,
            span: statement.span,
        });
        self.exceptions.insert(statement.span, id);
        if let Some(label) = &exception.label {
            self.name(label, Meaning::Exception(id));
        }
    }

    /// The second pass: bodies, now that every name is known.
    pub(super) fn define(&mut self, statements: &[Statement]) {
        // Exceptions first find the figure they belong to, as its type is what their result must have.
        self.attach_exceptions(statements);
        for statement in statements {
            self.define_one(statement);
        }
    }

    fn define_one(&mut self, statement: &Statement) {
        let clause = statement.clause;
        match &statement.kind {
            StatementKind::Column { name, default: Some(default), .. } => {
                let Some((Meaning::Column(id), _)) = self.names.get(&name.text).copied() else { return };
                let Some(of) = self.book.columns.get(id.0).map(|column| column.of) else { return };
                let default_id = self.expr_of(default, of);
                if default_id.is_some_and(|id| {
                    !matches!(
                        self.book.node(id).kind,
                        NodeKind::AsOf
                            | NodeKind::Number(_)
                            | NodeKind::Date(_)
                            | NodeKind::Truth(_)
                            | NodeKind::Choice(_)
                    )
                }) {
                    let message = "a column's default is a plain value or `as_of`";
                    self.report(Diagnostic::error("not-plain", default.span, message));
                }
                if let Some(column) = self.book.columns.get_mut(id.0) {
                    column.default = default_id;
                }
            }
            StatementKind::Input(input) => self.define_input(input),
            StatementKind::Param { name, rows, .. } => self.define_param(name, rows),
            StatementKind::Define { level, name, body, .. } => self.define_figure(*level, name, body),
            StatementKind::Exception(exception) => self.define_exception(exception, statement),
            StatementKind::Open { name, readings, .. } => self.define_open(name, readings),
            StatementKind::InForce { from, until, governs } => {
                let governs: Vec<FigureId> = governs.iter().filter_map(|word| self.figure(word)).collect();
                if until.is_some_and(|until| until < *from) {
                    let message = "the end lies before the beginning";
                    self.report(Diagnostic::error("dates-reversed", statement.span, message));
                }
                self.book.in_force.push(InForce { from: *from, until: *until, governs, clause });
            }
            StatementKind::Untranslatable { note, taints } => {
                let at = self.book.untranslatable.len();
                self.book.untranslatable.push(Untranslatable { note: note.clone(), clause });
                for word in taints {
                    if let Some(id) = self.figure(word)
                        && let Some(figure) = self.book.figures.get_mut(id.0)
                    {
                        figure.taints.push(at);
                    }
                }
            }
            StatementKind::Award(word) => {
                if let Some(id) = self.figure(word) {
                    if self.book.award.is_some() {
                        self.report(Diagnostic::error("duplicate-name", word.span, "the award is named twice"));
                    }
                    let is_define = self.book.figure(id).is_some_and(|figure| figure.level != Level::Line);
                    if !is_define {
                        self.report(Diagnostic::error(
                            "not-a-figure",
                            word.span,
                            "the award must be a `define` or a `total`",
                        ));
                    }
                    self.book.award = Some(id);
                }
            }
            StatementKind::Counts { gross, counted } => self.define_counts(gross, counted),
            StatementKind::Waterfall(words) => {
                self.book.waterfall = words.iter().filter_map(|word| self.figure(word)).collect();
            }
            StatementKind::Words(words) => {
                for (word, texts) in words {
                    self.book.words.insert(word.text.clone(), texts.clone());
                }
            }
            StatementKind::Points(points) => self.define_points(points),
            StatementKind::Test(test) => self.book.tests.push((clause, TestStatement::clone(test))),
            _ => {}
        }
    }

    fn define_counts(&mut self, gross: &Word, counted: &Word) {
        let (gross_id, counted_id) = (self.figure(gross), self.figure(counted));
        let (Some(gross_id), Some(counted_id)) = (gross_id, counted_id) else { return };
        let level = |id: FigureId, checker: &Self| checker.book.figure(id).map(|figure| (figure.level, figure.of));
        let fits = matches!(
            (level(gross_id, self), level(counted_id, self)),
            (Some((Level::Line, Type::Money(a))), Some((Level::Line, Type::Money(b)))) if a == b
        );
        if !fits {
            let message = "`counts` names two lines of money in one currency";
            self.report(Diagnostic::error("type-mismatch", gross.span.to(counted.span), message));
        }
        self.book.counts = Some((gross_id, counted_id));
    }

    fn define_input(&mut self, input: &InputStatement) {
        let Some((Meaning::Input(id), _)) = self.names.get(&input.name.text).copied() else { return };
        let Some(of) = self.book.inputs.get(id.0).map(|input| input.of) else { return };
        let within = input.within.as_ref().and_then(|(low, high)| {
            let (low_bound, high_bound) = (self.bound(low, of), self.bound(high, of));
            let (low_bound, high_bound) = (low_bound?, high_bound?);
            let reversed = match (low_bound, high_bound) {
                (Bound::Number(a), Bound::Number(b)) => a > b,
                (Bound::Day(a), Bound::Day(b)) => a > b,
                _ => true,
            };
            if reversed {
                let span = low.span.to(high.span);
                self.report(Diagnostic::error("range-reversed", span, "the range ends before it begins"));
            }
            Some((low_bound, high_bound))
        });
        let default = input.default.as_ref().and_then(|(value, when)| {
            let value = self.expr_of(value, of);
            let when = match when {
                Some(when) => Some(self.expr_of(when, Type::Bool)?),
                None => None,
            };
            Some((value?, when))
        });
        for id in default.iter().flat_map(|(value, when)| std::iter::once(*value).chain(*when)) {
            if self.book.is_per_row(id) {
                let message = format!("`{}` is one value, but its default changes from line to line", input.name.text);
                self.report(Diagnostic::error("per-row", input.name.span, message));
            }
        }
        if let Some(stored) = self.book.inputs.get_mut(id.0) {
            (stored.within, stored.default) = (within, default);
        }
    }

    fn bound(&mut self, expr: &Expr, of: Type) -> Option<Bound> {
        let id = self.expr_of(expr, of)?;
        match self.book.node(id).kind {
            NodeKind::Number(number) => Some(Bound::Number(number)),
            NodeKind::Date(day) => Some(Bound::Day(day)),
            _ => {
                self.report(Diagnostic::error("not-plain", expr.span, "the end of a range is a plain value"));
                None
            }
        }
    }

    fn define_figure(&mut self, level: Level, name: &Word, body: &syntax::Body) {
        let Some((Meaning::Figure(id), _)) = self.names.get(&name.text).copied() else { return };
        let Some(of) = self.book.figure(id).map(|figure| figure.of) else { return };
        let body = match body {
            syntax::Body::Expr(expr) => {
                let Some(stored) = self.expr_of(expr, of) else { return };
                if level != Level::Line && self.book.is_per_row(stored) {
                    let message = format!("`{}` is one value, but this changes from line to line", name.text);
                    let hint = "sum the lines first: `total NAME: TYPE = sum LINE where …`";
                    self.report(Diagnostic::error("per-row", expr.span, message).hint(hint));
                }
                Body::Expr(stored)
            }
            syntax::Body::Aggregate(aggregate) => match self.aggregate(aggregate, of) {
                Some(aggregate) => Body::Aggregate(aggregate),
                None => return,
            },
        };
        if let Some(figure) = self.book.figures.get_mut(id.0) {
            figure.body = body;
        }
    }

    fn aggregate(&mut self, statement: &AggregateStatement, of: Type) -> Option<Aggregate> {
        let (sum, sum_type) = match &statement.sum {
            None => (None, Type::Count),
            Some(word) => self.summand(word).map(|(summand, of)| (Some(summand), of))?,
        };
        if !sum_type.is_number() || sum_type != of {
            let message = format!(
                "the sum is `{}`, but `{}` is declared",
                self.book.type_text(sum_type),
                self.book.type_text(of)
            );
            self.report(Diagnostic::error("type-mismatch", statement.span, message));
            return None;
        }
        let filter = match &statement.filter {
            Some(filter) => Some(self.expr_of(filter, Type::Bool)?),
            None => None,
        };
        let mut groups = Vec::new();
        for group in &statement.groups {
            let key = self.column(&group.key)?;
            if self.book.columns.get(key.0).is_none_or(|column| !matches!(column.of, Type::Key | Type::Choice(_))) {
                let message = format!("`{}` is not a column of keys", group.key.text);
                self.report(
                    Diagnostic::error("type-mismatch", group.key.span, message)
                        .hint("declare it as `column NAME: key`"),
                );
                return None;
            }
            let (measured, measured_type) = match &group.of {
                Some(word) => self.summand(word).map(|(summand, of)| (Some(summand), of))?,
                None => (None, of),
            };
            let limit = self.expr_of(&group.limit, measured_type)?;
            if self.book.is_per_row(limit) {
                self.report(Diagnostic::error(
                    "per-row",
                    group.limit.span,
                    "the limit is one value for the whole group",
                ));
                return None;
            }
            groups.push(Group { key, at_most: group.at_most, limit, of: measured });
        }
        Some(Aggregate { sum, filter, groups })
    }

    fn summand(&mut self, word: &Word) -> Option<(Summand, Type)> {
        match self.meaning(word)? {
            Meaning::Figure(id) if self.book.figure(id).is_some_and(|figure| figure.level == Level::Line) => {
                Some((Summand::Line(id), self.book.figure(id)?.of))
            }
            Meaning::Column(id) => Some((Summand::Column(id), self.book.columns.get(id.0)?.of)),
            _ => {
                let message = format!("`{}` is not a line or a column", word.text);
                self.report(Diagnostic::error("not-a-line", word.span, message));
                None
            }
        }
    }

    fn define_open(&mut self, name: &Word, readings: &[Expr]) {
        let Some((Meaning::Open(id), _)) = self.names.get(&name.text).copied() else { return };
        let Some(of) = self.book.opens.get(id.0).map(|open| open.of) else { return };
        let mut stored = Vec::new();
        for reading in readings {
            let Some(expr) = self.expr_of(reading, of) else { continue };
            if self.book.is_per_row(expr) {
                self.report(Diagnostic::error(
                    "per-row",
                    reading.span,
                    "a reading is one value for the whole production",
                ));
            }
            let text = self.book.text.get(reading.span.start..reading.span.end).unwrap_or("").to_owned();
            stored.push(Reading { text, expr });
        }
        if stored.len() < 2 && readings.len() < 2 {
            self.report(Diagnostic::error("one-reading", name.span, "an open point has at least two readings"));
        }
        if let Some(open) = self.book.opens.get_mut(id.0) {
            open.readings = stored;
        }
    }
}
