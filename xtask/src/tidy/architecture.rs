//! ARCHITECTURE.md names only what exists, and every crate stands in its table with the edges its manifest has.

use super::Finding;
use super::manifests::{Member, members};
use super::tree::{Tree, numbered};
use std::collections::BTreeSet;

const PAGE: &str = "ARCHITECTURE.md";

/// The table of crates is the one under this row.
const HEADER: [&str; 3] = ["Crate", "Layer", "May use"];

/// A line of the table: a crate, the layer it stands in, and the crates of ours it may use.
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) layer: String,
    pub(super) may_use: BTreeSet<String>,
}

pub(super) fn rows(tree: &Tree) -> Vec<Row> {
    let page = tree.text(PAGE).unwrap_or_default();
    let lines = numbered(page).map(|(line, content)| (line, cells(content)));
    let after_header = lines.skip_while(|(_, cells)| !cells.starts_with(&HEADER)).skip(2);
    let in_table = after_header.take_while(|(_, cells)| !cells.is_empty());
    let rows = in_table.filter_map(|(line, cells)| {
        let [name, layer, may_use, ..] = cells.as_slice() else { return None };
        let may_use = code_words(may_use).map(str::to_owned).collect();
        Some(Row { line, name: name.trim_matches('`').to_owned(), layer: (*layer).to_owned(), may_use })
    });
    rows.collect()
}

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let members = members(tree);
    let rows = rows(tree);
    let mut findings = named_paths(tree);
    for member in &members {
        match rows.iter().find(|row| row.name == member.name) {
            Some(row) => findings.extend(edges(row, member, &members)),
            None => findings.push(Finding::error(
                PAGE,
                None,
                format!("the table of crates does not name `{}`", member.name),
                "add a row: what it is for, its layer, what it may use",
            )),
        }
    }
    let strangers = rows.iter().filter(|row| !members.iter().any(|member| member.name == row.name));
    findings.extend(strangers.map(|row| {
        let message = format!("the table names the crate `{}`, which does not exist", row.name);
        Finding::error(PAGE, row.line, message, "delete the row until the crate is there")
    }));
    findings
}

/// The table and the manifest say the same.
fn edges(row: &Row, member: &Member, members: &[Member]) -> Vec<Finding> {
    let is_ours = |name: &&str| members.iter().any(|member| member.name == *name);
    let uses: BTreeSet<String> = member.dependencies().filter(is_ours).map(str::to_owned).collect();
    let undrawn = uses.difference(&row.may_use).map(|used| {
        let message = format!("`{}` uses `{used}`, which the table does not allow", row.name);
        Finding::error(
            &member.path(),
            None,
            message,
            format!("a new edge is a decision: draw it in {PAGE} and say why"),
        )
    });
    let unused = row.may_use.difference(&uses).map(|allowed| {
        let message = format!("the table lets `{}` use `{allowed}`, which it does not", row.name);
        Finding::error(PAGE, row.line, message, "delete the edge")
    });
    undrawn.chain(unused).collect()
}

/// Every word in backticks that looks like a path leads to a file or folder.
fn named_paths(tree: &Tree) -> Vec<Finding> {
    let page = tree.text(PAGE).unwrap_or_default();
    let words = numbered(page).flat_map(|(line, content)| code_words(content).map(move |word| (line, word)));
    let missing = words.filter(|(_, word)| looks_like_path(word) && !tree.has(word));
    let findings = missing.map(|(line, word)| {
        Finding::error(PAGE, line, format!("`{word}` does not exist"), "name only what is there, from the root")
    });
    findings.collect()
}

/// A path from the root: `crates/kernel/src/money.rs` or `Cargo.toml`, not a route, a type or a command.
fn looks_like_path(word: &str) -> bool {
    let plain = word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '/' | '.' | '-' | '_'));
    let is_page = !word.contains('/') && (word.ends_with(".md") || word.ends_with(".toml"));
    plain && !word.starts_with('/') && (word.contains('/') || is_page)
}

/// What stands between backticks on a line.
fn code_words(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// The cells of a table's row; empty when the line is none.
fn cells(line: &str) -> Vec<&str> {
    let Some(inside) = line.trim().strip_prefix('|').and_then(|rest| rest.strip_suffix('|')) else { return Vec::new() };
    inside.split('|').map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    const KERNEL: (&str, &str) =
        ("crates/kernel/Cargo.toml", "[package]\nname = 'kernel'\n[dependencies]\njiff = '1'\n");
    const COSTS: (&str, &str) = (
        "crates/costs/Cargo.toml",
        "[package]\nname = 'costs'\n[dependencies]\nkernel = '1'\n[dev-dependencies]\ntestkit = '1'\n",
    );

    fn page(rows: &str) -> String {
        format!("# Architecture\n\n| Crate | Layer | May use | For |\n|---|---|---|---|\n{rows}\nThe end.\n")
    }

    #[test]
    fn a_table_that_equals_the_manifests_is_fine() {
        let page = page("| `kernel` | engine | nothing | days |\n| `costs` | engine | `kernel` | ledgers |\n");
        assert_eq!(findings(check, &[(PAGE, &page), KERNEL, COSTS]), "");
    }

    #[test]
    fn an_edge_not_drawn_and_an_edge_not_there_are_found() {
        let page = page("| `kernel` | engine | `costs` | days |\n| `costs` | engine | nothing | ledgers |\n");
        let expected = "error: crates/costs/Cargo.toml: `costs` uses `kernel`, which the table does not allow\n\
                        error: ARCHITECTURE.md:5: the table lets `kernel` use `costs`, which it does not";
        assert_eq!(findings(check, &[(PAGE, &page), KERNEL, COSTS]), expected);
    }

    #[test]
    fn a_crate_without_a_row_and_a_row_without_a_crate_are_found() {
        let page = page("| `kernel` | engine | nothing | days |\n| `permits` | slice | nothing | permits |\n");
        let expected = "error: ARCHITECTURE.md: the table of crates does not name `costs`\n\
                        error: ARCHITECTURE.md:6: the table names the crate `permits`, which does not exist";
        assert_eq!(findings(check, &[(PAGE, &page), KERNEL, COSTS]), expected);
    }

    #[test]
    fn a_path_that_does_not_exist_is_found_and_a_route_is_not_taken_for_one() {
        let page = "See `crates/kernel/Cargo.toml`, `crates/kernel`, `/kk/incentive`, `kernel::Money`, `cargo xtask`.\n\
                    See `crates/ghost/src` and `GHOST.md`.\n";
        let expected = "error: ARCHITECTURE.md:2: `crates/ghost/src` does not exist\n\
                        error: ARCHITECTURE.md:2: `GHOST.md` does not exist\n\
                        error: ARCHITECTURE.md: the table of crates does not name `kernel`";
        assert_eq!(findings(check, &[(PAGE, page), KERNEL]), expected);
    }
}
