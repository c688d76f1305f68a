use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::Id;
use web::{Form, Page, WebError, show};

use crate::candidates::candidates;
use crate::gather::sheets;
use crate::propose::{Proposal, propose_for_text};
use crate::record::{Contact, Opening, Package, State as Condition};
use crate::said::{SaidReaction, said_reactions};
use crate::sheet::Sheet;
use crate::{Desk, sql};

/// A package while it is put together, and what came back.
#[derive(Template)]
#[template(path = "office/package.html")]
struct PackagePage {
    page: Page,
    form: Form,
    package: Package,
    base: String,
    sheets: Vec<Sheet>,
    reactions: Vec<SaidReaction>,
    openings: Vec<Opening>,
    /// What the words in the search box found; nothing if there are none.
    found: Option<Vec<Proposal>>,
    /// What the inquiry's own words ask for.
    suggested: Vec<Proposal>,
    about: Option<(String, String)>,
    link: String,
    done: &'static str,
}

pub(super) async fn see(
    page: Page,
    State(desk): State<Desk>,
    Path((_, package)): Path<(String, String)>,
    query: Form,
) -> Result<Response, WebError> {
    let package = found(&page, &desk, &package).await?;
    answer(page, &desk, StatusCode::OK, package, query).await
}

pub(super) async fn answer(
    page: Page,
    desk: &Desk,
    status: StatusCode,
    package: Package,
    form: Form,
) -> Result<Response, WebError> {
    let sheets = sheets(&page, desk, &package).await?;
    let candidates = candidates(&page, desk).await?;
    let is_new = |proposal: &Proposal| sheets.iter().all(|sheet| sheet.place.id != proposal.id);
    let words = form.typed("q").trim().to_owned();
    let found = (!words.is_empty()).then(|| propose_for_text(&words, &candidates));
    let mut suggested = Vec::new();
    let mut about = None;
    if let Some(id) = package.production {
        let production = productions::find_production(desk.store(), &page, id).await?;
        let asked = format!("{} {}", production.looks, production.brief);
        suggested = propose_for_text(&asked, &candidates);
        let link = page.link(format!("office/productions/{}", production.reference));
        about = Some((format!("{} {}", production.reference, production.title), link));
    }
    suggested.retain(is_new);
    let template = PackagePage {
        base: page.link(format!("office/packages/{}", package.id)),
        link: page.absolute(&package.path()),
        reactions: said_reactions(&page, desk, &package).await?,
        openings: sql::list_openings(desk.store(), package.id).await?,
        done: done(form.typed("done")),
        form: filled(&page, form, &package),
        found,
        suggested,
        about,
        sheets,
        package,
        page,
    };
    show(status, &template)
}

/// A package of the office, for who may know of its production.
pub(super) async fn found(page: &Page, desk: &Desk, id: &str) -> Result<Package, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let package = sql::find_package(desk.store(), id).await?.ok_or(WebError::NotFound)?;
    if !may_see(page, desk, &package).await? {
        return Err(WebError::NotFound);
    }
    Ok(package)
}

pub(super) async fn may_see(page: &Page, desk: &Desk, package: &Package) -> Result<bool, WebError> {
    let Some(production) = package.production else { return Ok(true) };
    match productions::find_production(desk.store(), page, production).await {
        Ok(_) => Ok(true),
        Err(WebError::NotFound | WebError::Forbidden) => Ok(false),
        Err(other) => Err(other),
    }
}

/// What is set, unless it was just typed and refused.
fn filled(page: &Page, mut form: Form, package: &Package) -> Form {
    if form.is_refused() {
        return form;
    }
    let day = |day: Option<kernel::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    for (field, value) in [
        ("title", package.title.clone()),
        ("words", package.words.clone()),
        ("recipient", package.recipient.clone()),
        ("email", package.email.clone()),
        ("language", package.language.tag().to_owned()),
        ("contact", package.contact.word().to_owned()),
        ("reader", crate::record::reader_word(package.reader).to_owned()),
        ("sun-on", day(package.sun_on)),
        ("expires-on", day(package.expires_on)),
        ("message", super::send::letter(page, package)),
    ] {
        form.fill(field, value);
    }
    form
}

fn done(word: &str) -> &'static str {
    match word {
        "added" | "saved" => "list-saved",
        "full" => "list-full",
        "sent" => "package-sent",
        "withdrawn" => "package-is-withdrawn",
        _ => "",
    }
}

impl PackagePage {
    fn action(&self, sheet: &Sheet) -> String {
        format!("{}/places/{}", self.base, sheet.chosen.id)
    }

    fn contacts(&self) -> [Contact; 3] {
        Contact::ALL
    }

    fn languages(&self) -> Vec<(String, String)> {
        let languages = self.page.site().languages().iter();
        languages.map(|own| (own.language.tag().to_owned(), own.name.clone())).collect()
    }

    fn preview(&self) -> String {
        format!("/{}{}", self.package.language, self.package.path())
    }

    fn is_shared(&self) -> bool {
        self.package.state == Condition::Shared
    }

    fn can_be_sent(&self) -> bool {
        !self.sheets.is_empty() && !self.package.email.is_empty()
    }

    fn because(&self, proposal: &Proposal) -> String {
        proposal.because.join(", ")
    }

    fn location_link(&self, proposal: &Proposal) -> String {
        self.page.link(format!("locations/{}", proposal.slug))
    }
}
