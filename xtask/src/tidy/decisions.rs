//! A decision nobody can find was not recorded.

use super::Finding;
use super::tree::Tree;

const FOLDER: &str = "docs/decisions/";
const INDEX: &str = "docs/decisions/README.md";

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let index = tree.text(INDEX).unwrap_or_default();
    let records = tree.below(FOLDER).filter(|path| *path != INDEX);
    let unlinked = records.filter(|path| !index.contains(&format!("({})", path.trim_start_matches(FOLDER))));
    unlinked
        .map(|path| Finding::error(path, None, "no link leads here".to_owned(), format!("add a line to {INDEX}")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    #[test]
    fn a_record_without_a_link_in_the_index_is_found() {
        let files = [
            (INDEX, "- [1](0001-days.md)\n"),
            ("docs/decisions/0001-days.md", "# Days"),
            ("docs/decisions/0002-money.md", "# Money"),
        ];
        assert_eq!(findings(check, &files), "error: docs/decisions/0002-money.md: no link leads here");
    }
}
