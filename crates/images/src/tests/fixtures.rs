//! Photographs made on the spot: a sky, a slope and the noise of a sensor.

use std::io::Cursor;

use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};
use image::{ImageFormat, RgbImage};

use crate::{Rights, iptc, jpeg, rights, xmp};

pub(crate) fn landscape(width: u32, height: u32, seed: u32) -> RgbImage {
    let mut noise = seed.wrapping_mul(2_654_435_761) | 1;
    RgbImage::from_fn(width, height, |x, y| {
        noise ^= noise << 13;
        noise ^= noise >> 17;
        noise ^= noise << 5;
        let grain = (noise % 17) as u8;
        let ridge = height / 2 + (x * (seed % 7 + 1) / 5 + seed * 31) % (height / 3).max(1);
        let light = (y * 120 / height) as u8;
        if y < ridge {
            image::Rgb([70 + light, 120 + light, 200 + grain])
        } else {
            image::Rgb([150 + grain, 90 + grain, 20 + light])
        }
    })
}

pub(crate) fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, format).unwrap();
    out.into_inner()
}

pub(crate) fn photograph(width: u32, height: u32) -> Vec<u8> {
    encoded(&landscape(width, height, 3), ImageFormat::Jpeg)
}

/// As a telephone writes one: lying on its side, with place, bearing and serial number; and with rights.
pub(crate) fn telephone(width: u32, height: u32, rights: &Rights) -> Vec<u8> {
    let bytes = photograph(width, height);
    let exif = [b"Exif\0\0", camera_writes().as_slice()].concat();
    let packet = [rights::XMP, xmp::write(rights).as_bytes()].concat();
    let records = iptc::write(rights);
    jpeg::with_segments(&bytes, &[(jpeg::APP1, exif), (jpeg::APP1, packet), (jpeg::APP13, records)])
}

fn camera_writes() -> Vec<u8> {
    let ascii = |text: &str| Value::Ascii(vec![text.as_bytes().to_vec()]);
    let ratios = |parts: &[(u32, u32)]| {
        Value::Rational(parts.iter().map(|(num, denom)| Rational { num: *num, denom: *denom }).collect())
    };
    let fields = [
        (Tag::Orientation, Value::Short(vec![6])),
        (Tag::Make, ascii("Qazcam")),
        (Tag::Model, ascii("Steppe 4")),
        (Tag::DateTimeOriginal, ascii("2026:05:01 07:10:33")),
        (Tag::LensModel, ascii("24 mm f/2")),
        (Tag::BodySerialNumber, ascii("SN-778899")),
        (Tag::GPSLatitudeRef, ascii("N")),
        (Tag::GPSLatitude, ratios(&[(43, 1), (21, 1), (1_080, 100)])),
        (Tag::GPSLongitudeRef, ascii("E")),
        (Tag::GPSLongitude, ratios(&[(79, 1), (4, 1), (4_800, 100)])),
        (Tag::GPSImgDirectionRef, ascii("M")),
        (Tag::GPSImgDirection, ratios(&[(13_171, 100)])),
    ];
    let fields = fields.map(|(tag, value)| Field { tag, ifd_num: In::PRIMARY, value });
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut out = Cursor::new(Vec::new());
    writer.write(&mut out, true).unwrap();
    out.into_inner()
}
