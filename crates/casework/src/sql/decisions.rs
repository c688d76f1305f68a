use jiff::Timestamp;
use kernel::{Actor, Id};
use store::{Change, Query, Row, StoreError, values};

use super::perhaps;

/// A decision on its way between two people, or made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DecisionRow {
    pub(crate) id: Id,
    pub(crate) outcome: String,
    pub(crate) grounds: String,
    /// `proposed`, `approved`, `refused` or `withdrawn`.
    pub(crate) state: String,
    pub(crate) proposed_by: Actor,
    pub(crate) proposed_at: Timestamp,
    pub(crate) decided_by: Option<Actor>,
    pub(crate) decided_at: Option<Timestamp>,
    /// Why the second person did not approve.
    pub(crate) refusal: String,
}

pub(crate) async fn insert_decision(
    change: &Change,
    case_id: Id,
    id: Id,
    outcome: &str,
    grounds: &str,
) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_decision (id, case_id, outcome, grounds, state, proposed_by, proposed_at, decided_by, \
             decided_at, refusal) values ($1, $2, $3, $4, 'proposed', $5, $6, '', '', '')",
            values![id, case_id, outcome, grounds, &change.by().actor, change.moment()],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_decision(db: &impl Query, case_id: Id, id: Id) -> Result<Option<DecisionRow>, StoreError> {
    let row = db
        .row(
            "select id, outcome, grounds, state, proposed_by, proposed_at, decided_by, decided_at, refusal \
             from case_decision where case_id = $1 and id = $2",
            values![case_id, id],
        )
        .await?;
    row.as_ref().map(decision_of).transpose()
}

pub(crate) async fn list_decisions(db: &impl Query, case_id: Id) -> Result<Vec<DecisionRow>, StoreError> {
    let rows = db
        .rows(
            "select id, outcome, grounds, state, proposed_by, proposed_at, decided_by, decided_at, refusal \
             from case_decision where case_id = $1 order by id desc",
            values![case_id],
        )
        .await?;
    rows.iter().map(decision_of).collect()
}

/// Ends a decision that is still proposed; nought if somebody was faster.
pub(crate) async fn set_decided(change: &Change, id: Id, state: &str, refusal: &str) -> Result<u64, StoreError> {
    change
        .run(
            "update case_decision set state = $2, refusal = $3, decided_by = $4, decided_at = $5 \
             where id = $1 and state = 'proposed'",
            values![id, state, refusal, &change.by().actor, change.moment()],
        )
        .await
}

fn decision_of(row: &Row) -> Result<DecisionRow, StoreError> {
    Ok(DecisionRow {
        id: row.get("id")?,
        outcome: row.get("outcome")?,
        grounds: row.get("grounds")?,
        state: row.get("state")?,
        proposed_by: row.get("proposed_by")?,
        proposed_at: row.get("proposed_at")?,
        decided_by: perhaps(row, "decided_by")?,
        decided_at: perhaps(row, "decided_at")?,
        refusal: row.get("refusal")?,
    })
}
