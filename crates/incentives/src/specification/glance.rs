//! What the rules say before anything is known of a film: worked out, never typed.

use kernel::{Day, Exact};
use rulebook::{Ask, Estimate, Facts, Failure, Given, Input, Type};

use super::view::{Definition, Named, View};

/// The state of the scheme today.
pub(super) struct Status {
    /// How the notice looks.
    pub(super) notice: &'static str,
    pub(super) title: String,
    /// The key of what follows from it.
    pub(super) text: &'static str,
}

pub(super) struct Glance {
    pub(super) day: String,
    pub(super) award: Option<Definition>,
    /// Dated values that the award rests on, and figures that no film can change.
    pub(super) fixed: Vec<Fixed>,
    /// Questions with a list of answers, and which of these rule an award out.
    pub(super) who: Vec<Who>,
}

pub(super) struct Fixed {
    pub(super) named: Named,
    pub(super) value: String,
    pub(super) since: Option<String>,
}

pub(super) struct Who {
    pub(super) named: Named,
    pub(super) answers: Vec<(String, bool)>,
}

impl View<'_> {
    fn estimate(&self, facts: &Facts) -> Option<Estimate> {
        self.book.estimate(facts, None, &self.desk.tables(self.book)).ok()
    }

    pub(super) fn status(&self) -> Status {
        let today = self.page.today();
        let estimate = self.estimate(&Facts::on(today));
        let failure = estimate.as_ref().and_then(|estimate| estimate.award_value()?.failure());
        match failure {
            Some(Failure::NotInForce { since: Some(since), .. }) => Status {
                notice: "notice-warning",
                title: self.page.say("spec-ended").with("day", self.page.day(*since)).to_string(),
                text: if self.is_own() { "spec-ended-text" } else { "spec-ended-other" },
            },
            Some(Failure::NotInForce { since: None, .. }) => Status {
                notice: "notice-warning",
                title: self.page.say("spec-not-yet").with("day", self.page.day(today)).to_string(),
                text: "spec-not-yet-text",
            },
            _ => Status {
                notice: "notice-done",
                title: self.page.say("spec-in-force").with("day", self.page.day(today)).to_string(),
                text: "spec-in-force-text",
            },
        }
    }

    pub(super) fn glance(&self) -> Option<Glance> {
        let day = self.day();
        let estimate = self.estimate(&Facts::on(day))?;
        Some(Glance {
            day: self.page.say("spec-glance-day").with("day", self.page.day(day)).to_string(),
            award: self.book.award.and_then(|award| self.definition(award)),
            fixed: self.fixed(&estimate),
            who: estimate.asks.iter().filter_map(|ask| self.who(ask, day)).collect(),
        })
    }

    fn fixed(&self, estimate: &Estimate) -> Vec<Fixed> {
        let mut fixed: Vec<Fixed> = Vec::new();
        for (id, row) in &estimate.params {
            let Some(param) = self.book.params.get(id.0) else { continue };
            let Some(row) = param.rows.get(*row) else { continue };
            let keys = self.keys(param, row);
            let value = self.reader.value(self.book, &row.value.into(), param.of, Some(&param.name));
            fixed.push(Fixed {
                named: self.named(&param.name),
                value: if keys.is_empty() { value } else { format!("{value} ({keys})") },
                since: Some(self.page.say("spec-since").with("day", self.page.day(row.from)).to_string()),
            });
        }
        for (id, value) in &estimate.figures {
            let Some(figure) = self.book.figure(*id) else { continue };
            let is_amount = value.known_number().is_some_and(|number| number != Exact::ZERO);
            let is_told = matches!(figure.of, Type::Money(_) | Type::Exact(_) | Type::Rate);
            let value = self.reader.value(self.book, value, figure.of, Some(&figure.name));
            // A figure that is nothing but a dated value has been said.
            let is_new = fixed.iter().all(|said| said.value != value);
            if is_amount && is_told && is_new && estimate.award != Some(*id) {
                fixed.push(Fixed { named: self.named(&figure.name), value, since: None });
            }
        }
        fixed
    }

    /// For each answer to a question, whether it leaves an award possible.
    fn who(&self, ask: &Ask, day: Day) -> Option<Who> {
        let Ask::Input(id) = ask else { return None };
        let input: &Input = self.book.inputs.get(id.0)?;
        let Type::Choice(list) = input.of else { return None };
        let answer = |option: &String| {
            let mut facts = Facts::on(day);
            facts.given.insert(input.name.clone(), Given::Is(option.clone()));
            let award = self.estimate(&facts).and_then(|estimate| estimate.award_value()?.known_number());
            (self.book.option_label(&input.name, option, self.language()), award != Some(Exact::ZERO))
        };
        Some(Who { named: self.named(&input.name), answers: self.book.list(list).iter().map(answer).collect() })
    }
}
