//! Where a rulebook converts one currency into another.

use crate::book::{ColumnId, FigureId, NodeKind, Rulebook, TableId};

/// Amounts of a column, converted with a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conversion {
    pub amount: ColumnId,
    pub table: TableId,
    /// The column whose day counts; nothing where it is another day, such as the one whose law applies.
    pub day: Option<ColumnId>,
}

impl Rulebook {
    pub fn conversions(&self) -> Vec<Conversion> {
        let mut found = Vec::new();
        for root in (0..self.figures.len()).flat_map(|at| self.roots(FigureId(at))) {
            self.visit(root, &mut |kind| {
                if let NodeKind::Convert { column, table, on } = kind {
                    let day = match self.node(*on).kind {
                        NodeKind::Column(day) => Some(day),
                        _ => None,
                    };
                    found.push(Conversion { amount: *column, table: *table, day });
                }
            });
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}
