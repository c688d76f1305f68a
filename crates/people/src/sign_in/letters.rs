//! The letters that carry keys.

use kernel::Language;
use mail::{Address, Letter, Purpose};
use store::{Change, StoreError};
use web::Page;

use super::make_link;
use crate::Desk;
use crate::account::{Account, LinkKind};

/// What a letter says, whoever it goes to: the keys of its subject and text, and the page behind its link.
pub(crate) struct Note<'n> {
    pub(crate) subject: &'static str,
    pub(crate) text: &'static str,
    pub(crate) path: &'n str,
}

pub(crate) async fn post(
    page: &Page,
    desk: &Desk,
    change: &Change,
    email: &str,
    note: &Note<'_>,
) -> Result<(), StoreError> {
    let language = page.language();
    let text = page.say(note.text).with("link", page.absolute(&page.link(note.path))).with("email", email).to_string();
    post_text(page, desk, change, email, language, page.say(note.subject).to_string(), text).await
}

async fn post_text(
    page: &Page,
    desk: &Desk,
    change: &Change,
    email: &str,
    language: Language,
    subject: String,
    text: String,
) -> Result<(), StoreError> {
    // An address that the mail program does not take is one that nobody has.
    let Ok(to) = Address::check("", email) else { return Ok(()) };
    let text = format!("{text}\n\n{}", page.say("commission-name"));
    let letter = Letter { purpose: Purpose::Key, hold_seconds: 0, ..Letter::new(to, language, subject, text) };
    mail::post(change, desk.mail(), &letter).await.map(drop)
}

/// Invites a new member of the staff to choose a password.
pub(crate) async fn invite(page: &Page, desk: &Desk, change: &Change, account: &Account) -> Result<(), StoreError> {
    let secret = make_link(desk, change, LinkKind::Invitation, Some(account.id), &account.email, "").await?;
    let path = format!("sign-in/password/{secret}");
    let note = Note { subject: "people-letter-invitation", text: "people-letter-invitation-text", path: &path };
    post(page, desk, change, &account.email, &note).await
}

/// Says that there is a new way into an account.
pub(crate) async fn tell_of_passkey(
    page: &Page,
    desk: &Desk,
    change: &Change,
    account: &Account,
    name: &str,
) -> Result<(), StoreError> {
    let text = page
        .say("people-letter-passkey-text")
        .with("name", name)
        .with("link", page.absolute(&page.link("portal/account")))
        .to_string();
    let subject = page.say("people-letter-passkey").to_string();
    post_text(page, desk, change, &account.email, page.language(), subject, text).await
}
