//! What is wrong with a rulebook, where, why and what to do. Shown on a terminal, on a page and to a machine.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::json;

use crate::source::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable name such as `unknown-name`.
    pub code: &'static str,
    pub severity: Severity,
    pub message: String,
    pub span: Span,
    /// Further places, each with what it has to do with it.
    pub related: Vec<(Span, String)>,
    pub hint: Option<String>,
}

impl Diagnostic {
    pub(crate) fn error(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        let severity = Severity::Error;
        Self { code, severity, message: message.into(), span, related: Vec::new(), hint: None }
    }

    pub(crate) fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, message) }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub(crate) fn related(mut self, span: Span, why: impl Into<String>) -> Self {
        self.related.push((span, why.into()));
        self
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The line and column of its place, both counted from 1; the column in characters.
    pub fn position(&self, text: &str) -> (usize, usize) {
        position(text, self.span.start)
    }

    /// As a compiler shows it, with the lines of the file.
    pub fn to_terminal(&self, path: &str, text: &str, colour: bool) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let clamp = |span: Span| {
            let start = floor(text, span.start);
            start..floor(text, span.end).max(start)
        };
        let mut snippet = Snippet::source(text).path(path).annotation(AnnotationKind::Primary.span(clamp(self.span)));
        for (span, why) in &self.related {
            snippet = snippet.annotation(AnnotationKind::Context.span(clamp(*span)).label(why.as_str()));
        }
        let mut group = Group::with_title(level.primary_title(self.message.as_str()).id(self.code)).element(snippet);
        if let Some(hint) = &self.hint {
            group = group.element(Level::HELP.message(hint.as_str()));
        }
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        renderer.render(&[group]).clone()
    }

    pub fn to_json(&self, path: &str, text: &str) -> serde_json::Value {
        let (line, column) = self.position(text);
        let related: Vec<_> = self
            .related
            .iter()
            .map(|(span, why)| {
                let (line, column) = position(text, span.start);
                json!({ "line": line, "column": column, "message": why })
            })
            .collect();
        json!({
            "code": self.code,
            "severity": match self.severity { Severity::Error => "error", Severity::Warning => "warning" },
            "message": self.message,
            "file": path,
            "line": line,
            "column": column,
            "start": self.span.start,
            "end": self.span.end,
            "related": related,
            "hint": self.hint,
        })
    }

    /// A list item with the place, the message with its backticks as code, the line and the hint.
    pub fn to_html(&self, text: &str) -> String {
        let (line, column) = self.position(text);
        let shown = text.lines().nth(line.saturating_sub(1)).unwrap_or("");
        let hint = self.hint.as_ref().map(|hint| format!("<p class=\"hint\">{}</p>", code(hint))).unwrap_or_default();
        let class = if self.is_error() { "error" } else { "warning" };
        format!(
            "<li class=\"diagnostic {class}\" id=\"{}-{}\"><p>{line}:{column} {}</p><pre>{}</pre>{hint}</li>",
            self.code,
            self.span.start,
            code(&self.message),
            escape(shown)
        )
    }
}

fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..floor(text, offset)).unwrap_or("");
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}

fn floor(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn code(message: &str) -> String {
    let mut html = String::new();
    for (at, part) in escape(message).split('`').enumerate() {
        if at % 2 == 1 {
            html.push_str("<code>");
        } else if at > 0 {
            html.push_str("</code>");
        }
        html.push_str(part);
    }
    html
}

/// The known word that a mistyped one most likely meant.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|candidate| (strsim::levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, nearest};
    use crate::source::Span;

    #[test]
    fn a_mistyped_word_finds_its_neighbour() {
        assert_eq!(nearest("elgible", ["eligible", "subsidy"]), Some("eligible"));
        assert_eq!(nearest("eligible", ["eligible"]), Some("eligible"));
        assert_eq!(nearest("x", ["subsidy"]), None);
        assert_eq!(nearest("", ["ab"]), None);
    }

    #[test]
    fn positions_count_characters_and_html_is_escaped() {
        let text = "аб\nвг<x>";
        let start = text.find('<').unwrap();
        let diagnostic = Diagnostic::error("bad", Span { start, end: start + 1 }, "no `<` here").hint("drop it");
        assert_eq!(diagnostic.position(text), (2, 3));
        assert!(diagnostic.to_html(text).contains("no <code>&lt;</code> here"));
        assert!(diagnostic.to_terminal("x.law.md", text, false).contains("x.law.md:2:3"));
        assert_eq!(diagnostic.to_json("x", text)["column"], 3);
    }
}
