//! Merging two records and taking the merge back.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use kernel::Id;
use store::{Change, Entry as AuditEntry, Query, StoreError};

use super::{Book, find};
use crate::record::{Before, Choice, Entry, Party, Slot, merged};
use crate::sql::{merges, parties};

/// Two records that became one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    pub id: Id,
    pub kept: Id,
    pub gone: Id,
    pub before: Before,
    /// What the kept record said right after.
    pub after: Vec<Entry>,
    pub made_at: Timestamp,
}

/// Why records cannot become one or two; names are keys of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MergeRefusal {
    Gone,
    Same,
    OtherSort,
    TooLate,
    /// Another merge came on top of it, which has to be undone first.
    NotTheLast,
}

/// How long a merge can be undone.
const UNDONE_WITHIN: SignedDuration = SignedDuration::from_hours(90 * 24);

impl MergeRefusal {
    pub fn key(self) -> &'static str {
        match self {
            Self::Gone => "people-merge-gone",
            Self::Same => "people-merge-same",
            Self::OtherSort => "people-merge-other-sort",
            Self::TooLate => "people-merge-too-late",
            Self::NotTheLast => "people-merge-not-the-last",
        }
    }
}

impl Merge {
    pub fn can_be_undone_until(&self) -> Timestamp {
        self.made_at.checked_add(UNDONE_WITHIN).unwrap_or(self.made_at)
    }

    /// Values that were changed since: undoing the merge takes them back too.
    pub fn changed_since(&self, kept: &Party) -> Vec<Entry> {
        kept.entries.iter().filter(|entry| !self.after.contains(entry)).cloned().collect()
    }
}

impl Book {
    /// `kept` takes over what is chosen of `gone`, whose id leads to it from now on.
    pub async fn merge(
        &self,
        change: &Change,
        kept: Id,
        gone: Id,
        choices: &BTreeMap<Slot, Choice>,
    ) -> Result<Result<Merge, MergeRefusal>, StoreError> {
        let (Some(left), Some(right)) = (find(change, kept).await?, find(change, gone).await?) else {
            return Ok(Err(MergeRefusal::Gone));
        };
        if left.id == right.id {
            return Ok(Err(MergeRefusal::Same));
        }
        if left.sort != right.sort {
            return Ok(Err(MergeRefusal::OtherSort));
        }
        let aliases = merges::list_gone_into(change, right.id).await?;
        let after = merged(&left, &right, choices);
        for party in [&left, &right] {
            parties::delete_entries(change, party.id).await?;
        }
        parties::set_keys(change, right.id, &std::collections::BTreeSet::new()).await?;
        parties::delete_party(change, right.id).await?;
        merges::insert_alias(change, right.id, left.id).await?;
        for alias in &aliases {
            merges::set_alias(change, *alias, left.id).await?;
        }
        for entry in &after {
            parties::insert_entry(change, left.id, entry).await?;
        }
        let mut now = Party { entries: after.clone(), ..left.clone() };
        self.index(change, &mut now).await?;
        let before = Before { left, right, aliases: aliases.iter().map(Id::to_string).collect() };
        let merge = Merge {
            id: change.fresh_id(),
            kept: before.left.id,
            gone: before.right.id,
            before,
            after,
            made_at: change.moment(),
        };
        merges::insert_merge(change, &merge).await?;
        for (subject, deed) in [(merge.kept, "merged"), (merge.gone, "became part of another")] {
            let detail = serde_json::json!({ "kept": merge.kept.to_string(), "gone": merge.gone.to_string() });
            change.record(AuditEntry::new(now.sort.word(), subject, deed).after(detail)).await;
        }
        Ok(Ok(merge))
    }

    /// Both records are again, to the letter, what they were.
    pub async fn unmerge(&self, change: &Change, merge: Id) -> Result<Result<Merge, MergeRefusal>, StoreError> {
        let Some(merge) = merges::find_merge(change, merge).await? else { return Ok(Err(MergeRefusal::Gone)) };
        if change.moment() > merge.can_be_undone_until() {
            return Ok(Err(MergeRefusal::TooLate));
        }
        let is_last =
            merges::list_merges_into(change, merge.kept).await?.first().is_some_and(|last| last.id == merge.id);
        let Some(now) = parties::find_party(change, merge.kept).await?.filter(|_| is_last) else {
            return Ok(Err(MergeRefusal::NotTheLast));
        };
        merges::set_undone(change, merge.id).await?;
        merges::delete_alias(change, merge.gone).await?;
        for alias in merge.before.aliases.iter().filter_map(|alias| alias.parse().ok()) {
            merges::set_alias(change, alias, merge.gone).await?;
        }
        parties::delete_entries(change, merge.kept).await?;
        parties::insert_party(change, &merge.before.right).await?;
        for party in [&merge.before.left, &merge.before.right] {
            for entry in &party.entries {
                parties::insert_entry(change, party.id, entry).await?;
            }
            parties::set_party(change, party).await?;
            parties::set_keys(change, party.id, &crate::record::keys(self.rules(), party)).await?;
        }
        let lost = serde_json::to_value(merge.changed_since(&now)).unwrap_or_default();
        for subject in [merge.kept, merge.gone] {
            let entry = AuditEntry::new(now.sort.word(), subject, "merge undone");
            change.record(entry.before(serde_json::json!({ "changed since the merge": lost }))).await;
        }
        Ok(Ok(merge))
    }

    /// Two that look alike and are not.
    pub async fn set_distinct(&self, change: &Change, one: Id, other: Id) -> Result<(), StoreError> {
        parties::insert_distinct(change, one.min(other), one.max(other)).await?;
        change
            .record(
                AuditEntry::new("party", one.min(other), "found to be another than").after(one.max(other).to_string()),
            )
            .await;
        Ok(())
    }
}

/// Merges into a record that can still be undone; the first is the one to undo first.
pub(crate) async fn merges_into(db: &impl Query, kept: Id, now: Timestamp) -> Result<Vec<Merge>, StoreError> {
    let merges = merges::list_merges_into(db, kept).await?;
    Ok(merges.into_iter().filter(|merge| now <= merge.can_be_undone_until()).collect())
}
