//! A site with the slice, a small country, and people who use it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::tz::TimeZone;
use kernel::{Actor, LocalText, WorkingCalendar};
use people::{Book, CountryRules};
use places::{Bounds, Catalogue, Content, OwnDrawing};
use store::{By, Chance, Entry, Migration, Store, values};
use testkit::{Answer, Browser, on_each_database, scratch_folder};
use web::{
    Clock, LanguageSetting, Page, Permission, Role, Routes, Session, Site, SiteSettings, SliceWords, Visitor, WebError,
    WordSource,
};

use crate::{Desk, gather, paper, sql};

/// Tuesday 24 November 2026, 12:00 in Almaty.
pub(super) const NOW: &str = "2026-11-24T07:00:00Z";

const COUNTRY: Bounds = Bounds { south: 40.5, west: 46.4, north: 55.5, east: 87.4 };
const COMMISSION: &str =
    "commission-name = Film commission\ncommission-short = Film\ncommission-about = x\nsite-description = x\n";
const TAGS: [(&str, &str); 3] = [("en", "en-GB"), ("ru", "ru-KZ"), ("kk", "kk-KZ")];

/// A canyon with two drawings and an owner, a well whose owner wants no visitors, and a valley that is kept back.
const SMALL_COUNTRY: &str = r#"
[[destination]]
slug = "almaty-region"
kind = "region"
names = { kk = "Алматы облысы", ru = "Алматинская область", en = "Almaty Region" }

[[place]]
slug = "charyn-canyon"
names = { kk = "Шарын шатқалы", ru = "Чарынский каньон", en = "Charyn Canyon" }
kind = "canyon"
destination = "almaty-region"
position = [43.353, 79.079]
looks = ["mars", "arizona"]
source = "Scout"
checked_on = "2026-10-01"
[place.facts]
summary = { en = "Red towers above a green river", ru = "Красные башни над зелёной рекой" }
drive-minutes = 190
road = "gravel"
permit = "national-park"
night-shoot = { value = "no", en = "The gate closes at dusk" }
owner-name = "Serik Nurlanov"
owner-email = "serik@owner.example"
owner-phone = "+7 700 000 00 01"
rescue = { en = "Post at the gate", visibility = "office-only" }
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

[[place]]
slug = "secret-valley"
names = { en = "Secret Valley" }
kind = "meadow"
unreleased = true
position = [43.5, 77.5]
"#;

/// An installation for a test.
pub(super) struct TestSite {
    pub(super) store: Store,
    desk: Desk,
    router: axum::Router,
}

fn steps() -> Vec<Migration> {
    let platform = [web::migrations(), files::migrations(), jobs::migrations(), mail::migrations()];
    let slices = [
        people::migrations(),
        casework::migrations(),
        places::migrations(),
        productions::migrations(),
        crate::migrations(),
    ];
    platform.into_iter().chain(slices).flatten().collect()
}

pub(super) async fn with_site(test: impl AsyncFn(TestSite)) {
    on_each_database(&steps(), async |store| {
        let desk = desk(&store);
        load(&desk).await;
        test(TestSite::over(desk, NOW)).await;
    })
    .await;
}

impl TestSite {
    fn over(desk: Desk, now: &str) -> Self {
        let store = desk.store().clone();
        let own =
            Routes::new().get("/{lang}/be/{email}/{role}", Permission::Public, be).with_state(store.clone()).merge(
                Routes::new().get("/{lang}/l/{token}/places.json", Permission::Public, told).with_state(desk.clone()),
            );
        let routes = web::own_routes()
            .merge(casework::routes(desk.cases().clone()))
            .merge(productions::routes(desk.productions.clone()))
            .merge(crate::routes(desk.clone()))
            .merge(own);
        let settings = SiteSettings {
            languages: TAGS.map(language).to_vec(),
            currency: "KZT".parse().unwrap(),
            zone: zone(),
            clock: Clock::Stopped(now.parse().unwrap()),
            words: words(),
            navigation: Vec::new(),
            contact: web::Contact::default(),
            origin: "https://film.test".to_owned(),
            store: Some(store.clone()),
            behind_proxy: false,
        };
        let router = Site::open(settings, routes).unwrap();
        Self { store, desk, router }
    }

    /// The same records at another moment.
    pub(super) async fn at(&self, now: &str) -> Self {
        Self::over(self.desk.clone(), now)
    }

