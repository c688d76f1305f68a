//! What is done with the places of a package, by a visitor in their list and by the office alike.

use kernel::Id;
use serde_json::json;
use store::{Change, Entry, StoreError};
use web::{Form, WebError};

use crate::record::{Chosen, LONGEST_LINE, LONGEST_NOTE, MOST_PLACES, Package, moved};
use crate::sql;

/// What came of adding a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Added {
    New,
    Already,
    TooMany,
}

/// Puts a place at the end; one that was taken out comes back with its note and its choice of photos.
pub(crate) async fn add(change: &Change, package: &Package, location: Id, scene: &str) -> Result<Added, StoreError> {
    let places = sql::list_places(change, package.id).await?;
    let position = places.last().map_or(0, |last| last.position + 1);
    let known = places.iter().find(|chosen| chosen.location == location);
    match known {
        Some(chosen) if !chosen.is_taken_out => return Ok(Added::Already),
        Some(chosen) => sql::set_place(change, &Chosen { is_taken_out: false, position, ..chosen.clone() }).await?,
        None if places.iter().filter(|chosen| !chosen.is_taken_out).count() >= MOST_PLACES => {
            return Ok(Added::TooMany);
        }
        None => {
            let chosen = Chosen {
                id: change.fresh_id(),
                package: package.id,
                location,
                position,
                scene: scene.chars().take(LONGEST_LINE).collect(),
                note: String::new(),
                is_taken_out: false,
                hidden: Vec::new(),
            };
            sql::insert_place(change, &chosen).await?;
        }
    }
    change
        .record(Entry::new("package", package.id, "place added").after(json!({ "location": location.to_string() })))
        .await;
    Ok(Added::New)
}

/// One form of a place: what was typed is kept whichever of its buttons was pressed.
pub(crate) async fn act(change: &Change, package: &Package, place: &str, form: &Form) -> Result<(), WebError> {
    let id: Id = place.parse().map_err(|_| WebError::NotFound)?;
    let places = sql::list_places(change, package.id).await?;
    let mut chosen = places.iter().find(|chosen| chosen.id == id).cloned().ok_or(WebError::NotFound)?;
    if form.chose("kept", "yes") {
        chosen.note = form.typed("note").trim().chars().take(LONGEST_NOTE).collect();
        chosen.scene = form.typed("scene").trim().chars().take(LONGEST_LINE).collect();
        let shown: Vec<&str> = form.all("photo").collect();
        let known = form.all("known").filter(|photo| !shown.contains(photo));
        chosen.hidden = known.filter_map(|photo| photo.parse().ok()).collect();
    }
    let deed = match form.typed("act") {
        "remove" => {
            chosen.is_taken_out = true;
            "place taken out"
        }
        "restore" => {
            chosen.is_taken_out = false;
            "place put back"
        }
        "up" | "down" => "place moved",
        _ => "place edited",
    };
    sql::set_place(change, &chosen).await?;
    if let "up" | "down" = form.typed("act") {
        let order: Vec<Id> = places.iter().filter(|other| !other.is_taken_out).map(|other| other.id).collect();
        let order = moved(&order, id, form.typed("act") == "up").unwrap_or(order);
        for (position, id) in (0..).zip(order) {
            sql::set_position(change, id, position).await?;
        }
    }
    let after = json!({ "location": chosen.location.to_string(), "hidden": chosen.hidden.len() });
    change.record(Entry::new("package", package.id, deed).after(after)).await;
    Ok(())
}
