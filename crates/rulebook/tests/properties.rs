//! What holds for every rulebook and every text: nothing panics, the order of lines does not matter, a line may be
//! split, a line that does not count changes nothing, and every cap binds in some test.

#![cfg(test)]

use std::path::PathBuf;

use kernel::{Exact, Money};
use proptest::prelude::*;
use rulebook::{Cell, Facts, Ledger, Rulebook, Tables};

fn texts() -> Vec<String> {
    let mut waiting = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../rulebooks"))];
    let mut texts = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.to_string_lossy().ends_with(".law.md") {
            texts.push(std::fs::read_to_string(path).unwrap());
        }
    }
    texts.sort();
    assert!(texts.len() >= 11);
    texts
}

#[test]
fn every_cap_binds_in_some_test() {
    let mut missing = Vec::new();
    for text in texts() {
        let book = rulebook::check(&text).0.unwrap();
        for untested in book.untested_limbs() {
            let figure = &book.figure(untested.figure).unwrap().name;
            missing.push(format!("{}: `{}` of `{figure}`", book.id, untested.limb));
        }
    }
    assert!(missing.is_empty(), "no test makes these decide:\n{}", missing.join("\n"));
}

const WORDS: [&str; 44] = [
    "doc",
    "line",
    "total",
    "define",
    "exception",
    "to",
    "when",
    "then",
    "input",
    "param",
    "open",
    "in",
    "force",
    "from",
    "until",
    "points",
    "pass",
    "of",
    "sum",
    "where",
    "per",
    "at",
    "most",
    "money",
    "KZT",
    "rate",
    "bool",
    "enum",
    "{",
    "}",
    "(",
    ")",
    "=",
    "+",
    "*",
    "<=",
    "min",
    "round",
    "half_up",
    "0.01",
    "30%",
    "2025-12-31",
    "\"t\"",
    "a",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_makes_the_checker_panic(text in "\\PC{0,400}") {
        let _ = rulebook::check(&text);
        let _ = rulebook::check(&format!("```law\n{text}\n```"));
    }

    #[test]
    fn no_heap_of_words_makes_the_checker_panic(picks in prop::collection::vec(0_usize..WORDS.len(), 0..120)) {
        let words: Vec<&str> = picks.iter().map(|pick| WORDS[*pick]).collect();
        let text = format!("# A\n```law\ndoc \"a/b\" reviewed_to 2025-01-01\n{}\n```", words.join(" "));
        let (book, diagnostics) = rulebook::check(&text);
        for diagnostic in &diagnostics {
            let _ = (diagnostic.to_terminal("x", &text, true), diagnostic.to_html(&text), diagnostic.to_json("x", &text));
        }
        if let Some(book) = book {
            let _ = book.run_tests();
        }
    }

    /// A shipped rulebook with a piece cut out or doubled: wrong most of the time, never a panic.
    #[test]
    fn a_damaged_rulebook_is_refused_or_runs(which in 0_usize..11, from in 0.0_f64..1.0, length in 0_usize..80, doubled in any::<bool>()) {
        let text = &texts()[which];
        let letters: Vec<char> = text.chars().collect();
        #[expect(clippy::float_arithmetic, reason = "a place in a text, not money")]
        let start = (from * letters.len() as f64) as usize;
        let end = (start + length).min(letters.len());
        let piece: String = letters[start..end].iter().collect();
        let (before, after): (String, String) = (letters[..start].iter().collect(), letters[end..].iter().collect());
        let damaged = if doubled { format!("{before}{piece}{piece}{after}") } else { format!("{before}{after}") };
        let (book, diagnostics) = rulebook::check(&damaged);
        prop_assert!(book.is_some() || diagnostics.iter().any(rulebook::Diagnostic::is_error));
        for diagnostic in diagnostics.iter().take(3) {
            let _ = diagnostic.to_terminal("x", &damaged, false);
        }
    }
}

#[test]
fn deep_nesting_and_long_chains_are_refused_not_fatal() {
    for body in ["(".repeat(100_000), "1 + ".repeat(100_000), "not ".repeat(100_000), "- ".repeat(100_000)] {
        let text = format!("# A\n```law\ndoc \"a/b\"\ndefine x: rate = {body}1\naward x\n```");
        let (book, diagnostics) = rulebook::check(&text);
        assert!(book.is_none() && diagnostics.iter().any(|d| d.code == "too-deep"), "{:?}", diagnostics.first());
    }
}

fn subsidy() -> Rulebook {
    let texts = texts();
    let text = texts.iter().find(|text| text.contains("doc \"kz/cinema-subsidy\"")).unwrap();
    rulebook::check(text).0.unwrap()
}

/// Amounts in tenge, whether here, and which kind.
type Line = (i64, bool, u8);

fn ledger(book: &Rulebook, lines: &[Line]) -> Ledger {
    let rows = lines.iter().map(|(minor, here, kind)| {
        let cells = book.columns.iter().map(|column| match column.name.as_str() {
            "amount" => Some(Cell::Money(Money::from_minor(*minor, "KZT".parse().unwrap()))),
            "place" => Some(Cell::Choice(u8::from(!here))),
            "kind" => Some(Cell::Choice(*kind)),
            _ => None,
        });
        cells.collect::<Vec<_>>()
    });
    Ledger::new(book, rows).unwrap()
}

fn figures(book: &Rulebook, lines: &[Line]) -> (Option<Exact>, String) {
    let mut facts = Facts::on("2025-12-25".parse().unwrap());
    facts.give("agreement_rate", "29.7%");
    facts.give("applicant", "foreign_entity");
    let mut tables = Tables::new();
    tables.insert("nbk".to_owned(), kernel::RateTable::new("KZT".parse().unwrap(), 5, "none"));
    let estimate = book.estimate(&facts, Some(&ledger(book, lines)), &tables).unwrap();
    (estimate.counted, format!("{:?}", estimate.award_value().map(|value| value.kind.clone())))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn order_and_splitting_and_lines_that_do_not_count_change_nothing(
        lines in prop::collection::vec((1_i64..1_000_000_000_000, any::<bool>(), 0_u8..6), 1..30),
        at in any::<prop::sample::Index>(),
        extra in 1_i64..1_000_000_000,
    ) {
        let book = subsidy();
        let base = figures(&book, &lines);
        let mut reversed = lines.clone();
        reversed.reverse();
        prop_assert_eq!(&figures(&book, &reversed), &base);
        let mut split = lines.clone();
        let (minor, here, kind) = split.remove(at.index(lines.len()));
        split.push((minor / 3, here, kind));
        split.push((minor - minor / 3, here, kind));
        prop_assert_eq!(&figures(&book, &split), &base);
        let mut more = lines;
        more.push((extra, false, 0));
        prop_assert_eq!(&figures(&book, &more), &base);
    }
}
