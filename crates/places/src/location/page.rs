use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Day, LocalText};
use web::{Page, Permission, WebError, show};

use crate::field::{Field, Group, Month, Season, find_look};
use crate::locations::{self, Line};
use crate::photos::{Front, front};
use crate::record::destination::Destination;
use crate::record::location::{Credit, Fact};
use crate::record::shown::{Shown, shown};
use crate::{Desk, Viewer, find, map, neighbours, show as say, sun};

#[derive(Template)]
#[template(path = "location/location.html")]
struct LocationPage {
    page: Page,
    place: Shown,
    /// The region, and the city in it.
    trail: Vec<Destination>,
    is_draft: bool,
    /// What is asked first.
    glance: Vec<FactLine>,
    months: Vec<MonthCell>,
    groups: Vec<FactGroup>,
    questions: Vec<FactLine>,
    looks: Vec<(&'static str, &'static str)>,
    credits: Vec<CreditLine>,
    year: i16,
    days_this_year: i64,
    /// Others like it and near it, by the key of what they have in common.
    others: Vec<(&'static str, Vec<Line>)>,
    /// Where it is, as a picture and in words; and the sun over it today.
    map: Option<String>,
    photos: Front,
    whereabouts: Option<String>,
    sun: Option<String>,
}

/// One fact as a reader sees it.
struct FactLine {
    label: &'static str,
    value: String,
    note: String,
    /// Where the note is in another language than the page.
    language: String,
    answer: &'static str,
    source: String,
    /// Where the source is a page.
    link: Option<String>,
    checked_on: Option<Day>,
    is_uncertain: bool,
}

struct FactGroup {
    word: &'static str,
    label: &'static str,
    facts: Vec<FactLine>,
    /// Where most of them come from, said once.
    source: String,
    checked_on: Option<Day>,
    /// Nobody has confirmed any of them: said once too.
    is_uncertain: bool,
}

struct MonthCell {
    name: &'static str,
    month: Month,
}

struct CreditLine {
    title: String,
    year: Option<i64>,
    scene: String,
    days: Option<usize>,
    wikidata: String,
    imdb: String,
}

/// The questions of the first minute.
const GLANCE: [&str; 6] = ["airport", "drive-minutes", "road", "power", "permit", "drones"];

pub(super) async fn see(
    page: Page,
    State(desk): State<Desk>,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let location = find::find_location_by_slug(&desk.store, &slug).await?.ok_or(WebError::NotFound)?;
    // The office looks at a place before others do.
    if !location.is_listed() && !page.may(Permission::Office) {
        return Err(WebError::NotFound);
    }
    let place = shown(&location, Viewer::Anybody);
    let mut trail = Vec::new();
    let mut next = place.destination;
    // A city lies in a region, and no region in another.
    while let (Some(id), true) = (next, trail.len() < 2) {
        let Some(destination) = find::find_destination(&desk.store, id).await? else { break };
        next = destination.parent;
        trail.insert(0, destination);
    }
    let neighbours = neighbours(&desk, &place).await?;
    let others = [
        ("similar-title", neighbours.similar),
        ("easier-title", neighbours.easier),
        ("nearby-title", neighbours.nearby),
    ];
    let others = others.into_iter().filter(|(_, cards)| !cards.is_empty());
    let others = others.map(|(title, cards)| (title, locations::lines(&page, &cards))).collect();
    let year = page.today().year();
    let days_this_year = place.days_used.iter().find(|(of, _)| *of == year).map_or(0, |(_, days)| *days);
    let template = LocationPage {
        photos: front(&page, &desk, &location).await?,
        map: map::small(&page, &desk, &place),
        whereabouts: place.position.and_then(|at| map::whereabouts(&page, desk.ground.as_deref(), &at)),
        sun: sun::block(&page, &desk, &place, page.today())?,
        is_draft: !location.is_listed(),
        glance: GLANCE.iter().filter_map(|key| place.fact(key)).map(|fact| fact_line(&page, fact)).collect(),
        months: months(place.value("seasons")),
        groups: groups(&page, &place),
        questions: lines(&page, &place, Group::Questions),
        looks: place
            .looks
            .iter()
            .filter_map(|look| find_look(&look.slug))
            .map(|look| (look.word, look.label))
            .collect(),
        credits: place.credits.iter().map(|credit| credit_line(&page, credit)).collect(),
        trail,
        others,
        year,
        days_this_year,
        place,
        page,
    };
    show(StatusCode::OK, &template)
}

impl LocationPage {
    fn name(&self) -> &str {
        self.place.name(self.page.language())
    }

