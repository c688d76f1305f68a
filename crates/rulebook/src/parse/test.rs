//! `test` statements: facts, lines and what is expected.

use kernel::Exact;

use super::{Parsed, Parser};
use crate::syntax::{Expectation, ExpectationKind, Refutation, TestFact, TestLines, TestRate, TestStatement, Word};
use crate::token::TokenKind;

/// What may follow in a test.
const CLAUSES: [&str; 11] =
    ["example", "source", "same", "as_of", "known", "rates", "given", "unset", "lines", "decide", "expect"];

impl Parser<'_> {
    pub(super) fn test(&mut self) -> Parsed<TestStatement> {
        let mut test = TestStatement {
            name: self.quoted("the test's name in quotes")?,
            examples: Vec::new(),
            source: None,
            same: false,
            as_of: None,
            known: None,
            rates: Vec::new(),
            given: Vec::new(),
            unset: Vec::new(),
            lines: None,
            decide: Vec::new(),
            expect: Vec::new(),
            refutes: Vec::new(),
        };
        loop {
            match self.peek() {
                // A rates table in a test has braces; the statement `rates nbk to KZT` begins the next thing.
                "rates" if self.peek_ahead(2) == "{" => self.test_rates(&mut test)?,
                "example" => {
                    self.at += 1;
                    test.examples.push(self.example_id()?);
                }
                "source" => {
                    self.at += 1;
                    test.source = Some(self.quoted("the source in quotes")?.text);
                }
                "same" => {
                    self.at += 1;
                    self.accept("but");
                    test.same = true;
                }
                "as_of" => {
                    self.at += 1;
                    test.as_of = Some(self.day()?);
                }
                "known" => {
                    self.at += 1;
                    test.known = Some(self.day()?);
                }
                "given" => {
                    self.at += 1;
                    self.facts(&mut test)?;
                }
                "unset" => {
                    self.at += 1;
                    test.unset.push(self.word("the fact to take away")?);
                }
                "lines" => {
                    self.at += 1;
                    test.lines = Some(self.lines()?);
                }
                "decide" => {
                    self.at += 1;
                    let open = self.word("the open point")?;
                    test.decide.push((open, self.literal()?));
                    while self.accept(",") {
                        let open = self.word("the open point")?;
                        test.decide.push((open, self.literal()?));
                    }
                }
                "expect" => {
                    self.at += 1;
                    self.expectations(&mut test)?;
                }
                "refutes" => {
                    let start = self.here();
                    self.at += 1;
                    let figure = self.path("the figure")?;
                    let value = self.literal()?;
                    self.expect("because")?;
                    let because = self.quoted("the reason in quotes")?.text;
                    test.refutes.push(Refutation { figure, value, because, span: start.to(self.last()) });
                }
                // `same but agreement_cap 3 KZT`: a fact right after `but`
                _ if test.same && self.is_fact() => self.facts(&mut test)?,
                _ => return Ok(test),
            }
        }
    }

    fn is_fact(&self) -> bool {
        self.kind(0) == Some(TokenKind::Name) && !super::STATEMENTS.contains(&self.peek())
    }

    /// `UK-AVEC-02`, `US-HI-03d`: names, numbers and dashes with no space between them.
    fn example_id(&mut self) -> Parsed<String> {
        let mut id = self.word("the id of a worked example")?;
        while let Some(token) = self.token(0)
            && token.span.start == id.span.end
        {
            id.text.push_str(self.shown(token));
            id.span = id.span.to(token.span);
            self.at += 1;
        }
        Ok(id.text)
    }

    fn facts(&mut self, test: &mut TestStatement) -> Parsed<()> {
        loop {
            let name = self.path("the name of a fact")?;
            let within = self.accept("within");
            let low = self.literal()?;
            let fact = if within || self.peek() == ".." {
                self.expect("..")?;
                TestFact::Within(low, self.literal()?)
            } else {
                TestFact::Is(low)
            };
            test.given.push((name, fact));
            // A comma may also stand before the next clause of the test.
            if !self.accept(",") || CLAUSES.contains(&self.peek()) {
                return Ok(());
            }
        }
    }

    /// A literal as it is written: a number with or without currency, a date, a name, a text.
    fn literal(&mut self) -> Parsed<String> {
        let start = self.here();
        match self.kind(0) {
            Some(TokenKind::Text) => return Ok(self.quoted("a text")?.text),
            Some(TokenKind::Name | TokenKind::Date) => {
                self.at += 1;
            }
            _ => {
                self.accept("-");
                self.number()?;
                if self.peek() == "/" && self.kind(1) == Some(TokenKind::Number) {
                    self.at += 2;
                }
                let next = self.peek();
                let is_unit = next == "days" || (next.len() == 3 && next.bytes().all(|byte| byte.is_ascii_uppercase()));
                if is_unit && self.kind(0) == Some(TokenKind::Name) {
                    self.at += 1;
                }
            }
        }
        let span = start.to(self.last());
        Ok(self.text.get(span.start..span.end).unwrap_or("").to_owned())
    }

    fn test_rates(&mut self, test: &mut TestStatement) -> Parsed<()> {
        self.at += 1;
        let table = self.word("a table of rates")?;
        self.expect("{")?;
        while !self.accept("}") {
            let currency = self.currency()?;
            let day = self.day()?;
            self.expect(":")?;
            let rate: Exact = self.number()?;
            test.rates.push(TestRate { table: table.clone(), currency, day, rate });
        }
        Ok(())
    }

    fn lines(&mut self) -> Parsed<TestLines> {
        let start = self.expect("{")?;
        let mut columns: Vec<Word> = vec![self.word("a column")?];
        while self.accept(",") {
            columns.push(self.word("a column")?);
        }
        let mut rows = Vec::new();
        while !self.accept("}") {
            let mut row = Vec::new();
            for column in 0..columns.len() {
                if column > 0 {
                    self.expect(",")?;
                }
                let empty = self.accept("_");
                row.push(if empty { None } else { Some(self.literal()?) });
            }
            rows.push(row);
        }
        Ok(TestLines { columns, rows, span: start.to(self.last()) })
    }

    fn expectations(&mut self, test: &mut TestStatement) -> Parsed<()> {
        loop {
            let start = self.here();
            let kind = if self.accept("asks") {
                ExpectationKind::Asks(self.asked()?)
            } else {
                let figure = self.path("a figure")?;
                match self.peek() {
                    "unknown" => {
                        self.at += 1;
                        ExpectationKind::Unknown(figure)
                    }
                    "conflict" => {
                        self.at += 1;
                        ExpectationKind::Conflict(figure)
                    }
                    "undefined" => {
                        self.at += 1;
                        ExpectationKind::Undefined(figure)
                    }
                    "not_in_force" => {
                        self.at += 1;
                        let since = if self.accept("since") { Some(self.day()?) } else { None };
                        ExpectationKind::NotInForce(figure, since)
                    }
                    "governed" => {
                        self.at += 1;
                        self.expect("by")?;
                        ExpectationKind::GovernedBy(figure, self.path("the limb that decides")?)
                    }
                    "in" => {
                        self.at += 1;
                        let low = self.literal()?;
                        self.expect("..")?;
                        ExpectationKind::In(figure, low, self.literal()?)
                    }
                    _ => ExpectationKind::Is(figure, self.literal()?),
                }
            };
            test.expect.push(Expectation { span: start.to(self.last()), kind });
            if !self.accept(",") {
                return Ok(());
            }
        }
    }

    fn asked(&mut self) -> Parsed<Vec<Word>> {
        if self.accept("nobody") {
            return Ok(Vec::new());
        }
        self.expect("{")?;
        let mut names = vec![self.path("an input")?];
        while self.accept(",") {
            names.push(self.path("an input")?);
        }
        self.expect("}")?;
        Ok(names)
    }
}
