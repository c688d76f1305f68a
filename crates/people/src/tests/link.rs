use axum::http::StatusCode;
use testkit::Browser;
use web::Role;

use super::{NOW, at, hidden, letters, location, mailed_path, reads, with_store};
use crate::sql::accounts as sql;

const EMAIL: &str = "claire@prod.example";

#[tokio::test]
async fn a_producer_signs_in_by_a_link_that_works_once() {
    with_store(async |store| {
        let mut browser = at(&store, NOW);
        let sent = browser.post("/en/sign-in", &[("email", " Claire@Prod.example ")]).await;
        reads(&sent, StatusCode::OK, "A letter is on its way to claire@prod.example");
        let path = mailed_path(&store, EMAIL).await;
        // A program that looks into letters opens the link, and then again.
        let mut scanner = at(&store, NOW);
        for _ in 0..2 {
            reads(&scanner.get(&path).await, StatusCode::OK, "You are about to sign in as claire@prod.example");
        }
        let answer = browser.post(&path, &[]).await;
        assert_eq!(location(&answer), "/en/portal/account");
        assert!(answer.header("set-cookie").contains("HttpOnly"));
        reads(&browser.get("/en/portal/account").await, StatusCode::OK, "Signed in as claire@prod.example");
        let again = at(&store, NOW).post(&path, &[]).await;
        reads(&again, StatusCode::GONE, "This link was used already");
        assert_eq!(at(&store, NOW).get("/en/portal/account").await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn a_known_and_an_unknown_address_get_the_same_words_and_one_letter_each() {
    with_store(async |store| {
        let change = store.change(super::by("account")).await.unwrap();
        crate::find_or_make(&change, "known@prod.example", "Known", "en", "UTC").await.unwrap();
        change.commit().await.unwrap();
        let mut pages = Vec::new();
        for email in ["known@prod.example", "other@prod.example"] {
            let page = at(&store, NOW).post("/en/sign-in", &[("email", email)]).await;
            pages.push((page.status, page.text().replace(email, "")));
            let page = at(&store, NOW).post("/en/sign-in/reset", &[("email", email)]).await;
            pages.push((page.status, page.text().replace(email, "")));
            assert_eq!(letters(&store, email).await.len(), 2);
        }
        assert_eq!(pages[0], pages[2]);
        assert_eq!(pages[1], pages[3]);
    })
    .await;
}

#[tokio::test]
async fn a_link_that_is_over_says_why_and_a_newer_one_ends_it() {
    with_store(async |store| {
        at(&store, NOW).post("/en/sign-in", &[("email", EMAIL)]).await;
        let first = mailed_path(&store, EMAIL).await;
        let later = at(&store, "2026-11-23T04:30:00Z").get(&first).await;
        reads(&later, StatusCode::GONE, "The time of this link is over");
        at(&store, "2026-11-23T04:01:00Z").post("/en/sign-in", &[("email", EMAIL)]).await;
        reads(&at(&store, NOW).get(&first).await, StatusCode::GONE, "or a newer one was sent");
        reads(&at(&store, NOW).get("/en/sign-in/link/guessed").await, StatusCode::GONE, "This link is not known");
        let second = mailed_path(&store, EMAIL).await;
        reads(&at(&store, "2026-11-23T04:02:00Z").get(&second).await, StatusCode::OK, "Sign in now");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_led_to_another_site_after_signing_in() {
    with_store(async |store| {
        for (next, expected) in [
            ("/ru/portal/account?saved=yes", "/ru/portal/account?saved=yes"),
            ("//evil.example", "/en/portal/account"),
            ("https://evil.example/", "/en/portal/account"),
            ("/\\evil.example", "/en/portal/account"),
            ("/a\r\nset-cookie: session=x", "/en/portal/account"),
        ] {
            let mut browser = at(&store, NOW);
            let asked = browser
                .get(&format!(
                    "/en/sign-in?next={}",
                    next.replace('\\', "%5C").replace("\r\n", "%0D%0A").replace(' ', "+")
                ))
                .await;
            assert!(!hidden(&asked, "next").contains("evil"));
            // Asking for many letters at once is another test's matter.
            let email = format!("{}@prod.example", next.len());
            browser.post("/en/sign-in", &[("email", &email), ("next", next)]).await;
            let path = mailed_path(&store, &email).await;
            assert_eq!(location(&browser.post(&path, &[]).await), expected, "{next}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_session_that_somebody_else_knows_is_not_used_on() {
    with_store(async |store| {
        let mut browser = super::officer(&store, &[]).await;
        let planted = browser.cookie("session").unwrap().to_owned();
        browser.post("/en/sign-in", &[("email", EMAIL)]).await;
        let path = mailed_path(&store, EMAIL).await;
        browser.post(&path, &[]).await;
        assert_ne!(browser.cookie("session").unwrap(), planted);
        let mut attacker = at(&store, NOW).with_header("cookie", &format!("session={planted}"));
        assert_eq!(attacker.get("/en/portal/account").await.status, StatusCode::SEE_OTHER, "the planted one has ended");
    })
    .await;
}

#[tokio::test]
async fn letters_to_one_address_have_a_limit_that_says_nothing_of_the_account() {
    with_store(async |store| {
        let mut last = (StatusCode::OK, String::new());
        for _ in 0..7 {
            let page = at(&store, NOW).post("/en/sign-in", &[("email", EMAIL)]).await;
            last = (page.status, page.text());
        }
        assert_eq!(last.0, StatusCode::TOO_MANY_REQUESTS);
        assert!(last.1.contains("wait a quarter of an hour"), "{}", last.1);
        assert_eq!(letters(&store, EMAIL).await.len(), 6);
        let later = at(&store, "2026-11-23T04:16:00Z").post("/en/sign-in", &[("email", EMAIL)]).await;
        assert_eq!(later.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_link_does_not_let_staff_in() {
    with_store(async |store| {
        at(&store, NOW).post("/en/sign-in", &[("email", EMAIL)]).await;
        let path = mailed_path(&store, EMAIL).await;
        let change = store.change(super::by("account")).await.unwrap();
        let account = crate::find_or_make(&change, EMAIL, "Claire", "en", "UTC").await.unwrap();
        sql::set_roles(&change, account.id, &[Role::Officer.word()]).await.unwrap();
        change.commit().await.unwrap();
        let mut browser: Browser = at(&store, NOW);
        assert_eq!(location(&browser.post(&path, &[]).await), "/en/sign-in/staff");
        assert_eq!(browser.cookie("session"), None);
        browser.post("/en/sign-in", &[("email", EMAIL)]).await;
        assert!(super::wrote(&store, EMAIL, "/en/sign-in/staff").await);
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_stays_in_a_refused_form() {
    with_store(async |store| {
        let page = at(&store, NOW).post("/ru/sign-in", &[("email", "claire at prod"), ("next", "/ru/x")]).await;
        reads(&page, StatusCode::UNPROCESSABLE_ENTITY, "Напишите адрес вида");
        assert!(page.html().contains("value=\"claire at prod\""));
        assert_eq!(hidden(&page, "next"), "/ru/x");
    })
    .await;
}
