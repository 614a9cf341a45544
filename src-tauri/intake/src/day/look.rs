//! What a survey wants to know of a cell, in one look.

use chrono::{Datelike, NaiveDate};

use super::clock::Zone;
use super::cut::{Cut, Days, cut};
use super::{Moment, Orders, moment, utc};

/// What a text is as a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) orders: Orders,
    /// It names its month, so that its order does not matter.
    pub(crate) named: bool,
    /// It is digits alone, and could as well be a number.
    pub(crate) compact: bool,
    /// It stands for a day that is not known.
    pub(crate) placeholder: bool,
    /// It is an instant.
    pub(crate) instant: bool,
    /// It is an instant at midnight, as it is written.
    pub(crate) midnight: bool,
    /// It has a time behind which the name of a zone stands, "EST".
    pub(crate) named_zone: bool,
    /// Written as 2021-01-31; whether day and month could have been swapped.
    pub(crate) dashed: Option<bool>,
    /// It could begin with a year of two digits: what stands first and last.
    pub(crate) short_year: Option<(u32, u32)>,
}

impl Look {
    /// Returns whether it is a day, or stands for one.
    pub(crate) fn is_day(self) -> bool {
        self.orders.any() || self.placeholder
    }
}

/// Looks at a text without space around it.
pub(crate) fn look(text: &str) -> Look {
    let Some(cut) = cut(text) else {
        return Look::default();
    };
    let days = cut.days();
    let instant = match cut.clock.zone {
        Zone::Offset(_) => cut.clock.seconds.is_some() && days.any().is_some(),
        Zone::Unsaid | Zone::Named => false,
    };
    Look {
        orders: Orders {
            ymd: days.ymd.is_some(),
            dmy: days.dmy.is_some(),
            mdy: days.mdy.is_some(),
        },
        named: cut.named.is_some(),
        compact: cut.compact,
        placeholder: stands_for_nothing(&cut, &days),
        instant,
        named_zone: cut.clock.zone == Zone::Named && cut.clock.seconds.is_some() && days.any().is_some(),
        midnight: instant && cut.clock.seconds == Some(0),
        short_year: days
            .short_ymd
            .and(cut.plain_numbers())
            .map(|[first, _, last]| (first.0, last.0)),
        dashed: days.ymd.filter(|_| cut.dashed).map(|day| day.day() <= 12),
    }
}

/// Days that programs write where they know none: the first of their calendars, the last, and what a zero becomes.
const PLACEHOLDERS: [(i32, u32, u32); 16] = [
    (1, 1, 1),
    (1601, 1, 1),
    (1753, 1, 1),
    (1899, 12, 30),
    (1899, 12, 31),
    (1900, 1, 1),
    (1904, 1, 1),
    (1969, 12, 31),
    (1970, 1, 1),
    (2099, 12, 31),
    (2999, 12, 31),
    (3000, 1, 1),
    (4501, 1, 1),
    (4712, 12, 31),
    (9999, 12, 30),
    (9999, 12, 31),
];

/// Returns whether a text stands for a day that is not known: 0000-00-00, 1/0/1900, or a day like those that
/// [`is_placeholder_day`] knows, in whatever order, with or without a time.
///
/// ```
/// use lockstep_intake::day::is_placeholder;
/// assert!(is_placeholder("0000-00-00") && is_placeholder("31.12.9999") && is_placeholder("1970-01-01T00:00:00Z"));
/// assert!(!is_placeholder("2021-01-05") && !is_placeholder(""));
/// ```
pub fn is_placeholder(text: &str) -> bool {
    look(text.trim()).placeholder
}

/// Returns whether a day is one that programs write where they know none. It is so by default only: 1970-01-01 and
/// 1900-01-01 may be meant, as somebody's birthday, and whoever asks may let them be days.
pub fn is_placeholder_day(day: NaiveDate) -> bool {
    let year = day.year();
    // Nearly all days are of years in which there is none.
    !(1971..=2098).contains(&year) && PLACEHOLDERS.contains(&(year, day.month(), day.day()))
}

fn stands_for_nothing(cut: &Cut, days: &Days) -> bool {
    let is_one = |day: Option<NaiveDate>| day.is_some_and(is_placeholder_day);
    if is_one(days.ymd) || is_one(days.dmy) || is_one(days.mdy) {
        return true;
    }
    if let Some(day) = days.any() {
        // The zero of a clock as it was in New York.
        return day.year() < 1971
            && matches!(moment(day, cut.clock), Some(Moment::Instant(instant)) if is_placeholder_day(utc(instant.to_utc())));
    }
    let Some([first, second, third]) = cut.plain_numbers() else {
        return false;
    };
    match [first.0, second.0, third.0] {
        [0, 0, 0] => first.1.max(third.1) >= 2,
        [1, 1, 1] => first.1.max(third.1) == 4,
        [1900, 1, 0] | [1, 0, 1900] | [0, 1, 1900] => true,
        _ => false,
    }
}
