//! The program: one file per command. Only here does Tereze speak to a terminal.

#![expect(clippy::print_stdout, reason = "a program answers on the terminal")]

mod audit;
mod backup;
mod demo;
mod doctor;
mod estimate;
mod exit;
mod installation;
mod listen;
mod mail;
mod move_store;
mod question;
mod restore;
mod rulebook;
mod serve;
mod settings;
mod shipped;
mod upgrade;
mod voice;
mod work;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use exit::{Failure, Kind};

const EXAMPLES: &str = "\
Examples:
  tereze estimate budget.xlsx --rulebook kz/cinema-subsidy --on 2025-12-25
  tereze rulebook test rulebooks/
  tereze demo                                  look at it: pages with a sample country, nothing is kept
  tereze serve --profile profiles/kazakhstan   run it for a commission

";

const EXIT_CODES: &str = "\
Exit codes:
  0   done
  1   failed
  2   the command line is wrong
  65  a file or value given to us is wrong
  69  a service is not available, such as a port that is taken
";

#[derive(Parser)]
#[command(name = "tereze", version, about = "The single window for filming in a country", before_help = EXAMPLES, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Audit(audit::Arguments),
    Backup(backup::Arguments),
    Demo(demo::Arguments),
    Doctor(doctor::Arguments),
    Estimate(Box<estimate::Arguments>),
    Mail(mail::Arguments),
    MoveStore(move_store::Arguments),
    Restore(restore::Arguments),
    Rulebook(rulebook::Arguments),
    Serve(serve::Arguments),
    Settings(settings::Arguments),
    Upgrade(upgrade::Arguments),
    Work(work::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Audit(arguments) => audit::run(&arguments),
        Command::Backup(arguments) => backup::run(&arguments),
        Command::Demo(arguments) => demo::run(&arguments),
        Command::Doctor(arguments) => doctor::run(&arguments),
        Command::Estimate(arguments) => estimate::run(&arguments),
        Command::Mail(arguments) => mail::run(&arguments),
        Command::MoveStore(arguments) => move_store::run(&arguments),
        Command::Restore(arguments) => restore::run(&arguments),
        Command::Rulebook(arguments) => rulebook::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Settings(arguments) => settings::run(&arguments),
        Command::Upgrade(arguments) => upgrade::run(&arguments),
        Command::Work(arguments) => work::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            failure.kind.code()
        }
    }
}
