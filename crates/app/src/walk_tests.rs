//! A walk through the whole site in every language: every page is reached by a link or by a form, is shown, and shows
//! words and no keys.

use std::collections::{BTreeMap, BTreeSet};

use store::Store;
use testkit::{Answer, Browser, on_each_database};
use web::{Listed, Role, Visitor};

use crate::enumerated_tests::{now, sample};
use crate::migrations;

/// Who walks.
struct Walkers {
    store: Store,
    stranger: Browser,
    officer: Browser,
    /// A producer with a production of her own, and one who is invited to it.
    producer: Browser,
    guest: Browser,
    producer_email: String,
    /// The office's addresses of the scripts that were given.
    scripts: Vec<String>,
}

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
const SCRIPT: &[u8] = b"Title: Steppe\n\nEXT. CANYON - DAWN\n\nA capsule lies in the sand.\n";

impl Walkers {
    async fn new(store: &Store, router: &axum::Router) -> Self {
        let staff = people::list_staff(store).await.unwrap();
        let own = staff.iter().find(|one| one.roles.contains(&Role::Officer)).unwrap();
        let everything = Visitor { roles: Role::ALL.to_vec(), ..own.clone() };
        let producers = people::list_outside_staff(store, 50).await.unwrap();
        let visitor = |account: &people::Account| Visitor {
            account: account.id,
            name: account.name.clone(),
            email: account.email.clone(),
            roles: Vec::new(),
        };
        let chloe = producers.iter().find(|one| one.email.starts_with("chloe")).unwrap();
        let mut walkers = Self {
            store: store.clone(),
            stranger: Browser::new(router.clone()),
            officer: Browser::new(router.clone()),
            producer: Browser::new(router.clone()),
            guest: Browser::new(router.clone()),
            producer_email: chloe.email.clone(),
            scripts: Vec::new(),
        };
        walkers.officer.sign_in(store, &everything, now()).await;
        walkers.producer.sign_in(store, &visitor(chloe), now()).await;
        walkers
    }

    /// The address below a path in a letter to somebody.
    async fn mailed(&self, email: &str, tag: &str, path: &str) -> String {
        let letters = mail::list_to(&self.store, email, 50).await.unwrap();
        let words = letters.iter().flat_map(|letter| letter.text.split_whitespace());
        let found = words.filter_map(|word| word.get(word.find(&format!("/{tag}/{path}"))?..)).next();
        found.unwrap_or_else(|| panic!("no letter to {email} leads to {path}")).to_owned()
    }

    /// Sends forms whose answers no link leads to, and gives the addresses of what came of them.
    async fn strangers_deeds(&mut self, tag: &str) -> Vec<String> {
        let mut found = Vec::new();
        self.stranger.post(&format!("/{tag}/sign-in"), &[("email", &self.producer_email)]).await;
        found.push(self.mailed(&self.producer_email, tag, "sign-in/link/").await);
        let first =
            [("title", "Steppe"), ("format", "feature"), ("brief", "Two walk home."), ("confidentiality", "open")];
        let begun = led(&self.stranger.upload(&format!("/{tag}/start"), &first, &[]).await);
        found.push(begun.clone());
        let draft = led(&self.stranger.upload(&format!("/{tag}/start"), &first, &[]).await);
        let email = format!("steppe-{tag}@film.test");
        let pages: [(&str, &[(&str, &str)]); 6] = [
            ("when", &[("shooting-days", "24")]),
            ("looks", &[("looks", "Red canyons")]),
            ("budget", &[("budget", "unknown")]),
            ("needs", &[("needs", "locations")]),
            ("who", &[("name", "Jean Petit"), ("email", &email), ("zone", "Europe/Paris"), ("source", "market")]),
            ("check", &[]),
        ];
        let mut last = String::new();
        for (page, fields) in pages {
            last = led(&self.stranger.upload(&draft.replace("/when", &format!("/{page}")), fields, &[]).await);
        }
        found.push(last);
        found.extend(self.strangers_list(tag).await);
        let way = [("way", "sample"), ("on", "")];
        let mapping = led(&self.stranger.upload(&format!("/{tag}/incentive/calculator"), &way, &[]).await);
        found.push(mapping.clone());
        let mapping = mapping.split('?').next().unwrap();
        let estimate = led(&self.stranger.post(mapping, &[("on", "2025-12-25"), ("step", "work-out")]).await);
        found.push(estimate);
        found
    }

