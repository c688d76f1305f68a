//! Totals typed by hand, in the groups the rulebook itself tells apart.

use kernel::{Currency, Exact, Money};
use rulebook::{Ask, Cell, ColumnId, Facts, FigureId, Ledger, Level, Rulebook, Tables, Type};

use crate::RowNote;

/// How a rulebook can be asked without a spreadsheet.
pub(crate) enum Groups {
    /// One amount for each name of a column, the other columns being at home: a ledger of a few lines.
    Lines { amount: ColumnId, by: ColumnId, here: Vec<(ColumnId, u8)> },
    /// The totals it asks for, one by one.
    Totals(Vec<FigureId>),
}

/// One field of the form.
pub(crate) struct Group {
    /// The name of the form's field.
    pub(crate) field: String,
    /// The name in the rulebook, for its words.
    pub(crate) of: String,
    pub(crate) option: Option<String>,
}

impl Groups {
    pub(crate) fn of(book: &Rulebook, facts: &Facts, tables: &Tables) -> Self {
        Self::lines(book).unwrap_or_else(|| Self::totals(book, facts, tables))
    }

    /// The column with the most names among those without a default; the first name of the others.
    fn lines(book: &Rulebook) -> Option<Self> {
        book.counts?;
        let amount = book.columns.iter().position(|column| matches!(column.of, Type::MoneyByCurrency))?;
        let open = |(at, column): (usize, &rulebook::Column)| match column.of {
            Type::Choice(list) if !column.has_default() => Some((ColumnId(at), book.list(list).len())),
            _ => None,
        };
        let choices: Vec<(ColumnId, usize)> = book.columns.iter().enumerate().filter_map(open).collect();
        let (by, _) = *choices.iter().max_by_key(|(_, names)| *names)?;
        let here = choices.iter().filter(|(id, _)| *id != by).map(|(id, _)| (*id, 0)).collect();
        Some(Self::Lines { amount: ColumnId(amount), by, here })
    }

    fn totals(book: &Rulebook, facts: &Facts, tables: &Tables) -> Self {
        let mut bare = Facts::on(facts.as_of);
        bare.known_on = facts.known_on;
        let estimate = book.estimate(&bare, None, tables).ok();
        let asked = estimate.iter().flat_map(|estimate| estimate.figures.values()).flat_map(|value| value.asks.iter());
        let mut figures: Vec<FigureId> = asked
            .filter_map(|ask| match ask {
                Ask::Total(id) if book.figure(*id).is_some_and(|figure| figure.level == Level::Total) => Some(*id),
                _ => None,
            })
            .collect();
        figures.sort_unstable();
        figures.dedup();
        Self::Totals(figures)
    }

    pub(crate) fn fields(&self, book: &Rulebook) -> Vec<Group> {
        match self {
            Self::Lines { by, .. } => {
                let Some(column) = book.columns.get(by.0) else { return Vec::new() };
                let names = match column.of {
                    Type::Choice(list) => book.list(list),
                    _ => &[],
                };
                let field = |name: &String| Group {
                    field: format!("group-{name}"),
                    of: column.name.clone(),
                    option: Some(name.clone()),
                };
                names.iter().map(field).collect()
            }
            Self::Totals(figures) => {
                let named = figures.iter().filter_map(|id| book.figure(*id));
                named
                    .map(|figure| Group {
                        field: format!("total-{}", figure.name),
                        of: figure.name.clone(),
                        option: None,
                    })
                    .collect()
            }
        }
    }

    /// What "here" is for the other columns, for the note beside the fields: `place`, `KZ`.
    pub(crate) fn here<'b>(&self, book: &'b Rulebook) -> Vec<(&'b str, &'b str)> {
        let Self::Lines { here, .. } = self else { return Vec::new() };
        let named = here.iter().filter_map(|(id, at)| {
            let column = book.columns.get(id.0)?;
            let Type::Choice(list) = column.of else { return None };
            Some((column.name.as_str(), book.list(list).get(usize::from(*at))?.as_str()))
        });
        named.collect()
    }

    /// A ledger with one line for each amount above nought, and what each line is called.
    pub(crate) fn ledger(
        &self,
        book: &Rulebook,
        amounts: &[(usize, Money)],
        label: impl Fn(usize) -> String,
    ) -> Option<(Ledger, Vec<RowNote>)> {
        let Self::Lines { amount, by, here } = self else { return None };
        let mut rows = Vec::new();
        let mut notes = Vec::new();
        for (option, money) in amounts {
            let mut cells: Vec<Option<Cell>> = vec![None; book.columns.len()];
            *cells.get_mut(amount.0)? = Some(Cell::Money(*money));
            *cells.get_mut(by.0)? = Some(Cell::Choice(u8::try_from(*option).ok()?));
            for (id, at) in here {
                *cells.get_mut(id.0)? = Some(Cell::Choice(*at));
            }
            rows.push(cells);
            notes.push(RowNote { place: (rows.len()).to_string(), text: label(*option) });
        }
        Some((Ledger::new(book, rows).ok()?, notes))
    }
}

/// An amount as people type it: `1 234 567,89`, `1,234,567.89`, `12 500`.
pub(crate) fn amount(typed: &str, currency: Currency) -> Option<Money> {
    let number = number(typed)?;
    Money::from_exact(&number, currency).filter(|money| money.minor() >= 0)
}

/// A number with spaces or points or commas between thousands, and a point or comma before decimals.
pub(crate) fn number(typed: &str) -> Option<Exact> {
    let bare: String =
        typed.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '\'' | '_')).collect();
    let Some(at) = bare.rfind([',', '.']) else { return bare.parse().ok() };
    let (before, after) = (bare.get(..at)?, bare.get(at + 1..)?);
    let mark = bare.get(at..=at)?;
    // A mark that comes again, or one comma before three digits, stands between thousands.
    let alone_before_three = mark == "," && after.len() == 3 && !before.contains('.') && before != "0";
    let (whole, decimals) =
        if before.contains(mark) || alone_before_three { (bare.as_str(), "") } else { (before, after) };
    let mut groups = whole.split([',', '.']);
    let first = groups.next().filter(|first| !first.is_empty())?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    if decimals.is_empty() { digits.parse().ok() } else { format!("{digits}.{decimals}").parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        let read = |typed: &str| number(typed).map(|number| number.to_string());
        for (typed, wanted) in [
            ("1 234 567,89", "1234567.89"),
            ("1\u{a0}234\u{202f}567", "1234567"),
            ("1,234,567.89", "1234567.89"),
            ("1.234.567,89", "1234567.89"),
            ("12,500", "12500"),
            ("12,5", "12.5"),
            ("0,125", "0.125"),
            ("1.5", "1.5"),
            ("250000000", "250000000"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(wanted), "{typed}");
        }
        for typed in ["", "abc", "1,2,3,", "12a", "1e5", "--1"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
