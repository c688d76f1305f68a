//! The address book in the office: lists, records, one field at a time, duplicates, merging.

mod duplicates;
mod edit;
mod list;
mod make;
mod merge;
pub(crate) mod privacy;
mod record;
mod words;

use axum::extract::{Path, State};
use web::{Form, Page, Permission, Routes};

pub(crate) use words::{field_label, kind_key};

use crate::Desk;
use crate::record::Sort;

pub(crate) fn routes() -> Routes<Desk> {
    // The two sorts of records have the same pages under two names.
    let (person, organisation) = (Sort::Person, Sort::Organisation);
    Routes::new()
        .get("/{lang}/office/people", Permission::Office, async move |page: Page, desk: State<Desk>, form: Form| {
            list::list(person, page, desk, form).await
        })
        .get(
            "/{lang}/office/organisations",
            Permission::Office,
            async move |page: Page, desk: State<Desk>, form: Form| list::list(organisation, page, desk, form).await,
        )
        .get("/{lang}/office/people/new", Permission::Office, async move |page: Page, desk: State<Desk>, form: Form| {
            make::ask(person, page, desk, form).await
        })
        .get(
            "/{lang}/office/organisations/new",
            Permission::Office,
            async move |page: Page, desk: State<Desk>, form: Form| make::ask(organisation, page, desk, form).await,
        )
        .post(
            "/{lang}/office/people/new",
            Permission::Office,
            async move |page: Page, desk: State<Desk>, form: Form| make::make(person, page, desk, form).await,
        )
        .post(
            "/{lang}/office/organisations/new",
            Permission::Office,
            async move |page: Page, desk: State<Desk>, form: Form| make::make(organisation, page, desk, form).await,
        )
        .get(
            "/{lang}/office/people/{id}",
            Permission::Office,
            async move |page: Page, desk: State<Desk>, id: Path<(String, String)>| {
                record::show_record(person, page, desk, id).await
            },
        )
        .get(
            "/{lang}/office/organisations/{id}",
            Permission::Office,
            async move |page: Page, desk: State<Desk>, id: Path<(String, String)>| {
                record::show_record(organisation, page, desk, id).await
            },
        )
        .post(
            "/{lang}/office/people/{id}/add",
            Permission::Office,
            async move |page: Page, desk: State<Desk>, id: Path<(String, String)>, form: Form| {
                edit::add(person, page, desk, id, form).await
            },
        )
        .post(
            "/{lang}/office/organisations/{id}/add",
            Permission::Office,
            async move |page: Page, desk: State<Desk>, id: Path<(String, String)>, form: Form| {
                edit::add(organisation, page, desk, id, form).await
            },
        )
        .get(
            "/{lang}/office/people/{id}/edit/{entry}",
            Permission::Office,
            async move |page: Page, desk: State<Desk>, id: Path<(String, String, String)>| {
                edit::ask(person, page, desk, id).await
            },
        )
        .get(
            "/{lang}/office/organisations/{id}/edit/{entry}",
            Permission::Office,
            async move |page: Page, desk: State<Desk>, id: Path<(String, String, String)>| {
                edit::ask(organisation, page, desk, id).await
            },
        )
        .post(
            "/{lang}/office/people/{id}/edit/{entry}",
            Permission::Office,
            async move |page: Page, desk: State<Desk>, id: Path<(String, String, String)>, form: Form| {
                edit::save(person, page, desk, id, form).await
            },
        )
        .post(
            "/{lang}/office/organisations/{id}/edit/{entry}",
            Permission::Office,
            async move |page: Page, desk: State<Desk>, id: Path<(String, String, String)>, form: Form| {
                edit::save(organisation, page, desk, id, form).await
            },
        )
        .get("/{lang}/office/people/{id}/export.zip", Permission::Administer, privacy::export)
        .get("/{lang}/office/people/{id}/erase", Permission::Administer, privacy::ask_erasure)
        .post("/{lang}/office/people/{id}/erase", Permission::Administer, privacy::erase)
        .get("/{lang}/office/duplicates", Permission::Office, duplicates::list)
        .post("/{lang}/office/duplicates", Permission::Office, duplicates::are_two)
        .get("/{lang}/office/merge/{a}/{b}", Permission::Office, merge::compare)
        .post("/{lang}/office/merge/{a}/{b}", Permission::Office, merge::merge)
        .post("/{lang}/office/merges/{id}/undo", Permission::Office, merge::undo)
        .office_item("office/people", "people-people", 60)
        .office_item("office/organisations", "people-organisations", 61)
        .office_item("office/duplicates", "people-duplicates", 62)
}

/// The address of a record's page.
pub(crate) fn record_link(page: &Page, sort: Sort, id: kernel::Id) -> String {
    page.link(format!("office/{}/{id}", sort.folder()))
}
