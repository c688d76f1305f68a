use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use store::Query;
use web::{Form, Page, Permission, WebError, show};

use crate::gather::sheets;
use crate::keeper;
use crate::record::{Contact, Deed, Kind, Liking, Opening, Package, Reaction, Shut, State as Condition};
use crate::sheet::Sheet;
use crate::{Desk, sql};

#[derive(Template)]
#[template(path = "link/link.html")]
struct LinkPage {
    page: Page,
    form: Form,
    package: Package,
    sheets: Vec<Sheet>,
    /// What this browser has said.
    own: Vec<Reaction>,
    /// Name and address of whom to ask.
    contact: Option<(String, String)>,
    /// For whoever made it: readers do not see this yet, or see it so.
    is_preview: bool,
}

#[derive(Template)]
#[template(path = "link/shut.html")]
struct ShutPage {
    page: Page,
    shut: Shut,
    is_of_office: bool,
    on: String,
}

/// Who is asking for the places of a link.
pub(super) enum Asked {
    /// A reader, of whom a note is made.
    Reader(Package),
    /// Who made it, or the office.
    Maker(Package),
    /// It leads nowhere any more.
    Nobody(Response),
}

/// The short address that is passed on: to the same page in a language.
pub(super) async fn lead(
    page: Page,
    State(desk): State<Desk>,
    Path(token): Path<String>,
) -> Result<Response, WebError> {
    let package = sql::find_package_by_token(desk.store(), &token).await?.ok_or(WebError::NotFound)?;
    // The office knows in which language it wrote; somebody's friend reads what their browser asks for.
    let language = match package.kind {
        Kind::Office => package.language,
        Kind::List => page.language(),
    };
    Ok(Redirect::to(&format!("/{language}{}", package.path())).into_response())
}

pub(super) async fn see(
    page: Page,
    State(desk): State<Desk>,
    Path((_, token)): Path<(String, String)>,
    headers: HeaderMap,
    query: Form,
) -> Result<Response, WebError> {
    let (package, is_preview) = match ask(&page, &desk, &token, &headers).await? {
        Asked::Reader(package) => {
            note(&page, &desk, &package, Deed::Page).await?;
            (package, false)
        }
        Asked::Maker(package) => (package, true),
        Asked::Nobody(response) => return Ok(response),
    };
    let response = answer(page, &desk, StatusCode::OK, package, is_preview, &headers, query).await?;
    Ok(unlisted(response))
}

pub(super) async fn answer(
    page: Page,
    desk: &Desk,
    status: StatusCode,
    package: Package,
    is_preview: bool,
    headers: &HeaderMap,
    form: Form,
) -> Result<Response, WebError> {
    let reader = keeper::known(headers).unwrap_or_default();
    let mut own = sql::list_reactions(desk.store(), package.id).await?;
    own.retain(|reaction| reaction.reader == reader);
    let contact = contact(&page, desk, &package).await?;
    let sheets = sheets(&page, desk, &package).await?;
    show(status, &LinkPage { page, form, package, sheets, own, contact, is_preview })
}

/// Finds the package of a link and says who wants to see it. An open one exists for its maker only.
pub(super) async fn ask(page: &Page, desk: &Desk, token: &str, headers: &HeaderMap) -> Result<Asked, WebError> {
    let package = sql::find_package_by_token(desk.store(), token).await?.ok_or(WebError::NotFound)?;
    let is_keeper = !package.keeper.is_empty() && keeper::known(headers).as_deref() == Some(package.keeper.as_str());
    if is_keeper || page.may(Permission::Office) {
        return Ok(Asked::Maker(package));
    }
    if package.state == Condition::Open {
        return Err(WebError::NotFound);
    }
    match package.shut(page.today()) {
        None => Ok(Asked::Reader(package)),
        Some(shut) => {
            let on = package.expires_on.map(|day| page.day(day)).unwrap_or_default();
            let is_of_office = package.kind == Kind::Office;
            let template = ShutPage { page: page.clone(), shut, is_of_office, on };
            Ok(Asked::Nobody(unlisted(show(StatusCode::GONE, &template)?)))
        }
    }
}

/// When, what and in which language: no address, no name.
pub(super) async fn note(page: &Page, desk: &Desk, package: &Package, deed: Deed) -> Result<(), WebError> {
    let change = desk.store().upkeep(page.now()).await?;
    let opening = Opening { deed, language: page.language(), moment: page.now() };
    sql::insert_opening(&change, package.id, &opening).await?;
    change.commit().await?;
    Ok(())
}

/// What only those with the link may find, search engines may not.
fn unlisted(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    headers.insert("referrer-policy", HeaderValue::from_static("no-referrer"));
    headers.insert("cache-control", HeaderValue::from_static("no-store"));
    response
}

/// Whom the recipient can turn to, as far as whoever made the package wants it shown.
async fn contact(page: &Page, desk: &Desk, package: &Package) -> Result<Option<(String, String)>, WebError> {
    let office = || {
        let email = page.contact().email.clone()?;
        Some((page.say("commission-name").to_string(), email))
    };
    Ok(match package.contact {
        Contact::Nobody => None,
        Contact::Office => office(),
        Contact::Officer => match package.made_by.account() {
            Some(account) => officer(desk.store(), account).await?.or_else(office),
            None => office(),
        },
    })
}

async fn officer(db: &impl Query, account: Id) -> Result<Option<(String, String)>, WebError> {
    let found = people::find(db, account).await?;
    Ok(found.map(|account| (account.called().to_owned(), account.email)))
}

impl LinkPage {
    fn title(&self) -> String {
        match self.package.title.as_str() {
            "" => self.page.say("list-title").to_string(),
            title => title.to_owned(),
        }
    }

    fn base(&self) -> String {
        format!("/{}{}", self.page.language(), self.package.path())
    }

    fn likings(&self) -> [Liking; 3] {
        Liking::ALL
    }

    fn said(&self, sheet: &Sheet) -> Option<&Reaction> {
        self.own.iter().find(|reaction| reaction.location == sheet.place.id)
    }

    /// Their name, once they have said it.
    fn name(&self) -> &str {
        self.own.first().map_or("", |reaction| reaction.name.as_str())
    }

    fn until(&self) -> String {
        self.package.expires_on.map(|day| self.page.day(day)).unwrap_or_default()
    }
}

impl ShutPage {
    fn email(&self) -> Option<String> {
        self.page.contact().email.clone()
    }
}
