use image::ImageFormat;

use super::fixtures::{encoded, landscape, photograph};
use crate::{Original, Refusal, Stranger, inspect};

#[test]
fn every_truncation_is_refused_by_name() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = encoded(&landscape(500, 40, 1), format);
        assert!(Original::open(&whole).is_ok());
        for length in 0..whole.len() {
            let refusal = Original::open(&whole[..length]).unwrap_err();
            let is_named = matches!(refusal, Refusal::CutOff | Refusal::Damaged | Refusal::NotAPhotograph(_));
            assert!(is_named, "{format:?} cut at {length}: {refusal}");
        }
    }
}

#[test]
fn no_changed_byte_makes_it_panic() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = encoded(&landscape(480, 24, 2), format);
        for at in 0..whole.len().min(1_500) {
            for change in [0x01, 0x80, 0xFF] {
                let mut changed = whole.clone();
                changed[at] ^= change;
                // A header may now promise many pixels; decoding them is what is tried, not how long it takes.
                if inspect(&changed).is_ok_and(|header| u64::from(header.width) * u64::from(header.height) < 1_000_000)
                {
                    let _ = Original::open(&changed);
                }
                crate::facts(&changed);
                crate::Rights::of(&changed);
                crate::label(&changed, &crate::Rights::default());
            }
        }
    }
}

#[test]
fn what_is_no_photograph_is_called_what_it_is() {
    let strangers: [(&[u8], Stranger); 8] = [
        (b"", Stranger::Empty),
        (b"\0\0\0\x18ftypheic\0\0\0\0", Stranger::Heic),
        (b"\0\0\0\x1Cftypavif\0\0\0\0", Stranger::Heic),
        (b"GIF89a\x01\0\x01\0", Stranger::Gif),
        (b"II*\0\x08\0\0\0", Stranger::Tiff),
        (b"<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>", Stranger::Svg),
        (b"<SVG><script>", Stranger::Svg),
        (b"%PDF-1.7", Stranger::Other),
    ];
    for (bytes, stranger) in strangers {
        assert_eq!(inspect(bytes), Err(Refusal::NotAPhotograph(stranger)));
    }
}

#[test]
fn a_panorama_of_two_hundred_megapixels_is_refused_before_it_is_decoded() {
    let mut bytes = photograph(600, 300);
    declare(&mut bytes, 20_000, 10_000);
    let refusal = inspect(&bytes).unwrap_err();
    assert_eq!(refusal, Refusal::TooLarge { width: 20_000, height: 10_000, most: 120, widest: 15_400 });
    assert_eq!(refusal.megapixels(), Some(200));
}

#[test]
fn a_small_file_that_declares_a_large_picture_is_refused() {
    let mut bytes = encoded(&landscape(500, 500, 1), ImageFormat::Png);
    bytes[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    assert!(matches!(inspect(&bytes), Err(Refusal::TooLarge { width: 65_536, height: 65_536, .. })));
}

#[test]
fn colours_of_a_press_are_refused() {
    let mut bytes = photograph(600, 300);
    let frame = frame(&bytes);
    bytes[frame + 9] = 4;
    assert_eq!(inspect(&bytes), Err(Refusal::Cmyk));
}

#[test]
fn what_moves_is_refused() {
    let still = encoded(&landscape(500, 40, 1), ImageFormat::Png);
    let control = b"\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0";
    let moving = [&still[..33], control, &still[33..]].concat();
    assert_eq!(inspect(&moving), Err(Refusal::Animated));
    let webp = encoded(&landscape(500, 40, 1), ImageFormat::WebP);
    let mut canvas = b"VP8X\x0A\0\0\0\x02\0\0\0\xF3\x01\0\x27\0\0".to_vec();
    canvas.extend_from_slice(&webp[12..]);
    let length = u32::try_from(canvas.len() + 4).unwrap().to_le_bytes();
    assert_eq!(inspect(&[b"RIFF", length.as_slice(), b"WEBP", &canvas].concat()), Err(Refusal::Animated));
}

#[test]
fn strips_and_stamps_are_refused() {
    assert_eq!(inspect(&photograph(400, 300)), Err(Refusal::TooSmall { width: 400, height: 300 }));
    assert_eq!(inspect(&photograph(90, 700)), Err(Refusal::Strip { width: 90, height: 700 }));
    assert!(inspect(&photograph(4_000, 500)).is_ok());
}

#[test]
fn a_thousand_scans_are_no_photograph() {
    let bytes = photograph(600, 300);
    let scan = bytes.windows(2).position(|window| window == [0xFF, 0xDA]).unwrap();
    let (front, scans) = (&bytes[..scan], &bytes[scan..bytes.len() - 2]);
    let many = [front, &scans.repeat(1_000), &[0xFF, 0xD9]].concat();
    assert_eq!(inspect(&many), Err(Refusal::Damaged));
}

/// Writes another size into the frame.
fn declare(bytes: &mut [u8], width: u16, height: u16) {
    let frame = frame(bytes);
    bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
}

fn frame(bytes: &[u8]) -> usize {
    bytes.windows(2).position(|window| window == [0xFF, 0xC0]).unwrap()
}
