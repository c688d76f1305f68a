//! Cuts a block of law into tokens. Nothing is lost: the tokens of a block, one after the other, are its text.

use crate::source::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Name,
    /// `1_000`, `0.5`, `30%`
    Number,
    /// `2025-12-31`
    Date,
    /// `"…"`, on one line
    Text,
    Symbol,
    Space,
    Comment,
    /// A character the language does not use, or a text that never ends.
    Bad,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) span: Span,
}

/// `start` is where `text` begins in the file.
pub(crate) fn cut(text: &str, start: usize) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut at = start;
    while !rest.is_empty() {
        let (kind, length) = next(rest);
        tokens.push(Token { kind, span: Span { start: at, end: at + length } });
        at += length;
        rest = rest.get(length..).unwrap_or("");
    }
    tokens
}

fn next(rest: &str) -> (TokenKind, usize) {
    let run = |test: fn(char) -> bool| rest.find(|letter| !test(letter)).unwrap_or(rest.len());
    let first = rest.chars().next().unwrap_or(' ');
    match first {
        _ if first.is_whitespace() => (TokenKind::Space, run(char::is_whitespace)),
        '#' => (TokenKind::Comment, run(|letter| letter != '\n')),
        '"' => text(rest),
        '0'..='9' => number_or_date(rest),
        _ if first.is_ascii_alphabetic() || first == '_' => {
            (TokenKind::Name, run(|letter| letter.is_ascii_alphanumeric() || letter == '_'))
        }
        _ => {
            let pairs = ["..", "!=", "<=", ">=", "->"];
            if pairs.iter().any(|pair| rest.starts_with(pair)) {
                return (TokenKind::Symbol, 2);
            }
            let kind = if "{}()=<>+-*/,:.".contains(first) { TokenKind::Symbol } else { TokenKind::Bad };
            (kind, first.len_utf8())
        }
    }
}

fn text(rest: &str) -> (TokenKind, usize) {
    let inner = rest.get(1..).unwrap_or("");
    match inner.find(['"', '\n']) {
        Some(end) if inner[end..].starts_with('"') => (TokenKind::Text, end + 2),
        Some(end) => (TokenKind::Bad, end + 1),
        None => (TokenKind::Bad, rest.len()),
    }
}

fn number_or_date(rest: &str) -> (TokenKind, usize) {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_date = (0..10).all(|at| if at == 4 || at == 7 { bytes.get(at) == Some(&b'-') } else { digit(at) });
    if is_date && !digit(10) {
        return (TokenKind::Date, 10);
    }
    let digits = |from: usize| {
        let tail = bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit() || **byte == b'_');
        from + tail.count()
    };
    let mut end = digits(0);
    if bytes.get(end) == Some(&b'.') && digit(end + 1) {
        end = digits(end + 1);
    }
    if bytes.get(end) == Some(&b'%') {
        end += 1;
    }
    (TokenKind::Number, end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{TokenKind, cut};

    fn kinds(text: &str) -> Vec<(TokenKind, &str)> {
        let solid = |kind: &TokenKind| *kind != TokenKind::Space;
        cut(text, 0).into_iter().map(|t| (t.kind, &text[t.span.start..t.span.end])).filter(|(k, _)| solid(k)).collect()
    }

    #[test]
    fn a_range_is_not_a_decimal() {
        use TokenKind::{Number, Symbol};
        assert_eq!(kinds("0..4 0.5%"), [(Number, "0"), (Symbol, ".."), (Number, "4"), (Number, "0.5%")]);
    }

    #[test]
    fn a_date_is_one_token_and_a_subtraction_is_three() {
        use TokenKind::{Date, Number, Symbol};
        assert_eq!(kinds("2025-12-31"), [(Date, "2025-12-31")]);
        assert_eq!(kinds("2025-12"), [(Number, "2025"), (Symbol, "-"), (Number, "12")]);
    }

    #[test]
    fn a_text_without_an_end_is_bad() {
        assert_eq!(kinds("\"abc\nx"), [(TokenKind::Bad, "\"abc"), (TokenKind::Name, "x")]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "\\PC*") {
            let joined: String = cut(&text, 0).iter().map(|t| &text[t.span.start..t.span.end]).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
