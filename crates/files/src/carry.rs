//! Contents on their way into a backup and out of it. Nobody reads them there, so nobody is asked for a proof.

use std::collections::BTreeSet;
use std::pin::pin;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{Stream, StreamExt};
use object_store::ObjectStoreExt;
use object_store::buffered::BufWriter;
use object_store::path::Path;
use sha2::{Digest, Sha256};
use store::Store;
use tokio::io::AsyncWriteExt;

use crate::keep::{STAGING, doing};
use crate::{FileError, Hash, Keep};

/// Why a content of a backup was not taken back.
#[derive(Debug, thiserror::Error)]
pub enum PutBackError<E> {
    #[error("it cannot be read")]
    Source(E),
    #[error("its bytes are not those of its name {0}")]
    Differs(Hash),
    #[error(transparent)]
    Failed(#[from] FileError),
}

/// Smaller contents go in one piece, larger ones in several.
const PIECE_BYTES: usize = 8 * 1024 * 1024;

impl Keep {
    /// A content, piece by piece.
    pub async fn take_out(&self, hash: &Hash) -> Result<BoxStream<'static, Result<Bytes, FileError>>, FileError> {
        self.stream(hash).await
    }

    /// Keeps a content under the hash it had. It stands there whole and as its name says, or not at all.
    pub async fn put_back<E>(
        &self,
        hash: &Hash,
        bytes: impl Stream<Item = Result<Bytes, E>>,
    ) -> Result<(), PutBackError<E>> {
        let staged = Path::from_iter([STAGING, &self.secret()]);
        let mut writer = BufWriter::with_capacity(Arc::clone(&self.objects), staged.clone(), PIECE_BYTES);
        let mut digest = Sha256::new();
        let mut bytes = pin!(bytes);
        while let Some(piece) = bytes.next().await {
            match piece {
                Ok(piece) => {
                    digest.update(&piece);
                    writer.put(piece).await.map_err(doing("write a file"))?;
                }
                Err(error) => {
                    writer.abort().await.map_err(doing("give up a file"))?;
                    return Err(PutBackError::Source(error));
                }
            }
        }
        if Hash::from_digest(digest) != *hash {
            writer.abort().await.map_err(doing("give up a file"))?;
            return Err(PutBackError::Differs(hash.clone()));
        }
        writer.shutdown().await.map_err(|source| FileError::Machine { doing: "finish a file", source })?;
        self.objects.rename(&staged, &hash.path()).await.map_err(doing("keep a file"))?;
        Ok(())
    }

    /// Contents that a row names and that are not there, without reading those that are.
    pub async fn missing(&self, store: &Store) -> Result<BTreeSet<Hash>, FileError> {
        let mut missing = BTreeSet::new();
        for hash in crate::upkeep::hashes(store).await? {
            match self.objects.head(&hash.path()).await {
                Ok(_) => {}
                Err(object_store::Error::NotFound { .. }) => drop(missing.insert(hash)),
                Err(source) => return Err(doing("look at a file")(source)),
            }
        }
        Ok(missing)
    }
}
