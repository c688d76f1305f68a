use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use serde_json::json;
use store::Entry;
use web::{Form, Page, WebError, show};

use super::entry::{Inside, Tab, enter};
use crate::office::invite_by;
use crate::record::Member;
use crate::role::Act;
use crate::{Desk, TeamRole, sql};

/// Who belongs to a production, and what each may see and do.
#[derive(Template)]
#[template(path = "portal/team.html")]
struct TeamPage {
    page: Page,
    tabs: Vec<Tab>,
    reference: String,
    title: String,
    members: Vec<Member>,
    own: Id,
    action: String,
    may_change: bool,
    form: Form,
}

impl TeamPage {
    fn roles(&self) -> [TeamRole; 6] {
        TeamRole::ALL
    }
}

pub(super) async fn ask(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let inside = enter(desk.store(), &page, &reference, Act::SeeTeam).await?;
    answer(page, &desk, StatusCode::OK, inside, Form::default()).await
}

async fn answer(page: Page, desk: &Desk, status: StatusCode, inside: Inside, form: Form) -> Result<Response, WebError> {
    let template = TeamPage {
        tabs: inside.tabs(&page, "/team"),
        reference: inside.production.reference.to_string(),
        title: inside.production.title.clone(),
        members: sql::list_members(desk.store(), inside.production.id).await?,
        own: inside.member.id,
        action: format!("{}/team", inside.address(&page)),
        may_change: inside.may(Act::ChangeTeam),
        form,
        page,
    };
    show(status, &template)
}

pub(super) async fn invite(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let change = desk.store().change(page.by("production.invite")).await?;
    let inside = enter(&change, &page, &reference, Act::ChangeTeam).await?;
    if !invite_by(&page, &desk, &change, &inside.production, &mut form).await? {
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, inside, form).await;
    }
    change.commit().await?;
    Ok(Redirect::to(&format!("{}/team", inside.address(&page))).into_response())
}

pub(super) async fn remove(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, member)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let member: Id = member.parse().map_err(|_| WebError::NotFound)?;
    let change = desk.store().change(page.by("production.remove")).await?;
    let inside = enter(&change, &page, &reference, Act::ChangeTeam).await?;
    // An owner does not lock themselves out.
    if member == inside.member.id || sql::set_member_removed(&change, inside.production.id, member).await? == 0 {
        return Err(WebError::NotFound);
    }
    let after = json!({ "member": member.to_string() });
    change.record(Entry::new("production", inside.production.id, "removed").after(after)).await;
    change.commit().await?;
    Ok(Redirect::to(&format!("{}/team", inside.address(&page))).into_response())
}
