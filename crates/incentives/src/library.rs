use std::collections::BTreeMap;
use std::sync::Arc;

use rulebook::{Diagnostic, Rulebook};

/// The checked rulebooks of an installation, by id.
#[derive(Debug, Clone, Default)]
pub struct Library {
    books: BTreeMap<String, Arc<Rulebook>>,
}

#[derive(Debug, thiserror::Error)]
pub enum LibraryProblem {
    #[error("{path} is not a sound rulebook")]
    Unsound { path: String, text: String, diagnostics: Vec<Diagnostic> },
    #[error("{path} says it is `{found}`; by its place it should be `{wanted}`")]
    WrongId { path: String, found: String, wanted: String },
}

impl Library {
    /// From files: path below the folder of rulebooks (`kz/cinema-subsidy.law.md`) and text.
    pub fn read<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Result<Self, LibraryProblem> {
        let mut books = BTreeMap::new();
        for (path, text) in files {
            let (book, diagnostics) = rulebook::check(text);
            let Some(book) = book else {
                return Err(LibraryProblem::Unsound { path: path.to_owned(), text: text.to_owned(), diagnostics });
            };
            let wanted = path.trim_end_matches(".law.md");
            if book.id != wanted {
                let (path, found) = (path.to_owned(), book.id);
                return Err(LibraryProblem::WrongId { path, found, wanted: wanted.to_owned() });
            }
            books.insert(book.id.clone(), Arc::new(book));
        }
        Ok(Self { books })
    }

    pub fn get(&self, id: &str) -> Option<&Arc<Rulebook>> {
        self.books.get(id)
    }

    pub fn books(&self) -> impl Iterator<Item = &Arc<Rulebook>> {
        self.books.values()
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.books.keys().map(String::as_str)
    }
}
