//! Where the sun stands over a place: what a director of photography asks first.
//!
//! **Invariants.** Pure: position, day and zone are arguments, no clock is read. Directions count from true north,
//! clockwise. Altitudes are of the sun's centre over a flat horizon, without refraction; rising and setting are seen,
//! so that they allow for refraction and for the sun's upper edge. Moments are told to the minute: what the horizon
//! hides matters more than seconds do.

#![expect(clippy::float_arithmetic, reason = "this is astronomy: angles and instants, and no money")]

mod course;
mod daylight;
mod dial;
mod position;
#[cfg(test)]
mod tests;

pub use course::{Row, Step};
pub use daylight::{Course, Daylight, Golden, Moment};
pub use dial::{DialWords, dial};
pub use position::Position;
