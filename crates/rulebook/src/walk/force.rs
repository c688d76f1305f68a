//! What is in force on a day: figures, and rows of parameters.

use kernel::Day;

use crate::book::{FigureId, InForce, ParamId, ParamRow, ParamValue, Rulebook};
use crate::facts::BoundFacts;
use crate::value::Failure;

impl Rulebook {
    /// Why a figure is not in force on the day, if it is not.
    pub(super) fn not_in_force(&self, id: FigureId, facts: &BoundFacts) -> Option<Failure> {
        let governs = |period: &&InForce| {
            if period.governs.is_empty() { self.award == Some(id) } else { period.governs.contains(&id) }
        };
        let periods: Vec<_> = self.in_force.iter().filter(governs).collect();
        let covers =
            |period: &&&InForce| period.from <= facts.as_of && period.until.is_none_or(|until| until >= facts.as_of);
        if periods.is_empty() || periods.iter().any(|period| covers(&period)) {
            return None;
        }
        let ended = periods.iter().filter(|period| period.until.is_some_and(|until| until < facts.as_of));
        let last = ended.max_by_key(|period| period.until);
        let clause = last.or(periods.first()).map(|period| period.clause).unwrap_or_default();
        Some(Failure::NotInForce { since: last.and_then(|period| period.until), clause })
    }

    /// The row of a parameter that holds on a day: the one that begins last, then the one known last.
    pub(crate) fn param_row(
        &self,
        id: ParamId,
        key: Option<u8>,
        day: Day,
        known_on: Option<Day>,
    ) -> Result<(usize, ParamValue), Failure> {
        let nothing = |since| Failure::NotInForce {
            since,
            clause: self.params.get(id.0).map(|param| param.clause).unwrap_or_default(),
        };
        let param = self.params.get(id.0).ok_or_else(|| nothing(None))?;
        let is_for_key = |row: &ParamRow| match (&row.keys, key) {
            (Some(keys), Some(key)) => keys.contains(&key),
            _ => true,
        };
        let is_public = |row: &ParamRow| known_on.is_none_or(|on| row.known.is_none_or(|known| known <= on));
        let rows = || param.rows.iter().enumerate().filter(|(_, row)| is_for_key(row) && is_public(row));
        let holding = || rows().filter(|(_, row)| row.from <= day && row.until.is_none_or(|until| until >= day));
        let best = holding().max_by_key(|(_, row)| (row.from, row.known));
        if let Some((_, best)) = best
            && holding().any(|(_, row)| (row.from, row.known) == (best.from, best.known) && row.value != best.value)
        {
            return Err(Failure::Conflict { clauses: vec![param.clause] });
        }
        let ended = || rows().filter_map(|(_, row)| row.until).filter(|until| *until < day).max();
        best.map(|(at, row)| (at, row.value)).ok_or_else(|| nothing(ended()))
    }
}
