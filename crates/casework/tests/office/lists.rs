use axum::http::StatusCode;

use crate::world::{AIGUL, GULNARA, MORNING, on_each, path};
use web::Role;

#[tokio::test]
async fn names_sort_by_the_kazakh_alphabet_and_are_found_in_any_script() {
    on_each(async |world| {
        for title in ["Ілияс", "Шарын", "Әсел", "Ғани", "Асан", "Ыбырай"] {
            world.open("inquiry", title).await;
        }
        let mut aigul = world.aigul().await;
        let list = aigul.get("/en/office/cases?sort=title").await.text();
        let places: Vec<_> =
            ["Асан", "Әсел", "Ғани", "Шарын", "Ыбырай", "Ілияс"].iter().map(|name| list.find(name).unwrap()).collect();
        assert!(places.is_sorted(), "{list}");
        for typed in ["Sharyn", "%D1%88%D0%B0%D1%80%D1%8B%D0%BD", "Charyn", "ifhsy"] {
            let found = aigul.get(&format!("/en/office/search?q={typed}")).await.text();
            assert!(found.contains("Шарын"), "{typed}: {found}");
        }
        assert!(aigul.get("/en/office/search?q=nowhere").await.text().contains("Nothing was found for `nowhere`"));
    })
    .await;
}

#[tokio::test]
async fn a_reference_leads_straight_to_its_case() {
    on_each(async |world| {
        let case = world.open("inquiry", "Exact").await;
        let mut aigul = world.aigul().await;
        let found = aigul.get(&format!("/en/office/search?q={}", case.reference.to_lowercase())).await;
        assert!(found.text().contains("Exact"), "{}", found.text());
        assert!(found.links().contains(&path(&case)));
        assert!(aigul.get("/en/office/search?q=").await.text().contains("Deadlines page"));
    })
    .await;
}

#[tokio::test]
async fn pages_of_a_list_hold_every_case_once_in_each_order() {
    on_each(async |world| {
        for number in 0..120 {
            world.open(if number % 2 == 0 { "inquiry" } else { "permit" }, &format!("Film {number:03}")).await;
        }
        let mut aigul = world.aigul().await;
        for sort in ["due", "changed", "opened", "title", "reference"] {
            let mut address = format!("/en/office/cases?sort={sort}");
            let mut seen = Vec::new();
            for _ in 0..3 {
                let page = aigul.get(&address).await;
                let html = page.html();
                seen.extend(
                    html.split("class=\"row-title\" href=\"")
                        .skip(1)
                        .map(|rest| rest.split('"').next().unwrap().to_owned()),
                );
                let next =
                    html.split("rel=\"next\" href=\"").nth(1).map(|rest| rest.split('"').next().unwrap().to_owned());
                address = next.unwrap_or_default().replace("&amp;", "&").replace("&#38;", "&");
            }
            assert_eq!(seen.len(), 120, "{sort}");
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), 120, "{sort}");
        }
        let permits = aigul.get("/en/office/cases?kind=permit").await.text();
        assert!(permits.contains("60 cases"), "{permits}");
    })
    .await;
}

