//! Landscapes as small vector drawings: what a place looks like where nobody has brought a photograph yet.
//!
//! **Invariants.** Pure: the same [`View`] gives the same bytes; chance comes from the seed alone. A drawing has no
//! script, no text and asks nobody for anything. The sun stands where the view says, so that the light is that of the
//! hour; everything else is imagination and has to be labelled as a drawing.

#![expect(clippy::float_arithmetic, reason = "this is drawing: places on a sheet and colours, and no money")]

mod canvas;
mod colour;
mod dice;
mod land;
mod light;
mod scene;
mod scenes;
mod things;
#[cfg(test)]
mod tests;

pub use scene::Scene;

use canvas::Canvas;
use light::Light;

/// What is drawn, and when one looks.
#[derive(Debug, Clone, PartialEq)]
pub struct View<'v> {
    /// Two drawings of one scene differ by it: the name of the place, and of the view.
    pub seed: &'v str,
    pub scene: Scene,
    pub season: Season,
    /// Where one looks, in degrees from north, clockwise.
    pub bearing: f64,
    /// Above the horizon, in degrees; below it the night begins.
    pub sun_altitude: f64,
    /// In degrees from north, clockwise.
    pub sun_azimuth: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// Width and height of every drawing.
pub const SIZE: (u32, u32) = (1200, 800);

/// The drawing as SVG.
pub fn draw(view: &View<'_>) -> String {
    let mut canvas = Canvas::new(view.seed, Light::of(view), view.season);
    scenes::sky(&mut canvas);
    scenes::paint(&mut canvas, view.scene);
    canvas.finish()
}

impl Season {
    pub const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Autumn, Self::Winter];

    pub fn is_white(self) -> bool {
        match self {
            Self::Winter => true,
            Self::Spring | Self::Summer | Self::Autumn => false,
        }
    }
}
