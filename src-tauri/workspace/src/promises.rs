//! What rooms promise beside what is agreed of leads: an answer to what was asked for, for instance. A room tells of every case, and
//! how often a promise was kept is counted from these cases, so that a number and what stands behind it cannot differ.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::people::Side;

/// How one case of a promise fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fared {
    /// Owed, and its day has passed.
    Overdue,
    /// Done after its day.
    Late,
    /// Owed, and its day has not come yet.
    NotYetDue,
    /// Done by its day.
    OnTime,
}

/// Something for which a promise was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PromiseCase {
    /// The row in its room; the page leads there.
    pub id: String,
    /// What it is, short.
    pub words: String,
    /// How it fares.
    pub fared: Fared,
    /// The day that counts for being on time.
    pub due_on: Option<NaiveDate>,
    /// The day on which it was done.
    pub done_on: Option<NaiveDate>,
}

/// What a room promises, and every case of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomPromise {
    /// The room in which the cases stand.
    pub room: String,
    /// Whose promise it is.
    pub side: Side,
    /// What it is called.
    pub name: String,
    /// It as a sentence.
    pub sentence: String,
    /// What is counted, in the plural: "requests".
    pub counted: String,
    /// Why nothing can be said where there is no case.
    pub without_cases: String,
    /// Every case.
    pub cases: Vec<PromiseCase>,
}
