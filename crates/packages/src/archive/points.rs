//! Where the places are, for maps. What may not be told exactly is rounded already in what comes here.

use std::fmt::Write;

use kernel::Language;
use places::Shown;
use serde_json::json;

/// For Google Earth and its likes; places whose position is not known are left out.
pub(crate) fn kml(title: &str, language: Language, places: &[(Shown, String)]) -> String {
    let mut kml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n",
    );
    put(&mut kml, format_args!("<name>{}</name>\n", escaped(title)));
    for (place, address) in places {
        let Some(position) = place.position else { continue };
        put(
            &mut kml,
            format_args!(
                "<Placemark><name>{}</name><description>{}</description><Point><coordinates>{},{}</coordinates></Point></Placemark>\n",
                escaped(place.name(language)),
                escaped(address),
                position.longitude,
                position.latitude
            ),
        );
    }
    kml.push_str("</Document>\n</kml>\n");
    kml
}

pub(crate) fn geojson(language: Language, places: &[(Shown, String)]) -> String {
    let features: Vec<_> = places
        .iter()
        .map(|(place, address)| {
            let point = place
                .position
                .map(|position| json!({ "type": "Point", "coordinates": [position.longitude, position.latitude] }));
            json!({
                "type": "Feature",
                "id": place.slug,
                "geometry": point,
                "properties": {
                    "name": place.name(language),
                    "kind": place.kind.word,
                    "precision": place.precision.word(),
                    "address": address,
                },
            })
        })
        .collect();
    let collection = json!({ "type": "FeatureCollection", "features": features });
    serde_json::to_string_pretty(&collection).expect("texts and numbers can be written as JSON")
}

fn put(text: &mut String, piece: std::fmt::Arguments<'_>) {
    text.write_fmt(piece).expect("a string can be written to");
}

fn escaped(text: &str) -> String {
    let kept = text.chars().filter(|letter| !letter.is_control() || *letter == '\n');
    let kept: String = kept.collect();
    kept.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
