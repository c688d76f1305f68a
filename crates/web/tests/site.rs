//! What every site of ours does, seen by a reader without script.

#![cfg(test)]

use std::str::FromStr;

use axum::Router;
use axum::http::StatusCode;
use kernel::{Exact, Money};
use store::Store;
use testkit::{Browser, check_words, on_each_database};
use web::{
    Clock, Contact, LanguageSetting, Pace, Page, Permission, Role, Routes, Site, SiteSettings, Upload, Visitor,
    WebError, WordSource,
};

const LANGUAGES: [&str; 3] = ["en", "ru", "kk"];

/// What a profile would say.
const COMMISSION: &str = "commission-name = Film Office\ncommission-short = Films\ncommission-about = About\n\
    site-description = Description\n";

fn routes() -> Routes {
    Routes::new()
        .get("/{lang}/", Permission::Public, async |page: Page| page.say("styleguide").to_string())
        .get("/{lang}/broken", Permission::Public, broken)
        .get("/{lang}/panics", Permission::Public, panics)
        .get("/{lang}/figures", Permission::Public, figures)
        .get("/{lang}/office", Permission::Office, async |page: Page| page.visitor().unwrap().name.clone())
        .post("/{lang}/office", Permission::Office, async || "done")
        .post_paced("/{lang}/guess", Permission::Public, Pace::SIGN_IN, async || "wrong")
        .post_upload("/{lang}/upload", Permission::Public, 2_000, upload)
}

async fn broken() -> Result<String, WebError> {
    Ok(i32::from_str("the secret of the log")?.to_string())
}

/// A handler of a slice that has a bug.
async fn panics() -> String {
    panic!("the secret of the log")
}

async fn figures(page: Page) -> String {
    let money = |text: &str| text.parse::<Money>().unwrap();
    [
        page.money(money("1234567.50 KZT")),
        page.money(money("-1200 KZT")),
        page.money(money("1234.50 USD")),
        page.money_rounded(money("11400000 KZT")),
        page.money_rounded(money("-1250000000 KZT")),
        page.percent("30.5%".parse::<Exact>().unwrap()),
        page.number("1234567.891".parse::<Exact>().unwrap(), 3),
        page.day("2025-03-01".parse::<kernel::Day>().unwrap()),
        page.today().to_string(),
    ]
    .join("|")
}

async fn upload(upload: Upload) -> String {
    let file = upload.file("budget").map(|file| format!("{} {}", file.name, file.bytes.len())).unwrap_or_default();
    format!("{} {file}", upload.form.typed("title"))
}

/// What time it is on the site.
const NOW: &str = "2026-03-01T20:00:00Z";

fn browser() -> Browser {
    Browser::new(site(None))
}

fn site(store: Option<Store>) -> Router {
    let setting = |tag: &str, locale: &str, name: &str| LanguageSetting {
        language: tag.parse().unwrap(),
        locale: locale.to_owned(),
        name: name.to_owned(),
    };
    let languages =
        vec![setting("kk", "kk-KZ", "Қазақша"), setting("ru", "ru-KZ", "Русский"), setting("en", "en-GB", "English")];
    let commission = languages.iter().map(|setting| WordSource {
        owner: "test".to_owned(),
        language: setting.language,
        text: COMMISSION.into(),
    });
    let settings = SiteSettings {
        words: web::own_words().sources().chain(commission).collect(),
        languages,
        currency: "KZT".parse().unwrap(),
        zone: jiff::tz::TimeZone::get("Asia/Almaty").unwrap(),
        clock: Clock::Stopped(NOW.parse().unwrap()),
        navigation: Vec::new(),
        contact: Contact::default(),
        store,
        behind_proxy: false,
        origin: "https://film.example".to_owned(),
    };
    Site::open(settings, web::own_routes().merge(routes())).unwrap()
}

fn visitor(roles: &[Role]) -> Visitor {
    let account = "01J9ZK3V5T0000000000000001".parse().unwrap();
    Visitor { account, name: "Айгүл".to_owned(), email: "aigul@film.example".to_owned(), roles: roles.to_vec() }
}

