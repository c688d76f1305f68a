use std::path::PathBuf;
use std::time::Duration;

use jobs::{Every, Patience, Registry, Setback, Turn};

use super::backup::make;
use super::{Problem, Records, Shelf, Taken, inbox};
use crate::settings::Settings;
use crate::{App, Desks};

/// What the installation does by itself for its own sake, as the settings say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Each day at this hour and minute.
    pub backup: Option<(Shelf, (i8, i8))>,
    pub maildir: Option<PathBuf>,
    /// Whether everybody may read the numbers, not only this machine.
    pub metrics_open: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`backup.at` is `{0}`, which is not a time such as `02:30`")]
pub struct NotATime(pub String);

impl Plan {
    pub fn of(settings: &Settings) -> Result<Self, NotATime> {
        let at = &settings.backup.at;
        let time = time(at).ok_or_else(|| NotATime(at.clone()))?;
        let keep = settings.backup.keep;
        let backup = settings.backup.folder.clone().map(|folder| (Shelf { folder, keep }, time));
        Ok(Self { backup, maildir: settings.mail.maildir.clone(), metrics_open: settings.metrics_open })
    }
}

/// A backup may take hours, and the next day brings another one.
const BACKUP: Patience =
    Patience { attempts: 4, time: Duration::from_secs(6 * 3600), first_pause: Duration::from_secs(600) };

pub(crate) fn jobs(app: &App) -> Registry {
    let mut registry = Registry::new();
    if let Some((shelf, (hour, minute))) = app.plan.backup.clone() {
        let records = Records { store: app.store.clone(), keep: app.keep.clone(), data: app.data.clone() };
        let run = move |turn: Turn| back_up(records.clone(), shelf.clone(), turn);
        let every = Every::DayAt { hour, minute, zone: app.profile.zone.clone() };
        registry = registry.add_with("backup.daily", BACKUP, run).every("backup.daily", every);
    }
    if let Some(maildir) = app.plan.maildir.clone() {
        let cases = Desks::of(app).cases;
        let run = move |turn: Turn| poll(maildir.clone(), cases.clone(), turn);
        registry = registry.add("mail.poll", run).every("mail.poll", Every::Minutes(1));
    }
    registry
}

async fn back_up(records: Records, shelf: Shelf, turn: Turn) -> Result<(), Setback> {
    match make(&records, &shelf, turn.now).await {
        Ok(made) => {
            let (path, size) = (made.path.display(), made.size);
            tracing::info!(backup.bytes = size, "the backup {path} is made");
            for hash in &made.manifest.missing_files {
                tracing::error!(file = %hash, "the bytes of file {hash} are gone, and so are not in the backup");
            }
            Ok(())
        }
        // This very job made it, and its worker died before it said so.
        Err(Problem::Taken(_)) => Ok(()),
        Err(problem) => Err(problem.into()),
    }
}

async fn poll(maildir: PathBuf, cases: casework::Desk, turn: Turn) -> Result<(), Setback> {
    let desk = cases.mail.clone();
    let take = |received: mail::Received| {
        let (cases, now) = (cases.clone(), turn.now);
        async move {
            match inbox::take(&cases, &received, now).await? {
                Taken::IntoCase(_) => {}
                Taken::NoCase => tracing::warn!(mail.id = received.message_id, "a mail names no case of ours"),
                Taken::LeftAlone => tracing::info!(mail.id = received.message_id, "a mail is left alone"),
            }
            Ok(())
        }
    };
    mail::poll(&maildir, &desk, take).await?;
    Ok(())
}

fn time(text: &str) -> Option<(i8, i8)> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute))
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn the_hour_of_backups_is_a_time_of_day() {
        assert_eq!(time("02:30"), Some((2, 30)));
        for wrong in ["", "2", "24:00", "02:60", "-1:00", "half past two"] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
    }
}
