//! The archive that scouts hand over: a folder for each place with its pictures, what is known of it, who made the
//! pictures, and maps of all of them.

mod name;
mod points;
mod stream;
mod texts;

pub(crate) use name::{folder, picture_name};
pub(crate) use points::{geojson, kml};
pub(crate) use stream::{Entry, body};
pub(crate) use texts::{credits, facts};
