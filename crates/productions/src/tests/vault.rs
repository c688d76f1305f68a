use testkit::on_each_database;

use super::site::{TestSite, inquire, led, steps, write};

const SCRIPT: &[u8] =
    "Title: Steppe\n\nНАТ. СТЕПЬ – РАССВЕТ\n\nA rider stops.\n\nINT. YURT - NIGHT #2A#\n\nASEL\nQuiet.\n".as_bytes();

#[tokio::test]
async fn a_script_that_came_with_the_inquiry_opens_only_to_those_who_work_on_it() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let mut browser = site.stranger();
        let draft = write(&mut browser, "en", "Steppe", "chloe@rouge.test").await;
        let looks = format!("{draft}/looks");
        led(&browser.upload(&looks, &[("looks", "Dry")], &[("script", "steppe.fountain", SCRIPT)]).await);
        assert!(browser.get(&looks).await.text().contains("steppe.fountain"));
        led(&browser.upload(&format!("{draft}/check"), &[], &[]).await);

        let mut officer = site.officer().await;
        let file = officer.get("/en/office/productions/KZ-2026-0001").await;
        assert!(file.text().contains("2 scenes"), "{}", file.text());
        let link = file.links().into_iter().find(|link| link.contains("/scripts/")).unwrap();
        let read = officer.get(&link).await;
        for said in
            ["Exterior", "СТЕПЬ", "Dawn", "2A", "A rider stops.", "Aizhan Sadykova · 24/11/2026, 12:00 · KZ-2026-0001"]
        {
            assert!(read.text().contains(said), "no `{said}` in {}", read.text());
        }
        assert_eq!(read.header("cache-control"), "no-store");
        assert_eq!(site.visitor("other@film.test", "officer").await.get(&link).await.status.as_u16(), 403);

        let mut owner = site.visitor("chloe@rouge.test", "-").await;
        let scripts = owner.get("/en/portal/productions/KZ-2026-0001/scripts").await;
        let log = scripts.links().into_iter().find(|link| link.ends_with("/log")).unwrap();
        assert!(owner.get(&log).await.text().contains("Aizhan Sadykova Read"), "{}", owner.get(&log).await.text());
        led(&owner.post(&log.replace("/log", "/withdraw"), &[]).await);
        let gone = officer.get(&link).await;
        assert_eq!((gone.status.as_u16(), gone.text().contains("Withdrawn")), (410, true));
    })
    .await;
}

#[tokio::test]
async fn a_script_shuts_after_its_last_day() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "chloe@rouge.test").await;
        let path = format!("/en/portal/productions/{reference}/scripts");
        let mut owner = site.visitor("chloe@rouge.test", "-").await;
        let late = [("expires-on", "2029-01-01")];
        let refused = owner.upload(&path, &late, &[("script", "a.fountain", SCRIPT)]).await;
        assert!(refused.text().contains("Choose a day from today to"), "{}", refused.text());
        led(&owner.upload(&path, &[("expires-on", "2026-12-01")], &[("script", "a.fountain", SCRIPT)]).await);
        let script = owner.get(&path).await.links().into_iter().find(|link| link.ends_with("/log")).unwrap();
        let script = script.trim_end_matches("/log");
        assert!(owner.get(script).await.status.is_success());
        let later = TestSite::at(&store, "2026-12-02T07:00:00Z").await;
        let shut = later.visitor("chloe@rouge.test", "-").await.get(script).await;
        assert_eq!((shut.status.as_u16(), shut.text().contains("Its time is over")), (410, true));
    })
    .await;
}

#[tokio::test]
async fn a_pdf_goes_to_the_office_only_with_its_readers_name_on_it_and_that_is_noted() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "chloe@rouge.test").await;
        let path = format!("/en/portal/productions/{reference}/scripts");
        let mut owner = site.visitor("chloe@rouge.test", "-").await;
        let pdf =
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
                    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        led(&owner.upload(&path, &[], &[("script", "steppe.pdf", pdf)]).await);
        let mut officer = site.officer().await;
        let file = officer.get(&format!("/en/office/productions/{reference}")).await;
        let link = file.links().into_iter().find(|link| link.ends_with("/file")).unwrap();
        let answer = officer.get(&link).await;
        assert_eq!(answer.header("content-type"), "application/pdf");
        assert_eq!(documents::pages_of(&answer.body), Some(1));
        assert_ne!(answer.body, pdf);
        let other = site.visitor("boss@film.test", "administrator").await.get(&link).await;
        assert_ne!(answer.body, other.body, "another reader, another name");
        let log = owner.get(&path).await.links().into_iter().find(|link| link.ends_with("/log")).unwrap();
        assert!(owner.get(&log).await.text().contains("Aizhan Sadykova Downloaded"));
    })
    .await;
}

#[tokio::test]
async fn a_bad_file_is_refused_with_what_where_and_what_to_do() {
    on_each_database(&steps(), async |store| {
        let site = TestSite::new(&store).await;
        let reference = inquire(&site, "Steppe", "chloe@rouge.test").await;
        let path = format!("/en/portal/productions/{reference}/scripts");
        let mut owner = site.visitor("chloe@rouge.test", "-").await;
        let table: [(&str, &[u8], &str, &str); 6] = [
            ("a.pdf", b"%PDF-1.7 /Encrypt", "locked or damaged", "without a password"),
            ("a.docx", b"PK", "`a.docx` is neither a PDF", "Save it as PDF, .fountain or .fdx"),
            ("a.fdx", b"<FinalDraft>\n<Content>\n<Para", "breaks off at line 3", "Open it in Final Draft"),
            ("a.fdx", b"<html></html>", "not of Final Draft", "Save it from Final Draft"),
            ("a.fountain", b"INT. A\n\n\xff\xff", "From line 3 on", "Save it as UTF-8"),
            ("a.pdf", b"MZ", "`a.pdf` is neither a PDF", "Save it as PDF"),
        ];
        for (name, bytes, what, fix) in table {
            let answer = owner.upload(&path, &[], &[("script", name, bytes)]).await;
            assert_eq!(answer.status.as_u16(), 422, "{name}");
            assert!(answer.text().contains(what) && answer.text().contains(fix), "{name}: {}", answer.text());
        }
        let none = owner.upload(&path, &[], &[]).await;
        assert!(none.text().contains("Choose a file first"));
    })
    .await;
}
