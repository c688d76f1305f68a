//! Walks over the parts of an expression.

use crate::book::{Body, ExprId, FigureId, Level, NodeKind, Rulebook};

impl NodeKind {
    /// The expressions directly inside.
    pub(crate) fn children(&self) -> Vec<ExprId> {
        match self {
            Self::Number(_) | Self::Date(_) | Self::Truth(_) | Self::Choice(_) | Self::AsOf => Vec::new(),
            Self::Column(_) | Self::Input(_) | Self::Open(_) | Self::Figure(_) => Vec::new(),
            Self::Param { key, at, .. } => key.iter().chain(at).copied().collect(),
            Self::Negate(a) | Self::Not(a) | Self::Months(a, _) | Self::Round(_, _, a) => vec![*a],
            Self::Binary(_, a, b) => vec![*a, *b],
            Self::In(a, list) => std::iter::once(*a).chain(list.iter().copied()).collect(),
            Self::If(a, b, c) => vec![*a, *b, *c],
            Self::Call(_, arguments) => arguments.clone(),
            Self::Bands { of, bands, .. } => {
                let parts = bands.iter().flat_map(|band| band.limit.into_iter().chain([band.value]));
                std::iter::once(*of).chain(parts).collect()
            }
            Self::Convert { on, .. } => vec![*on],
        }
    }
}

impl Rulebook {
    /// Every expression that a figure is made of: its body, filter and limits, and its exceptions with theirs.
    pub(crate) fn roots(&self, id: FigureId) -> Vec<ExprId> {
        let mut roots = Vec::new();
        let Some(figure) = self.figure(id) else { return roots };
        match &figure.body {
            Body::Expr(expr) => roots.push(*expr),
            Body::Aggregate(aggregate) => {
                roots.extend(aggregate.filter);
                roots.extend(aggregate.groups.iter().map(|group| group.limit));
            }
        }
        let mut waiting = figure.exceptions.clone();
        while let Some(exception) = waiting.pop().and_then(|id| self.exceptions.get(id.0)) {
            roots.extend([exception.when, exception.then]);
            waiting.extend(&exception.exceptions);
        }
        roots
    }

    /// Whether the value changes from row to row.
    pub(crate) fn is_per_row(&self, id: ExprId) -> bool {
        match &self.node(id).kind {
            NodeKind::Column(_) | NodeKind::Convert { .. } => true,
            NodeKind::Figure(figure) => self.figure(*figure).is_some_and(|figure| figure.level == Level::Line),
            other => other.children().into_iter().any(|child| self.is_per_row(child)),
        }
    }

    /// Calls `see` for an expression and all that is in it, but does not go into the figures it names.
    pub(crate) fn visit(&self, id: ExprId, see: &mut impl FnMut(&NodeKind)) {
        let mut waiting = vec![id];
        let mut seen = std::collections::HashSet::new();
        while let Some(id) = waiting.pop() {
            if seen.insert(id) {
                let kind = &self.node(id).kind;
                see(kind);
                waiting.extend(kind.children());
            }
        }
    }
}
