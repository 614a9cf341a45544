//! A piece as something that is agreed: both sides approve one version of it, which is its file, its title and what it is made for.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Piece, PieceKind, PieceVersion, standing};
use crate::ids::PieceId;
use lockstep_workspace::{
    agreements::{self, Clause, Meaning, SubjectKind, rules},
    context::ReadContext,
    error::{Error, Result},
    rows,
};

/// A piece of collateral, as a kind of thing that is agreed.
pub static PIECE: SubjectKind = SubjectKind::named("piece");

/// What both sides approve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovedPiece {
    /// What it is called.
    pub title: String,
    /// What it is made for.
    pub kind: PieceKind,
    /// The SHA-256 of the file; nothing where it is a link.
    pub hash: Option<String>,
    /// What the file is called.
    pub file_name: String,
    /// The address, where it is a link.
    pub link: String,
}

impl ApprovedPiece {
    /// Returns what would be approved of a piece as it stands.
    pub fn of(piece: &Piece, version: Option<&PieceVersion>) -> Self {
        Self {
            title: piece.title.trim().to_owned(),
            kind: piece.kind,
            hash: version.map(|version| version.hash.clone()),
            file_name: version.map_or_else(String::new, |version| version.file_name.clone()),
            link: piece.link.trim().to_owned(),
        }
    }

    /// Returns the digest that a signature of it binds.
    ///
    /// # Errors
    /// `Internal` when it has no JSON.
    pub fn digest(&self) -> Result<String> {
        Ok(rules::digest(&rules::canonical(&serde_json::to_value(self)?)))
    }

    /// Returns what is missing before it can be approved.
    pub fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        if self.title.is_empty() {
            missing.push("It has no title.".to_owned());
        }
        if self.hash.is_none() && self.link.is_empty() {
            missing.push("It has no file and no link.".to_owned());
        }
        missing
    }
}

/// Pieces, to the agreements.
pub struct PieceSubject;

impl PieceSubject {
    fn piece(reader: &ReadContext, subject: &str) -> Result<Piece> {
        rows::get(reader, &PieceId(subject.into()), "This piece")
    }

    fn text_of(reader: &ReadContext, subject: &str) -> Result<ApprovedPiece> {
        let piece = Self::piece(reader, subject)?;
        let version = standing::current_version(reader, &piece.id)?;
        Ok(ApprovedPiece::of(&piece, version.as_ref()))
    }
}

impl agreements::Subject for PieceSubject {
    fn kind(&self) -> SubjectKind {
        PIECE.clone()
    }

    fn title(&self, reader: &ReadContext, subject: &str) -> Result<String> {
        Ok(Self::piece(reader, subject)?.in_words())
    }

    fn text(&self, reader: &ReadContext, subject: &str) -> Result<Value> {
        Ok(serde_json::to_value(Self::text_of(reader, subject)?)?)
    }

    fn clauses(&self, text: &str) -> Result<Vec<Clause>> {
        let piece: ApprovedPiece = serde_json::from_str(text).map_err(|error| {
            Error::damaged(format!("What was approved of a piece cannot be read: {error}."))
        })?;
        Ok(clauses(&piece))
    }

    fn missing(&self, reader: &ReadContext, subject: &str) -> Result<Vec<String>> {
        Ok(Self::text_of(reader, subject)?.missing())
    }
}

/// Returns what was approved, in words.
fn clauses(piece: &ApprovedPiece) -> Vec<Clause> {
    let says = |key: &str, label: &str, value: String, means: Value| Clause {
        key: key.into(),
        section: "Piece".into(),
        label: label.into(),
        value,
        meaning: Meaning::Value(means),
    };
    vec![
        says("title", "Title", piece.title.clone(), json!(piece.title)),
        says("kind", "Type", piece.kind.name().into(), json!(piece.kind)),
        says("file", "File", piece.file_name.clone(), json!(piece.hash)),
        says("link", "Link", piece.link.clone(), json!(piece.link)),
    ]
}
