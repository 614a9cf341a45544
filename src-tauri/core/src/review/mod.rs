//! Reviews (P60 to P66): every quarter, and every month where wanted, both sides look at how the year goes. The worksheet fills itself
//! in from what the rooms know; both say in silence what works, what does not and what to adjust, see it together, vote, decide
//! and agree who does what. What is closed stays as it was; what was not done comes back the next time.

pub mod actions;
pub mod agenda;
pub mod carrying;
mod clauses;
pub mod dates;
pub mod decided;
pub mod goals;
pub mod learnings;
pub mod list_items;
pub mod period;
mod promises;
pub mod queries;
pub mod readings;
pub mod room;
pub mod rules;
pub mod silent;
pub mod subject;
pub mod view;
pub mod worksheet;
pub mod year;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use lockstep_workspace::{people::Side, rows::row, units::Unit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{
    GoalReadingId, ListItemId, PersonId, ReviewAmendmentId, ReviewId, ReviewMarkId, ReviewVoteId,
};

/// How long the period of a review is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewKind {
    /// A quarter of the fiscal year.
    Quarter,
    /// A month of it: a check-in.
    Month,
}

/// A review of one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Review {
    /// Names it; it follows from the period.
    pub id: ReviewId,
    /// The number of the fiscal year.
    pub year: i32,
    /// How long its period is.
    pub kind: ReviewKind,
    /// Which quarter or month of the year, from 1.
    pub number: i64,
    /// The day for which it is planned, or on which it was held.
    pub held_on: NaiveDate,
    /// At what time it begins, in the time zone of the company; nothing where only the day is planned.
    pub starts_at: Option<NaiveTime>,
    /// When the meeting began; nothing while it is prepared.
    pub begun_at: Option<DateTime<Utc>>,
    /// Whether sales has finished writing in silence.
    pub sales_ready: bool,
    /// Whether marketing has.
    pub marketing_ready: bool,
    /// When both saw what the other wrote.
    pub revealed_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// What the worksheet said when it was closed, as JSON; empty until then.
    pub worksheet: String,
    /// When it was planned.
    pub created_at: DateTime<Utc>,
}
row!(Review, "review", id: ReviewId, flags: ["sales_ready", "marketing_ready"], lists: [],
     ours: ["year", "kind", "number", "begun_at", "sales_ready", "marketing_ready", "revealed_at", "closed_at", "worksheet", "created_at"]);

/// What was found later about a review that was closed: the worksheet as it came out then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewAmendment {
    /// Names it.
    pub id: ReviewAmendmentId,
    /// The review.
    pub review: ReviewId,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// What the worksheet says with it, as JSON.
    pub worksheet: String,
}
row!(ReviewAmendment, "review_amendment", id: ReviewAmendmentId, flags: [], lists: [], ours: ["review", "added_at", "worksheet"]);

/// Under which heading a note of a review stands (P61).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewNoteKind {
    /// What works.
    Working,
    /// What does not.
    NotWorking,
    /// What is to be adjusted.
    Adjust,
}

impl ReviewNoteKind {
    /// All three, in their order.
    pub const ALL: [Self; 3] = [Self::Working, Self::NotWorking, Self::Adjust];

    /// Returns what it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Working => "Working",
            Self::NotWorking => "Not working",
            Self::Adjust => "Adjust",
        }
    }
}

/// What one side wrote before it saw what the other wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewNote {
    /// Names it.
    pub id: ListItemId,
    /// The review.
    pub review: ReviewId,
    /// Its place.
    pub rank: String,
    /// The side that wrote it.
    pub side: Side,
    /// The heading.
    pub kind: ReviewNoteKind,
    /// What it says.
    pub text: String,
}
row!(ReviewNote, "review_note", id: ListItemId, in: "review");

