use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use store::{Change, Entry};
use web::{Form, Page, WebError};

use super::production::{answer, find};
use crate::file::NotMoved;
use crate::record::Production;
use crate::{Desk, LostReason, Mover, Moving, Stage, TeamRole, file, letters, sql};

/// Brings a production to another stage.
pub(super) async fn stage(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let change = desk.store().change(page.by("production.move")).await?;
    let production = find(&change, &page, &reference).await?;
    if production.version.to_string() != form.typed("version") {
        form.refuse("stage", "production-moved-meanwhile");
        return answer(page, &desk, StatusCode::CONFLICT, production, form).await;
    }
    let Some(to) = Stage::from_word(form.typed("stage")) else {
        form.refuse("stage", "start-choice-unknown");
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, production, form).await;
    };
    let note = form.typed("note").to_owned();
    let moving = Moving { to, note: &note, lost: LostReason::from_word(form.typed("lost")) };
    match file::move_on(&change, &production, &moving, Mover::Staff).await {
        Ok(_) => {
            change.commit().await?;
            Ok(Redirect::to(&page.link(format!("office/productions/{reference}"))).into_response())
        }
        Err(NotMoved::Refused(refusal)) => {
            form.refuse(refusal.field(), refusal.key());
            answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, production, form).await
        }
        Err(NotMoved::Overtaken) => Err(WebError::Conflict),
        Err(NotMoved::Broken(error)) => Err(error.into()),
    }
}

/// Begins the next season.
pub(super) async fn copy(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let change = desk.store().change(page.by("production.copy")).await?;
    let production = find(&change, &page, &reference).await?;
    let title = form.typed("copy-title").trim().to_owned();
    if title.is_empty() {
        form.refuse("copy-title", "start-title-missing");
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, production, form).await;
    }
    let season = file::copy(&desk, &change, &production, &title).await?;
    let to = page.link(format!("office/productions/{}", season.reference));
    // Sent twice: the first copy is the copy.
    if let Some(earlier) = change.once(form.typed("once"), &to).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    change.commit().await?;
    Ok(Redirect::to(&to).into_response())
}

pub(super) async fn invite(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let change = desk.store().change(page.by("production.invite")).await?;
    let production = find(&change, &page, &reference).await?;
    if !invite_by(&page, &desk, &change, &production, &mut form).await? {
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, production, form).await;
    }
    change.commit().await?;
    Ok(Redirect::to(&page.link(format!("office/productions/{reference}"))).into_response())
}

pub(super) async fn remove(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, member)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let member: Id = member.parse().map_err(|_| WebError::NotFound)?;
    let change = desk.store().change(page.by("production.remove")).await?;
    let production = find(&change, &page, &reference).await?;
    if sql::set_member_removed(&change, production.id, member).await? == 0 {
        return Err(WebError::NotFound);
    }
    let after = serde_json::json!({ "member": member.to_string() });
    change.record(Entry::new("production", production.id, "removed").after(after)).await;
    change.commit().await?;
    Ok(Redirect::to(&page.link(format!("office/productions/{reference}"))).into_response())
}

/// Invites whom a form names; `false` if it was refused. The owner's page has the same form.
pub(crate) async fn invite_by(
    page: &Page,
    desk: &Desk,
    change: &Change,
    production: &Production,
    form: &mut Form,
) -> Result<bool, WebError> {
    let name = form.typed("member-name").trim().to_owned();
    if name.is_empty() {
        form.refuse("member-name", "start-name-missing");
    }
    let email = people::email(form.typed("member-email"));
    if email.is_none() {
        let typed = form.typed("member-email").to_owned();
        form.refuse_with("member-email", "start-email-wrong", vec![("typed", typed)]);
    }
    let role = TeamRole::from_word(form.typed("role"));
    if role.is_none() {
        form.refuse("role", "team-role-missing");
    }
    let (Some(email), Some(role)) = (email, role) else { return Ok(false) };
    if form.is_refused() {
        return Ok(false);
    }
    let team = sql::list_members(change, production.id).await?;
    if team.iter().any(|member| member.email == email) {
        form.refuse_with("member-email", "team-there-already", vec![("typed", email)]);
        return Ok(false);
    }
    let secret = file::invite(desk, change, production.id, &name, &email, role).await?;
    letters::invited(page, desk, change, production, (&name, &email), role, &secret).await?;
    Ok(true)
}