    /// A list of places, shared by a link.
    async fn strangers_list(&mut self, tag: &str) -> Vec<String> {
        led(&self.stranger.post(&format!("/{tag}/list/add"), &[("location", "charyn-canyon")]).await);
        let shared = led(&self.stranger.post(&format!("/{tag}/list/share"), &[]).await);
        let page = self.stranger.get(&shared).await.html();
        let token = page.split("/l/").nth(1).unwrap().split(['"', '<', '?', '/']).next().unwrap().to_owned();
        let list = ["list", "list/reactions", "list/places.zip", "list/places.pdf"].map(str::to_owned);
        let link = ["", "/places.zip", "/places.pdf"].map(|paper| format!("l/{token}{paper}"));
        list.into_iter().chain(link).map(|path| format!("/{tag}/{path}")).collect()
    }

    /// A place whose owner is asked, places from a table, places for a case.
    async fn officers_places(&mut self, tag: &str, case: &str) -> Vec<String> {
        let place = format!("/{tag}/office/locations/charyn-canyon");
        let owner = format!("owner-{tag}@film.test");
        let revision = value(&self.officer.get(&format!("{place}/facts/owner")).await.html(), "revision");
        let fields = [("revision", revision.as_str()), ("owner-email", owner.as_str()), ("owner-language", tag)];
        led(&self.officer.post(&format!("{place}/facts/owner"), &fields).await);
        led(&self.officer.post(&format!("{place}/ask"), &[]).await);
        let confirm = self.mailed(&owner, tag, "confirm/").await;
        let table = ("file", "places.csv", &b"name (en);type\nA quiet well;lake\n"[..]);
        let import = led(&self.officer.upload(&format!("/{tag}/office/locations/import"), &[], &[table]).await);
        let reference = case.rsplit('/').next().unwrap();
        let package = [
            ("case", reference),
            ("title", "Red planet"),
            ("recipient", "Chloé"),
            ("email", "chloe@rouge.test"),
            ("language", tag),
        ];
        let package = led(&self.officer.post(&format!("/{tag}/office/packages/new"), &package).await);
        vec![confirm, import, package]
    }

