//! What only all lines together show.

use std::collections::HashMap;
use std::hash::BuildHasher;

use kernel::Money;

use crate::{Field, Limits, Line, Origin, Problem, ProblemKind, Staged, decimal::Decimal, sheet::Cell};

/// Two lines with one document, supplier, day, account, description and amount are perhaps one cost entered twice.
/// A budget, which has no documents, may well have lines that look alike.
pub(crate) fn twins(staged: &mut Staged, limits: &Limits) {
    let columns = [Field::InvoiceNumber, Field::Supplier, Field::Account, Field::Description]
        .map(|field| staged.mapping.column_of(field).map(|column| column.column));
    let Some(document) = columns.first().copied().flatten() else { return };
    let hasher = foldhash::fast::FixedState::default();
    let mut seen: HashMap<u64, (u32, u32), foldhash::fast::FixedState> = HashMap::default();
    let sheet = &staged.cells.sheet;
    let ids = |index: u32| {
        let mut ids = [None; 4];
        for (at, cell) in sheet.row(index as usize) {
            if let Some(place) = columns.iter().position(|column| *column == Some(at)) {
                let id = match cell {
                    Cell::Text(id) => id.index() as u64,
                    Cell::Number(number) => number.to_bits(),
                    Cell::Whole(number) => number.cast_unsigned(),
                    Cell::Day(_) | Cell::Truth(_) | Cell::Fault(_) => 0,
                };
                ids.get_mut(place).into_iter().for_each(|known| *known = Some(id));
            }
        }
        ids
    };
    for (place, line) in (0_u32..).zip(&staged.lines) {
        let own = ids(line.index);
        if own.first().copied().flatten().is_none() {
            continue;
        }
        let key = hasher.hash_one((own, line.amount, line.incurred));
        let (first, row) = *seen.entry(key).or_insert((place, line.row));
        let is_twin =
            |other: &Line| ids(other.index) == own && other.amount == line.amount && other.incurred == line.incurred;
        // Two keys can be alike by chance.
        if first != place && staged.lines.get(first as usize).is_some_and(is_twin) {
            let found = staged.cells.shown(line.index, document).unwrap_or_default().into_owned();
            let origin = Origin { sheet: staged.mapping.sheet.clone(), row: Some(line.row), column: Some(document) };
            let kind = ProblemKind::TwinLines;
            staged.problems.add(Problem { kind, origin, found, expected: row.to_string() }, limits);
        }
    }
}

/// Where quantity times price is the amount in nearly every line, the lines in which it is not are worth a look.
/// Where it often is not, the file means something else by its columns, and nothing is said.
pub(crate) fn products(staged: &mut Staged, limits: &Limits) {
    if [Field::Quantity, Field::Rate].iter().any(|field| staged.mapping.column_of(*field).is_none()) {
        return;
    }
    let mut compared = 0_usize;
    let mut differing: Vec<(&Line, Money)> = Vec::new();
    for line in &staged.lines {
        let Some(products) = products_of(staged, line) else { continue };
        compared += 1;
        let is_amount = |product: &&Money| product.minor().abs_diff(line.amount.minor()) <= 1;
        match products.iter().find(is_amount) {
            Some(_) => {}
            None => differing.extend(products.last().map(|product| (line, *product))),
        }
        // Once it is clear that these columns mean something else, the rest need not be read.
        if compared > 200 && differing.len() * 10 > compared {
            return;
        }
    }
    if differing.len() * 10 > compared {
        return;
    }
    for (line, product) in differing {
        let (found, expected) = (line.amount.to_string(), product.to_string());
        let origin =
            Origin { sheet: staged.mapping.sheet.clone(), row: Some(line.row), column: Some(line.amount_column) };
        let kind = ProblemKind::QuantityTimesRateDiffers;
        staged.problems.add(Problem { kind, origin, found, expected }, limits);
    }
}

/// Quantity times price, and that times the multiplier or the days, where the line has them.
fn products_of(staged: &Staged, line: &Line) -> Option<Vec<Money>> {
    let number = |field| -> Option<Decimal> {
        let column = staged.mapping.column_of(field)?;
        Some(staged.cells.number(line.index, column).ok()??.number)
    };
    let currency = line.amount.currency();
    let money = |product: Decimal| Some(product.money(currency)?.money);
    let product = number(Field::Quantity)?.product(&number(Field::Rate)?)?;
    let mut products = vec![money(product)?];
    for field in [Field::Times, Field::Days] {
        if let Some(factor) = number(field) {
            products.push(money(product.product(&factor)?)?);
        }
    }
    Some(products)
}
