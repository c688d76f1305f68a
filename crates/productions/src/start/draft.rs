use jiff::{SignedDuration, Timestamp};
use kernel::Id;
use store::{Store, StoreError, fingerprint};
use web::Form;

use crate::inquiry::Step;
use crate::sql;

/// An inquiry while it is written.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    /// The fingerprint of its link.
    pub(crate) id: String,
    pub(crate) answers: Vec<(String, String)>,
    pub(crate) language: String,
    pub(crate) script: Option<Id>,
    pub(crate) script_name: String,
    pub(crate) changed_at: Timestamp,
    /// What it became when it was sent.
    pub(crate) production: Option<Id>,
    pub(crate) promised_at: Option<Timestamp>,
    pub(crate) zone: String,
}

/// How long a draft waits for its author.
const KEPT: SignedDuration = SignedDuration::from_hours(365 * 24);

/// Forgets drafts that nobody has touched for a year. Run it as often as you like.
pub async fn forget_old_drafts(store: &Store, now: Timestamp) -> Result<u64, StoreError> {
    let Ok(before) = now.checked_sub(KEPT) else { return Ok(0) };
    let change = store.upkeep(now).await?;
    let forgotten = sql::delete_drafts_before(&change, before).await?;
    change.commit().await?;
    Ok(forgotten)
}

impl Draft {
    pub(crate) async fn find(store: &Store, secret: &str) -> Result<Option<Self>, StoreError> {
        sql::find_draft(store, &fingerprint(secret)).await
    }

    pub(super) fn new(secret: &str, language: &str, now: Timestamp) -> Self {
        Self {
            id: fingerprint(secret),
            answers: Vec::new(),
            language: language.to_owned(),
            script: None,
            script_name: String::new(),
            changed_at: now,
            production: None,
            promised_at: None,
            zone: String::new(),
        }
    }

    /// What was typed on one page takes the place of what was typed there before.
    pub(super) fn take(&mut self, step: Step, form: &Form) {
        self.answers.retain(|(field, _)| !step.fields().contains(&field.as_str()));
        let typed = form.pairs().iter().filter(|(field, _)| step.fields().contains(&field.as_str()));
        self.answers.extend(typed.cloned());
    }

    /// Where they come from, if the link that led them here said so.
    pub(super) fn take_origin(&mut self, form: &Form) {
        for field in ["event", "source", "list", "looks"] {
            let value = form.typed(field);
            if !value.is_empty() && !self.answers.iter().any(|(known, _)| known == field) {
                self.answers.push((field.to_owned(), value.chars().take(100).collect()));
            }
        }
    }

    /// The word of the link to the places that they chose before; nothing if there are none.
    pub(super) fn list(&self) -> String {
        let said = self.answers.iter().find(|(field, _)| field == "list").map(|(_, token)| token.as_str());
        let is_word = |token: &&str| token.bytes().all(|letter| letter.is_ascii_alphanumeric());
        said.filter(is_word).unwrap_or_default().to_owned()
    }

    pub(super) fn form(&self) -> Form {
        Form::new(self.answers.clone())
    }

    pub(crate) fn answers_text(&self) -> String {
        serde_json::to_string(&self.answers).unwrap_or_else(|_| "[]".to_owned())
    }

    pub(crate) fn answers_of(text: &str) -> Option<Vec<(String, String)>> {
        serde_json::from_str(text).ok()
    }
}
