use std::collections::BTreeSet;

use kernel::{Day, Id};
use store::{Change, Query, Row, StoreError, values};

use super::accounts::unreadable;
use crate::record::{Entry, Field, Key, KeyKind, Party, Purpose, Sort, Visibility};

pub(crate) async fn insert_party(change: &Change, party: &Party) -> Result<(), StoreError> {
    change
        .run(
            "insert into party (id, sort, made_at, changed_at, order_key, erased_at) values ($1, $2, $3, $4, $5, '')",
            values![party.id, party.sort.word(), &party.made_at, &party.changed_at, &party.order_key],
        )
        .await
        .map(drop)
}

/// A record with its values, unless it was erased.
pub(crate) async fn find_party(db: &impl Query, id: Id) -> Result<Option<Party>, StoreError> {
    let row = db
        .row("select id, sort, made_at, changed_at, order_key from party where id = $1 and erased_at = ''", values![id])
        .await?;
    let Some(row) = row else { return Ok(None) };
    let mut party = party_of(&row)?;
    let rows = db
        .rows(
            "select id, field, language, value, detail, visibility, purpose, keep_until, changed_at from party_entry \
             where party_id = $1 order by id",
            values![id],
        )
        .await?;
    party.entries = rows.iter().map(entry_of).collect::<Result<_, _>>()?;
    party.entries.sort_by_key(|entry| (entry.field.clone(), entry.language.clone(), entry.id));
    Ok(Some(party))
}

pub(crate) async fn set_party(change: &Change, party: &Party) -> Result<(), StoreError> {
    change
        .run(
            "update party set changed_at = $2, order_key = $3 where id = $1",
            values![party.id, &party.changed_at, &party.order_key],
        )
        .await
        .map(drop)
}

pub(crate) async fn set_erased(change: &Change, id: Id) -> Result<(), StoreError> {
    change
        .run("update party set erased_at = $2, order_key = '' where id = $1", values![id, change.moment()])
        .await
        .map(drop)
}

pub(crate) async fn delete_party(change: &Change, id: Id) -> Result<(), StoreError> {
    change.run("delete from party where id = $1", values![id]).await.map(drop)
}

pub(crate) async fn insert_entry(change: &Change, party: Id, entry: &Entry) -> Result<(), StoreError> {
    change
        .run(
            "insert into party_entry \
             (id, party_id, field, language, value, detail, visibility, purpose, keep_until, changed_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            values![
                entry.id,
                party,
                entry.field.word(),
                &entry.language,
                &entry.value,
                &entry.detail,
                entry.visibility.word(),
                entry.purpose.word(),
                &entry.keep_until,
                &entry.changed_at
            ],
        )
        .await
        .map(drop)
}

/// Writes a value where still the one stands that its writer saw; false if somebody was faster.
pub(crate) async fn set_entry(change: &Change, seen: &str, entry: &Entry) -> Result<bool, StoreError> {
    let written = change
        .run(
            "update party_entry set value = $3, detail = $4, visibility = $5, purpose = $6, keep_until = $7, \
             changed_at = $8 where id = $1 and value = $2",
            values![
                entry.id,
                seen,
                &entry.value,
                &entry.detail,
                entry.visibility.word(),
                entry.purpose.word(),
                &entry.keep_until,
                &entry.changed_at
            ],
        )
        .await?;
    Ok(written == 1)
}

pub(crate) async fn delete_entry(change: &Change, id: Id, seen: &str) -> Result<bool, StoreError> {
    let deleted = change.run("delete from party_entry where id = $1 and value = $2", values![id, seen]).await?;
    Ok(deleted == 1)
}

pub(crate) async fn delete_entries(change: &Change, party: Id) -> Result<(), StoreError> {
    change.run("delete from party_entry where party_id = $1", values![party]).await.map(drop)
}

/// Values whose time is over: the entry, its record, the record's sort and the field.
pub(crate) async fn list_due(
    db: &impl Query,
    today: Day,
    at_most: i64,
) -> Result<Vec<(Id, Id, Sort, Field)>, StoreError> {
    let rows = db
        .rows(
            "select party_entry.id, party_id, sort, field from party_entry join party on party.id = party_id \
             where keep_until <> '' and keep_until <= $1 order by keep_until, party_entry.id limit $2",
            values![today, at_most],
        )
        .await?;
    let due = |row: &Row| {
        let (sort, field): (String, String) = (row.get("sort")?, row.get("field")?);
        let sort = Sort::from_word(&sort).ok_or_else(|| unreadable("sort"))?;
        let field = Field::from_word(&field).ok_or_else(|| unreadable("field"))?;
        Ok((row.get("id")?, row.get("party_id")?, sort, field))
    };
    rows.iter().map(due).collect()
}

pub(crate) async fn set_keys(change: &Change, party: Id, keys: &BTreeSet<Key>) -> Result<(), StoreError> {
    change.run("delete from party_key where party_id = $1", values![party]).await?;
    for key in keys {
        change
            .run(
                "insert into party_key (party_id, kind, value) values ($1, $2, $3)",
                values![party, key.kind.word(), &key.value],
            )
            .await?;
    }
    Ok(())
}

