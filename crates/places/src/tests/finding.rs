//! Searching the list, the looks and the feeds.

use axum::http::StatusCode;
use serde_json::Value;
use store::Store;
use testkit::Browser;

use super::site::{NOW, SMALL_COUNTRY, at, by, desk, load, reads, with_store};
use crate::{Catalogue, State, find, write};

const MORE: &str = r#"
[[destination]]
slug = "mangystau"
kind = "region"
names = { kk = "Маңғыстау облысы", ru = "Мангистауская область", en = "Mangystau Region" }

[[place]]
slug = "bozzhyra"
names = { kk = "Бозжыра", ru = "Бозжыра", en = "Bozzhyra" }
kind = "desert"
destination = "mangystau"
position = [43.416, 54.068]
looks = ["mars", "moon"]
source = "Scout"
[place.facts]
permit = "none"
drones = "yes"
drive-minutes = 240
airport = "SCO"
rooms-60 = 80
heaviest-vehicle = "truck-7t"
seasons = "nnggggggggnn"

[[place]]
slug = "kaindy"
names = { kk = "Қайыңды көлі", ru = "Озеро Каинды", en = "Lake Kaindy" }
kind = "lake"
destination = "almaty-region"
position = [42.985, 78.466]
source = "Scout"
[place.facts]
permit = "national-park"
drive-minutes = 300
airport = "ALA"
"#;

async fn filled(store: &Store) -> Browser {
    load(store, &format!("{SMALL_COUNTRY}\n{MORE}")).await;
    at(store, NOW)
}

