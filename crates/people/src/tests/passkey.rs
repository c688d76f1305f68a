use axum::http::StatusCode;
use kernel::Id;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::json;
use store::Store;
use testkit::{Answer, Browser};

use super::staff::{EMAIL, code_at, first_administrator};
use super::{NOW, at, by, hidden, location, mailed_path, reads, with_store, wrote};
use crate::account::passkey;
use crate::sql::{accounts, passkeys as sql};

const PRODUCER: &str = "claire@prod.example";
const HERE: &str = "https://film.example";
const PRESENT_AND_VERIFIED: u8 = 0x05;
const LATER: &str = "2026-11-23T04:02:00Z";

/// A key chain of the tests: one passkey on the curve that most of them use.
struct Authenticator {
    key: EcdsaKeyPair,
    id: Vec<u8>,
    counter: u32,
    flags: u8,
    /// What browser and authenticator are told about where they are.
    origin: &'static str,
    host: &'static str,
}

impl Authenticator {
    fn new() -> Self {
        let random = SystemRandom::new();
        let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, key.as_ref(), &random).unwrap();
        let id = digest(&SHA256, key.public_key().as_ref()).as_ref().to_vec();
        Self { key, id, counter: 0, flags: PRESENT_AND_VERIFIED, origin: HERE, host: "film.example" }
    }

    fn client_data(&self, purpose: &str, step: &str) -> Vec<u8> {
        let challenge = passkey::written(step.as_bytes());
        let said = json!({ "type": purpose, "challenge": challenge, "origin": self.origin, "crossOrigin": false });
        said.to_string().into_bytes()
    }

    fn head(&self, more: u8) -> Vec<u8> {
        let host = digest(&SHA256, self.host.as_bytes());
        [host.as_ref(), &[self.flags | more], &self.counter.to_be_bytes()].concat()
    }

    fn make(&self, step: &str) -> Vec<(&'static str, String)> {
        let point = self.key.public_key().as_ref();
        let (x, y) = point[1..].split_at(32);
        let cose = [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", x, b"\x22\x58\x20", y].concat();
        let length = u16::try_from(self.id.len()).unwrap().to_be_bytes();
        let data = [&self.head(0x40), &[0; 16][..], &length, &self.id, &cose].concat();
        vec![
            ("step", step.to_owned()),
            ("client-data", passkey::written(&self.client_data("webauthn.create", step))),
            ("authenticator-data", passkey::written(&data)),
        ]
    }

    fn sign(&mut self, step: &str, account: Id) -> Vec<(&'static str, String)> {
        self.counter += 1;
        let (client, data) = (self.client_data("webauthn.get", step), self.head(0));
        let signed = [data.as_slice(), digest(&SHA256, &client).as_ref()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        vec![
            ("step", step.to_owned()),
            ("id", passkey::written(&self.id)),
            ("client-data", passkey::written(&client)),
            ("authenticator-data", passkey::written(&data)),
            ("signature", passkey::written(signature.as_ref())),
            ("user", passkey::written(account.to_string().as_bytes())),
        ]
    }
}

async fn post(browser: &mut Browser, path: &str, fields: &[(&'static str, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post(path, &fields).await
}

async fn account(store: &Store, email: &str) -> Id {
    accounts::find_account_by_email(store, email).await.unwrap().unwrap().id
}

async fn producer(store: &Store) -> Browser {
    let mut browser = at(store, NOW);
    browser.post("/en/sign-in", &[("email", PRODUCER)]).await;
    let path = mailed_path(store, PRODUCER).await;
    browser.post(&path, &[]).await;
    browser
}

/// Adds a passkey on the account page; answers what came of it.
async fn add(browser: &mut Browser, authenticator: &Authenticator, code: &str) -> Answer {
    let fields = [("passkey-name", "Telephone"), ("passkey-code", code)];
    let page = browser.post("/en/portal/account/passkeys", &fields).await;
    reads(&page, StatusCode::OK, "Make the passkey");
    post(browser, "/en/portal/account/passkeys/made", &authenticator.make(&hidden(&page, "step"))).await
}

/// A fresh challenge of the sign-in.
async fn asked(store: &Store) -> String {
    let page = at(store, NOW).post("/en/sign-in/passkey", &[]).await;
    reads(&page, StatusCode::OK, "Passkeys need script");
    hidden(&page, "step")
}

async fn enter(store: &Store, now: &str, fields: &[(&'static str, String)]) -> Answer {
    post(&mut at(store, now), "/en/sign-in/passkey/use", fields).await
}

#[tokio::test]
async fn a_producer_adds_a_passkey_is_told_by_letter_and_signs_in_with_it() {
    with_store(async |store| {
        let mut browser = producer(&store).await;
        let mut telephone = Authenticator::new();
        assert_eq!(location(&add(&mut browser, &telephone, "").await), "/en/portal/account?saved=yes");
        assert!(wrote(&store, PRODUCER, "Telephone").await);
        reads(&browser.get("/en/portal/account").await, StatusCode::OK, "not yet");
        let own = account(&store, PRODUCER).await;
        for _ in 0..2 {
            let reply = telephone.sign(&asked(&store).await, own);
            assert_eq!(location(&enter(&store, NOW, &reply).await), "/en/portal/account");
        }
        assert!(!browser.get("/en/portal/account").await.text().contains("not yet"));
    })
    .await;
}

#[tokio::test]
async fn staff_need_a_fresh_code_to_add_one_and_nothing_else_to_use_it() {
    with_store(async |store| {
        let (browser, _) = first_administrator(&store).await;
        let mut browser = at(&store, LATER).with_cookies_of(&browser);
        let fields = [("passkey-name", "Key chain"), ("passkey-code", "000000")];
        let wrong = browser.post("/en/portal/account/passkeys", &fields).await;
        reads(&wrong, StatusCode::UNPROCESSABLE_ENTITY, "This code is wrong");
        assert!(wrong.html().contains("value=\"Key chain\""), "what was typed stays");
        let mut chain = Authenticator::new();
        let code = code_at(&store, LATER).await;
        assert_eq!(location(&add(&mut browser, &chain, &code).await), "/en/portal/account?saved=yes");
        let reply = chain.sign(&asked(&store).await, account(&store, EMAIL).await);
        assert_eq!(location(&enter(&store, NOW, &reply).await), "/en/office/people");
    })
    .await;
}

#[tokio::test]
async fn a_reply_is_believed_once_in_time_here_and_from_who_was_asked() {
    with_store(async |store| {
        let mut browser = producer(&store).await;
        let mut telephone = Authenticator::new();
        add(&mut browser, &telephone, "").await;
        let own = account(&store, PRODUCER).await;
        let refused = async |reply: Vec<(&'static str, String)>, now: &str, words: &str| {
            let answer = enter(&store, now, &reply).await;
            reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, words);
            assert_eq!(answer.header("set-cookie").split('=').next(), Some("language"), "nobody is signed in");
        };

        let reply = telephone.sign(&asked(&store).await, own);
        assert_eq!(enter(&store, NOW, &reply).await.status, StatusCode::SEE_OTHER);
        refused(reply, NOW, "was sent twice").await;

        refused(telephone.sign(&asked(&store).await, own), "2026-11-23T04:05:01Z", "took too long").await;
        refused(telephone.sign("of my own making", own), NOW, "took too long").await;

        telephone.origin = "https://film.example.evil.example";
        refused(telephone.sign(&asked(&store).await, own), NOW, "was not accepted").await;
        (telephone.origin, telephone.host) = (HERE, "evil.example");
        refused(telephone.sign(&asked(&store).await, own), NOW, "was not accepted").await;
        (telephone.host, telephone.flags) = ("film.example", 0x01);
        refused(telephone.sign(&asked(&store).await, own), NOW, "did not ask who you are").await;
        telephone.flags = PRESENT_AND_VERIFIED;

        let mut signed = telephone.sign(&asked(&store).await, own);
        signed[2].1 = passkey::written(&telephone.client_data("webauthn.create", &signed[0].1));
        refused(signed, NOW, "was not accepted").await;
        let mut forged = Authenticator::new();
        forged.id.clone_from(&telephone.id);
        forged.counter = 100;
        refused(forged.sign(&asked(&store).await, own), NOW, "was not accepted").await;
        refused(Authenticator::new().sign(&asked(&store).await, own), NOW, "not known here").await;
        let another = Id::new(1, 1);
        refused(telephone.sign(&asked(&store).await, another), NOW, "was not accepted").await;
        for noise in ["", "####", "AAAA"] {
            let mut garbled = telephone.sign(&asked(&store).await, own);
            garbled[3].1 = noise.to_owned();
            refused(garbled, NOW, "was not accepted").await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_copied_passkey_is_noticed_by_its_counter() {
    with_store(async |store| {
        let mut browser = producer(&store).await;
        let mut telephone = Authenticator::new();
        add(&mut browser, &telephone, "").await;
        let own = account(&store, PRODUCER).await;
        telephone.counter = 9;
        let reply = telephone.sign(&asked(&store).await, own);
        assert_eq!(enter(&store, NOW, &reply).await.status, StatusCode::SEE_OTHER);
        telephone.counter = 3;
        let copied = telephone.sign(&asked(&store).await, own);
        reads(&enter(&store, NOW, &copied).await, StatusCode::UNPROCESSABLE_ENTITY, "was not accepted");
        let told = store.audit_of("account", &own.to_string(), 100).await.unwrap();
        assert!(told.iter().any(|link| link.deed.contains("counter did not go on")), "the chain keeps it");
    })
    .await;
}

#[tokio::test]
async fn a_passkey_is_made_once_for_who_asked_and_belongs_to_nobody_else() {
    with_store(async |store| {
        let mut browser = producer(&store).await;
        let telephone = Authenticator::new();
        let begun = browser.post("/en/portal/account/passkeys", &[("passkey-name", "Telephone")]).await;
        let reply = telephone.make(&hidden(&begun, "step"));
        // Somebody else cannot put their own key where the first has asked.
        at(&store, NOW).post("/en/sign-in", &[("email", "other@prod.example")]).await;
        let path = mailed_path(&store, "other@prod.example").await;
        let mut other = at(&store, NOW);
        other.post(&path, &[]).await;
        let stolen = post(&mut other, "/en/portal/account/passkeys/made", &reply).await;
        reads(&stolen, StatusCode::UNPROCESSABLE_ENTITY, "took too long");
        assert_eq!(sql::count_passkeys(&store, account(&store, "other@prod.example").await).await.unwrap(), 0);

        add(&mut browser, &telephone, "").await;
        let replayed = post(&mut browser, "/en/portal/account/passkeys/made", &reply).await;
        reads(&replayed, StatusCode::UNPROCESSABLE_ENTITY, "sent twice");
        let twice = add(&mut other, &telephone, "").await;
        reads(&twice, StatusCode::UNPROCESSABLE_ENTITY, "has a passkey for the account already");

        let own = sql::list_passkeys(&store, account(&store, PRODUCER).await).await.unwrap();
        let path = format!("/en/portal/account/passkeys/{}/remove", own[0].id);
        assert_eq!(other.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.post(&path, &[]).await.status, StatusCode::SEE_OTHER);
        let gone = sql::find_passkey(&store, &own[0].id).await.unwrap();
        assert_eq!(gone, None);
    })
    .await;
}

#[tokio::test]
async fn a_name_is_asked_for_and_a_lost_telephone_takes_its_passkeys_along() {
    with_store(async |store| {
        let (browser, _) = first_administrator(&store).await;
        let mut browser = at(&store, LATER).with_cookies_of(&browser);
        let nameless = browser.post("/en/portal/account/passkeys", &[("passkey-name", "  ")]).await;
        reads(&nameless, StatusCode::UNPROCESSABLE_ENTITY, "Give the passkey a name");
        let mut chain = Authenticator::new();
        let code = code_at(&store, LATER).await;
        add(&mut browser, &chain, &code).await;
        let own = account(&store, EMAIL).await;
        browser.post(&format!("/en/office/settings/staff/{own}"), &[("way", "forget-factor")]).await;
        let reply = chain.sign(&asked(&store).await, own);
        reads(&enter(&store, NOW, &reply).await, StatusCode::UNPROCESSABLE_ENTITY, "not known here");
    })
    .await;
}

#[tokio::test]
async fn a_suspended_account_is_not_opened_by_its_passkey() {
    with_store(async |store| {
        let mut browser = producer(&store).await;
        let mut telephone = Authenticator::new();
        add(&mut browser, &telephone, "").await;
        let mut account = accounts::find_account_by_email(&store, PRODUCER).await.unwrap().unwrap();
        account.state = crate::State::Suspended;
        let change = store.change(by("suspend")).await.unwrap();
        accounts::set_person(&change, &account).await.unwrap();
        change.record(store::Entry::new("account", account.id, "suspended")).await;
        change.commit().await.unwrap();
        let reply = telephone.sign(&asked(&store).await, account.id);
        reads(&enter(&store, NOW, &reply).await, StatusCode::UNPROCESSABLE_ENTITY, "was not accepted");
    })
    .await;
}

#[test]
fn passkeys_are_offered_only_under_an_address_that_browsers_take() {
    let host = |origin: &str| passkey::RelyingParty::of(origin).map(|party| party.id);
    assert_eq!(host("https://Film.example"), Some("film.example".to_owned()));
    assert_eq!(host("https://film.example:8443/"), Some("film.example".to_owned()));
    assert_eq!(host("http://localhost:8080"), Some("localhost".to_owned()));
    for refused in
        ["", "film.example", "http://film.example", "http://127.0.0.1:8080", "https://10.0.0.7", "https://[::1]"]
    {
        assert_eq!(host(refused), None, "{refused}");
    }
}
