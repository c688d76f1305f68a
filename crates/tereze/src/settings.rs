use crate::Failure;

/// Print every setting with its default
#[derive(clap::Args)]
#[command(before_help = "Examples:\n  tereze settings\n")]
pub(crate) struct Arguments {}

pub(crate) fn run(_: &Arguments) -> Result<(), Failure> {
    print!("{}", app::settings::reference());
    Ok(())
}
