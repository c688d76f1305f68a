//! What the recipient of a link sees and says.

use axum::http::StatusCode;
use testkit::Browser;

use super::site::{NOW, TestSite, led, with_site};

/// A shared list of two places: its maker, and the short address.
async fn shared(site: &TestSite) -> (Browser, String) {
    let mut maker = site.stranger();
    for slug in ["charyn-canyon", "quiet-well"] {
        led(&maker.post("/en/list/add", &[("location", slug)]).await);
    }
    let token = {
        let start = led(&maker.post("/en/list/share", &[]).await);
        let page = maker.get(&start).await;
        let html = page.html();
        html.split("https://film.test/l/").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    (maker, token)
}

#[tokio::test]
async fn a_reader_says_what_they_think_and_the_maker_sees_it() {
    with_site(async |site: TestSite| {
        let (mut maker, token) = shared(&site).await;
        let mut reader = site.stranger();
        let at = led(&reader.get(&format!("/l/{token}")).await);
        let page = reader.get(&at).await;
        assert!(
            page.text().contains("1. Charyn Canyon") && page.text().contains("What do you think?"),
            "{}",
            page.text()
        );
        assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
        let location = site.id_of("charyn-canyon").await;
        let say = format!("{at}/reactions");
        let nothing = reader.post(&say, &[("location", &location), ("comment", "Hm")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields =
            [("location", location.as_str()), ("liking", "more"), ("comment", "Wider, please"), ("name", "Ridley")];
        let back = led(&reader.post(&say, &fields).await);
        assert!(
            reader.get(&back).await.text().contains("You said: More like this"),
            "the reader sees their own answer"
        );
        let part = maker.get("/en/list/reactions").await;
        assert!(part.text().contains("Charyn Canyon : More like this Wider, please Ridley"), "{}", part.text());
        // A change of mind replaces what was said.
        led(&reader.post(&say, &[("location", &location), ("liking", "no")]).await);
        let list = maker.get("/en/list").await;
        assert!(list.text().contains("Charyn Canyon : No") && !list.text().contains("Wider"), "{}", list.text());
        assert!(list.text().contains("Opened 2 times"), "{}", list.text());
        let another = site.stranger().post(&say, &[("location", &location), ("liking", "yes")]).await;
        assert!(another.status.is_redirection(), "readers have opinions of their own");
        assert!(maker.get("/en/list").await.text().contains("Charyn Canyon : Yes"));
    })
    .await;
}

#[tokio::test]
async fn openings_are_noted_without_who_and_the_makers_own_are_not() {
    with_site(async |site: TestSite| {
        let (mut maker, token) = shared(&site).await;
        maker.get(&format!("/en/l/{token}")).await;
        assert!(maker.get("/en/list").await.text().contains("Not opened yet"));
        let mut reader = site.stranger();
        reader.get(&format!("/ru/l/{token}")).await;
        reader.get(&format!("/ru/l/{token}/places.zip")).await;
        let list = maker.get("/en/list").await;
        for words in ["Opened 2 times", "looked at", "archive downloaded"] {
            assert!(list.text().contains(words), "`{words}` in {}", list.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_link_that_has_ended_says_how_to_ask_again_in_the_readers_language() {
    with_site(async |site: TestSite| {
        let (_, token) = shared(&site).await;
        let later = site.at("2027-03-01T06:00:00Z").await;
        let mut reader = later.stranger();
        for (tag, words) in [
            ("en", "press Share again"),
            ("ru", "нажать «Поделиться» ещё раз"),
            ("kk", "«Бөлісу» түймесін қайта басуын"),
        ] {
            let page = reader.get(&format!("/{tag}/l/{token}")).await;
            assert_eq!(page.status, StatusCode::GONE);
            assert!(page.text().contains(words), "{}", page.text());
        }
        let zip = reader.get(&format!("/en/l/{token}/places.zip")).await;
        assert_eq!(zip.status, StatusCode::GONE);
        let unknown = reader.get("/en/l/nothing").await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_list_that_was_not_shared_is_seen_by_nobody_else() {
    with_site(async |site: TestSite| {
        let mut maker = site.stranger();
        led(&maker.post("/en/list/add", &[("location", "charyn-canyon")]).await);
        let token = site.token_of_latest().await;
        assert_eq!(site.stranger().get(&format!("/en/l/{token}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(maker.get(&format!("/en/l/{token}")).await.status, StatusCode::OK, "at {NOW}");
    })
    .await;
}
