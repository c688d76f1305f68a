//! An estimate that was worked out: what it is, why, what would change it. Each has an address that holds for ever.

mod change;
mod figure;
mod live;
mod page;
mod paper;
mod questions;
mod rows;
mod scenarios;
mod sensitivity;
mod tables;
mod versions;
mod view;

pub(crate) use live::{show_live, show_refused};
pub(crate) use questions::{Question, QuestionKind, of_columns, take_columns};
pub(crate) use versions::carried;

use rulebook::{Estimate, FactProblem};
use web::{Permission, Routes, WebError};

use crate::{Desk, Outcome, Saved};

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .get("/{lang}/estimates/{id}", Permission::Public, page::see)
        .post("/{lang}/estimates/{id}", Permission::Public, change::submit)
        .get("/{lang}/estimates/{id}/estimate.pdf", Permission::Public, paper::download)
        .get("/{lang}/estimates/{id}/figures/{name}", Permission::Public, figure::see)
        .get("/{lang}/estimates/{id}/lines", Permission::Public, rows::see)
        .get("/{lang}/estimates/{id}/lines.csv", Permission::Public, rows::download)
}

/// The kept estimate of an address; there is no page where there is none.
fn saved(desk: &Desk, id: &str) -> Result<Saved, WebError> {
    desk.archive().find(id)?.ok_or(WebError::NotFound)
}

impl Saved {
    fn estimate(&self) -> Result<Estimate, Vec<FactProblem>> {
        self.book.estimate(&self.facts, self.ledger.as_ref(), &self.tables)
    }
}

/// Facts that were kept are facts that fitted.
#[derive(Debug, thiserror::Error)]
#[error("the facts kept with the estimate do not fit its rulebook: {0:?}")]
struct KeptFacts(Vec<FactProblem>);

fn badge(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Known => "badge-done",
        Outcome::Unknown | Outcome::Untranslatable => "badge-open",
        Outcome::NotInForce | Outcome::Conflict | Outcome::Undefined => "badge-warning",
    }
}

fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Known => "outcome-known",
        Outcome::Unknown => "outcome-unknown",
        Outcome::NotInForce => "outcome-not-in-force",
        Outcome::Conflict => "outcome-conflict",
        Outcome::Untranslatable => "outcome-untranslatable",
        Outcome::Undefined => "outcome-undefined",
    }
}
