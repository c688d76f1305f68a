//! What an officer starts the day with.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use web::{Form, Page, WebError, show};

use crate::line::{Line, Reader, me};
use crate::record::due_text;
use crate::sql::{self, Cursor, MentionRow, TaskRow};
use crate::toast::Toast;
use crate::{Desk, Sort};

/// A page of work, not an archive: whoever has more has the lists.
const MOST: i64 = 50;

#[derive(Template)]
#[template(path = "today/today.html")]
struct TodayPage {
    page: Page,
    toast: Option<Toast>,
    today: String,
    overdue: Vec<Line>,
    soon: Vec<Line>,
    waiting: Vec<Line>,
    unowned: Vec<Line>,
    mentions: Vec<Mention>,
    tasks: Vec<Task>,
}

struct Mention {
    href: String,
    reference: String,
    title: String,
    who: String,
    text: String,
    when: String,
}

struct Task {
    title: String,
    href: String,
    reference: String,
    due: String,
    urgency: &'static str,
}

pub(crate) async fn see(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let me = me(&page)?;
    let db = &desk.store;
    let reader = Reader::of(&page, &desk, db).await?;
    let yesterday = reader.today.plus_days(-1).unwrap_or(reader.today);
    let overdue = sql::list_due(db, me, "", yesterday, MOST).await?;
    let soon = sql::list_due(db, me, &due_text(Some(reader.today)), reader.soon(), MOST).await?;
    let shown: Vec<_> = overdue.iter().chain(&soon).map(|case| case.id).collect();
    let mut waiting = sql::list_waiting_for(db, me, MOST).await?;
    waiting.retain(|case| !shown.contains(&case.id));
    let unowned = sql::list_unowned(db, &Cursor::beginning(Sort::Due), MOST).await?;
    let mentions = sql::list_mentions(db, me, MOST).await?;
    let tasks = sql::list_tasks_of(db, me, reader.soon(), MOST).await?;
    let template = TodayPage {
        toast: Toast::of(&page, db, &form).await?,
        today: page.locale().weekday_and_day(reader.today),
        overdue: reader.lines(&overdue),
        soon: reader.lines(&soon),
        waiting: reader.lines(&waiting),
        unowned: reader.lines(&unowned),
        mentions: mentions.iter().map(|mention| told(&reader, mention)).collect(),
        tasks: tasks.iter().map(|task| task_line(&reader, task)).collect(),
        page: page.clone(),
    };
    show(StatusCode::OK, &template)
}

impl TodayPage {
    fn is_clear(&self) -> bool {
        self.overdue.is_empty()
            && self.soon.is_empty()
            && self.waiting.is_empty()
            && self.unowned.is_empty()
            && self.mentions.is_empty()
            && self.tasks.is_empty()
    }
}

fn told(reader: &Reader<'_>, mention: &MentionRow) -> Mention {
    Mention {
        href: reader.page.link(format!("office/cases/{}", mention.reference)),
        reference: mention.reference.clone(),
        title: mention.title.clone(),
        who: reader.actor_name(&mention.actor),
        text: crate::case::note_text(reader.page, &mention.text).chars().take(300).collect(),
        when: reader.page.moment(mention.made_at),
    }
}

fn task_line(reader: &Reader<'_>, task: &TaskRow) -> Task {
    let (due, urgency) = reader.left(task.due_on, false);
    Task {
        title: task.title.clone(),
        href: reader.page.link(format!("office/cases/{}", task.reference)),
        reference: task.reference.clone(),
        due,
        urgency,
    }
}
