//! The pictures of a place as the office has them: taken in, described many at a time, put in order, published.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use bytes::Bytes;
use images::Fingerprint;
use kernel::{Day, Id};
use store::Query;
use web::{Form, Page, Phrase, Upload, WebError, show};

use super::archive::{is_archive, unpack_photos};
use super::caption::Caption;
use super::edit::{limited, publish_gaps, set_photo};
use super::receive::{Defaults, ReceiveError, insert_photo, receive};
use super::refusal::PhotoRefusal;
use super::{Development, Photo, PhotoState, TimeOfYear};
use crate::sql::photos::{Printed, list_fingerprints, list_photos, set_place_number};
use crate::{Desk, Location, find, write};

/// One upload stands in memory as a whole.
pub(super) const UPLOAD_LIMIT: usize = 250 * 1024 * 1024;

#[derive(Template)]
#[template(path = "photos/sheet.html")]
struct OfficePage {
    page: Page,
    form: Form,
    location: Location,
    lines: Vec<Line>,
    outcomes: Vec<Outcome>,
    /// What was done before this page: its key, and to how many.
    done: Option<(&'static str, usize)>,
    old: usize,
}

struct Line {
    photo: Photo,
    caption: Caption,
    /// Keys of what is missing before it can be published.
    gaps: Vec<&'static str>,
    /// What went wrong with it.
    problem: String,
    doubles: Vec<Double>,
}

/// Another photo that looks the same.
struct Double {
    photo: Id,
    place: String,
    slug: String,
    distance: u32,
}

/// What became of one file of an upload.
pub(super) struct Outcome {
    name: String,
    refusal: Option<PhotoRefusal>,
}

impl OfficePage {
    fn old(&self) -> usize {
        self.old
    }

    fn done(&self) -> Option<Phrase<'_>> {
        self.done.map(|(key, count)| self.page.say(key).count("count", count))
    }

    fn name(&self) -> &str {
        self.location.name(self.page.language())
    }

    fn here(&self) -> String {
        self.page.link(format!("office/locations/{}/photos", self.location.slug))
    }

    fn seasons(&self) -> [TimeOfYear; 4] {
        TimeOfYear::ALL
    }

    fn taken(&self) -> usize {
        self.outcomes.iter().filter(|outcome| outcome.refusal.is_none()).count()
    }

    fn refused(&self) -> Vec<&Outcome> {
        self.outcomes.iter().filter(|outcome| outcome.refusal.is_some()).collect()
    }
}

impl Outcome {
    fn said<'p>(&self, page: &'p Page) -> Phrase<'p> {
        let Some(refusal) = &self.refusal else { return page.say("photos-taken-in") };
        let said = page.say(refusal.key());
        refusal.arguments().into_iter().fold(said, |said, (place, value)| said.with(place, value))
    }
}

impl Line {
    fn is_developing(&self) -> bool {
        self.photo.development == Development::Waiting
    }
}

