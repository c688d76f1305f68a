//! By a link in a letter. Whether there is such an account is never told: the same happens either way.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use store::Entry;
use web::{Form, Page, WebError, show};

use super::letters::{self, Note};
use super::{make_link, open_session, passkey_is_offered, redirect_with, usable};
use crate::Desk;
use crate::account::{self, Account, LinkKind, LinkRefusal, State as AccountState};
use crate::sql::accounts as sql;

#[derive(Template)]
#[template(path = "sign_in/sign_in.html")]
struct SignInPage {
    page: Page,
    form: Form,
    /// Why a link did not work.
    refused: Option<LinkRefusal>,
}

#[derive(Template)]
#[template(path = "sign_in/sent.html")]
pub(super) struct SentPage {
    pub(super) page: Page,
    pub(super) email: String,
    pub(super) next: String,
    pub(super) action: &'static str,
}

#[derive(Template)]
#[template(path = "sign_in/enter.html")]
struct EnterPage {
    page: Page,
    email: String,
    action: String,
}

impl SignInPage {
    fn offers_passkeys(&self) -> bool {
        passkey_is_offered(&self.page)
    }
}

pub(super) async fn ask(page: Page, form: Form) -> Result<Response, WebError> {
    let mut asked = Form::default();
    asked.fill("next", account::next_page(form.typed("next")));
    show(StatusCode::OK, &SignInPage { page, form: asked, refused: None })
}

pub(super) async fn send(page: Page, State(desk): State<Desk>, mut form: Form) -> Result<Response, WebError> {
    let Some(email) = account::email(form.typed("email")) else {
        form.refuse("email", "people-not-an-address");
        return show(StatusCode::UNPROCESSABLE_ENTITY, &SignInPage { page, form, refused: None });
    };
    let subject = format!("letter {email}");
    if !account::may_try(desk.store(), page.now(), &subject, account::MOST_LETTERS).await? {
        form.refuse("email", "people-too-many-letters");
        return show(StatusCode::TOO_MANY_REQUESTS, &SignInPage { page, form, refused: None });
    }
    let next = account::next_page(form.typed("next")).to_owned();
    let change = desk.change(&page, "account.link").await?;
    let known = sql::find_account_by_email(&change, &email).await?;
    let is_staff = match &known {
        Some(account) => !account.password.is_empty() || !account::roles(&change, account.id).await?.is_empty(),
        None => !account::roles(&change, change.fresh_id()).await?.is_empty(),
    };
    let is_closed = known.as_ref().is_some_and(|account| account.state != AccountState::Active);
    // A newer letter ends the older ones, so that only one key to the door is about.
    sql::end_links(&change, &email, LinkKind::SignIn).await?;
    let secret =
        make_link(&desk, &change, LinkKind::SignIn, known.as_ref().map(|known| known.id), &email, &next).await?;
    let path = format!("sign-in/link/{secret}");
    let note = match (is_closed, is_staff) {
        (true, _) => Note { subject: "people-letter-closed", text: "people-letter-closed-text", path: "" },
        (false, true) => {
            Note { subject: "people-letter-staff", text: "people-letter-staff-text", path: "sign-in/staff" }
        }
        (false, false) => Note { subject: "people-letter-link", text: "people-letter-link-text", path: &path },
    };
    letters::post(&page, &desk, &change, &email, &note).await?;
    change.record(Entry::new("letter", store::fingerprint(&secret), "sign-in link asked for")).await;
    change.commit().await?;
    show(StatusCode::OK, &SentPage { page, email, next, action: "sign-in" })
}

/// A button and no more: programs that look into letters open links, and must not use them up.
pub(super) async fn open(
    page: Page,
    State(desk): State<Desk>,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, WebError> {
    match usable(&desk, &secret, &[LinkKind::SignIn], page.now()).await? {
        Ok(link) => {
            let action = page.link(format!("sign-in/link/{secret}"));
            show(StatusCode::OK, &EnterPage { page, email: link.email, action })
        }
        Err(refusal) => refused(page, refusal),
    }
}

pub(super) async fn enter(
    page: Page,
    State(desk): State<Desk>,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let link = match usable(&desk, &secret, &[LinkKind::SignIn], page.now()).await? {
        Ok(link) => link,
        Err(refusal) => return refused(page, refusal),
    };
    let change = desk.change(&page, "account.sign-in").await?;
    if !sql::take_link(&change, &link.fingerprint).await? {
        return refused(page, LinkRefusal::Used);
    }
    let account = match sql::find_account_by_email(&change, &link.email).await? {
        Some(account) => account,
        None => {
            let zone = page.site().zone().iana_name().unwrap_or("UTC").to_owned();
            let account = Account::new(change.fresh_id(), &link.email, "", page.language().tag(), &zone);
            sql::insert_account(&change, &account).await?;
            change.record(Entry::new("account", account.id, "made")).await;
            account
        }
    };
    // Who has become staff since needs more than a link.
    let is_staff = !account.password.is_empty() || !account::roles(&change, account.id).await?.is_empty();
    if account.state != AccountState::Active {
        return refused(page, LinkRefusal::Unknown);
    }
    if is_staff {
        return Ok(Redirect::to(&page.link("sign-in/staff")).into_response());
    }
    let (cookie, next) = open_session(&page, &change, &account, &link.next).await?;
    change.commit().await?;
    Ok(redirect_with(cookie, &next))
}

fn refused(page: Page, refusal: LinkRefusal) -> Result<Response, WebError> {
    show(StatusCode::GONE, &SignInPage { page, form: Form::default(), refused: Some(refusal) })
}
