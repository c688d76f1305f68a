use std::collections::BTreeSet;
use std::time::Duration;

use futures_util::{StreamExt, TryStreamExt};
use jiff::{SignedDuration, Timestamp};
use object_store::path::Path;
use object_store::{ObjectMeta, ObjectStoreExt};
use sha2::{Digest, Sha256};
use store::Store;

use crate::hash::KEPT;
use crate::keep::{STAGING, doing};
use crate::{FileError, Hash, Keep, sql};

/// What a sweep came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sweep {
    /// Contents and half-arrived files that no row names, removed.
    pub removed: usize,
    /// Contents that a row names and that are not there: a backup has them, or nobody.
    pub missing: Vec<Hash>,
}

/// What reading every content came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    pub sound: usize,
    pub damaged: Vec<Hash>,
    pub missing: Vec<Hash>,
}

/// Bytes come before their row: younger ones may still get it.
const YOUNG: SignedDuration = SignedDuration::from_hours(1);

/// So many hashes are asked for at once.
const PAGE: i64 = 1_000;

/// Removes bytes that no row names once they are an hour old, and tells which rows have no bytes.
pub async fn sweep(store: &Store, keep: &Keep, now: Timestamp) -> Result<Sweep, FileError> {
    let listed: Vec<ObjectMeta> =
        keep.objects.list(Some(&Path::from(KEPT))).try_collect().await.map_err(doing("list the files"))?;
    let there: BTreeSet<Hash> = listed.iter().filter_map(|object| Hash::of_path(&object.location)).collect();
    let named = hashes(store).await?;
    let mut sweep = Sweep::default();
    for object in listed.iter().filter(|object| is_old(object, now)) {
        let Some(hash) = Hash::of_path(&object.location) else { continue };
        if named.contains(&hash) || sql::count_files_of(store, &hash).await? > 0 {
            continue;
        }
        // Somebody may just have sent the same bytes again: then they are young.
        let again = keep.objects.head(&object.location).await.map_err(doing("look at a file"))?;
        if is_old(&again, now) {
            keep.objects.delete(&object.location).await.map_err(doing("remove a file"))?;
            sweep.removed += 1;
        }
    }
    for hash in named.difference(&there) {
        // It may have come after the list was made.
        match keep.objects.head(&hash.path()).await {
            Ok(_) => {}
            Err(object_store::Error::NotFound { .. }) => sweep.missing.push(hash.clone()),
            Err(source) => return Err(doing("look at a file")(source)),
        }
    }
    sweep.removed += sweep_staging(keep, now).await?;
    Ok(sweep)
}

/// Reads every content that a row names and compares it with its hash.
pub async fn verify(store: &Store, keep: &Keep) -> Result<Verified, FileError> {
    let mut verified = Verified::default();
    for hash in hashes(store).await? {
        let mut bytes = match keep.stream(&hash).await {
            Ok(bytes) => bytes,
            Err(FileError::Gone(hash)) => {
                verified.missing.push(hash);
                continue;
            }
            Err(error) => return Err(error),
        };
        let mut digest = Sha256::new();
        while let Some(piece) = bytes.next().await {
            digest.update(&piece?);
        }
        if Hash::from_digest(digest) == hash {
            verified.sound += 1;
        } else {
            verified.damaged.push(hash);
        }
    }
    Ok(verified)
}

pub(crate) async fn hashes(store: &Store) -> Result<BTreeSet<Hash>, FileError> {
    let mut hashes = BTreeSet::new();
    let mut after = String::new();
    loop {
        let page = sql::list_hashes(store, &after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(hashes) };
        after = last.to_string();
        hashes.extend(page);
    }
}

/// What never arrived whole. In a folder its pieces have names that a listing does not show.
async fn sweep_staging(keep: &Keep, now: Timestamp) -> Result<usize, FileError> {
    let mut removed = 0;
    match &keep.folder {
        Some(folder) => {
            let sweeping = |source| FileError::Machine { doing: "sweep what arrived in part", source };
            let mut entries = tokio::fs::read_dir(folder.join(STAGING)).await.map_err(sweeping)?;
            while let Some(entry) = entries.next_entry().await.map_err(sweeping)? {
                let changed = entry.metadata().await.and_then(|data| data.modified()).map_err(sweeping)?;
                let is_old = Timestamp::try_from(changed).is_ok_and(|changed| now.duration_since(changed) > YOUNG);
                if is_old {
                    tokio::fs::remove_file(entry.path()).await.map_err(sweeping)?;
                    removed += 1;
                }
            }
        }
        None => {
            let mut staged = keep.objects.list(Some(&Path::from(STAGING)));
            while let Some(object) = staged.next().await {
                let object = object.map_err(doing("list what arrived in part"))?;
                if is_old(&object, now) {
                    keep.objects.delete(&object.location).await.map_err(doing("remove a file"))?;
                    removed += 1;
                }
            }
        }
    }
    Ok(removed)
}

fn is_old(object: &ObjectMeta, now: Timestamp) -> bool {
    let since = now.as_second().saturating_sub(object.last_modified.timestamp());
    u64::try_from(since).is_ok_and(|since| Duration::from_secs(since) > YOUNG.unsigned_abs())
}
