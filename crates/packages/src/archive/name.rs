//! Names that every machine can save, in any script.

use files::safe_name;

/// A folder's share of the 120 bytes that a name in an archive may have: the rest is for the picture's.
const MOST_BYTES: usize = 64;

/// `01-charyn-canyon`, `02-шарын-шатқалы`
pub(crate) fn folder(number: usize, name: &str) -> String {
    let mut plain = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            letter if letter.is_alphanumeric() => plain.push(letter),
            '\'' | '’' | 'ʼ' => {}
            _ if !plain.ends_with('-') => plain.push('-'),
            _ => {}
        }
    }
    let plain = plain.trim_matches('-');
    let plain = plain.get(..plain.floor_char_boundary(MOST_BYTES - 4)).unwrap_or_default();
    safe_name(format!("{number:02}-{plain}").trim_end_matches('-'))
}

/// `01_look-NE_0710.jpg`: the number, what it is, where it looks, when it was taken, as far as that is known.
pub(crate) fn picture_name(number: usize, what: &str, looks: &str, taken: &str, ending: &str) -> String {
    let what = if looks.is_empty() { what.to_owned() } else { format!("{what}-{looks}") };
    let parts = [format!("{number:02}"), what, taken.to_owned()];
    let stem = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_");
    safe_name(&format!("{stem}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::{folder, picture_name};

    #[test]
    fn folders_keep_every_script_and_nothing_that_a_machine_refuses() {
        let table = [
            ("Charyn Canyon", "01-charyn-canyon"),
            ("Шарын шатқалы (Қорғалжын)", "01-шарын-шатқалы-қорғалжын"),
            ("../../etc", "01-etc"),
            ("a:b|c?.", "01-a-b-c"),
            ("CON", "01-con"),
            ("…", "01"),
            ("Nurlan’s  house  ", "01-nurlans-house"),
        ];
        for (name, expected) in table {
            assert_eq!(folder(1, name), expected, "{name}");
        }
    }

    #[test]
    fn a_path_has_no_more_than_120_bytes_and_whole_letters() {
        let long = folder(7, &"Қ".repeat(200));
        let picture = picture_name(60, "look", "NNE", "2026-05-14-0710", "jpeg");
        assert!(long.len() + 1 + picture.len() <= 120, "{long}/{picture}");
        assert!(long.starts_with("07-ққ"));
    }

    #[test]
    fn pictures_say_where_they_look_and_when() {
        assert_eq!(picture_name(1, "look", "NE", "0710", "jpg"), "01_look-NE_0710.jpg");
        assert_eq!(picture_name(12, "drawing", "", "", "svg"), "12_drawing.svg");
    }
}
