//! The engine beside a loop written by hand for the very same rules, on the same million lines.

use std::hint::black_box;
use std::io::Write;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use kernel::{Currency, Day, Exact, Money, Quote, RateTable};
use rulebook::{Cell, Engine, Facts, Ledger, Rulebook, Tables};

const LINES: usize = 1_000_000;
const RUNS: usize = 15;
/// The walker is slow: it gets a part of the lines.
const WALKED: usize = 50_000;
const FIRST_DAY: i32 = 20_089; // 2025-01-01
const DAYS: usize = 365;
const CODES: [&str; 3] = ["KZT", "USD", "EUR"];

/// The ledger as plain columns, for the loops written by hand.
struct Plain {
    amount: Vec<i64>,
    currency: Vec<u8>,
    day: Vec<i32>,
    place: Vec<u8>,
    kind: Vec<u8>,
    phase: Vec<u8>,
    paid: Vec<u8>,
    petty: Vec<u8>,
    related: Vec<u8>,
    /// Hundredths of a tenge for one hundredth, by currency and day.
    rates: Vec<i64>,
}

#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    value: Vec<i64>,
    eligible: Vec<i64>,
    reason: Vec<u16>,
    spent: i64,
    base: i64,
    labour: i64,
}

#[expect(clippy::float_arithmetic, reason = "nanoseconds are not money")]
pub(crate) fn run(_: &[String]) -> Result<()> {
    let text = include_str!("speed.law.md");
    let (book, diagnostics) = rulebook::check(text);
    let book = book.with_context(|| format!("the measured rulebook is not sound: {diagnostics:?}"))?;
    let plain = Plain::new(LINES);
    let (ledger, tables) = (plain.ledger(&book)?, plain.tables()?);
    let facts = Facts::on("2025-12-31".parse()?);

    println!("{LINES} lines, one thread, the shortest of {RUNS} runs, in turns, loading left out");
    let [free, wide, branching, columns, whole] = race(
        LINES,
        [
            &|| drop(black_box(plain.branch_free())),
            &|| drop(black_box(pulp::Arch::new().dispatch(Wide(&plain)))),
            &|| drop(black_box(plain.branching())),
            &|| drop(black_box(book.rows(&facts, &ledger, &tables))),
            &|| drop(black_box(book.estimate(&facts, Some(&ledger), &tables))),
        ],
    );
    let short = plain.part(WALKED);
    let (short_ledger, small) = (short.ledger(&book)?, plain.part(5_000).ledger(&book)?);
    let [walker] =
        race(WALKED, [&|| drop(black_box(book.estimate_with(Engine::Walker, &facts, Some(&short_ledger), &tables)))]);
    let [keystroke] = race(1_000, [&|| drop(black_box(book.estimate(&facts, Some(&small), &tables)))]);

    // Nothing is worth its speed that is not right on every line.
    let by_hand = plain.branch_free();
    ensure!(by_hand == plain.branching(), "the two loops written by hand differ");
    let rows = book.rows(&facts, &ledger, &tables).map_err(|problems| anyhow::anyhow!("{problems:?}"))?;
    let rows = rows.context("no line results")?;
    ensure!(rows.unknown.is_empty(), "the column program left rows out");
    ensure!(rows.gross == by_hand.value && rows.counted == by_hand.eligible, "the column program differs on a line");
    let given = |row: usize| rows.reason(row).map_or(0, |id| id.0 + 1);
    let wrong = by_hand.reason.iter().enumerate().find(|(row, reason)| given(*row) != usize::from(**reason));
    ensure!(wrong.is_none(), "the column program gives another reason: {wrong:?}");
    let estimate = book.estimate(&facts, Some(&ledger), &tables).map_err(|problems| anyhow::anyhow!("{problems:?}"))?;
    ensure!(estimate.worked_by == Engine::Columns, "the estimate was left to the walker");
    let total = |name: &str| {
        let value = book.find_figure(name).and_then(|id| estimate.value(id)).and_then(|value| value.known_number());
        value.and_then(|number| number.scaled(2))
    };
    for (name, sum) in [("spent", by_hand.spent), ("base", by_hand.base), ("labour", by_hand.labour)] {
        ensure!(total(name) == Some(sum.into()), "the total `{name}` differs");
    }

    println!("{:44} {:>9} {:>8}", "", "ns/line", "ratio");
    let row = |name: &str, time: f64| println!("{name:44} {time:9.2} {:8.2}", time / free);
    row("written by hand, no branches", free);
    row("the same, compiled for this machine", wide);
    row("written by hand, with branches", branching);
    row("column program: every line and its reason", columns);
    row("whole estimate: lines, reasons, totals", whole);
    row("reference walker", walker);
    println!("the loops write what the column program gives: value, eligible and reason of every line, three totals");
    println!("equal on every line: amounts, reasons, totals");
    println!("5000 lines, everything anew: {keystroke:.0} µs");
    peers(&plain, &by_hand, free)
}

