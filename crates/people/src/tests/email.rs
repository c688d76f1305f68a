use axum::http::StatusCode;
use store::Store;
use testkit::Browser;

use super::staff::{EMAIL as STAFF, code_at, first_administrator};
use super::{NOW, at, by, letters, location, mailed_path, reads, with_store, wrote};
use crate::sql::accounts as sql;

const OLD: &str = "claire@prod.example";
const NEW: &str = "claire@elsewhere.example";

async fn producer(store: &Store, email: &str) -> Browser {
    let mut browser = at(store, NOW);
    browser.post("/en/sign-in", &[("email", email)]).await;
    let path = mailed_path(store, email).await;
    browser.post(&path, &[]).await;
    browser
}

#[tokio::test]
async fn a_new_address_counts_when_its_owner_says_so_and_the_old_one_is_told() {
    with_store(async |store| {
        let mut browser = producer(&store, OLD).await;
        let id = sql::find_account_by_email(&store, OLD).await.unwrap().unwrap().id;
        let asked = browser.post("/en/portal/account/email", &[("new-email", " Claire@Elsewhere.example")]).await;
        assert_eq!(location(&asked), "/en/portal/account?sent=yes");
        reads(&browser.get("/en/portal/account?sent=yes").await, StatusCode::OK, "on its way to the new address");
        assert!(sql::find_account_by_email(&store, NEW).await.unwrap().is_none(), "nothing yet");
        // A key to the old address is on its way.
        browser.post("/en/sign-in", &[("email", OLD)]).await;
        let old_key = mailed_path(&store, OLD).await;

        let path = mailed_path(&store, NEW).await;
        // A program that looks into letters opens the link, and then again.
        for _ in 0..2 {
            reads(&at(&store, NOW).get(&path).await, StatusCode::OK, "becomes the address of your account");
        }
        assert_eq!(location(&at(&store, NOW).post(&path, &[]).await), "/en/sign-in");
        assert_eq!(sql::find_account_by_email(&store, NEW).await.unwrap().unwrap().id, id);
        assert!(sql::find_account_by_email(&store, OLD).await.unwrap().is_none());
        assert!(wrote(&store, OLD, "no longer opens it").await);
        assert_eq!(browser.get("/en/portal/account").await.status, StatusCode::SEE_OTHER, "signs in again");
        assert_eq!(at(&store, NOW).post(&old_key, &[]).await.status, StatusCode::GONE);
        assert_eq!(at(&store, NOW).post(&path, &[]).await.status, StatusCode::GONE);
        reads(&producer(&store, NEW).await.get("/en/portal/account").await, StatusCode::OK, NEW);
    })
    .await;
}

#[tokio::test]
async fn whether_an_address_is_taken_is_told_only_to_its_owner() {
    with_store(async |store| {
        producer(&store, NEW).await;
        let mut browser = producer(&store, OLD).await;
        let taken = browser.post("/en/portal/account/email", &[("new-email", NEW)]).await;
        let free = browser.post("/en/portal/account/email", &[("new-email", "free@prod.example")]).await;
        assert_eq!(location(&taken), location(&free));
        assert!(wrote(&store, NEW, "It has an account already").await);
        for same in [OLD, "", "not an address"] {
            let page = browser.post("/en/portal/account/email", &[("new-email", same)]).await;
            reads(&page, StatusCode::UNPROCESSABLE_ENTITY, "Write another address");
        }
        // Between the letter and the answer somebody else has come with the address.
        let path = mailed_path(&store, "free@prod.example").await;
        let change = store.change(by("come")).await.unwrap();
        crate::find_or_make(&change, "free@prod.example", "", "en", "UTC").await.unwrap();
        change.commit().await.unwrap();
        reads(&at(&store, NOW).post(&path, &[]).await, StatusCode::GONE, "Another account has this address already");
        assert!(sql::find_account_by_email(&store, OLD).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test]
async fn staff_need_a_fresh_code_and_are_called_by_the_new_address() {
    with_store(async |store| {
        let (browser, _) = first_administrator(&store).await;
        let later = "2026-11-23T04:02:00Z";
        let mut browser = at(&store, later).with_cookies_of(&browser);
        let fields = [("new-email", NEW), ("email-code", "000000")];
        let page = browser.post("/en/portal/account/email", &fields).await;
        reads(&page, StatusCode::UNPROCESSABLE_ENTITY, "This code is wrong");
        assert!(page.html().contains(&format!("value=\"{NEW}\"")) && letters(&store, NEW).await.is_empty());
        let code = code_at(&store, later).await;
        browser.post("/en/portal/account/email", &[("new-email", NEW), ("email-code", &code)]).await;
        let path = mailed_path(&store, NEW).await;
        assert_eq!(location(&at(&store, later).post(&path, &[]).await), "/en/sign-in/staff");
        let password = [("email", NEW), ("password", "correct horse battery")];
        reads(&at(&store, later).post("/en/sign-in/staff", &password).await, StatusCode::OK, "Six digits");
        let before = [("email", STAFF), ("password", "correct horse battery")];
        let refused = at(&store, later).post("/en/sign-in/staff", &before).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}
