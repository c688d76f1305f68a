use jiff::tz::{TimeZone, offset};
use kernel::Day;

use super::*;

const CHARYN: (f64, f64) = (43.353, 79.079);
const BOZZHYRA: (f64, f64) = (43.416, 54.068);
const ALMATY: (f64, f64) = (43.238, 76.945);

fn light(place: (f64, f64), day: &str, hours: i8) -> Daylight {
    let position = Position::new(place.0, place.1).unwrap();
    Daylight::of(position, day.parse::<Day>().unwrap(), &TimeZone::fixed(offset(hours))).unwrap()
}

fn minutes(clock: &str) -> i64 {
    let (hours, minutes) = clock.split_once(':').unwrap();
    hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap()
}

fn clock(daylight: &Daylight, moment: &Moment) -> i64 {
    let at = daylight.zone.to_datetime(moment.at);
    i64::from(at.hour()) * 60 + i64::from(at.minute())
}

/// Sunrise and sunset with directions, the time above 6°, and the greatest altitude.
type Expected = ((&'static str, f64), (&'static str, f64), (&'static str, &'static str), f64);

fn check(place: (f64, f64), day: &str, (rise, set, above, altitude): Expected) {
    let found = light(place, day, 5);
    let close = |found: i64, wanted: &str| (found - minutes(wanted)).abs() <= 1;
    let (sunrise, sunset) = (found.sunrise.unwrap(), found.sunset.unwrap());
    assert!(close(clock(&found, &sunrise), rise.0), "{day} sunrise {sunrise:?}");
    assert!(close(clock(&found, &sunset), set.0), "{day} sunset {sunset:?}");
    assert!((sunrise.azimuth - rise.1).abs() <= 0.3, "{day} sunrise {sunrise:?}");
    assert!((sunset.azimuth - set.1).abs() <= 0.3, "{day} sunset {sunset:?}");
    assert!((found.noon.altitude - altitude).abs() <= 0.3, "{day} noon {:?}", found.noon);
    let Golden::MorningAndEvening { until, from } = found.golden else { panic!("{:?}", found.golden) };
    assert!(close(clock(&found, &until), above.0), "{day} above 6° {until:?}");
    assert!(close(clock(&found, &from), above.1), "{day} under 6° {from:?}");
    assert_eq!(found.course, Course::RisesAndSets);
}

#[test]
fn charyn_is_as_the_almanac_has_it() {
    check(CHARYN, "2026-06-21", (("04:04", 56.0), ("19:28", 304.2), ("04:47", "18:45"), 70.1));
    check(CHARYN, "2026-09-23", (("05:32", 89.3), ("17:40", 270.5), ("06:10", "17:03"), 46.5));
    check(CHARYN, "2026-12-21", (("07:13", 122.3), ("16:11", 237.8), ("08:00", "15:24"), 23.2));
}

#[test]
fn bozzhyra_is_as_the_almanac_has_it() {
    check(BOZZHYRA, "2026-06-21", (("05:44", 56.0), ("21:08", 304.2), ("06:27", "20:25"), 70.0));
    check(BOZZHYRA, "2026-09-23", (("07:12", 89.3), ("19:20", 270.5), ("07:50", "18:43"), 46.5));
    check(BOZZHYRA, "2026-12-21", (("08:54", 122.4), ("17:51", 237.8), ("09:40", "17:04"), 23.1));
}

#[test]
fn almaty_is_as_the_almanac_has_it() {
    check(ALMATY, "2026-09-23", (("05:41", 89.4), ("17:49", 270.6), ("06:18", "17:11"), 46.7));
}

#[test]
fn a_clock_far_from_the_sun_is_told() {
    let west = light(BOZZHYRA, "2026-09-23", 5);
    assert!(west.clock_misleads());
    assert!((west.clock_ahead() - 76).abs() <= 1, "{}", west.clock_ahead());
    let east = light(CHARYN, "2026-09-23", 5);
    assert!(!east.clock_misleads(), "{}", east.clock_ahead());
    assert!(east.clock_ahead() < 0, "in the east the sun is ahead of the clock");
    // On the same meridian, an hour more on the clock is an hour more.
    assert_eq!(light(CHARYN, "2026-09-23", 6).clock_ahead(), east.clock_ahead() + 60);
}

#[test]
fn the_length_of_the_day_is_what_the_times_say() {
    let day = light(BOZZHYRA, "2026-09-23", 5);
    assert_eq!(day.length().unwrap(), clock(&day, &day.sunset.unwrap()) - clock(&day, &day.sunrise.unwrap()));
    assert!(clock(&day, &day.dawn.unwrap()) < clock(&day, &day.sunrise.unwrap()));
    assert!(clock(&day, &day.dusk.unwrap()) > clock(&day, &day.sunset.unwrap()));
}

