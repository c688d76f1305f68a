//! A small identity provider in the test itself: real requests on this machine, real signatures.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Form, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::routing::{get, post};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::rsa::PublicKeyComponents;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use serde_json::{Value as JsonValue, json};
use store::Store;
use testkit::{Answer, Browser};

use super::staff::{EMAIL, first_administrator};
use super::{NOW, desk, location, reads, site, with_store};
use crate::account::passkey::written;
use crate::{Provider, ProviderSettings};

const CLIENT: &str = "tereze";
const SECRET: &str = "a secret of the tests";
/// Only the tests know it, and only they use it.
const RSA_KEY: &[u8] = include_bytes!("provider-rsa.der");

#[derive(Clone, Copy, PartialEq, Eq)]
enum Signing {
    Rs256,
    Es256,
    /// With the client's secret: anybody who knows it could.
    Hs256,
    /// With a key that the provider does not publish.
    Foreign,
    Not,
}

/// What the provider will say; each test spoils one thing.
struct Says {
    signing: Signing,
    claims: JsonValue,
    /// Put over what is right.
    wrong: JsonValue,
    challenge: String,
    /// The other key is new and not shown yet.
    shows_one_key: bool,
    asked: Vec<String>,
}

struct Keys {
    rsa: RsaKeyPair,
    ecdsa: EcdsaKeyPair,
}

#[derive(Clone)]
struct Identity {
    address: String,
    keys: Arc<Keys>,
    says: Arc<Mutex<Says>>,
}

fn ecdsa() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, key.as_ref(), &random).unwrap()
}

impl Identity {
    async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let says = Says {
            signing: Signing::Rs256,
            claims: JsonValue::Null,
            wrong: json!({}),
            challenge: String::new(),
            shows_one_key: false,
            asked: Vec::new(),
        };
        let keys = Keys { rsa: RsaKeyPair::from_pkcs8(RSA_KEY).unwrap(), ecdsa: ecdsa() };
        let identity = Self { address, keys: Arc::new(keys), says: Arc::new(Mutex::new(says)) };
        let router = axum::Router::new()
            .route("/.well-known/openid-configuration", get(about))
            .route("/keys", get(keys_of))
            .route("/token", post(token))
            .with_state(identity.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        identity
    }

    fn browser(&self, store: &Store, now: &str) -> Browser {
        let settings =
            ProviderSettings { issuer: self.address.clone(), client_id: CLIENT.to_owned(), secret: SECRET.to_owned() };
        let provider = Provider::new(settings).unwrap();
        site(store, desk(store).with_provider(Some(Arc::new(provider))), now).with_header("accept-language", "en")
    }

    /// Somebody is sent to the provider; answers the parameters of the address.
    async fn leave(&self, browser: &mut Browser) -> BTreeMap<String, String> {
        let page = browser.post("/en/sign-in/provider", &[("next", "/en/office/people?x=1")]).await;
        reads(&page, StatusCode::OK, "You are being led to 127.0.0.1");
        let there = page.links().into_iter().find(|link| link.starts_with(&self.address)).unwrap();
        let there = there.replace("&#38;", "&").replace("&amp;", "&");
        let query = there.split_once('?').unwrap().1;
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let asked: BTreeMap<String, String> = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        assert_eq!(asked["response_type"], "code");
        assert_eq!(asked["code_challenge_method"], "S256");
        assert_eq!(asked["redirect_uri"], "https%3A%2F%2Ffilm.example%2Fsign-in%2Fprovider");
        let mut says = self.says.lock().unwrap();
        says.challenge.clone_from(&asked["code_challenge"]);
        says.claims = json!({
            "iss": self.address, "aud": CLIENT, "sub": "17", "nonce": asked["nonce"],
            "iat": seconds(NOW), "exp": seconds(NOW) + 300, "email": EMAIL, "email_verified": true,
        });
        asked
    }

