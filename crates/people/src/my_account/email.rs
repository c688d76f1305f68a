//! Another address for one's account. It counts when a letter to it was answered; the old address is told.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use store::Entry;
use web::{Form, Page, Session, WebError, show};

use super::{account_page, filled, is_fresh_code, own};
use crate::Desk;
use crate::account::{self, Account, Link, LinkKind, LinkRefusal};
use crate::sign_in::{self, Note, make_link, usable};
use crate::sql::accounts as sql;

#[derive(Template)]
#[template(path = "my_account/email.html")]
struct ConfirmPage {
    page: Page,
    email: String,
    action: String,
    /// The key of why it cannot be done.
    refused: Option<&'static str>,
}

pub(super) async fn ask(page: Page, State(desk): State<Desk>, typed: Form) -> Result<Response, WebError> {
    let account = own(&page, &desk).await?;
    let mut form = filled(&account);
    form.fill("new-email", typed.typed("new-email"));
    let new = account::email(typed.typed("new-email"));
    if new.as_ref().is_none_or(|new| *new == account.email) {
        form.refuse("new-email", "people-not-another-address");
        return refused(page, &desk, &account, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let new = new.unwrap_or_default();
    if !account::may_try(desk.store(), page.now(), &format!("letter {new}"), account::MOST_LETTERS).await? {
        form.refuse("new-email", "people-too-many-letters");
        return refused(page, &desk, &account, form, StatusCode::TOO_MANY_REQUESTS).await;
    }
    let change = desk.change(&page, "account.email").await?;
    if account.has_second_factor()
        && !is_fresh_code(&desk, &change, &account, typed.typed("email-code"), page.now()).await?
    {
        drop(change);
        form.refuse("email-code", "people-wrong-code");
        return refused(page, &desk, &account, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    // Whether the address has an account already is told to its owner, and to nobody else.
    let is_taken = sql::find_account_by_email(&change, &new).await?.is_some();
    sql::end_links(&change, &new, LinkKind::Email).await?;
    let secret = make_link(&desk, &change, LinkKind::Email, Some(account.id), &new, "").await?;
    let path = format!("sign-in/email/{secret}");
    let note = match is_taken {
        true => Note { subject: "people-letter-email", text: "people-letter-email-taken-text", path: "sign-in" },
        false => Note { subject: "people-letter-email", text: "people-letter-email-text", path: &path },
    };
    sign_in::post(&page, &desk, &change, &new, &note).await?;
    change.record(Entry::new("account", account.id, "asked for another address")).await;
    change.commit().await?;
    Ok(Redirect::to(&page.link("portal/account?sent=yes")).into_response())
}

/// A button and no more: programs that look into letters open links, and must not use them up.
pub(super) async fn open(
    page: Page,
    State(desk): State<Desk>,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, WebError> {
    match usable(&desk, &secret, &[LinkKind::Email], page.now()).await? {
        Ok(link) => {
            let action = page.link(format!("sign-in/email/{secret}"));
            show(StatusCode::OK, &ConfirmPage { page, email: link.email, action, refused: None })
        }
        Err(refusal) => gone(page, refusal.key()),
    }
}

pub(super) async fn confirm(
    page: Page,
    State(desk): State<Desk>,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let link = match usable(&desk, &secret, &[LinkKind::Email], page.now()).await? {
        Ok(link) => link,
        Err(refusal) => return gone(page, refusal.key()),
    };
    match change_address(&page, &desk, &link).await? {
        Ok(is_staff) => {
            let path = if is_staff { "sign-in/staff" } else { "sign-in" };
            let mut response = Redirect::to(&page.link(path)).into_response();
            response.headers_mut().append(header::SET_COOKIE, Session::forgetting());
            Ok(response)
        }
        Err(key) => gone(page, key),
    }
}

/// Everywhere the account was signed in, it no longer is: sessions know their address. Answers whether it is staff's.
async fn change_address(page: &Page, desk: &Desk, link: &Link) -> Result<Result<bool, &'static str>, WebError> {
    let change = desk.change(page, "account.email").await?;
    let account = match link.account {
        Some(id) => account::find(&change, id).await?,
        None => None,
    };
    let Some(mut account) = account else { return Ok(Err(LinkRefusal::Unknown.key())) };
    if sql::find_account_by_email(&change, &link.email).await?.is_some() {
        return Ok(Err("people-email-taken"));
    }
    if !sql::take_link(&change, &link.fingerprint).await? {
        return Ok(Err(LinkRefusal::Used.key()));
    }
    let old = std::mem::replace(&mut account.email, link.email.clone());
    sql::set_person(&change, &account).await?;
    // Keys that are on their way to the old address open nothing any more.
    sql::delete_links_of(&change, &old, account.id).await?;
    Session::close_all_of(&change, account.id).await?;
    let note = Note { subject: "people-letter-email-old", text: "people-letter-email-old-text", path: "" };
    sign_in::post(page, desk, &change, &old, &note).await?;
    let entry = Entry::new("account", account.id, "changed the address").before(old).after(account.email.as_str());
    change.record(entry).await;
    let is_staff = !account::roles(&change, account.id).await?.is_empty();
    change.commit().await?;
    Ok(Ok(is_staff))
}

async fn refused(
    page: Page,
    desk: &Desk,
    account: &Account,
    form: Form,
    status: StatusCode,
) -> Result<Response, WebError> {
    show(status, &account_page(page, desk, account, form, "").await?)
}

fn gone(page: Page, key: &'static str) -> Result<Response, WebError> {
    show(StatusCode::GONE, &ConfirmPage { page, email: String::new(), action: String::new(), refused: Some(key) })
}
