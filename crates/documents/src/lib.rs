//! Documents as PDF, made in process from own templates and own fonts.
//!
//! **Invariants.** The same template, data and moment give the same bytes. Nothing is read but what is embedded: no
//! disk, no network, no clock, no font of the machine. What people typed is data, never text of a template.

mod letters;
mod paper;
mod pdf;
mod stamp;
#[cfg(test)]
mod tests;

pub use pdf::{DocumentProblem, Picture, Template, illustrated, pdf};
pub use stamp::{pages_of, stamped};
