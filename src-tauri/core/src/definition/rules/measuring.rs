//! Measuring: rates with their interval, and how much better one group does than another. Pure, and openly unsure: what
//! rests on little is marked, and what cannot be said is said to be so.

use serde::Serialize;
use ts_rs::TS;

use crate::leads::rules::Rate;

/// 1.96 standard deviations either side hold 95 % of a normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// A rate with the range in which the true one lies, as far as so many records can tell.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Measured {
    /// The rate.
    pub rate: Rate,
    /// The lower end in basis points; nothing when there are none.
    pub low: Option<f64>,
    /// The upper end in basis points; nothing when there are none.
    pub high: Option<f64>,
}

impl Measured {
    /// Returns a rate with its 95 % score interval (Wilson 1927): `(p + z²/2n ± z √(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n)`.
    pub fn of(rate: Rate) -> Self {
        if rate.n <= 0 {
            return Self {
                rate,
                low: None,
                high: None,
            };
        }
        let n = rate.n as f64;
        let p = rate.part as f64 / n;
        let square = Z * Z;
        let middle = p + square / (2.0 * n);
        let reach = Z * (p * (1.0 - p) / n + square / (4.0 * n * n)).sqrt();
        let end = |value: f64| Some(((value / (1.0 + square / n)) * 10_000.0).clamp(0.0, 10_000.0));
        Self {
            rate,
            low: end(middle - reach),
            high: end(middle + reach),
        }
    }

    /// Returns a part of `n` with its interval.
    pub fn part(part: i64, n: i64) -> Self {
        Self::of(Rate::of(part, n))
    }
}

/// How many times as often something happens in one group as in another.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Lift {
    /// The factor: 2 means twice as often.
    pub factor: Option<f64>,
    /// The lower end of its 95 % interval.
    pub low: Option<f64>,
    /// The upper end of its 95 % interval.
    pub high: Option<f64>,
    /// Whether the interval leaves no doubt that one group does better: it does not hold 1.
    pub is_clear: bool,
    /// Why there is no factor.
    pub why_not: Option<String>,
}

impl Lift {
    /// Returns the ratio of two rates with its 95 % interval on the logarithm (Katz 1978):
    /// `exp(ln(p₁/p₂) ± z √(1/a − 1/n₁ + 1/b − 1/n₂))`, for `a` of `n₁` against `b` of `n₂`. A group of which all did it would
    /// add no doubt to that, however small it is, so there the interval is the one that follows from the intervals of both
    /// rates (MOVER, Donner and Zou 2012).
    pub fn of(ours: Rate, theirs: Rate) -> Self {
        let nothing = |why: &str| Self {
            factor: None,
            low: None,
            high: None,
            is_clear: false,
            why_not: Some(why.into()),
        };
        if ours.n <= 0 {
            return nothing("None of those that pass was decided.");
        }
        if theirs.n <= 0 {
            return nothing("None of the others was decided, so there is nothing to compare with.");
        }
        if theirs.part <= 0 {
            return nothing("It never happened among the others, so there is no factor.");
        }
        let (a, n1) = (ours.part as f64, ours.n as f64);
        let (b, n2) = (theirs.part as f64, theirs.n as f64);
        let factor = (a / n1) / (b / n2);
        if ours.part <= 0 {
            return Self {
                factor: Some(0.0),
                low: None,
                high: None,
                is_clear: false,
                why_not: None,
            };
        }
        let is_all = ours.part >= ours.n || theirs.part >= theirs.n;
        let (low, high) = if is_all {
            recovered(ours, theirs)
        } else {
            let deviation = (1.0 / a - 1.0 / n1 + 1.0 / b - 1.0 / n2).max(0.0).sqrt();
            (factor * (-Z * deviation).exp(), factor * (Z * deviation).exp())
        };
        Self {
            factor: Some(factor),
            low: Some(low),
            high: Some(high),
            is_clear: low > 1.0 || high < 1.0,
            why_not: None,
        }
    }
}

/// Returns the interval of a ratio that follows from the intervals of both rates: with `l` and `u` their ends,
/// `(p₁p₂ − √((p₁p₂)² − l₁u₂(2p₁ − l₁)(2p₂ − u₂))) ÷ (u₂(2p₂ − u₂))` is the lower end, and with `u₁` and `l₂` and a plus the
/// upper one.
fn recovered(ours: Rate, theirs: Rate) -> (f64, f64) {
    let of = |rate: Rate| {
        let Measured { low, high, .. } = Measured::of(rate);
        let p = rate.part as f64 / rate.n as f64;
        (
            p,
            low.unwrap_or(0.0) / 10_000.0,
            high.unwrap_or(10_000.0) / 10_000.0,
        )
    };
    let ((p1, l1, u1), (p2, l2, u2)) = (of(ours), of(theirs));
    let both = p1 * p2;
    let end = |first: f64, second: f64, sign: f64| {
        let under = both * both - first * second * (2.0 * p1 - first) * (2.0 * p2 - second);
        (both + sign * under.max(0.0).sqrt()) / (second * (2.0 * p2 - second))
    };
    (end(l1, u2, -1.0), end(u1, l2, 1.0))
}

