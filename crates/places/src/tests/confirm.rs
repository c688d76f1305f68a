use axum::http::StatusCode;
use jiff::Timestamp;
use jobs::Worker;
use store::Store;

use super::site::{NOW, SMALL_COUNTRY, at, desk, load, reads, with_store};
use crate::State;

/// Half a year and a day after the places were loaded.
const DUE: &str = "2027-05-24T04:00:00Z";
const TOO_LATE: &str = "2027-06-20T04:00:00Z";

async fn night(store: &Store, moment: &str) {
    let moment: Timestamp = moment.parse().unwrap();
    let worker = Worker::new(store.clone(), crate::jobs(&desk(store)));
    // The first turn plans the night, the second is in it.
    worker.run_due(moment).await.unwrap();
    let later = moment.checked_add(jiff::SignedDuration::from_hours(24)).unwrap();
    // Letters wait: nobody here sends them.
    assert_eq!(worker.run_due_twice(later).await.unwrap().given_up, 0);
}

async fn letters(store: &Store) -> Vec<mail::Posted> {
    mail::list_to(store, "serik@owner.example", 10).await.unwrap()
}

/// The path of the link in the last letter.
async fn link(store: &Store) -> String {
    let letters = letters(store).await;
    let text = &letters.first().unwrap().text;
    text.split_whitespace().find_map(|word| word.strip_prefix("https://film.example")).unwrap().to_owned()
}

async fn state(store: &Store) -> State {
    crate::find_location_by_slug(store, "charyn-canyon").await.unwrap().unwrap().state
}

#[tokio::test]
async fn an_owner_is_asked_after_half_a_year_and_answers_without_an_account() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        night(&store, NOW).await;
        assert_eq!(letters(&store).await.len(), 0, "it is too early");
        night(&store, DUE).await;
        assert_eq!(letters(&store).await.len(), 1, "one letter, however often the job runs");
        let path = link(&store).await;
        assert!(path.starts_with("/kk/confirm/"), "{path}");
        let mut owner = at(&store, DUE);
        let page = owner.get(&path).await;
        reads(&page, StatusCode::OK, "Сіз осы жерге жауаптысыз");
        assert!(!page.html().contains("700 000"), "the link may be passed on");
        let english = path.replace("/kk/", "/en/");
        let refused = owner.post(&english, &[("answer", "changes")]).await;
        reads(&refused, StatusCode::UNPROCESSABLE_ENTITY, "Write what has changed");
        let said = owner.post(&english, &[("answer", "changes"), ("said", "The bridge is gone")]).await;
        reads(&said, StatusCode::OK, "Thank you, your answer has been noted");
        reads(&owner.post(&english, &[("answer", "withdraw")]).await, StatusCode::OK, "Something has changed");
        assert_eq!(state(&store).await, State::Published, "a link answers once");
        let office = super::site::officer(&store).await.get("/en/office/locations/charyn-canyon").await;
        reads(&office, StatusCode::OK, "Something has changed: The bridge is gone");
        assert_eq!(at(&store, NOW).get("/en/confirm/guessed").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn silence_hides_a_place_and_a_late_answer_brings_it_back() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        night(&store, DUE).await;
        let path = link(&store).await.replace("/kk/", "/en/");
        night(&store, TOO_LATE).await;
        assert_eq!(state(&store).await, State::Silent);
        assert_eq!(at(&store, TOO_LATE).get("/en/locations/charyn-canyon").await.status, StatusCode::NOT_FOUND);
        assert_eq!(letters(&store).await.len(), 1, "who was hidden is not asked again by itself");
        at(&store, TOO_LATE).post(&path, &[("answer", "correct")]).await;
        assert_eq!(state(&store).await, State::Published);
    })
    .await;
}

#[tokio::test]
async fn an_owner_who_wants_out_is_out_at_once() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let mut officer = super::site::officer(&store).await;
        let asked = officer.post("/en/office/locations/charyn-canyon/ask", &[]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
        let path = link(&store).await.replace("/kk/", "/en/");
        reads(&at(&store, NOW).post(&path, &[("answer", "withdraw")]).await, StatusCode::OK, "Taken out");
        assert_eq!(at(&store, NOW).get("/en/locations/charyn-canyon").await.status, StatusCode::NOT_FOUND);
        let nobody = officer.post("/en/office/locations/quiet-well/ask", &[]).await;
        reads(&nobody, StatusCode::UNPROCESSABLE_ENTITY, "No address of the owner is known");
    })
    .await;
}
