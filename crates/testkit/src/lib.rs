//! For tests: a site called in process as a browser would, and checks of words and templates.

mod browser;
mod template;
mod words;

pub use browser::{Answer, Browser};
pub use template::{literal_words, visible};
pub use words::{check_words, missing_words};
