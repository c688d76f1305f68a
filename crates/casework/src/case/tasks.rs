//! What somebody has to do by a day.

use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Day, Id};
use serde_json::json;
use store::Entry;
use web::{Form, Page, WebError};

use super::page::refused;
use super::{back, found, is_sent_again, text_of_length};
use crate::record::EntryKind;
use crate::sql::{self, NewEntry};
use crate::{Desk, line};

const LONGEST_TITLE: usize = 200;

pub(super) async fn add(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let mut form = form;
    let title = text_of_length(&mut form, "task", LONGEST_TITLE);
    let due_on = match form.typed("task-due") {
        "" => Ok(None),
        typed => typed.parse::<Day>().map(Some).map_err(|_| typed.to_owned()),
    };
    let (title, due_on) = match (title, due_on) {
        (Some(title), Ok(due_on)) => (title, due_on),
        (_, due_on) => {
            if let Err(typed) = due_on {
                form.refuse_with("task-due", "refused-day", vec![("typed", typed)]);
            }
            return refused(page, desk, &reference, form).await;
        }
    };
    let owner: Option<Id> = form.typed("task-owner").parse().ok();
    let staff = people::list_staff(&desk.store).await?;
    let owner = owner.filter(|owner| staff.iter().any(|colleague| colleague.account == *owner));
    let owner = owner.unwrap_or(line::me(&page)?);
    let change = desk.store.change(page.by("case.task")).await?;
    let case = found(&change, &reference).await?;
    if is_sent_again(&change, &form).await? {
        return Ok(back(&page, &case, "task"));
    }
    sql::insert_task(&change, case.id, &title, Some(owner), due_on).await?;
    let entry = NewEntry { after: title, ..NewEntry::new(EntryKind::Task, "added") };
    sql::insert_entry(&change, case.id, &entry).await?;
    change.record(Entry::new("case", case.id, "task added").after(json!({ "owner": owner.to_string() }))).await;
    change.commit().await?;
    Ok(back(&page, &case, "task"))
}

pub(super) async fn tick(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, task)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let id: Id = task.parse().map_err(|_| WebError::NotFound)?;
    let change = desk.store.change(page.by("case.task-done")).await?;
    let case = found(&change, &reference).await?;
    let Some(task) = sql::find_task(&change, case.id, id).await? else { return Err(WebError::NotFound) };
    let is_done = task.done_at.is_some();
    sql::set_task_done(&change, id, !is_done).await?;
    let entry =
        NewEntry { after: task.title, ..NewEntry::new(EntryKind::Task, if is_done { "reopened" } else { "done" }) };
    sql::insert_entry(&change, case.id, &entry).await?;
    change.record(Entry::new("case", case.id, "task ticked").after(json!({ "done": !is_done }))).await;
    change.commit().await?;
    Ok(back(&page, &case, "task"))
}
