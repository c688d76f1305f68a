use kernel::{Day, Id};
use store::{Change, Entry as AuditEntry, StoreError};

use super::{Book, find};
use crate::account;
use crate::country::NumberRefusal;
use crate::record::{self, Entry, Field, Party, Purpose, Sort, Visibility};
use crate::sql::parties as sql;

/// A value that somebody gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    pub field: Field,
    pub language: String,
    pub value: String,
    pub detail: String,
    pub visibility: Visibility,
    pub purpose: Purpose,
}

/// Why a value cannot be taken; names are keys of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditRefusal {
    Empty,
    TooLong,
    Number(NumberRefusal),
    NotAnAddress,
    NotASite,
    NotAKind,
    NotALanguage,
    NoSuchOrganisation,
    /// A record may have only one.
    AlreadyThere,
    /// A record without a name cannot be found again.
    LastName,
}

/// What came of an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    Done,
    Refused(EditRefusal),
    /// Somebody else was faster: this stands there now.
    Changed(Option<String>),
}

/// Longer than any name, shorter than a novel.
const LONGEST: usize = 2_000;

impl NewEntry {
    /// For the office, and as long as the office works with the record.
    pub fn new(field: Field, language: &str, value: &str) -> Self {
        Self {
            field,
            language: language.to_owned(),
            value: value.to_owned(),
            detail: String::new(),
            visibility: Visibility::OfficeOnly,
            purpose: Purpose::Service,
        }
    }
}

impl EditRefusal {
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "people-value-empty",
            Self::TooLong => "people-value-too-long",
            Self::Number(refusal) => refusal.key(),
            Self::NotAnAddress => "people-not-an-address",
            Self::NotASite => "people-not-a-site",
            Self::NotAKind => "people-not-a-kind",
            Self::NotALanguage => "people-not-a-language",
            Self::NoSuchOrganisation => "people-no-such-organisation",
            Self::AlreadyThere => "people-already-there",
            Self::LastName => "people-last-name",
        }
    }
}

impl Book {
    /// Makes a record. Refusals are told by the place of the value in the list.
    pub async fn add(
        &self,
        change: &Change,
        sort: Sort,
        values: &[NewEntry],
    ) -> Result<Result<Party, (usize, EditRefusal)>, StoreError> {
        let moment = moment_text(change);
        let mut party = Party {
            id: change.fresh_id(),
            sort,
            made_at: moment.clone(),
            changed_at: moment,
            order_key: String::new(),
            entries: Vec::new(),
        };
        for (at, value) in values.iter().enumerate() {
            match self.checked(change, &party, value).await? {
                Ok(value) => {
                    let entry = self.entry(change, value);
                    party.entries.push(entry);
                }
                Err(refusal) => return Ok(Err((at, refusal))),
            }
        }
        if !party.entries.iter().any(|entry| entry.field == Field::Name) {
            return Ok(Err((0, EditRefusal::LastName)));
        }
        sql::insert_party(change, &party).await?;
        for entry in &party.entries {
            sql::insert_entry(change, party.id, entry).await?;
        }
        self.index(change, &mut party).await?;
        let names: Vec<&str> = party.of(&Field::Name).map(|entry| entry.value.as_str()).collect();
        change.record(AuditEntry::new(sort.word(), party.id, "made").after(serde_json::json!({ "name": names }))).await;
        Ok(Ok(party))
    }

    /// Adds a value to a record.
    pub async fn add_entry(&self, change: &Change, party: Id, value: &NewEntry) -> Result<Written, StoreError> {
        let Some(mut party) = find(change, party).await? else { return Ok(Written::Changed(None)) };
        let value = match self.checked(change, &party, value).await? {
            Ok(value) => value,
            Err(refusal) => return Ok(Written::Refused(refusal)),
        };
        let entry = self.entry(change, value);
        sql::insert_entry(change, party.id, &entry).await?;
        note(change, &party, "value added", &entry.field, None, Some(&entry.value)).await;
        party.entries.push(entry);
        self.index(change, &mut party).await?;
        Ok(Written::Done)
    }

