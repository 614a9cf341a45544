//! In what numbers are counted. Every whole number of every table is told once, by the room that has the table, so that a new
//! one is neither shown in the wrong unit nor forgotten when the currency changes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// In what a number is counted. Every number is a whole number of the smallest step of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Whole things: leads, deals.
    Count,
    /// Minor units of the workspace's currency: cents.
    Money,
    /// Hundredths of a percent: 6315 is 63.15 %.
    Percent,
    /// Whole days.
    Days,
    /// Hundredths of a plain number: a score of 42 is 4200, a coverage of 3.5 is 350.
    Number,
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// A value of one unit.
    In(Unit),
    /// A value of the unit that stands in the row.
    InTheRowsUnit,
    /// Yes or no.
    YesOrNo,
    /// A number without a unit: a year, a month, a day of the week.
    Plain,
}
