use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use files::{Kind, Limits, PutError};
use kernel::Id;
use store::{Entry, Query};
use web::{Form, Page, Upload, UploadedFile, WebError, show};

use super::column::fingerprint;
use super::commit::{Counts, IMPORT};
use super::plan::{Outcome, Planned, plan};
use super::sheet::Sheet;
use super::{Column, Import, ImportState};
use crate::photos::unpack_folders;
use crate::{Desk, sql};

#[derive(Template)]
#[template(path = "import/list.html")]
struct ListPage {
    page: Page,
    form: Form,
    imports: Vec<(Import, String)>,
}

#[derive(Template)]
#[template(path = "import/import.html")]
struct ImportPage {
    page: Page,
    form: Form,
    import: Import,
    columns: Vec<ColumnLine>,
    choices: Vec<(String, String)>,
    counts: Counts,
    lines: Vec<RowLine>,
    is_cut: bool,
}

struct ColumnLine {
    field: String,
    heading: String,
    samples: String,
}

struct RowLine {
    number: i64,
    name: String,
    outcome: &'static str,
    badge: &'static str,
    details: Vec<String>,
}

const ARCHIVES: Limits = Limits { bytes: 240 * 1024 * 1024, files: 1, kinds: &[Kind::Zip] };
const MOST_SHOWN: usize = 200;
const SAMPLES: usize = 3;

pub(super) async fn list(page: Page, Shared(desk): Shared<Desk>) -> Result<Response, WebError> {
    show(StatusCode::OK, &list_page(page, &desk, Form::default()).await?)
}

async fn list_page(page: Page, desk: &Desk, form: Form) -> Result<ListPage, WebError> {
    let imports = sql::imports::list_imports(&desk.store, 20).await?;
    let imports = imports.into_iter().map(|import| {
        let moment = page.moment(import.made_at);
        (import, moment)
    });
    Ok(ListPage { imports: imports.collect(), form, page: page.clone() })
}

/// Keeps the rows of a file as they are; nothing of the book is touched.
pub(super) async fn receive(page: Page, Shared(desk): Shared<Desk>, upload: Upload) -> Result<Response, WebError> {
    let mut form = upload.form.clone();
    let sheet = match upload.file("file").map(|file| Sheet::read(&file.bytes)) {
        Some(Ok(sheet)) => Some(sheet),
        Some(Err(refusal)) => {
            form.refuse("file", refusal.key());
            None
        }
        None => {
            form.refuse("file", "places-import-refused-none");
            None
        }
    };
    let archive = upload.file("photos");
    if let Some(Err(refusal)) = archive.map(|file| unpack_folders(&file.bytes)) {
        let refusal = crate::PhotoRefusal::Archive(refusal);
        form.refuse_with("photos", refusal.key(), refusal.arguments());
    }
    let (Some(sheet), false) = (sheet, form.is_refused()) else {
        return show(StatusCode::UNPROCESSABLE_ENTITY, &list_page(page, &desk, form).await?);
    };
    let stored = match archive {
        Some(file) => match desk.files.put_bytes(&file.bytes, &file.name, &ARCHIVES).await {
            Ok(stored) => Some(stored),
            Err(PutError::Refused(refusal)) => {
                form.refuse_with("photos", refusal.key(), refusal.arguments());
                return show(StatusCode::UNPROCESSABLE_ENTITY, &list_page(page, &desk, form).await?);
            }
            Err(PutError::Failed(error)) => return Err(error.into()),
        },
        None => None,
    };
    let change = desk.store.change(page.by("places.import")).await?;
    let id = change.fresh_id();
    let back = page.link(format!("office/locations/import/{id}"));
    if let Some(earlier) = change.once(form.typed("once"), &back).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    let archive_id = match &stored {
        Some(stored) => Some(files::insert_file(&change, stored, &page.actor()).await?.id),
        None => None,
    };
    let name = |file: Option<&UploadedFile>| file.map(|file| files::safe_name(&file.name)).unwrap_or_default();
    let import = Import {
        id,
        state: ImportState::Staged,
        file_name: name(upload.file("file")),
        mapping: guessed(&change, &desk, &sheet.columns).await?,
        columns: sheet.columns,
        archive: archive_id,
        archive_name: name(archive),
        made_by: page.actor(),
        made_at: change.moment(),
    };
    sql::imports::insert_import(&change, &import).await?;
    for (number, cells) in (1_i64..).zip(&sheet.rows) {
        sql::imports::insert_row(&change, id, number, cells).await?;
    }
    change.record(Entry::new(IMPORT, id, "staged").after(import.file_name.as_str())).await;
    change.commit().await?;
    Ok(Redirect::to(&back).into_response())
}

/// As the same headings were understood the last time, or by what they are called. No meaning is given twice.
async fn guessed(db: &impl Query, desk: &Desk, columns: &[String]) -> Result<Vec<Option<Column>>, WebError> {
    if let Some(words) = sql::imports::find_mapping(db, &fingerprint(columns)).await? {
        return Ok(words.iter().map(|word| sql::imports::column_of(word)).collect());
    }
    let mut mapping: Vec<Option<Column>> = Vec::new();
    for heading in columns {
        let guess = Column::guess(heading, &desk.languages, &desk.words);
        mapping.push(guess.filter(|column| !mapping.contains(&Some(*column))));
    }
    Ok(mapping)
}

