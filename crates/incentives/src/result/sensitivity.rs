//! What changes the result most: each amount, answer and exchange rate a tenth less and a tenth more.

use kernel::{Exact, Money, Quote, RateTable, Rounding};
use rulebook::{Cell, ColumnId, Facts, Given, Kind, Ledger, Rulebook, Tables, Type, Value};

use crate::Saved;

/// Ledgers with more rows are not worked out a dozen times for one page.
const MOST_ROWS: usize = 20_000;

/// One thing that was moved, and what became of the award.
pub(super) struct Moved {
    pub(super) what: What,
    pub(super) less: Exact,
    pub(super) more: Exact,
}

pub(super) enum What {
    /// The lines with one name in a column.
    Group {
        column: String,
        option: String,
    },
    Input(String),
    Total(String),
    Rate(kernel::Currency),
}

/// The greatest effect first; what changes nothing is left away.
pub(super) fn moved(saved: &Saved) -> Vec<Moved> {
    let Some(base) = award(saved, &saved.facts, saved.ledger.as_ref(), &saved.tables) else { return Vec::new() };
    let mut all = Vec::new();
    let mut add = |what: What, less: Option<Exact>, more: Option<Exact>| {
        let change = |to: Option<Exact>| to.and_then(|to| to.minus(&base)).unwrap_or(Exact::ZERO);
        let (less, more) = (change(less), change(more));
        if !less.is_zero() || !more.is_zero() {
            all.push(Moved { what, less, more });
        }
    };
    if let Some(ledger) = saved.ledger.as_ref().filter(|ledger| ledger.rows() <= MOST_ROWS) {
        for (column, option, at) in groups(&saved.book) {
            let run = |share: i128| {
                let scaled = scaled(&saved.book, ledger, column, at, share)?;
                award(saved, &saved.facts, Some(&scaled), &saved.tables)
            };
            let name = saved.book.columns.get(column.0).map(|column| column.name.clone()).unwrap_or_default();
            add(What::Group { column: name, option }, run(90), run(110));
        }
        for (name, table) in &saved.tables {
            for currency in table.currencies().filter(|currency| ledger.has_currency(*currency)) {
                let run = |share: i128| {
                    let mut tables = saved.tables.clone();
                    tables.insert(name.clone(), other_rates(table, currency, share)?);
                    award(saved, &saved.facts, Some(ledger), &tables)
                };
                add(What::Rate(currency), run(90), run(110));
            }
        }
    }
    for (name, given) in &saved.facts.given {
        let Given::Is(text) = given else { continue };
        let run = |share: i128| {
            let mut facts = saved.facts.clone();
            facts.given.insert(name.clone(), Given::Is(other_fact(&saved.book, name, text, share)?));
            award(saved, &facts, saved.ledger.as_ref(), &saved.tables)
        };
        let is_input = saved.book.find_input(name).is_some();
        let what = if is_input { What::Input(name.clone()) } else { What::Total(name.clone()) };
        add(what, run(90), run(110));
    }
    let size = |moved: &Moved| {
        moved.less.max(moved.more).max(Exact::ZERO.minus(&moved.less.min(moved.more)).unwrap_or(Exact::ZERO))
    };
    all.sort_by_key(|moved| std::cmp::Reverse(size(moved)));
    all
}

/// The award, or the most that it may be.
fn award(saved: &Saved, facts: &Facts, ledger: Option<&Ledger>, tables: &Tables) -> Option<Exact> {
    let estimate = saved.book.estimate(facts, ledger, tables).ok()?;
    match estimate.award_value()? {
        Value { kind: Kind::Number { high, .. }, .. } => *high,
        _ => None,
    }
}

/// Each name of the columns of names that have no default.
fn groups(book: &Rulebook) -> Vec<(ColumnId, String, u8)> {
    let mut groups = Vec::new();
    for (at, column) in book.columns.iter().enumerate().filter(|(_, column)| !column.has_default()) {
        let Type::Choice(list) = column.of else { continue };
        for (option, name) in (0_u8..).zip(book.list(list)) {
            groups.push((ColumnId(at), name.clone(), option));
        }
    }
    groups
}

fn share_of(number: &Exact, share: i128) -> Option<Exact> {
    number.times(&Exact::fraction(share, 100)?)
}

/// The ledger with the amounts of one group at so many hundredths.
fn scaled(book: &Rulebook, ledger: &Ledger, column: ColumnId, option: u8, share: i128) -> Option<Ledger> {
    let rows = (0..ledger.rows()).map(|row| {
        let in_group = ledger.cell(column, row) == Some(Cell::Choice(option));
        let cells = (0..book.columns.len()).map(|at| match ledger.cell(ColumnId(at), row) {
            Some(Cell::Money(money)) if in_group => {
                let unit = Exact::from_scaled(1, money.currency().decimals())?;
                let moved = share_of(&money.exact(), share)?.round(Rounding::HalfUp, &unit)?;
                Money::from_exact(&moved, money.currency()).map(Cell::Money)
            }
            cell => cell,
        });
        cells.collect::<Vec<_>>()
    });
    Ledger::new(book, rows).ok()
}

fn other_rates(table: &RateTable, currency: kernel::Currency, share: i128) -> Option<RateTable> {
    let mut other = RateTable::new(table.to(), table.reach(), table.source());
    for known in table.currencies() {
        for quote in table.quotes(known) {
            let one_unit = if known == currency { share_of(&quote.one_unit, share)? } else { quote.one_unit };
            other.insert(known, Quote { day: quote.day, one_unit });
        }
    }
    Some(other)
}

/// A number fact at so many hundredths, within its own bounds.
fn other_fact(book: &Rulebook, name: &str, text: &str, share: i128) -> Option<String> {
    let input = book.find_input(name).and_then(|id| book.inputs.get(id.0));
    let of =
        input.map(|input| input.of).or_else(|| book.find_figure(name).and_then(|id| book.figure(id)).map(|f| f.of))?;
    match of {
        Type::Rate => {
            let mut moved = share_of(&text.parse().ok()?, share)?;
            if let Some((rulebook::Bound::Number(low), rulebook::Bound::Number(high))) =
                input.and_then(|input| input.within)
            {
                moved = moved.max(low).min(high);
            }
            Some(moved.to_string())
        }
        Type::Money(currency) => {
            let amount: Exact = text.split_whitespace().next()?.parse().ok()?;
            let unit = Exact::from_scaled(1, currency.decimals())?;
            let moved = share_of(&amount, share)?.round(Rounding::HalfUp, &unit)?;
            Some(format!("{moved} {currency}"))
        }
        _ => None,
    }
}
