//! Taking the sample away again, and nothing else.

use std::collections::BTreeSet;

use jiff::Timestamp;
use kernel::{Actor, Id};
use store::{By, ConnectedRow, Entry, Store, StoreError};

use crate::migrations;

/// Why the sample stays for now.
#[derive(Debug, thiserror::Error)]
pub enum NotPurged {
    #[error("there is no sample here")]
    NoSample,
    #[error("something of yours leans on the sample and would go with it: {}", .0.join(", "))]
    LeanedOn(Vec<String>),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Records that somebody may have made beside the sample and that must not go with it.
const OF_SOMEBODY: [&str; 4] = ["production", "case_record", "party", "account"];

/// Takes away every row that the sample brought or that hangs on one of it, in one change. What the chain says of them
/// stays, with its details blanked. Answers how many rows are gone.
pub async fn purge(store: &Store, now: Timestamp) -> Result<u64, NotPurged> {
    let own = made_by_sample(store).await?;
    if own.is_empty() {
        return Err(NotPurged::NoSample);
    }
    // What the sample did itself says so, though it may name nothing that the sample brought.
    let names = own.iter().cloned().chain([Actor::program("demo").to_string()]).collect();
    let rows = store.connected(&migrations(), names).await?;
    let leaning: Vec<String> = rows.iter().filter(|row| is_somebodys(row, &own)).map(named).collect();
    if !leaning.is_empty() {
        return Err(NotPurged::LeanedOn(leaning));
    }
    let by = By { actor: Actor::program("demo"), moment: now, reason: "sample taken away".to_owned() };
    let change = store.change(by).await?;
    let gone = change.delete_connected(&rows).await?;
    for (kind, subject) in subjects(store).await? {
        change.blank_audit_of(&kind, &subject, now).await?;
    }
    change.record(Entry::new("installation", "sample", "taken away").after(gone)).await;
    change.commit().await?;
    Ok(gone)
}

/// The ids of what the sample brought, as the chain says, and of what its people have made since.
async fn made_by_sample(store: &Store) -> Result<BTreeSet<String>, StoreError> {
    let mut own = BTreeSet::new();
    let mut makers: BTreeSet<String> = BTreeSet::from([Actor::program("demo").to_string()]);
    let mut position = 0;
    loop {
        let links = store.audit_after(position, 2_000).await?;
        let Some(last) = links.last() else { return Ok(own) };
        position = last.position;
        for link in &links {
            if !makers.contains(&link.actor) {
                continue;
            }
            // What was only changed by them may have been somebody else's before.
            let is_new = !matches!(link.deed.as_str(), "changed" | "edited" | "moved");
            if let Ok(id) = link.subject.parse::<Id>()
                && is_new
            {
                own.insert(id.to_string());
                if link.kind == "account" {
                    makers.insert(Actor::Account(id).to_string());
                }
            }
        }
    }
}

async fn subjects(store: &Store) -> Result<BTreeSet<(String, String)>, StoreError> {
    let demo = Actor::program("demo").to_string();
    let mut subjects = BTreeSet::new();
    let mut position = 0;
    loop {
        let links = store.audit_after(position, 2_000).await?;
        let Some(last) = links.last() else { return Ok(subjects) };
        position = last.position;
        let own = links.iter().filter(|link| link.actor == demo);
        subjects.extend(own.map(|link| (link.kind.clone(), link.subject.clone())));
    }
}

fn is_somebodys(row: &ConnectedRow, own: &BTreeSet<String>) -> bool {
    OF_SOMEBODY.contains(&row.table) && row.text("id").is_some_and(|id| !own.contains(id))
}

fn named(row: &ConnectedRow) -> String {
    let name = ["reference", "email", "name", "id"].iter().find_map(|column| row.text(column));
    format!("{} {}", row.table, name.unwrap_or_default())
}
