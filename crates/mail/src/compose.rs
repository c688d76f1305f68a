//! A letter as mail programs read it: plain text, the same as simple HTML, attachments, and the headers that tell
//! machines what it is.

use std::time::{Duration, SystemTime};

use kernel::Language;
use lettre::Message;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{MultiPart, SinglePart};

use crate::{Attachment, Desk, Posted, Purpose};

/// Between the languages of a letter of state.
const RULE: &str = "\n\n----------\n\n";

/// The mail, ready to send. Sent again, it is the same mail.
pub(crate) fn compose(desk: &Desk, letter: &Posted, attachments: Vec<Attachment>) -> anyhow::Result<Message> {
    let seconds = u64::try_from(letter.send_at.as_second())?;
    let date = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    let mut builder = Message::builder()
        .from(desk.from.mailbox()?)
        .to(letter.to.mailbox()?)
        .subject(subject(letter))
        .message_id(Some(format!("<{}>", letter.message_id)))
        .date(date);
    // What cannot be delivered comes back to the matter it is about.
    let mut bounces = desk.replies.address().to_owned();
    if let Some(reference) = &letter.reference {
        bounces = desk.reply_address(reference);
        builder = builder.reply_to(lettre::message::Mailbox::new(None, bounces.parse()?));
    }
    builder = builder.envelope(Envelope::new(Some(bounces.parse()?), vec![letter.to.address().parse()?])?);
    if let Some(answered) = &letter.in_reply_to {
        let answered = format!("<{}>", one_line(answered).trim_matches(['<', '>']));
        builder = builder.in_reply_to(answered.clone()).references(answered);
    }
    let languages: Vec<String> = languages(letter).iter().map(|(language, _)| language.to_string()).collect();
    builder = builder.raw_header(header("Content-Language", languages.join(", ")));
    if letter.purpose.is_automatic() {
        builder = builder.raw_header(header("Auto-Submitted", "auto-generated".to_owned()));
    }
    match &letter.purpose {
        Purpose::Notice { unsubscribe } => {
            builder = builder
                .raw_header(header("List-Unsubscribe", format!("<{unsubscribe}>")))
                .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
        }
        Purpose::Correspondence | Purpose::Statutory | Purpose::Key => {}
    }
    let words = MultiPart::alternative()
        .singlepart(SinglePart::plain(plain(letter)))
        .singlepart(SinglePart::html(html(letter)));
    if attachments.is_empty() {
        return Ok(builder.multipart(words)?);
    }
    let mut parts = MultiPart::mixed().multipart(words);
    for Attachment { name, media_type, content } in attachments {
        let kind = ContentType::parse(&media_type)?;
        parts = parts.singlepart(lettre::message::Attachment::new(one_line(&name)).body(content, kind));
    }
    Ok(builder.multipart(parts)?)
}

fn subject(letter: &Posted) -> String {
    match &letter.reference {
        Some(reference) if !letter.subject.contains(reference.as_str()) => {
            format!("{} [{reference}]", one_line(&letter.subject))
        }
        Some(_) | None => one_line(&letter.subject),
    }
}

/// Nothing that somebody typed begins another header.
fn one_line(text: &str) -> String {
    text.split(char::is_control).filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The addressee's language first.
fn languages(letter: &Posted) -> Vec<(Language, &str)> {
    let second = letter.second.as_ref().map(|second| (second.language, second.text.as_str()));
    std::iter::once((letter.language, letter.text.as_str())).chain(second).collect()
}

fn plain(letter: &Posted) -> String {
    languages(letter).iter().map(|(_, text)| text.trim_end()).collect::<Vec<_>>().join(RULE) + "\n"
}

/// Each language is marked, so that a screen reader changes its voice.
fn html(letter: &Posted) -> String {
    let parts = languages(letter);
    let parts = parts.iter().map(|(language, text)| format!("<div lang=\"{language}\">\n{}</div>", paragraphs(text)));
    let body = parts.collect::<Vec<_>>().join("\n<hr>\n");
    format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head>\n<body>\n{body}\n</body></html>\n",
        letter.language,
        escaped(&subject(letter)),
    )
}

fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let paragraphs = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    let paragraph = |paragraph: &str| {
        let lines = paragraph.trim_matches('\n').lines().map(line).collect::<Vec<_>>();
        format!("<p>{}</p>\n", lines.join("<br>\n"))
    };
    paragraphs.map(paragraph).collect()
}

/// An address of a page can be pressed.
fn word(word: &str) -> String {
    let address = word.trim_end_matches(['.', ',', ';', ')']);
    let is_address = address.starts_with("https://") || address.starts_with("http://");
    let rest = word.get(address.len()..).unwrap_or_default();
    match is_address {
        true => format!("<a href=\"{0}\">{0}</a>{1}", escaped(address), escaped(rest)),
        false => escaped(word),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Only names and values that this file writes; a line break cannot come into one.
fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), one_line(&value))
}

#[cfg(test)]
#[path = "compose_tests.rs"]
mod tests;
