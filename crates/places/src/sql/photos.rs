//! Pictures of places, and their copies.

use images::{Bearing, Fingerprint, Look, North, Rights};
use kernel::{Day, Id};
use people::Visibility;
use store::{Change, Query, Row, StoreError, values};

use super::unreadable;
use crate::photos::{Development, Medium, Photo, PhotoState, TimeOfYear};
use crate::record::local;

/// A photograph that others may be copies of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Printed {
    pub(crate) photo: Id,
    pub(crate) location: Id,
    pub(crate) fingerprint: Fingerprint,
}

pub(crate) async fn find_photo(db: &impl Query, id: Id) -> Result<Option<Photo>, StoreError> {
    let row = db
        .row(
            "select id, location_id, place_number, medium, state, visibility, file_id, file_name, width, height, \
             taken_on, taken_at, season, bearing, bearing_north, is_retouched, is_drone, creator, credit, copyright, \
             licence, alt, camera, lens, thumbhash, fingerprint, tone, development, revision, added_at \
             from photo where id = $1",
            values![id],
        )
        .await?;
    row.as_ref().map(photo).transpose()
}

/// All of a place, in their order.
pub(crate) async fn list_photos(db: &impl Query, location: Id) -> Result<Vec<Photo>, StoreError> {
    let rows = db
        .rows(
            "select id, location_id, place_number, medium, state, visibility, file_id, file_name, width, height, \
             taken_on, taken_at, season, bearing, bearing_north, is_retouched, is_drone, creator, credit, copyright, \
             licence, alt, camera, lens, thumbhash, fingerprint, tone, development, revision, added_at \
             from photo where location_id = $1 order by location_id, place_number, id",
            values![location],
        )
        .await?;
    rows.iter().map(photo).collect()
}

/// Published ones that were taken before a day, the oldest first: the place of each.
pub(crate) async fn list_older(db: &impl Query, day: Day, most: i64) -> Result<Vec<Id>, StoreError> {
    let rows = db
        .rows(
            "select location_id from photo where state = 'published' and taken_on < $1 \
             order by state, taken_on, id limit $2",
            values![day, most],
        )
        .await?;
    rows.iter().map(|row| row.get("location_id")).collect()
}

/// The place of each photo in a state.
pub(crate) async fn list_in_state(db: &impl Query, state: PhotoState, most: i64) -> Result<Vec<Id>, StoreError> {
    let rows = db
        .rows(
            "select location_id from photo where state = $1 order by state, taken_on, id limit $2",
            values![state.word(), most],
        )
        .await?;
    rows.iter().map(|row| row.get("location_id")).collect()
}

/// How each photograph looks that is not withdrawn.
pub(crate) async fn list_fingerprints(db: &impl Query) -> Result<Vec<Printed>, StoreError> {
    let rows = db
        .rows(
            "select id, location_id, fingerprint from photo where state <> 'withdrawn' and fingerprint is not null",
            values![],
        )
        .await?;
    let printed = rows.iter().map(|row| {
        let bits: i64 = row.get("fingerprint")?;
        let fingerprint = Fingerprint(bits.cast_unsigned());
        Ok(Printed { photo: row.get("id")?, location: row.get("location_id")?, fingerprint })
    });
    printed.collect()
}

/// Whether the same bytes are among the pictures of a place.
pub(crate) async fn count_same(db: &impl Query, location: Id, hash: &str) -> Result<i64, StoreError> {
    let row = db
        .row(
            "select count(*) as found from photo where location_id = $1 and file_hash = $2 and state <> 'withdrawn'",
            values![location, hash],
        )
        .await?;
    row.map_or(Ok(0), |row| row.get("found"))
}

pub(crate) async fn insert_photo(change: &Change, photo: &Photo, hash: &str) -> Result<(), StoreError> {
    let Rights { creator, credit, copyright, licence, alt } = &photo.rights;
    change
        .run(
            "insert into photo (id, location_id, place_number, medium, state, visibility, file_id, file_name, file_hash, \
             width, height, taken_on, taken_at, season, bearing, bearing_north, is_retouched, is_drone, creator, \
             credit, copyright, licence, alt, camera, lens, tone, development, revision, added_at) \
             values ($1, $2, (select coalesce(max(place_number), 0) + 1 from photo where location_id = $2), $3, $4, $5, \
             $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, \
             $28)",
            values![
                photo.id,
                photo.location,
                photo.medium.word(),
                photo.state.word(),
                photo.visibility.word(),
                photo.file,
                &photo.file_name,
                hash,
                i64::from(photo.width),
                i64::from(photo.height),
                photo.taken_on,
                &photo.taken_at,
                photo.season.map_or("", TimeOfYear::word),
                photo.bearing.map(|bearing| i64::from(bearing.degrees)),
                north_word(photo.bearing),
                photo.is_retouched,
                photo.is_drone,
                creator.as_deref().unwrap_or_default(),
                credit.as_deref().unwrap_or_default(),
                copyright.as_deref().unwrap_or_default(),
                licence.as_deref().unwrap_or_default(),
                local::cell(alt),
                &photo.camera,
                &photo.lens,
                &photo.tone,
                development_word(&photo.development),
                photo.revision,
                photo.added_at
            ],
        )
        .await
        .map(drop)
}

