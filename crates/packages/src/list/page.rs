use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use kernel::Day;
use web::{Form, Page, WebError, show};

use crate::gather::sheets;
use crate::keeper;
use crate::record::{Chosen, Opening, Package, State as Condition};
use crate::said::{SaidReaction, said_reactions};
use crate::sheet::Sheet;
use crate::{Desk, sql};

#[derive(Template)]
#[template(path = "list/list.html")]
struct ListPage {
    page: Page,
    form: Form,
    package: Option<Package>,
    sheets: Vec<Sheet>,
    taken_out: Vec<(Chosen, String)>,
    reactions: Vec<SaidReaction>,
    openings: Vec<Opening>,
    /// The whole address that is passed on; empty until the list is shared.
    link: String,
    expired: Option<Day>,
    /// The key of what was just done.
    done: &'static str,
    back: String,
}

/// What readers said, alone: asked for every few seconds where script runs.
#[derive(Template)]
#[template(path = "list/reactions.html")]
struct ReactionsPart {
    page: Page,
    reactions: Vec<SaidReaction>,
}

pub(super) async fn see(
    page: Page,
    State(desk): State<Desk>,
    headers: HeaderMap,
    query: Form,
) -> Result<Response, WebError> {
    let package = of_browser(&desk, &headers).await?;
    answer(page, &desk, StatusCode::OK, package, query).await
}

pub(super) async fn answer(
    page: Page,
    desk: &Desk,
    status: StatusCode,
    package: Option<Package>,
    form: Form,
) -> Result<Response, WebError> {
    let mut template = ListPage {
        done: done(form.typed("done")),
        back: page.ours(form.typed("back")).unwrap_or_default().to_owned(),
        form: filled(form, package.as_ref()),
        sheets: Vec::new(),
        taken_out: Vec::new(),
        reactions: Vec::new(),
        openings: Vec::new(),
        link: String::new(),
        expired: None,
        package,
        page,
    };
    if let Some(package) = &template.package {
        template.sheets = sheets(&template.page, desk, package).await?;
        template.taken_out = taken_out(&template.page, desk, package).await?;
        template.reactions = said_reactions(&template.page, desk, package).await?;
        template.openings = sql::list_openings(desk.store(), package.id).await?;
        if package.state == Condition::Shared {
            template.link = template.page.absolute(&package.path());
            template.expired = package.expires_on.filter(|day| *day < template.page.today());
        }
    }
    show(status, &template)
}

pub(super) async fn reactions(page: Page, State(desk): State<Desk>, headers: HeaderMap) -> Result<Response, WebError> {
    let package = of_browser(&desk, &headers).await?.ok_or(WebError::NotFound)?;
    let reactions = said_reactions(&page, &desk, &package).await?;
    show(StatusCode::OK, &ReactionsPart { page, reactions })
}

/// The list that this browser keeps.
pub(super) async fn of_browser(desk: &Desk, headers: &HeaderMap) -> Result<Option<Package>, WebError> {
    match keeper::known(headers) {
        Some(keeper) => Ok(sql::find_package_of(desk.store(), &keeper).await?),
        None => Ok(None),
    }
}

/// What was taken out and can be put back.
async fn taken_out(page: &Page, desk: &Desk, package: &Package) -> Result<Vec<(Chosen, String)>, WebError> {
    let mut named = Vec::new();
    for chosen in sql::list_places(desk.store(), package.id).await? {
        if !chosen.is_taken_out {
            continue;
        }
        if let Some(location) =
            places::find_location(desk.store(), chosen.location).await?.filter(places::Location::is_listed)
        {
            named.push((chosen, location.name(page.language()).to_owned()));
        }
    }
    Ok(named)
}

/// What the list is called and for which day, unless something else was just typed.
fn filled(mut form: Form, package: Option<&Package>) -> Form {
    if let (Some(package), false) = (package, form.is_refused()) {
        form.fill("title", &package.title);
        form.fill("sun-on", package.sun_on.map(|day| day.to_string()).unwrap_or_default());
    }
    form
}

fn done(word: &str) -> &'static str {
    match word {
        "added" => "list-added",
        "already" => "list-already",
        "full" => "list-full",
        "saved" => "list-saved",
        "removed" => "list-removed",
        "shared" => "list-shared",
        _ => "",
    }
}

impl ListPage {
    fn action(&self, sheet: &Sheet) -> String {
        self.page.link(format!("list/places/{}", sheet.chosen.id))
    }

    fn until(&self) -> String {
        self.package.as_ref().and_then(|package| package.expires_on).map(|day| self.page.day(day)).unwrap_or_default()
    }

    fn expired_on(&self) -> String {
        self.expired.map(|day| self.page.day(day)).unwrap_or_default()
    }
}
