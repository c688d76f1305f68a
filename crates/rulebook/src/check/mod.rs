//! From statements to a checked rulebook. Every pass adds what it finds wrong; none stops at the first.

mod exceptions;
mod expr;
mod order;
mod params;
mod points;
mod statements;
mod types;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sha2::{Digest, Sha256};

use crate::book::{
    ColumnId, ExceptionId, ExprId, FigureId, InputId, ListId, Node, NodeKind, OpenId, ParamId, Rulebook, TableId, Type,
};
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::{self, Span};
use crate::syntax::{StatementKind, Word};
use crate::{parse, syntax};

/// Reads and checks a rulebook. There is a rulebook only if nothing is wrong with it; warnings may come beside it.
pub fn check(text: &str) -> (Option<Rulebook>, Vec<Diagnostic>) {
    let document = source::read(text);
    let (statements, mut diagnostics) = parse::read(text, &document);
    let mut checker = Checker::new(text, document);
    checker.declare(&statements);
    checker.define(&statements);
    checker.finish(&statements);
    diagnostics.append(&mut checker.diagnostics);
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
    diagnostics.dedup();
    let sound = !diagnostics.iter().any(Diagnostic::is_error);
    (sound.then_some(checker.book), diagnostics)
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Type(Type),
    Column(ColumnId),
    Input(InputId),
    Param(ParamId),
    Figure(FigureId),
    Open(OpenId),
    Table(TableId),
    Exception(ExceptionId),
}

struct Checker {
    book: Rulebook,
    diagnostics: Vec<Diagnostic>,
    names: BTreeMap<String, (Meaning, Span)>,
    /// Equal expressions are stored once.
    known: HashMap<Node, ExprId>,
    /// Which exception each `exception` statement became, by its place.
    exceptions: BTreeMap<Span, ExceptionId>,
}

impl Checker {
    fn new(text: &str, document: source::Document) -> Self {
        let hash = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        let title = document.clauses.iter().find(|clause| clause.level == 1).map(|clause| clause.title.clone());
        let book = Rulebook {
            id: String::new(),
            title: title.unwrap_or_default(),
            hash,
            text: text.to_owned(),
            document,
            languages: Vec::new(),
            reviewed_to: None,
            columns: Vec::new(),
            inputs: Vec::new(),
            params: Vec::new(),
            figures: Vec::new(),
            opens: Vec::new(),
            tables: Vec::new(),
            exceptions: Vec::new(),
            in_force: Vec::new(),
            untranslatable: Vec::new(),
            points: Vec::new(),
            award: None,
            counts: None,
            waterfall: Vec::new(),
            words: BTreeMap::new(),
            lists: Vec::new(),
            nodes: Vec::new(),
            order: Vec::new(),
            needs: BTreeMap::new(),
            after_totals: BTreeSet::new(),
            tests: Vec::new(),
        };
        let (diagnostics, names) = (Vec::new(), BTreeMap::new());
        Self { book, diagnostics, names, known: HashMap::new(), exceptions: BTreeMap::new() }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn name(&mut self, word: &Word, meaning: Meaning) {
        let first = self.names.get(&word.text).map(|(_, span)| *span);
        match first {
            Some(first) => self.report(
                Diagnostic::error("duplicate-name", word.span, format!("`{}` is named twice", word.text))
                    .related(first, "named here first"),
            ),
            None => {
                self.names.insert(word.text.clone(), (meaning, word.span));
            }
        }
    }

    fn meaning(&mut self, word: &Word) -> Option<Meaning> {
        let found = self.names.get(&word.text).map(|(meaning, _)| *meaning);
        if found.is_none() {
            let mut diagnostic =
                Diagnostic::error("unknown-name", word.span, format!("nothing is named `{}`", word.text));
            if let Some(meant) = nearest(&word.text, self.names.keys().map(String::as_str)) {
                diagnostic = diagnostic.hint(format!("did you mean `{meant}`?"));
            }
            self.report(diagnostic);
        }
        found
    }

    fn figure(&mut self, word: &Word) -> Option<FigureId> {
        match self.meaning(word)? {
            Meaning::Figure(id) => Some(id),
            _ => {
                let message = format!("`{}` is not a line, total or define", word.text);
                self.report(Diagnostic::error("not-a-figure", word.span, message));
                None
            }
        }
    }

    fn column(&mut self, word: &Word) -> Option<ColumnId> {
        match self.meaning(word)? {
            Meaning::Column(id) => Some(id),
            _ => {
                self.report(Diagnostic::error("not-a-column", word.span, format!("`{}` is not a column", word.text)));
                None
            }
        }
    }

    fn list(&mut self, names: Vec<String>) -> ListId {
        let at = self.book.lists.iter().position(|list| *list == names);
        ListId(at.unwrap_or_else(|| {
            self.book.lists.push(names);
            self.book.lists.len() - 1
        }))
    }

    fn node(&mut self, kind: NodeKind, of: Type) -> ExprId {
        let node = Node { kind, of };
        if let Some(id) = self.known.get(&node) {
            return *id;
        }
        let id = ExprId(self.book.nodes.len());
        self.book.nodes.push(node.clone());
        self.known.insert(node, id);
        id
    }

    /// The last pass: what needs the whole rulebook.
    fn finish(&mut self, statements: &[syntax::Statement]) {
        self.check_exceptions();
        self.check_order();
        self.check_words(statements);
        let first = Span::default();
        if self.book.id.is_empty() {
            let hint = "begin with `doc \"country/scheme\"`";
            self.report(Diagnostic::error("no-doc", first, "the rulebook has no id").hint(hint));
        }
        if self.book.award.is_none() && statements.iter().any(|s| matches!(s.kind, StatementKind::Define { .. })) {
            let hint = "write `award NAME` with the figure an estimate is about";
            self.report(
                Diagnostic::error("no-award", first, "the rulebook does not say which figure is the award").hint(hint),
            );
        }
    }

    /// Words for names that are not there are mistakes of spelling.
    fn check_words(&mut self, statements: &[syntax::Statement]) {
        for statement in statements {
            let StatementKind::Words(words) = &statement.kind else { continue };
            for (word, _) in words {
                if !self.is_wordable(&word.text) {
                    let message = format!("there is nothing named `{}` to give words to", word.text);
                    let meant = nearest(&word.text, self.names.keys().map(String::as_str));
                    let diagnostic = Diagnostic::error("unknown-name", word.span, message);
                    let diagnostic = match meant {
                        Some(meant) => diagnostic.hint(format!("did you mean `{meant}`?")),
                        None => diagnostic,
                    };
                    self.report(diagnostic);
                }
            }
        }
    }

    fn is_wordable(&self, name: &str) -> bool {
        let is_option = |option: &str| self.book.lists.iter().any(|list| list.iter().any(|known| known == option));
        match name.rsplit_once('.') {
            _ if self.names.contains_key(name) => true,
            Some((of, option)) => self.names.contains_key(of) && is_option(option),
            None => is_option(name) || self.book.points.iter().any(|points| points.name == name),
        }
    }
}
