//! The browser in which a list is kept: a cookie that nobody guesses, and its fingerprint here.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use store::fingerprint;
use web::Page;

const COOKIE: &str = "list";
/// A year from the last visit on which something was written.
const SECONDS: u64 = 365 * 24 * 60 * 60;
/// As long as the secrets we make.
const LETTERS: usize = 52;

/// A browser that has a cookie of ours, or gets one with this answer.
pub(crate) struct Keeper {
    pub(crate) fingerprint: String,
    fresh: Option<String>,
}

/// The fingerprint of the browser's cookie, if it has one.
pub(crate) fn known(headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let secret = pairs.find(|(name, _)| *name == COOKIE).map(|(_, value)| value)?;
    let is_ours = secret.len() == LETTERS && secret.bytes().all(|letter| letter.is_ascii_alphanumeric());
    is_ours.then(|| fingerprint(secret))
}

impl Keeper {
    pub(crate) fn of(page: &Page, headers: &HeaderMap) -> Self {
        match known(headers) {
            Some(fingerprint) => Self { fingerprint, fresh: None },
            None => {
                let secret = page.fresh_key();
                Self { fingerprint: fingerprint(&secret), fresh: Some(secret) }
            }
        }
    }

    /// The answer, with the cookie if it is a new one.
    pub(crate) fn kept(self, page: &Page, mut response: Response) -> Response {
        if let Some(secret) = self.fresh {
            let secure = if page.site().origin().starts_with("https://") { "; Secure" } else { "" };
            let line = format!("{COOKIE}={secret}; Path=/; Max-Age={SECONDS}; SameSite=Lax; HttpOnly{secure}");
            let line = HeaderValue::try_from(line).expect("a secret is letters and digits");
            response.headers_mut().append(header::SET_COOKIE, line);
        }
        response
    }
}
