//! Documents as PDF, made in process from own templates and own fonts.
//!
//! **Invariants.** The same template, data and moment give the same bytes. Nothing is read but what is embedded: no
//! disk, no network, no clock, no font of the machine. What people typed is data, never text of a template.

mod letters;
mod paper;
mod pdf;
#[cfg(test)]
mod tests;

pub use pdf::{DocumentProblem, Picture, Template, illustrated, pdf};
