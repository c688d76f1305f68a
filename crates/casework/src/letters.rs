//! A letter that came in, put where it belongs.

use anyhow::Context;
use bytes::Bytes;
use files::PutError;
use kernel::Actor;
use mail::{Admission, Received, admit};
use store::By;
use tracing::warn;

use crate::case::{PAPERS, add_document};
use crate::{Case, Desk, find_case_by_reference, write_to_office};

/// What stands for the text of a letter that has none.
const NO_TEXT: &str = "\u{2014}";

/// Writes a letter about one of our cases into its timeline, with what was attached. Answers the case; nothing if the
/// letter names none that we can prove, if it came before, or if a machine wrote it.
pub async fn take_letter(desk: &Desk, received: &Received, now: jiff::Timestamp) -> anyhow::Result<Option<Case>> {
    let Some(reference) = &received.reference else { return Ok(None) };
    let mut papers = Vec::new();
    for attachment in &received.attachments {
        let bytes = Bytes::from(attachment.content.clone());
        match desk.files.put_bytes(&bytes, &attachment.name, &PAPERS).await {
            Ok(stored) => papers.push(stored),
            Err(PutError::Refused(refusal)) => warn!("an attachment is not taken: {refusal}"),
            Err(PutError::Failed(error)) => return Err(error).context("keep an attachment"),
        }
    }
    let by = By { actor: Actor::Stranger, moment: now, reason: "case.mail".to_owned() };
    let change = desk.store.change(by).await?;
    let Some(case) = find_case_by_reference(&change, reference.as_str()).await? else { return Ok(None) };
    match admit(&change, received).await? {
        Admission::New if !received.is_automatic => {}
        Admission::New | Admission::SeenBefore | Admission::Loop => return Ok(None),
    }
    let text = if received.text.trim().is_empty() { NO_TEXT } else { received.text.trim() };
    let name = if received.from.name().is_empty() { received.from.address() } else { received.from.name() };
    if write_to_office(&change, &case, name, text, Some(&received.message_id)).await?.is_none() {
        return Ok(None);
    }
    for stored in &papers {
        add_document(desk, &change, &case, "", "", stored).await?;
    }
    change.commit().await?;
    Ok(Some(case))
}
