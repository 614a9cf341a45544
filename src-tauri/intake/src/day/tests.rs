use proptest::prelude::*;

use super::DayOrder::{Dmy, Mdy, Ymd};
use super::*;

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

#[test]
fn months_are_read_without_a_day() {
    for text in [
        "2024-01",
        "01/2024",
        "Jan 2024",
        "January 2024",
        "2024 January",
        "Jan-24",
        "2024-01-17",
    ] {
        assert_eq!(read_month(text, Dmy), day(2024, 1, 1), "{text}");
    }
    for text in ["2024-13", "1/24", "2024", "x 2024", ""] {
        assert_eq!(read_month(text, Dmy), None, "{text}");
    }
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
        let _ = (read(&text, Dmy), orders_that_fit(&text), read_month(&text, Mdy));
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
}
