use jiff::Timestamp;
use kernel::{Actor, Id};
use store::{Change, Query, Row, StoreError, values};

use super::{known, perhaps};
use crate::script::ScriptKind;
use crate::vault::{KeptScript, Opening};

pub(crate) async fn insert_script(change: &Change, script: &KeptScript) -> Result<(), StoreError> {
    let KeptScript { id, production_id, title, file, kind, size, scenes, given_by, given_at, expires_on, .. } = script;
    change
        .run(
            "insert into production_script (id, production_id, title, file, kind, size, scenes, given_by, given_at, \
             expires_on, withdrawn_at, withdrawn_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', '')",
            values![
                *id,
                *production_id,
                title,
                *file,
                kind.word(),
                *size,
                scenes.and_then(|scenes| i64::try_from(scenes).ok()),
                given_by,
                *given_at,
                *expires_on,
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_script(db: &impl Query, production: Id, id: Id) -> Result<Option<KeptScript>, StoreError> {
    let row =
        db.row("select * from production_script where id = $1 and production_id = $2", values![id, production]).await?;
    row.as_ref().map(script_of).transpose()
}

pub(crate) async fn list_scripts(db: &impl Query, production: Id) -> Result<Vec<KeptScript>, StoreError> {
    let rows = db
        .rows("select * from production_script where production_id = $1 order by id desc", values![production])
        .await?;
    rows.iter().map(script_of).collect()
}

pub(crate) async fn set_script_withdrawn(change: &Change, id: Id, by: &Actor) -> Result<u64, StoreError> {
    change
        .run(
            "update production_script set withdrawn_at = $2, withdrawn_by = $3 where id = $1 and withdrawn_at = ''",
            values![id, change.moment(), by],
        )
        .await
}

pub(crate) async fn insert_opening(change: &Change, script: Id, opening: &Opening) -> Result<(), StoreError> {
    let Opening { actor, name, deed, moment } = opening;
    change
        .run(
            "insert into production_script_opening (id, script_id, actor, name, deed, moment) \
             values ($1, $2, $3, $4, $5, $6)",
            values![change.fresh_id(), script, actor, name, deed, *moment],
        )
        .await
        .map(drop)
}

/// The last openings first.
pub(crate) async fn list_openings(db: &impl Query, script: Id) -> Result<Vec<Opening>, StoreError> {
    let rows = db
        .rows(
            "select actor, name, deed, moment from production_script_opening where script_id = $1 \
             order by id desc limit 500",
            values![script],
        )
        .await?;
    let opening = |row: &Row| {
        Ok(Opening {
            actor: row.get("actor")?,
            name: row.get("name")?,
            deed: row.get("deed")?,
            moment: row.get::<Timestamp>("moment")?,
        })
    };
    rows.iter().map(opening).collect()
}

fn script_of(row: &Row) -> Result<KeptScript, StoreError> {
    Ok(KeptScript {
        id: row.get("id")?,
        production_id: row.get("production_id")?,
        title: row.get("title")?,
        file: row.get("file")?,
        kind: known(row, "kind", ScriptKind::from_word)?,
        size: row.get("size")?,
        scenes: row.get::<Option<i64>>("scenes")?.and_then(|scenes| usize::try_from(scenes).ok()),
        given_by: row.get("given_by")?,
        given_at: row.get("given_at")?,
        expires_on: row.get("expires_on")?,
        withdrawn_at: perhaps(row, "withdrawn_at")?,
    })
}