/// How many of somebody's votes a note has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewVote {
    /// Names it; it follows from the note and the person.
    pub id: ReviewVoteId,
    /// The review.
    pub review: ReviewId,
    /// The note.
    pub note: ListItemId,
    /// Whose votes.
    pub person: PersonId,
    /// How many.
    pub votes: i64,
}
row!(ReviewVote, "review_vote", id: ReviewVoteId);

/// A mark from 1 to 5 that a side gives in silence: its confidence in a goal, or its answer to a statement of the pulse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewMark {
    /// Names it; it follows from the review, the side and what it is about.
    pub id: ReviewMarkId,
    /// The review.
    pub review: ReviewId,
    /// The side.
    pub side: Side,
    /// What it is about: the id of a goal, or the word of a statement.
    pub about: String,
    /// The mark, as a text because it is sealed until both see it.
    pub mark: String,
}
row!(ReviewMark, "review_mark", id: ReviewMarkId);

/// What a decision changes beyond the review: a draft of it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecisionChanges {
    /// The plan of the year.
    Plan,
    /// The definition of a qualified lead.
    Definition,
}

/// What was decided, captured where it was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewDecision {
    /// Names it.
    pub id: ListItemId,
    /// The review.
    pub review: ReviewId,
    /// Its place.
    pub rank: String,
    /// The note it came from.
    pub note: Option<ListItemId>,
    /// The question.
    pub question: String,
    /// What was chosen.
    pub name: String,
    /// Why.
    pub why: String,
    /// Who sees to it.
    pub owner: Option<PersonId>,
    /// From which day on it holds.
    pub effective_from: Option<NaiveDate>,
    /// What it changes, where that is signed by both.
    pub changes: Option<DecisionChanges>,
    /// The day.
    pub decided_on: NaiveDate,
}
row!(ReviewDecision, "review_decision", id: ListItemId, in: "review", flags: [], lists: [], ours: ["decided_on"]);

/// What somebody will do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewAction {
    /// Names it.
    pub id: ListItemId,
    /// The review in which it was agreed.
    pub review: ReviewId,
    /// Its place.
    pub rank: String,
    /// The note it came from.
    pub note: Option<ListItemId>,
    /// What is to be done.
    pub name: String,
    /// Who does it.
    pub owner: Option<PersonId>,
    /// The side whose promise it is: that of whoever took it on, wherever they work later.
    #[serde(default)]
    pub side: Option<Side>,
    /// On which day it was agreed.
    pub agreed_on: NaiveDate,
    /// Until when.
    pub due: Option<NaiveDate>,
    /// The day for which it was promised when the review was closed: a later day does not make it less late.
    pub due_first: Option<NaiveDate>,
    /// On which day it was done.
    pub done_on: Option<NaiveDate>,
}
row!(ReviewAction, "review_action", id: ListItemId, in: "review", flags: [], lists: [], ours: ["side", "agreed_on", "due_first"]);

/// A thought put aside, to come back to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewParked {
    /// Names it.
    pub id: ListItemId,
    /// The review.
    pub review: ReviewId,
    /// Its place.
    pub rank: String,
    /// The thought.
    pub name: String,
    /// Whether it was dealt with.
    pub settled: bool,
}
row!(ReviewParked, "review_parked", id: ListItemId, in: "review", flags: ["settled"]);

/// How far a goal has come that no file tells of, entered by a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GoalReading {
    /// Names it; it follows from the goal and the day.
    pub id: GoalReadingId,
    /// The goal.
    pub goal: ListItemId,
    /// As of which day.
    pub day: NaiveDate,
    /// In what it is counted, as the goal is.
    pub unit: Unit,
    /// Where it stands: for a goal whose parts add up, all of the year until that day.
    pub value: i64,
    /// Where it comes from.
    pub note: String,
    /// Who entered it.
    pub person: Option<PersonId>,
}
row!(GoalReading, "goal_reading", id: GoalReadingId, flags: [], lists: [], ours: ["goal", "day", "unit", "person"]);
