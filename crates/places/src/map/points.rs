use kernel::Language;

use crate::Position;
use crate::index::Card;
use crate::record::shown::Shown;

/// A place as the map has it: no more than the public may see.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Point {
    pub slug: String,
    pub name: String,
    /// The key of what it is: a canyon, a lake.
    pub kind: &'static str,
    pub position: Position,
}

impl Point {
    /// Nothing for a place without a position.
    pub(crate) fn of_card(card: &Card, language: Language) -> Option<Self> {
        let position = card.position?;
        let name = card.name(language).to_owned();
        Some(Self { slug: card.slug.clone(), name, kind: card.kind.label, position })
    }

    pub(crate) fn of(place: &Shown, language: Language) -> Option<Self> {
        let position = place.position?;
        let name = place.name(language).to_owned();
        Some(Self { slug: place.slug.clone(), name, kind: place.kind.label, position })
    }
}
