//! Plane geometry on degrees: good enough for a drawing.

#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "degrees are no money, and a point has two of them"
)]

/// Longitude and latitude.
pub(super) type Point = [f64; 2];
pub(super) type Line = Vec<Point>;

/// The box that a map is cut to.
pub(super) struct Frame {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

/// Three decimals are a hundred metres.
pub(super) fn rounded(degrees: f64) -> f64 {
    (degrees * 1000.0).round() / 1000.0
}

/// The greater of width and height.
pub(super) fn extent(line: &Line) -> f64 {
    let spread = |axis: fn(&Point) -> f64| {
        let (least, most) =
            line.iter().map(axis).fold((f64::MAX, f64::MIN), |(least, most), at| (least.min(at), most.max(at)));
        most - least
    };
    spread(|[x, _]| *x).max(spread(|[_, y]| *y))
}

/// Without the corners that one would not miss. The ends stay.
pub(super) fn thinned(line: &Line, tolerance: f64) -> Line {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return Line::new() };
    let inner = line.get(1..line.len().saturating_sub(1)).unwrap_or_default();
    // A closed ring has no straight line between its ends: there the point farthest off is looked for.
    let farthest = inner.iter().enumerate().map(|(at, point)| (at + 1, distance(point, first, last)));
    match farthest.max_by(|one, other| one.1.total_cmp(&other.1)) {
        Some((at, off)) if off > tolerance => {
            let (head, tail) = (line.get(..=at).unwrap_or_default(), line.get(at..).unwrap_or_default());
            let mut both = thinned(&head.to_vec(), tolerance);
            both.pop();
            both.extend(thinned(&tail.to_vec(), tolerance));
            both
        }
        _ => vec![*first, *last],
    }
}

fn distance(point: &Point, from: &Point, to: &Point) -> f64 {
    let (over, up) = (to[0] - from[0], to[1] - from[1]);
    let length = over.hypot(up);
    if length == 0.0 {
        return (point[0] - from[0]).hypot(point[1] - from[1]);
    }
    // From the segment, not from the line beyond it.
    let along = (((point[0] - from[0]) * over + (point[1] - from[1]) * up) / (length * length)).clamp(0.0, 1.0);
    (point[0] - from[0] - along * over).hypot(point[1] - from[1] - along * up)
}

impl Frame {
    /// The part of a closed ring inside; where it leaves and comes back it follows the frame.
    pub(super) fn ring(&self, ring: &Line) -> Line {
        let mut inside = ring.clone();
        for side in self.sides() {
            let mut kept = Line::new();
            let before = inside.iter().cycle().skip(inside.len().saturating_sub(1));
            for (from, to) in before.zip(&inside) {
                let (was, is) = (side.beyond(from), side.beyond(to));
                if was != is {
                    kept.push(side.crossing(from, to));
                }
                if !is {
                    kept.push(*to);
                }
            }
            inside = kept;
        }
        let mut inside = tidy(inside);
        if let (Some(first), Some(last)) = (inside.first().copied(), inside.last())
            && first != *last
        {
            inside.push(first);
        }
        inside
    }

    /// The parts of a line inside.
    pub(super) fn line(&self, line: &Line) -> Vec<Line> {
        let mut parts = vec![line.clone()];
        for side in self.sides() {
            parts = parts.iter().flat_map(|part| cut(part, &side)).collect();
        }
        parts.into_iter().map(tidy).filter(|part| part.len() > 1).collect()
    }

    fn sides(&self) -> [Side; 4] {
        [
            Side { axis: 0, at: self.west, sign: 1.0 },
            Side { axis: 0, at: self.east, sign: -1.0 },
            Side { axis: 1, at: self.south, sign: 1.0 },
            Side { axis: 1, at: self.north, sign: -1.0 },
        ]
    }
}

struct Side {
    axis: usize,
    at: f64,
    sign: f64,
}

impl Side {
    fn beyond(&self, point: &Point) -> bool {
        (point[self.axis] - self.at) * self.sign < 0.0
    }

    fn crossing(&self, from: &Point, to: &Point) -> Point {
        let share = (self.at - from[self.axis]) / (to[self.axis] - from[self.axis]);
        [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
    }
}

fn cut(line: &Line, side: &Side) -> Vec<Line> {
    let mut parts = Vec::new();
    let mut part = Line::new();
    for (at, point) in line.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| line.get(at));
        if let Some(before) = before
            && side.beyond(before) != side.beyond(point)
        {
            part.push(side.crossing(before, point));
            if side.beyond(point) {
                parts.push(std::mem::take(&mut part));
            }
        }
        if !side.beyond(point) {
            part.push(*point);
        }
    }
    parts.push(part);
    parts
}

/// With few decimals, and without points that are then the same.
fn tidy(line: Line) -> Line {
    let mut line: Line = line.into_iter().map(|[x, y]| [rounded(x), rounded(y)]).collect();
    line.dedup();
    line
}
