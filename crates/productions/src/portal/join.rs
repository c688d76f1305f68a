use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::json;
use store::{Entry, Query, fingerprint};
use web::{Page, WebError, show};

use crate::record::{Member, Production};
use crate::{Desk, TeamRole, sql};

/// An invitation into a team: what it is for, and a button to accept it.
#[derive(Template)]
#[template(path = "portal/join.html")]
struct JoinPage {
    page: Page,
    reference: String,
    title: String,
    role: TeamRole,
    action: String,
    called: String,
}

pub(super) async fn ask(
    page: Page,
    State(desk): State<Desk>,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (member, production) = find(desk.store(), &secret).await?;
    let own = page.visitor().map(|visitor| visitor.account);
    if member.account.is_some() {
        // It was used: by the reader, then they are inside; by somebody else, then it is no key any more.
        return match member.account == own {
            true => Ok(Redirect::to(&address(&page, &production)).into_response()),
            false => Err(WebError::NotFound),
        };
    }
    let template = JoinPage {
        reference: production.reference.to_string(),
        title: production.outside_name().unwrap_or_default().to_owned(),
        role: member.role,
        action: page.link(format!("portal/join/{secret}")),
        called: page.visitor().map(|visitor| visitor.email.clone()).unwrap_or_default(),
        page,
    };
    show(StatusCode::OK, &template)
}

pub(super) async fn submit(
    page: Page,
    State(desk): State<Desk>,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let change = desk.store().change(page.by("production.join")).await?;
    let (member, production) = find(&change, &secret).await?;
    let account = page.visitor().map(|visitor| visitor.account).ok_or(WebError::NotFound)?;
    match member.account {
        Some(other) if other != account => return Err(WebError::NotFound),
        Some(_) => {}
        None => {
            sql::set_member_account(&change, member.id, account).await?;
            let after = json!({ "member": member.id.to_string(), "role": member.role.word() });
            change.record(Entry::new("production", production.id, "joined").after(after)).await;
            change.commit().await?;
        }
    }
    Ok(Redirect::to(&address(&page, &production)).into_response())
}

async fn find(db: &impl Query, secret: &str) -> Result<(Member, Production), WebError> {
    let member = sql::find_invitation(db, &fingerprint(secret)).await?.ok_or(WebError::NotFound)?;
    let production = sql::find_production(db, member.production_id).await?.ok_or(WebError::NotFound)?;
    Ok((member, production))
}

fn address(page: &Page, production: &Production) -> String {
    page.link(format!("portal/productions/{}", production.reference))
}
