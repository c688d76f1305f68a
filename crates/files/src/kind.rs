/// What a file is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Pdf,
    Jpeg,
    Png,
    Gif,
    Webp,
    Tiff,
    Heic,
    Docx,
    Xlsx,
    Xlsb,
    Pptx,
    Doc,
    Xls,
    Ppt,
    Odt,
    Ods,
    Odp,
    Rtf,
    /// Whatever reads as plain text: notes, CSV, Fountain.
    Text,
    Calendar,
    FinalDraft,
    Xml,
    Html,
    Svg,
    Zip,
    Rar,
    SevenZip,
    Gzip,
    Mp4,
    Mov,
    Mp3,
    Wav,
    /// A mail saved by Outlook.
    Msg,
    Program,
    Unknown,
}

use Kind::{
    Calendar, Doc, Docx, FinalDraft, Gif, Gzip, Heic, Html, Jpeg, Mov, Mp3, Mp4, Msg, Odp, Ods, Odt, Pdf, Png, Ppt,
    Pptx, Program, Rar, Rtf, SevenZip, Svg, Text, Tiff, Unknown, Wav, Webp, Xls, Xlsb, Xlsx, Xml, Zip,
};

/// Word in the database, media type, endings; the first ending is the one we give.
const TABLE: &[(Kind, &str, &str, &[&str])] = &[
    (Pdf, "pdf", "application/pdf", &["pdf"]),
    (Jpeg, "jpeg", "image/jpeg", &["jpg", "jpeg", "jpe", "jfif"]),
    (Png, "png", "image/png", &["png"]),
    (Gif, "gif", "image/gif", &["gif"]),
    (Webp, "webp", "image/webp", &["webp"]),
    (Tiff, "tiff", "image/tiff", &["tif", "tiff", "dng"]),
    (Heic, "heic", "image/heic", &["heic", "heif", "avif"]),
    (Docx, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx", "docm"]),
    (Xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx", "xlsm"]),
    (Xlsb, "xlsb", "application/vnd.ms-excel.sheet.binary.macroenabled.12", &["xlsb"]),
    (Pptx, "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx", "pptm"]),
    (Doc, "doc", "application/msword", &["doc"]),
    (Xls, "xls", "application/vnd.ms-excel", &["xls"]),
    (Ppt, "ppt", "application/vnd.ms-powerpoint", &["ppt"]),
    (Odt, "odt", "application/vnd.oasis.opendocument.text", &["odt"]),
    (Ods, "ods", "application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    (Odp, "odp", "application/vnd.oasis.opendocument.presentation", &["odp"]),
    (Rtf, "rtf", "application/rtf", &["rtf"]),
    (Text, "text", "text/plain; charset=utf-8", &["txt", "csv", "tsv", "md", "fountain", "log"]),
    (Calendar, "calendar", "text/calendar", &["ics"]),
    (FinalDraft, "final-draft", "application/xml", &["fdx"]),
    (Xml, "xml", "application/xml", &["xml"]),
    (Html, "html", "text/html", &["html", "htm", "xhtml"]),
    (Svg, "svg", "image/svg+xml", &["svg"]),
    (Zip, "zip", "application/zip", &["zip"]),
    (Rar, "rar", "application/vnd.rar", &["rar"]),
    (SevenZip, "seven-zip", "application/x-7z-compressed", &["7z"]),
    (Gzip, "gzip", "application/gzip", &["gz", "tgz"]),
    (Mp4, "mp4", "video/mp4", &["mp4", "m4v", "m4a"]),
    (Mov, "mov", "video/quicktime", &["mov"]),
    (Mp3, "mp3", "audio/mpeg", &["mp3"]),
    (Wav, "wav", "audio/wav", &["wav"]),
    (Msg, "msg", "application/vnd.ms-outlook", &["msg"]),
    (Program, "program", "application/octet-stream", &["exe", "dll", "com", "scr", "bat", "cmd", "ps1", "sh", "jar"]),
    (Unknown, "unknown", "application/octet-stream", &[]),
];

impl Kind {
    /// Documents as offices send them.
    pub const DOCUMENTS: &'static [Self] = &[Pdf, Docx, Odt, Rtf, Doc, Text, Jpeg, Png, Heic, Tiff];
    pub const SHEETS: &'static [Self] = &[Xlsx, Xlsb, Xls, Ods, Text];
    pub const SCRIPTS: &'static [Self] = &[Pdf, FinalDraft, Text, Docx];
    pub const PHOTOS: &'static [Self] = &[Jpeg, Png, Webp, Heic, Tiff];

    /// As the database and the words files call it.
    pub fn word(self) -> &'static str {
        self.row().1
    }

    pub fn of_word(word: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.1 == word).map(|row| row.0)
    }

    pub fn media_type(self) -> &'static str {
        self.row().2
    }

    /// The endings a name of this kind may have, small; the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        self.row().3
    }

    /// What a name claims to be; nothing for an ending nobody knows.
    pub fn claimed_by(name: &str) -> Option<Self> {
        let (_, ending) = name.trim().rsplit_once('.')?;
        let ending = ending.to_lowercase();
        TABLE.iter().find(|row| row.3.contains(&ending.as_str())).map(|row| row.0)
    }

    fn row(self) -> &'static (Self, &'static str, &'static str, &'static [&'static str]) {
        TABLE.iter().find(|row| row.0 == self).expect("a test holds every kind in the table")
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, TABLE};

    #[test]
    fn the_table_has_every_kind_once_in_order() {
        assert!(TABLE.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(TABLE.len(), Kind::Unknown as usize + 1);
        for (kind, word, ..) in TABLE {
            assert_eq!(Kind::of_word(word), Some(*kind));
        }
    }

    #[test]
    fn a_name_claims_a_kind_by_its_last_ending() {
        assert_eq!(Kind::claimed_by("Смета.v2.XLSX"), Some(Kind::Xlsx));
        assert_eq!(Kind::claimed_by("invoice.pdf.exe"), Some(Kind::Program));
        assert_eq!(Kind::claimed_by("договор"), None);
    }
}
