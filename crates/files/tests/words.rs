//! Every refusal has its sentences in every language.
#![cfg(test)]

use std::collections::BTreeSet;

use files::{Closed, Kind, Refusal, WORDS};

fn refusals() -> Vec<Refusal> {
    let name = || "a.pdf".to_owned();
    vec![
        Refusal::None,
        Refusal::WrongType { name: name(), found: Kind::Zip, accepted: Kind::DOCUMENTS },
        Refusal::Mislabelled { name: name(), claimed: Kind::Pdf, found: Kind::Jpeg },
        Refusal::TooBig { name: name(), most: 1 },
        Refusal::Empty { name: name() },
        Refusal::Virus { name: name() },
        Refusal::Password { name: name() },
        Refusal::Failed { name: name() },
        Refusal::TooMany { most: 3 },
        Refusal::NotTheTemplate { name: name() },
    ]
}

#[test]
fn every_refusal_has_a_sentence_and_a_way_out_in_every_language() {
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    wanted.extend(refusals().iter().flat_map(|refusal| [refusal.key().to_owned(), refusal.fix_key()]));
    let closed = Closed::NotScannedYet { name: String::new() };
    wanted.extend([closed.key().to_owned(), format!("{}-fix", closed.key())]);
    for (language, words) in WORDS {
        let keys: BTreeSet<String> =
            words.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key.trim().to_owned()).collect();
        assert_eq!(keys, wanted, "{language}");
    }
}

#[test]
fn the_places_of_a_sentence_are_filled() {
    for refusal in refusals() {
        for (language, words) in WORDS {
            let start = format!("{} =", refusal.key());
            let (_, after) = words.split_once(&start).unwrap();
            let both = after.split("\nfiles-").take(2).collect::<String>();
            for (name, _) in refusal.arguments() {
                assert!(both.contains(&format!("${name}")), "{language}: {} says nothing of {name}", refusal.key());
            }
        }
    }
}
