//! All that the office knows of a place, and what can be done to it.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Day, Id};
use people::Visibility;
use web::{Form, Page, WebError, show};

use super::history::{Said, history};
use super::{completeness_of, place_of, record_link};
use crate::field::{Choice, Group, LOOKS, Need};
use crate::record::completeness::{Completeness, PUBLISHABLE};
use crate::record::destination::Destination;
use crate::record::location::{Location, State};
use crate::{Desk, find, show as say, sql};

#[derive(Template)]
#[template(path = "edit/record.html")]
pub(super) struct RecordPage {
    page: Page,
    form: Form,
    place: Location,
    destination: Option<Destination>,
    completeness: Completeness,
    link: String,
    groups: Vec<GroupLines>,
    looks: Vec<&'static Choice>,
    credits: Vec<Line>,
    days: Vec<Line>,
    questions: Vec<QuestionLine>,
    has_owner_address: bool,
    history: Vec<Said>,
}

struct GroupLines {
    group: Group,
    lines: Vec<FactLine>,
    /// The names of what a place must have and this one lacks.
    missing: Vec<&'static str>,
}

struct FactLine {
    label: &'static str,
    told: String,
    source: String,
    checked_on: Option<Day>,
    visibility: Visibility,
    is_uncertain: bool,
}

struct Line {
    id: Id,
    told: String,
}

struct QuestionLine {
    asked: String,
    answer: &'static str,
    said: String,
}

pub(super) async fn see(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let place = place_of(&desk.store, &slug).await?;
    show(StatusCode::OK, &record_page(page, &desk, place, Form::default()).await?)
}

/// The record again, with what was typed and what is wrong with it.
pub(super) async fn refused(page: Page, desk: &Desk, slug: &str, form: Form) -> Result<Response, WebError> {
    let place = place_of(&desk.store, slug).await?;
    show(StatusCode::UNPROCESSABLE_ENTITY, &record_page(page, desk, place, form).await?)
}

async fn record_page(page: Page, desk: &Desk, place: Location, form: Form) -> Result<RecordPage, WebError> {
    let db = &desk.store;
    let destination = match place.destination {
        Some(destination) => find::find_destination(db, destination).await?,
        None => None,
    };
    let questions = sql::questions::list_questions(db, place.id).await?;
    let questions = questions.into_iter().map(|question| QuestionLine {
        asked: page.moment(question.asked_at),
        answer: question.answer.label(),
        said: question.said,
    });
    let credits = place.credits.iter().map(|credit| {
        let year = credit.year.map(|year| format!(" ({year})")).unwrap_or_default();
        let scene = credit.scene.or_other(page.language()).map(|scene| format!(". {scene}")).unwrap_or_default();
        Line { id: credit.id, told: format!("{}{year}{scene}", credit.title) }
    });
    let days = place.uses.iter().map(|used| {
        let many = page.say("places-days").count("count", usize::try_from(used.days).unwrap_or(0)).to_string();
        let production = if used.production.is_empty() { String::new() } else { format!(" · {}", used.production) };
        Line { id: used.id, told: format!("{} · {many}{production}", page.day(used.starts_on)) }
    });
    Ok(RecordPage {
        completeness: completeness_of(db, desk, &place).await?,
        link: record_link(&page, &place.slug),
        groups: Group::ALL.into_iter().map(|group| group_lines(&page, &place, group)).collect(),
        looks: LOOKS.iter().collect(),
        credits: credits.collect(),
        days: days.collect(),
        questions: questions.collect(),
        has_owner_address: place.fact("owner-email").is_some(),
        history: history(&page, desk, &place).await?,
        destination,
        place,
        form,
        page: page.clone(),
    })
}

fn group_lines(page: &Page, place: &Location, group: Group) -> GroupLines {
    let facts = place.facts.iter().filter(|fact| fact.field.group == group);
    let lines = facts.map(|fact| FactLine {
        label: fact.field.label,
        told: say::told(page, fact),
        source: fact.source.clone(),
        checked_on: fact.checked_on,
        visibility: fact.visibility,
        is_uncertain: fact.is_uncertain,
    });
    let is_missing = |need: Need, key: &str| {
        let is_needed = match need {
            Need::Must => true,
            Need::MustIndoors => place.kind.is_indoors,
            Need::Should => false,
        };
        is_needed && place.fact(key).is_none()
    };
    let missing = group.fields().filter(|field| is_missing(field.need, field.key)).map(|field| field.label);
    GroupLines { group, lines: lines.collect(), missing: missing.collect() }
}

impl RecordPage {
    fn name(&self) -> &str {
        self.place.name(self.page.language())
    }

    fn has_look(&self, word: &str) -> bool {
        self.place.looks.iter().any(|look| look.slug == word)
    }

    fn publishable(&self) -> u8 {
        PUBLISHABLE
    }

    fn is_published(&self) -> bool {
        self.place.state == State::Published
    }

    fn is_withdrawn(&self) -> bool {
        self.place.state == State::Withdrawn
    }

    fn facts_link(&self, group: &Group) -> String {
        format!("{}/facts/{}", self.link, group.word())
    }
}
