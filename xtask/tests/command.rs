//! The chores as somebody calls them. That cargo builds the program for these tests spares `./test` a second build.

#![cfg(test)]

use std::process::{Command, Output};

fn xtask(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(words).output().unwrap()
}

#[test]
fn without_a_name_the_chores_are_listed() {
    let output = xtask(&[]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    for chore in ["tidy", "gen", "bench", "ci"] {
        assert!(text.contains(&format!("\n  {chore} ")), "{chore} is listed in:\n{text}");
    }
}

#[test]
fn a_chore_that_does_not_exist_is_refused_by_name() {
    let output = xtask(&["gen", "fairy-tale"]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(text, "error: `cargo xtask gen` knows no `fairy-tale`; without a name it lists what it knows\n");
}
