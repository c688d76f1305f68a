use axum::http::StatusCode;
use testkit::{Answer, Browser};

use super::site::{NOW, SMALL_COUNTRY, at, load, officer, reads, with_store};
use crate::Visibility;

const CANYON: &str = "/en/office/locations/charyn-canyon";

/// What a form of identity says, with some fields otherwise.
fn identity<'f>(other: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let plain = [
        ("name-en", "Kaindy Lake"),
        ("slug", "kaindy-lake"),
        ("kind", "lake"),
        ("latitude", "42.985"),
        ("longitude", "78.466"),
        ("precision", "exact"),
    ];
    let rest = plain.into_iter().filter(|(field, _)| !other.iter().any(|(changed, _)| changed == field));
    rest.chain(other.iter().copied()).collect()
}

/// A hidden field of a page.
fn hidden(answer: &Answer, name: &str) -> String {
    let html = answer.html();
    let rest = html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default();
    rest.split('"').next().unwrap_or_default().to_owned()
}

async fn facts_form(browser: &mut Browser, group: &str, fields: &[(&str, &str)]) -> Answer {
    let path = format!("{CANYON}/facts/{group}");
    let revision = hidden(&browser.get(&path).await, "revision");
    let fields: Vec<_> = std::iter::once(("revision", revision.as_str())).chain(fields.iter().copied()).collect();
    browser.post(&path, &fields).await
}

#[tokio::test]
async fn coordinates_that_cannot_be_are_refused_and_nothing_is_kept() {
    with_store(async |store| {
        let mut officer = officer(&store).await;
        let path = "/en/office/locations/new";
        for (latitude, longitude, words) in [
            ("78.466", "42.985", "Latitude and longitude seem to be swapped"),
            ("48.85", "2.35", "These coordinates lie outside the country"),
            ("43°", "", "Write latitude and longitude in decimal degrees"),
        ] {
            let typed = identity(&[("latitude", latitude), ("longitude", longitude)]);
            let answer = officer.post(path, &typed).await;
            reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, words);
            assert!(answer.html().contains("value=\"Kaindy Lake\""), "what was typed stays");
        }
        assert_eq!(officer.get("/en/office/locations/kaindy-lake").await.status, StatusCode::NOT_FOUND);
        let made = officer.post(path, &identity(&[])).await;
        assert_eq!(made.header("location"), "/en/office/locations/kaindy-lake");
        reads(&officer.get("/en/office/locations?q=kaindy").await, StatusCode::OK, "Kaindy Lake Lake Draft");
    })
    .await;
}

