use std::io::Read;

use app::operations::{Taken, take_mail};

use crate::{Failure, Kind, installation};

/// Take a mail that came in
#[derive(clap::Args)]
#[command(
    before_help = "Examples:\n  tereze mail receive --settings /etc/tereze.toml < message\n",
    after_help = "For a mail server that gives each mail to a program. One that fills a Maildir needs only `mail.maildir` in the\nsettings. Exit code 0: seen to, also if the mail names no case of ours and is left alone; 65: no mail; any other:\nsomething of ours failed, give it to us again later.\n"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Read one mail from the input and put it into the case that its address names
    Receive {
        #[command(flatten)]
        options: installation::Options,
    },
}

/// A mail that is longer is refused; so much is read to know.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    installation::log();
    let What::Receive { options } = &arguments.what;
    let settings = options.settings()?;
    let supplied = installation::supplied(&settings)?;
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes);
    read.map_err(|error| Kind::Failed.because(error))?;
    installation::runtime()?.block_on(async {
        let app = installation::open(&settings, supplied).await?;
        let received = ::mail::receive(&app.letters, &bytes).map_err(|why| Kind::BadData.because(why))?;
        let taken = take_mail(&app, &received, app.clock.now()).await;
        match taken.map_err(|error| Kind::Failed.because(error))? {
            Taken::IntoCase(reference) => println!("it stands in case {reference}"),
            Taken::NoCase => println!("it names no case of ours: nothing was done"),
            Taken::LeftAlone => println!("it came before, or a machine wrote it: nothing was done"),
        }
        Ok(())
    })
}
