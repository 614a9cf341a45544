//! The library as a list: what is in it by where it stands, what it is made for and for whom, with how many there are of each.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use lockstep_workspace::{
    agreements::{self, Version},
    context::ReadContext,
    error::{Error, Result},
    people::Side,
    rows,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Piece, PieceKind, PieceVersion,
    standing::{self, PieceState, Standing, is_stale},
    subject::PIECE,
};
use crate::{
    buyers::{BuyingPhaseId, PersonaId},
    ids::{PersonId, PieceId},
};

/// A piece as it stands in a list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PieceLine {
    /// The piece.
    pub piece: Piece,
    /// Where it stands.
    pub state: PieceState,
    /// Whether the day by which somebody should have looked at it has passed.
    pub is_stale: bool,
    /// The sides that have approved it as it is.
    pub approved_by: Vec<Side>,
    /// Since when both have.
    pub approved_on: Option<NaiveDate>,
    /// Whether both approved an earlier version of it, and not this one.
    pub had_approval: bool,
    /// The file that it is now; nothing where it is a link.
    pub version: Option<PieceVersion>,
    /// Whether there is a small picture of it.
    pub has_picture: bool,
}

impl PieceLine {
    /// Returns whether it is what sales uses: approved by both sides, and current.
    pub fn is_in_use(&self) -> bool {
        self.state == PieceState::Approved && !self.is_stale
    }

    /// Returns whether both sides have approved no version of it so far.
    pub fn was_never_approved(&self) -> bool {
        matches!(self.state, PieceState::Draft | PieceState::InReview) && !self.had_approval
    }
}

/// Which pieces are wanted: those that meet all that is said. What is not said is not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PieceFilter {
    /// Where they stand; approved and current ones where nothing is said, and all where the list is empty.
    #[ts(optional)]
    pub states: Option<Vec<PieceState>>,
    /// Whether the day by which somebody should have looked at them has passed.
    #[ts(optional)]
    pub stale: Option<bool>,
    /// What they are made for: one of these.
    #[ts(optional)]
    pub kinds: Option<Vec<PieceKind>>,
    /// The persona they are made for.
    #[ts(optional)]
    pub persona: Option<PersonaId>,
    /// The buying phase they are made for.
    #[ts(optional)]
    pub phase: Option<BuyingPhaseId>,
    /// Their language.
    #[ts(optional)]
    pub language: Option<String>,
    /// Who looks after them.
    #[ts(optional)]
    pub owner: Option<PersonId>,
    /// A tag that they have.
    #[ts(optional)]
    pub tag: Option<String>,
}

impl PieceFilter {
    /// Returns whether a piece stands where it is wanted.
    fn wants_state(&self, line: &PieceLine) -> bool {
        match &self.states {
            None => line.is_in_use(),
            Some(states) => {
                (states.is_empty() || states.contains(&line.state))
                    && self.stale.is_none_or(|stale| line.is_stale == stale)
            }
        }
    }

    fn wants_kind(&self, line: &PieceLine) -> bool {
        let kinds = self.kinds.as_ref();
        kinds.is_none_or(|kinds| kinds.is_empty() || kinds.contains(&line.piece.kind))
    }

    /// Returns whether a piece is like what is wanted, wherever it stands and whatever it is made for.
    fn wants_rest(&self, line: &PieceLine) -> bool {
        let piece = &line.piece;
        let tagged = |tag: &String| {
            piece
                .tags
                .iter()
                .any(|known| known.to_lowercase() == tag.to_lowercase())
        };
        self.persona
            .as_ref()
            .is_none_or(|one| piece.confirmed_personas().contains(one))
            && self
                .phase
                .as_ref()
                .is_none_or(|one| piece.confirmed_phases().contains(one))
            && self
                .language
                .as_ref()
                .is_none_or(|one| piece.language.as_ref() == Some(one))
            && self
                .owner
                .as_ref()
                .is_none_or(|one| piece.owner.as_ref() == Some(one))
            && self.tag.as_ref().is_none_or(tagged)
    }

    /// Returns whether a piece is wanted.
    pub fn wants(&self, line: &PieceLine) -> bool {
        self.wants_state(line) && self.wants_kind(line) && self.wants_rest(line)
    }
}

/// How many pieces there are of each, among those that the rest of what was said asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct PieceCounts {
    /// Approved by both sides and current.
    pub in_use: usize,
    /// By where they stand.
    #[ts(type = "Partial<Record<PieceState, number>>")]
    pub states: BTreeMap<PieceState, usize>,
    /// Of the approved ones, those that are stale.
    pub stale: usize,
    /// By what they are made for.
    #[ts(type = "Partial<Record<PieceKind, number>>")]
    pub kinds: BTreeMap<PieceKind, usize>,
    /// By language.
    pub languages: BTreeMap<String, usize>,
    /// By tag.
    pub tags: BTreeMap<String, usize>,
}

