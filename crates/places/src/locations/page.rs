use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Exact;
use web::{Form, Page, WebError, show};

use super::asked::{A_PAGE, Asked, KILOMETRES, Layout, Order, Part};
use super::facet::{FACETS, Facet, Names};
use super::nothing;
use crate::index::{Card, Found, Picture};
use crate::record::location::Fact;
use crate::{Desk, Field, Visibility, find, map, show as say};

#[derive(Template)]
#[template(path = "locations/list.html")]
struct ListPage {
    page: Page,
    asked: Asked,
    found: Found,
    lines: Vec<Line>,
    facets: Vec<FacetLine>,
    chips: Vec<Chip>,
    relaxed: Vec<Chip>,
    airports: Vec<(String, String)>,
    /// HTML, or nothing.
    map: String,
    /// What a scout is told was sought.
    sought: String,
}

struct FacetLine {
    facet: &'static Facet,
    options: Vec<OptionLine>,
    chosen: usize,
}

struct OptionLine {
    value: String,
    name: String,
    count: usize,
    is_chosen: bool,
}

/// What restricts the list, and the address without it.
struct Chip {
    text: String,
    href: String,
    total: usize,
}

/// A place in a list.
pub(crate) struct Line {
    pub(crate) slug: String,
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    /// How long one drives from which airport, or how far it is from where was asked.
    pub(crate) way: String,
    pub(crate) permit: String,
    pub(crate) picture: Option<Picture>,
    /// What is on the picture, for who does not see it.
    pub(crate) alt: String,
}

impl Line {
    /// A drawing is called one wherever it is shown.
    pub(crate) fn is_drawing(&self) -> bool {
        self.picture.as_ref().is_some_and(|picture| picture.srcset.is_empty())
    }
}

/// Facets that stand open before anything is chosen.
const OPEN: usize = 2;

pub(super) async fn see(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let destinations = find::list_destinations(&desk.store).await?;
    let names = Names::new(&page, &destinations);
    let asked = Asked::read(&form, &desk, &names);
    let found = desk.catalogue.ask(&asked.question()).await?;
    if found.cards.is_empty() && found.total > 0 {
        return Ok(Redirect::to(&asked.on_page(0).href(&page)).into_response());
    }
    let relaxed = match found.total {
        0 => nothing::relaxed(&desk.catalogue, &asked).await?,
        _ => Vec::new(),
    };
    let chip = |part: &Part, to: &Asked, total: usize| Chip {
        text: part_said(&page, &asked, &names, part),
        href: to.href(&page),
        total,
    };
    let parts = asked.parts();
    let chips: Vec<Chip> = parts.iter().map(|part| chip(part, &asked.without(part), 0)).collect();
    let sought = chips.iter().map(|chip| chip.text.as_str()).collect::<Vec<_>>().join("; ");
    let map = match asked.view {
        Layout::List | Layout::Map => map::panel(&page, &desk, &asked).await?,
        Layout::Cards => String::new(),
    };
    let template = ListPage {
        map,
        lines: lines(&page, &found.cards),
        facets: FACETS.iter().filter_map(|facet| facet_line(&asked, &found, &names, facet)).collect(),
        relaxed: relaxed.iter().map(|less| chip(&less.part, &less.asked, less.total)).collect(),
        airports: desk
            .airports
            .iter()
            .map(|airport| (airport.code.clone(), airport.name(page.language()).to_owned()))
            .collect(),
        sought,
        chips,
        asked,
        found,
        page: page.clone(),
    };
    show(StatusCode::OK, &template)
}

/// The search of the page top: places are what there is to find.
pub(super) async fn search(page: Page, form: Form) -> Redirect {
    let query = serde_urlencoded::to_string([("q", form.typed("q").trim())]).unwrap_or_default();
    Redirect::to(&format!("{}?{query}", page.link("locations")))
}

/// Places as lists show them.
pub(crate) fn lines(page: &Page, cards: &[Card]) -> Vec<Line> {
    cards.iter().map(|card| line(page, card)).collect()
}

fn line(page: &Page, card: &Card) -> Line {
    let drive = said(page, card, "drive-minutes");
    let way = match (card.metres, drive.is_empty()) {
        (Some(metres), _) => {
            let far = Exact::fraction(i128::from(metres), 1_000).map(|far| page.number(far, 0)).unwrap_or_default();
            page.say("locations-away").with("kilometres", far).to_string()
        }
        (None, true) => String::new(),
        (None, false) => match card.value("airport") {
            "" => drive,
            airport => page.say("locations-way").with("drive", drive).with("airport", airport).to_string(),
        },
    };
    Line {
        href: page.link(format!("locations/{}", card.slug)),
        slug: card.slug.clone(),
        name: card.name(page.language()).to_owned(),
        kind: card.kind.label,
        way,
        permit: said(page, card, "permit"),
        alt: card
            .picture
            .as_ref()
            .and_then(|picture| picture.alt.or_other(page.language()))
            .unwrap_or_default()
            .to_owned(),
        picture: card.picture.clone(),
    }
}

