use axum::http::StatusCode;
use store::{Query, Store, Verdict, values};
use web::Role;

use super::{NOW, add, at, desk, location, officer, reads, with_store};
use crate::record::{Field, Sort};

/// Every text in the tables that could still say who somebody was.
async fn said(store: &Store) -> String {
    let mut said = String::new();
    for (sql, column) in [
        ("select value from party_entry", "value"),
        ("select value from party_key", "value"),
        ("select before from party_merge", "before"),
        ("select after as before from party_merge", "before"),
        ("select email || name as value from account", "value"),
        ("select email || name as value from session", "value"),
        ("select email as value from sign_in_link", "value"),
        ("select coalesce(detail, '') as value from audit", "value"),
    ] {
        for row in store.rows(sql, values![]).await.unwrap() {
            said.push_str(&row.get::<String>(column).unwrap());
            said.push('\n');
        }
    }
    said
}

#[tokio::test]
async fn somebody_who_is_erased_is_nowhere_and_the_chain_is_whole() {
    with_store(async |store| {
        let claire = [("name-en", "Claire Ménard"), ("email", "claire@prod.example"), ("phone", "+33 1 23 45 67 89")];
        let claire = add(&store, Sort::Person, &claire).await;
        let twin = add(&store, Sort::Person, &[("name-en", "Clara Menard"), ("email", "claire@prod.example")]).await;
        add(&store, Sort::Person, &[("name-en", "Somebody Else")]).await;
        let mut producer = at(&store, NOW);
        producer.post("/en/sign-in", &[("email", "claire@prod.example")]).await;
        let path = super::mailed_path(&store, "claire@prod.example").await;
        producer.post(&path, &[]).await;
        let mut browser = officer(&store, &[Role::Officer, Role::Administrator]).await;
        location(&browser.post(&format!("/en/office/merge/{}/{}", claire.id, twin.id), &[("way", "merge")]).await);
        assert!(said(&store).await.contains("Ménard"));

        let erase = format!("/en/office/people/{}/erase", claire.id);
        reads(
            &browser.post(&erase, &[]).await,
            StatusCode::UNPROCESSABLE_ENTITY,
            "Confirm that nothing has to be kept",
        );
        location(&browser.post(&erase, &[("sure", "yes")]).await);
        let left = said(&store).await;
        for word in ["Claire", "Ménard", "Clara", "claire@prod.example", "+33123456789", "menard"] {
            assert!(!left.contains(word), "{word} in {left}");
        }
        assert!(left.contains("Somebody Else"));
        assert!(matches!(store.verify_audit().await.unwrap(), Verdict::Whole(_)));
        assert_eq!(browser.get(&format!("/en/office/people/{}", claire.id)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.get(&format!("/en/office/people/{}", twin.id)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(producer.get("/en/portal/account").await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn staff_are_not_erased_while_they_are_staff() {
    with_store(async |store| {
        let party = add(&store, Sort::Person, &[("name-en", "Aida"), ("email", "aida@film.example")]).await;
        let change = store.change(super::by("account")).await.unwrap();
        let account = crate::find_or_make(&change, "aida@film.example", "Aida", "en", "UTC").await.unwrap();
        crate::sql::accounts::set_roles(&change, account.id, &["officer"]).await.unwrap();
        change.commit().await.unwrap();
        let mut browser = officer(&store, &[Role::Administrator]).await;
        let answer = browser.post(&format!("/en/office/people/{}/erase", party.id), &[("sure", "yes")]).await;
        reads(&answer, StatusCode::CONFLICT, "This person is on the staff");
        assert!(crate::find_party(&store, party.id).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test]
async fn what_is_due_is_blanked_by_the_nightly_job_and_the_rest_stays() {
    with_store(async |store| {
        let party = add(&store, Sort::Person, &[("name-en", "Claire"), ("phone", "7011234567")]).await;
        let phone = party.of(&Field::Phone).next().unwrap();
        assert_eq!(phone.keep_until, "2029-11-23", "36 months of service");
        let worker = ::jobs::Worker::new(store.clone(), crate::jobs(&desk(&store)));
        for (now, is_there) in
            [("2029-11-20T22:00:00Z", true), ("2029-11-23T22:00:00Z", false), ("2029-11-24T22:00:00Z", false)]
        {
            worker.run_due_twice(now.parse().unwrap()).await.unwrap();
            let party = crate::find_party(&store, party.id).await.unwrap().unwrap();
            assert_eq!(party.of(&Field::Phone).next().is_some(), is_there, "{now}");
            assert_eq!(party.name("en"), "Claire");
        }
        assert!(!said(&store).await.contains("7011234567"));
        assert!(matches!(store.verify_audit().await.unwrap(), Verdict::Whole(_)));
    })
    .await;
}

#[tokio::test]
async fn an_administrator_hands_out_everything_about_a_person() {
    with_store(async |store| {
        let party = add(&store, Sort::Person, &[("name-en", "Claire"), ("phone", "7011234567")]).await;
        let mut browser = officer(&store, &[Role::Administrator]).await;
        let answer = browser.get(&format!("/en/office/people/{}/export.zip", party.id)).await;
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(answer.body)).unwrap();
        let text = std::io::read_to_string(zip.by_name("personal-data.json").unwrap()).unwrap();
        assert!(text.contains("+77011234567") && text.contains("office-only") && text.contains("2029-11-23"), "{text}");
    })
    .await;
}
