use files::Keep;
use jiff::tz::TimeZone;
use store::Store;

/// What the slice's pages work with.
#[derive(Clone)]
pub struct Desk {
    pub places: places::Desk,
    pub productions: productions::Desk,
}

impl Desk {
    pub(crate) fn store(&self) -> &Store {
        &self.places.store
    }

    pub(crate) fn files(&self) -> &Keep {
        &self.places.files
    }

    pub(crate) fn zone(&self) -> &TimeZone {
        &self.places.zone
    }

    pub(crate) fn cases(&self) -> &casework::Desk {
        self.productions.cases()
    }
}
