//! Somebody's own account: address, name, language, time zone, where they are signed in, their second factor, passkeys, their data.

mod email;
mod passkeys;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::{Change, Entry, StoreError};
use web::{Form, Pace, Page, Permission, Routes, Session, WebError, show};

use crate::Desk;
use crate::account::{self, Account};
use crate::office::privacy::download;
use crate::personal;
use crate::sign_in::{RecoveryPage, passkey_is_offered};
use crate::sql::accounts as sql;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .get("/{lang}/portal/account", Permission::SignedIn, show_account)
        .post("/{lang}/portal/account", Permission::SignedIn, save)
        .post("/{lang}/portal/account/sessions/end", Permission::SignedIn, end_others)
        .post("/{lang}/portal/account/sessions/{id}/end", Permission::SignedIn, end_one)
        .post_paced("/{lang}/portal/account/recovery", Permission::SignedIn, Pace::SIGN_IN, new_codes)
        .post_paced("/{lang}/portal/account/email", Permission::SignedIn, Pace::SIGN_IN, email::ask)
        .get("/{lang}/sign-in/email/{secret}", Permission::Public, email::open)
        .post_paced("/{lang}/sign-in/email/{secret}", Permission::Public, Pace::SIGN_IN, email::confirm)
        .post_paced("/{lang}/portal/account/passkeys", Permission::SignedIn, Pace::SIGN_IN, passkeys::begin)
        .post_paced("/{lang}/portal/account/passkeys/made", Permission::SignedIn, Pace::SIGN_IN, passkeys::made)
        .post("/{lang}/portal/account/passkeys/{id}/remove", Permission::SignedIn, passkeys::remove)
        .get("/{lang}/portal/account/export.zip", Permission::SignedIn, export)
}

#[derive(Template)]
#[template(path = "my_account/account.html")]
struct AccountPage {
    page: Page,
    form: Form,
    email: String,
    sessions: Vec<Open>,
    has_second_factor: bool,
    codes_left: usize,
    passkeys: Vec<passkeys::Shown>,
    offers_passkeys: bool,
    /// The key of what has just been done; empty for nothing.
    done: &'static str,
}

/// A place where the account is signed in.
struct Open {
    id: String,
    device: String,
    seen: String,
    is_this: bool,
}

async fn show_account(page: Page, State(desk): State<Desk>, query: Form) -> Result<Response, WebError> {
    let account = own(&page, &desk).await?;
    let done = if query.chose("saved", "yes") {
        "people-saved"
    } else if query.chose("sent", "yes") {
        "people-email-sent"
    } else {
        ""
    };
    let form = filled(&account);
    show(StatusCode::OK, &account_page(page, &desk, &account, form, done).await?)
}

/// Takes the three fields of the form; what else is sent is not read.
async fn save(page: Page, State(desk): State<Desk>, mut form: Form) -> Result<Response, WebError> {
    let mut account = own(&page, &desk).await?;
    let name = form.typed("name").split_whitespace().collect::<Vec<_>>().join(" ");
    if name.chars().count() > 200 {
        form.refuse("name", "people-value-too-long");
    }
    let language = page.site().language(form.typed("language"));
    if language.is_none() {
        form.refuse("language", "people-not-a-language");
    }
    let zone = form.typed("time_zone").trim().to_owned();
    if TimeZone::get(&zone).is_err() {
        form.refuse("time_zone", "people-not-a-zone");
    }
    let Some(language) = language.filter(|_| !form.is_refused()) else {
        return show(StatusCode::UNPROCESSABLE_ENTITY, &account_page(page, &desk, &account, form, "").await?);
    };
    account.name = name;
    account.language = language.tag().to_owned();
    account.time_zone = zone;
    let change = desk.change(&page, "account.save").await?;
    sql::set_person(&change, &account).await?;
    Session::rename(&change, account.id, account.called()).await?;
    change.record(Entry::new("account", account.id, "changed name, language or time zone")).await;
    change.commit().await?;
    Ok(Redirect::to(&page.link("portal/account?saved=yes")).into_response())
}

