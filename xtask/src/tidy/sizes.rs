//! A file is one sitting's reading.

use super::Finding;
use super::tree::Tree;

const PLENTY: usize = 400;
const TOO_MUCH: usize = 600;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts(&[".rs", ".mjs"]) {
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        let message = format!("{lines} lines that are not blank");
        if lines > TOO_MUCH {
            findings.push(Finding::error(path, None, message, format!("split it: no file has more than {TOO_MUCH}")));
        } else if lines > PLENTY {
            let hint = format!("more than {PLENTY}: would a reader rather have two rooms?");
            findings.push(Finding::warning(path, None, message, hint));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    #[test]
    fn a_long_file_is_warned_about_and_a_longer_one_refused() {
        let (fits, long, longer) = ("x\n\n".repeat(400), "x\n\n".repeat(401), "x\n\n".repeat(601));
        let files = [("fits.rs", fits.as_str()), ("long.rs", &long), ("longer.rs", &longer), ("longer.svg", &longer)];
        let expected = "warning: long.rs: 401 lines that are not blank\nerror: longer.rs: 601 lines that are not blank";
        assert_eq!(findings(check, &files), expected);
    }
}
