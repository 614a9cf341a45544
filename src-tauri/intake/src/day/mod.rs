//! Days as people and programs write them.
//!
//! A text is cut into its three numbers and the time behind them ([`read_moment`]); months and weekdays are known in some
//! seventy languages. What a text cannot tell by itself is not guessed: whether "1/2/2021" begins with its day is told by
//! the column it stands in, or by somebody who is asked.
//!
//! # Times and zones
//! A time written with `Z`, `UTC`, `GMT` or an offset is an instant, which is another day in Tokyo than in New York.
//! [`read`] gives its day in UTC, [`read_in`] its day in a zone that the caller knows; this crate asks neither for the
//! zone nor for the clock of the machine. A time with the name of a zone, "EST" or "Europe/Berlin", is a local one: the
//! letters stand for several zones, and whoever wrote them meant the day that is written.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

mod clock;
mod cut;
mod look;
mod names;
mod number;
mod period;
mod pieces;

pub(crate) use cut::LONGEST;
pub(crate) use look::{Look, look};
pub use look::{is_placeholder, is_placeholder_day};
pub use number::{DayNumber, epoch_or_serial, epoch_or_serial_in};
pub(crate) use number::{day_number, day_number_of_digits};
pub use period::{read_month, read_period};

/// In which order a column writes day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOrder {
    /// 2021-01-31, 20210131, 2021/1/31, and instants like 2021-01-31T08:00:00Z.
    Ymd,
    /// 31/1/2021, 31.01.21, 31 Jan 2021.
    Dmy,
    /// 1/31/2021, 01-31-21, Jan 31, 2021.
    Mdy,
}

/// The orders in which a text can be read as a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Orders {
    /// The year stands first; such a day is understood in a column of any order.
    pub ymd: bool,
    /// The day stands first.
    pub dmy: bool,
    /// The month stands first.
    pub mdy: bool,
}

impl Orders {
    /// Returns whether the text can be read as a day at all.
    pub fn any(self) -> bool {
        self.ymd || self.dmy || self.mdy
    }
}

/// What a text says of when something was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A day without a time.
    Day(NaiveDate),
    /// A time where it was written, wherever that was: without a zone, or with the name of one.
    Local(NaiveDateTime),
    /// A time with its distance from UTC, as it was written.
    Instant(DateTime<FixedOffset>),
}

impl Moment {
    /// The day as it is written, wherever that was.
    pub fn written_day(self) -> NaiveDate {
        match self {
            Moment::Day(day) => day,
            Moment::Local(time) => time.date(),
            Moment::Instant(instant) => instant.date_naive(),
        }
    }

    /// The day in a zone: of an instant the day that it was there, of everything else the day that is written.
    ///
    /// ```
    /// use chrono::{FixedOffset, NaiveDate};
    /// use lockstep_intake::day::{DayOrder, read_moment};
    /// let tokyo = FixedOffset::east_opt(9 * 3_600).expect("a zone");
    /// let moment = read_moment("2021-01-05T20:00:00Z", DayOrder::Ymd).expect("a moment");
    /// let day = moment.day_in(|instant| instant.with_timezone(&tokyo).date_naive());
    /// assert_eq!(Some(day), NaiveDate::from_ymd_opt(2021, 1, 6));
    /// ```
    pub fn day_in(self, zone: impl Fn(DateTime<Utc>) -> NaiveDate) -> NaiveDate {
        match self {
            Moment::Instant(instant) => zone(instant.to_utc()),
            plain => plain.written_day(),
        }
    }
}

/// Reads a day, with or without a time behind it. `order` decides only where the text could be read in several ways: what
/// begins with the year, or names its month, is read in any order. An instant gives its day in UTC, whatever its offset.
/// Returns nothing when the text is no day, or none in this order.
///
/// ```
/// use chrono::NaiveDate;
/// use lockstep_intake::day::{DayOrder, read};
/// assert_eq!(read("1/18/2021 0:00", DayOrder::Mdy), NaiveDate::from_ymd_opt(2021, 1, 18));
/// assert_eq!(read("05-Jan-21", DayOrder::Mdy), NaiveDate::from_ymd_opt(2021, 1, 5));
/// assert_eq!(read("5 de enero de 2021", DayOrder::Ymd), NaiveDate::from_ymd_opt(2021, 1, 5));
/// assert_eq!(read("2021-01-05T23:30:00-05:00", DayOrder::Ymd), NaiveDate::from_ymd_opt(2021, 1, 6));
/// assert_eq!(read("30.02.2021", DayOrder::Dmy), None);
/// ```
pub fn read(text: &str, order: DayOrder) -> Option<NaiveDate> {
    read_in(text, order, utc)
}

/// Reads a day like [`read`], an instant as its day in `zone`.
pub fn read_in(text: &str, order: DayOrder, zone: impl Fn(DateTime<Utc>) -> NaiveDate) -> Option<NaiveDate> {
    read_moment(text, order).map(|moment| moment.day_in(zone))
}

/// Reads a cell of a column whose days are partly numbers, as a spreadsheet leaves them behind: a day like [`read_in`], or
/// else like [`epoch_or_serial_in`]. For columns that a survey found to be of days, or that somebody said are.
pub fn read_cell(
    text: &str,
    order: DayOrder,
    zone: impl Fn(DateTime<Utc>) -> NaiveDate,
) -> Option<NaiveDate> {
    read_in(text, order, &zone).or_else(|| epoch_or_serial_in(text, zone).map(|(day, _)| day))
}

/// Reads a day and the time behind it, like [`read`].
pub fn read_moment(text: &str, order: DayOrder) -> Option<Moment> {
    let cut = cut::cut(text.trim())?;
    let days = cut.days();
    let in_order = match order {
        DayOrder::Ymd => None,
        DayOrder::Dmy => days.dmy,
        DayOrder::Mdy => days.mdy,
    };
    let day = days
        .ymd
        .or(in_order)
        .or_else(|| cut.named.and(days.dmy.or(days.mdy)))?;
    moment(day, cut.clock)
}

/// Reads a day that begins with a year of two digits, as somebody said or all days beside it do.
///
/// ```
/// use chrono::NaiveDate;
/// use lockstep_intake::day::read_with_a_short_year;
/// assert_eq!(read_with_a_short_year("25.01.03"), NaiveDate::from_ymd_opt(2025, 1, 3));
/// ```
pub fn read_with_a_short_year(text: &str) -> Option<NaiveDate> {
    cut::cut(text.trim())?.days().short_ymd
}

fn moment(day: NaiveDate, clock: clock::Clock) -> Option<Moment> {
    let Some(seconds) = clock.seconds else {
        return Some(Moment::Day(day));
    };
    let time = day.and_time(NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?);
    match clock.zone {
        clock::Zone::Offset(east) => {
            let offset = FixedOffset::east_opt(east)?;
            Some(Moment::Instant(time.and_local_timezone(offset).single()?))
        }
        clock::Zone::Unsaid | clock::Zone::Named => Some(Moment::Local(time)),
    }
}

/// Tells in which orders a text is a day.
pub fn orders_that_fit(text: &str) -> Orders {
    look(text.trim()).orders
}

/// The day that an instant is in UTC: a zone for [`read_in`].
pub fn utc(instant: DateTime<Utc>) -> NaiveDate {
    instant.date_naive()
}

/// Turns day and month round, for days that a spreadsheet took in the wrong order. Returns nothing for days after the
/// twelfth, which cannot have been turned.
pub fn swapped(day: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike;
    NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())
}

#[cfg(test)]
mod tests;