    /// The whole way there and back, with something wrong.
    async fn come(&self, store: &Store, signing: Signing, wrong: JsonValue) -> Answer {
        let mut browser = self.browser(store, NOW);
        let asked = self.leave(&mut browser).await;
        {
            let mut says = self.says.lock().unwrap();
            (says.signing, says.wrong) = (signing, wrong);
        }
        browser.get(&format!("/sign-in/provider?code=fine&state={}", asked["state"])).await
    }

    fn signed(&self, says: &Says) -> String {
        let (algorithm, key) = match says.signing {
            Signing::Rs256 => ("RS256", "rsa"),
            Signing::Es256 | Signing::Foreign => ("ES256", "ecdsa"),
            Signing::Hs256 => ("HS256", "rsa"),
            Signing::Not => ("none", "rsa"),
        };
        let mut claims = says.claims.clone();
        for (name, value) in says.wrong.as_object().unwrap() {
            claims[name] = value.clone();
        }
        let head = json!({ "alg": algorithm, "kid": key, "typ": "JWT" });
        let text = [head, claims].map(|part| written(part.to_string().as_bytes())).join(".");
        let random = SystemRandom::new();
        let signature = match says.signing {
            Signing::Rs256 => {
                let mut signature = vec![0; self.keys.rsa.public().modulus_len()];
                self.keys.rsa.sign(&RSA_PKCS1_SHA256, &random, text.as_bytes(), &mut signature).unwrap();
                signature
            }
            Signing::Es256 => self.keys.ecdsa.sign(&random, text.as_bytes()).unwrap().as_ref().to_vec(),
            Signing::Foreign => ecdsa().sign(&random, text.as_bytes()).unwrap().as_ref().to_vec(),
            Signing::Hs256 => {
                let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, SECRET.as_bytes());
                ring::hmac::sign(&key, text.as_bytes()).as_ref().to_vec()
            }
            Signing::Not => Vec::new(),
        };
        format!("{text}.{}", written(&signature))
    }
}

fn seconds(moment: &str) -> i64 {
    moment.parse::<jiff::Timestamp>().unwrap().as_second()
}

