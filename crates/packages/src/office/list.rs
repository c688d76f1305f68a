use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use web::{Page, WebError, show};

use crate::record::{Kind, Liking, Package};
use crate::{Desk, sql};

const MOST: i64 = 200;

#[derive(Template)]
#[template(path = "office/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Row>,
}

struct Row {
    package: Package,
    link: String,
    places: usize,
    opened: i64,
    likings: Vec<(&'static str, &'static str, usize)>,
}

pub(super) async fn see(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    let mut rows = Vec::new();
    for package in sql::list_packages(desk.store(), Kind::Office, MOST).await? {
        if super::package::may_see(&page, &desk, &package).await? {
            rows.push(row(&page, &desk, package).await?);
        }
    }
    show(StatusCode::OK, &ListPage { page, rows })
}

async fn row(page: &Page, desk: &Desk, package: Package) -> Result<Row, WebError> {
    let db = desk.store();
    let reactions = sql::list_reactions(db, package.id).await?;
    let count = |liking: Liking| reactions.iter().filter(|reaction| reaction.liking == liking).count();
    let likings = Liking::ALL.map(|liking| (liking.sign(), liking.label(), count(liking)));
    Ok(Row {
        link: page.link(format!("office/packages/{}", package.id)),
        places: sql::list_places(db, package.id).await?.iter().filter(|chosen| !chosen.is_taken_out).count(),
        opened: sql::count_openings(db, package.id).await?,
        likings: likings.into_iter().filter(|(_, _, count)| *count > 0).collect(),
        package,
    })
}

impl ListPage {
    fn until(&self, row: &Row) -> String {
        row.package.expires_on.map(|day| self.page.day(day)).unwrap_or_default()
    }

    fn places(&self, row: &Row) -> usize {
        row.places
    }

    fn opened(&self, row: &Row) -> usize {
        usize::try_from(row.opened).unwrap_or(0)
    }
}
