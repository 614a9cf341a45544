//! Splitting a year: by months or quarters, evenly, as last year spread, or by hand, always adding up.

use crate::plan::{Goal, SplitBy, SplitInto};

/// Splits `total` by `weights` into whole numbers that add up to it exactly.
///
/// Each part gets its exact share rounded down; what is left goes, one each, to the parts with the largest remainders,
/// the earlier part first (largest remainder method, Hamilton). Without any weight above zero every part weighs the same.
/// Negative weights count as zero.
///
/// ```
/// use lockstep_core::plan::rules::split::apportion;
/// assert_eq!(apportion(400, &[1; 12]), [34, 34, 34, 34, 33, 33, 33, 33, 33, 33, 33, 33]);
/// ```
pub fn apportion(total: i64, weights: &[i64]) -> Vec<i64> {
    let mut weights: Vec<i128> = weights
        .iter()
        .map(|weight| i128::from((*weight).max(0)))
        .collect();
    if weights.iter().all(|weight| *weight == 0) {
        weights.fill(1);
    }
    let sum: i128 = weights.iter().sum();
    let (sign, size) = if total < 0 {
        (-1, -i128::from(total))
    } else {
        (1, i128::from(total))
    };
    let mut parts: Vec<i128> = weights.iter().map(|weight| size * weight / sum).collect();
    let mut left = size - parts.iter().sum::<i128>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let remainder = |place: &usize| weights.get(*place).map_or(0, |weight| size * weight % sum);
    order.sort_by_key(|place| std::cmp::Reverse(remainder(place)));
    for place in order {
        if left == 0 {
            break;
        }
        if let Some(part) = parts.get_mut(place) {
            *part += 1;
            left -= 1;
        }
    }
    parts
        .into_iter()
        .map(|part| i64::try_from(sign * part).unwrap_or(total))
        .collect()
}

/// Returns the weights of `parts` parts for twelve monthly weights, or nothing where they cannot be added up.
pub fn by_parts(months: &[i64], parts: usize) -> Option<Vec<i64>> {
    let size = (months.len() / parts.max(1)).max(1);
    months.chunks(size).map(sum).collect()
}

fn sum<'p>(parts: impl IntoIterator<Item = &'p i64>) -> Option<i64> {
    parts
        .into_iter()
        .try_fold(0_i64, |sum, part| sum.checked_add(*part))
}

/// How a goal falls on the parts of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The target of each part, as the goal is split.
    pub parts: Vec<i64>,
    /// The target of each month.
    pub months: Vec<i64>,
    /// Why it is split evenly although something else was wished.
    pub problem: Option<String>,
}

/// Splits a goal. `last_year` is last year's shape in twelve weights, or empty. A metric that does not add up (a rate, a
/// number of days) holds its target in every part, or the values written by hand.
///
/// Returns nothing when the goal has no target.
pub fn split(goal: &Goal, last_year: &[i64]) -> Option<Split> {
    let target = goal.target?;
    let count = goal.split_into.parts();
    let mut problem = None;
    let season = Some(last_year)
        .filter(|shape| shape.len() == 12 && shape.iter().any(|part| *part > 0))
        .and_then(|shape| by_parts(shape, count));
    let weights = match (goal.split_by, season) {
        (SplitBy::Hand, _) if goal.by_hand.len() == count => goal.by_hand.clone(),
        (SplitBy::LastYear, Some(season)) => season,
        (SplitBy::LastYear, None) => {
            problem = Some(
                "Split evenly, because the look back does not say how last year spread over all twelve months."
                    .into(),
            );
            vec![1; count]
        }
        (SplitBy::Even | SplitBy::Hand, _) => vec![1; count],
    };
    let per_part = 12 / count;
    if !goal.adds_up {
        let parts = if goal.split_by == SplitBy::Hand && goal.by_hand.len() == count {
            goal.by_hand.clone()
        } else {
            vec![target; count]
        };
        let months = parts.iter().flat_map(|part| vec![*part; per_part]).collect();
        return Some(Split {
            parts,
            months,
            problem,
        });
    }
    let parts = apportion(target, &weights);
    let months = match goal.split_into {
        SplitInto::Months => parts.clone(),
        SplitInto::Quarters => {
            let shape = if goal.split_by == SplitBy::LastYear && problem.is_none() {
                last_year.to_vec()
            } else {
                vec![1; 12]
            };
            parts
                .iter()
                .zip(shape.chunks(per_part))
                .flat_map(|(part, shape)| apportion(*part, shape))
                .collect()
        }
    };
    Some(Split {
        parts,
        months,
        problem,
    })
}

/// Sets one part of a split that adds up and lets the parts after it (the others, for the last one) take up the
/// difference in proportion.
///
/// Returns nothing when they cannot: the part alone is more than the whole.
pub fn set_part(parts: &[i64], place: usize, value: i64) -> Option<Vec<i64>> {
    let total = sum(parts)?;
    let is_last = place + 1 >= parts.len();
    let takes = |other: usize| if is_last { other != place } else { other > place };
    let stays = parts
        .iter()
        .enumerate()
        .filter(|(n, _)| !takes(*n) && *n != place);
    let fixed = sum(stays.map(|(_, part)| part))?;
    let rest = total.checked_sub(fixed)?.checked_sub(value)?;
    if rest < 0 || value < 0 || place >= parts.len() {
        return None;
    }
    let weights: Vec<i64> = parts
        .iter()
        .enumerate()
        .filter(|(n, _)| takes(*n))
        .map(|(_, part)| *part)
        .collect();
    let mut shared = apportion(rest, &weights).into_iter();
    parts
        .iter()
        .enumerate()
        .map(|(n, part)| {
            if n == place {
                Some(value)
            } else if takes(n) {
                shared.next()
            } else {
                Some(*part)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn parts_always_add_up(total in -1_000_000_000_000_i64..1_000_000_000_000, weights in prop::collection::vec(0_i64..1_000_000, 1..24)) {
            prop_assert_eq!(apportion(total, &weights).iter().sum::<i64>(), total);
        }

        #[test]
        fn no_part_is_a_whole_step_off_its_exact_share(total in 0_i64..1_000_000_000, weights in prop::collection::vec(1_i64..1_000, 1..13)) {
            let sum: i64 = weights.iter().sum();
            for (part, weight) in apportion(total, &weights).iter().zip(&weights) {
                let exact = total as f64 * *weight as f64 / sum as f64;
                prop_assert!((*part as f64 - exact).abs() < 1.0);
            }
        }

        #[test]
        fn a_part_set_by_hand_keeps_the_year(parts in prop::collection::vec(0_i64..10_000, 12), place in 0_usize..12, value in 0_i64..20_000) {
            let total: i64 = parts.iter().sum();
            if let Some(set) = set_part(&parts, place, value) {
                prop_assert_eq!(set.iter().sum::<i64>(), total);
                prop_assert_eq!(set.get(place), Some(&value));
                prop_assert!(set.iter().all(|part| *part >= 0));
            }
        }

        #[test]
        fn splitting_a_split_again_changes_nothing(total in 0_i64..1_000_000, weights in prop::collection::vec(0_i64..1_000, 12)) {
            let once = apportion(total, &weights);
            if total > 0 {
                prop_assert_eq!(apportion(total, &once), once);
            }
        }
    }
}