/// Nanoseconds a line, the shortest of some runs. They go in turns, so that other work on the machine meets all alike.
#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
#[expect(clippy::float_arithmetic, reason = "nanoseconds are not money")]
fn race<const MANY: usize>(lines: usize, contestants: [&dyn Fn(); MANY]) -> [f64; MANY] {
    let mut best = [u128::MAX; MANY];
    for _ in 0..RUNS {
        for (best, run) in best.iter_mut().zip(contestants) {
            let start = Instant::now();
            run();
            *best = start.elapsed().as_nanos().min(*best);
        }
    }
    best.map(|nanoseconds| nanoseconds as f64 / lines as f64)
}

/// Polars and DuckDB, where they are installed.
#[expect(clippy::float_arithmetic, reason = "nanoseconds are not money")]
fn peers(plain: &Plain, by_hand: &Outcome, free: f64) -> Result<()> {
    let folder = std::env::temp_dir().join(format!("tereze-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    plain.write_csv(&folder)?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/bench/peers.py");
    let output = Command::new("python3").arg(script).arg(&folder).arg(LINES.to_string()).output();
    std::fs::remove_dir_all(&folder)?;
    let Ok(output) = output else { return Ok(()) };
    let answer = String::from_utf8_lossy(&output.stdout);
    for line in answer.lines() {
        let mut words = line.split_whitespace();
        let (Some(name), Some(time), Some(base), Some(labour)) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            continue;
        };
        let time: f64 = time.parse()?;
        println!("{:44} {time:9.2} {:8.2}", format!("{name}, totals only"), time / free);
        let same = base == by_hand.base.to_string() && labour == by_hand.labour.to_string();
        println!("  its totals are {}", if same { "equal" } else { "NOT equal" });
    }
    if answer.is_empty() {
        println!("Polars and DuckDB are not installed (pip install polars duckdb)");
    }
    Ok(())
}

/// A small generator of numbers, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn small(&mut self, limit: u64) -> u8 {
        u8::try_from(self.below(limit)).unwrap_or(0)
    }
}

/// The loop without branches, with the instructions that column programs may use.
struct Wide<'a>(&'a Plain);

impl pulp::WithSimd for Wide<'_> {
    type Output = Outcome;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) -> Outcome {
        self.0.branch_free()
    }
}

