use testkit::on_each_database;

use super::site::{NOW, TestSite, led, steps, write};
use crate::record::Production;
use crate::sql;

#[tokio::test]
async fn seven_pages_in_any_language_become_a_production_with_a_promise() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let table = [
            ("en", "Check and send", "Change", "25 November 2026, 18:00 Almaty (14:00 Paris)", "KZ-2026-0001"),
            (
                "ru",
                "Проверьте и отправьте",
                "Изменить",
                "25 ноября 2026\u{a0}г., 18:00 Алматы (14:00 Париж)",
                "KZ-2026-0002",
            ),
            (
                "kk",
                "Тексеріп, жіберіңіз",
                "Өзгерту",
                "2026\u{a0}ж. 25 қараша, сәрсенбі, 18:00 Алматы (14:00 Париж)",
                "KZ-2026-0003",
            ),
        ];
        for (tag, title, change, deadline, reference) in table {
            let mut browser = site.stranger();
            let draft = write(&mut browser, tag, "La Planète rouge", "chloe@rouge.test").await;
            let check = browser.get(&format!("{draft}/check")).await;
            let text = check.text();
            for said in [title, change, "La Planète rouge", "Red canyons, no trees", "A horse", "chloe@rouge.test"] {
                assert!(text.contains(said), "{tag}: no `{said}` in {text}");
            }
            let sent = led(&browser.upload(&format!("{draft}/check"), &[], &[]).await);
            let page = browser.get(&sent).await;
            assert!(page.status.is_success(), "{}", page.text());
            for said in [reference, deadline, "Aizhan Sadykova"] {
                assert!(page.text().contains(said), "{tag}: no `{said}` in {}", page.text());
            }
            let calendar = browser.get(&format!("{draft}/answer.ics")).await;
            assert!(calendar.html().contains("DTSTART:20261125T130000Z"), "{}", calendar.html());
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_written_once_stands_in_the_file_the_case_the_address_book_and_the_letter() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = super::site::inquire(&site, "La Planète rouge", "chloe@rouge.test").await;
        let parsed = reference.parse().unwrap();
        let production = sql::find_production_by_reference(&store, &parsed).await.unwrap().unwrap();
        assert_eq!(production.starts_on.unwrap().to_string(), "2027-05-10");
        assert_eq!(production.shooting_days, Some(24));
        assert_eq!(production.budget.unwrap().most().unwrap().to_string(), "1000000.00 USD");
        assert_eq!(production.source.word(), "market");
        assert_eq!(production.officer, Some(site.officer));
        let cases = casework::cases_of_subject(&store, &Production::subject(production.id)).await.unwrap();
        let case = cases.first().unwrap();
        assert_eq!(
            (case.reference.as_str(), case.due_on.unwrap().to_string().as_str()),
            (reference.as_str(), "2026-11-25")
        );
        let person = people::name_of(&store, production.contact.unwrap(), "en").await.unwrap();
        let company = people::name_of(&store, production.organisation.unwrap(), "en").await.unwrap();
        assert_eq!((person.as_deref(), company.as_deref()), (Some("Chloé D'Aubigné"), Some("Rouge SARL")));
        let letters = mail::list_to(&store, "chloe@rouge.test", 5).await.unwrap();
        let letter = letters.first().unwrap();
        assert!(
            letter.text.contains("18:00 Almaty (14:00 Paris)") && letter.text.contains("Aizhan"),
            "{}",
            letter.text
        );
        // The same person again is the same contact.
        let again = super::site::inquire(&site, "Second film", "chloe@rouge.test").await.parse().unwrap();
        let again = sql::find_production_by_reference(&store, &again).await.unwrap().unwrap();
        assert_eq!((again.contact, again.organisation), (production.contact, production.organisation));
    })
    .await;
}

