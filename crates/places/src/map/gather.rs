#![expect(clippy::float_arithmetic, reason = "dots of a drawing are no money")]

use super::frame::{Fit, Frame};
use super::points::Point;
use crate::Position;

/// What is drawn at one spot.
pub(crate) enum Mark<'p> {
    Pin(&'p Point),
    /// Too near to each other to be told apart.
    Cluster(Vec<&'p Point>),
}

/// More pins than that help nobody to choose.
const MOST_MARKS: usize = 40;

/// A finger has to hit one and not the other.
pub(crate) const APART: f64 = 46.0;

/// The points inside a drawing, those too near to each other together. What comes first among the points decides, so
/// that the same question is always drawn alike.
pub(crate) fn gather<'p>(points: &'p [Point], fit: &Fit) -> Vec<((f64, f64), Mark<'p>)> {
    let inside: Vec<((f64, f64), &Point)> =
        points.iter().map(|point| (fit.place(&point.position), point)).filter(|(dot, _)| fit.is_inside(*dot)).collect();
    let mut apart = APART;
    loop {
        let groups = grouped(&inside, apart);
        if groups.len() <= MOST_MARKS {
            return groups.into_iter().map(marked).collect();
        }
        apart *= 1.25;
    }
}

struct Group<'p> {
    middle: (f64, f64),
    points: Vec<&'p Point>,
}

fn grouped<'p>(inside: &[((f64, f64), &'p Point)], apart: f64) -> Vec<Group<'p>> {
    let mut groups: Vec<Group<'p>> = Vec::new();
    for ((x, y), point) in inside {
        match groups.iter_mut().find(|group| (group.middle.0 - x).hypot(group.middle.1 - y) < apart) {
            Some(group) => group.points.push(point),
            None => groups.push(Group { middle: (*x, *y), points: vec![point] }),
        }
    }
    groups
}

fn marked(group: Group<'_>) -> ((f64, f64), Mark<'_>) {
    let mark = match group.points.as_slice() {
        [one] => Mark::Pin(one),
        _ => Mark::Cluster(group.points),
    };
    (group.middle, mark)
}

impl Mark<'_> {
    /// Where on the globe it stands: a cluster where its first point is.
    pub(crate) fn position(&self) -> Option<Position> {
        match self {
            Self::Pin(point) => Some(point.position),
            Self::Cluster(points) => points.first().map(|point| point.position),
        }
    }

    /// What one looks at to see its points one by one.
    pub(crate) fn frame(&self) -> Option<Frame> {
        match self {
            Self::Pin(point) => Frame::around([point.position]),
            Self::Cluster(points) => Frame::around(points.iter().map(|point| point.position)),
        }
    }
}
