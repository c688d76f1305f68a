//! Filters with names, and the calendars that other programs fetch by a secret address.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use serde_json::json;
use store::{Entry, fingerprint};
use web::{Form, Page, Permission, Routes, WebError, show};

use crate::cases::filter_of;
use crate::line::me;
use crate::sql::{self, Cursor, SavedView};
use crate::{Desk, FeedEvent, OpenFilter, OwnerFilter, Sort, View, to_ics};

const LONGEST_NAME: usize = 100;
/// So many days stand in a calendar.
const MOST_EVENTS: i64 = 2_000;

#[derive(Template)]
#[template(path = "views/views.html")]
struct ViewsPage {
    page: Page,
    views: Vec<SavedView>,
    me: Id,
    /// The address of a calendar that was just made; it is shown once.
    feed: String,
}

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .get("/{lang}/office/views", Permission::Office, see)
        .post("/{lang}/office/views", Permission::Office, save)
        .get("/{lang}/office/views/{id}", Permission::Office, open)
        .post("/{lang}/office/views/{id}/delete", Permission::Office, delete)
        .post("/{lang}/office/feeds", Permission::Office, make_feed)
        .get("/calendar/{token}", Permission::Public, feed)
}

async fn see(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    shown(page, &desk, String::new()).await
}

async fn shown(page: Page, desk: &Desk, feed: String) -> Result<Response, WebError> {
    let me = me(&page)?;
    let views = sql::list_views(&desk.store, me).await?;
    show(StatusCode::OK, &ViewsPage { page, views, me, feed })
}

async fn save(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let me = me(&page)?;
    let view = View::from_query(form.typed("query"));
    let typed: String = form.typed("name").trim().chars().take(LONGEST_NAME).collect();
    let name = if typed.is_empty() { page.say("views-unnamed").to_string() } else { typed };
    let here = format!("{}?{}", page.link("office/cases"), view.query());
    let change = desk.store.change(page.by("view.save")).await?;
    if change.once(form.typed("once"), &here).await?.is_none() {
        let id = change.fresh_id();
        let saved = SavedView {
            id,
            owner: me,
            name,
            query: view.query(),
            is_shared: form.chose("shared", "yes"),
            is_pinned: form.chose("pinned", "yes"),
        };
        sql::insert_view(&change, &saved).await?;
        change.record(Entry::new("view", id, "saved").after(json!({ "shared": saved.is_shared }))).await;
        change.commit().await?;
    }
    Ok(Redirect::to(&crate::cases::with_done(&here, "saved")).into_response())
}

async fn open(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let view = sql::find_view(&desk.store, me(&page)?, id).await?.ok_or(WebError::NotFound)?;
    Ok(Redirect::to(&format!("{}?{}", page.link("office/cases"), view.query)).into_response())
}

async fn delete(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let change = desk.store.change(page.by("view.delete")).await?;
    if sql::delete_view(&change, me(&page)?, id).await? == 0 {
        return Err(WebError::NotFound);
    }
    change.record(Entry::new("view", id, "deleted")).await;
    change.commit().await?;
    Ok(Redirect::to(&page.link("office/views")).into_response())
}

/// Makes the secret address of a calendar, of a view or of all that is one's own. An older address ends.
async fn make_feed(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let me = me(&page)?;
    let view = match form.typed("view") {
        "" => None,
        id => {
            let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
            Some(sql::find_view(&desk.store, me, id).await?.ok_or(WebError::NotFound)?.id)
        }
    };
    let secret = desk.store.secret();
    let change = desk.store.change(page.by("feed.make")).await?;
    let view_id = view.map(|id| id.to_string()).unwrap_or_default();
    sql::set_feed(&change, me, &view_id, &fingerprint(&secret)).await?;
    change.record(Entry::new("feed", me, "made").after(json!({ "view": view_id }))).await;
    change.commit().await?;
    let address = page.absolute(&format!("/calendar/{secret}.ics"));
    shown(page, &desk, address).await
}

/// The calendar itself: whoever has the address may read it, as its owner would.
async fn feed(page: Page, State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, WebError> {
    let secret = token.strip_suffix(".ics").ok_or(WebError::NotFound)?;
    let db = &desk.store;
    let (account, view_id) = sql::find_feed(db, &fingerprint(secret)).await?.ok_or(WebError::NotFound)?;
    // Who has left the staff reads no calendar any more.
    if people::list_staff(db).await?.iter().all(|colleague| colleague.account != account) {
        return Err(WebError::NotFound);
    }
    let mine = View { owner: OwnerFilter::Me, open: OpenFilter::Open, ..View::default() };
    let (name, view) = match view_id {
        None => (page.say("feed-mine").to_string(), mine),
        Some(id) => {
            let saved = sql::find_view(db, account, id).await?.ok_or(WebError::NotFound)?;
            (saved.name.clone(), View::from_query(&saved.query))
        }
    };
    let calendar = desk.working_calendar(db).await?;
    let filter = filter_of(&view, &calendar, desk.today(page.now()), account);
    let cases = sql::list_cases(db, &filter, Sort::Due, &Cursor::beginning(Sort::Due), MOST_EVENTS).await?;
    let events: Vec<FeedEvent> = cases
        .iter()
        .filter_map(|case| {
            Some(FeedEvent {
                id: format!("{}@tereze", case.id),
                on: case.due_on?,
                title: format!("{} {}", case.reference, case.title),
                text: String::new(),
                link: page.absolute(&page.link(format!("office/cases/{}", case.reference))),
            })
        })
        .collect();
    let body = to_ics(&name, &events, page.now());
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], body).into_response())
}
