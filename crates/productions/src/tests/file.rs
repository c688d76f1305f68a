use testkit::on_each_database;

use super::site::{TestSite, inquire, led, steps};
use crate::sql;

#[tokio::test]
async fn an_officer_edits_one_field_and_a_slower_colleague_is_told() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "a@b.test").await;
        let mut officer = site.officer().await;
        let page = format!("/en/office/productions/{reference}");
        let form = officer.get(&format!("{page}/edit/spend")).await;
        let seen = hidden(&form.html(), "seen");
        let spend = [("seen", seen.as_str()), ("least", "100 000 000"), ("most", "250 000 000"), ("currency", "KZT")];
        led(&officer.post(&format!("{page}/edit/spend"), &spend).await);
        let shown = officer.get(&page).await.text();
        assert!(shown.contains("Changed: Expected spend here") && shown.contains("₸100M – ₸250M"), "{shown}");
        let slower = [("seen", seen.as_str()), ("least", "5"), ("most", ""), ("currency", "KZT")];
        let answer = officer.post(&format!("{page}/edit/spend"), &slower).await;
        assert_eq!(answer.status.as_u16(), 409);
        assert!(
            answer.text().contains("Somebody has written here meanwhile") && answer.text().contains("₸100M – ₸250M")
        );
        assert!(answer.html().contains("value=\"5\""), "what was typed stays");
        // Another field was not touched: no conflict there.
        let seen = hidden(&officer.get(&format!("{page}/edit/waits")).await.html(), "seen");
        led(&officer.post(&format!("{page}/edit/waits"), &[("seen", seen.as_str()), ("waits", "Money")]).await);
    })
    .await;
}

fn hidden(html: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    html.split(&start).nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned()
}

#[tokio::test]
async fn what_cannot_be_used_is_told_beside_its_field() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "a@b.test").await;
        let mut officer = site.officer().await;
        type Row<'r> = (&'r str, &'r [(&'r str, &'r str)], &'r str);
        let table: [Row<'_>; 7] = [
            ("title", &[("title", " ")], "Write a working title"),
            ("spend", &[("least", "much"), ("currency", "KZT")], "`much` is not an amount"),
            ("spend", &[("least", "2"), ("most", "1"), ("currency", "KZT")], "The highest is below the lowest"),
            ("spend", &[("least", "2"), ("currency", "tenge")], "`tenge` is not a currency"),
            ("chance", &[("least", "20"), ("most", "140")], "`140` is not a whole number from 0 to 100"),
            ("next", &[("next-step", "Call them")], "A next step has an owner and a date"),
            ("confidentiality", &[("confidentiality", "code-name")], "Write the code name"),
        ];
        for (field, typed, expected) in table {
            let path = format!("/en/office/productions/{reference}/edit/{field}");
            let seen = hidden(&officer.get(&path).await.html(), "seen");
            let mut fields = vec![("seen", seen.as_str())];
            fields.extend(typed);
            let answer = officer.post(&path, &fields).await;
            assert_eq!(answer.status.as_u16(), 422, "{field}");
            assert!(answer.text().contains(expected), "{field}: {}", answer.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_production_moves_along_its_stages_and_an_end_says_why() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "a@b.test").await;
        let mut officer = site.officer().await;
        let page = format!("/en/office/productions/{reference}");
        let to = format!("{page}/stage");
        let refused = officer.post(&to, &[("version", "1"), ("stage", "shooting")]).await;
        assert!(refused.text().contains("there is no step to that one"), "{}", refused.text());
        led(&officer.post(&to, &[("version", "1"), ("stage", "triaged"), ("note", "Real")]).await);
        let late = officer.post(&to, &[("version", "1"), ("stage", "in-work")]).await;
        assert_eq!(late.status.as_u16(), 409);
        let silent = officer.post(&to, &[("version", "2"), ("stage", "lost")]).await;
        assert!(silent.text().contains("Choose why the production was lost"));
        led(&officer
            .post(&to, &[("version", "2"), ("stage", "lost"), ("lost", "incentive"), ("note", "Georgia")])
            .await);
        let shown = officer.get(&page).await.text();
        for said in ["Lost", "Better incentive elsewhere", "Moved to: Looked through", "Georgia"] {
            assert!(shown.contains(said), "no `{said}` in {shown}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_package_that_nobody_answers_falls_asleep_once() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "a@b.test").await;
        let mut officer = site.officer().await;
        for (version, stage) in [("1", "triaged"), ("2", "in-work"), ("3", "package-sent")] {
            let fields = [("version", version), ("stage", stage)];
            led(&officer.post(&format!("/en/office/productions/{reference}/stage"), &fields).await);
        }
        let sleep = async |moment: &str| crate::put_to_sleep(&site.desk, moment.parse().unwrap()).await.unwrap();
        assert_eq!(sleep("2027-02-20T07:00:00Z").await, 0);
        assert_eq!(sleep("2027-02-23T07:00:00Z").await, 1);
        assert_eq!(sleep("2027-02-23T07:00:00Z").await, 0);
        assert!(officer.get("/en/office/pipeline").await.text().contains("Dormant"));
    })
    .await;
}

