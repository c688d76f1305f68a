use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tantivy::directory::MmapDirectory;
use tantivy::directory::error::LockError;
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, TantivyError, Term};

use crate::answer;
use crate::fields::Fields;
use crate::snapshot::Snapshot;
use crate::spelling::Speller;
use crate::{Document, Found, Question, Schema};

/// Documents as they are found. Any number of threads may ask while one writes.
pub struct Index {
    fields: Fields,
    form: String,
    reader: IndexReader,
    writer: Mutex<Writer>,
    shown: RwLock<Arc<Snapshot>>,
}

/// In which state an index was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Everything up to this mark is in it.
    Kept {
        mark: i64,
    },
    Missing,
    /// Of an older program or another form.
    Outdated,
    Damaged,
    /// Another process writes there: this index is in memory, and as empty as a missing one.
    Busy,
}

#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    #[error("cannot make the folder of the search index `{0}`")]
    Folder(String, #[source] std::io::Error),
    #[error("the search index cannot be {0}")]
    Index(&'static str, #[source] TantivyError),
}

/// Changes on their way into the index; without a commit none of them happened.
pub struct Writing<'a> {
    index: &'a Index,
    writer: MutexGuard<'a, Writer>,
    is_committed: bool,
}

struct Writer {
    tantivy: IndexWriter,
    speller: Speller,
}

/// Kept beside the documents, in one commit with them.
#[derive(Serialize, Deserialize)]
struct Payload {
    form: String,
    mark: i64,
}

/// Raised when this crate lays documents out in another way.
const LAYOUT: u32 = 2;
const WRITER_ON_DISK: usize = 64_000_000;
const WRITER_IN_MEMORY: usize = 16_000_000;

impl Index {
    pub fn in_memory(schema: &Schema) -> Result<Self, SearchError> {
        let fields = Fields::of(schema);
        let tantivy = tantivy::Index::create_in_ram(fields.tantivy.clone());
        Self::over(&tantivy, fields, form(schema), 0, WRITER_IN_MEMORY)
    }

    /// What does not fit any more is thrown away: the caller fills an index that was not kept.
    pub fn open(folder: &Path, schema: &Schema) -> Result<(Self, Opening), SearchError> {
        let (fields, form) = (Fields::of(schema), form(schema));
        let was = match existing(folder, &form) {
            Existing::Fits(tantivy, mark) => {
                match Self::over(&tantivy, fields.clone(), form.clone(), mark, WRITER_ON_DISK) {
                    Ok(index) => return Ok((index, Opening::Kept { mark })),
                    Err(error) if is_busy(&error) => return Ok((Self::in_memory(schema)?, Opening::Busy)),
                    Err(_) => Opening::Damaged,
                }
            }
            Existing::Not(was) => was,
        };
        if folder.exists() {
            // Whoever still writes there keeps it.
            if is_locked(folder, &fields) {
                return Ok((Self::in_memory(schema)?, Opening::Busy));
            }
            std::fs::remove_dir_all(folder).map_err(|error| SearchError::Folder(shown(folder), error))?;
        }
        std::fs::create_dir_all(folder).map_err(|error| SearchError::Folder(shown(folder), error))?;
        let tantivy = tantivy::Index::create_in_dir(folder, fields.tantivy.clone())
            .map_err(|error| SearchError::Index("made", error))?;
        match Self::over(&tantivy, fields, form, 0, WRITER_ON_DISK) {
            Err(error) if is_busy(&error) => Ok((Self::in_memory(schema)?, Opening::Busy)),
            opened => Ok((opened?, was)),
        }
    }

    pub fn ask(&self, question: &Question) -> Result<Found, SearchError> {
        answer::answer(&self.shown(), &self.fields, question).map_err(|error| SearchError::Index("read", error))
    }

    pub fn documents(&self) -> usize {
        self.shown().documents
    }

    /// Of the last commit.
    pub fn mark(&self) -> i64 {
        self.shown().mark
    }

