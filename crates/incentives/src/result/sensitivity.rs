//! What changes the result most: each amount, answer and exchange rate a tenth less and a tenth more.

use kernel::{Currency, Exact, Money, Quote, RateTable, Rounding};
use rulebook::{Cell, ColumnId, Facts, Given, Ledger, Rulebook, Tables, Type};

use super::view::most;
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
    Rate(Currency),
}

/// What an estimate rests on, with one thing moved.
pub(super) struct Shifted {
    pub(super) facts: Facts,
    pub(super) ledger: Option<Ledger>,
    pub(super) tables: Tables,
}

impl What {
    /// How a form names it; exchange rates are nobody's to choose and have no name.
    pub(super) fn name(&self) -> Option<String> {
        match self {
            Self::Group { column, option } => Some(format!("group/{column}/{option}")),
            Self::Input(name) => Some(format!("input/{name}")),
            Self::Total(name) => Some(format!("total/{name}")),
            Self::Rate(_) => None,
        }
    }

    fn named(name: &str) -> Option<Self> {
        match name.split('/').collect::<Vec<_>>().as_slice() {
            ["group", column, option] => {
                Some(Self::Group { column: (*column).to_owned(), option: (*option).to_owned() })
            }
            ["input", name] => Some(Self::Input((*name).to_owned())),
            ["total", name] => Some(Self::Total((*name).to_owned())),
            _ => None,
        }
    }
}

/// The greatest effect first; what changes nothing is left away.
pub(super) fn moved(saved: &Saved) -> Vec<Moved> {
    let Some(base) = award(&saved.book, &unmoved(saved)) else { return Vec::new() };
    let change = |what: &What, share: i128| {
        let to = shifted(saved, what, share).and_then(|shifted| award(&saved.book, &shifted));
        to.and_then(|to| to.minus(&base)).unwrap_or(Exact::ZERO)
    };
    let moved = |what: What| Moved { less: change(&what, 90), more: change(&what, 110), what };
    let mut all: Vec<Moved> = movable(saved).into_iter().map(moved).collect();
    all.retain(|moved| !moved.less.is_zero() || !moved.more.is_zero());
    let size = |moved: &Moved| {
        moved.less.max(moved.more).max(Exact::ZERO.minus(&moved.less.min(moved.more)).unwrap_or(Exact::ZERO))
    };
    all.sort_by_key(|moved| std::cmp::Reverse(size(moved)));
    all
}

/// What a form asks for: `110/group/kind/services` is a tenth more services.
pub(super) fn asked(saved: &Saved, wish: &str) -> Option<Shifted> {
    let (share, name) = wish.split_once('/')?;
    let share = match share {
        "90" => 90,
        "110" => 110,
        _ => return None,
    };
    shifted(saved, &What::named(name)?, share)
}

fn movable(saved: &Saved) -> Vec<What> {
    let mut all = Vec::new();
    if let Some(ledger) = saved.ledger.as_ref().filter(|ledger| ledger.rows() <= MOST_ROWS) {
        all.extend(groups(&saved.book));
        let currencies = saved.tables.values().flat_map(RateTable::currencies);
        all.extend(currencies.filter(|currency| ledger.has_currency(*currency)).map(What::Rate));
    }
    for name in saved.facts.given.keys() {
        let is_input = saved.book.find_input(name).is_some();
        all.push(if is_input { What::Input(name.clone()) } else { What::Total(name.clone()) });
    }
    all
}

fn unmoved(saved: &Saved) -> Shifted {
    Shifted { facts: saved.facts.clone(), ledger: saved.ledger.clone(), tables: saved.tables.clone() }
}

fn shifted(saved: &Saved, what: &What, share: i128) -> Option<Shifted> {
    let mut to = unmoved(saved);
    match what {
        What::Group { column, option } => {
            let column = saved.book.find_column(column)?;
            let Some(Cell::Choice(option)) = saved.book.cell(column, option) else { return None };
            to.ledger = Some(scaled(&saved.book, saved.ledger.as_ref()?, column, option, share)?);
        }
        What::Input(name) | What::Total(name) => {
            let Given::Is(text) = saved.facts.given.get(name)? else { return None };
            to.facts.give(name, other_fact(&saved.book, name, text, share)?);
        }
        What::Rate(currency) => {
            for table in to.tables.values_mut() {
                *table = other_rates(table, *currency, share)?;
            }
        }
    }
    Some(to)
}

/// The award, or the most that it may be.
fn award(book: &Rulebook, shifted: &Shifted) -> Option<Exact> {
    let estimate = book.estimate(&shifted.facts, shifted.ledger.as_ref(), &shifted.tables).ok()?;
    most(estimate.award_value())
}

/// Each name of the columns of names that have no default.
fn groups(book: &Rulebook) -> Vec<What> {
    let mut groups = Vec::new();
    for column in book.columns.iter().filter(|column| !column.has_default()) {
        let Type::Choice(list) = column.of else { continue };
        let group = |option: &String| What::Group { column: column.name.clone(), option: option.clone() };
        groups.extend(book.list(list).iter().map(group));
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

fn other_rates(table: &RateTable, currency: Currency, share: i128) -> Option<RateTable> {
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