    pub(super) fn stranger(&self) -> Browser {
        Browser::new(self.router.clone()).with_header("sec-fetch-site", "same-origin")
    }

    pub(super) async fn officer(&self) -> Browser {
        let mut browser = self.stranger();
        let answer = browser.get("/en/be/aizhan@film.test/officer").await;
        assert!(answer.status.is_redirection(), "{}", answer.text());
        browser
    }

    pub(super) async fn id_of(&self, slug: &str) -> String {
        places::find_location_by_slug(&self.store, slug).await.unwrap().unwrap().id.to_string()
    }

    pub(super) async fn photos_of(&self, slug: &str) -> Vec<String> {
        let location = places::find_location_by_slug(&self.store, slug).await.unwrap().unwrap();
        let photos = places::photos_of(&self.store, location.id).await.unwrap();
        photos.iter().map(|photo| photo.id.to_string()).collect()
    }

    /// Of the package that was made last.
    pub(super) async fn token_of_latest(&self) -> String {
        use store::Query;
        let row = self.store.row("select token from package order by id desc limit 1", values![]).await.unwrap();
        row.unwrap().get("token").unwrap()
    }

    /// Sends an inquiry, perhaps with a list; gives its reference.
    pub(super) async fn inquire(&self, browser: &mut Browser, list: &str) -> String {
        let first = [
            ("title", "Red planet"),
            ("format", "feature"),
            ("brief", "Two astronauts walk home."),
            ("confidentiality", "open"),
            ("list", list),
        ];
        let when = led(&browser.upload("/en/start", &first, &[]).await);
        let draft = when.trim_end_matches("/when").to_owned();
        let pages: [(&str, &[(&str, &str)]); 5] = [
            ("when", &[("starts-on", "2027-05-10"), ("ends-on", "2027-06-10")]),
            ("looks", &[("looks", "Mars: a red canyon without trees")]),
            ("budget", &[("budget", "unknown")]),
            ("needs", &[("needs", "locations")]),
            ("who", &[("name", "Chloé"), ("email", "chloe@rouge.example"), ("zone", "Europe/Paris")]),
        ];
        for (page, fields) in pages {
            led(&browser.upload(&format!("{draft}/{page}"), fields, &[]).await);
        }
        let sent = led(&browser.upload(&format!("{draft}/check"), &[], &[]).await);
        let text = browser.get(&sent).await.text();
        text.split(' ').find(|word| word.starts_with("KZ-")).unwrap().to_owned()
    }

    /// A package with places, for Chloé; gives its address.
    pub(super) async fn package(&self, officer: &mut Browser, slugs: &[&str]) -> String {
        let fields =
            [("title", "Red planet"), ("recipient", "Chloé"), ("email", "chloe@rouge.example"), ("language", "en")];
        let package = led(&officer.post("/en/office/packages/new", &fields).await);
        for slug in slugs {
            let id = self.id_of(slug).await;
            led(&officer.post(&format!("{package}/add"), &[("location", &id)]).await);
        }
        package
    }
}

/// Where an answer leads, and that it leads somewhere.
#[track_caller]
pub(super) fn led(answer: &Answer) -> String {
    assert!(answer.status.is_redirection(), "{} {}", answer.status, answer.text());
    answer.header("location").to_owned()
}

/// The places of a page in their order, as its forms call them.
pub(super) fn chosen(page: &Answer) -> Vec<String> {
    let html = page.html();
    let ids = html.split("<li id=\"place-").skip(1).filter_map(|rest| rest.split('"').next());
    ids.map(str::to_owned).collect()
}

fn language((tag, locale): (&str, &str)) -> LanguageSetting {
    LanguageSetting { language: tag.parse().unwrap(), locale: locale.to_owned(), name: tag.to_owned() }
}

fn zone() -> TimeZone {
    TimeZone::get("Asia/Almaty").unwrap()
}

fn words() -> Vec<WordSource> {
    let mut words = vec![web::own_words(), SliceWords { slice: "files", files: &files::WORDS }];
    words.extend(people::own_words());
    words.extend(casework::own_words());
    words.extend(places::own_words());
    words.extend(productions::own_words());
    words.extend(crate::own_words());
    let commission = TAGS.map(|(tag, _)| WordSource {
        owner: "profile".to_owned(),
        language: tag.parse().unwrap(),
        text: COMMISSION.into(),
    });
    words.iter().flat_map(SliceWords::sources).chain(commission).collect()
}

