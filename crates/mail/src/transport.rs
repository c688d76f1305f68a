use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

/// How letters leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Transport {
    /// They do not: they stand in the outbox as sent, to be read in the browser.
    Demo,
    Smtp(SmtpServer),
}

#[derive(Clone, PartialEq, Eq)]
pub struct SmtpServer {
    pub host: String,
    pub port: u16,
    pub tls: SmtpTls,
    /// Name and password; nothing for a server that trusts this machine.
    pub login: Option<(String, String)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmtpTls {
    /// For a server on the same machine.
    None,
    StartTls,
    /// From the first byte, as on port 465.
    Wrapped,
}

/// Why a mail did not leave.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotSent {
    #[error("the mail server refused it: {0}")]
    Refused(String),
    #[error("the mail server could not take it now: {0}")]
    NotNow(String),
}

type Connection = AsyncSmtpTransport<Tokio1Executor>;

const LONGEST: Duration = Duration::from_secs(60);

impl SmtpServer {
    pub(crate) async fn send(&self, mail: Message) -> Result<(), NotSent> {
        let connection = self.connection(LONGEST).map_err(|error| NotSent::NotNow(chain(&error)))?;
        match connection.send(mail).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_permanent() => Err(NotSent::Refused(chain(&error))),
            Err(error) => Err(NotSent::NotNow(chain(&error))),
        }
    }

    /// Says hello to the server and signs in; nothing is sent. Answers what went wrong, if something did.
    pub async fn greet(&self, patience: Duration) -> Result<(), String> {
        let connection = self.connection(patience).map_err(|error| chain(&error))?;
        match connection.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("it closed the connection".to_owned()),
            Err(error) => Err(chain(&error)),
        }
    }

    fn connection(&self, patience: Duration) -> Result<Connection, lettre::transport::smtp::Error> {
        let tls = match self.tls {
            SmtpTls::None => Tls::None,
            SmtpTls::StartTls => Tls::Required(TlsParameters::new(self.host.clone())?),
            SmtpTls::Wrapped => Tls::Wrapper(TlsParameters::new(self.host.clone())?),
        };
        let mut builder = Connection::builder_dangerous(&self.host).port(self.port).tls(tls).timeout(Some(patience));
        if let Some((name, password)) = &self.login {
            builder = builder.credentials(Credentials::new(name.clone(), password.clone()));
        }
        Ok(builder.build())
    }
}

fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    let mut said: Vec<String> = causes.map(ToString::to_string).collect();
    said.dedup();
    said.join(": ")
}

impl std::fmt::Debug for SmtpServer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "SmtpServer {{ {}:{}, {:?} }}", self.host, self.port, self.tls)
    }
}
