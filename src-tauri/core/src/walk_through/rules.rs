//! What follows from a walk-through: where the two sides have to talk, what changed since the last one, and how fixes were kept.

use chrono::NaiveDate;
use lockstep_workspace::people::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Fix, WalkAspect, WalkStep};

/// A mark as low as this is talked about.
const LOW: i64 = 2;
/// Marks of the two sides that are so far apart are talked about.
const APART: i64 = 2;

/// Why a step is to be talked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum ToTalkAbout {
    /// The two sides see it differently: their marks are two or more apart.
    Apart {
        /// In which respect.
        aspect: WalkAspect,
        /// The mark of sales.
        sales: i64,
        /// The mark of marketing.
        marketing: i64,
    },
    /// A side gave 1 or 2, and the other gave no mark or one near it.
    Low {
        /// In which respect.
        aspect: WalkAspect,
        /// The lowest mark that a side gave.
        mark: i64,
    },
}

/// Returns why a step is to be talked about: for each respect one reason at the most. Where the sides differ, that is the reason.
#[must_use]
pub fn to_talk_about(step: &WalkStep) -> Vec<ToTalkAbout> {
    let of = |aspect| {
        let marks = Side::BOTH.map(|side| step.mark(aspect, side));
        match marks {
            [Some(sales), Some(marketing)] if (sales - marketing).abs() >= APART => {
                Some(ToTalkAbout::Apart {
                    aspect,
                    sales,
                    marketing,
                })
            }
            _ => {
                let mark = marks.into_iter().flatten().min().filter(|mark| *mark <= LOW)?;
                Some(ToTalkAbout::Low { aspect, mark })
            }
        }
    };
    WalkAspect::ALL.into_iter().filter_map(of).collect()
}

/// Returns whether a side gave all its marks of a step.
#[must_use]
pub fn is_rated_by(step: &WalkStep, side: Side) -> bool {
    WalkAspect::ALL
        .into_iter()
        .all(|aspect| step.mark(aspect, side).is_some())
}

/// What of a step is compared with the step before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepField {
    /// What it is called.
    Name,
    /// What is said.
    Said,
    /// What is shown.
    Shown,
    /// What is asked.
    Asked,
    /// What is promised.
    Promised,
    /// The piece that is used.
    Piece,
}

/// Returns what is different in a step from the one that it goes on from.
#[must_use]
pub fn changed(before: &WalkStep, now: &WalkStep) -> Vec<StepField> {
    let texts = [
        (StepField::Name, &before.name, &now.name),
        (StepField::Said, &before.said, &now.said),
        (StepField::Shown, &before.shown, &now.shown),
        (StepField::Asked, &before.asked, &now.asked),
        (StepField::Promised, &before.promised, &now.promised),
    ];
    let texts = texts
        .into_iter()
        .filter(|(_, before, now)| before.trim() != now.trim())
        .map(|(field, ..)| field);
    texts
        .chain((before.piece != now.piece).then_some(StepField::Piece))
        .collect()
}

/// Where a fix stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FixState {
    /// It is to be done, and its day has not passed.
    Open,
    /// The day for which it was promised first has passed, and it is not done.
    Overdue,
    /// It was done by the day for which it was promised first.
    DoneInTime,
    /// It was done after that day.
    DoneLate,
}

impl FixState {
    /// Returns whether it is done.
    #[must_use]
    pub fn is_done(self) -> bool {
        matches!(self, Self::DoneInTime | Self::DoneLate)
    }
}

/// Returns where a fix stands on a day. The day that was promised first is the one that counts.
#[must_use]
pub fn state_of(fix: &Fix, today: NaiveDate) -> FixState {
    match fix.done_on {
        Some(done) if done <= fix.due_first => FixState::DoneInTime,
        Some(_) => FixState::DoneLate,
        None if fix.due_first < today => FixState::Overdue,
        None => FixState::Open,
    }
}

/// How fixes were kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct FixesKept {
    /// Done by the day for which they were promised first.
    pub done_in_time: usize,
    /// Done after it.
    pub done_late: usize,
    /// Not done, and the day has passed.
    pub overdue: usize,
    /// Not done, and the day has not passed.
    pub open: usize,
}

impl FixesKept {
    /// Counts fixes by where they stand.
    pub fn of(states: impl IntoIterator<Item = FixState>) -> Self {
        let mut kept = Self::default();
        for state in states {
            *match state {
                FixState::Open => &mut kept.open,
                FixState::Overdue => &mut kept.overdue,
                FixState::DoneInTime => &mut kept.done_in_time,
                FixState::DoneLate => &mut kept.done_late,
            } += 1;
        }
        kept
    }
}
