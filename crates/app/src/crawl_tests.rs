//! A stranger follows every link of the sample country, and learns neither where a fragile place exactly is nor whom
//! to call about it.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Language, LocalText};
use places::{Fact, Field, Location, Position, Precision, State, Visibility};
use store::{By, Store};
use testkit::{Browser, fresh_store};

use crate::enumerated_tests::{now, sample};
use crate::migrations;

/// What only the office may know of the place, in every spelling in which it could slip out.
const SECRETS: [&str; 9] = [
    "43.351372",
    "79.082138",
    "43.35137",
    "79.08213",
    "43.3514",
    "79.0821",
    "+7 701 555 01 23",
    "7015550123",
    "Ықылас",
];

/// A place like one of the sample's, rounded to a kilometre, with an owner.
async fn insert_fragile(store: &Store) -> Location {
    let charyn = places::find_location_by_slug(store, "charyn-canyon").await.unwrap().expect("it is in the sample");
    let office = |key: &str, value: &str| Fact {
        field: Field::find(key).unwrap(),
        value: value.to_owned(),
        note: LocalText::default(),
        source: "owner".to_owned(),
        checked_on: None,
        // Whatever a form says, an owner is for the office.
        visibility: Visibility::Public,
        is_uncertain: false,
    };
    let mut facts = charyn.facts.clone();
    facts.push(office("owner-name", "Ықылас Барлыбаев"));
    facts.push(office("owner-phone", "+7 701 555 01 23"));
    let mut names = LocalText::default();
    names.insert(Language::ENGLISH, "Barrow of the Whispering Crane");
    let by = By { actor: kernel::Actor::program("test"), moment: now(), reason: "test".to_owned() };
    let change = store.change(by).await.unwrap();
    let fragile = Location {
        id: change.fresh_id(),
        slug: "whispering-crane".to_owned(),
        names,
        aliases: Vec::new(),
        state: State::Published,
        position: Position::new(43.351_372, 79.082_138),
        precision: Precision::Rounded { metres: 1000 },
        is_unreleased: false,
        facts,
        credits: Vec::new(),
        uses: Vec::new(),
        ..charyn
    };
    places::insert_location(&change, &fragile).await.unwrap();
    change.commit().await.unwrap();
    fragile
}

/// The pattern of an address: numbers and names of places replaced, so that each kind of page is met some times.
fn shape(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parts: Vec<&str> = path.split('/').collect();
    let folder = parts.get(..parts.len().min(3)).unwrap_or_default().join("/");
    let names: BTreeSet<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    format!("{folder}/{}?{}", parts.len(), names.into_iter().collect::<Vec<_>>().join("&"))
}

#[tokio::test]
async fn a_stranger_finds_no_owners_telephone_and_no_exact_coordinate_of_a_rounded_place() {
    let store = fresh_store(&migrations()).await;
    let app = sample(&store).await;
    let fragile = insert_fragile(&store).await;
    let mut browser = Browser::new(crate::router(app).unwrap());
    let listed = browser.post("/en/list/add", &[("location", fragile.slug.as_str())]).await;
    assert!(listed.status.is_redirection(), "{} {}", listed.status, listed.text());

    let mut waiting: Vec<String> = [
        "/en/",
        "/en/locations?q=whispering",
        "/en/list",
        "/feeds/locations.geojson?limit=1000",
        "/feeds/locations.kml",
    ]
    .map(str::to_owned)
    .to_vec();
    let (mut seen, mut met, mut is_told_of) = (BTreeSet::new(), BTreeMap::<String, usize>::new(), 0);
    while let Some(path) = waiting.pop() {
        let is_of_place = path.contains(&fragile.slug) || path.contains(&fragile.id.to_string());
        let most = if is_of_place { 1000 } else { 12 };
        let count = met.entry(shape(&path)).or_default();
        if *count >= most || !seen.insert(path.clone()) {
            continue;
        }
        *count += 1;
        let answer = browser.get(&path).await;
        if answer.status.is_redirection() {
            waiting.push(answer.header("location").to_owned());
            continue;
        }
        assert!(!answer.status.is_server_error(), "{path} {}", answer.status);
        let body = String::from_utf8_lossy(&answer.body).into_owned();
        is_told_of += usize::from(body.contains("Whispering Crane"));
        for secret in SECRETS {
            assert!(!body.contains(secret), "{path} says {secret}");
        }
        if answer.header("content-type").starts_with("text/html") {
            let links = answer.links().into_iter().map(|link| link.replace("&amp;", "&").replace("&#38;", "&"));
            waiting.extend(links.filter(|link| link.starts_with("/en/") || link.starts_with("/feeds/")));
        }
    }
    assert!(is_told_of >= 6, "the place was met {is_told_of} times");
    assert!(seen.len() > 200, "{} pages", seen.len());
}
