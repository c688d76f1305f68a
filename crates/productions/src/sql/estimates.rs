use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use crate::MoneyRange;
use crate::estimates::EstimateSeen;
use crate::record::AttachedEstimate;

/// `false` if it is attached already.
pub(crate) async fn insert_estimate(
    change: &Change,
    estimate: &AttachedEstimate,
    attached_by: &str,
) -> Result<bool, StoreError> {
    let AttachedEstimate { id, production_id, estimate, figure, rulebook, attached_at, .. } = estimate;
    let rows = change
        .run(
            "insert into production_estimate (id, production_id, estimate, label, rulebook, attached_by, attached_at, \
             newer, newer_rulebook, differs, looked_at) values ($1, $2, $3, $4, $5, $6, $7, '', '', '', $7) \
             on conflict (production_id, estimate) do nothing",
            values![*id, *production_id, estimate, word(*figure), rulebook, attached_by, *attached_at],
        )
        .await?;
    Ok(rows == 1)
}

pub(crate) async fn list_estimates(db: &impl Query, production: Id) -> Result<Vec<AttachedEstimate>, StoreError> {
    let rows = db
        .rows("select * from production_estimate where production_id = $1 order by id desc", values![production])
        .await?;
    rows.iter().map(estimate_of).collect()
}

/// Those worked out by a rulebook whose text is not that of `rulebook`: one page of them, by id.
pub(crate) async fn list_estimates_not_by(
    db: &impl Query,
    rulebook: &str,
    after: &str,
) -> Result<Vec<AttachedEstimate>, StoreError> {
    let rows = db
        .rows(
            "select * from production_estimate where rulebook <> $1 and newer_rulebook <> $1 and id > $2 order by id limit 100",
            values![rulebook, after],
        )
        .await?;
    rows.iter().map(estimate_of).collect()
}

pub(crate) async fn set_estimate_differs(change: &Change, id: Id, newer: &EstimateSeen) -> Result<u64, StoreError> {
    change
        .run(
            "update production_estimate set newer = $2, newer_rulebook = $3, differs = $4, looked_at = $5 where id = $1",
            values![id, &newer.estimate, &newer.rulebook, word(newer.figure), change.moment()],
        )
        .await
}

fn estimate_of(row: &Row) -> Result<AttachedEstimate, StoreError> {
    Ok(AttachedEstimate {
        id: row.get("id")?,
        production_id: row.get("production_id")?,
        estimate: row.get("estimate")?,
        figure: range(row, "label")?,
        rulebook: row.get("rulebook")?,
        attached_at: row.get("attached_at")?,
        newer: row.get("newer")?,
        newer_figure: range(row, "differs")?,
    })
}

/// A figure as it stands in a column; nothing is the empty text.
fn word(figure: Option<MoneyRange>) -> String {
    figure.map(|figure| figure.word()).unwrap_or_default()
}

fn range(row: &Row, column: &'static str) -> Result<Option<MoneyRange>, StoreError> {
    let text: String = row.get(column)?;
    match text.as_str() {
        "" => Ok(None),
        word => MoneyRange::from_word(word).map(Some).ok_or_else(|| super::unreadable(column)),
    }
}
