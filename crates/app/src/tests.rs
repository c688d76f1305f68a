//! What holds for the whole site: every page, every language, two countries.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use incentives::{Library, Sample};
use jiff::Timestamp;
use store::Store;
use testkit::{Browser, check_words, fresh_store, scratch_folder};
use web::{Clock, SliceWords};

use crate::settings::Settings;
use crate::{App, Profile, Supplied, migrations};

fn folder(country: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../profiles").join(country)
}

/// A path in the repository.
pub(crate) fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// An installation with a database of its own, on a morning in November 2026.
pub(crate) async fn app(country: &str) -> App {
    let moment: Timestamp = "2026-11-24T06:00:00Z".parse().unwrap();
    app_on(fresh_store(&migrations()).await, country, Clock::Stopped(moment))
}

/// An installation on that database.
pub(crate) fn app_on(store: Store, country: &str, clock: Clock) -> App {
    let profile = Profile::from_folder(&folder(country)).unwrap();
    let settings = Settings { data: scratch_folder("app"), ..Settings::default() };
    let supplied = Supplied { profile, library: library(country), sample: sample() };
    App::with_store(&settings, supplied, clock, store, "k".repeat(32), people::Seal::new("of the tests")).unwrap()
}

/// The rulebooks of the repository, and those of the profile.
fn library(country: &str) -> Library {
    let mut files = crate::rulebook_files(&folder("").join("../rulebooks")).unwrap();
    files.extend(crate::rulebook_files(&folder(country).join("rulebooks")).unwrap());
    Library::read(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap()
}

pub(crate) fn sample() -> Option<Sample> {
    let name = "feature-budget.xlsx".to_owned();
    let bytes = std::fs::read(folder("kazakhstan").join("demo").join(&name)).unwrap();
    Some(Sample { name, bytes })
}

async fn browser(country: &str) -> Browser {
    Browser::new(crate::router(app(country).await).unwrap())
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
    let mut browser = browser("kazakhstan").await.with_header("accept-language", "de, ru;q=0.8, kk;q=0.9");
    assert_eq!(browser.get("/").await.header("location"), "/kk/");
    assert!(browser.get("/ru/").await.text().contains("Съёмки в Казахстане"));
    // What was read last is preferred from then on.
    assert_eq!(browser.get("/").await.header("location"), "/ru/");
}

#[tokio::test]
async fn every_page_that_is_linked_exists() {
    for country in ["kazakhstan", "nordavia"] {
        let mut browser = browser(country).await;
        let mut seen = BTreeSet::new();
        let mut waiting = vec!["/".to_owned(), "/en/styleguide".to_owned()];
        while let Some(path) = waiting.pop() {
            let path = path.split('#').next().unwrap_or_default().to_owned();
            if !path.starts_with('/') || path == "/theme" || !seen.insert(path.clone()) {
                continue;
            }
            let answer = browser.get(&path).await;
            let is_there = answer.status.is_success() || answer.status.is_redirection();
            assert!(is_there, "{path} answers {}", answer.status);
            waiting.push(answer.header("location").to_owned());
            if answer.header("content-type").starts_with("text/html") {
                waiting.extend(answer.links());
            }
        }
        assert!(seen.len() > 8, "{seen:?}");
    }
}

#[tokio::test]
async fn another_country_is_another_folder() {
    let mut browser = browser("nordavia").await;
    assert_eq!(browser.get("/").await.header("location"), "/en/");
    let front = browser.get("/en/").await.text();
    assert!(front.contains("Film in Nordavia") && front.contains("film@nordavia.example"), "{front}");
    let mut paths: Vec<String> =
        ["/en/", "/ru/", "/en/styleguide", "/ru/styleguide", "/ru/nowhere"].map(str::to_owned).to_vec();
    for language in ["en", "ru"] {
        let specification = format!("/{language}/incentive");
        let links = browser.get(&specification).await.links();
        let own = links.iter().filter(|link| ["clauses/", "rules/"].iter().any(|part| link.contains(part)));
        paths.extend(own.map(|link| link.split('#').next().unwrap_or_default().to_owned()));
        paths.push(specification);
    }
    assert!(paths.len() > 40, "{paths:?}");
    for path in &paths {
        let html = browser.get(path).await.html();
        for foreign in ["Kazakh", "Казах", "Қазақ", "KZT", "₸"] {
            assert!(!html.contains(foreign), "{path} mentions {foreign}");
        }
    }
    assert!(browser.get("/en/styleguide").await.text().contains("ISK"));
    let specification = browser.get("/ru/incentive").await;
    assert!(specification.text().contains("Нордавия: островной возврат"), "{}", specification.text());
    assert!(specification.html().contains("&lt;b onclick="), "markup of a rulebook is text");
    assert_eq!(browser.get("/kk/").await.status.as_u16(), 404);
}

#[test]
fn rates_of_both_countries_are_read() {
    let rate = |country: &str, code: &str, day: &str| {
        let profile = Profile::from_folder(&folder(country)).unwrap();
        let quote = profile.rates.on(code.parse().unwrap(), day.parse().unwrap()).unwrap();
        quote.one_unit.to_string()
    };
    assert_eq!(rate("kazakhstan", "USD", "2024-04-25"), "444.32");
    assert_eq!(rate("nordavia", "HUF", "2026-03-01"), "0.362");
}

#[tokio::test]
async fn the_front_page_stays_within_its_budget() {
    let page = browser("kazakhstan").await.with_header("accept-encoding", "gzip").get("/ru/").await;
    assert_eq!(page.header("content-encoding"), "gzip");
    assert!(page.body.len() <= 20_000, "{} bytes", page.body.len());
}
