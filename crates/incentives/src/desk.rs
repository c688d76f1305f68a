use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use kernel::RateTable;
use rulebook::{Rulebook, Tables, Tested};
use web::Page;

use crate::{Archive, Library, Speaker, home_of};

/// What the slice's pages work with.
#[derive(Clone)]
pub struct Desk(Arc<Inside>);

struct Inside {
    library: Library,
    /// The commission's own scheme.
    own: Arc<Rulebook>,
    rates: RateTable,
    folder: PathBuf,
    sample: Option<Sample>,
    /// What the tests of each rulebook came to; they are run when somebody first reads them.
    tested: BTreeMap<String, OnceLock<Vec<Tested>>>,
}

/// A budget to try the calculator with.
#[derive(Clone)]
pub struct Sample {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Desk {
    /// Nothing if the library has no rulebook of that id. `folder` is where estimates and drafts are kept.
    pub fn new(library: Library, own: &str, rates: RateTable, folder: PathBuf, sample: Option<Sample>) -> Option<Self> {
        let own = Arc::clone(library.get(own)?);
        let tested = library.ids().map(|id| (id.to_owned(), OnceLock::new())).collect();
        Some(Self(Arc::new(Inside { library, own, rates, folder, sample, tested })))
    }

    pub fn library(&self) -> &Library {
        &self.0.library
    }

    pub fn own(&self) -> &Rulebook {
        &self.0.own
    }

    /// By id; the commission's own where none is named.
    pub fn book(&self, id: &str) -> Option<&Rulebook> {
        if id.is_empty() { Some(self.own()) } else { self.library().get(id).map(Arc::as_ref) }
    }

    /// What the tests of a rulebook of the library came to.
    pub(crate) fn tested(&self, book: &Rulebook) -> &[Tested] {
        self.0.tested.get(&book.id).map_or(&[], |tested| tested.get_or_init(|| book.run_tests()))
    }

    /// The tables of rates a rulebook asks for: those into the currency of the commission's rates.
    pub fn tables(&self, book: &Rulebook) -> Tables {
        let fitting = book.tables.iter().filter(|table| table.to == self.0.rates.to());
        fitting.map(|table| (table.name.clone(), self.0.rates.clone())).collect()
    }

    pub fn rates(&self) -> &RateTable {
        &self.0.rates
    }

    /// The currencies an amount may be in: the commission's own first, then those with a rate.
    pub(crate) fn currencies(&self) -> Vec<String> {
        let own = std::iter::once(self.0.rates.to());
        own.chain(self.0.rates.currencies()).map(|currency| currency.code().to_owned()).collect()
    }

    /// The country that "here" means in a budget for this scheme.
    pub fn home(&self, book: &Rulebook) -> String {
        home_of(book)
    }

    pub fn archive(&self) -> Archive {
        Archive::new(self.0.folder.clone())
    }

    /// Where uploads stay while somebody looks at the mapping.
    pub(crate) fn drafts(&self) -> PathBuf {
        self.0.folder.join("drafts")
    }

    pub fn sample(&self) -> Option<&Sample> {
        self.0.sample.as_ref()
    }
}

/// The reader of a page.
pub(crate) fn speaker(page: &Page) -> Speaker<'_> {
    Speaker { language: page.language(), words: page.site().words(), locale: page.locale() }
}
