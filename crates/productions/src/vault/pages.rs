//! The pages of the vault, for the office and the portal alike: who is let in was asked before.

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Actor, Day};
use serde_json::json;
use store::{Change, Entry, StoreError};
use web::{Form, Page, UploadedFile, WebError, show};

use crate::record::Production;
use crate::script::{Heading, Paragraph, ParagraphKind, Script, ScriptKind};
use crate::vault::{KeptScript, LIMITS, MONTHS, MOST_MONTHS, Opening};
use crate::{Desk, sql};

/// A script as text. Every so many paragraphs stands who reads it and when, so that no part can be passed on without it.
#[derive(Template)]
#[template(path = "vault/read.html")]
struct ReadPage {
    page: Page,
    title: String,
    reference: String,
    back: String,
    headings: Vec<(usize, Heading)>,
    pieces: Vec<Vec<Paragraph>>,
    mark: String,
}

/// So many paragraphs fit a sheet of paper.
const ON_SHEET: usize = 30;

/// A script that is shut: why, and whom to ask.
#[derive(Template)]
#[template(path = "vault/shut.html")]
struct ShutPage {
    page: Page,
    title: String,
    key: &'static str,
    back: String,
}

/// Shows a script that is text, and writes down that it was read.
pub(crate) async fn read(
    page: Page,
    desk: &Desk,
    production: &Production,
    script: &KeptScript,
    back: String,
) -> Result<Response, WebError> {
    let title = script.title.clone();
    if let Some(shut) = script.shut(page.today()) {
        return show(StatusCode::GONE, &ShutPage { page, title, key: shut.key(), back });
    }
    let kept = files::find_file(desk.store(), script.file).await?.ok_or(WebError::NotFound)?;
    let readable = match kept.readable_by(&page.actor()) {
        Ok(readable) => readable,
        Err(closed) => return show(StatusCode::FORBIDDEN, &ShutPage { page, title, key: closed.key(), back }),
    };
    let bytes = desk.keep().bytes(&readable).await?;
    let Some(text) = Script::read(script.kind, &bytes).ok().flatten() else { return Err(WebError::NotFound) };
    note_opening(&page, desk, production, script, "read").await?;
    let mark = mark(&page, production);
    let headings = text.headings().cloned().enumerate().map(|(at, heading)| (at + 1, heading)).collect();
    let pieces = text.paragraphs.chunks(ON_SHEET).map(<[Paragraph]>::to_vec).collect();
    let reference = production.reference.to_string();
    let mut response = show(StatusCode::OK, &ReadPage { page, title, reference, back, headings, pieces, mark })?;
    // Nothing of a script stays on the way.
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    Ok(response)
}

/// Gives a PDF to who may have it, with their name on every page, and writes that down.
pub(crate) async fn download(
    page: &Page,
    desk: &Desk,
    production: &Production,
    script: &KeptScript,
) -> Result<Response, WebError> {
    // What is text is only shown: there it carries its reader's name.
    if script.kind != ScriptKind::Pdf || script.shut(page.today()).is_some() {
        return Err(WebError::NotFound);
    }
    let kept = files::find_file(desk.store(), script.file).await?.ok_or(WebError::NotFound)?;
    let readable = kept.readable_by(&page.actor()).map_err(|_| WebError::NotFound)?;
    let bytes = desk.keep().bytes(&readable).await?;
    let (mark, moment) = (mark(page, production), page.now());
    let marked = tokio::task::spawn_blocking(move || documents::stamped(bytes.to_vec(), &mark, moment)).await??;
    note_opening(page, desk, production, script, "downloaded").await?;
    let headers = [
        (header::CONTENT_TYPE, readable.kind.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, files::download_header(&script.title)),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, marked).into_response())
}

pub(crate) async fn note_opening(
    page: &Page,
    desk: &Desk,
    production: &Production,
    script: &KeptScript,
    deed: &'static str,
) -> Result<(), StoreError> {
    let change = desk.store().change(page.by("script.open")).await?;
    log(&change, page, production, script, deed).await?;
    change.commit().await
}

