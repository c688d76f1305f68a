//! Suggestions of a spelling in another script. A person decides: nothing here is shown as somebody's name unasked.

use crate::Language;

/// A Latin spelling of a Cyrillic name, as passports of its language write it. Letters that are Latin already stay.
pub fn latin(text: &str, language: Language) -> String {
    let is_kazakh = language.tag() == "kk";
    respelled(text, |letter| match (letter, is_kazakh) {
        ('х' | 'һ', true) => Some("kh"),
        ('қ', _) => Some("q"),
        ('ы', true) => Some("y"),
        ('у', true) => Some("u"),
        ('щ', true) => Some("shch"),
        _ => TO_LATIN.iter().find(|(from, _)| *from == letter).map(|(_, to)| *to),
    })
}

/// A Cyrillic spelling of a Latin name.
pub fn cyrillic(text: &str) -> String {
    let mut spelled = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let lower: String = rest.chars().take(4).flat_map(char::to_lowercase).collect();
        match TO_CYRILLIC.iter().find(|(from, _)| lower.starts_with(from)) {
            Some((from, to)) => {
                push_cased(&mut spelled, to, first.is_uppercase(), false);
                rest = rest.char_indices().nth(from.chars().count()).and_then(|(at, _)| rest.get(at..)).unwrap_or("");
            }
            None => {
                spelled.push(first);
                rest = rest.get(first.len_utf8()..).unwrap_or("");
            }
        }
    }
    spelled
}

/// What was meant by keys pressed while the other keyboard was on: `ghbdtn` is `привет`.
pub fn other_layout(text: &str) -> String {
    let swap = |letter: char| {
        let lower = letter.to_lowercase().next().unwrap_or(letter);
        let pair =
            LATIN_KEYS.chars().zip(CYRILLIC_KEYS.chars()).find(|(latin, other)| *latin == lower || *other == lower);
        match pair {
            Some((latin, other)) => {
                if latin == lower {
                    other
                } else {
                    latin
                }
            }
            None => letter,
        }
    };
    text.chars().map(swap).collect()
}

fn respelled(text: &str, spelling: impl Fn(char) -> Option<&'static str>) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut spelled = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let lower = letter.to_lowercase().next().unwrap_or(*letter);
        let next_is_large = letters.get(at + 1).is_some_and(|next| next.is_uppercase());
        match spelling(lower) {
            Some(latin) => push_cased(&mut spelled, latin, letter.is_uppercase(), next_is_large),
            None => spelled.push(*letter),
        }
    }
    spelled
}

/// `Ш` is `Sh` before a small letter and `SH` before a large one.
fn push_cased(spelled: &mut String, letters: &str, is_large: bool, all_large: bool) {
    for (at, letter) in letters.chars().enumerate() {
        if is_large && (at == 0 || all_large) {
            spelled.extend(letter.to_uppercase());
        } else {
            spelled.push(letter);
        }
    }
}

const LATIN_KEYS: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC_KEYS: &str = "йцукенгшщзхъфывапролджэячсмитьбю";

const TO_LATIN: &[(char, &str)] = &[
    ('а', "a"),
    ('ә', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ғ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "yo"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('й', "i"),
    ('і', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('ң', "n"),
    ('о', "o"),
    ('ө', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ұ', "u"),
    ('ү', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
];

const TO_CYRILLIC: &[(&str, &str)] = &[
    ("shch", "щ"),
    ("sh", "ш"),
    ("ch", "ч"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("yu", "ю"),
    ("ya", "я"),
    ("yo", "ё"),
    ("ye", "е"),
    ("ph", "ф"),
    ("ck", "к"),
    ("a", "а"),
    ("b", "б"),
    ("c", "к"),
    ("d", "д"),
    ("e", "е"),
    ("f", "ф"),
    ("g", "г"),
    ("h", "х"),
    ("i", "и"),
    ("j", "ж"),
    ("k", "к"),
    ("l", "л"),
    ("m", "м"),
    ("n", "н"),
    ("o", "о"),
    ("p", "п"),
    ("q", "к"),
    ("r", "р"),
    ("s", "с"),
    ("t", "т"),
    ("u", "у"),
    ("v", "в"),
    ("w", "в"),
    ("x", "кс"),
    ("y", "ы"),
    ("z", "з"),
];

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::{cyrillic, latin, other_layout};
    use crate::Language;

    fn kazakh() -> Language {
        "kk".parse().unwrap()
    }

    #[test]
    fn a_cyrillic_name_is_suggested_in_latin() {
        assert_eq!(latin("Нұрлан Әбішұлы", kazakh()), "Nurlan Abishuly");
        assert_eq!(latin("ЖШС Шарын", kazakh()), "ZHSHS Sharyn");
        assert_eq!(latin("Щербаков Юрий", "ru".parse().unwrap()), "Shcherbakov Yurii");
        assert_eq!(latin("Baris Film", kazakh()), "Baris Film");
    }

    #[test]
    fn a_latin_name_is_suggested_in_cyrillic() {
        assert_eq!(cyrillic("Baris Film"), "Барис Филм");
        assert_eq!(cyrillic("Zhanna Shakhmet"), "Жанна Шахмет");
        assert_eq!(cyrillic("Студия 7"), "Студия 7");
    }

    #[test]
    fn a_suggestion_is_found_under_the_name_it_was_made_from() {
        for name in ["Нұрлан Әбішұлы", "Қызылорда", "Жаңаөзен", "Айгүл Сейітқызы", "Хамит Өтеген"]
        {
            assert_eq!(fold(&latin(name, kazakh())), fold(name), "{name}");
            assert_eq!(fold(&cyrillic(&latin(name, kazakh()))), fold(name), "{name}");
        }
    }

    #[test]
    fn the_wrong_keyboard_is_understood() {
        assert_eq!(other_layout("ghbdtn"), "привет");
        assert_eq!(other_layout("Ифкны"), "barys");
    }
}
