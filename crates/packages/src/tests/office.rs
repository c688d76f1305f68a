//! What the office puts together.

use axum::http::StatusCode;
use testkit::Browser;

use super::site::{TestSite, chosen, led, with_site};

async fn package(site: &TestSite, officer: &mut Browser) -> (String, String) {
    let mut producer = site.stranger();
    let reference = site.inquire(&mut producer, "").await;
    let fields = [
        ("case", reference.as_str()),
        ("title", "Red planet"),
        ("recipient", "Chloé"),
        ("email", "chloe@rouge.example"),
        ("language", "en"),
    ];
    (led(&officer.post("/en/office/packages/new", &fields).await), reference)
}

#[tokio::test]
async fn a_package_is_put_together_sent_answered_and_the_case_knows() {
    with_site(async |site: TestSite| {
        let mut officer = site.officer().await;
        let (package, reference) = package(&site, &mut officer).await;
        assert!(
            officer.get(&package).await.html().contains("value=\"en\" selected>en<"),
            "languages are called by name"
        );
        // The inquiry's own words find the canyon.
        let page = officer.get(&package).await;
        assert!(page.text().contains("The inquiry's own words ask for Charyn Canyon"), "{}", page.text());
        let ids = [site.id_of("charyn-canyon").await, site.id_of("secret-valley").await];
        let both = [("location", ids[0].as_str()), ("location", ids[1].as_str())];
        led(&officer.post(&format!("{package}/add"), &both).await);
        let page = officer.get(&package).await;
        assert!(page.text().contains("2. Secret Valley Not public yet"), "{}", page.text());
        let [first, _] = &chosen(&page)[..] else { panic!("{}", page.html()) };
        let note = [("kept", "yes"), ("scene", "12, EXT. MARS"), ("note", "Morning only")];
        led(&officer.post(&format!("{package}/places/{first}"), &note).await);
        let sent = officer.post(&format!("{package}/send"), &[("message", "Dear Chloé, please look.")]).await;
        let page = officer.get(&led(&sent)).await;
        assert!(page.text().contains("For a minute it can be taken back"), "{}", page.text());
        let token = site.token_of_latest().await;
        let case = officer.get(&format!("/en/office/cases/{reference}")).await;
        assert!(
            case.text().contains("please look.") && case.text().contains(&format!("https://film.test/l/{token}")),
            "{}",
            case.text()
        );
        let letters = mail::list_to(&site.store, "chloe@rouge.example", 1).await.unwrap();
        assert!(letters[0].text.contains(&format!("https://film.test/l/{token}")));
        // Chloé looks and says what she thinks.
        let mut reader = site.stranger();
        let at = led(&reader.get(&format!("/l/{token}")).await);
        let page = reader.get(&at).await;
        for words in ["For Chloé", "12, EXT. MARS", "Morning only", "2. Secret Valley", "aizhan@film.test"] {
            assert!(page.text().contains(words), "`{words}` in {}", page.text());
        }
        let liking = [("location", ids[0].as_str()), ("liking", "yes"), ("comment", "This is it")];
        led(&reader.post(&format!("{at}/reactions"), &liking).await);
        let case = officer.get(&format!("/en/office/cases/{reference}")).await;
        assert!(case.text().contains("Charyn Canyon: 👍 Yes") && case.text().contains("This is it"), "{}", case.text());
        let list = officer.get("/en/office/packages").await;
        assert!(list.text().contains("Red planet 2 places Chloé Sent"), "{}", list.text());
        led(&officer.post(&format!("{package}/withdraw"), &[]).await);
        let gone = reader.get(&at).await;
        assert_eq!(gone.status, StatusCode::GONE);
        assert!(gone.text().contains("Write to the film commission and ask for a new link"), "{}", gone.text());
    })
    .await;
}

#[tokio::test]
async fn a_script_proposes_places_and_says_plainly_what_is_missing() {
    with_site(async |site: TestSite| {
        let mut officer = site.officer().await;
        let (package, _) = package(&site, &mut officer).await;
        let script =
            "Title: X\n\nEXT. RED CANYON - DAY\n\nA.\n\nНАТ. КАНЬОН. УТРО\n\nB.\n\nEXT. SUBMARINE DOCK - DAY\n\nC.\n";
        let files = [("script", "road.fountain", script.as_bytes())];
        let page = officer.upload(&format!("{package}/script"), &[("pages", "")], &files).await;
        assert_eq!(page.status, StatusCode::OK);
        for words in ["We do not have this one SUBMARINE DOCK", "RED CANYON", "КАНЬОН", "Charyn Canyon RED, CANYON"]
        {
            assert!(page.text().contains(words), "`{words}` in {}", page.text());
        }
        let id = site.id_of("charyn-canyon").await;
        led(&officer.post(&format!("{package}/add"), &[("location", &format!("{id} RED CANYON"))]).await);
        assert!(officer.get(&package).await.html().contains("value=\"RED CANYON\""), "the heading is the scene");
        let none = officer.upload(&format!("{package}/script"), &[("pages", "Nothing happens here.")], &[]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(none.text().contains("No scene headings were found"), "{}", none.text());
        let pasted = officer.upload(&format!("{package}/script"), &[("pages", "EXT. CANYON - NIGHT")], &[]).await;
        assert!(
            pasted.text().contains("We do not have this one CANYON"),
            "at night its gate is shut: {}",
            pasted.text()
        );
    })
    .await;
}

#[tokio::test]
async fn a_package_is_for_the_office_and_is_refused_with_what_is_wrong() {
    with_site(async |site: TestSite| {
        let mut officer = site.officer().await;
        let (package, _) = package(&site, &mut officer).await;
        let outside = site.stranger().get(&package).await;
        assert!(outside.header("location").starts_with("/en/sign-in"), "{}", outside.status);
        let empty = officer.post(&format!("{package}/send"), &[("message", "x")]).await;
        assert!(empty.text().contains("Add a place first"), "{}", empty.text());
        let wrong = [("title", ""), ("recipient", "C"), ("email", "nowhere"), ("expires-on", "2020-01-01")];
        let refused = officer.post(&format!("{package}/settings"), &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["Write a title", "Write an address such as"] {
            assert!(refused.text().contains(words), "`{words}` in {}", refused.text());
        }
        let past = [("title", "T"), ("recipient", "C"), ("expires-on", "2020-01-01")];
        let refused = officer.post(&format!("{package}/settings"), &past).await;
        assert!(refused.text().contains("The last day has to be today or later"), "{}", refused.text());
    })
    .await;
}
