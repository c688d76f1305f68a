use kernel::{Language, LocalText};

use super::fixtures::{photograph, telephone};
use crate::{Bearing, Facts, North, Original, Rights, facts, label};

fn rights() -> Rights {
    let mut alt = LocalText::default();
    alt.insert(Language::ENGLISH, "Red rock & a river");
    alt.insert("ru".parse().unwrap(), "Красные скалы и река");
    alt.insert("kk".parse().unwrap(), "Қызыл жартастар мен өзен");
    Rights {
        creator: Some("Айгүл Нұрланқызы".to_owned()),
        credit: Some("Aigul N. / Steppe <Film>".to_owned()),
        copyright: Some("© 2026 Aigul N.".to_owned()),
        licence: Some("CC BY 4.0".to_owned()),
        alt,
    }
}

#[test]
fn what_the_camera_wrote_is_read() {
    let facts = facts(&telephone(600, 480, &Rights::default()));
    let (latitude, longitude) = facts.position.unwrap();
    assert!((latitude - 43.353).abs() < 0.000_001 && (longitude - 79.08).abs() < 0.000_001);
    let expected = Facts {
        taken_on: Some("2026-05-01".parse().unwrap()),
        taken_at: Some("07:10".to_owned()),
        bearing: Some(Bearing { degrees: 132, north: North::Magnetic }),
        position: facts.position,
        camera: Some("Qazcam Steppe 4".to_owned()),
        lens: Some("24 mm f/2".to_owned()),
        has_serials: true,
    };
    assert_eq!(facts, expected);
    assert_eq!(crate::facts(&photograph(600, 480)), Facts::default());
}

#[test]
fn rights_are_read_where_programs_put_them() {
    assert_eq!(Rights::of(&telephone(600, 480, &rights())), rights());
    let packet =
        br#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description xmlns:p="http://ns.adobe.com/photoshop/1.0/" xmlns:cc="http://creativecommons.org/ns#"
        p:Credit="Steppe &amp; Sons"><cc:license rdf:resource="https://example.org/by/4.0"/></rdf:Description></rdf:RDF>
        </x:xmpmeta>"#;
    let read = crate::xmp::read(packet);
    assert_eq!(read.credit.as_deref(), Some("Steppe & Sons"));
    assert_eq!(read.licence.as_deref(), Some("https://example.org/by/4.0"));
}

#[test]
fn a_copy_names_its_author_and_tells_no_place() {
    let original = telephone(900, 600, &rights());
    let copies = Original::open(&original).unwrap().copies();
    assert!(!copies.is_empty());
    for copy in copies {
        let labelled = label(&copy.bytes, &rights());
        assert_eq!(Rights::of(&labelled), rights(), "{:?}", copy.encoding);
        let exif = crate::facts::read(&labelled).unwrap();
        assert!(exif.fields().all(|field| field.tag.context() == exif::Context::Tiff), "{:?}", copy.encoding);
        for secret in ["GPS", "SN-778899", "Qazcam", "Steppe 4"] {
            let found = labelled.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} is in the {:?}", copy.encoding);
        }
        // Written anew, nothing of before is left; and it is still the same picture.
        let bare = label(&labelled, &Rights::default());
        assert!(Rights::of(&bare).is_empty() && crate::facts::read(&bare).is_none());
        assert_eq!(pixels(&bare), pixels(&copy.bytes));
        assert_eq!(pixels(&labelled), pixels(&copy.bytes));
    }
}

#[test]
fn a_label_takes_the_camera_out_of_an_original_too() {
    let labelled = label(&telephone(600, 480, &rights()), &rights());
    assert_eq!(facts(&labelled), Facts::default());
}

fn pixels(bytes: &[u8]) -> Vec<u8> {
    image::load_from_memory(bytes).unwrap().into_rgb8().into_raw()
}
