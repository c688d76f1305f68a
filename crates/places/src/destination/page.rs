use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Id, LocalText};
use web::{Page, Permission, WebError, show};

use crate::photos::{self, Photo};
use crate::record::destination::{Destination, DestinationKind, Subject};
use crate::record::shown::shown;
use crate::{Desk, Viewer, find, show as say, sql};

#[derive(Template)]
#[template(path = "destination/list.html")]
struct ListPage {
    page: Page,
    regions: Vec<RegionCard>,
}

struct RegionCard {
    slug: String,
    name: String,
    kind: DestinationKind,
    summary: String,
    places: usize,
    cover: Option<Photo>,
    cities: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "destination/destination.html")]
struct DestinationPage {
    page: Page,
    destination: Destination,
    parent: Option<Destination>,
    cities: Vec<Destination>,
    texts: Vec<TextLine>,
    places: Vec<PlaceCard>,
}

struct TextLine {
    word: &'static str,
    label: &'static str,
    said: String,
    language: String,
    source: String,
    checked_on: Option<kernel::Day>,
}

struct PlaceCard {
    slug: String,
    name: String,
    kind: &'static str,
    summary: String,
    cover: Option<Photo>,
}

pub(super) async fn list(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    let all = find::list_destinations(&desk.store).await?;
    let counts = sql::locations::count_by_destination(&desk.store).await?;
    let count = |id: Id| counts.get(&id).copied().unwrap_or(0);
    let mut regions = Vec::new();
    for region in all.iter().filter(|destination| destination.parent.is_none()) {
        let cities: Vec<&Destination> = all.iter().filter(|city| city.parent == Some(region.id)).collect();
        let of: Vec<Id> = std::iter::once(region.id).chain(cities.iter().map(|city| city.id)).collect();
        let name = |city: &&Destination| (city.slug.clone(), city.name(page.language()).to_owned());
        regions.push(RegionCard {
            slug: region.slug.clone(),
            name: region.name(page.language()).to_owned(),
            kind: region.kind,
            summary: said(&page, region, Subject::Summary),
            places: usize::try_from(of.iter().map(|id| count(*id)).sum::<i64>()).unwrap_or(0),
            cover: cover(&desk, &of).await?,
            cities: cities.iter().map(name).collect(),
        });
    }
    // Where there is most to see stands first.
    regions.sort_by(|one, other| other.places.cmp(&one.places).then_with(|| one.name.cmp(&other.name)));
    show(StatusCode::OK, &ListPage { page, regions })
}

pub(super) async fn see(
    page: Page,
    State(desk): State<Desk>,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let destination = find::find_destination_by_slug(&desk.store, &slug).await?.ok_or(WebError::NotFound)?;
    let parent = match destination.parent {
        Some(parent) => find::find_destination(&desk.store, parent).await?,
        None => None,
    };
    let cities: Vec<Destination> = find::list_destinations(&desk.store)
        .await?
        .into_iter()
        .filter(|city| city.parent == Some(destination.id))
        .collect();
    let mut places = Vec::new();
    for of in std::iter::once(destination.id).chain(cities.iter().map(|city| city.id)) {
        let listed = sql::locations::list_of_destination(&desk.store, of).await?;
        places.extend(listed.into_iter().filter(crate::Location::is_listed));
    }
    let texts = destination.texts.iter().filter(|text| text.subject != Subject::Summary).map(|text| TextLine {
        word: text.subject.word(),
        label: text.subject.label(),
        said: in_words(&page, &text.said),
        language: say::other_language(&page, &text.said).map(|tag| tag.to_string()).unwrap_or_default(),
        source: say::source(&page, &text.source),
        checked_on: text.checked_on,
    });
    let texts = texts.collect();
    let mut cards = Vec::new();
    for place in &places {
        let place = shown(place, Viewer::Anybody);
        cards.push(PlaceCard {
            name: place.name(page.language()).to_owned(),
            kind: place.kind.label,
            summary: place.fact("summary").map(|fact| in_words(&page, &fact.note)).unwrap_or_default(),
            cover: photos::cover_of(&desk.store, place.id).await?,
            slug: place.slug,
        });
    }
    show(StatusCode::OK, &DestinationPage { destination, parent, cities, texts, places: cards, page })
}

/// The picture of the first place that has one: for a region that has none of its own.
async fn cover(desk: &Desk, of: &[Id]) -> Result<Option<Photo>, WebError> {
    for destination in of {
        for place in sql::locations::list_of_destination(&desk.store, *destination).await? {
            if let (true, Some(cover)) = (place.is_listed(), photos::cover_of(&desk.store, place.id).await?) {
                return Ok(Some(cover));
            }
        }
    }
    Ok(None)
}

impl DestinationPage {
    fn name(&self) -> &str {
        self.destination.name(self.page.language())
    }

    fn summary(&self) -> String {
        said(&self.page, &self.destination, Subject::Summary)
    }

    fn may_edit(&self) -> bool {
        self.page.may(Permission::Office)
    }
}

fn said(page: &Page, destination: &Destination, subject: Subject) -> String {
    destination.text(subject).map(|text| in_words(page, &text.said)).unwrap_or_default()
}

fn in_words(page: &Page, text: &LocalText) -> String {
    text.or_other(page.language()).unwrap_or_default().to_owned()
}
