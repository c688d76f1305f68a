use axum::http::StatusCode;
use casework::{escalate, messages_outside, take_letter, write_to_office};
use testkit::Answer;

use crate::world::{AIGUL, GULNARA, MORNING, action, by, moment, on_each, path};
use web::Role;

#[track_caller]
fn has(answer: &Answer, sentences: &[&str]) {
    let text = answer.text();
    for sentence in sentences {
        assert!(text.contains(sentence), "`{sentence}` is not in {text}");
    }
}

#[tokio::test]
async fn an_inquiry_is_taken_answered_and_closed_within_its_promise() {
    on_each(async |world| {
        let case = world.open("inquiry", "Steppe Riders").await;
        let mut aigul = world.aigul().await;
        // One working day from Wednesday: until Thursday at six.
        let today = aigul.get("/en/office").await;
        has(&today, &["New, nobody has taken them: 1", "Steppe Riders", "1 working day left", "Thursday, 9 July 2026"]);
        let inbox = aigul.get("/en/office/inbox").await;
        has(&inbox, &["Steppe Riders", "Assign to me"]);
        let taken = aigul.post(&format!("{}/assign", path(&case)), &[("owner", AIGUL.0)]).await;
        let page = aigul.get(taken.header("location")).await;
        has(&page, &["Owner changed: 1", "Undo", "owner: Nobody → Айгүл Сәрсенова"]);
        has(&page, &["Thursday, 9 July 2026, 18:00 Almaty"]);
        has(&aigul.get("/en/office/inbox").await, &["Every case has somebody who answers for it"]);

        let moved = aigul.post(&format!("{}/state", path(&case)), &[("state", "answered")]).await;
        let page = aigul.get(moved.header("location")).await;
        has(&page, &["status: New → Answered", "Met: 8 July 2026"]);
        has(&aigul.get("/en/office").await, &["Nothing is overdue, nothing waits for you"]);
    })
    .await;
}

#[tokio::test]
async fn a_clock_stands_while_the_applicant_has_to_answer_and_says_so() {
    on_each(async |world| {
        let case = world.open("permit", "Drone over Charyn").await;
        let state = format!("{}/state", path(&case));
        let mut aigul = world.aigul().await;
        aigul.post(&state, &[("state", "working")]).await;
        aigul.post(&state, &[("state", "asked"), ("reason", "the map is missing")]).await;
        let page = aigul.get(&path(&case)).await;
        has(
            &page,
            &[
                "Waiting for the applicant",
                "Promised: paused, 5 working days left",
                "By law: paused, 15 working days left",
            ],
        );
        has(&aigul.get("/en/office/deadlines").await, &["Paused, with the reason", "Drone over Charyn"]);

        // Five working days later it goes on with what was left: until Wednesday 22 July, and 5 August by law.
        let mut later = world.at("2026-07-15T06:00:00Z", AIGUL, &[Role::Officer]).await;
        later.post(&state, &[("state", "working")]).await;
        let page = later.get(&path(&case)).await;
        has(&page, &["Wednesday, 22 July 2026, 18:00 Almaty", "Wednesday, 5 August 2026", "Law, article 7"]);
        has(&page, &["Promised: running again until Wednesday, 22 July 2026"]);
    })
    .await;
}

