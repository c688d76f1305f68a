//! Everything about one person in one place: to hand it out, and to forget it.

use std::io::{Cursor, Write};

use jiff::Timestamp;
use serde_json::{Value as Json, json};
use store::{Change, Entry, StoreError};
use web::{Session, WebError};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::Desk;
use crate::account::{self, Account, State};
use crate::book::until_now;
use crate::record::{Field, KeyKind, Party, Sort};
use crate::sql::{accounts, parties, passkeys};

/// What the office keeps about somebody, with the accounts of their addresses.
pub(crate) async fn export_of_person(desk: &Desk, party: &Party, now: Timestamp) -> Result<Vec<u8>, WebError> {
    let mut accounts = Vec::new();
    for entry in party.of(&Field::Email) {
        if let Some(account) = accounts::find_account_by_email(desk.store(), &entry.value).await? {
            accounts.push(account_data(desk, &account, now).await?);
        }
    }
    let records = vec![record_data(desk, party).await?];
    zipped(&json!({ "accounts": accounts, "records": records }))
}

/// What somebody who is signed in may take away: their account, and the records that carry its address.
pub(crate) async fn export_of_account(desk: &Desk, account: &Account, now: Timestamp) -> Result<Vec<u8>, WebError> {
    let key = crate::record::Key { kind: KeyKind::Email, value: account.email.clone() };
    let mut records = Vec::new();
    for id in parties::list_with_key(desk.store(), Sort::Person, &key).await? {
        if let Some(party) = parties::find_party(desk.store(), id).await? {
            records.push(record_data(desk, &party).await?);
        }
    }
    let accounts = vec![account_data(desk, account, now).await?];
    zipped(&json!({ "accounts": accounts, "records": records }))
}

/// Forgets a person and their account. False, and nothing done, if they are on the staff: what they decided has to stay
/// theirs until they have left.
pub(crate) async fn erase(desk: &Desk, change: &Change, party: &Party) -> Result<bool, StoreError> {
    let mut found = Vec::new();
    for entry in party.of(&Field::Email) {
        found.extend(accounts::find_account_by_email(change, &entry.value).await?);
    }
    for account in &found {
        if !account::roles(change, account.id).await?.is_empty() {
            return Ok(false);
        }
    }
    for account in found {
        erase_account(change, account).await?;
    }
    for entry in party.of(&Field::Email) {
        for letter in mail::list_to(change, &entry.value, 1_000).await? {
            change.blank_audit_of("letter", &letter.id.to_string(), until_now(change)).await?;
        }
    }
    desk.book().erase(change, party.id).await
}

async fn erase_account(change: &Change, account: Account) -> Result<(), StoreError> {
    Session::close_all_of(change, account.id).await?;
    accounts::delete_links_of(change, &account.email, account.id).await?;
    accounts::set_recovery_codes(change, account.id, &[]).await?;
    accounts::set_password(change, account.id, "").await?;
    accounts::set_second_factor(change, account.id, "", 0).await?;
    passkeys::delete_passkeys_of(change, account.id).await?;
    change.blank_audit_of("account", &account.id.to_string(), until_now(change)).await?;
    // An address is unique: the one of somebody who is forgotten becomes their number.
    let blank = Account { email: account.id.to_string(), name: String::new(), state: State::Erased, ..account };
    accounts::set_person(change, &blank).await?;
    change.record(Entry::new("account", blank.id, "erased")).await;
    Ok(())
}

async fn account_data(desk: &Desk, account: &Account, now: Timestamp) -> Result<Json, StoreError> {
    let sessions = Session::list_of(desk.store(), account.id, now).await?;
    let sessions: Vec<Json> = sessions
        .iter()
        .map(|session| {
            json!({ "device": session.device, "opened_at": session.opened_at.to_string(), "seen_at": session.seen_at.to_string() })
        })
        .collect();
    let roles = accounts::list_roles(desk.store(), account.id).await?;
    let passkeys = passkeys::list_passkeys(desk.store(), account.id).await?;
    let passkeys: Vec<Json> = passkeys
        .iter()
        .map(|own| json!({ "name": own.name, "made_at": own.made_at.to_string(), "used_at": own.used_at }))
        .collect();
    Ok(json!({
        "id": account.id.to_string(),
        "email": account.email,
        "name": account.name,
        "language": account.language,
        "time_zone": account.time_zone,
        "state": account.state.word(),
        "roles": roles,
        "has_second_factor": account.has_second_factor(),
        "passkeys": passkeys,
        "sessions": sessions,
        "history": history(desk, "account", &account.id.to_string()).await?,
    }))
}

async fn record_data(desk: &Desk, party: &Party) -> Result<Json, StoreError> {
    let history = history(desk, party.sort.word(), &party.id.to_string()).await?;
    Ok(json!({ "record": party, "history": history }))
}

/// What was done, when and for what; who did it is another person's datum.
async fn history(desk: &Desk, kind: &str, subject: &str) -> Result<Vec<Json>, StoreError> {
    let links = desk.store().audit_of(kind, subject, 10_000).await?;
    let said = |link: &store::Link| {
        let detail: Json =
            link.detail.as_deref().and_then(|detail| serde_json::from_str(detail).ok()).unwrap_or_default();
        json!({ "moment": link.moment, "reason": link.reason, "deed": link.deed, "detail": detail })
    };
    Ok(links.iter().map(said).collect())
}

fn zipped(data: &Json) -> Result<Vec<u8>, WebError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("personal-data.json", SimpleFileOptions::default())?;
    zip.write_all(serde_json::to_string_pretty(data)?.as_bytes())?;
    Ok(zip.finish()?.into_inner())
}
