//! The site of a small country over a store.

use std::sync::Arc;

use axum::http::StatusCode;
use files::{Keep, Scanner};
use kernel::{Actor, Id};
use store::{By, Chance, Migration, Store};
use testkit::{Answer, Browser, on_each_database, scratch_folder};
use web::{Clock, Contact, LanguageSetting, Role, Site, SiteSettings, SliceWords, Visitor, WordSource};

use crate::{Airport, Bounds, Catalogue, Content, Desk, Ground, Tiles};

/// A Monday morning.
pub(super) const NOW: &str = "2026-11-23T04:00:00Z";

const COMMISSION: &str = "commission-name = Film Office\ncommission-short = Films\ncommission-about = About\n\
    site-description = Description\n";

pub(super) const COUNTRY: Bounds = Bounds { south: 40.5, west: 46.4, north: 55.5, east: 87.4 };

/// A square country with one lake and one city.
const GROUND: &str = r#"{"credit": "Surveyors", "bbox": [46.0, 40.0, 88.0, 56.0], "features": [
  {"properties": {"kind": "country"}, "geometry": {"type": "MultiPolygon", "coordinates": [[[[50, 42], [85, 42], [85, 54], [50, 54], [50, 42]]]]}},
  {"properties": {"kind": "lake"}, "geometry": {"type": "MultiPolygon", "coordinates": [[[[74, 45], [79, 45], [79, 47], [74, 45]]]]}},
  {"properties": {"kind": "border"}, "geometry": {"type": "MultiLineString", "coordinates": [[[50, 42], [85, 42]]]}},
  {"properties": {"kind": "city", "size": 1, "names": {"en": "Almaty", "ru": "Алматы"}}, "geometry": {"type": "Point", "coordinates": [76.91, 43.25]}}
]}"#;

pub(super) fn commission() -> SliceWords {
    SliceWords { slice: "commission", files: &[("en", COMMISSION)] }
}

pub(super) fn steps() -> Vec<Migration> {
    [
        web::migrations(),
        files::migrations(),
        jobs::migrations(),
        mail::migrations(),
        people::migrations(),
        crate::migrations(),
    ]
    .concat()
}

pub(super) async fn with_store(test: impl AsyncFn(Store)) {
    on_each_database(&steps(), test).await;
}

pub(super) fn desk(store: &Store) -> Desk {
    let address = |local: &str| mail::Address::check("", &format!("{local}@film.example")).unwrap();
    let folder = scratch_folder("files");
    Desk {
        store: store.clone(),
        files: Keep::open(&files::Place::Folder(folder), Scanner::Off, Chance::seeded(7)).unwrap(),
        mail: mail::Desk { from: address("office"), replies: address("inbox"), key: vec![7; 32] },
        zone: jiff::tz::TimeZone::get("Asia/Almaty").unwrap(),
        languages: ["kk", "ru", "en"].iter().map(|tag| tag.parse().unwrap()).collect(),
        catalogue: Arc::new(Catalogue::in_memory(store.clone())),
        airports: Arc::new(airports()),
        bounds: Some(COUNTRY),
        ground: Some(Arc::new(Ground::read(GROUND).unwrap())),
        tiles: Some(tiles()),
        words: Arc::new(letters()),
        origin: "https://film.example".to_owned(),
    }
}

/// The words that letters are written with.
fn letters() -> web::Words {
    let tags = [("kk", "kk-KZ"), ("ru", "ru-KZ"), ("en", "en-GB")];
    let languages = tags.map(|(tag, locale)| (tag.parse().unwrap(), locale));
    let own: Vec<WordSource> = crate::own_words().iter().flat_map(SliceWords::sources).collect();
    let commission =
        languages.map(|(language, _)| WordSource { owner: "test".to_owned(), language, text: COMMISSION.into() });
    web::Words::gather(&languages, &[own, commission.to_vec()].concat()).ok().unwrap()
}

/// A hundred bytes that stand for a map.
fn tiles() -> Tiles {
    let path = scratch_folder("tiles").join("country.pmtiles");
    std::fs::write(&path, "0123456789".repeat(10)).unwrap();
    Tiles::at(&path).unwrap()
}

fn airports() -> Vec<Airport> {
    let names = [("en", "Almaty"), ("ru", "Алматы"), ("kk", "Алматы")];
    let names = crate::record::local::of_pairs(names);
    vec![Airport { code: "ALA".to_owned(), names, latitude: 43.352, longitude: 77.041 }]
}

/// Anybody.
pub(super) fn at(store: &Store, now: &str) -> Browser {
    at_desk(&desk(store), now)
}

