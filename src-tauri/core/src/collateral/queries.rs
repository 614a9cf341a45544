//! What screens ask of the library.

use std::{cmp::Ordering, collections::BTreeMap, sync::Arc};

use base64::{Engine, engine::general_purpose::STANDARD};
use lockstep_workspace::{
    agreements::{self, AgreementView},
    context::{Query, ReadContext},
    error::Result,
    people::Side,
    rows,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    PieceVersion,
    catalogue::catalogue,
    files,
    listing::{self, PieceCounts, PieceFilter, PieceLine},
    search::{self, Passage, best_first},
    standing::PieceState,
    subject::PIECE,
};
use crate::ids::PieceId;

/// So many pieces are told at once.
const AT_ONCE: usize = 60;
/// So many are told at once of those that were found, each with its passage.
const FOUND_AT_ONCE: usize = 24;

/// Lists pieces, or finds them by their words.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ListPieces {
    /// Words that they are to have, in any form; all of them where nothing is said.
    #[ts(optional)]
    pub text: Option<String>,
    /// Which are wanted.
    #[ts(optional)]
    pub filter: Option<PieceFilter>,
    /// How many are passed over, from the first.
    #[ts(optional)]
    pub offset: Option<usize>,
    /// How many are told; where nothing is said 60, or 24 of those that were found by their words.
    #[ts(optional)]
    pub limit: Option<usize>,
}

/// A piece of the list, with where its words were found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FoundPiece {
    /// The piece.
    #[serde(flatten)]
    pub line: PieceLine,
    /// Where the words stand in its file.
    pub passage: Option<Passage>,
}

/// A word that was looked for by others that are like it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CorrectedWord {
    /// As it was typed.
    pub typed: String,
    /// What was looked for.
    pub meant: Vec<String>,
}

/// Some pieces, and how many there are.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PieceList {
    /// The pieces: the best match first, else by title.
    pub pieces: Vec<FoundPiece>,
    /// How many there are in all.
    pub total: usize,
    /// How many pieces the library has, whatever is asked.
    pub in_library: usize,
    /// How many there are of each.
    pub counts: PieceCounts,
    /// The words that no page has, and those that were looked for in their place.
    pub corrected: Vec<CorrectedWord>,
}

impl Query for ListPieces {
    type Answer = PieceList;

    fn answer(self, reader: &ReadContext) -> Result<PieceList> {
        let library = catalogue(reader)?;
        let filter = self.filter.unwrap_or_default();
        let text = self.text.unwrap_or_default();
        let found = search::find(reader, &text, &library)?;
        let is_found = |place: usize| found.as_ref().is_none_or(|found| found.at(place).is_some());
        let matching = || library.lines().enumerate().filter(|(place, _)| is_found(*place));
        let counts = PieceCounts::of(matching().map(|(_, line)| &**line), &filter);
        let mut wanted: Vec<(usize, &Arc<PieceLine>)> =
            matching().filter(|(_, line)| filter.wants(line)).collect();
        let total = wanted.len();
        let usual = if found.is_some() { FOUND_AT_ONCE } else { AT_ONCE };
        let (offset, limit) = (self.offset.unwrap_or(0), self.limit.unwrap_or(usual));
        if let Some(found) = &found {
            let order = |one: &(usize, &Arc<PieceLine>), other: &(usize, &Arc<PieceLine>)| {
                let by_match = match (found.at(one.0), found.at(other.0)) {
                    (Some(one), Some(other)) => one.order(other),
                    _ => Ordering::Equal,
                };
                by_match.then(one.0.cmp(&other.0))
            };
            best_first(&mut wanted, offset.saturating_add(limit), order);
        }
        let pieces = wanted
            .into_iter()
            .skip(offset)
            .take(limit)
            .map(|(place, line)| {
                let passage = match found.as_ref().and_then(|found| Some((found, found.at(place)?))) {
                    Some((found, one)) => search::passage(reader, &found.sought, one)?,
                    None => None,
                };
                Ok(FoundPiece {
                    line: PieceLine::clone(line),
                    passage,
                })
            })
            .collect::<Result<_>>()?;
        let corrected = found.map(|found| found.sought.corrections()).unwrap_or_default();
        Ok(PieceList {
            pieces,
            total,
            in_library: library.entries().len(),
            counts,
            corrected: corrected
                .into_iter()
                .map(|(typed, meant)| CorrectedWord { typed, meant })
                .collect(),
        })
    }
}

/// Opens one piece.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenPiece {
    /// The piece.
    pub id: PieceId,
}

