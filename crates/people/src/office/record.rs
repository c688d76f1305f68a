use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{Day, Id};
use store::Link;
use web::{Form, Page, Permission, WebError, show};

use super::{field_label, record_link, words};
use crate::Desk;
use crate::book::{self, Merge, NewEntry};
use crate::record::{Entry, Field, KeyKind, Party, Purpose, Sort, Visibility};
use crate::sql::{accounts, parties};

#[derive(Template)]
#[template(path = "office/record.html")]
pub(super) struct RecordPage {
    page: Page,
    form: Form,
    sort: Sort,
    id: Id,
    name: String,
    values: Vec<Shown>,
    addable: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    colleagues: Vec<Linked>,
    like: Vec<Alike>,
    merges: Vec<Undoable>,
    history: Vec<Said>,
}

/// A value with who may see it and until when it is kept.
struct Shown {
    label: String,
    language: String,
    language_name: String,
    value: String,
    /// Where the value leads: a page, a mailbox, a telephone, an organisation.
    href: Option<String>,
    detail: String,
    visibility: Visibility,
    purpose: Purpose,
    keep_until: Option<Day>,
    edit: String,
}

struct Linked {
    href: String,
    name: String,
    detail: String,
}

struct Alike {
    name: String,
    compare: String,
    reasons: Vec<KeyKind>,
}

struct Undoable {
    action: String,
    name: String,
    until: String,
    /// Only the last one can be undone at once.
    is_last: bool,
    /// Labels of values that were changed since, which would be lost.
    lost: Vec<String>,
}

/// A line of the history.
struct Said {
    moment: String,
    who: String,
    deed: String,
    what: String,
}

pub(super) async fn show_record(
    sort: Sort,
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let party = book::find(desk.store(), id).await?.filter(|party| party.sort == sort).ok_or(WebError::NotFound)?;
    if party.id != id {
        return Ok(Redirect::permanent(&record_link(&page, sort, party.id)).into_response());
    }
    show(StatusCode::OK, &record_page(page, &desk, party, Form::default()).await?)
}

pub(super) async fn record_page(page: Page, desk: &Desk, party: Party, form: Form) -> Result<RecordPage, WebError> {
    let language = page.language().tag().to_owned();
    let mut values = Vec::new();
    // Names stand in the order in which the site offers its languages.
    let place = |tag: &str| desk.book().languages().iter().position(|known| known == tag);
    let mut entries: Vec<&Entry> = party.entries.iter().filter(|entry| !entry.value.is_empty()).collect();
    entries.sort_by_key(|entry| (entry.field.clone(), place(&entry.language), entry.id));
    for entry in entries {
        values.push(shown(&page, desk, &party, entry).await?);
    }
    let addable = addable(&page, desk, party.sort);
    let languages = desk.book().languages().iter().map(|tag| (tag.clone(), words::language_name(&page, tag))).collect();
    let colleagues = colleagues(&page, desk, &party).await?;
    let mut like = Vec::new();
    for found in desk.book().like(desk.store(), &party).await? {
        let other = if found.left == party.id { found.right } else { found.left };
        let Some(name) = book::name_of(desk.store(), other, &language).await? else { continue };
        let compare = page.link(format!("office/merge/{}/{other}", party.id));
        like.push(Alike { name, compare, reasons: found.reasons });
    }
    let merges = undoable(&page, desk, &party).await?;
    let history = history(&page, desk, &party).await?;
    let name = party.name(&language);
    let (sort, id) = (party.sort, party.id);
    Ok(RecordPage { page, form, sort, id, name, values, addable, languages, colleagues, like, merges, history })
}

async fn shown(page: &Page, desk: &Desk, party: &Party, entry: &Entry) -> Result<Shown, WebError> {
    let mut value = words::shown(page, entry);
    let href = match &entry.field {
        Field::Website => Some(entry.value.clone()),
        Field::Email => Some(format!("mailto:{}", entry.value)),
        Field::Phone => Some(format!("tel:{}", entry.value)),
        Field::WorksAt => {
            let id: Option<Id> = entry.value.parse().ok();
            let organisation = match id {
                Some(id) => book::find(desk.store(), id).await?,
                None => None,
            };
            if let Some(organisation) = &organisation {
                value = organisation.name(page.language().tag());
            }
            organisation.map(|organisation| record_link(page, organisation.sort, organisation.id))
        }
        Field::Name
        | Field::PassportName
        | Field::SortAs
        | Field::AddressAs
        | Field::Alias
        | Field::Kind
        | Field::Identifier(_)
        | Field::Address
        | Field::Note => None,
    };
    let language_name =
        if entry.language.is_empty() { String::new() } else { words::language_name(page, &entry.language) };
    Ok(Shown {
        label: field_label(page, desk.book().rules(), &entry.field),
        language: entry.language.clone(),
        language_name,
        value,
        href,
        detail: entry.detail.clone(),
        visibility: entry.visibility,
        purpose: entry.purpose,
        keep_until: entry.keep_until.parse().ok(),
        edit: format!("{}/edit/{}", record_link(page, party.sort, party.id), entry.id),
    })
}

