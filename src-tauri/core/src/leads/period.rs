//! A period of days, as screens ask for one.

use chrono::NaiveDate;

use super::columns::{DayNumber, UNKNOWN_DAY, day_number, numbered_day};

/// From one day to another, both within. Without either, what has no day is within, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    first: DayNumber,
    last: DayNumber,
}

impl Period {
    /// Every day, and what has none.
    pub const ALL: Self = Self {
        first: UNKNOWN_DAY,
        last: DayNumber::MAX,
    };

    /// Returns the period between two days; open where none is given.
    pub fn of(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Self {
        if from.is_none() && to.is_none() {
            return Self::ALL;
        }
        Self {
            first: from.map_or(UNKNOWN_DAY + 1, day_number),
            last: to.map_or(DayNumber::MAX, day_number),
        }
    }

    /// Returns what of the period lies from one day on and before another.
    pub fn between(self, from: DayNumber, until: DayNumber) -> Self {
        Self {
            first: self.first.max(from),
            last: self.last.min(until.saturating_sub(1)),
        }
    }

    /// Returns the first day, where the period has one.
    pub fn from(self) -> Option<NaiveDate> {
        numbered_day(self.first)
    }

    /// Returns the last day, where the period has one.
    pub fn to(self) -> Option<NaiveDate> {
        numbered_day(self.last)
    }

    /// Returns whether a day that is not known may lie within, where it is not before another; that may be unknown, too.
    pub fn may_hold_from(self, earliest: DayNumber) -> bool {
        earliest <= self.last
    }

    /// Returns whether a day is within; [`UNKNOWN_DAY`] is so only in [`Period::ALL`].
    #[inline]
    pub fn holds(self, day: DayNumber) -> bool {
        self.first <= day && day <= self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_day_is_within_only_where_no_day_was_asked_for() {
        let day = NaiveDate::from_ymd_opt(2027, 1, 31);
        let number = day.map_or(0, day_number);
        assert!(Period::of(None, None).holds(UNKNOWN_DAY));
        for period in [Period::of(day, None), Period::of(None, day), Period::of(day, day)] {
            assert!(!period.holds(UNKNOWN_DAY));
            assert!(period.holds(number));
        }
        assert!(!Period::of(day, None).holds(number - 1));
        assert!(!Period::of(None, day).holds(number + 1));
    }
}
