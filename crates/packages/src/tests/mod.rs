//! What people do and read, in process, on each database.

mod link;
mod list;
mod office;
mod secrets;
mod site;

use testkit::check_words;

#[test]
fn words_agree_in_three_languages_and_are_all_used() {
    let own = crate::own_words();
    let own = own.first().unwrap();
    let app = web::SliceWords { slice: "app", files: &[("en", "commission-name = x")] };
    let files = web::SliceWords { slice: "files", files: &files::WORDS };
    let mut others = vec![web::own_words(), app, files];
    others.extend(casework::own_words());
    others.extend(places::own_words());
    others.extend(productions::own_words());
    let problems = check_words(own, &others, &["en", "ru", "kk"], env!("CARGO_MANIFEST_DIR"));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
