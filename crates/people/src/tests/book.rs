use std::collections::BTreeMap;

use axum::http::StatusCode;
use store::{Query, Store, values};
use web::Role;

use super::{NOW, add, book, by, hidden, id_in, location, officer, reads, with_store};
use crate::record::{Choice, Field, Reader, Sort, Visibility};

/// Everything that says what records are, as text.
async fn dump(store: &Store) -> String {
    let mut dump = String::new();
    let tables: [(&'static str, &[&str]); 4] = [
        (
            "select id, sort, made_at, changed_at, order_key, erased_at from party order by id",
            &["id", "sort", "made_at", "changed_at", "order_key", "erased_at"],
        ),
        (
            "select id, party_id, field, language, value, detail, visibility, purpose, keep_until, changed_at \
          from party_entry order by id",
            &[
                "id",
                "party_id",
                "field",
                "language",
                "value",
                "detail",
                "visibility",
                "purpose",
                "keep_until",
                "changed_at",
            ],
        ),
        ("select party_id, kind, value from party_key order by party_id, kind, value", &["party_id", "kind", "value"]),
        ("select id, party_id from party_alias order by id", &["id", "party_id"]),
    ];
    for (sql, columns) in tables {
        for row in store.rows(sql, values![]).await.unwrap() {
            let cells: Vec<String> = columns.iter().map(|column| row.get::<String>(column).unwrap()).collect();
            dump.push_str(&cells.join("|"));
            dump.push('\n');
        }
    }
    dump
}

#[tokio::test]
async fn a_company_is_found_in_any_script_by_keys_of_the_other_layout_and_by_its_numbers() {
    with_store(async |store| {
        let values = [
            ("name-kk", "«Барыс Фильм» ЖШС"),
            ("name-en", "Barys Film LLP"),
            ("phone", "8 701 123 45 67"),
            ("id-bin", "180540000002"),
        ];
        add(&store, Sort::Organisation, &values).await;
        add(&store, Sort::Organisation, &[("name-kk", "Шарын Студия")]).await;
        let mut browser = officer(&store, &[Role::Officer]).await;
        for typed in ["барыс", "BARIS", "бары", "film+barys", "%2B7+701+123+45+67", "180540000002", ",fhsc"] {
            let page = browser.get(&format!("/en/office/organisations?q={typed}")).await;
            reads(&page, StatusCode::OK, "Barys Film LLP");
            assert!(!page.text().contains("Шарын"), "{typed}");
        }
        for typed in ["Charyn", "sharyn", "чарын"] {
            reads(&browser.get(&format!("/kk/office/organisations?q={typed}")).await, StatusCode::OK, "Шарын Студия");
        }
        reads(&browser.get("/en/office/organisations?q=zzz").await, StatusCode::OK, "Nothing was found");
        reads(&browser.get("/en/office/people?q=барыс").await, StatusCode::OK, "Nothing was found");
    })
    .await;
}

#[tokio::test]
async fn the_list_stands_in_the_order_of_the_kazakh_alphabet_page_by_page() {
    with_store(async |store| {
        for at in 0..60 {
            add(&store, Sort::Person, &[("name-kk", &format!("Қайрат {at:02}"))]).await;
        }
        for name in ["Ілияс", "Әсел", "Ыбырай", "Асан", "Болат"] {
            add(&store, Sort::Person, &[("name-kk", name)]).await;
        }
        let mut browser = officer(&store, &[Role::Officer]).await;
        let first = browser.get("/kk/office/people").await;
        let text = first.text();
        let place = |name: &str| text.find(name).unwrap_or_else(|| panic!("{name}: {text}"));
        assert!(place("Асан") < place("Әсел") && place("Әсел") < place("Болат") && place("Болат") < place("Қайрат 00"));
        assert!(!text.contains("Ыбырай") && text.contains("65"));
        let next = first.links().into_iter().find(|link| link.contains("after=")).unwrap();
        let text = browser.get(&next).await.text();
        let place = |name: &str| text.find(name).unwrap_or_else(|| panic!("{name}: {text}"));
        assert!(place("Қайрат 59") < place("Ыбырай") && place("Ыбырай") < place("Ілияс") && !text.contains("Асан"));
    })
    .await;
}

#[tokio::test]
async fn three_spellings_of_one_company_meet_before_the_second_is_made() {
    with_store(async |store| {
        let mut browser = officer(&store, &[Role::Officer]).await;
        let made =
            browser.post("/en/office/organisations/new", &[("name-kk", "Барыс Фильм"), ("kind", "studio")]).await;
        let first = location(&made);
        let form = [("name-en", "Baris Film LLP"), ("kind", "studio"), ("way", "make")];
        let asked = browser.post("/en/office/organisations/new", &form).await;
        reads(&asked, StatusCode::CONFLICT, "This may be here already");
        assert!(asked.links().contains(&first) && asked.text().contains("same name"));
        assert!(asked.html().contains("value=\"Baris Film LLP\""), "nothing has to be typed again");
        let form = [("name-ru", "Барыс Фильм ЖШС"), ("kind", "studio"), ("way", "anyway"), ("once", "k1")];
        let second = location(&browser.post("/en/office/organisations/new", &form).await);
        assert_eq!(
            location(&browser.post("/en/office/organisations/new", &form).await),
            second,
            "sent twice, made once"
        );
        let pairs = browser.get("/en/office/duplicates").await;
        reads(&pairs, StatusCode::OK, "One pair");
        let (left, right) = (id_in(&first).to_string(), id_in(&second).to_string());
        browser.post("/en/office/duplicates", &[("left", &right), ("right", &left)]).await;
        reads(&browser.get("/en/office/duplicates").await, StatusCode::OK, "No two records look alike");
    })
    .await;
}

#[tokio::test]
async fn a_merge_is_seen_before_leads_old_ids_on_and_is_taken_back_to_the_letter() {
    with_store(async |store| {
        let one = [("name-kk", "Барыс Фильм"), ("phone", "7011234567"), ("address", "Алматы")];
        let one = add(&store, Sort::Organisation, &one).await;
        let other =
            [("name-kk", "Baris Film LLP"), ("phone", "7017654321"), ("address", "Астана"), ("email", "a@baris.kz")];
        let other = add(&store, Sort::Organisation, &other).await;
        let third = add(&store, Sort::Organisation, &[("name-kk", "Барыс")]).await;
        let worker = [("name-kk", "Нұрлан"), ("works-at", &other.id.to_string())];
        add(&store, Sort::Person, &worker).await;
        let mut browser = officer(&store, &[Role::Officer]).await;
        // An older merge, so that old ids lead over two steps.
        browser.post(&format!("/en/office/merge/{}/{}", other.id, third.id), &[("way", "merge")]).await;
        let before = dump(&store).await;

        let merge = format!("/en/office/merge/{}/{}", one.id, other.id);
        let page = browser.get(&merge).await;
        reads(&page, StatusCode::OK, "Keep both");
        let preview = browser.post(&merge, &[("choice-address-", "right"), ("way", "preview")]).await;
        reads(&preview, StatusCode::OK, "Астана");
        assert_eq!(dump(&store).await, before, "looking changes nothing");
        let kept = location(
            &browser.post(&merge, &[("choice-address-", "right"), ("choice-phone-", "both"), ("way", "merge")]).await,
        );
        assert_eq!(id_in(&kept), one.id);
        let text = browser.get(&kept).await.text();
        for said in ["Барыс Фильм", "Baris Film LLP", "+77011234567", "+77017654321", "Астана", "a@baris.kz", "Нұрлан"]
        {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains("Алматы Office"), "{text}");
        for old in [other.id, third.id] {
            let answer = browser.get(&format!("/en/office/organisations/{old}")).await;
            assert_eq!((answer.status, answer.header("location")), (StatusCode::PERMANENT_REDIRECT, kept.as_str()));
        }
        let undo = browser.get(&kept).await.links().into_iter().find(|link| link.ends_with("/undo")).unwrap();
        assert_eq!(location(&browser.post(&undo, &[]).await), kept);
        assert_eq!(dump(&store).await, before);
        assert_eq!(browser.post(&undo, &[]).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_merge_cannot_be_taken_back_after_ninety_days_or_below_a_later_one() {
    with_store(async |store| {
        let mut ids = Vec::new();
        for name in ["Барыс", "Барыс ЖШС", "Барыс ТОО"] {
            ids.push(add(&store, Sort::Organisation, &[("name-kk", name)]).await.id);
        }
        let mut merges = Vec::new();
        for gone in [ids[1], ids[2]] {
            let change = store.change(by("merge")).await.unwrap();
            let merge = book().merge(&change, ids[0], gone, &BTreeMap::new()).await.unwrap().unwrap();
            change.commit().await.unwrap();
            merges.push(merge.id);
        }
        let undo = async |merge, now: &str| {
            let by = store::By { moment: now.parse().unwrap(), ..by("undo") };
            let change = store.change(by).await.unwrap();
            let undone = book().unmerge(&change, merge).await.unwrap();
            if undone.is_ok() {
                change.commit().await.unwrap();
            }
            undone.err().map(|refusal| refusal.key())
        };
        assert_eq!(undo(merges[0], NOW).await, Some("people-merge-not-the-last"));
        assert_eq!(undo(merges[1], "2027-02-21T04:00:01Z").await, Some("people-merge-too-late"));
        assert_eq!(undo(merges[1], "2027-02-21T03:59:59Z").await, None);
        assert_eq!(undo(merges[0], NOW).await, None);
    })
    .await;
}

#[tokio::test]
async fn two_who_change_one_value_both_see_both_values() {
    with_store(async |store| {
        let party = add(&store, Sort::Person, &[("name-en", "Claire Ménard"), ("phone", "7011234567")]).await;
        let mut browser = officer(&store, &[Role::Officer]).await;
        let page = browser.get(&format!("/en/office/people/{}", party.id)).await;
        let edits: Vec<String> = page.links().into_iter().filter(|link| link.contains("/edit/")).collect();
        let phone = edits.last().unwrap();
        let mine = browser.get(phone).await;
        assert_eq!(hidden(&mine, "seen"), "+77011234567");
        let theirs = [
            ("seen", "+77011234567"),
            ("value", "8 702 000 00 00"),
            ("visibility", "public"),
            ("purpose", "directory"),
        ];
        location(&browser.post(phone, &theirs).await);
        let mine = [("seen", "+77011234567"), ("value", "8 703 111 11 11")];
        let conflict = browser.post(phone, &mine).await;
        reads(&conflict, StatusCode::CONFLICT, "There are two values now");
        assert!(conflict.text().contains("+77020000000") && conflict.text().contains("8 703 111 11 11"));
        let again = [("seen", hidden(&conflict, "seen")), ("value", "8 703 111 11 11".to_owned())];
        let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
        location(&browser.post(phone, &again).await);
        let text = browser.get(&format!("/en/office/people/{}", party.id)).await.text();
        assert!(text.contains("+77020000000 → +77031111111"), "the history tells both: {text}");
        let wrong = browser.post(phone, &[("seen", "+77031111111"), ("value", "12")]).await;
        reads(&wrong, StatusCode::UNPROCESSABLE_ENTITY, "The number of digits is wrong");
    })
    .await;
}

#[tokio::test]
async fn what_somebody_is_called_is_text_and_no_address_runs() {
    with_store(async |store| {
        let mut browser = officer(&store, &[Role::Officer]).await;
        let name = "<script>alert(1)</script>\"><img src=x>";
        let made = browser.post("/en/office/people/new", &[("name-en", name), ("kind", "crew")]).await;
        let path = location(&made);
        for page in [path.as_str(), "/en/office/people", "/en/office/people?q=script"] {
            let html = browser.get(page).await.html();
            assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{page}");
        }
        let add = format!("{path}/add");
        let site = browser.post(&add, &[("field", "website"), ("value", "javascript:alert(1)")]).await;
        reads(&site, StatusCode::UNPROCESSABLE_ENTITY, "Write an address such as");
        let odd = browser.post(&add, &[("field", "roles"), ("value", "administrator")]).await;
        reads(&odd, StatusCode::UNPROCESSABLE_ENTITY, "Choose one of the list");
    })
    .await;
}

#[tokio::test]
async fn who_guesses_ids_finds_nothing() {
    with_store(async |store| {
        let party = add(&store, Sort::Person, &[("name-en", "Claire")]).await;
        let guessed = "01J0000000000000000000ABCD";
        let mut browser = officer(&store, &[Role::Officer]).await;
        for path in [
            format!("office/people/{guessed}"),
            format!("office/organisations/{}", party.id),
            format!("office/people/{}/edit/{guessed}", party.id),
            format!("office/people/{}", party.id.to_string().to_lowercase()),
            format!("office/merge/{}/{guessed}", party.id),
            format!("office/merge/{0}/{0}", party.id),
            format!("office/people/{}/export.zip", party.id),
            format!("office/people/{}/erase", party.id),
            "office/people/%2e%2e".to_owned(),
        ] {
            assert_eq!(browser.get(&format!("/en/{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let mut stranger = super::at(&store, NOW);
        let found = stranger.get(&format!("/en/office/people/{}", party.id)).await;
        assert_eq!(found.status, StatusCode::SEE_OTHER, "a stranger is asked to sign in, whether it is there or not");
        let mut producer = officer(&store, &[]).await;
        assert_eq!(producer.get(&format!("/en/office/people/{}", party.id)).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn each_value_is_shown_to_whom_it_is_for() {
    with_store(async |store| {
        let party =
            add(&store, Sort::Person, &[("name-en", "Gaffer"), ("phone", "7011234567"), ("email", "g@crew.example")])
                .await;
        let mut browser = officer(&store, &[Role::Officer]).await;
        for (field, visibility) in [(Field::Name, "public"), (Field::Phone, "verified-producers")] {
            let entry = party.of(&field).next().unwrap();
            let path = format!("/en/office/people/{}/edit/{}", party.id, entry.id);
            let form = [
                ("seen", entry.value.as_str()),
                ("value", &entry.value),
                ("visibility", visibility),
                ("purpose", "directory"),
            ];
            location(&browser.post(&path, &form).await);
        }
        let party = crate::find_party(&store, party.id).await.unwrap().unwrap();
        let seen = |reader| party.seen_by(reader).iter().map(|entry| entry.value.clone()).collect::<Vec<_>>();
        assert_eq!(seen(Reader::Anybody), ["Gaffer"]);
        assert_eq!(seen(Reader::VerifiedProducer), ["Gaffer", "+77011234567"]);
        assert_eq!(seen(Reader::Office).len(), 3);
        let until = &party.of(&Field::Phone).next().unwrap().keep_until;
        assert_eq!(until, "2028-11-23", "24 months of the directory");
        assert_eq!(party.of(&Field::Email).next().unwrap().visibility, Visibility::OfficeOnly);
    })
    .await;
}

#[tokio::test]
async fn missing_spellings_are_suggested_and_works_at_takes_a_name() {
    with_store(async |store| {
        let studio = add(&store, Sort::Organisation, &[("name-kk", "Барыс Фильм")]).await;
        let mut browser = officer(&store, &[Role::Officer]).await;
        let form = [("name-kk", "Нұрлан Әбішұлы"), ("name-en", ""), ("way", "suggest")];
        let page = browser.post("/en/office/people/new", &form).await;
        assert!(page.html().contains("value=\"Nurlan Abishuly\""), "{}", page.html());
        let path = location(
            &browser.post("/en/office/people/new", &[("name-kk", "Нұрлан Әбішұлы"), ("kind", "producer")]).await,
        );
        let add = format!("{path}/add");
        let works = [("field", "works-at"), ("value", "baris film"), ("detail", "producer")];
        assert_eq!(location(&browser.post(&add, &works).await), path);
        reads(&browser.get(&format!("/en/office/organisations/{}", studio.id)).await, StatusCode::OK, "Нұрлан Әбішұлы");
        let nowhere = browser.post(&add, &[("field", "works-at"), ("value", "Nowhere")]).await;
        reads(&nowhere, StatusCode::UNPROCESSABLE_ENTITY, "No organisation, or more than one");
        let choice = Choice::from_word("both");
        assert_eq!(choice, Some(Choice::Both));
    })
    .await;
}
