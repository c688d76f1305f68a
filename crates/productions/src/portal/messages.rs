use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use casework::{Case, OutsideMessage};
use kernel::Id;
use web::{Form, Page, WebError, show};

use super::entry::{Inside, Tab, enter};
use crate::record::Production;
use crate::role::Act;
use crate::{Desk, contact, file, sql};

/// What the office and the team write to each other, on all cases of the production.
#[derive(Template)]
#[template(path = "portal/messages.html")]
struct MessagesPage {
    page: Page,
    tabs: Vec<Tab>,
    reference: String,
    title: String,
    messages: Vec<Said>,
    can_write: bool,
    action: String,
    form: Form,
}

struct Said {
    message: OutsideMessage,
    who: String,
    case: String,
}

/// The most that one page shows.
const MOST: i64 = 200;
const LONGEST: usize = 20_000;

/// How much the office wrote since somebody last looked.
pub(super) async fn unread(page: &Page, desk: &Desk, production: &Production, account: Id) -> Result<usize, WebError> {
    let seen = sql::find_seen(desk.store(), production.id, account).await?;
    let mut unread = 0;
    for case in cases(desk, production).await? {
        let messages = casework::messages_outside(desk.store(), &case, page.now(), None, MOST).await?;
        let fresh = messages.iter().filter(|message| message.from_office);
        unread += fresh.filter(|message| seen.is_none_or(|seen| message.sent_at > seen)).count();
    }
    Ok(unread)
}

async fn cases(desk: &Desk, production: &Production) -> Result<Vec<Case>, WebError> {
    Ok(casework::cases_of_subject(desk.store(), &Production::subject(production.id)).await?)
}

pub(super) async fn ask(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let inside = enter(desk.store(), &page, &reference, Act::SeeMessages).await?;
    let change = desk.store().upkeep(page.now()).await?;
    sql::set_seen(&change, inside.production.id, inside.account).await?;
    change.commit().await?;
    answer(page, &desk, StatusCode::OK, inside, Form::default()).await
}

async fn answer(page: Page, desk: &Desk, status: StatusCode, inside: Inside, form: Form) -> Result<Response, WebError> {
    let mut messages = Vec::new();
    for case in cases(desk, &inside.production).await? {
        for message in casework::messages_outside(desk.store(), &case, page.now(), None, MOST).await? {
            let named = message.name.clone();
            let account = message.actor.account().filter(|_| named.is_empty());
            let who = match account {
                Some(account) => contact::name_of(desk.store(), account).await?,
                None => named,
            };
            messages.push(Said { message, who, case: case.reference.clone() });
        }
    }
    messages.sort_by_key(|said| std::cmp::Reverse((said.message.sent_at, said.message.id)));
    let template = MessagesPage {
        tabs: inside.tabs(&page, "/messages"),
        reference: inside.production.reference.to_string(),
        title: inside.production.title.clone(),
        can_write: inside.may(Act::WriteMessage),
        action: format!("{}/messages", inside.address(&page)),
        messages,
        form,
        page,
    };
    show(status, &template)
}

pub(super) async fn submit(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let change = desk.store().change(page.by("message.write")).await?;
    let inside = enter(&change, &page, &reference, Act::WriteMessage).await?;
    let to = format!("{}/messages", inside.address(&page));
    if let Some(earlier) = change.once(form.typed("once"), &to).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    let text = form.typed("text").trim().replace("\r\n", "\n");
    if text.is_empty() {
        form.refuse("text", "portal-message-empty");
    }
    let letters = text.chars().count();
    if letters > LONGEST {
        let filled = vec![("letters", letters.to_string()), ("most", LONGEST.to_string())];
        form.refuse_with("text", "start-text-too-long", filled);
    }
    let case = file::main_case(&change, &inside.production).await?;
    let Some(case) = case.filter(|_| !form.is_refused()) else {
        if !form.is_refused() {
            form.refuse("text", "portal-no-case");
        }
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, inside, form).await;
    };
    let name = page.visitor().map(|visitor| visitor.name.clone()).unwrap_or_default();
    casework::write_to_office(&change, &case, &name, &text, None).await?;
    change.commit().await?;
    Ok(Redirect::to(&to).into_response())
}
