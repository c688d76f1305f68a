use exif::Tag;
use kernel::LocalText;

use crate::{facts, header, iptc, jpeg, png, riff, xmp};

/// Who made a photograph, how to name them, who may use it, and what can be seen in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rights {
    pub creator: Option<String>,
    /// As it shall stand beside the picture.
    pub credit: Option<String>,
    pub copyright: Option<String>,
    /// The name or the address of a licence.
    pub licence: Option<String>,
    pub alt: LocalText,
}

impl Rights {
    /// What is written in a file: in XMP before IPTC before EXIF, since programs keep them in this order of care.
    pub fn of(bytes: &[u8]) -> Self {
        let mut rights = Self::default();
        for packet in packets(bytes) {
            rights.add(xmp::read(packet));
        }
        for segment in jpeg_segments(bytes).iter().filter(|segment| segment.marker == jpeg::APP13) {
            rights.add(iptc::read(segment.body));
        }
        if let Some(exif) = facts::read(bytes) {
            rights.add(Self {
                creator: facts::text(&exif, Tag::Artist),
                copyright: facts::text(&exif, Tag::Copyright),
                ..Self::default()
            });
        }
        rights
    }

    pub fn is_empty(&self) -> bool {
        let texts = [&self.creator, &self.credit, &self.copyright, &self.licence];
        texts.into_iter().all(Option::is_none) && self.alt.is_empty()
    }

    /// Fills what is not known yet.
    fn add(&mut self, other: Self) {
        let Self { creator, credit, copyright, licence, alt } = other;
        self.creator = self.creator.take().or(creator);
        self.credit = self.credit.take().or(credit);
        self.copyright = self.copyright.take().or(copyright);
        self.licence = self.licence.take().or(licence);
        if self.alt.is_empty() {
            self.alt = alt;
        }
    }
}

/// In front of XMP in a JPEG.
pub(crate) const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// In front of XMP in a PNG: its name, and that it is neither packed nor in some language.
const XMP_IN_PNG: &[u8] = b"XML:com.adobe.xmp\0\0\0\0\0";

fn packets(bytes: &[u8]) -> Vec<&[u8]> {
    let of_jpeg = jpeg_segments(bytes).into_iter().filter_map(|segment| segment.body.strip_prefix(XMP)).collect();
    match header::format(bytes) {
        Ok(crate::Format::Jpeg) => of_jpeg,
        Ok(crate::Format::Png) => {
            png::chunks(bytes).iter().filter_map(|chunk| chunk.body.strip_prefix(XMP_IN_PNG)).collect()
        }
        Ok(crate::Format::Webp) => {
            let chunks = riff::chunks(bytes).into_iter();
            chunks.filter(|chunk| chunk.name == *b"XMP ").map(|chunk| chunk.body).collect()
        }
        Err(_) => Vec::new(),
    }
}

fn jpeg_segments(bytes: &[u8]) -> Vec<jpeg::Segment<'_>> {
    match header::format(bytes) {
        Ok(crate::Format::Jpeg) => jpeg::segments(bytes),
        Ok(crate::Format::Png | crate::Format::Webp) | Err(_) => Vec::new(),
    }
}

/// A text as we keep it: one line, not endless, or nothing.
pub(crate) fn tidy(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line: String = words.join(" ").chars().filter(|letter| !letter.is_control()).take(500).collect();
    (!line.is_empty()).then_some(line)
}
