use web::Page;

use super::view::View;
use crate::Desk;

/// What is said of the money in two lines, where the page is about something else.
pub struct Headline {
    /// Whether the rules hold today, as a sentence.
    pub state: String,
    pub figures: Vec<HeadlineFigure>,
}

/// A dated value of the rules, with the page that explains it.
pub struct HeadlineFigure {
    pub label: String,
    pub value: String,
    pub since: Option<String>,
    pub href: String,
}

/// Of the commission's own scheme, the first `most` values.
pub fn headline(page: &Page, desk: &Desk, most: usize) -> Headline {
    let view = View::new(page, desk, desk.own());
    let fixed = view.glance().map(|glance| glance.fixed).unwrap_or_default();
    let figure = |of: super::glance::Fixed| HeadlineFigure {
        label: of.named.label,
        value: of.value,
        since: of.since,
        href: of.named.href,
    };
    Headline { state: view.status().title, figures: fixed.into_iter().take(most).map(figure).collect() }
}