#[tokio::test]
async fn nothing_typed_is_lost_by_an_error_a_restart_or_the_way_back() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let mut browser = site.stranger();
        let first = [("title", ""), ("format", "series"), ("brief", "A brief that must stay")];
        let refused = browser.upload("/en/start", &first, &[]).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(refused.text().contains("Write a working title") && refused.html().contains("A brief that must stay"));
        // The page that refused is the draft already.
        let action = refused.links().into_iter().find(|link| link.ends_with("/what")).unwrap();
        let mut later = TestSite::at(&store, "2026-12-24T07:00:00Z").await.stranger();
        let page = later.get(&action).await;
        assert!(page.html().contains("A brief that must stay"), "{}", page.text());
        let fields = [("title", "Steppe"), ("format", "series"), ("brief", "A brief that must stay")];
        let when = led(&later.upload(&action, &fields, &[]).await);
        let past = later.upload(&when, &[("starts-on", "31.02.2027"), ("shooting-days", "12")], &[]).await;
        assert!(past.text().contains("`31.02.2027` is not a day") && past.html().contains("value=\"12\""));
        let back = later.get(&action).await;
        assert!(back.html().contains("value=\"Steppe\""), "{}", back.html());
        // What is left out is named on the last page, and nothing is sent.
        let check = action.replace("/what", "/check");
        let unfinished = later.upload(&check, &[], &[]).await;
        assert_eq!(unfinished.status.as_u16(), 422);
        assert!(unfinished.text().contains("This page is not finished"));
    })
    .await;
}

#[tokio::test]
async fn a_change_leads_straight_back_to_the_check() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let mut browser = site.stranger();
        let draft = write(&mut browser, "en", "Steppe", "a@b.test").await;
        let page = browser.get(&format!("{draft}/budget?then=check")).await;
        assert!(page.html().contains("name=\"then\" value=\"check\""));
        let answer = browser.upload(&format!("{draft}/budget"), &[("budget", "unknown"), ("then", "check")], &[]).await;
        assert_eq!(led(&answer), format!("{draft}/check"));
        assert!(browser.get(&format!("{draft}/check")).await.text().contains("Not known yet"));
    })
    .await;
}

#[tokio::test]
async fn an_inquiry_that_is_sent_twice_is_one() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let mut browser = site.stranger();
        let draft = write(&mut browser, "en", "Steppe", "a@b.test").await;
        let sent = led(&browser.upload(&format!("{draft}/check"), &[], &[]).await);
        assert_eq!(led(&browser.upload(&format!("{draft}/check"), &[], &[]).await), sent);
        assert_eq!(led(&browser.get(&format!("{draft}/what")).await), sent);
        let all = sql::ProductionFilter::default();
        assert_eq!(sql::count_productions(&store, &all).await.unwrap(), 1);
        // A year later the confirmation still stands, and says nothing that was typed.
        let later = TestSite::at(&store, "2027-11-24T07:00:00Z").await;
        let page = later.stranger().get(&sent).await;
        assert!(page.text().contains("KZ-2026-0001") && !page.text().contains("astronauts"));
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_forgotten_after_a_year_without_a_visit_and_a_sent_one_is_not() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let mut browser = site.stranger();
        let draft = write(&mut browser, "en", "Steppe", "a@b.test").await;
        let other = write(&mut browser, "en", "Sea", "a@b.test").await;
        let sent = led(&browser.upload(&format!("{other}/check"), &[], &[]).await);
        let forget = async |moment: &str| crate::forget_old_drafts(&store, moment.parse().unwrap()).await.unwrap();
        assert_eq!(forget(NOW).await, 0);
        assert_eq!(forget("2027-11-25T07:00:00Z").await, 1);
        assert_eq!(browser.get(&format!("{draft}/what")).await.status.as_u16(), 404);
        assert!(browser.get(&sent).await.status.is_success());
    })
    .await;
}

#[tokio::test]
async fn a_guessed_draft_does_not_exist() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let mut browser = site.stranger();
        for path in
            ["/en/start/guess/what", "/en/start/guess/sent", "/en/start/guess/answer.ics", "/en/start/guess/why"]
        {
            assert_eq!(browser.get(path).await.status.as_u16(), 404, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_link_from_a_fair_is_remembered() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let mut browser = site.stranger();
        let page = browser.get("/en/start?source=festival&event=berlinale-2027").await;
        assert!(page.html().contains("value=\"berlinale-2027\""));
        let first = [
            ("title", "Steppe"),
            ("format", "feature"),
            ("brief", "x"),
            ("source", "festival"),
            ("event", "berlinale-2027"),
        ];
        let when = led(&browser.upload("/en/start", &first, &[]).await);
        let who = browser.get(&when.replace("/when", "/who")).await;
        assert!(who.html().contains("<option value=\"festival\" selected>"), "{}", who.html());
    })
    .await;
}
