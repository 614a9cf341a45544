//! The forecast of a goal whose months add up: the run rate so far, weighted by how the plan spreads the year over its months.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// So many whole months it takes before anything is forecast.
pub const MONTHS_NEEDED: usize = 3;

/// What comes of a year if it goes on as it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Forecast {
    /// If every month to come is like the weakest so far.
    pub low: i64,
    /// If they are like those so far together.
    pub likely: i64,
    /// If they are like the strongest so far.
    pub high: i64,
}

/// A whole month: what the plan asks for in it, and what was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WholeMonth {
    /// What is asked for.
    pub asked: i64,
    /// What was reached.
    pub actual: i64,
}

/// Returns the forecast for the year: what there is (`to_date`) + what is still asked for (`rest`) × (actual ÷ asked for, of the whole
/// months together). The range takes the weakest and the strongest month for that rate instead.
///
/// Nothing with fewer than [`MONTHS_NEEDED`] whole months in which anything was asked for: then it is too early.
#[must_use]
pub fn forecast(whole: &[WholeMonth], rest: i64, to_date: i64) -> Option<Forecast> {
    let asked_in: Vec<&WholeMonth> = whole.iter().filter(|month| month.asked > 0).collect();
    if asked_in.len() < MONTHS_NEEDED {
        return None;
    }
    let sum = |of: fn(&WholeMonth) -> i64| asked_in.iter().map(|month| i128::from(of(month))).sum::<i128>();
    let (actual, asked) = (sum(|month| month.actual), sum(|month| month.asked));
    let rest = i128::from(rest.max(0));
    // A rate as a fraction, so that nothing is rounded before the end.
    let at = |part: i128, of: i128| i64::try_from(i128::from(to_date) + rounded(rest * part, of)).ok();
    let by_rate = |one: &&&WholeMonth, other: &&&WholeMonth| {
        let cross = |a: &WholeMonth, b: &WholeMonth| i128::from(a.actual) * i128::from(b.asked);
        cross(one, other).cmp(&cross(other, one))
    };
    let of = |month: &WholeMonth| at(i128::from(month.actual), i128::from(month.asked));
    Some(Forecast {
        low: of(asked_in.iter().min_by(by_rate)?)?,
        likely: at(actual, asked)?,
        high: of(asked_in.iter().max_by(by_rate)?)?,
    })
}

/// Divides, rounded to the nearest, halves up.
fn rounded(part: i128, of: i128) -> i128 {
    (2 * part + of).div_euclid(2 * of)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn months(pairs: &[(i64, i64)]) -> Vec<WholeMonth> {
        pairs
            .iter()
            .map(|(asked, actual)| WholeMonth {
                asked: *asked,
                actual: *actual,
            })
            .collect()
    }

    #[test]
    fn half_of_what_is_asked_for_makes_half_a_year() {
        let found = forecast(&months(&[(20, 10), (20, 10), (20, 10)]), 180, 30);
        assert_eq!(
            found,
            Some(Forecast {
                low: 120,
                likely: 120,
                high: 120
            })
        );
    }

    #[test]
    fn a_season_is_not_taken_for_a_trend() {
        // The year begins slowly, as planned: all is as it should be.
        let found = forecast(&months(&[(5, 5), (10, 10), (15, 15)]), 210, 30);
        assert_eq!(found.map(|found| found.likely), Some(240));
    }

    #[test]
    fn a_month_that_runs_well_adds_to_what_is_still_to_come() {
        // Ten a month were asked for, the fourth brought 130 so far; eight months are left.
        let found = forecast(&months(&[(10, 10), (10, 20), (10, 30)]), 80, 190);
        assert_eq!(
            found,
            Some(Forecast {
                low: 270,
                likely: 350,
                high: 430
            })
        );
    }

    #[test]
    fn two_months_are_too_early() {
        assert_eq!(forecast(&months(&[(20, 10), (20, 30)]), 240, 40), None);
        assert_eq!(forecast(&months(&[(20, 10), (20, 30), (0, 5)]), 240, 45), None);
    }

    proptest! {
        #[test]
        fn a_forecast_lies_in_its_own_range_and_rises_with_what_was_reached(
            whole in prop::collection::vec((1_i64..10_000, 0_i64..10_000), 3..12),
            rest in 0_i64..100_000, more in 0_i64..1_000, month in 0_usize..12,
        ) {
            let plain = months(&whole);
            let to_date = whole.iter().map(|(_, actual)| actual).sum::<i64>();
            let found = forecast(&plain, rest, to_date);
            let Some(found) = found else { return Err(TestCaseError::fail("three months are enough")) };
            prop_assert!(found.low <= found.likely && found.likely <= found.high);
            prop_assert!(to_date <= found.low);
            let mut better = whole.clone();
            let place = month % better.len();
            if let Some(one) = better.get_mut(place) { one.1 += more; }
            let raised = forecast(&months(&better), rest, to_date + more);
            prop_assert!(raised.is_some_and(|raised| raised.likely >= found.likely && raised.low >= found.low && raised.high >= found.high));
        }

        #[test]
        fn a_year_that_goes_by_its_season_ends_at_its_share_of_the_target(
            parts in prop::collection::vec(1_i64..1_000, 12), whole in 3_usize..12, times in 1_i64..4,
        ) {
            let year: i64 = parts.iter().sum();
            let so_far: Vec<(i64, i64)> = parts.iter().take(whole).map(|part| (*part, part * times)).collect();
            let to_date = so_far.iter().map(|(_, actual)| actual).sum();
            let rest: i64 = parts.iter().skip(whole).sum();
            let found = forecast(&months(&so_far), rest, to_date);
            let all = year * times;
            prop_assert_eq!(found, Some(Forecast { low: all, likely: all, high: all }));
        }
    }
}