    /// Waits until nobody else writes.
    pub fn begin(&self) -> Writing<'_> {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        Writing { index: self, writer, is_committed: false }
    }

    fn over(
        tantivy: &tantivy::Index,
        fields: Fields,
        form: String,
        mark: i64,
        memory: usize,
    ) -> Result<Self, SearchError> {
        let opened = |error| SearchError::Index("opened", error);
        let writer = tantivy.writer_with_num_threads(1, memory).map_err(opened)?;
        let reader = tantivy.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(opened)?;
        let snapshot = Snapshot::of(reader.searcher().segment_readers(), &fields, mark, None).map_err(opened)?;
        Ok(Self {
            fields,
            form,
            reader,
            writer: Mutex::new(Writer { tantivy: writer, speller: Speller::new() }),
            shown: RwLock::new(Arc::new(snapshot)),
        })
    }

    fn shown(&self) -> Arc<Snapshot> {
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn show(&self, mark: i64) -> tantivy::Result<()> {
        self.reader.reload()?;
        let readers = self.reader.searcher();
        let next = Snapshot::of(readers.segment_readers(), &self.fields, mark, Some(&self.shown()))?;
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(next);
        Ok(())
    }
}

impl Writing<'_> {
    pub fn put(&mut self, document: &Document) -> Result<(), SearchError> {
        self.remove(&document.id);
        let Writer { tantivy, speller } = &mut *self.writer;
        let row = self.index.fields.document(speller, document);
        tantivy.add_document(row).map_err(|error| SearchError::Index("written", error))?;
        Ok(())
    }

    pub fn remove(&mut self, id: &str) {
        self.writer.tantivy.delete_term(Term::from_field_text(self.index.fields.id, id));
    }

    pub fn remove_all(&mut self) -> Result<(), SearchError> {
        self.writer.tantivy.delete_all_documents().map_err(|error| SearchError::Index("emptied", error))?;
        Ok(())
    }

    /// From here on questions see what was put and removed. The mark says how far the records were followed.
    pub fn commit(mut self, mark: i64) -> Result<(), SearchError> {
        let failed = |error| SearchError::Index("written", error);
        let payload = Payload { form: self.index.form.clone(), mark };
        let payload = serde_json::to_string(&payload).expect("a text and a number can be written");
        let mut prepared = self.writer.tantivy.prepare_commit().map_err(failed)?;
        prepared.set_payload(&payload);
        prepared.commit().map_err(failed)?;
        self.is_committed = true;
        self.index.show(mark).map_err(failed)
    }
}

impl Drop for Writing<'_> {
    fn drop(&mut self) {
        if !self.is_committed {
            // A writer that cannot take back is broken, and says so at the next commit.
            drop(self.writer.tantivy.rollback());
        }
    }
}

enum Existing {
    Fits(tantivy::Index, i64),
    Not(Opening),
}

fn existing(folder: &Path, form: &str) -> Existing {
    if !folder.join("meta.json").exists() {
        return Existing::Not(Opening::Missing);
    }
    let Ok(tantivy) = tantivy::Index::open_in_dir(folder) else { return Existing::Not(Opening::Damaged) };
    let Ok(metas) = tantivy.load_metas() else { return Existing::Not(Opening::Damaged) };
    let payload = metas.payload.as_deref().and_then(|payload| serde_json::from_str::<Payload>(payload).ok());
    let Some(payload) = payload else { return Existing::Not(Opening::Missing) };
    if payload.form != form {
        return Existing::Not(Opening::Outdated);
    }
    match tantivy.validate_checksum() {
        Ok(damaged) if damaged.is_empty() => Existing::Fits(tantivy, payload.mark),
        Ok(_) | Err(_) => Existing::Not(Opening::Damaged),
    }
}

fn is_locked(folder: &Path, fields: &Fields) -> bool {
    let Ok(directory) = MmapDirectory::open(folder) else { return false };
    let Ok(tantivy) = tantivy::Index::open_or_create(directory, fields.tantivy.clone()) else { return false };
    let writer: Result<IndexWriter, TantivyError> = tantivy.writer_with_num_threads(1, WRITER_IN_MEMORY);
    matches!(writer, Err(TantivyError::LockFailure(LockError::LockBusy, _)))
}

fn is_busy(error: &SearchError) -> bool {
    matches!(error, SearchError::Index(_, TantivyError::LockFailure(LockError::LockBusy, _)))
}

/// The same for indexes that the same program would make.
fn form(schema: &Schema) -> String {
    let said = format!("{LAYOUT} {} {} {:?}", tantivy::version_string(), schema.version, schema.numbers);
    Sha256::digest(said).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn shown(folder: &Path) -> String {
    folder.display().to_string()
}
