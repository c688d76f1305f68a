use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Actor;
use store::Change;
use web::{Form, Page, WebError};

use super::{Draft, review};
use crate::inquiry::{Checking, Inquiry, check};
use crate::record::Production;
use crate::script::{Script, ScriptKind};
use crate::vault::{KeptScript, MONTHS};
use crate::{Desk, file, letters, sql};

/// Sends the inquiry, once: whoever sends it again is led to the same confirmation.
pub(super) async fn submit(page: Page, desk: &Desk, secret: &str, draft: Draft) -> Result<Response, WebError> {
    let mut form = draft.form();
    let checking = Checking { today: page.today(), bands: desk.bands(), language: page.language() };
    let Ok(inquiry) = check(&checking, &mut form) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return review::show_answers(page, desk, secret, &draft, status, Form::default());
    };
    let script = script_of(desk, &draft).await?;
    let change = desk.store().change(page.by("inquiry.send")).await?;
    // INVARIANT: changes come one after another, so the draft is as it will stay.
    let unsent = sql::find_draft(&change, &draft.id).await?.is_some_and(|draft| draft.production.is_none());
    if unsent {
        send(&page, desk, &change, &draft, &inquiry, script).await?;
        change.commit().await?;
    }
    Ok(Redirect::to(&page.link(format!("start/{secret}/sent"))).into_response())
}

async fn send(
    page: &Page,
    desk: &Desk,
    change: &Change,
    draft: &Draft,
    inquiry: &Inquiry,
    script: Option<KeptScript>,
) -> Result<(), WebError> {
    let opened = file::open(desk, change, inquiry).await?;
    let Production { id, zone, .. } = &opened.production;
    if let Some(script) = script {
        let script = KeptScript { id: change.fresh_id(), production_id: *id, ..script };
        sql::insert_script(change, &script).await?;
    }
    let list = draft.list();
    if !list.is_empty() {
        sql::insert_list(change, *id, &list).await?;
        let text = format!("{}: {}", page.say("start-list"), review::link_of_list(page, &list));
        casework::write_to_office(change, &opened.case, &inquiry.who.name, &text, None).await?;
    }
    let due_on = opened.case.due_on.unwrap_or_else(|| page.today());
    let promised_at = desk.closing(due_on).unwrap_or_else(|| change.moment());
    sql::set_draft_sent(change, &draft.id, *id, promised_at, zone).await?;
    letters::received(page, desk, change, &opened, &inquiry.who, promised_at).await?;
    Ok(())
}

/// The script that came with the draft, on its way into the vault.
async fn script_of(desk: &Desk, draft: &Draft) -> Result<Option<KeptScript>, WebError> {
    let Some(id) = draft.script else { return Ok(None) };
    let Some(kept) = files::find_file(desk.store(), id).await? else { return Ok(None) };
    let kind = match kept.kind {
        files::Kind::Pdf => ScriptKind::Pdf,
        files::Kind::FinalDraft => ScriptKind::FinalDraft,
        _ => ScriptKind::Fountain,
    };
    // It was read when it came; the bytes of a script that is still being scanned are not touched again.
    let scenes = match kept.readable_by(&Actor::program("vault")) {
        Ok(readable) => {
            let bytes = desk.keep().bytes(&readable).await?;
            Script::read(kind, &bytes).ok().flatten().map(|script| script.headings().count())
        }
        Err(_) => None,
    };
    let today = desk.cases().today(draft.changed_at);
    Ok(Some(KeptScript {
        id,
        production_id: id,
        title: kept.name.clone(),
        file: id,
        kind,
        size: i64::try_from(kept.size).unwrap_or(i64::MAX),
        scenes,
        given_by: Actor::Stranger,
        given_at: kept.uploaded_at,
        expires_on: today.plus_months(MONTHS).unwrap_or(today),
        withdrawn_at: None,
    }))
}
