//! All rows that can be used, in one change.

use jobs::Job;
use kernel::Id;
use serde_json::json;
use store::{Change, Entry, StoreError};

use super::plan::{Outcome, plan};
use super::{Import, ImportState, pictures, snapshot};
use crate::record::location::Location;
use crate::write::LOCATION;
use crate::{Desk, find, sql, write};

/// The kind of imports in the chain.
pub(super) const IMPORT: &str = "place_import";

/// A place that was not there before.
pub(super) const NEW: &str = "new";

/// What was done with how many rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(super) new: usize,
    pub(super) changed: usize,
    pub(super) unchanged: usize,
    pub(super) problems: usize,
}

impl Counts {
    pub(super) fn add(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::New(_) => self.new += 1,
            Outcome::Changed { .. } => self.changed += 1,
            Outcome::Unchanged(_) => self.unchanged += 1,
            Outcome::Problem(_) => self.problems += 1,
        }
    }
}

/// Looks at the rows once more, as the book may be another by now, and does what they say.
pub(crate) async fn commit(change: &Change, desk: &Desk, import: &Import) -> Result<Counts, StoreError> {
    let rows = sql::imports::list_rows(change, import.id).await?;
    let mut counts = Counts::default();
    for planned in plan(change, desk, import, &rows).await? {
        counts.add(&planned.outcome);
        let (location, before) = match planned.outcome {
            Outcome::New(place) => {
                let place = Location { id: change.fresh_id(), changed_at: change.moment(), ..*place };
                write::insert_location(change, &place).await?;
                (place.id, NEW.to_owned())
            }
            Outcome::Changed { before, after, .. } => {
                put(change, &before, &after).await?;
                (before.id, snapshot::write(&before))
            }
            Outcome::Unchanged(id) => (id, String::new()),
            Outcome::Problem(_) => continue,
        };
        if !before.is_empty() {
            change.record(Entry::new(LOCATION, location, "imported")).await;
        }
        let revision = revision_of(change, location).await?;
        sql::imports::set_row_done(change, import.id, planned.number, location, &before, revision).await?;
    }
    sql::imports::set_state(change, import.id, ImportState::Committed).await?;
    if import.archive.is_some() {
        let (kind, id) = (pictures::KIND, import.id.to_string());
        let job = Job { kind, args: json!({ "import": id }), run_at: change.moment(), key: Some(id) };
        jobs::enqueue(change, job).await?;
    }
    let told = json!({ "new": counts.new, "changed": counts.changed, "problems": counts.problems });
    change.record(Entry::new(IMPORT, import.id, "committed").after(told)).await;
    Ok(counts)
}

/// Makes a place what another state of it is: names, type, position, looks, facts.
pub(super) async fn put(change: &Change, from: &Location, to: &Location) -> Result<(), StoreError> {
    let identity = |place: &Location| {
        (
            place.slug.clone(),
            place.names.clone(),
            place.aliases.clone(),
            (place.kind, place.destination, place.state),
            (place.position, place.precision),
        )
    };
    if identity(from) != identity(to) {
        write::set_location(change, from, to, "edited").await?;
    }
    write::set_looks(change, from, &to.looks).await?;
    for fact in &to.facts {
        write::set_fact(change, from, fact).await?;
    }
    for gone in from.facts.iter().filter(|fact| to.fact(fact.field.key).is_none()) {
        let nothing = crate::Fact::new(gone.field, "", kernel::LocalText::default());
        write::set_fact(change, from, &nothing).await?;
    }
    Ok(())
}

pub(super) async fn revision_of(change: &Change, location: Id) -> Result<i64, StoreError> {
    Ok(find::find_location(change, location).await?.map_or(0, |place| place.revision))
}
