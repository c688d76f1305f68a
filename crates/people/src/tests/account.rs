use axum::http::StatusCode;
use store::Store;
use testkit::Browser;
use web::{Role, Session};

use super::{NOW, at, by, location, mailed_path, reads, with_store};
use crate::sql::accounts as sql;

const EMAIL: &str = "claire@prod.example";

async fn signed_in(store: &Store, email: &str) -> Browser {
    let mut browser = at(store, NOW);
    browser.post("/en/sign-in", &[("email", email)]).await;
    let path = mailed_path(store, email).await;
    browser.post(&path, &[]).await;
    browser
}

#[tokio::test]
async fn the_form_changes_its_three_fields_and_nothing_else_that_is_sent() {
    with_store(async |store| {
        let mut browser = signed_in(&store, EMAIL).await;
        let fields = [
            ("name", "Claire  <b>Ménard</b>"),
            ("language", "ru"),
            ("time_zone", "Europe/Paris"),
            ("email", "boss@film.example"),
            ("roles", "administrator"),
            ("state", "suspended"),
            ("totp_secret", "AAAA"),
        ];
        assert_eq!(location(&browser.post("/en/portal/account", &fields).await), "/en/portal/account?saved=yes");
        let account = sql::find_account_by_email(&store, EMAIL).await.unwrap().unwrap();
        assert_eq!((account.name.as_str(), account.language.as_str()), ("Claire <b>Ménard</b>", "ru"));
        assert_eq!((account.time_zone.as_str(), account.totp_secret.as_str()), ("Europe/Paris", ""));
        assert_eq!(crate::roles(&store, account.id).await.unwrap(), Vec::<Role>::new());
        let page = browser.get("/en/portal/account?saved=yes").await;
        assert!(!page.html().contains("<b>Ménard"), "what somebody calls themselves is text");
        assert_eq!(browser.get("/en/office/people").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_saved_is_said_and_stays_typed() {
    with_store(async |store| {
        let mut browser = signed_in(&store, EMAIL).await;
        let page =
            browser.post("/en/portal/account", &[("name", "C"), ("language", "de"), ("time_zone", "Mars")]).await;
        reads(&page, StatusCode::UNPROCESSABLE_ENTITY, "Write a time zone such as");
        assert!(page.text().contains("Choose one of the site's languages") && page.html().contains("value=\"Mars\""));
    })
    .await;
}

#[tokio::test]
async fn sessions_are_listed_and_ended_but_only_ones_own() {
    with_store(async |store| {
        let mut browser = signed_in(&store, EMAIL).await;
        let mut telephone = signed_in(&store, EMAIL).await;
        let mut stranger = signed_in(&store, "other@prod.example").await;
        let account = sql::find_account_by_email(&store, EMAIL).await.unwrap().unwrap();
        let sessions = Session::list_of(&store, account.id, NOW.parse().unwrap()).await.unwrap();
        assert_eq!(sessions.len(), 2);
        for session in &sessions {
            let answer = stranger.post(&format!("/en/portal/account/sessions/{}/end", session.id), &[]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
        }
        browser.post("/en/portal/account/sessions/end", &[]).await;
        assert_eq!(telephone.get("/en/portal/account").await.status, StatusCode::SEE_OTHER);
        assert_eq!(browser.get("/en/portal/account").await.status, StatusCode::OK);
        assert_eq!(location(&browser.post("/en/sign-out", &[]).await), "/en/");
        assert_eq!(browser.get("/en/portal/account").await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn somebody_takes_their_data_away_and_no_secret_with_it() {
    with_store(async |store| {
        super::add(&store, crate::Sort::Person, &[("name-en", "Claire Ménard"), ("email", EMAIL)]).await;
        super::add(&store, crate::Sort::Person, &[("name-en", "Somebody Else"), ("email", "other@prod.example")]).await;
        let mut browser = signed_in(&store, EMAIL).await;
        let answer = browser.get("/en/portal/account/export.zip").await;
        assert_eq!(answer.header("content-type"), "application/zip");
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(answer.body)).unwrap();
        let text = std::io::read_to_string(zip.by_name("personal-data.json").unwrap()).unwrap();
        assert!(text.contains("Claire Ménard") && text.contains(EMAIL) && text.contains("signed in"), "{text}");
        assert!(!text.contains("Somebody Else") && !text.contains("totp_secret"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn a_suspended_account_is_nobody_and_is_told_so_only_by_letter() {
    with_store(async |store| {
        signed_in(&store, EMAIL).await;
        let mut account = sql::find_account_by_email(&store, EMAIL).await.unwrap().unwrap();
        account.state = crate::State::Suspended;
        let change = store.change(by("suspend")).await.unwrap();
        sql::set_person(&change, &account).await.unwrap();
        change.record(store::Entry::new("account", account.id, "suspended")).await;
        change.commit().await.unwrap();
        let page = at(&store, NOW).post("/en/sign-in", &[("email", EMAIL)]).await;
        reads(&page, StatusCode::OK, "A letter is on its way");
        assert!(super::wrote(&store, EMAIL, "The account is closed").await);
    })
    .await;
}
