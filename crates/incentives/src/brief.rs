//! A kept estimate in brief, for whoever refers to it from elsewhere.

use kernel::Money;
use rulebook::{Facts, Ledger, Rulebook, Tables};

use crate::result::carried;
use crate::{Answer, ArchiveProblem, Desk};

/// What an estimate came to, and by which text of the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    pub id: String,
    /// The least and the most that the award may be, as far as each has a limit; nothing if there is no figure.
    pub award: Option<(Option<Money>, Option<Money>)>,
    /// The hash of the text of the rulebook.
    pub rulebook: String,
}

impl Desk {
    /// Nothing if there is no estimate of that id.
    pub fn brief(&self, id: &str) -> Result<Option<Brief>, ArchiveProblem> {
        let Some(kept) = self.archive().find(id)? else { return Ok(None) };
        let award = award(&kept.book, &kept.facts, kept.ledger.as_ref(), &kept.tables);
        Ok(Some(Brief { id: id.to_owned(), award, rulebook: kept.book.hash }))
    }

    /// The same question put to the text of today, and kept; nothing if that is the same text or does not answer it.
    pub fn brief_today(&self, id: &str) -> Result<Option<Brief>, ArchiveProblem> {
        let Some(kept) = self.archive().find(id)? else { return Ok(None) };
        let Some(new) = self.library().get(&kept.book.id).filter(|new| new.hash != kept.book.hash) else {
            return Ok(None);
        };
        let ledger = match &kept.ledger {
            None => None,
            Some(ledger) => match carried(&kept.book, new, ledger) {
                Some(ledger) => Some(ledger),
                None => return Ok(None),
            },
        };
        let id = self.archive().keep(new, &kept.facts, ledger.as_ref(), &kept.tables, kept.rows)?;
        let award = award(new, &kept.facts, ledger.as_ref(), &kept.tables);
        Ok(Some(Brief { id, award, rulebook: new.hash.clone() }))
    }
}

fn award(
    book: &Rulebook,
    facts: &Facts,
    ledger: Option<&Ledger>,
    tables: &Tables,
) -> Option<(Option<Money>, Option<Money>)> {
    let answer = Answer::work_out(book, facts.clone(), None, ledger, tables).ok()?;
    answer.award_range().filter(|(least, most)| least.is_some() || most.is_some())
}
