//! Dates for the calendars that people already look at.

use icalendar::{Calendar, Component, Event, Property};
use jiff::Timestamp;
use kernel::Day;

/// A day on which something is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEvent {
    /// The same for ever, so that a moved date moves in the reader's calendar too.
    pub id: String,
    pub on: Day,
    pub title: String,
    pub text: String,
    pub link: String,
}

/// A calendar as a file. `now` is when it was made.
pub fn to_ics(name: &str, events: &[FeedEvent], now: Timestamp) -> String {
    let mut calendar = Calendar::new();
    calendar
        .name(name)
        .append_property(Property::new("REFRESH-INTERVAL", "PT1H").add_parameter("VALUE", "DURATION").done());
    for FeedEvent { id, on, title, text, link } in events {
        let Some(after) = on.plus_days(1) else { continue };
        let mut event = Event::new();
        event.uid(id).summary(title).description(text).url(link);
        event.append_property(whole_day("DTSTART", *on)).append_property(whole_day("DTEND", after));
        event.add_property("DTSTAMP", now.strftime("%Y%m%dT%H%M%SZ").to_string());
        calendar.push(event.done());
    }
    calendar.done().to_string()
}

fn whole_day(name: &str, day: Day) -> Property {
    Property::new(name, day.to_string().replace('-', "")).add_parameter("VALUE", "DATE").done()
}

#[cfg(test)]
mod tests {
    use super::{FeedEvent, to_ics};

    #[test]
    fn a_due_day_is_an_event_of_a_whole_day() {
        let event = FeedEvent {
            id: "01J@tereze".to_owned(),
            on: "2026-09-18".parse().unwrap(),
            title: "KZ-2026-0142; answer, today".to_owned(),
            text: "first\nsecond".to_owned(),
            link: "https://film.example/en/office/cases/KZ-2026-0142".to_owned(),
        };
        let ics = to_ics("Deadlines", &[event], "2026-09-01T06:00:00Z".parse().unwrap());
        for line in [
            "BEGIN:VCALENDAR\r\n",
            "UID:01J@tereze\r\n",
            "DTSTART;VALUE=DATE:20260918\r\n",
            "DTEND;VALUE=DATE:20260919\r\n",
            "DTSTAMP:20260901T060000Z\r\n",
            "SUMMARY:KZ-2026-0142\\; answer\\, today\r\n",
            "DESCRIPTION:first\\nsecond\r\n",
            "END:VCALENDAR\r\n",
        ] {
            assert!(ics.contains(line), "{line:?} in {ics}");
        }
    }
}
