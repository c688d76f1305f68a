use std::io::{Cursor, Read};

use testkit::{Browser, on_each_database};

use super::site::{TestSite, inquire, led, steps};

#[tokio::test]
async fn the_owner_sees_whose_turn_it_is_and_that_nothing_is_needed() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "chloe@rouge.test").await;
        for (tag, nothing, with) in [
            ("en", "Nothing is needed from you", "With the commission"),
            ("ru", "От вас ничего не нужно", "На рассмотрении"),
            ("kk", "Сізден ештеңе қажет емес", "Комиссияда"),
        ] {
            let mut owner = site.visitor("chloe@rouge.test", "-").await;
            let mine = owner.get(&format!("/{tag}/portal/")).await.text();
            assert!(mine.contains("Steppe") && mine.contains(with), "{mine}");
            let status = owner.get(&format!("/{tag}/portal/productions/{reference}")).await;
            assert!(status.text().contains(nothing) && status.text().contains("18:00"), "{}", status.text());
            assert!(status.text().contains("Aizhan Sadykova") && status.text().contains("Red canyons"));
        }
    })
    .await;
}

async fn join(site: &TestSite, store: &store::Store, reference: &str, email: &str, role: &str) -> Browser {
    let mut owner = site.visitor("chloe@rouge.test", "-").await;
    let team = format!("/en/portal/productions/{reference}/team");
    let fields = [("member-name", role), ("member-email", email), ("role", role)];
    led(&owner.post(&team, &fields).await);
    let letters = mail::list_to(store, email, 1).await.unwrap();
    let text = letters.first().unwrap().text.clone();
    let link = text.split_whitespace().find(|word| word.contains("/portal/join/")).unwrap();
    let path = link.trim_start_matches("https://film.test").to_owned();
    let mut member = site.visitor(email, "-").await;
    assert!(member.get(&path).await.text().contains("You are invited as"));
    assert_eq!(led(&member.post(&path, &[]).await), format!("/en/portal/productions/{reference}"));
    member
}

#[tokio::test]
async fn each_role_opens_what_it_may_and_a_stranger_learns_nothing() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "chloe@rouge.test").await;
        let pages = [
            "",
            "/messages",
            "/documents",
            "/scripts",
            "/team",
            "/edit/brief",
            "/edit/budget",
            "/export.zip",
            "/calendar.ics",
        ];
        let table = [
            ("owner@x.test", "owner", [200, 200, 200, 200, 200, 200, 200, 200, 200]),
            ("co@x.test", "co-author", [200, 200, 200, 200, 200, 200, 200, 403, 200]),
            ("acc@x.test", "accountant", [200, 200, 200, 403, 200, 403, 200, 403, 200]),
            ("law@x.test", "lawyer", [200, 200, 200, 200, 200, 403, 403, 403, 200]),
            ("aud@x.test", "auditor", [200, 403, 200, 403, 200, 403, 403, 200, 200]),
            ("bank@x.test", "lender", [200, 403, 403, 403, 403, 403, 403, 403, 200]),
        ];
        for (email, role, expected) in table {
            let mut member = join(&site, &store, &reference, email, role).await;
            let mut got = Vec::new();
            for page in pages {
                got.push(member.get(&format!("/en/portal/productions/{reference}{page}")).await.status.as_u16());
            }
            assert_eq!(got, expected, "{role}");
        }
        let mut other = site.visitor("other@x.test", "-").await;
        for page in pages {
            let answer = other.get(&format!("/en/portal/productions/{reference}{page}")).await;
            assert_eq!(answer.status.as_u16(), 404, "{page}");
        }
        let none = site.stranger().get(&format!("/en/portal/productions/{reference}")).await;
        assert!(led(&none).contains("/en/sign-in?next="));
    })
    .await;
}

#[tokio::test]
async fn an_invitation_is_one_persons_and_ends_when_they_are_removed() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "chloe@rouge.test").await;
        let mut lawyer = join(&site, &store, &reference, "law@x.test", "lawyer").await;
        let letters = mail::list_to(&store, "law@x.test", 1).await.unwrap();
        let link =
            letters.first().unwrap().text.split_whitespace().find(|word| word.contains("/join/")).unwrap().to_owned();
        let path = link.trim_start_matches("https://film.test");
        assert_eq!(site.visitor("thief@x.test", "-").await.get(path).await.status.as_u16(), 404);
        let mut owner = site.visitor("chloe@rouge.test", "-").await;
        let team = owner.get(&format!("/en/portal/productions/{reference}/team")).await;
        let remove = team.links().into_iter().find(|link| link.ends_with("/remove")).unwrap();
        assert_eq!(lawyer.post(&remove, &[]).await.status.as_u16(), 403);
        led(&owner.post(&remove, &[]).await);
        assert_eq!(lawyer.get(&format!("/en/portal/productions/{reference}")).await.status.as_u16(), 404);
    })
    .await;
}

#[tokio::test]
async fn a_message_reaches_the_case_once() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "chloe@rouge.test").await;
        let mut owner = site.visitor("chloe@rouge.test", "-").await;
        let path = format!("/en/portal/productions/{reference}/messages");
        let empty = owner.post(&path, &[("text", "  ")]).await;
        assert!(empty.text().contains("Write something first"));
        for _ in 0..2 {
            led(&owner.post(&path, &[("text", "Is May dry?"), ("once", "m1")]).await);
        }
        let page = owner.get(&path).await.text();
        assert_eq!(page.matches("Is May dry?").count(), 1, "{page}");
        let office = site.officer().await.get(&format!("/en/office/productions/{reference}")).await.text();
        assert!(office.contains("Is May dry?") && office.contains(&format!("{reference}: ")), "{office}");
    })
    .await;
}

