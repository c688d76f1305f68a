//! Copies are made of a photograph after it has come: small ones for pages, and what it looks like.

use bytes::Bytes;
use files::{Closed, Kind, Limits};
use images::{Copy, Look, Original, Refusal};
use jiff::Timestamp;
use jobs::{Patience, Registry, Setback, Turn};
use kernel::{Actor, Id};
use serde::Deserialize;
use store::{By, Entry};

use super::photo::copy_name;
use super::refusal::picture_key;
use super::{Development, PhotoState};
use crate::{Desk, sql, write};

pub(super) const DEVELOP: &str = "places.develop-photo";

/// What a copy may be; they are our own.
const COPIES: Limits = Limits { bytes: 40 * 1024 * 1024, files: 1, kinds: &[Kind::Jpeg, Kind::Webp] };

/// The scanner may take its time to see the original.
const PATIENCE: Patience = Patience {
    attempts: 8,
    time: std::time::Duration::from_secs(600),
    first_pause: std::time::Duration::from_secs(15),
};

#[derive(Deserialize)]
struct Args {
    photo: String,
}

pub(super) fn jobs(desk: &Desk) -> Registry {
    let desk = desk.clone();
    Registry::new().add_with(DEVELOP, PATIENCE, move |turn| {
        let desk = desk.clone();
        async move { develop(&desk, &turn).await }
    })
}

async fn develop(desk: &Desk, turn: &Turn) -> Result<(), Setback> {
    let args: Args = turn.read()?;
    let id: Id = args.photo.parse().map_err(Setback::give_up)?;
    let found = sql::photos::find_photo(&desk.store, id).await?;
    let Some(photo) = found.filter(|photo| photo.development == Development::Waiting) else { return Ok(()) };
    let file = files::find_file(&desk.store, photo.file).await?;
    let file = file.ok_or_else(|| Setback::give_up(anyhow::anyhow!("photo {id} has no file")))?;
    let readable = match file.readable_by(&Actor::program("photos")) {
        Ok(readable) => readable,
        Err(closed @ Closed::NotScannedYet { .. }) => return Err(Setback::Retry(closed.into())),
        Err(closed @ Closed::Infected { .. }) => return fail(desk, turn.now, id, closed.key()).await,
    };
    let bytes = desk.files.bytes(&readable).await?;
    // Seconds of work on all its points: not on a thread that others wait for.
    let worked = tokio::task::spawn_blocking(move || work(&bytes)).await.map_err(anyhow::Error::from)?;
    match worked {
        Ok(developed) => keep(desk, turn.now, id, developed).await,
        Err(refusal) => fail(desk, turn.now, id, picture_key(&refusal)).await,
    }
}

struct Developed {
    size: (u32, u32),
    look: Look,
    copies: Vec<Copy>,
}

fn work(bytes: &[u8]) -> Result<Developed, Refusal> {
    let original = Original::open(bytes)?;
    Ok(Developed { size: original.size(), look: original.look(), copies: original.copies() })
}

async fn keep(desk: &Desk, now: Timestamp, id: Id, developed: Developed) -> Result<(), Setback> {
    let mut kept = Vec::new();
    for copy in developed.copies {
        let name = copy_name(copy.width, copy.encoding);
        let put = desk.files.put_bytes(&Bytes::from(copy.bytes), &name, &COPIES).await;
        kept.push((name, put.map_err(anyhow::Error::from)?));
    }
    let change = desk.store.change(by(now)).await?;
    // Meanwhile another worker may have done it.
    let photo = sql::photos::find_photo(&change, id).await?;
    let Some(photo) = photo.filter(|photo| photo.development == Development::Waiting) else { return Ok(()) };
    for (name, stored) in &kept {
        let file = files::insert_file(&change, stored, &change.by().actor).await?;
        sql::photos::set_copy(&change, id, name, file.id).await?;
    }
    sql::photos::set_looked_at(&change, id, developed.size, &developed.look).await?;
    if photo.state == PhotoState::Published {
        write::touch(&change, photo.location).await?;
    }
    change.record(Entry::new(super::PHOTO, id, "developed")).await;
    change.commit().await?;
    Ok(())
}

/// What cannot be developed stays among the staged ones, saying why, until somebody takes it away.
async fn fail(desk: &Desk, now: Timestamp, id: Id, key: &'static str) -> Result<(), Setback> {
    let change = desk.store.change(by(now)).await?;
    sql::photos::set_development(&change, id, &Development::Failed(key.to_owned())).await?;
    change.record(Entry::new(super::PHOTO, id, "could not be developed")).await;
    change.commit().await?;
    Ok(())
}

fn by(now: Timestamp) -> By {
    By { actor: Actor::program("photos"), moment: now, reason: DEVELOP.to_owned() }
}
