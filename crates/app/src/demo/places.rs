//! The country to look at: its destinations and places, each with drawings where nobody has brought a photograph.

use anyhow::{Context, anyhow};
use drawings::{Scene, Season, View};
use futures_util::{StreamExt, TryStreamExt, stream};
use jiff::Timestamp;
use kernel::{Id, Language, LocalText};
use light::Daylight;
use places::{Content, ContentPlace, OwnDrawing, TimeOfYear};
use store::Change;
use toml::Table;
use web::Words;

use super::seed::begin;
use crate::Desks;

/// The year of whose days the light is.
const YEAR: i16 = 2026;

/// Places whose drawings are made at the same time.
const AT_ONCE: usize = 16;

/// A picture that is asked for: what, on which day, in which light, and where one looks.
struct Asked {
    scene: Scene,
    month: i8,
    day: i8,
    hour: Hour,
    bearing: u16,
}

#[derive(Clone, Copy)]
enum Hour {
    Sunrise,
    Morning,
    Noon,
    Golden,
    Dusk,
    Night,
}

/// Puts the destinations and places that the files describe beside whatever is there, each with its drawings.
pub(super) async fn load(
    desks: &Desks,
    files: &[(String, String)],
    words: &Words,
    now: Timestamp,
) -> anyhow::Result<()> {
    let desk = &desks.places;
    let content = Content::read(files, desk.bounds.as_ref())
        .map_err(|problems| anyhow!(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))?;
    let change = begin(&desk.store, now).await?;
    let new = places::load(&change, &content).await?;
    // Files take their time to be safe on the disk: those of several places do so together.
    let drawn = new.into_iter().map(|(id, place)| illustrate(&change, desk, (id, place), words));
    stream::iter(drawn).buffer_unordered(AT_ONCE).try_collect::<Vec<()>>().await?;
    change.commit().await?;
    Ok(())
}

async fn illustrate(
    change: &Change,
    desk: &places::Desk,
    (id, place): (Id, &ContentPlace),
    words: &Words,
) -> anyhow::Result<()> {
    for (number, picture) in place.pictures.iter().enumerate() {
        let told = || format!("picture {} of `{}`", number + 1, place.slug);
        let asked = Asked::read(picture).with_context(told)?;
        let drawing = asked.drawn(desk, place, words).with_context(told)?;
        places::add_drawing(change, &desk.files, id, &drawing).await?;
    }
    Ok(())
}

impl Asked {
    fn read(picture: &Table) -> anyhow::Result<Self> {
        let text = |key: &str| picture.get(key).and_then(toml::Value::as_str).with_context(|| format!("no `{key}`"));
        let (scene, hour, on) = (text("scene")?, text("light")?, text("on")?);
        let (month, day) = on.split_once('-').context("`on` is a month and a day such as 09-23")?;
        let bearing = picture.get("bearing").and_then(toml::Value::as_integer).context("no `bearing`")?;
        Ok(Self {
            scene: Scene::from_word(scene).with_context(|| format!("`{scene}` is no scene"))?,
            month: month.parse()?,
            day: day.parse()?,
            hour: Hour::from_word(hour).with_context(|| format!("`{hour}` is no light"))?,
            bearing: u16::try_from(bearing).ok().filter(|degrees| *degrees < 360).context("`bearing` is 0 to 359")?,
        })
    }

    fn drawn(&self, desk: &places::Desk, place: &ContentPlace, words: &Words) -> anyhow::Result<OwnDrawing> {
        let day = kernel::Day::new(YEAR, self.month, self.day).context("that day is in no calendar")?;
        let position = place.position().context("a place without position has no light")?;
        let position = light::Position::new(position.latitude, position.longitude).context("a place on the globe")?;
        let daylight = Daylight::of(position, day, &desk.zone).context("that day has no light")?;
        let (sun_altitude, sun_azimuth) = self.hour.sun(&daylight);
        let time_of_year = TimeOfYear::of(day, position.latitude() < 0.0);
        let view = View {
            // Views of one place show the same place: the seed is the place's, and chance differs by the hour.
            seed: &format!("{} {}", place.slug, self.hour.word()),
            scene: self.scene,
            season: drawn_season(time_of_year),
            bearing: f64::from(self.bearing),
            sun_altitude,
            sun_azimuth,
        };
        let mut alt = LocalText::default();
        for language in &desk.languages {
            alt.insert(*language, self.told(place, time_of_year, *language, words));
        }
        Ok(OwnDrawing {
            svg: drawings::draw(&view),
            size: drawings::SIZE,
            alt,
            // A name is the same in every language.
            credit: "Tereze".to_owned(),
            licence: String::new(),
            season: Some(time_of_year),
            bearing: Some(self.bearing),
        })
    }

    /// `Charyn Canyon: evening light in autumn, drawn`.
    fn told(&self, place: &ContentPlace, season: TimeOfYear, language: Language, words: &Words) -> String {
        let say = |key: &str| words.say(language, key).to_string();
        let phrase = words.say(language, "drawing-alt").with("place", place.name(language));
        let phrase = phrase.with("light", say(self.hour.label())).with("season", say(season_label(season)));
        phrase.to_string()
    }
}

fn drawn_season(season: TimeOfYear) -> Season {
    match season {
        TimeOfYear::Spring => Season::Spring,
        TimeOfYear::Summer => Season::Summer,
        TimeOfYear::Autumn => Season::Autumn,
        TimeOfYear::Winter => Season::Winter,
    }
}

fn season_label(season: TimeOfYear) -> &'static str {
    match season {
        TimeOfYear::Spring => "drawing-in-spring",
        TimeOfYear::Summer => "drawing-in-summer",
        TimeOfYear::Autumn => "drawing-in-autumn",
        TimeOfYear::Winter => "drawing-in-winter",
    }
}

impl Hour {
    const ALL: [Self; 6] = [Self::Sunrise, Self::Morning, Self::Noon, Self::Golden, Self::Dusk, Self::Night];

    fn word(self) -> &'static str {
        match self {
            Self::Sunrise => "sunrise",
            Self::Morning => "morning",
            Self::Noon => "noon",
            Self::Golden => "golden",
            Self::Dusk => "dusk",
            Self::Night => "night",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|hour| hour.word() == word)
    }

    fn label(self) -> &'static str {
        match self {
            Self::Sunrise => "drawing-at-sunrise",
            Self::Morning => "drawing-at-morning",
            Self::Noon => "drawing-at-noon",
            Self::Golden => "drawing-at-golden",
            Self::Dusk => "drawing-at-dusk",
            Self::Night => "drawing-at-night",
        }
    }

    /// How high the sun stands then, and where.
    fn sun(self, daylight: &Daylight) -> (f64, f64) {
        let noon = daylight.noon;
        let rise = daylight.sunrise.map_or(noon.azimuth, |moment| moment.azimuth);
        let set = daylight.sunset.map_or(noon.azimuth, |moment| moment.azimuth);
        match self {
            Self::Sunrise => (0.8, rise),
            Self::Morning => (12.0, rise),
            Self::Noon => (noon.altitude, noon.azimuth),
            Self::Golden => (2.6, set),
            Self::Dusk => (-3.4, set),
            Self::Night => (-18.0, set),
        }
    }
}
