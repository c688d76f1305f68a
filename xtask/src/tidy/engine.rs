//! The engine is pure: the same rulebook, facts and ledger give the same award for ever, on every surface.
//!
//! Which crates are the engine, ARCHITECTURE.md says. They name no runtime, no server, no database, and reach neither
//! disk nor network. Their tests may.

use super::Finding;
use super::architecture;
use super::manifests::members;
use super::tree::{Tree, numbered};

const IMPURE_CRATES: &[&str] = &["axum", "hyper", "rand", "reqwest", "rusqlite", "sqlx", "tokio", "tower-http", "ureq"];
const IMPURE_MODULES: &[&str] = &["env", "fs", "net", "process"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let rows = architecture::rows(tree);
    let engine: Vec<&str> = rows.iter().filter(|row| row.layer == "engine").map(|row| row.name.as_str()).collect();
    let mut findings = Vec::new();
    for member in members(tree).iter().filter(|member| engine.contains(&member.name.as_str())) {
        for used in member.dependencies().filter(|used| IMPURE_CRATES.contains(used)) {
            let message = format!("the engine crate `{}` depends on `{used}`", member.name);
            findings.push(Finding::error(&member.path(), None, message, "take bytes and values as arguments instead"));
        }
        for path in tree.below(&format!("{}src/", member.folder)).filter(|path| !is_test(path)) {
            let text = tree.text(path).unwrap_or_default();
            for (line, module) in impure_modules(text) {
                let message = format!("the engine reaches out through `std::{module}`");
                findings.push(Finding::error(path, line, message, "take bytes and values as arguments instead"));
            }
        }
    }
    findings
}

fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// Where `std::fs` or the like is named, alone or in a `use std::{…}`, above the file's own tests.
fn impure_modules(text: &str) -> Vec<(usize, &'static str)> {
    let code = numbered(text).take_while(|(_, content)| content.trim() != "#[cfg(test)]");
    let code = code.filter(|(_, content)| !content.trim_start().starts_with("//"));
    let mut found = Vec::new();
    for (line, content) in code {
        let list = content.trim_start().strip_prefix("use std::{").unwrap_or_default();
        let listed: Vec<&str> = list.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
        for module in IMPURE_MODULES {
            if content.contains(&format!("std::{module}")) || listed.contains(module) {
                found.push((line, *module));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    const PAGE: (&str, &str) = (
        "ARCHITECTURE.md",
        "| Crate | Layer | May use |\n|---|---|---|\n| `costs` | engine | nothing |\n| `web` | platform | nothing |\n",
    );

    #[test]
    fn an_engine_crate_that_reaches_out_is_found() {
        let files = [
            PAGE,
            ("crates/costs/Cargo.toml", "[package]\nname = 'costs'\n[dependencies]\ntokio = '1'\n"),
            ("crates/costs/src/lib.rs", "// std::fs is not for us\nlet text = std::fs::read(path);\n"),
            ("crates/costs/src/read.rs", "use std::{collections::BTreeMap, net};\n"),
        ];
        let expected = "error: crates/costs/Cargo.toml: the engine crate `costs` depends on `tokio`\n\
                        error: crates/costs/src/lib.rs:2: the engine reaches out through `std::fs`\n\
                        error: crates/costs/src/read.rs:1: the engine reaches out through `std::net`";
        assert_eq!(findings(check, &files), expected);
    }

    #[test]
    fn its_tests_and_the_other_layers_may_reach_out() {
        let files = [
            PAGE,
            ("crates/costs/Cargo.toml", "[package]\nname = 'costs'\n[dev-dependencies]\ntokio = '1'\n"),
            ("crates/costs/src/lib.rs", "fn pure() {}\n#[cfg(test)]\nmod tests { use std::fs; }\n"),
            ("crates/costs/src/read/tests.rs", "use std::fs;\n"),
            ("crates/web/Cargo.toml", "[package]\nname = 'web'\n[dependencies]\ntokio = '1'\n"),
            ("crates/web/src/lib.rs", "use std::fs;\n"),
        ];
        assert_eq!(findings(check, &files), "");
    }
}
