use std::borrow::Borrow;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;

use askama::Template;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::{Actor, Day, Exact, Language, Money};
use store::By;

use crate::money::{MoneyWriter, percent};
use crate::{Contact, Locale, Permission, Phrase, Session, Site, Theme, Visitor, WebError, assets, session};

/// A page about to be shown to somebody: their language, their theme, where they are. Handlers take it as an argument,
/// templates hold it as `page`.
#[derive(Clone)]
pub struct Page {
    site: Arc<Site>,
    language: Language,
    /// Whether the address itself names the language.
    in_language: bool,
    theme: Theme,
    path: String,
    query: Option<String>,
    can_return: bool,
    request_id: String,
    session: Option<Session>,
    device: String,
    sender: String,
}

/// A link to somewhere, for the lists in the frame.
pub struct Link {
    pub href: String,
    pub text: String,
    pub language: Language,
    pub is_current: bool,
}

/// Answers with a page.
pub fn show(status: StatusCode, template: &impl Template) -> Result<Response, WebError> {
    Ok((status, Html(template.render()?)).into_response())
}

impl Page {
    pub(crate) fn of(site: Arc<Site>, request_id: String, parts: &Parts, session: Option<Session>) -> Self {
        let path = parts.uri.path().to_owned();
        let named = path.split('/').nth(1).and_then(|tag| site.language(tag));
        let cookie = |name: &str| cookie(&parts.headers, name);
        let language = named
            .or_else(|| cookie("language").and_then(|tag| site.language(tag)))
            .or_else(|| preferred(&site, &parts.headers))
            .unwrap_or_else(|| site.first_language());
        Self {
            language,
            in_language: named.is_some(),
            theme: cookie("theme").and_then(Theme::from_word).unwrap_or(Theme::System),
            query: parts.uri.query().map(str::to_owned),
            can_return: parts.method.is_safe(),
            device: session::device(&parts.headers),
            sender: sender(&site, parts),
            session,
            path,
            request_id,
            site,
        }
    }

    pub fn site(&self) -> &Site {
        &self.site
    }

    pub fn language(&self) -> Language {
        self.language
    }

    pub(crate) fn is_in_language(&self) -> bool {
        self.in_language
    }

    pub fn theme(&self) -> Theme {
        self.theme
    }

    pub fn request_id(&self) -> &str {
        &self.request_id
    }

    /// Who is signed in.
    pub fn visitor(&self) -> Option<&Visitor> {
        self.session.as_ref().map(|session| &session.visitor)
    }

    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// Whoever asks, as the chain names them.
    pub fn actor(&self) -> Actor {
        self.visitor().map_or(Actor::Stranger, |visitor| Actor::Account(visitor.account))
    }

    /// Begins a change in the reader's name, now: `store.change(page.by("case.assign"))`.
    pub fn by(&self, reason: impl Into<String>) -> By {
        By { actor: self.actor(), moment: self.now(), reason: reason.into() }
    }

    pub fn now(&self) -> Timestamp {
        self.site.clock().now()
    }

    /// Whether the reader may open pages of that permission: for links that would only lead to a refusal.
    pub fn may(&self, permission: Permission) -> bool {
        permission.admits(self.visitor(), true)
    }

    /// A key for a form that must not be carried out twice.
    pub fn fresh_key(&self) -> String {
        self.site.secret()
    }

    pub(crate) fn device(&self) -> &str {
        &self.device
    }

    /// Who is sending, for the pace of forms: an account, or else an address of the network.
    pub(crate) fn sender(&self) -> String {
        self.visitor().map_or_else(|| self.sender.clone(), |visitor| visitor.account.to_string())
    }

    /// Where to sign in, so as to come back here.
    pub(crate) fn sign_in(&self) -> String {
        let query = self.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
        let here = serde_urlencoded::to_string([("next", format!("{}{query}", self.path))]).unwrap_or_default();
        format!("{}?{here}", self.link("sign-in"))
    }

