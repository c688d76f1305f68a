//! Tables of official exchange rates, as a central bank publishes them: a row for each day and currency, a column for
//! each currency, or the rates of one day with the day in the title.

use std::sync::LazyLock;

use kernel::{Currency, Day, Exact, Quote, RateTable};
use serde::Deserialize;

use crate::{
    Column, DayOrder, DecimalMark, Field, Limits, MappedColumn, Origin, Problem, ProblemKind, Problems, Refusal,
    cells::Cells,
    mapping::plain_column,
    names::{Names, fold},
    number,
    sheet::{Cell, Sheet},
    workbook::{Extent, Workbook},
};

/// A table of rates and what could not be read of it. With a blocker among the problems it should not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatesRead {
    pub table: RateTable,
    pub problems: Problems,
}

#[derive(Debug, Deserialize, Default)]
struct RatesFile {
    day: Vec<String>,
    currency: Vec<String>,
    units: Vec<String>,
    rate: Vec<String>,
}

static WORDS: LazyLock<RatesFile> =
    LazyLock::new(|| toml::from_str(include_str!("../data/rates.toml")).unwrap_or_default());

const SEARCHED_ROWS: usize = 40;

/// What a column of such a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Day,
    Currency,
    Units,
    Rate,
    /// The rates of one currency, for so many units.
    Of(Currency, i64),
}

#[derive(Debug)]
struct Layout {
    /// The first row of rates.
    body: usize,
    columns: Vec<(Column, Role)>,
    /// For a table of one day: the day its title names.
    day: Option<Day>,
}

/// Reads rates into `to`. `reach` and `source` are kept in the table, as [`RateTable::new`] says.
pub fn rates(
    bytes: &[u8],
    file_name: &str,
    to: Currency,
    reach: i32,
    source: &str,
    limits: &Limits,
) -> Result<RatesRead, Refusal> {
    let mut book = Workbook::open(bytes, file_name, limits)?;
    let mut read = RatesRead { table: RateTable::new(to, reach, source), problems: Problems::default() };
    let names: Vec<String> = book.sheets().iter().map(|sheet| sheet.name.clone()).collect();
    for name in &names {
        let sheet = book.read(name, Extent::Whole, limits)?;
        if let Some(layout) = layout(&sheet, to) {
            Reading { cells: Cells { sheet }, layout, read: &mut read, limits, mark: None }.read();
            return Ok(read);
        }
    }
    let origin = Origin { sheet: names.first().cloned().unwrap_or_default(), row: None, column: None };
    let problem = Problem { kind: ProblemKind::NoRateColumn, origin, found: String::new(), expected: String::new() };
    read.problems.add(problem, limits);
    Ok(read)
}

fn layout(sheet: &Sheet, to: Currency) -> Option<Layout> {
    for row in 0..sheet.row_count().min(SEARCHED_ROWS) {
        let columns: Vec<(Column, Role)> =
            sheet.row(row).filter_map(|(at, cell)| Some((at, role(&sheet.shown(cell), to)?))).collect();
        let has = |role: Role| columns.iter().any(|(_, known)| *known == role);
        let is_long = has(Role::Currency) && has(Role::Rate);
        let is_wide = has(Role::Day) && columns.iter().any(|(_, role)| matches!(role, Role::Of(..)));
        let day = if has(Role::Day) { None } else { day_in_titles(sheet, row) };
        if (is_long || is_wide) && (has(Role::Day) || day.is_some()) {
            return Some(Layout { body: row + 1, columns, day });
        }
    }
    // Without a heading: day, currency, units, rate, as our own files have them.
    let first: Vec<(Column, Cell)> = sheet.row(0).collect();
    let [(day, cell), (currency, code), (units, _), (rate, _), ..] = first.as_slice() else { return None };
    let is_day = crate::date::read(&sheet.shown(*cell), None, Names::shipped()).is_ok() || matches!(cell, Cell::Day(_));
    let is_code = sheet.shown(*code).parse::<Currency>().is_ok();
    let columns = vec![(*day, Role::Day), (*currency, Role::Currency), (*units, Role::Units), (*rate, Role::Rate)];
    (is_day && is_code).then_some(Layout { body: 0, columns, day: None })
}

fn role(heading: &str, to: Currency) -> Option<Role> {
    let folded = fold(heading);
    let is = |words: &[String]| words.contains(&folded);
    match () {
        () if is(&WORDS.day) => Some(Role::Day),
        () if is(&WORDS.currency) => Some(Role::Currency),
        () if is(&WORDS.units) => Some(Role::Units),
        () if is(&WORDS.rate) => Some(Role::Rate),
        () => foreign(heading, to).map(|currency| Role::Of(currency, units_in(heading).unwrap_or(1))),
    }
}

/// The currency a text names, other than the one all rates are in: `USD / KZT` is the dollar.
fn foreign(text: &str, to: Currency) -> Option<Currency> {
    let names = Names::shipped();
    let whole = names.currency(text).into_iter();
    let mut named = whole.chain(names.currencies_within(text));
    named.find(|currency| *currency != to)
}

