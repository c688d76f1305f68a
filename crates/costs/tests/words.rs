//! Everything a ledger can say has a sentence in every language.

use std::collections::BTreeSet;

use costs::{Category, Confidence, Decision, Field, Kind, ProblemKind, Refusal, Severity, WORDS};

fn keys(words: &str) -> BTreeSet<&str> {
    words.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key.trim()).collect()
}

fn refusals() -> Vec<Refusal> {
    let sheet = String::new;
    vec![
        Refusal::Empty,
        Refusal::TooManyBytes { found: 1, most: 1 },
        Refusal::TooManyUnpackedBytes { most: 1 },
        Refusal::TooManyRows { sheet: sheet(), most: 1 },
        Refusal::TooManyColumns { sheet: sheet(), most: 1 },
        Refusal::TooManyCells { sheet: sheet(), most: 1 },
        Refusal::TooManySheets { most: 1 },
        Refusal::Encrypted,
        Refusal::NotASpreadsheet { looks_like: "png" },
        Refusal::Damaged { part: sheet() },
        Refusal::NoSuchSheet { sheet: sheet() },
        Refusal::NothingInside,
        Refusal::NoLedger { sheets: Vec::new() },
    ]
}

#[test]
fn every_sentence_is_there_in_every_language() {
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for kind in ProblemKind::ALL {
        wanted.extend([kind.group_key(), kind.expected_key(), kind.fix_key()]);
    }
    for refusal in refusals() {
        wanted.extend([refusal.key().to_owned(), refusal.fix_key()]);
    }
    wanted.extend(Field::ALL.map(Field::key));
    wanted.extend(Kind::ALL.map(Kind::key));
    wanted.extend(Category::all().map(Category::key));
    wanted.extend(Category::all().map(|category| category.line().key().to_owned()));
    wanted.extend([Severity::Blocker, Severity::Warning, Severity::Note].map(|severity| severity.key().to_owned()));
    wanted.extend([Confidence::None, Confidence::Check, Confidence::Sure].map(|one| one.key().to_owned()));
    let by: [fn(&'static str) -> Decision; 5] =
        [Decision::CategoryColumn, Decision::Chart, Decision::Tag, Decision::Description, Decision::Heading];
    wanted.extend(by.map(|decision| decision("word").key().to_owned()));
    wanted.extend([Decision::None, Decision::Person].map(|decision| decision.key().to_owned()));
    for (language, words) in WORDS {
        let keys = keys(words);
        let missing: Vec<&String> = wanted.iter().filter(|key| !keys.contains(key.as_str())).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}

#[test]
fn the_places_of_a_sentence_are_filled() {
    for refusal in refusals() {
        for (language, words) in WORDS {
            let start = format!("{} =", refusal.key());
            let after = words.split_once(&start).map_or("", |(_, after)| after);
            let sentence = after.split("-fix =").next().unwrap_or("");
            for (name, _) in refusal.arguments() {
                assert!(sentence.contains(&format!("${name}")), "{language}: {} says nothing of {name}", refusal.key());
            }
        }
    }
}
