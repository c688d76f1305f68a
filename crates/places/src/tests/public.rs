use axum::http::StatusCode;

use super::site::{NOW, SMALL_COUNTRY, at, load, officer, reads, with_store};

#[tokio::test]
async fn a_place_tells_what_a_production_asks_with_source_and_day() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let page = at(&store, NOW).get("/en/locations/charyn-canyon").await;
        for words in [
            "Canyon · Almaty Region",
            "Red towers above a green river",
            "Drive from the airport 3 h 10 min",
            "1,100\u{a0}m",
            "Gravel",
            "Permit National park",
            "The park decides in ten days",
            "Scout · checked 1",
            "Wind Not confirmed",
            "Mars",
            "Jan No",
            "Jun Good",
            "May one film at night? The gate closes at dusk",
            "Nomad (2005). The chase 4 days",
            "3 days of filming in 2026 so far",
            "43.35300, 79.07900",
        ] {
            reads(&page, StatusCode::OK, words);
        }
        assert!(page.links().contains(&"/en/start?looks=Charyn+Canyon".to_owned()), "{:?}", page.links());
        let russian = at(&store, NOW).get("/ru/locations/charyn-canyon").await;
        reads(&russian, StatusCode::OK, "Красные башни над зелёной рекой");
        assert!(russian.html().contains("lang=\"en\""), "what is only there in English says so");
    })
    .await;
}

#[tokio::test]
async fn nothing_of_the_owner_and_no_exact_spot_of_a_rounded_place_is_on_any_page() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let mut anybody = at(&store, NOW);
        for path in [
            "/en/locations/charyn-canyon",
            "/en/locations/quiet-well",
            "/en/destinations",
            "/en/destinations/almaty-region",
        ] {
            let page = anybody.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            for secret in ["Serik", "owner.example", "700 000", "44.123", "78.654", "Post at the gate", "Secret Title"]
            {
                assert!(!page.html().contains(secret), "`{secret}` on {path}");
            }
        }
        let page = anybody.get("/en/locations/quiet-well").await;
        reads(&page, StatusCode::OK, "Shown to within 1 km. The office tells the exact spot");
        reads(&page, StatusCode::OK, "44.12");
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_there_for_the_office_only() {
    with_store(async |store| {
        let draft = SMALL_COUNTRY.replace("slug = \"quiet-well\"", "slug = \"quiet-well\"\nstate = \"draft\"");
        load(&store, &draft).await;
        assert_eq!(at(&store, NOW).get("/en/locations/quiet-well").await.status, StatusCode::NOT_FOUND);
        let seen = officer(&store).await.get("/en/locations/quiet-well").await;
        reads(&seen, StatusCode::OK, "Only the office sees this page");
        let kept_back = SMALL_COUNTRY.replace("charyn-canyon\"", "hidden\"\nunreleased = true");
        load(&store, &kept_back).await;
        assert_eq!(at(&store, NOW).get("/en/locations/hidden").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_destination_says_who_it_is_and_which_places_it_has() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let list = at(&store, NOW).get("/en/destinations").await;
        reads(&list, StatusCode::OK, "Region · 2 locations Almaty Region Canyons, dunes and lakes");
        let page = at(&store, NOW).get("/en/destinations/almaty-region").await;
        reads(&page, StatusCode::OK, "Climate Hot summers, cold winters Weather service · checked");
        reads(&page, StatusCode::OK, "Charyn Canyon Red towers above a green river");
        assert_eq!(at(&store, NOW).get("/en/destinations/atlantis").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
