//! Kazakh puts its grammar behind the word: `шатқалдарында` is шатқал, дар, ын, да. Taken off here are the endings of
//! number, possession and case, in folded spelling, so that words typed with Russian or Latin letters lose them too.

/// What is left of a word has at least so many letters.
const LEAST_LEFT: usize = 3;

/// From the outside in: of each row one ending or none.
const ENDINGS: [&[&str]; 4] = [
    &["dagi", "degi", "tagi", "tegi", "ndagi", "ndegi"],
    &[
        "nin", "din", "tin", "nda", "nde", "dan", "den", "tan", "ten", "nan", "nen", "men", "ben", "pen", "da", "de",
        "ta", "te", "ga", "ge", "ka", "ke", "na", "ne", "ni", "di", "ti",
    ],
    &["imiz", "iniz", "lari", "leri", "dari", "deri", "tari", "teri", "si", "i"],
    &["lar", "ler", "dar", "der", "tar", "ter"],
];

/// What is left after each ending that could be one: `ты` ends Алматы, and is no ending of it.
pub(crate) fn stems(folded: &str) -> Vec<&str> {
    let mut stems = Vec::new();
    let mut left = folded;
    for row in ENDINGS {
        let fitting = row.iter().filter_map(|ending| left.strip_suffix(ending));
        if let Some(shortest) = fitting.filter(|rest| rest.len() >= LEAST_LEFT).min_by_key(|rest| rest.len()) {
            left = shortest;
            stems.push(left);
        }
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::stems;
    use kernel::fold::fold;

    #[test]
    fn forms_of_a_word_meet_in_a_stem() {
        for [word, forms @ ..] in [
            ["шатқал", "шатқалы", "шатқалында", "шатқалдар", "шатқалдарының"],
            ["көл", "көлдер", "көлдерде", "көлдің", "көлге"],
            ["тау", "таулар", "тауларында", "таудан", "таудың"],
            ["дала", "далада", "далалар", "даласы", "даласында"],
            ["Алматы", "Алматыда", "Алматының", "Алматыдан", "Алматыдағы"],
        ] {
            for form in forms {
                assert!(stems(&fold(form)).contains(&fold(word).as_str()), "{word} in {form}");
            }
        }
    }

    #[test]
    fn nothing_is_taken_from_a_short_word() {
        assert_eq!(stems("kar"), <[&str; 0]>::default());
        assert_eq!(stems(""), <[&str; 0]>::default());
    }
}
