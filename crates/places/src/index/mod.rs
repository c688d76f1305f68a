//! The index of what the public may see, which follows the records.

mod card;
mod document;

use std::path::PathBuf;
use std::sync::Arc;

use kernel::Language;
use search::{Index, Opening, Question, SearchError};
use store::{Store, StoreError};
use tokio::sync::{Mutex, OnceCell};
use web::Words;

pub use card::{Card, Picture};
pub(crate) use document::numbers;

use crate::record::location::{Location, State};
use crate::record::shown::shown;
use crate::{Viewer, find, photos_for, sql};
use document::Writer;

/// Listed places, to be found by words, facets and position. Nothing in it is for the office only.
pub struct Catalogue {
    store: Store,
    folder: Option<PathBuf>,
    writer: Writer,
    index: OnceCell<Arc<Index>>,
    following: Mutex<()>,
}

/// What a question finds.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// All, not only those on this page.
    pub total: usize,
    pub cards: Vec<Card>,
    /// Facet to value to how many.
    pub counts: std::collections::BTreeMap<String, std::collections::BTreeMap<String, usize>>,
    /// Words that are nowhere.
    pub unknown: Vec<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Search(#[from] SearchError),
    #[error("what is written into the search index broke off")]
    Broken(#[from] tokio::task::JoinError),
}

/// So many changes go into the index at once.
const AT_ONCE: i64 = 2_000;

impl Catalogue {
    /// Kept in a folder of this machine, beside the data; made when somebody asks first.
    pub fn in_folder(store: Store, folder: PathBuf) -> Self {
        Self::new(store, Some(folder))
    }

    pub fn in_memory(store: Store) -> Self {
        Self::new(store, None)
    }

    fn new(store: Store, folder: Option<PathBuf>) -> Self {
        Self { store, folder, writer: Writer::new(), index: OnceCell::new(), following: Mutex::new(()) }
    }

    /// Asks, after having caught up with every change that was committed before.
    pub async fn ask(&self, question: &Question) -> Result<Found, CatalogueError> {
        let index = self.followed().await?;
        let found = index.ask(question)?;
        let cards = found.hits.into_iter().filter_map(|hit| Card::read(&hit.kept, hit.metres));
        Ok(Found { total: found.total, cards: cards.collect(), counts: found.counts, unknown: found.unknown })
    }

    /// How many places can be found, and up to which change.
    pub async fn state(&self) -> Result<(usize, i64), CatalogueError> {
        let index = self.followed().await?;
        Ok((index.documents(), index.mark()))
    }

    async fn followed(&self) -> Result<Arc<Index>, CatalogueError> {
        let index = self.index().await?;
        let last = sql::index::find_last_revision(&self.store).await?;
        if index.mark() == last {
            return Ok(index);
        }
        let _following = self.following.lock().await;
        // Older records than the index: a backup was restored.
        if index.mark() == 0 || index.mark() > last {
            self.fill(&index, last).await?;
        }
        while index.mark() < last {
            let changed = find::changed_since(&self.store, index.mark(), AT_ONCE).await?;
            let Some(mark) = changed.last().map(|last| last.revision) else { break };
            self.put(&index, &changed, mark).await?;
        }
        Ok(index)
    }

    async fn index(&self) -> Result<Arc<Index>, CatalogueError> {
        let opened = self.index.get_or_try_init(|| async {
            let schema = document::schema();
            let Some(folder) = self.folder.clone() else { return Ok(Arc::new(Index::in_memory(&schema)?)) };
            let shown = folder.display().to_string();
            let (index, opening) = tokio::task::spawn_blocking(move || Index::open(&folder, &schema)).await??;
            match opening {
                Opening::Kept { .. } => {}
                Opening::Missing => tracing::info!(folder = shown, "the search index is made"),
                Opening::Outdated => {
                    tracing::info!(folder = shown, "the search index is of another version: made anew")
                }
                Opening::Damaged => tracing::warn!(folder = shown, "the search index is damaged: made anew"),
                Opening::Busy => {
                    tracing::info!(
                        folder = shown,
                        "the search index is another process's: this one keeps its own in memory"
                    );
                }
            }
            Ok(Arc::new(index))
        });
        opened.await.cloned()
    }

    /// From all records, in their own order: much quicker than in that of their changes.
    async fn fill(&self, index: &Arc<Index>, last: i64) -> Result<(), CatalogueError> {
        self.empty(index).await?;
        let mut after = String::new();
        loop {
            let some = sql::locations::list_after(&self.store, &after, Some(State::Published), AT_ONCE).await?;
            // Whatever breaks off before the end begins anew.
            let mark = if some.is_empty() { last } else { 0 };
            self.put(index, &some, mark).await?;
            match some.last() {
                Some(last) => after = last.id.to_string(),
                None => return Ok(()),
            }
        }
    }

    async fn put(&self, index: &Arc<Index>, changed: &[Location], mark: i64) -> Result<(), CatalogueError> {
        let regions = find::list_destinations(&self.store).await?;
        let mut documents = Vec::new();
        let mut removed = Vec::new();
        for location in changed {
            if !location.is_listed() {
                removed.push(location.id.to_string());
                continue;
            }
            let covers = photos_for(&self.store, location.id, Viewer::Anybody).await?;
            documents.push(self.writer.document(&shown(location, Viewer::Anybody), &regions, covers.first()));
        }
        let index = Arc::clone(index);
        let written = tokio::task::spawn_blocking(move || {
            let mut writing = index.begin();
            removed.iter().for_each(|id| writing.remove(id));
            documents.iter().try_for_each(|document| writing.put(document))?;
            writing.commit(mark)
        });
        written.await?.map_err(CatalogueError::from)
    }

    async fn empty(&self, index: &Arc<Index>) -> Result<(), CatalogueError> {
        let index = Arc::clone(index);
        let emptied = tokio::task::spawn_blocking(move || {
            let mut writing = index.begin();
            writing.remove_all()?;
            writing.commit(0)
        });
        emptied.await?.map_err(CatalogueError::from)
    }
}

/// The languages in which places are found.
pub(crate) fn spoken() -> impl Iterator<Item = Language> {
    ["kk", "ru", "en"].into_iter().filter_map(|tag| tag.parse().ok())
}

fn gathered() -> Words {
    let sources: Vec<_> = crate::own_words().iter().flat_map(web::SliceWords::sources).collect();
    let mut languages: Vec<Language> = sources.iter().map(|source| source.language).collect();
    languages.sort();
    languages.dedup();
    let languages: Vec<(Language, &str)> = languages.iter().map(|language| (*language, language.tag())).collect();
    Words::gather(&languages, &sources).expect("the words of this slice are read in every test")
}
