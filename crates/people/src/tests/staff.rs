use axum::http::StatusCode;
use store::Store;
use testkit::{Answer, Browser};
use web::Role;

use super::{NOW, at, by, hidden, location, mailed_path, officer, reads, with_store};
use crate::account::SecondFactor;
use crate::sql::accounts as sql;

const PASSWORD: &str = "correct horse battery";
pub(super) const EMAIL: &str = "aida@film.example";

/// The code that an authenticator shows for the key of an enrolment page.
fn code_of(page: &Answer, now: &str) -> String {
    let html = page.html();
    let key = html.split("<code class=\"breakable\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
    SecondFactor::of(key).unwrap().code(now.parse().unwrap())
}

pub(super) async fn code_at(store: &Store, now: &str) -> String {
    let account = sql::find_account_by_email(store, EMAIL).await.unwrap().unwrap();
    super::desk(store).second_factor(&account).unwrap().code(now.parse().unwrap())
}

/// The first administrator comes in; answers the recovery codes.
pub(super) async fn first_administrator(store: &Store) -> (Browser, Vec<String>) {
    let path = crate::first_run(store, NOW.parse().unwrap()).await.unwrap().unwrap();
    let mut browser = at(store, NOW);
    let fields = [("name", "Аида"), ("email", EMAIL), ("password", PASSWORD)];
    let enrolment = browser.post(&format!("/en/{path}"), &fields).await;
    reads(&enrolment, StatusCode::OK, "Set up your second factor");
    let fields = [("step", hidden(&enrolment, "step")), ("code", code_of(&enrolment, NOW))];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let done = browser.post("/en/sign-in/second-factor", &fields).await;
    reads(&done, StatusCode::OK, "Keep these codes");
    let html = done.html();
    let codes = html.split("<li><code>").skip(1).filter_map(|rest| rest.split('<').next()).map(str::to_owned);
    (browser, codes.collect())
}

async fn password(store: &Store, now: &str, typed: &str) -> Answer {
    at(store, now).post("/en/sign-in/staff", &[("email", EMAIL), ("password", typed)]).await
}

#[tokio::test]
async fn the_first_administrator_comes_in_by_a_link_that_only_the_machine_prints() {
    with_store(async |store| {
        reads(&at(&store, NOW).get("/en/sign-in/password/guessed").await, StatusCode::GONE, "not known");
        let earlier = crate::first_run(&store, NOW.parse().unwrap()).await.unwrap().unwrap();
        let (mut browser, codes) = first_administrator(&store).await;
        assert_eq!(codes.len(), 8);
        reads(&browser.get("/kk/office/settings/staff").await, StatusCode::OK, "Аида");
        assert_eq!(crate::first_run(&store, NOW.parse().unwrap()).await.unwrap(), None);
        let replayed = at(&store, NOW).get(&format!("/en/{earlier}")).await;
        reads(&replayed, StatusCode::GONE, "This link was used already");
    })
    .await;
}

#[tokio::test]
async fn a_short_password_is_refused_and_never_comes_back_in_the_page() {
    with_store(async |store| {
        let path = crate::first_run(&store, NOW.parse().unwrap()).await.unwrap().unwrap();
        let page = at(&store, NOW).post(&format!("/en/{path}"), &[("email", EMAIL), ("password", "sesame")]).await;
        reads(&page, StatusCode::UNPROCESSABLE_ENTITY, "Write at least 12 characters");
        assert!(!page.html().contains("sesame") && page.html().contains(EMAIL));
    })
    .await;
}

#[tokio::test]
async fn staff_need_password_and_a_code_that_was_not_used() {
    with_store(async |store| {
        first_administrator(&store).await;
        let unknown = [("email", "nobody@film.example"), ("password", PASSWORD)];
        let unknown = at(&store, NOW).post("/en/sign-in/staff", &unknown).await;
        let wrong = password(&store, NOW, "wrong horse battery").await;
        reads(&wrong, StatusCode::UNPROCESSABLE_ENTITY, "Address and password do not belong together");
        assert_eq!(unknown.text().replace("nobody@", "aida@"), wrong.text());
        assert!(!wrong.html().contains("wrong horse"));

        let right = password(&store, NOW, PASSWORD).await;
        reads(&right, StatusCode::OK, "Six digits");
        let step = hidden(&right, "step");
        let mut browser = at(&store, NOW);
        // The code of the enrolment was used a moment ago.
        let replayed = code_at(&store, NOW).await;
        let answer = browser.post("/en/sign-in/code", &[("step", &step), ("code", &replayed)]).await;
        reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, "This code is wrong or was used already");
        let later = "2026-11-23T04:02:00Z";
        let fresh = code_at(&store, later).await;
        let mut browser = at(&store, later);
        let answer = browser.post("/en/sign-in/code", &[("step", &step), ("code", &fresh)]).await;
        assert_eq!(location(&answer), "/en/office/people");
        let again = at(&store, later).post("/en/sign-in/code", &[("step", &step), ("code", &fresh)]).await;
        reads(&again, StatusCode::GONE, "start again");
    })
    .await;
}

