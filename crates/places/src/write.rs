//! What is done to a place. Each gives it the next revision, so that indexes follow.

use kernel::{Day, Id, LocalText, fold};
use serde_json::{Value, json};
use store::{Change, Entry, StoreError};

use crate::record::local;
use crate::record::location::{Credit, Fact, Location, Look, Use};
use crate::sql;

/// The kind of the records of the chain.
pub(crate) const LOCATION: &str = "location";

/// Puts a new place into the book with all that is known of it.
pub async fn insert_location(change: &Change, location: &Location) -> Result<(), StoreError> {
    let fresh = Location { revision: next_revision(change).await?, ..location.clone() };
    sql::locations::insert_location(change, &fresh, &name_key(&fresh.names)).await?;
    for fact in &fresh.facts {
        sql::parts::set_fact(change, fresh.id, fact).await?;
    }
    sql::parts::set_looks(change, fresh.id, &fresh.looks).await?;
    for credit in &fresh.credits {
        sql::parts::insert_credit(change, fresh.id, credit).await?;
    }
    for used in &fresh.uses {
        sql::parts::insert_use(change, fresh.id, used).await?;
    }
    change.record(Entry::new(LOCATION, fresh.id, "made").after(told(&fresh))).await;
    Ok(())
}

/// Says that something of a place's was changed elsewhere, such as its photos.
pub async fn touch(change: &Change, location: Id) -> Result<(), StoreError> {
    let revision = next_revision(change).await?;
    sql::locations::set_revision(change, location, revision).await.map(drop)
}

/// Names, type, position, state: all that is no fact.
pub(crate) async fn set_location(
    change: &Change,
    before: &Location,
    after: &Location,
    deed: &'static str,
) -> Result<(), StoreError> {
    let next = Location { revision: next_revision(change).await?, changed_at: change.moment(), ..after.clone() };
    sql::locations::set_location(change, &next, &name_key(&next.names)).await?;
    change.record(Entry::new(LOCATION, next.id, deed).before(told(before)).after(told(&next))).await;
    Ok(())
}

/// Writes a fact, or takes it away if it says nothing.
pub(crate) async fn set_fact(change: &Change, location: &Location, fact: &Fact) -> Result<bool, StoreError> {
    let before = location.fact(fact.field.key);
    if before == Some(fact) || (before.is_none() && fact.is_empty()) {
        return Ok(false);
    }
    if fact.is_empty() {
        sql::parts::delete_fact(change, location.id, fact.field.key).await?;
    } else {
        sql::parts::set_fact(change, location.id, fact).await?;
    }
    touch(change, location.id).await?;
    let entry = Entry::new(LOCATION, location.id, "fact set");
    change.record(entry.before(before.map_or(Value::Null, fact_told)).after(fact_told(fact))).await;
    Ok(true)
}

pub(crate) async fn set_looks(change: &Change, location: &Location, looks: &[Look]) -> Result<(), StoreError> {
    if location.looks == looks {
        return Ok(());
    }
    sql::parts::set_looks(change, location.id, looks).await?;
    touch(change, location.id).await?;
    let slugs = |looks: &[Look]| looks.iter().map(|look| Value::from(look.slug.as_str())).collect::<Vec<_>>();
    let entry = Entry::new(LOCATION, location.id, "looks set");
    change.record(entry.before(slugs(&location.looks)).after(slugs(looks))).await;
    Ok(())
}

pub(crate) async fn add_credit(change: &Change, location: Id, credit: &Credit) -> Result<(), StoreError> {
    sql::parts::insert_credit(change, location, credit).await?;
    touch(change, location).await?;
    change.record(Entry::new(LOCATION, location, "credit added").after(credit_told(credit))).await;
    Ok(())
}

pub(crate) async fn remove_credit(change: &Change, location: Id, credit: &Credit) -> Result<(), StoreError> {
    sql::parts::delete_credit(change, location, credit.id).await?;
    touch(change, location).await?;
    change.record(Entry::new(LOCATION, location, "credit removed").before(credit_told(credit))).await;
    Ok(())
}

pub(crate) async fn add_use(change: &Change, location: Id, used: &Use) -> Result<(), StoreError> {
    sql::parts::insert_use(change, location, used).await?;
    touch(change, location).await?;
    let told = json!({ "starts_on": used.starts_on.to_string(), "days": used.days, "production": used.production });
    change.record(Entry::new(LOCATION, location, "days noted").after(told)).await;
    Ok(())
}

pub(crate) async fn remove_use(change: &Change, location: Id, used: &Use) -> Result<(), StoreError> {
    sql::parts::delete_use(change, location, used.id).await?;
    touch(change, location).await?;
    let told = json!({ "starts_on": used.starts_on.to_string(), "days": used.days, "production": used.production });
    change.record(Entry::new(LOCATION, location, "days taken back").before(told)).await;
    Ok(())
}

async fn next_revision(change: &Change) -> Result<i64, StoreError> {
    change.next_number("places.revision").await
}

/// The day of a change, as the calendar of the world has it.
pub(crate) fn day_of(change: &Change) -> Day {
    let date = jiff::tz::TimeZone::UTC.to_datetime(change.moment()).date();
    Day::new(date.year(), date.month(), date.day()).expect("a date of the calendar is a day")
}

/// What two places have in common that are called the same, in whatever script.
pub(crate) fn name_key(names: &LocalText) -> String {
    let first = names.or_other(kernel::Language::ENGLISH).unwrap_or_default();
    fold::fold(first)
}

fn told(location: &Location) -> Value {
    json!({
        "slug": location.slug,
        "names": local::json(&location.names),
        "aliases": location.aliases,
        "type": location.kind.word,
        "destination": location.destination.map(|id| id.to_string()),
        "state": location.state.word(),
        "position": location.position.map(|position| position.degrees()),
        "precision": location.precision.word(),
        "rounded_to": location.precision.metres(),
        "unreleased": location.is_unreleased,
        "confirmed_on": location.confirmed_on.map(|day| day.to_string()),
    })
}

/// What belongs to an owner is not written into the chain, from which nothing can be taken.
fn fact_told(fact: &Fact) -> Value {
    let (value, note) = if fact.field.is_locked {
        (Value::Null, Value::Null)
    } else {
        (Value::from(fact.value.as_str()), local::json(&fact.note))
    };
    json!({
        "field": fact.field.key,
        "value": value,
        "note": note,
        "source": fact.source,
        "checked_on": fact.checked_on.map(|day| day.to_string()),
        "visibility": fact.visibility.word(),
        "uncertain": fact.is_uncertain,
    })
}

fn credit_told(credit: &Credit) -> Value {
    json!({ "title": credit.title, "year": credit.year, "scene": local::json(&credit.scene), "days": credit.days })
}