    /// An address that was handed to us, if it is one of ours.
    pub fn ours<'t>(&self, address: &'t str) -> Option<&'t str> {
        ours(address)
    }

    /// The way in for a stranger, and the reader's own place for others; nothing where nobody can sign in.
    pub fn own_place(&self) -> Option<Link> {
        if !self.reaches("/{lang}/sign-in") {
            return None;
        }
        let reachable = |path: &&str| self.reaches(&format!("/{{lang}}/{path}"));
        let link = match self.visitor() {
            None => self.link_to("sign-in", "account-sign-in"),
            Some(_) if Permission::Office.admits(self.visitor(), false) => {
                let path = ["office", "office/people"].into_iter().find(reachable).unwrap_or("portal/account");
                self.link_to(path, "account-office")
            }
            Some(_) => {
                let path = ["portal/", "portal/account"].into_iter().find(reachable).unwrap_or("sign-in");
                self.link_to(path, "account-own")
            }
        };
        Some(link)
    }

    /// The rail of the office: the parts that are there and that the reader may open.
    pub fn office_items(&self) -> Vec<Link> {
        let items = self.site.office().iter().filter(|item| {
            let permission = self.site.permission(&format!("/{{lang}}/{}", item.path));
            permission.is_some_and(|permission| permission.admits(self.visitor(), false))
        });
        let mut links: Vec<Link> = items.map(|item| self.link_to(item.path, item.label)).collect();
        // Below `office` stands all of it: where one is, is the longest address that fits.
        let here = links.iter().filter(|link| link.is_current).map(|link| link.href.len()).max();
        links.iter_mut().for_each(|link| link.is_current &= Some(link.href.len()) == here);
        links
    }

    /// Today, where the commission is.
    pub fn today(&self) -> Day {
        self.site.today()
    }

    /// The sentence for a key, in the reader's language.
    pub fn say(&self, key: impl AsRef<str>) -> Phrase<'_> {
        self.site.words().say(self.language, key.as_ref())
    }

    /// The address of a page in the reader's language: `incentive` is `/kk/incentive`.
    pub fn link(&self, path: impl AsRef<str>) -> String {
        format!("/{}/{}", self.language, path.as_ref())
    }

    /// The address of a file of ours, which changes when the file does.
    pub fn asset(&self, name: &str) -> String {
        assets::url(name)
    }

    pub fn locale(&self) -> &Locale {
        self.site.locale(self.language)
    }

    /// `₸1,234,567.50`, exactly.
    pub fn money(&self, money: impl Borrow<Money>) -> String {
        self.writer(&|key| self.say(key)).exact(money.borrow())
    }

    /// `₸11.4M`: where the size matters and not the last unit.
    pub fn money_rounded(&self, money: impl Borrow<Money>) -> String {
        self.writer(&|key| self.say(key)).rounded(money.borrow())
    }

    pub fn number(&self, number: impl Borrow<Exact>, most_decimals: u8) -> String {
        self.locale().number(number.borrow(), most_decimals)
    }

    /// 0.305 is `30.5%`.
    pub fn percent(&self, share: impl Borrow<Exact>) -> String {
        percent(self.locale(), self.say("percent"), share.borrow()).to_string()
    }

    pub fn day(&self, day: impl Borrow<Day>) -> String {
        self.locale().day(*day.borrow())
    }

    /// Short, with the time where the commission is; not for deadlines.
    pub fn moment(&self, moment: impl Borrow<Timestamp>) -> String {
        self.locale().moment(*moment.borrow(), self.site.zone())
    }

    /// `Friday, 18 September 2026, 18:00 Almaty (15:00 Paris)`: where the commission is, and where the reader is if the
    /// clocks there show something else.
    pub fn deadline(&self, moment: impl Borrow<Timestamp>, reader: Option<&TimeZone>) -> String {
        let (moment, locale) = (*moment.borrow(), self.locale());
        let told = |zone: &TimeZone| {
            let local = moment.to_zoned_datetime(zone.clone()).datetime();
            let day = Day::new(local.year(), local.month(), local.day()).map(|day| locale.weekday_and_day(day));
            (day.unwrap_or_default(), format!("{:02}:{:02}", local.hour(), local.minute()), locale.city(zone))
        };
        let (day, time, city) = told(self.site.zone());
        let here = self.say("deadline-moment").with("day", &day).with("time", &time).with("city", city).to_string();
        let Some((other_day, other_time, other_city)) = reader.map(told) else { return here };
        if (&other_day, &other_time) == (&day, &time) {
            return here;
        }
        let other = if other_day == day {
            self.say("deadline-time").with("time", other_time).with("city", other_city)
        } else {
            self.say("deadline-moment").with("day", other_day).with("time", other_time).with("city", other_city)
        };
        format!("{here} ({other})")
    }

    /// Whether the site has a page under that pattern, as it was registered: `/{lang}/incentive`.
    pub fn reaches(&self, pattern: &str) -> bool {
        self.site.reaches(pattern)
    }

    /// How to reach the commission: at the foot of every page.
    pub fn contact(&self) -> &Contact {
        self.site.contact()
    }

    /// The top of every page: the parts of the site that are there.
    pub fn navigation(&self) -> Vec<Link> {
        let items = self.site.navigation().iter().filter(|item| self.reaches(&format!("/{{lang}}/{}", item.path)));
        items.map(|item| self.link_to(item.path, item.label)).collect()
    }

    fn link_to(&self, path: &str, label: &str) -> Link {
        let href = self.link(path);
        let is_current = self.path == href || (!href.ends_with('/') && self.path.starts_with(&format!("{href}/")));
        Link { text: self.say(label).to_string(), language: self.language, is_current, href }
    }

    /// This page in every language of the site, in its order.
    pub fn languages(&self) -> Vec<Link> {
        let links = self.site.languages().iter().map(|setting| Link {
            href: self.in_other(setting.language),
            text: setting.name.clone(),
            language: setting.language,
            is_current: setting.language == self.language,
        });
        links.collect()
    }

    /// This page's address, or the front page where coming back is not possible.
    pub fn here(&self) -> String {
        self.in_other(self.language)
    }

    /// With the host, if it is known: search engines want it.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.site.origin())
    }

    /// This page for readers whose language we do not have.
    pub fn for_others(&self) -> String {
        let speaks_english = self.site.language(Language::ENGLISH.tag());
        self.absolute(&self.in_other(speaks_english.unwrap_or_else(|| self.site.first_language())))
    }

    /// The choices of the theme switch.
    pub fn themes(&self) -> [Theme; 3] {
        Theme::ALL
    }

    fn in_other(&self, language: Language) -> String {
        let rest = self.path.split_once('/').and_then(|(_, path)| path.split_once('/')).map(|(_, rest)| rest);
        match rest.filter(|_| self.can_return && self.in_language) {
            Some(rest) => {
                let query = self.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
                format!("/{language}/{rest}{query}")
            }
            None => format!("/{language}/"),
        }
    }

    fn writer<'p>(&'p self, say: &'p dyn Fn(&'static str) -> Phrase<'p>) -> MoneyWriter<'p> {
        MoneyWriter { locale: self.locale(), home: self.site.currency(), say }
    }
}

