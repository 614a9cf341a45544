//! Where a piece stands: a draft, in review, approved by both sides, retired; and whether it is current.

use std::collections::HashMap;

use chrono::NaiveDate;
use lockstep_workspace::{
    agreements::{self, Version, VersionState},
    context::ReadContext,
    error::Result,
    people::Side,
    rows,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Piece, PieceVersion,
    subject::{ApprovedPiece, PIECE},
};
use crate::ids::PieceId;

/// Where a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PieceState {
    /// Nobody has put it forward as it is.
    Draft,
    /// One side has approved it, and the other has not yet.
    InReview,
    /// Both sides have approved it as it is.
    Approved,
    /// It is not used any more.
    Retired,
}

impl PieceState {
    /// All states, from the first to the last.
    pub const ALL: [Self; 4] = [Self::Draft, Self::InReview, Self::Approved, Self::Retired];

    /// Returns what it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::InReview => "In review",
            Self::Approved => "Approved",
            Self::Retired => "Retired",
        }
    }
}

/// Where a piece stands, with who has approved it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub state: PieceState,
    /// The sides that have approved it as it is.
    pub approved_by: Vec<Side>,
    /// Since when both have.
    pub approved_on: Option<NaiveDate>,
    /// Whether both approved an earlier version, and not this one.
    pub had_approval: bool,
}

impl Standing {
    /// Returns where a piece stands by what was agreed of it.
    pub fn of(
        reader: &ReadContext,
        piece: &Piece,
        version: Option<&PieceVersion>,
        agreed: &[Version],
    ) -> Result<Self> {
        let digest = ApprovedPiece::of(piece, version).digest()?;
        let in_state = |state| agreed.iter().find(|one| one.state == state);
        let holds = in_state(VersionState::InForce).filter(|one| one.digest == digest);
        let open = in_state(VersionState::Proposed);
        let counted = holds.or(open);
        Ok(Self {
            state: match (&piece.retired_on, holds, open) {
                (Some(_), ..) => PieceState::Retired,
                (None, Some(_), _) => PieceState::Approved,
                (None, None, Some(_)) => PieceState::InReview,
                (None, None, None) => PieceState::Draft,
            },
            approved_by: counted.map_or_else(Vec::new, |one| {
                one.signatures.iter().map(|signed| signed.side).collect()
            }),
            approved_on: holds
                .and_then(|one| one.in_force_since)
                .map(|at| reader.day_of(at)),
            had_approval: holds.is_none() && in_state(VersionState::InForce).is_some(),
        })
    }
}

/// Returns the file that a piece is now; nothing where it is a link.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn current_version(reader: &ReadContext, piece: &PieceId) -> Result<Option<PieceVersion>> {
    let found = rows::all(
        reader,
        "WHERE piece = ?1 ORDER BY added_at DESC, id DESC LIMIT 1",
        [piece],
    )?;
    Ok(found.into_iter().next())
}

/// Returns the file that each piece is now.
///
/// # Errors
/// As for [`current_version`].
pub fn current_versions(reader: &ReadContext) -> Result<HashMap<PieceId, PieceVersion>> {
    let all: Vec<PieceVersion> = rows::all(reader, "ORDER BY added_at, id", [])?;
    Ok(all
        .into_iter()
        .map(|version| (version.piece.clone(), version))
        .collect())
}

/// Returns where one piece stands.
///
/// # Errors
/// As for [`current_version`].
pub fn standing(reader: &ReadContext, piece: &Piece) -> Result<Standing> {
    let version = current_version(reader, &piece.id)?;
    let agreed = agreements::queries::standing(reader, &PIECE, piece.id.as_str())?;
    Standing::of(reader, piece, version.as_ref(), &agreed)
}

/// Returns whether nobody has looked at a piece since the day by which somebody should.
pub fn is_stale(piece: &Piece, today: NaiveDate) -> bool {
    piece.review_by.is_some_and(|day| day < today)
}
