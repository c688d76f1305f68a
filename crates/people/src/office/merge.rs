//! Two records side by side: for each place one chooses, sees the result, and merges.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use web::{Form, Page, WebError, show};

use super::{field_label, record_link, words};
use crate::Desk;
use crate::book::{self, MergeRefusal};
use crate::record::{Choice, Entry, Party, Row, Slot, merged, side_by_side};

#[derive(Template)]
#[template(path = "office/merge.html")]
struct MergePage {
    page: Page,
    form: Form,
    left: Id,
    right: Id,
    left_name: String,
    right_name: String,
    places: Vec<PlaceRow>,
    result: Vec<(String, String)>,
}

/// One place of both records.
struct PlaceRow {
    field: String,
    label: String,
    left: Vec<String>,
    right: Vec<String>,
    is_list: bool,
    says_the_same: bool,
}

pub(super) async fn compare(
    page: Page,
    State(desk): State<Desk>,
    Path((_, left, right)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let (left, right) = both(&desk, &left, &right).await?;
    let mut form = Form::default();
    for row in side_by_side(&left, &right) {
        form.fill(name_of(&row.slot()), row.usual().word());
    }
    show(StatusCode::OK, &merge_page(page, &desk, &left, &right, form))
}

pub(super) async fn merge(
    page: Page,
    State(desk): State<Desk>,
    Path((_, left, right)): Path<(String, String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let (left, right) = both(&desk, &left, &right).await?;
    if form.typed("way") != "merge" {
        return show(StatusCode::OK, &merge_page(page, &desk, &left, &right, form));
    }
    let choices = choices(&left, &right, &form);
    let change = desk.change(&page, "people.merge").await?;
    match desk.book().merge(&change, left.id, right.id, &choices).await? {
        Ok(merge) => {
            change.commit().await?;
            Ok(Redirect::to(&record_link(&page, left.sort, merge.kept)).into_response())
        }
        Err(refusal) => {
            form.refuse("merge", refusal.key());
            show(StatusCode::CONFLICT, &merge_page(page, &desk, &left, &right, form))
        }
    }
}

pub(super) async fn undo(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let change = desk.change(&page, "people.unmerge").await?;
    match desk.book().unmerge(&change, id).await? {
        Ok(merge) => {
            change.commit().await?;
            Ok(Redirect::to(&record_link(&page, merge.before.left.sort, merge.kept)).into_response())
        }
        Err(MergeRefusal::Gone) => Err(WebError::NotFound),
        Err(MergeRefusal::Same | MergeRefusal::OtherSort | MergeRefusal::TooLate | MergeRefusal::NotTheLast) => {
            Err(WebError::Conflict)
        }
    }
}

async fn both(desk: &Desk, left: &str, right: &str) -> Result<(Party, Party), WebError> {
    let ids: (Result<Id, _>, Result<Id, _>) = (left.parse(), right.parse());
    let (Ok(left), Ok(right)) = ids else { return Err(WebError::NotFound) };
    let both = (book::find(desk.store(), left).await?, book::find(desk.store(), right).await?);
    match both {
        (Some(left), Some(right)) if left.sort == right.sort && left.id != right.id => Ok((left, right)),
        _ => Err(WebError::NotFound),
    }
}

fn choices(left: &Party, right: &Party, form: &Form) -> BTreeMap<Slot, Choice> {
    let rows = side_by_side(left, right);
    let chosen = rows.iter().filter_map(|row| {
        let slot = row.slot();
        Some((slot.clone(), Choice::from_word(form.typed(&name_of(&slot)))?))
    });
    chosen.collect()
}

fn name_of((field, language): &Slot) -> String {
    format!("choice-{}-{language}", field.word())
}

fn merge_page(page: Page, desk: &Desk, left: &Party, right: &Party, form: Form) -> MergePage {
    let rules = desk.book().rules();
    let label = |field: &crate::record::Field, language: &str| {
        let label = field_label(&page, rules, field);
        if language.is_empty() { label } else { format!("{label} · {}", words::language_name(&page, language)) }
    };
    let said = |entry: &Entry| {
        let shown = words::shown(&page, entry);
        if entry.detail.is_empty() { shown } else { format!("{shown} · {}", entry.detail) }
    };
    let place = |row: &Row| PlaceRow {
        field: name_of(&row.slot()),
        label: label(&row.field, &row.language),
        left: row.left.iter().map(said).collect(),
        right: row.right.iter().map(said).collect(),
        is_list: row.field.is_list(),
        says_the_same: row.says_the_same(),
    };
    let places = side_by_side(left, right).iter().map(place).collect();
    let result = merged(left, right, &choices(left, right, &form));
    let result = result.iter().map(|entry| (label(&entry.field, &entry.language), said(entry))).collect();
    let language = page.language().tag().to_owned();
    let (left_name, right_name) = (left.name(&language), right.name(&language));
    MergePage { page, form, left: left.id, right: right.id, left_name, right_name, places, result }
}
