//! Search: text in any script, facets with counts, numbers, boxes and distances. It knows documents, not what they are.
//!
//! **Invariants.** The index holds nothing that cannot be made again from the records; one that is missing, damaged or
//! of another form is begun anew. What is committed is found by the next question. The same documents answer a question
//! in the same order, however and wherever they were put in.

// What is asked and answered, in reading order. Pure.
mod document;
mod question;
mod geo;
mod spelling;
mod kazakh;
mod typed;
// The index.
mod fields;
mod set;
mod lanes;
mod snapshot;
mod matching;
mod answer;
mod index;

#[cfg(test)]
mod tests;

pub use document::{Document, Schema, Weight, Words};
pub use geo::{Area, Position};
pub use index::{Index, Opening, SearchError, Writing};
pub use question::{Choice, Found, Hit, Near, Needs, Question, Range, Sort};
