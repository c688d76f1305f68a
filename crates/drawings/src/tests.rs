use crate::{Scene, Season, View, draw};

const HOURS: [(f64, f64); 6] = [(62.0, 180.0), (24.0, 120.0), (3.0, 70.0), (1.0, 285.0), (-4.0, 290.0), (-20.0, 330.0)];

fn drawn(scene: Scene, seed: &str, season: Season, (sun_altitude, sun_azimuth): (f64, f64)) -> String {
    draw(&View { seed, scene, season, bearing: 250.0, sun_altitude, sun_azimuth })
}

/// Every scene in every season and at every hour.
fn all(mut check: impl FnMut(Scene, &str)) {
    for scene in Scene::ALL {
        for season in Season::ALL {
            for hour in HOURS {
                check(scene, &drawn(scene, "here", season, hour));
            }
        }
    }
}

#[test]
fn the_same_view_is_drawn_the_same_and_another_place_otherwise() {
    for scene in Scene::ALL {
        let one = drawn(scene, "one", Season::Summer, (10.0, 250.0));
        assert_eq!(one, drawn(scene, "one", Season::Summer, (10.0, 250.0)), "{}", scene.word());
        assert_ne!(one, drawn(scene, "two", Season::Summer, (10.0, 250.0)), "{}", scene.word());
        assert_ne!(one, drawn(scene, "one", Season::Summer, (-12.0, 250.0)), "{}", scene.word());
    }
}

#[test]
fn a_drawing_is_small_and_most_are_very_small() {
    let mut sizes = Vec::new();
    all(|scene, svg| {
        assert!(svg.len() < 26_000, "{} has {} bytes", scene.word(), svg.len());
        sizes.push(svg.len());
    });
    sizes.sort_unstable();
    assert!(sizes[sizes.len() / 2] < 10_000, "half of them have more than {} bytes", sizes[sizes.len() / 2]);
}

/// Enough of XML for what we write: tags close in order, and every number is one.
fn well_formed(svg: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    for part in svg.split('<').skip(1) {
        let (tag, text) = part.split_once('>').ok_or("a tag without end")?;
        if !text.is_empty() {
            return Err(format!("words: {text}"));
        }
        if tag.matches('"').count() % 2 != 0 || tag.contains("NaN") || tag.contains("inf") {
            return Err(format!("<{tag}>"));
        }
        match tag.strip_prefix('/') {
            Some(name) if open.pop() == Some(name) => {}
            Some(name) => return Err(format!("</{name}> closes nothing")),
            None if tag.ends_with('/') => {}
            None => open.push(tag.split(' ').next().unwrap_or(tag)),
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("open: {open:?}")) }
}

#[test]
fn a_drawing_is_well_formed_and_asks_nobody_for_anything() {
    all(|scene, svg| {
        assert_eq!(well_formed(svg), Ok(()), "{}", scene.word());
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
        assert_eq!(svg.matches("http").count(), 1, "{}", scene.word());
        assert_eq!(svg.matches("href=").count(), svg.matches("href=\"#").count(), "{}", scene.word());
        assert_eq!(svg.matches("url(").count(), svg.matches("url(#").count(), "{}", scene.word());
        for forbidden in ["<script", "<text", "<image", "<foreignObject", "<style", " on", "data:"] {
            assert!(!svg.contains(forbidden), "{} in {}", forbidden, scene.word());
        }
    });
}

#[test]
fn a_name_in_a_drawing_is_given_once() {
    all(|scene, svg| {
        let mut names: Vec<&str> = svg.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{}", scene.word());
    });
}

#[test]
fn a_scene_is_found_by_its_word() {
    for scene in Scene::ALL {
        assert_eq!(Scene::from_word(scene.word()), Some(scene));
    }
    assert_eq!(Scene::from_word("underwater"), None);
}

#[test]
fn the_sun_is_drawn_only_where_one_looks() {
    let disc = "r=\"46\"";
    let towards = draw(&View {
        seed: "x",
        scene: Scene::Steppe,
        season: Season::Summer,
        bearing: 285.0,
        sun_altitude: 0.0,
        sun_azimuth: 290.0,
    });
    assert!(towards.contains(disc));
    let away = draw(&View {
        seed: "x",
        scene: Scene::Steppe,
        season: Season::Summer,
        bearing: 105.0,
        sun_altitude: 0.0,
        sun_azimuth: 290.0,
    });
    assert!(!away.contains(disc));
}
