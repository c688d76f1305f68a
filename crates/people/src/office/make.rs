//! A new record: names in the languages of the site, and what is known at the first call.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use web::{Form, Page, WebError, show};

use super::{field_label, kind_key, record_link, words};
use crate::book::{self, NewEntry};
use crate::record::{Field, KeyKind, Sort};
use crate::{CountryRules, Desk, IdentifierOwner, fold};

#[derive(Template)]
#[template(path = "office/make.html")]
struct MakePage {
    page: Page,
    form: Form,
    sort: Sort,
    /// Name of the field, and of its language.
    names: Vec<(String, String)>,
    kinds: Vec<(&'static str, &'static str)>,
    /// Name of the field, and its label.
    identifiers: Vec<(String, String)>,
    like: Vec<Alike>,
}

struct Alike {
    href: String,
    name: String,
    reasons: Vec<KeyKind>,
}

pub(super) async fn ask(sort: Sort, page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let mut asked = Form::default();
    let first = desk.book().languages().first().cloned().unwrap_or_default();
    asked.fill(format!("name-{first}"), form.typed("name"));
    show(StatusCode::OK, &make_page(page, &desk, sort, asked, Vec::new()))
}

pub(super) async fn make(
    sort: Sort,
    page: Page,
    State(desk): State<Desk>,
    mut form: Form,
) -> Result<Response, WebError> {
    if form.typed("way") == "suggest" {
        let suggested = with_suggestions(&desk, &form);
        return show(StatusCode::OK, &make_page(page, &desk, sort, suggested, Vec::new()));
    }
    let fields = fields(&desk, sort);
    let typed: Vec<(String, NewEntry)> = fields
        .into_iter()
        .filter(|(name, _, _)| !form.typed(name).trim().is_empty())
        .map(|(name, field, language)| {
            let entry = NewEntry::new(field, &language, form.typed(&name));
            (name, entry)
        })
        .collect();
    let values: Vec<NewEntry> = typed.iter().map(|(_, entry)| entry.clone()).collect();
    let change = desk.change(&page, "people.make").await?;
    let party = match desk.book().add(&change, sort, &values).await? {
        Ok(party) => party,
        Err((at, refusal)) => {
            let first = format!("name-{}", desk.book().languages().first().cloned().unwrap_or_default());
            let field = typed.get(at).filter(|_| refusal != book::EditRefusal::LastName).map(|(name, _)| name.clone());
            form.refuse(field.unwrap_or(first), refusal.key());
            return show(StatusCode::UNPROCESSABLE_ENTITY, &make_page(page, &desk, sort, form, Vec::new()));
        }
    };
    let back = record_link(&page, sort, party.id);
    if let Some(earlier) = change.once(form.typed("once"), &back).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    let mut like = Vec::new();
    for found in desk.book().like(&change, &party).await? {
        let other = if found.left == party.id { found.right } else { found.left };
        let name = book::name_of(&change, other, page.language().tag()).await?.unwrap_or_default();
        like.push(Alike { href: record_link(&page, sort, other), name, reasons: found.reasons });
    }
    // Nothing is kept until somebody has looked at those that may be the same.
    if !like.is_empty() && form.typed("way") != "anyway" {
        return show(StatusCode::CONFLICT, &make_page(page, &desk, sort, form, like));
    }
    change.commit().await?;
    Ok(Redirect::to(&back).into_response())
}

/// The numbers that the profile's state gives to that sort.
pub(super) fn identifiers(rules: &CountryRules, sort: Sort) -> Vec<Field> {
    let owner = match sort {
        Sort::Person => IdentifierOwner::Person,
        Sort::Organisation => IdentifierOwner::Organisation,
    };
    let own = rules.identifiers.iter().filter(|rules| rules.of == owner);
    own.map(|rules| Field::Identifier(rules.key.clone())).collect()
}

/// What the form asks for: name of the field, what it becomes, in which language.
fn fields(desk: &Desk, sort: Sort) -> Vec<(String, Field, String)> {
    let languages = desk.book().languages().iter();
    let mut fields: Vec<(String, Field, String)> =
        languages.map(|tag| (format!("name-{tag}"), Field::Name, tag.clone())).collect();
    let others = [Field::Kind, Field::Email, Field::Phone, Field::Website];
    let others = others.into_iter().chain(identifiers(desk.book().rules(), sort));
    fields.extend(others.map(|field| (field.word(), field, String::new())));
    fields
}

/// Fills the names that are missing from one that is there, in the other script. A person looks before sending it.
fn with_suggestions(desk: &Desk, form: &Form) -> Form {
    let name = |tag: &str| form.typed(&format!("name-{tag}")).trim().to_owned();
    let languages = desk.book().languages();
    let given = languages.iter().map(|tag| (tag, name(tag))).find(|(_, name)| !name.is_empty());
    let Some((from, given)) = given else { return Form::new(form.pairs().to_vec()) };
    let is_cyrillic = |text: &str| text.chars().any(|letter| ('\u{400}'..='\u{52f}').contains(&letter));
    let missing = languages.iter().filter(|tag| name(tag).is_empty());
    let suggestions = missing.map(|tag| {
        let suggestion = match (is_cyrillic(&given), tag.as_str()) {
            (true, "ru" | "kk") => given.clone(),
            (true, _) => from.parse().map_or_else(|_| given.clone(), |language| fold::latin(&given, language)),
            (false, "ru" | "kk") => fold::cyrillic(&given),
            (false, _) => given.clone(),
        };
        (format!("name-{tag}"), suggestion)
    });
    let suggestions: Vec<(String, String)> = suggestions.collect();
    let kept = form.pairs().iter().filter(|(name, _)| !suggestions.iter().any(|(filled, _)| filled == name));
    Form::new(kept.cloned().chain(suggestions.iter().cloned()).collect())
}

fn make_page(page: Page, desk: &Desk, sort: Sort, form: Form, like: Vec<Alike>) -> MakePage {
    let languages = desk.book().languages().iter();
    let names = languages.map(|tag| (format!("name-{tag}"), words::language_name(&page, tag))).collect();
    let kinds = sort.kinds().iter().map(|kind| (*kind, kind_key(kind))).collect();
    let rules = desk.book().rules();
    let identifiers =
        identifiers(rules, sort).iter().map(|field| (field.word(), field_label(&page, rules, field))).collect();
    MakePage { page, form, sort, names, kinds, identifiers, like }
}
