//! What the slice asks of the address book and the accounts.

use kernel::Id;
use people::{Book, Field, NewEntry, Sort};
use store::{Change, Query, StoreError};

use crate::inquiry::Who;

/// Who asks, in the address book.
pub(crate) struct Contacts {
    pub(crate) person: Option<Id>,
    pub(crate) organisation: Option<Id>,
}

/// Finds the sender and their company in the address book, or writes them down.
pub(crate) async fn from_inquiry(book: &Book, change: &Change, who: &Who) -> Result<Contacts, StoreError> {
    let language = language_of(book, who);
    let organisation = match who.company.as_str() {
        "" => None,
        company => {
            let found = book.search(change, Sort::Organisation, company).await?.parties;
            let same = found.into_iter().find(|party| party.of(&Field::Name).any(|entry| entry.value == company));
            match same {
                Some(party) => Some(party.id),
                None => add(book, change, Sort::Organisation, organisation_of(who, &language)).await?,
            }
        }
    };
    let found = book.search(change, Sort::Person, &who.email).await?.parties;
    let known =
        found.into_iter().find(|party| party.of(&Field::Email).any(|entry| entry.value == who.email.to_lowercase()));
    let person = match known {
        Some(party) => Some(party.id),
        None => add(book, change, Sort::Person, person_of(who, &language, organisation)).await?,
    };
    Ok(Contacts { person, organisation })
}

/// The name of an account, for pages that name who does something.
pub(crate) async fn name_of(db: &impl Query, account: Id) -> Result<String, StoreError> {
    let account = people::find(db, account).await?;
    Ok(account.map(|account| account.called().to_owned()).unwrap_or_default())
}

/// What somebody typed as their number may be none that we can keep as one: then it is a note, and not lost.
async fn add(book: &Book, change: &Change, sort: Sort, values: Vec<NewEntry>) -> Result<Option<Id>, StoreError> {
    let mut values = values;
    for _ in 0..values.len() {
        match book.add(change, sort, &values).await? {
            Ok(party) => return Ok(Some(party.id)),
            Err((at, _)) => match values.get_mut(at) {
                Some(value) if value.field != Field::Note && value.field != Field::Name => {
                    value.field = Field::Note;
                    value.language = String::new();
                }
                Some(_) | None => return Ok(None),
            },
        }
    }
    Ok(None)
}

fn person_of(who: &Who, language: &str, organisation: Option<Id>) -> Vec<NewEntry> {
    let mut values = vec![
        NewEntry::new(Field::Name, language, &who.name),
        NewEntry::new(Field::Kind, "", "producer"),
        NewEntry::new(Field::Email, "", &who.email),
    ];
    if !who.phone.is_empty() {
        values.push(NewEntry::new(Field::Phone, "", &who.phone));
    }
    values.extend(organisation.map(|id| NewEntry::new(Field::WorksAt, "", &id.to_string())));
    values
}

fn organisation_of(who: &Who, language: &str) -> Vec<NewEntry> {
    let mut values =
        vec![NewEntry::new(Field::Name, language, &who.company), NewEntry::new(Field::Kind, "", "production-company")];
    if !who.country.is_empty() {
        values.push(NewEntry::new(Field::Address, "", &who.country));
    }
    values
}

/// A name stands in a language of the site: the writer's, or the site's first.
fn language_of(book: &Book, who: &Who) -> String {
    let languages = book.languages();
    let own = who.language.tag().to_owned();
    if languages.contains(&own) { own } else { languages.first().cloned().unwrap_or(own) }
}
