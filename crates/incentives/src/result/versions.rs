//! What differs between the rulebook an estimate was worked out by and the one of today.

use std::collections::BTreeMap;

use rulebook::{Cell, Column, ColumnId, Excepted, FigureId, InputId, Ledger, Rulebook, Type};

use super::view::View;
use crate::Speaker;

/// The rulebook has another text today.
pub(super) struct Version {
    /// What that gives.
    pub(super) now: String,
    pub(super) changes: Vec<Changed>,
}

/// One rule, parameter or open point that is not the same.
pub(super) struct Changed {
    pub(super) label: String,
    pub(super) before: String,
    pub(super) after: String,
}

impl View<'_> {
    /// The same under the text of today, where that is another one.
    pub(super) fn version(&self) -> Option<Version> {
        let new = self.desk.library().get(&self.kept.book.id)?;
        if new.hash == self.kept.book.hash {
            return None;
        }
        let ledger = self.kept.ledger.as_ref().map(|ledger| carried(&self.kept.book, new, ledger));
        let estimate = match ledger {
            Some(None) => None,
            Some(Some(ledger)) => new.estimate(&self.kept.facts, Some(&ledger), &self.kept.tables).ok(),
            None => new.estimate(&self.kept.facts, None, &self.kept.tables).ok(),
        };
        let of = new.award.and_then(|award| new.figure(award)).map_or(Type::Rate, |figure| figure.of);
        let now = match estimate.as_ref().and_then(|estimate| estimate.award_value()) {
            Some(value) => self.reader.value(new, value, of, None),
            None => self.page.say("result-facts-do-not-fit").to_string(),
        };
        Some(Version { now, changes: changes(&self.kept.book, new, self.reader) })
    }
}

/// A ledger in the columns of another text: by name, as far as the cells still fit.
pub(crate) fn carried(old: &Rulebook, new: &Rulebook, ledger: &Ledger) -> Option<Ledger> {
    let rows = (0..ledger.rows()).map(|row| {
        let cell = |(at, column): (usize, &Column)| -> Option<Cell> {
            let before = old.find_column(&column.name)?;
            let text = old.cell_text(before, &ledger.cell(before, row)?);
            new.cell(ColumnId(at), &text)
        };
        new.columns.iter().enumerate().map(cell).collect::<Vec<_>>()
    });
    Ledger::new(new, rows).ok()
}

fn changes(old: &Rulebook, new: &Rulebook, speaker: &Speaker<'_>) -> Vec<Changed> {
    let (before, after) = (rules(old, speaker), rules(new, speaker));
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    let text =
        |rules: &BTreeMap<String, String>, name: &String| rules.get(name).cloned().unwrap_or_else(|| "—".to_owned());
    let changed = names.filter(|name| before.get(*name) != after.get(*name)).map(|name| {
        // What was taken out has its words in the old text alone.
        let book = if after.contains_key(name) { new } else { old };
        let label = book.label(name, speaker.language);
        Changed { label, before: text(&before, name), after: text(&after, name) }
    });
    changed.collect()
}

/// Everything that can change a figure, as text by its name in the rulebook.
fn rules(book: &Rulebook, speaker: &Speaker<'_>) -> BTreeMap<String, String> {
    let mut rules = BTreeMap::new();
    for param in &book.params {
        let rows = param.rows.iter().map(|row| {
            let until = row.until.map(|day| format!("–{day}")).unwrap_or_default();
            format!("{}{until}: {}", row.from, book.param_text(param, row))
        });
        rules.insert(param.name.clone(), rows.collect::<Vec<_>>().join("; "));
    }
    for (at, figure) in book.figures.iter().enumerate() {
        let Some(explanation) = book.explain(FigureId(at), None) else { continue };
        let mut text = speaker.line(book, &explanation.formula, false);
        explanation.exceptions.iter().for_each(|exception| add_exception(&mut text, book, exception, speaker));
        rules.insert(figure.name.clone(), text);
    }
    for (at, input) in book.inputs.iter().enumerate() {
        let Some((default, most)) = book.explain_default(InputId(at)) else { continue };
        let most = most.map(|most| format!(" … {}", speaker.line(book, &most, false))).unwrap_or_default();
        rules.insert(input.name.clone(), format!("{}{most}", speaker.line(book, &default, false)));
    }
    for open in &book.opens {
        let readings: Vec<&str> = open.readings.iter().map(|reading| reading.text.as_str()).collect();
        rules.insert(open.name.clone(), readings.join(" / "));
    }
    for period in &book.in_force {
        let until = period.until.map_or_else(String::new, |day| day.to_string());
        rules.insert(book.anchor(period.clause).to_owned(), format!("{}–{until}", period.from));
    }
    rules
}

fn add_exception(text: &mut String, book: &Rulebook, exception: &Excepted, speaker: &Speaker<'_>) {
    let (when, then) = (speaker.line(book, &exception.when, false), speaker.line(book, &exception.then, false));
    text.push_str(&format!("; {when} → {then}"));
    exception.exceptions.iter().for_each(|inner| add_exception(text, book, inner, speaker));
}
