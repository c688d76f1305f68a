//! People: accounts and ways to sign in, organisations and contacts, duplicates and merging, personal data and its end.
//!
//! **Invariants.** Whether an address has an account is never told. A link works once, a code works once. Staff have two
//! factors. An id that became part of another leads to it, and a merge can be taken back to the letter. Each personal
//! datum has a purpose, an end and somebody it is for; the chain stays whole when it is forgotten.

// Pure, in reading order.
mod country;
mod order;
mod record;
// With the organisation's identity provider.
#[cfg(feature = "oidc")]
mod provider;
// With the store.
mod account;
mod book;
mod personal;
mod jobs;
mod sql;
// The pages.
mod desk;
mod my_account;
mod office;
mod sign_in;
mod staff;

#[cfg(test)]
mod tests;

use ::store::Migration;

pub use self::jobs::jobs;
pub use account::{
    Account, Seal, State, email, find, find_by_email, find_or_make, forget_second_factors, give_roles,
    outside_staff as list_outside_staff, roles, seal_second_factors, staff as list_staff,
};
pub use book::{Book, EditRefusal, Found, NewEntry, Place, Written, find as find_party, name_of, now_called};
pub use country::{Checksum, CountryRules, IdentifierOwner, IdentifierRules, NumberRefusal, PhoneRules};
pub use desk::Desk;
pub use kernel::fold;
pub use order::Alphabet;
#[cfg(feature = "oidc")]
pub use provider::{NotAnIssuer, Provider, ProviderSettings};
pub use record::{Entry, Field, KeyKind, Likeness, Party, Purpose, Reader, Sort, Visibility};
pub use sign_in::first_run;

pub fn own_words() -> Vec<web::SliceWords> {
    vec![web::SliceWords {
        slice: "people",
        files: &[
            ("en", include_str!("../words/en.ftl")),
            ("ru", include_str!("../words/ru.ftl")),
            ("kk", include_str!("../words/kk.ftl")),
        ],
    }]
}

pub fn routes(desk: Desk) -> web::Routes {
    sign_in::routes().merge(my_account::routes()).merge(office::routes()).merge(staff::routes()).with_state(desk)
}

pub fn migrations() -> Vec<Migration> {
    let step = |name, sql| Migration { owner: "people", name, sql };
    vec![step("0001", include_str!("../migrations/0001.sql")), step("0002", include_str!("../migrations/0002.sql"))]
}
