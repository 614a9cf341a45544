//! Pieces in use: in which deal a piece was used, what the seller says of it, and whether the deal moved afterwards.
//!
//! That a deal moved after a use says that the two went together, not that one caused the other.

pub mod actions;
mod movement;
pub mod queries;
pub mod taking;
pub mod usage;

use chrono::{DateTime, NaiveDate, Utc};
use lockstep_workspace::rows::row;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    buyers::{BuyingPhaseId, PersonaId},
    ids::{OpportunityId, PersonId, PieceId, PieceUseId, PieceVersionId},
};

pub use movement::Movement;

/// How a piece was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UseManner {
    /// It was sent.
    Sent,
    /// It was shown in a meeting.
    Presented,
    /// It was handed over, or left behind.
    HandedOver,
    /// Its words or figures were used without it.
    Quoted,
}

impl UseManner {
    /// Returns what it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sent => "Sent",
            Self::Presented => "Presented",
            Self::HandedOver => "Handed over",
            Self::Quoted => "Quoted",
        }
    }
}

/// Whether the deal moved after a use, in the seller's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SaidMoved {
    /// It moved on.
    Yes,
    /// It did not.
    No,
}

impl SaidMoved {
    /// Returns what it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "The deal moved on",
            Self::No => "The deal did not move",
        }
    }
}

/// One use of a piece in a deal, and what the seller says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PieceUse {
    /// Names it.
    pub id: PieceUseId,
    /// The piece.
    pub piece: PieceId,
    /// The file that the piece was when the use was recorded; nothing where it is a link.
    pub version: Option<PieceVersionId>,
    /// On which day it was used.
    pub used_on: NaiveDate,
    /// Who recorded it, if somebody had said who they were.
    pub person: Option<PersonId>,
    /// Whose word it is, where it came by a return slip; else empty.
    pub said_by: String,
    /// The opportunity, where it was imported.
    pub opportunity: Option<OpportunityId>,
    /// What the deal is called.
    pub deal: String,
    /// The persona it was used with.
    pub persona: Option<PersonaId>,
    /// The phase in which it was.
    pub phase: Option<BuyingPhaseId>,
    /// How it was used.
    pub manner: UseManner,
    /// How easy it was to find, 1 to 5.
    pub easy_to_find: Option<i64>,
    /// How well it fitted this customer, 1 to 5.
    pub fitted: Option<i64>,
    /// How ready it was as it stood, 1 (had to be rewritten) to 5 (needed no editing).
    pub ready: Option<i64>,
    /// Whether the deal moved on afterwards, in the seller's word.
    pub moved: Option<SaidMoved>,
    /// What else the seller says.
    pub note: String,
    /// The note on a return slip that brought it.
    pub slip: Option<String>,
    /// When it was recorded.
    pub created_at: DateTime<Utc>,
}
row!(PieceUse, "piece_use", id: PieceUseId, flags: [], lists: [],
     ours: ["piece", "version", "person", "said_by", "opportunity", "slip", "created_at"]);

impl PieceUse {
    /// Returns the three marks that the seller gave.
    pub fn marks(&self) -> [Option<i64>; 3] {
        [self.easy_to_find, self.fitted, self.ready]
    }

    /// Returns whether the seller has said anything of how it went.
    pub fn is_rated(&self) -> bool {
        self.moved.is_some() || self.marks().iter().any(Option::is_some)
    }
}
