use std::error::Error;
use std::sync::Arc;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::Page;
use crate::page::show;

/// Why a handler cannot answer. What a *person* did wrong is a `Refusal` and stands beside the field instead.
pub enum WebError {
    /// There is no such thing, or the reader may not know of it.
    NotFound,
    /// The reader may know of it, but not do this.
    Forbidden,
    /// The reader was signed in and is no longer.
    SignedOut,
    /// Somebody else was faster.
    Conflict,
    /// The same form too often in a short time.
    TooOften,
    /// Something of ours broke.
    Fault(Box<dyn Error + Send + Sync>),
}

/// The fault of an answer, on its way to the log.
#[derive(Clone)]
pub(crate) struct Cause(pub(crate) Arc<Box<dyn Error + Send + Sync>>);

impl<E: Error + Send + Sync + 'static> From<E> for WebError {
    fn from(error: E) -> Self {
        Self::Fault(Box::new(error))
    }
}

/// A bare status: the page around it is made once, where the reader's language is known.
impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND.into_response(),
            Self::Forbidden => StatusCode::FORBIDDEN.into_response(),
            Self::SignedOut => StatusCode::UNAUTHORIZED.into_response(),
            Self::TooOften => StatusCode::TOO_MANY_REQUESTS.into_response(),
            Self::Conflict => StatusCode::CONFLICT.into_response(),
            Self::Fault(error) => {
                let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
                response.extensions_mut().insert(Cause(Arc::new(error)));
                response
            }
        }
    }
}

/// The error and all that caused it, for one line of the log.
pub(crate) fn chain(error: &(dyn Error + 'static)) -> String {
    let causes = std::iter::successors(error.source(), |cause| (*cause).source());
    std::iter::once(error).chain(causes).map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    status: u16,
    title: &'static str,
    text: &'static str,
    next: &'static str,
}

/// The page for an answer that has none: what happened, and what to do next.
pub(crate) fn error_page(page: Page, status: StatusCode) -> Response {
    let (title, text, next) = match status {
        StatusCode::NOT_FOUND => ("error-not-found", "error-not-found-text", "error-not-found-next"),
        StatusCode::FORBIDDEN => ("error-forbidden", "error-forbidden-text", "error-forbidden-next"),
        StatusCode::UNAUTHORIZED => ("error-signed-out", "error-signed-out-text", "error-signed-out-next"),
        StatusCode::TOO_MANY_REQUESTS => ("error-too-often", "error-too-often-text", "error-too-often-next"),
        StatusCode::CONFLICT => ("error-conflict", "error-conflict-text", "error-conflict-next"),
        StatusCode::PAYLOAD_TOO_LARGE => ("error-too-large", "error-too-large-text", "error-too-large-next"),
        refused if refused.is_client_error() => ("error-unreadable", "error-unreadable-text", "error-unreadable-next"),
        _ => ("error-fault", "error-fault-text", "error-fault-next"),
    };
    let template = ErrorPage { page, status: status.as_u16(), title, text, next };
    show(status, &template).unwrap_or_else(|_| status.into_response())
}