/// Records that have a key.
pub(crate) async fn list_with_key(db: &impl Query, sort: Sort, key: &Key) -> Result<Vec<Id>, StoreError> {
    let rows = db
        .rows(
            "select party_id from party_key join party on party.id = party_id \
             where kind = $1 and value = $2 and sort = $3 order by party_id limit 50",
            values![key.kind.word(), &key.value, sort.word()],
        )
        .await?;
    rows.iter().map(|row| row.get("party_id")).collect()
}

/// Records whose names have words that begin as each of the given ones, in the alphabet's order; an empty beginning
/// fits all.
pub(crate) async fn list_with_words(
    db: &impl Query,
    sort: Sort,
    beginnings: [&str; 3],
    at_most: i64,
) -> Result<Vec<Id>, StoreError> {
    let [first, second, third] = beginnings;
    let end = |beginning: &str| format!("{beginning}\u{7f}");
    let rows = db
        .rows(
            "select id from party where sort = $1 and erased_at = '' \
             and exists (select 1 from party_key where party_id = party.id and kind = 'word' and value >= $2 and value < $3) \
             and ($4 = '' or exists (select 1 from party_key where party_id = party.id and kind = 'word' \
             and value >= $4 and value < $5)) \
             and ($6 = '' or exists (select 1 from party_key where party_id = party.id and kind = 'word' \
             and value >= $6 and value < $7)) \
             order by order_key, id limit $8",
            values![sort.word(), first, end(first), second, end(second), third, end(third), at_most],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Records of a sort in the alphabet's order, after a place in it.
pub(crate) async fn list_parties(
    db: &impl Query,
    sort: Sort,
    after: &(String, String),
    at_most: i64,
) -> Result<Vec<Id>, StoreError> {
    let rows = db
        .rows(
            "select id from party where sort = $1 and erased_at = '' and (order_key, id) > ($2, $3) \
             order by order_key, id limit $4",
            values![sort.word(), &after.0, &after.1, at_most],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

pub(crate) async fn count_parties(db: &impl Query, sort: Sort) -> Result<i64, StoreError> {
    db.number("select count(*) from party where sort = $1 and erased_at = ''", values![sort.word()]).await
}

/// People whose record says that they work for an organisation.
pub(crate) async fn list_working_at(db: &impl Query, organisation: Id) -> Result<Vec<Id>, StoreError> {
    let rows = db
        .rows(
            "select distinct party_id from party_entry where field = 'works-at' and value = $1 order by party_id limit 200",
            values![organisation],
        )
        .await?;
    rows.iter().map(|row| row.get("party_id")).collect()
}

/// Pairs that share something, each once, without those that somebody found to be two.
pub(crate) async fn list_shared(db: &impl Query, at_most: i64) -> Result<Vec<(Id, Id, KeyKind)>, StoreError> {
    let rows = db
        .rows(
            "select one.party_id as low_id, other.party_id as high_id, one.kind as kind from party_key one \
             join party_key other on other.kind = one.kind and other.value = one.value and other.party_id > one.party_id \
             join party low on low.id = one.party_id join party high on high.id = other.party_id and high.sort = low.sort \
             where one.kind <> 'word' and not exists (select 1 from party_distinct \
             where party_distinct.low_id = one.party_id and party_distinct.high_id = other.party_id) \
             order by one.kind, one.value limit $1",
            values![at_most],
        )
        .await?;
    let shared = |row: &Row| {
        let kind: String = row.get("kind")?;
        let kind = KeyKind::from_word(&kind).ok_or_else(|| unreadable("kind"))?;
        Ok((row.get("low_id")?, row.get("high_id")?, kind))
    };
    rows.iter().map(shared).collect()
}

pub(crate) async fn insert_distinct(change: &Change, low: Id, high: Id) -> Result<(), StoreError> {
    change
        .run(
            "insert into party_distinct (low_id, high_id) values ($1, $2) on conflict (low_id, high_id) do nothing",
            values![low, high],
        )
        .await
        .map(drop)
}

fn party_of(row: &Row) -> Result<Party, StoreError> {
    let sort: String = row.get("sort")?;
    Ok(Party {
        id: row.get("id")?,
        sort: Sort::from_word(&sort).ok_or_else(|| unreadable("sort"))?,
        made_at: row.get("made_at")?,
        changed_at: row.get("changed_at")?,
        order_key: row.get("order_key")?,
        entries: Vec::new(),
    })
}

fn entry_of(row: &Row) -> Result<Entry, StoreError> {
    let words: [String; 3] = [row.get("field")?, row.get("visibility")?, row.get("purpose")?];
    let [field, visibility, purpose] = &words;
    Ok(Entry {
        id: row.get("id")?,
        field: Field::from_word(field).ok_or_else(|| unreadable("field"))?,
        language: row.get("language")?,
        value: row.get("value")?,
        detail: row.get("detail")?,
        visibility: Visibility::from_word(visibility).ok_or_else(|| unreadable("visibility"))?,
        purpose: Purpose::from_word(purpose).ok_or_else(|| unreadable("purpose"))?,
        keep_until: row.get("keep_until")?,
        changed_at: row.get("changed_at")?,
    })
}
