//! What is known of a place and who made its pictures, as plain texts.

use std::fmt::Write;

use web::Page;

use crate::sheet::{Line, Sheet};

/// `facts.txt` of one place.
pub(crate) fn facts(page: &Page, sheet: &Sheet) -> String {
    let mut text = String::new();
    let rule = "=".repeat(sheet.name.chars().count());
    put(&mut text, format_args!("{}\n{rule}\n", sheet.name));
    let head = [&sheet.kind, &sheet.region].into_iter().filter(|part| !part.is_empty());
    paragraph(&mut text, &head.map(String::as_str).collect::<Vec<_>>().join(" · "));
    paragraph(&mut text, [sheet.position.as_str(), sheet.precision.as_str()].join(" ").trim());
    paragraph(&mut text, &sheet.address);
    if !sheet.looks.is_empty() {
        paragraph(&mut text, &format!("{}: {}", page.say("places-stands-in"), sheet.looks.join(", ")));
    }
    for (label, said) in [("package-scene", &sheet.chosen.scene), ("package-note", &sheet.chosen.note)] {
        if !said.is_empty() {
            paragraph(&mut text, &format!("{}: {said}", page.say(label)));
        }
    }
    paragraph(&mut text, &sheet.summary);
    table(&mut text, &page.say("places-group-rules").to_string(), &sheet.rules);
    table(&mut text, &page.say("places-group-access").to_string(), &sheet.access);
    for (title, lines) in &sheet.others {
        table(&mut text, title, lines);
    }
    if let Some(sun) = &sheet.sun {
        heading(&mut text, &page.say("package-sun").with("day", &sun.day).to_string());
        for (key, time, direction) in &sun.rows {
            put(&mut text, format_args!("{}: {time} {direction}\n", page.say(key)));
        }
        put(&mut text, format_args!("{}\n", sun.warning));
    }
    if !sheet.credits.is_empty() {
        heading(&mut text, &page.say("places-filmed-here").to_string());
        for credit in &sheet.credits {
            put(&mut text, format_args!("{credit}\n"));
        }
    }
    put(&mut text, format_args!("\n{}\n", page.say("package-made").with("moment", page.moment(page.now()))));
    for_windows(&text)
}

/// `credits.txt` of all places: who made each picture and what one may do with it.
pub(crate) fn credits<'s>(
    page: &Page,
    pictures: impl Iterator<Item = (String, &'s crate::pictures::Picture)>,
) -> String {
    let mut text = format!("{}\n\n", page.say("package-credits"));
    for (path, picture) in pictures {
        put(&mut text, format_args!("{path}\n"));
        let made = match picture.is_drawing {
            true => page.say("package-drawing").to_string(),
            false => picture.taken.clone(),
        };
        for line in [&picture.alt, &picture.credit, &picture.licence, &made] {
            if !line.is_empty() {
                put(&mut text, format_args!("  {line}\n"));
            }
        }
        text.push('\n');
    }
    for_windows(&text)
}

fn table(text: &mut String, title: &str, lines: &[Line]) {
    if lines.is_empty() {
        return;
    }
    heading(text, title);
    for line in lines {
        let source = if line.source.is_empty() { String::new() } else { format!(" ({})", line.source) };
        put(text, format_args!("{}: {}{source}\n", line.label, line.value));
    }
}

fn heading(text: &mut String, title: &str) {
    put(text, format_args!("\n{title}\n{}\n", "-".repeat(title.chars().count())));
}

fn paragraph(text: &mut String, said: &str) {
    if !said.is_empty() {
        put(text, format_args!("{said}\n"));
    }
}

/// The oldest editor of Windows breaks lines only there.
fn for_windows(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

fn put(text: &mut String, piece: std::fmt::Arguments<'_>) {
    text.write_fmt(piece).expect("a string can be written to");
}
