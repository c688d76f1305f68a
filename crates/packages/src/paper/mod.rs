//! A package on paper: a place on each sheet, with its picture, its rules, its light, and a square that leads back to
//! its page.

use documents::{Picture as Drawn, Template};
use qrcodegen::{QrCode, QrCodeEcc};
use serde_json::{Value, json};
use web::{Page, WebError};

use crate::Desk;
use crate::record::{Contact, Package};
use crate::sheet::{Line, Sheet};

const TEMPLATE: Template = Template { name: "package", text: include_str!("package.typ") };

/// As many pictures as a sheet has room for.
const MOST_PICTURES: usize = 4;
/// So wide is the first of them; and so wide are the others.
const WIDTHS: [u32; 2] = [1_600, 800];
/// Longer texts are on the page to which the sheet leads.
const LONGEST_FACT: usize = 150;
const LONGEST_TEXT: usize = 420;
/// Lines of facts on one sheet, of each part.
const MOST_LINES: usize = 9;

/// Words of the template that stand as they are.
const WORDS: [&str; 6] =
    ["link-places", "link-contact", "package-scene", "places-group-rules", "places-group-access", "places-where"];

/// The profile's own word.
const COMMISSION: &str = "commission-name";

pub(crate) async fn pdf(page: &Page, desk: &Desk, package: &Package, sheets: &[Sheet]) -> Result<Vec<u8>, WebError> {
    let (data, drawn) = told(page, desk, package, sheets).await?;
    let moment = page.now();
    // Typesetting takes a processor for a while: others are served meanwhile.
    let made = tokio::task::spawn_blocking(move || documents::illustrated(&TEMPLATE, &data, drawn, moment)).await?;
    Ok(made?)
}

/// All that the paper says, and its pictures.
pub(crate) async fn told(
    page: &Page,
    desk: &Desk,
    package: &Package,
    sheets: &[Sheet],
) -> Result<(Value, Vec<Drawn>), WebError> {
    let mut drawn = Vec::new();
    let mut places = Vec::new();
    for sheet in sheets {
        let pictures = pictures(desk, sheet, &mut drawn).await?;
        if let Some(qr) = qr(&sheet.address) {
            drawn.push(Drawn { name: format!("{}-qr.svg", sheet.number), bytes: qr.into_bytes() });
        }
        places.push(place(page, package, sheet, pictures));
    }
    Ok((data(page, package, places), drawn))
}

fn data(page: &Page, package: &Package, places: Vec<Value>) -> Value {
    let words = WORDS.iter().map(|key| ((*key).to_owned(), Value::String(page.say(key).to_string())));
    let heading = match package.title.as_str() {
        "" => page.say("list-title").to_string(),
        title => title.to_owned(),
    };
    let lead = || page.say("link-lead").count("count", places.len()).to_string();
    let said = if package.words.is_empty() { lead() } else { package.words.clone() };
    let recipient = match package.recipient.as_str() {
        "" => String::new(),
        name => page.say("link-for").with("name", name).to_string(),
    };
    let contact: Vec<String> = match package.contact {
        Contact::Nobody => Vec::new(),
        Contact::Office | Contact::Officer => {
            let contact = page.contact();
            [contact.email.clone(), contact.phone.clone()].into_iter().flatten().collect()
        }
    };
    json!({
        "title": heading,
        "heading": heading,
        "summary": said,
        "said": said,
        "recipient": recipient,
        "language": page.language().tag(),
        "from": page.say(COMMISSION).to_string(),
        "dated": page.say("package-made").with("moment", page.moment(page.now())).to_string(),
        "footing": page.say("package-footing").to_string(),
        "contact": contact,
        "words": words.collect::<serde_json::Map<_, _>>(),
        "places": places,
    })
}

