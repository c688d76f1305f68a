use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use rulebook::Rulebook;
use web::{Page, WebError, show};

use super::prose::Said;
use super::view::View;
use crate::Desk;

#[derive(Template)]
#[template(path = "specification/shelf.html")]
struct Shelf {
    page: Page,
    own: Row,
    others: Vec<Row>,
}

struct Row {
    title: Said,
    href: String,
    status: String,
    notice: &'static str,
    tests: String,
    reviewed: String,
}

pub(super) async fn see(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    let row = |book: &Rulebook| {
        let view = View::new(&page, &desk, book);
        let status = view.status();
        Row {
            title: view.title(),
            href: view.href(),
            status: status.title,
            notice: status.notice,
            tests: page.say("spec-tests").count("count", book.test_count()).to_string(),
            reviewed: book.reviewed_to.map(|day| page.day(day)).unwrap_or_default(),
        }
    };
    let others = desk.library().books().filter(|book| book.id != desk.own().id);
    let template = Shelf { own: row(desk.own()), others: others.map(|book| row(book)).collect(), page: page.clone() };
    show(StatusCode::OK, &template)
}
