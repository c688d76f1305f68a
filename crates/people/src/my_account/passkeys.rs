//! One's own passkeys: make, name, take away.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use store::Entry;
use web::{Form, Page, WebError, show};

use super::{account_page, filled, is_fresh_code, own};
use crate::Desk;
use crate::account::Account;
use crate::account::passkey::{
    self, Algorithm, Challenge, ChallengeKind, Disbelief, MOST_PASSKEYS, Made, Passkey, RelyingParty, Reply,
};
use crate::sign_in::{self, challenge, take};
use crate::sql::passkeys as sql;

const LONGEST_NAME: usize = 60;

#[derive(Template)]
#[template(path = "my_account/passkey.html")]
struct MakePage {
    page: Page,
    form: Form,
    name: String,
    step: String,
    challenge: String,
    host: String,
    /// What the authenticator keeps: a number that means nothing elsewhere, and names for its list.
    user: String,
    email: String,
    called: String,
    algorithms: String,
    /// Passkeys that are here already: an authenticator makes no second one.
    own: String,
}

/// A passkey of the list.
pub(super) struct Shown {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) made: String,
    /// Empty until it was.
    pub(super) used: String,
}

pub(super) async fn list(page: &Page, desk: &Desk, account: &Account) -> Result<Vec<Shown>, WebError> {
    let all = sql::list_passkeys(desk.store(), account.id).await?;
    let shown = all.into_iter().map(|own| Shown {
        made: page.moment(own.made_at),
        used: own.used_at.parse::<jiff::Timestamp>().map(|moment| page.moment(moment)).unwrap_or_default(),
        id: own.id,
        name: own.name,
    });
    Ok(shown.collect())
}

/// The name is checked, and for staff a fresh code: who only finds an open browser leaves no key behind.
pub(super) async fn begin(page: Page, State(desk): State<Desk>, typed: Form) -> Result<Response, WebError> {
    let party = RelyingParty::of(page.site().origin()).ok_or(WebError::NotFound)?;
    let account = own(&page, &desk).await?;
    let name = typed.typed("passkey-name").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut form = filled(&account);
    form.fill("passkey-name", name.clone());
    if name.is_empty() {
        form.refuse("passkey-name", "people-passkey-no-name");
    } else if name.chars().count() > LONGEST_NAME {
        form.refuse("passkey-name", "people-value-too-long");
    }
    let known = sql::list_passkeys(desk.store(), account.id).await?;
    if known.len() >= MOST_PASSKEYS {
        form.refuse("passkey-name", "people-passkey-too-many");
    }
    let change = desk.store().upkeep(page.now()).await?;
    let wants_code = !form.is_refused() && account.has_second_factor();
    if wants_code && !is_fresh_code(&desk, &change, &account, typed.typed("passkey-code"), page.now()).await? {
        form.refuse("passkey-code", "people-wrong-code");
    }
    if form.is_refused() {
        drop(change);
        return show(StatusCode::UNPROCESSABLE_ENTITY, &account_page(page, &desk, &account, form, "").await?);
    }
    let step = challenge(&desk, &change, ChallengeKind::Make, Some(&account), &name).await?;
    change.commit().await?;
    show(StatusCode::OK, &make_page(page, party, &account, &known, name, step))
}

pub(super) async fn made(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let party = RelyingParty::of(page.site().origin()).ok_or(WebError::NotFound)?;
    let account = own(&page, &desk).await?;
    let step = form.typed("step");
    let taken = take(&page, &desk, step, ChallengeKind::Make).await?;
    let checked = match taken.filter(|challenge| challenge.account == Some(account.id)) {
        Some(challenge) => {
            let reply = Reply::of(|field| form.typed(field).to_owned());
            party.check_made(step, &reply).map(|made| (challenge, made)).map_err(Disbelief::key)
        }
        None => Err(Disbelief::OtherChallenge.key()),
    };
    let kept = match checked {
        Ok((challenge, made)) => keep(&page, &desk, &account, challenge, made).await?,
        Err(key) => Err(key),
    };
    match kept {
        Ok(()) => Ok(Redirect::to(&page.link("portal/account?saved=yes")).into_response()),
        Err(key) => {
            let mut form = filled(&account);
            form.refuse("passkey-name", key);
            show(StatusCode::UNPROCESSABLE_ENTITY, &account_page(page, &desk, &account, form, "").await?)
        }
    }
}

async fn keep(
    page: &Page,
    desk: &Desk,
    account: &Account,
    challenge: Challenge,
    made: Made,
) -> Result<Result<(), &'static str>, WebError> {
    let change = desk.change(page, "account.passkey").await?;
    let new = Passkey {
        id: made.id,
        account: account.id,
        name: challenge.name,
        key: made.key,
        counter: made.counter,
        made_at: change.moment(),
        used_at: String::new(),
    };
    if !sql::insert_passkey(&change, &new).await? {
        return Ok(Err("people-passkey-known"));
    }
    change.record(Entry::new("account", account.id, "added a passkey").after(new.name.as_str())).await;
    // Whoever did not do it learns of it.
    sign_in::tell_of_passkey(page, desk, &change, account, &new.name).await?;
    change.commit().await?;
    Ok(Ok(()))
}

pub(super) async fn remove(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let account = own(&page, &desk).await?;
    let Some(gone) = sql::find_passkey(desk.store(), &id).await? else { return Err(WebError::NotFound) };
    let change = desk.change(&page, "account.passkey").await?;
    // Only one's own: another's is not there.
    if !sql::delete_passkey(&change, account.id, &id).await? {
        return Err(WebError::NotFound);
    }
    change.record(Entry::new("account", account.id, "took a passkey away").before(gone.name)).await;
    change.commit().await?;
    Ok(Redirect::to(&page.link("portal/account?saved=yes")).into_response())
}

fn make_page(
    page: Page,
    party: RelyingParty,
    account: &Account,
    known: &[Passkey],
    name: String,
    step: String,
) -> MakePage {
    let joined = |words: Vec<String>| words.join(" ");
    MakePage {
        page,
        form: Form::default(),
        name,
        challenge: passkey::written(step.as_bytes()),
        step,
        host: party.id,
        user: passkey::written(account.id.to_string().as_bytes()),
        email: account.email.clone(),
        called: account.called().to_owned(),
        algorithms: joined(Algorithm::ALL.iter().map(|algorithm| algorithm.cose().to_string()).collect()),
        own: joined(known.iter().map(|own| own.id.clone()).collect()),
    }
}
