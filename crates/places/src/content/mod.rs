//! Places and destinations from files of a profile, such as the sample country's.
//!
//! ```toml
//! [[destination]]
//! slug = "almaty-region"
//! kind = "region"                       # or "city", with `parent = "almaty-region"`
//! code = "19"
//! names = { kk = "…", ru = "…", en = "…" }
//! position = [43.87, 77.07]
//! [destination.texts.summary]           # summary, history, culture, climate, access, crew, hotels, authority
//! kk = "…"
//! ru = "…"
//! en = "…"
//! source = "…"
//! checked_on = "2026-11-20"
//!
//! [shared.national-park]                # facts that several places have in common
//! permit = "national-park"
//! drones = { value = "ask", kk = "…", ru = "…", en = "…" }
//!
//! [[place]]
//! slug = "charyn-canyon"
//! names = { kk = "…", ru = "…", en = "…" }
//! aliases = ["Sharyn"]
//! kind = "canyon"
//! destination = "almaty-region"
//! position = [43.353, 79.079]
//! precision = "exact"                   # "uncertain", or "rounded" with `rounded_to = 1000`
//! looks = ["mars", "arizona"]
//! uses = ["national-park"]              # what is said below goes before what is shared
//! source = "…"                          # for every fact that names none of its own
//! checked_on = "2026-11-20"
//! [place.facts]                         # keys and values of the table of facts
//! summary = { kk = "…", ru = "…", en = "…" }
//! altitude = 1100
//! seasons = "nnpggggggpnn"
//! wifi = { value = "no", source = "…", checked_on = "…", visibility = "public", uncertain = true }
//! [[place.credits]]
//! title = "…"
//! year = 2019
//! scene = { en = "…" }
//! [[place.days]]                        # days of work here
//! starts_on = "2026-05-04"
//! days = 3
//! [[place.pictures]]                    # whatever the photos of the slice read
//! ```
//!
//! `state` is `published` unless it says `draft`; `unreleased = true` keeps a place back.

mod fact;
mod file;
mod load;

pub use file::{Content, ContentPlace, ContentProblem};
pub use load::load;