async fn with_store(test: impl AsyncFn(Store, Router)) {
    on_each_database(&web::migrations(), async |store| {
        let site = site(Some(store.clone()));
        test(store, site).await;
    })
    .await;
}

#[tokio::test]
async fn who_may_not_know_of_a_page_is_told_that_there_is_none() {
    with_store(async |store, site| {
        let mut browser = Browser::new(site);
        let to_sign_in = browser.get("/en/office?view=mine").await;
        assert_eq!(to_sign_in.header("location"), "/en/sign-in?next=%2Fen%2Foffice%3Fview%3Dmine");
        assert_eq!(browser.post("/en/office", &[]).await.status, StatusCode::UNAUTHORIZED);
        browser.sign_in(&store, &visitor(&[]), NOW.parse().unwrap()).await;
        assert_eq!(browser.get("/en/office").await.status, StatusCode::NOT_FOUND);
        browser.sign_in(&store, &visitor(&[Role::Auditor]), NOW.parse().unwrap()).await;
        assert_eq!(browser.get("/en/office").await.html(), "Айгүл");
        assert_eq!(browser.post("/en/office", &[]).await.status, StatusCode::NOT_FOUND, "an auditor looks");
        browser.sign_in(&store, &visitor(&[Role::Officer]), NOW.parse().unwrap()).await;
        assert_eq!(browser.post("/en/office", &[]).await.html(), "done");
    })
    .await;
}

