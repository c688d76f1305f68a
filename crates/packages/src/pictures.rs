//! Pictures of a place, as pages, archives and papers need them.

use people::Reader;
use places::{Location, Photo};
use web::{Page, WebError};

use crate::Desk;
use crate::archive::picture_name;
use crate::record::Package;

/// Wide enough for paper and for whoever shows it around.
pub(crate) const WIDEST: u32 = 2_400;
const LARGE: u32 = 1_600;
const SMALL: u32 = 480;

/// A picture that may leave the office.
#[derive(Debug, Clone)]
pub(crate) struct Picture {
    pub(crate) id: kernel::Id,
    pub(crate) photo: Photo,
    pub(crate) alt: String,
    pub(crate) credit: String,
    pub(crate) licence: String,
    /// The day, in words; empty if nobody knows.
    pub(crate) taken: String,
    pub(crate) is_drawing: bool,
    /// Of the small copy.
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) small: String,
    pub(crate) large: String,
    pub(crate) srcset: String,
}

/// What may be shown of a place to the readers of a package.
pub(crate) async fn pictures_of(
    page: &Page,
    desk: &Desk,
    package: &Package,
    location: &Location,
) -> Result<Vec<Picture>, WebError> {
    let photos = places::photos_for(desk.store(), location.id, crate::sheet::leaving(package.reader)).await?;
    Ok(photos.into_iter().map(|photo| picture(page, package, location, photo)).collect())
}

fn picture(page: &Page, package: &Package, location: &Location, photo: Photo) -> Picture {
    let is_public = location.is_listed() && photo.is_shown_to(Reader::Anybody);
    // What is not public is shown to whoever has the link, at an address below it.
    let kept_back = format!("{}/photos/{}", package.path(), photo.id);
    let (width, height) = photo.size_of(SMALL);
    let place = location.name(page.language());
    let alt = match photo.alt(page.language()) {
        "" => place.to_owned(),
        alt => alt.to_owned(),
    };
    Picture {
        id: photo.id,
        alt,
        credit: photo.credit().to_owned(),
        licence: photo.rights.licence.clone().unwrap_or_default(),
        taken: photo.taken_on.map(|day| page.day(day)).unwrap_or_default(),
        is_drawing: photo.is_drawing(),
        width,
        height,
        small: if is_public { photo.address(SMALL) } else { kept_back.clone() },
        large: if is_public { photo.address(LARGE) } else { kept_back },
        srcset: if is_public { photo.srcset() } else { String::new() },
        photo,
    }
}

impl Picture {
    /// `01_look-NE_0710.jpg`
    pub(crate) fn file_name(&self, number: usize) -> String {
        let (what, ending) = if self.is_drawing { ("drawing", "svg") } else { ("look", "jpg") };
        let looks = self.photo.bearing.map(|bearing| compass(bearing.degrees)).unwrap_or_default();
        let taken = match (self.photo.taken_at.as_str(), self.photo.taken_on) {
            ("", Some(day)) => day.to_string(),
            ("", None) => String::new(),
            (time, _) => time.chars().filter(char::is_ascii_digit).collect(),
        };
        picture_name(number, what, looks, &taken, ending)
    }
}

/// The nearest of eight directions.
fn compass(degrees: u16) -> &'static str {
    let points = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"];
    let nearest = usize::from((degrees % 360 * 2 + 45) / 90 % 8);
    points.get(nearest).copied().unwrap_or("N")
}

#[cfg(test)]
mod tests {
    use super::compass;

    #[test]
    fn a_bearing_is_told_as_the_nearest_direction() {
        let told =
            [(0, "N"), (22, "N"), (23, "NE"), (45, "NE"), (90, "E"), (200, "S"), (270, "W"), (338, "N"), (337, "NW")];
        for (degrees, expected) in told {
            assert_eq!(compass(degrees), expected, "{degrees}");
        }
    }
}
