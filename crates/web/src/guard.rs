//! What stands before every handler.

use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use crate::{Listed, Pace, Page, Permission, WebError, session};

/// A browser that is still sending shows an answer only when it has been heard out; but not for ever.
const HEARD_OUT: u64 = 256 * 1024 * 1024;

#[derive(Clone, Copy)]
pub(crate) struct Rule {
    permission: Permission,
    speaks_a_language: bool,
    limit: usize,
    path: &'static str,
    pace: Option<Pace>,
}

impl Rule {
    pub(crate) fn of(listed: &Listed) -> Self {
        let speaks_a_language = listed.path.starts_with("/{lang}");
        Self {
            permission: listed.permission,
            speaks_a_language,
            limit: listed.limit,
            path: listed.path,
            pace: listed.pace,
        }
    }
}

/// Lets a request in if its language is one of ours, its sender may, and its body is not too large.
pub(crate) async fn admit(State(rule): State<Rule>, page: Page, request: Request, next: Next) -> Response {
    if rule.speaks_a_language && !page.is_in_language() {
        return WebError::NotFound.into_response();
    }
    let changes = !request.method().is_safe();
    if !rule.permission.admits(page.visitor(), changes) {
        return match page.visitor() {
            // What somebody may not know of is not there.
            Some(_) => WebError::NotFound.into_response(),
            None if changes => WebError::SignedOut.into_response(),
            None => Redirect::to(&page.sign_in()).into_response(),
        };
    }
    if let Some(pace) = rule.pace
        && let Err(seconds) = page.site().ask_pace(rule.path, page.sender(), pace)
    {
        let mut response = WebError::TooOften.into_response();
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        return response;
    }
    let announced = request.body().size_hint().lower();
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|text| text.to_str().ok()?.parse().ok());
    if length.unwrap_or(announced) > rule.limit.try_into().unwrap_or(u64::MAX) {
        hear_out(request.into_body()).await;
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    next.run(request).await
}

/// True if another site sent the reader's browser here to change something.
pub(crate) fn is_from_elsewhere(method: &Method, headers: &HeaderMap) -> bool {
    if method.is_safe() {
        return false;
    }
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin"), text("host")) {
        (Some(site), _, _) => !matches!(site, "same-origin" | "none"),
        (None, Some(origin), Some(host)) => origin.split_once("://").is_none_or(|(_, from)| from != host),
        // No browser of today sends a form without saying from where. A program may, as long as it is nobody.
        (None, None, _) => session::has_cookie(headers),
        (None, Some(_), None) => true,
    }
}

async fn hear_out(body: Body) {
    let mut body = body;
    let mut heard = 0_u64;
    while heard < HEARD_OUT {
        let frame = std::future::poll_fn(|context| std::pin::Pin::new(&mut body).poll_frame(context)).await;
        let Some(Ok(frame)) = frame else { return };
        heard = heard.saturating_add(frame.data_ref().map_or(0, |data| data.len().try_into().unwrap_or(u64::MAX)));
    }
}
