//! Days: quarters of a calendar year, and working days from Monday to Friday.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// What the quarter of a day is called where the fiscal year is the calendar year: "Q3 FY26".
pub fn quarter(day: NaiveDate) -> String {
    format!("Q{} FY{:02}", day.month0() / 3 + 1, day.year() % 100)
}

fn is_working(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// How many working days lie behind a day, up to and with another.
pub fn working_days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    let mut count = 0;
    let mut day = from;
    while day < to {
        day = day + Days::new(1);
        count += i64::from(is_working(day));
    }
    count
}

/// Whether more than so many working days have gone by.
pub fn is_past(from: NaiveDate, working_days: i64, today: NaiveDate) -> bool {
    // Nobody has to count the days of years: weekends and all, so many days hold enough working ones.
    let enough = today.min(from + Days::new(working_days.unsigned_abs() * 2 + 7));
    working_days_between(from, enough) > working_days
}
