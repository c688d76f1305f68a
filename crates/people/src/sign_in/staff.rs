//! Staff sign in with a password, and then with a code.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use store::Entry;
use web::{Form, Page, WebError, show};

use super::{make_link, passkey_is_offered, second};
use crate::Desk;
use crate::account::{self, Account, LinkKind, State as AccountState};
use crate::sql::accounts as sql;

#[derive(Template)]
#[template(path = "sign_in/staff.html")]
struct StaffPage {
    page: Page,
    form: Form,
    offers_provider: bool,
}

impl StaffPage {
    fn offers_passkeys(&self) -> bool {
        passkey_is_offered(&self.page)
    }
}

pub(super) async fn ask(reader: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let mut asked = Form::default();
    asked.fill("next", account::next_page(form.typed("next")));
    page(reader, &desk, asked, StatusCode::OK)
}

/// The page on which staff begin, with what was refused before.
pub(super) fn page(page: Page, desk: &Desk, form: Form, status: StatusCode) -> Result<Response, WebError> {
    show(status, &StaffPage { page, form: without_password(form), offers_provider: desk.has_provider() })
}

/// The same words and the same work for a wrong password and for an account that is not there.
pub(super) async fn check_password(page: Page, State(desk): State<Desk>, mut form: Form) -> Result<Response, WebError> {
    let email = account::email(form.typed("email")).unwrap_or_default();
    let subject = format!("password {email}");
    if !account::may_try(desk.store(), page.now(), &subject, account::MOST_TRIES).await? {
        form.refuse("password", "people-too-many-tries");
        return self::page(page, &desk, form, StatusCode::TOO_MANY_REQUESTS);
    }
    let account = sql::find_account_by_email(desk.store(), &email).await?;
    let active = account.filter(|account| account.state == AccountState::Active);
    let kept = active.as_ref().map(|account| account.password.as_str()).unwrap_or_default();
    let is_right = desk.passwords().is_right(form.typed("password"), kept).await?;
    let Some(account) = active.filter(|_| is_right) else {
        form.refuse("password", "people-wrong-password");
        return self::page(page, &desk, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let next = account::next_page(form.typed("next")).to_owned();
    ask_second(page, &desk, &account, &next).await
}

/// The password was right: the code is asked for, or the second factor is set up.
pub(super) async fn ask_second(page: Page, desk: &Desk, account: &Account, next: &str) -> Result<Response, WebError> {
    let kind = if account.has_second_factor() { LinkKind::Code } else { LinkKind::Enrolment };
    let change = desk.change(&page, "account.password").await?;
    account::forget_tries(&change, &format!("password {}", account.email)).await?;
    sql::end_links(&change, &account.email, kind).await?;
    let step = make_link(desk, &change, kind, Some(account.id), &account.email, next).await?;
    change.record(Entry::new("account", account.id, "gave the password")).await;
    change.commit().await?;
    match kind {
        LinkKind::Code => second::code_page(page, Form::default(), step, StatusCode::OK),
        LinkKind::Enrolment
        | LinkKind::SignIn
        | LinkKind::Reset
        | LinkKind::Invitation
        | LinkKind::First
        | LinkKind::Email => second::enrolment_page(page, account, Form::default(), step, StatusCode::OK),
    }
}

/// A password never comes back in a page.
fn without_password(form: Form) -> Form {
    let mut kept = Form::new(form.pairs().iter().filter(|(name, _)| name != "password").cloned().collect());
    for refusal in form.refusals() {
        kept.refuse(refusal.field.clone(), refusal.key.clone());
    }
    kept
}
