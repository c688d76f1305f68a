//! One value at a time, on a page that needs no script.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use web::{Form, Page, WebError, show};

use super::record::{record_page, typed_entry};
use super::{field_label, kind_key, record_link, words};
use crate::Desk;
use crate::book::{self, EditRefusal, Written};
use crate::record::{Entry, Field, Party, Purpose, Sort, Visibility};

#[derive(Template)]
#[template(path = "office/edit.html")]
struct EditPage {
    page: Page,
    form: Form,
    name: String,
    label: String,
    /// Where the value is a choice: word and key.
    kinds: Vec<(&'static str, &'static str)>,
    is_long: bool,
    has_detail: bool,
    back: String,
    action: String,
    /// What stands there now, if somebody else was faster.
    theirs: Option<String>,
}

impl EditPage {
    fn visibilities(&self) -> [Visibility; 3] {
        Visibility::ALL
    }

    fn purposes(&self) -> [Purpose; 4] {
        Purpose::ALL
    }
}

pub(super) async fn ask(
    sort: Sort,
    page: Page,
    State(desk): State<Desk>,
    Path((_, id, entry)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let (party, entry) = entry_of(&desk, sort, &id, &entry).await?;
    let mut form = Form::default();
    form.fill("value", if entry.field == Field::WorksAt { words::shown(&page, &entry) } else { entry.value.clone() });
    form.fill("detail", entry.detail.clone());
    form.fill("visibility", entry.visibility.word());
    form.fill("purpose", entry.purpose.word());
    form.fill("seen", entry.value.clone());
    show(StatusCode::OK, &edit_page(page, &desk, &party, &entry, form, None))
}

pub(super) async fn save(
    sort: Sort,
    page: Page,
    State(desk): State<Desk>,
    Path((_, id, entry)): Path<(String, String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let (party, entry) = entry_of(&desk, sort, &id, &entry).await?;
    let mut value = typed_entry(&form, entry.field.clone(), &entry.language);
    value.value = organisation_of(&desk, &entry.field, &value.value).await?;
    let change = desk.change(&page, "people.edit").await?;
    let written = desk.book().set_entry(&change, party.id, entry.id, form.typed("seen"), &value).await?;
    match written {
        Written::Done => {
            change.commit().await?;
            Ok(Redirect::to(&record_link(&page, sort, party.id)).into_response())
        }
        Written::Refused(refusal) => {
            form.refuse("value", refusal.key());
            show(StatusCode::UNPROCESSABLE_ENTITY, &edit_page(page, &desk, &party, &entry, form, None))
        }
        Written::Changed(theirs) => {
            let Some(theirs) = theirs else { return Err(WebError::Conflict) };
            // What was typed stays; sent again, it is written over what is shown now.
            let mut again = Form::new(form.pairs().iter().filter(|(name, _)| name != "seen").cloned().collect());
            again.fill("seen", theirs.clone());
            again.refuse("value", "people-was-changed");
            show(StatusCode::CONFLICT, &edit_page(page, &desk, &party, &entry, again, Some(theirs)))
        }
    }
}

pub(super) async fn add(
    sort: Sort,
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let party = party_of(&desk, sort, &id).await?;
    let back = record_link(&page, sort, party.id);
    let is_offered = super::record::addable(&page, &desk, sort).iter().any(|(word, _)| word == form.typed("field"));
    let Some(field) = Field::from_word(form.typed("field")).filter(|_| is_offered) else {
        form.refuse("field", EditRefusal::NotAKind.key());
        return show(StatusCode::UNPROCESSABLE_ENTITY, &record_page(page, &desk, party, form).await?);
    };
    let mut value = typed_entry(&form, field.clone(), form.typed("language"));
    value.value = organisation_of(&desk, &field, &value.value).await?;
    let change = desk.change(&page, "people.add-value").await?;
    if let Some(earlier) = change.once(form.typed("once"), &back).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    match desk.book().add_entry(&change, party.id, &value).await? {
        Written::Done => {
            change.commit().await?;
            Ok(Redirect::to(&back).into_response())
        }
        Written::Refused(refusal) => {
            // Waiting pages read while nothing is being written.
            drop(change);
            form.refuse("value", refusal.key());
            show(StatusCode::UNPROCESSABLE_ENTITY, &record_page(page, &desk, party, form).await?)
        }
        Written::Changed(_) => Err(WebError::Conflict),
    }
}

/// Where an organisation is meant, its name will do if only one is called so.
async fn organisation_of(desk: &Desk, field: &Field, typed: &str) -> Result<String, WebError> {
    if *field != Field::WorksAt || typed.trim().parse::<Id>().is_ok() {
        return Ok(typed.to_owned());
    }
    let wanted = desk.book().rules().distinguishing(typed);
    let found = desk.book().search(desk.store(), Sort::Organisation, typed).await?.parties;
    let mut called = found.iter().filter(|party| {
        let mut names = party.of(&Field::Name).chain(party.of(&Field::Alias));
        names.any(|entry| desk.book().rules().distinguishing(&entry.value) == wanted)
    });
    match (called.next(), called.next()) {
        (Some(one), None) => Ok(one.id.to_string()),
        _ => Ok(typed.to_owned()),
    }
}

fn edit_page(page: Page, desk: &Desk, party: &Party, entry: &Entry, form: Form, theirs: Option<String>) -> EditPage {
    let is_kind = entry.field == Field::Kind;
    let kinds = party.sort.kinds().iter().filter(|_| is_kind).map(|kind| (*kind, kind_key(kind))).collect();
    let back = record_link(&page, party.sort, party.id);
    EditPage {
        name: party.name(page.language().tag()),
        label: field_label(&page, desk.book().rules(), &entry.field),
        kinds,
        is_long: entry.field == Field::Note || entry.field == Field::Address,
        has_detail: entry.field.is_list(),
        action: format!("{back}/edit/{}", entry.id),
        back,
        theirs,
        form,
        page,
    }
}

async fn party_of(desk: &Desk, sort: Sort, id: &str) -> Result<Party, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    book::find(desk.store(), id).await?.filter(|party| party.sort == sort).ok_or(WebError::NotFound)
}

async fn entry_of(desk: &Desk, sort: Sort, id: &str, entry: &str) -> Result<(Party, Entry), WebError> {
    let party = party_of(desk, sort, id).await?;
    let entry: Id = entry.parse().map_err(|_| WebError::NotFound)?;
    let found = party.entries.iter().find(|known| known.id == entry).cloned().ok_or(WebError::NotFound)?;
    Ok((party, found))
}