/// What people say of it; its bytes stay.
pub(crate) async fn set_photo(change: &Change, photo: &Photo) -> Result<(), StoreError> {
    let Rights { creator, credit, copyright, licence, alt } = &photo.rights;
    change
        .run(
            "update photo set place_number = $2, state = $3, visibility = $4, taken_on = $5, taken_at = $6, \
             season = $7, bearing = $8, bearing_north = $9, is_retouched = $10, is_drone = $11, creator = $12, \
             credit = $13, copyright = $14, licence = $15, alt = $16, revision = revision + 1 where id = $1",
            values![
                photo.id,
                photo.place_number,
                photo.state.word(),
                photo.visibility.word(),
                photo.taken_on,
                &photo.taken_at,
                photo.season.map_or("", TimeOfYear::word),
                photo.bearing.map(|bearing| i64::from(bearing.degrees)),
                north_word(photo.bearing),
                photo.is_retouched,
                photo.is_drone,
                creator.as_deref().unwrap_or_default(),
                credit.as_deref().unwrap_or_default(),
                copyright.as_deref().unwrap_or_default(),
                licence.as_deref().unwrap_or_default(),
                local::cell(alt)
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn set_place_number(change: &Change, id: Id, place_number: i64) -> Result<(), StoreError> {
    change.run("update photo set place_number = $2 where id = $1", values![id, place_number]).await.map(drop)
}

pub(crate) async fn set_looked_at(
    change: &Change,
    id: Id,
    (width, height): (u32, u32),
    look: &Look,
) -> Result<(), StoreError> {
    change
        .run(
            "update photo set width = $2, height = $3, thumbhash = $4, fingerprint = $5, tone = $6, \
             development = 'done', revision = revision + 1 where id = $1",
            values![
                id,
                i64::from(width),
                i64::from(height),
                look.thumbhash.clone(),
                look.fingerprint.0.cast_signed(),
                look.tone.to_string()
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn set_development(change: &Change, id: Id, development: &Development) -> Result<(), StoreError> {
    let word = development_word(development);
    change.run("update photo set development = $2 where id = $1", values![id, word]).await.map(drop)
}

pub(crate) async fn set_copy(change: &Change, photo: Id, name: &str, file: Id) -> Result<(), StoreError> {
    change
        .run(
            "insert into photo_copy (photo_id, name, file_id) values ($1, $2, $3) \
             on conflict (photo_id, name) do update set file_id = excluded.file_id",
            values![photo, name, file],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_copy(db: &impl Query, photo: Id, name: &str) -> Result<Option<Id>, StoreError> {
    let row = db.row("select file_id from photo_copy where photo_id = $1 and name = $2", values![photo, name]).await?;
    row.map(|row| row.get("file_id")).transpose()
}

fn photo(row: &Row) -> Result<Photo, StoreError> {
    let words = |column: &str| row.get::<String>(column);
    let filled = |column: &str| words(column).map(|text| Some(text).filter(|text| !text.is_empty()));
    let side = |column: &str| {
        let side: i64 = row.get(column)?;
        u32::try_from(side).map_err(|_| unreadable(column, "a side"))
    };
    let (medium, state, visibility) = (words("medium")?, words("state")?, words("visibility")?);
    let degrees: Option<i64> = row.get("bearing")?;
    let north = match words("bearing_north")?.as_str() {
        "magnetic" => North::Magnetic,
        _ => North::True,
    };
    let fingerprint: Option<i64> = row.get("fingerprint")?;
    Ok(Photo {
        id: row.get("id")?,
        location: row.get("location_id")?,
        place_number: row.get("place_number")?,
        medium: Medium::ALL
            .into_iter()
            .find(|one| one.word() == medium)
            .ok_or_else(|| unreadable("medium", "a medium"))?,
        state: PhotoState::ALL
            .into_iter()
            .find(|one| one.word() == state)
            .ok_or_else(|| unreadable("state", "a state"))?,
        visibility: Visibility::from_word(&visibility).ok_or_else(|| unreadable("visibility", "visibility"))?,
        file: row.get("file_id")?,
        file_name: words("file_name")?,
        width: side("width")?,
        height: side("height")?,
        taken_on: row.get("taken_on")?,
        taken_at: words("taken_at")?,
        season: TimeOfYear::from_word(&words("season")?),
        bearing: degrees.and_then(|degrees| u16::try_from(degrees).ok()).map(|degrees| Bearing { degrees, north }),
        is_retouched: row.get("is_retouched")?,
        is_drone: row.get("is_drone")?,
        rights: Rights {
            creator: filled("creator")?,
            credit: filled("credit")?,
            copyright: filled("copyright")?,
            licence: filled("licence")?,
            alt: local::of_cell(&words("alt")?),
        },
        camera: words("camera")?,
        lens: words("lens")?,
        thumbhash: row.get::<Option<Vec<u8>>>("thumbhash")?.unwrap_or_default(),
        fingerprint: fingerprint.map(|bits| Fingerprint(bits.cast_unsigned())),
        tone: words("tone")?,
        development: development(&words("development")?),
        revision: row.get("revision")?,
        added_at: row.get("added_at")?,
    })
}

fn north_word(bearing: Option<Bearing>) -> &'static str {
    match bearing.map(|bearing| bearing.north) {
        None => "",
        Some(North::True) => "true",
        Some(North::Magnetic) => "magnetic",
    }
}

fn development_word(development: &Development) -> String {
    match development {
        Development::Waiting => "waiting".to_owned(),
        Development::Done => "done".to_owned(),
        Development::Failed(key) => key.clone(),
    }
}

fn development(word: &str) -> Development {
    match word {
        "waiting" => Development::Waiting,
        "done" => Development::Done,
        key => Development::Failed(key.to_owned()),
    }
}