    async fn officers_deeds(&mut self, tag: &str) -> Vec<String> {
        let mut found = std::mem::take(&mut self.scripts);
        found.push(format!("/{tag}/office/settings/keys"));
        let mut two = Vec::new();
        for name in ["Canyon One", "Lantern Works"] {
            let fields = [(format!("name-{tag}"), format!("{name} {tag}")), ("way".to_owned(), "anyway".to_owned())];
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let made = led(&self.officer.post(&format!("/{tag}/office/organisations/new"), &fields).await);
            two.push(made.rsplit('/').next().unwrap().split('?').next().unwrap().to_owned());
        }
        found.push(format!("/{tag}/office/merge/{}", two.join("/")));
        let cases = self.officer.get(&format!("/{tag}/office/cases")).await;
        let pick = value(&cases.html(), "pick");
        let act = [("act", "move"), ("step", "do"), ("argument", "2"), ("pick", pick.as_str()), ("view", "")];
        let done = led(&self.officer.post(&format!("/{tag}/office/cases/act"), &act).await);
        let operation = done.split("done=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        found.push(format!("/{tag}/office/operations/{operation}"));
        let case = cases.links().into_iter().find(|link| link.contains("/office/cases/KZ-")).unwrap();
        self.officer.upload(&format!("{case}/documents"), &[("paper", "Map")], &[("file", "map.pdf", PDF)]).await;
        let page = self.officer.get(&case).await;
        found.extend(page.links().into_iter().find(|link| link.contains("/documents/0")));
        found.extend(self.officers_places(tag, &case).await);
        let view = [("name", "Mine"), ("query", "owner=me"), ("pinned", "yes")];
        self.officer.post(&format!("/{tag}/office/views"), &view).await;
        found.push(format!("/{tag}/office/views"));
        let email = format!("new-{tag}@film.test");
        let invited = [("name", "Asel"), ("email", email.as_str()), ("roles", "officer")];
        self.officer.post(&format!("/{tag}/office/settings/staff"), &invited).await;
        found.push(self.mailed(&email, tag, "sign-in/password/").await);
        found
    }

    /// Somebody who has no production yet comes to their browser.
    async fn new_guest(&mut self, tag: &str) -> String {
        let email = format!("guest-{tag}@film.test");
        let by = store::By { actor: kernel::Actor::program("test"), moment: now(), reason: "test".to_owned() };
        let change = self.store.change(by).await.unwrap();
        let account = people::find_or_make(&change, &email, "Jean", tag, "Europe/Paris").await.unwrap();
        change.commit().await.unwrap();
        let visitor = Visitor { account: account.id, name: account.name, email: account.email, roles: Vec::new() };
        self.guest.sign_in(&self.store, &visitor, now()).await;
        email
    }

    /// Also gives the address by which the guest comes in.
    async fn producers_deeds(&mut self, tag: &str, estimate: &str) -> (Vec<String>, String) {
        let home = self.producer.get(&format!("/{tag}/portal/")).await;
        let production = home.links().into_iter().find(|link| link.contains("/portal/productions/KZ-")).unwrap();
        let production = production.split('?').next().unwrap();
        let expires = [("expires-on", "2026-12-24")];
        // A PDF is downloaded, a text is read.
        for (name, content, deed) in [("steppe.pdf", PDF, "/file"), ("steppe.fountain", SCRIPT, "")] {
            let before = self.producer.get(&format!("{production}/scripts")).await.links();
            led(&self.producer.upload(&format!("{production}/scripts"), &expires, &[("script", name, content)]).await);
            let links = self.producer.get(&format!("{production}/scripts")).await.links();
            let log = links.iter().find(|link| link.ends_with("/log") && !before.contains(link)).unwrap();
            self.scripts.push(log.replace("/log", deed).replace("/portal/", "/office/"));
        }
        let named = [("name", "Insurance")];
        self.producer.upload(&format!("{production}/documents"), &named, &[("file", "insurance.pdf", PDF)]).await;
        let other = format!("chloe-{tag}@elsewhere.test");
        led(&self.producer.post(&format!("/{tag}/portal/account/email"), &[("new-email", &other)]).await);
        let email = self.mailed(&other, tag, "sign-in/email/").await;
        let guest = self.new_guest(tag).await;
        let member = [("member-name", "Jean"), ("member-email", guest.as_str()), ("role", "lawyer")];
        led(&self.producer.post(&format!("{production}/team"), &member).await);
        let join = self.mailed(&guest, tag, "portal/join/").await;
        let pages = ["scripts", "documents", "team"].map(|page| format!("{production}/{page}"));
        let mut found = pages.to_vec();
        found.push(email);
        found.push(format!("/{tag}/portal/estimates/{}", estimate.rsplit('/').next().unwrap()));
        (found, join)
    }
}

/// Where a form led.
fn led(answer: &Answer) -> String {
    assert!(answer.status.is_redirection(), "{} {}", answer.status, answer.text());
    answer.header("location").to_owned()
}

/// The first value that a form gives under a name.
fn value(html: &str, name: &str) -> String {
    let rest = html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {name}"));
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn every_page_can_be_read_in_every_language() {
    on_each_database(&migrations(), async |store| {
        let app = sample(&store).await;
        let listed = crate::routes(&app).listed().to_vec();
        let router = crate::router(app).unwrap();
        let mut walkers = Walkers::new(&store, &router).await;
        for tag in ["en", "ru", "kk"] {
            let mut told = BTreeMap::new();
            let start = |paths: &[&str]| paths.iter().map(|path| format!("/{tag}/{path}")).collect::<Vec<_>>();
            let strangers = walkers.strangers_deeds(tag).await;
            let (producers, join) = walkers.producers_deeds(tag, strangers.last().unwrap()).await;
            let officers = walkers.officers_deeds(tag).await;
            let everywhere = [
                "",
                "start",
                "sign-in",
                "sign-in/staff",
                "sign-in/reset",
                "demo",
                "demo/letters",
                "styleguide",
                "search?q=charyn",
                "locations/map.geojson?frame=46,40,88,56",
            ];
            let starts = [start(&everywhere), strangers].concat();
            walk(&mut walkers.stranger, tag, &listed, starts, &mut told).await;
            let office = ["office", "office/keys", "office/search?q=planet", "office/cases", "office/productions"];
            let starts = [start(&office), officers].concat();
            walk(&mut walkers.officer, tag, &listed, starts, &mut told).await;
            let starts = [start(&["portal/", "portal/account"]), producers].concat();
            walk(&mut walkers.producer, tag, &listed, starts, &mut told).await;
            walk(&mut walkers.guest, tag, &listed, vec![join], &mut told).await;
            for (path, html) in told.values().flatten() {
                let raw = raw_keys(html);
                assert!(raw.is_empty(), "{path} shows keys and not words: {raw:?}");
            }
            let in_language = |route: &&Listed| route.method == "GET" && route.path.starts_with("/{lang}/");
            let unread = listed.iter().filter(in_language).map(|route| route.path);
            let unread: Vec<&str> = unread.filter(|path| !told.contains_key(path)).collect();
            assert!(unread.is_empty(), "{tag}: nothing leads to {unread:#?}");
        }
    })
    .await;
}

/// Follows the links of the site as one person, some addresses of each route; notes what each route has shown.
async fn walk(
    browser: &mut Browser,
    tag: &str,
    listed: &[Listed],
    starts: Vec<String>,
    told: &mut BTreeMap<&'static str, Vec<(String, String)>>,
) {
    const OF_EACH: usize = 4;
    let mut waiting = starts;
    let mut seen = BTreeSet::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    while let Some(path) = waiting.pop() {
        let fitting = listed.iter().filter(|route| route.method == "GET" && fits(route.path, &path));
        // `/theme` is a form, and not the front page of a language of that name.
        let Some(route) = fitting.min_by_key(|route| route.path.matches('{').count()) else { continue };
        let count = counts.entry(route.path).or_default();
        if *count >= OF_EACH || !seen.insert(path.clone()) {
            continue;
        }
        *count += 1;
        let answer = browser.get(&path).await;
        let status = answer.status.as_u16();
        // The address of a form that is only sent.
        if status == 405 {
            counts.entry(route.path).and_modify(|count| *count -= 1);
            continue;
        }
        assert!(status < 400, "{path} answers {status}: {}", answer.text());
        if (300..400).contains(&status) {
            waiting.push(answer.header("location").to_owned());
            told.entry(route.path).or_default();
            continue;
        }
        let is_page = answer.header("content-type").starts_with("text/html");
        let html = if is_page { answer.html() } else { String::new() };
        told.entry(route.path).or_default().push((path, html));
        if is_page {
            let links = answer.links().into_iter().map(|link| link.replace("&amp;", "&").replace("&#38;", "&"));
            // The map's script puts the frame behind that address.
            let own = links.filter(|link| link.starts_with(&format!("/{tag}/")) && !link.ends_with("/map.geojson"));
            waiting.extend(own.map(|link| link.split('#').next().unwrap_or_default().to_owned()));
        }
    }
}

/// Whether an address belongs to a pattern.
fn fits(pattern: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let (pattern, path): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len() && pattern.iter().zip(&path).all(|(one, other)| one == other || one.starts_with('{'))
}

/// Words of the page that look as keys do: `case-not-found`.
fn raw_keys(html: &str) -> Vec<String> {
    let known: BTreeSet<String> = crate::words()
        .iter()
        .flat_map(|slice| slice.files)
        .flat_map(|(_, text)| text.lines())
        .filter_map(|line| line.split_once(" = ").map(|(key, _)| key.to_owned()))
        .filter(|key| key.matches('-').count() > 1)
        .collect();
    testkit::visible(html).split(' ').filter(|word| known.contains(*word)).map(str::to_owned).collect()
}