#[tokio::test]
async fn a_paper_reaches_the_case_and_whom_it_concerns() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "chloe@rouge.test").await;
        let mut owner = site.visitor("chloe@rouge.test", "-").await;
        let path = format!("/en/portal/productions/{reference}/documents");
        let none = owner.upload(&path, &[], &[]).await;
        assert!(none.text().contains("Choose a file first"), "{}", none.text());
        let pdf = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
        led(&owner.upload(&path, &[("name", "Insurance")], &[("file", "insurance.pdf", pdf)]).await);
        let page = owner.get(&path).await;
        assert!(page.text().contains("Insurance KZ-2026-0001"), "{}", page.text());
        let link = page.links().into_iter().find(|link| link.starts_with(&format!("{path}/"))).unwrap();
        assert_eq!(owner.get(&link).await.body, pdf);
        assert_eq!(site.visitor("other@x.test", "-").await.get(&link).await.status.as_u16(), 404);
        let archive = owner.get(&format!("/en/portal/productions/{reference}/export.zip")).await;
        let zip = zip::ZipArchive::new(Cursor::new(archive.body)).unwrap();
        assert!(zip.file_names().any(|name| name.unwrap().ends_with("-insurance.pdf")));
    })
    .await;
}

#[tokio::test]
async fn a_producer_commits_and_takes_everything_along() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "chloe@rouge.test").await;
        let mut officer = site.officer().await;
        for (version, stage) in [("1", "triaged"), ("2", "in-work"), ("3", "package-sent")] {
            let fields = [("version", version), ("stage", stage)];
            led(&officer.post(&format!("/en/office/productions/{reference}/stage"), &fields).await);
        }
        let mut owner = site.visitor("chloe@rouge.test", "-").await;
        let page = format!("/en/portal/productions/{reference}");
        led(&owner.post(&format!("{page}/stage"), &[("stage", "committed"), ("note", "We come in May")]).await);
        let wrong = owner.post(&format!("{page}/stage"), &[("stage", "lost")]).await;
        assert!(wrong.text().contains("This step is taken by the commission"), "{}", wrong.text());
        let archive = owner.get(&format!("{page}/export.zip")).await;
        let mut zip = zip::ZipArchive::new(Cursor::new(archive.body)).unwrap();
        let mut stages = String::new();
        zip.by_name("stages.json").unwrap().read_to_string(&mut stages).unwrap();
        assert!(stages.contains("We come in May"), "{stages}");
        let calendar = owner.get(&format!("{page}/calendar.ics")).await.html();
        assert!(calendar.contains("DTSTART;VALUE=DATE:20270510") && calendar.contains("DTSTART;VALUE=DATE:20261125"));
    })
    .await;
}

/// Rules whose text was changed once.
pub(super) struct Rules;

impl crate::Estimates for Rules {
    fn find(&self, estimate: &str) -> Option<crate::EstimateSeen> {
        let figure = crate::MoneyRange::from_word("51800000000..51800000000 KZT");
        (estimate == "e1").then(|| crate::EstimateSeen { estimate: "e1".to_owned(), figure, rulebook: "r1".to_owned() })
    }

    fn rulebook(&self) -> String {
        "r2".to_owned()
    }

    fn again(&self, _: &str) -> Option<crate::EstimateSeen> {
        let figure = crate::MoneyRange::from_word("60400000000..60400000000 KZT");
        Some(crate::EstimateSeen { estimate: "e2".to_owned(), figure, rulebook: "r2".to_owned() })
    }
}

#[tokio::test]
async fn a_figure_is_attached_once_and_says_what_new_rules_make_of_it() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "chloe@rouge.test").await;
        let mut owner = site.visitor("chloe@rouge.test", "-").await;
        let path = "/en/portal/estimates/e1";
        let form = owner.get(path).await;
        assert!(
            form.text().contains("₸518M") && form.text().contains(&format!("{reference} Steppe")),
            "{}",
            form.text()
        );
        let unchosen = owner.post(path, &[]).await;
        assert_eq!(unchosen.status.as_u16(), 422);
        let value =
            form.html().split("name=\"production\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        for _ in 0..2 {
            assert!(led(&owner.post(path, &[("production", &value)]).await).ends_with(&reference));
        }
        let page = owner.get(&format!("/en/portal/productions/{reference}")).await;
        assert_eq!(page.text().matches("₸518M").count(), 1, "{}", page.text());
        let now = "2026-12-01T00:00:00Z".parse().unwrap();
        assert_eq!(crate::look_again(&store, &Rules, now).await.unwrap(), 1);
        assert_eq!(crate::look_again(&store, &Rules, now).await.unwrap(), 0);
        let page = owner.get(&format!("/en/portal/productions/{reference}")).await.text();
        assert!(page.contains("Under the new rules: ₸604M"), "{page}");
        assert_eq!(owner.get("/en/portal/estimates/none").await.status.as_u16(), 404);
        let others = site.visitor("other@x.test", "-").await.get(path).await.text();
        assert!(others.contains("no production to which you may attach"), "{others}");
    })
    .await;
}
