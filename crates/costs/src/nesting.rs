//! Which rows are costs and which only repeat the sum of others. An account that stands above others (`1.2` above
//! `1.2.1`, `1100` above `1101`, a deeper indentation, a line without supplier and date above lines with them) and
//! states their sum is not counted a second time.

use kernel::{Currency, Money};

use crate::{
    Category, Decision, Limits, Line, Mapping, Origin, Problem, ProblemKind, Problems, TotalCheck,
    cells::Cells,
    reading::{Row, RowKind},
    sheet::{Cell, is_blank},
    staged::Section,
    totals::Totals,
};

pub(crate) struct Nested {
    pub(crate) lines: Vec<Line>,
    pub(crate) headings: Vec<Section>,
    pub(crate) totals: Vec<TotalCheck>,
}

/// Why one row stands above another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Above {
    No,
    /// The rows after it have a supplier or a date, it has none.
    ByShape,
    /// `1100` above `1101`: only a custom.
    ByCustom,
    /// `1.2` above `1.2.1`, a smaller level, less indentation: meant by whoever wrote it.
    Meant,
}

/// What a row needs for comparing it with others, taken from its cells once.
struct Rank<'a> {
    account: &'a str,
    level: Option<u8>,
    indent: usize,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Counted,
    LeftOut,
}

pub(crate) fn settle(
    cells: &Cells,
    mapping: &Mapping,
    rows: &[Row],
    problems: &mut Problems,
    limits: &Limits,
) -> Nested {
    let ranks: Vec<Rank<'_>> = rows.iter().map(|row| rank(cells, row)).collect();
    let fates = fates(mapping, rows, &ranks, problems, limits);
    let mut sections = Sections::default();
    let mut totals = Totals::new(mapping, cells);
    let mut lines = Vec::with_capacity(rows.len());
    for (place, row) in rows.iter().enumerate() {
        let fate = fates.get(place).copied().unwrap_or(Fate::Counted);
        match (row.kind, fate, row.amount.and_then(|amount| Some((amount.column, amount.money?)))) {
            (RowKind::Entry, Fate::Counted, Some((column, money))) => {
                totals.count(row.number, money);
                sections.has_lines = true;
                lines.push(line(row, column, money, sections.current()));
            }
            (RowKind::Total(_), ..) => totals.check(row, problems, limits),
            (RowKind::Heading, ..) | (RowKind::Entry, ..) => {
                sections.open(cells, row, place, &ranks);
                totals.begin_section(row.index);
            }
        }
    }
    Nested { lines, headings: sections.all, totals: totals.checks }
}

fn line(row: &Row, amount_column: crate::Column, amount: Money, section: Option<u32>) -> Line {
    Line {
        row: row.number,
        amount_column,
        amount,
        incurred: row.incurred,
        category: None::<Category>,
        decision: Decision::None,
        kind: row.kind_of_cost,
        work_place: row.work_place,
        supplier_country: row.supplier_country,
        index: row.index,
        section,
    }
}

fn rank<'a>(cells: &'a Cells, row: &Row) -> Rank<'a> {
    let text = |cell: Option<Cell>| match cell {
        Some(Cell::Text(id)) => cells.sheet.text(id),
        _ => "",
    };
    let indent_of = |text: &str| text.chars().take_while(|sign| is_blank(*sign)).take(64).count();
    let indent = indent_of(text(row.account)).max(indent_of(text(row.label))).max(row.indent.into());
    // A longer account is none, and comparing it would take time without end.
    let account = Some(text(row.account).trim_matches(is_blank)).filter(|account| account.len() <= 40);
    Rank { account: account.unwrap_or(""), level: row.level, indent }
}