/// A value that the index kept, written as the page of the place writes it.
fn said(page: &Page, card: &Card, key: &str) -> String {
    let (Some(field), false) = (Field::find(key), card.value(key).is_empty()) else { return String::new() };
    let fact = Fact {
        field,
        value: card.value(key).to_owned(),
        note: kernel::LocalText::default(),
        source: String::new(),
        checked_on: None,
        visibility: Visibility::Public,
        is_uncertain: false,
    };
    say::value(page, &fact)
}

fn facet_line(asked: &Asked, found: &Found, names: &Names<'_>, facet: &'static Facet) -> Option<FacetLine> {
    let counts = found.counts.get(facet.name)?;
    let mut values: Vec<(String, usize)> = counts.iter().map(|(value, count)| (value.clone(), *count)).collect();
    facet.sort(names, &mut values);
    let options: Vec<OptionLine> = values
        .into_iter()
        .filter_map(|(value, count)| {
            let name = names.of(facet, &value)?;
            Some(OptionLine { is_chosen: asked.has(facet.name, &value), value, name, count })
        })
        .collect();
    let chosen = options.iter().filter(|option| option.is_chosen).count();
    (!options.is_empty()).then_some(FacetLine { facet, options, chosen })
}

fn part_said(page: &Page, asked: &Asked, names: &Names<'_>, part: &Part) -> String {
    match part {
        Part::Text => asked.text.clone(),
        Part::Area => page.say("locations-in-area").to_string(),
        Part::Distance => {
            let far = asked.kilometres.unwrap_or_default();
            let from = asked.from.as_ref().map(|from| from.name(page.language())).unwrap_or_default();
            page.say("locations-within").with("kilometres", far).with("airport", from).to_string()
        }
        Part::Value(name, value) => {
            let Some(facet) = Facet::find(name) else { return value.clone() };
            let value = names.of(facet, value).unwrap_or_default();
            page.say("locations-chosen").with("facet", page.say(facet.label)).with("value", value).to_string()
        }
    }
}

impl ListPage {
    fn orders(&self) -> impl Iterator<Item = Order> {
        let has_from = self.asked.from.is_some();
        Order::ALL.into_iter().filter(move |order| *order != Order::Nearest || has_from)
    }

    fn kilometres(&self) -> [i64; 4] {
        KILOMETRES
    }

    fn is_far(&self, kilometres: &i64) -> bool {
        self.asked.kilometres == Some(*kilometres)
    }

    fn is_from(&self, code: &str) -> bool {
        self.asked.from.as_ref().is_some_and(|from| from.code == code)
    }

    /// What is asked for here again and again stands open; the rest is a touch away.
    fn is_open(&self, number: &usize, line: &FacetLine) -> bool {
        *number < OPEN || line.chosen > 0
    }

    fn is_map(&self) -> bool {
        self.asked.view == Layout::Map
    }

    fn other_view(&self) -> String {
        let other = match self.asked.view {
            Layout::List | Layout::Cards => Layout::Map,
            Layout::Map => Layout::List,
        };
        self.asked.with_view(other).href(&self.page)
    }

    fn bbox(&self) -> &str {
        self.asked.area.as_ref().map_or("", |(typed, _)| typed.as_str())
    }

    fn unknown(&self) -> String {
        self.found.unknown.join(", ")
    }

    fn previous(&self) -> Option<String> {
        let before = self.asked.page.checked_sub(1)?;
        Some(self.asked.on_page(before).href(&self.page))
    }

    fn next(&self) -> Option<String> {
        let next = self.asked.page + 1;
        (next * A_PAGE < self.found.total).then(|| self.asked.on_page(next).href(&self.page))
    }

    fn pages(&self) -> usize {
        self.found.total.div_ceil(A_PAGE).max(1)
    }

    /// The inquiry, with what was sought already written.
    fn scout(&self) -> String {
        let brief = self.page.say("locations-scout-brief").with("sought", &self.sought).to_string();
        let query = serde_urlencoded::to_string([("brief", brief)]).unwrap_or_default();
        format!("{}?{query}", self.page.link("start"))
    }
}
