use std::io::Cursor;

use exif::experimental::Writer;
use exif::{Field, In, Tag, Value};
use kernel::Language;

use crate::rights::XMP;
use crate::{Format, Rights, header, iptc, jpeg, riff, xmp};

/// The copy with these rights in it, in the three ways in which programs look for them, and nothing else. What is
/// neither JPEG nor WebP stays as it is.
pub fn label(bytes: &[u8], rights: &Rights) -> Vec<u8> {
    let exif = (!rights.is_empty()).then(|| exif(rights)).flatten();
    let packet = (!rights.is_empty()).then(|| xmp::write(rights));
    match header::format(bytes) {
        Ok(Format::Jpeg) => {
            let mut segments = Vec::new();
            if let Some(exif) = exif {
                segments.push((jpeg::APP1, [b"Exif\0\0", exif.as_slice()].concat()));
            }
            if let Some(packet) = packet {
                segments.push((jpeg::APP1, [XMP, packet.as_bytes()].concat()));
                segments.push((jpeg::APP13, iptc::write(rights)));
            }
            jpeg::with_segments(bytes, &segments)
        }
        Ok(Format::Webp) => riff::with_parts(bytes, None, exif.as_deref(), packet.as_deref().map(str::as_bytes)),
        Ok(Format::Png) | Err(_) => bytes.to_vec(),
    }
}

fn exif(rights: &Rights) -> Option<Vec<u8>> {
    let copyright = rights.copyright.as_ref().or(rights.credit.as_ref());
    let alt = rights.alt.or_other(Language::ENGLISH).map(str::to_owned);
    let texts =
        [(Tag::ImageDescription, alt.as_ref()), (Tag::Artist, rights.creator.as_ref()), (Tag::Copyright, copyright)];
    let field = |(tag, text): (Tag, Option<&String>)| {
        let value = Value::Ascii(vec![text?.clone().into_bytes()]);
        Some(Field { tag, ifd_num: In::PRIMARY, value })
    };
    let fields: Vec<Field> = texts.into_iter().filter_map(field).collect();
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut out = Cursor::new(Vec::new());
    writer.write(&mut out, false).ok()?;
    Some(out.into_inner())
}
