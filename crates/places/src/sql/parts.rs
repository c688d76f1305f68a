//! What belongs to a place: facts, looks, credits, days of use.

use std::collections::BTreeMap;

use kernel::Id;
use people::Visibility;
use store::{Change, Query, StoreError, values};

use super::unreadable;
use crate::field::Field;
use crate::record::local;
use crate::record::location::{Credit, Fact, Look, Use};

/// By the place they belong to.
pub(super) type Of<T> = BTreeMap<Id, Vec<T>>;

pub(super) async fn list_facts(db: &impl Query, first: Id, last: Id) -> Result<Of<Fact>, StoreError> {
    let rows = db
        .rows(
            "select location_id, field, value, note, source, checked_on, visibility, is_uncertain from location_fact \
             where location_id >= $1 and location_id <= $2 order by location_id, field",
            values![first, last],
        )
        .await?;
    let mut facts = Of::new();
    for row in rows {
        let visibility: String = row.get("visibility")?;
        // A field that a later version knew stays in the table until that version comes back.
        let Some(field) = Field::find(&row.get::<String>("field")?) else { continue };
        let fact = Fact {
            field,
            value: row.get("value")?,
            note: local::of_cell(&row.get::<String>("note")?),
            source: row.get("source")?,
            checked_on: row.get("checked_on")?,
            visibility: Visibility::from_word(&visibility).ok_or_else(|| unreadable("visibility", "visibility"))?,
            is_uncertain: row.get("is_uncertain")?,
        };
        facts.entry(row.get("location_id")?).or_default().push(fact);
    }
    Ok(facts)
}

pub(crate) async fn set_fact(change: &Change, location: Id, fact: &Fact) -> Result<(), StoreError> {
    change
        .run(
            "insert into location_fact (location_id, field, value, note, source, checked_on, visibility, is_uncertain) \
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (location_id, field) do update set \
             value = excluded.value, note = excluded.note, source = excluded.source, \
             checked_on = excluded.checked_on, visibility = excluded.visibility, is_uncertain = excluded.is_uncertain",
            values![
                location,
                fact.field.key,
                &fact.value,
                local::cell(&fact.note),
                &fact.source,
                fact.checked_on,
                fact.visibility.word(),
                fact.is_uncertain
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn delete_fact(change: &Change, location: Id, field: &str) -> Result<(), StoreError> {
    change
        .run("delete from location_fact where location_id = $1 and field = $2", values![location, field])
        .await
        .map(drop)
}

pub(super) async fn list_looks(db: &impl Query, first: Id, last: Id) -> Result<Of<Look>, StoreError> {
    let rows = db
        .rows(
            "select location_id, look, photo_id from location_look \
             where location_id >= $1 and location_id <= $2 order by location_id, look",
            values![first, last],
        )
        .await?;
    let mut looks = Of::new();
    for row in rows {
        let look = Look { slug: row.get("look")?, photo: row.get("photo_id")? };
        looks.entry(row.get("location_id")?).or_default().push(look);
    }
    Ok(looks)
}

pub(crate) async fn set_looks(change: &Change, location: Id, looks: &[Look]) -> Result<(), StoreError> {
    change.run("delete from location_look where location_id = $1", values![location]).await?;
    for look in looks {
        change
            .run(
                "insert into location_look (location_id, look, photo_id) values ($1, $2, $3)",
                values![location, &look.slug, look.photo],
            )
            .await?;
    }
    Ok(())
}

pub(super) async fn list_credits(db: &impl Query, first: Id, last: Id) -> Result<Of<Credit>, StoreError> {
    let rows = db
        .rows(
            "select id, location_id, title, year, scene, wikidata, imdb, days, source from location_credit \
             where location_id >= $1 and location_id <= $2 order by location_id, id",
            values![first, last],
        )
        .await?;
    let mut credits = Of::new();
    for row in rows {
        let credit = Credit {
            id: row.get("id")?,
            title: row.get("title")?,
            year: row.get("year")?,
            scene: local::of_cell(&row.get::<String>("scene")?),
            wikidata: row.get("wikidata")?,
            imdb: row.get("imdb")?,
            days: row.get("days")?,
            source: row.get("source")?,
        };
        credits.entry(row.get("location_id")?).or_default().push(credit);
    }
    Ok(credits)
}

pub(crate) async fn insert_credit(change: &Change, location: Id, credit: &Credit) -> Result<(), StoreError> {
    change
        .run(
            "insert into location_credit (id, location_id, title, year, scene, wikidata, imdb, days, source) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            values![
                credit.id,
                location,
                &credit.title,
                credit.year,
                local::cell(&credit.scene),
                &credit.wikidata,
                &credit.imdb,
                credit.days,
                &credit.source
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn delete_credit(change: &Change, location: Id, id: Id) -> Result<u64, StoreError> {
    change.run("delete from location_credit where location_id = $1 and id = $2", values![location, id]).await
}

pub(super) async fn list_uses(db: &impl Query, first: Id, last: Id) -> Result<Of<Use>, StoreError> {
    let rows = db
        .rows(
            "select id, location_id, starts_on, days, production from location_use \
             where location_id >= $1 and location_id <= $2 order by location_id, id",
            values![first, last],
        )
        .await?;
    let mut uses = Of::new();
    for row in rows {
        let used = Use {
            id: row.get("id")?,
            starts_on: row.get("starts_on")?,
            days: row.get("days")?,
            production: row.get("production")?,
        };
        uses.entry(row.get("location_id")?).or_default().push(used);
    }
    Ok(uses)
}

pub(crate) async fn insert_use(change: &Change, location: Id, used: &Use) -> Result<(), StoreError> {
    change
        .run(
            "insert into location_use (id, location_id, starts_on, days, production) values ($1, $2, $3, $4, $5)",
            values![used.id, location, used.starts_on, used.days, &used.production],
        )
        .await
        .map(drop)
}

pub(crate) async fn delete_use(change: &Change, location: Id, id: Id) -> Result<u64, StoreError> {
    change.run("delete from location_use where location_id = $1 and id = $2", values![location, id]).await
}

/// Whatever belongs to a place that is not to be there any more.
pub(crate) async fn delete_parts(change: &Change, location: Id) -> Result<(), StoreError> {
    change.run("delete from location_fact where location_id = $1", values![location]).await?;
    change.run("delete from location_look where location_id = $1", values![location]).await?;
    change.run("delete from location_credit where location_id = $1", values![location]).await?;
    change.run("delete from location_use where location_id = $1", values![location]).await.map(drop)
}