#[tokio::test]
async fn a_saved_view_opens_again_is_shared_and_feeds_a_calendar() {
    on_each(async |world| {
        let case = world.open("inquiry", "Calendar film").await;
        let mut aigul = world.aigul().await;
        let fields =
            [("query", "owner=nobody&sort=title"), ("name", "To be taken"), ("shared", "yes"), ("pinned", "yes")];
        aigul.post("/en/office/views", &fields).await;
        let mut gulnara = world.at(MORNING, GULNARA, &[Role::Officer]).await;
        let views = gulnara.get("/en/office/views").await;
        assert!(views.text().contains("To be taken") && !views.text().contains("Delete"), "{}", views.text());
        let open = views.links().into_iter().find(|link| link.contains("/views/0")).unwrap();
        assert_eq!(gulnara.get(&open).await.header("location"), "/en/office/cases?owner=nobody&sort=title");
        assert!(gulnara.get("/en/office/cases").await.text().contains("To be taken"), "pinned");

        let id = open.rsplit('/').next().unwrap().to_owned();
        let made = gulnara.post("/en/office/feeds", &[("view", &id)]).await.text();
        let feed = made.split("https://film.example").nth(1).unwrap().split(' ').next().unwrap().to_owned();
        let mut stranger = testkit::Browser::new(world.site(MORNING));
        let ics = stranger.get(&feed).await;
        assert_eq!(ics.status, StatusCode::OK);
        let text = String::from_utf8_lossy(&ics.body).into_owned();
        assert!(
            text.contains(&format!("{} Calendar film", case.reference)) && text.contains("DTSTART;VALUE=DATE:20260709"),
            "{text}"
        );
        // A new address ends the old one, and a guess opens nothing.
        gulnara.post("/en/office/feeds", &[("view", &id)]).await;
        assert_eq!(stranger.get(&feed).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stranger.get("/calendar/guess.ics").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_list_leaves_as_a_table_in_which_nothing_runs() {
    on_each(async |world| {
        world.open("inquiry", "=HYPERLINK(\"http://x\",\"press\")").await;
        let mut aigul = world.aigul().await;
        let csv = aigul.get("/en/office/cases.csv").await;
        let text = String::from_utf8_lossy(&csv.body).into_owned();
        assert!(text.contains("\"'=HYPERLINK"), "{text}");
        assert!(text.contains("\"2026-07-09\""), "{text}");
        assert!(aigul.get("/en/office/cases.xlsx").await.body.starts_with(b"PK"));
    })
    .await;
}

#[tokio::test]
async fn the_calendar_can_be_edited_and_deadlines_mind_it() {
    on_each(async |world| {
        let mut aigul = world.aigul().await;
        let day = [("day", "2026-07-09"), ("kind", "rest"), ("source", "Order 12"), ("name", "Studio day")];
        assert_eq!(aigul.post("/en/office/settings/calendar", &day).await.status, StatusCode::NOT_FOUND);
        let mut chief = world.at(MORNING, AIGUL, &[Role::Officer, Role::Administrator]).await;
        let wrong = chief.post("/en/office/settings/calendar", &[("day", "9 July")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("Name the decree or order"));
        chief.post("/en/office/settings/calendar", &day).await;
        let page = chief.get("/en/office/settings/calendar").await.text();
        assert!(page.contains("Thursday, 9 July 2026: day of rest Studio day Order 12"), "{page}");
        let case = world.open("inquiry", "After the rest").await;
        assert_eq!(case.due_on, Some("2026-07-10".parse().unwrap()));
        let month = chief.get("/en/office/calendar?month=2026-07").await.text();
        assert!(
            month.contains("July 2026") && month.contains("Capital Day") && month.contains("After the rest"),
            "{month}"
        );
        chief.post("/en/office/settings/calendar/2026-07-09/remove", &[]).await;
        assert_eq!(world.open("inquiry", "As before").await.due_on, Some("2026-07-09".parse().unwrap()));
    })
    .await;
}

#[tokio::test]
async fn single_keys_can_be_switched_off_for_an_account() {
    on_each(async |world| {
        let mut aigul = world.aigul().await;
        let map = |answer: testkit::Answer| String::from_utf8_lossy(&answer.body).into_owned();
        let on = map(aigul.get("/en/office/keys").await);
        assert!(on.contains("\"off\":false") && on.contains("\"KeyC\":\"/en/office/cases\""), "{on}");
        aigul.post("/en/office/settings/keys", &[("keys", "off")]).await;
        assert!(map(aigul.get("/en/office/keys").await).contains("\"off\":true"));
        assert!(aigul.get("/en/office/settings/keys").await.text().contains("Single keys are off"));
    })
    .await;
}
