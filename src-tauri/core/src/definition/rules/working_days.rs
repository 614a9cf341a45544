//! Working days: a promise of two days given on a Friday is due on Tuesday.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};

use crate::leads::columns::{DayNumber, UNKNOWN_DAY, day_number, numbered_day};

/// The days on which people work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDays {
    of_week: [bool; 7],
    holidays: BTreeSet<NaiveDate>,
}

impl WorkingDays {
    /// Returns the working days of a week (1 is Monday, 7 is Sunday) without the holidays. A week without any working day
    /// counts as one with all, so that every promise falls due.
    pub fn new(of_week: &[u32], holidays: &[NaiveDate]) -> Self {
        let mut works = [false; 7];
        for day in of_week {
            let place = usize::try_from(*day).ok().and_then(|day| day.checked_sub(1));
            if let Some(works) = place.and_then(|place| works.get_mut(place)) {
                *works = true;
            }
        }
        if works == [false; 7] {
            works = [true; 7];
        }
        Self {
            of_week: works,
            holidays: holidays.iter().copied().collect(),
        }
    }

    /// Returns whether people work on a day.
    pub fn holds(&self, day: NaiveDate) -> bool {
        let place = usize::try_from(day.weekday().num_days_from_monday()).ok();
        let works = place.and_then(|place| self.of_week.get(place)).copied();
        works.unwrap_or(true) && !self.holidays.contains(&day)
    }

    /// Returns the working days after `from` up to and with `to`: 0 on the same day, and 0 when `to` lies before.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to <= from {
            return 0;
        }
        let days = (to - from).num_days();
        let per_week = i64::try_from(self.of_week.iter().filter(|works| **works).count()).unwrap_or(7);
        let (weeks, rest) = (days / 7, days % 7);
        let begun = to
            .checked_sub_days(Days::new(u64::try_from(rest).unwrap_or(0)))
            .unwrap_or(from);
        let works = |day: &NaiveDate| {
            let place = usize::try_from(day.weekday().num_days_from_monday()).ok();
            place
                .and_then(|place| self.of_week.get(place))
                .copied()
                .unwrap_or(true)
        };
        let of_rest = begun
            .iter_days()
            .skip(1)
            .take_while(|day| *day <= to)
            .filter(works)
            .count();
        let free = self
            .holidays
            .range((std::ops::Bound::Excluded(from), std::ops::Bound::Included(to)))
            .filter(|day| works(day))
            .count();
        weeks * per_week + i64::try_from(of_rest).unwrap_or(0) - i64::try_from(free).unwrap_or(0)
    }
}

impl WorkingDays {
    /// Returns the last day such that more than `within` working days have passed from it until today: what was due within
    /// them and was given then or before is overdue. [`UNKNOWN_DAY`] where that is longer ago than anybody looks back.
    pub fn last_overdue(&self, within: i64, today: NaiveDate) -> DayNumber {
        let mut days = today.iter_days().rev().take(MOST_DAYS);
        days.find(|given| self.between(*given, today) > within)
            .map_or(UNKNOWN_DAY, day_number)
    }

    /// Returns the working days between two days, counted once for a look at many.
    pub fn span(&self, first: DayNumber, last: DayNumber) -> WorkingSpan<'_> {
        let length = i64::from(last) - i64::from(first) + 1;
        // A file may hold a day of the wrong century; counting so far ahead is not worth it.
        let days = (first..=last).take(usize::try_from(length).map_or(0, |length| length.min(MOST_DAYS)));
        let mut sum = 0;
        WorkingSpan {
            days: self,
            first,
            up_to: days
                .map(|day| {
                    sum += u32::from(numbered_day(day).is_some_and(|day| self.holds(day)));
                    sum
                })
                .collect(),
        }
    }
}

/// So many days are counted ahead and looked back: a hundred years.
const MOST_DAYS: usize = 36_525;

/// The working days of a stretch of time, added up.
#[derive(Debug)]
pub struct WorkingSpan<'d> {
    days: &'d WorkingDays,
    first: DayNumber,
    /// For each day how many working days there are up to it, with it.
    up_to: Vec<u32>,
}

impl WorkingSpan<'_> {
    /// Returns the working days after `from` up to and with `to`, as [`WorkingDays::between`] does.
    pub fn between(&self, from: DayNumber, to: DayNumber) -> i64 {
        if to <= from {
            return 0;
        }
        let at = |day: DayNumber| {
            let place = usize::try_from(i64::from(day) - i64::from(self.first)).ok()?;
            self.up_to.get(place).map(|days| i64::from(*days))
        };
        match (at(from), at(to)) {
            (Some(before), Some(until)) => until - before,
            _ => numbered_day(from)
                .zip(numbered_day(to))
                .map_or(0, |(from, to)| self.days.between(from, to)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::leads::columns::day_number;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_weekend_and_a_holiday_do_not_count() {
        let days = WorkingDays::new(&[1, 2, 3, 4, 5], &[day("2026-12-25")]);
        // A Friday to the Tuesday after.
        assert_eq!(days.between(day("2026-11-27"), day("2026-12-01")), 2);
        assert_eq!(days.between(day("2026-11-27"), day("2026-11-29")), 0);
        // Christmas Day 2026 is a Friday.
        assert_eq!(days.between(day("2026-12-24"), day("2026-12-28")), 1);
        assert_eq!(days.between(day("2026-12-01"), day("2026-11-27")), 0);
    }

    proptest! {
        #[test]
        fn counting_by_weeks_is_counting_one_by_one(
            start in 0_u64..2_000, length in 0_u64..200,
            of_week in prop::collection::btree_set(1_u32..8, 1..7),
            free in prop::collection::vec(0_u64..2_200, 0..6),
        ) {
            let at = |offset: u64| day("2026-01-01").checked_add_days(Days::new(offset)).unwrap_or_default();
            let holidays: Vec<NaiveDate> = free.into_iter().map(at).collect();
            let days = WorkingDays::new(&of_week.into_iter().collect::<Vec<_>>(), &holidays);
            let (from, to) = (at(start), at(start + length));
            let one_by_one = from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| days.holds(*day)).count();
            prop_assert_eq!(days.between(from, to), one_by_one as i64);
            // Within what was counted ahead, and beyond it.
            for last in [to, from] {
                let (first, last) = (day_number(from), day_number(last));
                prop_assert_eq!(days.span(first, last).between(first, day_number(to)), one_by_one as i64);
            }
        }
    }
}