/// Anybody, at a desk that others use too.
pub(super) fn at_desk(desk: &Desk, now: &str) -> Browser {
    let setting = |tag: &str, locale: &str, name: &str| LanguageSetting {
        language: tag.parse().unwrap(),
        locale: locale.to_owned(),
        name: name.to_owned(),
    };
    let languages =
        vec![setting("kk", "kk-KZ", "Қазақша"), setting("ru", "ru-KZ", "Русский"), setting("en", "en-GB", "English")];
    let commission = languages.iter().map(|setting| WordSource {
        owner: "test".to_owned(),
        language: setting.language,
        text: COMMISSION.into(),
    });
    let own: Vec<SliceWords> = [crate::own_words(), people::own_words()].concat();
    let settings = SiteSettings {
        words: web::own_words().sources().chain(own.iter().flat_map(SliceWords::sources)).chain(commission).collect(),
        languages,
        currency: "KZT".parse().unwrap(),
        zone: jiff::tz::TimeZone::get("Asia/Almaty").unwrap(),
        clock: Clock::Stopped(now.parse().unwrap()),
        navigation: Vec::new(),
        contact: Contact::default(),
        store: Some(desk.store.clone()),
        behind_proxy: false,
        origin: "https://film.example".to_owned(),
    };
    let site = Site::open(settings, web::own_routes().merge(crate::routes(desk.clone()))).unwrap();
    Browser::new(site).with_header("sec-fetch-site", "same-origin")
}

/// Somebody of the staff, signed in.
pub(super) async fn officer(store: &Store) -> Browser {
    officer_at(&desk(store)).await
}

pub(super) async fn officer_at(desk: &Desk) -> Browser {
    let mut browser = at_desk(desk, NOW);
    let visitor = Visitor {
        account: "01J9ZK3V5T0000000000000001".parse().unwrap(),
        name: "Айгүл".to_owned(),
        email: "aigul@film.example".to_owned(),
        roles: vec![Role::Officer],
    };
    browser.sign_in(&desk.store, &visitor, NOW.parse().unwrap()).await;
    browser
}

pub(super) fn by(reason: &str) -> By {
    By { actor: Actor::program("test"), moment: NOW.parse().unwrap(), reason: reason.to_owned() }
}

/// Puts content into the book; answers the new places.
pub(super) async fn load(store: &Store, text: &str) -> Vec<Id> {
    let content = Content::read(&[("test.toml".to_owned(), text.to_owned())], Some(&COUNTRY)).unwrap();
    let change = store.change(by("load")).await.unwrap();
    let new = crate::load(&change, &content).await.unwrap();
    change.record(store::Entry::new("sample", "test", "loaded")).await;
    change.commit().await.unwrap();
    new.into_iter().map(|(id, _)| id).collect()
}

#[track_caller]
pub(super) fn reads(answer: &Answer, status: StatusCode, words: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert!(answer.text().contains(words), "`{words}` in: {}", answer.text());
}

/// One region, a canyon of it with most that can be said, and a well whose owner wants no visitors.
pub(super) const SMALL_COUNTRY: &str = r#"
[[destination]]
slug = "almaty-region"
kind = "region"
names = { kk = "Алматы облысы", ru = "Алматинская область", en = "Almaty Region" }
position = [43.87, 77.07]
[destination.texts.summary]
en = "Canyons, dunes and lakes"
[destination.texts.climate]
en = "Hot summers, cold winters"
source = "Weather service"
checked_on = "2026-10-01"

[shared.park]
permit = "national-park"
drones = { value = "ask", en = "The park decides in ten days" }

[[place]]
slug = "charyn-canyon"
names = { kk = "Шарын шатқалы", ru = "Чарынский каньон", en = "Charyn Canyon" }
aliases = ["Sharyn"]
kind = "canyon"
destination = "almaty-region"
position = [43.353, 79.079]
looks = ["mars", "arizona"]
uses = ["park"]
source = "Scout"
checked_on = "2026-10-01"
[place.facts]
summary = { en = "Red towers above a green river", ru = "Красные башни над зелёной рекой" }
seasons = "nnpggggggpnn"
altitude = 1100
drive-minutes = 190
road = "gravel"
toilets = true
hazards = { en = "Wind", uncertain = true }
night-shoot = { value = "no", en = "The gate closes at dusk" }
owner-name = "Serik Nurlanov"
owner-email = "serik@owner.example"
owner-phone = "+7 700 000 00 01"
rescue = { en = "Post at the gate", visibility = "office-only" }
[[place.credits]]
title = "Nomad"
year = 2005
scene = { en = "The chase" }
days = 4
[[place.days]]
starts_on = "2026-05-04"
days = 3
production = "Secret Title"

[[place]]
slug = "quiet-well"
names = { en = "Quiet Well" }
kind = "desert"
destination = "almaty-region"
position = [44.123456, 78.654321]
precision = "rounded"
rounded_to = 1000
"#;
