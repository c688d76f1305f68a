//! What a place is: pure, without a store and without pages.

pub(crate) mod completeness;
pub(crate) mod destination;
pub(crate) mod local;
pub(crate) mod location;
pub(crate) mod position;
pub(crate) mod shown;
