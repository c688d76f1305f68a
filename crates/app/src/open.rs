use std::path::PathBuf;
use std::sync::Arc;

use files::{FileError, Keep};
use incentives::{Library, Sample};
use jiff::Timestamp;
use store::{Chance, Store, StoreError};
use web::Clock;

use crate::settings::{Mail, Settings};
use crate::{App, Desks, Profile, demo, keys, migrations, operations, sql};

/// What comes with the program, or from a profile's folder.
pub struct Supplied {
    pub profile: Profile,
    pub library: Library,
    /// A budget to try the calculator with.
    pub sample: Option<Sample>,
}

#[derive(Debug, thiserror::Error)]
pub enum OpenProblem {
    #[error("cannot make the data folder {}", path.display())]
    Folder { path: PathBuf, source: std::io::Error },
    #[error("`{name}` is `{address}`, which is not an address of mail")]
    Address { name: &'static str, address: String },
    #[error("cannot read or make {}, the key of second factors", path.display())]
    Key { path: PathBuf, source: std::io::Error },
    #[error("{} is missing, the key of second factors: put it back from a backup or from the machine before; if it is lost for good, put an empty file there, and everybody sets up a new second factor", .0.display())]
    NoKey(PathBuf),
    #[error("{} is not the key by which second factors of this database were sealed: put that one there", .0.display())]
    OtherKey(PathBuf),
    #[error("{} is too short for a key: it has to hold at least 32 characters that nobody guesses", .0.display())]
    ShortKey(PathBuf),
    #[cfg(feature = "oidc")]
    #[error("cannot read {}, the secret for the identity provider", path.display())]
    Secret { path: PathBuf, source: std::io::Error },
    #[cfg(feature = "oidc")]
    #[error("`sign-in.oidc.{0}` is missing: without it the identity provider does not know this site")]
    NoClient(&'static str),
    #[cfg(feature = "oidc")]
    #[error("`sign-in.oidc` needs the setting `origin`: the identity provider has to know where people come back to")]
    NoOrigin,
    #[cfg(not(feature = "oidc"))]
    #[error("`sign-in.oidc` is set, and this program was built without it")]
    NoOidc,
    #[cfg(feature = "oidc")]
    #[error(transparent)]
    Issuer(#[from] people::NotAnIssuer),
    #[error("`map.tiles` names `{}`, which is no file called `something.pmtiles`", .0.display())]
    Tiles(PathBuf),
    #[error(transparent)]
    Time(#[from] operations::NotATime),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Files(#[from] FileError),
}

impl App {
    /// Opens an installation: its folder and its database are made if they are not there, and brought up to date.
    pub async fn open(
        settings: &Settings,
        supplied: Supplied,
        clock: Clock,
        chance: Chance,
    ) -> Result<Self, OpenProblem> {
        std::fs::create_dir_all(&settings.data)
            .map_err(|source| OpenProblem::Folder { path: settings.data.clone(), source })?;
        let store = Store::open(settings.database_place()?, chance.clone()).await?;
        for step in store.migrate(&migrations()).await? {
            tracing::info!(step, "the database has taken the step {step}");
        }
        let key = fact(&store, "mail-key", clock.now()).await?;
        let seal = keys::seal(settings, &store, clock.now()).await?;
        Self::with_store(settings, supplied, clock, store, key, seal)
    }

    /// On a database that is up to date; `key` is the secret by which the installation knows its own letters.
    pub(crate) fn with_store(
        settings: &Settings,
        supplied: Supplied,
        clock: Clock,
        store: Store,
        key: String,
        seal: people::Seal,
    ) -> Result<Self, OpenProblem> {
        #[cfg(not(feature = "oidc"))]
        if !settings.sign_in.oidc.issuer.is_empty() {
            return Err(OpenProblem::NoOidc);
        }
        Ok(Self {
            seal,
            #[cfg(feature = "oidc")]
            provider: provider(settings)?,
            letters: letters(settings, &supplied.profile, key)?,
            transport: transport(settings),
            profile: supplied.profile,
            clock,
            origin: settings.origin.trim_end_matches('/').to_owned(),
            data: settings.data.clone(),
            library: supplied.library,
            sample: supplied.sample,
            keep: Keep::open(&settings.files_place(), settings.scanner(), store.chance().clone())?,
            catalogue: Arc::new(places::Catalogue::in_folder(
                store.clone(),
                settings.data.join("index").join("places"),
            )),
            tiles: tiles(settings)?,
            store,
            behind_proxy: settings.behind_proxy,
            plan: operations::Plan::of(settings)?,
            demo: false,
        })
    }

    /// What each slice works with.
    pub fn desks(&self) -> Desks {
        Desks::of(self)
    }

    /// Puts sample people, productions and places beside whatever is there.
    pub async fn load_sample(&self, office: &str) -> anyhow::Result<()> {
        demo::load(&self.store, &Desks::of(self), &self.profile, office, self.clock.now()).await
    }

    /// Turns a fresh installation into one to look at: anybody is anybody, and letters are read in the browser.
    pub async fn show_sample(&mut self, office: &str) -> anyhow::Result<()> {
        self.demo = true;
        self.transport = Some(mail::Transport::Demo);
        self.load_sample(office).await
    }
}

fn tiles(settings: &Settings) -> Result<Option<places::Tiles>, OpenProblem> {
    let Some(path) = &settings.map.tiles else { return Ok(None) };
    let tiles = places::Tiles::at(path).filter(|_| path.is_file());
    tiles.map(Some).ok_or_else(|| OpenProblem::Tiles(path.clone()))
}

/// Who writes our letters. Without an address in the settings none leave, and what waits shows where it would come from.
fn letters(settings: &Settings, profile: &Profile, key: String) -> Result<mail::Desk, OpenProblem> {
    const NOWHERE: &str = "office@tereze.invalid";
    let address = |name: &'static str, set: &str| {
        let address = if set.is_empty() { NOWHERE } else { set };
        mail::Address::check(&profile.sender(), address)
            .map_err(|_| OpenProblem::Address { name, address: address.to_owned() })
    };
    let inbox = if settings.mail.inbox.is_empty() { &settings.mail.from } else { &settings.mail.inbox };
    Ok(mail::Desk {
        from: address("mail.from", &settings.mail.from)?,
        replies: address("mail.inbox", inbox)?,
        key: key.into_bytes(),
    })
}

/// Who the settings say staff may come from. Nobody is asked yet: the site opens without them.
#[cfg(feature = "oidc")]
fn provider(settings: &Settings) -> Result<Option<Arc<people::Provider>>, OpenProblem> {
    let own = settings.sign_in.oidc.clone();
    if own.issuer.is_empty() {
        return Ok(None);
    }
    if own.client_id.is_empty() {
        return Err(OpenProblem::NoClient("client_id"));
    }
    if settings.origin.is_empty() {
        return Err(OpenProblem::NoOrigin);
    }
    let path = own.secret_file.ok_or(OpenProblem::NoClient("secret_file"))?;
    let secret = std::fs::read_to_string(&path).map_err(|source| OpenProblem::Secret { path, source })?;
    let secret = secret.trim().to_owned();
    let own = people::ProviderSettings { issuer: own.issuer, client_id: own.client_id, secret };
    Ok(Some(Arc::new(people::Provider::new(own)?)))
}

pub(crate) fn transport(settings: &Settings) -> Option<mail::Transport> {
    let Mail { from, server, port, security, user, password, .. } = settings.mail.clone();
    if from.is_empty() || server.is_empty() {
        return None;
    }
    let tls = match security.as_str() {
        "none" => mail::SmtpTls::None,
        "tls" => mail::SmtpTls::Wrapped,
        _ => mail::SmtpTls::StartTls,
    };
    let login = (!user.is_empty()).then_some((user, password));
    Some(mail::Transport::Smtp(mail::SmtpServer { host: server, port, tls, login }))
}

/// A secret of the installation, made once.
async fn fact(store: &Store, name: &str, now: Timestamp) -> Result<String, StoreError> {
    let known = sql::find_fact(store, name).await?;
    if let Some(value) = known {
        return Ok(value);
    }
    let change = store.upkeep(now).await?;
    sql::insert_fact(&change, name, &store.secret()).await?;
    change.commit().await?;
    // Another program may have been faster; then its secret counts.
    Ok(sql::find_fact(store, name).await?.unwrap_or_default())
}

#[cfg(all(test, feature = "oidc"))]
mod tests {
    use testkit::scratch_folder;

    use super::{OpenProblem, provider};
    use crate::settings::Settings;

    #[test]
    fn an_identity_provider_is_believed_only_when_all_of_it_is_set() {
        let path = scratch_folder("oidc").join("secret");
        std::fs::write(&path, "a secret\n").unwrap();
        let mut settings = Settings::default();
        assert!(provider(&settings).unwrap().is_none(), "nobody is asked without a setting");
        settings.sign_in.oidc.issuer = "https://login.example".to_owned();
        assert!(matches!(provider(&settings), Err(OpenProblem::NoClient("client_id"))));
        settings.sign_in.oidc.client_id = "tereze".to_owned();
        assert!(matches!(provider(&settings), Err(OpenProblem::NoOrigin)));
        settings.origin = "https://film.example".to_owned();
        assert!(matches!(provider(&settings), Err(OpenProblem::NoClient("secret_file"))));
        settings.sign_in.oidc.secret_file = Some(path.with_extension("gone"));
        assert!(matches!(provider(&settings), Err(OpenProblem::Secret { .. })));
        settings.sign_in.oidc.secret_file = Some(path);
        assert!(provider(&settings).unwrap().is_some());
        settings.sign_in.oidc.issuer = "http://login.example".to_owned();
        assert!(matches!(provider(&settings), Err(OpenProblem::Issuer(_))));
    }
}
