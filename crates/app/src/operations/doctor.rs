//! An examination of an installation: what is well, what is not, and what to do.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use files::Keep;
use jiff::{SignedDuration, Timestamp};
use store::{Chance, Store, StoreError, Verdict};

use super::{Problem, Records, Shelf, chain};
use crate::migrations;
use crate::settings::Settings;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Health {
    Ok,
    Warn,
    Wrong,
}

/// One line of what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub health: Health,
    pub what: &'static str,
    pub says: String,
    /// What to do; empty if nothing is.
    pub fix: String,
}

/// How closely uploads are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thoroughness {
    /// Whether they are there.
    Quick,
    /// Whether every byte of them is as it was.
    Full,
}

/// A backup each day, and some hours for it to be late.
const BACKUP_AGE: SignedDuration = SignedDuration::from_hours(27);

/// Clocks of two machines differ by less.
const CLOCK_SLACK: SignedDuration = SignedDuration::from_mins(5);

const MAIL_PATIENCE: Duration = Duration::from_secs(10);

/// Looks at everything. Nothing is changed; what cannot be asked because something before it is wrong is left out.
pub async fn examine(settings: &Settings, thoroughness: Thoroughness, now: Timestamp, chance: Chance) -> Vec<Finding> {
    let mut found = vec![disk(&settings.data)];
    match Records::open_store(settings, chance.clone()).await {
        Err(problem) => found.push(wrong("database", say(&problem), fix_database(&problem))),
        Ok(store) => {
            let schema = schema(&store).await;
            let is_current = schema.health == Health::Ok;
            found.push(schema);
            found.push(integrity(&store).await);
            if is_current {
                found.push(audit(&store).await);
                found.push(clock(&store, now).await);
                found.push(uploads(settings, &store, thoroughness, chance).await);
                found.push(given_up(&store).await);
                found.push(letters(&store).await);
            }
            store.close().await;
        }
    }
    found.push(mail_server(settings).await);
    found.push(backups(settings, now));
    found
}

async fn schema(store: &Store) -> Finding {
    match store.missing_steps(&migrations()).await {
        Ok(lacking) if lacking.is_empty() => ok("database", format!("{:?} answers and is up to date", store.place())),
        Ok(lacking) => {
            let says = format!("{:?} lacks {}", store.place(), lacking.join(", "));
            wrong("database", says, "`tereze upgrade` brings it up to date, after a backup")
        }
        Err(error @ (StoreError::Newer(_) | StoreError::ChangedStep(_))) => {
            wrong("database", error.to_string(), "use the version of the program that was used last, or a later one")
        }
        Err(error) => wrong("database", say(&error), "see that the database runs and that its address is right"),
    }
}

async fn integrity(store: &Store) -> Finding {
    const RESTORE: &str =
        "stop the program, keep a copy of the file, and restore the newest backup into another folder";
    match store.integrity().await {
        Ok(said) if said.is_empty() => ok("integrity", "the database finds nothing wrong with itself"),
        Ok(said) => wrong("integrity", said.join("; "), RESTORE),
        Err(error) => wrong("integrity", say(&error), RESTORE),
    }
}

async fn audit(store: &Store) -> Finding {
    match store.verify_audit().await {
        Ok(Verdict::Whole(last)) => ok("audit", format!("the chain is whole, {} entries", last.position)),
        Ok(Verdict::Broken { position, why }) => {
            let fix =
                "somebody changed the database past the program: compare with a backup and with noted checkpoints";
            wrong("audit", chain::say_break(position, why), fix)
        }
        Err(error) => wrong("audit", say(&error), "see that the database can be read"),
    }
}

async fn clock(store: &Store, now: Timestamp) -> Finding {
    let latest = async {
        let last = store.checkpoint().await?.position;
        let link = store.audit_after(last.saturating_sub(1), 1).await?.pop();
        Ok::<_, StoreError>(link.and_then(|link| link.moment.parse::<Timestamp>().ok()))
    };
    match latest.await {
        Ok(Some(latest)) if latest.duration_since(now) > CLOCK_SLACK => {
            let says = format!("it is {now:.0} here, but something was done at {latest:.0}");
            wrong("clock", says, "set the machine's clock, and let it follow a time server")
        }
        Ok(_) => ok("clock", format!("it is {now:.0}")),
        Err(error) => wrong("clock", say(&error), "see that the database can be read"),
    }
}

async fn uploads(settings: &Settings, store: &Store, thoroughness: Thoroughness, chance: Chance) -> Finding {
    if let files::Place::Folder(folder) = settings.files_place()
        && !folder.exists()
    {
        let fix = "see that the disk of the data folder is there; a backup has the uploads";
        return wrong("uploads", format!("{} is not there", folder.display()), fix);
    }
    let looked = async {
        let keep = Keep::open(&settings.files_place(), settings.scanner(), chance)?;
        match thoroughness {
            Thoroughness::Quick => {
                let missing: Vec<_> = keep.missing(store).await?.into_iter().collect();
                Ok::<_, Problem>(("all uploads are there".to_owned(), missing, Vec::new()))
            }
            Thoroughness::Full => {
                let verified = files::verify(store, &keep).await?;
                let says = format!("all {} uploads are as they were", verified.sound);
                Ok((says, verified.missing, verified.damaged))
            }
        }
    };
    match looked.await {
        Ok((says, missing, damaged)) if missing.is_empty() && damaged.is_empty() => ok("uploads", says),
        Ok((_, missing, damaged)) => {
            let first = missing.iter().chain(&damaged).next().map(ToString::to_string).unwrap_or_default();
            let says = format!("{} missing, {} damaged; the first is {first}", missing.len(), damaged.len());
            wrong(
                "uploads",
                says,
                "a backup may have them, as `files/` and this name: copy them back by restoring it elsewhere",
            )
        }
        Err(problem) => wrong("uploads", say(&problem), "see that the folder or bucket of uploads can be reached"),
    }
}

