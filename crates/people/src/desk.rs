use std::sync::Arc;

use store::{Store, StoreError};
use web::Page;

use crate::account::{Account, Passwords, Seal, SecondFactor};
use crate::{Book, CountryRules};

/// What the pages of the slice work with.
#[derive(Clone)]
pub struct Desk {
    store: Store,
    book: Book,
    mail: Arc<mail::Desk>,
    passwords: Passwords,
    seal: Seal,
    #[cfg(feature = "oidc")]
    provider: Option<Arc<crate::Provider>>,
}

impl Desk {
    /// `languages` are tag and locale in the commission's order: lists are sorted by the first one's alphabet.
    pub fn new(
        store: Store,
        mail: Arc<mail::Desk>,
        rules: CountryRules,
        languages: &[(String, String)],
        seal: Seal,
    ) -> Self {
        Self {
            store,
            book: Book::new(rules, languages),
            mail,
            passwords: Passwords::new(),
            seal,
            #[cfg(feature = "oidc")]
            provider: None,
        }
    }

    /// Lets staff come in through the organisation's identity provider too.
    #[cfg(feature = "oidc")]
    #[must_use]
    pub fn with_provider(self, provider: Option<Arc<crate::Provider>>) -> Self {
        Self { provider, ..self }
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

    pub(crate) fn seal(&self) -> &Seal {
        &self.seal
    }

    /// Nothing where there is none, or where it was sealed with another key.
    pub(crate) fn second_factor(&self, account: &Account) -> Option<SecondFactor> {
        SecondFactor::of(&self.seal.open(&account.totp_secret, account.id)?)
    }

    #[cfg(feature = "oidc")]
    pub(crate) fn provider(&self) -> Option<&crate::Provider> {
        self.provider.as_deref()
    }

    pub(crate) fn has_provider(&self) -> bool {
        #[cfg(feature = "oidc")]
        return self.provider.is_some();
        #[cfg(not(feature = "oidc"))]
        return false;
    }

    /// Begins a change in the reader's name.
    pub(crate) async fn change(&self, page: &Page, reason: &'static str) -> Result<store::Change, StoreError> {
        self.store.change(page.by(reason)).await
    }
}
