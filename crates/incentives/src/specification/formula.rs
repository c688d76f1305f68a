//! Formulas with links.

use rulebook::{Piece, Type};

use super::view::View;

/// A part of a formula; a space goes before it unless it is `tight`.
pub(super) struct Part {
    pub(super) text: String,
    pub(super) look: Look,
    pub(super) tight: bool,
}

pub(super) enum Look {
    /// A name leads to its page.
    Name(String),
    /// `if`, `at most`: what holds a formula together.
    Word,
    /// One answer of a list: words that are a value.
    Answer,
    Plain,
}

impl View<'_> {
    /// A formula with links.
    pub(super) fn parts(&self, pieces: &[Piece]) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for (piece, shown) in pieces.iter().zip(self.reader.formula(self.book, pieces, false)) {
            let after_bracket = parts.last().is_none_or(|before| before.text.ends_with('('));
            let tight = after_bracket || matches!(shown.text.as_str(), ")" | ";" | ":");
            let look = match piece {
                Piece::Name { target, .. } => Look::Name(self.named(self.book.target_name(*target)).href),
                Piece::Word(..) => Look::Word,
                Piece::Literal { of: Type::Choice(_), .. } => Look::Answer,
                Piece::Literal { .. } | Piece::Sign(_) => Look::Plain,
            };
            parts.push(Part { text: shown.text, look, tight });
        }
        parts
    }

    /// The same for what answers a question: a lone name of a list is called what it is called there.
    pub(super) fn parts_of(&self, pieces: &[Piece], question: &str) -> Vec<Part> {
        match pieces {
            [Piece::Literal { value, of }] => {
                let text = self.reader.value(self.book, value, *of, Some(question));
                vec![Part { text, look: Look::Answer, tight: true }]
            }
            _ => self.parts(pieces),
        }
    }
}