/// Returns how strongly two things go together, from 0 (not at all) to 1 (one tells the other): Cramér's V, with the
/// correction for few records (Bergsma 2013). `table` holds for each value how often the answer was yes and how often no.
/// Nothing when there is too little to tell.
pub fn association(table: &[(i64, i64)]) -> Option<f64> {
    let rows: Vec<(f64, f64)> = table
        .iter()
        .filter(|(yes, no)| yes + no > 0)
        .map(|(yes, no)| (*yes as f64, *no as f64))
        .collect();
    let (yes, no) = rows
        .iter()
        .fold((0.0, 0.0), |(yes, no), row| (yes + row.0, no + row.1));
    let n = yes + no;
    if rows.len() < 2 || yes <= 0.0 || no <= 0.0 || n < 2.0 {
        return None;
    }
    let square: f64 = rows
        .iter()
        .map(|(a, b)| {
            let (expect_yes, expect_no) = ((a + b) * yes / n, (a + b) * no / n);
            (a - expect_yes).powi(2) / expect_yes + (b - expect_no).powi(2) / expect_no
        })
        .sum();
    let k = rows.len() as f64;
    let phi = (square / n - (k - 1.0) / (n - 1.0)).max(0.0);
    let corrected = |size: f64| size - (size - 1.0).powi(2) / (n - 1.0);
    let least = corrected(k).min(corrected(2.0)) - 1.0;
    (least > 0.0).then(|| (phi / least).sqrt().min(1.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_interval_of_a_rate_is_wilsons() {
        // 697 of 1,061: worked out by hand with the formula above.
        let measured = Measured::part(697, 1_061);
        let rounded = |value: Option<f64>| (value.unwrap_or_default() / 10.0).round() / 10.0;
        assert_eq!((rounded(measured.low), rounded(measured.high)), (62.8, 68.5));
        assert_eq!(Measured::part(0, 0).low, None);
        assert_eq!(Measured::part(0, 10).low, Some(0.0));
    }

    #[test]
    fn what_cannot_be_compared_says_why() {
        let none = Lift::of(Rate::of(3, 10), Rate::of(0, 10));
        assert_eq!((none.factor, none.why_not.is_some()), (None, true));
        let twice = Lift::of(Rate::of(200, 1_000), Rate::of(100, 1_000));
        assert_eq!(twice.factor, Some(2.0));
        assert!(twice.is_clear);
        assert!(!Lift::of(Rate::of(2, 10), Rate::of(1, 10)).is_clear);
    }

    #[test]
    fn a_few_of_which_all_did_it_leave_doubt() {
        let few = Lift::of(Rate::of(7, 7), Rate::of(16, 22));
        let rounded = |value: Option<f64>| (value.unwrap_or_default() * 100.0).round() / 100.0;
        assert_eq!(
            (rounded(few.low), rounded(few.factor), rounded(few.high)),
            (0.86, 1.38, 1.93)
        );
        assert!(!few.is_clear);
        assert!(Lift::of(Rate::of(700, 700), Rate::of(1_600, 2_200)).is_clear);
        assert!(!Lift::of(Rate::of(16, 22), Rate::of(7, 7)).is_clear);
        assert!(!Lift::of(Rate::of(3, 3), Rate::of(3, 3)).is_clear);
    }

    #[test]
    fn what_tells_the_outcome_goes_together_with_it() {
        assert_eq!(association(&[(50, 0), (0, 50)]), Some(1.0));
        assert_eq!(association(&[(50, 50), (50, 50)]), Some(0.0));
        assert_eq!(association(&[(50, 50)]), None);
        assert_eq!(association(&[(50, 0), (50, 0)]), None);
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_rate(n in 1_i64..10_000, part in 0_i64..10_000) {
            let part = part.min(n);
            let measured = Measured::part(part, n);
            let points = measured.rate.basis_points.unwrap_or_default();
            prop_assert!(measured.low.unwrap_or_default() <= points + 1e-6);
            prop_assert!(measured.high.unwrap_or_default() >= points - 1e-6);
        }

        #[test]
        fn going_together_lies_between_nothing_and_all(table in prop::collection::vec((0_i64..500, 0_i64..500), 0..12)) {
            if let Some(together) = association(&table) {
                prop_assert!((0.0..=1.0).contains(&together));
            }
        }
    }
}