#[tokio::test]
async fn a_pause_by_hand_wants_a_reason_and_what_was_typed_stays() {
    on_each(async |world| {
        let case = world.open("inquiry", "Harbour").await;
        let mut aigul = world.aigul().await;
        let html = aigul.get(&path(&case)).await.html();
        let clock = html.split("/clocks/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let address = format!("{}/clocks/{clock}", path(&case));
        let (reason, days) = (format!("reason-{clock}"), format!("days-{clock}"));
        let refused = aigul.post(&address, &[("deed", "extend"), (&days, "many"), (&reason, "on the road")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        has(&refused, &["Write a number of working days"]);
        assert!(refused.html().contains("value=\"on the road\"") && refused.html().contains("value=\"many\""));
        assert_eq!(aigul.post(&address, &[("deed", "pause")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);

        let moved = aigul.post(&address, &[("deed", "extend"), (&days, "2"), (&reason, "producer flies")]).await;
        let page = aigul.get(moved.header("location")).await;
        has(&page, &["Promised: Thursday, 9 July 2026 → Monday, 13 July 2026", "producer flies"]);
    })
    .await;
}

#[tokio::test]
async fn a_message_can_be_taken_back_for_a_minute_and_notes_never_leave() {
    on_each(async |world| {
        let case = world.open("inquiry", "Night train").await;
        let mut aigul = world.aigul().await;
        aigul.post(&format!("{}/note", path(&case)), &[("note", "careful, @Гүлнара: they know the minister")]).await;
        aigul.post(&format!("{}/message", path(&case)), &[("message", "Welcome to Kazakhstan")]).await;
        let page = aigul.get(&path(&case)).await;
        has(
            &page,
            &["Goes to Jean Dupont, jean@producer.test", "careful, @Гүлнара", "Welcome to Kazakhstan", "Take back"],
        );
        assert!(page.html().contains("entry-note\">careful") && page.html().contains("entry-message\">Welcome"));

        let outside = |now: &'static str| messages_outside(&world.store, &case, moment(now), None, 10);
        assert_eq!(outside("2026-07-08T06:00:59Z").await.unwrap(), []);
        let seen = outside("2026-07-08T06:01:00Z").await.unwrap();
        assert_eq!(seen.iter().map(|message| message.text.as_str()).collect::<Vec<_>>(), ["Welcome to Kazakhstan"]);

        let mut gulnara = world.at("2026-07-08T06:00:30Z", GULNARA, &[Role::Officer]).await;
        has(&gulnara.get("/en/office").await, &["You were mentioned: 1", "they know the minister"]);
        let page = gulnara.get(&path(&case)).await.html();
        let taken = gulnara.post(&action(&page, "/take-back"), &[]).await;
        has(&gulnara.get(taken.header("location")).await, &["The message was taken back"]);
        assert_eq!(outside("2026-07-08T06:05:00Z").await.unwrap(), []);
        let waiting = mail::list(&world.store, None, 10).await.unwrap();
        assert_eq!(waiting.len(), 1);
        assert!(matches!(waiting[0].state(moment("2026-07-08T06:05:00Z")), mail::State::TakenBack { .. }));
        // Seen is seen.
        has(&gulnara.get("/en/office").await, &["New, nobody has taken them: 1"]);
        assert!(!gulnara.get("/en/office").await.text().contains("You were mentioned"));
    })
    .await;
}

#[tokio::test]
async fn a_reply_by_mail_lands_on_its_case_once_and_a_made_up_address_on_none() {
    on_each(async |world| {
        let case = world.open("inquiry", "Mail train").await;
        let address = world.desk.mail.reply_address(&case.reference.parse().unwrap());
        let letter = |to: &str| {
            let text = format!(
                "From: Jean <jean@producer.test>\r\nTo: {to}\r\nSubject: Re\r\nMessage-ID: <1@producer.test>\r\n\
                 Date: Wed, 8 Jul 2026 06:00:00 +0000\r\n\r\nWe come in May <script>alert(1)</script>\r\n"
            );
            mail::receive(&world.desk.mail, text.as_bytes()).unwrap()
        };
        let forged = letter(&address.replace("case+", "case+x"));
        assert_eq!(take_letter(&world.desk, &forged, moment(MORNING)).await.unwrap(), None);
        let taken = take_letter(&world.desk, &letter(&address), moment(MORNING)).await.unwrap();
        assert_eq!(taken.map(|case| case.id), Some(case.id));
        assert_eq!(take_letter(&world.desk, &letter(&address), moment(MORNING)).await.unwrap(), None);
        let mut aigul = world.aigul().await;
        let page = aigul.get(&path(&case)).await;
        has(&page, &["Jean", "wrote to us", "We come in May"]);
        assert!(!page.html().contains("<script>alert"), "what came by mail is text");
    })
    .await;
}

#[tokio::test]
async fn papers_have_versions_and_the_checklist_says_what_is_missing() {
    on_each(async |world| {
        let case = world.open("permit", "Canyon").await;
        let documents = format!("{}/documents", path(&case));
        let mut aigul = world.aigul().await;
        has(&aigul.get(&path(&case)).await, &["Script Missing", "Budget Missing"]);
        let pdf: &[u8] = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";
        let first = aigul.upload(&documents, &[("requirement", "script")], &[("file", "draft.pdf", pdf)]).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
        aigul.upload(&documents, &[("requirement", "script")], &[("file", "final.pdf", pdf)]).await;
        let page = aigul.get(&path(&case)).await;
        has(&page, &["Script Received", "version 2 · final.pdf", "version 1 · draft.pdf", "document: final.pdf"]);
        let href = page.links().into_iter().find(|link| link.contains("/documents/0")).unwrap();
        assert_eq!(aigul.get(&href).await.body, pdf);

        let judge = format!("{}/requirements/script", path(&case));
        assert_eq!(aigul.post(&judge, &[("answer", "replace")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        aigul.post(&judge, &[("answer", "replace"), ("replace-script", "page 3 cannot be read")]).await;
        has(&aigul.get(&path(&case)).await, &["Script To be replaced", "page 3 cannot be read"]);
        aigul.post(&judge, &[("answer", "accept")]).await;
        has(&aigul.get(&path(&case)).await, &["Script Accepted"]);
        let wrong = aigul.upload(&documents, &[], &[("file", "virus.pdf", b"MZ\x90\x00 not a pdf")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);

        let archive = aigul.get(&format!("{}/export.zip", path(&case))).await;
        assert_eq!(archive.header("content-type"), "application/zip");
        let names = String::from_utf8_lossy(&archive.body).into_owned();
        for name in ["index.html", "timeline.csv", "case.json", "final.pdf", "draft.pdf"] {
            assert!(names.contains(name), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn tasks_have_owners_and_days_and_come_to_today() {
    on_each(async |world| {
        let case = world.open("inquiry", "Studio").await;
        let tasks = format!("{}/tasks", path(&case));
        let mut aigul = world.aigul().await;
        let wrong = aigul.post(&tasks, &[("task", "call the studio"), ("task-due", "tomorrow")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        has(&wrong, &["`tomorrow` is not a day"]);
        let fields = [("task", "call the studio"), ("task-due", "2026-07-09"), ("task-owner", AIGUL.0)];
        aigul.post(&tasks, &fields).await;
        let today = aigul.get("/en/office").await;
        has(&today, &["Your tasks: 1", "call the studio", "1 working day left"]);
        let page = aigul.get(&path(&case)).await.html();
        let task = page.split("/tasks/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        aigul.post(&format!("{tasks}/{task}"), &[]).await;
        assert!(!aigul.get("/en/office").await.text().contains("Your tasks"));
        has(&aigul.get(&path(&case)).await, &["task done: call the studio"]);
    })
    .await;
}

#[tokio::test]
async fn an_urgent_clock_speaks_up_once_at_each_step() {
    on_each(async |world| {
        let case = world.open("inquiry", "Urgent").await;
        let mut aigul = world.aigul().await;
        aigul.post(&format!("{}/assign", path(&case)), &[("owner", AIGUL.0)]).await;
        let at = |now: &'static str| escalate(&world.desk, moment(now));
        assert_eq!(at("2026-07-08T12:59:00Z").await.unwrap(), 0);
        // Thursday at 14:00, half of its nine hours and more; at 17:00 more than four fifths; at 18:00 all.
        assert_eq!(at("2026-07-09T09:00:00Z").await.unwrap(), 1);
        assert_eq!(at("2026-07-09T09:15:00Z").await.unwrap(), 0);
        assert_eq!(at("2026-07-09T12:00:00Z").await.unwrap(), 1);
        assert_eq!(at("2026-07-09T13:00:00Z").await.unwrap(), 1);
        assert_eq!(at("2026-07-10T06:00:00Z").await.unwrap(), 0);
        let mut later = world.at("2026-07-10T06:00:00Z", AIGUL, &[Role::Officer]).await;
        let today = later.get("/en/office").await;
        has(
            &today,
            &["Overdue: 1", "1 working day late", "You were mentioned: 2", "80% of the time for this case is gone"],
        );
        let mut head = world.daniyar().await;
        has(&head.get("/en/office").await, &["You were mentioned: 2"]);
        has(&later.get(&path(&case)).await, &["Promised: 100% of the time is gone"]);
    })
    .await;
}

#[tokio::test]
async fn a_form_sent_twice_does_one_thing() {
    on_each(async |world| {
        let case = world.open("inquiry", "Twice").await;
        let mut aigul = world.aigul().await;
        let fields = [("once", "the-same-key"), ("note", "only once")];
        for _ in 0..2 {
            let answer = aigul.post(&format!("{}/note", path(&case)), &fields).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
        }
        let page = aigul.get(&path(&case)).await.text();
        assert_eq!(page.matches("only once").count(), 1);
        let change = world.store.change(by("test", MORNING)).await.unwrap();
        for _ in 0..2 {
            write_to_office(&change, &case, "Jean", "by mail", Some("<7@x>")).await.unwrap();
        }
        change.commit().await.unwrap();
        assert_eq!(aigul.get(&path(&case)).await.text().matches("by mail").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_overwrites_a_title_that_they_have_not_seen() {
    on_each(async |world| {
        let case = world.open("inquiry", "First title").await;
        let rename = format!("{}/rename", path(&case));
        let mut aigul = world.aigul().await;
        aigul.post(&rename, &[("seen", "First title"), ("title", "Second title")]).await;
        let late = aigul.post(&rename, &[("seen", "First title"), ("title", "Third title")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        has(&late, &["Somebody changed this meanwhile; now it is: Second title"]);
        assert!(late.html().contains("value=\"Third title\""), "what was typed stays");
    })
    .await;
}

#[tokio::test]
async fn a_deadline_is_told_in_the_applicants_hours_too() {
    on_each(async |world| {
        let change = world.store.change(by("test", MORNING)).await.unwrap();
        let jean = people::find_or_make(&change, "jean@film.test", "Jean", "en", "Europe/Paris").await.unwrap();
        change.record(store::Entry::new("test", "jean", "made")).await;
        change.commit().await.unwrap();
        let case = world.open_for("inquiry", "From Paris", Some(jean.id)).await;
        let mut aigul = world.aigul().await;
        has(&aigul.get(&path(&case)).await, &["Thursday, 9 July 2026, 18:00 Almaty (15:00 Paris)"]);
    })
    .await;
}
