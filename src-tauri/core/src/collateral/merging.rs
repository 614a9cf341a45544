//! Two pieces that are the same become one. What speaks of the piece that went is taken for the one that stayed.

use std::collections::HashMap;

use chrono::Duration;
use lockstep_workspace::{
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    references,
    rows::{self, Row, row},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Piece, PieceVersion,
    actions::{join, piece, settled_tags},
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
        let own = current_version(change, &stays.id)?;
        take_versions(change, &goes.id, &stays.id, own.as_ref())?;
        // Uses, requests, steps of a sale, fixes, and pieces that it replaced, that were cut down from it or merged into it.
        references::repoint(change, Piece::TABLE, goes.id.as_str(), stays.id.as_str())?;
        take_made_for(&mut stays, &goes);
        join(&mut stays.needs, &goes.needs);
        join(&mut stays.tags, &goes.tags);
        for named in [&mut stays.successor, &mut stays.origin] {
            named.take_if(|named| *named == goes.id);
        }
        if stays.origin.is_none() {
            stays.origin_pages.clear();
        }
        let mut lost = "";
        if own.is_none() && stays.link.is_empty() {
            stays.link.clone_from(&goes.link);
        } else if goes.link != stays.link {
            lost = goes.link.trim();
        }
        // A link that has no place of its own any more is kept where people find it.
        let notes = [stays.notes.trim(), goes.notes.trim(), lost];
        stays.notes = notes
            .into_iter()
            .filter(|note| !note.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n");
        stays.is_home_made = stays.is_home_made && goes.is_home_made;
        let stays = settled_tags(stays);
        rows::update(change, &stays)?;
        rows::delete::<Piece>(change, &goes.id)?;
        let merged = MergedPiece {
            id: goes.id,
            into_piece: stays.id.clone(),
        };
        rows::insert(change, &merged)?;
        Ok(stays)
    }
}

/// Has a piece be made for whom another one is made for, too. What is only proposed of either is nobody's word: it gives way to what
/// somebody said of the other, and is never added to it.
fn take_made_for(stays: &mut Piece, goes: &Piece) {
    let mut confirmed: Vec<&str> = Vec::new();
    for (field, own, more) in [
        ("personas", &mut stays.personas, goes.confirmed_personas()),
        ("phases", &mut stays.phases, goes.confirmed_phases()),
    ] {
        if more.is_empty() {
            continue;
        }
        if stays.proposed.iter().any(|one| one == field) {
            own.clear();
            confirmed.push(field);
        }
        join(own, more);
    }
    stays
        .proposed
        .retain(|field| !confirmed.contains(&field.as_str()));
}

/// Makes the files of one piece earlier files of another: the file that stays is the one that the piece that stays is now.
fn take_versions(
    change: &Transaction,
    from: &PieceId,
    into: &PieceId,
    own: Option<&PieceVersion>,
) -> Result<()> {
    let versions: Vec<PieceVersion> = rows::all(change, "WHERE piece = ?1", [from])?;
    for mut version in versions {
        if let Some(own) = own {
            let earlier = own.added_at - Duration::milliseconds(1);
            version.added_at = version.added_at.min(earlier);
        }
        version.piece = into.clone();
        rows::update(change, &version)?;
    }
    Ok(())
}