pub(super) async fn see(
    page: Page,
    State(desk): State<Desk>,
    Path((_, slug)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let location = found(&desk.store, &slug).await?;
    let done = query.as_deref().and_then(done_of);
    let template = office_page(page, &desk, location, Form::default(), Vec::new(), done).await?;
    show(StatusCode::OK, &template)
}

/// Takes in photos: one, many, or an archive of them. Each file is told apart, and one that is refused leaves nothing.
pub(super) async fn add(
    page: Page,
    State(desk): State<Desk>,
    Path((_, slug)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, WebError> {
    let location = found(&desk.store, &slug).await?;
    let here = page.link(format!("office/locations/{slug}/photos"));
    let mut form = upload.form;
    let (mut received, mut outcomes) = (Vec::new(), Vec::new());
    for file in upload.files.into_iter().filter(|file| file.field == "photos") {
        for (name, bytes) in opened(file.name, file.bytes, &mut outcomes).await? {
            match receive(&desk.files, &name, &bytes).await {
                Ok(photo) => received.push((name, photo)),
                Err(ReceiveError::Refused(refusal)) => outcomes.push(Outcome { name, refusal: Some(refusal) }),
                Err(ReceiveError::Failed(error)) => return Err(error.into()),
            }
        }
    }
    if received.is_empty() {
        form.refuse("photos", if outcomes.is_empty() { "photos-refused-none" } else { "photos-refused-all" });
        let template = office_page(page, &desk, location, form, outcomes, None).await?;
        return show(StatusCode::UNPROCESSABLE_ENTITY, &template);
    }
    let defaults = Defaults {
        rights: images::Rights {
            creator: limited(&form, "creator"),
            credit: limited(&form, "credit"),
            copyright: None,
            licence: limited(&form, "licence"),
            alt: kernel::LocalText::default(),
        },
        season: TimeOfYear::from_word(form.typed("season")),
        is_drone: form.typed("drone") == "yes",
    };
    let change = desk.store.change(page.by("photos.add")).await?;
    if let Some(earlier) = change.once(form.typed("once"), &here).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    let mut taken = 0;
    for (name, photo) in received {
        let refusal = insert_photo(&change, &location, &photo, &defaults).await?.err();
        taken += usize::from(refusal.is_none());
        outcomes.push(Outcome { name, refusal });
    }
    // A change that did nothing is none.
    if taken > 0 {
        change.commit().await?;
    }
    if outcomes.iter().all(|outcome| outcome.refusal.is_none()) {
        return Ok(Redirect::to(&format!("{here}?added={taken}")).into_response());
    }
    let template = office_page(page, &desk, location, Form::default(), outcomes, None).await?;
    show(StatusCode::UNPROCESSABLE_ENTITY, &template)
}

/// The files to look at: the file itself, or what is in it.
async fn opened(name: String, bytes: Bytes, outcomes: &mut Vec<Outcome>) -> Result<Vec<(String, Bytes)>, WebError> {
    if !is_archive(&bytes) {
        return Ok(vec![(name, bytes)]);
    }
    // Unpacking takes as long as the archive is large: not on a thread that others wait for.
    match tokio::task::spawn_blocking(move || unpack_photos(&bytes)).await? {
        Ok(files) => Ok(files),
        Err(refusal) => {
            outcomes.push(Outcome { name, refusal: Some(refusal.into()) });
            Ok(Vec::new())
        }
    }
}

/// Does one thing to all that are chosen.
pub(super) async fn act(
    page: Page,
    State(desk): State<Desk>,
    Path((_, slug)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let mut form = form;
    let here = page.link(format!("office/locations/{slug}/photos"));
    let change = desk.store.change(page.by("photos.act")).await?;
    let location = found(&change, &slug).await?;
    let all = list_photos(&change, location.id).await?;
    if let Some(moved) = moved(&all, form.typed("earlier"), form.typed("later")) {
        for (place_number, photo) in (1..).zip(&moved) {
            set_place_number(&change, *photo, place_number).await?;
        }
        write::touch(&change, location.id).await?;
        let order: Vec<String> = moved.iter().map(ToString::to_string).collect();
        change.record(store::Entry::new(write::LOCATION, location.id, "photos put in order").after(order)).await;
        change.commit().await?;
        return Ok(Redirect::to(&here).into_response());
    }
    let chosen: Vec<&str> = form.all("photo").collect();
    let photos: Vec<&Photo> = all.iter().filter(|photo| chosen.contains(&photo.id.to_string().as_str())).collect();
    if photos.is_empty() {
        form.refuse("photo", "photos-refused-nothing-chosen");
    }
    let deed = form.typed("deed").to_owned();
    if deed == "publish" && photos.iter().any(|photo| !publish_gaps(photo).is_empty()) {
        form.refuse("photo", "photos-refused-gaps");
    }
    if form.is_refused() {
        drop(change);
        let template = office_page(page, &desk, location, form, Vec::new(), None).await?;
        return show(StatusCode::UNPROCESSABLE_ENTITY, &template);
    }
    let count = photos.len();
    for photo in photos {
        let mut after = photo.clone();
        match deed.as_str() {
            "publish" => after.state = PhotoState::Published,
            "withdraw" => after.state = PhotoState::Withdrawn,
            "describe" => describe(&mut after, &form),
            _ => return Err(WebError::NotFound),
        }
        set_photo(&change, photo, &after).await?;
    }
    change.commit().await?;
    Ok(Redirect::to(&format!("{here}?{deed}={count}")).into_response())
}

/// Only what was filled in is written.
fn describe(photo: &mut Photo, form: &Form) {
    let rights = &mut photo.rights;
    for (place, field) in
        [(&mut rights.creator, "creator"), (&mut rights.credit, "credit"), (&mut rights.licence, "licence")]
    {
        if let Some(text) = limited(form, field) {
            *place = Some(text);
        }
    }
    photo.season = TimeOfYear::from_word(form.typed("season")).or(photo.season);
    match form.typed("drone") {
        "yes" => photo.is_drone = true,
        "no" => photo.is_drone = false,
        _ => {}
    }
}

/// The order after one has gone a place up or down; nothing if none is to go.
fn moved(all: &[Photo], earlier: &str, later: &str) -> Option<Vec<Id>> {
    let mut order: Vec<Id> = all.iter().map(|photo| photo.id).collect();
    let place = |id: &str| all.iter().position(|photo| photo.id.to_string() == id);
    let (from, to) = match (place(earlier), place(later)) {
        (Some(from), _) => (from, from.checked_sub(1)?),
        (None, Some(from)) => (from, from + 1),
        (None, None) => return None,
    };
    if to >= order.len() {
        return None;
    }
    order.swap(from, to);
    Some(order)
}

async fn office_page(
    page: Page,
    desk: &Desk,
    location: Location,
    form: Form,
    outcomes: Vec<Outcome>,
    done: Option<(&'static str, usize)>,
) -> Result<OfficePage, WebError> {
    let photos = list_photos(&desk.store, location.id).await?;
    // Looked for before it is too late: all others are compared only where somebody has yet to decide.
    let undecided = photos.iter().any(|photo| photo.state == PhotoState::Staged && photo.fingerprint.is_some());
    let printed = if undecided { list_fingerprints(&desk.store).await? } else { Vec::new() };
    let today: Day = page.today();
    let old = photos.iter().filter(|photo| photo.state == PhotoState::Published && photo.is_old(today)).count();
    let mut lines = Vec::new();
    for photo in photos {
        let problem = match &photo.development {
            Development::Failed(key) => page.say(key).to_string(),
            Development::Waiting | Development::Done => String::new(),
        };
        lines.push(Line {
            caption: Caption::of(&page, &photo),
            gaps: publish_gaps(&photo),
            problem,
            doubles: doubles(&page, desk, &photo, &printed).await?,
            photo,
        });
    }
    // Withdrawn ones stand at the end.
    lines.sort_by_key(|line| line.photo.state == PhotoState::Withdrawn);
    Ok(OfficePage { lines, outcomes, done, old, form, location, page })
}

/// Photos anywhere that look like this one, the likest first.
async fn doubles(page: &Page, desk: &Desk, photo: &Photo, printed: &[Printed]) -> Result<Vec<Double>, WebError> {
    const MOST: usize = 3;
    let Some(print) = photo.fingerprint.filter(|_| photo.state == PhotoState::Staged) else { return Ok(Vec::new()) };
    let near = |other: &&Printed| other.photo != photo.id && other.fingerprint.distance(print) <= Fingerprint::SAME;
    let mut near: Vec<&Printed> = printed.iter().filter(near).collect();
    near.sort_by_key(|other| other.fingerprint.distance(print));
    let mut doubles = Vec::new();
    for other in near.into_iter().take(MOST) {
        let Some(location) = find::find_location(&desk.store, other.location).await? else { continue };
        doubles.push(Double {
            photo: other.photo,
            place: location.name(page.language()).to_owned(),
            slug: location.slug,
            distance: other.fingerprint.distance(print),
        });
    }
    Ok(doubles)
}

/// `added=3` is what was said on the way here.
fn done_of(query: &str) -> Option<(&'static str, usize)> {
    let (deed, count) = query.split_once('=')?;
    let key = match deed {
        "added" => "photos-done-added",
        "publish" => "photos-done-published",
        "withdraw" => "photos-done-withdrawn",
        "describe" => "photos-done-described",
        _ => return None,
    };
    Some((key, count.parse().ok()?))
}

pub(super) async fn found(db: &impl Query, slug: &str) -> Result<Location, WebError> {
    find::find_location_by_slug(db, slug).await?.ok_or(WebError::NotFound)
}
