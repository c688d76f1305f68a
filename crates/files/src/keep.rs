use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{Stream, StreamExt, TryStreamExt};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, ObjectStoreExt, RetryConfig};
use store::{Chance, StoreError};

use crate::incoming::Incoming;
use crate::{Hash, Kind, Limits, Readable, Refusal, Scan, Scanner};

/// Where the bytes are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A folder of this machine, made if it is not there.
    Folder(PathBuf),
    /// A bucket of any service that speaks as S3 does.
    Bucket {
        /// Nothing for Amazon's own; `http://` is accepted, for a service on the same machine.
        endpoint: Option<String>,
        region: String,
        bucket: String,
        /// Put before every name, so that two installations share a bucket. May be empty.
        prefix: String,
        key_id: String,
        secret: String,
    },
}

/// Keeps bytes under the hash of their content.
#[derive(Debug, Clone)]
pub struct Keep {
    pub(crate) objects: Arc<dyn ObjectStore>,
    pub(crate) folder: Option<PathBuf>,
    pub(crate) scanner: Scanner,
    chance: Chance,
}

/// Bytes that have been kept and that no row names yet: give it to [`insert_file`](crate::insert_file).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub hash: Hash,
    pub size: u64,
    pub kind: Kind,
    /// As it was given, made safe.
    pub name: String,
    pub scan: Scan,
}

#[derive(Debug, thiserror::Error)]
pub enum PutError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Failed(#[from] FileError),
}

#[derive(Debug, thiserror::Error)]
pub enum FileError {
    #[error("could not {doing}")]
    Objects { doing: &'static str, source: object_store::Error },
    #[error("could not {doing}")]
    Machine { doing: &'static str, source: std::io::Error },
    #[error("the virus scanner did not answer as scanners do: {said}")]
    Scanner { said: String },
    #[error("the bytes of file {0} are gone")]
    Gone(Hash),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Somebody waits for the answer: a bucket that is away for longer is away.
const PATIENCE: Duration = Duration::from_secs(20);

/// What has not arrived whole stands here.
pub(crate) const STAGING: &str = "staging";

impl Keep {
    pub fn open(place: &Place, scanner: Scanner, chance: Chance) -> Result<Self, FileError> {
        let opening = |source| FileError::Objects { doing: "open the place of files", source };
        let (objects, folder): (Arc<dyn ObjectStore>, _) = match place {
            Place::Folder(folder) => {
                std::fs::create_dir_all(folder.join(STAGING))
                    .map_err(|source| FileError::Machine { doing: "make the folder of files", source })?;
                let objects = LocalFileSystem::new_with_prefix(folder).map_err(opening)?.with_fsync(true);
                (Arc::new(objects), Some(folder.clone()))
            }
            Place::Bucket { endpoint, region, bucket, prefix, key_id, secret } => {
                // Somebody else may have installed it before; it is the same one.
                let _ = rustls::crypto::ring::default_provider().install_default();
                let mut builder = AmazonS3Builder::new()
                    .with_region(region)
                    .with_bucket_name(bucket)
                    .with_retry(RetryConfig { max_retries: 3, retry_timeout: PATIENCE, ..RetryConfig::default() })
                    .with_access_key_id(key_id)
                    .with_secret_access_key(secret);
                if let Some(endpoint) = endpoint {
                    builder = builder.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http://"));
                }
                let objects = builder.build().map_err(opening)?;
                (Arc::new(PrefixStore::new(objects, prefix.as_str())), None)
            }
        };
        Ok(Self { objects, folder, scanner, chance })
    }

    /// Keeps what streams in. The sender's own failures are a refusal; ours are an error. What was refused is gone.
    pub async fn put<E: Send>(
        &self,
        bytes: impl Stream<Item = Result<Bytes, E>> + Send,
        name: &str,
        limits: &Limits,
    ) -> Result<Stored, PutError> {
        let staged = Path::from_iter([STAGING, &self.chance.secret()]);
        let arrived = Incoming::new(self, &staged, name, limits).receive(bytes).await?;
        match arrived.check(name, limits) {
            Ok(kind) => {
                // Renamed over what may be there already: the same bytes, but young again for the sweep.
                self.objects.rename(&staged, &arrived.hash.path()).await.map_err(doing("keep a file"))?;
                let scan = self.scanner.first_state();
                Ok(Stored { hash: arrived.hash, size: arrived.size, kind, name: crate::safe_name(name), scan })
            }
            Err(refusal) => {
                self.objects.delete(&staged).await.map_err(doing("remove a refused file"))?;
                Err(PutError::Refused(refusal))
            }
        }
    }

    /// Keeps bytes that are in memory already.
    pub async fn put_bytes(&self, bytes: &Bytes, name: &str, limits: &Limits) -> Result<Stored, PutError> {
        let once = futures_util::stream::iter([Ok::<_, std::convert::Infallible>(bytes.clone())]);
        self.put(once, name, limits).await
    }

    /// The bytes of a file, piece by piece, for who may have them.
    pub async fn read(&self, file: &Readable) -> Result<BoxStream<'static, Result<Bytes, FileError>>, FileError> {
        self.stream(&file.hash).await
    }

    /// The bytes of a file at once, for what was limited to a size that fits.
    pub async fn bytes(&self, file: &Readable) -> Result<Vec<u8>, FileError> {
        let pieces: Vec<Bytes> = self.stream(&file.hash).await?.try_collect().await?;
        Ok(pieces.concat())
    }

    /// A name that nothing else has.
    pub(crate) fn secret(&self) -> String {
        self.chance.secret()
    }

    pub(crate) async fn stream(&self, hash: &Hash) -> Result<BoxStream<'static, Result<Bytes, FileError>>, FileError> {
        let found = match self.objects.get(&hash.path()).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => return Err(FileError::Gone(hash.clone())),
            Err(source) => return Err(doing("read a file")(source)),
        };
        Ok(found.into_stream().map_err(doing("read a file")).boxed())
    }
}

pub(crate) fn doing(doing: &'static str) -> impl Fn(object_store::Error) -> FileError + Copy {
    move |source| FileError::Objects { doing, source }
}