#[tokio::test]
async fn a_session_that_has_ended_or_was_made_up_is_none() {
    with_store(async |store, site| {
        let mut browser = Browser::new(site.clone());
        let long_ago = "2026-02-27T00:00:00Z".parse().unwrap();
        browser.sign_in(&store, &visitor(&[Role::Officer]), long_ago).await;
        assert_eq!(browser.get("/en/office").await.status, StatusCode::SEE_OTHER);
        let mut forger = Browser::new(site).with_header("cookie", "session=chosen-by-somebody-else");
        assert_eq!(forger.get("/en/office").await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn another_site_cannot_use_a_readers_session() {
    with_store(async |store, site| {
        for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("origin", "null")]
        {
            let mut browser = Browser::new(site.clone()).with_header(name, value);
            browser.sign_in(&store, &visitor(&[Role::Officer]), NOW.parse().unwrap()).await;
            assert_eq!(browser.post("/en/office", &[]).await.status, StatusCode::FORBIDDEN, "{name}: {value}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_that_is_tried_again_and_again_has_to_wait() {
    with_store(async |_, site| {
        let mut browser = Browser::new(site);
        for _ in 0..10 {
            assert_eq!(browser.post("/en/guess", &[]).await.status, StatusCode::OK);
        }
        let refused = browser.post("/en/guess", &[]).await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(refused.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds <= 31));
        assert!(refused.text().contains("Too many tries"), "{}", refused.text());
    })
    .await;
}

#[test]
fn words_agree_and_are_all_used() {
    let slice = web::SliceWords { slice: "commission", files: &[("en", COMMISSION)] };
    let problems = check_words(&web::own_words(), &[slice], &LANGUAGES, env!("CARGO_MANIFEST_DIR"));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[tokio::test]
async fn figures_are_written_as_each_language_does() {
    let expected = [
        (
            "kk",
            "1 234 567,50 ₸|−1 200 ₸|1 234,50 USD|11,4 млн ₸|−1,25 млрд ₸|30,5%|1 234 567,891|2025 ж. 1 наурыз|2026-03-02",
        ),
        (
            "ru",
            "1 234 567,50 ₸|−1 200 ₸|1 234,50 USD|11,4 млн ₸|−1,25 млрд ₸|30,5 %|1 234 567,891|1 марта 2025 г.|2026-03-02",
        ),
        ("en", "₸1,234,567.50|−₸1,200|USD 1,234.50|₸11.4M|−₸1.25bn|30.5%|1,234,567.891|1 March 2025|2026-03-02"),
    ];
    for (language, expected) in expected {
        let written = browser().get(&format!("/{language}/figures")).await.html();
        // Amounts never break before their sign: only the spaces inside a date are ordinary ones.
        let ordinary = written.replace("ж. 1 наурыз", "").replace("1 марта 2025", "").replace("1 March 2025", "");
        assert!(!ordinary.contains(' '), "{written}");
        assert_eq!(written.replace('\u{a0}', " "), expected);
    }
}

#[tokio::test]
async fn an_error_has_a_page_with_the_next_step_and_the_number_of_the_request() {
    let mut browser = browser();
    let cases = [
        ("/xx/figures", 404, "Мұндай бет жоқ", "басты беттен бастаңыз"),
        ("/ru/nowhere", 404, "Такой страницы нет", "Проверьте адрес"),
        ("/kk/broken", 500, "Біз жақта ақау шықты", "нөмірді бізге айтыңыз"),
        ("/en/panics", 500, "Something broke on our side", "tell us the number below"),
    ];
    for (path, status, title, next) in cases {
        let answer = browser.get(path).await;
        let text = answer.text();
        assert_eq!(answer.status.as_u16(), status, "{path}");
        assert!(text.contains(title) && text.contains(next), "{path}: {text}");
        assert!(!text.contains("secret"), "{path} tells the log's secrets: {text}");
        assert!(answer.html().contains("id=\"main\""), "{path} has no frame");
    }
    let numbered = browser.get("/en/nowhere").await.text();
    assert!(numbered.contains("Request 1"), "{numbered}");
    assert_eq!(browser.post("/en/figures", &[]).await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_file_is_received_up_to_the_routes_limit() {
    let mut browser = browser();
    let answer = browser.upload("/en/upload", &[("title", "Тау")], &[("budget", "a.xlsx", &[7; 900])]).await;
    assert_eq!(answer.html(), "Тау a.xlsx 900");
    let answer = browser.upload("/en/upload", &[], &[("budget", "a.xlsx", &[7; 3_000])]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.text().contains("Save the spreadsheet without pictures"), "{}", answer.text());
}

#[tokio::test]
async fn the_theme_is_chosen_by_a_form_and_leads_back() {
    let mut browser = browser();
    assert!(browser.get("/en/styleguide").await.html().contains("data-theme=\"system\""));
    let answer = browser.post("/theme", &[("theme", "dark"), ("return", "/en/styleguide?a=1")]).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/en/styleguide?a=1"));
    assert!(browser.get("/en/styleguide").await.html().contains("<html lang=\"en\" data-theme=\"dark\">"));
    for elsewhere in ["//evil.example", "/\\evil.example", "https://evil.example", ""] {
        let answer = browser.post("/theme", &[("theme", "light"), ("return", elsewhere)]).await;
        assert_eq!(answer.header("location"), "/", "{elsewhere}");
    }
    assert_eq!(browser.post("/theme", &[("theme", "pink")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn another_sites_form_changes_nothing() {
    let refused =
        [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.example")];
    for (name, value) in refused {
        let answer = browser().with_header(name, value).post("/theme", &[("theme", "dark")]).await;
        assert_eq!((answer.status, answer.header("set-cookie")), (StatusCode::FORBIDDEN, ""), "{name}: {value}");
    }
    for (name, value) in [("sec-fetch-site", "same-origin"), ("origin", "http://tereze.test")] {
        let answer = browser().with_header(name, value).post("/theme", &[("theme", "dark")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{name}: {value}");
    }
}

#[tokio::test]
async fn switching_the_language_keeps_page_and_query() {
    let html = browser().get("/en/styleguide?a=1&b=%D0%B0").await.html();
    assert!(html.contains("<a href=\"/kk/styleguide?a=1&#38;b=%D0%B0\" hreflang=\"kk\""), "{html}");
    let absolute = "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://film.example/en/styleguide?a=1";
    assert!(html.contains(absolute), "{html}");
}

#[tokio::test]
async fn pages_ask_nobody_else_and_carry_no_inline_style_or_script() {
    let mut browser = browser();
    let page = browser.get("/kk/styleguide").await;
    let html = page.html();
    assert!(page.header("content-security-policy").starts_with("default-src 'none'; style-src 'self'"));
    assert!(!html.contains(" style=") && !html.contains("<style") && !html.contains("javascript:"));
    assert_eq!(html.matches("<script").count(), html.matches("<script src=\"/assets/").count());
    let links = page.links();
    assert!(links.iter().any(|link| link.ends_with(".css")) && links.iter().any(|link| link.ends_with(".woff2")));
    for link in links.iter().filter(|link| link.starts_with("/assets/")) {
        let file = browser.get(link).await;
        assert_eq!(file.status, StatusCode::OK, "{link}");
        assert!(file.header("cache-control").contains("immutable"), "{link}");
    }
    let foreign = |link: &&String| link.contains("//") && !link.starts_with("https://film.example/");
    assert_eq!(links.iter().find(foreign), None);
}

#[tokio::test]
async fn what_cannot_be_used_is_kept_and_refused_beside_its_field() {
    let html = browser().get("/en/styleguide").await.html();
    assert!(html.contains("<li><a href=\"#total\">`12 00o` is not an amount; write it as 1200.50</a></li>"), "{html}");
    assert!(html.contains("id=\"total\" name=\"total\" value=\"12 00o\" aria-invalid=\"true\""), "{html}");
    assert!(html.contains("aria-describedby=\"total-hint total-refusal\""), "{html}");
    assert!(html.contains("value=\"film\" checked"), "{html}");
}

#[tokio::test]
async fn a_waterfall_is_told_again_as_a_table() {
    let html = browser().get("/ru/styleguide").await.html().replace('\u{a0}', " ");
    assert!(html.contains("<desc>Бюджет: 820 000 000 ₸. Расходы за рубежом: −260 000 000 ₸."), "{html}");
    assert!(html.contains("<th scope=\"row\">Зачтено</th><td class=\"amount\">522 000 000 ₸</td>"), "{html}");
    // 522 of 820 parts, and the change before it hangs between 560 and 522.
    assert!(html.contains("class=\"waterfall-bar\" x=\"0.00%\"") && html.contains("width=\"63.65%\""), "{html}");
}

#[tokio::test]
async fn a_first_view_stays_within_its_budget() {
    let links = browser().get("/kk/styleguide").await.links();
    let mut browser = browser().with_header("accept-encoding", "gzip");
    let of_kind = |ending: &'static str| {
        let wanted: Vec<String> = links.iter().filter(|link| link.ends_with(ending)).cloned().collect();
        assert!(!wanted.is_empty(), "no {ending}");
        wanted
    };
    let (styles, fonts) = (of_kind(".css"), of_kind(".woff2"));
    let (mut style_bytes, mut font_bytes) = (0, 0);
    for style in &styles {
        style_bytes += browser.get(style).await.body.len();
    }
    for font in &fonts {
        font_bytes += browser.get(font).await.body.len();
    }
    assert!(style_bytes <= 18_000, "the style sheet has {style_bytes} bytes");
    assert!(font_bytes <= 60_000, "the fonts have {font_bytes} bytes");
}

#[test]
fn style_sheets_hold_no_colour_and_no_length_of_their_own() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/css");
    let mut sheets = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("tokens.css") {
            continue;
        }
        sheets += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        // A condition on the width of the screen cannot use a custom property; a font's own metrics are no design.
        let apart = ["/*", "@media", "unicode-range"];
        let lines = text.lines().filter(|line| !apart.iter().any(|start| line.trim_start().starts_with(start)));
        for line in lines {
            let colours = ["#", "rgb(", "hsl(", "oklch(", "color-mix(", ": white", ": black", ": gray"];
            let is_colour = colours.iter().any(|colour| line.contains(colour));
            let is_length = ["px", "rem"].iter().any(|unit| has_number_with(line, unit));
            assert!(!is_colour && !is_length, "{}: `{}` belongs into tokens.json", path.display(), line.trim());
        }
    }
    assert_eq!(sheets, 10);
}

fn has_number_with(line: &str, unit: &str) -> bool {
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(unit) {
        if before.ends_with(|last: char| last.is_ascii_digit()) {
            return true;
        }
        rest = after;
    }
    false
}
