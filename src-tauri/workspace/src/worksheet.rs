//! Worksheets of reviews: what a room has to say of a period, filled in before anybody meets. A room tells its part in tables and
//! lists, each number with what it is held against, its formula and where it comes from; the room of reviews lays the parts out,
//! and what is closed is kept as it was told.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{people::Side, units::Unit};

/// From one day to another, both within.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DaySpan {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// The days a worksheet looks at, and those they are held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewDays {
    /// The period that is reviewed.
    pub now: DaySpan,
    /// The period before it, of the same kind.
    pub before: DaySpan,
    /// The same period a year ago.
    pub year_ago: DaySpan,
    /// The day on which the worksheet is filled in, or the last day of the period where that has passed.
    pub as_of: NaiveDate,
}

/// Where a part stands on the worksheet; parts come in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorksheetSection {
    /// Leads, what became of them and what it cost.
    Funnel,
    /// What both sides promised, and how it was kept.
    Promises,
    /// What sales hears and asks for.
    Field,
    /// What we do this year.
    Initiatives,
    /// Pieces and how they are used.
    Collateral,
}

/// What a room has to say of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorksheetPart {
    /// The room.
    pub room: String,
    /// Where it stands.
    pub section: WorksheetSection,
    /// What it is called.
    pub title: String,
    /// What is to be known first, in a sentence.
    pub finding: String,
    /// Numbers.
    pub tables: Vec<WorksheetTable>,
    /// What is told in words.
    pub lists: Vec<WorksheetList>,
    /// What is to be known beside the numbers, in sentences.
    pub notes: Vec<String>,
    /// Whether an import may change it afterwards.
    pub rests_on_imports: bool,
}

/// Numbers that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorksheetTable {
    /// Names it in its part.
    pub key: String,
    /// What stands in its rows: "Source".
    pub title: String,
    /// What is counted.
    pub columns: Vec<WorksheetColumn>,
    /// Of what it is counted.
    pub rows: Vec<WorksheetRow>,
    /// How many more rows there are.
    pub left_out: i64,
}

/// What is counted in a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorksheetColumn {
    /// Names it in its table.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// In what it is counted.
    pub unit: Unit,
    /// The formula in words.
    pub formula: String,
    /// Where the numbers come from.
    pub source: String,
    /// Whether its room can list what stands behind a number of the period.
    #[serde(default)]
    pub is_listed: bool,
}

/// One row of numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorksheetRow {
    /// Names it in its table; empty for all together.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// Whose it is, where it is one side's.
    pub side: Option<Side>,
    /// The numbers, column by column.
    pub cells: Vec<WorksheetCell>,
}

/// A number and what it is held against, each in the smallest step of the column's unit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorksheetCell {
    /// In the period.
    pub now: Option<i64>,
    /// In the period before.
    pub before: Option<i64>,
    /// In the same period a year ago.
    pub year_ago: Option<i64>,
    /// On how many the number of the period rests, where it is a rate or an average.
    pub n: Option<i64>,
    /// Whether those are so few that the number says little.
    pub is_small: bool,
    /// Why there is no number; nothing where there is one.
    pub because: Option<String>,
}

/// What is told in words, line by line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorksheetList {
    /// Names it in its part.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// What is said where it has no line.
    pub empty: String,
    /// The lines, what matters most first.
    pub lines: Vec<WorksheetLine>,
    /// How many more lines there are.
    pub left_out: i64,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorksheetLine {
    /// The row in its room; the page leads there. Empty where there is none.
    pub id: String,
    /// What it says.
    pub words: String,
    /// Beside it: who, how often, until when.
    pub detail: String,
    /// Whose it is, where it is one side's.
    pub side: Option<Side>,
}

impl WorksheetCell {
    /// Returns a number with what it is held against.
    #[must_use]
    pub fn of(now: Option<i64>, before: Option<i64>, year_ago: Option<i64>) -> Self {
        Self {
            now,
            before,
            year_ago,
            ..Self::default()
        }
    }

    /// Returns a number that is held against none.
    #[must_use]
    pub fn alone(now: i64) -> Self {
        Self::of(Some(now), None, None)
    }

    /// Says why there is no number, where there is none.
    #[must_use]
    pub fn or_because(self, because: Option<&str>) -> Self {
        Self {
            because: because.filter(|_| self.now.is_none()).map(str::to_owned),
            ..self
        }
    }
}

impl WorksheetList {
    /// Keeps so many lines at most, and counts those that are left out.
    #[must_use]
    pub fn at_most(mut self, most: usize) -> Self {
        self.left_out = i64::try_from(self.lines.len().saturating_sub(most)).unwrap_or(i64::MAX);
        self.lines.truncate(most);
        self
    }
}