    /// Changes a value, if the one that was seen still stands there. An empty value takes it away.
    pub async fn set_entry(
        &self,
        change: &Change,
        party: Id,
        entry: Id,
        seen: &str,
        value: &NewEntry,
    ) -> Result<Written, StoreError> {
        let Some(mut party) = find(change, party).await? else { return Ok(Written::Changed(None)) };
        let Some(at) = party.entries.iter().position(|known| known.id == entry) else {
            return Ok(Written::Changed(None));
        };
        let before = party.entries.remove(at);
        if before.value != seen {
            return Ok(Written::Changed(Some(before.value)));
        }
        if value.value.trim().is_empty() {
            return self.take_away(change, party, before).await;
        }
        // What a value is of never changes by editing it, whatever a form says.
        let value = NewEntry { field: before.field.clone(), language: before.language.clone(), ..value.clone() };
        let value = match self.checked(change, &party, &value).await? {
            Ok(value) => value,
            Err(refusal) => return Ok(Written::Refused(refusal)),
        };
        let after = Entry { id: before.id, ..self.entry(change, value) };
        if !sql::set_entry(change, seen, &after).await? {
            return Ok(Written::Changed(None));
        }
        note(change, &party, "value changed", &after.field, Some(&before.value), Some(&after.value)).await;
        party.entries.insert(at, after);
        self.index(change, &mut party).await?;
        Ok(Written::Done)
    }

    async fn take_away(&self, change: &Change, mut party: Party, entry: Entry) -> Result<Written, StoreError> {
        let has_name = party.of(&Field::Name).next().is_some();
        if !has_name {
            return Ok(Written::Refused(EditRefusal::LastName));
        }
        sql::delete_entry(change, entry.id, &entry.value).await?;
        note(change, &party, "value taken away", &entry.field, Some(&entry.value), None).await;
        self.index(change, &mut party).await?;
        Ok(Written::Done)
    }

    /// Keys and order follow the values.
    pub(super) async fn index(&self, change: &Change, party: &mut Party) -> Result<(), StoreError> {
        party.changed_at = moment_text(change);
        party.order_key = self.alphabet.key(&party.sorted_as(self.first_language()));
        sql::set_party(change, party).await?;
        sql::set_keys(change, party.id, &record::keys(&self.rules, party)).await
    }

