//! The sentence and the drawing alone, for a form that is being filled in. Nothing is kept: the form's own button does
//! that, and gives the same figure.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use web::{Form, Page, Waterfall, WebError, show};

use super::view::View;
use super::{KeptFacts, badge, outcome_key};
use crate::desk::speaker;
use crate::{Answer, Desk, Saved};

#[derive(Template)]
#[template(path = "result/live.html")]
struct Live {
    page: Page,
    /// Read aloud, and in sight while the form is.
    said: String,
    shown: Option<Shown>,
}

/// What a figure has beside its sentence.
struct Shown {
    outcome: &'static str,
    badge: &'static str,
    in_words: Option<String>,
    last: Option<String>,
    waterfall: Option<Waterfall>,
}

pub(crate) fn show_live(page: Page, desk: &Desk, kept: &Saved) -> Result<Response, WebError> {
    let answer = Answer::work_out(&kept.book, kept.facts.clone(), None, kept.ledger.as_ref(), &kept.tables)
        .map_err(KeptFacts)?;
    let reader = speaker(&page);
    let view = View { page: &page, desk, id: "", kept, answer: &answer, reader: &reader };
    let award = answer.estimate.award.map(|award| view.figure_label(award)).unwrap_or_default();
    let outcome = answer.outcome();
    let shown = Shown {
        outcome: outcome_key(outcome),
        badge: badge(outcome),
        in_words: view.in_words(),
        last: view.last_in_force().map(|last| last.said),
        waterfall: view.waterfall(),
    };
    let said = page.say("live-title").with("figure", award).with("headline", view.headline()).to_string();
    show(StatusCode::OK, &Live { said, shown: Some(shown), page: page.clone() })
}

/// What does not fit yet is said and not shown as an error: whoever types is not done.
pub(crate) fn show_refused(page: Page, form: &Form) -> Result<Response, WebError> {
    let said = form.refusals().first().map(|refusal| refusal.said(&page).to_string()).unwrap_or_default();
    show(StatusCode::OK, &Live { said, shown: None, page: page.clone() })
}
