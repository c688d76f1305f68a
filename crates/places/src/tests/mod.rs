//! What people do and read, on each database.

mod confirm;
mod content;
mod finding;
mod import;
mod map;
mod office;
mod photos;
mod public;
mod site;

use testkit::check_words;

#[test]
fn words_agree_in_three_languages_and_are_all_used() {
    let own = crate::own_words();
    let mut problems = Vec::new();
    for (at, slice) in own.iter().enumerate() {
        let others = own.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, slice)| *slice);
        let others: Vec<_> = others.chain([web::own_words(), site::commission()]).chain(people::own_words()).collect();
        problems.extend(check_words(slice, &others, &["en", "ru", "kk"], env!("CARGO_MANIFEST_DIR")));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
