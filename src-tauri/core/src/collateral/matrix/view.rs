//! What a screen shows of the content matrix.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

pub use super::leads_in_cells::{OpenLeads, OutsideMatrix, UnmatchedWord};
use crate::{
    buyers::{BuyingPhaseId, PersonaId},
    collateral::{PieceKind, in_use::usage::Usage},
    ids::{ListItemId, PieceId},
};

/// How far a cell is covered with pieces that are in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Coverage {
    /// Every need has a piece; where no need is known, the cell has one.
    Covered,
    /// Some needs have a piece.
    Partly,
    /// Pieces are required, and there is none.
    Gap,
    /// Both sides know that none is needed, and why; or no need is known.
    NotRequired,
}

/// A persona or a phase at the edge of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MatrixHeading {
    /// Its id.
    pub id: ListItemId,
    /// What it is called.
    pub name: String,
}

/// A piece in a cell.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MatrixPiece {
    /// The piece.
    pub id: PieceId,
    /// What it is called.
    pub title: String,
    /// What it is made for.
    pub kind: PieceKind,
    /// Since when both sides have approved it.
    pub approved_on: Option<NaiveDate>,
    /// The last day on which it is current.
    pub review_by: Option<NaiveDate>,
    /// What its uses come to, with everybody and in all phases.
    pub usage: Usage,
}

/// An information need in a cell, and what answers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MatrixNeed {
    /// The need.
    pub id: ListItemId,
    /// In the buyer's words.
    pub text: String,
    /// The pieces in use that answer it, by title: as many as were asked for.
    pub answered_by: Vec<PieceId>,
    /// How many pieces in use answer it in all.
    pub answered_by_in_all: usize,
    /// Pieces that would answer it, if they were approved and current: as many as were asked for.
    pub waiting: Vec<PieceId>,
    /// How many of those there are in all.
    pub waiting_in_all: usize,
    /// Why it needs no piece; empty where it does.
    pub not_needed_because: String,
}

/// One persona in one phase.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MatrixCell {
    /// The persona.
    pub persona: PersonaId,
    /// The phase.
    pub phase: BuyingPhaseId,
    /// How far it is covered.
    pub coverage: Coverage,
    /// Whether pieces are required here: because somebody decided so, or because a need is known.
    pub is_required: bool,
    /// Whether somebody decided so.
    pub is_decided: bool,
    /// Why no piece is needed; empty where that was not decided.
    pub not_needed_because: String,
    /// What they need to know.
    pub needs: Vec<MatrixNeed>,
    /// How many of these needs want a piece.
    pub wanted: usize,
    /// How many of those have one.
    pub answered: usize,
    /// What moves them on.
    pub triggers: Vec<String>,
    /// What holds them back.
    pub stoppers: Vec<String>,
    /// The pieces in use that are made for this persona in this phase, or answer one of the needs, by title: as many as were asked
    /// for.
    pub pieces: Vec<MatrixPiece>,
    /// How many of those there are in all.
    pub pieces_in_all: usize,
    /// What the uses with this persona in this phase come to, whatever the piece.
    pub usage: Usage,
    /// The open leads that sit here.
    pub open: OpenLeads,
    /// How many pieces are asked for here, and not answered yet.
    pub requested: usize,
}

/// A cell where something is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Gap {
    /// The persona.
    pub persona: PersonaId,
    /// The phase.
    pub phase: BuyingPhaseId,
    /// What is missing: needs that no piece answers; none where the cell is required and no need is known.
    pub needs: Vec<MatrixNeed>,
    /// The open leads that sit there.
    pub open: OpenLeads,
    /// How many pieces are asked for there, and not answered yet.
    pub requested: usize,
}

/// The content matrix.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ContentMatrix {
    /// The personas, in their order.
    pub personas: Vec<MatrixHeading>,
    /// The phases, in their order.
    pub phases: Vec<MatrixHeading>,
    /// The cells, persona by persona.
    pub cells: Vec<MatrixCell>,
    /// Where something is missing: where most open value sits first, then where most open leads do.
    pub gaps: Vec<Gap>,
    /// How many cells are required.
    pub required: usize,
    /// How many of these are covered. Content coverage = this ÷ required.
    pub covered: usize,
    /// How many approved and current pieces are made for no persona and no phase, and answer no need.
    pub placeless: usize,
    /// Of these, those of which the file proposes for whom or for when, and nobody has confirmed it.
    pub proposed: usize,
    /// Whether the workspace has leads or opportunities.
    pub has_leads: bool,
    /// The open leads that sit in no cell.
    pub outside: OutsideMatrix,
}
