use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use web::{Page, WebError, show};

/// What the front page shows of the profile.
pub(crate) struct Front {
    pub(crate) picture: Option<String>,
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    page: Page,
    front: Arc<Front>,
}

pub(crate) async fn home(page: Page, State(front): State<Arc<Front>>) -> Result<Response, WebError> {
    show(StatusCode::OK, &HomePage { page, front })
}
