//! The front page: what the country looks like, and the six answers a producer comes for.

mod stills;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use incentives::{Headline, headline};
use web::{Page, WebError, show};

use stills::{Made, Still, Stills};

/// What the front page is made of.
pub(crate) struct Front {
    /// A drawing for a site that has no places to show.
    pub(crate) picture: Option<String>,
    /// Slugs of the places that are shown, the first one large.
    pub(crate) featured: Vec<String>,
    pub(crate) places: places::Desk,
    pub(crate) incentives: Option<incentives::Desk>,
}

/// How many of the rules' values the answer about money has.
const FIGURES: usize = 3;

#[derive(Template)]
#[template(path = "home/home.html")]
struct HomePage {
    page: Page,
    front: Arc<Front>,
    hero: Option<Still>,
    stills: Vec<Still>,
    /// Works that were made at these places.
    made: Vec<Made>,
    /// Name and address.
    destinations: Vec<(String, String)>,
    money: Option<Headline>,
}

pub(crate) async fn home(page: Page, State(front): State<Arc<Front>>) -> Result<Response, WebError> {
    let Stills { hero, stills, made } = stills::find(&page, &front).await?;
    let destinations = places::list_destinations(&front.places.store).await?;
    let language = page.language();
    let destinations = destinations
        .iter()
        .map(|one| (one.name(language).to_owned(), page.link(format!("destinations/{}", one.slug))))
        .collect();
    let money = front.incentives.as_ref().map(|desk| headline(&page, desk, FIGURES));
    show(StatusCode::OK, &HomePage { page: page.clone(), front, hero, stills, made, destinations, money })
}
