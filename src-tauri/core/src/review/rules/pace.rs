//! Pace: what of a target is asked for by a day, and how what was reached compares.

use chrono::{Datelike, NaiveDate};
use lockstep_workspace::calendar::add_months;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::scorecard::Direction;

/// How a goal fares; always told in words beside shape and colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GoalStatus {
    /// At least 95% of what is asked for by now.
    OnTrack,
    /// From 80 to 95%.
    AtRisk,
    /// Less than 80%.
    OffTrack,
}

impl GoalStatus {
    /// Returns what it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OnTrack => "On track",
            Self::AtRisk => "At risk",
            Self::OffTrack => "Off track",
        }
    }

    /// Returns how a goal fares that has reached so much of what is asked for, in hundredths of a percent.
    #[must_use]
    pub fn of(reached: i64) -> Self {
        match reached {
            9_500.. => Self::OnTrack,
            8_000.. => Self::AtRisk,
            _ => Self::OffTrack,
        }
    }
}

/// Returns what of a year's target is asked for by the end of a day: the parts of the months that are over, and of the month it is
/// in as much as of its days have passed; rounded down, so that nobody is asked for more than the plan says.
///
/// `months` are the first days of the months, `parts` what is asked for in each.
#[must_use]
pub fn asked_by(day: NaiveDate, months: &[NaiveDate], parts: &[i64]) -> i64 {
    let asked: i128 = months
        .iter()
        .zip(parts)
        .map(|(first, part)| {
            let next = add_months(*first, 1);
            let (all, passed) = ((next - *first).num_days(), (day - *first).num_days() + 1);
            let passed = passed.clamp(0, all);
            i128::from(*part) * i128::from(passed) / i128::from(all.max(1))
        })
        .sum();
    i64::try_from(asked).unwrap_or(i64::MAX)
}

/// Returns how much of what is asked for was reached, in hundredths of a percent, rounded down: actual ÷ asked where more is better,
/// asked ÷ actual where less is. Nothing where nothing is asked for yet.
///
/// What is asked for of a rate or a number of days is its target, whatever the day: a half of the year does not make a half of it.
#[must_use]
pub fn reached(actual: i64, asked: i64, direction: Direction) -> Option<i64> {
    let (part, whole) = match direction {
        Direction::More => (actual, asked),
        Direction::Less => (asked, actual),
    };
    if whole <= 0 {
        // Less than nothing is asked for: whoever has none of it is there.
        return (direction == Direction::Less && whole == 0).then_some(10_000);
    }
    let reached = i128::from(part) * 10_000 / i128::from(whole);
    i64::try_from(reached).ok()
}

/// Returns whether a month is over at the end of a day.
#[must_use]
pub fn is_over(first_of_month: NaiveDate, day: NaiveDate) -> bool {
    let next = add_months(first_of_month, 1);
    next.pred_opt().is_some_and(|last| last <= day) && first_of_month.day() == 1
}

#[cfg(test)]
mod tests {
    use lockstep_workspace::{calendar::FiscalYear, error::Result};
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn half_a_month_asks_for_half_of_its_part() -> Result<()> {
        let months = FiscalYear::new(2027, 1)?.months();
        let parts = [31_i64; 12];
        assert_eq!(asked_by(day("2026-12-31"), &months, &parts), 0);
        assert_eq!(asked_by(day("2027-01-01"), &months, &parts), 1);
        assert_eq!(asked_by(day("2027-01-31"), &months, &parts), 31);
        assert_eq!(asked_by(day("2027-02-14"), &months, &parts), 31 + 15);
        assert_eq!(asked_by(day("2030-01-01"), &months, &parts), 12 * 31);
        Ok(())
    }

    #[test]
    fn the_public_quota_of_the_third_quarter_was_missed() {
        let reached = reached(196, 250, Direction::More);
        assert_eq!(reached, Some(7_840));
        assert_eq!(reached.map(GoalStatus::of), Some(GoalStatus::OffTrack));
    }

    #[test]
    fn where_less_is_better_more_is_worse() {
        assert_eq!(reached(50, 40, Direction::Less), Some(8_000));
        assert_eq!(reached(40, 50, Direction::Less), Some(12_500));
        assert_eq!(reached(0, 50, Direction::Less), Some(10_000));
        assert_eq!(reached(0, 0, Direction::More), None);
    }

    proptest! {
        #[test]
        fn what_is_asked_for_never_falls_and_ends_at_the_target(
            parts in prop::collection::vec(0_i64..1_000_000, 12), start in 1_u32..=12, days in 0_i64..400,
        ) {
            let year = FiscalYear::new(2027, start).map_err(|error| TestCaseError::fail(error.message))?;
            let months = year.months();
            let one = year.first_day() + chrono::TimeDelta::days(days);
            let next = one + chrono::TimeDelta::days(1);
            prop_assert!(asked_by(one, &months, &parts) <= asked_by(next, &months, &parts));
            prop_assert_eq!(asked_by(year.last_day(), &months, &parts), parts.iter().sum::<i64>());
        }

        #[test]
        fn more_is_never_a_worse_status(actual in 0_i64..1_000_000, more in 0_i64..1_000, asked in 1_i64..1_000_000) {
            let rank = |status| match status { GoalStatus::OnTrack => 2, GoalStatus::AtRisk => 1, GoalStatus::OffTrack => 0 };
            let status = |actual, direction| reached(actual, asked, direction).map(GoalStatus::of).map(rank);
            prop_assert!(status(actual, Direction::More) <= status(actual + more, Direction::More));
            prop_assert!(status(actual, Direction::Less) >= status(actual + more, Direction::Less));
        }
    }
}
