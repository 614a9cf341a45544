//! What screens and documents show of walk-throughs.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::{
    Fix, WalkStep, WalkThrough,
    rules::{FixState, FixesKept, StepField, ToTalkAbout},
};
use crate::{
    collateral::PieceState,
    ids::{PieceId, WalkThroughId},
};

/// A walk-through as it stands in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WalkThroughLine {
    /// The walk-through.
    pub walk_through: WalkThrough,
    /// How many steps it has.
    pub steps: usize,
    /// How many of them are to be talked about.
    pub to_talk_about: usize,
    /// How its fixes were kept.
    pub fixes: FixesKept,
}

/// The walk-throughs there were, and what is left to do after them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WalkThroughList {
    /// The walk-throughs, the latest first.
    pub walk_throughs: Vec<WalkThroughLine>,
    /// What is not mended yet, whenever it was found: what is past its date comes first, then what is due first.
    pub to_mend: Vec<FixLine>,
}

/// A piece as a step or a fix names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NamedPiece {
    /// The piece.
    pub id: PieceId,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub state: PieceState,
    /// Whether the day by which somebody should have looked at it has passed.
    pub is_stale: bool,
    /// Whether somebody made it for themselves.
    pub is_home_made: bool,
}

/// A step, with what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WalkStepLine {
    /// The step.
    pub step: WalkStep,
    /// The buying phase in which it happens, by its name.
    pub phase_name: Option<String>,
    /// The piece that is used; nothing where there is none or it is gone.
    pub piece: Option<NamedPiece>,
    /// Why it is to be talked about.
    pub to_talk_about: Vec<ToTalkAbout>,
    /// Whether both sides gave all their marks.
    pub is_rated: bool,
    /// The step of the last walk-through that it goes on from.
    pub before: Option<StepBefore>,
}

/// A step as it was the last time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StepBefore {
    /// The step.
    pub step: WalkStep,
    /// The piece that was used then.
    pub piece: Option<NamedPiece>,
    /// What is different now.
    pub changed: Vec<StepField>,
}

/// Something to be mended, with where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FixLine {
    /// What is to be mended.
    pub fix: Fix,
    /// Where it stands.
    pub state: FixState,
    /// How many days ago it was found.
    pub age_days: i64,
    /// The step in which it was found, by its name.
    pub step_name: Option<String>,
    /// The piece that is to be mended.
    pub piece: Option<NamedPiece>,
}

/// A walk-through with all that stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WalkThroughView {
    /// The walk-through.
    pub walk_through: WalkThrough,
    /// Its steps, in their order.
    pub steps: Vec<WalkStepLine>,
    /// What is to be mended: what is not done first, by its day; then what is done.
    pub fixes: Vec<FixLine>,
    /// How its fixes were kept.
    pub kept: FixesKept,
    /// The last one, where this one goes on from it.
    pub last: Option<LastTime>,
    /// Whether it is the latest one, which may be opened again.
    pub is_latest: bool,
}

/// The walk-through that one goes on from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LastTime {
    /// Which.
    pub id: WalkThroughId,
    /// On which day it was.
    pub held_on: NaiveDate,
    /// What was to be mended then, and what became of it.
    pub fixes: Vec<FixLine>,
    /// How those fixes were kept.
    pub kept: FixesKept,
    /// The steps of then that there are no more, by their names.
    pub dropped: Vec<String>,
}
