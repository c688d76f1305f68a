//! Links between our Markdown pages lead somewhere: to a file, and to a heading in it.
//!
//! Rulebooks are left out: their links are citations, and the rulebook checker reads them.

use super::Finding;
use super::tree::{Tree, folder, numbered};

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts(&[".md"]).filter(|(path, _)| is_ours(path)) {
        for (line, target) in links(text) {
            if let Err(message) = follow(tree, path, target) {
                findings.push(Finding::error(path, line, message, "mend the link or add what it leads to"));
            }
        }
    }
    findings
}

fn is_ours(path: &str) -> bool {
    !path.starts_with("rulebooks/") && !path.contains("/suite/")
}

/// Every `](target)` and `[label]: target` with its line, outside code.
fn links(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut in_code = false;
    for (line, content) in numbered(text) {
        if content.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if in_code {
            continue;
        }
        // Every second piece between backticks is code.
        for prose in content.split('`').step_by(2) {
            let inline = prose.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
            found.extend(inline.map(|(target, _)| (line, target)));
        }
        if let Some((label, target)) = content.split_once("]: ")
            && label.starts_with('[')
        {
            found.push((line, target.trim()));
        }
    }
    found
}

fn follow(tree: &Tree, from: &str, target: &str) -> Result<(), String> {
    if target.contains("://") || target.starts_with("mailto:") {
        return Ok(());
    }
    let (file, anchor) = target.split_once('#').map_or((target, None), |(file, anchor)| (file, Some(anchor)));
    let file = if file.is_empty() { Some(from.to_owned()) } else { join(folder(from), file) };
    let Some(file) = file.filter(|file| tree.has(file)) else {
        return Err(format!("the link leads to `{target}`, which does not exist"));
    };
    let Some((anchor, page)) = anchor.zip(tree.text(&file)) else { return Ok(()) };
    if headings(page).any(|heading| heading == anchor) {
        Ok(())
    } else {
        Err(format!("the link leads to `{target}`, and `{file}` has no such heading"))
    }
}

/// `docs/guide/` and `../a.md` are `docs/a.md`; nothing when the way leads out of the repository.
fn join(folder: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(target.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The anchors of a page's headings as code hosts make them: small letters, hyphens for spaces, no punctuation.
fn headings(page: &str) -> impl Iterator<Item = String> {
    let titles = page.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    titles.map(|title| {
        let kept = title.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
        kept.collect::<String>().to_lowercase().replace(' ', "-")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    #[test]
    fn links_that_lead_somewhere_are_fine() {
        let readme = "See [the guide](docs/guide.md#where-to-go), [here](#top), [docs](docs/) and [far](https://x.org/).\n\
                      # Top\n`[code](nowhere.md)`\n```\n[code](nowhere.md)\n```\n";
        let guide = "[back](../README.md) ![picture](images/a.png)\n## Where to go?\n";
        assert_eq!(findings(check, &[("README.md", readme), ("docs/guide.md", guide), ("docs/images/a.png", "")]), "");
    }

    #[test]
    fn a_missing_file_a_missing_heading_and_a_way_out_are_found() {
        let readme = "[a](a.md)\n[b](#b)\n[c](../c.md)\n[d]: d.md\n";
        let expected = "error: README.md:1: the link leads to `a.md`, which does not exist\n\
                        error: README.md:2: the link leads to `#b`, and `README.md` has no such heading\n\
                        error: README.md:3: the link leads to `../c.md`, which does not exist\n\
                        error: README.md:4: the link leads to `d.md`, which does not exist";
        assert_eq!(findings(check, &[("README.md", readme)]), expected);
    }
}
