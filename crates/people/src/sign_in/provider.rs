//! Staff come in through the organisation's own identity provider. It says who somebody is; whether they work here, and
//! as what, is ours to know: nobody gets an account by it.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use jiff::SignedDuration;
use store::Entry;
use web::{Form, Page, WebError, cookie, show};

use super::{open_session, redirect_with, staff};
use crate::Desk;
use crate::account;
use crate::provider::{Errand, Person, Provider, ProviderProblem};
use crate::sql::provider::{self as sql, Away};

/// A page that leads on by itself: a form may not end at another site, a link may.
#[derive(Template)]
#[template(path = "sign_in/provider.html")]
struct LeavingPage {
    page: Page,
    host: String,
    there: String,
}

/// The one address that the provider has to know.
pub(super) const BACK: &str = "/sign-in/provider";
const COOKIE: &str = "provider";
const AWAY_FOR: SignedDuration = SignedDuration::from_mins(10);

pub(super) async fn leave(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let provider = desk.provider().ok_or(WebError::NotFound)?;
    let (state, browser) = (desk.store().secret(), desk.store().secret());
    let errand = Errand { nonce: desk.store().secret(), verifier: desk.store().secret() };
    let there = match provider.way_there(&errand, &state, &page.absolute(BACK), page.now()).await {
        Ok(there) => there,
        Err(problem) => return refused(page, &desk, told(provider, &problem)),
    };
    let change = desk.store().upkeep(page.now()).await?;
    let away = Away {
        fingerprint: store::fingerprint(&state),
        browser: store::fingerprint(&browser),
        errand,
        next: account::next_page(form.typed("next")).to_owned(),
        expires_at: page.now().checked_add(AWAY_FOR).unwrap_or(page.now()),
    };
    sql::insert_away(&change, &away).await?;
    change.commit().await?;
    let host = provider.host().to_owned();
    let cookie = cookie_line(&page, &browser, AWAY_FOR.as_secs());
    let mut response = show(StatusCode::OK, &LeavingPage { page, host, there })?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

pub(super) async fn come_back(
    page: Page,
    State(desk): State<Desk>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, WebError> {
    let provider = desk.provider().ok_or(WebError::NotFound)?;
    let browser = store::fingerprint(cookie(&headers, COOKIE).unwrap_or_default());
    // Before anybody is asked: what comes a second time finds nothing.
    let change = desk.store().upkeep(page.now()).await?;
    let away = sql::take_away(&change, &store::fingerprint(form.typed("state")), &browser).await?;
    change.commit().await?;
    let Some(away) = away else { return refused(page, &desk, "people-provider-over") };
    let issuer = form.typed("iss");
    if !issuer.is_empty() && !provider.is_issuer(issuer) {
        return refused(page, &desk, "people-provider-not-believed");
    }
    if form.typed("code").is_empty() {
        return refused(page, &desk, "people-provider-turned-back");
    }
    let back = page.absolute(BACK);
    let person = match provider.who(&away.errand, form.typed("code"), &back, page.now()).await {
        Ok(person) => person,
        Err(problem) => return refused(page, &desk, told(provider, &problem)),
    };
    enter(page, &desk, person, &away.next).await
}

async fn enter(page: Page, desk: &Desk, person: Person, next: &str) -> Result<Response, WebError> {
    let Some(email) = account::email(&person.email).filter(|_| person.is_verified) else {
        return refused(page, desk, "people-provider-unverified");
    };
    let change = desk.change(&page, "account.sign-in").await?;
    let account = account::find_by_email(&change, &email).await?;
    let is_staff = match &account {
        Some(account) => !account::roles(&change, account.id).await?.is_empty(),
        None => false,
    };
    let Some(account) = account.filter(|_| is_staff) else {
        drop(change);
        return refused(page, desk, "people-provider-unknown");
    };
    change.record(Entry::new("account", account.id, "came from the identity provider")).await;
    let (cookie, next) = open_session(&page, &change, &account, next).await?;
    change.commit().await?;
    let mut response = redirect_with(cookie, &next);
    response.headers_mut().append(header::SET_COOKIE, cookie_line(&page, "", 0));
    Ok(response)
}

fn refused(page: Page, desk: &Desk, key: &'static str) -> Result<Response, WebError> {
    let mut form = Form::default();
    form.refuse("provider", key);
    staff::page(page, desk, form, StatusCode::UNPROCESSABLE_ENTITY)
}

/// Says to the log what it was, and gives the key of what a person is told.
fn told(provider: &Provider, problem: &ProviderProblem) -> &'static str {
    tracing::warn!("the identity provider {}: {problem}", provider.host());
    match problem {
        ProviderProblem::Unreachable(_) => "people-provider-unreachable",
        ProviderProblem::NotBelieved(_) => "people-provider-not-believed",
    }
}

fn cookie_line(page: &Page, secret: &str, seconds: i64) -> HeaderValue {
    let secure = if page.site().origin().starts_with("https://") { "; Secure" } else { "" };
    let line = format!("{COOKIE}={secret}; Path={BACK}; Max-Age={seconds}; SameSite=Lax; HttpOnly{secure}");
    HeaderValue::try_from(line).expect("a secret is letters and digits")
}
