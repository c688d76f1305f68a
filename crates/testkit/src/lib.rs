//! For tests: a site called in process as a browser would, fresh databases, and checks of words and templates.

mod browser;
mod database;
mod servers;
mod template;
mod words;

pub use browser::{Answer, Browser};
pub use database::{
    fresh_postgres, fresh_postgres_address, fresh_store, on_each_database, postgres_restart, rewrites, scratch_folder,
    slow,
};
pub use servers::{TestBucket, TestMailServer, test_bucket, test_mail_server};
pub use template::{literal_words, visible};
pub use words::{check_words, missing_words};
