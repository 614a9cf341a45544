//! What screens show of reviews.

use chrono::NaiveDate;
use lockstep_workspace::{
    agreements::{AgreementView, Difference},
    people::Side,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Review, ReviewDecision, ReviewNote, ReviewParked, agenda::AgendaLine, carrying::ActionLine,
    worksheet::Worksheet,
};

/// Where a review stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewState {
    /// It has not begun.
    Preparing,
    /// It goes on.
    InSession,
    /// It is closed and waits for signatures.
    Closed,
    /// Both sides have signed it.
    Signed,
}

/// A review in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewLine {
    /// The review; what was kept of it stays out.
    pub review: Review,
    /// What it is called: "Q3 FY27".
    pub label: String,
    /// What it is called in a sentence: "review of Q3 FY27", "check-in of Aug 2027".
    pub called: String,
    /// The first day of its period.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Where it stands.
    pub state: ReviewState,
    /// Whether its day has passed and it has not begun, or was not closed.
    pub is_late: bool,
    /// Whether it was closed by the end of the period that follows its own.
    pub was_in_time: Option<bool>,
    /// How many notes there are.
    pub notes: i64,
    /// How many decisions.
    pub decisions: i64,
    /// How many actions, and how many of them are done.
    pub actions: i64,
    /// How many of them are done.
    pub done: i64,
    /// Of whom a signature is still owed; empty unless it is closed.
    pub unsigned: Vec<Side>,
}

/// The reviews of a fiscal year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewYear {
    /// The number of the year.
    pub year: i32,
    /// "FY27".
    pub label: String,
    /// Its reviews, in their order.
    pub reviews: Vec<ReviewLine>,
    /// Whether monthly check-ins are among them.
    pub has_months: bool,
    /// Whether all four quarterly reviews are planned.
    pub is_planned: bool,
}

/// All reviews, and what comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewList {
    /// By fiscal year, the latest first. This year is among them, and every year that has a plan.
    pub years: Vec<ReviewYear>,
    /// The one that is next: the first that is not closed.
    pub next: Option<ReviewLine>,
    /// What is not done of any review, what is overdue first.
    pub open_actions: Vec<ActionLine>,
}

/// The marks of both sides on one thing, side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MarkPair {
    /// The id of a goal, or the word of a statement of the pulse.
    pub about: String,
    /// What is marked, as sales reads it.
    pub to_sales: String,
    /// What is marked, as marketing reads it.
    pub to_marketing: String,
    /// The mark of sales; hidden from the other side until both are revealed.
    pub sales: Option<i64>,
    /// The mark of marketing; likewise.
    pub marketing: Option<i64>,
    /// Whether it is one of the pulse.
    pub is_pulse: bool,
}

/// A note with its votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewNoteLine {
    /// The note.
    pub note: ReviewNote,
    /// All its votes.
    pub votes: i64,
    /// How many of them are of the person at the keyboard.
    pub own_votes: i64,
    /// Its place by votes, from 1; those with as many share it. Nothing without a vote.
    pub place: Option<usize>,
    /// Whether it shares its place.
    pub is_tie: bool,
}

/// How many notes and marks a side has given, which is all that the other sees before both are revealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SilentCount {
    /// The side.
    pub side: Side,
    /// Its notes.
    pub notes: i64,
    /// Its marks.
    pub marks: i64,
    /// Whether it has said that it is ready.
    pub is_ready: bool,
    /// Whether whoever is at the keyboard speaks for it.
    pub is_own: bool,
}

/// The pulse of one closed review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PulsePoint {
    /// "Q3 FY27".
    pub label: String,
    /// The mean of the marks of sales, in hundredths; nothing where it gave none.
    pub sales: Option<i64>,
    /// The mean of those of marketing.
    pub marketing: Option<i64>,
}

/// A review, opened.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ReviewView {
    /// The review.
    pub line: ReviewLine,
    /// What the worksheet says: as it was closed, or as it comes out today.
    pub worksheet: Worksheet,
    /// On which day the worksheet was amended last.
    pub amended_on: Option<NaiveDate>,
    /// What would come out differently today; empty where nothing would.
    pub differs: Vec<Difference>,
    /// How far each side is with what is written in silence.
    pub silent: Vec<SilentCount>,
    /// The notes that whoever is at the keyboard may see: in the order of their votes once they are revealed.
    pub notes: Vec<ReviewNoteLine>,
    /// How many votes the person at the keyboard has left.
    pub votes_left: i64,
    /// Confidence in the goals, and the pulse.
    pub marks: Vec<MarkPair>,
    /// The pulse of the reviews that were closed, in their order.
    pub pulse: Vec<PulsePoint>,
    /// What was decided.
    pub decisions: Vec<ReviewDecision>,
    /// What was agreed to be done.
    pub actions: Vec<ActionLine>,
    /// What was parked.
    pub parked: Vec<ReviewParked>,
    /// What both sign.
    pub agreement: AgreementView,
    /// The sections of the meeting with their minutes.
    pub agenda: Vec<AgendaLine>,
    /// Why it cannot be closed yet, in sentences.
    pub missing: Vec<String>,
}
