//! The collateral library: the pieces that marketing makes and sales uses. A piece is a file, in versions, or a link; both sides
//! approve a version of it, and only what both approved and is current shows unless somebody asks for more.
//!
//! The bytes of files stand in the workspace once each, by their SHA-256; their text is kept page by page and found by its words.

pub mod actions;
mod adding;
pub mod approving;
mod catalogue;
pub mod comparing;
mod correcting;
mod cutting_down;
pub mod field_kit;
pub mod files;
pub mod in_use;
mod listing;
mod made_for;
pub mod matrix;
pub mod merging;
mod preparing;
mod proposals;
pub mod queries;
pub mod requests;
pub mod room;
mod search;
pub mod send_pack;
pub mod settings;
mod standing;
mod subject;
mod word_index;
mod words;
mod worksheet;

use chrono::{DateTime, NaiveDate, Utc};
use lockstep_documents::FileKind;
use lockstep_workspace::rows::row;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::buyers::{BuyingPhaseId, PersonaId};
use crate::ids::{ListItemId, PersonId, PieceId, PieceVersionId};

pub use adding::{AddedFile, Became, add_files, add_version, keep_file, remove_unused_files};
pub use catalogue::stale_pieces;
pub use cutting_down::add_cut_down;
pub use listing::{PieceFilter, PieceLine, find as find_piece};
pub use preparing::{FileFacts, PreparedFile, files_in, name_of, prepare_bytes, prepare_file};
pub use standing::PieceState;

/// What a piece is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PieceKind {
    /// The offer on one page.
    OnePager,
    /// What a customer did with it, and what came of it.
    CaseStudy,
    /// What it is, in facts.
    Datasheet,
    /// Slides to present.
    Deck,
    /// How to stand against a competitor.
    Battlecard,
    /// What it brings in money.
    RoiCalculator,
    /// The offer in several pages.
    Brochure,
    /// Words to send.
    EmailTemplate,
    /// Moving pictures.
    Video,
    /// A subject in depth.
    WhitePaper,
    /// What to show, step by step.
    DemoScript,
    /// Anything else.
    Other,
}

impl PieceKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 12] = [
        Self::OnePager,
        Self::CaseStudy,
        Self::Datasheet,
        Self::Deck,
        Self::Battlecard,
        Self::RoiCalculator,
        Self::Brochure,
        Self::EmailTemplate,
        Self::Video,
        Self::WhitePaper,
        Self::DemoScript,
        Self::Other,
    ];

    /// Returns what it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::OnePager => "One-pager",
            Self::CaseStudy => "Case study",
            Self::Datasheet => "Datasheet",
            Self::Deck => "Deck",
            Self::Battlecard => "Battlecard",
            Self::RoiCalculator => "ROI calculator",
            Self::Brochure => "Brochure",
            Self::EmailTemplate => "E-mail template",
            Self::Video => "Video",
            Self::WhitePaper => "White paper",
            Self::DemoScript => "Demo script",
            Self::Other => "Other",
        }
    }
}

/// Returns the beginning of a text, as long as that, for a sentence.
pub(crate) fn shortened(text: &str, letters: usize) -> String {
    let text = text.trim();
    match text.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// A piece of collateral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Piece {
    /// Names it.
    pub id: PieceId,
    /// What it is called.
    pub title: String,
    /// What it is made for.
    pub kind: PieceKind,
    /// The address at which it stands, where it is a link; else empty.
    pub link: String,
    /// Its language, as two or three small letters ("de").
    pub language: Option<String>,
    /// Who looks after it.
    pub owner: Option<PersonId>,
    /// The last day on which it is current; behind it, it is stale until somebody has looked at it.
    pub review_by: Option<NaiveDate>,
    /// The personas it is made for.
    pub personas: Vec<PersonaId>,
    /// The buying phases it is made for.
    pub phases: Vec<BuyingPhaseId>,
    /// The information needs that it answers.
    pub needs: Vec<ListItemId>,
    /// Words under which it is found.
    pub tags: Vec<String>,
    /// What else is to be said about it.
    pub notes: String,
    /// The fields that were proposed by what stands in the file, and that nobody has confirmed.
    pub proposed: Vec<String>,
    /// Why it was sent back when it was last looked at for approval; empty where it was not.
    pub sent_back: String,
    /// Since when it is retired; nothing where it is not.
    pub retired_on: Option<NaiveDate>,
    /// Why it is.
    pub retired_because: String,
    /// The piece that takes its place.
    pub successor: Option<PieceId>,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// Whether somebody made it for themselves, beside what the library offers.
    pub is_home_made: bool,
    /// The piece from which it was cut down.
    pub origin: Option<PieceId>,
    /// The pages of that piece that it has, from 1.
    pub origin_pages: Vec<u32>,
}

impl Piece {
    /// Returns whether a field was only proposed by the file.
    pub fn is_proposed(&self, field: &str) -> bool {
        self.proposed.iter().any(|one| one == field)
    }

    /// Returns the personas it is made for, as somebody said: what a file only proposes counts nowhere.
    pub fn confirmed_personas(&self) -> &[PersonaId] {
        if self.is_proposed("personas") {
            &[]
        } else {
            &self.personas
        }
    }

    /// Returns the buying phases it is made for, as somebody said: what a file only proposes counts nowhere.
    pub fn confirmed_phases(&self) -> &[BuyingPhaseId] {
        if self.is_proposed("phases") {
            &[]
        } else {
            &self.phases
        }
    }

    /// Returns what it is called in a sentence, short enough for the history.
    pub(crate) fn in_words(&self) -> String {
        let short = shortened(&self.title, 60);
        if short.is_empty() {
            "a piece without a title".into()
        } else {
            format!("“{short}”")
        }
    }
}
row!(Piece, "piece", id: PieceId, flags: ["is_home_made"],
     lists: ["personas", "phases", "needs", "tags", "proposed", "origin_pages"],
     ours: ["proposed", "sent_back", "retired_on", "retired_because", "successor", "created_at", "origin", "origin_pages"]);

/// A file that a piece was, from when it was added until the next one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PieceVersion {
    /// Names it.
    pub id: PieceVersionId,
    /// The piece.
    pub piece: PieceId,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub hash: String,
    /// What the file was called.
    pub file_name: String,
    /// What it is, by its content.
    pub file_kind: FileKind,
    /// How many bytes it has.
    pub size: i64,
    /// How many pages, slides or sheets; none where nobody could count them.
    pub pages: i64,
    /// Whether its text can be searched.
    pub has_text: bool,
    /// Why its text could not be read, for people; empty where it was, or where there is none.
    pub trouble: String,
    /// Who added it, if somebody had said who they were.
    pub added_by: Option<PersonId>,
    /// When.
    pub added_at: DateTime<Utc>,
}
row!(PieceVersion, "piece_version", id: PieceVersionId, flags: ["has_text"], lists: [],
     ours: ["piece", "hash", "file_name", "file_kind", "size", "pages", "has_text", "trouble", "added_by", "added_at"]);
