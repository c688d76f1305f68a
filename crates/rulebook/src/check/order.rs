//! Puts everything after what it rests on. What rests on itself is a mistake.

use std::collections::{BTreeMap, BTreeSet};

use super::Checker;
use crate::book::{Body, ExprId, FigureId, InputId, NodeKind, OpenId, Rulebook, Step, Summand};
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::syntax::Level;

impl Checker {
    pub(super) fn check_order(&mut self) {
        let steps = all_steps(&self.book);
        let needs: BTreeMap<Step, BTreeSet<Step>> =
            steps.iter().map(|step| (*step, self.book.find_needs(*step))).collect();
        let mut waiting: BTreeMap<Step, usize> = needs.iter().map(|(step, needs)| (*step, needs.len())).collect();
        let mut needed_by: BTreeMap<Step, Vec<Step>> = BTreeMap::new();
        for (step, needs) in &needs {
            needs.iter().for_each(|need| needed_by.entry(*need).or_default().push(*step));
        }
        let mut ready: BTreeSet<Step> =
            waiting.iter().filter(|(_, count)| **count == 0).map(|(step, _)| *step).collect();
        while let Some(step) = ready.pop_first() {
            self.book.order.push(step);
            for next in needed_by.get(&step).into_iter().flatten() {
                if let Some(count) = waiting.get_mut(next) {
                    *count -= 1;
                    if *count == 0 {
                        ready.insert(*next);
                    }
                }
            }
        }
        let placed: BTreeSet<Step> = self.book.order.iter().copied().collect();
        let stuck: Vec<Step> = steps.iter().filter(|step| !placed.contains(step)).copied().collect();
        if let Some(cycle) = find_cycle(&stuck, &needs) {
            self.report_cycle(&cycle);
        }
        self.book.needs = needs;
        self.check_lines_before_totals();
    }

    fn report_cycle(&mut self, cycle: &[Step]) {
        let names: Vec<String> = cycle.iter().map(|step| format!("`{}`", self.step_name(*step))).collect();
        let spans: Vec<Span> = cycle.iter().map(|step| self.step_span(*step)).collect();
        let (Some(first), Some(name)) = (spans.first(), names.first()) else { return };
        let message = format!("{name} rests on itself: {} → {name}", names.join(" → "));
        let mut diagnostic = Diagnostic::error("cycle", *first, message)
            .hint("a share of a total that includes it is written `within_share(part, 30%, rest)`");
        for (span, name) in spans.iter().zip(&names).skip(1) {
            diagnostic = diagnostic.related(*span, format!("{name} is part of the circle"));
        }
        self.report(diagnostic);
    }

    fn step_name(&self, step: Step) -> &str {
        match step {
            Step::Input(id) => self.book.inputs.get(id.0).map_or("", |input| &input.name),
            Step::Open(id) => self.book.opens.get(id.0).map_or("", |open| &open.name),
            Step::Figure(id) => self.book.figures.get(id.0).map_or("", |figure| &figure.name),
        }
    }

    fn step_span(&self, step: Step) -> Span {
        self.names.get(self.step_name(step)).map(|(_, span)| *span).unwrap_or_default()
    }

    /// Lines are worked out for all rows before anything is summed.
    fn check_lines_before_totals(&mut self) {
        let mut after_total: BTreeSet<Step> = BTreeSet::new();
        let mut wrong = Vec::new();
        for step in &self.book.order {
            let level = match step {
                Step::Figure(id) => self.book.figure(*id).map(|figure| figure.level),
                _ => None,
            };
            let rests_on_total = self.book.needs(*step).iter().any(|need| after_total.contains(need));
            if level == Some(Level::Total) || rests_on_total {
                after_total.insert(*step);
            }
            if level == Some(Level::Line) && rests_on_total {
                wrong.push(*step);
            }
        }
        self.book.after_totals = after_total;
        for step in wrong {
            let message = format!("the line `{}` rests on a total", self.step_name(step));
            let hint = "work on the totals instead: sum the parts and limit the sums in a `define`";
            self.report(Diagnostic::error("line-after-total", self.step_span(step), message).hint(hint));
        }
    }
}

fn all_steps(book: &Rulebook) -> Vec<Step> {
    let inputs = (0..book.inputs.len()).map(|at| Step::Input(InputId(at)));
    let opens = (0..book.opens.len()).map(|at| Step::Open(OpenId(at)));
    let figures = (0..book.figures.len()).map(|at| Step::Figure(FigureId(at)));
    inputs.chain(opens).chain(figures).collect()
}

/// From a stuck step along what it needs among the stuck ones, until a step comes round again.
fn find_cycle(stuck: &[Step], needs: &BTreeMap<Step, BTreeSet<Step>>) -> Option<Vec<Step>> {
    let mut path: Vec<Step> = vec![*stuck.first()?];
    loop {
        let last = path.last()?;
        let next = needs.get(last)?.iter().find(|need| stuck.contains(need))?;
        if let Some(at) = path.iter().position(|step| step == next) {
            return path.get(at..).map(<[Step]>::to_vec);
        }
        path.push(*next);
    }
}

impl Rulebook {
    /// What a step rests on directly.
    pub(crate) fn needs(&self, step: Step) -> &BTreeSet<Step> {
        static NOTHING: BTreeSet<Step> = BTreeSet::new();
        self.needs.get(&step).unwrap_or(&NOTHING)
    }

    fn find_needs(&self, step: Step) -> BTreeSet<Step> {
        let mut roots: Vec<ExprId> = Vec::new();
        let mut needs = BTreeSet::new();
        match step {
            Step::Input(id) => {
                let default = self.inputs.get(id.0).and_then(|input| input.default);
                roots.extend(default.iter().flat_map(|(value, when)| std::iter::once(*value).chain(*when)));
            }
            Step::Open(id) => {
                roots.extend(
                    self.opens.get(id.0).into_iter().flat_map(|open| open.readings.iter().map(|reading| reading.expr)),
                );
            }
            Step::Figure(id) => {
                let Some(figure) = self.figure(id) else { return needs };
                if let Body::Aggregate(aggregate) = &figure.body {
                    let measured = aggregate.groups.iter().filter_map(|group| group.of);
                    needs.extend(aggregate.sum.into_iter().chain(measured).filter_map(|of| match of {
                        Summand::Line(line) => Some(Step::Figure(line)),
                        Summand::Column(_) => None,
                    }));
                }
                roots.extend(self.roots(id));
            }
        }
        for root in roots {
            self.visit(root, &mut |kind| {
                needs.extend(match kind {
                    NodeKind::Input(id) => Some(Step::Input(*id)),
                    NodeKind::Open(id) => Some(Step::Open(*id)),
                    NodeKind::Figure(id) => Some(Step::Figure(*id)),
                    _ => None,
                });
            });
        }
        needs
    }
}