impl Plain {
    fn new(lines: usize) -> Self {
        let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
        let mut rates = Vec::new();
        for currency in 0..CODES.len() {
            for _ in 0..DAYS {
                rates.push(if currency == 0 { 100 } else { 45_000 + i64::try_from(dice.below(10_000)).unwrap_or(0) });
            }
        }
        let mut plain = Self {
            amount: Vec::new(),
            currency: Vec::new(),
            day: Vec::new(),
            place: Vec::new(),
            kind: Vec::new(),
            phase: Vec::new(),
            paid: Vec::new(),
            petty: Vec::new(),
            related: Vec::new(),
            rates,
        };
        for _ in 0..lines {
            plain.amount.push(i64::try_from(dice.below(50_000_000)).unwrap_or(0) - 1_000_000);
            plain.currency.push(dice.small(3));
            plain.day.push(FIRST_DAY + i32::try_from(dice.below(DAYS as u64)).unwrap_or(0));
            plain.place.push(u8::from(dice.below(10) == 0));
            plain.kind.push(dice.small(7));
            plain.phase.push(dice.small(5));
            plain.paid.push(u8::from(dice.below(20) != 0));
            plain.petty.push(u8::from(dice.below(15) == 0));
            plain.related.push(u8::from(dice.below(12) == 0));
        }
        plain
    }

    fn part(&self, lines: usize) -> Self {
        fn first<T: Copy>(all: &[T], lines: usize) -> Vec<T> {
            all.iter().take(lines).copied().collect()
        }
        Self {
            amount: first(&self.amount, lines),
            currency: first(&self.currency, lines),
            day: first(&self.day, lines),
            place: first(&self.place, lines),
            kind: first(&self.kind, lines),
            phase: first(&self.phase, lines),
            paid: first(&self.paid, lines),
            petty: first(&self.petty, lines),
            related: first(&self.related, lines),
            rates: self.rates.clone(),
        }
    }

    fn ledger(&self, book: &Rulebook) -> Result<Ledger> {
        let currencies: Vec<Currency> = CODES.iter().map(|code| code.parse()).collect::<Result<_, _>>()?;
        let small = [&self.place, &self.kind, &self.phase];
        let truths = [&self.paid, &self.petty, &self.related];
        let rows = (0..self.amount.len()).map(|row| {
            let currency = self.currency.get(row).and_then(|at| currencies.get(usize::from(*at))).copied();
            let amount = self.amount.get(row).copied();
            let day = self.day.get(row).and_then(|day| Day::from_number(*day));
            let mut cells = vec![
                amount.zip(currency).map(|(amount, currency)| Cell::Money(Money::from_minor(amount, currency))),
                day.map(Cell::Day),
            ];
            cells.extend(small.iter().map(|column| column.get(row).map(|at| Cell::Choice(*at))));
            cells.extend(truths.iter().map(|column| column.get(row).map(|truth| Cell::Truth(*truth != 0))));
            cells
        });
        Ledger::new(book, rows).map_err(|problem| anyhow::anyhow!("{problem}"))
    }

    fn tables(&self) -> Result<Tables> {
        let mut table = RateTable::new("KZT".parse()?, 5, "made up");
        for (at, code) in CODES.iter().enumerate().skip(1) {
            for day in 0..DAYS {
                let rate = self.rates.get(at * DAYS + day).copied().unwrap_or(0);
                let one_unit = Exact::fraction(rate.into(), 100).context("a rate")?;
                let day = Day::from_number(FIRST_DAY + i32::try_from(day)?).context("a day")?;
                table.insert(code.parse()?, Quote { day, one_unit });
            }
        }
        Ok(Tables::from([("bank".to_owned(), table)]))
    }

    fn write_csv(&self, folder: &std::path::Path) -> Result<()> {
        let mut ledger = std::io::BufWriter::new(std::fs::File::create(folder.join("ledger.csv"))?);
        writeln!(ledger, "amount,currency,day,place,kind,phase,paid,petty,related")?;
        for row in 0..self.amount.len() {
            let small = [&self.currency, &self.place, &self.kind, &self.phase, &self.paid, &self.petty, &self.related];
            let [currency, rest @ ..] = small.map(|column| column.get(row).copied().unwrap_or(0));
            let (amount, day) = (self.amount.get(row).copied().unwrap_or(0), self.day.get(row).copied().unwrap_or(0));
            write!(ledger, "{amount},{currency},{day}")?;
            rest.iter().try_for_each(|cell| write!(ledger, ",{cell}"))?;
            writeln!(ledger)?;
        }
        let mut rates = std::io::BufWriter::new(std::fs::File::create(folder.join("rates.csv"))?);
        writeln!(rates, "currency,day,rate")?;
        for (at, rate) in self.rates.iter().enumerate() {
            writeln!(rates, "{},{},{rate}", at / DAYS, FIRST_DAY + i32::try_from(at % DAYS)?)?;
        }
        Ok(())
    }

