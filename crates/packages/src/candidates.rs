//! The published places as they can be proposed: their words in every language of the site.

use places::{Location, Viewer, shown};
use web::{Page, WebError};

use crate::Desk;
use crate::propose::{Candidate, KIND, LOOK, NAME, SAID};

pub(crate) async fn candidates(page: &Page, desk: &Desk) -> Result<Vec<Candidate>, WebError> {
    let mut all = Vec::new();
    places::each_published(desk.store(), |location| all.push(candidate(page, &location))).await?;
    Ok(all)
}

fn candidate(page: &Page, location: &Location) -> Candidate {
    let place = shown(location, Viewer::Office);
    let is_closed_at_night = place.value("night-shoot") == "no";
    let name = place.name(page.language());
    let mut candidate = Candidate::new(place.id, &place.slug, name, place.kind.is_indoors, is_closed_at_night);
    let words = page.site().words();
    for setting in page.site().languages() {
        let language = setting.language;
        candidate.learn(place.names.get(language).unwrap_or_default(), NAME);
        candidate.learn(&words.say(language, place.kind.label).to_string(), KIND);
        for look in place.looks.iter().filter_map(|look| places::find_look(&look.slug)) {
            candidate.learn(&words.say(language, look.label).to_string(), LOOK);
        }
        if let Some(summary) = place.fact("summary").and_then(|fact| fact.note.get(language)) {
            candidate.learn(summary, SAID);
        }
    }
    for alias in &place.aliases {
        candidate.learn(alias, NAME);
    }
    candidate
}
