//! A list as a file.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use web::{Form, Page, WebError};

use super::{all_cases, filter_of};
use crate::line::{Reader, me};
use crate::{Desk, Sheet, View, to_csv, to_xlsx};

/// As many as a spreadsheet opens with comfort.
const MOST: usize = 100_000;

pub(super) async fn csv(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let sheet = sheet(&page, &desk, &form).await?;
    Ok(file("text/csv; charset=utf-8", "cases.csv", to_csv(&sheet)))
}

pub(super) async fn xlsx(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let sheet = sheet(&page, &desk, &form).await?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(file(kind, "cases.xlsx", to_xlsx(&sheet)?))
}

async fn sheet(page: &Page, desk: &Desk, form: &Form) -> Result<Sheet, WebError> {
    let me = me(page)?;
    let db = &desk.store;
    let view = View::from_pairs(form.pairs().iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let reader = Reader::of(page, desk, db).await?;
    let filter = filter_of(&view, &reader.calendar, reader.today, me);
    let cases = all_cases(db, &view, &filter, MOST).await?;
    let mut headings = vec![page.say("column-reference").to_string(), page.say("column-title").to_string()];
    headings.extend(view.columns.iter().map(|column| page.say(column.label()).to_string()));
    let rows = cases.iter().map(|case| {
        let line = reader.line(case);
        let mut row = vec![line.reference.clone(), line.title.clone()];
        // A date in a spreadsheet is written so that it sorts.
        row.extend(view.columns.iter().map(|column| match column {
            crate::Column::Due => case.due_on.map(|day| day.to_string()).unwrap_or_default(),
            crate::Column::Opened => desk.today(case.opened_at).to_string(),
            crate::Column::Changed => desk.today(case.changed_at).to_string(),
            crate::Column::Kind | crate::Column::State | crate::Column::Turn | crate::Column::Owner => {
                line.cell(column).to_owned()
            }
        }));
        row
    });
    Ok(Sheet { name: page.say("cases-title").to_string(), headings, rows: rows.collect() })
}

pub(crate) fn file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}
