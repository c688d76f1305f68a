//! Statements, one function each where they have parts of their own.

use kernel::LocalText;

use super::{Parsed, Parser};
use crate::diagnostic::Diagnostic;
use crate::syntax::{
    AggregateStatement, Body, ExceptionStatement, GroupStatement, InputStatement, Level, ParamRow, PointsItem,
    PointsStatement, StatementKind, TypeKind, TypeName, Word,
};
use crate::token::TokenKind;

impl Parser<'_> {
    pub(super) fn statement_kind(&mut self) -> Parsed<StatementKind> {
        let keyword = self.peek();
        if keyword == "in" && self.peek_ahead(1) == "force" {
            return self.in_force();
        }
        if keyword == "in" || !super::STATEMENTS.contains(&keyword) {
            return Err(self.unknown_statement());
        }
        self.at += 1;
        Ok(match keyword {
            "doc" => self.doc()?,
            "type" => {
                let name = self.word("a name for the type")?;
                self.expect("=")?;
                StatementKind::Type { name, of: self.type_name()? }
            }
            "rates" => {
                let name = self.word("a name for the table of rates")?;
                self.expect("to")?;
                StatementKind::Rates { name, to: self.currency()? }
            }
            "column" => {
                let (name, of) = self.typed("the column's name")?;
                let default = if self.accept("default") { Some(self.expr()?) } else { None };
                StatementKind::Column { name, of, default }
            }
            "input" => StatementKind::Input(Box::new(self.input()?)),
            "param" => self.param()?,
            "line" => self.define(Level::Line)?,
            "total" => self.define(Level::Total)?,
            "define" => self.define(Level::Define)?,
            "exception" => StatementKind::Exception(Box::new(self.exception()?)),
            "open" => {
                let (name, of) = self.typed("a name for the open point")?;
                self.expect("in")?;
                let readings = self.list()?;
                self.expect("because")?;
                StatementKind::Open { name, of, readings, because: self.remark()? }
            }
            "untranslatable" => {
                let note = self.remark()?;
                self.expect("taints")?;
                StatementKind::Untranslatable { note, taints: self.names()? }
            }
            "points" => self.points()?,
            "award" => StatementKind::Award(self.word("the figure that is the award")?),
            "counts" => {
                let gross = self.word("the gross line")?;
                self.expect("into")?;
                StatementKind::Counts { gross, counted: self.word("the line that counts")? }
            }
            "waterfall" => StatementKind::Waterfall(self.names()?),
            "words" => self.words()?,
            _ => StatementKind::Test(Box::new(self.test()?)),
        })
    }

    fn doc(&mut self) -> Parsed<StatementKind> {
        let id = self.quoted("the rulebook's id in quotes")?.text;
        let mut languages = Vec::new();
        if self.accept("languages") {
            self.expect("{")?;
            loop {
                let language = self.language()?;
                let authentic = match self.peek() {
                    "authentic" => true,
                    "unofficial" => false,
                    _ => return Err(self.wanted("`authentic` or `unofficial`")),
                };
                self.at += 1;
                languages.push((language, authentic));
                if !self.accept(",") {
                    break;
                }
            }
            self.expect("}")?;
        }
        let reviewed_to = if self.accept("reviewed_to") { Some(self.day()?) } else { None };
        Ok(StatementKind::Doc { id, languages, reviewed_to })
    }

    fn in_force(&mut self) -> Parsed<StatementKind> {
        self.at += 2;
        self.expect("from")?;
        let from = self.day()?;
        let until = if self.accept("until") { Some(self.day()?) } else { None };
        let governs = if self.accept("governs") { self.names()? } else { Vec::new() };
        Ok(StatementKind::InForce { from, until, governs })
    }

    fn typed(&mut self, what: &str) -> Parsed<(Word, TypeName)> {
        let name = self.word(what)?;
        self.expect(":")?;
        Ok((name, self.type_name()?))
    }

    fn input(&mut self) -> Parsed<InputStatement> {
        let (name, of) = self.typed("the input's name")?;
        let mut input = InputStatement { name, of, within: None, default: None, ask: LocalText::default() };
        loop {
            if self.accept("within") {
                let low = self.expr()?;
                self.expect("..")?;
                input.within = Some((low, self.expr()?));
            } else if self.accept("default") {
                let value = self.expr()?;
                let when = if self.accept("when") { Some(self.expr()?) } else { None };
                input.default = Some((value, when));
            } else if self.accept("ask") {
                input.ask = self.texts()?;
            } else {
                return Ok(input);
            }
        }
    }

    fn param(&mut self) -> Parsed<StatementKind> {
        let (name, of) = self.typed("the parameter's name")?;
        let by = if self.accept("by") { Some(self.type_name()?) } else { None };
        self.expect("{")?;
        let mut rows = Vec::new();
        while !self.accept("}") {
            if self.kind(0) == Some(TokenKind::Date) {
                rows.push(self.param_row(&[])?);
                continue;
            }
            let keys = self.names()?;
            self.expect("{")?;
            while !self.accept("}") {
                rows.push(self.param_row(&keys)?);
            }
        }
        Ok(StatementKind::Param { name, of, by, rows })
    }

    fn param_row(&mut self, keys: &[Word]) -> Parsed<ParamRow> {
        let start = self.here();
        let from = self.day()?;
        let until = if self.accept("until") { Some(self.day()?) } else { None };
        self.expect(":")?;
        let value = self.expr()?;
        let span = start.to(self.last());
        let mut row =
            ParamRow { keys: keys.to_vec(), from, until, value, known: None, cite: None, certainty: None, span };
        loop {
            if self.accept("known") {
                row.known = Some(self.day()?);
            } else if self.accept("cite") {
                row.cite = Some(self.quoted("the source in quotes")?.text);
            } else if self.accept("certainty") {
                row.certainty = Some(self.word("a mark of certainty such as `A`")?.text);
            } else {
                return Ok(row);
            }
        }
    }

    fn define(&mut self, level: Level) -> Parsed<StatementKind> {
        let (name, of) = self.typed("a name")?;
        self.expect("=")?;
        let is_aggregate = level == Level::Total && matches!(self.peek(), "sum" | "count");
        let body = if is_aggregate { Body::Aggregate(self.aggregate()?) } else { Body::Expr(self.expr()?) };
        Ok(StatementKind::Define { level, name, of, body })
    }

    fn aggregate(&mut self) -> Parsed<AggregateStatement> {
        let start = self.here();
        let sum = if self.accept("count") {
            None
        } else {
            self.expect("sum")?;
            Some(self.word("the line or column to sum")?)
        };
        let filter = if self.accept("where") { Some(self.expr()?) } else { None };
        let mut groups = Vec::new();
        while self.accept("per") {
            let key = self.word("the column to group by")?;
            self.expect("at")?;
            let at_most = match self.peek() {
                "most" => true,
                "least" => false,
                _ => return Err(self.wanted("`most` or `least`")),
            };
            self.at += 1;
            let limit = self.expr()?;
            let of = if self.accept("of") { Some(self.word("the line that is measured")?) } else { None };
            groups.push(GroupStatement { key, at_most, limit, of });
        }
        Ok(AggregateStatement { sum, filter, groups, span: start.to(self.last()) })
    }

    fn exception(&mut self) -> Parsed<ExceptionStatement> {
        let label = if self.peek() == "to" && self.peek_ahead(1) != "to" { None } else { Some(self.word("a label")?) };
        self.expect("to")?;
        let to = self.word("what it overrides")?;
        let rank = if self.accept("rank") { self.whole()? } else { 1 };
        let exclusive = self.accept("exclusive");
        self.expect("when")?;
        let when = self.expr()?;
        self.expect("then")?;
        Ok(ExceptionStatement { label, to, rank, exclusive, when, then: self.expr()? })
    }

    fn points(&mut self) -> Parsed<StatementKind> {
        let name = self.word("a name for the points test")?;
        self.expect("pass")?;
        let pass = self.whole()?;
        self.expect("of")?;
        let of = self.whole()?;
        Ok(StatementKind::Points(PointsStatement { name, pass, of, items: self.points_items()? }))
    }

    fn points_items(&mut self) -> Parsed<Vec<PointsItem>> {
        self.expect("{")?;
        self.depth += 1;
        if self.depth > 20 {
            return Err(Box::new(Diagnostic::error("too-deep", self.here(), "groups are nested too deeply")));
        }
        let mut items = Vec::new();
        while !self.accept("}") {
            if self.accept("input") {
                let name = self.word("the input's name")?;
                let low = self.whole()?;
                self.expect("..")?;
                let high = self.whole()?;
                let ask = if self.accept("ask") { self.texts()? } else { LocalText::default() };
                items.push(PointsItem::Input { name, low, high, ask });
            } else if self.accept("group") {
                let name = self.word("the group's name")?;
                self.expect("at")?;
                self.expect("most")?;
                let at_most = self.whole()?;
                items.push(PointsItem::Group { name, at_most, items: self.points_items()? });
            } else {
                return Err(self.wanted("`input` or `group`"));
            }
        }
        self.depth -= 1;
        Ok(items)
    }

    fn words(&mut self) -> Parsed<StatementKind> {
        self.expect("{")?;
        let mut words = Vec::new();
        while !self.accept("}") {
            let name = self.path("a name of this rulebook")?;
            words.push((name, self.texts()?));
        }
        Ok(StatementKind::Words(words))
    }

    fn names(&mut self) -> Parsed<Vec<Word>> {
        let mut names = vec![self.path("a name")?];
        while self.accept(",") {
            names.push(self.path("a name")?);
        }
        Ok(names)
    }

    fn type_name(&mut self) -> Parsed<TypeName> {
        let start = self.here();
        let word = self.word("a type")?;
        let kind = match word.text.as_str() {
            "money" if self.accept("by") => {
                self.expect("currency")?;
                TypeKind::MoneyByCurrency
            }
            "money" => TypeKind::Money(self.currency()?),
            "exact" => TypeKind::Exact(self.currency()?),
            "rate" => TypeKind::Rate,
            "count" => TypeKind::Count,
            "points" => TypeKind::Points,
            "days" => TypeKind::Days,
            "date" => TypeKind::Date,
            "bool" => TypeKind::Bool,
            "key" => TypeKind::Key,
            "enum" => {
                self.expect("{")?;
                let names = self.names()?;
                self.expect("}")?;
                TypeKind::Enum(names)
            }
            other => TypeKind::Named(other.to_owned()),
        };
        Ok(TypeName { kind, span: start.to(self.last()) })
    }
}
