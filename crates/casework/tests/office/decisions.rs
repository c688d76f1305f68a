use axum::http::StatusCode;

use crate::world::{AIGUL, DANIYAR, MORNING, World, on_each, path};
use web::Role;

async fn proposed(world: &World) -> (casework::Case, String) {
    let case = world.open("permit", "Road closure").await;
    let mut aigul = world.aigul().await;
    let fields = [("outcome", "grant"), ("grounds", "all documents are there")];
    let answer = aigul.post(&format!("{}/propose", path(&case)), &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let html = aigul.get(&path(&case)).await.html();
    let decision = html.split("/decisions/").nth(1).unwrap().split(['/', '"']).next().unwrap().to_owned();
    let address = format!("{}/decisions/{decision}", path(&case));
    (case, address)
}

#[tokio::test]
async fn a_decision_needs_a_second_person_who_may_approve() {
    on_each(async |world| {
        let (case, decision) = proposed(&world).await;
        let mut aigul = world.aigul().await;
        let page = aigul.get(&path(&case)).await.text();
        assert!(page.contains("You proposed this, so somebody else has to approve it"), "{page}");
        let not_allowed = aigul.post(&decision, &[("answer", "approve")]).await;
        assert_eq!(not_allowed.status, StatusCode::NOT_FOUND, "an officer has no second signature");
        // Even with the role, nobody approves what they entered.
        let mut both = world.at(MORNING, AIGUL, &[Role::Officer, Role::Approver]).await;
        assert_eq!(both.post(&decision, &[("answer", "approve")]).await.status, StatusCode::FORBIDDEN);

        let mut daniyar = world.daniyar().await;
        let done = daniyar.post(&decision, &[("answer", "approve")]).await;
        let page = daniyar.get(done.header("location")).await.text();
        for sentence in ["Decision approved", ": approved", "decision approved: Approved", "status: New → Approved"] {
            assert!(page.contains(sentence), "`{sentence}` is not in {page}");
        }
        let again = daniyar.post(&decision, &[("answer", "approve")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn a_refusal_has_a_reason_and_lets_another_proposal_be_made() {
    on_each(async |world| {
        let (case, decision) = proposed(&world).await;
        let mut daniyar = world.at(MORNING, DANIYAR, &[Role::Officer, Role::Approver]).await;
        let without = daniyar.post(&decision, &[("answer", "refuse")]).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
        daniyar.post(&decision, &[("answer", "refuse"), ("refusal", "the budget is not accepted")]).await;
        let page = daniyar.get(&path(&case)).await.text();
        assert!(page.contains("proposal not approved") && page.contains("the budget is not accepted"), "{page}");
        assert!(page.contains("Propose a decision"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn one_proposal_at_a_time_and_only_its_author_withdraws_it() {
    on_each(async |world| {
        let (case, decision) = proposed(&world).await;
        let mut daniyar = world.daniyar().await;
        let fields = [("outcome", "deny"), ("grounds", "no")];
        let second = daniyar.post(&format!("{}/propose", path(&case)), &fields).await;
        assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
        let withdraw = format!("{decision}/withdraw");
        assert_eq!(daniyar.post(&withdraw, &[]).await.status, StatusCode::FORBIDDEN);
        let mut aigul = world.aigul().await;
        assert_eq!(aigul.post(&withdraw, &[]).await.status, StatusCode::SEE_OTHER);
        assert!(aigul.get(&path(&case)).await.text().contains("proposal withdrawn"));
    })
    .await;
}

#[tokio::test]
async fn a_signed_decision_is_not_undone() {
    on_each(async |world| {
        let (case, decision) = proposed(&world).await;
        let mut daniyar = world.daniyar().await;
        daniyar.post(&decision, &[("answer", "approve")]).await;
        let html = daniyar.get(&path(&case)).await.html();
        assert!(!html.contains("/undo\""), "{html}");
    })
    .await;
}
