//! A small office: three officers, two kinds of cases, and a clock that a test sets.

use std::sync::Arc;

use casework::{
    Case, Desk, Kind, Kinds, NewCase, OfficeHours, Outcome, Requirement, State, Statutory, Turn, open_case,
    read_calendar,
};
use files::{Keep, Place, Scanner};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::{Actor, Id};
use store::{By, Chance, Migration, Store, values};
use testkit::{Browser, on_each_database, scratch_folder};
use web::{Clock, Contact, LanguageSetting, Role, Site, SiteSettings, SliceWords, Visitor, WordSource};

/// Wednesday 8 July 2026, 11:00 in Almaty.
pub(crate) const MORNING: &str = "2026-07-08T06:00:00Z";

pub(crate) const AIGUL: (&str, &str) = ("01J9ZK3V5T0000000000000001", "Айгүл Сәрсенова");
pub(crate) const DANIYAR: (&str, &str) = ("01J9ZK3V5T0000000000000002", "Данияр Омаров");
pub(crate) const GULNARA: (&str, &str) = ("01J9ZK3V5T0000000000000003", "Гүлнара Ахметова");

const WORDS: &str = "commission-name = Film commission\ncommission-short = Commission\ncommission-about = About\n\
    site-description = Films\nkind-inquiry = Inquiry\nkind-permit = Permit\nstate-new = New\nstate-working = In work\n\
    state-asked = Question asked\nstate-agency = With an agency\nstate-answered = Answered\nstate-granted = Approved\n\
    state-denied = Refused\nneed-script = Script\nneed-budget = Budget\n";

pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) desk: Desk,
}

pub(crate) fn migrations() -> Vec<Migration> {
    let slices = [
        web::migrations(),
        jobs::migrations(),
        mail::migrations(),
        files::migrations(),
        people::migrations(),
        casework::migrations(),
    ];
    slices.into_iter().flatten().collect()
}

pub(crate) async fn on_each(test: impl AsyncFn(World)) {
    on_each_database(&migrations(), async |store| test(World::new(store).await).await).await;
}

fn state(name: &'static str, label: &'static str, turn: Turn, next: &'static [&'static str]) -> State {
    State { name, label, turn, is_closed: turn == Turn::Nobody, next }
}

pub(crate) fn kinds() -> Kinds {
    let inquiry = Kind {
        name: "inquiry",
        label: "kind-inquiry",
        states: vec![
            state("new", "state-new", Turn::Office, &["working", "answered"]),
            state("working", "state-working", Turn::Office, &["asked", "answered"]),
            state("asked", "state-asked", Turn::Applicant, &["working"]),
            state("answered", "state-answered", Turn::Nobody, &["working"]),
        ],
        promised_working_days: Some(1),
        statutory: None,
        requirements: Vec::new(),
        outcomes: Vec::new(),
    };
    let permit = Kind {
        name: "permit",
        label: "kind-permit",
        states: vec![
            state("new", "state-new", Turn::Office, &["working"]),
            state("working", "state-working", Turn::Office, &["asked", "agency"]),
            state("asked", "state-asked", Turn::Applicant, &["working"]),
            state("agency", "state-agency", Turn::Authority, &["working"]),
            state("granted", "state-granted", Turn::Nobody, &[]),
            state("denied", "state-denied", Turn::Nobody, &[]),
        ],
        promised_working_days: Some(5),
        statutory: Some(Statutory { working_days: 15, source: "Law, article 7".to_owned() }),
        requirements: vec![
            Requirement { name: "script", label: "need-script" },
            Requirement { name: "budget", label: "need-budget" },
        ],
        outcomes: vec![
            Outcome { name: "grant", label: "state-granted", state: "granted" },
            Outcome { name: "deny", label: "state-denied", state: "denied" },
        ],
    };
    Kinds::new(vec![inquiry, permit]).unwrap()
}

impl World {
    pub(crate) async fn new(store: Store) -> Self {
        let address = |address| mail::Address::check("", address).unwrap();
        let calendar = read_calendar(include_str!("../../../../profiles/kazakhstan/calendar.toml")).unwrap();
        let place = Place::Folder(scratch_folder("files"));
        let desk = Desk {
            store: store.clone(),
            kinds: Arc::new(kinds()),
            calendar: Arc::new(calendar),
            hours: OfficeHours::default(),
            zone: TimeZone::get("Asia/Almaty").unwrap(),
            country: "KZ".to_owned(),
            languages: ["en", "ru", "kk"].map(|tag| tag.parse().unwrap()).to_vec(),
            alphabet: people::Alphabet::of("kk-KZ"),
            files: Keep::open(&place, Scanner::Off, Chance::seeded(1)).unwrap(),
            mail: mail::Desk {
                from: address("office@film.test"),
                replies: address("case@film.test"),
                key: vec![7; 32],
            },
        };
        let world = Self { store, desk };
        let staff = [(AIGUL, "officer"), (DANIYAR, "approver"), (GULNARA, "officer")];
        let change = world.store.upkeep(moment(MORNING)).await.unwrap();
        for ((id, name), role) in staff {
            let email = format!("{id}@film.test");
            let account = "insert into account (id, email, name, language, time_zone, state, password, totp_secret, \
                           totp_step, made_at) values ($1, $2, $3, 'kk', 'Asia/Almaty', 'active', '', '', 0, $4)";
            change.run(account, values![id, email, name, moment(MORNING)]).await.unwrap();
            let sql = "insert into account_role (account_id, role) values ($1, $2)";
            change.run(sql, values![id, role]).await.unwrap();
        }
        change.commit().await.unwrap();
        world
    }

