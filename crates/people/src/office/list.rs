use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use web::{Form, Page, WebError, show};

use super::{kind_key, record_link};
use crate::Desk;
use crate::book::Place;
use crate::record::{Field, Party, Sort};
use crate::sql::parties as sql;

#[derive(Template)]
#[template(path = "office/list.html")]
struct ListPage {
    page: Page,
    sort: Sort,
    form: Form,
    count: usize,
    lines: Vec<Line>,
    /// The address of the next page.
    next: Option<String>,
    understood: Option<String>,
    is_search: bool,
    has_more: bool,
}

struct Line {
    href: String,
    name: String,
    others: String,
    kind: Option<&'static str>,
    contact: String,
}

pub(super) async fn list(sort: Sort, page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let typed = form.typed("q").trim().to_owned();
    let found = if typed.is_empty() {
        let after = form.typed("after").split_once('.').unwrap_or_default();
        let after = Place { order_key: after.0.to_owned(), id: after.1.to_owned() };
        desk.book().list(desk.store(), sort, &after).await?
    } else {
        desk.book().search(desk.store(), sort, &typed).await?
    };
    let count = sql::count_parties(desk.store(), sort).await?.try_into().unwrap_or(0);
    let next =
        found.next.map(|place| page.link(format!("office/{}?after={}.{}", sort.folder(), place.order_key, place.id)));
    let lines = found.parties.iter().map(|party| line(&page, party)).collect();
    let is_search = !typed.is_empty();
    show(
        StatusCode::OK,
        &ListPage {
            page,
            sort,
            form,
            count,
            lines,
            next,
            understood: found.understood,
            is_search,
            has_more: found.has_more,
        },
    )
}

fn line(page: &Page, party: &Party) -> Line {
    let name = party.name(page.language().tag());
    let others: Vec<&str> =
        party.of(&Field::Name).map(|entry| entry.value.as_str()).filter(|other| *other != name).collect();
    let kind = party.of(&Field::Kind).next().map(|entry| kind_key(&entry.value));
    let contact = party.of(&Field::Email).chain(party.of(&Field::Phone)).next();
    Line {
        href: record_link(page, party.sort, party.id),
        others: others.join(" · "),
        kind,
        contact: contact.map(|entry| entry.value.clone()).unwrap_or_default(),
        name,
    }
}
