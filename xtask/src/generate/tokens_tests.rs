#![expect(clippy::float_arithmetic, reason = "contrast is a matter of light, not of money")]

use super::{SOURCE, TARGET, Tokens, style_sheet, theme_tokens};
use serde_json::Value;

fn document() -> Value {
    serde_json::from_str(&std::fs::read_to_string(crate::repository().join(SOURCE)).unwrap()).unwrap()
}

#[test]
fn the_checked_in_style_sheet_is_the_generated_one() {
    let checked_in = std::fs::read_to_string(crate::repository().join(TARGET)).unwrap();
    assert!(checked_in == style_sheet(&document()).unwrap(), "run `cargo xtask gen tokens`");
}

#[test]
fn text_stands_out_from_what_is_behind_it() {
    // WCAG 2.2: 4.5 to 1 for text, 3 to 1 for the edges of controls and for drawings.
    let text = ["text", "text-quiet", "accent", "danger", "warning", "open", "done"];
    let behind = ["surface", "surface-raised", "surface-sunken", "row"];
    let mut pairs: Vec<(&str, &str, f64)> = Vec::new();
    pairs.extend(text.iter().flat_map(|front| behind.iter().map(move |back| (*front, *back, 4.5))));
    pairs.extend([("on-accent", "accent", 4.5), ("on-accent", "accent-hover", 4.5), ("on-focus", "focus", 4.5)]);
    pairs.extend([("on-accent", "danger", 4.5), ("on-accent", "danger-hover", 4.5)]);
    pairs.extend(["accent-soft", "info-soft", "danger-soft", "open-soft", "done-soft"].map(|soft| ("text", soft, 4.5)));
    pairs.extend([("danger", "danger-soft", 4.5), ("open", "open-soft", 4.5), ("done", "done-soft", 4.5)]);
    pairs.extend(behind.map(|back| ("line-strong", back, 3.0)));
    for theme in ["light", "dark", "print"] {
        let tokens = theme_tokens(&document(), theme).unwrap();
        for (front, back, least) in &pairs {
            let found = contrast(luminance(&tokens, front), luminance(&tokens, back));
            assert!(found >= *least, "{theme}: {front} on {back} is {found:.2} to 1, {least} is needed");
        }
    }
}

#[test]
fn the_title_stands_out_from_the_sky() {
    for theme in ["light", "dark"] {
        let tokens = theme_tokens(&document(), theme).unwrap();
        for sky in ["sky-high", "sky-low"] {
            let sky = luminance_of(&tokens, &format!("scene.{sky}"));
            assert!(contrast(luminance(&tokens, "text"), sky) >= 4.5, "{theme}");
        }
    }
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(tokens: &Tokens, name: &str) -> f64 {
    luminance_of(tokens, &format!("color.{name}"))
}

/// Relative luminance of an oklch colour, through oklab and linear sRGB.
fn luminance_of(tokens: &Tokens, path: &str) -> f64 {
    let value = &tokens[path].value;
    if let Some(alias) = value.as_str() {
        return luminance_of(tokens, alias.trim_matches(['{', '}']));
    }
    let component = |at: usize| value["components"][at].as_f64().unwrap();
    let (lightness, chroma, hue) = (component(0), component(1), component(2).to_radians());
    let (a, b) = (chroma * hue.cos(), chroma * hue.sin());
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
    let red = 4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s;
    let green = -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s;
    let blue = -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s;
    0.2126 * red.clamp(0.0, 1.0) + 0.7152 * green.clamp(0.0, 1.0) + 0.0722 * blue.clamp(0.0, 1.0)
}
