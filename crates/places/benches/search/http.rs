//! The site with the pages of places, on a line of the machine itself.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use files::{Keep, Scanner};
use places::{Catalogue, Desk};
use store::{Chance, Migration, Store};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use web::{Clock, Contact, LanguageSetting, Site, SiteSettings, SliceWords, WordSource, Words};

const COMMISSION: &str = "commission-name = Film Office\ncommission-short = Films\ncommission-about = About\nsite-description = Description\n";

pub(crate) fn steps() -> Vec<Migration> {
    [
        web::migrations(),
        files::migrations(),
        jobs::migrations(),
        mail::migrations(),
        people::migrations(),
        places::migrations(),
    ]
    .concat()
}

pub(crate) async fn listen(store: &Store, catalogue: &Arc<Catalogue>, folder: &Path) -> SocketAddr {
    let zone = jiff::tz::TimeZone::get("Asia/Almaty").unwrap();
    let address = |local: &str| mail::Address::check("", &format!("{local}@film.example")).unwrap();
    let english =
        LanguageSetting { language: kernel::Language::ENGLISH, locale: "en-GB".to_owned(), name: "English".to_owned() };
    let commission = || WordSource { owner: "bench".to_owned(), language: english.language, text: COMMISSION.into() };
    let own: Vec<SliceWords> = [places::own_words(), people::own_words()].concat();
    let words: Vec<WordSource> =
        web::own_words().sources().chain(own.iter().flat_map(SliceWords::sources)).chain([commission()]).collect();
    let desk = Desk {
        store: store.clone(),
        files: Keep::open(&files::Place::Folder(folder.join("files")), Scanner::Off, Chance::seeded(7)).unwrap(),
        mail: mail::Desk { from: address("office"), replies: address("inbox"), key: vec![7; 32] },
        zone: zone.clone(),
        languages: vec![english.language],
        catalogue: Arc::clone(catalogue),
        words: Arc::new(Words::gather(&[(english.language, "en-GB")], &words).unwrap()),
        airports: Arc::new(Vec::new()),
        ground: None,
        tiles: None,
        bounds: None,
        origin: String::new(),
    };
    let settings = SiteSettings {
        words,
        languages: vec![english],
        currency: "KZT".parse().unwrap(),
        zone,
        clock: Clock::Machine,
        navigation: Vec::new(),
        contact: Contact::default(),
        store: Some(store.clone()),
        behind_proxy: false,
        origin: String::new(),
    };
    let router = Site::open(settings, web::own_routes().merge(places::routes(desk))).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await.unwrap() });
    address
}

/// A connection that stays open.
pub(crate) struct Line {
    stream: TcpStream,
    address: SocketAddr,
    answer: Vec<u8>,
}

impl Line {
    pub(crate) async fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, address, answer: Vec::new() }
    }

    pub(crate) async fn get(&mut self, path: &str) {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        self.stream.write_all(request.as_bytes()).await.unwrap();
        self.answer.clear();
        while !is_whole(&self.answer) {
            assert!(self.stream.read_buf(&mut self.answer).await.unwrap() > 0, "the line broke");
        }
        assert!(self.answer.starts_with(b"HTTP/1.1 200"), "{path}: {}", String::from_utf8_lossy(&self.answer));
    }
}

/// Whether head and announced body are there. Nothing is compressed: nobody asked for it.
fn is_whole(answer: &[u8]) -> bool {
    let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let (head, body) = answer.split_at(end + 4);
    let head = String::from_utf8_lossy(head);
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
    body.len() >= length.expect("a page says how long it is")
}
