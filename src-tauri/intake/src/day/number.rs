//! Days that came as numbers: seconds since 1970, and the serial numbers of spreadsheets.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::utc;

/// What a number counts when it stands for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayNumber {
    /// Seconds since 1970 began in UTC: 1767571200.
    Seconds,
    /// Milliseconds since then: 1767571200000.
    Milliseconds,
    /// Days as spreadsheets count them, with the time as decimals: 46027, 46027.65. The calendar that begins in 1904 is
    /// never taken.
    ExcelSerial,
}

/// 1 January 1990 and 31 December 2100 as spreadsheets count.
const SERIALS: std::ops::RangeInclusive<u64> = 32_874..=73_415;
/// The beginning of 1990 and the last of 2100 as seconds.
const SECONDS: std::ops::RangeInclusive<u64> = 631_152_000..=4_133_980_799;

/// Reads a number as the day that it could stand for, in the years 1990 to 2100, and what it would count; seconds as their
/// day in UTC. Nothing but the rest of a column says whether it does: 46027 may as well be an amount.
///
/// ```
/// use chrono::NaiveDate;
/// use lockstep_intake::day::{DayNumber, epoch_or_serial};
/// let day = NaiveDate::from_ymd_opt(2026, 1, 5);
/// assert_eq!(epoch_or_serial("1767571200"), day.map(|day| (day, DayNumber::Seconds)));
/// assert_eq!(epoch_or_serial("46027.65"), day.map(|day| (day, DayNumber::ExcelSerial)));
/// assert_eq!(epoch_or_serial("1204"), None);
/// ```
pub fn epoch_or_serial(text: &str) -> Option<(NaiveDate, DayNumber)> {
    epoch_or_serial_in(text, utc)
}

/// Reads a number like [`epoch_or_serial`], seconds as their day in `zone`.
pub fn epoch_or_serial_in(
    text: &str,
    zone: impl Fn(DateTime<Utc>) -> NaiveDate,
) -> Option<(NaiveDate, DayNumber)> {
    let (value, number) = counted(text.trim())?;
    let day = match number {
        DayNumber::ExcelSerial => {
            NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(value))?
        }
        DayNumber::Seconds => zone(DateTime::from_timestamp(i64::try_from(value).ok()?, 0)?),
        DayNumber::Milliseconds => zone(DateTime::from_timestamp_millis(i64::try_from(value).ok()?)?),
    };
    Some((day, number))
}

/// What a number could count, where it could stand for a day.
pub(crate) fn day_number(text: &str) -> Option<DayNumber> {
    counted(text).map(|(_, number)| number)
}

/// What digits alone could count. Of digits as many as another number has, those that stand later in a list are more.
pub(crate) fn day_number_of_digits(digits: &str) -> Option<DayNumber> {
    match digits.len() {
        5 => ("32874"..="73415")
            .contains(&digits)
            .then_some(DayNumber::ExcelSerial),
        9 => (digits >= "631152000").then_some(DayNumber::Seconds),
        10 => (digits <= "4133980799" && !digits.starts_with('0')).then_some(DayNumber::Seconds),
        12 => (digits >= "631152000000").then_some(DayNumber::Milliseconds),
        13 => (digits <= "4133980799999" && !digits.starts_with('0')).then_some(DayNumber::Milliseconds),
        _ => None,
    }
}

/// What a text could count, and its whole part.
fn counted(text: &str) -> Option<(u64, DayNumber)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, part) = text.split_at_checked(digits)?;
    if !matches!(digits, 5 | 9 | 10 | 12 | 13) || text.starts_with('0') {
        return None;
    }
    let part = if part.is_empty() {
        part
    } else {
        part.strip_prefix(['.', ','])
            .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?
    };
    let value = whole
        .bytes()
        .fold(0, |value, byte| value * 10 + u64::from(byte.wrapping_sub(b'0')));
    let is_bare = whole.len() == text.len();
    match whole.len() {
        // Three decimals behind a serial are hardly meant as thousands: "46.027" has its mark elsewhere.
        5 if (is_bare || !part.is_empty()) && SERIALS.contains(&value) => {
            Some((value, DayNumber::ExcelSerial))
        }
        9 | 10 if SECONDS.contains(&value) && (is_bare || !part.is_empty()) => {
            Some((value, DayNumber::Seconds))
        }
        12 | 13 if is_bare && SECONDS.contains(&(value / 1_000)) => Some((value, DayNumber::Milliseconds)),
        _ => None,
    }
}
