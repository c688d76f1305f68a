//! Reads blocks of law into statements. Goes on after a mistake, at the next statement, so that several are shown at once.

mod expr;
mod statement;
mod test;

use kernel::{Currency, Day, Exact, Language, LocalText};

use crate::diagnostic::{Diagnostic, nearest};
use crate::source::{ClauseId, Document, Span};
use crate::syntax::{Statement, Word};
use crate::token::{self, Token, TokenKind};

const STATEMENTS: [&str; 19] = [
    "doc",
    "type",
    "in",
    "rates",
    "column",
    "input",
    "param",
    "line",
    "total",
    "define",
    "exception",
    "open",
    "untranslatable",
    "points",
    "award",
    "counts",
    "waterfall",
    "words",
    "test",
];

pub(crate) fn read(text: &str, document: &Document) -> (Vec<Statement>, Vec<Diagnostic>) {
    let mut statements = Vec::new();
    let mut diagnostics = Vec::new();
    for block in &document.blocks {
        let code = text.get(block.span.start..block.span.end).unwrap_or("");
        let tokens = token::cut(code, block.span.start);
        let mut parser =
            Parser { text, tokens: solid(&tokens, &mut diagnostics, text), at: 0, end: block.span.end, depth: 0 };
        while !parser.is_done() {
            match parser.statement(block.clause) {
                Ok(statement) => statements.push(statement),
                Err(diagnostic) => {
                    diagnostics.push(*diagnostic);
                    parser.skip_to_statement();
                }
            }
        }
    }
    (statements, diagnostics)
}

fn solid(tokens: &[Token], diagnostics: &mut Vec<Diagnostic>, text: &str) -> Vec<Token> {
    let mut solid = Vec::new();
    for token in tokens {
        match token.kind {
            TokenKind::Space | TokenKind::Comment => {}
            TokenKind::Bad => {
                let shown = text.get(token.span.start..token.span.end).unwrap_or("");
                let message = if shown.starts_with('"') {
                    "this text never ends".to_owned()
                } else {
                    format!("`{shown}` means nothing here")
                };
                diagnostics.push(Diagnostic::error("bad-character", token.span, message));
            }
            _ => solid.push(*token),
        }
    }
    solid
}