#[test]
fn polar_day_and_polar_night_are_told_as_such() {
    let summer = light((78.22, 15.65), "2026-06-21", 2);
    assert_eq!((summer.course, summer.length()), (Course::NeverSets, Some(1440)));
    assert_eq!((summer.sunrise, summer.golden), (None, Golden::Never));
    assert_eq!(summer.rows(Step::Half).len(), 48);
    let winter = light((78.22, 15.65), "2026-12-21", 1);
    assert_eq!((winter.course, winter.length()), (Course::NeverRises, Some(0)));
    assert_eq!(winter.rows(Step::Half), Vec::new(), "it is night all day");
    // At 69° north the sun stays under, yet it dawns.
    let blue = light((69.65, 18.96), "2026-12-21", 1);
    assert_eq!(blue.course, Course::NeverRises);
    assert!(blue.dawn.is_some() && !blue.rows(Step::Half).is_empty());
}

#[test]
fn where_the_sun_stays_low_all_its_light_is_golden() {
    let winter = light((64.13, -21.9), "2026-12-21", 0);
    assert_eq!(winter.golden, Golden::AllDay);
    assert_eq!(winter.course, Course::RisesAndSets);
    assert!(winter.clock_misleads());
}

#[test]
fn a_sunset_after_midnight_belongs_to_the_day_before_it() {
    let summer = light((64.13, -21.9), "2026-06-21", 0);
    let sunset = summer.sunset.unwrap();
    assert!(!summer.is_same_date(&sunset), "{sunset:?}");
    assert!(summer.is_same_date(&summer.noon));
    assert!(summer.length().unwrap() > 20 * 60);
}

#[test]
fn south_of_the_equator_the_noon_sun_stands_in_the_north() {
    let summer = light((-33.9, 18.4), "2026-12-21", 2);
    assert!(summer.noon.azimuth < 10.0 || summer.noon.azimuth > 350.0, "{:?}", summer.noon);
    assert!(summer.noon.altitude > 79.0);
}

#[test]
fn rows_go_from_dawn_to_dusk_at_even_times_of_the_local_clock() {
    let kathmandu = TimeZone::fixed(jiff::tz::Offset::from_seconds(5 * 3600 + 45 * 60).unwrap());
    let day = Daylight::of(Position::new(27.7, 85.3).unwrap(), "2026-09-23".parse().unwrap(), &kathmandu).unwrap();
    for (step, even) in [(Step::Quarter, 15), (Step::Half, 30)] {
        let rows = day.rows(step);
        assert!(rows.iter().all(|row| kathmandu.to_datetime(row.at).minute() % even == 0));
        assert!(rows.first().unwrap().at >= day.dawn.unwrap().at && rows.last().unwrap().at <= day.dusk.unwrap().at);
        assert!(rows.first().unwrap().altitude < 0.0 && rows.iter().any(|row| row.is_golden()));
        assert!(rows.windows(2).all(|pair| pair[1].at.as_second() - pair[0].at.as_second() == step.minutes() * 60));
    }
}

#[test]
fn no_day_no_light() {
    assert_eq!(Position::new(91.0, 0.0), None);
    assert_eq!(Position::new(0.0, f64::NAN), None);
    let somewhere = Position::new(0.0, 0.0).unwrap();
    assert!(Daylight::of(somewhere, "9999-12-31".parse().unwrap(), &TimeZone::UTC).is_none());
    assert!(Daylight::of(somewhere, "1900-01-01".parse().unwrap(), &TimeZone::UTC).is_some());
    // The poles have a noon by their meridian only; it must not break.
    for latitude in [90.0, -90.0] {
        let pole = Position::new(latitude, 0.0).unwrap();
        for month in 1..=12 {
            let day = Day::new(2026, month, 21).unwrap();
            if let Some(found) = Daylight::of(pole, day, &TimeZone::UTC) {
                assert!(dial(&found, &DialWords::default()).ends_with("</svg>"));
            }
        }
    }
}

#[test]
fn the_dial_says_what_it_shows_and_takes_words_as_words() {
    let words = DialWords {
        id: "dial".to_owned(),
        title: "Sun <over> Charyn & around".to_owned(),
        description: "from 04:04 to 19:28".to_owned(),
        directions: ["N", "E", "S", "W"].map(str::to_owned),
        sunrise: "04:04".to_owned(),
        noon: "11:46".to_owned(),
        sunset: "19:28".to_owned(),
    };
    let svg = dial(&light(CHARYN, "2026-06-21", 5), &words);
    assert!(svg.contains("aria-labelledby=\"dial-title dial-text\""));
    assert!(svg.contains("Sun &lt;over&gt; Charyn &amp; around"));
    for said in ["04:04", "11:46", "19:28", "sun-golden", "sun-day"] {
        assert!(svg.contains(said), "{said} in {svg}");
    }
    assert!(!svg.contains("style") && !svg.contains("fill=") && !svg.contains("NaN"), "{svg}");
    let night = dial(&light((78.22, 15.65), "2026-12-21", 1), &words);
    assert!(!night.contains("sun-disc") && !night.contains("sun-way") && !night.contains("sun-day"));
}
