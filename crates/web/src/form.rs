use std::borrow::Cow;

use axum::extract::{FromRequest, RawForm, Request};
use axum::http::StatusCode;

use crate::{Page, Phrase};

/// No form of ours has more fields; a body with more is not from our pages.
const MOST_FIELDS: usize = 4_000;

/// What somebody typed, kept as it was, and what we have to say about it. A handler that refuses shows the same page
/// again with the same form: nothing has to be typed twice.
#[derive(Debug, Clone, Default)]
pub struct Form {
    typed: Vec<(String, String)>,
    refusals: Vec<Refusal>,
}

/// One field that cannot be used as typed. `key` names the sentence in the words files.
#[derive(Debug, Clone)]
pub struct Refusal {
    pub field: String,
    pub key: Cow<'static, str>,
    pub filled: Vec<(&'static str, String)>,
}

impl Form {
    pub fn new(typed: Vec<(String, String)>) -> Self {
        Self { typed, refusals: Vec::new() }
    }

    /// What stands in a field; nothing typed is the empty text.
    pub fn typed(&self, field: &str) -> &str {
        self.all(field).next().unwrap_or_default()
    }

    /// Every value of a field that may come several times.
    pub fn all<'f>(&'f self, field: &str) -> impl Iterator<Item = &'f str> {
        self.typed.iter().filter(move |(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    pub fn pairs(&self) -> &[(String, String)] {
        &self.typed
    }

    /// Whether a choice is made: for radios, boxes and lists.
    pub fn chose(&self, field: &str, value: &str) -> bool {
        self.all(field).any(|typed| typed == value)
    }

    /// Puts a value into a field, as when a saved form is opened again.
    pub fn fill(&mut self, field: impl Into<String>, value: impl Into<String>) {
        self.typed.push((field.into(), value.into()));
    }

    pub fn refuse(&mut self, field: impl Into<String>, key: impl Into<Cow<'static, str>>) {
        self.refuse_with(field, key, Vec::new());
    }

    pub fn refuse_with(
        &mut self,
        field: impl Into<String>,
        key: impl Into<Cow<'static, str>>,
        filled: Vec<(&'static str, String)>,
    ) {
        self.refusals.push(Refusal { field: field.into(), key: key.into(), filled });
    }

    pub fn refusals(&self) -> &[Refusal] {
        &self.refusals
    }

    /// The first refusal of a field, in the reader's language.
    pub fn refusal<'p>(&self, page: &'p Page, field: &str) -> Option<Phrase<'p>> {
        self.refusals.iter().find(|refusal| refusal.field == field).map(|refusal| refusal.said(page))
    }

    pub fn is_refused(&self) -> bool {
        !self.refusals.is_empty()
    }
}

impl Refusal {
    pub fn said<'p>(&self, page: &'p Page) -> Phrase<'p> {
        self.filled.iter().fold(page.say(&self.key), |phrase, (name, value)| phrase.with(name, value))
    }
}

/// An ordinary form, posted or in the query of a `GET`.
impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = StatusCode;

    async fn from_request(request: Request, state: &S) -> Result<Self, StatusCode> {
        use axum::response::IntoResponse;
        let RawForm(bytes) =
            RawForm::from_request(request, state).await.map_err(|rejection| rejection.into_response().status())?;
        let typed: Vec<(String, String)> =
            serde_urlencoded::from_bytes(&bytes).map_err(|_| StatusCode::UNPROCESSABLE_ENTITY)?;
        if typed.len() > MOST_FIELDS {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        Ok(Self::new(typed))
    }
}