fn place(page: &Page, package: &Package, sheet: &Sheet, pictures: Vec<Value>) -> Value {
    let under = [&sheet.kind, &sheet.region].into_iter().filter(|part| !part.is_empty());
    let where_ = [&sheet.position, &sheet.precision].into_iter().filter(|part| !part.is_empty());
    let sun = sheet.sun.as_ref();
    let rows = sun.map(|sun| &sun.rows[..]).unwrap_or_default();
    let watermark = match sheet.place.is_unreleased {
        true => page.say("package-watermark").with("name", &package.recipient).to_string(),
        false => String::new(),
    };
    json!({
        "number": sheet.number,
        "name": sheet.name,
        "under": under.map(String::as_str).collect::<Vec<_>>().join(" · "),
        "scene": sheet.chosen.scene,
        "note": cut(&sheet.chosen.note, LONGEST_TEXT),
        "summary": cut(&sheet.summary, LONGEST_TEXT),
        "rules": lines(&sheet.rules),
        "access": lines(&sheet.access),
        "sun-title": sun.map(|sun| page.say("package-sun").with("day", &sun.day).to_string()).unwrap_or_default(),
        "sun": rows.iter().map(|(key, time, direction)| json!([page.say(key).to_string(), time, direction])).collect::<Vec<_>>(),
        "sun-note": sun.map(|sun| sun.warning.clone()).unwrap_or_default(),
        "where": where_.collect::<Vec<_>>(),
        "address": sheet.address,
        "qr": if sheet.address.is_empty() { String::new() } else { format!("/pictures/{}-qr.svg", sheet.number) },
        "watermark": watermark,
        "under-pictures": under_pictures(page, sheet),
        "pictures": pictures,
    })
}

/// The pictures of a sheet, and what the template says to have them drawn.
async fn pictures(desk: &Desk, sheet: &Sheet, drawn: &mut Vec<Drawn>) -> Result<Vec<Value>, WebError> {
    let mut told = Vec::new();
    for picture in sheet.pictures.iter().take(MOST_PICTURES) {
        let [first, other] = WIDTHS;
        let width = if told.is_empty() { first } else { other };
        let Some(bytes) = places::copy_of(desk.store(), desk.files(), &picture.photo, width).await? else { continue };
        let ending = if picture.is_drawing { "svg" } else { "jpg" };
        let name = format!("{}-{}.{ending}", sheet.number, told.len() + 1);
        told.push(json!({ "file": format!("/pictures/{name}"), "alt": picture.alt }));
        drawn.push(Drawn { name, bytes });
    }
    Ok(told)
}

/// Who made them, each once; and that a drawing is one.
fn under_pictures(page: &Page, sheet: &Sheet) -> String {
    let mut said: Vec<String> = Vec::new();
    for picture in sheet.pictures.iter().take(MOST_PICTURES) {
        let kind = if picture.is_drawing { page.say("package-drawing").to_string() } else { picture.taken.clone() };
        let parts = [picture.credit.clone(), picture.licence.clone(), kind];
        let line = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        if !line.is_empty() && !said.contains(&line) {
            said.push(line);
        }
    }
    said.join(" · ")
}

fn lines(lines: &[Line]) -> Vec<Value> {
    lines.iter().take(MOST_LINES).map(|line| json!([line.label, cut(&line.value, LONGEST_FACT)])).collect()
}

/// So many letters of a text, and a sign that there are more.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most).collect();
    let kept = kept.rsplit_once(' ').map_or(kept.as_str(), |(whole, _)| whole);
    format!("{kept} …")
}

/// The square that a telephone reads, as a drawing.
fn qr(address: &str) -> Option<String> {
    if address.is_empty() {
        return None;
    }
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for row in 0..code.size() {
        for column in 0..code.size() {
            if code.get_module(column, row) {
                path.push_str(&format!("M{column} {row}h1v1h-1z"));
            }
        }
    }
    let size = code.size();
    Some(format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\"><path d=\"{path}\"/></svg>"))
}

#[cfg(test)]
mod tests {
    use super::{cut, qr};

    #[test]
    fn a_long_text_ends_after_a_whole_word() {
        assert_eq!(cut("short", 10), "short");
        assert_eq!(cut("one two three four", 9), "one two …");
    }

    #[test]
    fn an_address_becomes_a_square() {
        assert!(qr("https://film.example/en/locations/charyn").unwrap().contains("h1v1h-1z"));
        assert_eq!(qr(""), None);
    }
}
