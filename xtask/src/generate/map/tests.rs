use super::clip::{Frame, Line, thinned};
use super::{City, Plan, base};
use serde_json::{Value, json};

const FRAME: Frame = Frame { west: 0.0, south: 0.0, east: 10.0, north: 10.0 };

#[test]
fn a_ring_is_cut_to_the_frame_and_stays_closed() {
    let wide: Line = vec![[-5.0, 2.0], [5.0, 2.0], [5.0, 8.0], [-5.0, 8.0], [-5.0, 2.0]];
    let cut = FRAME.ring(&wide);
    assert_eq!(cut.first(), cut.last());
    assert!(cut.iter().all(|[x, _]| (0.0..=5.0).contains(x)), "{cut:?}");
    assert_eq!(FRAME.ring(&vec![[20.0, 20.0], [21.0, 20.0], [20.0, 21.0], [20.0, 20.0]]), Line::new());
}

#[test]
fn a_line_that_leaves_and_comes_back_is_two() {
    let line: Line = vec![[1.0, 1.0], [5.0, 15.0], [9.0, 1.0]];
    let parts = FRAME.line(&line);
    assert_eq!(parts.len(), 2, "{parts:?}");
    assert_eq!(FRAME.line(&vec![[1.0, 1.0], [9.0, 9.0]]), vec![vec![[1.0, 1.0], [9.0, 9.0]]]);
}

#[test]
fn corners_that_matter_stay() {
    let line: Line = vec![[0.0, 0.0], [1.0, 0.001], [2.0, 0.0], [2.0, 3.0], [4.0, 3.0]];
    assert_eq!(thinned(&line, 0.01), vec![[0.0, 0.0], [2.0, 0.0], [2.0, 3.0], [4.0, 3.0]]);
}

/// Two countries side by side, one unit wide, and a lake.
#[test]
fn a_shared_side_is_a_border_and_the_others_are_coast() {
    let world = json!({
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [[[2, 1], [0, 3]], [[2, 4], [-1, 0], [0, -3], [1, 0]], [[2, 1], [1, 0], [0, 3], [-1, 0]]],
        "objects": {"countries": {"geometries": [
            {"type": "Polygon", "id": "1", "arcs": [[0, 1]]},
            {"type": "Polygon", "id": "2", "arcs": [[2, -1]]},
        ]}},
    });
    let cities = json!([{"name": "Harbour", "country": "XN", "lat": "2.5", "lng": "1.5"}]);
    let names = [("en".to_owned(), "Harbour".to_owned())].into();
    let city = |is: &str| City { is: is.to_owned(), size: 1, names: std::collections::BTreeMap::clone(&names) };
    let plan = |is: &str| Plan {
        country: "1".to_owned(),
        within: Vec::new(),
        west: 0.0,
        south: 0.0,
        east: 10.0,
        north: 10.0,
        cities: vec![city(is)],
    };
    let mut lakes = 9994_i32.to_be_bytes().to_vec();
    lakes.resize(100, 0);
    let text = base(&plan("Harbour, XN"), &world, &lakes, &cities).unwrap();
    let made: Value = serde_json::from_str(&text).unwrap();
    let of = |kind: &str| {
        let features = made["features"].as_array().unwrap();
        features.iter().find(|feature| feature["properties"]["kind"] == kind).unwrap()["geometry"]["coordinates"]
            .clone()
    };
    assert_eq!(of("border"), json!([[[2.0, 1.0], [2.0, 4.0]]]));
    assert_eq!(of("coast").as_array().unwrap().len(), 2);
    assert_eq!(of("land").as_array().unwrap().len(), 2);
    assert_eq!(of("country").as_array().unwrap().len(), 1);
    let own = Plan { within: vec!["Enclave".to_owned()], ..plan("Harbour, XN") };
    let mut enclave = world.clone();
    enclave["objects"]["countries"]["geometries"][1] =
        json!({"type": "Polygon", "arcs": [[2, -1]], "properties": {"name": "Enclave"}});
    let with = base(&own, &enclave, &lakes, &cities).unwrap();
    assert!(
        with.contains(r#""coordinates":[],"type":"MultiLineString""#),
        "what belongs to the country has no border in it"
    );
    assert_eq!(of("city"), json!([1.5, 2.5]));
    let missing = base(&plan("Nowhere, XN"), &world, &lakes, &cities).unwrap_err();
    assert_eq!(missing.to_string(), "the gazetteer has no `Nowhere, XN`");
}