/// Slugs of the cards of a list, in their order.
async fn found(browser: &mut Browser, query: &str) -> Vec<String> {
    let answer = browser.get(&format!("/en/locations?{query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let html = answer.html();
    let cards = html.split("id=\"place-").skip(1);
    cards.filter_map(|card| card.split('"').next()).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_place_is_found_however_it_is_spelled() {
    with_store(async |store| {
        let mut browser = filled(&store).await;
        for typed in ["Charyn", "Sharyn", "Шарын", "Чарын", "Xfhsy", "Ifhsy", "шарын шатқалында", "chary"]
        {
            let query = serde_urlencoded::to_string([("q", typed)]).unwrap();
            assert_eq!(found(&mut browser, &query).await, ["charyn-canyon"], "{typed}");
        }
        assert_eq!(found(&mut browser, "q=mars").await, ["charyn-canyon", "bozzhyra"]);
        assert_eq!(found(&mut browser, "q=маңғыстау").await, ["bozzhyra"]);
    })
    .await;
}

#[tokio::test]
async fn filters_narrow_and_say_beforehand_how_many_they_leave() {
    with_store(async |store| {
        let mut browser = filled(&store).await;
        let answer = browser.get("/en/locations?look=mars").await;
        reads(&answer, StatusCode::OK, "2 locations");
        reads(&answer, StatusCode::OK, "Mars 2");
        reads(&answer, StatusCode::OK, "Almaty Region 1");
        let text = answer.html();
        assert!(text.contains("value=\"kaindy\"") || text.contains("name=\"type\" value=\"lake\" disabled"), "{text}");
        let journey = "look=mars&drive=4&rooms=60&drones=yes";
        assert_eq!(found(&mut browser, journey).await, ["bozzhyra"]);
        assert_eq!(
            found(&mut browser, "region=almaty-region&sort=drive").await,
            ["charyn-canyon", "kaindy", "quiet-well"]
        );
        assert_eq!(found(&mut browser, "region=almaty-region&region=mangystau&sort=permit").await[0], "bozzhyra");
        assert_eq!(found(&mut browser, "bbox=78,42,80,43.2").await, ["kaindy"]);
        assert_eq!(
            found(&mut browser, "from=ALA&km=200&sort=nearest").await,
            ["kaindy", "quiet-well", "charyn-canyon"]
        );
        assert_eq!(found(&mut browser, "season=03").await, ["charyn-canyon", "bozzhyra"]);
        assert_eq!(found(&mut browser, "vehicle=van").await, ["bozzhyra"]);
        let all = found(&mut browser, "look=nonsense&bbox=1,2&from=XXX&km=9&page=x&sort=y&drive=bad").await;
        assert_eq!(all.len(), 4, "what nobody offered restricts nothing");
    })
    .await;
}

#[tokio::test]
async fn a_chip_takes_one_wish_away() {
    with_store(async |store| {
        let mut browser = filled(&store).await;
        let answer = browser.get("/en/locations?q=mars&drones=yes&type=desert").await;
        reads(&answer, StatusCode::OK, "Drones: Yes");
        let html = answer.html();
        for href in ["?type=desert&amp;drones=yes", "?q=mars&amp;drones=yes", "?q=mars&amp;type=desert"] {
            let written = href.replace("&amp;", "&#38;");
            assert!(html.contains(href) || html.contains(&written), "{href} in {html}");
        }
    })
    .await;
}

#[tokio::test]
async fn where_nothing_is_found_it_says_what_to_leave_away() {
    with_store(async |store| {
        let mut browser = filled(&store).await;
        let answer = browser.get("/en/locations?look=mars&drive=2").await;
        reads(&answer, StatusCode::OK, "No location has all of this");
        reads(&answer, StatusCode::OK, "Without “Drive from the airport: At most 2 h” → 2 locations");
        assert!(answer.links().iter().any(|link| link.starts_with("/en/start?brief=") && link.contains("Mars")));
        let answer = browser.get("/en/locations?q=zzzzzz").await;
        reads(&answer, StatusCode::OK, "Nothing here is called zzzzzz");
    })
    .await;
}

#[tokio::test]
async fn every_process_follows_every_change() {
    with_store(async |store| {
        let mut browser = filled(&store).await;
        let other = Catalogue::in_memory(store.clone());
        assert_eq!(other.state().await.unwrap().0, 4);
        assert_eq!(found(&mut browser, "q=bozzhyra").await, ["bozzhyra"]);
        let place = find::find_location_by_slug(&store, "bozzhyra").await.unwrap().unwrap();
        let change = store.change(by("test")).await.unwrap();
        let mut hidden = place.clone();
        hidden.state = State::Silent;
        write::set_location(&change, &place, &hidden, "hidden").await.unwrap();
        assert_eq!(other.state().await.unwrap().0, 4, "not before it is committed");
        change.commit().await.unwrap();
        assert_eq!(found(&mut browser, "q=bozzhyra").await, <[&str; 0]>::default());
        assert_eq!(other.state().await.unwrap().0, 3);
    })
    .await;
}

#[tokio::test]
async fn looks_lead_to_their_places() {
    with_store(async |store| {
        let mut browser = filled(&store).await;
        reads(&browser.get("/en/looks").await, StatusCode::OK, "Mars");
        let answer = browser.get("/en/looks/mars").await;
        reads(&answer, StatusCode::OK, "2 locations");
        reads(&answer, StatusCode::OK, "Bozzhyra");
        assert_eq!(browser.get("/en/looks/nowhere").await.status, StatusCode::NOT_FOUND);
        let place = find::find_location_by_slug(&store, "charyn-canyon").await.unwrap().unwrap();
        let others = crate::neighbours(&desk(&store), &crate::shown(&place, crate::Viewer::Anybody)).await.unwrap();
        let slugs = |cards: &[crate::Card]| cards.iter().map(|card| card.slug.clone()).collect::<Vec<_>>();
        assert_eq!(slugs(&others.similar), ["bozzhyra"]);
        assert_eq!(slugs(&others.easier), ["bozzhyra"]);
        assert_eq!(slugs(&others.nearby), ["kaindy"]);
    })
    .await;
}

#[tokio::test]
async fn feeds_tell_what_the_public_may_know_and_no_more() {
    with_store(async |store| {
        let mut browser = filled(&store).await;
        let answer = browser.get("/feeds/locations.geojson?limit=3").await;
        assert_eq!(answer.header("content-type"), "application/geo+json");
        let feed: Value = serde_json::from_str(&answer.html()).unwrap();
        assert_eq!((&feed["numberMatched"], &feed["numberReturned"]), (&Value::from(4), &Value::from(3)));
        let next = feed["links"][1]["href"].as_str().unwrap().strip_prefix("https://film.example").unwrap();
        let rest: Value = serde_json::from_str(&browser.get(next).await.html()).unwrap();
        assert_eq!(rest["features"].as_array().unwrap().len(), 1);
        let boxed = browser.get("/feeds/locations.geojson?bbox=50,40,60,50").await.html();
        assert!(boxed.contains("bozzhyra") && !boxed.contains("charyn"), "{boxed}");
        assert_eq!(browser.get("/feeds/locations.geojson?bbox=1").await.status, StatusCode::BAD_REQUEST);
        let kml = browser.get("/feeds/locations.kml").await;
        assert!(kml.html().contains("<coordinates>79.079,43.353</coordinates>"), "{}", kml.html());
        for feed in ["/feeds/locations.geojson", "/feeds/locations.kml"] {
            let told = browser.get(feed).await.html();
            assert!(told.contains("quiet-well"));
            for secret in
                ["44.1234", "78.6543", "Serik", "serik@owner.example", "700 000", "Post at the gate", "Secret"]
            {
                assert!(!told.contains(secret), "{secret} in {feed}: {told}");
            }
        }
    })
    .await;
}

/// Sixty places of all sorts, from a number each.
fn all_sorts() -> String {
    let mut text = SMALL_COUNTRY.to_owned();
    for number in 0..60_usize {
        let of = |words: &[&str], by: usize| words[number / by % words.len()].to_owned();
        let (kind, look) = (of(&["lake", "desert", "steppe"], 1), of(&["mars", "moon", "arctic"], 2));
        let (permit, drones) = (of(&["none", "local", "heritage"], 3), of(&["yes", "no", "ask"], 5));
        let (minutes, rooms) = (number * 7 % 400, number * 11 % 350);
        text.push_str(&format!(
            "\n[[place]]\nslug = \"place-{number}\"\nnames = {{ en = \"Place {number}\" }}\nkind = \"{kind}\"\n\
             looks = [\"{look}\"]\nposition = [{}.5, {}.5]\nsource = \"Scout\"\n[place.facts]\npermit = \"{permit}\"\n\
             drones = \"{drones}\"\ndrive-minutes = {minutes}\nrooms-60 = {rooms}\n",
            42 + number % 10,
            60 + number % 20,
        ));
    }
    text
}

/// The obvious way, by the records.
fn has(place: &crate::Shown, facet: &str, value: &str) -> bool {
    let number = |key: &str| place.value(key).parse::<i64>().ok();
    match facet {
        "type" => place.kind.word == value,
        "look" => place.looks.iter().any(|look| look.slug == value),
        "permit" | "drones" => place.value(facet) == value,
        "drive" => number("drive-minutes").is_some_and(|minutes| minutes <= 60 * value.parse::<i64>().unwrap()),
        "rooms" => number("rooms-60").is_some_and(|rooms| rooms >= value.parse().unwrap()),
        _ => panic!("{facet}"),
    }
}

#[tokio::test]
async fn counts_are_those_of_a_plain_filter_over_the_records() {
    with_store(async |store| {
        load(&store, &all_sorts()).await;
        let mut places = Vec::new();
        find::each_published(&store, |place| places.push(crate::shown(&place, crate::Viewer::Anybody))).await.unwrap();
        let catalogue = Catalogue::in_memory(store.clone());
        let facets = ["type", "look", "permit", "drones", "drive", "rooms"];
        let wishes: [&[(&str, &str)]; 5] = [
            &[],
            &[("look", "mars")],
            &[("type", "lake"), ("permit", "none")],
            &[("drive", "4"), ("rooms", "120"), ("drones", "yes")],
            &[("look", "moon"), ("drive", "2"), ("type", "desert"), ("permit", "heritage")],
        ];
        for wished in wishes {
            let choices = wished
                .iter()
                .map(|(facet, value)| search::Choice { facet: (*facet).to_owned(), values: vec![(*value).to_owned()] });
            let question = search::Question {
                choices: choices.collect(),
                count: facets.map(str::to_owned).to_vec(),
                ..search::Question::default()
            };
            let found = catalogue.ask(&question).await.unwrap();
            let fits = |place: &&crate::Shown, but: &str| {
                wished.iter().all(|(facet, value)| *facet == but || has(place, facet, value))
            };
            assert_eq!(found.total, places.iter().filter(|place| fits(place, "")).count(), "{wished:?}");
            for (facet, counts) in &found.counts {
                for (value, count) in counts {
                    let plain = places.iter().filter(|place| fits(place, facet) && has(place, facet, value)).count();
                    assert_eq!(*count, plain, "{facet} {value} of {wished:?}");
                }
            }
        }
    })
    .await;
}
