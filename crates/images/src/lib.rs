//! Photographs: bytes in, values out. What a file is, why it is not taken, what its camera and its author wrote into it,
//! smaller copies of it for pages, and how alike two of them look.
//!
//! 1. [`inspect`] knows a photograph by its content and refuses, before a pixel is decoded, what is too large, cut off,
//!    animated, meant for print or no photograph.
//! 2. [`Original::open`] decodes, turns it upright and gives its [`Look`] and its [`Copy`]s.
//! 3. [`facts`] and [`Rights::of`] read EXIF, IPTC and XMP; [`label`] writes rights into a copy.
//!
//! **Invariants.** A copy carries nothing that [`label`] did not write: no position, no serial number. No copy is larger
//! than its original. No bytes make anything here panic.

mod refusal;
mod header;
mod jpeg;
mod png;
mod riff;
mod original;
mod copies;
mod look;
mod facts;
mod rights;
mod iptc;
mod xmp;
mod label;

pub use copies::{Copy, Encoding, WIDTHS, size_of_copy, widths};
pub use facts::{Bearing, Facts, North, facts};
pub use header::{Format, Header, MOST_PIXELS, inspect};
pub use label::label;
pub use look::{Fingerprint, Look, Tone, bands};
pub use original::Original;
pub use refusal::{Refusal, Stranger};
pub use rights::Rights;

#[cfg(test)]
mod tests;
