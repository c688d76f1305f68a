use std::io::{Cursor, Write};

use axum::http::StatusCode;
use image::{ImageFormat, RgbImage};
use jobs::Worker;
use kernel::{Id, LocalText};
use store::Store;
use testkit::{Answer, Browser};

use super::site::{NOW, SMALL_COUNTRY, at_desk, by, desk, load, officer_at, reads, with_store};
use crate::{Desk, Photo, PhotoState, photos_of};

const SHEET: &str = "/en/office/locations/charyn-canyon/photos";

/// A sky over a slope; two of one seed look alike.
fn photograph(width: u32, height: u32, seed: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let ridge = height / 3 + (x * (seed % 7 + 1) / 5 + seed * 31) % (height / 3);
        let light = u8::try_from(y * 120 / height).unwrap();
        if y < ridge { image::Rgb([70 + light, 120 + light, 210]) } else { image::Rgb([160, 90, 20 + light]) }
    });
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, ImageFormat::Jpeg).unwrap();
    out.into_inner()
}

fn smaller(bytes: &[u8]) -> Vec<u8> {
    let picture = image::load_from_memory(bytes).unwrap().thumbnail(600, 400).brighten(8);
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, ImageFormat::Jpeg).unwrap();
    out.into_inner()
}

/// With the place where it was taken and the number of the camera in it, as telephones write them.
fn telephone() -> Vec<u8> {
    use exif::{Field, In, Rational, Tag, Value};
    let ascii = |text: &str| Value::Ascii(vec![text.as_bytes().to_vec()]);
    let degrees = |parts: [u32; 3]| Value::Rational(parts.map(|num| Rational { num, denom: 1 }).to_vec());
    let fields = [
        (Tag::DateTimeOriginal, ascii("2026:05:01 07:10:33")),
        (Tag::BodySerialNumber, ascii("SN-778899")),
        (Tag::GPSLatitudeRef, ascii("N")),
        (Tag::GPSLatitude, degrees([43, 21, 11])),
        (Tag::GPSLongitudeRef, ascii("E")),
        (Tag::GPSLongitude, degrees([79, 4, 48])),
        (Tag::GPSImgDirection, degrees([45, 0, 0])),
    ];
    let fields = fields.map(|(tag, value)| Field { tag, ifd_num: In::PRIMARY, value });
    let mut writer = exif::experimental::Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut written = Cursor::new(Vec::new());
    writer.write(&mut written, false).unwrap();
    let body = [b"Exif\0\0", written.into_inner().as_slice()].concat();
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    let picture = photograph(1_000, 700, 1);
    [&[0xFF, 0xD8, 0xFF, 0xE1], length.as_slice(), &body, &picture[2..]].concat()
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An office with a canyon in its book.
struct Office {
    desk: Desk,
    officer: Browser,
    location: Id,
}

impl Office {
    async fn open(store: &Store) -> Self {
        let location = load(store, SMALL_COUNTRY).await[0];
        let desk = desk(store);
        let officer = officer_at(&desk).await;
        Self { desk, officer, location }
    }

    async fn upload(&mut self, files: &[(&str, &[u8])]) -> Answer {
        let files: Vec<(&str, &str, &[u8])> = files.iter().map(|(name, bytes)| ("photos", *name, *bytes)).collect();
        self.officer.upload(SHEET, &[("creator", "Aigul N."), ("licence", "CC BY 4.0")], &files).await
    }

    async fn develop(&self) {
        let worker = Worker::new(self.desk.store.clone(), crate::jobs(&self.desk));
        worker.run_due_twice(NOW.parse().unwrap()).await.unwrap();
    }

    async fn all(&self) -> Vec<Photo> {
        crate::sql::photos::list_photos(&self.desk.store, self.location).await.unwrap()
    }

    async fn publish(&mut self, photo: &Photo) -> Answer {
        let path = format!("/en/office/photos/{}", photo.id);
        let day = photo.taken_on.map_or(String::new(), |day| day.to_string());
        let bearing = photo.bearing.map_or(String::new(), |bearing| bearing.degrees.to_string());
        let said = [
            ("alt-en", "Red cliffs"),
            ("alt-ru", "Красные скалы"),
            ("creator", "Aigul N."),
            ("licence", "CC BY 4.0"),
            ("taken-on", day.as_str()),
            ("bearing", bearing.as_str()),
            ("deed", "publish"),
        ];
        self.officer.post(&path, &said).await
    }
}

#[tokio::test]
async fn a_photo_goes_from_the_telephone_to_the_public_page_without_its_place() {
    with_store(async |store| {
        let mut office = Office::open(&store).await;
        assert_eq!(office.upload(&[("IMG_1.jpg", &telephone())]).await.status, StatusCode::SEE_OTHER);
        let photo = office.all().await.remove(0);
        assert_eq!(photo.taken_on.unwrap().to_string(), "2026-05-01");
        assert_eq!((photo.bearing.unwrap().degrees, photo.rights.creator.as_deref()), (45, Some("Aigul N.")));
        reads(&office.officer.get(SHEET).await, StatusCode::OK, "Being prepared");
        assert!(photos_of(&store, office.location).await.unwrap().is_empty());
        office.develop().await;
        let mut anybody = at_desk(&office.desk, NOW);
        let copy = format!("/photos/{}/800.jpg", photo.id);
        assert_eq!(anybody.get(&copy).await.status, StatusCode::NOT_FOUND, "it is not published");
        assert_eq!(office.officer.get(&copy).await.header("cache-control"), "private, no-store");
        assert_eq!(office.publish(&photo).await.status, StatusCode::SEE_OTHER);

        let shown = photos_of(&store, office.location).await.unwrap().remove(0);
        assert_eq!((shown.width, shown.height), (1_000, 700));
        assert_eq!(shown.srcset().matches(".webp?v=").count(), 2);
        let album = anybody.get("/en/locations/charyn-canyon/photos").await;
        reads(&album, StatusCode::OK, "Looks north-east (45°)");
        reads(&album, StatusCode::OK, "Photo: Aigul N.");
        let view = anybody.get(&format!("/ru/locations/charyn-canyon/photos/{}", photo.id)).await;
        reads(&view, StatusCode::OK, "Красные скалы");
        reads(&view, StatusCode::OK, "CC BY 4.0");

        for encoding in images::Encoding::ALL {
            let answer = anybody.get(&shown.address_in(800, encoding)).await;
            assert_eq!(answer.header("content-type"), encoding.media_type());
            assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
            let exif = exif::Reader::new().read_from_container(&mut Cursor::new(&answer.body)).unwrap();
            let artist = exif.get_field(exif::Tag::Artist, exif::In::PRIMARY).unwrap();
            assert_eq!(artist.display_value().to_string(), "\"Aigul N.\"");
            assert!(exif.fields().all(|field| field.tag.context() != exif::Context::Gps));
            for secret in ["GPS", "SN-778899"] {
                assert!(!answer.body.windows(secret.len()).any(|bytes| bytes == secret.as_bytes()), "{secret}");
            }
        }
        assert_eq!(anybody.get(&copy).await.header("cache-control"), "public, max-age=3600");
        assert_eq!(anybody.get(&format!("/photos/{}/2400.jpg", photo.id)).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_photo_of_a_hidden_place_and_a_withdrawn_one_answer_as_if_they_were_not_there() {
    with_store(async |store| {
        let mut office = Office::open(&store).await;
        office.upload(&[("1.jpg", &photograph(900, 600, 1))]).await;
        office.develop().await;
        let photo = office.all().await.remove(0);
        office.publish(&photo).await;
        let mut anybody = at_desk(&office.desk, NOW);
        let copy = format!("/photos/{}/480.webp", photo.id);
        assert_eq!(anybody.get(&copy).await.status, StatusCode::OK);

        let before = crate::find_location(&store, office.location).await.unwrap().unwrap();
        let hidden = crate::Location { state: crate::State::Silent, ..before.clone() };
        let change = store.change(by("hide")).await.unwrap();
        crate::write::set_location(&change, &before, &hidden, "hidden").await.unwrap();
        change.commit().await.unwrap();
        for path in [copy.clone(), "/en/locations/charyn-canyon/photos".to_owned()] {
            assert_eq!(anybody.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let change = store.change(by("show")).await.unwrap();
        crate::write::set_location(&change, &hidden, &before, "shown").await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(anybody.get(&copy).await.status, StatusCode::OK);

        let id = photo.id.to_string();
        let chosen = format!("{SHEET}/chosen");
        office.officer.post(&chosen, &[("photo", &id), ("deed", "withdraw")]).await;
        assert_eq!(anybody.get(&copy).await.status, StatusCode::NOT_FOUND);
        assert_eq!(office.all().await[0].state, PhotoState::Withdrawn);
    })
    .await;
}

#[tokio::test]
async fn each_file_of_an_upload_is_told_apart_and_the_refused_leave_nothing() {
    with_store(async |store| {
        let mut office = Office::open(&store).await;
        let good = photograph(900, 600, 1);
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        let files: [(&str, &[u8]); 5] = [
            ("good.jpg", &good),
            ("again.jpg", &good),
            ("half.jpg", &good[..good.len() / 2]),
            ("evil.svg", svg),
            ("phone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ];
        let answer = office.upload(&files).await;
        for words in [
            "Added: 1. Not added: 4",
            "again.jpg : This very file is among the photos of this place already",
            "half.jpg : The file ends before the picture does",
            "evil.svg : This is a drawing in SVG",
            "phone.heic : This is a HEIC photo",
        ] {
            reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, words);
        }
        assert_eq!(office.all().await.len(), 1);
        let none = office.upload(&[("letter.jpg", b"%PDF-1.7")]).await;
        reads(&none, StatusCode::UNPROCESSABLE_ENTITY, "None of these files could be added");
        reads(&office.upload(&[]).await, StatusCode::UNPROCESSABLE_ENTITY, "Choose at least one photo");
        assert_eq!(office.all().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_archive_gives_its_photos_or_nothing_at_all() {
    with_store(async |store| {
        let mut office = Office::open(&store).await;
        let (one, two) = (photograph(900, 600, 1), photograph(900, 600, 2));
        let evil = archive(&[("a/1.jpg", &one), ("../../2.jpg", &two)]);
        let answer = office.upload(&[("evil.zip", &evil)]).await;
        reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, "has a name that leads out of it");
        assert!(office.all().await.is_empty());
        let honest = archive(&[("a/1.jpg", &one), ("a/Thumbs.db", b"x"), ("b/2.jpg", &two)]);
        assert_eq!(office.upload(&[("honest.zip", &honest)]).await.status, StatusCode::SEE_OTHER);
        let names: Vec<String> = office.all().await.into_iter().map(|photo| photo.file_name).collect();
        assert_eq!(names, ["1.jpg", "2.jpg"]);
    })
    .await;
}

#[tokio::test]
async fn what_looks_the_same_is_said_before_it_is_published() {
    with_store(async |store| {
        let mut office = Office::open(&store).await;
        office.upload(&[("large.jpg", &photograph(1_200, 800, 3)), ("other.jpg", &photograph(900, 600, 2))]).await;
        office.develop().await;
        let large = office.all().await.remove(0);
        office.publish(&large).await;
        office.upload(&[("small.jpg", &smaller(&photograph(1_200, 800, 3)))]).await;
        office.develop().await;
        let sheet = office.officer.get(SHEET).await;
        reads(&sheet, StatusCode::OK, "Looks the same as a photo of Charyn Canyon");
        assert_eq!(sheet.text().matches("Looks the same").count(), 1);
        assert!(sheet.html().contains(&format!("#photo-{}", large.id)));
    })
    .await;
}

#[tokio::test]
async fn nothing_is_published_before_it_says_what_can_be_seen_and_who_made_it() {
    with_store(async |store| {
        let mut office = Office::open(&store).await;
        office.upload(&[("1.jpg", &photograph(900, 600, 1)), ("2.jpg", &photograph(900, 600, 2))]).await;
        office.develop().await;
        let photos = office.all().await;
        let ids: Vec<String> = photos.iter().map(|photo| photo.id.to_string()).collect();
        let chosen = format!("{SHEET}/chosen");
        let answer = office.officer.post(&chosen, &[("photo", &ids[0]), ("deed", "publish")]).await;
        reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, "Some of the chosen photos lack something");
        let edit = format!("/en/office/photos/{}", ids[0]);
        let wrong =
            [("taken-on", "2026-02-31"), ("bearing", "400"), ("alt-en", "Cliffs"), ("creator", "N."), ("deed", "save")];
        let answer = office.officer.post(&edit, &wrong).await;
        reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, "Give a day of the calendar");
        reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, "Give degrees from 0 to 360");
        assert!(answer.html().contains("value=\"400\""), "what was typed stays");
        // Described by hand; then it looks back two years and says so.
        let right = [
            ("taken-on", "2024-01-15"),
            ("bearing", "270"),
            ("alt-kk", "Жартас"),
            ("creator", "N."),
            ("deed", "publish"),
        ];
        assert_eq!(office.officer.post(&edit, &right).await.status, StatusCode::SEE_OTHER);
        reads(&office.officer.get(SHEET).await, StatusCode::OK, "1 photo is older than 24 months");
        let album = at_desk(&office.desk, NOW).get("/kk/locations/charyn-canyon/photos").await;
        reads(&album, StatusCode::OK, "24 айдан ескі");
        reads(
            &office.officer.get("/en/office/photos").await,
            StatusCode::OK,
            "Waiting to be published Charyn Canyon : 1 photo",
        );
        office.officer.post(&chosen, &[("earlier", &ids[1])]).await;
        let order: Vec<String> = office.all().await.into_iter().map(|photo| photo.id.to_string()).collect();
        assert_eq!(order, [ids[1].clone(), ids[0].clone()]);
    })
    .await;
}

#[tokio::test]
async fn a_drawing_of_ours_is_called_one_and_may_not_run_anything() {
    with_store(async |store| {
        let office = Office::open(&store).await;
        let mut alt = LocalText::default();
        alt.insert("en".parse().unwrap(), "A canyon at dawn, drawn");
        let drawing = crate::OwnDrawing {
            svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 800\"><path d=\"M0 0h9v9z\"/></svg>"
                .to_owned(),
            size: (1_200, 800),
            alt,
            credit: "Film Office".to_owned(),
            licence: String::new(),
            season: None,
            bearing: Some(90),
        };
        let change = store.change(by("draw")).await.unwrap();
        let id = crate::add_drawing(&change, &office.desk.files, office.location, &drawing).await.unwrap();
        change.commit().await.unwrap();
        let mut anybody = at_desk(&office.desk, NOW);
        let answer = anybody.get(&format!("/photos/{id}/drawing.svg")).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "image/svg+xml"));
        assert!(answer.header("content-security-policy").contains("default-src 'none'"));
        assert!(answer.header("content-security-policy").contains("sandbox"));
        for (language, words) in [("en", "Drawing"), ("ru", "Рисунок"), ("kk", "Сызба")] {
            let album = anybody.get(&format!("/{language}/locations/charyn-canyon/photos")).await;
            reads(&album, StatusCode::OK, words);
        }
    })
    .await;
}