#[tokio::test]
async fn the_secret_of_a_second_factor_is_kept_sealed_and_an_older_one_works_and_is_sealed_too() {
    with_store(async |store| {
        first_administrator(&store).await;
        let account = async || sql::find_account_by_email(&store, EMAIL).await.unwrap().unwrap();
        let sealed = account().await;
        assert!(sealed.totp_secret.starts_with("sealed:"), "{}", sealed.totp_secret);
        let plain = super::desk(&store).seal().open(&sealed.totp_secret, sealed.id).unwrap();
        let change = store.upkeep(NOW.parse().unwrap()).await.unwrap();
        sql::set_second_factor(&change, sealed.id, &plain, 0).await.unwrap();
        change.commit().await.unwrap();
        for _ in 0..2 {
            let now = NOW.parse().unwrap();
            let step = hidden(&password(&store, NOW, PASSWORD).await, "step");
            let code = code_at(&store, NOW).await;
            let answer = at(&store, NOW).post("/en/sign-in/code", &[("step", &step), ("code", &code)]).await;
            assert_eq!(location(&answer), "/en/office/people");
            crate::seal_second_factors(&store, super::desk(&store).seal(), now).await.unwrap();
            assert!(account().await.totp_secret.starts_with("sealed:"));
            let change = store.upkeep(now).await.unwrap();
            sql::set_second_factor(&change, sealed.id, &account().await.totp_secret, 0).await.unwrap();
            change.commit().await.unwrap();
        }
        let change = store.change(by("lost")).await.unwrap();
        crate::forget_second_factors(&change).await.unwrap();
        change.record(store::Entry::new("installation", "key", "lost")).await;
        change.commit().await.unwrap();
        reads(&password(&store, NOW, PASSWORD).await, StatusCode::OK, "Set up your second factor");
    })
    .await;
}

#[tokio::test]
async fn a_recovery_code_works_once() {
    with_store(async |store| {
        let (_, codes) = first_administrator(&store).await;
        for (code, expected) in
            [(codes[0].to_uppercase(), StatusCode::SEE_OTHER), (codes[0].clone(), StatusCode::UNPROCESSABLE_ENTITY)]
        {
            let step = hidden(&password(&store, NOW, PASSWORD).await, "step");
            let answer = at(&store, NOW).post("/en/sign-in/code", &[("step", &step), ("code", &code)]).await;
            assert_eq!(answer.status, expected);
        }
    })
    .await;
}

