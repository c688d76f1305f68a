use images::{Bearing, Encoding, Fingerprint, Rights, Tone};
use jiff::Timestamp;
use kernel::{Day, Id, Language};
use people::{Reader, Visibility};

/// A picture of a place. What pages need of it is in the methods; whether somebody may see it at all says
/// [`Photo::is_shown_to`].
#[derive(Debug, Clone, PartialEq)]
pub struct Photo {
    pub id: Id,
    pub location: Id,
    /// Where it stands among those of its place.
    pub place_number: i64,
    pub medium: Medium,
    pub state: PhotoState,
    pub visibility: Visibility,
    /// The original, as it was given.
    pub file: Id,
    pub file_name: String,
    /// Upright.
    pub width: u32,
    pub height: u32,
    pub taken_on: Option<Day>,
    /// The clock of the camera, `07:10`, or empty.
    pub taken_at: String,
    pub season: Option<TimeOfYear>,
    pub bearing: Option<Bearing>,
    pub is_retouched: bool,
    pub is_drone: bool,
    pub rights: Rights,
    pub camera: String,
    pub lens: String,
    pub thumbhash: Vec<u8>,
    pub fingerprint: Option<Fingerprint>,
    /// As `#c9a27b`; empty until it has been looked at.
    pub tone: String,
    pub development: Development,
    /// Rises with each change of what its addresses answer.
    pub revision: i64,
    pub added_at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    Photograph,
    /// Made by our own hand where nobody has brought a photograph, and always called so.
    Drawing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoState {
    Staged,
    Published,
    Withdrawn,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeOfYear {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// Whether copies have been made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Development {
    Waiting,
    Done,
    /// The key of what is wrong with it.
    Failed(String),
}

/// Photographs older than this are called old: roads, roofs and rivers change.
pub(super) const OLD_AFTER_MONTHS: i64 = 24;

impl Photo {
    /// Whether somebody may see it, of a place that they may see.
    pub fn is_shown_to(&self, reader: Reader) -> bool {
        self.state == PhotoState::Published && self.development == Development::Done && self.visibility.lets(reader)
    }

    pub fn is_drawing(&self) -> bool {
        self.medium == Medium::Drawing
    }

    /// The address of the copy that is so wide, or of the nearest below it, in JPEG, which everything reads.
    pub fn address(&self, width: u32) -> String {
        self.address_in(width, Encoding::Jpeg)
    }

    pub fn address_in(&self, width: u32, encoding: Encoding) -> String {
        match self.medium {
            Medium::Drawing => format!("/photos/{}/drawing.svg?v={}", self.id, self.revision),
            Medium::Photograph => {
                let name = copy_name(self.nearest(width), encoding);
                format!("/photos/{}/{name}?v={}", self.id, self.revision)
            }
        }
    }

    /// For `srcset`: every width there is. A drawing fits all and has none.
    pub fn srcset(&self) -> String {
        match self.medium {
            Medium::Drawing => String::new(),
            Medium::Photograph => {
                let one = |width| format!("{} {width}w", self.address_in(width, Encoding::Webp));
                self.widths().into_iter().map(one).collect::<Vec<_>>().join(", ")
            }
        }
    }

    pub fn widths(&self) -> Vec<u32> {
        images::widths(self.width)
    }

    pub fn size_of(&self, width: u32) -> (u32, u32) {
        images::size_of_copy((self.width, self.height), self.nearest(width))
    }

    /// What can be seen, in the language wished for or another.
    pub fn alt(&self, language: Language) -> &str {
        self.rights.alt.or_other(language).unwrap_or_default()
    }

    /// The language of [`Photo::alt`] where it is not the reader's: for `lang`.
    pub fn alt_language(&self, language: Language) -> Option<Language> {
        let alt = &self.rights.alt;
        match alt.get(language) {
            Some(_) => None,
            None => alt.languages().find(|other| alt.get(*other) == alt.or_other(language)),
        }
    }

    /// How its author is named beside it.
    pub fn credit(&self) -> &str {
        let rights = [&self.rights.credit, &self.rights.creator, &self.rights.copyright];
        rights.into_iter().flatten().next().map_or("", String::as_str)
    }

    /// Taken longer ago than a place stays as it was.
    pub fn is_old(&self, today: Day) -> bool {
        let until = self.taken_on.and_then(|taken| taken.plus_months(OLD_AFTER_MONTHS));
        self.medium == Medium::Photograph && until.is_some_and(|until| until < today)
    }

    /// Its colours from top to bottom, to stand in its place until it has come.
    pub fn bands(&self) -> Vec<Tone> {
        images::bands(&self.thumbhash, 4)
    }

    pub(super) fn nearest(&self, width: u32) -> u32 {
        let widths = self.widths();
        widths.iter().rev().find(|copy| **copy <= width).or(widths.first()).copied().unwrap_or(width)
    }
}

pub(crate) fn copy_name(width: u32, encoding: Encoding) -> String {
    format!("{width}.{}", encoding.ending())
}

impl Medium {
    pub const ALL: [Self; 2] = [Self::Photograph, Self::Drawing];

    pub fn word(self) -> &'static str {
        match self {
            Self::Photograph => "photograph",
            Self::Drawing => "drawing",
        }
    }
}

impl PhotoState {
    pub const ALL: [Self; 3] = [Self::Staged, Self::Published, Self::Withdrawn];

    pub fn word(self) -> &'static str {
        match self {
            Self::Staged => "staged",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Staged => "photos-state-staged",
            Self::Published => "photos-state-published",
            Self::Withdrawn => "photos-state-withdrawn",
        }
    }
}

impl TimeOfYear {
    pub const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Autumn, Self::Winter];

    /// Of a day, north or south of the equator.
    pub fn of(day: Day, is_south: bool) -> Self {
        let months = i64::from(day.month()) + if is_south { 6 } else { 0 };
        match months % 12 {
            3..=5 => Self::Spring,
            6..=8 => Self::Summer,
            9..=11 => Self::Autumn,
            _ => Self::Winter,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Spring => "photos-spring",
            Self::Summer => "photos-summer",
            Self::Autumn => "photos-autumn",
            Self::Winter => "photos-winter",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|season| season.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::TimeOfYear;

    #[test]
    fn seasons_turn_round_at_the_equator() {
        let day = "2026-01-15".parse().unwrap();
        assert_eq!(TimeOfYear::of(day, false), TimeOfYear::Winter);
        assert_eq!(TimeOfYear::of(day, true), TimeOfYear::Summer);
        assert_eq!(TimeOfYear::of("2026-10-01".parse().unwrap(), true), TimeOfYear::Spring);
    }
}
