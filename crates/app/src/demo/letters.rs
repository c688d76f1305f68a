use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::Id;
use mail::Posted;
use web::{Page, WebError, show};

use crate::Desks;

#[derive(Template)]
#[template(path = "demo/letters.html")]
struct Letters {
    page: Page,
    letters: Vec<Posted>,
}

#[derive(Template)]
#[template(path = "demo/letter.html")]
struct Letter {
    page: Page,
    letter: Posted,
    pieces: Vec<Piece>,
}

/// A piece of a letter's text: words, or an address of ours to follow.
struct Piece {
    text: String,
    href: Option<String>,
}

/// More letters than anybody looks at in a demonstration.
const MOST: i64 = 200;

pub(super) async fn list(page: Page, State(desks): State<Desks>) -> Result<Response, WebError> {
    let letters = mail::list(desks.people.store(), None, MOST).await?;
    show(StatusCode::OK, &Letters { page, letters })
}

pub(super) async fn read(
    page: Page,
    State(desks): State<Desks>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let letter = mail::find(desks.people.store(), id).await?.ok_or(WebError::NotFound)?;
    let pieces = pieces(&letter.text, page.site().origin());
    show(StatusCode::OK, &Letter { page, letter, pieces })
}

/// Addresses of this site become links; those of others stay words.
fn pieces(text: &str, origin: &str) -> Vec<Piece> {
    let words = text.split_inclusive(char::is_whitespace).map(|word| {
        let bare = word.trim_end();
        let path = bare.strip_prefix(origin).filter(|path| path.starts_with('/') && !origin.is_empty());
        Piece { text: word.to_owned(), href: path.map(str::to_owned) }
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn only_our_own_addresses_become_links() {
        let text = "Sign in:\nhttps://film.test/en/sign-in/link/abc\nnot https://evil.test/x or /en";
        let links: Vec<String> = pieces(text, "https://film.test").into_iter().filter_map(|piece| piece.href).collect();
        assert_eq!(links, ["/en/sign-in/link/abc"]);
        assert_eq!(pieces(text, "https://film.test").into_iter().map(|piece| piece.text).collect::<String>(), text);
    }
}
