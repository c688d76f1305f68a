use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::{Map, json};
use web::{Form, Page, WebError, show};

use crate::line::me;
use crate::{Desk, sql};

#[derive(Template)]
#[template(path = "settings/keys.html")]
struct KeysPage {
    page: Page,
    is_off: bool,
    keys: [(&'static str, &'static str); 19],
}

/// What each key does. They are places on the keyboard: a Cyrillic layout changes nothing.
const KEYS: [(&str, &str); 19] = [
    ("Ctrl + K", "key-palette"),
    ("?", "key-help"),
    ("/", "key-filter"),
    ("G T", "key-today"),
    ("G I", "key-inbox"),
    ("G C", "key-cases"),
    ("G D", "key-deadlines"),
    ("G K", "key-calendar"),
    ("G P", "key-people"),
    ("J · K", "key-rows"),
    ("Space", "key-peek"),
    ("X", "key-pick"),
    ("Z", "key-undo"),
    ("A", "key-owner"),
    ("S", "key-state"),
    ("D", "key-days"),
    ("N", "key-note"),
    ("R", "key-message"),
    ("[ · ]", "key-neighbour"),
];

/// Where the two-key jumps lead: the place of the second key, and the page.
const JUMPS: [(&str, &str); 6] = [
    ("KeyT", "office"),
    ("KeyI", "office/inbox"),
    ("KeyC", "office/cases"),
    ("KeyD", "office/deadlines"),
    ("KeyK", "office/calendar"),
    ("KeyP", "office/people"),
];

pub(super) async fn see(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    let is_off = sql::find_shortcuts_off(&desk.store, me(&page)?).await?;
    show(StatusCode::OK, &KeysPage { page, is_off, keys: KEYS })
}

pub(super) async fn set(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let change = desk.store.upkeep(page.now()).await?;
    sql::set_shortcuts_off(&change, me(&page)?, form.typed("keys") == "off").await?;
    change.commit().await?;
    Ok(Redirect::to(&page.link("office/settings/keys")).into_response())
}

/// What the script of the office needs to know.
pub(super) async fn map(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    let is_off = sql::find_shortcuts_off(&desk.store, me(&page)?).await?;
    let there = JUMPS.iter().filter(|(_, path)| page.reaches(&format!("/{{lang}}/{path}")));
    let go: Map<_, _> = there.map(|(key, path)| ((*key).to_owned(), page.link(path).into())).collect();
    let words = json!({ "palette": page.say("search-title").to_string(), "keys": page.say("keys-title").to_string() });
    let body = json!({ "off": is_off, "go": go, "words": words }).to_string();
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}
