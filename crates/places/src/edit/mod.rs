//! What the office does to a place.

/// `charyn-canyon`: small letters, digits and hyphens. The words of addresses beside places are taken.
pub(crate) fn is_slug(text: &str) -> bool {
    let is_letter = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
    let is_whole = !text.is_empty() && text.len() <= 80 && !text.starts_with('-') && !text.ends_with('-');
    is_whole && text.bytes().all(is_letter) && !["new", "import"].contains(&text)
}