/// One line of the log that the owner sees, and one of the chain.
pub(crate) async fn log(
    change: &Change,
    page: &Page,
    production: &Production,
    script: &KeptScript,
    deed: &'static str,
) -> Result<(), StoreError> {
    let name = page.visitor().map(|visitor| visitor.name.clone()).unwrap_or_default();
    let opening = Opening { actor: page.actor(), name, deed: deed.to_owned(), moment: change.moment() };
    sql::insert_opening(change, script.id, &opening).await?;
    let after = json!({ "title": script.title, "deed": deed });
    change.record(Entry::new("production", production.id, "script opened").after(after)).await;
    Ok(())
}

/// `Aizhan Sadykova · 24 November 2026, 14:02 · KZ-2026-0142`
fn mark(page: &Page, production: &Production) -> String {
    let name = page.visitor().map(|visitor| visitor.name.clone()).unwrap_or_default();
    page.say("script-mark")
        .with("name", name)
        .with("moment", page.moment(page.now()))
        .with("reference", production.reference.to_string())
        .to_string()
}

/// Takes a script into the vault; refusals stand in the form, with what to do.
pub(crate) async fn take(
    page: &Page,
    desk: &Desk,
    production: &Production,
    form: &mut Form,
    file: Option<&UploadedFile>,
) -> Result<bool, WebError> {
    let Some(expires_on) = expiry(page.today(), form) else { return Ok(false) };
    let Some(file) = file else {
        form.refuse("script", "script-none");
        return Ok(false);
    };
    let read = ScriptKind::of(&file.name, &file.bytes).and_then(|kind| Ok((kind, Script::read(kind, &file.bytes)?)));
    let (kind, script) = match read {
        Ok(read) => read,
        Err(refusal) => {
            form.refuse_with("script", refusal.key(), refusal.filled());
            form.refuse_with("script", refusal.fix_key(), refusal.filled());
            return Ok(false);
        }
    };
    let stored = match desk.keep().put_bytes(&file.bytes, &file.name, &LIMITS).await {
        Ok(stored) => stored,
        Err(files::PutError::Refused(refusal)) => {
            form.refuse_with("script", refusal.key(), refusal.arguments());
            form.refuse_with("script", refusal.fix_key(), refusal.arguments());
            return Ok(false);
        }
        Err(files::PutError::Failed(error)) => return Err(error.into()),
    };
    let change = desk.store().change(page.by("script.give")).await?;
    let kept = files::insert_file(&change, &stored, &page.actor()).await?;
    let script = KeptScript {
        id: change.fresh_id(),
        production_id: production.id,
        title: kept.name.clone(),
        file: kept.id,
        kind,
        size: i64::try_from(kept.size).unwrap_or(i64::MAX),
        scenes: script.map(|script| script.headings().count()),
        given_by: page.actor(),
        given_at: change.moment(),
        expires_on,
        withdrawn_at: None,
    };
    sql::insert_script(&change, &script).await?;
    let after = json!({ "title": script.title, "expires": expires_on.to_string() });
    change.record(Entry::new("production", production.id, "script given").after(after)).await;
    change.commit().await?;
    Ok(true)
}

/// The last day on which a script opens: half a year from today if nothing is said, two years at most.
fn expiry(today: Day, form: &mut Form) -> Option<Day> {
    let usual = today.plus_months(MONTHS)?;
    let latest = today.plus_months(MOST_MONTHS)?;
    let day = crate::inquiry::day(form, "expires-on")?.unwrap_or(usual);
    if day < today || day > latest {
        form.refuse_with("expires-on", "script-expiry-out-of-range", vec![("latest", latest.to_string())]);
        return None;
    }
    Some(day)
}

/// Takes a script out of everybody's sight, at its owner's wish.
pub(crate) async fn withdraw(
    change: &Change,
    production: &Production,
    script: &KeptScript,
    by: &Actor,
) -> Result<(), StoreError> {
    if sql::set_script_withdrawn(change, script.id, by).await? == 1 {
        let after = json!({ "title": script.title });
        change.record(Entry::new("production", production.id, "script withdrawn").after(after)).await;
    }
    Ok(())
}

impl ReadPage {
    fn class(&self, paragraph: &Paragraph) -> &'static str {
        match paragraph.kind {
            ParagraphKind::Title => "script-title",
            ParagraphKind::Heading => "script-heading",
            ParagraphKind::Action => "script-action",
            ParagraphKind::Character => "script-character",
            ParagraphKind::Parenthetical => "script-parenthetical",
            ParagraphKind::Dialogue => "script-dialogue",
            ParagraphKind::Transition => "script-transition",
        }
    }
}
