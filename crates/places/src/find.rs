//! What others read of places.

use kernel::Id;
use store::{Query, StoreError};

use crate::record::destination::Destination;
use crate::record::location::{Location, State};
use crate::sql;

/// So many are read at once where all are walked over.
const AT_ONCE: i64 = 500;

/// A place in any state; whether the public may see it says [`Location::is_listed`].
pub async fn find_location(db: &impl Query, id: Id) -> Result<Option<Location>, StoreError> {
    sql::locations::find_location(db, id).await
}

pub async fn find_location_by_slug(db: &impl Query, slug: &str) -> Result<Option<Location>, StoreError> {
    match sql::locations::find_id_by_slug(db, slug).await? {
        Some(id) => sql::locations::find_location(db, id).await,
        None => Ok(None),
    }
}

/// Those that are there, in the order of `ids`.
pub async fn list_locations(db: &impl Query, ids: &[Id]) -> Result<Vec<Location>, StoreError> {
    let mut locations = Vec::new();
    for id in ids {
        locations.extend(sql::locations::find_location(db, *id).await?);
    }
    Ok(locations)
}

/// Hands every published place to `take`, some hundreds read at a time: for an index that is built anew. Also those
/// that are [`Location::is_unreleased`].
pub async fn each_published(db: &impl Query, mut take: impl FnMut(Location)) -> Result<(), StoreError> {
    let mut after = String::new();
    loop {
        let some = sql::locations::list_after(db, &after, Some(State::Published), AT_ONCE).await?;
        let Some(last) = some.last() else { return Ok(()) };
        after = last.id.to_string();
        some.into_iter().for_each(&mut take);
    }
}

/// What was changed since a revision, in any state, the earliest first: whoever keeps an index takes away what is not
/// listed any more, and asks again from the last revision. Nothing is ever deleted.
pub async fn changed_since(db: &impl Query, revision: i64, most: i64) -> Result<Vec<Location>, StoreError> {
    sql::locations::list_changed(db, revision, most).await
}

pub async fn find_destination(db: &impl Query, id: Id) -> Result<Option<Destination>, StoreError> {
    sql::destinations::find_destination(db, id).await
}

pub async fn find_destination_by_slug(db: &impl Query, slug: &str) -> Result<Option<Destination>, StoreError> {
    match sql::destinations::find_id_by_slug(db, slug).await? {
        Some(id) => sql::destinations::find_destination(db, id).await,
        None => Ok(None),
    }
}

/// Regions and cities in the order of their slugs, each with its summary.
pub async fn list_destinations(db: &impl Query) -> Result<Vec<Destination>, StoreError> {
    sql::destinations::list_destinations(db).await
}
