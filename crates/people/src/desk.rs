use std::sync::Arc;

use store::{Store, StoreError};
use web::Page;

use crate::account::Passwords;
use crate::{Book, CountryRules};

/// What the pages of the slice work with.
#[derive(Clone)]
pub struct Desk {
    store: Store,
    book: Book,
    mail: Arc<mail::Desk>,
    passwords: Passwords,
}

impl Desk {
    /// `languages` are tag and locale in the commission's order: lists are sorted by the first one's alphabet.
    pub fn new(store: Store, mail: Arc<mail::Desk>, rules: CountryRules, languages: &[(String, String)]) -> Self {
        Self { store, book: Book::new(rules, languages), mail, passwords: Passwords::new() }
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    pub fn book(&self) -> &Book {
        &self.book
    }

    pub(crate) fn mail(&self) -> &mail::Desk {
        &self.mail
    }

    pub(crate) fn passwords(&self) -> &Passwords {
        &self.passwords
    }

    /// Begins a change in the reader's name.
    pub(crate) async fn change(&self, page: &Page, reason: &'static str) -> Result<store::Change, StoreError> {
        self.store.change(page.by(reason)).await
    }
}
