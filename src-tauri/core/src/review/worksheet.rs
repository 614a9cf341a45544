//! The worksheet of a review: the goals, what each room has to say of the period, and what comes back from last time. It is worked out
//! anew until the review is closed; what it said then is kept.

use chrono::NaiveDate;
use lockstep_workspace::{
    context::ReadContext,
    error::{Error, Result},
    words::Words,
    worksheet::{ReviewDays, WorksheetPart},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Review, ReviewAction, ReviewDecision, ReviewNote, ReviewParked,
    carrying::{ReviewLastTime, last_time},
    goals::{GoalsPart, goals},
    view::MarkPair,
};
use crate::ids::ListItemId;

/// What a worksheet says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Worksheet {
    /// The days it looks at.
    pub days: ReviewDays,
    /// The day on which it was filled in.
    pub filled_in_on: NaiveDate,
    /// How the goals fare.
    pub goals: GoalsPart,
    /// What each room has to say, in the order of the sections.
    pub parts: Vec<WorksheetPart>,
    /// What comes back from earlier reviews.
    pub last_time: ReviewLastTime,
}

/// A review as it was closed: what both sides sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewRecord {
    /// The period: "Q3 FY27".
    pub label: String,
    /// The day on which it was held.
    pub held_on: NaiveDate,
    /// What the worksheet said.
    pub worksheet: Worksheet,
    /// On which day the worksheet was amended, where it was.
    pub amended_on: Option<NaiveDate>,
    /// What both wrote.
    pub notes: Vec<ReviewNote>,
    /// How many votes each note has that has any.
    pub votes: Vec<NoteVotes>,
    /// The marks of both sides, side by side.
    pub marks: Vec<MarkPair>,
    /// What was decided.
    pub decisions: Vec<ReviewDecision>,
    /// What was agreed to be done.
    pub actions: Vec<ReviewAction>,
    /// What was parked.
    pub parked: Vec<ReviewParked>,
}

/// How many votes a note has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoteVotes {
    /// The note.
    pub note: ListItemId,
    /// All its votes.
    pub votes: i64,
}

/// Fills in the worksheet of a review, as of today.
///
/// # Errors
/// What a room's own reading fails with.
pub fn fill(reader: &ReadContext, review: &Review) -> Result<Worksheet> {
    let period = review.period(reader)?;
    let days = period.days(reader.today());
    let mut parts = Vec::new();
    for fill in reader.rooms().iter().filter_map(|room| room.worksheet) {
        parts.extend(fill(reader, &days)?);
    }
    parts.sort_by_key(|part| part.section);
    Ok(Worksheet {
        goals: goals(reader, period.year(), &days)?,
        last_time: last_time(reader, review)?,
        filled_in_on: reader.today(),
        parts,
        days,
    })
}

/// Reads what was kept of a closed review.
///
/// # Errors
/// `Damaged` when it cannot be read.
pub fn read_record(text: &str) -> Result<ReviewRecord> {
    serde_json::from_str(text)
        .map_err(|error| Error::damaged(format!("What was kept of a review cannot be read: {error}.")))
}

/// Reads the worksheet of an amendment.
///
/// # Errors
/// `Damaged` when it cannot be read.
pub fn read_worksheet(text: &str) -> Result<Worksheet> {
    serde_json::from_str(text)
        .map_err(|error| Error::damaged(format!("A worksheet that was kept cannot be read: {error}.")))
}

/// Returns what a review is called: "Q3 FY27".
pub(super) fn label(reader: &ReadContext, review: &Review) -> Result<String> {
    let words = Words::new(&reader.company()?);
    Ok(review.period(reader)?.label(&words))
}

impl Worksheet {
    /// Returns the worksheet with what another one says that rests on imports.
    #[must_use]
    pub fn with_imports_of(mut self, other: Self) -> Self {
        self.goals = other.goals;
        // In the order in which the rooms tell them; what rests on no import stays as it was told then.
        let mut kept = self.parts;
        let mut parts = Vec::new();
        for part in other.parts {
            let same = |one: &WorksheetPart| (&one.room, &one.title) == (&part.room, &part.title);
            let then = kept.iter().position(same).map(|place| kept.remove(place));
            if part.rests_on_imports {
                parts.push(part);
            } else {
                parts.extend(then);
            }
        }
        parts.extend(kept.into_iter().filter(|part| !part.rests_on_imports));
        parts.sort_by_key(|part| part.section);
        self.parts = parts;
        self.filled_in_on = other.filled_in_on;
        self
    }

    /// Returns the worksheet with only what imports may change, and without what the day it was filled in on changes.
    #[must_use]
    pub fn of_imports(mut self) -> Self {
        self.parts.retain(|part| part.rests_on_imports);
        self.last_time = ReviewLastTime::default();
        self.filled_in_on = self.days.now.to;
        self
    }
}