async fn end_one(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let account = own(&page, &desk).await?;
    let sessions = Session::list_of(desk.store(), account.id, page.now()).await?;
    // Only one's own: another's is not there.
    if !sessions.iter().any(|session| session.id == id) {
        return Err(WebError::NotFound);
    }
    let change = desk.change(&page, "account.end-session").await?;
    Session::close(&change, &id).await?;
    change.record(Entry::new("account", account.id, "ended a session")).await;
    change.commit().await?;
    Ok(Redirect::to(&page.link("portal/account")).into_response())
}

async fn end_others(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    let account = own(&page, &desk).await?;
    let sessions = Session::list_of(desk.store(), account.id, page.now()).await?;
    let here = page.session().map(|session| session.id.clone()).unwrap_or_default();
    let change = desk.change(&page, "account.end-sessions").await?;
    for session in sessions.iter().filter(|session| session.id != here) {
        Session::close(&change, &session.id).await?;
    }
    change.record(Entry::new("account", account.id, "ended all other sessions")).await;
    change.commit().await?;
    Ok(Redirect::to(&page.link("portal/account")).into_response())
}

/// New recovery codes for a fresh code of the authenticator: who only finds an open browser gets none.
async fn new_codes(page: Page, State(desk): State<Desk>, mut form: Form) -> Result<Response, WebError> {
    let account = own(&page, &desk).await?;
    let change = desk.change(&page, "account.recovery").await?;
    let is_right = is_fresh_code(&desk, &change, &account, form.typed("code"), page.now()).await?;
    if !is_right {
        drop(change);
        form = filled(&account);
        form.refuse("code", "people-wrong-code");
        return show(StatusCode::UNPROCESSABLE_ENTITY, &account_page(page, &desk, &account, form, "").await?);
    }
    let codes = account::recovery_codes(|| desk.store().secret());
    let kept: Vec<String> = codes.iter().map(|code| account::recovery_fingerprint(account.id, code)).collect();
    sql::set_recovery_codes(&change, account.id, &kept).await?;
    change.record(Entry::new("account", account.id, "took new recovery codes")).await;
    change.commit().await?;
    let next = page.link("portal/account");
    show(StatusCode::OK, &RecoveryPage { page, codes, next })
}

async fn export(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    let account = own(&page, &desk).await?;
    Ok(download(personal::export_of_account(&desk, &account, page.now()).await?))
}

/// Whether somebody holds the authenticator of the account at this moment. The code is used up.
async fn is_fresh_code(
    desk: &Desk,
    change: &Change,
    account: &Account,
    typed: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let step = desk.second_factor(account).and_then(|factor| factor.step_of(typed, now));
    match step {
        Some(step) => sql::take_step(change, account.id, step).await,
        None => Ok(false),
    }
}

/// The form of the account as it is kept.
fn filled(account: &Account) -> Form {
    let mut form = Form::default();
    form.fill("name", account.name.clone());
    form.fill("language", account.language.clone());
    form.fill("time_zone", account.time_zone.clone());
    form
}

async fn own(page: &Page, desk: &Desk) -> Result<Account, WebError> {
    let visitor = page.visitor().ok_or(WebError::NotFound)?;
    account::find(desk.store(), visitor.account).await?.ok_or(WebError::NotFound)
}

async fn account_page(
    page: Page,
    desk: &Desk,
    account: &Account,
    form: Form,
    done: &'static str,
) -> Result<AccountPage, WebError> {
    let here = page.session().map(|session| session.id.clone()).unwrap_or_default();
    let sessions = Session::list_of(desk.store(), account.id, page.now()).await?;
    let sessions = sessions
        .into_iter()
        .map(|session| Open {
            seen: page.moment(session.seen_at),
            is_this: session.id == here,
            device: session.device,
            id: session.id,
        })
        .collect();
    let codes_left = sql::count_recovery_codes(desk.store(), account.id).await?.try_into().unwrap_or(0);
    let (email, has_second_factor) = (account.email.clone(), account.has_second_factor());
    let passkeys = passkeys::list(&page, desk, account).await?;
    let offers_passkeys = passkey_is_offered(&page);
    Ok(AccountPage { page, form, email, sessions, has_second_factor, codes_left, passkeys, offers_passkeys, done })
}