/// `10 AMD`, `AMD (за 10)`: how many units the rate is for.
fn units_in(text: &str) -> Option<i64> {
    let mut numbers = text.split(|sign: char| !sign.is_ascii_digit()).filter(|digits| !digits.is_empty());
    numbers.find_map(|digits| digits.parse().ok()).filter(|units| (1..=100_000).contains(units))
}

fn day_in_titles(sheet: &Sheet, heading: usize) -> Option<Day> {
    let names = Names::shipped();
    let titles = (0..heading).flat_map(|row| sheet.row(row));
    titles.into_iter().find_map(|(_, cell)| match cell {
        Cell::Day(day) => Some(day),
        _ => {
            let text = sheet.shown(cell).into_owned();
            let words: Vec<&str> = text.split_whitespace().collect();
            // The day stands somewhere in a sentence and has one to four words.
            let phrases = (1..=4).rev().flat_map(|length| words.windows(length).map(|words| words.join(" ")));
            phrases.into_iter().find_map(|phrase| crate::date::read(&phrase, None, names).ok())
        }
    })
}

struct Reading<'a> {
    cells: Cells,
    layout: Layout,
    read: &'a mut RatesRead,
    limits: &'a Limits,
    mark: Option<DecimalMark>,
}

/// A cell of a row of rates, looked at once.
struct RateCell {
    at: Column,
    role: Option<Role>,
    cell: Cell,
    text: String,
    number: Option<Exact>,
}

impl Reading<'_> {
    fn read(mut self) {
        let rows = self.layout.body..self.cells.sheet.row_count();
        self.mark = self.decimal_mark(rows.clone());
        for row in rows {
            self.row(row);
        }
    }

    /// All rates of a file use one decimal sign.
    fn decimal_mark(&self, rows: std::ops::Range<usize>) -> Option<DecimalMark> {
        let is_rate = |at: Column| self.role(at).is_some_and(|role| matches!(role, Role::Rate | Role::Of(..)));
        let cells = rows.flat_map(|row| self.cells.sheet.row(row)).filter(|(at, _)| is_rate(*at));
        let mut marks = cells.filter_map(|(_, cell)| match cell {
            Cell::Text(id) => number::evidence(self.cells.sheet.text(id)),
            _ => None,
        });
        let first = marks.next()?;
        marks.all(|mark| mark == first).then_some(first)
    }

    fn role(&self, at: Column) -> Option<Role> {
        self.layout.columns.iter().find(|(column, _)| *column == at).map(|(_, role)| *role)
    }

    fn row(&mut self, row: usize) {
        let rate_cell = |(at, cell)| RateCell {
            at,
            role: self.role(at),
            text: self.cells.sheet.shown(cell).into_owned(),
            number: self.number(at, cell),
            cell,
        };
        let cells: Vec<RateCell> = self.cells.sheet.row(row).map(rate_cell).collect();
        // Remarks between the rows, and signatures below them: rows without a single number.
        let is_remark = cells.first().is_some_and(|first| first.text.starts_with('#'));
        if is_remark || cells.iter().all(|cell| cell.number.is_none()) {
            return;
        }
        let of = |role| cells.iter().find(|cell| cell.role == Some(role));
        let day = match of(Role::Day) {
            Some(day) => self.cells.read_day(day.cell, &self.column(day.at)).ok().map(|read| read.day),
            None => self.layout.day,
        };
        // A name and a code may stand side by side, and not every name is known.
        let named = || cells.iter().filter(|cell| cell.role == Some(Role::Currency)).map(|cell| cell.text.as_str());
        let to = self.read.table.to();
        let units = match of(Role::Units) {
            Some(units) => units.number,
            // `10 армянских драмов`, in the currency's cell or in one beside it.
            None => {
                let names = cells.iter().filter(|cell| cell.role.is_none() && cell.number.is_none());
                let texts = named().chain(names.map(|cell| cell.text.as_str()));
                Some(Exact::whole(texts.into_iter().find_map(units_in).unwrap_or(1).into()))
            }
        };
        for cell in &cells {
            let (currency, units) = match cell.role {
                Some(Role::Rate) => (named().find_map(|text| foreign(text, to)), units),
                Some(Role::Of(currency, units)) if cell.text != "-" => {
                    (Some(currency), Some(Exact::whole(units.into())))
                }
                Some(_) | None => continue,
            };
            let one_unit = cell.number.zip(units).and_then(|(rate, units)| rate.over(&units));
            let one_unit = one_unit.filter(|rate| !rate.is_zero() && !rate.is_negative());
            match (day, currency, one_unit) {
                (Some(day), Some(currency), Some(one_unit)) => {
                    self.insert(row, cell.at, currency, Quote { day, one_unit });
                }
                // A bank may list its own currency too, at one.
                (_, None, Some(_)) if named().any(|text| Names::shipped().currency(text) == Some(to)) => {}
                _ => {
                    let found = cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ");
                    self.problem(ProblemKind::RateRowUnreadable, row, cell.at, found, String::new());
                }
            }
        }
    }

    fn insert(&mut self, row: usize, at: Column, currency: Currency, quote: Quote) {
        if self.read.table.insert(currency, quote) {
            return;
        }
        let known = self.read.table.quotes(currency).iter().find(|known| known.day == quote.day);
        if let Some(known) = known.filter(|known| known.one_unit != quote.one_unit) {
            let expected = format!("{currency} {} {}", known.day, known.one_unit);
            self.problem(ProblemKind::RateTwice, row, at, quote.one_unit.to_string(), expected);
        }
    }

    fn number(&self, at: Column, cell: Cell) -> Option<Exact> {
        let written = self.cells.read_number(cell, &self.column(at)).ok().flatten()?;
        written.number.exact()
    }

    fn column(&self, at: Column) -> MappedColumn {
        MappedColumn {
            field: Some(Field::Rate),
            decimal_mark: self.mark,
            day_order: Some(DayOrder::DayFirst),
            ..plain_column(at)
        }
    }

    fn problem(&mut self, kind: ProblemKind, row: usize, column: Column, found: String, expected: String) {
        let sheet = self.cells.sheet.name.clone();
        let origin = Origin { sheet, row: Some(self.cells.sheet.row_number(row)), column: Some(column) };
        self.read.problems.add(Problem { kind, origin, found, expected }, self.limits);
    }
}

