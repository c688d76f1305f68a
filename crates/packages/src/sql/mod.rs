//! Every statement of the slice's own tables.

mod packages;
mod places;
mod readers;

pub(crate) use packages::*;
pub(crate) use places::*;
pub(crate) use readers::*;

use store::column::{known, perhaps, text};
