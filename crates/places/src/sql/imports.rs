//! Imports, their rows, and remembered mappings.

use kernel::{Id, Language};
use store::{Change, Query, Row, StoreError, values};

use super::unreadable;
use crate::import::{Column, Import, ImportRow, ImportState};

pub(crate) async fn insert_import(change: &Change, import: &Import) -> Result<(), StoreError> {
    change
        .run(
            "insert into place_import (id, state, file_name, columns, mapping, archive_id, archive_name, made_by, \
             made_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)",
            values![
                import.id,
                import.state.word(),
                &import.file_name,
                list_cell(&import.columns),
                mapping_cell(&import.mapping),
                import.archive,
                &import.archive_name,
                &import.made_by,
                import.made_at
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn insert_row(change: &Change, import: Id, number: i64, cells: &[String]) -> Result<(), StoreError> {
    change
        .run(
            "insert into place_import_row (import_id, row_number, cells, location_id, before, revision_after) \
             values ($1, $2, $3, null, '', 0)",
            values![import, number, list_cell(cells)],
        )
        .await
        .map(drop)
}

pub(crate) async fn set_row_done(
    change: &Change,
    import: Id,
    number: i64,
    location: Id,
    before: &str,
    revision: i64,
) -> Result<(), StoreError> {
    change
        .run(
            "update place_import_row set location_id = $3, before = $4, revision_after = $5 \
             where import_id = $1 and row_number = $2",
            values![import, number, location, before, revision],
        )
        .await
        .map(drop)
}

pub(crate) async fn set_mapping(change: &Change, import: Id, mapping: &[Option<Column>]) -> Result<(), StoreError> {
    change
        .run(
            "update place_import set mapping = $2, changed_at = $3 where id = $1",
            values![import, mapping_cell(mapping), change.moment()],
        )
        .await
        .map(drop)
}

pub(crate) async fn set_state(change: &Change, import: Id, state: ImportState) -> Result<(), StoreError> {
    change
        .run(
            "update place_import set state = $2, changed_at = $3 where id = $1",
            values![import, state.word(), change.moment()],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_import(db: &impl Query, id: Id) -> Result<Option<Import>, StoreError> {
    let row = db
        .row(
            "select id, state, file_name, columns, mapping, archive_id, archive_name, made_by, made_at \
             from place_import where id = $1",
            values![id],
        )
        .await?;
    row.as_ref().map(import_of).transpose()
}

/// The latest first.
pub(crate) async fn list_imports(db: &impl Query, most: i64) -> Result<Vec<Import>, StoreError> {
    let rows = db
        .rows(
            "select id, state, file_name, columns, mapping, archive_id, archive_name, made_by, made_at \
             from place_import order by made_at desc limit $1",
            values![most],
        )
        .await?;
    rows.iter().map(import_of).collect()
}

pub(crate) async fn list_rows(db: &impl Query, import: Id) -> Result<Vec<ImportRow>, StoreError> {
    let rows = db
        .rows(
            "select row_number, cells, location_id, before, revision_after from place_import_row \
             where import_id = $1 order by row_number",
            values![import],
        )
        .await?;
    let row_of = |row: &Row| {
        Ok(ImportRow {
            number: row.get("row_number")?,
            cells: list_of(&row.get::<String>("cells")?, "cells")?,
            location: row.get("location_id")?,
            before: row.get("before")?,
            revision_after: row.get("revision_after")?,
        })
    };
    rows.iter().map(row_of).collect()
}

/// How columns of those names were understood the last time.
pub(crate) async fn find_mapping(db: &impl Query, id: &str) -> Result<Option<Vec<String>>, StoreError> {
    let row = db.row("select mapping from place_mapping where id = $1", values![id]).await?;
    row.map(|row| list_of(&row.get::<String>("mapping")?, "mapping")).transpose()
}

pub(crate) async fn remember_mapping(change: &Change, id: &str, mapping: &[Option<Column>]) -> Result<(), StoreError> {
    change
        .run(
            "insert into place_mapping (id, mapping, changed_at) values ($1, $2, $3) \
             on conflict (id) do update set mapping = excluded.mapping, changed_at = excluded.changed_at",
            values![id, mapping_cell(mapping), change.moment()],
        )
        .await
        .map(drop)
}

fn import_of(row: &Row) -> Result<Import, StoreError> {
    let state: String = row.get("state")?;
    let words = list_of(&row.get::<String>("mapping")?, "mapping")?;
    Ok(Import {
        id: row.get("id")?,
        state: ImportState::from_word(&state).ok_or_else(|| unreadable("state", "state of an import"))?,
        file_name: row.get("file_name")?,
        columns: list_of(&row.get::<String>("columns")?, "columns")?,
        mapping: words.iter().map(|word| column_of(word)).collect(),
        archive: row.get("archive_id")?,
        archive_name: row.get("archive_name")?,
        made_by: row.get("made_by")?,
        made_at: row.get("made_at")?,
    })
}

/// A language that the commission has no more is still one that a column may be in.
pub(crate) fn column_of(word: &str) -> Option<Column> {
    let languages: Vec<Language> =
        word.rsplit(['.', '-']).next().and_then(|tag| tag.parse().ok()).into_iter().collect();
    Column::from_word(word, &languages)
}

fn mapping_cell(mapping: &[Option<Column>]) -> String {
    let words: Vec<String> =
        mapping.iter().map(|column| column.map(|column| column.word()).unwrap_or_default()).collect();
    list_cell(&words)
}

fn list_cell(list: &[String]) -> String {
    serde_json::to_string(list).unwrap_or_else(|_| "[]".to_owned())
}

fn list_of(cell: &str, column: &str) -> Result<Vec<String>, StoreError> {
    serde_json::from_str(cell).map_err(|_| unreadable(column, "list of texts"))
}
