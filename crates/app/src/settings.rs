use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use store::Place;

/// How an installation is run. Everything has a default that serves on one machine; what is not known is refused.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    pub listen: SocketAddr,
    pub origin: String,
    pub profile: Option<PathBuf>,
    pub data: PathBuf,
    pub database: String,
    pub behind_proxy: bool,
    pub work_here: bool,
    pub metrics_open: bool,
    pub files: Files,
    pub scan: Scan,
    pub mail: Mail,
    pub backup: Backup,
    pub map: MapFiles,
    #[serde(rename = "sign-in")]
    pub sign_in: SignIn,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Files {
    pub bucket: String,
    pub endpoint: String,
    pub region: String,
    pub prefix: String,
    pub key_id: String,
    pub secret: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Scan {
    pub command: Vec<String>,
    pub clamd: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    pub from: String,
    pub inbox: String,
    pub server: String,
    pub port: u16,
    pub security: String,
    pub user: String,
    pub password: String,
    pub maildir: Option<PathBuf>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Backup {
    pub folder: Option<PathBuf>,
    pub at: String,
    pub keep: u32,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MapFiles {
    pub tiles: Option<PathBuf>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SignIn {
    pub key_file: Option<PathBuf>,
    pub oidc: Oidc,
}

/// The organisation's own identity provider.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Oidc {
    pub issuer: String,
    pub client_id: String,
    pub secret_file: Option<PathBuf>,
}

/// A setting as it is described to a person.
pub struct Described {
    pub section: &'static str,
    pub name: &'static str,
    /// As it would be written in the file.
    pub default: &'static str,
    pub what: &'static str,
}

const fn described(section: &'static str, name: &'static str, default: &'static str, what: &'static str) -> Described {
    Described { section, name, default, what }
}

/// Every setting there is: the reference is made from this, and a test reads all of it as a settings file.
pub const DESCRIBED: [Described; 32] = [
    described("", "listen", "\"127.0.0.1:8080\"", "Address and port to listen on."),
    described("", "origin", "\"\"", "How the site is called from outside, for links in mails: `https://film.example`."),
    described("", "profile", "(the one in the program)", "Folder of the commission's profile."),
    described("", "data", "\"data\"", "Folder for everything that is kept on this machine."),
    described(
        "",
        "database",
        "\"\"",
        "A file, or `postgres://user:password@host/name`. Empty: `tereze.db` in the data folder.",
    ),
    described("", "behind_proxy", "false", "Whether a proxy of yours stands in front and sets `X-Forwarded-For`."),
    described(
        "",
        "work_here",
        "true",
        "Whether `tereze serve` also does the jobs. On PostgreSQL they can be left to `tereze work`.",
    ),
    described(
        "",
        "metrics_open",
        "false",
        "Whether everybody may read the numbers at `/metrics`. They are for this machine only without it.",
    ),
    described(
        "files",
        "bucket",
        "\"\"",
        "Name of an S3-compatible bucket for uploads. Empty: the folder `files` in the data folder.",
    ),
    described("files", "endpoint", "\"\"", "Address of the service, if it is not Amazon's own."),
    described("files", "region", "\"\"", "Region of the bucket."),
    described("files", "prefix", "\"\"", "Put before every name, so that two installations can share a bucket."),
    described("files", "key_id", "\"\"", "Access key."),
    described("files", "secret", "\"\"", "Secret of the access key."),
    described(
        "scan",
        "command",
        "[]",
        "Program and arguments of a virus scanner that reads its input: `[\"clamdscan\", \"-\"]`.",
    ),
    described("scan", "clamd", "\"\"", "`host:port` of a ClamAV daemon, instead of a command."),
    described(
        "mail",
        "from",
        "\"\"",
        "Address that letters come from. Without it or a server none are sent, and the outbox keeps them.",
    ),
    described(
        "mail",
        "inbox",
        "\"\"",
        "Address that receives answers: `office@film.example` is used as `office+REFERENCE@film.example`.",
    ),
    described("mail", "server", "\"\"", "Host of the mail server that sends."),
    described("mail", "port", "587", "Its port."),
    described("mail", "security", "\"starttls\"", "`starttls`, `tls`, or `none` for a server on the same machine."),
    described("mail", "user", "\"\"", "Name to sign in with at the mail server; empty for none."),
    described("mail", "password", "\"\"", "Its password."),
    described("mail", "maildir", "(none)", "Maildir folder in which letters to the inbox arrive."),
    described("backup", "folder", "(none)", "Folder for backups. Without it none are made."),
    described("backup", "at", "\"02:30\"", "When each day, in the commission's time zone."),
    described("backup", "keep", "14", "How many to keep."),
    described(
        "map",
        "tiles",
        "(none)",
        "A file of map tiles (`.pmtiles`) of the country, which is then drawn instead of the coarse map in the profile.",
    ),
    described(
        "sign-in",
        "key_file",
        "(none)",
        "File with the key that seals second factors, at least 32 characters. Without it, one is made in the folder `keys` \
         of the data folder, and backups carry it. Programs on several machines have to share one.",
    ),
    described(
        "sign-in.oidc",
        "issuer",
        "\"\"",
        "Address of the organisation's identity provider (OpenID Connect), as it writes it: \
         `https://login.example/realms/film`. Staff can then sign in there; it has to verify e-mail addresses and to ask \
         for two factors. Its client may return to `ORIGIN/sign-in/provider`.",
    ),
    described("sign-in.oidc", "client_id", "\"\"", "How the provider calls this site."),
    described("sign-in.oidc", "secret_file", "(none)", "File with the client's secret, which nobody else can read."),
];

#[derive(Debug, thiserror::Error)]
pub enum SettingsProblem {
    #[error("cannot read {}: {source}", path.display())]
    NoFile { path: PathBuf, source: std::io::Error },
    #[error("{}: {source}", path.display())]
    Unreadable { path: PathBuf, source: Box<toml::de::Error> },
}

impl Settings {
    pub fn from_file(path: &Path) -> Result<Self, SettingsProblem> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| SettingsProblem::NoFile { path: path.to_owned(), source })?;
        toml::from_str(&text)
            .map_err(|source| SettingsProblem::Unreadable { path: path.to_owned(), source: Box::new(source) })
    }

    pub fn database_place(&self) -> Result<Place, store::StoreError> {
        match self.database.as_str() {
            "" => Ok(Place::Sqlite(self.data.join("tereze.db"))),
            named => named.parse(),
        }
    }

    pub fn files_place(&self) -> files::Place {
        let Files { bucket, endpoint, region, prefix, key_id, secret } = self.files.clone();
        if bucket.is_empty() {
            return files::Place::Folder(self.data.join("files"));
        }
        let endpoint = (!endpoint.is_empty()).then_some(endpoint);
        files::Place::Bucket { endpoint, region, bucket, prefix, key_id, secret }
    }

    pub fn scanner(&self) -> files::Scanner {
        match self.scan.command.split_first() {
            Some((program, arguments)) => {
                files::Scanner::Command { program: program.clone(), arguments: arguments.to_vec() }
            }
            None if !self.scan.clamd.is_empty() => files::Scanner::Clamd(self.scan.clamd.clone()),
            None => files::Scanner::Off,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            origin: String::new(),
            profile: None,
            data: PathBuf::from("data"),
            database: String::new(),
            behind_proxy: false,
            work_here: true,
            metrics_open: false,
            files: Files::default(),
            scan: Scan::default(),
            mail: Mail::default(),
            backup: Backup::default(),
            map: MapFiles::default(),
            sign_in: SignIn::default(),
        }
    }
}

impl Default for Mail {
    fn default() -> Self {
        let empty = String::new;
        let security = "starttls".to_owned();
        Self {
            from: empty(),
            inbox: empty(),
            server: empty(),
            port: 587,
            security,
            user: empty(),
            password: empty(),
            maildir: None,
        }
    }
}

impl Default for Backup {
    fn default() -> Self {
        Self { folder: None, at: "02:30".to_owned(), keep: 14 }
    }
}

/// The page about the settings, in Markdown.
pub fn reference() -> String {
    let mut text = String::from(
        "# Settings\n\nA file in TOML, given as `tereze serve --settings FILE`. Every setting has a default; a name that \
         is not known is refused. Options of a command win over the file. This page is made by `tereze settings`.\n",
    );
    let mut section = None;
    for setting in &DESCRIBED {
        if section != Some(setting.section) {
            section = Some(setting.section);
            let heading = if setting.section.is_empty() { "The installation" } else { setting.section };
            let table = if setting.section.is_empty() { String::new() } else { format!("`[{}]`\n\n", setting.section) };
            text.push_str(&format!("\n## {heading}\n\n{table}| Name | Default | What it is |\n|---|---|---|\n"));
        }
        text.push_str(&format!("| `{}` | {} | {} |\n", setting.name, as_code(setting.default), setting.what));
    }
    text
}

fn as_code(default: &str) -> String {
    if default.starts_with('(') { default.to_owned() } else { format!("`{default}`") }
}

#[cfg(test)]
mod tests {
    use super::{DESCRIBED, Settings, reference};

    #[test]
    fn every_setting_that_is_described_can_be_set_to_its_default() {
        let mut file = String::new();
        let mut section = "";
        for setting in &DESCRIBED {
            if setting.section != section {
                section = setting.section;
                file.push_str(&format!("[{section}]\n"));
            }
            if !setting.default.starts_with('(') {
                file.push_str(&format!("{} = {}\n", setting.name, setting.default));
            }
        }
        let read: Settings = toml::from_str(&file).unwrap_or_else(|error| panic!("{error}\n{file}"));
        assert_eq!(format!("{read:?}"), format!("{:?}", Settings::default()));
        // And none is left out: each field of the type is named by some description.
        for field in format!("{read:?}").split([' ', '{', ',']).filter_map(|word| word.strip_suffix(':')) {
            let is_section = ["files", "scan", "mail", "backup", "map", "sign_in", "oidc"].contains(&field);
            assert!(is_section || DESCRIBED.iter().any(|setting| setting.name == field), "{field}");
        }
    }

    #[test]
    fn the_reference_in_the_repository_is_what_the_program_says() {
        let kept = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reference/settings.md"));
        assert_eq!(kept.unwrap(), reference(), "write it anew: tereze settings > docs/reference/settings.md");
    }

    #[test]
    fn a_setting_nobody_knows_is_refused_with_its_place() {
        let error = toml::from_str::<Settings>("listne = \"x\"").unwrap_err().to_string();
        assert!(error.contains("listne") && error.contains("line 1"), "{error}");
    }
}
