//! Each crate obeys the workspace: its lints, and no documentation tests, which build slowly and read badly.

use super::Finding;
use super::tree::{Tree, folder};
use toml::Table;

/// A crate of ours, by its folder and its manifest.
pub(super) struct Member {
    pub(super) name: String,
    pub(super) folder: String,
    manifest: Table,
}

impl Member {
    pub(super) fn path(&self) -> String {
        format!("{}Cargo.toml", self.folder)
    }

    /// What stands under `[dependencies]`, ours and others'. What tests need is no edge.
    pub(super) fn dependencies(&self) -> impl Iterator<Item = &str> {
        let table = self.manifest.get("dependencies").and_then(|value| value.as_table());
        table.into_iter().flat_map(|table| table.keys().map(String::as_str))
    }

    fn says(&self, table: &str, key: &str, expected: bool) -> bool {
        self.manifest.get(table).and_then(|value| value.get(key)).and_then(|value| value.as_bool()) == Some(expected)
    }
}

/// The crates under crates/, and the chores; a manifest that does not parse is cargo's to report.
pub(super) fn members(tree: &Tree) -> Vec<Member> {
    let manifests = tree.texts(&["/Cargo.toml"]).filter(|(path, _)| {
        *path == "xtask/Cargo.toml" || (path.starts_with("crates/") && path.matches('/').count() == 2)
    });
    let members = manifests.filter_map(|(path, text)| {
        let manifest: Table = text.parse().ok()?;
        let name = manifest.get("package")?.get("name")?.as_str()?.to_owned();
        Some(Member { name, folder: folder(path).to_owned(), manifest })
    });
    members.collect()
}

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for member in members(tree) {
        let mut complain = |message: String, hint: &str| {
            findings.push(Finding::error(&member.path(), None, message, hint));
        };
        if !member.says("lints", "workspace", true) {
            complain("the workspace's lints are not in force".to_owned(), "add `workspace = true` under `[lints]`");
        }
        if tree.has(&format!("{}src/lib.rs", member.folder)) && !member.says("lib", "doctest", false) {
            complain("documentation tests are on".to_owned(), "add `doctest = false` under `[lib]`");
        }
        if member.folder.starts_with("crates/") && member.folder != format!("crates/{}/", member.name) {
            let message = format!("the crate `{}` does not have its folder's name", member.name);
            complain(message, "one word: folder, crate and screen say the same");
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    #[test]
    fn a_crate_without_lints_or_with_documentation_tests_is_found() {
        let files = [
            ("crates/good/Cargo.toml", "[package]\nname = 'good'\n[lib]\ndoctest = false\n[lints]\nworkspace = true\n"),
            ("crates/good/src/lib.rs", ""),
            ("crates/bad/Cargo.toml", "[package]\nname = 'worse'\n"),
            ("crates/bad/src/lib.rs", ""),
            ("crates/program/Cargo.toml", "[package]\nname = 'program'\n[lints]\nworkspace = true\n"),
            ("crates/program/src/main.rs", ""),
        ];
        let expected = "error: crates/bad/Cargo.toml: the workspace's lints are not in force\n\
                        error: crates/bad/Cargo.toml: documentation tests are on\n\
                        error: crates/bad/Cargo.toml: the crate `worse` does not have its folder's name";
        assert_eq!(findings(check, &files), expected);
    }
}
