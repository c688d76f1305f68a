use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use casework::Case;
use kernel::Language;
use people::Reader;
use productions::Production;
use serde_json::json;
use store::{Change, Entry, Query};
use web::{Form, Page, WebError, show};

use crate::edit;
use crate::record::{Contact, DAYS_OF_PACKAGE, Kind, LONGEST_LINE, Package, State as Condition};
use crate::{Desk, sql};

/// A new package: for whom, and what was chosen before.
#[derive(Template)]
#[template(path = "office/new.html")]
struct NewPage {
    page: Page,
    form: Form,
    /// Packages of the same production.
    others: Vec<Package>,
    /// What came with its inquiry.
    lists: Vec<Package>,
}

/// For what a package is made.
struct About {
    production: Option<Production>,
    case: Option<Case>,
}

pub(super) async fn ask(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let mut form = form;
    let about = about(&page, &desk, &form).await?;
    if let Some(case) = &about.case {
        form.fill("title", &case.title);
        form.fill("recipient", &case.contact_name);
        form.fill("email", &case.contact_email);
        form.fill("language", &case.language);
        if !form.chose("case", &case.reference) {
            form.fill("case", &case.reference);
        }
    } else if let Some(production) = &about.production {
        form.fill("title", &production.title);
        form.fill("language", &production.language);
    }
    answer(page, &desk, StatusCode::OK, about, form).await
}

async fn answer(page: Page, desk: &Desk, status: StatusCode, about: About, form: Form) -> Result<Response, WebError> {
    let (mut others, mut lists) = (Vec::new(), Vec::new());
    if let Some(production) = &about.production {
        others = sql::list_packages_of_production(desk.store(), production.id).await?;
        for token in productions::lists_of(desk.store(), production.id).await? {
            lists.extend(sql::find_package_by_token(desk.store(), &token).await?);
        }
    }
    show(status, &NewPage { page, form, others, lists })
}

pub(super) async fn submit(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let mut form = form;
    let about = about(&page, &desk, &form).await?;
    let typed = |form: &Form, field: &str| form.typed(field).trim().chars().take(LONGEST_LINE).collect::<String>();
    let (title, recipient) = (typed(&form, "title"), typed(&form, "recipient"));
    if title.is_empty() {
        form.refuse("title", "package-title-missing");
    }
    if recipient.is_empty() {
        form.refuse("recipient", "package-recipient-missing");
    }
    let email = typed(&form, "email");
    if !email.is_empty() && mail::Address::check(&recipient, &email).is_err() {
        form.refuse("email", "package-email-wrong");
    }
    if form.is_refused() {
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, about, form).await;
    }
    let language: Option<Language> = page.site().language(form.typed("language"));
    let change = desk.store().change(page.by("package.make")).await?;
    let id = change.fresh_id();
    let to = page.link(format!("office/packages/{id}"));
    if let Some(earlier) = change.once(form.typed("once"), &to).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    let package = Package {
        id,
        kind: Kind::Office,
        state: Condition::Open,
        keeper: String::new(),
        token: desk.store().secret(),
        title,
        words: String::new(),
        language: language.unwrap_or_else(|| page.language()),
        recipient,
        email,
        production: about.production.as_ref().map(|production| production.id),
        case: about.case.as_ref().map(|case| case.id),
        contact: Contact::Officer,
        reader: Reader::Anybody,
        sun_on: about.production.as_ref().and_then(|production| production.starts_on),
        expires_on: page.today().plus_days(DAYS_OF_PACKAGE),
        made_by: page.actor(),
        made_at: change.moment(),
        changed_at: change.moment(),
        shared_at: None,
        sent_at: None,
    };
    sql::insert_package(&change, &package).await?;
    change.record(Entry::new("package", id, "begun").after(json!({ "kind": package.kind.word() }))).await;
    if let Some(list) = sql::find_package_by_token(&change, form.typed("list")).await? {
        take_over(&change, &package, &list).await?;
    }
    change.commit().await?;
    Ok(Redirect::to(&to).into_response())
}

/// What somebody chose themselves is where the office begins.
async fn take_over(change: &Change, package: &Package, list: &Package) -> Result<(), WebError> {
    for chosen in sql::list_places(change, list.id).await? {
        if !chosen.is_taken_out {
            edit::add(change, package, chosen.location, &chosen.note).await?;
        }
    }
    Ok(())
}

/// The case or the production that the address names, for who may know of it.
async fn about(page: &Page, desk: &Desk, form: &Form) -> Result<About, WebError> {
    let db = desk.store();
    if !form.typed("case").is_empty() {
        let case = casework::find_case_by_reference(db, form.typed("case")).await?.ok_or(WebError::NotFound)?;
        let production = match Production::of_subject(&case.subject) {
            Some(id) => Some(productions::find_production(db, page, id).await?),
            None => None,
        };
        return Ok(About { production, case: Some(case) });
    }
    if form.typed("production").is_empty() {
        return Ok(About { production: None, case: None });
    }
    let production = productions::find_production_by_reference(db, page, form.typed("production")).await?;
    let case = latest_case(db, &production).await?;
    Ok(About { production: Some(production), case })
}

async fn latest_case(db: &impl Query, production: &Production) -> Result<Option<Case>, WebError> {
    let cases = casework::cases_of_subject(db, &Production::subject(production.id)).await?;
    Ok(cases.into_iter().find(|case| !case.is_closed))
}

impl NewPage {
    fn languages(&self) -> Vec<(String, String)> {
        let languages = self.page.site().languages().iter();
        languages.map(|own| (own.language.tag().to_owned(), own.name.clone())).collect()
    }

    fn link_of(&self, package: &Package) -> String {
        match package.kind {
            Kind::Office => self.page.link(format!("office/packages/{}", package.id)),
            Kind::List => format!("/{}{}", self.page.language(), package.path()),
        }
    }

    fn title_of(&self, package: &Package) -> String {
        match package.title.as_str() {
            "" => self.page.say("list-title").to_string(),
            title => title.to_owned(),
        }
    }
}
