use image::{DynamicImage, ImageFormat};

use super::fixtures::{encoded, landscape, photograph, telephone};
use crate::{Encoding, Fingerprint, Original, Rights, Tone, bands, size_of_copy, widths};

#[test]
fn copies_are_made_in_all_widths_that_the_original_has() {
    let copies = Original::open(&photograph(1_300, 866)).unwrap().copies();
    let sizes: Vec<(u32, u32, Encoding)> = copies.iter().map(|copy| (copy.width, copy.height, copy.encoding)).collect();
    let expected = [(1_200, 799), (800, 533), (480, 320)]
        .into_iter()
        .flat_map(|(width, height)| Encoding::ALL.map(|encoding| (width, height, encoding)));
    assert_eq!(sizes, expected.collect::<Vec<_>>());
    for copy in copies {
        let picture = image::load_from_memory(&copy.bytes).unwrap();
        assert_eq!((picture.width(), picture.height()), (copy.width, copy.height));
        assert_eq!(size_of_copy((1_300, 866), copy.width), (copy.width, copy.height));
    }
}

#[test]
fn nothing_is_made_larger_than_it_was() {
    assert_eq!(widths(6_000), [480, 800, 1_200, 1_600, 2_400]);
    assert_eq!(widths(300), [300]);
    let copies = Original::open(&photograph(320, 500)).unwrap().copies();
    assert!(copies.iter().all(|copy| (copy.width, copy.height) == (320, 500)));
}

#[test]
fn what_lies_on_its_side_is_turned_upright() {
    let original = Original::open(&telephone(900, 600, &Rights::default())).unwrap();
    assert_eq!(original.size(), (600, 900));
    let upright = image::load_from_memory(&original.copies()[0].bytes).unwrap().into_rgb8();
    assert_eq!(upright.dimensions(), (480, 720));
    // The sky was at the top; turned clockwise it is on the right.
    let is_sky = |x, y| upright.get_pixel(x, y).0[2] > 150;
    assert!(is_sky(460, 360) && !is_sky(20, 360));
}

#[test]
fn copies_of_a_photograph_look_alike_and_others_do_not() {
    let look = |bytes: &[u8]| Original::open(bytes).unwrap().look().fingerprint;
    let picture = DynamicImage::ImageRgb8(landscape(1_200, 800, 5));
    let first = look(&encoded(&picture.to_rgb8(), ImageFormat::Jpeg));
    let smaller = picture.resize(600, 400, image::imageops::FilterType::Triangle).brighten(12).into_rgb8();
    assert!(first.distance(look(&encoded(&smaller, ImageFormat::WebP))) <= Fingerprint::SAME);
    assert!(first.distance(look(&encoded(&landscape(1_200, 800, 2), ImageFormat::Jpeg))) > Fingerprint::SAME);
}

#[test]
fn the_colours_that_stand_in_go_from_sky_to_ground() {
    let look = Original::open(&photograph(900, 600)).unwrap().look();
    assert!(look.thumbhash.len() < 40);
    let bands = bands(&look.thumbhash, 4);
    let [sky, .., ground] = bands.as_slice() else { panic!("four bands") };
    assert!(sky.0[2] > sky.0[0] && ground.0[0] > ground.0[2], "{sky} {ground}");
    assert!(super::super::bands(&[1, 2], 4).is_empty());
    assert_eq!(Tone([201, 162, 123]).to_string(), "#c9a27b");
}

#[test]
fn what_shines_through_shows_white_paper() {
    let glass = image::RgbaImage::from_pixel(500, 300, image::Rgba([0, 0, 0, 0]));
    let mut out = std::io::Cursor::new(Vec::new());
    glass.write_to(&mut out, ImageFormat::Png).unwrap();
    assert_eq!(Original::open(&out.into_inner()).unwrap().look().tone, Tone([255; 3]));
}
