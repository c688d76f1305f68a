//! Every statement of the slice's own tables.

mod drafts;
mod estimates;
mod lists;
mod places;
mod productions;
mod scripts;
mod teams;

pub(crate) use drafts::*;
pub(crate) use estimates::*;
pub(crate) use lists::*;
pub(crate) use places::*;
pub(crate) use productions::*;
pub(crate) use scripts::*;
pub(crate) use teams::*;

use store::column::{known, perhaps, text, unreadable};
