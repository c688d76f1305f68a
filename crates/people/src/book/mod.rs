//! The address book: finding, adding and changing records, each in one change with its entry in the chain.

mod edit;
mod erase;
mod join;
mod search;

use std::sync::Arc;

use kernel::Id;
use store::{Query, StoreError};

pub use edit::{EditRefusal, NewEntry, Written};
pub(crate) use erase::until_now;
pub(crate) use join::{Merge, MergeRefusal, merges_into};
pub use search::{Found, Place};

use crate::order::Alphabet;
use crate::record::Party;
use crate::sql::{merges, parties};
use crate::{CountryRules, order};

/// The rules of one installation's address book.
#[derive(Clone)]
pub struct Book {
    rules: Arc<CountryRules>,
    alphabet: order::Alphabet,
    /// Tags in the commission's order; lists are sorted by the first one's alphabet.
    languages: Arc<[String]>,
}

impl Book {
    /// `languages` are tag and locale, in the commission's order.
    pub fn new(rules: CountryRules, languages: &[(String, String)]) -> Self {
        let first = languages.first().map_or("", |(_, locale)| locale.as_str());
        Self {
            rules: Arc::new(rules),
            alphabet: Alphabet::of(first),
            languages: languages.iter().map(|(tag, _)| tag.clone()).collect(),
        }
    }

    pub fn rules(&self) -> &CountryRules {
        &self.rules
    }

    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    fn first_language(&self) -> &str {
        self.languages.first().map_or("", String::as_str)
    }
}

/// The record of an id, also of one that became part of another; nothing if it was erased.
pub async fn find(db: &impl Query, id: Id) -> Result<Option<Party>, StoreError> {
    let id = now_called(db, id).await?;
    parties::find_party(db, id).await
}

/// The id under which a record stands now.
pub async fn now_called(db: &impl Query, id: Id) -> Result<Id, StoreError> {
    Ok(merges::find_alias(db, id).await?.unwrap_or(id))
}

/// What a list shows in place of an id; a record that was erased has none.
pub async fn name_of(db: &impl Query, id: Id, language: &str) -> Result<Option<String>, StoreError> {
    Ok(find(db, id).await?.map(|party| party.name(language)))
}
