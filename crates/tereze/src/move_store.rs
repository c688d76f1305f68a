use app::operations::{Records, move_store};
use store::{Chance, Place};

use crate::backup::failed;
use crate::{Failure, installation};

/// Carry all records to another database: from SQLite to PostgreSQL, or back
#[derive(clap::Args)]
#[command(
    before_help = "Examples:\n  tereze move-store --settings /etc/tereze.toml --to postgres://tereze:password@127.0.0.1/tereze\n  tereze move-store --settings /etc/tereze.toml --to /var/lib/tereze/tereze.db\n",
    after_help = "Stop `tereze serve` before: what is written meanwhile stays behind. The old database is not touched;\nname the new one as `database` in the settings. Uploads stay where they are.\n"
)]
pub(crate) struct Arguments {
    /// A file that is not there yet, or postgres://user:password@host/name without tables
    #[arg(long)]
    to: String,
    #[command(flatten)]
    options: installation::Options,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    installation::quiet_log();
    let settings = arguments.options.settings()?;
    let place: Place = arguments.to.parse().map_err(|error: store::StoreError| failed(error.into()))?;
    installation::runtime()?.block_on(async {
        let records = Records::open(&settings, Chance::Machine).await.map_err(failed)?;
        let carried = move_store(&records, &place, Chance::Machine).await.map_err(failed)?;
        for table in &carried {
            println!("{:<28} {:>9} rows  {}", table.table, table.rows, table.hash);
        }
        let rows: u64 = carried.iter().map(|table| table.rows).sum();
        println!("{rows} rows in {} tables stand in {place:?}, hash for hash", carried.len());
        println!("to use them: `database` in the settings, then `tereze serve`");
        records.store.close().await;
        Ok(())
    })
}