    /// The site at a moment, with somebody signed in.
    pub(crate) async fn at(&self, now: &str, who: (&str, &str), roles: &[Role]) -> Browser {
        let mut browser = Browser::new(self.site(now));
        let (id, name) = who;
        let visitor = Visitor {
            account: id.parse().unwrap(),
            name: name.to_owned(),
            email: format!("{id}@film.test"),
            roles: roles.to_vec(),
        };
        browser.sign_in(&self.store, &visitor, moment(now)).await;
        browser
    }

    pub(crate) async fn aigul(&self) -> Browser {
        self.at(MORNING, AIGUL, &[Role::Officer]).await
    }

    /// May give the second signature.
    pub(crate) async fn daniyar(&self) -> Browser {
        self.at(MORNING, DANIYAR, &[Role::Officer, Role::Approver]).await
    }

    pub(crate) fn site(&self, now: &str) -> axum::Router {
        let setting = |tag: &str, locale: &str| LanguageSetting {
            language: tag.parse().unwrap(),
            locale: locale.to_owned(),
            name: tag.to_owned(),
        };
        let languages = vec![setting("en", "en-GB"), setting("ru", "ru-KZ"), setting("kk", "kk-KZ")];
        let commission = WordSource { owner: "test".to_owned(), language: "en".parse().unwrap(), text: WORDS.into() };
        let mut words = vec![web::own_words(), SliceWords { slice: "files", files: &files::WORDS }];
        words.extend(casework::own_words());
        let settings = SiteSettings {
            words: words.iter().flat_map(SliceWords::sources).chain([commission]).collect(),
            languages,
            currency: "KZT".parse().unwrap(),
            zone: self.desk.zone.clone(),
            clock: Clock::Stopped(moment(now)),
            navigation: Vec::new(),
            contact: Contact::default(),
            store: Some(self.store.clone()),
            behind_proxy: false,
            origin: "https://film.example".to_owned(),
        };
        Site::open(settings, web::own_routes().merge(casework::routes(self.desk.clone()))).unwrap()
    }

    pub(crate) async fn open(&self, kind: &'static str, title: &str) -> Case {
        self.open_for(kind, title, None).await
    }

    /// A case of somebody who has an account.
    pub(crate) async fn open_for(&self, kind: &'static str, title: &str, applicant: Option<Id>) -> Case {
        let new = NewCase {
            kind,
            reference: None,
            title: title.to_owned(),
            summary: format!("About {title}"),
            subject: String::new(),
            applicant,
            contact_name: "Jean Dupont".to_owned(),
            contact_email: "jean@producer.test".to_owned(),
            language: "en".parse().unwrap(),
        };
        let change = self.store.change(by("test.open", MORNING)).await.unwrap();
        let case = open_case(&self.desk, &change, new).await.unwrap();
        change.commit().await.unwrap();
        case
    }

    /// Every row of a case and its clocks, as text: to compare to the byte.
    pub(crate) async fn bytes(&self, id: Id) -> String {
        use store::Query;
        let case = "select * from case_record where id = $1";
        let clocks = "select * from case_clock where case_id = $1 order by id";
        let case = self.store.rows(case, values![id]).await.unwrap();
        let clocks = self.store.rows(clocks, values![id]).await.unwrap();
        format!("{case:?} {clocks:?}")
    }
}

pub(crate) fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(crate) fn by(reason: &str, now: &str) -> By {
    By { actor: Actor::Stranger, moment: moment(now), reason: reason.to_owned() }
}

pub(crate) fn path(case: &Case) -> String {
    format!("/en/office/cases/{}", case.reference)
}

/// The value of the first hidden field of that name.
pub(crate) fn hidden(html: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    html.split(&start).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

/// The action of the first form whose address ends so.
pub(crate) fn action(html: &str, ending: &str) -> String {
    let actions = html.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut fitting = actions.filter(|action| action.ends_with(ending));
    fitting.next().unwrap_or_default().to_owned()
}