#[cfg(test)]
mod tests {
    use super::rates;
    use crate::Limits;

    /// The quotes read, then the problems.
    fn read(text: &str) -> Vec<String> {
        let to = "KZT".parse().unwrap();
        let read = rates(text.as_bytes(), "rates.csv", to, 10, "test", &Limits::default()).unwrap();
        let quotes = read.table.currencies().flat_map(|currency| {
            let quotes = read.table.quotes(currency).iter();
            quotes.map(move |quote| format!("{currency} {} {}", quote.day, quote.one_unit))
        });
        let problems =
            read.problems.rows().into_iter().map(|one| format!("{} {} {}", one.kind.name(), one.origin, one.found));
        quotes.chain(problems).collect()
    }

    #[test]
    fn a_row_for_each_day_and_currency() {
        let text = "Дата;Код валюты;Количество;Курс\n25.12.2025;USD;1;512,81\n25.12.2025;AMD;10;13,1\n26.12.2025;EUR;1;604,19\n";
        assert_eq!(read(text), ["AMD 2025-12-25 1.31", "EUR 2025-12-26 604.19", "USD 2025-12-25 512.81"]);
        let ours = "day,currency,units,rate,source\n# remark\n2025-12-25,USD,1,512.81,x\n";
        assert_eq!(read(ours), ["USD 2025-12-25 512.81"]);
        assert_eq!(read("2025-12-25,USD,1,512.81\n"), ["USD 2025-12-25 512.81"]);
    }

    #[test]
    fn a_column_for_each_currency() {
        let text =
            "Ресми бағамдар;;;\nДата;Доллар США;EUR;10 AMD\n24.12.2025;511,00;;13,2\n25.12.2025;512,81;604,19;13,1\n";
        assert_eq!(
            read(text),
            [
                "AMD 2025-12-24 1.32",
                "AMD 2025-12-25 1.31",
                "EUR 2025-12-25 604.19",
                "USD 2025-12-24 511",
                "USD 2025-12-25 512.81"
            ]
        );
    }

    #[test]
    fn the_rates_of_one_day() {
        let text = "Официальные курсы на 25 декабря 2025 г.;;\nНазвание;Валюта;Курс\n1 ДОЛЛАР США;USD / KZT;512.81\n100 УЗБЕКСКИХ СУМОВ;UZS / KZT;4.25\nПодписано;;\n";
        assert_eq!(read(text), ["USD 2025-12-25 512.81", "UZS 2025-12-25 0.0425"]);
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let text = "day,currency,units,rate\n2025-12-25,USD,1,512.81\n2025-12-25,USD,1,512.81\n2025-12-25,USD,1,513\n2025-12-26,USD,0,5\n2025-12-27,QQQ,1,5\nyesterday,USD,1,5\n";
        assert_eq!(
            read(text),
            [
                "USD 2025-12-25 512.81",
                "rate-twice 'rates.csv'!D4 513",
                "rate-row-unreadable 'rates.csv'!D5 2025-12-26 USD 0 5",
                "rate-row-unreadable 'rates.csv'!D6 2025-12-27 QQQ 1 5",
                "rate-row-unreadable 'rates.csv'!D7 yesterday USD 1 5",
            ]
        );
        assert_eq!(read("a;b;c;d\n1;2;3;4\n"), ["no-rate-column 'rates.csv'! "]);
    }
}