    /// The value as it is kept, or why it is not.
    async fn checked(
        &self,
        change: &Change,
        party: &Party,
        value: &NewEntry,
    ) -> Result<Result<NewEntry, EditRefusal>, StoreError> {
        let mut kept = match self.normal(party.sort, value) {
            Ok(kept) => kept,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if kept.field == Field::WorksAt {
            let organisation = match kept.value.parse() {
                Ok(id) => find(change, id).await?.filter(|party| party.sort == Sort::Organisation),
                Err(_) => None,
            };
            let Some(organisation) = organisation else { return Ok(Err(EditRefusal::NoSuchOrganisation)) };
            kept.value = organisation.id.to_string();
        }
        let is_there = {
            let mut same = party.of(&kept.field).filter(|entry| entry.language == kept.language);
            same.any(|entry| entry.value == kept.value || !kept.field.is_list())
        };
        Ok(if is_there { Err(EditRefusal::AlreadyThere) } else { Ok(kept) })
    }

    fn normal(&self, sort: Sort, value: &NewEntry) -> Result<NewEntry, EditRefusal> {
        let typed = if value.field == Field::Address || value.field == Field::Note {
            value.value.trim().replace("\r\n", "\n")
        } else {
            value.value.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        if typed.is_empty() {
            return Err(EditRefusal::Empty);
        }
        if typed.len() > LONGEST || value.detail.len() > LONGEST {
            return Err(EditRefusal::TooLong);
        }
        let kept = match &value.field {
            Field::Phone => self.rules.phone(&typed).map_err(EditRefusal::Number)?,
            Field::Email => account::email(&typed).ok_or(EditRefusal::NotAnAddress)?,
            Field::Website => site(&typed).ok_or(EditRefusal::NotASite)?,
            Field::Identifier(key) => match self.rules.identifier(key) {
                Some(rules) => rules.check(&typed).map_err(EditRefusal::Number)?,
                None => return Err(EditRefusal::NotAKind),
            },
            Field::Kind if !sort.kinds().contains(&typed.as_str()) => return Err(EditRefusal::NotAKind),
            Field::Name if !self.languages.contains(&value.language) => return Err(EditRefusal::NotALanguage),
            Field::Name
            | Field::Kind
            | Field::PassportName
            | Field::SortAs
            | Field::AddressAs
            | Field::Alias
            | Field::Address
            | Field::WorksAt
            | Field::Note => typed,
        };
        let language = if value.field == Field::Name { value.language.clone() } else { String::new() };
        Ok(NewEntry { value: kept, language, detail: value.detail.trim().to_owned(), ..value.clone() })
    }

    fn entry(&self, change: &Change, value: NewEntry) -> Entry {
        let keep_until = if value.field.is_personal() { self.keep_until(change, value.purpose) } else { String::new() };
        Entry {
            id: change.fresh_id(),
            field: value.field,
            language: value.language,
            value: value.value,
            detail: value.detail,
            visibility: value.visibility,
            purpose: value.purpose,
            keep_until,
            changed_at: moment_text(change),
        }
    }

    /// The last day of a purpose that begins now; empty where the profile names no end.
    fn keep_until(&self, change: &Change, purpose: Purpose) -> String {
        let Some(months) = self.rules.retention.get(purpose.word()) else { return String::new() };
        let date = jiff::tz::TimeZone::UTC.to_datetime(change.moment()).date();
        let today = Day::new(date.year(), date.month(), date.day());
        let end = today.and_then(|today| today.plus_months(i64::from(*months)));
        end.map(|end| end.to_string()).unwrap_or_default()
    }
}

/// What a value was and is, for the chain; the detail is blanked when the person is.
async fn note(
    change: &Change,
    party: &Party,
    deed: &'static str,
    field: &Field,
    before: Option<&str>,
    after: Option<&str>,
) {
    let said =
        |value: Option<&str>| value.map_or(serde_json::Value::Null, |value| serde_json::json!({ field.word(): value }));
    change.record(AuditEntry::new(party.sort.word(), party.id, deed).before(said(before)).after(said(after))).await;
}

/// Only addresses that a browser opens as a page.
fn site(typed: &str) -> Option<String> {
    let address = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_site = matches!(scheme.to_lowercase().as_str(), "http" | "https")
        && host.contains('.')
        && !host.contains(['@', ' ', '"', '\'', '<', '>', '\\'])
        && !rest.chars().any(|letter| letter.is_whitespace() || letter.is_control() || "\"<>\\".contains(letter));
    is_site.then_some(address)
}

pub(super) fn moment_text(change: &Change) -> String {
    format!("{:.3}", change.moment())
}

#[cfg(test)]
mod tests {
    use super::site;

    #[test]
    fn a_site_is_opened_as_a_page_and_as_nothing_else() {
        assert_eq!(site("baris.kz"), Some("https://baris.kz".to_owned()));
        assert_eq!(site("http://baris.kz/en?x=1"), Some("http://baris.kz/en?x=1".to_owned()));
        for wrong in [
            "javascript:alert(1)",
            "javascript://baris.kz/%0aalert(1)",
            "data:text/html,x",
            "https://a@b.kz",
            "x",
            "https://a.kz/\"><script>",
        ] {
            assert_eq!(site(wrong), None, "{wrong}");
        }
    }
}
