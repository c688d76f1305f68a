//! Mail that comes in: from a pipe of the mail server, or out of a Maildir.

use jiff::Timestamp;
use mail::Received;

use crate::{App, Desks};

/// What became of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// It stands in the timeline of this case.
    IntoCase(String),
    /// It names no case that our own key proves. It is not kept.
    NoCase,
    /// It came before, a machine wrote it, or the case cannot take it.
    LeftAlone,
}

/// Puts a mail where it belongs.
pub async fn take_mail(app: &App, received: &Received, now: Timestamp) -> anyhow::Result<Taken> {
    take(&Desks::of(app).cases, received, now).await
}

pub(super) async fn take(desk: &casework::Desk, received: &Received, now: Timestamp) -> anyhow::Result<Taken> {
    let Some(reference) = &received.reference else { return Ok(Taken::NoCase) };
    if casework::find_case_by_reference(&desk.store, reference.as_str()).await?.is_none() {
        return Ok(Taken::NoCase);
    }
    let case = casework::take_letter(desk, received, now).await?;
    Ok(case.map_or(Taken::LeftAlone, |case| Taken::IntoCase(case.reference)))
}
