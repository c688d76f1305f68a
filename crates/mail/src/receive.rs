use mail_parser::{Addr, HeaderValue, Message, MessageParser, MimeHeaders};
use sha2::{Digest, Sha256};

use crate::{Address, Attachment, Desk, Reference};

/// A mail that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Without angle brackets; a hash of the whole for a mail that has none.
    pub message_id: String,
    pub from: Address,
    /// Addresses it was written to.
    pub to: Vec<String>,
    pub subject: String,
    pub text: String,
    /// The matter, proved by a key in the address or in the message id that it answers.
    pub reference: Option<Reference>,
    pub in_reply_to: Option<String>,
    /// As they came: nothing has been looked at.
    pub attachments: Vec<Attachment>,
    /// No person wrote it: absence notes, delivery reports, lists. Never answer it by machine.
    pub is_automatic: bool,
    /// We sent it ourselves, and it came back.
    pub is_our_own: bool,
}

/// Why the bytes are not taken as a mail.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    #[error("the mail has more than {most} bytes")]
    TooBig { most: usize },
    #[error("the mail has more than {most} parts")]
    TooManyParts { most: usize },
    #[error("this is not a mail")]
    Unreadable,
    #[error("the mail does not say who wrote it")]
    NoSender,
}

pub(crate) const MOST_BYTES: usize = 40 * 1024 * 1024;
const MOST_PARTS: usize = 200;

/// Longer texts are cut; the mail itself is kept by whoever wants all of it.
const MOST_TEXT: usize = 256 * 1024;
const MOST_SUBJECT: usize = 500;

/// Reads the bytes of a mail. Nothing in it is believed but what our key proves.
pub fn receive(desk: &Desk, bytes: &[u8]) -> Result<Received, NotTaken> {
    if bytes.len() > MOST_BYTES {
        return Err(NotTaken::TooBig { most: MOST_BYTES });
    }
    let mail = MessageParser::default().parse(bytes).ok_or(NotTaken::Unreadable)?;
    if mail.parts.len() > MOST_PARTS {
        return Err(NotTaken::TooManyParts { most: MOST_PARTS });
    }
    let sender = mail.from().and_then(|from| from.first()).ok_or(NotTaken::NoSender)?;
    let from = Address::check(sender.name().unwrap_or_default(), sender.address().unwrap_or_default())
        .map_err(|_| NotTaken::NoSender)?;
    let message_id = mail.message_id().map_or_else(|| hash(bytes), |id| id.trim_matches(['<', '>']).to_owned());
    let answered = answered(&mail);
    let to = addressees(&mail);
    let by_address = to.iter().find_map(|address| desk.reference_of_address(address));
    let by_answer = || answered.iter().find_map(|id| desk.own_message(id).flatten());
    Ok(Received {
        is_our_own: desk.own_message(&message_id).is_some(),
        is_automatic: is_automatic(&mail, &from),
        subject: cut(mail.subject().unwrap_or_default(), MOST_SUBJECT),
        text: mail.body_text(0).map_or_else(String::new, |text| cut(&text.replace("\r\n", "\n"), MOST_TEXT)),
        reference: by_address.or_else(by_answer),
        in_reply_to: answered.into_iter().next(),
        attachments: attachments(&mail),
        message_id,
        from,
        to,
    })
}

/// The mail that this one answers, first; then those before it.
fn answered(mail: &Message<'_>) -> Vec<String> {
    let ids = |value: &HeaderValue<'_>| {
        let list = value.as_text_list().unwrap_or_default();
        list.iter().map(|id| id.trim_matches(['<', '>']).to_owned()).collect::<Vec<_>>()
    };
    let mut answered = ids(mail.in_reply_to());
    answered.extend(ids(mail.references()).into_iter().rev());
    answered
}

/// Everybody it says it was written to, and what the mail server says it was delivered for.
fn addressees(mail: &Message<'_>) -> Vec<String> {
    let written = [mail.to(), mail.cc()].into_iter().flatten().flat_map(|list| list.iter());
    let mut addresses: Vec<String> = written.filter_map(Addr::address).map(str::to_owned).collect();
    for name in ["Delivered-To", "X-Original-To", "Envelope-To"] {
        addresses.extend(raw(mail, name).map(|address| address.trim_matches(['<', '>']).to_owned()));
    }
    addresses.truncate(MOST_PARTS);
    addresses
}

fn is_automatic(mail: &Message<'_>, from: &Address) -> bool {
    let says = |name, wanted: &[&str]| {
        raw(mail, name).is_some_and(|said| wanted.iter().any(|word| said.eq_ignore_ascii_case(word)))
    };
    let submitted = raw(mail, "Auto-Submitted").is_some_and(|said| !said.to_lowercase().starts_with("no"));
    let list = raw(mail, "List-Id").is_some() || raw(mail, "X-Autoreply").is_some();
    let report = mail.content_type().is_some_and(|kind| {
        kind.ctype().eq_ignore_ascii_case("multipart")
            && kind.subtype().is_some_and(|subtype| subtype.eq_ignore_ascii_case("report"))
    });
    let local = from.address().split('@').next().unwrap_or_default().to_lowercase();
    submitted
        || list
        || report
        || says("Precedence", &["bulk", "junk", "list", "auto_reply"])
        || says("Return-Path", &["<>"])
        || matches!(local.as_str(), "mailer-daemon" | "postmaster")
}

fn raw(mail: &Message<'_>, name: &str) -> Option<String> {
    mail.header_raw(name).map(|value| value.trim().to_owned())
}

fn attachments(mail: &Message<'_>) -> Vec<Attachment> {
    let attachment = |part: &mail_parser::MessagePart<'_>| {
        let media_type = part.content_type().map_or_else(
            || "application/octet-stream".to_owned(),
            |kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or("octet-stream")),
        );
        let name = part.attachment_name().unwrap_or_default().to_owned();
        Attachment { name, media_type, content: part.contents().to_vec() }
    };
    mail.attachments().map(attachment).collect()
}

fn cut(text: &str, most: usize) -> String {
    text.get(..text.floor_char_boundary(most)).unwrap_or_default().to_owned()
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
#[path = "receive_tests.rs"]
mod tests;
