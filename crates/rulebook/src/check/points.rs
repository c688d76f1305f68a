//! A points test is short for inputs, capped sums and a pass mark.

use kernel::Exact;

use super::Checker;
use crate::book::{Body, Bound, ExprId, FigureId, InputId, NodeKind, Points, Type};
use crate::diagnostic::Diagnostic;
use crate::syntax::{Function, Level, Op, PointsItem, PointsStatement, Statement, Word};

impl Checker {
    pub(super) fn declare_points(&mut self, points: &PointsStatement, statement: &Statement) {
        let name = |part: &str| Word { text: format!("{}.{part}", points.name.text), span: points.name.span };
        let mut inputs = Vec::new();
        self.declare_items(&points.items, points, statement, &mut inputs);
        self.declare_figure(Level::Define, &name("score"), Type::Points, statement);
        self.declare_figure(Level::Define, &name("passed"), Type::Bool, statement);
        let (pass, of, clause) = (points.pass, points.of, statement.clause);
        self.book.points.push(Points { name: points.name.text.clone(), pass, of, clause, inputs });
        let most = most(&points.items);
        if most != of {
            let message = format!("the points add up to {most}, not {of}");
            self.report(Diagnostic::error("points-sum", points.name.span, message));
        }
        if pass > of {
            let message = format!("nobody can reach {pass} of {of} points");
            self.report(Diagnostic::error("points-sum", points.name.span, message));
        }
    }

    fn declare_items(
        &mut self,
        items: &[PointsItem],
        points: &PointsStatement,
        statement: &Statement,
        inputs: &mut Vec<InputId>,
    ) {
        for item in items {
            match item {
                PointsItem::Input { name, low, high, ask } => {
                    if low > high {
                        self.report(Diagnostic::error("range-reversed", name.span, "the range ends before it begins"));
                    }
                    let bound = |number: &i64| Bound::Number(Exact::whole((*number).into()));
                    let within = Some((bound(low), bound(high)));
                    inputs.push(self.declare_input(name, Type::Points, ask, within, statement.clause));
                }
                PointsItem::Group { name, items, .. } => {
                    let full = Word { text: format!("{}.{}", points.name.text, name.text), span: name.span };
                    self.declare_figure(Level::Define, &full, Type::Points, statement);
                    self.declare_items(items, points, statement, inputs);
                }
            }
        }
    }

    pub(super) fn define_points(&mut self, points: &PointsStatement) {
        let Some(sum) = self.sum_items(&points.items, points) else { return };
        let score = format!("{}.score", points.name.text);
        let passed = format!("{}.passed", points.name.text);
        let Some(score_id) = self.set_body(&score, sum) else { return };
        let score_node = self.node(NodeKind::Figure(score_id), Type::Points);
        let pass = self.node(NodeKind::Number(Exact::whole(points.pass.into())), Type::Points);
        let reached = self.node(NodeKind::Binary(Op::AtLeast, score_node, pass), Type::Bool);
        self.set_body(&passed, reached);
    }

    fn set_body(&mut self, name: &str, body: ExprId) -> Option<FigureId> {
        let id = self.book.find_figure(name)?;
        self.book.figures.get_mut(id.0)?.body = Body::Expr(body);
        Some(id)
    }

    fn sum_items(&mut self, items: &[PointsItem], points: &PointsStatement) -> Option<ExprId> {
        let mut sum: Option<ExprId> = None;
        for item in items {
            let next = match item {
                PointsItem::Input { name, .. } => {
                    let id = self.book.find_input(&name.text)?;
                    self.node(NodeKind::Input(id), Type::Points)
                }
                PointsItem::Group { name, at_most, items } => {
                    let inner = self.sum_items(items, points)?;
                    let capped = if most(items) > *at_most {
                        let cap = self.node(NodeKind::Number(Exact::whole((*at_most).into())), Type::Points);
                        self.node(NodeKind::Call(Function::Min, vec![inner, cap]), Type::Points)
                    } else {
                        // A ceiling that the items cannot reach is no ceiling.
                        inner
                    };
                    let id = self.set_body(&format!("{}.{}", points.name.text, name.text), capped)?;
                    self.node(NodeKind::Figure(id), Type::Points)
                }
            };
            sum = Some(match sum {
                Some(before) => self.node(NodeKind::Binary(Op::Plus, before, next), Type::Points),
                None => next,
            });
        }
        sum
    }
}

/// The most that can be reached, each group's ceiling applied.
fn most(items: &[PointsItem]) -> i64 {
    items.iter().fold(0, |sum: i64, item| {
        sum.saturating_add(match item {
            PointsItem::Input { high, .. } => *high,
            PointsItem::Group { at_most, items, .. } => most(items).min(*at_most),
        })
    })
}
