//! What to do when nothing is found: what to leave away, and how much there is then.

use search::Question;

use super::asked::{Asked, Part};
use crate::index::{Catalogue, CatalogueError};

pub(super) struct Relaxed {
    pub(super) part: Part,
    pub(super) asked: Asked,
    pub(super) total: usize,
}

const MOST: usize = 5;

/// Leaving away one thing after another.
pub(super) async fn relaxed(catalogue: &Catalogue, asked: &Asked) -> Result<Vec<Relaxed>, CatalogueError> {
    let parts = asked.parts();
    let mut all = Vec::new();
    for part in &parts {
        let rest = asked.without(part);
        all.push(Relaxed { part: part.clone(), total: total(catalogue, &rest).await?, asked: rest });
    }
    all.retain(|relaxed| relaxed.total > 0);
    // What leaves least to look through is nearest to what was asked.
    all.sort_by_key(|relaxed| relaxed.total);
    all.truncate(MOST);
    Ok(all)
}

async fn total(catalogue: &Catalogue, asked: &Asked) -> Result<usize, CatalogueError> {
    let question = Question { limit: 0, offset: 0, count: Vec::new(), ..asked.question() };
    Ok(catalogue.ask(&question).await?.total)
}
