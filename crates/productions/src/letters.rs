//! What the slice writes by mail. A letter names the matter, what happened, and what to do; it never carries a script.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::Language;
use mail::{Address, Letter, Purpose};
use store::{Change, StoreError};
use web::Page;

use crate::file::Opened;
use crate::inquiry::Who;
use crate::record::Production;
use crate::{Desk, TeamRole, contact};

/// Says that an inquiry has come, who answers it and until when.
pub(crate) async fn received(
    page: &Page,
    desk: &Desk,
    change: &Change,
    opened: &Opened,
    who: &Who,
    promised_at: Timestamp,
) -> Result<(), StoreError> {
    let production = &opened.production;
    let officer = match production.officer {
        Some(account) => contact::name_of(change, account).await?,
        None => page.say("commission-name").to_string(),
    };
    let reference = production.reference.to_string();
    let subject = page.say("letter-received-subject").with("reference", &reference).to_string();
    let text = page
        .say("letter-received")
        .with("name", &who.name)
        .with("reference", &reference)
        .with("officer", officer)
        .with("deadline", page.deadline(promised_at, Some(&who.zone)))
        .with("link", page.absolute(&page.link(format!("portal/productions/{reference}"))))
        .to_string();
    post(desk, change, (&who.name, &who.email), page.language(), production, Purpose::Correspondence, (subject, text))
        .await
}

/// Invites somebody into the team: the link is theirs alone.
pub(crate) async fn invited(
    page: &Page,
    desk: &Desk,
    change: &Change,
    production: &Production,
    (name, email): (&str, &str),
    role: TeamRole,
    secret: &str,
) -> Result<(), StoreError> {
    let reference = production.reference.to_string();
    let inviter = page.visitor().map(|visitor| visitor.name.clone()).unwrap_or_default();
    let subject = page.say("letter-invited-subject").with("reference", &reference).to_string();
    let text = page
        .say("letter-invited")
        .with("name", name)
        .with("inviter", inviter)
        .with("role", page.say(role.label()))
        .with("reference", &reference)
        .with("link", page.absolute(&page.link(format!("portal/join/{secret}"))))
        .to_string();
    post(desk, change, (name, email), page.language(), production, Purpose::Key, (subject, text)).await
}

async fn post(
    desk: &Desk,
    change: &Change,
    (name, email): (&str, &str),
    language: Language,
    production: &Production,
    purpose: Purpose,
    (subject, text): (String, String),
) -> Result<(), StoreError> {
    // What cannot be written to was typed wrongly: the office sees the address in the file.
    let Ok(to) = Address::check(name, email) else { return Ok(()) };
    let reference = production.reference.to_string().parse().ok();
    let letter = Letter { reference, purpose, ..Letter::new(to, language, subject, text) };
    mail::post(change, desk.mail(), &letter).await.map(drop)
}

/// The zone a producer lives in.
pub(crate) fn zone_of(desk: &Desk, production: &Production) -> TimeZone {
    TimeZone::get(&production.zone).unwrap_or_else(|_| desk.zone().clone())
}