/// Decides from the last row to the first, so that a subtotal of subtotals finds those below it already left out.
fn fates(mapping: &Mapping, rows: &[Row], ranks: &[Rank<'_>], problems: &mut Problems, limits: &Limits) -> Vec<Fate> {
    let mut fates = vec![Fate::Counted; rows.len()];
    for (place, row) in rows.iter().enumerate().rev() {
        let (true, RowKind::Entry | RowKind::Heading, Some(amount)) = (row.is_bare, row.kind, row.amount) else {
            continue;
        };
        let mut below = place + 1..place + 1;
        let mut why = Above::Meant;
        while let (Some(child), Some(own)) = (rows.get(below.end), ranks.get(place)) {
            let found = ranks.get(below.end).map_or(Above::No, |rank| above(own, rank));
            let by_shape = !child.is_bare && child.kind == RowKind::Entry;
            let found = if found == Above::No && by_shape { Above::ByShape } else { found };
            // Rows of totals inside belong to it as well, and say nothing of their own.
            if found == Above::No && !(matches!(child.kind, RowKind::Total(_)) && why == Above::Meant) {
                break;
            }
            if child.kind == RowKind::Entry {
                why = why.min(found);
            }
            below.end += 1;
        }
        let Some(sum) = Sum::of(rows, &fates, below, amount.money.map(|money| money.currency())) else { continue };
        let stated = amount.money.map(|money| i128::from(money.minor()));
        let equals = stated == Some(sum.minor) && sum.others == 0;
        let is_sum = match why {
            Above::No => false,
            Above::ByShape => equals && sum.lines >= 2,
            Above::ByCustom => equals,
            Above::Meant => true,
        };
        // A heading with a figure in no currency can only be the sum of what follows.
        if !is_sum && row.kind != RowKind::Heading {
            continue;
        }
        if let Some(fate) = fates.get_mut(place) {
            *fate = Fate::LeftOut;
        }
        let kind = match (equals, sum.others) {
            (true, _) => ProblemKind::SubtotalLeftOut,
            (false, 0) if stated.is_some() => ProblemKind::SubtotalDiffers,
            (false, _) => ProblemKind::TotalNotChecked,
        };
        let expected = amount.money.map(|money| sum.money(money.currency())).unwrap_or_default();
        let found = amount.money.map_or_else(|| amount.number.to_string(), |money| money.to_string());
        let origin = Origin { sheet: mapping.sheet.clone(), row: Some(row.number), column: Some(amount.column) };
        problems.add(Problem { kind, origin, found, expected }, limits);
    }
    fates
}

/// The counted lines of a stretch of rows, in one currency; how many there are in any other.
struct Sum {
    minor: i128,
    lines: usize,
    others: usize,
}

impl Sum {
    fn of(rows: &[Row], fates: &[Fate], range: std::ops::Range<usize>, currency: Option<Currency>) -> Option<Self> {
        let mut sum = Self { minor: 0, lines: 0, others: 0 };
        let stretch = rows.get(range.clone())?.iter().zip(fates.get(range)?);
        for (row, fate) in stretch {
            if row.kind != RowKind::Entry || *fate == Fate::LeftOut {
                continue;
            }
            match row.amount.and_then(|amount| amount.money) {
                Some(money) if Some(money.currency()) == currency => {
                    sum.minor = sum.minor.saturating_add(money.minor().into());
                    sum.lines += 1;
                }
                Some(_) => sum.others += 1,
                None => {}
            }
        }
        (sum.lines + sum.others > 0).then_some(sum)
    }

    fn money(&self, currency: Currency) -> String {
        i64::try_from(self.minor).map(|minor| Money::from_minor(minor, currency).to_string()).unwrap_or_default()
    }
}

fn above(one: &Rank<'_>, other: &Rank<'_>) -> Above {
    if let (Some(level), Some(deeper)) = (one.level, other.level) {
        return if deeper > level { Above::Meant } else { Above::No };
    }
    if !one.account.is_empty() && !other.account.is_empty() {
        let rest = other.account.strip_prefix(one.account.trim_end_matches('.'));
        if rest.is_some_and(|rest| rest.len() > 1 && rest.starts_with(['.', '-', '/'])) {
            return Above::Meant;
        }
        let stem = one.account.trim_end_matches('0');
        let is_custom = one.account.len() >= 3
            && one.account.len() == other.account.len()
            && stem.len() < one.account.len()
            && !stem.is_empty()
            && other.account != one.account
            && other.account.starts_with(stem)
            && one.account.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-' || byte == b'.');
        return if is_custom { Above::ByCustom } else { Above::No };
    }
    if other.indent > one.indent { Above::Meant } else { Above::No }
}

/// The headings that are open while the rows go by.
#[derive(Default)]
struct Sections {
    all: Vec<Section>,
    /// Places in `all`, with the row each came from.
    open: Vec<(u32, usize)>,
    has_lines: bool,
}

impl Sections {
    fn current(&self) -> Option<u32> {
        self.open.last().map(|(section, _)| *section)
    }

    fn open(&mut self, cells: &Cells, row: &Row, place: usize, ranks: &[Rank<'_>]) {
        let own = ranks.get(place);
        let is_above = |(_, other): &(u32, usize)| {
            ranks.get(*other).zip(own).is_some_and(|(other, own)| above(other, own) >= Above::ByCustom)
        };
        // Headings one after another without a line between them go deeper even if nothing else says so.
        let goes_deeper = !self.has_lines && own.is_some_and(|own| own.account.is_empty()) && self.open.len() < 3;
        while !goes_deeper && self.open.last().is_some_and(|last| !is_above(last)) {
            self.open.pop();
        }
        self.has_lines = false;
        let account = row.account.filter(|account| Some(*account) != row.label);
        let parts = [account, row.label].into_iter().flatten().map(|cell| cells.sheet.shown(cell));
        let label = parts.collect::<Vec<_>>().join(" ");
        let section = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(Section { label, above: self.current() });
        self.open.push((section, place));
    }
}
