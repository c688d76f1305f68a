//! What leaves: no owner's contact, no exact spot of a rounded place, whatever it is packed in.

use std::io::{Cursor, Read};

use axum::http::StatusCode;
use zip::ZipArchive;

use super::site::{TestSite, led, with_site};

/// Of the small country in `site`.
const SECRETS: [&str; 8] =
    ["Serik", "owner.example", "700 000", "700000", "44.123", "78.654", "Post at the gate", "Secret Title"];

#[tokio::test]
async fn the_archive_has_names_that_windows_saves_facts_credits_maps_and_no_secret() {
    with_site(async |site: TestSite| {
        let mut maker = site.stranger();
        for slug in ["charyn-canyon", "quiet-well"] {
            led(&maker.post("/en/list/add", &[("location", slug)]).await);
        }
        let answer = maker.get("/ru/list/places.zip").await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/zip"));
        let mut archive = ZipArchive::new(Cursor::new(answer.body.clone())).unwrap();
        let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        let expected = [
            "01-чарынский-каньон/01_drawing-NE.svg",
            "01-чарынский-каньон/02_drawing.svg",
            "01-чарынский-каньон/facts.txt",
            "02-quiet-well/facts.txt",
            "credits.txt",
            "map.kml",
            "map.geojson",
        ];
        assert_eq!(names, expected);
        for name in &names {
            let mut text = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            for secret in SECRETS {
                assert!(!text.contains(secret), "`{secret}` in {name}");
            }
            if name.ends_with("01-чарынский-каньон/facts.txt") {
                for words in ["Чарынский каньон", "Красные башни", "43.35300, 79.07900", "\r\n"]
                {
                    assert!(text.contains(words), "`{words}` in {text}");
                }
            }
            if name == "credits.txt" {
                assert!(text.contains("Рисунок, не фотография"), "{text}");
            }
            if name == "map.geojson" {
                let map: serde_json::Value = serde_json::from_str(&text).unwrap();
                assert_eq!(map["features"][0]["geometry"]["coordinates"][1], 43.353);
                assert_eq!(map["features"][1]["properties"]["precision"], "rounded");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn pages_and_papers_tell_no_secret_in_any_language() {
    with_site(async |site: TestSite| {
        let mut officer = site.officer().await;
        let package = site.package(&mut officer, &["charyn-canyon", "quiet-well", "secret-valley"]).await;
        led(&officer.post(&format!("{package}/send"), &[("message", "Look")]).await);
        let token = site.token_of_latest().await;
        let mut reader = site.stranger();
        for tag in ["en", "ru", "kk"] {
            for path in ["", "/places.json"] {
                let page = reader.get(&format!("/{tag}/l/{token}{path}")).await;
                assert_eq!(page.status, StatusCode::OK, "{path} {}", page.text());
                for secret in SECRETS {
                    assert!(!page.html().contains(secret), "`{secret}` on {path}");
                }
            }
            let paper = reader.get(&format!("/{tag}/l/{token}/places.json")).await;
            assert!(paper.html().contains("Chloé"), "{}", paper.html());
            let watermark = match tag {
                "en" => "Confidential: for Chloé",
                "ru" => "Конфиденциально: для Chloé",
                _ => "Құпия: Chloé үшін",
            };
            assert!(paper.html().contains(watermark), "{}", paper.html());
            let pdf = reader.get(&format!("/{tag}/l/{token}/places.pdf")).await;
            assert_eq!(pdf.status, StatusCode::OK, "{}", pdf.text());
            assert!(pdf.body.starts_with(b"%PDF-1.7"));
        }
    })
    .await;
}