/// Boxed because the happy path is by far the more frequent one.
type Parsed<T> = Result<T, Box<Diagnostic>>;

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
    /// Where the block ends in the file.
    end: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    fn token(&self, ahead: usize) -> Option<Token> {
        self.tokens.get(self.at + ahead).copied()
    }

    fn shown(&self, token: Token) -> &'a str {
        self.text.get(token.span.start..token.span.end).unwrap_or("")
    }

    fn peek(&self) -> &'a str {
        self.peek_ahead(0)
    }

    fn peek_ahead(&self, ahead: usize) -> &'a str {
        self.token(ahead).map_or("", |token| self.shown(token))
    }

    fn kind(&self, ahead: usize) -> Option<TokenKind> {
        self.token(ahead).map(|token| token.kind)
    }

    fn here(&self) -> Span {
        self.token(0).map_or(Span { start: self.end, end: self.end }, |token| token.span)
    }

    fn last(&self) -> Span {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(self.here(), |token| token.span)
    }

    fn accept(&mut self, what: &str) -> bool {
        let found = self.peek() == what;
        if found {
            self.at += 1;
        }
        found
    }

    fn expect(&mut self, what: &str) -> Parsed<Span> {
        let here = self.here();
        if self.accept(what) { Ok(here) } else { Err(self.wanted(&format!("`{what}`"))) }
    }

    fn wanted(&self, what: &str) -> Box<Diagnostic> {
        let found = match self.peek() {
            "" => "the block ends".to_owned(),
            found => format!("found `{found}`"),
        };
        Box::new(Diagnostic::error("syntax", self.here(), format!("expected {what}, {found}")))
    }

    fn word(&mut self, what: &str) -> Parsed<Word> {
        match self.token(0) {
            Some(token) if token.kind == TokenKind::Name => {
                self.at += 1;
                Ok(Word { text: self.shown(token).to_owned(), span: token.span })
            }
            _ => Err(self.wanted(what)),
        }
    }

    /// `a` or `a.b`
    fn path(&mut self, what: &str) -> Parsed<Word> {
        let mut word = self.word(what)?;
        while self.peek() == "." && self.kind(1) == Some(TokenKind::Name) {
            self.at += 1;
            let next = self.word(what)?;
            word.text = format!("{}.{}", word.text, next.text);
            word.span = word.span.to(next.span);
        }
        Ok(word)
    }

    fn quoted(&mut self, what: &str) -> Parsed<Word> {
        match self.token(0) {
            Some(token) if token.kind == TokenKind::Text => {
                self.at += 1;
                let inner = self.shown(token).trim_matches('"');
                Ok(Word { text: inner.to_owned(), span: token.span })
            }
            _ => Err(self.wanted(what)),
        }
    }

    fn day(&mut self) -> Parsed<Day> {
        match self.token(0) {
            Some(token) if token.kind == TokenKind::Date => {
                self.at += 1;
                let shown = self.shown(token);
                shown.parse().map_err(|_| {
                    let message = format!("there is no day `{shown}`");
                    Box::new(Diagnostic::error("no-such-day", token.span, message))
                })
            }
            _ => Err(self.wanted("a date such as `2025-12-31`")),
        }
    }

    fn number(&mut self) -> Parsed<Exact> {
        match self.token(0) {
            Some(token) if token.kind == TokenKind::Number => {
                self.at += 1;
                let shown = self.shown(token);
                shown.parse().map_err(|_| {
                    Box::new(Diagnostic::error("number-too-large", token.span, format!("`{shown}` is too large")))
                })
            }
            _ => Err(self.wanted("a number")),
        }
    }

    fn whole(&mut self) -> Parsed<i64> {
        let here = self.here();
        let number = self.number()?;
        let whole = number.is_whole().then(|| i64::try_from(number.numerator()).ok()).flatten();
        whole.ok_or_else(|| Box::new(Diagnostic::error("not-whole", here, "expected a whole number")))
    }

    fn currency(&mut self) -> Parsed<Currency> {
        let word = self.word("a currency such as `KZT`")?;
        word.text.parse().map_err(|_| {
            let message = format!("unknown currency `{}`", word.text);
            Box::new(
                Diagnostic::error("unknown-currency", word.span, message)
                    .hint("write its ISO 4217 code, such as `KZT`"),
            )
        })
    }

    fn language(&mut self) -> Parsed<Language> {
        let word = self.word("a language such as `en`")?;
        word.text.parse().map_err(|_| {
            Box::new(Diagnostic::error("unknown-language", word.span, format!("`{}` is no language tag", word.text)))
        })
    }

    /// `en "…" ru "…"`
    fn texts(&mut self) -> Parsed<LocalText> {
        let mut texts = LocalText::default();
        while self.kind(0) == Some(TokenKind::Name)
            && self.kind(1) == Some(TokenKind::Text)
            && !STATEMENTS.contains(&self.peek())
        {
            let language = self.language()?;
            texts.insert(language, self.quoted("a text")?.text);
        }
        if texts.is_empty() { Err(self.wanted("a language and a text, such as `en \"…\"`")) } else { Ok(texts) }
    }

    /// One text in several languages, or a bare one in English.
    fn remark(&mut self) -> Parsed<LocalText> {
        if self.kind(0) != Some(TokenKind::Text) {
            return self.texts();
        }
        let mut remark = LocalText::default();
        remark.insert(Language::ENGLISH, self.quoted("a text in quotes")?.text);
        Ok(remark)
    }

    fn skip_to_statement(&mut self) {
        self.at += 1;
        while !self.is_done() && !self.begins_statement() {
            self.at += 1;
        }
    }

    /// Whether a statement begins here: a keyword that is the first token of its line.
    fn begins_statement(&self) -> bool {
        let start = self.here().start;
        let before = self.text.get(..start).unwrap_or("");
        let line = before.rsplit('\n').next().unwrap_or("");
        line.trim().is_empty() && STATEMENTS.contains(&self.peek())
    }

    fn unknown_statement(&self) -> Box<Diagnostic> {
        let word = self.peek();
        let diagnostic =
            Diagnostic::error("unknown-statement", self.here(), format!("no statement begins with `{word}`"));
        Box::new(match nearest(word, STATEMENTS) {
            Some(meant) => diagnostic.hint(format!("did you mean `{meant}`?")),
            None => diagnostic
                .hint("a statement begins with `line`, `total`, `define`, `exception`, `input`, `param` or the like"),
        })
    }

    fn statement(&mut self, clause: ClauseId) -> Parsed<Statement> {
        let start = self.here();
        self.depth = 0;
        let kind = self.statement_kind()?;
        Ok(Statement { kind, clause, span: start.to(self.last()) })
    }
}
