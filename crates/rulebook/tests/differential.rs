//! The column programs against the walker: every shipped rulebook, and rulebooks made at random, over ledgers made
//! at random. The two must agree on every figure and every line.

#![cfg(test)]

use kernel::{Currency, Day, Exact, Money, Quote, RateTable};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};
use rulebook::{Cell, Engine, Estimate, Facts, Ledger, Rulebook, Tables, Type};

fn shipped() -> Vec<Rulebook> {
    let mut waiting = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../rulebooks"))];
    let mut books = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.to_string_lossy().ends_with(".law.md") {
            books.extend(rulebook::check(&std::fs::read_to_string(path).unwrap()).0);
        }
    }
    assert!(books.len() >= 11);
    books
}

/// A stream of choices, so that a ledger is made from one seed.
struct Dice(TestRng);

impl Dice {
    fn new(seed: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        Self(TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
    }

    fn below(&mut self, limit: u64) -> u64 {
        use proptest::prelude::Rng;
        self.0.next_u64() % limit.max(1)
    }

    fn one<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[usize::try_from(self.below(from.len() as u64)).unwrap()]
    }
}

const CODES: [&str; 5] = ["KZT", "USD", "EUR", "GBP", "JPY"];

fn cell(book: &Rulebook, of: Type, dice: &mut Dice, around: Day) -> Cell {
    let amount = |dice: &mut Dice| {
        let size = [100, 100_000, 10_000_000_000][usize::try_from(dice.below(3)).unwrap()];
        i64::try_from(dice.below(size)).unwrap() - if dice.below(10) == 0 { 5_000 } else { 0 }
    };
    match of {
        Type::MoneyByCurrency => {
            let currency: Currency = dice.one(&CODES).parse().unwrap();
            Cell::Money(Money::from_minor(amount(dice), currency))
        }
        Type::Money(currency) | Type::Exact(currency) => Cell::Money(Money::from_minor(amount(dice), currency)),
        Type::Rate => Cell::Number(Exact::fraction(i128::from(dice.below(101)), 100).unwrap()),
        Type::Count | Type::Points | Type::Days => Cell::Number(Exact::whole(i128::from(dice.below(30)))),
        Type::Date => Cell::Day(around.plus_days(i64::try_from(dice.below(60)).unwrap() - 30).unwrap()),
        Type::Bool => Cell::Truth(dice.below(2) == 0),
        Type::Key => Cell::Key(format!("k{}", dice.below(5))),
        Type::Choice(list) => Cell::Choice(u8::try_from(dice.below(book.list(list).len() as u64)).unwrap()),
    }
}

fn ledger(book: &Rulebook, dice: &mut Dice, around: Day, most: u64) -> Ledger {
    let rows = dice.below(most);
    let holes = dice.below(4) == 0;
    let rows: Vec<Vec<Option<Cell>>> = (0..rows)
        .map(|_| {
            let cells = book.columns.iter().map(|column| {
                let hole = holes && dice.below(50) == 0;
                (!hole).then(|| cell(book, column.of, dice, around))
            });
            cells.collect()
        })
        .collect();
    Ledger::new(book, rows).unwrap()
}

fn tables(book: &Rulebook, dice: &mut Dice, around: Day) -> Tables {
    let mut tables = Tables::new();
    for table in &book.tables {
        let mut rates = RateTable::new(table.to, 10, "made up");
        for code in CODES {
            for step in -7..=7 {
                let one_unit = Exact::fraction(i128::from(dice.below(1_000_000)) + 1, 1_000).unwrap();
                rates.insert(code.parse().unwrap(), Quote { day: around.plus_days(step * 6).unwrap(), one_unit });
            }
        }
        tables.insert(table.name.clone(), rates);
    }
    tables
}

fn both(book: &Rulebook, facts: &Facts, ledger: &Ledger, tables: &Tables) -> (Estimate, Estimate) {
    let run = |engine| book.estimate_with(engine, facts, Some(ledger), tables).unwrap();
    (run(Engine::Columns), run(Engine::Walker))
}

fn must_agree(book: &Rulebook, columns: &Estimate, walker: &Estimate) -> Result<(), TestCaseError> {
    for (id, value) in &walker.figures {
        let name = &book.figure(*id).unwrap().name;
        prop_assert_eq!(columns.value(*id), Some(value), "{} of {}", name, book.id);
    }
    prop_assert_eq!(columns.spent, walker.spent);
    prop_assert_eq!(columns.counted, walker.counted);
    prop_assert_eq!(&columns.not_counted, &walker.not_counted);
    prop_assert_eq!(&columns.row_problems, &walker.row_problems);
    prop_assert_eq!(&columns.receipt, &walker.receipt);
    Ok(())
}

#[test]
fn columns_and_walker_agree_on_every_shipped_rulebook() {
    for book in shipped() {
        if book.columns.is_empty() {
            continue;
        }
        let around = book.usual_day().unwrap();
        for seed in 0..6 {
            let mut dice = Dice::new(seed);
            let (ledger, tables) = (ledger(&book, &mut dice, around, 60), tables(&book, &mut dice, around));
            let (columns, walker) = both(&book, &Facts::on(around), &ledger, &tables);
            must_agree(&book, &columns, &walker).unwrap();
        }
    }
}

