use axum::http::StatusCode;
use casework::messages_outside;

use crate::world::{AIGUL, MORNING, moment, on_each, path};
use web::Role;

#[tokio::test]
async fn nobody_outside_the_office_learns_that_a_case_exists() {
    on_each(async |world| {
        let case = world.open("inquiry", "Secret").await;
        let mut nobody = world.at(MORNING, ("01J9ZK3V5T0000000000000009", "Producer"), &[]).await;
        for address in [
            "/en/office".to_owned(),
            path(&case),
            format!("{}/export.zip", path(&case)),
            "/en/office/cases.csv".to_owned(),
        ] {
            assert_eq!(nobody.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
        assert_eq!(nobody.post(&format!("{}/note", path(&case)), &[("note", "x")]).await.status, StatusCode::NOT_FOUND);
        let mut stranger = testkit::Browser::new(world.site(MORNING));
        assert!(stranger.get(&path(&case)).await.header("location").contains("/sign-in"));
        let mut auditor = world.at(MORNING, AIGUL, &[Role::Auditor]).await;
        assert_eq!(auditor.get(&path(&case)).await.status, StatusCode::OK);
        assert_eq!(
            auditor.post(&format!("{}/note", path(&case)), &[("note", "x")]).await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[tokio::test]
async fn guessed_ids_lead_nowhere_and_parts_of_other_cases_neither() {
    on_each(async |world| {
        let one = world.open("inquiry", "One").await;
        let other = world.open("inquiry", "Other").await;
        let mut aigul = world.aigul().await;
        aigul.post(&format!("{}/message", path(&one)), &[("message", "for one")]).await;
        let html = aigul.get(&path(&one)).await.html();
        let message = html.split("/messages/").nth(1).unwrap().split('/').next().unwrap().to_owned();
        let wrong = format!("{}/messages/{message}/take-back", path(&other));
        assert_eq!(aigul.post(&wrong, &[]).await.status, StatusCode::NOT_FOUND);
        for address in [
            "/en/office/cases/KZ-2026-9999".to_owned(),
            "/en/office/cases/..%2F..%2Fetc".to_owned(),
            format!("{}/documents/01J9ZK3V5T0000000000000001", path(&one)),
            "/en/office/operations/01J9ZK3V5T0000000000000001".to_owned(),
            "/en/office/operations/'or'1'='1".to_owned(),
            "/en/office/views/01J9ZK3V5T0000000000000001".to_owned(),
        ] {
            assert_eq!(aigul.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
    })
    .await;
}

#[tokio::test]
async fn script_in_any_free_text_is_only_text() {
    on_each(async |world| {
        let evil = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        let case = world.open("permit", evil).await;
        let mut aigul = world.aigul().await;
        let base = path(&case);
        aigul.post(&format!("{base}/rename"), &[("title", evil)]).await;
        aigul.post(&format!("{base}/describe"), &[("summary", evil)]).await;
        aigul.post(&format!("{base}/note"), &[("note", evil)]).await;
        aigul.post(&format!("{base}/message"), &[("message", evil)]).await;
        aigul
            .post(&format!("{base}/tasks"), &[("task", evil), ("task-owner", AIGUL.0), ("task-due", "2026-07-08")])
            .await;
        aigul.post(&format!("{base}/state"), &[("state", "working"), ("reason", evil)]).await;
        aigul.post(&format!("{base}/propose"), &[("outcome", "grant"), ("grounds", evil)]).await;
        aigul.post("/en/office/views", &[("query", evil), ("name", evil), ("pinned", "yes")]).await;
        let evil_query = format!("/en/office/search?q={}", "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        for address in [
            base.clone(),
            "/en/office".into(),
            "/en/office/cases".into(),
            "/en/office/views".into(),
            "/en/office/deadlines".into(),
            evil_query,
        ] {
            let html = aigul.get(&address).await.html();
            assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{address}: {html}");
        }
    })
    .await;
}

#[tokio::test]
async fn fields_that_a_form_does_not_have_change_nothing() {
    on_each(async |world| {
        let case = world.open("permit", "Mass").await;
        let mut aigul = world.aigul().await;
        let fields =
            [("title", "New title"), ("state", "granted"), ("owner", AIGUL.0), ("is_closed", "1"), ("id", "x")];
        aigul.post(&format!("{}/rename", path(&case)), &fields).await;
        let page = aigul.get(&path(&case)).await.text();
        assert!(page.contains("New title New Our turn"), "{page}");
        assert!(page.contains("Owner Nobody"), "{page}");
        // A state that only a decision leads to cannot be chosen, and neither can somebody who is no colleague.
        let answer = aigul.post(&format!("{}/state", path(&case)), &[("state", "granted")]).await;
        assert!(aigul.get(answer.header("location")).await.text().contains("cannot go there"));
        let stranger = aigul.post(&format!("{}/assign", path(&case)), &[("owner", "01J9ZK3V5T0000000000000009")]).await;
        assert_eq!(stranger.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_text_that_is_too_long_is_refused_and_kept() {
    on_each(async |world| {
        let case = world.open("inquiry", "Long").await;
        let mut aigul = world.aigul().await;
        let long = "я".repeat(10_001);
        let refused = aigul.post(&format!("{}/note", path(&case)), &[("note", &long)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("longer than 10000 characters") && refused.html().contains(&long));
        let huge = "x".repeat(300 * 1024);
        let too_large = aigul.post(&format!("{}/note", path(&case)), &[("note", &huge)]).await;
        assert_eq!(too_large.status, StatusCode::PAYLOAD_TOO_LARGE);
        let outside = messages_outside(&world.store, &case, moment("2026-08-01T00:00:00Z"), None, 10).await.unwrap();
        assert_eq!(outside, []);
    })
    .await;
}
