//! What the fonts can show. A document that is to last may not hold a letter without a shape.

use serde_json::Value;

use crate::paper::FONTS;

/// Stands for a letter that no font of ours has.
const UNKNOWN: char = '?';

/// The data with every letter that the fonts lack put in one that they have.
pub(crate) fn showable(data: &Value) -> Value {
    match data {
        Value::String(text) => Value::String(text.chars().filter_map(letter).collect()),
        Value::Array(values) => Value::Array(values.iter().map(showable).collect()),
        Value::Object(values) => {
            Value::Object(values.iter().map(|(name, value)| (name.clone(), showable(value))).collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => data.clone(),
    }
}

fn letter(letter: char) -> Option<char> {
    match letter {
        '\n' => Some('\n'),
        // Joiners, marks of direction, variation selectors: they have no shape anywhere.
        '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => None,
        space if space.is_control() => Some(' '),
        known if has(known) => Some(known),
        space if space.is_whitespace() => Some('\u{a0}'),
        _ => Some(UNKNOWN),
    }
}

pub(crate) fn has(letter: char) -> bool {
    FONTS.iter().all(|font| font.info().coverage.contains(u32::from(letter)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{has, showable};

    #[test]
    fn every_letter_of_the_words_on_our_pages_has_a_shape() {
        let words = [
            include_str!("../../incentives/words/kk.ftl"),
            include_str!("../../incentives/words/ru.ftl"),
            include_str!("../../incentives/words/en.ftl"),
            include_str!("../../web/words/kk.ftl"),
            include_str!("../../web/words/ru.ftl"),
            include_str!("../../web/words/en.ftl"),
        ];
        let lacking: String = words.concat().chars().filter(|letter| *letter != '\n' && !has(*letter)).collect();
        assert_eq!(lacking, "");
    }

    #[test]
    fn kazakh_letters_signs_of_currencies_and_of_formulas_have_shapes() {
        let lacking: String = "ӘәҒғҚқҢңӨөҰұҮүҺһІі₸€£$₽−–—№≤≥≠×÷±·→".chars().filter(|letter| !has(*letter)).collect();
        assert_eq!(lacking, "");
    }

    #[test]
    fn a_letter_without_a_shape_is_replaced_and_one_that_none_has_is_left_out() {
        let data = json!({ "line": ["Камера 摄", 7, "a\u{200b}b\tc\u{2007}d\ne"] });
        assert_eq!(showable(&data), json!({ "line": ["Камера ?", 7, "ab c\u{a0}d\ne"] }));
    }
}