#[test]
fn the_first_rulebook_runs_on_column_programs() {
    let books = shipped();
    let book = books.iter().find(|book| book.id == "kz/cinema-subsidy").unwrap();
    let around = book.usual_day().unwrap();
    let mut dice = Dice::new(4);
    // As a budget has them: the rest takes the rulebook's defaults.
    let filled = |column: &rulebook::Column| ["amount", "place", "kind"].contains(&column.name.as_str());
    let rows: Vec<Vec<Option<Cell>>> = (0..50)
        .map(|_| {
            book.columns.iter().map(|column| filled(column).then(|| cell(book, column.of, &mut dice, around))).collect()
        })
        .collect();
    let ledger = Ledger::new(book, rows).unwrap();
    let tables = tables(book, &mut dice, around);
    assert_eq!(both(book, &Facts::on(around), &ledger, &tables).0.worked_by, Engine::Columns);
}

/// A rulebook made from a seed: lines with exceptions of every kind the columns know.
fn random_rulebook(dice: &mut Dice) -> String {
    let mut text = String::from(
        "# R\n```law\ndoc \"t/r\" reviewed_to 2025-06-01\nrates bank to KZT\ncolumn amount: money by currency\n\
         column extra: money KZT\ncolumn incurred: date\ncolumn kind: enum {a, b, c, d}\ncolumn local: bool\n\
         column who: key\ncolumn share: rate\ncolumn days: days\ninput cap: money KZT default 5_000 KZT\n\
         param vat: rate { 2025-01-01: 12% 2025-06-01: 16% }\nparam by_kind: rate by enum {a, b, c, d} { a, b { 2020-01-01: 30% } c { 2020-01-01: 2/37 } d { 2020-01-01: 100% } }\n\
         line l0: money KZT = round half_up 0.01 (convert amount using bank on incurred)\n",
    );
    let modes = ["half_up", "half_even", "down", "up"];
    let lines = 1 + dice.below(4);
    for at in 1..=lines {
        let before = dice.below(at);
        let mode = dice.one(&modes);
        let bodies = [
            format!("l{before}"),
            format!("l{before} + extra"),
            format!("max(l{before}, extra) - 3 * extra"),
            format!("round {mode} 0.01 (l{before} * 7/13)"),
            format!("round {mode} 1 (by_kind(kind) * l{before})"),
            format!("round {mode} 0.05 (vat at incurred * l{before})"),
            format!("round {mode} 0.01 (l{before} * (vat at incurred / (1 + vat at incurred)))"),
            format!("if local then abs(l{before}) else min(extra, cap)"),
        ];
        text.push_str(&format!("line l{at}: money KZT = {}\n", dice.one(&bodies)));
        for rank in 1..=dice.below(4) {
            let conditions = [
                "kind in {a, c}".to_owned(),
                "not local".to_owned(),
                "incurred >= 2025-06-01".to_owned(),
                format!("l{before} > 1_000 KZT and days < 10 days"),
                "share >= 50% or kind = d".to_owned(),
                "local and kind != b".to_owned(),
                "extra <= cap".to_owned(),
            ];
            let results = ["0 KZT".to_owned(), "extra".to_owned(), format!("l{before} - extra"), "cap".to_owned()];
            text.push_str(&format!(
                "exception e{at}_{rank} to l{at} rank {rank} when {} then {}\n",
                dice.one(&conditions),
                dice.one(&results)
            ));
            if dice.below(3) == 0 {
                text.push_str(&format!(
                    "exception i{at}_{rank} to e{at}_{rank} when {} then 1 KZT\n",
                    dice.one(&conditions)
                ));
            }
        }
    }
    let filters = ["", " where local", " where kind = a or incurred < 2025-06-01", " where extra > 0 KZT"];
    let groups = [
        "",
        " per who at most 10_000 KZT",
        " per who at most 10_000 KZT per kind at most 50_000 KZT",
        " per kind at least 1_000_000 KZT",
        " per who at least 100 KZT of extra",
    ];
    text.push_str(&format!("total t1: money KZT = sum l{lines}{}{}\n", dice.one(&filters), dice.one(&groups)));
    text.push_str(&format!("total t2: money KZT = sum l{}{}\n", dice.below(lines + 1), dice.one(&filters)));
    text.push_str(&format!(
        "total t3: count = count{}\ntotal t4: days = sum days{}\n",
        dice.one(&filters),
        dice.one(&filters)
    ));
    text.push_str(&format!(
        "define result: money KZT = min(t1, t2) - t3 * 1 KZT\naward result\ncounts l0 into l{lines}\n```\n"
    ));
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn columns_and_walker_agree_on_rulebooks_made_at_random(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let text = random_rulebook(&mut dice);
        let (book, diagnostics) = rulebook::check(&text);
        let shown: Vec<String> = diagnostics.iter().map(|diagnostic| diagnostic.to_terminal("r", &text, false)).collect();
        let Some(book) = book else { return Err(TestCaseError::fail(format!("{text}\n{}", shown.join("\n")))) };
        let around: Day = "2025-06-01".parse().unwrap();
        let (ledger, tables) = (ledger(&book, &mut dice, around, 1_200), tables(&book, &mut dice, around));
        let (columns, walker) = both(&book, &Facts::on(around), &ledger, &tables);
        must_agree(&book, &columns, &walker)?;
    }
}
