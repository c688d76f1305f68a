use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use crate::record::Chosen;

pub(crate) async fn insert_place(change: &Change, chosen: &Chosen) -> Result<(), StoreError> {
    change
        .run(
            "insert into package_place (id, package_id, location_id, position, scene, note, is_taken_out) \
             values ($1, $2, $3, $4, $5, $6, 0)",
            values![chosen.id, chosen.package, chosen.location, chosen.position, &chosen.scene, &chosen.note],
        )
        .await
        .map(drop)
}

/// All of them in their order, those that were taken out too.
pub(crate) async fn list_places(db: &impl Query, package: Id) -> Result<Vec<Chosen>, StoreError> {
    let sql = "select * from package_place where package_id = $1 order by position, id";
    let rows = db.rows(sql, values![package]).await?;
    let mut places = rows.iter().map(place_of).collect::<Result<Vec<_>, _>>()?;
    let sql = "select p.package_place_id, p.photo_id from package_hidden_photo p \
               join package_place c on c.id = p.package_place_id where c.package_id = $1";
    for row in db.rows(sql, values![package]).await? {
        let of: Id = row.get("package_place_id")?;
        let photo: Id = row.get("photo_id")?;
        if let Some(place) = places.iter_mut().find(|place| place.id == of) {
            place.hidden.push(photo);
        }
    }
    Ok(places)
}

pub(crate) async fn set_place(change: &Change, chosen: &Chosen) -> Result<(), StoreError> {
    change
        .run(
            "update package_place set position = $2, scene = $3, note = $4, is_taken_out = $5 where id = $1",
            values![chosen.id, chosen.position, &chosen.scene, &chosen.note, chosen.is_taken_out],
        )
        .await?;
    change.run("delete from package_hidden_photo where package_place_id = $1", values![chosen.id]).await?;
    for photo in &chosen.hidden {
        change
            .run(
                "insert into package_hidden_photo (package_place_id, photo_id) values ($1, $2) \
                 on conflict (package_place_id, photo_id) do nothing",
                values![chosen.id, photo],
            )
            .await?;
    }
    Ok(())
}

pub(crate) async fn set_position(change: &Change, id: Id, position: i64) -> Result<(), StoreError> {
    change.run("update package_place set position = $2 where id = $1", values![id, position]).await.map(drop)
}

fn place_of(row: &Row) -> Result<Chosen, StoreError> {
    Ok(Chosen {
        id: row.get("id")?,
        package: row.get("package_id")?,
        location: row.get("location_id")?,
        position: row.get("position")?,
        scene: row.get("scene")?,
        note: row.get("note")?,
        is_taken_out: row.get("is_taken_out")?,
        hidden: Vec::new(),
    })
}
