//! Days as numbers, so that a million of them are compared in no time.

use chrono::{Datelike, NaiveDate};

/// A day, counted from the first day of the year 1.
pub type DayNumber = i32;

/// Stands where no day is known; smaller than every day.
pub const UNKNOWN_DAY: DayNumber = DayNumber::MIN;

/// Returns a day as columns keep it: two of them compare and subtract as numbers do.
pub fn day_number(day: NaiveDate) -> DayNumber {
    day.num_days_from_ce()
}

/// Returns the day that has a number; nothing for [`UNKNOWN_DAY`].
pub fn numbered_day(number: DayNumber) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(number).filter(|_| number != UNKNOWN_DAY)
}

/// Reads a day as it stands in the file: `2027-01-31`.
pub(crate) fn read_day(text: &str) -> Option<DayNumber> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |sum, digit| {
            digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0'))
        })
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?).map(day_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_written() {
        for text in ["2027-01-31", "1999-12-31", "0001-01-01", "2024-02-29"] {
            let day = read_day(text).and_then(numbered_day);
            assert_eq!(day.map(|day| day.to_string()).as_deref(), Some(text));
        }
        for text in ["2027-02-29", "2027-1-31", "", "2027-01-31 ", "2o27-01-31"] {
            assert_eq!(read_day(text), None, "{text}");
        }
        assert_eq!(numbered_day(UNKNOWN_DAY), None);
    }
}
