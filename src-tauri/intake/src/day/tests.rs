use proptest::prelude::*;

use super::DayOrder::{Dmy, Mdy, Ymd};
use super::*;

mod languages;
mod numbers;
mod periods;
mod times;

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn days_are_read_as_they_are_written() {
    for (text, order, expected) in [
        ("2021-01-05", Ymd, day(2021, 1, 5)),
        ("20210105", Ymd, day(2021, 1, 5)),
        ("2021/1/5", Ymd, day(2021, 1, 5)),
        ("2021-01-05T08:15:00.000Z", Ymd, day(2021, 1, 5)),
        ("2021-01-05 08:15:00+02:00", Ymd, day(2021, 1, 5)),
        ("2018-02-26 19:58:54", Dmy, day(2018, 2, 26)),
        ("1/18/2021 0:00", Mdy, day(2021, 1, 18)),
        ("1/2/2021", Mdy, day(2021, 1, 2)),
        ("1/2/2021", Dmy, day(2021, 2, 1)),
        ("31.12.99", Dmy, day(1999, 12, 31)),
        ("5. Januar 2021", Dmy, day(2021, 1, 5)),
        ("5 Jan 2021", Mdy, day(2021, 1, 5)),
        ("Jan 5, 2021", Dmy, day(2021, 1, 5)),
        ("January 5th, 2021", Ymd, day(2021, 1, 5)),
        ("05-Jan-21", Ymd, day(2021, 1, 5)),
        ("Tue, 5 Jan 2021 10:00 GMT", Ymd, day(2021, 1, 5)),
        ("1/18/2021, 8:15 PM", Mdy, day(2021, 1, 18)),
        ("29/02/2024", Dmy, day(2024, 2, 29)),
        ("31/12/9999", Dmy, day(9999, 12, 31)),
        ("05 Jan, 2021 00:03:00", Mdy, day(2021, 1, 5)),
        ("Mon 1/26/2026", Mdy, day(2026, 1, 26)),
        ("Sun, 25/1/2026", Dmy, day(2026, 1, 25)),
        ("05JAN2021", Ymd, day(2021, 1, 5)),
        ("5-Jan-2021", Ymd, day(2021, 1, 5)),
        ("5th of January, 2021", Mdy, day(2021, 1, 5)),
        ("Jan. 5, '21", Dmy, day(2021, 1, 5)),
        ("2021-Jan-05", Mdy, day(2021, 1, 5)),
        ("20210105T081500Z", Mdy, day(2021, 1, 5)),
        ("20210105081500", Dmy, day(2021, 1, 5)),
        ("05. 01. 2021", Dmy, day(2021, 1, 5)),
        ("2021. 1. 5.", Dmy, day(2021, 1, 5)),
        ("2021–01–05", Dmy, day(2021, 1, 5)),
        ("\u{200f}5\u{200f}/1\u{200f}/2021", Dmy, day(2021, 1, 5)),
        ("٠٥/٠١/٢٠٢١", Dmy, day(2021, 1, 5)),
        ("２０２１／０１／０５", Dmy, day(2021, 1, 5)),
        ("2021-01-05Z", Dmy, day(2021, 1, 5)),
    ] {
        assert_eq!(read(text, order), expected, "{text}");
        assert!(expected.is_some(), "{text}");
    }
}

#[test]
fn what_is_no_day_is_not_made_one() {
    for text in [
        "",
        "30.02.2021",
        "29/02/2023",
        "2021-13-01",
        "13/13/2021",
        "1.2",
        "1-2-3",
        "12:30",
        "20211301",
        "99991231",
        "555-123-4567",
        "1/2/2021 or so",
        "2021-01-05 25:99",
        "Jan 2021",
        "01/02/021",
        "1/2-2021",
        "3.5.2.1",
        "2021W05",
        "2021-W05-1",
        "26. 3. 5.",
        "1/2/2021 - 3/4/2021",
        "10.12.20.15",
        "2021-01-05-10",
        "5 Jan 2021 and later",
        "5 Jan 6 2021",
        "00Q5g00000AbCdEEAV",
        "12 March Street 5",
        "19890105081500",
        "Monday",
        "Mar",
        "2021年5日1月",
    ] {
        for order in [Ymd, Dmy, Mdy] {
            assert_eq!(read(text, order), None, "{text}");
        }
        assert!(!orders_that_fit(text).any(), "{text}");
    }
}

#[test]
fn a_day_in_the_wrong_order_is_not_turned_round() {
    assert_eq!(read("1/18/2021", Dmy), None);
    assert_eq!(read("18/1/2021", Mdy), None);
    assert_eq!(read("18/1/2021", Ymd), None);
}

