//! The second factor: a code of an authenticator, or one of the codes for the day when it is lost.

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::Response;
use store::Entry;
use web::{Form, Page, WebError, show};

use super::{open_session, redirect_with, usable};
use crate::Desk;
use crate::account::{self, Account, LinkKind, SecondFactor};
use crate::sql::accounts as sql;

#[derive(Template)]
#[template(path = "sign_in/code.html")]
struct CodePage {
    page: Page,
    form: Form,
    step: String,
}

#[derive(Template)]
#[template(path = "sign_in/enrolment.html")]
struct EnrolmentPage {
    page: Page,
    form: Form,
    step: String,
    secret: String,
    address: String,
    /// Size and path of the picture for a camera.
    picture: Option<(i32, String)>,
}

#[derive(Template)]
#[template(path = "sign_in/recovery.html")]
pub(crate) struct RecoveryPage {
    pub(crate) page: Page,
    pub(crate) codes: Vec<String>,
    pub(crate) next: String,
}

pub(super) fn code_page(page: Page, form: Form, step: String, status: StatusCode) -> Result<Response, WebError> {
    show(status, &CodePage { page, form, step })
}

pub(super) fn enrolment_page(
    page: Page,
    account: &Account,
    form: Form,
    step: String,
    status: StatusCode,
) -> Result<Response, WebError> {
    let secret = secret_of(&step);
    let issuer = page.say("commission-short").to_string();
    let address = account::second_factor_address(&secret, &account.email, &issuer);
    let picture = account::picture(&address);
    show(status, &EnrolmentPage { page, form, step, secret, address, picture })
}

pub(super) async fn check_code(page: Page, State(desk): State<Desk>, mut form: Form) -> Result<Response, WebError> {
    let step = form.typed("step").to_owned();
    let link = usable(&desk, &step, &[LinkKind::Code], page.now()).await?.ok();
    let account = match link.as_ref().and_then(|link| link.account) {
        Some(id) => account::find(desk.store(), id).await?,
        None => None,
    };
    let (Some(link), Some(account)) = (link, account) else {
        form.refuse("code", "people-step-over");
        return code_page(page, form, step, StatusCode::GONE);
    };
    let tries = format!("code {}", account.id);
    if !account::may_try(desk.store(), page.now(), &tries, account::MOST_TRIES).await? {
        form.refuse("code", "people-too-many-tries");
        return code_page(page, form, step, StatusCode::TOO_MANY_REQUESTS);
    }
    let typed = form.typed("code").to_owned();
    let change = desk.change(&page, "account.sign-in").await?;
    let number = desk.second_factor(&account).and_then(|factor| factor.step_of(&typed, page.now()));
    let is_right = match number {
        // A code that was used once, or an older one, opens nothing.
        Some(number) => sql::take_step(&change, account.id, number).await?,
        None => {
            let code = account::recovery_fingerprint(account.id, &typed);
            let is_taken = sql::take_recovery_code(&change, account.id, &code).await?;
            if is_taken {
                change.record(Entry::new("account", account.id, "used a recovery code")).await;
            }
            is_taken
        }
    };
    if !is_right || !sql::take_link(&change, &link.fingerprint).await? {
        drop(change);
        form = Form::default();
        form.refuse("code", "people-wrong-code");
        return code_page(page, form, step, StatusCode::UNPROCESSABLE_ENTITY);
    }
    account::forget_tries(&change, &tries).await?;
    let (cookie, next) = open_session(&page, &change, &account, &link.next).await?;
    change.commit().await?;
    Ok(redirect_with(cookie, &next))
}

pub(super) async fn set_up(page: Page, State(desk): State<Desk>, mut form: Form) -> Result<Response, WebError> {
    let step = form.typed("step").to_owned();
    let link = usable(&desk, &step, &[LinkKind::Enrolment], page.now()).await?.ok();
    let account = match link.as_ref().and_then(|link| link.account) {
        Some(id) => account::find(desk.store(), id).await?,
        None => None,
    };
    let (Some(link), Some(account)) = (link, account.filter(|account| !account.has_second_factor())) else {
        form.refuse("code", "people-step-over");
        return code_page(page, form, step, StatusCode::GONE);
    };
    let secret = secret_of(&step);
    let number = SecondFactor::of(&secret).and_then(|factor| factor.step_of(form.typed("code"), page.now()));
    let Some(number) = number else {
        form = Form::default();
        form.refuse("code", "people-wrong-code");
        return enrolment_page(page, &account, form, step, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let codes = account::recovery_codes(|| desk.store().secret());
    let change = desk.change(&page, "account.second-factor").await?;
    if !sql::take_link(&change, &link.fingerprint).await? {
        form.refuse("code", "people-step-over");
        return code_page(page, form, step, StatusCode::GONE);
    }
    let sealed = desk.seal().close(&secret, account.id, &desk.store().secret());
    sql::set_second_factor(&change, account.id, &sealed, number).await?;
    let kept: Vec<String> = codes.iter().map(|code| account::recovery_fingerprint(account.id, code)).collect();
    sql::set_recovery_codes(&change, account.id, &kept).await?;
    change.record(Entry::new("account", account.id, "set up a second factor")).await;
    let (cookie, next) = open_session(&page, &change, &account, &link.next).await?;
    change.commit().await?;
    let mut response = show(StatusCode::OK, &RecoveryPage { page, codes, next })?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Follows from the step's own secret, which only its bearer has: nothing has to be kept before it is shown to work.
fn secret_of(step: &str) -> String {
    SecondFactor::fresh_secret(&format!("second factor {step}"))
}
