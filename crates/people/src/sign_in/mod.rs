//! Signing in: producers by a link that is mailed to them, staff by password and code, both with a passkey; and signing
//! out.

mod first;
mod letters;
mod link;
mod passkey;
mod password;
#[cfg(feature = "oidc")]
mod provider;
mod second;
mod staff;

use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use kernel::Id;
use store::{Change, Entry, StoreError};
use web::{Pace, Page, Permission, Routes, Session, WebError};

pub use first::first_run;
pub(crate) use letters::{Note, invite, post, tell_of_passkey};
pub(crate) use passkey::{challenge, is_offered as passkey_is_offered, take};
pub(crate) use second::RecoveryPage;

use crate::Desk;
use crate::account::{self, Account, Link, LinkKind};
use crate::sql::accounts as sql;

pub(crate) fn routes() -> Routes<Desk> {
    ways_in()
        .get("/{lang}/sign-in", Permission::Public, link::ask)
        .post_paced("/{lang}/sign-in", Permission::Public, Pace::SIGN_IN, link::send)
        .get("/{lang}/sign-in/link/{secret}", Permission::Public, link::open)
        .post_paced("/{lang}/sign-in/link/{secret}", Permission::Public, Pace::SIGN_IN, link::enter)
        .get("/{lang}/sign-in/staff", Permission::Public, staff::ask)
        .post_paced("/{lang}/sign-in/staff", Permission::Public, Pace::SIGN_IN, staff::check_password)
        .post_paced("/{lang}/sign-in/code", Permission::Public, Pace::SIGN_IN, second::check_code)
        .post_paced("/{lang}/sign-in/second-factor", Permission::Public, Pace::SIGN_IN, second::set_up)
        .post_paced("/{lang}/sign-in/passkey", Permission::Public, Pace::SIGN_IN, passkey::begin)
        .post_paced("/{lang}/sign-in/passkey/use", Permission::Public, Pace::SIGN_IN, passkey::enter)
        .get("/{lang}/sign-in/reset", Permission::Public, password::ask_reset)
        .post_paced("/{lang}/sign-in/reset", Permission::Public, Pace::SIGN_IN, password::send_reset)
        .get("/{lang}/sign-in/password/{secret}", Permission::Public, password::open)
        .post_paced("/{lang}/sign-in/password/{secret}", Permission::Public, Pace::SIGN_IN, password::choose)
        .post("/{lang}/sign-out", Permission::Public, sign_out)
}

/// Through the organisation's identity provider, in a program that knows how.
#[cfg(feature = "oidc")]
fn ways_in() -> Routes<Desk> {
    Routes::new().post_paced("/{lang}/sign-in/provider", Permission::Public, Pace::SIGN_IN, provider::leave).get(
        provider::BACK,
        Permission::Public,
        provider::come_back,
    )
}

#[cfg(not(feature = "oidc"))]
fn ways_in() -> Routes<Desk> {
    Routes::new()
}

async fn sign_out(page: Page, axum::extract::State(desk): axum::extract::State<Desk>) -> Result<Response, WebError> {
    if let (Some(session), Some(visitor)) = (page.session(), page.visitor()) {
        let change = desk.change(&page, "account.sign-out").await?;
        Session::close(&change, &session.id).await?;
        change.record(Entry::new("account", visitor.account, "signed out")).await;
        change.commit().await?;
    }
    let mut response = Redirect::to(&page.link("")).into_response();
    response.headers_mut().append(axum::http::header::SET_COOKIE, Session::forgetting());
    Ok(response)
}

/// Makes a link of a kind; answers its secret, which nobody keeps but its bearer.
pub(crate) async fn make_link(
    desk: &Desk,
    change: &Change,
    kind: LinkKind,
    account: Option<Id>,
    email: &str,
    next: &str,
) -> Result<String, StoreError> {
    let secret = desk.store().secret();
    let link = Link {
        fingerprint: store::fingerprint(&secret),
        kind,
        account,
        email: email.to_owned(),
        next: next.to_owned(),
        expires_at: change.moment().checked_add(kind.lasts()).unwrap_or(change.moment()),
        used_at: String::new(),
    };
    sql::insert_link(change, &link, link.expires_at).await?;
    Ok(secret)
}

/// The link of a secret if it can be used now for one of the kinds, or why not.
pub(crate) async fn usable(
    desk: &Desk,
    secret: &str,
    kinds: &[LinkKind],
    now: Timestamp,
) -> Result<Result<Link, account::LinkRefusal>, StoreError> {
    let Some(link) = sql::find_link(desk.store(), &store::fingerprint(secret)).await? else {
        return Ok(Err(account::LinkRefusal::Unknown));
    };
    Ok(link.check(kinds, now).map(|()| link))
}

/// Opens a session for somebody who has shown all they had to; answers its cookie and where to go.
async fn open_session(
    page: &Page,
    change: &Change,
    account: &Account,
    next: &str,
) -> Result<(axum::http::HeaderValue, String), WebError> {
    let roles = account::roles(change, account.id).await?;
    let is_staff = !roles.is_empty();
    let days = if is_staff { account::STAFF_DAYS } else { account::PRODUCER_DAYS };
    let cookie = Session::open(change, page, &account::visitor(account, roles), days).await?;
    change.record(Entry::new("account", account.id, "signed in")).await;
    let own = |path: &str| page.reaches(&format!("/{{lang}}/{path}")).then(|| page.link(path));
    let usual = if is_staff { own("office").or_else(|| own("office/people")) } else { own("portal/") };
    let next = match next.is_empty() {
        true => usual.unwrap_or_else(|| page.link("portal/account")),
        false => next.to_owned(),
    };
    Ok((cookie, next))
}

fn redirect_with(cookie: axum::http::HeaderValue, next: &str) -> Response {
    let mut response = Redirect::to(next).into_response();
    response.headers_mut().append(axum::http::header::SET_COOKIE, cookie);
    response
}
