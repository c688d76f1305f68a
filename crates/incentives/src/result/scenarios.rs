//! Up to four estimates side by side, measured against the one whose page it is.

use rulebook::{Estimate, Facts, FigureId, InputId, Value};
use web::WebError;

use super::KeptFacts;
use super::view::{View, most};
use crate::Saved;

pub(super) struct Scenario {
    pub(super) id: String,
    pub(super) is_this: bool,
    pub(super) name: &'static str,
}

pub(super) struct ScenarioRow {
    pub(super) label: String,
    /// Each value, and how far it is from the first.
    pub(super) cells: Vec<(String, Option<String>)>,
}

impl View<'_> {
    pub(super) fn scenarios(&self, beside: &[String]) -> Result<(Vec<Scenario>, Vec<ScenarioRow>), WebError> {
        let mut scenarios = vec![Scenario { id: self.id.to_owned(), is_this: true, name: "A" }];
        let mut others = Vec::new();
        for (other, name) in beside.iter().zip(["B", "C", "D"]) {
            if let Some(kept) = self.desk.archive().find(other)? {
                scenarios.push(Scenario { id: other.clone(), is_this: false, name });
                let estimate = kept.estimate().map_err(KeptFacts)?;
                others.push((kept, estimate));
            }
        }
        if others.is_empty() {
            return Ok((Vec::new(), Vec::new()));
        }
        let mut rows = self.compared_figures(&others);
        rows.extend(self.compared_answers(&others));
        Ok((scenarios, rows))
    }

    fn compared_figures(&self, others: &[(Saved, Estimate)]) -> Vec<ScenarioRow> {
        let book = &self.kept.book;
        let mut figures: Vec<FigureId> = book.waterfall.clone();
        figures.extend(self.answer.estimate.award.filter(|award| !book.waterfall.contains(award)));
        let row = |id: FigureId| {
            let figure = book.figure(id)?;
            let root = self.answer.estimate.value(id);
            let shown = |value: Option<&Value>| {
                value.map(|value| self.reader.value(book, value, figure.of, None)).unwrap_or_default()
            };
            let mut cells = vec![(shown(root), None)];
            for (other, estimate) in others {
                let value = other.book.find_figure(&figure.name).and_then(|id| estimate.value(id));
                let difference = match (most(value), most(root)) {
                    (Some(value), Some(root)) => value.minus(&root).filter(|difference| !difference.is_zero()),
                    _ => None,
                };
                cells.push((shown(value), difference.map(|difference| self.signed(&difference, figure.of))));
            }
            Some(ScenarioRow { label: self.label(&figure.name), cells })
        };
        figures.into_iter().filter_map(row).collect()
    }

    /// The day, and the answers and decisions that are not the same in all.
    fn compared_answers(&self, others: &[(Saved, Estimate)]) -> Vec<ScenarioRow> {
        let book = &self.kept.book;
        let mut rows = Vec::new();
        let mut add = |label: String, texts: Vec<String>| {
            let differ = texts.windows(2).any(|pair| matches!(pair, [a, b] if a != b));
            if differ {
                rows.push(ScenarioRow { label, cells: texts.into_iter().map(|text| (text, None)).collect() });
            }
        };
        let all_facts = || std::iter::once(&self.kept.facts).chain(others.iter().map(|(other, _)| &other.facts));
        add(self.page.say("calculator-on").to_string(), all_facts().map(|facts| self.page.day(facts.as_of)).collect());
        for (at, input) in book.inputs.iter().enumerate() {
            let shown = |value: Option<&Value>| match value.filter(|value| value.is_known()) {
                Some(value) => self.reader.value(book, value, input.of, Some(&input.name)),
                None => self.page.say("result-not-told").to_string(),
            };
            let mut texts = vec![shown(self.answer.estimate.input(InputId(at)))];
            texts.extend(
                others.iter().map(|(other, estimate)| {
                    shown(other.book.find_input(&input.name).and_then(|id| estimate.input(id)))
                }),
            );
            add(self.label(&input.name), texts);
        }
        for open in &book.opens {
            let decided = |facts: &Facts| match facts.decided.get(&open.name) {
                Some(reading) => self.reading_label(reading),
                None => self.page.say("result-undecided").to_string(),
            };
            add(self.label(&open.name), all_facts().map(decided).collect());
        }
        rows
    }
}