/// Fields that can be added, as word and label.
pub(super) fn addable(page: &Page, desk: &Desk, sort: Sort) -> Vec<(String, String)> {
    let rules = desk.book().rules();
    let own = |field: &Field| match field {
        Field::PassportName | Field::AddressAs | Field::WorksAt => sort == Sort::Person,
        // Chosen when the record is made, and changed where it stands.
        Field::Kind => false,
        Field::Name
        | Field::SortAs
        | Field::Alias
        | Field::Identifier(_)
        | Field::Phone
        | Field::Email
        | Field::Website
        | Field::Address
        | Field::Note => true,
    };
    let identifiers = super::make::identifiers(rules, sort);
    let fields = Field::COMMON.into_iter().chain(identifiers).chain([Field::Note]).filter(own);
    fields.map(|field| (field.word(), field_label(page, rules, &field))).collect()
}

async fn colleagues(page: &Page, desk: &Desk, party: &Party) -> Result<Vec<Linked>, WebError> {
    let mut colleagues = Vec::new();
    if party.sort == Sort::Person {
        return Ok(colleagues);
    }
    let mut ids = crate::sql::merges::list_gone_into(desk.store(), party.id).await?;
    ids.push(party.id);
    for organisation in ids {
        for id in parties::list_working_at(desk.store(), organisation).await? {
            let Some(person) = book::find(desk.store(), id).await? else { continue };
            let value = organisation.to_string();
            let detail =
                person.of(&Field::WorksAt).find(|entry| entry.value == value).map(|entry| entry.detail.clone());
            colleagues.push(Linked {
                href: record_link(page, person.sort, person.id),
                name: person.name(page.language().tag()),
                detail: detail.unwrap_or_default(),
            });
        }
    }
    Ok(colleagues)
}

async fn undoable(page: &Page, desk: &Desk, party: &Party) -> Result<Vec<Undoable>, WebError> {
    let merges: Vec<Merge> = book::merges_into(desk.store(), party.id, page.now()).await?;
    let last = merges.first().map(|merge| merge.id);
    let undoable = |merge: &Merge| {
        let changed = merge.changed_since(party);
        let lost = changed.iter().map(|entry| field_label(page, desk.book().rules(), &entry.field)).collect();
        Undoable {
            action: page.link(format!("office/merges/{}/undo", merge.id)),
            name: merge.before.right.name(page.language().tag()),
            until: page.moment(merge.can_be_undone_until()),
            is_last: Some(merge.id) == last,
            lost,
        }
    };
    Ok(merges.iter().map(undoable).collect())
}

async fn history(page: &Page, desk: &Desk, party: &Party) -> Result<Vec<Said>, WebError> {
    let mut history = Vec::new();
    for link in desk.store().audit_of(party.sort.word(), &party.id.to_string(), 50).await? {
        let who = match link.actor.strip_prefix("account:").and_then(|id| id.parse().ok()) {
            Some(id) => accounts::find_account(desk.store(), id).await?.map(|account| account.called().to_owned()),
            None => None,
        };
        let moment = link.moment.parse::<jiff::Timestamp>().map(|moment| page.moment(moment)).unwrap_or_default();
        let what = what(page, desk, &link);
        history.push(Said { moment, who: who.unwrap_or_default(), deed: words::deed(page, &link.deed), what });
    }
    Ok(history)
}

/// `Telephone: +77011234567 → +77017654321`, from the detail of an entry that is not blanked.
fn what(page: &Page, desk: &Desk, link: &Link) -> String {
    let detail: serde_json::Value =
        link.detail.as_deref().and_then(|detail| serde_json::from_str(detail).ok()).unwrap_or_default();
    let side = |side: &str| {
        let values = detail.get(side).and_then(serde_json::Value::as_object);
        let pair = values.and_then(|values| values.iter().next());
        pair.and_then(|(field, value)| Some((Field::from_word(field)?, value.as_str()?.to_owned())))
    };
    let label = |field: &Field| field_label(page, desk.book().rules(), field);
    match (side("before"), side("after")) {
        (Some((field, before)), Some((_, after))) => format!("{}: {before} → {after}", label(&field)),
        (None, Some((field, after))) => format!("{}: {after}", label(&field)),
        (Some((field, before)), None) => format!("{}: {before}", label(&field)),
        (None, None) => String::new(),
    }
}

impl RecordPage {
    fn may_administer(&self) -> bool {
        self.page.may(Permission::Administer)
    }
}

/// What a form about one value says; fields of other names are not read.
pub(super) fn typed_entry(form: &Form, field: Field, language: &str) -> NewEntry {
    let mut entry = NewEntry::new(field, language, form.typed("value"));
    entry.detail = form.typed("detail").to_owned();
    entry.visibility = Visibility::from_word(form.typed("visibility")).unwrap_or(Visibility::OfficeOnly);
    entry.purpose = Purpose::from_word(form.typed("purpose")).unwrap_or(Purpose::Service);
    entry
}
