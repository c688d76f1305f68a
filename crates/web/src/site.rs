use std::any::Any;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::tz::TimeZone;
use kernel::{Currency, Day, Language};
use store::{Chance, Migration, Store};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use crate::error::{Cause, chain, error_page};
use crate::pace::Paces;
use crate::{
    Clock, Form, Listed, Locale, OfficeItem, Pace, Page, Permission, Routes, Session, SliceWords, Theme, UnknownLocale,
    WebError, WordSource, Words, WordsProblem, assets, guard, page, session, styleguide,
};

/// What a site is made from; the commission's profile says most of it.
pub struct SiteSettings {
    /// In the order in which they are offered; the first is for readers who wish for none of them.
    pub languages: Vec<LanguageSetting>,
    pub currency: Currency,
    pub zone: TimeZone,
    pub clock: Clock,
    pub words: Vec<WordSource>,
    /// The parts of the site in the order of the page top; those without a route are left away.
    pub navigation: Vec<NavItem>,
    pub contact: Contact,
    /// `https://film.example`, for addresses that must be absolute; empty if not known.
    pub origin: String,
    /// Where sessions are kept; without it nobody can sign in.
    pub store: Option<Store>,
    /// Whether a proxy of ours stands in front and says who is asking.
    pub behind_proxy: bool,
}

#[derive(Debug, Clone)]
pub struct LanguageSetting {
    pub language: Language,
    /// The language in its country, for numbers and days: `en-GB`.
    pub locale: String,
    /// Its own name: `Қазақша`.
    pub name: String,
}

/// A part of the site: its path below the language, and the key of its name.
#[derive(Debug, Clone, Copy)]
pub struct NavItem {
    pub path: &'static str,
    pub label: &'static str,
}

/// How to reach the commission; what is missing is not shown.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    pub email: Option<String>,
    pub phone: Option<String>,
    pub address: Option<String>,
}

/// Everything that pages share.
pub struct Site {
    settings: SiteSettings,
    words: Words,
    locales: BTreeMap<Language, Locale>,
    listed: Vec<Listed>,
    office: Vec<OfficeItem>,
    paces: Paces,
    requests: AtomicU64,
    answers: [AtomicU64; 5],
}

#[derive(Debug, thiserror::Error)]
pub enum SiteProblem {
    #[error("the site has no language")]
    NoLanguage,
    #[error(transparent)]
    Locale(#[from] UnknownLocale),
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Words(Vec<WordsProblem>),
}

/// The platform's own words.
pub fn own_words() -> SliceWords {
    SliceWords {
        slice: "web",
        files: &[
            ("en", include_str!("../words/en.ftl")),
            ("ru", include_str!("../words/ru.ftl")),
            ("kk", include_str!("../words/kk.ftl")),
        ],
    }
}

/// The tables of the platform's pages.
pub fn migrations() -> Vec<Migration> {
    vec![Migration { owner: "web", name: "0001", sql: include_str!("../migrations/0001.sql") }]
}

/// The platform's own pages: files, theme, style guide, and `/` in the reader's language.
pub fn own_routes() -> Routes {
    Routes::new()
        .get("/", Permission::Public, async |page: Page| Redirect::to(&page.here()))
        .get("/{lang}", Permission::Public, async |page: Page| Redirect::permanent(&page.link("")))
        .get("/assets/{file}", Permission::Public, assets::serve)
        .get("/{lang}/styleguide", Permission::Public, styleguide::styleguide)
        .post("/theme", Permission::Public, choose_theme)
}

impl Site {
    /// Makes the pages of a site answer. Everything a request passes through stands here, outermost last.
    pub fn open(settings: SiteSettings, routes: Routes) -> Result<Router, SiteProblem> {
        if settings.languages.is_empty() {
            return Err(SiteProblem::NoLanguage);
        }
        let tags: Vec<(Language, &str)> =
            settings.languages.iter().map(|setting| (setting.language, setting.locale.as_str())).collect();
        let words = Words::gather(&tags, &settings.words).map_err(SiteProblem::Words)?;
        let locales = tags.iter().map(|(language, tag)| Ok((*language, Locale::new(tag)?)));
        let locales = locales.collect::<Result<_, UnknownLocale>>()?;
        let requests = AtomicU64::new(settings.clock.now().as_millisecond().unsigned_abs() << 8);
        let mut office = routes.office;
        office.sort_by_key(|item| item.position);
        let paces = Paces::default();
        let answers = Default::default();
        let site = Arc::new(Self { settings, words, locales, listed: routes.listed, office, paces, requests, answers });
        let router = routes
            .router
            .fallback(async || WebError::NotFound)
            .layer(CatchPanicLayer::custom(panicked))
            .layer(from_fn_with_state(site, receive))
            .layer(CompressionLayer::new().compress_when(
                // Fonts are compressed already.
                DefaultPredicate::new().and(NotForContentType::const_new("font/")),
            ));
        Ok(router)
    }

    pub fn words(&self) -> &Words {
        &self.words
    }

    pub fn languages(&self) -> &[LanguageSetting] {
        &self.settings.languages
    }

    pub fn language(&self, tag: &str) -> Option<Language> {
        self.settings.languages.iter().map(|setting| setting.language).find(|language| language.tag() == tag)
    }

    pub fn currency(&self) -> Currency {
        self.settings.currency
    }

    pub fn zone(&self) -> &TimeZone {
        &self.settings.zone
    }

    pub fn clock(&self) -> Clock {
        self.settings.clock
    }