#[tokio::test]
async fn who_tries_many_passwords_or_codes_has_to_wait_even_with_the_right_one() {
    with_store(async |store| {
        first_administrator(&store).await;
        let step = hidden(&password(&store, NOW, PASSWORD).await, "step");
        for _ in 0..8 {
            assert_eq!(password(&store, NOW, "wrong horse battery").await.status, StatusCode::UNPROCESSABLE_ENTITY);
            let wrong = at(&store, NOW).post("/en/sign-in/code", &[("step", &step), ("code", "000000")]).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        reads(&password(&store, NOW, PASSWORD).await, StatusCode::TOO_MANY_REQUESTS, "wait a quarter of an hour");
        let later = "2026-11-23T04:05:00Z";
        let code = code_at(&store, later).await;
        let blocked = at(&store, later).post("/en/sign-in/code", &[("step", &step), ("code", &code)]).await;
        reads(&blocked, StatusCode::TOO_MANY_REQUESTS, "wait a quarter of an hour");
        assert_eq!(password(&store, "2026-11-23T04:16:00Z", PASSWORD).await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn one_sender_cannot_try_many_accounts() {
    with_store(async |store| {
        let mut browser = at(&store, NOW);
        let mut last = StatusCode::OK;
        for number in 0..12 {
            let email = format!("{number}@film.example");
            last = browser.post("/en/sign-in/staff", &[("email", &email), ("password", PASSWORD)]).await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    })
    .await;
}

#[tokio::test]
async fn a_forgotten_password_is_chosen_anew_and_ends_all_sessions() {
    with_store(async |store| {
        let (mut browser, _) = first_administrator(&store).await;
        at(&store, NOW).post("/ru/sign-in/reset", &[("email", EMAIL)]).await;
        let path = mailed_path(&store, EMAIL).await;
        reads(&at(&store, NOW).get(&path).await, StatusCode::OK, "Выберите пароль");
        let chosen = at(&store, NOW).post(&path, &[("password", "another long password")]).await;
        reads(&chosen, StatusCode::OK, "Шесть цифр");
        assert_eq!(
            at(&store, NOW).post(&path, &[("password", "a third long password")]).await.status,
            StatusCode::GONE
        );
        assert_eq!(browser.get("/en/portal/account").await.status, StatusCode::SEE_OTHER);
        assert_eq!(password(&store, NOW, PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(password(&store, NOW, "another long password").await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn an_administrator_invites_and_sets_roles_and_others_do_not_even_see_the_page() {
    with_store(async |store| {
        let (mut browser, _) = first_administrator(&store).await;
        let invitation =
            [("name", "Данияр"), ("email", "daniyar@film.example"), ("roles", "officer"), ("roles", "god")];
        assert_eq!(
            location(&browser.post("/en/office/settings/staff", &invitation).await),
            "/en/office/settings/staff"
        );
        let staff = crate::list_staff(&store).await.unwrap();
        let daniyar = staff.iter().find(|member| member.name == "Данияр").unwrap();
        assert_eq!(daniyar.roles, [Role::Officer]);
        let path = mailed_path(&store, "daniyar@film.example").await;
        reads(
            &at(&store, NOW).post(&path, &[("password", PASSWORD)]).await,
            StatusCode::OK,
            "Set up your second factor",
        );

        let mut colleague = at(&store, NOW);
        colleague.sign_in(&store, daniyar, NOW.parse().unwrap()).await;
        assert_eq!(colleague.get("/en/office/settings/staff").await.status, StatusCode::NOT_FOUND);
        let people = colleague.get("/en/office/people").await;
        assert!(!people.links().iter().any(|link| link.ends_with("/settings/staff")), "the rail leads nowhere in vain");
        let form = format!("/en/office/settings/staff/{}", daniyar.account);
        let grab = colleague.post(&form, &[("way", "roles"), ("roles", "administrator")]).await;
        assert_eq!(grab.status, StatusCode::NOT_FOUND);

        let roles = [("way", "roles"), ("roles", "verifier"), ("roles", "finance")];
        browser.post(&form, &roles).await;
        assert_eq!(crate::roles(&store, daniyar.account).await.unwrap(), [Role::Finance, Role::Verifier]);
        assert_eq!(colleague.get("/en/office/people").await.status, StatusCode::SEE_OTHER, "signs in again");
    })
    .await;
}

#[tokio::test]
async fn the_last_administrator_stays_one() {
    with_store(async |store| {
        let (mut browser, _) = first_administrator(&store).await;
        let own = sql::find_account_by_email(&store, EMAIL).await.unwrap().unwrap().id;
        let form = format!("/en/office/settings/staff/{own}");
        for way in [[("way", "roles"), ("roles", "officer")], [("way", "suspend"), ("x", "")]] {
            reads(&browser.post(&form, &way).await, StatusCode::CONFLICT, "Somebody has to stay administrator");
        }
        let mut auditor = officer(&store, &[Role::Auditor]).await;
        assert_eq!(auditor.post(&form, &[("way", "suspend")]).await.status, StatusCode::NOT_FOUND);
        let change = store.change(by("x")).await.unwrap();
        assert_eq!(sql::count_with_role(&change, "administrator").await.unwrap(), 1);
    })
    .await;
}
