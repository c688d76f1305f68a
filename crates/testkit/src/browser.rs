use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::Timestamp;
use store::Store;
use tower::ServiceExt;
use web::{Session, Visitor};

use crate::visible;

/// A reader without script: keeps cookies, does not follow redirects by itself.
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    headers: Vec<(&'static str, String)>,
}

/// What the site answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

const BOUNDARY: &str = "tereze-test-boundary";

impl Browser {
    pub fn new(router: Router) -> Self {
        Self { router, cookies: BTreeMap::new(), headers: Vec::new() }
    }

    /// Sends a header with every request from now on.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// Signs somebody in without asking for anything: for tests that are about something else.
    pub async fn sign_in(&mut self, store: &Store, visitor: &Visitor, now: Timestamp) {
        let secret = store.secret();
        let change = store.upkeep(now).await.expect("a test may write");
        Session::keep(&change, &secret, visitor, "test", 1).await.expect("a session can be kept");
        change.commit().await.expect("a session can be kept");
        self.cookies.insert("session".to_owned(), secret);
    }

    /// Goes on where another left off: the same person at another moment.
    #[must_use]
    pub fn with_cookies_of(mut self, other: &Self) -> Self {
        self.cookies.clone_from(&other.cookies);
        self
    }

    /// Throws all cookies away.
    pub fn forget(&mut self) {
        self.cookies.clear();
    }

    /// What the browser keeps under a name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, None, Vec::new()).await
    }

    /// Posts an ordinary form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
        let body = body.collect::<Vec<_>>().join("&").into_bytes();
        self.send("POST", path, Some("application/x-www-form-urlencoded".to_owned()), body).await
    }

    /// Posts a form with files: field, file name, content.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        for (name, file, content) in files {
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend(head.into_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        self.send("POST", path, Some(format!("multipart/form-data; boundary={BOUNDARY}")), body).await
    }

    async fn send(&mut self, method: &str, path: &str, kind: Option<String>, body: Vec<u8>) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "tereze.test");
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        // As every browser of today does.
        if method == "POST" && !self.headers.iter().any(|(name, _)| ["origin", "sec-fetch-site"].contains(name)) {
            request = request.header(header::ORIGIN, "http://tereze.test");
        }
        if !self.cookies.is_empty() {
            let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
            request = request.header(header::COOKIE, cookies.collect::<Vec<_>>().join("; "));
        }
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind).header(header::CONTENT_LENGTH, body.len());
        }
        let request = request.body(Body::from(body)).expect("tests send well-formed requests");
        let response = self.router.clone().oneshot(request).await.expect("a router answers everything");
        let (parts, body) = response.into_parts();
        for line in parts.headers.get_all(header::SET_COOKIE) {
            let pair = line.to_str().ok().and_then(|line| line.split(';').next()?.split_once('='));
            if let Some((name, value)) = pair {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let body = to_bytes(body, usize::MAX).await.expect("an answer in memory can be read").to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

impl Answer {
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What a person reads: text without tags, single spaces.
    pub fn text(&self) -> String {
        visible(&self.html())
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The addresses of all links and forms on the page.
    pub fn links(&self) -> Vec<String> {
        let html = self.html();
        let mut links = Vec::new();
        for start in [" href=\"", " action=\"", " src=\""] {
            links.extend(html.split(start).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
        links
    }
}

/// As a browser writes a field of a form.
fn escaped(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        b' ' => "+".to_owned(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(escape).collect()
}
