use super::*;
use chrono::FixedOffset;

#[test]
fn times_in_any_notation_stand_behind_a_day() {
    for text in [
        "2026-01-05T15:45:00.000Z",
        "2026-01-05T15:45:00.000+0000",
        "2026-01-05T15:45:00+02:00",
        "2026-01-05T15:45:00+0200",
        "2026-01-05 15:45:00 +0000",
        "2026-01-05 15:45:00.123456",
        "2026-01-05T15:45:00.123456789+01:00",
        "Jan 5, 2026 at 3:45 PM",
        "Jan 5, 2026, 3:45\u{202f}PM",
        "5 Jan 2026 - 15:45",
        "05/Jan/2026:15:45:00 +0000",
        "5. Jan. 2026, 15.45 Uhr",
        "5 janv. 2026 à 15h45",
        "5 ene 2026, 3:45 p. m.",
        "2026-01-05 15:45 (EST)",
        "2026-01-05 15:45 EST",
        "2026-01-05 15:45 cet",
        "2026-01-05 15:45:00 America/New_York",
        "2026-01-05 15:45:00 America/Argentina/Buenos_Aires",
        "2026-01-05 15:45 (UTC+01:00)",
        "Mon Jan 05 2026 15:45:00 GMT+0100 (Central European Standard Time)",
        "Mon Jan 05 2026 15:45:00 GMT+0100 (CET)",
        "Mon, 05 Jan 2026 15:45:00 GMT",
        "Mon, 05 Jan 2026 15:45:00 -0500",
    ] {
        let moment = read_moment(text, Dmy);
        assert_eq!(moment.map(Moment::written_day), day(2026, 1, 5), "{text}");
        let time = match moment {
            Some(Moment::Local(time)) => time.time(),
            Some(Moment::Instant(instant)) => instant.time(),
            _ => NaiveTime::MIN,
        };
        assert_eq!(time.format("%H:%M").to_string(), "15:45", "{text}");
        assert_eq!(read(text, Dmy), day(2026, 1, 5), "{text}");
    }
    assert_eq!(read("1/25/26 3pm", Mdy), day(2026, 1, 25));
    assert_eq!(read("1/25/26 12am", Mdy), day(2026, 1, 25));
    assert_eq!(read("5.1.2026 8.30", Dmy), day(2026, 1, 5));
    assert_eq!(read("5.1.2026 8 Uhr", Dmy), day(2026, 1, 5));
}

#[test]
fn what_is_no_time_spoils_the_day() {
    for text in [
        "2026-01-05 15",
        "2026-01-05 15:45 or so",
        "2026-01-05 25:00",
        "2026-01-05 15:60",
        "2026-01-05 15:45 +25:00",
        "2026-01-05 15:45 Etc/GMT+5",
        "2026-01-05 15:45 (EST",
        "2026-01-05 15:45 (a; b)",
        "2026-01-05T15:45:00ZZ9",
        "2026-01-05 2026-01-06",
    ] {
        assert_eq!(read(text, Ymd), None, "{text}");
    }
}

#[test]
fn an_instant_has_its_day_in_the_zone_and_a_local_time_the_day_that_is_written() {
    let berlin = |instant: DateTime<Utc>| {
        let offset = FixedOffset::east_opt(3_600);
        offset.map_or_else(
            || utc(instant),
            |offset| instant.with_timezone(&offset).date_naive(),
        )
    };
    for (text, in_utc, in_berlin) in [
        ("2026-01-05T23:30:00Z", 5, 6),
        ("2026-01-05 23:30 UTC", 5, 6),
        ("Mon, 05 Jan 2026 23:30:00 GMT", 5, 6),
        ("2026-01-05T00:30:00+01:00", 4, 5),
        ("2026-01-05T23:30:00-05:00", 6, 6),
        ("2026-01-05 23:30 (UTC-05:00)", 6, 6),
        ("2026-01-05 11:30 PM EST", 5, 5),
        ("2026-01-05 23:30 Europe/London", 5, 5),
        ("2026-01-05 23:30", 5, 5),
        ("2026-01-05", 5, 5),
    ] {
        assert_eq!(read(text, Ymd), day(2026, 1, in_utc), "{text}");
        assert_eq!(read_in(text, Ymd, berlin), day(2026, 1, in_berlin), "{text}");
    }
}