fn desk(store: &Store) -> Desk {
    let address = |name: &str| mail::Address::check("Film commission", &format!("{name}@film.test")).unwrap();
    let letters = mail::Desk { from: address("film"), replies: address("inbox"), key: vec![7; 32] };
    let folder = files::Place::Folder(scratch_folder("packages"));
    let keep = files::Keep::open(&folder, files::Scanner::Off, Chance::seeded(2)).unwrap();
    let languages = TAGS.map(|(tag, _)| tag.parse().unwrap()).to_vec();
    let pairs: Vec<(String, String)> = TAGS.map(|(tag, locale)| (tag.to_owned(), locale.to_owned())).to_vec();
    let cases = casework::Desk {
        store: store.clone(),
        kinds: Arc::new(casework::Kinds::new(productions::case_kinds()).unwrap()),
        calendar: Arc::new(WorkingCalendar::plain_week()),
        hours: casework::OfficeHours::default(),
        zone: zone(),
        country: "KZ".to_owned(),
        languages,
        files: keep.clone(),
        mail: letters.clone(),
        alphabet: people::Alphabet::of("en-GB"),
    };
    let locales: Vec<_> = TAGS.iter().map(|(tag, locale)| (tag.parse().unwrap(), *locale)).collect();
    let places = places::Desk {
        store: store.clone(),
        files: keep,
        mail: letters,
        zone: zone(),
        languages: cases.languages.clone(),
        catalogue: Arc::new(Catalogue::in_memory(store.clone())),
        airports: Arc::new(Vec::new()),
        bounds: Some(COUNTRY),
        ground: None,
        tiles: None,
        words: Arc::new(web::Words::gather(&locales, &words()).unwrap()),
        origin: "https://film.test".to_owned(),
    };
    let book = Book::new(CountryRules::default(), &pairs);
    let productions = productions::Desk::new(cases, book, &[], "KZT".parse().unwrap());
    Desk { places, productions }
}

async fn load(desk: &Desk) {
    let content = Content::read(&[("test.toml".to_owned(), SMALL_COUNTRY.to_owned())], Some(&COUNTRY)).unwrap();
    let by = By { actor: Actor::program("test"), moment: NOW.parse().unwrap(), reason: "load".to_owned() };
    let change = desk.store().change(by).await.unwrap();
    let new = places::load(&change, &content).await.unwrap();
    let canyon = new.iter().find(|(_, place)| place.slug == "charyn-canyon").unwrap().0;
    for bearing in [Some(45), None] {
        let drawing = OwnDrawing {
            svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 12 8\"><path d=\"M0 0h12v8z\"/></svg>"
                .to_owned(),
            size: (1200, 800),
            alt: LocalText::default(),
            credit: "Film commission".to_owned(),
            licence: "CC BY 4.0".to_owned(),
            season: None,
            bearing,
        };
        places::add_drawing(&change, &desk.places.files, canyon, &drawing).await.unwrap();
    }
    change.record(Entry::new("sample", "test", "loaded")).await;
    change.commit().await.unwrap();
}

/// A way in that only tests have.
async fn be(
    page: Page,
    State(store): State<Store>,
    Path((_, email, role)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let change = store.change(page.by("test")).await?;
    let account = people::find_or_make(&change, &email, "Aizhan Sadykova", "en", "Asia/Almaty").await?;
    let roles: Vec<Role> = role.parse().into_iter().collect();
    let visitor = Visitor { account: account.id, name: account.called().to_owned(), email, roles };
    let cookie = Session::open(&change, &page, &visitor, 1).await?;
    change.record(Entry::new("test", account.id, "in")).await;
    change.commit().await?;
    let mut response = Redirect::to("/").into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// All that the paper of a link says, before it is set in type.
async fn told(
    page: Page,
    State(desk): State<Desk>,
    Path((_, token)): Path<(String, String)>,
    _: HeaderMap,
) -> Result<Response, WebError> {
    let package = sql::find_package_by_token(desk.store(), &token).await?.ok_or(WebError::NotFound)?;
    let sheets = gather::sheets(&page, &desk, &package).await?;
    let (told, _) = paper::told(&page, &desk, &package, &sheets).await?;
    Ok(told.to_string().into_response())
}
