//! The law as it is worked out: the rulebook for reading, each clause and each name with a page of its own.
//!
//! The commission's own scheme stands at `/incentive`. All the others stand below `/incentive/rulebooks`: they are kept
//! for comparison and as tests of the language, and their pages say so.

mod clause;
mod examples;
mod formula;
mod glance;
mod headline;
mod overview;
mod prose;
mod rule;
mod shelf;
mod values;
mod view;
#[cfg(test)]
mod tests;

pub use headline::{Headline, HeadlineFigure, headline};

use axum::response::{IntoResponse, Redirect, Response};
use rulebook::Rulebook;
use web::{Page, Permission, Routes, WebError};

use crate::Desk;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .get("/{lang}/incentive", Permission::Public, overview::own)
        .get("/{lang}/incentive/clauses/{anchor}", Permission::Public, clause::own)
        .get("/{lang}/incentive/rules/{name}", Permission::Public, rule::own)
        .get("/{lang}/incentive/rulebooks", Permission::Public, shelf::see)
        .get("/{lang}/incentive/rulebooks/{country}/{scheme}", Permission::Public, overview::other)
        .get("/{lang}/incentive/rulebooks/{country}/{scheme}/clauses/{anchor}", Permission::Public, clause::other)
        .get("/{lang}/incentive/rulebooks/{country}/{scheme}/rules/{name}", Permission::Public, rule::other)
}

/// Where the pages of a rulebook stand, below the language.
fn root(desk: &Desk, book: &Rulebook) -> String {
    if book.id == desk.own().id { "incentive".to_owned() } else { format!("incentive/rulebooks/{}", book.id) }
}

/// Shows a page of a rulebook of the shelf; the own one has a better address, `rest` of it included.
fn from_shelf(
    page: &Page,
    desk: &Desk,
    id: &str,
    rest: &str,
    see: impl FnOnce(&Rulebook) -> Result<Response, WebError>,
) -> Result<Response, WebError> {
    match desk.book(id) {
        Some(book) if book.id == desk.own().id => {
            Ok(Redirect::permanent(&page.link(format!("incentive{rest}"))).into_response())
        }
        Some(book) => see(book),
        None => Err(WebError::NotFound),
    }
}
