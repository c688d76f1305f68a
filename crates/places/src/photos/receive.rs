//! A file becomes a photo of a place: checked before anything is kept, read for what its camera and author wrote, and
//! put among the staged ones. Copies are made later.

use bytes::Bytes;
use files::{FileError, Keep, Kind, Limits, PutError, Stored};
use images::{Facts, Rights};
use jobs::Job;
use kernel::{Day, Id, LocalText};
use people::Visibility;
use serde_json::json;
use store::{Change, Entry, StoreError};

use super::develop::DEVELOP;
use super::refusal::PhotoRefusal;
use super::{Development, Medium, Photo, PhotoState, TimeOfYear};
use crate::record::local;
use crate::{Location, sql, write};

pub(crate) const MOST_BYTES: u64 = 40 * 1024 * 1024;

const PHOTOGRAPHS: Limits = Limits { bytes: MOST_BYTES, files: 500, kinds: &[Kind::Jpeg, Kind::Png, Kind::Webp] };
const DRAWINGS: Limits = Limits { bytes: 1024 * 1024, files: 1, kinds: &[Kind::Svg] };

/// What holds for a photo whose file does not say otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Defaults {
    pub rights: Rights,
    pub season: Option<TimeOfYear>,
    pub is_drone: bool,
}

/// A photograph whose bytes are kept and that no row names yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    stored: Stored,
    width: u32,
    height: u32,
    facts: Facts,
    rights: Rights,
}

/// A drawing of our own.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnDrawing {
    pub svg: String,
    /// Width and height, as its view box has them.
    pub size: (u32, u32),
    pub alt: LocalText,
    pub credit: String,
    pub licence: String,
    pub season: Option<TimeOfYear>,
    /// Where one looks, in degrees from true north.
    pub bearing: Option<u16>,
}

