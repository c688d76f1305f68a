//! Choosing a password by a link: the first administrator, an invited colleague, or who has forgotten theirs.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use store::Entry;
use web::{Form, Page, Role, Session, WebError, show};

use super::letters::{self, Note};
use super::link::SentPage;
use super::{make_link, staff, usable};
use crate::Desk;
use crate::account::{self, Account, LONGEST, Link, LinkKind, LinkRefusal, SHORTEST, State as AccountState};
use crate::sql::accounts as sql;

const KINDS: [LinkKind; 3] = [LinkKind::First, LinkKind::Invitation, LinkKind::Reset];

#[derive(Template)]
#[template(path = "sign_in/password.html")]
struct PasswordPage {
    page: Page,
    form: Form,
    email: String,
    is_first: bool,
    action: String,
}

#[derive(Template)]
#[template(path = "sign_in/reset.html")]
struct ResetPage {
    page: Page,
    form: Form,
    refused: Option<LinkRefusal>,
}

pub(super) async fn ask_reset(page: Page) -> Result<Response, WebError> {
    show(StatusCode::OK, &ResetPage { page, form: Form::default(), refused: None })
}

pub(super) async fn send_reset(page: Page, State(desk): State<Desk>, mut form: Form) -> Result<Response, WebError> {
    let Some(email) = account::email(form.typed("email")) else {
        form.refuse("email", "people-not-an-address");
        return show(StatusCode::UNPROCESSABLE_ENTITY, &ResetPage { page, form, refused: None });
    };
    if !account::may_try(desk.store(), page.now(), &format!("letter {email}"), account::MOST_LETTERS).await? {
        form.refuse("email", "people-too-many-letters");
        return show(StatusCode::TOO_MANY_REQUESTS, &ResetPage { page, form, refused: None });
    }
    let change = desk.change(&page, "account.reset").await?;
    let known = sql::find_account_by_email(&change, &email).await?;
    let account = known.filter(|account| account.state == AccountState::Active && !account.password.is_empty());
    sql::end_links(&change, &email, LinkKind::Reset).await?;
    let id = account.as_ref().map(|account| account.id);
    let secret = make_link(&desk, &change, LinkKind::Reset, id, &email, "").await?;
    let path = format!("sign-in/password/{secret}");
    let note = match account {
        Some(_) => Note { subject: "people-letter-reset", text: "people-letter-reset-text", path: &path },
        None => Note { subject: "people-letter-reset", text: "people-letter-no-password-text", path: "sign-in" },
    };
    letters::post(&page, &desk, &change, &email, &note).await?;
    change.record(Entry::new("letter", store::fingerprint(&secret), "new password asked for")).await;
    change.commit().await?;
    show(StatusCode::OK, &SentPage { page, email, next: String::new(), action: "sign-in/reset" })
}

