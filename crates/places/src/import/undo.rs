//! A whole import taken back. What somebody has changed since stays as they left it.

use serde_json::json;
use store::{Change, Entry, StoreError};

use super::commit::{IMPORT, NEW, put};
use super::{Import, ImportState, snapshot};
use crate::record::location::{Location, State};
use crate::write::LOCATION;
use crate::{find, sql, write};

/// Answers how many places were put back, and how many were left as they are.
pub(super) async fn undo(change: &Change, import: &Import) -> Result<(usize, usize), StoreError> {
    let (mut back, mut left) = (0, 0);
    for row in sql::imports::list_rows(change, import.id).await? {
        let Some(id) = row.location.filter(|_| !row.before.is_empty()) else { continue };
        let Some(now) = find::find_location(change, id).await? else { continue };
        if now.revision != row.revision_after {
            left += 1;
            continue;
        }
        if row.before == NEW {
            take_away(change, &now).await?;
        } else if let Some(before) = snapshot::read(&row.before, &now) {
            put(change, &now, &before).await?;
        }
        change.record(Entry::new(LOCATION, id, "import undone")).await;
        back += 1;
    }
    sql::imports::set_state(change, import.id, ImportState::Undone).await?;
    change.record(Entry::new(IMPORT, import.id, "undone").after(json!({ "back": back, "left": left }))).await;
    Ok((back, left))
}

/// A draft that nobody has seen goes; one that has photos already is withdrawn, for they are somebody's work.
async fn take_away(change: &Change, place: &Location) -> Result<(), StoreError> {
    if sql::photos::list_photos(change, place.id).await?.is_empty() {
        sql::parts::delete_parts(change, place.id).await?;
        return sql::locations::delete_location(change, place.id).await;
    }
    let after = Location { state: State::Withdrawn, ..place.clone() };
    write::set_location(change, place, &after, "state changed").await
}