#[tokio::test]
async fn two_places_of_one_name_are_warned_of_and_kept_under_two_addresses() {
    with_store(async |store| {
        let mut officer = officer(&store).await;
        let path = "/en/office/locations/new";
        officer.post(path, &identity(&[])).await;
        let same_address = officer.post(path, &identity(&[("name-en", "Other")])).await;
        reads(&same_address, StatusCode::UNPROCESSABLE_ENTITY, "Another location has this address");
        let second = identity(&[("slug", "kaindy-lake-north")]);
        let warned = officer.post(path, &second).await;
        reads(&warned, StatusCode::CONFLICT, "Another location has this name. Are they one place?");
        assert_eq!(officer.get("/en/office/locations/kaindy-lake-north").await.status, StatusCode::NOT_FOUND);
        let anyway: Vec<_> = second.into_iter().chain([("way", "anyway")]).collect();
        assert_eq!(officer.post(path, &anyway).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn a_place_with_too_little_is_not_published_and_the_page_says_what_is_missing() {
    with_store(async |store| {
        load(&store, &SMALL_COUNTRY.replace("looks =", "state = \"draft\"\nlooks =")).await;
        let mut officer = officer(&store).await;
        let answer = officer.post(&format!("{CANYON}/state"), &[("state", "published")]).await;
        reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, "from 70 % on a location can be published");
        reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, "Twelve photos");
        reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, "Heaviest vehicle");
        assert_eq!(at(&store, NOW).get("/en/locations/charyn-canyon").await.status, StatusCode::NOT_FOUND);
        fill(&store).await;
        let published = officer.post(&format!("{CANYON}/state"), &[("state", "published")]).await;
        assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.text());
        reads(&at(&store, NOW).get("/en/locations/charyn-canyon").await, StatusCode::OK, "Charyn Canyon");
        reads(&officer.get(CANYON).await, StatusCode::OK, "State · Draft → Published");
        officer.post(&format!("{CANYON}/state"), &[("state", "withdrawn")]).await;
        assert_eq!(at(&store, NOW).get("/en/locations/charyn-canyon").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

/// Everything that the table says a place must have.
async fn fill(store: &store::Store) {
    let change = store.change(super::site::by("fill")).await.unwrap();
    let place = crate::find_location_by_slug(&change, "charyn-canyon").await.unwrap().unwrap();
    for field in crate::FIELDS.iter().filter(|field| field.is_needed(false)) {
        let value = match field.kind {
            crate::ValueKind::Number(_) | crate::ValueKind::Minutes | crate::ValueKind::People => "12",
            crate::ValueKind::Months => "gggggggggggg",
            crate::ValueKind::Code => "ALA",
            _ => field.choices().first().map_or("", |choice| choice.word),
        };
        let note = crate::record::local::of_pairs([("en", "Said")]);
        let fact = crate::Fact::new(field, value, note);
        crate::write::set_fact(&change, &place, &fact).await.unwrap();
    }
    change.commit().await.unwrap();
}

#[tokio::test]
async fn a_fact_has_words_source_day_and_whom_it_is_for() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let mut officer = officer(&store).await;
        let typed = [
            ("road", "asphalt"),
            ("road.en", "Rebuilt in 2025"),
            ("road.source", "Road agency"),
            ("road.checked", "2026-11-01"),
            ("road.visibility", "public"),
            ("last-paved", "1,5"),
            ("last-paved.visibility", "office-only"),
        ];
        let saved = facts_form(&mut officer, "access", &typed).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
        let page = at(&store, NOW).get("/en/locations/charyn-canyon").await;
        reads(&page, StatusCode::OK, "Asphalt Rebuilt in 2025 Road agency · checked 1");
        assert!(!page.text().contains("1.5\u{a0}km"), "what is for the office is not for others");
        reads(&officer.get(CANYON).await, StatusCode::OK, "1.5\u{a0}km");
        reads(&officer.get(CANYON).await, StatusCode::OK, "Fact · Road: gravel → asphalt");
        let wrong = facts_form(&mut officer, "access", &[("last-paved", "near"), ("last-paved.checked", "soon")]).await;
        reads(&wrong, StatusCode::UNPROCESSABLE_ENTITY, "Write a number, such as 1480 or 2.5");
        assert!(wrong.html().contains("value=\"near\""));
    })
    .await;
}

#[tokio::test]
async fn two_officers_do_not_write_over_each_other() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let (mut first, mut second) = (officer(&store).await, officer(&store).await);
        let path = format!("{CANYON}/facts/access");
        let revision = hidden(&first.get(&path).await, "revision");
        let sent = second.post(&path, &[("revision", &revision), ("road", "dirt")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let late = first.post(&path, &[("revision", &revision), ("road", "track")]).await;
        reads(&late, StatusCode::CONFLICT, "Somebody else has changed this meanwhile");
        let now = hidden(&late, "revision");
        assert_eq!(first.post(&path, &[("revision", &now), ("road", "track")]).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn an_owners_telephone_stays_in_the_office_whatever_a_form_says() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let mut officer = officer(&store).await;
        let typed = [("owner-phone", "+7 700 000 00 09"), ("owner-phone.visibility", "public")];
        facts_form(&mut officer, "owner", &typed).await;
        reads(&officer.get(CANYON).await, StatusCode::OK, "+7 700 000 00 09");
        assert!(!at(&store, NOW).get("/en/locations/charyn-canyon").await.html().contains("700 000"));
        let place = crate::find_location_by_slug(&store, "charyn-canyon").await.unwrap().unwrap();
        assert_eq!(place.fact("owner-phone").unwrap().visibility, Visibility::OfficeOnly);
        let chain = store.audit_after(0, 1_000).await.unwrap();
        assert!(!chain.iter().any(|link| link.detail.as_deref().unwrap_or_default().contains("700 000")));
    })
    .await;
}

#[tokio::test]
async fn credits_looks_and_days_are_added_and_taken_back() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let mut officer = officer(&store).await;
        let refused = officer.post(&format!("{CANYON}/credits"), &[("title", ""), ("year", "20 05")]).await;
        reads(&refused, StatusCode::UNPROCESSABLE_ENTITY, "Write the title");
        let credit = [("title", "Steppe Rider"), ("year", "2019"), ("imdb", "tt0374298"), ("scene", "The fall")];
        officer.post(&format!("{CANYON}/credits"), &credit).await;
        officer.post(&format!("{CANYON}/days"), &[("starts_on", "2026-06-01"), ("days", "5")]).await;
        officer.post(&format!("{CANYON}/looks"), &[("look", "moon"), ("look", "mars")]).await;
        let public = at(&store, NOW).get("/en/locations/charyn-canyon").await;
        reads(&public, StatusCode::OK, "Steppe Rider (2019). The fall");
        reads(&public, StatusCode::OK, "8 days of filming in 2026 so far");
        reads(&public, StatusCode::OK, "The Moon");
        let place = crate::find_location_by_slug(&store, "charyn-canyon").await.unwrap().unwrap();
        let (credit, used) = (place.credits.last().unwrap(), place.uses.last().unwrap());
        officer.post(&format!("{CANYON}/credits/remove"), &[("id", &credit.id.to_string())]).await;
        officer.post(&format!("{CANYON}/days/remove"), &[("id", &used.id.to_string())]).await;
        let place = crate::find_location_by_slug(&store, "charyn-canyon").await.unwrap().unwrap();
        assert_eq!((place.credits.len(), place.uses.len()), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_destination_is_described_in_the_office_and_read_by_all() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let mut officer = officer(&store).await;
        let path = "/en/office/destinations/almaty-region";
        let page = officer.get(path).await;
        reads(&page, StatusCode::OK, "Almaty Region");
        let typed = [
            ("name.en", "Almaty Region"),
            ("slug", "almaty-region"),
            ("kind", "region"),
            ("crew.en", "Two crews in Konaev"),
            ("crew.checked", "2026-11-02"),
        ];
        let saved = officer.post(path, &typed).await;
        assert_eq!(saved.header("location"), "/en/destinations/almaty-region", "{}", saved.text());
        let public = at(&store, NOW).get("/en/destinations/almaty-region").await;
        reads(&public, StatusCode::OK, "Crew and equipment Two crews in Konaev checked 2");
        let city = [("name.en", "Konaev"), ("slug", "almaty-region"), ("kind", "city")];
        let refused = officer.post("/en/office/destinations/new", &city).await;
        reads(&refused, StatusCode::UNPROCESSABLE_ENTITY, "has this address");
        let city = [("name.en", "Konaev"), ("slug", "konaev"), ("kind", "city")];
        assert_eq!(officer.post("/en/office/destinations/new", &city).await.status, StatusCode::SEE_OTHER);
        reads(&officer.get("/en/office/destinations").await, StatusCode::OK, "Konaev City");
    })
    .await;
}