/// A piece with its versions and what was agreed of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PieceView {
    /// The piece.
    #[serde(flatten)]
    pub line: PieceLine,
    /// Every file that it was, the latest first.
    pub versions: Vec<PieceVersion>,
    /// What both sides approved.
    pub agreement: AgreementView,
    /// What is missing before it can be approved.
    pub missing: Vec<String>,
}

impl Query for OpenPiece {
    type Answer = PieceView;

    fn answer(self, reader: &ReadContext) -> Result<PieceView> {
        let line = listing::one(reader, &self.id)?;
        let subject = reader.rooms().subject(&PIECE)?;
        Ok(PieceView {
            versions: rows::all(
                reader,
                "WHERE piece = ?1 ORDER BY added_at DESC, id DESC",
                [&self.id],
            )?,
            agreement: agreements::queries::view(reader, &PIECE, self.id.as_str())?,
            missing: subject.missing(reader, self.id.as_str())?,
            line,
        })
    }
}

/// Shows the text of a piece's file, page by page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PieceText {
    /// The piece.
    pub id: PieceId,
}

/// A page as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PieceTextPage {
    /// Which page it is, from 1.
    pub number: i64,
    /// Its text.
    pub text: String,
    /// What is written beside it: a slide's speaker notes.
    pub notes: String,
}

impl Query for PieceText {
    type Answer = Vec<PieceTextPage>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<PieceTextPage>> {
        let Some(version) = listing::one(reader, &self.id)?.version else {
            return Ok(Vec::new());
        };
        let pages = files::pages_of(reader, &version.hash)?;
        let told = pages.into_iter().map(|page| PieceTextPage {
            number: page.number,
            text: page.text,
            notes: page.notes,
        });
        Ok(told.collect())
    }
}

/// Shows the small pictures of some files, as addresses that a page can show.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PiecePictures {
    /// The SHA-256 of the files.
    pub hashes: Vec<String>,
}

impl Query for PiecePictures {
    type Answer = BTreeMap<String, String>;

    fn answer(self, reader: &ReadContext) -> Result<BTreeMap<String, String>> {
        let mut pictures = BTreeMap::new();
        for hash in self.hashes.into_iter().take(AT_ONCE) {
            if let Some(jpeg) = files::picture_of(reader, &hash)? {
                pictures.insert(hash, format!("data:image/jpeg;base64,{}", STANDARD.encode(jpeg)));
            }
        }
        Ok(pictures)
    }
}

/// Lists the pieces that wait for the approval of a side, the longest first; of whoever is at the keyboard where none is named.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReviewQueue {
    /// The side.
    #[serde(default)]
    #[ts(optional)]
    pub side: Option<Side>,
}

impl Query for ReviewQueue {
    type Answer = Vec<PieceLine>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<PieceLine>> {
        let side = self.side.or_else(|| reader.side());
        let library = catalogue(reader)?;
        let waits = |line: &PieceLine| {
            matches!(line.state, PieceState::Draft | PieceState::InReview)
                && line.piece.sent_back.is_empty()
                && side.is_none_or(|side| !line.approved_by.contains(&side))
        };
        let mut lines: Vec<PieceLine> = library
            .lines()
            .filter(|line| waits(line))
            .map(|line| PieceLine::clone(line))
            .collect();
        // What the other side has approved comes first.
        lines.sort_by_key(|line| {
            (
                line.state != PieceState::InReview,
                line.piece.created_at,
                line.piece.id.clone(),
            )
        });
        Ok(lines)
    }
}

/// Says how much room the library takes in the file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LibrarySize {}

/// How much room the library takes, in bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibrarySpace {
    /// The files that pieces are now.
    pub pieces: i64,
    /// Earlier files of pieces.
    pub earlier_versions: i64,
    /// Files that are kept only because their removal may be taken back.
    pub removed: i64,
}

impl Query for LibrarySize {
    type Answer = LibrarySpace;

    fn answer(self, reader: &ReadContext) -> Result<LibrarySpace> {
        let sum = |sql: &str| reader.count(sql, []);
        let all = sum("SELECT coalesce(sum(size), 0) FROM blob")?;
        let referred =
            sum("SELECT coalesce(sum(size), 0) FROM blob WHERE hash IN (SELECT hash FROM piece_version)")?;
        let pieces = sum("SELECT coalesce(sum(size), 0) FROM blob WHERE hash IN (
               SELECT hash FROM piece_version AS one WHERE NOT EXISTS (
                 SELECT 1 FROM piece_version AS later
                 WHERE later.piece = one.piece AND (later.added_at, later.id) > (one.added_at, one.id)))")?;
        Ok(LibrarySpace {
            pieces,
            earlier_versions: referred - pieces,
            removed: all - referred,
        })
    }
}
