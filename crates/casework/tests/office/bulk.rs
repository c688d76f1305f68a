use axum::http::StatusCode;
use casework::Case;

use crate::world::{AIGUL, GULNARA, World, action, hidden, on_each, path};
use web::Role;

async fn twelve(world: &World) -> Vec<Case> {
    let mut cases = Vec::new();
    for number in 1..=12 {
        cases.push(world.open("inquiry", &format!("Film {number:02}")).await);
    }
    cases
}

fn picked(cases: &[Case]) -> Vec<(&'static str, String)> {
    cases.iter().map(|case| ("pick", case.id.to_string())).collect()
}

/// Previews an act and does it; answers where one comes back to.
async fn act(browser: &mut testkit::Browser, cases: &[Case], fields: &[(&'static str, &str)]) -> String {
    let picks = picked(cases);
    let mut sent: Vec<(&str, &str)> = picks.iter().map(|(name, value)| (*name, value.as_str())).collect();
    sent.extend(fields);
    let preview = browser.post("/en/office/cases/act", &sent).await;
    assert_eq!(preview.status, StatusCode::OK, "{}", preview.text());
    let html = preview.html();
    let once = hidden(&html, "once");
    let argument = hidden(&html, "argument");
    let act = fields.iter().find(|(name, _)| *name == "act").unwrap().1;
    let mut sent: Vec<(&str, &str)> = picks.iter().map(|(name, value)| (*name, value.as_str())).collect();
    sent.extend([("step", "do"), ("act", act), ("argument", argument.as_str()), ("once", once.as_str())]);
    browser.post("/en/office/cases/act", &sent).await.header("location").to_owned()
}

#[tokio::test]
async fn twelve_cases_are_assigned_and_moved_over_a_holiday_and_undone_to_the_byte() {
    on_each(async |world| {
        let cases = twelve(&world).await;
        let mut before = Vec::new();
        for case in &cases {
            before.push(world.bytes(case.id).await);
        }
        let mut aigul = world.aigul().await;
        let back = act(&mut aigul, &cases, &[("act", "assign"), ("owner", GULNARA.0)]).await;
        let page = aigul.get(&back).await;
        assert!(page.text().contains("Owner changed: 12"), "{}", page.text());
        let undo_assign = action(&page.html(), "/undo");
        let mut assigned = Vec::new();
        for case in &cases {
            assigned.push(world.bytes(case.id).await);
        }

        let back = act(&mut aigul, &cases, &[("act", "move"), ("days", "2")]).await;
        let page = aigul.get(&back).await;
        assert!(page.text().contains("Deadline moved: 12"), "{}", page.text());
        // From Thursday the ninth by two working days.
        assert!(page.text().contains("Monday, 13 July 2026"), "{}", page.text());
        let undo_move = action(&page.html(), "/undo");

        aigul.post(&undo_move, &[]).await;
        for (case, before) in cases.iter().zip(&assigned) {
            assert_eq!(&world.bytes(case.id).await, before);
        }
        aigul.post(&undo_assign, &[]).await;
        for (case, before) in cases.iter().zip(&before) {
            assert_eq!(&world.bytes(case.id).await, before);
        }
        let again = aigul.post(&undo_assign, &[]).await;
        assert!(aigul.get(again.header("location")).await.text().contains("This was undone already"));
        let timeline = aigul.get(&path(&cases[0])).await.text();
        assert!(
            timeline.contains("undone: Owner changed") && timeline.contains("undone: Deadline moved"),
            "{timeline}"
        );
    })
    .await;
}

#[tokio::test]
async fn undo_leaves_alone_what_somebody_changed_since() {
    on_each(async |world| {
        let cases = twelve(&world).await;
        let mut aigul = world.aigul().await;
        let back = act(&mut aigul, &cases, &[("act", "assign"), ("owner", AIGUL.0)]).await;
        let undo = action(&aigul.get(&back).await.html(), "/undo");
        aigul.post(&format!("{}/assign", path(&cases[3])), &[("owner", GULNARA.0)]).await;
        let before = world.bytes(cases[3].id).await;
        aigul.post(&undo, &[]).await;
        assert_eq!(world.bytes(cases[3].id).await, before);
        let list = aigul.get("/en/office/cases?owner=nobody").await.text();
        assert!(list.contains("11 cases") && !list.contains("Film 04"), "{list}");
    })
    .await;
}

#[tokio::test]
async fn a_preview_says_for_each_case_what_would_happen_and_changes_nothing() {
    on_each(async |world| {
        let inquiry = world.open("inquiry", "Inquiry").await;
        let permit = world.open("permit", "Permit").await;
        let before = (world.bytes(inquiry.id).await, world.bytes(permit.id).await);
        let mut aigul = world.aigul().await;
        let (one, other) = (inquiry.id.to_string(), permit.id.to_string());
        let fields = [("pick", one.as_str()), ("pick", other.as_str()), ("act", "state"), ("state", "answered")];
        let preview = aigul.post("/en/office/cases/act", &fields).await.text();
        assert!(preview.contains("Change the status to: Answered"), "{preview}");
        assert!(preview.contains("1 of 2 would change") && preview.contains("cannot go there"), "{preview}");
        assert_eq!((world.bytes(inquiry.id).await, world.bytes(permit.id).await), before);
    })
    .await;
}

#[tokio::test]
async fn thirty_days_later_an_act_stays() {
    on_each(async |world| {
        let cases = twelve(&world).await;
        let mut aigul = world.aigul().await;
        let back = act(&mut aigul, &cases, &[("act", "assign"), ("owner", AIGUL.0)]).await;
        let undo = action(&aigul.get(&back).await.html(), "/undo");
        let mut late = world.at("2026-08-07T06:00:00Z", AIGUL, &[Role::Officer]).await;
        let answer = late.post(&undo, &[]).await;
        assert!(late.get(answer.header("location")).await.text().contains("older than thirty days"));
    })
    .await;
}
