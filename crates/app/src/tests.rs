//! What holds for the whole site: every page, every language, two countries.

use std::path::Path;

use jiff::Timestamp;
use testkit::{Browser, check_words};
use web::{Clock, SliceWords};

use crate::{App, Profile};

fn folder(country: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../profiles").join(country)
}

fn browser(country: &str) -> Browser {
    let moment: Timestamp = "2026-11-24T06:00:00Z".parse().unwrap();
    let profile = Profile::from_folder(&folder(country)).unwrap();
    Browser::new(crate::router(App { profile, clock: Clock::Stopped(moment), origin: String::new() }).unwrap())
}

#[test]
fn words_agree_and_are_all_used() {
    let languages = ["en", "ru", "kk"];
    let of_profile =
        SliceWords { slice: "profile", files: &[("en", include_str!("../../../profiles/kazakhstan/words/en.ftl"))] };
    let others = [web::own_words(), of_profile];
    let problems = check_words(&crate::own_words(), &others, &languages, env!("CARGO_MANIFEST_DIR"));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[tokio::test]
async fn the_front_page_is_in_the_readers_language() {
    let mut browser = browser("kazakhstan").with_header("accept-language", "de, ru;q=0.8, kk;q=0.9");
    assert_eq!(browser.get("/").await.header("location"), "/kk/");
    assert!(browser.get("/ru/").await.text().contains("Съёмки в Казахстане"));
    // What was read last is preferred from then on.
    assert_eq!(browser.get("/").await.header("location"), "/ru/");
}