#[tokio::test]
async fn the_pipeline_shows_what_each_waits_for_as_list_and_board() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let red = inquire(&site, "Red planet", "a@b.test").await;
        inquire(&site, "Blue sea", "c@d.test").await;
        let mut officer = site.officer().await;
        for (field, value) in
            [("waits", [("waits", "Completion bond")].as_slice()), ("chance", &[("least", "20"), ("most", "40")])]
        {
            let path = format!("/en/office/productions/{red}/edit/{field}");
            let seen = hidden(&officer.get(&path).await.html(), "seen");
            let mut fields = vec![("seen", seen.as_str())];
            fields.extend(value);
            led(&officer.post(&path, &fields).await);
        }
        led(&officer
            .post(&format!("/en/office/productions/{red}/stage"), &[("version", "3"), ("stage", "triaged")])
            .await);
        let list = officer.get("/en/office/pipeline").await.text();
        for said in ["Red planet", "Blue sea", "Completion bond", "20% – 40%", "2 productions", "Film market"] {
            assert!(list.contains(said), "no `{said}` in {list}");
        }
        let filtered = officer.get("/en/office/pipeline?stage=triaged&source=market").await.text();
        assert!(filtered.contains("Red planet") && !filtered.contains("Blue sea"));
        assert!(!officer.get("/en/office/pipeline?source=press").await.text().contains("Red planet"));
        assert!(officer.get("/en/office/pipeline?text=planet").await.text().contains("Red planet"));
        let board = officer.get("/en/office/pipeline?as=board").await;
        assert!(board.text().contains("Looked through 1") && board.text().contains("Scouting 0"), "{}", board.text());
        for path in ["/en/office/pipeline", "/en/office/productions", &format!("/en/office/productions/{red}")] {
            assert_eq!(site.visitor("a@b.test", "-").await.get(path).await.status.as_u16(), 404, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_lead_by_telephone_needs_its_source_and_a_season_follows_another() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let mut officer = site.officer().await;
        let refused = officer.post("/en/office/productions/new", &[("title", "Khan"), ("format", "series")]).await;
        assert!(refused.text().contains("Say how the lead came"), "{}", refused.text());
        let fields =
            [("title", "Khan"), ("format", "series"), ("source", "fam-tour"), ("event", "fam-2026"), ("once", "k1")];
        let first = led(&officer.post("/en/office/productions/new", &fields).await);
        assert_eq!(led(&officer.post("/en/office/productions/new", &fields).await), first, "sent twice is once");
        let second = led(&officer.post(&format!("{first}/copy"), &[("copy-title", "Khan II")]).await);
        let shown = officer.get(&second).await.text();
        assert!(shown.contains("Khan II") && shown.contains("Follows KZ-2026-0001 Khan"), "{shown}");
        let numbers = sql::count_productions(&store, &sql::ProductionFilter::default()).await.unwrap();
        assert_eq!(numbers, 2);
    })
    .await;
}

#[tokio::test]
async fn colleagues_who_do_not_work_on_a_file_know_its_code_name_or_nothing() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let mut officer = site.officer().await;
        for (title, level, code) in [("Red planet", "code-name", "Saffron"), ("Blue sea", "secret", "Indigo")] {
            let reference = inquire(&site, title, "a@b.test").await;
            let path = format!("/en/office/productions/{reference}/edit/confidentiality");
            let seen = hidden(&officer.get(&path).await.html(), "seen");
            let fields = [("seen", seen.as_str()), ("confidentiality", level), ("code-name", code)];
            led(&officer.post(&path, &fields).await);
        }
        let own = officer.get("/en/office/pipeline").await.text();
        assert!(own.contains("Red planet") && own.contains("Blue sea"), "{own}");
        let mut other = site.visitor("other@film.test", "officer").await;
        let list = other.get("/en/office/pipeline").await.text();
        assert!(list.contains("Saffron") && list.contains("1 production"), "{list}");
        for hidden in ["Red planet", "Blue sea", "Indigo", "KZ-2026-0002"] {
            assert!(!list.contains(hidden), "`{hidden}` in {list}");
        }
        assert!(!other.get("/en/office/pipeline?text=planet").await.text().contains("Saffron"));
        let statuses = ["KZ-2026-0001", "KZ-2026-0002"].map(|reference| format!("/en/office/productions/{reference}"));
        assert_eq!(other.get(&statuses[0]).await.status.as_u16(), 403);
        assert_eq!(other.get(&statuses[1]).await.status.as_u16(), 404);
        assert!(site.visitor("head@film.test", "approver").await.get(&statuses[1]).await.status.is_success());
    })
    .await;
}
