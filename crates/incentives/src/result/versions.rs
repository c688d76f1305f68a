//! What differs between the rulebook an estimate was worked out by and the one of today.

use std::collections::BTreeMap;

use rulebook::{FigureId, Rulebook, Target};

use crate::Speaker;

/// One rule, parameter or open point that is not the same.
pub(super) struct Changed {
    pub(super) name: String,
    pub(super) before: String,
    pub(super) after: String,
}

pub(super) fn changes(old: &Rulebook, new: &Rulebook, speaker: &Speaker<'_>) -> Vec<Changed> {
    let (before, after) = (rules(old, speaker), rules(new, speaker));
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    let changed = names.filter(|name| before.get(*name) != after.get(*name));
    let text =
        |rules: &BTreeMap<String, String>, name: &String| rules.get(name).cloned().unwrap_or_else(|| "—".to_owned());
    changed.map(|name| Changed { name: name.clone(), before: text(&before, name), after: text(&after, name) }).collect()
}

/// Everything that can change a figure, as text by name.
fn rules(book: &Rulebook, speaker: &Speaker<'_>) -> BTreeMap<String, String> {
    let label = |target: Target| book.label(book.target_name(target), speaker.language);
    let mut rules = BTreeMap::new();
    for (at, param) in book.params.iter().enumerate() {
        let rows = param.rows.iter().map(|row| {
            let until = row.until.map(|day| format!("–{day}")).unwrap_or_default();
            format!("{}{until}: {}", row.from, book.param_text(param, row))
        });
        rules.insert(label(Target::Param(rulebook::ParamId(at))), rows.collect::<Vec<_>>().join("; "));
    }
    for at in 0..book.figures.len() {
        let Some(explanation) = book.explain(FigureId(at), None) else { continue };
        let mut text = speaker.line(book, &explanation.formula, false);
        for exception in &explanation.exceptions {
            let (when, then) = (speaker.line(book, &exception.when, false), speaker.line(book, &exception.then, false));
            text.push_str(&format!("; {when} → {then}"));
        }
        rules.insert(label(Target::Figure(FigureId(at))), text);
    }
    for (at, open) in book.opens.iter().enumerate() {
        let readings: Vec<&str> = open.readings.iter().map(|reading| reading.text.as_str()).collect();
        rules.insert(label(Target::Open(rulebook::OpenId(at))), readings.join(" / "));
    }
    for period in &book.in_force {
        let until = period.until.map_or_else(String::new, |day| day.to_string());
        rules.insert(book.anchor(period.clause).to_owned(), format!("{}–{until}", period.from));
    }
    rules
}
