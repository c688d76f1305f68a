//! The repository as the checks see it: paths, and the text of those that are text.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Files by path from the root, with `/` between folders on every system. Ignored files are not in it.
pub(crate) struct Tree {
    files: BTreeMap<String, Option<String>>,
}

impl Tree {
    /// Everything git tracks or would track, as it stands in the working tree.
    pub(crate) fn read(root: &Path) -> Result<Tree> {
        let listing = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root)
            .output()
            .context("cannot ask git for the files of the repository")?;
        ensure!(listing.status.success(), "git does not know {} as a repository", root.display());
        let listing = String::from_utf8(listing.stdout).context("a file name is not UTF-8")?;
        let mut files = BTreeMap::new();
        for path in listing.split_terminator('\0') {
            // What is deleted but not yet committed is still listed.
            if let Ok(bytes) = std::fs::read(root.join(path)) {
                files.insert(path.to_owned(), String::from_utf8(bytes).ok());
            }
        }
        Ok(Tree { files })
    }

    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Tree {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), Some((*text).to_owned()))).collect();
        Tree { files }
    }

    pub(crate) fn count(&self) -> usize {
        self.files.len()
    }

    /// Whether a file or a folder with something in it stands here.
    pub(crate) fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        self.files.contains_key(path) || self.below(&format!("{path}/")).next().is_some()
    }

    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.as_deref()
    }

    /// The paths that begin with `prefix`.
    pub(crate) fn below(&self, prefix: &str) -> impl Iterator<Item = &str> {
        let from = self.files.range(prefix.to_owned()..);
        from.map(|(path, _)| path.as_str()).take_while(move |path| path.starts_with(prefix))
    }

    /// The text files whose name ends with one of these, with their text.
    pub(crate) fn texts(&self, endings: &[&str]) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(move |(path, text)| {
            let text = text.as_deref()?;
            endings.iter().any(|ending| path.ends_with(ending)).then_some((path.as_str(), text))
        })
    }
}

/// The folder a path stands in, with its closing `/`; empty at the root.
pub(crate) fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |slash| path.split_at(slash + 1).0)
}

/// Lines with their numbers, counted from 1 as an editor does.
pub(crate) fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(index, line)| (index + 1, line))
}
