//! The organisation's own identity provider (OpenID Connect): asked who somebody is, believed only with its signature.

use std::time::Duration;

use chrono::{DateTime, Utc};
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdToken, CoreJwsSigningAlgorithm,
    CoreProviderMetadata,
};
use openidconnect::{
    AuthType, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, Scope, SignatureVerificationError, TokenResponse, http,
};
use tokio::sync::Mutex;

/// What the settings say.
#[derive(Debug, Clone)]
pub struct ProviderSettings {
    /// `https://login.example/realms/film`, exactly as the provider writes it.
    pub issuer: String,
    pub client_id: String,
    pub secret: String,
}

#[derive(Debug, thiserror::Error)]
#[error("`{0}` cannot be the address of an identity provider: it has to begin with https://")]
pub struct NotAnIssuer(pub String);

/// Where staff may say who they are.
pub struct Provider {
    settings: ProviderSettings,
    issuer: IssuerUrl,
    http: reqwest::Client,
    /// What it says about itself, and since when we know.
    known: Mutex<Option<(Timestamp, CoreProviderMetadata)>>,
}

/// What belongs to one coming and going; all of it is kept here, none but the state is shown to others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Errand {
    pub nonce: String,
    pub verifier: String,
}

/// What the provider is believed to say about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    pub email: String,
    pub is_verified: bool,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum ProviderProblem {
    #[error("it cannot be reached: {0}")]
    Unreachable(String),
    #[error("its answer is not to be believed: {0}")]
    NotBelieved(String),
}

#[derive(Debug, thiserror::Error)]
enum CallProblem {
    #[error(transparent)]
    Http(#[from] reqwest::Error),
    #[error(transparent)]
    Answer(#[from] http::Error),
    #[error("the answer is too long")]
    TooLong,
}

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// Keys are changed now and then, and an unknown one is asked for at once.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(1);
const PATIENCE: Duration = Duration::from_secs(10);
const LONGEST_ANSWER: usize = 1024 * 1024;

/// Only signatures that need the provider's own key: with the client's secret anybody who knows it could sign.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 8] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EdDsa,
];

impl Provider {
    /// Asks nobody anything yet: the site opens without the provider too.
    pub fn new(settings: ProviderSettings) -> Result<Self, NotAnIssuer> {
        let refused = || NotAnIssuer(settings.issuer.clone());
        let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|_| refused())?;
        let host = issuer.url().host_str().unwrap_or_default();
        // On this machine nobody listens on the way.
        let is_near = ["localhost", "127.0.0.1", "[::1]"].contains(&host);
        if issuer.url().scheme() != "https" && !(is_near && issuer.url().scheme() == "http") {
            return Err(refused());
        }
        // Somebody else may have installed it before; it is the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        // A redirect could lead to where nobody meant to go.
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(PATIENCE).build();
        let http = http.map_err(|_| refused())?;
        Ok(Self { issuer, http, settings, known: Mutex::new(None) })
    }

    /// Where people go to say who they are, as they may read it.
    pub(crate) fn host(&self) -> &str {
        self.issuer.url().host_str().unwrap_or_default()
    }

    pub(crate) fn is_issuer(&self, said: &str) -> bool {
        said == self.issuer.as_str()
    }