    fn summary(&self) -> &str {
        self.place.fact("summary").and_then(|fact| fact.note.or_other(self.page.language())).unwrap_or_default()
    }

    fn days(&self) -> usize {
        usize::try_from(self.days_this_year).unwrap_or(0)
    }

    /// The inquiry, with what is asked about already named.
    fn inquiry(&self) -> String {
        let asked = serde_urlencoded::to_string([("looks", self.name())]).unwrap_or_default();
        format!("{}?{asked}", self.page.link("start"))
    }

    /// The map of all places, looking at this one.
    fn around(&self) -> String {
        let frame = self.place.position.and_then(|at| map::around(&at));
        let bbox = frame.map(|frame| format!("bbox={frame}&")).unwrap_or_default();
        format!("{}?{bbox}view=map", self.page.link("locations"))
    }

    fn may_edit(&self) -> bool {
        self.page.may(Permission::Office)
    }

    fn rounded_kilometres(&self) -> String {
        let metres = self.place.precision.metres();
        kernel::Exact::fraction(i128::from(metres), 1_000).map_or_else(String::new, |far| self.page.number(far, 1))
    }

    fn is_rounded(&self) -> bool {
        self.place.precision.metres() > 0
    }
}

fn groups(page: &Page, place: &Shown) -> Vec<FactGroup> {
    let told = Group::ALL.into_iter().filter(|group| *group != Group::Questions);
    let groups = told.map(|group| gathered(group, lines(page, place, group)));
    groups.filter(|group| !group.facts.is_empty()).collect()
}

/// What most lines of a group have in common is not said with each of them.
fn gathered(group: Group, mut facts: Vec<FactLine>) -> FactGroup {
    let same = |fact: &FactLine| facts.iter().filter(|other| other.origin() == fact.origin()).count();
    let unlinked = facts.iter().filter(|fact| fact.link.is_none());
    let usual = unlinked.max_by_key(|fact| same(fact)).filter(|fact| same(fact) > 1);
    let (source, checked_on) = usual.map(|fact| (fact.source.clone(), fact.checked_on)).unwrap_or_default();
    let usual_is_known = !source.is_empty() || checked_on.is_some();
    let is_uncertain = facts.len() > 1 && facts.iter().all(|fact| fact.is_uncertain);
    for fact in &mut facts {
        if usual_is_known && fact.link.is_none() && fact.origin() == (source.as_str(), checked_on) {
            fact.source.clear();
            fact.checked_on = None;
        }
        fact.is_uncertain &= !is_uncertain;
    }
    FactGroup { word: group.word(), label: group.label(), facts, source, checked_on, is_uncertain }
}

impl FactLine {
    fn origin(&self) -> (&str, Option<Day>) {
        (&self.source, self.checked_on)
    }
}

/// The paragraph at the top and the grid of months have places of their own.
fn lines(page: &Page, place: &Shown, group: Group) -> Vec<FactLine> {
    let has_own_place = |field: &Field| matches!(field.key, "summary" | "seasons");
    let facts = place.facts.iter().filter(|fact| fact.field.group == group && !has_own_place(fact.field));
    facts.map(|fact| fact_line(page, fact)).collect()
}

fn fact_line(page: &Page, fact: &Fact) -> FactLine {
    let language = say::other_language(page, &fact.note);
    FactLine {
        label: fact.field.label,
        value: say::value(page, fact),
        note: fact.note.or_other(page.language()).unwrap_or_default().to_owned(),
        language: language.map(|language| language.tag().to_owned()).unwrap_or_default(),
        answer: crate::ANSWERS.iter().find(|answer| answer.word == fact.value).map_or("", |answer| answer.word),
        source: say::source(page, &fact.source),
        link: Some(fact.source.clone()).filter(|source| say::is_address(source)),
        checked_on: fact.checked_on,
        is_uncertain: fact.is_uncertain,
    }
}

fn months(letters: &str) -> Vec<MonthCell> {
    let Some(season) = Season::read(letters) else { return Vec::new() };
    Season::NAMES.into_iter().zip(season.months()).map(|(name, month)| MonthCell { name, month: *month }).collect()
}

fn credit_line(page: &Page, credit: &Credit) -> CreditLine {
    let said = |text: &LocalText| text.or_other(page.language()).unwrap_or_default().to_owned();
    CreditLine {
        title: credit.title.clone(),
        year: credit.year,
        scene: said(&credit.scene),
        days: credit.days.and_then(|days| usize::try_from(days).ok()),
        wikidata: credit.wikidata.clone(),
        imdb: credit.imdb.clone(),
    }
}
