//! A ledger of 100,000 rows from bytes to checked lines, against the library that reads workbooks reading the same
//! bytes into a table. Each side runs in a process of its own, so that its peak memory is its own.

use anyhow::{Context, Result, bail, ensure};
use calamine::{Reader, Xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::io::Cursor;
use std::process::Command;
use std::time::Duration;

const ROWS: u32 = 100_000;
const RUNS: usize = 7;
/// The goal: checking may cost so many hundredths of plain reading.
const GOAL: u128 = 130;

/// What one side measured.
struct Measured {
    best: Duration,
    peak_kilobytes: u64,
    /// What was read, so that nobody measures nothing: rows and, for the ledger, the sum.
    result: String,
}

pub(crate) fn run(words: &[String]) -> Result<()> {
    match words {
        [] => compare(),
        [side, file] => {
            let measured = measure(side, &std::fs::read(file).with_context(|| format!("reading {file}"))?)?;
            println!("{} {} {}", measured.best.as_micros(), measured.peak_kilobytes, measured.result);
            Ok(())
        }
        _ => bail!("usage: cargo xtask bench ledger"),
    }
}

fn compare() -> Result<()> {
    let (bytes, sum) = ledger()?;
    let file = std::env::temp_dir().join(format!("tereze-bench-{}.xlsx", std::process::id()));
    std::fs::write(&file, &bytes).with_context(|| format!("writing {}", file.display()))?;
    let measured = ["calamine", "costs"].map(|side| in_own_process(side, &file));
    std::fs::remove_file(&file)?;
    let [plain, checked] = measured;
    let (plain, checked) = (plain?, checked?);
    ensure!(checked.result == format!("{ROWS}:{sum}"), "the ledger read {}, written were {ROWS}:{sum}", checked.result);
    println!("{ROWS} rows, {} KB xlsx, best of {RUNS}", bytes.len() / 1024);
    for (name, side) in [("calamine, into a table", &plain), ("costs, checked lines", &checked)] {
        println!("{name:24} {:>6} ms  {:>6} MB at most", side.best.as_millis(), side.peak_kilobytes / 1024);
    }
    let hundredths = checked.best.as_micros() * 100 / plain.best.as_micros().max(1);
    let verdict = if hundredths <= GOAL { "within" } else { "beyond" };
    println!("ratio {}.{:02}, {verdict} the goal of 1.30", hundredths / 100, hundredths % 100);
    Ok(())
}

fn in_own_process(side: &str, file: &std::path::Path) -> Result<Measured> {
    let program = std::env::current_exe().context("finding this program")?;
    let output = Command::new(program).args(["bench", "ledger", side]).arg(file).output().context("starting a side")?;
    ensure!(output.status.success(), "{side}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).context("reading what a side printed")?;
    let mut words = text.split_whitespace();
    let mut next = || words.next().context("a side printed too little");
    Ok(Measured {
        best: Duration::from_micros(next()?.parse()?),
        peak_kilobytes: next()?.parse()?,
        result: next()?.to_owned(),
    })
}

fn measure(side: &str, bytes: &[u8]) -> Result<Measured> {
    let mut best = Duration::MAX;
    let mut result = String::new();
    for _ in 0..RUNS {
        let start = now();
        result = match side {
            "calamine" => {
                let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
                let sheet = book.sheet_names().first().cloned().context("a workbook has a sheet")?;
                book.worksheet_range(&sheet)?.height().to_string()
            }
            "costs" => {
                let staged = costs::stage(bytes, "ledger.xlsx", &costs::Options::default())?;
                ensure!(staged.is_usable(), "the ledger has blockers");
                let sum = staged.sums().into_values().next().context("a ledger has a sum")?;
                format!("{}:{sum}", staged.lines.len())
            }
            _ => bail!("no side is called `{side}`"),
        };
        best = best.min(start.elapsed());
    }
    Ok(Measured { best, peak_kilobytes: peak_kilobytes()?, result })
}

#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
fn now() -> std::time::Instant {
    std::time::Instant::now()
}

/// The most memory this process ever had, as Linux counts it.
fn peak_kilobytes() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status").context("reading this process's status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no VmHWM in the status")?;
    peak.trim().trim_end_matches(" kB").parse().context("VmHWM is not a number")
}

/// A ledger as an accounting program exports it, and the sum of its amounts.
fn ledger() -> Result<(Vec<u8>, i64)> {
    let items = ["Аренда камеры", "Питание группы", "Транспорт", "Проживание в гостинице", "Осветитель", "Реквизит"];
    let suppliers =
        ["ТОО «Алатау Рентал»", "ТОО «Кино Логистик»", "ИП Омаров А.", "Rheinlicht GmbH", "Harbour Post Ltd"];
    let headings = [
        "Код",
        "Статья расходов",
        "Кол-во",
        "Ед. изм.",
        "Цена",
        "Сумма",
        "Валюта",
        "Поставщик",
        "Страна поставщика",
        "Место выполнения работ",
        "Дата расхода",
        "№ документа",
    ];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day_format = Format::new().set_num_format("dd.mm.yyyy");
    for (column, heading) in (0..).zip(headings) {
        sheet.write(0, column, heading)?;
    }
    let mut sum = 0_i64;
    for row in 1..=ROWS {
        let pick = |list: &[&'static str]| list.get(row as usize % list.len()).copied().unwrap_or_default();
        let (quantity, price) = (i64::from(row % 40 + 1), i64::from(row % 977 + 1) * 500);
        sum += quantity * price;
        sheet.write(row, 0, format!("{}.{}", row % 20 + 1, row % 7 + 1))?;
        sheet.write(row, 1, format!("{} № {}", pick(&items), row % 25_000))?;
        sheet.write(row, 2, quantity)?;
        sheet.write(row, 3, "смена")?;
        sheet.write(row, 4, price)?;
        sheet.write(row, 5, quantity * price)?;
        sheet.write(row, 6, "KZT")?;
        sheet.write(row, 7, pick(&suppliers))?;
        sheet.write(row, 8, if row % 5 < 3 { "Казахстан" } else { "Германия" })?;
        sheet.write(row, 9, if row % 11 == 0 { "за рубежом" } else { "Казахстан" })?;
        let day = ExcelDateTime::from_ymd(2025, u8::try_from(row % 12 + 1)?, u8::try_from(row % 28 + 1)?)?;
        sheet.write_datetime_with_format(row, 10, &day, &day_format)?;
        sheet.write(row, 11, format!("СФ-{row}"))?;
    }
    Ok((book.save_to_buffer()?, sum))
}
