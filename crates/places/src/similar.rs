//! Places like another, and places near it: for its page.

use search::{Choice, Near, Question, Sort};

use crate::Desk;
use crate::index::{Card, CatalogueError, numbers};
use crate::record::shown::Shown;

/// What else there is for who looks at a place.
#[derive(Debug, Clone, Default)]
pub struct Neighbours {
    /// Of the same looks or type.
    pub similar: Vec<Card>,
    /// An hour and a half by car, or about that.
    pub nearby: Vec<Card>,
    /// Of the same looks or type, where it is easier to be allowed.
    pub easier: Vec<Card>,
}

const SIMILAR: usize = 6;
const EASIER: usize = 3;
/// Roads wind, and a unit drives seventy.
const NEARBY_METRES: i64 = 80_000;

pub async fn neighbours(desk: &Desk, place: &Shown) -> Result<Neighbours, CatalogueError> {
    let looks: Vec<String> = place.looks.iter().map(|look| look.slug.clone()).collect();
    let by_look = Choice { facet: "look".to_owned(), values: looks };
    let by_type = Choice { facet: "type".to_owned(), values: vec![place.kind.word.to_owned()] };
    let alike = if by_look.values.is_empty() { by_type.clone() } else { by_look };
    let asked = |choices: Vec<Choice>| Question { choices, limit: 4 * SIMILAR, ..Question::default() };
    let others = |cards: Vec<Card>| cards.into_iter().filter(|card| card.slug != place.slug);
    let mut alike = desk.catalogue.ask(&asked(vec![alike])).await?.cards;
    if alike.len() <= SIMILAR {
        let more = desk.catalogue.ask(&asked(vec![by_type])).await?.cards;
        alike.extend(
            more.into_iter().filter(|card| !alike.iter().any(|known| known.slug == card.slug)).collect::<Vec<_>>(),
        );
    }
    // Those that share most looks stand first; the order among equals stays.
    let shared = |card: &Card| place.looks.iter().filter(|look| card.looks.contains(&look.slug)).count();
    alike.sort_by_key(|card| std::cmp::Reverse(shared(card) * 2 + usize::from(card.kind == place.kind)));
    let hard = numbers::difficulty(place.value("permit"));
    let easier = others(alike.clone()).filter(|card| numbers::difficulty(card.value("permit")) < hard);
    let nearby = match place.position.and_then(|at| search::Position::from_degrees(at.latitude, at.longitude)) {
        None => Vec::new(),
        Some(position) => {
            let near = Near { position, metres: Some(NEARBY_METRES) };
            let question =
                Question { near: Some(near), sort: Sort::Nearest, limit: SIMILAR + 1, ..Question::default() };
            desk.catalogue.ask(&question).await?.cards
        }
    };
    Ok(Neighbours {
        easier: easier.take(EASIER).collect(),
        similar: others(alike).take(SIMILAR).collect(),
        nearby: others(nearby).take(SIMILAR).collect(),
    })
}
