//! The bounds of what people count and plan, in one place. What lies beyond them is a slip of the hand, or cannot be
//! counted exactly by everything that shows it.

use chrono::{Datelike, NaiveDate};

use crate::{
    error::{Error, Result},
    units::Unit,
};

/// The largest amount in minor units. Pages, spreadsheets and JSON count whole numbers exactly up to 2^53, just above it.
pub const MOST_MONEY: i64 = 9_000_000_000_000_000;
/// The largest number of leads, deals and other whole things.
pub const MOST_COUNT: i64 = 1_000_000_000;
/// The largest number of days: a hundred years.
pub const MOST_DAYS: i64 = 36_500;
/// The longest sales cycle that can be planned by month: five years.
pub const MOST_CYCLE_DAYS: i64 = 1_830;
/// The largest score or ratio, in hundredths, either way.
pub const MOST_NUMBER: i64 = 100_000_000_000;
/// All of something, in hundredths of a percent: a rate is never more.
pub const WHOLE: i64 = 10_000;
/// The largest percentage that is no rate, such as growth, in hundredths of a percent.
pub const MOST_PERCENT: i64 = 100_000;
/// The most points of one criterion, and of a threshold.
pub const MOST_POINTS: i64 = 1_000_000;
/// The calendar years in which days are planned.
pub const YEARS: std::ops::RangeInclusive<i32> = 1990..=2200;

fn within(field: &str, amount: Option<i64>, least: i64, most: i64) -> Result<()> {
    match amount {
        Some(amount) if amount < least && least == 0 => {
            Err(Error::invalid(field, "This number cannot be below zero."))
        }
        Some(amount) if amount < least => Err(Error::invalid(
            field,
            "This number is further below zero than can be planned.",
        )
        .hint("Look for a digit too many.")),
        Some(amount) if amount > most => Err(Error::invalid(
            field,
            "This number is larger than can be planned.",
        )
        .hint("Look for a digit too many.")),
        _ => Ok(()),
    }
}

/// Checks a number from zero up to `most`.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn up_to(field: &str, amount: Option<i64>, most: i64) -> Result<()> {
    within(field, amount, 0, most)
}

/// Checks an amount in minor units.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn money(field: &str, amount: Option<i64>) -> Result<()> {
    up_to(field, amount, MOST_MONEY)
}

/// Checks a number of whole things.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn count(field: &str, amount: Option<i64>) -> Result<()> {
    up_to(field, amount, MOST_COUNT)
}

/// Returns whether an amount that was read is one that can be counted, either way.
pub fn is_countable(amount: i64) -> bool {
    (-MOST_MONEY..=MOST_MONEY).contains(&amount)
}

/// Checks a rate: a part of a whole, and so never more than all of it.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn rate(field: &str, amount: Option<i64>) -> Result<()> {
    match amount {
        Some(amount) if !(0..=WHOLE).contains(&amount) => {
            Err(Error::invalid(field, "A rate lies between 0 and 100 %."))
        }
        _ => Ok(()),
    }
}

/// Whether a number may lie below zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Floor {
    /// It may not, but for a score.
    Zero,
    /// It may, where a result can: money and percentages that are no rates.
    Below,
}

/// Checks a number of a unit, in its smallest step; `is_rate` says that a percentage is a part of a whole.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn value(field: &str, unit: Unit, amount: Option<i64>, is_rate: bool, floor: Floor) -> Result<()> {
    let least = |most: i64| if floor == Floor::Below { -most } else { 0 };
    match unit {
        Unit::Count => count(field, amount),
        Unit::Days => up_to(field, amount, MOST_DAYS),
        Unit::Money => within(field, amount, least(MOST_MONEY), MOST_MONEY),
        Unit::Percent if is_rate => rate(field, amount),
        Unit::Percent => within(field, amount, least(MOST_PERCENT), MOST_PERCENT),
        Unit::Number => within(field, amount, -MOST_NUMBER, MOST_NUMBER),
    }
}

