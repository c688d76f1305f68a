//! The subsidy: its specification, the calculator, and estimates with their reasons.
//!
//! **Invariants.** The page, the program and a share link give the same figure from the same rulebook text, facts and
//! ledger. Nothing is typed in by hand that the engine can say. A share link keeps the text it was worked out by.

// What every surface shares, in reading order.
mod library;
mod budget;
mod facts_file;
mod answer;
mod formula;
mod archive;
mod brief;
// The pages.
mod desk;
mod calculator;
mod result;
mod specification;

pub use answer::{Answer, Bar, Outcome, Reason};
pub use archive::{Archive, ArchiveProblem, RowNote, Saved};
pub use brief::Brief;
pub use budget::{Budget, Unread, home_of};
pub use desk::{Desk, Sample};
pub use facts_file::{FactsFile, FactsFileProblem};
pub use formula::{Shown, Speaker, own_words as formula_words};
pub use library::{Library, LibraryProblem};
pub use specification::{Headline, HeadlineFigure, headline};

/// The words of the slice: its own, of formulas, and of the ledgers it reads.
pub fn own_words() -> Vec<web::SliceWords> {
    let own = web::SliceWords {
        slice: "incentives",
        files: &[
            ("en", include_str!("../words/en.ftl")),
            ("ru", include_str!("../words/ru.ftl")),
            ("kk", include_str!("../words/kk.ftl")),
        ],
    };
    let ledgers = web::SliceWords { slice: "costs", files: &costs::WORDS };
    let specification = web::SliceWords {
        slice: "specification",
        files: &[
            ("en", include_str!("../words/specification/en.ftl")),
            ("ru", include_str!("../words/specification/ru.ftl")),
            ("kk", include_str!("../words/specification/kk.ftl")),
        ],
    };
    vec![own, formula_words(), ledgers, specification]
}

/// Every page of the slice.
pub fn routes(desk: Desk) -> web::Routes {
    calculator::routes().merge(result::routes()).merge(specification::routes()).with_state(desk)
}

#[cfg(test)]
mod tests {
    use testkit::{check_words, missing_words};

    #[test]
    fn words_agree_in_three_languages_and_are_all_used() {
        let languages = ["en", "ru", "kk"];
        let own = super::own_words();
        let app = web::SliceWords { slice: "app", files: &[("en", include_str!("../../app/words/en.ftl"))] };
        for words in &own {
            assert_eq!(missing_words(words, &languages), Vec::<String>::new());
        }
        let slice = own.iter().find(|words| words.slice == "incentives").unwrap();
        let mut others = vec![web::own_words(), app];
        others.extend(super::own_words().into_iter().filter(|words| words.slice != "incentives"));
        let problems = check_words(slice, &others, &languages, env!("CARGO_MANIFEST_DIR"));
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn every_word_of_a_formula_has_its_words() {
        let english = super::formula_words().files.first().unwrap().1;
        for word in rulebook::FORMULA_WORDS.iter().filter(|word| **word != "rounded") {
            assert!(english.contains(&format!("formula-{word} =")), "{word}");
        }
    }
}
