//! What every page needs, knowing machines and not films: frame, components, words, numbers, guard, error pages.
//!
//! A slice adds to the site
//! - **routes**: [`Routes`], each with its [`Permission`]; paths begin with `/{lang}/`;
//! - **pages**: a handler takes [`Page`] and answers `web::show(StatusCode::OK, &template)`; the template extends
//!   `frame.html`, has the field `page: Page` and uses the macros of `components.html`;
//! - **words**: a [`SliceWords`] of `.ftl` files; templates say `page.say("key").with("amount", page.money(total))`;
//! - **people**: [`Page::visitor`] is who is signed in, [`Page::by`] begins a change in their name;
//! - **forms**: [`Form`] and [`Upload`] keep what was typed and carry each refusal to its field;
//! - **figures**: [`Waterfall`] draws signed amounts; [`Locale`] writes numbers, money and days.
//!
//! **Invariants.** No page needs script and none asks another host for anything. No route is without a permission.
//! What a person reads comes from the words files. The clock is an argument.

mod assets;
mod clock;
mod error;
mod form;
mod guard;
mod locale;
mod money;
mod pace;
mod page;
mod role;
mod routes;
mod session;
mod site;
mod styleguide;
mod theme;
mod upload;
mod waterfall;
mod words;

pub use clock::Clock;
pub use error::WebError;
pub use form::{Form, Refusal};
pub use locale::{Locale, UnknownLocale};
pub use pace::Pace;
pub use page::{Link, Page, cookie, show};
pub use role::{NotARole, Role};
pub use routes::{Listed, OfficeItem, Permission, Routes};
pub use session::{Session, Visitor};
pub use site::{Contact, LanguageSetting, NavItem, Site, SiteProblem, SiteSettings};
pub use theme::Theme;
pub use upload::{Upload, UploadedFile};
pub use waterfall::{Place, Step, StepKind, Waterfall};
pub use words::{Phrase, SliceWords, WordSource, Words, WordsProblem};

/// The platform's own words and pages: put in front of the slices'.
pub use site::{migrations, own_routes, own_words};