/// Checks a day that is planned.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn day(field: &str, day: Option<NaiveDate>) -> Result<()> {
    match day {
        Some(day) if !YEARS.contains(&day.year()) => Err(Error::invalid(
            field,
            format!("{day} is not a day that can be planned."),
        )
        .hint("Give a day between 1990 and 2200.")),
        _ => Ok(()),
    }
}

/// Checks weights: how a year spreads over its parts.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn weights(field: &str, weights: &[i64]) -> Result<()> {
    weights.iter().try_for_each(|weight| money(field, Some(*weight)))
}

/// Adds amounts up. `what` names them: "The budgets of the initiatives".
///
/// # Errors
/// `Refused` when they are more together than can be counted.
pub fn total(what: &str, amounts: impl IntoIterator<Item = i64>) -> Result<i64> {
    amounts
        .into_iter()
        .try_fold(0_i64, i64::checked_add)
        .ok_or_else(|| too_much(what))
}

/// Returns a sum of amounts in minor units, where everything that shows it counts it exactly; nothing where it is too large.
pub fn countable(sum: i128) -> Option<i64> {
    i64::try_from(sum).ok().filter(|sum| is_countable(*sum))
}

/// Adds amounts in minor units up. `what` names them: "The costs of “Web” in 2026-01".
///
/// # Errors
/// `Refused` when they are more together than everything that shows them can count.
pub fn money_total(what: &str, amounts: impl IntoIterator<Item = i64>) -> Result<i64> {
    countable(amounts.into_iter().map(i128::from).sum()).ok_or_else(|| too_much(what))
}

fn too_much(what: &str) -> Error {
    Error::refused(format!("{what} are more together than Lockstep can count."))
        .hint("Look for a digit too many in one of them.")
}

/// Checks that amounts stay countable together; `field` is the one that would make them too much.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn together(field: &str, what: &str, amounts: impl IntoIterator<Item = i64>, most: i64) -> Result<()> {
    match total(what, amounts) {
        Ok(sum) if sum <= most => Ok(()),
        _ => Err(Error::invalid(
            field,
            format!("{what} would be more together than can be planned."),
        )
        .hint("Look for a digit too many in one of them.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_never_wrapped_or_cut() {
        assert_eq!(total("They", [i64::MAX, 0]).ok(), Some(i64::MAX));
        assert!(total("They", [1 << 62, 1 << 62]).is_err());
        assert_eq!(money_total("They", [MOST_MONEY, 1, -1]).ok(), Some(MOST_MONEY));
        assert!(
            money_total("They", [MOST_MONEY, 1]).is_err_and(|error| error.message.starts_with("They are"))
        );
        assert!(money_total("They", [i64::MIN, i64::MIN]).is_err());
        assert_eq!((countable(-1), countable(1 << 64)), (Some(-1), None));
        assert!(together("budget", "They", [MOST_MONEY, 1], MOST_MONEY).is_err());
        assert!(together("budget", "They", [MOST_MONEY - 1, 1], MOST_MONEY).is_ok());
    }

    #[test]
    fn every_unit_has_a_floor_and_a_ceiling() {
        for unit in [Unit::Count, Unit::Money, Unit::Percent, Unit::Days, Unit::Number] {
            for is_rate in [true, false] {
                let fits = |amount: i64| value("target", unit, Some(amount), is_rate, Floor::Zero).is_ok();
                assert!(fits(0) && fits(9_000), "{unit:?}");
                assert!(!fits(i64::MAX) && !fits(i64::MIN) && !fits(1 << 60), "{unit:?}");
                assert_eq!(fits(-500), unit == Unit::Number, "{unit:?}");
            }
        }
        assert!(value("target", Unit::Percent, Some(15_000), true, Floor::Zero).is_err());
        assert!(value("target", Unit::Percent, Some(15_000), false, Floor::Zero).is_ok());
        assert!(value("actual", Unit::Percent, Some(-300), false, Floor::Below).is_ok());
    }
}
