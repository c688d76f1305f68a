//! A site with the slice, and people who use it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::tz::TimeZone;
use kernel::{Id, WorkingCalendar};
use people::{Book, CountryRules};
use store::{Chance, Store};
use testkit::{Answer, Browser, scratch_folder};
use web::{
    Clock, LanguageSetting, Page, Permission, Role, Routes, Session, Site, SiteSettings, Visitor, WebError, WordSource,
};

use crate::{Desk, sql};

/// Tuesday 24 November 2026, 12:00 in Almaty.
pub(super) const NOW: &str = "2026-11-24T07:00:00Z";

/// An installation for a test.
pub(super) struct TestSite {
    pub(super) desk: Desk,
    router: axum::Router,
    pub(super) officer: Id,
}

pub(super) fn steps() -> Vec<store::Migration> {
    let platform = [web::migrations(), files::migrations(), jobs::migrations(), mail::migrations()];
    let slices = [people::migrations(), casework::migrations(), crate::migrations()];
    platform.into_iter().chain(slices).flatten().collect()
}

impl TestSite {
    pub(super) async fn new(store: &Store) -> Self {
        Self::at(store, NOW).await
    }

    /// The same records at another moment: a program that was started again.
    pub(super) async fn at(store: &Store, now: &str) -> Self {
        let desk = desk(store);
        let clock = Clock::Stopped(now.parse().unwrap());
        let officer = officer(&desk, clock).await;
        let routes = crate::routes(desk.clone())
            .merge(Routes::new().get("/{lang}/be/{email}/{role}", Permission::Public, be).with_state(store.clone()));
        let mut words = vec![web::own_words(), web::SliceWords { slice: "files", files: &files::WORDS }];
        words.extend(people::own_words());
        words.extend(casework_words());
        words.extend(crate::own_words());
        let sources = words.iter().flat_map(web::SliceWords::sources).chain(profile());
        let settings = SiteSettings {
            languages: [("en", "en-GB"), ("ru", "ru-KZ"), ("kk", "kk-KZ")].map(language).to_vec(),
            currency: "KZT".parse().unwrap(),
            zone: zone(),
            clock,
            words: sources.collect(),
            navigation: Vec::new(),
            contact: web::Contact::default(),
            origin: "https://film.test".to_owned(),
            store: Some(store.clone()),
            behind_proxy: false,
        };
        let router = Site::open(settings, web::own_routes().merge(routes)).unwrap();
        Self { desk, router, officer }
    }

    /// Somebody without an account.
    pub(super) fn stranger(&self) -> Browser {
        Browser::new(self.router.clone()).with_header("sec-fetch-site", "same-origin")
    }

    /// Somebody with an account, on the staff or (`-`) not.
    pub(super) async fn visitor(&self, email: &str, role: &str) -> Browser {
        let mut browser = self.stranger();
        let answer = browser.get(&format!("/en/be/{email}/{role}")).await;
        assert!(answer.status.is_redirection(), "{}", answer.text());
        browser
    }

    /// The officer on duty.
    pub(super) async fn officer(&self) -> Browser {
        self.visitor("aizhan@film.test", "officer").await
    }
}

fn language((tag, locale): (&str, &str)) -> LanguageSetting {
    LanguageSetting { language: tag.parse().unwrap(), locale: locale.to_owned(), name: tag.to_owned() }
}

fn zone() -> TimeZone {
    TimeZone::get("Asia/Almaty").unwrap()
}

/// What a commission's profile says.
fn profile() -> impl Iterator<Item = WordSource> {
    let text =
        "commission-name = Film commission\ncommission-short = Film\ncommission-about = x\nsite-description = x\n";
    ["en", "ru", "kk"].into_iter().map(move |tag| WordSource {
        owner: "profile".to_owned(),
        language: tag.parse().unwrap(),
        text: text.into(),
    })
}

fn casework_words() -> Vec<web::SliceWords> {
    casework::own_words()
}

