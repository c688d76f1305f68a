use std::path::{Path, PathBuf};

use app::operations::{Records, export_chain, say_break};
use app::settings::Settings;
use store::{Chance, Store, Verdict};

use crate::backup::failed;
use crate::{Failure, Kind, installation};

/// Prove that nothing was changed of what was done
#[derive(clap::Args)]
#[command(
    before_help = "Examples:\n  tereze audit verify --settings /etc/tereze.toml\n  tereze audit checkpoint --data /var/lib/tereze\n  tereze audit export audit.jsonl\n"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

const BY_HAND: &str = "\
Each line is an entry. `line` is the text whose SHA-256 is `hash`, and `previous` is the hash of the entry before.
To check all of it without this program, with bash, jq and sha256sum:

  before=0000000000000000000000000000000000000000000000000000000000000000
  while IFS= read -r entry; do
    hash=$(jq -j .line <<<\"$entry\" | sha256sum | cut -c1-64)
    [ \"$hash\" = \"$(jq -r .hash <<<\"$entry\")\" ] && [ \"$before\" = \"$(jq -r .previous <<<\"$entry\")\" ] ||
      echo \"wrong: $(jq .position <<<\"$entry\")\"
    before=$hash
  done < audit.jsonl
  echo \"$before\"    # the last hash: compare it with a checkpoint that was noted elsewhere
";

#[derive(clap::Subcommand)]
enum What {
    /// Read the whole chain and work every hash out again
    Verify {
        #[command(flatten)]
        options: installation::Options,
    },
    /// Print the last entry's number and hash, to be kept elsewhere: on paper, in a letter
    Checkpoint {
        #[command(flatten)]
        options: installation::Options,
    },
    /// Write every entry into a file that anyone can check
    #[command(after_help = BY_HAND)]
    Export {
        /// The file, one JSON object a line
        file: PathBuf,
        #[command(flatten)]
        options: installation::Options,
    },
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    installation::quiet_log();
    let (What::Verify { options } | What::Checkpoint { options } | What::Export { options, .. }) = &arguments.what;
    let settings = options.settings()?;
    installation::runtime()?.block_on(async {
        let store = open(&settings).await?;
        match &arguments.what {
            What::Verify { .. } => verify(&store).await,
            What::Checkpoint { .. } => checkpoint(&store).await,
            What::Export { file, .. } => export(&store, file).await,
        }
    })
}

async fn open(settings: &Settings) -> Result<Store, Failure> {
    Records::open_store(settings, Chance::Machine).await.map_err(failed)
}

async fn verify(store: &Store) -> Result<(), Failure> {
    match store.verify_audit().await.map_err(|error| failed(error.into()))? {
        Verdict::Whole(last) => {
            println!("the chain is whole: {} entries, the last hash is {}", last.position, last.hash);
            Ok(())
        }
        Verdict::Broken { position, why } => {
            let failure = Kind::Failed.because(anyhow::anyhow!("the chain is broken: {}", say_break(position, why)));
            Err(failure.hint("compare with a backup, and with checkpoints that were noted elsewhere"))
        }
    }
}

async fn checkpoint(store: &Store) -> Result<(), Failure> {
    let last = store.checkpoint().await.map_err(|error| failed(error.into()))?;
    let day = installation::now().strftime("%d %B %Y, %H:%M UTC");
    println!("On {day} entry {} was the last, with the hash {}.", last.position, last.hash);
    Ok(())
}

async fn export(store: &Store, file: &Path) -> Result<(), Failure> {
    if file.exists() {
        return Err(Kind::Failed.because(anyhow::anyhow!("{} is there already", file.display())));
    }
    let last = export_chain(store, file).await.map_err(failed)?;
    println!("{} entries in {}; `tereze audit export --help` says how to check them", last.position, file.display());
    Ok(())
}
