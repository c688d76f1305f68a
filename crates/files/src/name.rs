/// Names that Windows keeps for devices, whatever follows the point.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Longer names do not survive every archive and every disk.
const MOST_BYTES: usize = 120;

/// A name that any machine can save, as near to what was given as can be: letters of every script stay.
pub fn safe_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept = last.chars().filter(|letter| !letter.is_control() && !is_invisible(*letter));
    let kept: String = kept.map(|letter| if r#"<>:"|?*"#.contains(letter) { '_' } else { letter }).collect();
    let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let kept = kept.trim_matches(|letter: char| letter == '.' || letter == ' ');
    let (stem, ending) = match kept.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= 16 => (stem, Some(ending)),
        _ => (kept, None),
    };
    let room = MOST_BYTES - ending.map_or(0, |ending| ending.len() + 1);
    let stem = stem.get(..stem.floor_char_boundary(room)).unwrap_or_default().trim_end_matches(['.', ' ']);
    let device = stem.split('.').next().is_some_and(|first| DEVICES.contains(&first.to_lowercase().as_str()));
    let stem = match (stem, device) {
        ("", _) => "file".to_owned(),
        (stem, true) => format!("_{stem}"),
        (stem, false) => stem.to_owned(),
    };
    ending.map_or(stem.clone(), |ending| format!("{stem}.{ending}"))
}

/// The value of `Content-Disposition` that saves a file under this name, in any script.
pub fn download_header(name: &str) -> String {
    let name = safe_name(name);
    let plain: String = name
        .chars()
        .map(|letter| if letter.is_ascii() && letter != '"' && letter != '%' { letter } else { '_' })
        .collect();
    let escaped: String = name
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{escaped}")
}

/// Marks that turn the reading direction or have no width: with them `exe.fdp` reads as `pdf.exe`.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{AD}')
}

#[cfg(test)]
mod tests {
    use super::{download_header, safe_name};

    #[test]
    fn names_can_be_saved_anywhere() {
        let names = [
            ("Смета Шарын қорытынды.xlsx", "Смета Шарын қорытынды.xlsx"),
            (r"C:\Users\Айгүл\Бюджет.xlsx", "Бюджет.xlsx"),
            ("../../etc/passwd", "passwd"),
            ("a<b>:c?.pdf", "a_b__c_.pdf"),
            ("con.txt", "_con.txt"),
            ("LPT1", "_LPT1"),
            (" report . ", "report"),
            (".htaccess", "htaccess"),
            ("", "file"),
            ("...", "file"),
            ("annex\u{202E}fdp.exe", "annexfdp.exe"),
            ("two\r\nlines.pdf", "twolines.pdf"),
        ];
        for (given, expected) in names {
            assert_eq!(safe_name(given), expected, "{given}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending_and_whole_letters() {
        let name = safe_name(&format!("{}.pdf", "Ұ".repeat(200)));
        assert!(name.len() <= 120 && name.ends_with("Ұ.pdf"), "{name}");
        assert_eq!(safe_name(&name), name);
    }

    #[test]
    fn a_download_has_its_name_in_every_browser() {
        let header = download_header("Шарын 1.pdf");
        assert_eq!(
            header,
            "attachment; filename=\"_____ 1.pdf\"; filename*=UTF-8''%D0%A8%D0%B0%D1%80%D1%8B%D0%BD%201.pdf"
        );
    }
}
