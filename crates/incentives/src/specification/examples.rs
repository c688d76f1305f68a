//! The tests of a rulebook as worked examples.

use rulebook::{FigureId, Tested};

use super::view::{Named, View};

/// One worked example, with what the engine gives.
pub(super) struct Example {
    pub(super) name: String,
    pub(super) figures: Vec<(Named, String)>,
    /// Ids under which the example was published.
    pub(super) published: Vec<String>,
    pub(super) source: Option<String>,
    pub(super) refuted: Vec<RefutedRow>,
    pub(super) passed: bool,
    /// Its place on the page of its clause.
    pub(super) anchor: String,
    pub(super) href: String,
}

pub(super) struct RefutedRow {
    pub(super) said: String,
    pub(super) because: String,
}

/// The examples of a clause or name.
pub(super) struct Examples {
    pub(super) rows: Vec<Example>,
    /// What they amount to, in a sentence.
    pub(super) said: String,
    pub(super) failed: usize,
}

impl View<'_> {
    pub(super) fn examples(&self, wanted: impl Fn(&Tested) -> bool) -> Examples {
        let tested = self.desk.tested(self.book);
        let number =
            |test: &Tested, at: usize| tested.iter().take(at).filter(|other| other.clause == test.clause).count() + 1;
        let wanted = tested.iter().enumerate().filter(|(_, tested)| wanted(tested));
        let rows: Vec<Example> = wanted.map(|(at, tested)| self.example(tested, number(tested, at))).collect();
        let failed = rows.iter().filter(|row| !row.passed).count();
        let key = if failed == 0 { "spec-examples" } else { "spec-examples-failed" };
        let said = self.page.say(key).count("count", rows.len());
        let said = if failed == 0 { said } else { said.count("failed", failed) };
        Examples { said: said.to_string(), failed, rows }
    }

    fn example(&self, tested: &Tested, number: usize) -> Example {
        let anchor = format!("example-{number}");
        let value = |id: FigureId, value: &rulebook::Value| {
            let figure = self.book.figure(id)?;
            Some((self.named(&figure.name), self.reader.value(self.book, value, figure.of, Some(&figure.name))))
        };
        let refuted = tested.refuted.iter().filter_map(|refuted| {
            let (named, published) = value(refuted.figure, &refuted.published)?;
            let said = self.page.say("spec-refuted").with("value", published).with("what", named.label);
            Some(RefutedRow { said: said.to_string(), because: refuted.because.clone() })
        });
        Example {
            name: tested.name.clone(),
            figures: tested.shown.iter().filter_map(|shown| value(shown.figure, &shown.value)).collect(),
            published: tested.examples.clone(),
            source: tested.source.clone(),
            refuted: refuted.collect(),
            passed: tested.passed(),
            href: format!("{}#{anchor}", self.clause_href(tested.clause)),
            anchor,
        }
    }
}