#[derive(Debug, thiserror::Error)]
pub enum ReceiveError {
    #[error(transparent)]
    Refused(#[from] PhotoRefusal),
    #[error(transparent)]
    Failed(#[from] FileError),
}

/// Checks a file and keeps its bytes; they are swept if no row names them within the hour.
pub async fn receive(keep: &Keep, name: &str, bytes: &Bytes) -> Result<Received, ReceiveError> {
    // By what it is rather than by what it is called: the sentence about a HEIC says more than one about endings.
    let header = images::inspect(bytes).map_err(PhotoRefusal::from)?;
    let stored = put(keep, name, bytes, &PHOTOGRAPHS).await?;
    let (facts, rights) = (images::facts(bytes), Rights::of(bytes));
    Ok(Received { stored, width: header.width, height: header.height, facts, rights })
}

/// Puts a received photo among the staged ones of a place. The same file twice is refused.
pub async fn insert_photo(
    change: &Change,
    location: &Location,
    received: &Received,
    defaults: &Defaults,
) -> Result<Result<Id, PhotoRefusal>, StoreError> {
    let Received { stored, width, height, facts, rights } = received;
    let hash = stored.hash.to_string();
    if sql::photos::count_same(change, location.id, &hash).await? > 0 {
        return Ok(Err(PhotoRefusal::There));
    }
    let file = files::insert_file(change, stored, &change.by().actor).await?;
    let is_south = location.position.is_some_and(|position| position.latitude < 0.0);
    let season = facts.taken_on.map(|day: Day| TimeOfYear::of(day, is_south));
    let photo = Photo {
        id: change.fresh_id(),
        location: location.id,
        place_number: 0,
        medium: Medium::Photograph,
        state: PhotoState::Staged,
        visibility: Visibility::Public,
        file: file.id,
        file_name: file.name,
        width: *width,
        height: *height,
        taken_on: facts.taken_on,
        taken_at: facts.taken_at.clone().unwrap_or_default(),
        season: season.or(defaults.season),
        bearing: facts.bearing,
        is_retouched: false,
        is_drone: defaults.is_drone,
        rights: filled(rights.clone(), &defaults.rights),
        camera: facts.camera.clone().unwrap_or_default(),
        lens: facts.lens.clone().unwrap_or_default(),
        thumbhash: Vec::new(),
        fingerprint: None,
        tone: String::new(),
        development: Development::Waiting,
        revision: 1,
        added_at: change.moment(),
    };
    sql::photos::insert_photo(change, &photo, &hash).await?;
    let job = Job {
        kind: DEVELOP,
        args: json!({ "photo": photo.id.to_string() }),
        run_at: change.moment(),
        key: Some(photo.id.to_string()),
    };
    jobs::enqueue(change, job).await?;
    change.record(Entry::new(super::PHOTO, photo.id, "added").after(told(&photo))).await;
    Ok(Ok(photo.id))
}

/// Both steps for one file: for an import, which has an open change.
pub async fn add_photo(
    change: &Change,
    keep: &Keep,
    location: &Location,
    (name, bytes): (&str, &Bytes),
    defaults: &Defaults,
) -> Result<Result<Id, PhotoRefusal>, FileError> {
    match receive(keep, name, bytes).await {
        Ok(received) => Ok(insert_photo(change, location, &received, defaults).await?),
        Err(ReceiveError::Refused(refusal)) => Ok(Err(refusal)),
        Err(ReceiveError::Failed(error)) => Err(error),
    }
}

/// Puts a drawing of our own among the pictures of a place, published at once. It comes from a generator of the
/// program: what people send is never taken as a drawing.
pub async fn add_drawing(change: &Change, keep: &Keep, location: Id, drawing: &OwnDrawing) -> Result<Id, ReceiveError> {
    let name = format!("{location}.svg");
    let stored = put(keep, &name, &Bytes::copy_from_slice(drawing.svg.as_bytes()), &DRAWINGS).await?;
    let failed = |error: StoreError| ReceiveError::Failed(FileError::Store(error));
    let file = files::insert_file(change, &stored, &change.by().actor).await.map_err(failed)?;
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let photo = Photo {
        id: change.fresh_id(),
        location,
        place_number: 0,
        medium: Medium::Drawing,
        state: PhotoState::Published,
        visibility: Visibility::Public,
        file: file.id,
        file_name: file.name,
        width: drawing.size.0,
        height: drawing.size.1,
        taken_on: None,
        taken_at: String::new(),
        season: drawing.season,
        bearing: drawing.bearing.map(|degrees| images::Bearing { degrees, north: images::North::True }),
        is_retouched: false,
        is_drone: false,
        rights: Rights {
            creator: None,
            credit: text(&drawing.credit),
            copyright: None,
            licence: text(&drawing.licence),
            alt: drawing.alt.clone(),
        },
        camera: String::new(),
        lens: String::new(),
        thumbhash: Vec::new(),
        fingerprint: None,
        tone: String::new(),
        development: Development::Done,
        revision: 1,
        added_at: change.moment(),
    };
    sql::photos::insert_photo(change, &photo, &stored.hash.to_string()).await.map_err(failed)?;
    write::touch(change, location).await.map_err(failed)?;
    change.record(Entry::new(super::PHOTO, photo.id, "drawn").after(told(&photo))).await;
    Ok(photo.id)
}

async fn put(keep: &Keep, name: &str, bytes: &Bytes, limits: &Limits) -> Result<Stored, ReceiveError> {
    match keep.put_bytes(bytes, name, limits).await {
        Ok(stored) => Ok(stored),
        Err(PutError::Refused(refusal)) => Err(PhotoRefusal::File(refusal).into()),
        Err(PutError::Failed(error)) => Err(error.into()),
    }
}

/// What the file says, and for the rest what was said for all.
fn filled(said: Rights, defaults: &Rights) -> Rights {
    Rights {
        creator: said.creator.or_else(|| defaults.creator.clone()),
        credit: said.credit.or_else(|| defaults.credit.clone()),
        copyright: said.copyright.or_else(|| defaults.copyright.clone()),
        licence: said.licence.or_else(|| defaults.licence.clone()),
        alt: if said.alt.is_empty() { defaults.alt.clone() } else { said.alt },
    }
}

/// For the chain. Who made a photo is said in the book and not here, where nothing can be taken away.
pub(super) fn told(photo: &Photo) -> serde_json::Value {
    json!({
        "location": photo.location.to_string(),
        "file": photo.file_name,
        "medium": photo.medium.word(),
        "state": photo.state.word(),
        "visibility": photo.visibility.word(),
        "taken_on": photo.taken_on.map(|day| day.to_string()),
        "season": photo.season.map(TimeOfYear::word),
        "bearing": photo.bearing.map(|bearing| bearing.degrees),
        "retouched": photo.is_retouched,
        "drone": photo.is_drone,
        "licence": photo.rights.licence,
        "alt": local::json(&photo.rights.alt),
    })
}
