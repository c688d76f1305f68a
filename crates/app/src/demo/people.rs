use ::people::Account;
use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use web::{Form, Page, Session, Visitor, WebError, show};

use crate::Desks;

#[derive(Template)]
#[template(path = "demo/people.html")]
struct People {
    page: Page,
    staff: Vec<Visitor>,
    producers: Vec<Account>,
}

/// So long a visitor of the demonstration stays who they chose to be.
const DAYS: i64 = 1;

/// So many people outside the staff are offered.
const MOST: i64 = 50;

pub(super) async fn see(page: Page, State(desks): State<Desks>) -> Result<Response, WebError> {
    let store = desks.people.store();
    let staff = ::people::list_staff(store).await?;
    let producers = ::people::list_outside_staff(store, MOST).await?;
    show(StatusCode::OK, &People { page, staff, producers })
}

pub(super) async fn become_somebody(page: Page, State(desks): State<Desks>, form: Form) -> Result<Response, WebError> {
    let store = desks.people.store();
    let id: Id = form.typed("account").parse().map_err(|_| WebError::NotFound)?;
    let Some(account) = ::people::find(store, id).await? else { return Err(WebError::NotFound) };
    let change = store.upkeep(page.now()).await?;
    let roles = ::people::roles(&change, id).await?;
    let home = if roles.is_empty() { "portal/" } else { "office" };
    let visitor = Visitor { account: id, name: account.called().to_owned(), email: account.email.clone(), roles };
    let cookie = Session::open(&change, &page, &visitor, DAYS).await?;
    change.commit().await?;
    let mut response = Redirect::to(&page.link(home)).into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
