//! Two pieces that are one become one. What speaks of the piece that went is taken for the one that stayed.

use std::collections::HashMap;

use lockstep_workspace::{
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    rows::{self, row},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Piece, PieceVersion,
    actions::{join, piece, settled_tags},
    in_use::PieceUse,
    requests::CollateralRequest,
    standing::{PieceState, current_version, standing},
};
use crate::ids::PieceId;

/// A piece that became part of another: return slips of an older field kit still name it, and what was counted of it counts on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergedPiece {
    /// The piece that went.
    pub id: PieceId,
    /// The piece that stayed.
    pub into_piece: PieceId,
}
row!(MergedPiece, "merged_piece", id: PieceId);

/// Which piece took the place of which.
pub(super) struct Merged(HashMap<PieceId, PieceId>);

impl Merged {
    pub fn read(reader: &ReadContext) -> Result<Self> {
        let all: Vec<MergedPiece> = rows::all(reader, "", [])?;
        Ok(Self(
            all.into_iter().map(|one| (one.id, one.into_piece)).collect(),
        ))
    }

    /// Returns the piece that a piece is now.
    pub fn resolve(&self, piece: PieceId) -> PieceId {
        self.0.get(&piece).cloned().unwrap_or(piece)
    }
}

/// Makes one piece of two that are one: the other's files, uses and requests become this one's, and what both are made for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergePieces {
    /// The piece that stays, with its title, its type and its owner.
    pub into: PieceId,
    /// The piece that goes.
    pub from: PieceId,
}

impl Action for MergePieces {
    type Outcome = Piece;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        Ok(format!(
            "Merge {} into {}",
            piece(reader, &self.from)?.in_words(),
            piece(reader, &self.into)?.in_words()
        ))
    }

    fn apply(self, change: &mut Transaction) -> Result<Piece> {
        if self.into == self.from {
            return Err(Error::invalid("from", "A piece cannot be merged into itself."));
        }
        let (mut stays, goes) = (piece(change, &self.into)?, piece(change, &self.from)?);
        for one in [&stays, &goes] {
            let state = standing(change, one)?.state;
            if state == PieceState::Retired {
                return Err(Error::refused(format!("{} is retired.", one.in_words()))
                    .hint("Bring it back first; then the two can be merged."));
            }
            if state == PieceState::InReview {
                return Err(Error::refused(format!(
                    "One side has approved {}, and the other is looking at it.",
                    one.in_words()
                ))
                .hint("Send it back first; then the two can be merged."));
            }
        }
        // The file that stays is the one that the piece that stays is now: the other's are earlier ones.
        let own = current_version(change, &stays.id)?;
        let versions: Vec<PieceVersion> = rows::all(change, "WHERE piece = ?1", [&goes.id])?;
        for mut version in versions {
            if let Some(own) = &own {
                version.added_at = version
                    .added_at
                    .min(own.added_at - chrono::Duration::milliseconds(1));
            }
            version.piece = stays.id.clone();
            rows::update(change, &version)?;
        }
        let uses: Vec<PieceUse> = rows::all(change, "WHERE piece = ?1", [&goes.id])?;
        for mut used in uses {
            used.piece = stays.id.clone();
            rows::update(change, &used)?;
        }
        let requests: Vec<CollateralRequest> =
            rows::all(change, "WHERE piece = ?1 OR answer = ?1", [&goes.id])?;
        for mut asks in requests {
            for about in [&mut asks.piece, &mut asks.answer] {
                if about.as_ref() == Some(&goes.id) {
                    *about = Some(stays.id.clone());
                }
            }
            rows::update(change, &asks)?;
        }
        let others: Vec<Piece> = rows::all(change, "WHERE successor = ?1 OR origin = ?1", [&goes.id])?;
        for mut other in others.into_iter().filter(|other| other.id != stays.id) {
            for named in [&mut other.successor, &mut other.origin] {
                if named.as_ref() == Some(&goes.id) {
                    *named = Some(stays.id.clone());
                }
            }
            rows::update(change, &other)?;
        }
        join(&mut stays.personas, &goes.personas);
        join(&mut stays.phases, &goes.phases);
        join(&mut stays.needs, &goes.needs);
        join(&mut stays.tags, &goes.tags);
        for named in [&mut stays.successor, &mut stays.origin] {
            if named.as_ref() == Some(&goes.id) {
                *named = None;
            }
        }
        if stays.origin.is_none() {
            stays.origin_pages.clear();
        }
        if own.is_none() && stays.link.is_empty() {
            stays.link.clone_from(&goes.link);
        }
        let notes = [stays.notes.trim(), goes.notes.trim()];
        stays.notes = notes
            .into_iter()
            .filter(|note| !note.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n");
        stays.is_home_made = stays.is_home_made && goes.is_home_made;
        let stays = settled_tags(stays);
        rows::update(change, &stays)?;
        rows::delete::<Piece>(change, &goes.id)?;
        let earlier: Vec<MergedPiece> = rows::all(change, "WHERE into_piece = ?1", [&goes.id])?;
        for mut one in earlier {
            one.into_piece = stays.id.clone();
            rows::update(change, &one)?;
        }
        rows::insert(
            change,
            &MergedPiece {
                id: goes.id,
                into_piece: stays.id.clone(),
            },
        )?;
        Ok(stays)
    }
}
