//! The end of personal data: blanked when its time is over, erased when a person asks, and given to them when they ask.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use kernel::{Day, Id};
use store::{Change, Entry as AuditEntry, StoreError};

use super::{Book, find};
use crate::record::{Field, Sort};
use crate::sql::{merges, parties};

/// Merges can be undone for ninety days; after that nobody needs to know what the records were.
const MERGES_KEPT: SignedDuration = SignedDuration::from_hours(91 * 24);
const AT_ONCE: i64 = 500;

impl Book {
    /// Blanks what is due; answers how many values. May run twice: what is blank is not due any more.
    pub async fn blank_due(&self, change: &Change, today: Day) -> Result<usize, StoreError> {
        let due = parties::list_due(change, today, AT_ONCE).await?;
        let mut by_party: BTreeMap<(Id, Sort), Vec<(Id, Field)>> = BTreeMap::new();
        for (entry, party, sort, field) in &due {
            by_party.entry((*party, *sort)).or_default().push((*entry, field.clone()));
        }
        for ((id, sort), entries) in &by_party {
            let Some(mut party) = find(change, *id).await? else { continue };
            for (entry, field) in entries {
                let seen = party.entries.iter().find(|known| known.id == *entry).map(|known| known.value.clone());
                parties::delete_entry(change, *entry, &seen.unwrap_or_default()).await?;
                party.entries.retain(|known| known.id != *entry);
                let what = serde_json::json!({ "field": field.word() });
                change.record(AuditEntry::new(sort.word(), id, "value blanked, its time is over").after(what)).await;
            }
            // The history said the same values.
            change.blank_audit_of(sort.word(), &id.to_string(), until_now(change)).await?;
            self.index(change, &mut party).await?;
        }
        let long_ago = change.moment().checked_sub(MERGES_KEPT).unwrap_or(change.moment());
        merges::blank_merges_before(change, long_ago).await?;
        Ok(due.len())
    }

    /// Nobody knows any more who this was; that there was somebody, and what was decided, stays.
    pub async fn erase(&self, change: &Change, id: Id) -> Result<bool, StoreError> {
        let Some(party) = find(change, id).await? else { return Ok(false) };
        let mut ids = merges::list_gone_into(change, party.id).await?;
        ids.push(party.id);
        for id in &ids {
            change.blank_audit_of(party.sort.word(), &id.to_string(), until_now(change)).await?;
            merges::blank_merges_of(change, *id).await?;
        }
        parties::delete_entries(change, party.id).await?;
        parties::set_keys(change, party.id, &BTreeSet::new()).await?;
        parties::set_erased(change, party.id).await?;
        change.record(AuditEntry::new(party.sort.word(), party.id, "erased")).await;
        Ok(true)
    }
}

/// Everything recorded so far, also in this millisecond; what the change itself records comes after it.
pub(crate) fn until_now(change: &Change) -> Timestamp {
    change.moment().checked_add(SignedDuration::from_millis(1)).unwrap_or(change.moment())
}
