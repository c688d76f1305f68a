//! Acts on one case or many, each in one change, each to be undone as a whole for thirty days.

use jiff::ToSpan;
use kernel::Id;
use serde_json::json;
use store::{Change, Entry, Query, StoreError};

use crate::act::{Act, Ground, Loaded, Skip};
use crate::record::{EntryKind, Kept};
use crate::sql::{self, NewEntry, OperationCase, OperationRow};
use crate::{Case, Desk};

/// How long an act can be taken back.
const DAYS_TO_UNDO: i64 = 30;

/// The act of a decision, by its name.
pub(crate) const DECIDE: &str = "decide";

/// What came of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) operation: Option<Id>,
    pub(crate) rows: Vec<OutcomeRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutcomeRow {
    pub(crate) case: Case,
    /// The case as it is afterwards, or why nothing was done.
    pub(crate) result: Result<Case, Skip>,
}

/// Why an act cannot be undone as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CannotUndo {
    Undone,
    TooOld,
    /// Two people have signed it: it is corrected by another decision.
    Decision,
}

impl Outcome {
    pub(crate) fn changed(&self) -> usize {
        self.rows.iter().filter(|row| row.result.is_ok()).count()
    }

    pub(crate) fn skipped(&self) -> usize {
        self.rows.len() - self.changed()
    }
}

/// What an act would do, without doing it.
pub(crate) async fn preview(
    desk: &Desk,
    db: &impl Query,
    moment: jiff::Timestamp,
    cases: Vec<Case>,
    act: &Act,
) -> Result<Outcome, StoreError> {
    let calendar = desk.working_calendar(db).await?;
    let title_key = |title: &str| desk.title_key(title);
    let ground =
        Ground { kinds: &desk.kinds, calendar: &calendar, today: desk.today(moment), moment, title_key: &title_key };
    let mut rows = Vec::new();
    for case in cases {
        let loaded = Loaded { clocks: sql::list_clocks(db, case.id).await?, case };
        let result = act.apply(&ground, &loaded, "").map(|(after, _)| after.case);
        rows.push(OutcomeRow { case: loaded.case, result });
    }
    Ok(Outcome { operation: None, rows })
}

/// Does something to one case or many, writes what it did, and keeps what is needed to undo it. Cases to which it does
/// nothing say why. With no case changed nothing is written.
pub(crate) async fn perform(
    desk: &Desk,
    change: &Change,
    ids: &[Id],
    act: &Act,
    reason: &str,
) -> Result<Outcome, StoreError> {
    let calendar = desk.working_calendar(change).await?;
    let title_key = |title: &str| desk.title_key(title);
    let ground = Ground {
        kinds: &desk.kinds,
        calendar: &calendar,
        today: desk.today(change.moment()),
        moment: change.moment(),
        title_key: &title_key,
    };
    let operation = change.fresh_id();
    let mut kept_rows = Vec::new();
    let mut rows = Vec::new();
    for id in ids {
        let Some(case) = sql::find_case(change, *id).await? else { continue };
        let loaded = Loaded { clocks: sql::list_clocks(change, *id).await?, case };
        let (result, row) = match act.apply(&ground, &loaded, reason) {
            Ok((after, entries)) => {
                let (before, kept) = (loaded.kept(), after.kept());
                write(change, *id, &kept).await?;
                for entry in entries {
                    let entry = NewEntry { operation: Some(operation), ..entry };
                    sql::insert_entry(change, *id, &entry).await?;
                }
                let chained = Entry::new("case", id, "changed").before(shown(&before)).after(shown(&kept));
                change.record(chained).await;
                let row = operation_case(&loaded.case, "done", text(&before), text(&kept));
                (Ok(after.case), row)
            }
            Err(skip) => (Err(skip), operation_case(&loaded.case, skip.name(), String::new(), String::new())),
        };
        kept_rows.push(row);
        rows.push(OutcomeRow { case: loaded.case, result });
    }
    let mut outcome = Outcome { operation: None, rows };
    if outcome.changed() > 0 {
        outcome.operation = Some(operation);
        let written = OperationRow {
            id: operation,
            kind: act.name().to_owned(),
            argument: act.argument(),
            actor: change.by().actor.clone(),
            moment: change.moment(),
            changed: outcome.changed().try_into().unwrap_or(i64::MAX),
            skipped: outcome.skipped().try_into().unwrap_or(i64::MAX),
            undone_at: None,
        };
        sql::insert_operation(change, &written).await?;
        for row in &kept_rows {
            sql::insert_operation_case(change, operation, row).await?;
        }
    }
    Ok(outcome)
}