pub(super) async fn see(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let import = import_of(&desk.store, &id).await?;
    let mut form = Form::default();
    for (at, column) in import.mapping.iter().enumerate() {
        form.fill(format!("column-{at}"), column.map(|column| column.word()).unwrap_or_default());
    }
    show(StatusCode::OK, &import_page(page, &desk, import, form).await?)
}

pub(super) async fn set_mapping(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, id)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let change = desk.store.change(page.by("places.import-mapping")).await?;
    let import = import_of(&change, &id).await?;
    let mut mapping: Vec<Option<Column>> = Vec::new();
    for at in 0..import.columns.len() {
        let field = format!("column-{at}");
        let typed = form.typed(&field).trim().to_owned();
        let column = Column::guess(&typed, &desk.languages, &desk.words);
        let is_twice = column.is_some() && mapping.contains(&column);
        if !typed.is_empty() && (column.is_none() || is_twice) {
            let key = if is_twice { "places-import-refused-twice" } else { "places-import-refused-column" };
            form.refuse_with(field, key, vec![("typed", typed)]);
        }
        mapping.push(column);
    }
    if form.is_refused() {
        drop(change);
        return show(StatusCode::UNPROCESSABLE_ENTITY, &import_page(page, &desk, import, form).await?);
    }
    if import.state == ImportState::Staged {
        sql::imports::set_mapping(&change, import.id, &mapping).await?;
        sql::imports::remember_mapping(&change, &fingerprint(&import.columns), &mapping).await?;
        change.record(Entry::new(IMPORT, import.id, "mapped")).await;
        change.commit().await?;
    }
    Ok(Redirect::to(&page.link(format!("office/locations/import/{id}"))).into_response())
}

pub(super) async fn commit(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let change = desk.store.change(page.by("places.import-commit")).await?;
    let import = import_of(&change, &id).await?;
    // Sent twice, it is done once.
    if import.state == ImportState::Staged {
        super::commit::commit(&change, &desk, &import).await?;
        change.commit().await?;
    }
    Ok(Redirect::to(&page.link(format!("office/locations/import/{id}"))).into_response())
}

pub(super) async fn undo(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let change = desk.store.change(page.by("places.import-undo")).await?;
    let import = import_of(&change, &id).await?;
    if import.state == ImportState::Committed {
        super::undo::undo(&change, &import).await?;
        change.commit().await?;
    }
    Ok(Redirect::to(&page.link(format!("office/locations/import/{id}"))).into_response())
}

async fn import_of(db: &impl Query, id: &str) -> Result<Import, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    sql::imports::find_import(db, id).await?.ok_or(WebError::NotFound)
}

async fn import_page(page: Page, desk: &Desk, import: Import, form: Form) -> Result<ImportPage, WebError> {
    let rows = sql::imports::list_rows(&desk.store, import.id).await?;
    let columns = import.columns.iter().enumerate().map(|(at, heading)| {
        let filled = rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.is_empty());
        let samples = filled.take(SAMPLES).map(|cell| cell.chars().take(40).collect::<String>());
        ColumnLine {
            field: format!("column-{at}"),
            heading: heading.clone(),
            samples: samples.collect::<Vec<_>>().join(" · "),
        }
    });
    let columns = columns.collect();
    let planned = plan(&desk.store, desk, &import, &rows).await?;
    let mut counts = Counts::default();
    planned.iter().for_each(|planned| counts.add(&planned.outcome));
    let mut lines: Vec<RowLine> = planned.iter().map(|planned| row_line(&page, planned)).collect();
    // What needs somebody stands first.
    lines.sort_by_key(|line| (line.badge != "badge-warning", line.number));
    let is_cut = lines.len() > MOST_SHOWN;
    lines.truncate(MOST_SHOWN);
    let choices = Column::all(&desk.languages).into_iter().map(|column| {
        let (label, language) = column.label();
        let language = language.map(|language| format!(", {language}")).unwrap_or_default();
        (column.word(), format!("{}{language}", page.say(label)))
    });
    Ok(ImportPage { choices: choices.collect(), columns, counts, lines, is_cut, import, form, page: page.clone() })
}

fn row_line(page: &Page, planned: &Planned) -> RowLine {
    let (outcome, badge, details) = match &planned.outcome {
        Outcome::New(place) => ("places-import-new", "badge-done", vec![place.slug.clone()]),
        Outcome::Changed { what, .. } => {
            let labels = what.iter().map(|label| page.say(label).to_string());
            ("places-import-changed", "badge-open", labels.collect())
        }
        Outcome::Unchanged(_) => ("places-import-unchanged", "", Vec::new()),
        Outcome::Problem(troubles) => {
            let told = troubles.iter().map(|trouble| {
                let place = if trouble.column.is_empty() { String::new() } else { format!("{}: ", trouble.column) };
                let typed = if trouble.typed.is_empty() { String::new() } else { format!("`{}`. ", trouble.typed) };
                format!("{place}{typed}{}", page.say(trouble.key))
            });
            ("places-import-problem", "badge-warning", told.collect())
        }
    };
    RowLine { number: planned.number, name: planned.name.clone(), outcome, badge, details }
}

impl ImportPage {
    fn is_staged(&self) -> bool {
        self.import.state == ImportState::Staged
    }

    fn is_committed(&self) -> bool {
        self.import.state == ImportState::Committed
    }

    fn link(&self, deed: &str) -> String {
        self.page.link(format!("office/locations/import/{}/{deed}", self.import.id))
    }

    fn does_something(&self) -> bool {
        self.counts.new + self.counts.changed > 0 || self.import.archive.is_some()
    }
}
