//! Both sides approve a piece as it is, or send it back with what is to be changed.

use lockstep_workspace::{
    agreements::{
        self, Version, VersionState,
        actions::{Propose, Sign, Withdraw},
    },
    context::{Action, ReadContext, Transaction, UndoPolicy},
    error::{Error, Result},
    people::{Person, Side},
    rows,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Piece,
    actions::{because, named, piece},
    standing::{PieceState, standing},
    subject::PIECE,
};
use crate::ids::PieceId;

/// Returns the proposal of a piece that waits for the second side, if one does.
fn open_proposal(reader: &ReadContext, id: &PieceId) -> Result<Option<Version>> {
    let agreed = agreements::queries::standing(reader, &PIECE, id.as_str())?;
    Ok(agreed
        .into_iter()
        .find(|version| version.state == VersionState::Proposed))
}

/// Approves a piece as it is, for the side of whoever is at the keyboard. Approved by one of each side, it is what sales uses.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ApprovePiece {
    /// The piece.
    pub id: PieceId,
}

impl Action for ApprovePiece {
    type Outcome = Version;
    const UNDO: UndoPolicy = UndoPolicy::Barrier;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Approve")
    }

    fn apply(self, change: &mut Transaction) -> Result<Version> {
        let mut piece = piece(change, &self.id)?;
        let person = change.somebody("approve a piece")?.clone();
        if piece.retired_on.is_some() {
            return Err(
                Error::refused("This piece is retired.").hint("Bring it back first, then approve it.")
            );
        }
        let before = standing(change, &piece)?;
        if before.state == PieceState::Approved {
            return Err(Error::refused("Both sides have approved this piece as it is."));
        }
        let side = side_of(change, &person, &before.approved_by)?;
        if !piece.sent_back.is_empty() {
            piece.sent_back.clear();
            rows::update(change, &piece)?;
        }
        let proposed = match open_proposal(change, &self.id)? {
            Some(open) => open,
            None => Propose {
                subject_kind: PIECE.clone(),
                subject: self.id.0,
            }
            .apply(change)?,
        };
        Sign {
            agreement: proposed.agreement,
            person: person.id,
            side,
        }
        .apply(change)
    }
}

/// Returns the side for which somebody approves: their own, or the other where one person does both jobs and has approved for
/// their own.
fn side_of(reader: &ReadContext, person: &Person, approved_by: &[Side]) -> Result<Side> {
    if person.side == Side::Leadership {
        return Err(Error::refused("Sales and Marketing approve; Leadership reads.")
            .hint("Choose somebody of Sales or Marketing at the top of the window."));
    }
    let both = reader.company()?.one_person_does_both;
    let other = Side::BOTH.into_iter().find(|side| *side != person.side);
    Ok(match other {
        Some(other) if both && approved_by.contains(&person.side) => other,
        _ => person.side,
    })
}

/// Sends a piece back with what is to be changed: it is a draft again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SendBackPiece {
    /// The piece.
    pub id: PieceId,
    /// What is to be changed.
    pub because: String,
}

impl Action for SendBackPiece {
    type Outcome = Piece;
    const UNDO: UndoPolicy = UndoPolicy::Barrier;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Send back")
    }

    fn apply(self, change: &mut Transaction) -> Result<Piece> {
        let mut piece = piece(change, &self.id)?;
        change.somebody("send a piece back")?;
        match standing(change, &piece)?.state {
            PieceState::Retired => return Err(Error::refused("This piece is retired.")),
            PieceState::Approved => {
                return Err(Error::refused("Both sides have approved this piece.")
                    .hint("Retire it, or ask for a new version of it."));
            }
            PieceState::Draft | PieceState::InReview => {}
        }
        piece.sent_back = because(&self.because, "Say what is to be changed, so that it can be.")?;
        if let Some(open) = open_proposal(change, &self.id)? {
            Withdraw {
                agreement: open.agreement,
            }
            .apply(change)?;
        }
        rows::update(change, &piece)?;
        Ok(piece)
    }
}