/// Puts every case back to the byte, but for those that somebody changed since: they say so and stay.
pub(crate) async fn undo(
    change: &Change,
    operation: &OperationRow,
) -> Result<Result<Vec<OutcomeRow>, CannotUndo>, StoreError> {
    if operation.kind == DECIDE {
        return Ok(Err(CannotUndo::Decision));
    }
    if !is_young(operation, change.moment()) {
        return Ok(Err(CannotUndo::TooOld));
    }
    if sql::set_operation_undone(change, operation.id).await? == 0 {
        return Ok(Err(CannotUndo::Undone));
    }
    let mut rows = Vec::new();
    for kept in sql::list_operation_cases(change, operation.id).await? {
        if kept.result != "done" {
            continue;
        }
        let Some(case) = sql::find_case(change, kept.case_id).await? else { continue };
        let now = Loaded { clocks: sql::list_clocks(change, kept.case_id).await?, case };
        let untouched = text(&now.kept()) == kept.after;
        let before = serde_json::from_str::<Kept>(&kept.before).ok().filter(|_| untouched);
        let result = match before {
            None => Err(Skip::ChangedSince),
            Some(before) => {
                write(change, kept.case_id, &before).await?;
                let entry = NewEntry::new(EntryKind::Edit, "undone");
                let entry = NewEntry { field: "operation", after: operation.kind.clone(), ..entry };
                sql::insert_entry(change, kept.case_id, &entry).await?;
                let chained = Entry::new("case", kept.case_id, "restored").before(shown(&now.kept()));
                change.record(chained.after(shown(&before))).await;
                Ok(sql::find_case(change, kept.case_id).await?.unwrap_or_else(|| now.case.clone()))
            }
        };
        rows.push(OutcomeRow { case: now.case, result });
    }
    change.record(Entry::new("operation", operation.id, "undone").after(json!({ "cases": rows.len() }))).await;
    Ok(Ok(rows))
}

/// Whether an operation can still be taken back.
pub(crate) fn can_be_undone(operation: &OperationRow, now: jiff::Timestamp) -> bool {
    operation.undone_at.is_none() && operation.kind != DECIDE && is_young(operation, now)
}

/// Whether the thirty days are not over.
fn is_young(operation: &OperationRow, now: jiff::Timestamp) -> bool {
    let over = operation.moment.checked_add((DAYS_TO_UNDO * 24).hours());
    over.is_ok_and(|over| now < over)
}

async fn write(change: &Change, id: Id, kept: &Kept) -> Result<(), StoreError> {
    sql::set_case(change, id, kept).await?;
    for clock in &kept.clocks {
        sql::set_clock(change, clock).await?;
    }
    Ok(())
}

fn operation_case(case: &Case, result: &str, before: String, after: String) -> OperationCase {
    OperationCase { case_id: case.id, reference: case.reference.clone(), result: result.to_owned(), before, after }
}

fn text(kept: &Kept) -> String {
    serde_json::to_string(kept).unwrap_or_default()
}

/// What the chain keeps of a case: no free text.
fn shown(kept: &Kept) -> serde_json::Value {
    json!({ "state": kept.state, "owner": kept.owner, "due_on": kept.due_on })
}
