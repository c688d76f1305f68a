use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use super::unreadable;
use crate::record::destination::{Destination, DestinationKind, DestinationText, Subject};
use crate::record::local;
use crate::record::position::Position;

pub(crate) async fn set_destination(change: &Change, destination: &Destination) -> Result<(), StoreError> {
    change
        .run(
            "insert into destination (id, slug, kind, parent_id, names, code, latitude, longitude) \
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do update set slug = excluded.slug, \
             kind = excluded.kind, parent_id = excluded.parent_id, names = excluded.names, code = excluded.code, \
             latitude = excluded.latitude, longitude = excluded.longitude",
            values![
                destination.id,
                &destination.slug,
                destination.kind.word(),
                destination.parent,
                local::cell(&destination.names),
                &destination.code,
                destination.position.map(|position| position.latitude),
                destination.position.map(|position| position.longitude)
            ],
        )
        .await?;
    change.run("delete from destination_text where destination_id = $1", values![destination.id]).await?;
    for text in &destination.texts {
        change
            .run(
                "insert into destination_text (destination_id, subject, said, source, checked_on) \
                 values ($1, $2, $3, $4, $5)",
                values![destination.id, text.subject.word(), local::cell(&text.said), &text.source, text.checked_on],
            )
            .await?;
    }
    Ok(())
}

pub(crate) async fn find_destination(db: &impl Query, id: Id) -> Result<Option<Destination>, StoreError> {
    let row = db
        .row(
            "select id, slug, kind, parent_id, names, code, latitude, longitude from destination where id = $1",
            values![id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let mut destination = destination_of(&row)?;
    destination.texts = list_texts(db, id).await?;
    Ok(Some(destination))
}

pub(crate) async fn find_id_by_slug(db: &impl Query, slug: &str) -> Result<Option<Id>, StoreError> {
    let row = db.row("select id from destination where slug = $1", values![slug]).await?;
    row.map(|row| row.get("id")).transpose()
}

/// All of them with their summaries; a country has dozens.
pub(crate) async fn list_destinations(db: &impl Query) -> Result<Vec<Destination>, StoreError> {
    let rows = db
        .rows(
            "select id, slug, kind, parent_id, names, code, latitude, longitude from destination order by slug",
            values![],
        )
        .await?;
    let mut destinations = rows.iter().map(destination_of).collect::<Result<Vec<_>, _>>()?;
    let rows = db
        .rows(
            "select destination_id, subject, said, source, checked_on from destination_text \
             where subject = 'summary' order by destination_id",
            values![],
        )
        .await?;
    for row in &rows {
        let of: Id = row.get("destination_id")?;
        if let Some(destination) = destinations.iter_mut().find(|destination| destination.id == of) {
            destination.texts.extend(text_of(row)?);
        }
    }
    Ok(destinations)
}

async fn list_texts(db: &impl Query, destination: Id) -> Result<Vec<DestinationText>, StoreError> {
    let rows = db
        .rows(
            "select subject, said, source, checked_on from destination_text where destination_id = $1 order by subject",
            values![destination],
        )
        .await?;
    let texts = rows.iter().map(text_of).collect::<Result<Vec<_>, _>>()?;
    let mut texts: Vec<_> = texts.into_iter().flatten().collect();
    texts.sort_by_key(|text| text.subject);
    Ok(texts)
}

fn text_of(row: &Row) -> Result<Option<DestinationText>, StoreError> {
    let Some(subject) = Subject::from_word(&row.get::<String>("subject")?) else { return Ok(None) };
    let said = local::of_cell(&row.get::<String>("said")?);
    Ok(Some(DestinationText { subject, said, source: row.get("source")?, checked_on: row.get("checked_on")? }))
}

fn destination_of(row: &Row) -> Result<Destination, StoreError> {
    let (latitude, longitude): (Option<f64>, Option<f64>) = (row.get("latitude")?, row.get("longitude")?);
    let kind: String = row.get("kind")?;
    Ok(Destination {
        id: row.get("id")?,
        slug: row.get("slug")?,
        kind: DestinationKind::from_word(&kind).ok_or_else(|| unreadable("kind", "kind of destination"))?,
        parent: row.get("parent_id")?,
        names: local::of_cell(&row.get::<String>("names")?),
        code: row.get("code")?,
        position: latitude.zip(longitude).and_then(|(latitude, longitude)| Position::new(latitude, longitude)),
        texts: Vec::new(),
    })
}
