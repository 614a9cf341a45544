//! Calendar files (RFC 5545): reviews and actions with ids that stay, so that importing the file a second time updates what is there.
//! What has a time is written as an instant; a day is a day, whatever the time zone of whoever opens it.

use chrono::{DateTime, Days, TimeDelta, Utc};
use lockstep_core::review::dates::ReviewDate;

/// Returns the dates as a calendar file. The same dates give the same file.
#[must_use]
pub fn ics(name: &str, dates: &[ReviewDate]) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Lockstep//Lockstep//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        format!("X-WR-CALNAME:{}", escaped(name)),
    ];
    for date in dates {
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}@lockstep", date.id),
            format!("SEQUENCE:{}", date.changes),
            format!("DTSTAMP:{}", instant(date.since)),
        ]);
        lines.extend(from_to(date));
        lines.extend([
            format!("SUMMARY:{}", escaped(&date.title)),
            format!("DESCRIPTION:{}", escaped(&date.note)),
            format!(
                "TRANSP:{}",
                if date.is_meeting { "OPAQUE" } else { "TRANSPARENT" }
            ),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// Says when a date begins and ends: an instant is one wherever the file is opened, and so is a whole day.
fn from_to(date: &ReviewDate) -> [String; 2] {
    match date.begins {
        Some(begins) => [
            format!("DTSTART:{}", instant(begins)),
            format!("DTEND:{}", instant(begins + TimeDelta::minutes(date.minutes))),
        ],
        None => {
            let next = date.day.checked_add_days(Days::new(1)).unwrap_or(date.day);
            [
                format!("DTSTART;VALUE=DATE:{}", date.day.format("%Y%m%d")),
                format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")),
            ]
        }
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Escapes a text, and keeps of control characters the tab and, as an escape, the line break.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Returns a line of at most 75 octets, folded between characters, with its line end.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 2);
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > 75 {
            folded.push_str("\r\n ");
            // The space counts.
            octets = 1;
        }
        folded.push(letter);
        octets += letter.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn date(title: &str) -> ReviewDate {
        ReviewDate {
            id: "review-1-ws".into(),
            day: NaiveDate::from_ymd_opt(2027, 4, 12).unwrap_or_default(),
            begins: None,
            minutes: 115,
            title: title.into(),
            note: String::new(),
            since: DateTime::UNIX_EPOCH,
            changes: 2,
            is_meeting: true,
        }
    }

    #[test]
    fn a_day_is_a_whole_day_and_its_id_stays() {
        let file = ics("Reviews", &[date("Review of Q1 FY27")]);
        for line in [
            "UID:review-1-ws@lockstep\r\n",
            "SEQUENCE:2\r\n",
            "DTSTART;VALUE=DATE:20270412\r\n",
            "DTEND;VALUE=DATE:20270413\r\n",
            "SUMMARY:Review of Q1 FY27\r\n",
        ] {
            assert!(file.contains(line), "{line} in {file}");
        }
    }

    #[test]
    fn a_time_is_an_instant_and_lasts_as_long_as_the_agenda() {
        let at = ReviewDate {
            begins: "2027-04-12T07:30:00Z".parse().ok(),
            ..date("Review of Q1 FY27")
        };
        let file = ics("Reviews", &[at]);
        assert!(
            file.contains("DTSTART:20270412T073000Z\r\nDTEND:20270412T092500Z\r\n"),
            "{file}"
        );
        assert!(!file.contains("VALUE=DATE"), "{file}");
    }

    #[test]
    fn nothing_that_is_written_breaks_out_of_its_line() {
        let hostile = "Ends;\r\nEND:VEVENT\nBEGIN, \\ \u{7}ü日本🙂".repeat(9);
        let file = ics("Reviews", &[date(&hostile)]);
        assert_eq!(file.matches("\r\nEND:VEVENT\r\n").count(), 1);
        for line in file.split("\r\n") {
            assert!(line.len() <= 75, "{line}");
            assert!(!line.contains('\n') && !line.contains('\u{7}'), "{line:?}");
        }
    }
}
