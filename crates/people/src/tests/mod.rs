//! What people do and read, on each database.

mod account;
mod book;
mod email;
mod link;
mod passkey;
mod personal;
#[cfg(feature = "oidc")]
mod provider;
mod staff;

use std::sync::Arc;

use axum::http::StatusCode;
use kernel::{Actor, Id};
use store::{By, Migration, Store};
use testkit::{Answer, Browser, check_words, on_each_database};
use web::{Clock, Contact, LanguageSetting, Role, Site, SiteSettings, Visitor, WordSource};

use crate::book::NewEntry;
use crate::country::tests::kazakhstan;
use crate::record::{Field, Party, Sort};
use crate::{Book, Desk};

/// A Monday morning.
const NOW: &str = "2026-11-23T04:00:00Z";

const COMMISSION: &str = "commission-name = Film Office\ncommission-short = Films\ncommission-about = About\n\
    site-description = Description\n";

fn steps() -> Vec<Migration> {
    [web::migrations(), jobs_steps(), mail::migrations(), crate::migrations()].concat()
}

fn jobs_steps() -> Vec<Migration> {
    ::jobs::migrations()
}

fn languages() -> Vec<LanguageSetting> {
    let setting = |tag: &str, locale: &str, name: &str| LanguageSetting {
        language: tag.parse().unwrap(),
        locale: locale.to_owned(),
        name: name.to_owned(),
    };
    vec![setting("kk", "kk-KZ", "Қазақша"), setting("ru", "ru-KZ", "Русский"), setting("en", "en-GB", "English")]
}

fn tags() -> Vec<(String, String)> {
    languages().iter().map(|setting| (setting.language.tag().to_owned(), setting.locale.clone())).collect()
}

fn desk(store: &Store) -> Desk {
    let address = |local: &str| mail::Address::check("", &format!("{local}@film.example")).unwrap();
    let mail = mail::Desk { from: address("office"), replies: address("inbox"), key: vec![7; 32] };
    Desk::new(store.clone(), Arc::new(mail), kazakhstan(), &tags(), crate::Seal::new("a key of the tests"))
}

/// The site over a store, at a moment.
fn at(store: &Store, now: &str) -> Browser {
    site(store, desk(store), now)
}

fn site(store: &Store, desk: Desk, now: &str) -> Browser {
    let languages = languages();
    let commission = languages.iter().map(|setting| WordSource {
        owner: "test".to_owned(),
        language: setting.language,
        text: COMMISSION.into(),
    });
    let own = crate::own_words();
    let settings = SiteSettings {
        words: web::own_words()
            .sources()
            .chain(own.iter().flat_map(web::SliceWords::sources))
            .chain(commission)
            .collect(),
        languages,
        currency: "KZT".parse().unwrap(),
        zone: jiff::tz::TimeZone::get("Asia/Almaty").unwrap(),
        clock: Clock::Stopped(now.parse().unwrap()),
        navigation: Vec::new(),
        contact: Contact::default(),
        store: Some(store.clone()),
        behind_proxy: false,
        origin: "https://film.example".to_owned(),
    };
    Browser::new(Site::open(settings, web::own_routes().merge(crate::routes(desk))).unwrap())
}

async fn with_store(test: impl AsyncFn(Store)) {
    on_each_database(&steps(), test).await;
}

/// Somebody of the staff, signed in.
async fn officer(store: &Store, roles: &[Role]) -> Browser {
    let mut browser = at(store, NOW);
    let visitor = Visitor {
        account: "01J9ZK3V5T0000000000000001".parse().unwrap(),
        name: "Айгүл".to_owned(),
        email: "aigul@film.example".to_owned(),
        roles: roles.to_vec(),
    };
    browser.sign_in(store, &visitor, NOW.parse().unwrap()).await;
    browser
}

fn by(reason: &str) -> By {
    By { actor: Actor::program("test"), moment: NOW.parse().unwrap(), reason: reason.to_owned() }
}

fn book() -> Book {
    Book::new(kazakhstan(), &tags())
}

/// Puts a record into the book: each value with its field's word, and a language where it is a name.
async fn add(store: &Store, sort: Sort, values: &[(&str, &str)]) -> Party {
    let value = |(field, value): &(&str, &str)| match field.strip_prefix("name-") {
        Some(language) => NewEntry::new(Field::Name, language, value),
        None => NewEntry::new(Field::from_word(field).unwrap(), "", value),
    };
    let values: Vec<NewEntry> = values.iter().map(value).collect();
    let change = store.change(by("add")).await.unwrap();
    let party = book().add(&change, sort, &values).await.unwrap().unwrap();
    change.commit().await.unwrap();
    party
}

async fn letters(store: &Store, to: &str) -> Vec<mail::Posted> {
    mail::list_to(store, to, 100).await.unwrap()
}

/// The path behind the only link to somebody that was not used and not ended.
async fn mailed_path(store: &Store, to: &str) -> String {
    for letter in letters(store, to).await {
        let path = letter.text.split_whitespace().find_map(|word| word.strip_prefix("https://film.example"));
        let path = path.unwrap().to_owned();
        let secret = path.rsplit('/').next().unwrap();
        let link = crate::sql::accounts::find_link(store, &store::fingerprint(secret)).await.unwrap();
        if link.is_some_and(|link| link.used_at.is_empty()) {
            return path;
        }
    }
    panic!("no link to {to} that can be used");
}

async fn wrote(store: &Store, to: &str, words: &str) -> bool {
    letters(store, to).await.iter().any(|letter| letter.text.contains(words))
}

/// A hidden field of a page.
fn hidden(answer: &Answer, name: &str) -> String {
    let html = answer.html();
    let rest = html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default();
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[track_caller]
fn reads(answer: &Answer, status: StatusCode, words: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert!(answer.text().contains(words), "`{words}` in: {}", answer.text());
}

fn location(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.header("location").to_owned()
}

fn id_in(path: &str) -> Id {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

#[test]
fn words_agree_in_three_languages_and_are_all_used() {
    let own = crate::own_words();
    let problems =
        check_words(&own[0], &[web::own_words(), commission()], &["en", "ru", "kk"], env!("CARGO_MANIFEST_DIR"));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn commission() -> web::SliceWords {
    web::SliceWords { slice: "commission", files: &[("en", COMMISSION)] }
}
