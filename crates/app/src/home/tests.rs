use store::Store;
use testkit::{Browser, on_each_database};

use crate::enumerated_tests::sample;
use crate::migrations;

async fn front(store: &Store, language: &str) -> (Browser, String) {
    let mut browser = Browser::new(crate::router(sample(store).await).unwrap());
    let page = browser.get(&format!("/{language}/")).await;
    assert!(page.body.len() <= 20_000, "{} bytes", page.body.len());
    let html = String::from_utf8(page.body.to_vec()).unwrap();
    (browser, html)
}

#[tokio::test]
async fn the_front_page_of_the_sample_answers_six_questions_and_shows_seven_places() {
    on_each_database(&migrations(), async |store| {
        let (mut browser, html) = front(&store, "kk").await;
        assert_eq!(html.matches("<div class=\"answer\">").count(), 6, "{html}");
        let pictures: Vec<String> =
            html.split("<img src=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
        assert_eq!(pictures.len(), 7);
        let mut bytes = 0;
        for picture in &pictures {
            let answer = browser.get(picture).await;
            assert_eq!(answer.header("content-type"), "image/svg+xml");
            bytes += answer.body.len();
        }
        assert!(bytes <= 160_000, "{bytes} bytes of pictures");
        assert_eq!(
            html.matches("фотосурет емес").count(),
            7 * 2,
            "each is called a drawing, in its caption and its alt"
        );
    })
    .await;
}