type Told = ([(HeaderName, &'static str); 1], String);

fn told(answer: &JsonValue) -> Told {
    ([(header::CONTENT_TYPE, "application/json")], answer.to_string())
}

async fn about(State(identity): State<Identity>) -> Told {
    let at = |path: &str| format!("{}{path}", identity.address);
    told(&json!({
        "issuer": identity.address, "authorization_endpoint": at("/authorize"), "token_endpoint": at("/token"),
        "jwks_uri": at("/keys"), "response_types_supported": ["code"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256", "ES256", "HS256", "none"],
    }))
}

async fn keys_of(State(identity): State<Identity>) -> Told {
    let PublicKeyComponents { n, e } = PublicKeyComponents::<Vec<u8>>::from(identity.keys.rsa.public());
    let (x, y) = identity.keys.ecdsa.public_key().as_ref()[1..].split_at(32);
    let rsa = json!({ "kty": "RSA", "kid": "rsa", "use": "sig", "alg": "RS256", "n": written(&n), "e": written(&e) });
    let ecdsa = json!({
        "kty": "EC", "kid": "ecdsa", "use": "sig", "alg": "ES256", "crv": "P-256", "x": written(x), "y": written(y),
    });
    let keys = if identity.says.lock().unwrap().shows_one_key { vec![rsa] } else { vec![rsa, ecdsa] };
    told(&json!({ "keys": keys }))
}

/// Gives the token only for the right secret, and for who knows what the challenge was made of.
async fn token(
    State(identity): State<Identity>,
    headers: HeaderMap,
    Form(form): Form<BTreeMap<String, String>>,
) -> Result<Told, StatusCode> {
    let mut says = identity.says.lock().unwrap();
    says.asked.push(form["code"].clone());
    let knows = STANDARD.encode(format!("{CLIENT}:{}", SECRET.replace(' ', "+")));
    let is_client = headers["authorization"] == format!("Basic {knows}");
    let proof = URL_SAFE_NO_PAD.encode(digest(&SHA256, form["code_verifier"].as_bytes()));
    if !is_client || proof != says.challenge || form["code"] != "fine" {
        return Err(StatusCode::BAD_REQUEST);
    }
    let token = identity.signed(&says);
    Ok(told(&json!({ "access_token": "unused", "token_type": "Bearer", "id_token": token })))
}

#[tokio::test]
async fn a_colleague_comes_in_by_a_token_that_is_signed_with_either_kind_of_key() {
    with_store(async |store| {
        first_administrator(&store).await;
        let identity = Identity::start().await;
        reads(
            &identity.browser(&store, NOW).get("/kk/sign-in/staff").await,
            StatusCode::OK,
            "Ұйымның тіркелгісімен кіру",
        );
        for signing in [Signing::Rs256, Signing::Es256] {
            let answer = identity.come(&store, signing, json!({})).await;
            assert_eq!(location(&answer), "/en/office/people?x=1");
            assert!(answer.header("set-cookie").starts_with("session="), "{:?}", answer.headers);
        }
        let shouted = identity.come(&store, Signing::Rs256, json!({ "email": EMAIL.to_uppercase() })).await;
        assert_eq!(shouted.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn a_token_that_is_not_to_be_believed_opens_nothing_and_says_so() {
    with_store(async |store| {
        first_administrator(&store).await;
        let identity = Identity::start().await;
        let not_believed = "cannot be trusted";
        for (signing, wrong, words) in [
            (Signing::Rs256, json!({ "nonce": "another" }), not_believed),
            (Signing::Rs256, json!({ "nonce": null }), not_believed),
            (Signing::Rs256, json!({ "exp": seconds(NOW) - 1 }), not_believed),
            (Signing::Es256, json!({ "iss": "https://login.evil.example" }), not_believed),
            (Signing::Rs256, json!({ "aud": "another site" }), not_believed),
            (Signing::Rs256, json!({ "aud": [CLIENT, "another site"] }), not_believed),
            (Signing::Foreign, json!({}), not_believed),
            (Signing::Hs256, json!({}), not_believed),
            (Signing::Not, json!({}), not_believed),
            (Signing::Rs256, json!({ "email_verified": false }), "does not vouch for your e-mail"),
            (Signing::Rs256, json!({ "email_verified": null }), "does not vouch for your e-mail"),
            (Signing::Rs256, json!({ "email": "not an address" }), "does not vouch for your e-mail"),
            (Signing::Es256, json!({ "email": "stranger@film.example" }), "Nobody on the staff has"),
        ] {
            let answer = identity.come(&store, signing, wrong.clone()).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, words);
            assert!(!answer.header("set-cookie").starts_with("session="), "{wrong}");
        }
        assert_eq!(
            crate::find_by_email(&store, "stranger@film.example").await.unwrap(),
            None,
            "nobody gets an account"
        );
    })
    .await;
}

#[tokio::test]
async fn a_producer_is_not_staff_whoever_vouches_for_them() {
    with_store(async |store| {
        first_administrator(&store).await;
        let change = store.change(super::by("make")).await.unwrap();
        crate::find_or_make(&change, "claire@prod.example", "Claire", "en", "Europe/Paris").await.unwrap();
        change.commit().await.unwrap();
        let identity = Identity::start().await;
        let answer = identity.come(&store, Signing::Rs256, json!({ "email": "claire@prod.example" })).await;
        reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, "Nobody on the staff has");
    })
    .await;
}

#[tokio::test]
async fn a_state_is_used_once_in_time_and_by_the_browser_that_left() {
    with_store(async |store| {
        first_administrator(&store).await;
        let identity = Identity::start().await;
        let mut browser = identity.browser(&store, NOW);
        let asked = identity.leave(&mut browser).await;
        let back = format!("/sign-in/provider?code=fine&state={}", asked["state"]);
        // Somebody else's browser is led to the address by which the first would come in.
        let over = "began in another browser";
        reads(&identity.browser(&store, NOW).get(&back).await, StatusCode::UNPROCESSABLE_ENTITY, over);
        assert_eq!(browser.get(&back).await.status, StatusCode::SEE_OTHER);
        let asked_before = identity.says.lock().unwrap().asked.len();
        let mut again = identity.browser(&store, NOW).with_cookies_of(&browser);
        reads(&again.get(&back).await, StatusCode::UNPROCESSABLE_ENTITY, over);
        assert_eq!(identity.says.lock().unwrap().asked.len(), asked_before, "nobody is asked for what is over");

        let mut slow = identity.browser(&store, NOW);
        let asked = identity.leave(&mut slow).await;
        let mut late = identity.browser(&store, "2026-11-23T04:10:01Z").with_cookies_of(&slow);
        let back = format!("/sign-in/provider?code=fine&state={}", asked["state"]);
        reads(&late.get(&back).await, StatusCode::UNPROCESSABLE_ENTITY, over);
        let nothing = slow.get("/sign-in/provider").await;
        reads(&nothing, StatusCode::UNPROCESSABLE_ENTITY, over);
    })
    .await;
}

#[tokio::test]
async fn a_key_that_the_provider_took_since_is_asked_for_and_believed() {
    with_store(async |store| {
        first_administrator(&store).await;
        let identity = Identity::start().await;
        identity.says.lock().unwrap().shows_one_key = true;
        let mut browser = identity.browser(&store, NOW);
        let asked = identity.leave(&mut browser).await;
        {
            let mut says = identity.says.lock().unwrap();
            (says.signing, says.shows_one_key) = (Signing::Es256, false);
        }
        let answer = browser.get(&format!("/sign-in/provider?code=fine&state={}", asked["state"])).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn who_turns_back_or_comes_with_another_code_or_issuer_reads_why_they_are_not_in() {
    with_store(async |store| {
        first_administrator(&store).await;
        let identity = Identity::start().await;
        for (said, words) in [
            ("error=access_denied", "did not let you in"),
            ("code=stolen", "cannot be trusted"),
            ("code=fine&iss=https%3A%2F%2Flogin.evil.example", "cannot be trusted"),
        ] {
            let mut browser = identity.browser(&store, NOW);
            let asked = identity.leave(&mut browser).await;
            let answer = browser.get(&format!("/sign-in/provider?{said}&state={}", asked["state"])).await;
            reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, words);
        }
    })
    .await;
}

#[tokio::test]
async fn a_provider_that_is_silent_or_somebody_else_leaves_the_other_ways_open() {
    with_store(async |store| {
        first_administrator(&store).await;
        let identity = Identity::start().await;
        let nobody = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
        for address in [format!("http://{nobody}"), identity.address.replace("127.0.0.1", "localhost")] {
            let wrong = Identity { address, ..identity.clone() };
            let answer = wrong.browser(&store, NOW).post("/ru/sign-in/provider", &[]).await;
            reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, "Вход организации не отвечает");
            assert!(answer.html().contains("name=\"password\""));
        }
    })
    .await;
}

#[test]
fn only_an_encrypted_way_leads_to_a_provider() {
    let settings = |issuer: &str| ProviderSettings {
        issuer: issuer.to_owned(),
        client_id: CLIENT.to_owned(),
        secret: SECRET.to_owned(),
    };
    assert!(Provider::new(settings("https://login.example/realms/film")).is_ok());
    for refused in ["", "login.example", "http://login.example", "http://localhost.example", "ftp://localhost"] {
        assert!(Provider::new(settings(refused)).is_err(), "{refused}");
    }
}
