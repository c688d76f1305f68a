//! Every form of the list. Each works without script; a browser gets its cookie with the first place.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use people::Reader;
use serde_json::json;
use store::{Change, Entry};
use web::{Form, Page, WebError, show};

use super::page::{answer, of_browser};
use crate::edit::{self, Added};
use crate::keeper::Keeper;
use crate::record::{Contact, Kind, LONGEST_LINE, Package, State as Condition};
use crate::{Desk, sql};

/// What stands in place of the button that added a place.
#[derive(Template)]
#[template(path = "list/added.html")]
struct AddedPart {
    page: Page,
    added: Added,
    count: usize,
}

impl AddedPart {
    fn is_full(&self) -> bool {
        self.added == Added::TooMany
    }

    fn count(&self) -> usize {
        self.count
    }
}

/// Puts a place on the list, which is begun with the first one.
pub(super) async fn add(
    page: Page,
    State(desk): State<Desk>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, WebError> {
    let location = places::find_location_by_slug(desk.store(), form.typed("location")).await?;
    let location = location.filter(places::Location::is_listed).ok_or(WebError::NotFound)?;
    let keeper = Keeper::of(&page, &headers);
    let change = desk.store().change(page.by("list.add")).await?;
    let package = match sql::find_package_of(&change, &keeper.fingerprint).await? {
        Some(package) => package,
        None => begin(&page, &desk, &change, &keeper).await?,
    };
    let added = edit::add(&change, &package, location.id, "").await?;
    let done = match added {
        Added::New => "added",
        Added::Already => "already",
        Added::TooMany => "full",
    };
    let count = sql::list_places(&change, package.id).await?.iter().filter(|chosen| !chosen.is_taken_out).count();
    if added == Added::New {
        change.commit().await?;
    }
    // Where script runs, the button says so itself and nobody leaves the page.
    if headers.contains_key("hx-request") {
        let part = show(StatusCode::OK, &AddedPart { page: page.clone(), added, count })?;
        return Ok(keeper.kept(&page, part));
    }
    let back = page.ours(form.typed("return")).unwrap_or_default();
    let query = [("done", done), ("back", back)];
    let to = format!("{}?{}", page.link("list"), web_query(&query));
    Ok(keeper.kept(&page, Redirect::to(&to).into_response()))
}

async fn begin(page: &Page, desk: &Desk, change: &Change, keeper: &Keeper) -> Result<Package, WebError> {
    let package = Package {
        id: change.fresh_id(),
        kind: Kind::List,
        state: Condition::Open,
        keeper: keeper.fingerprint.clone(),
        token: desk.store().secret(),
        title: String::new(),
        words: String::new(),
        language: page.language(),
        recipient: String::new(),
        email: String::new(),
        production: None,
        case: None,
        contact: Contact::Office,
        reader: Reader::Anybody,
        sun_on: None,
        expires_on: None,
        made_by: page.actor(),
        made_at: change.moment(),
        changed_at: change.moment(),
        shared_at: None,
        sent_at: None,
    };
    sql::insert_package(change, &package).await?;
    change.record(Entry::new("package", package.id, "begun").after(json!({ "kind": package.kind.word() }))).await;
    Ok(package)
}

pub(super) async fn place(
    page: Page,
    State(desk): State<Desk>,
    Path((_, place)): Path<(String, String)>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, WebError> {
    let package = of_browser(&desk, &headers).await?.ok_or(WebError::NotFound)?;
    let change = desk.store().change(page.by("list.edit")).await?;
    edit::act(&change, &package, &place, &form).await?;
    change.commit().await?;
    let (done, at) = match form.typed("act") {
        "remove" => ("removed", String::new()),
        _ => ("saved", format!("#place-{place}")),
    };
    Ok(Redirect::to(&format!("{}?done={done}{at}", page.link("list"))).into_response())
}

pub(super) async fn settings(
    page: Page,
    State(desk): State<Desk>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, WebError> {
    let mut form = form;
    let mut package = of_browser(&desk, &headers).await?.ok_or(WebError::NotFound)?;
    let typed = form.typed("sun-on").trim().to_owned();
    let day = crate::said::day(&typed);
    if !typed.is_empty() && day.is_none() {
        form.refuse("sun-on", "package-day-wrong");
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, Some(package), form).await;
    }
    package.title = form.typed("title").trim().chars().take(LONGEST_LINE).collect();
    package.sun_on = day;
    let change = desk.store().change(page.by("list.settings")).await?;
    sql::set_package(&change, &package).await?;
    change.record(Entry::new("package", package.id, "named").after(json!({ "sun_on": typed }))).await;
    change.commit().await?;
    Ok(Redirect::to(&format!("{}?done=saved", page.link("list"))).into_response())
}

/// Gives the list a link, or the link new days.
pub(super) async fn share(page: Page, State(desk): State<Desk>, headers: HeaderMap) -> Result<Response, WebError> {
    let package = of_browser(&desk, &headers).await?.ok_or(WebError::NotFound)?;
    open_link(&page, &desk, package).await?;
    Ok(Redirect::to(&format!("{}?done=shared#link", page.link("list"))).into_response())
}

/// An inquiry that brings the list along: the commission sees it as whoever has the link does.
pub(super) async fn send(page: Page, State(desk): State<Desk>, headers: HeaderMap) -> Result<Response, WebError> {
    let package = of_browser(&desk, &headers).await?.ok_or(WebError::NotFound)?;
    let package = open_link(&page, &desk, package).await?;
    Ok(Redirect::to(&format!("{}?list={}", page.link("start"), package.token)).into_response())
}

async fn open_link(page: &Page, desk: &Desk, mut package: Package) -> Result<Package, WebError> {
    let change = desk.store().change(page.by("list.share")).await?;
    package.state = Condition::Shared;
    package.language = page.language();
    package.shared_at = package.shared_at.or(Some(change.moment()));
    package.expires_on = page.today().plus_days(package.kind.days());
    sql::set_package(&change, &package).await?;
    let until = package.expires_on.map(|day| day.to_string());
    change.record(Entry::new("package", package.id, "shared").after(json!({ "until": until }))).await;
    change.commit().await?;
    Ok(package)
}

/// As a form writes its fields into an address.
fn web_query(pairs: &[(&str, &str)]) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    let escaped = |text: &str| text.bytes().map(escape).collect::<String>();
    let pairs = pairs.iter().filter(|(_, value)| !value.is_empty());
    pairs.map(|(name, value)| format!("{name}={}", escaped(value))).collect::<Vec<_>>().join("&")
}