    /// The address to which somebody is sent, to come back to `back`.
    pub(crate) async fn way_there(
        &self,
        errand: &Errand,
        state: &str,
        back: &str,
        now: Timestamp,
    ) -> Result<String, ProviderProblem> {
        let client = self.client(self.metadata(now, false).await?, back)?;
        let verifier = PkceCodeVerifier::new(errand.verifier.clone());
        let (state, nonce) = (CsrfToken::new(state.to_owned()), Nonce::new(errand.nonce.clone()));
        let (url, _, _) = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, || state, || nonce)
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(url.into())
    }

    /// Who it was, for the code that they brought back.
    pub(crate) async fn who(
        &self,
        errand: &Errand,
        code: &str,
        back: &str,
        now: Timestamp,
    ) -> Result<Person, ProviderProblem> {
        let client = self.client(self.metadata(now, false).await?, back)?;
        let call = self.caller();
        let request = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|error| ProviderProblem::NotBelieved(told(&error)))?
            .set_pkce_verifier(PkceCodeVerifier::new(errand.verifier.clone()));
        let answer = request.request_async(&call).await.map_err(|error| match error {
            openidconnect::RequestTokenError::Request(error) => ProviderProblem::Unreachable(told(&error)),
            other => ProviderProblem::NotBelieved(told(&other)),
        })?;
        let token =
            answer.id_token().ok_or_else(|| ProviderProblem::NotBelieved("there is no identity in it".to_owned()))?;
        let nonce = Nonce::new(errand.nonce.clone());
        match believed(&client, token, &nonce, now) {
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
                let client = self.client(self.metadata(now, true).await?, back)?;
                believed(&client, token, &nonce, now)
            }
            other => other,
        }
        .map_err(|error| ProviderProblem::NotBelieved(told(&error)))
    }

    async fn metadata(&self, now: Timestamp, is_stale: bool) -> Result<CoreProviderMetadata, ProviderProblem> {
        let mut known = self.known.lock().await;
        if let Some((since, metadata)) = &*known
            && !is_stale
            && now.duration_since(*since) < KNOWN_FOR
        {
            return Ok(metadata.clone());
        }
        let call = self.caller();
        let metadata = CoreProviderMetadata::discover_async(self.issuer.clone(), &call)
            .await
            .map_err(|error| ProviderProblem::Unreachable(told(&error)))?;
        *known = Some((now, metadata.clone()));
        Ok(metadata)
    }

    fn client(&self, metadata: CoreProviderMetadata, back: &str) -> Result<Client, ProviderProblem> {
        let back = RedirectUrl::new(back.to_owned()).map_err(|error| ProviderProblem::NotBelieved(told(&error)))?;
        let takes = metadata.token_endpoint_auth_methods_supported().cloned().unwrap_or_default();
        let takes_header = takes.is_empty() || takes.contains(&CoreClientAuthMethod::ClientSecretBasic);
        let id = ClientId::new(self.settings.client_id.clone());
        let secret = ClientSecret::new(self.settings.secret.clone());
        let client = CoreClient::from_provider_metadata(metadata, id, Some(secret)).set_redirect_uri(back);
        Ok(client.set_auth_type(if takes_header { AuthType::BasicAuth } else { AuthType::RequestBody }))
    }

    fn caller(
        &self,
    ) -> impl Fn(HttpRequest) -> std::pin::Pin<Box<dyn Future<Output = Result<HttpResponse, CallProblem>> + Send>> + use<>
    {
        let http = self.http.clone();
        move |request| Box::pin(call(http.clone(), request))
    }
}

/// Signature, issuer, for whom, until when, and whether it answers what we asked.
fn believed(
    client: &Client,
    token: &CoreIdToken,
    nonce: &Nonce,
    now: Timestamp,
) -> Result<Person, ClaimsVerificationError> {
    let moment = move || DateTime::<Utc>::from_timestamp(now.as_second(), 0).unwrap_or(DateTime::<Utc>::MAX_UTC);
    let verifier = client.id_token_verifier().set_allowed_algs(ALGORITHMS).set_time_fn(moment);
    let claims = token.claims(&verifier, nonce)?;
    let email = claims.email().map(|email| email.as_str().to_owned()).unwrap_or_default();
    Ok(Person { email, is_verified: claims.email_verified() == Some(true) })
}

async fn call(http: reqwest::Client, request: HttpRequest) -> Result<HttpResponse, CallProblem> {
    let mut answer = http.execute(request.try_into()?).await?;
    let mut response = http::Response::builder().status(answer.status());
    for (name, value) in answer.headers() {
        response = response.header(name, value);
    }
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        if body.len().saturating_add(chunk.len()) > LONGEST_ANSWER {
            return Err(CallProblem::TooLong);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(response.body(body)?)
}

/// An error with its causes, in one line for the log.
fn told(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        text.push_str(&format!(": {deeper}"));
        cause = deeper.source();
    }
    text
}