impl PieceCounts {
    /// Counts pieces: by where they stand whatever state is wanted, by what they are made for whatever that is, by the rest only those
    /// that are wanted.
    pub fn of<'l>(lines: impl Iterator<Item = &'l PieceLine>, filter: &PieceFilter) -> Self {
        let mut counts = Self::default();
        let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
        let mut tags: BTreeMap<&str, usize> = BTreeMap::new();
        for line in lines.filter(|line| filter.wants_rest(line)) {
            let (wants_kind, wants_state) = (filter.wants_kind(line), filter.wants_state(line));
            if wants_kind {
                counts.in_use += usize::from(line.is_in_use());
                *counts.states.entry(line.state).or_default() += 1;
                counts.stale += usize::from(line.state == PieceState::Approved && line.is_stale);
            }
            if wants_state {
                *counts.kinds.entry(line.piece.kind).or_default() += 1;
            }
            if wants_kind && wants_state {
                for (of, words) in [
                    (&mut languages, line.piece.language.as_slice()),
                    (&mut tags, line.piece.tags.as_slice()),
                ] {
                    for word in words {
                        *of.entry(word).or_default() += 1;
                    }
                }
            }
        }
        let owned = |counted: BTreeMap<&str, usize>| -> BTreeMap<String, usize> {
            counted
                .into_iter()
                .map(|(word, count)| (word.to_owned(), count))
                .collect()
        };
        (counts.languages, counts.tags) = (owned(languages), owned(tags));
        counts
    }
}

/// Reads all pieces. Questions ask for [`super::catalogue::catalogue`], which remembers them.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn read_all(reader: &ReadContext) -> Result<Vec<PieceLine>> {
    let pieces: Vec<Piece> = rows::all(reader, "", [])?;
    let mut versions = standing::current_versions(reader)?;
    let agreed = agreements::queries::standing_of_all(reader, &PIECE)?;
    let pictures = with_pictures(reader)?;
    let today = reader.today();
    let none: Vec<Version> = Vec::new();
    pieces
        .into_iter()
        .map(|piece| {
            let version = versions.remove(&piece.id);
            let agreed = agreed.get(piece.id.as_str()).unwrap_or(&none);
            let stands = Standing::of(reader, &piece, version.as_ref(), agreed)?;
            Ok(line(piece, version, stands, &pictures, today))
        })
        .collect()
}

/// Returns one piece as it stands in a list, if it is there.
///
/// # Errors
/// As for [`read_all`].
pub fn find(reader: &ReadContext, id: &PieceId) -> Result<Option<PieceLine>> {
    let piece: Option<Piece> = rows::find(reader, id)?;
    piece.map(|piece| line_of(reader, piece)).transpose()
}

/// Returns one piece as it stands in a list.
///
/// # Errors
/// As for [`read_all`]; `NotFound` when there is no such piece.
pub fn one(reader: &ReadContext, id: &PieceId) -> Result<PieceLine> {
    find(reader, id)?.ok_or_else(|| Error::not_found("This piece"))
}

fn line_of(reader: &ReadContext, piece: Piece) -> Result<PieceLine> {
    let version = standing::current_version(reader, &piece.id)?;
    let stands = standing::standing(reader, &piece)?;
    let mut pictures = HashSet::new();
    if let Some(version) = &version
        && super::files::picture_of(reader, &version.hash)?.is_some()
    {
        pictures.insert(version.hash.clone());
    }
    Ok(line(piece, version, stands, &pictures, reader.today()))
}

fn line(
    piece: Piece,
    version: Option<PieceVersion>,
    stands: Standing,
    pictures: &HashSet<String>,
    today: NaiveDate,
) -> PieceLine {
    PieceLine {
        state: stands.state,
        is_stale: is_stale(&piece, today),
        approved_by: stands.approved_by,
        approved_on: stands.approved_on,
        had_approval: stands.had_approval,
        has_picture: version
            .as_ref()
            .is_some_and(|version| pictures.contains(&version.hash)),
        version,
        piece,
    }
}

fn with_pictures(reader: &ReadContext) -> Result<HashSet<String>> {
    let mut statement = reader.db().prepare_cached("SELECT hash FROM blob_picture")?;
    let hashes = statement.query_map([], |row| row.get(0))?;
    Ok(hashes.collect::<rusqlite::Result<_>>()?)
}