    pub fn today(&self) -> Day {
        self.settings.clock.today(&self.settings.zone)
    }

    pub fn locale(&self, language: Language) -> &Locale {
        self.locales
            .get(&language)
            .or_else(|| self.locales.values().next())
            .expect("a site has a language, and each language its locale")
    }

    /// Something nobody guesses.
    pub fn secret(&self) -> String {
        self.settings.store.as_ref().map_or_else(|| Chance::Machine.secret(), Store::secret)
    }

    /// How many requests were answered with 1xx, 2xx, 3xx, 4xx and 5xx since the program began.
    pub fn answers(&self) -> [u64; 5] {
        self.answers.each_ref().map(|count| count.load(Ordering::Relaxed))
    }

    pub(crate) fn session_cookie(&self, secret: &str, days: i64) -> HeaderValue {
        session::cookie_line(secret, days, self.settings.origin.starts_with("https://"))
    }

    pub(crate) fn ask_pace(&self, form: &'static str, sender: String, pace: Pace) -> Result<(), i64> {
        self.paces.ask(form, sender, pace, self.settings.clock.now())
    }

    pub(crate) fn is_behind_proxy(&self) -> bool {
        self.settings.behind_proxy
    }

    pub(crate) fn office(&self) -> &[OfficeItem] {
        &self.office
    }

    pub(crate) fn first_language(&self) -> Language {
        self.settings.languages.first().map_or(Language::ENGLISH, |setting| setting.language)
    }

    pub(crate) fn contact(&self) -> &Contact {
        &self.settings.contact
    }

    pub(crate) fn navigation(&self) -> &[NavItem] {
        &self.settings.navigation
    }

    pub fn origin(&self) -> &str {
        &self.settings.origin
    }

    /// Who may open the page of a pattern; nothing if there is none.
    pub(crate) fn permission(&self, pattern: &str) -> Option<Permission> {
        self.listed
            .iter()
            .find(|listed| listed.path == pattern && listed.method == "GET")
            .map(|listed| listed.permission)
    }

    pub(crate) fn reaches(&self, pattern: &str) -> bool {
        self.listed.iter().any(|listed| listed.path == pattern)
    }

    /// Unique in this process and likely to be so over restarts: it begins with when the process began.
    fn fresh_request_id(&self) -> String {
        format!("{:x}", self.requests.fetch_add(1, Ordering::Relaxed))
    }
}

/// Around every request: the page is made, other sites' forms are refused, answers without a page get one.
async fn receive(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let session = match &site.settings.store {
        Some(store) => Session::find(store, &parts.headers, site.settings.clock.now()).await,
        None => Ok(None),
    };
    let (session, unreadable) = match session {
        Ok(session) => (session, None),
        Err(error) => (None, Some(error)),
    };
    let page = Page::of(site.clone(), site.fresh_request_id(), &parts, session);
    let remembered = page::cookie(&parts.headers, "language").is_some_and(|tag| tag == page.language().tag());
    parts.extensions.insert(page.clone());
    let mut response = match unreadable {
        Some(error) => WebError::from(error).into_response(),
        None if guard::is_from_elsewhere(&parts.method, &parts.headers) => WebError::Forbidden.into_response(),
        None => next.run(Request::from_parts(parts, body)).await,
    };
    if let Some(Cause(error)) = response.extensions().get() {
        let error: &(dyn std::error::Error + 'static) = error.as_ref().as_ref();
        tracing::error!(request.id = page.request_id(), "request {} failed: {}", page.request_id(), chain(error));
    }
    let status = response.status();
    let class = usize::from(status.as_u16() / 100).saturating_sub(1);
    if let Some(count) = site.answers.get(class) {
        count.fetch_add(1, Ordering::Relaxed);
    }
    let is_page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if (status.is_client_error() || status.is_server_error()) && !is_page {
        let waits = response.headers().get(header::RETRY_AFTER).cloned();
        response = error_page(page.clone(), status);
        if let Some(waits) = waits {
            response.headers_mut().insert(header::RETRY_AFTER, waits);
        }
    }
    if page.is_in_language() && !remembered {
        remember(&mut response, "language", page.language().tag());
    }
    secure(&mut response);
    response
}

/// Nothing from elsewhere, nothing written into the page itself, no frame around it.
fn secure(response: &mut Response) {
    const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
                          connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    const HEADERS: [(HeaderName, &str); 6] = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    // Language and theme may come from cookies: a page is one reader's.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
    headers.append(header::VARY, HeaderValue::from_static("cookie, accept-language"));
}

/// A handler broke. What it said goes to the log, the reader gets the page with the number of the request.
fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    let said = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    WebError::Fault(format!("a handler panicked: {}", said.unwrap_or("no message")).into()).into_response()
}

/// The theme buttons of the frame: a form, so that they work without script.
async fn choose_theme(form: Form) -> Result<Response, WebError> {
    let Some(theme) = Theme::from_word(form.typed("theme")) else {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
    };
    let mut response = Redirect::to(page::ours(form.typed("return")).unwrap_or("/")).into_response();
    remember(&mut response, "theme", theme.word());
    Ok(response)
}

/// A year-long cookie for a choice. It says nothing about who chose.
fn remember(response: &mut Response, name: &str, value: &str) {
    let cookie = format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

impl Contact {
    pub fn is_empty(&self) -> bool {
        self.email.is_none() && self.phone.is_none() && self.address.is_none()
    }
}