/// The page was made before the route was found, so that even an unknown address has one.
impl<S: Sync> FromRequestParts<S> for Page {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().expect("the site makes a page before it routes"))
    }
}

/// What the browser keeps under a name.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// Only addresses of ours: `//elsewhere` and `/\\elsewhere` are not.
pub(crate) fn ours(address: &str) -> Option<&str> {
    let is_ours = address.starts_with('/') && !address.starts_with("//") && !address.contains(['\\', '\r', '\n']);
    is_ours.then_some(address)
}

/// The address of the network that a request comes from; behind our proxy, what the proxy says.
fn sender(site: &Site, parts: &Parts) -> String {
    let forwarded = parts.headers.get_all("x-forwarded-for").iter().next_back();
    let said = forwarded.and_then(|value| value.to_str().ok()?.rsplit(',').next()).map(|last| last.trim().to_owned());
    let connected = || parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_string());
    said.filter(|_| site.is_behind_proxy()).or_else(connected).unwrap_or_default()
}

/// The first of the browser's languages that the site speaks, by its weights.
fn preferred(site: &Site, headers: &HeaderMap) -> Option<Language> {
    let line = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut wishes: Vec<(u32, Language)> = Vec::new();
    for wish in line.split(',').take(32) {
        let (tag, weight) = wish.split_once(";q=").unwrap_or((wish, "1"));
        let Some(language) = tag.trim().split('-').next().and_then(|tag| site.language(tag)) else { continue };
        let thousandths = weight.trim().parse::<Exact>().ok().and_then(|weight| weight.scaled(3)).unwrap_or(0);
        wishes.push((thousandths.try_into().unwrap_or(0), language));
    }
    // The sort is stable: of equal wishes the first stays first.
    wishes.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wishes.into_iter().find(|(weight, _)| *weight > 0).map(|(_, language)| language)
}
