use std::pin::pin;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use object_store::ObjectStoreExt;
use object_store::buffered::BufWriter;
use object_store::path::Path;
use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;

use crate::content::{self, SAMPLE_BYTES, Sample};
use crate::keep::doing;
use crate::{FileError, Hash, Keep, Kind, Limits, PutError, Refusal};

/// A file on its way in: counted, hashed and sampled while it is written to its staging name.
pub(crate) struct Incoming<'a> {
    keep: &'a Keep,
    staged: &'a Path,
    name: &'a str,
    most: u64,
    size: u64,
    digest: Sha256,
    sample: Sample,
}

/// A file that stands whole under its staging name.
pub(crate) struct Arrived {
    pub(crate) hash: Hash,
    pub(crate) size: u64,
    sample: Sample,
}

/// Smaller files go in one piece, larger ones in several; so much is in memory at a time.
const PIECE_BYTES: usize = 8 * 1024 * 1024;

impl<'a> Incoming<'a> {
    pub(crate) fn new(keep: &'a Keep, staged: &'a Path, name: &'a str, limits: &Limits) -> Self {
        let digest = Sha256::new();
        Self { keep, staged, name, most: limits.bytes, size: 0, digest, sample: Sample::default() }
    }

    pub(crate) async fn receive<E: Send>(
        mut self,
        bytes: impl Stream<Item = Result<Bytes, E>> + Send,
    ) -> Result<Arrived, PutError> {
        let mut writer = BufWriter::with_capacity(Arc::clone(&self.keep.objects), self.staged.clone(), PIECE_BYTES);
        let mut bytes = pin!(bytes);
        while let Some(piece) = bytes.next().await {
            let taken = match piece {
                Ok(piece) => self.take(&piece).map(|()| piece),
                Err(_) => Err(Refusal::Failed { name: self.name.to_owned() }),
            };
            match taken {
                Ok(piece) => writer.put(piece).await.map_err(doing("write a file"))?,
                Err(refusal) => {
                    writer.abort().await.map_err(doing("give up a file"))?;
                    return Err(PutError::Refused(refusal));
                }
            }
        }
        writer.shutdown().await.map_err(|source| FileError::Machine { doing: "finish a file", source })?;
        if let Some(range) = content::directory_place(&self.sample.head, self.size) {
            let names = self.keep.objects.get_range(self.staged, range).await.map_err(doing("look into a file"))?;
            self.sample.directory = names.to_vec();
        }
        Ok(Arrived { hash: Hash::from_digest(self.digest), size: self.size, sample: self.sample })
    }

    fn take(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        self.size = self.size.saturating_add(piece.len() as u64);
        if self.size > self.most {
            return Err(Refusal::TooBig { name: self.name.to_owned(), most: self.most });
        }
        self.digest.update(piece);
        let room = SAMPLE_BYTES - self.sample.head.len();
        self.sample.head.extend(piece.iter().take(room));
        let last = piece.get(piece.len().saturating_sub(SAMPLE_BYTES)..).unwrap_or_default();
        self.sample.tail.extend_from_slice(last);
        let too_many = self.sample.tail.len().saturating_sub(SAMPLE_BYTES);
        self.sample.tail.drain(..too_many);
        Ok(())
    }
}

impl Arrived {
    /// Whether it is what its name and the form say.
    pub(crate) fn check(&self, name: &str, limits: &Limits) -> Result<Kind, Refusal> {
        let name = crate::safe_name(name);
        if self.size == 0 {
            return Err(Refusal::Empty { name });
        }
        if content::is_locked(&self.sample) {
            return Err(Refusal::Password { name });
        }
        let found = content::kind(&self.sample);
        if !limits.kinds.contains(&found) {
            return Err(Refusal::WrongType { name, found, accepted: limits.kinds });
        }
        match Kind::claimed_by(&name) {
            Some(claimed) if claimed != found => Err(Refusal::Mislabelled { name, claimed, found }),
            Some(_) | None => Ok(found),
        }
    }
}
