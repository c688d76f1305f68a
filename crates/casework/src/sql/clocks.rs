use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use super::unreadable;
use crate::record::{Basis, CaseClock, KeptClock, StateColumns};
use crate::{Clock, ClockState};

pub(crate) async fn insert_clock(change: &Change, clock: &CaseClock) -> Result<(), StoreError> {
    let state = StateColumns::of(clock.clock.state);
    change
        .run(
            "insert into case_clock (id, case_id, basis, source, started_on, working_days, state, due_on, since, \
             left_days, reason, escalated) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            values![
                clock.id,
                clock.case_id,
                clock.basis.name(),
                &clock.source,
                clock.clock.started_on,
                clock.clock.working_days,
                state.name,
                state.due_on,
                state.since,
                state.left,
                &clock.reason,
                clock.escalated,
            ],
        )
        .await
        .map(drop)
}

/// The clocks of a case: promises before limits of the law.
pub(crate) async fn list_clocks(db: &impl Query, case_id: Id) -> Result<Vec<CaseClock>, StoreError> {
    let rows = db
        .rows(
            "select id, case_id, basis, source, started_on, working_days, state, due_on, since, left_days, reason, \
             escalated from case_clock where case_id = $1 order by basis desc, id",
            values![case_id],
        )
        .await?;
    rows.iter().map(clock_of).collect()
}

/// Running clocks in the order of their days, a page of them.
pub(crate) async fn list_running_clocks(
    db: &impl Query,
    after: (&str, &str),
    limit: i64,
) -> Result<Vec<CaseClock>, StoreError> {
    let rows = db
        .rows(
            "select id, case_id, basis, source, started_on, working_days, state, due_on, since, left_days, reason, \
             escalated from case_clock where state = 'running' and (due_on, id) > ($1, $2) \
             order by due_on, id limit $3",
            values![after.0, after.1, limit],
        )
        .await?;
    rows.iter().map(clock_of).collect()
}

pub(crate) async fn list_paused_clocks(db: &impl Query, limit: i64) -> Result<Vec<CaseClock>, StoreError> {
    let rows = db
        .rows(
            "select id, case_id, basis, source, started_on, working_days, state, due_on, since, left_days, reason, \
             escalated from case_clock where state = 'paused' order by due_on, id limit $1",
            values![limit],
        )
        .await?;
    rows.iter().map(clock_of).collect()
}

pub(crate) async fn set_clock(change: &Change, kept: &KeptClock) -> Result<(), StoreError> {
    change
        .run(
            "update case_clock set working_days = $2, state = $3, due_on = $4, since = $5, left_days = $6, \
             reason = $7, escalated = $8 where id = $1",
            values![
                &kept.id,
                kept.working_days,
                &kept.state,
                &kept.due_on,
                &kept.since,
                kept.left_days,
                &kept.reason,
                kept.escalated,
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn set_escalated(change: &Change, id: Id, percent: i64) -> Result<(), StoreError> {
    change.run("update case_clock set escalated = $2 where id = $1", values![id, percent]).await.map(drop)
}

fn clock_of(row: &Row) -> Result<CaseClock, StoreError> {
    let (state, basis): (String, String) = (row.get("state")?, row.get("basis")?);
    let name = StateColumns::known_name(&state).ok_or_else(|| unreadable::<ClockState>("state"))?;
    let columns =
        StateColumns { name, due_on: row.get("due_on")?, since: row.get("since")?, left: row.get("left_days")? };
    let state = columns.state().ok_or_else(|| unreadable::<ClockState>("due_on"))?;
    Ok(CaseClock {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        basis: Basis::from_name(&basis),
        source: row.get("source")?,
        clock: Clock { started_on: row.get("started_on")?, working_days: row.get("working_days")?, state },
        reason: row.get("reason")?,
        escalated: row.get("escalated")?,
    })
}