fn desk(store: &Store) -> Desk {
    let languages = ["en", "ru", "kk"].map(|tag| tag.parse().unwrap()).to_vec();
    let pairs: Vec<(String, String)> =
        [("en", "en-GB"), ("ru", "ru-KZ"), ("kk", "kk-KZ")].map(|(a, b)| (a.to_owned(), b.to_owned())).to_vec();
    let address = |name: &str| mail::Address::check("Film commission", &format!("{name}@film.test")).unwrap();
    let letters = mail::Desk { from: address("film"), replies: address("inbox"), key: vec![7; 32] };
    let keep =
        files::Keep::open(&files::Place::Folder(scratch_folder("scripts")), files::Scanner::Off, Chance::seeded(2));
    let cases = casework::Desk {
        store: store.clone(),
        kinds: Arc::new(casework::Kinds::new(crate::case_kinds()).unwrap()),
        calendar: Arc::new(WorkingCalendar::plain_week()),
        hours: casework::OfficeHours::default(),
        zone: zone(),
        country: "KZ".to_owned(),
        languages,
        files: keep.unwrap(),
        mail: letters,
        alphabet: people::Alphabet::of("en-GB"),
    };
    let edges = ["250000 USD", "1000000 USD"].map(|edge| edge.parse().unwrap());
    Desk::new(cases, Book::new(CountryRules::default(), &pairs), &edges, "KZT".parse().unwrap())
        .with_estimates(Arc::new(super::team::Rules))
}

/// Aizhan, who is on duty.
async fn officer(desk: &Desk, clock: Clock) -> Id {
    let by = store::By { actor: kernel::Actor::program("test"), moment: clock.now(), reason: "test".to_owned() };
    let change = desk.store().change(by).await.unwrap();
    let account =
        people::find_or_make(&change, "aizhan@film.test", "Aizhan Sadykova", "kk", "Asia/Almaty").await.unwrap();
    sql::set_duty(&change, account.id).await.unwrap();
    change.record(store::Entry::new("duty", "today", "set")).await;
    change.commit().await.unwrap();
    account.id
}

/// A way in that only tests have.
async fn be(
    page: Page,
    State(store): State<Store>,
    Path((_, email, role)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let change = store.change(page.by("test")).await?;
    let name = email.split('@').next().unwrap_or_default();
    let account = people::find_or_make(&change, &email, name, "en", "Europe/Paris").await?;
    let roles: Vec<Role> = role.parse().into_iter().collect();
    let visitor = Visitor { account: account.id, name: account.called().to_owned(), email, roles };
    let cookie = Session::open(&change, &page, &visitor, 1).await?;
    change.record(store::Entry::new("test", account.id, "in")).await;
    change.commit().await?;
    let mut response = Redirect::to("/").into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Where an answer leads, and that it leads somewhere.
pub(super) fn led(answer: &Answer) -> String {
    assert!(answer.status.is_redirection(), "{} {}", answer.status, answer.text());
    answer.header("location").to_owned()
}

/// Writes the six pages of an inquiry and stands before the seventh; gives the address of the draft.
pub(super) async fn write(browser: &mut Browser, tag: &str, title: &str, email: &str) -> String {
    let first =
        [("title", title), ("format", "feature"), ("brief", "Two astronauts walk home."), ("confidentiality", "open")];
    let answer = browser.upload(&format!("/{tag}/start"), &first, &[]).await;
    let when = led(&answer);
    let draft = when.trim_end_matches("/when").to_owned();
    let pages: [(&str, &[(&str, &str)]); 5] = [
        (
            "when",
            &[("starts-on", "2027-05-10"), ("ends-on", "10.06.2027"), ("shooting-days", "24"), ("flexible", "yes")],
        ),
        ("looks", &[("looks", "Red canyons, no trees")]),
        ("budget", &[("budget", "25000000..100000000 USD")]),
        ("needs", &[("needs", "locations"), ("needs", "incentive"), ("needs-note", "A horse")]),
        (
            "who",
            &[
                ("name", "Chloé D'Aubigné"),
                ("email", email),
                ("company", "Rouge SARL"),
                ("country", "France"),
                ("phone", "12"),
                ("zone", "Europe/Paris"),
                ("source", "market"),
            ],
        ),
    ];
    for (page, fields) in pages {
        led(&browser.upload(&format!("{draft}/{page}"), fields, &[]).await);
    }
    draft
}

/// Sends an inquiry; gives its reference.
pub(super) async fn inquire(site: &TestSite, title: &str, email: &str) -> String {
    let mut browser = site.stranger();
    let draft = write(&mut browser, "en", title, email).await;
    let sent = led(&browser.upload(&format!("{draft}/check"), &[], &[]).await);
    let page = browser.get(&sent).await;
    let text = page.text();
    text.split(' ').find(|word| word.starts_with("KZ-")).unwrap().to_owned()
}