proptest! {
    #[test]
    fn what_fits_an_order_is_read_in_it(text in "[0-9]{1,4}[-/. ][0-9A-Za-z]{1,4}[-/., ]{1,2}[0-9]{1,4}( [0-9:]{0,5})?") {
        let fits = orders_that_fit(&text);
        prop_assert_eq!(fits.any(), [Ymd, Dmy, Mdy].iter().any(|order| read(&text, *order).is_some()));
        prop_assert!(!fits.ymd || read(&text, Ymd).is_some());
        prop_assert!(!fits.dmy || read(&text, Dmy).is_some());
        prop_assert!(!fits.mdy || read(&text, Mdy).is_some());
    }

    #[test]
    fn no_text_makes_it_fall_over(text in "\\PC{0,50}") {
        let _ = (read(&text, Dmy), orders_that_fit(&text), read_period(&text, Mdy), epoch_or_serial(&text), is_placeholder(&text));
    }

    #[test]
    fn no_text_that_is_nearly_a_day_makes_it_fall_over(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "5", "05", "2021", "20210105", "20210105081500", "99999999999999999999", "Jan", "mar", "lis", "Mon", "de", "T", "Z",
            "GMT", "EST", "a.", "m.", "pm", "PM", "Europe", "/", "-", ".", ":", ", ", " ", " ", "(", ")", "+", "年", "月", "日",
            "th", "h", "٥", "٢٠٢١", "Q1", "'", "15:45", "+0100", "日木曜日",
        ]), 0..14)
    ) {
        let text = pieces.concat();
        let fits = orders_that_fit(&text);
        for order in [Ymd, Dmy, Mdy] {
            let _ = (read_period(&text, order), read_cell(&text, order, utc));
            prop_assert!(read(&text, order).is_none() || fits.any(), "{}", text);
        }
        let _ = (epoch_or_serial(&text), is_placeholder(&text));
    }

    #[test]
    fn every_day_comes_back_in_every_order(days in 0_i64..80_000) {
        let day = NaiveDate::from_ymd_opt(1900, 1, 1).and_then(|start| start.checked_add_signed(chrono::Duration::days(days)));
        let day = day.unwrap_or_default();
        for (format, order) in [("%Y-%m-%d", Ymd), ("%d.%m.%Y", Dmy), ("%-m/%-d/%Y", Mdy), ("%d %b %Y", Ymd), ("%B %-d, %Y", Ymd)] {
            let text = day.format(format).to_string();
            prop_assert_eq!(read(&text, order), Some(day), "{}", text);
        }
    }

    /// Whatever a program puts together, it is read as what it was, or both ways fit and somebody is asked.
    #[test]
    fn a_day_in_any_notation_is_read_back_or_unclear(
        days in 0_i64..40_500,
        seconds in 0_i64..86_400,
        before in prop::sample::select(vec!["", "%a ", "%A, ", "%a., "]),
        date in prop::sample::select(vec![
            "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%-d-%-m-%Y", "%-m-%-d-%Y", "%d. %m. %Y",
            "%d.%m.%y", "%m/%d/%y", "%d %B %Y", "%-d. %b. %Y", "%b %-d, %Y", "%B %d %Y", "%d%b%Y", "%d-%b-%y", "%-d de %B de %Y",
            "%Y年%-m月%-d日", "%Y년 %-m월 %-d일", "%Y %b %d",
        ]),
        time in prop::sample::select(vec![
            "", " %H:%M", " %H:%M:%S", "T%H:%M:%S", "T%H:%M:%S%.3f", ", %I:%M %p", " at %-I:%M %P", " %H.%M", " %Hh%M", " %H:%M Uhr",
            " %I%p", " um %H:%M:%S", " %H:%M:%S%.6f",
        ]),
        zone in prop::sample::select(vec!["", " EST", " (CET)", " America/New_York", " (Central European Standard Time)"]),
    ) {
        let moment = chrono::DateTime::from_timestamp((7_305 + days) * 86_400 + seconds, 0).unwrap_or_default();
        // Two digits are the years until 2069.
        let moment = if date.contains("%y") { moment - chrono::Duration::days(if days < 29_000 { 0 } else { 12_000 }) } else { moment };
        let is_all_in_one = date == "%Y%m%d" || date.contains('年') || date.contains('년');
        let before = if is_all_in_one { "" } else { before };
        let time = if date.contains('日') || date.contains('일') { time.replace('T', " ") } else { time.to_string() };
        let zone = if time.is_empty() { "" } else { zone };
        let text = moment.format(&format!("{before}{date}{time}{zone}")).to_string();
        let fits = orders_that_fit(&text);
        let expected = Some(moment.date_naive());
        prop_assert!(fits.any(), "{}", text);
        let readings = [Ymd, Dmy, Mdy].map(|order| read(&text, order));
        prop_assert!(readings.contains(&expected), "{} {:?}", text, readings);
        let others = readings.iter().flatten().any(|read| Some(*read) != expected);
        prop_assert!(!others || (fits.dmy && fits.mdy && !fits.ymd), "{} {:?}", text, readings);
    }

    #[test]
    fn an_instant_is_the_day_that_it_was_in_the_zone(
        seconds in 631_152_000_i64..4_133_894_400,
        written in -56_i32..=56,
        there in -56_i32..=56,
        format in prop::sample::select(vec![
            "%Y-%m-%dT%H:%M:%S%:z", "%Y-%m-%d %H:%M:%S %z", "%Y-%m-%dT%H:%M:%S%.3f%z", "%Y%m%dT%H%M%S%z", "%a %b %d %Y %H:%M:%S GMT%z (Some Time)",
            "%d.%m.%Y %H:%M:%S %:z", "%a, %d %b %Y %H:%M:%S %z",
        ]),
    ) {
        let offset = |quarters: i32| chrono::FixedOffset::east_opt(quarters * 900);
        let (Some(written), Some(there)) = (offset(written), offset(there)) else { return Ok(()) };
        let instant = chrono::DateTime::from_timestamp(seconds, 0).unwrap_or_default();
        let text = instant.with_timezone(&written).format(format).to_string();
        prop_assert_eq!(read(&text, Dmy), Some(instant.date_naive()), "{}", text);
        let day = read_in(&text, Dmy, |instant| instant.with_timezone(&there).date_naive());
        prop_assert_eq!(day, Some(instant.with_timezone(&there).date_naive()), "{}", text);
        prop_assert_eq!(read_moment(&text, Dmy).map(Moment::written_day), Some(instant.with_timezone(&written).date_naive()));
    }
}
