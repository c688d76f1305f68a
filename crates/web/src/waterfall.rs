use askama::Template;
use kernel::Money;

use crate::Page;

/// From a first amount, step by step, to what is left of it: drawn as bars, and told again as a table.
pub struct Waterfall {
    pub title: String,
    pub steps: Vec<Step>,
}

pub struct Step {
    pub label: String,
    /// All steps are in one currency.
    pub amount: Money,
    pub kind: StepKind,
}

/// What a step does to the sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// Its amount is the sum, whatever came before: the beginning, a subtotal, the result.
    Sum,
    /// Its signed amount is added to the sum.
    Change,
}

/// Where the bar of a step stands, in hundredths of a per cent of the whole width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub left: i64,
    pub width: i64,
    /// Where the sum stands after it.
    pub end: i64,
}

/// Heights in the drawing; widths are per cent, so that text never shrinks with the screen.
const LINE: usize = 22;
/// Between the text and its bar.
const LIFT: usize = 3;
const BAR: usize = 20;
const GAP: usize = 20;

/// Letters of a label in one line beside an amount on the narrowest screen.
const LABEL_WIDTH: usize = 26;

#[derive(Template)]
#[template(path = "waterfall.html")]
struct Drawing<'d> {
    page: &'d Page,
    title: &'d str,
    height: usize,
    bars: Vec<Bar>,
}

struct Bar {
    label: Vec<Line>,
    name: String,
    amount: String,
    exact: String,
    class: &'static str,
    /// Baseline of the first line of text.
    text_top: usize,
    top: usize,
    left: String,
    width: String,
    /// Where the sum stands after this bar: a thread leads from here to the next one.
    thread: Option<Thread>,
}

struct Line {
    top: usize,
    text: String,
}

struct Thread {
    at: String,
    from: usize,
    to: usize,
}

impl Waterfall {
    /// The drawing and its table, as safe HTML: use it as `{{ waterfall.html(page)?|safe }}`.
    pub fn html(&self, page: &Page) -> askama::Result<String> {
        let mut bars: Vec<Bar> = Vec::new();
        let mut top = 0;
        for (step, place) in self.steps.iter().zip(self.places()) {
            let label: Vec<Line> = wrapped(&step.label, LABEL_WIDTH)
                .into_iter()
                .enumerate()
                .map(|(at, text)| Line { top: top + LINE * (at + 1) - 6, text })
                .collect();
            let text_top = top + LINE - 6;
            top += LINE * label.len().max(1) + LIFT;
            bars.push(Bar {
                label,
                name: step.label.clone(),
                amount: page.money_rounded(step.amount),
                exact: page.money(step.amount),
                class: step.class(),
                text_top,
                top,
                left: percent(place.left),
                width: percent(place.width),
                thread: Some(Thread { at: percent(place.end), from: top + BAR, to: top + BAR }),
            });
            top += BAR + GAP;
        }
        let tops: Vec<usize> = bars.iter().skip(1).map(|bar| bar.top).collect();
        for (bar, next) in bars.iter_mut().zip(tops.iter().map(Some).chain([None])) {
            bar.thread = next.and_then(|next| bar.thread.take().map(|thread| Thread { to: *next, ..thread }));
        }
        let height = top.saturating_sub(GAP);
        Drawing { page, title: &self.title, height, bars }.render()
    }

    /// The same drawing for paper.
    pub fn places(&self) -> Vec<Place> {
        let spans = self.spans();
        let lowest = spans.iter().map(|(from, to)| *from.min(to)).min().unwrap_or(0).min(0);
        let highest = spans.iter().map(|(from, to)| *from.max(to)).max().unwrap_or(0).max(lowest + 1);
        let at = |amount: i128| hundredths_of_percent(amount - lowest, highest - lowest);
        let place = |(from, to): &(i128, i128)| {
            let (left, right) = (at(*from.min(to)), at(*from.max(to)));
            // A bar of nothing is still a line that one can see.
            Place { left, width: (right - left).max(30), end: at(*to) }
        };
        spans.iter().map(place).collect()
    }

    /// Where each bar begins and where the sum stands after it.
    fn spans(&self) -> Vec<(i128, i128)> {
        let mut sum = 0_i128;
        let mut spans = Vec::new();
        for step in &self.steps {
            let amount = i128::from(step.amount.minor());
            let (from, to) = match step.kind {
                StepKind::Sum => (0, amount),
                StepKind::Change => (sum, sum.saturating_add(amount)),
            };
            spans.push((from, to));
            sum = to;
        }
        spans
    }
}

impl Step {
    /// How its bar looks: a sum, less or more.
    pub fn class(&self) -> &'static str {
        match self.kind {
            StepKind::Sum => "sum",
            StepKind::Change if self.amount.minor() < 0 => "less",
            StepKind::Change => "more",
        }
    }
}

fn hundredths_of_percent(part: i128, whole: i128) -> i64 {
    let share = part.saturating_mul(10_000).checked_div(whole).unwrap_or(0).clamp(0, 10_000);
    share.try_into().unwrap_or(0)
}

fn percent(hundredths: i64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// Words of a label in lines; a word longer than a line has one for itself.
fn wrapped(label: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in label.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Step, StepKind, Waterfall, percent, wrapped};
    use kernel::Money;

    fn step(minor: i64, kind: StepKind) -> Step {
        Step { label: String::new(), amount: Money::from_minor(minor, "KZT".parse().unwrap()), kind }
    }

    #[test]
    fn a_change_begins_where_the_sum_stood() {
        let steps = vec![step(100, StepKind::Sum), step(-30, StepKind::Change), step(70, StepKind::Sum)];
        let waterfall = Waterfall { title: String::new(), steps };
        assert_eq!(waterfall.spans(), [(0, 100), (100, 70), (0, 70)]);
    }

    #[test]
    fn labels_break_between_words() {
        assert_eq!(wrapped("spent outside the country", 12), ["spent", "outside the", "country"]);
        assert_eq!(wrapped("", 12), Vec::<String>::new());
    }

    #[test]
    fn places_are_written_with_two_decimals() {
        assert_eq!(percent(10_000), "100.00%");
        assert_eq!(percent(5), "0.05%");
    }
}
