//! In what numbers are counted.

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
