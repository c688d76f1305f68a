//! Which limits no test has seen at work.

use std::collections::{BTreeMap, BTreeSet};

use crate::book::{ExprId, FigureId, NodeKind, Rulebook};
use crate::syntax::{Function, Level};

/// A `min` or `max` of which one limb never decided in any test of the rulebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untested {
    pub figure: FigureId,
    /// The limb, by the first name in it.
    pub limb: String,
}

impl Rulebook {
    /// The limbs of figures of the production that no test has made decisive. Every cap binds in some test, or is here.
    pub fn untested_limbs(&self) -> Vec<Untested> {
        let mut decided: BTreeMap<ExprId, BTreeSet<usize>> = BTreeMap::new();
        for estimate in self.test_estimates() {
            for (expr, limb) in &estimate.log.governs {
                decided.entry(*expr).or_default().insert(*limb);
            }
        }
        let mut untested = Vec::new();
        for (at, _) in self.figures.iter().enumerate().filter(|(_, figure)| figure.level != Level::Line) {
            let mut roots = self.roots(FigureId(at));
            let mut seen = BTreeSet::new();
            while let Some(expr) = roots.pop() {
                if !seen.insert(expr) {
                    continue;
                }
                let node = self.node(expr);
                if let NodeKind::Call(Function::Min | Function::Max, limbs) = &node.kind {
                    let known = decided.get(&expr);
                    let missing = (0..limbs.len()).filter(|limb| known.is_none_or(|known| !known.contains(limb)));
                    untested.extend(missing.filter_map(|limb| {
                        let limb = self.carried_name(*limbs.get(limb)?);
                        Some(Untested { figure: FigureId(at), limb })
                    }));
                }
                roots.extend(node.kind.children());
            }
        }
        untested
    }
}
