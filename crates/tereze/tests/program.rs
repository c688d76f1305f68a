//! The program as somebody starts it.

#![cfg(test)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

fn tereze(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tereze"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str]) -> Output {
    tereze(arguments).output().unwrap()
}

/// A demo that ends with the test.
struct Demo {
    child: Child,
    /// Kept open: a program does not like to speak to nobody.
    _said: BufReader<ChildStdout>,
    address: String,
}

impl Demo {
    fn start() -> Self {
        let mut child = tereze(&["demo", "--listen", "127.0.0.1:0"]).spawn().unwrap();
        let mut line = String::new();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        said.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("Tereze listens on http://").unwrap().trim_end_matches('/').to_owned();
        Self { child, _said: said, address }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[test]
fn the_demo_says_where_it_listens_and_shows_its_front_page() {
    let demo = Demo::start();
    let answer = demo.get("/kk/");
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("/kk/locations/"), "{answer}");
}

#[test]
fn a_taken_port_is_said_with_another_one() {
    let demo = Demo::start();
    let second = run(&["demo", "--listen", &demo.address]);
    let said = String::from_utf8(second.stderr).unwrap();
    assert_eq!(second.status.code(), Some(69));
    assert!(said.contains("another program uses this port") && said.contains("--listen 127.0.0.1:"), "{said}");
}

#[test]
fn a_profile_that_is_not_there_is_bad_data() {
    let output = run(&["serve", "--profile", "no-such-folder"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(65));
    assert!(said.contains("cannot use the profile in no-such-folder: the profile has no `profile.toml`"), "{said}");
}

#[test]
fn help_begins_with_examples_and_ends_with_exit_codes() {
    let help = String::from_utf8(run(&["--help"]).stdout).unwrap();
    assert!(help.starts_with("Examples:"), "{help}");
    assert!(help.trim_end().ends_with("such as a port that is taken"), "{help}");
    assert_eq!(run(&["--no-such-option"]).status.code(), Some(2));
}
