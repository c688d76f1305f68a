//! A visitor's own list, without an account.

use axum::http::StatusCode;

use super::site::{TestSite, chosen, led, with_site};

#[tokio::test]
async fn a_place_is_added_without_an_account_and_stands_on_the_list() {
    with_site(async |site: TestSite| {
        let mut browser = site.stranger();
        let empty = browser.get("/en/list").await;
        assert!(empty.text().contains("Nothing is chosen yet"), "{}", empty.text());
        assert_eq!(browser.cookie("list"), None, "who only looks gets no cookie");
        let answer =
            browser.post("/en/list/add", &[("location", "charyn-canyon"), ("return", "/en/locations?look=mars")]).await;
        let to = led(&answer);
        assert!(browser.cookie("list").is_some_and(|secret| secret.len() == 52));
        let page = browser.get(&to).await;
        for words in ["Added to your list.", "1. Charyn Canyon", "Canyon · Almaty Region", "One place."] {
            assert!(page.text().contains(words), "`{words}` in {}", page.text());
        }
        assert!(page.links().contains(&"/en/locations?look=mars".to_owned()));
        let again = led(&browser.post("/en/list/add", &[("location", "charyn-canyon")]).await);
        assert!(browser.get(&again).await.text().contains("It was on your list already."));
        let other = site.stranger().get("/en/list").await;
        assert!(other.text().contains("Nothing is chosen yet"), "another browser has another list");
    })
    .await;
}

#[tokio::test]
async fn with_script_the_button_itself_says_that_it_was_added() {
    with_site(async |site: TestSite| {
        let mut browser = site.stranger().with_header("hx-request", "true");
        let part = browser.post("/en/list/add", &[("location", "quiet-well")]).await;
        assert_eq!(part.status, StatusCode::OK);
        assert!(part.text().contains("In your list: one place"), "{}", part.text());
        assert!(!part.html().contains("<html"));
    })
    .await;
}

#[tokio::test]
async fn what_is_not_public_cannot_be_put_on_a_list() {
    with_site(async |site: TestSite| {
        let mut browser = site.stranger();
        for slug in ["secret-valley", "nowhere", ""] {
            let answer = browser.post("/en/list/add", &[("location", slug)]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{slug}");
        }
    })
    .await;
}

#[tokio::test]
async fn places_have_a_note_an_order_and_photos_and_can_be_put_back() {
    with_site(async |site: TestSite| {
        let mut browser = site.stranger();
        for slug in ["charyn-canyon", "quiet-well"] {
            led(&browser.post("/en/list/add", &[("location", slug)]).await);
        }
        let page = browser.get("/en/list").await;
        let [first, second] = &chosen(&page)[..] else { panic!("{}", page.html()) };
        let photo = site.photos_of("charyn-canyon").await;
        let place = format!("/en/list/places/{first}");
        // The first of two photos stays chosen; the note is kept although another button was pressed.
        let known: Vec<(&str, &str)> = photo.iter().map(|photo| ("known", photo.as_str())).collect();
        let typed = [("kept", "yes"), ("note", "For the landing"), ("photo", photo[0].as_str()), ("act", "down")];
        let fields = [&typed[..], &known[..]].concat();
        led(&browser.post(&place, &fields).await);
        let page = browser.get("/en/list").await;
        assert!(page.text().contains("1. Quiet Well") && page.text().contains("2. Charyn Canyon"), "{}", page.text());
        assert!(page.html().contains("For the landing"));
        let boxes = page.html().matches("name=\"photo\"").count();
        assert_eq!((boxes, page.html().matches(" checked>").count()), (2, 1), "{}", page.html());
        led(&browser.post(&place, &[("act", "remove")]).await);
        let page = browser.get("/en/list").await;
        assert!(!page.text().contains("2. Charyn"), "{}", page.text());
        led(&browser.post(&place, &[("act", "restore")]).await);
        let page = browser.get("/en/list").await;
        assert!(page.html().contains("For the landing"), "the note came back with the place");
        assert_eq!(
            browser.post(&format!("/en/list/places/{second}"), &[("act", "up")]).await.status,
            StatusCode::SEE_OTHER
        );
        let stranger = site.stranger().post(&place, &[("act", "remove")]).await;
        assert_eq!(stranger.status, StatusCode::NOT_FOUND, "nobody edits another's list");
    })
    .await;
}

#[tokio::test]
async fn the_list_tells_the_sun_of_the_shooting_day() {
    with_site(async |site: TestSite| {
        let mut browser = site.stranger();
        led(&browser.post("/en/list/add", &[("location", "charyn-canyon")]).await);
        let wrong = browser.post("/en/list/settings", &[("sun-on", "soon"), ("title", "Mars")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.html().contains("value=\"soon\"") && wrong.text().contains("Write a day such as"));
        led(&browser.post("/en/list/settings", &[("sun-on", "23.09.2026"), ("title", "Mars")]).await);
        let page = browser.get("/en/list").await;
        assert!(page.text().contains("Sun on 23 September 2026"), "{}", page.text());
        assert!(page.text().contains("05:32") || page.text().contains("05:31"), "{}", page.text());
        assert!(page.text().contains("17:40") || page.text().contains("17:39"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn the_list_goes_with_an_inquiry_and_the_officer_begins_with_it() {
    with_site(async |site: TestSite| {
        let mut browser = site.stranger();
        led(&browser.post("/en/list/add", &[("location", "charyn-canyon")]).await);
        let start = led(&browser.post("/en/list/send", &[]).await);
        assert!(start.starts_with("/en/start?list="), "{start}");
        let page = browser.get(&start).await;
        let token = start.split_once("list=").unwrap().1.to_owned();
        assert!(page.html().contains(&format!("name=\"list\" value=\"{token}\"")));
        let reference = site.inquire(&mut browser, &token).await;
        let mut officer = site.officer().await;
        let case = officer.get(&format!("/en/office/cases/{reference}")).await;
        assert!(case.text().contains(&format!("https://film.test/l/{token}")), "{}", case.text());
        let new = officer.get(&format!("/en/office/packages/new?case={reference}")).await;
        assert!(new.text().contains("Begin with what they chose"), "{}", new.text());
        assert!(new.html().contains("value=\"chloe@rouge.example\""));
        let fields = [
            ("case", reference.as_str()),
            ("title", "Red planet"),
            ("recipient", "Chloé"),
            ("email", "chloe@rouge.example"),
            ("list", token.as_str()),
        ];
        let package = led(&officer.post("/en/office/packages/new", &fields).await);
        let page = officer.get(&package).await;
        assert!(page.text().contains("1. Charyn Canyon"), "{}", page.text());
    })
    .await;
}
