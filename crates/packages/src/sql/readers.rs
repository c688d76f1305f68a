use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use super::known;
use crate::record::{Deed, Liking, Opening, Reaction};

/// One reader has one opinion of a place: the latest.
pub(crate) async fn set_reaction(change: &Change, reaction: &Reaction) -> Result<(), StoreError> {
    change
        .run(
            "insert into package_reaction (id, package_id, location_id, reader, name, liking, comment, language, \
             moment) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (package_id, location_id, reader) do \
             update set name = excluded.name, liking = excluded.liking, comment = excluded.comment, \
             language = excluded.language, moment = excluded.moment",
            values![
                reaction.id,
                reaction.package,
                reaction.location,
                &reaction.reader,
                &reaction.name,
                reaction.liking.word(),
                &reaction.comment,
                reaction.language.tag(),
                reaction.moment,
            ],
        )
        .await
        .map(drop)
}

/// The latest first.
pub(crate) async fn list_reactions(db: &impl Query, package: Id) -> Result<Vec<Reaction>, StoreError> {
    let sql = "select * from package_reaction where package_id = $1 order by moment desc, id desc limit 500";
    let rows = db.rows(sql, values![package]).await?;
    rows.iter().map(reaction_of).collect()
}

pub(crate) async fn insert_opening(change: &Change, package: Id, opening: &Opening) -> Result<(), StoreError> {
    change
        .run(
            "insert into package_opening (id, package_id, deed, language, moment) values ($1, $2, $3, $4, $5)",
            values![change.fresh_id(), package, opening.deed.word(), opening.language.tag(), opening.moment],
        )
        .await
        .map(drop)
}

/// The latest first.
pub(crate) async fn list_openings(db: &impl Query, package: Id) -> Result<Vec<Opening>, StoreError> {
    let sql = "select * from package_opening where package_id = $1 order by id desc limit 200";
    let rows = db.rows(sql, values![package]).await?;
    rows.iter().map(opening_of).collect()
}

pub(crate) async fn count_openings(db: &impl Query, package: Id) -> Result<i64, StoreError> {
    db.number("select count(*) as number from package_opening where package_id = $1", values![package]).await
}

fn reaction_of(row: &Row) -> Result<Reaction, StoreError> {
    Ok(Reaction {
        id: row.get("id")?,
        package: row.get("package_id")?,
        location: row.get("location_id")?,
        reader: row.get("reader")?,
        name: row.get("name")?,
        liking: known(row, "liking", Liking::from_word)?,
        comment: row.get("comment")?,
        language: known(row, "language", |tag| tag.parse().ok())?,
        moment: row.get("moment")?,
    })
}

fn opening_of(row: &Row) -> Result<Opening, StoreError> {
    Ok(Opening {
        deed: known(row, "deed", Deed::from_word)?,
        language: known(row, "language", |tag| tag.parse().ok())?,
        moment: row.get("moment")?,
    })
}
