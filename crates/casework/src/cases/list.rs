use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use web::{Form, Page, Visitor, WebError, show};

use super::filter_of;
use crate::line::{Line, Reader, me};
use crate::sql::{self, Cursor, SavedView};
use crate::toast::Toast;
use crate::{Column, Desk, DueFilter, OpenFilter, Sort, Turn, View};

const A_PAGE: i64 = 50;
/// Beyond that a reader is told that there are more, and not how many.
const COUNTED: i64 = 1_000;

#[derive(Template)]
#[template(path = "cases/list.html")]
struct ListPage {
    page: Page,
    toast: Option<Toast>,
    view: View,
    lines: Vec<Line>,
    count: usize,
    is_more: bool,
    next: Option<String>,
    is_first: bool,
    choices: Choices,
    views: Vec<SavedView>,
    me: kernel::Id,
}

/// What the lists of the filter offer.
pub(super) struct Choices {
    pub(super) kinds: Vec<(String, String)>,
    pub(super) states: Vec<(String, String)>,
    pub(super) staff: Vec<Visitor>,
}

pub(super) async fn see(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let me = me(&page)?;
    let db = &desk.store;
    let view = View::from_pairs(form.pairs().iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let reader = Reader::of(&page, &desk, db).await?;
    let filter = filter_of(&view, &reader.calendar, reader.today, me);
    let after = form.typed("after").split_once('~').map(|(key, id)| Cursor { key: key.to_owned(), id: id.to_owned() });
    let is_first = after.is_none();
    let after = after.unwrap_or_else(|| Cursor::beginning(view.sort));
    let mut cases = sql::list_cases(db, &filter, view.sort, &after, A_PAGE + 1).await?;
    let is_last = i64::try_from(cases.len()).unwrap_or(i64::MAX) <= A_PAGE;
    cases.truncate(usize::try_from(A_PAGE).unwrap_or(usize::MAX));
    let next = cases.last().filter(|_| !is_last).map(|last| {
        let Cursor { key, id } = Cursor::behind(view.sort, last);
        let mut pairs = view.pairs();
        pairs.push(("after", format!("{key}~{id}")));
        let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
        format!("{}?{query}", page.link("office/cases"))
    });
    // A list that fits one page has been counted already.
    let count = match is_first && is_last {
        true => i64::try_from(cases.len()).unwrap_or(0),
        false => sql::count_cases(db, &filter, COUNTED + 1).await?,
    };
    let template = ListPage {
        toast: Toast::of(&page, db, &form).await?,
        lines: reader.lines(&cases),
        count: usize::try_from(count.min(COUNTED)).unwrap_or(0),
        is_more: count > COUNTED,
        next,
        is_first,
        choices: Choices::of(&reader),
        views: sql::list_views(db, me).await?,
        page: page.clone(),
        view,
        me,
    };
    show(StatusCode::OK, &template)
}

impl Choices {
    pub(super) fn of(reader: &Reader<'_>) -> Self {
        let (page, all) = (reader.page, reader.desk.kinds.all());
        let kinds = all.iter().map(|kind| (kind.name.to_owned(), page.say(kind.label).to_string()));
        let mut states: Vec<(String, String)> = Vec::new();
        for state in all.iter().flat_map(|kind| &kind.states) {
            if !states.iter().any(|(name, _)| name == state.name) {
                states.push((state.name.to_owned(), page.say(state.label).to_string()));
            }
        }
        Self { kinds: kinds.collect(), states, staff: reader.staff.clone() }
    }
}

impl ListPage {
    fn export(&self, ending: &str) -> String {
        let query = self.view.query();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}.{ending}{mark}{query}", self.page.link("office/cases"))
    }

    fn has_kind(&self, name: &str) -> bool {
        self.view.kinds.iter().any(|kind| kind == name)
    }

    fn has_state(&self, name: &str) -> bool {
        self.view.states.iter().any(|state| state == name)
    }

    fn has_column(&self, column: &Column) -> bool {
        self.view.columns.contains(column)
    }

    fn is_owner(&self, name: &str) -> bool {
        self.view.owner.name() == name
    }
}
