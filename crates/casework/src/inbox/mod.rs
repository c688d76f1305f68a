//! What has come and nobody has taken yet, with what is left of the promise.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use web::{Form, Page, WebError, show};

use crate::line::{Line, Reader, me};
use crate::sql::{self, Cursor};
use crate::toast::Toast;
use crate::{Desk, Sort};

const A_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "inbox/inbox.html")]
struct InboxPage {
    page: Page,
    toast: Option<Toast>,
    lines: Vec<Line>,
    me: kernel::Id,
    next: Option<String>,
}

pub(crate) async fn see(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let db = &desk.store;
    let reader = Reader::of(&page, &desk, db).await?;
    let after = form.typed("after").split_once('~').map(|(key, id)| Cursor { key: key.to_owned(), id: id.to_owned() });
    let after = after.unwrap_or_else(|| Cursor::beginning(Sort::Due));
    let mut cases = sql::list_unowned(db, &after, A_PAGE + 1).await?;
    let is_last = i64::try_from(cases.len()).unwrap_or(i64::MAX) <= A_PAGE;
    cases.truncate(usize::try_from(A_PAGE).unwrap_or(usize::MAX));
    let next = cases.last().filter(|_| !is_last).map(|last| {
        let Cursor { key, id } = Cursor::behind(Sort::Due, last);
        format!("{}?after={key}~{id}", page.link("office/inbox"))
    });
    let template = InboxPage {
        toast: Toast::of(&page, db, &form).await?,
        lines: reader.lines(&cases),
        me: me(&page)?,
        next,
        page: page.clone(),
    };
    show(StatusCode::OK, &template)
}
