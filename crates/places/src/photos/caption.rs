use images::North;
use web::Page;

use super::{Medium, Photo, PhotoState};

/// What stands below a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Caption {
    /// Keys of what a reader has to know before they trust it.
    pub(crate) marks: Vec<&'static str>,
    /// From the view to the author.
    pub(crate) parts: Vec<String>,
}

/// Eight directions, from north by east.
const DIRECTIONS: [&str; 8] = [
    "photos-north",
    "photos-northeast",
    "photos-east",
    "photos-southeast",
    "photos-south",
    "photos-southwest",
    "photos-west",
    "photos-northwest",
];

impl Caption {
    pub(crate) fn of(page: &Page, photo: &Photo) -> Self {
        let marks = [
            (photo.is_drawing(), "photos-drawing"),
            (photo.is_retouched, "photos-retouched"),
            (photo.is_drone, "photos-drone"),
            (photo.is_old(page.today()), "photos-old"),
            (photo.state == PhotoState::Staged, "photos-state-staged"),
        ];
        let credit = match (photo.medium, photo.credit()) {
            (Medium::Drawing, _) => Some(page.say("photos-drawn").to_string()),
            (Medium::Photograph, "") => None,
            (Medium::Photograph, credit) => Some(page.say("photos-by").with("name", credit).to_string()),
        };
        let parts = [looks(page, photo), when(page, photo), credit, photo.rights.licence.clone()];
        Self {
            marks: marks.into_iter().filter(|(holds, _)| *holds).map(|(_, key)| key).collect(),
            parts: parts.into_iter().flatten().collect(),
        }
    }
}

/// `Looks north-east (45°)`.
pub(crate) fn looks(page: &Page, photo: &Photo) -> Option<String> {
    let bearing = photo.bearing?;
    let sector = (usize::from(bearing.degrees) * 2 + 45) / 90 % 8;
    let direction = page.say(DIRECTIONS.get(sector)?).to_string();
    let key = match bearing.north {
        North::True => "photos-looks",
        North::Magnetic => "photos-looks-by-compass",
    };
    Some(page.say(key).with("direction", direction).with("degrees", bearing.degrees.to_string()).to_string())
}

/// The day and the hour, or the season, as far as they are known.
pub(crate) fn when(page: &Page, photo: &Photo) -> Option<String> {
    match (photo.taken_on, photo.season) {
        (Some(day), _) if photo.taken_at.is_empty() => Some(page.day(day)),
        (Some(day), _) => Some(format!("{}, {}", page.day(day), photo.taken_at)),
        (None, Some(season)) => Some(page.say(season.label()).to_string()),
        (None, None) => None,
    }
}
