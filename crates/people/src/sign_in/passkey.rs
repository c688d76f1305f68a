//! With a passkey: something one has, opened by a finger, a face or a PIN. That is both factors.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use store::{Change, Entry, StoreError};
use web::{Form, Page, WebError, show};

use super::{open_session, redirect_with};
use crate::Desk;
use crate::account::passkey::{self, CHALLENGE_LASTS, Challenge, ChallengeKind, Disbelief, RelyingParty, Reply};
use crate::account::{self, Account};
use crate::sql::passkeys as sql;

#[derive(Template)]
#[template(path = "sign_in/passkey.html")]
struct PasskeyPage {
    page: Page,
    form: Form,
    step: String,
    challenge: String,
    host: String,
    /// Whether the script asks by itself: not again after it went wrong.
    starts: bool,
}

/// Whether there is a button for it: under an address for which browsers know passkeys.
pub(crate) fn is_offered(page: &Page) -> bool {
    RelyingParty::of(page.site().origin()).is_some()
}

/// A challenge is made only for who pressed the button: looking at a page leaves nothing behind.
pub(super) async fn begin(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    ask(page, &desk, form.typed("next"), None).await
}

pub(super) async fn enter(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let party = RelyingParty::of(page.site().origin()).ok_or(WebError::NotFound)?;
    let next = account::next_page(form.typed("next")).to_owned();
    let account = match check(&page, &desk, &party, &form).await? {
        Ok(account) => account,
        Err(key) => return ask(page, &desk, &next, Some(key)).await,
    };
    let change = desk.change(&page, "account.sign-in").await?;
    let (cookie, next) = open_session(&page, &change, &account, &next).await?;
    change.commit().await?;
    Ok(redirect_with(cookie, &next))
}

/// Who has shown a passkey, or the key of what they are told. The challenge is used up either way.
async fn check(
    page: &Page,
    desk: &Desk,
    party: &RelyingParty,
    form: &Form,
) -> Result<Result<Account, &'static str>, StoreError> {
    let step = form.typed("step");
    if take(page, desk, step, ChallengeKind::SignIn).await?.is_none() {
        return Ok(Err(Disbelief::OtherChallenge.key()));
    }
    let Some(known) = sql::find_passkey(desk.store(), form.typed("id")).await? else {
        return Ok(Err("people-passkey-unknown"));
    };
    // The authenticator says whose it believes the passkey to be.
    if form.typed("user") != passkey::written(known.account.to_string().as_bytes()) {
        return Ok(Err(Disbelief::OtherSignature.key()));
    }
    let counter = match party.check_used(step, &Reply::of(|field| form.typed(field).to_owned()), &known.key) {
        Ok(counter) => counter,
        Err(disbelief) => return Ok(Err(disbelief.key())),
    };
    let change = desk.change(page, "account.passkey").await?;
    let goes_on = sql::set_counter(&change, &known.id, counter).await?;
    let deed = if goes_on { "used the passkey" } else { "a passkey came whose counter did not go on" };
    change.record(Entry::new("account", known.account, deed).after(known.name)).await;
    change.commit().await?;
    let account = account::find(desk.store(), known.account).await?.filter(|_| goes_on);
    Ok(account.ok_or(Disbelief::OtherSignature.key()))
}

/// Shows the page on which the authenticator is asked, perhaps with what went wrong before.
async fn ask(page: Page, desk: &Desk, next: &str, refused: Option<&'static str>) -> Result<Response, WebError> {
    let party = RelyingParty::of(page.site().origin()).ok_or(WebError::NotFound)?;
    let next = account::next_page(next);
    let change = desk.store().upkeep(page.now()).await?;
    let step = challenge(desk, &change, ChallengeKind::SignIn, None, "").await?;
    change.commit().await?;
    let mut form = Form::default();
    form.fill("next", next);
    if let Some(key) = refused {
        form.refuse("passkey", key);
    }
    let status = if form.is_refused() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let challenge = passkey::written(step.as_bytes());
    show(status, &PasskeyPage { page, form, step, challenge, host: party.id, starts: refused.is_none() })
}

/// Makes a challenge; answers what the authenticator has to sign.
pub(crate) async fn challenge(
    desk: &Desk,
    change: &Change,
    kind: ChallengeKind,
    account: Option<&Account>,
    name: &str,
) -> Result<String, StoreError> {
    let secret = desk.store().secret();
    let challenge = Challenge {
        fingerprint: store::fingerprint(&secret),
        kind,
        account: account.map(|account| account.id),
        name: name.to_owned(),
        expires_at: change.moment().checked_add(CHALLENGE_LASTS).unwrap_or(change.moment()),
        used_at: String::new(),
    };
    sql::insert_challenge(change, &challenge).await?;
    Ok(secret)
}

/// Uses a challenge up; nothing if it is unknown, over, used, or was for something else.
pub(crate) async fn take(
    page: &Page,
    desk: &Desk,
    step: &str,
    kind: ChallengeKind,
) -> Result<Option<Challenge>, StoreError> {
    let change = desk.store().upkeep(page.now()).await?;
    let found = sql::find_challenge(&change, &store::fingerprint(step)).await?;
    let open = found.filter(|challenge| challenge.is_open(kind, page.now()));
    let taken = match &open {
        Some(challenge) => sql::take_challenge(&change, &challenge.fingerprint).await?,
        None => false,
    };
    change.commit().await?;
    Ok(open.filter(|_| taken))
}
