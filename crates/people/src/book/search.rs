use std::collections::BTreeSet;

use kernel::Id;
use store::{Query, StoreError};

use super::Book;
use crate::fold;
use crate::record::{self, Key, Likeness, Party, Sort};
use crate::sql::parties as sql;

/// A page of a list.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub parties: Vec<Party>,
    /// Whether a search found more than it gives: another word will narrow it.
    pub has_more: bool,
    /// Where the next page of a list begins; nothing on the last.
    pub next: Option<Place>,
    /// What was understood when nothing was found for what was typed: another keyboard was on.
    pub understood: Option<String>,
}

/// A place in the alphabet's order: a page begins after it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    pub order_key: String,
    pub id: String,
}

/// On one page.
pub(crate) const AT_ONCE: usize = 50;

impl Book {
    /// All records of a sort in the alphabet's order.
    pub async fn list(&self, db: &impl Query, sort: Sort, after: &Place) -> Result<Found, StoreError> {
        let place = (after.order_key.clone(), after.id.clone());
        let ids = sql::list_parties(db, sort, &place, at_once_and_one()).await?;
        let has_more = ids.len() > AT_ONCE;
        let parties = read(db, ids.into_iter().take(AT_ONCE)).await?;
        let last = parties.last().filter(|_| has_more);
        let next = last.map(|party| Place { order_key: party.order_key.clone(), id: party.id.to_string() });
        Ok(Found { parties, next, ..Found::default() })
    }

    /// Records whose names have words that begin as the typed ones do, in any script; also by telephone, address or a
    /// state's number.
    pub async fn search(&self, db: &impl Query, sort: Sort, typed: &str) -> Result<Found, StoreError> {
        let found = self.found(db, sort, typed).await?;
        if !found.parties.is_empty() {
            return Ok(found);
        }
        let swapped = fold::other_layout(typed);
        let found = self.found(db, sort, &swapped).await?;
        Ok(Found { understood: (!found.parties.is_empty()).then_some(swapped), ..found })
    }

    async fn found(&self, db: &impl Query, sort: Sort, typed: &str) -> Result<Found, StoreError> {
        let exact = Key { kind: record::KeyKind::Name, value: self.rules().distinguishing(typed) };
        let mut ids = sql::list_with_key(db, sort, &exact).await?;
        ids.extend(self.with_number(db, sort, typed).await?);
        let words = fold::words(typed);
        let mut words = words.iter().map(String::as_str);
        if let Some(first) = words.next() {
            let beginnings = [first, words.next().unwrap_or_default(), words.next().unwrap_or_default()];
            ids.extend(sql::list_with_words(db, sort, beginnings, at_once_and_one()).await?);
        }
        let mut seen = BTreeSet::new();
        ids.retain(|id| seen.insert(*id));
        let has_more = ids.len() > AT_ONCE;
        let parties = read(db, ids.into_iter().take(AT_ONCE)).await?;
        Ok(Found { parties, has_more, ..Found::default() })
    }

    async fn with_number(&self, db: &impl Query, sort: Sort, typed: &str) -> Result<BTreeSet<Id>, StoreError> {
        let mut keys = Vec::new();
        keys.extend(self.rules().phone(typed).ok().map(|value| Key { kind: record::KeyKind::Phone, value }));
        keys.extend(crate::account::email(typed).map(|value| Key { kind: record::KeyKind::Email, value }));
        for rules in &self.rules().identifiers {
            let number = rules.check(typed).ok();
            keys.extend(
                number
                    .map(|number| Key { kind: record::KeyKind::Identifier, value: format!("{} {number}", rules.key) }),
            );
        }
        let mut found = BTreeSet::new();
        for key in keys {
            found.extend(sql::list_with_key(db, sort, &key).await?);
        }
        Ok(found)
    }

    /// Records that a new one may be the same as.
    pub async fn like(&self, db: &impl Query, party: &Party) -> Result<Vec<Likeness>, StoreError> {
        let mut shared = Vec::new();
        for key in record::keys(self.rules(), party).iter().filter(|key| key.kind != record::KeyKind::Word) {
            let with = sql::list_with_key(db, party.sort, key).await?;
            shared.extend(with.into_iter().filter(|id| *id != party.id).map(|id| (party.id, id, key.kind)));
        }
        Ok(record::pairs(&shared))
    }

    /// Pairs in the whole book that may be one, the likeliest first.
    pub async fn duplicates(&self, db: &impl Query) -> Result<Vec<Likeness>, StoreError> {
        Ok(record::pairs(&sql::list_shared(db, 4_000).await?))
    }
}

/// One more than is shown tells whether there is more.
fn at_once_and_one() -> i64 {
    i64::try_from(AT_ONCE).unwrap_or(i64::MAX).saturating_add(1)
}

pub(crate) async fn read(db: &impl Query, ids: impl Iterator<Item = Id> + Send) -> Result<Vec<Party>, StoreError> {
    let mut parties = Vec::new();
    for id in ids {
        parties.extend(sql::find_party(db, id).await?);
    }
    Ok(parties)
}