    /// What a patient engineer writes for this one rulebook: no branch depends on the data.
    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "the loop that is measured against")]
    fn branch_free(&self) -> Outcome {
        let lines = self.amount.len();
        let (mut value, mut eligible, mut reason) = (vec![0; lines], vec![0; lines], vec![0_u16; lines]);
        let (mut spent, mut base, mut labour) = (0_i64, 0_i64, 0_i64);
        for row in 0..lines {
            let place = usize::from(self.currency[row]) * DAYS + (self.day[row] - FIRST_DAY) as usize;
            let product = self.amount[row] * self.rates[place];
            let sign = product >> 63;
            let worth = (((((product ^ sign) - sign) + 50) / 100) ^ sign) - sign;
            let sign = worth >> 63;
            let half = (((((worth ^ sign) - sign) + 1) / 2) ^ sign) - sign;
            let (kind, phase, day) = (self.kind[row], self.phase[row], self.day[row]);
            let tests = [
                self.place[row] == 1,
                (kind == 4) | (kind == 5) | (kind == 6),
                (phase == 0) | (phase == 4),
                day < 20_120,
                day > 20_422,
                self.paid[row] == 0,
                (self.petty[row] == 1) & (worth > 5_000_000),
            ];
            let related = self.related[row] == 1;
            let mut why = if related { 8 } else { 0 };
            let mut out = false;
            for (at, test) in tests.iter().enumerate().rev() {
                why = if *test { at as u16 + 1 } else { why };
                out |= *test;
            }
            let kept = if related { half } else { worth };
            let kept = if out { 0 } else { kept };
            value[row] = worth;
            eligible[row] = kept;
            reason[row] = why;
            spent += worth;
            base += kept;
            labour += if kind == 3 { kept } else { 0 };
        }
        Outcome { value, eligible, reason, spent, base, labour }
    }

    /// The same as one would write it without thinking of the processor.
    #[expect(clippy::indexing_slicing, reason = "the loop that is measured against")]
    fn branching(&self) -> Outcome {
        let lines = self.amount.len();
        let (mut value, mut eligible, mut reason) =
            (Vec::with_capacity(lines), Vec::with_capacity(lines), Vec::with_capacity(lines));
        let (mut spent, mut base, mut labour) = (0, 0, 0);
        for row in 0..lines {
            let place = usize::from(self.currency[row]) * DAYS + (self.day[row] - FIRST_DAY) as usize;
            let product = self.amount[row] * self.rates[place];
            let worth = if product < 0 { -((-product + 50) / 100) } else { (product + 50) / 100 };
            let (kept, why) = if self.place[row] == 1 {
                (0, 1)
            } else if matches!(self.kind[row], 4..=6) {
                (0, 2)
            } else if matches!(self.phase[row], 0 | 4) {
                (0, 3)
            } else if self.day[row] < 20_120 {
                (0, 4)
            } else if self.day[row] > 20_422 {
                (0, 5)
            } else if self.paid[row] == 0 {
                (0, 6)
            } else if self.petty[row] == 1 && worth > 5_000_000 {
                (0, 7)
            } else if self.related[row] == 1 {
                (if worth < 0 { -((-worth + 1) / 2) } else { (worth + 1) / 2 }, 8)
            } else {
                (worth, 0)
            };
            value.push(worth);
            eligible.push(kept);
            reason.push(why);
            spent += worth;
            base += kept;
            if self.kind[row] == 3 {
                labour += kept;
            }
        }
        Outcome { value, eligible, reason, spent, base, labour }
    }
}
