use std::collections::BTreeMap;

use kernel::{Day, Id};
use store::{Change, Query, Row, StoreError, values};

use super::{parts, unreadable};
use crate::field::Kind;
use crate::record::local;
use crate::record::location::{Location, State};
use crate::record::position::{Position, Precision};

pub(crate) async fn insert_location(change: &Change, location: &Location, name_key: &str) -> Result<(), StoreError> {
    change
        .run(
            "insert into location (id, slug, names, name_key, aliases, kind, destination_id, state, latitude, longitude, \
             position_precision, rounded_to, is_unreleased, revision, changed_at, confirmed_on) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
            values![
                location.id,
                &location.slug,
                local::cell(&location.names),
                name_key,
                location.aliases.join("\n"),
                location.kind.word,
                location.destination,
                location.state.word(),
                location.position.map(|position| position.latitude),
                location.position.map(|position| position.longitude),
                location.precision.word(),
                location.precision.metres(),
                location.is_unreleased,
                location.revision,
                location.changed_at,
                location.confirmed_on
            ],
        )
        .await
        .map(drop)
}

/// All but its id, which no change touches.
pub(crate) async fn set_location(change: &Change, location: &Location, name_key: &str) -> Result<(), StoreError> {
    change
        .run(
            "update location set slug = $2, names = $3, name_key = $4, aliases = $5, kind = $6, destination_id = $7, \
             state = $8, latitude = $9, longitude = $10, position_precision = $11, rounded_to = $12, \
             is_unreleased = $13, revision = $14, changed_at = $15, confirmed_on = $16 where id = $1",
            values![
                location.id,
                &location.slug,
                local::cell(&location.names),
                name_key,
                location.aliases.join("\n"),
                location.kind.word,
                location.destination,
                location.state.word(),
                location.position.map(|position| position.latitude),
                location.position.map(|position| position.longitude),
                location.precision.word(),
                location.precision.metres(),
                location.is_unreleased,
                location.revision,
                location.changed_at,
                location.confirmed_on
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn set_revision(change: &Change, id: Id, revision: i64) -> Result<u64, StoreError> {
    change
        .run("update location set revision = $2, changed_at = $3 where id = $1", values![id, revision, change.moment()])
        .await
}

pub(crate) async fn delete_location(change: &Change, id: Id) -> Result<(), StoreError> {
    change.run("delete from location where id = $1", values![id]).await.map(drop)
}

pub(crate) async fn find_location(db: &impl Query, id: Id) -> Result<Option<Location>, StoreError> {
    let rows = db
        .rows(
            "select id, slug, names, aliases, kind, destination_id, state, latitude, longitude, position_precision, \
             rounded_to, is_unreleased, revision, changed_at, confirmed_on from location where id = $1",
            values![id],
        )
        .await?;
    Ok(whole(db, rows, id, id).await?.into_iter().next())
}

pub(crate) async fn find_id_by_slug(db: &impl Query, slug: &str) -> Result<Option<Id>, StoreError> {
    let row = db.row("select id from location where slug = $1", values![slug]).await?;
    row.map(|row| row.get("id")).transpose()
}

/// The next ones by id, in a state or in any: to walk over all.
pub(crate) async fn list_after(
    db: &impl Query,
    after: &str,
    state: Option<State>,
    most: i64,
) -> Result<Vec<Location>, StoreError> {
    let rows = db
        .rows(
            "select id, slug, names, aliases, kind, destination_id, state, latitude, longitude, position_precision, \
             rounded_to, is_unreleased, revision, changed_at, confirmed_on from location \
             where id > $1 and ($2 = '' or state = $2) order by id limit $3",
            values![after, state.map_or("", State::word), most],
        )
        .await?;
    by_range(db, rows).await
}

/// One page of the office's list: by state and part of a name where they are given, in the order of slugs.
pub(crate) async fn list_page(
    db: &impl Query,
    state: Option<State>,
    part: &str,
    after: &str,
    most: i64,
) -> Result<Vec<Location>, StoreError> {
    let rows = db
        .rows(
            "select id from location where slug > $1 and ($2 = '' or state = $2) and name_key like $3 \
             order by slug limit $4",
            values![after, state.map_or("", State::word), format!("%{}%", part.replace(['%', '_'], "")), most],
        )
        .await?;
    let mut places = Vec::new();
    for row in rows {
        places.extend(find_location(db, row.get("id")?).await?);
    }
    Ok(places)
}

/// What was changed since, the earliest first.
pub(crate) async fn list_changed(db: &impl Query, revision: i64, most: i64) -> Result<Vec<Location>, StoreError> {
    let rows = db
        .rows("select id from location where revision > $1 order by revision limit $2", values![revision, most])
        .await?;
    let mut changed = Vec::new();
    for row in rows {
        changed.extend(find_location(db, row.get("id")?).await?);
    }
    Ok(changed)
}

pub(crate) async fn list_of_destination(db: &impl Query, destination: Id) -> Result<Vec<Location>, StoreError> {
    let rows = db
        .rows(
            "select id from location where destination_id = $1 and state = 'published' order by slug",
            values![destination],
        )
        .await?;
    let mut locations = Vec::new();
    for row in rows {
        locations.extend(find_location(db, row.get("id")?).await?);
    }
    Ok(locations)
}

/// How many published ones each destination has.
pub(crate) async fn count_by_destination(db: &impl Query) -> Result<BTreeMap<Id, i64>, StoreError> {
    let rows = db
        .rows(
            "select destination_id, count(*) as many from location where state = 'published' and is_unreleased = 0 \
             and destination_id is not null group by destination_id",
            values![],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("destination_id")?, row.get("many")?))).collect()
}

/// Slugs of others that are called the same.
pub(crate) async fn list_of_name(db: &impl Query, name_key: &str, but: Id) -> Result<Vec<String>, StoreError> {
    let rows = db
        .rows("select slug from location where name_key = $1 and id <> $2 order by slug", values![name_key, but])
        .await?;
    rows.iter().map(|row| row.get("slug")).collect()
}

/// How many are in each state.
pub(crate) async fn count_by_state(db: &impl Query) -> Result<BTreeMap<String, i64>, StoreError> {
    let rows = db.rows("select state, count(*) as many from location group by state", values![]).await?;
    rows.iter().map(|row| Ok((row.get("state")?, row.get("many")?))).collect()
}

/// Published ones that nobody has confirmed since a day.
pub(crate) async fn list_unconfirmed(db: &impl Query, before: Day, most: i64) -> Result<Vec<Id>, StoreError> {
    let rows = db
        .rows(
            "select id from location where state = 'published' and confirmed_on <= $1 order by confirmed_on limit $2",
            values![before, most],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// The rows stand in the order of their ids: what belongs to them is read in one go.
async fn by_range(db: &impl Query, rows: Vec<Row>) -> Result<Vec<Location>, StoreError> {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(Vec::new()) };
    let (first, last) = (first.get("id")?, last.get("id")?);
    whole(db, rows, first, last).await
}

async fn whole(db: &impl Query, rows: Vec<Row>, first: Id, last: Id) -> Result<Vec<Location>, StoreError> {
    let mut locations = rows.iter().map(location_of).collect::<Result<Vec<_>, _>>()?;
    if locations.is_empty() {
        return Ok(locations);
    }
    let mut facts = parts::list_facts(db, first, last).await?;
    let mut looks = parts::list_looks(db, first, last).await?;
    let mut credits = parts::list_credits(db, first, last).await?;
    let mut uses = parts::list_uses(db, first, last).await?;
    for location in &mut locations {
        location.facts = facts.remove(&location.id).unwrap_or_default();
        location.facts.sort_by_key(|fact| fact.field.position());
        location.looks = looks.remove(&location.id).unwrap_or_default();
        location.credits = credits.remove(&location.id).unwrap_or_default();
        location.uses = uses.remove(&location.id).unwrap_or_default();
    }
    Ok(locations)
}

fn location_of(row: &Row) -> Result<Location, StoreError> {
    let (latitude, longitude): (Option<f64>, Option<f64>) = (row.get("latitude")?, row.get("longitude")?);
    let word: String = row.get("position_precision")?;
    let precision = Precision::of(&word, row.get("rounded_to")?);
    let kind: String = row.get("kind")?;
    let state: String = row.get("state")?;
    let aliases: String = row.get("aliases")?;
    Ok(Location {
        id: row.get("id")?,
        slug: row.get("slug")?,
        names: local::of_cell(&row.get::<String>("names")?),
        aliases: aliases.lines().map(str::to_owned).collect(),
        kind: Kind::find(&kind).ok_or_else(|| unreadable("kind", "type of place"))?,
        destination: row.get("destination_id")?,
        state: State::from_word(&state).ok_or_else(|| unreadable("state", "state of a place"))?,
        position: latitude.zip(longitude).and_then(|(latitude, longitude)| Position::new(latitude, longitude)),
        precision: precision.ok_or_else(|| unreadable("position_precision", "precision"))?,
        is_unreleased: row.get("is_unreleased")?,
        facts: Vec::new(),
        looks: Vec::new(),
        credits: Vec::new(),
        uses: Vec::new(),
        revision: row.get("revision")?,
        changed_at: row.get("changed_at")?,
        confirmed_on: row.get("confirmed_on")?,
    })
}
