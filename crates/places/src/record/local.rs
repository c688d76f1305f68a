//! A text in several languages, as a cell of a table and as a value of the chain.

use kernel::{Language, LocalText};
use serde_json::{Map, Value};

pub(crate) fn json(text: &LocalText) -> Value {
    let pair = |language: Language| Some((language.tag().to_owned(), Value::from(text.get(language)?)));
    Value::Object(text.languages().filter_map(pair).collect::<Map<_, _>>())
}

pub(crate) fn cell(text: &LocalText) -> String {
    json(text).to_string()
}

/// What cannot be read is not there: the cell was written by [`cell`].
pub(crate) fn of_cell(cell: &str) -> LocalText {
    let read: Map<String, Value> = serde_json::from_str(cell).unwrap_or_default();
    of_pairs(read.iter().filter_map(|(tag, value)| Some((tag.as_str(), value.as_str()?))))
}

/// Empty texts are left away.
pub(crate) fn of_pairs<'t>(pairs: impl IntoIterator<Item = (&'t str, &'t str)>) -> LocalText {
    let mut text = LocalText::default();
    for (tag, said) in pairs {
        if let (Ok(language), false) = (tag.parse::<Language>(), said.trim().is_empty()) {
            text.insert(language, said.trim());
        }
    }
    text
}
