//! The facts of one group on one page: value, words, source, day, and who sees it.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Day;
use people::Visibility;
use web::{Form, Page, WebError, show};

use super::{place_of, record_link};
use crate::field::{Choice, Field, Group, ValueKind};
use crate::record::local;
use crate::record::location::{Fact, Location};
use crate::{Desk, write};

#[derive(Template)]
#[template(path = "edit/facts.html")]
struct FactsPage {
    page: Page,
    form: Form,
    group: Group,
    name: String,
    back: String,
    fields: Vec<&'static Field>,
    languages: Vec<String>,
    is_indoors: bool,
}

pub(super) async fn ask(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug, group)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let place = place_of(&desk.store, &slug).await?;
    let group = Group::from_word(&group).ok_or(WebError::NotFound)?;
    let form = filled(&desk, &place, group);
    show(StatusCode::OK, &facts_page(page, &desk, &place, group, form))
}

pub(super) async fn save(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug, group)): Path<(String, String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let group = Group::from_word(&group).ok_or(WebError::NotFound)?;
    let change = desk.store.change(page.by("places.facts")).await?;
    let place = place_of(&change, &slug).await?;
    if form.typed("revision") != place.revision.to_string() {
        drop(change);
        // What was typed stays; sent again, it goes over what somebody else has written meanwhile.
        let kept = form.pairs().iter().filter(|(name, _)| name != "revision").cloned().collect();
        let mut again = Form::new(kept);
        again.fill("revision", place.revision.to_string());
        if let Some(first) = group.fields().next() {
            again.refuse(first.key, "places-was-changed");
        }
        return show(StatusCode::CONFLICT, &facts_page(page, &desk, &place, group, again));
    }
    let mut facts = Vec::new();
    for field in group.fields() {
        facts.extend(fact_of(&desk, &mut form, field, place.fact(field.key)));
    }
    if form.is_refused() {
        drop(change);
        return show(StatusCode::UNPROCESSABLE_ENTITY, &facts_page(page, &desk, &place, group, form));
    }
    let mut is_changed = false;
    for fact in &facts {
        is_changed |= write::set_fact(&change, &place, fact).await?;
    }
    if is_changed {
        change.commit().await?;
    }
    Ok(Redirect::to(&record_link(&page, &place.slug)).into_response())
}

/// The fact as the form has it; nothing if it cannot be kept, which the form then says.
fn fact_of(desk: &Desk, form: &mut Form, field: &'static Field, before: Option<&Fact>) -> Option<Fact> {
    let typed = match field.kind {
        ValueKind::Several(_) => form.all(field.key).collect::<Vec<_>>().join(","),
        _ => form.typed(field.key).to_owned(),
    };
    let value = match field.check(&typed) {
        Ok(value) => value,
        Err(refusal) => {
            form.refuse(field.key, refusal.key());
            return None;
        }
    };
    let notes = desk.languages.iter().map(|tag| (tag.to_string(), form.typed(&part(field, tag.tag())).to_owned()));
    let notes: Vec<(String, String)> = notes.collect();
    let note = local::of_pairs(notes.iter().map(|(tag, note)| (tag.as_str(), note.as_str())));
    let day = form.typed(&part(field, "checked")).trim().to_owned();
    let checked_on = if day.is_empty() { None } else { day.parse::<Day>().ok() };
    if checked_on.is_none() && !day.is_empty() {
        form.refuse(part(field, "checked"), "places-refused-day");
        return None;
    }
    let visibility = Visibility::from_word(form.typed(&part(field, "visibility")));
    let visibility = visibility.filter(|_| !field.is_locked).unwrap_or(field.visibility);
    let source = form.typed(&part(field, "source")).trim().chars().take(300).collect();
    let is_uncertain = form.chose(&part(field, "uncertain"), "yes");
    let fact = Fact { field, value, note, source, checked_on, visibility, is_uncertain };
    // A source without a fact is a form that was looked through, and no fact.
    if fact.is_empty() && before.is_none() { None } else { Some(fact) }
}

/// The name of a part of a fact's form: `road.source`.
fn part(field: &Field, part: &str) -> String {
    format!("{}.{part}", field.key)
}

fn filled(desk: &Desk, place: &Location, group: Group) -> Form {
    let mut form = Form::default();
    form.fill("revision", place.revision.to_string());
    for field in group.fields() {
        let Some(fact) = place.fact(field.key) else {
            form.fill(part(field, "visibility"), field.visibility.word());
            continue;
        };
        match field.kind {
            ValueKind::Several(_) => fact.value.split(',').for_each(|word| form.fill(field.key, word)),
            _ => form.fill(field.key, fact.value.clone()),
        }
        for language in &desk.languages {
            form.fill(part(field, language.tag()), fact.note.get(*language).unwrap_or_default());
        }
        form.fill(part(field, "source"), fact.source.clone());
        form.fill(part(field, "checked"), fact.checked_on.map(|day| day.to_string()).unwrap_or_default());
        form.fill(part(field, "visibility"), fact.visibility.word());
        if fact.is_uncertain {
            form.fill(part(field, "uncertain"), "yes");
        }
    }
    form
}

fn facts_page(page: Page, desk: &Desk, place: &Location, group: Group, form: Form) -> FactsPage {
    FactsPage {
        name: place.name(page.language()).to_owned(),
        back: record_link(&page, &place.slug),
        fields: group.fields().collect(),
        languages: desk.languages.iter().map(ToString::to_string).collect(),
        is_indoors: place.kind.is_indoors,
        group,
        form,
        page,
    }
}

impl FactsPage {
    fn part(&self, field: &Field, name: &str) -> String {
        part(field, name)
    }

    fn typed(&self, name: &str) -> &str {
        self.form.typed(name)
    }

    fn chose(&self, name: &str, value: &str) -> bool {
        self.form.chose(name, value)
    }

    fn refusal(&self, name: &str) -> Option<String> {
        self.form.refusal(&self.page, name).map(|phrase| phrase.to_string())
    }

    fn visibilities(&self) -> [Visibility; 3] {
        Visibility::ALL
    }

    /// What is chosen from a list; nothing where it is typed or only words.
    fn options(&self, field: &Field) -> &'static [Choice] {
        match field.kind {
            ValueKind::Choice(_) | ValueKind::Answer => field.choices(),
            ValueKind::Words
            | ValueKind::Number(_)
            | ValueKind::Minutes
            | ValueKind::People
            | ValueKind::Money
            | ValueKind::Code
            | ValueKind::Several(_)
            | ValueKind::Months
            | ValueKind::Email => &[],
        }
    }

    fn boxes(&self, field: &Field) -> &'static [Choice] {
        match field.kind {
            ValueKind::Several(choices) => choices,
            _ => &[],
        }
    }

    fn is_words(&self, field: &Field) -> bool {
        field.kind == ValueKind::Words
    }

    fn unit(&self, field: &Field) -> Option<&'static str> {
        match field.kind {
            ValueKind::Number(unit) => Some(unit),
            ValueKind::Minutes => Some("places-unit-minutes"),
            ValueKind::People => Some("places-unit-people"),
            _ => None,
        }
    }

    fn is_needed(&self, field: &Field) -> bool {
        field.is_needed(self.is_indoors)
    }

    fn is_months(&self, field: &Field) -> bool {
        field.kind == ValueKind::Months
    }
}
