//! Where places are, and where the sun stands over them.

use axum::http::StatusCode;
use serde_json::Value;

use super::site::{NOW, SMALL_COUNTRY, at, load, officer, reads, with_store};

const WEST: &str = r#"
[[destination]]
slug = "mangystau"
kind = "region"
names = { en = "Mangystau Region" }

[[place]]
slug = "bozzhyra"
names = { kk = "Бозжыра", ru = "Бозжыра", en = "Bozzhyra" }
kind = "desert"
destination = "mangystau"
position = [43.416, 54.068]
source = "Scout"
"#;

#[tokio::test]
async fn the_sun_of_any_day_is_told_in_three_languages_without_script() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        load(&store, WEST).await;
        let mut reader = at(&store, NOW);
        let english = reader.get("/en/locations/bozzhyra/sun?date=2026-09-23").await;
        for words in
            ["07:12", "19:20", "The clock misleads here", "76 minutes ahead", "13:16", "towards 89°", "46.4° high"]
        {
            reads(&english, StatusCode::OK, words);
        }
        reads(&reader.get("/ru/locations/bozzhyra/sun?date=2026-09-23").await, StatusCode::OK, "на 76 минут");
        reads(&reader.get("/kk/locations/bozzhyra/sun?date=2026-09-23").await, StatusCode::OK, "76 минут озық");
        let east = reader.get("/en/locations/charyn-canyon/sun?date=2026-06-21").await;
        reads(&east, StatusCode::OK, "04:03");
        assert!(!east.text().contains("misleads"));
        assert!(east.html().contains("class=\"sun-dial\""));
        // Half hours, or quarters.
        assert!(!east.text().contains("05:15") && east.text().contains("05:30"));
        reads(&reader.get("/en/locations/charyn-canyon/sun?date=2026-06-21&step=15").await, StatusCode::OK, "05:15");
    })
    .await;
}

#[tokio::test]
async fn a_day_that_is_none_is_said_and_kept_in_the_form() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let mut reader = at(&store, NOW);
        for typed in ["yesterday", "2026-02-30", "9999-01-01"] {
            let answer = reader.get(&format!("/en/locations/charyn-canyon/sun?date={typed}")).await;
            reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, "is not a day from 1900 to 2200");
            assert!(answer.html().contains(&format!("value=\"{typed}\"")), "{typed}");
        }
        assert_eq!(reader.get("/en/locations/nowhere/sun").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn the_page_of_a_place_shows_where_it_is_and_the_sun_of_today() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let page = at(&store, NOW).get("/en/locations/charyn-canyon").await;
        reads(&page, StatusCode::OK, "180 km east of Almaty");
        reads(&page, StatusCode::OK, "23 November 2026");
        for piece in [
            ">Almaty</text>",
            "class=\"map-drawing\"",
            "class=\"sun-dial\"",
            "bbox=",
            "/en/locations/charyn-canyon/sun",
        ] {
            assert!(page.html().contains(piece), "{piece}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_map_of_a_list_is_a_drawing_whose_points_are_links() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        load(&store, WEST).await;
        let mut reader = at(&store, NOW);
        let map = reader.get("/en/locations?view=map").await.html();
        for piece in [
            "href=\"/en/locations/bozzhyra\" aria-label=\"Bozzhyra, ",
            "class=\"map-country\"",
            "Map data: Surveyors",
            "href=\"#found\"",
        ] {
            assert!(map.contains(piece), "{piece} in {map}");
        }
        // Another part of the map is another address, and the list says the same.
        let part = reader.get("/en/locations?bbox=50,40,60,50&view=map").await.html();
        assert!(part.contains("locations/bozzhyra") && !part.contains("locations/charyn-canyon\""), "{part}");
        assert!(part.contains("Whole country"));
        let ground = reader.get("/map/base.json").await;
        assert_eq!((ground.status, ground.header("content-type")), (StatusCode::OK, "application/geo+json"));
        assert_eq!(reader.get("/map/other.pmtiles").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_map_that_moves_asks_for_points_of_the_same_question() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        load(&store, WEST).await;
        let mut reader = at(&store, NOW);
        let wide = "frame=46,40,88,56&width=640&height=520";
        let all: Value =
            serde_json::from_str(&reader.get(&format!("/en/locations/map.geojson?{wide}")).await.text()).unwrap();
        assert!(all["features"].as_array().unwrap().len() >= 2, "{all}");
        let named = reader.get(&format!("/en/locations/map.geojson?q=bozzhyra&{wide}")).await.text();
        let named: Value = serde_json::from_str(&named).unwrap();
        let [only] = named["features"].as_array().unwrap().as_slice() else { panic!("{named}") };
        assert_eq!(only["properties"]["slug"], "bozzhyra");
        assert_eq!(only["properties"]["href"], "/en/locations/bozzhyra");
        for wrong in ["", "frame=", "frame=1,2,3", "frame=9,9,1,1"] {
            let answer = reader.get(&format!("/en/locations/map.geojson?{wrong}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
    })
    .await;
}

/// The place of [`SMALL_COUNTRY`] whose owner wants no visitors.
#[tokio::test]
async fn neither_map_nor_sun_tells_more_than_the_rounded_position() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let mut reader = at(&store, NOW);
        for path in [
            "/en/locations?view=map",
            "/en/locations/map.geojson?frame=46,40,88,56",
            "/en/locations/quiet-well",
            "/en/locations/quiet-well/sun",
        ] {
            let answer = reader.get(path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert!(!answer.html().contains("44.123"), "{path}");
        }
        reads(&reader.get("/en/locations/quiet-well/sun").await, StatusCode::OK, "rounded position");
        let inside = officer(&store).await.get("/en/locations/quiet-well/sun").await;
        assert!(!inside.text().contains("rounded position"), "the office works with the exact one");
    })
    .await;
}

#[tokio::test]
async fn a_browser_reads_the_operators_tiles_part_by_part() {
    with_store(async |store| {
        let mut browser = at(&store, NOW).with_header("range", "bytes=10-49").with_header("accept-encoding", "gzip");
        let part = browser.get("/map/country.pmtiles").await;
        assert_eq!(part.status, StatusCode::PARTIAL_CONTENT);
        assert_eq!(part.html(), "0123456789".repeat(4), "a part is handed out as it is, and not packed");
        assert_eq!((part.header("content-range"), part.header("content-encoding")), ("bytes 10-49/100", ""));
        let page = at(&store, NOW).get("/en/locations?view=map").await;
        assert!(page.html().contains("data-tiles=\"/map/country.pmtiles\""));
    })
    .await;
}