pub(super) async fn open(
    page: Page,
    State(desk): State<Desk>,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, WebError> {
    match usable(&desk, &secret, &KINDS, page.now()).await? {
        Ok(link) if is_meant_for_somebody(&link) => {
            show(StatusCode::OK, &password_page(page, Form::default(), &link, &secret))
        }
        Ok(_) => refused(page, LinkRefusal::Unknown),
        Err(refusal) => refused(page, refusal),
    }
}

pub(super) async fn choose(
    page: Page,
    State(desk): State<Desk>,
    Path((_, secret)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let link = match usable(&desk, &secret, &KINDS, page.now()).await? {
        Ok(link) if is_meant_for_somebody(&link) => link,
        Ok(_) => return refused(page, LinkRefusal::Unknown),
        Err(refusal) => return refused(page, refusal),
    };
    let password = form.typed("password").to_owned();
    let email = match link.kind {
        LinkKind::First => account::email(form.typed("email")),
        LinkKind::SignIn
        | LinkKind::Reset
        | LinkKind::Invitation
        | LinkKind::Email
        | LinkKind::Code
        | LinkKind::Enrolment => Some(link.email.clone()),
    };
    if email.is_none() {
        form.refuse("email", "people-not-an-address");
    }
    if let Some(key) = weakness(&password, email.as_deref().unwrap_or_default()) {
        form.refuse("password", key);
    }
    let Some(email) = email.filter(|_| !form.is_refused()) else {
        return show(StatusCode::UNPROCESSABLE_ENTITY, &password_page(page, form, &link, &secret));
    };
    // Hashing takes long: it is done before anybody has to wait for this change.
    let hash = desk.passwords().hash(&password).await?;
    let change = desk.change(&page, "account.password").await?;
    if !sql::take_link(&change, &link.fingerprint).await? {
        return refused(page, LinkRefusal::Used);
    }
    let account = match link.kind {
        LinkKind::First if sql::count_with_role(&change, Role::Administrator.word()).await? > 0 => None,
        LinkKind::First => Some(first_administrator(&page, &change, &email, form.typed("name")).await?),
        LinkKind::SignIn
        | LinkKind::Reset
        | LinkKind::Invitation
        | LinkKind::Email
        | LinkKind::Code
        | LinkKind::Enrolment => match link.account {
            Some(id) => account::find(&change, id).await?,
            None => None,
        },
    };
    let Some(account) = account else { return refused(page, LinkRefusal::Unknown) };
    sql::set_password(&change, account.id, &hash).await?;
    Session::close_all_of(&change, account.id).await?;
    change.record(Entry::new("account", account.id, "chose a password")).await;
    change.commit().await?;
    staff::ask_second(page, &desk, &account, "").await
}

async fn first_administrator(
    page: &Page,
    change: &store::Change,
    email: &str,
    name: &str,
) -> Result<Account, store::StoreError> {
    let zone = page.site().zone().iana_name().unwrap_or("UTC").to_owned();
    let account = match sql::find_account_by_email(change, email).await? {
        Some(account) => account,
        None => {
            let name = name.trim().chars().take(200).collect::<String>();
            let account = Account::new(change.fresh_id(), email, &name, page.language().tag(), &zone);
            sql::insert_account(change, &account).await?;
            account
        }
    };
    sql::set_roles(change, account.id, &[Role::Administrator.word()]).await?;
    change.record(Entry::new("account", account.id, "became the first administrator")).await;
    Ok(account)
}

/// A reset for an address without an account was mailed to nobody's use.
fn is_meant_for_somebody(link: &Link) -> bool {
    link.kind == LinkKind::First || link.account.is_some()
}

/// Long is what counts; signs and digits are not asked for.
fn weakness(password: &str, email: &str) -> Option<&'static str> {
    let length = password.chars().count();
    let letters: std::collections::BTreeSet<char> = password.chars().collect();
    if length < SHORTEST {
        Some("people-password-short")
    } else if length > LONGEST {
        Some("people-password-long")
    } else if letters.len() < 5 || password.to_lowercase() == email {
        Some("people-password-easy")
    } else {
        None
    }
}

fn password_page(page: Page, form: Form, link: &Link, secret: &str) -> PasswordPage {
    let mut kept = Form::new(form.pairs().iter().filter(|(name, _)| name != "password").cloned().collect());
    form.refusals().iter().for_each(|refusal| kept.refuse(refusal.field.clone(), refusal.key.clone()));
    let action = page.link(format!("sign-in/password/{secret}"));
    PasswordPage { page, form: kept, email: link.email.clone(), is_first: link.kind == LinkKind::First, action }
}

fn refused(page: Page, refusal: LinkRefusal) -> Result<Response, WebError> {
    show(StatusCode::GONE, &ResetPage { page, form: Form::default(), refused: Some(refusal) })
}

#[cfg(test)]
mod tests {
    use super::weakness;

    #[test]
    fn a_password_is_long_and_not_the_address() {
        assert_eq!(weakness("correct horse battery", "a@film.kz"), None);
        assert_eq!(weakness("қысқа сөз", "a@film.kz"), Some("people-password-short"));
        assert_eq!(weakness("aaaaaaaaaaaaaaaa", "a@film.kz"), Some("people-password-easy"));
        assert_eq!(weakness("Aigerim@Film.kz", "aigerim@film.kz"), Some("people-password-easy"));
        assert_eq!(weakness(&"long password ".repeat(40), "a@film.kz"), Some("people-password-long"));
    }
}