async fn given_up(store: &Store) -> Finding {
    match jobs::list_given_up(store, 500).await {
        Ok(jobs) if jobs.is_empty() => ok("jobs", "none is given up"),
        Ok(jobs) => {
            let mut kinds: Vec<&str> = jobs.iter().map(|job| job.kind.as_str()).collect();
            kinds.sort_unstable();
            kinds.dedup();
            warn("jobs", format!("{} given up: {}", jobs.len(), kinds.join(", ")), "the log says why each was given up")
        }
        Err(error) => wrong("jobs", say(&error), "see that the database can be read"),
    }
}

async fn letters(store: &Store) -> Finding {
    let counted = async { Ok::<_, StoreError>((mail::count_failed(store).await?, mail::count_waiting(store).await?)) };
    match counted.await {
        Ok((0, waiting)) => ok("letters", format!("none has failed, {waiting} wait")),
        Ok((failed, waiting)) => {
            let fix = "look at the addresses and at the mail server's answer in the outbox";
            warn("letters", format!("{failed} could not be sent, {waiting} wait"), fix)
        }
        Err(error) => wrong("letters", say(&error), "see that the database can be read"),
    }
}

async fn mail_server(settings: &Settings) -> Finding {
    match crate::open::transport(settings) {
        None => warn("mail", "no letter leaves: `mail.from` or `mail.server` is not set", "set both in the settings"),
        Some(mail::Transport::Demo) => ok("mail", "letters stay here"),
        Some(mail::Transport::Smtp(server)) => match server.greet(MAIL_PATIENCE).await {
            Ok(()) => ok("mail", format!("{} answers", server.host)),
            Err(error) => {
                let says = format!("{}:{} does not take letters: {error}", server.host, server.port);
                wrong("mail", says, "look at `[mail]` in the settings: server, port, security, user, password")
            }
        },
    }
}

fn backups(settings: &Settings, now: Timestamp) -> Finding {
    let Some(folder) = settings.backup.folder.clone() else {
        return warn("backup", "none are made", "set `backup.folder` in the settings, best on another disk");
    };
    let shelf = Shelf { folder, keep: settings.backup.keep };
    match shelf.list().map(|list| list.last().map(|(moment, _)| now.duration_since(*moment))) {
        Ok(Some(age)) if age <= BACKUP_AGE => ok("backup", format!("the newest is {} hours old", age.as_hours())),
        Ok(Some(age)) => {
            let fix = "`tereze backup now` makes one and says what hinders it";
            wrong("backup", format!("the newest is {} hours old", age.as_hours()), fix)
        }
        Ok(None) => warn("backup", "there is none yet", "`tereze backup now` makes one"),
        Err(Problem::Machine { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => {
            warn("backup", "there is none yet", "`tereze backup now` makes one")
        }
        Err(problem) => wrong("backup", say(&problem), "see that the folder of backups can be read"),
    }
}

/// As the system's own program says, where it has one.
fn disk(data: &Path) -> Finding {
    let there = data.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("."));
    let said = Command::new("df").arg("-Pk").arg(there).output().ok().filter(|said| said.status.success());
    let free = said.and_then(|said| {
        let text = String::from_utf8(said.stdout).ok()?;
        text.lines().nth(1)?.split_ascii_whitespace().nth(3)?.parse::<u64>().ok()
    });
    let fix = "make room, or move the data folder to a larger disk";
    match free {
        None => ok("disk", "how much is free is not known"),
        Some(free) => {
            let says = format!("{} MB are free for {}", free / 1024, data.display());
            match free / 1024 {
                0..256 => wrong("disk", says, fix),
                256..2048 => warn("disk", says, fix),
                2048.. => ok("disk", says),
            }
        }
    }
}

fn fix_database(problem: &Problem) -> &'static str {
    match problem {
        Problem::NoDatabase(_) => "`tereze serve` makes one, `tereze restore FILE` brings one back",
        _ => "see that the database runs and that its address is right",
    }
}

fn say(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    let mut said: Vec<String> = causes.map(ToString::to_string).collect();
    said.dedup();
    said.join(": ")
}

fn ok(what: &'static str, says: impl Into<String>) -> Finding {
    Finding { health: Health::Ok, what, says: says.into(), fix: String::new() }
}

fn warn(what: &'static str, says: impl Into<String>, fix: &str) -> Finding {
    Finding { health: Health::Warn, what, says: says.into(), fix: fix.to_owned() }
}

fn wrong(what: &'static str, says: impl Into<String>, fix: &str) -> Finding {
    Finding { health: Health::Wrong, what, says: says.into(), fix: fix.to_owned() }
}
