//! Files that were read are kept by their bytes, then made pieces in one step. What became of each is said; nothing of a file that is
//! refused stays.

use lockstep_workspace::{
    Workspace,
    context::{Action, Named, ReadContext, Transaction},
    error::{Error, Result},
    rows,
};
use serde::Serialize;
use ts_rs::TS;

use super::{
    Piece, PieceVersion, actions, files, made_for,
    preparing::{FileFacts, PreparedFile, with_hint},
    standing::{PieceState, standing},
};
use crate::ids::PieceId;

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Became {
    /// It is a new piece.
    Added,
    /// It is a new version of a piece.
    Version,
    /// The library has it already, as this piece.
    Known,
    /// It was not added.
    Refused,
}

/// What became of one of the files that were to be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AddedFile {
    /// What the file is called.
    pub file_name: String,
    /// What became of it.
    pub became: Became,
    /// The piece that it is.
    pub piece: Option<PieceId>,
    /// What the piece is called.
    pub title: String,
    /// What is to be said of it: why it was refused, or why its text could not be read. Empty where there is nothing to say.
    pub note: String,
}

impl AddedFile {
    /// Returns what became of a file that was refused.
    pub fn refused(file_name: String, error: &Error) -> Self {
        Self {
            file_name,
            became: Became::Refused,
            piece: None,
            title: String::new(),
            note: with_hint(&error.message, error.hint.as_deref()),
        }
    }
}

/// Keeps a file's bytes and text in the workspace. Nothing refers to it yet: it is no step of its own.
///
/// # Errors
/// `File` when it cannot be saved; then nothing of it is kept.
pub fn keep_file(workspace: &mut Workspace, file: &PreparedFile) -> Result<FileFacts> {
    workspace.change(|change| {
        files::keep(
            change,
            &file.bytes,
            &file.facts.hash,
            file.document.as_ref(),
            file.picture.as_deref(),
        )?;
        Ok((file.facts.clone(), true))
    })
}

/// Removes bytes that an adding left that did not come to its end: cancelled, refused or broken off. Returns how many bytes that
/// frees. Nobody may be adding meanwhile.
///
/// # Errors
/// `File` when it cannot be saved; then all of them stay.
pub fn remove_unused_files(workspace: &mut Workspace) -> Result<i64> {
    workspace.change(|change| {
        let freed = files::remove_unused(change)?;
        Ok((freed, freed > 0))
    })
}

/// Makes pieces of files that are kept, in one step. A file that is a piece already is not added again.
///
/// # Errors
/// `File` when it cannot be saved; then no piece is added.
pub fn add_files(workspace: &mut Workspace, files: Vec<FileFacts>) -> Result<Vec<AddedFile>> {
    workspace.act(AddFiles { files })
}

/// Makes a file that is kept the next version of a piece.
///
/// # Errors
/// `NotFound` when there is no such piece; `Refused` while it is in review or retired, and when it is that file already.
pub fn add_version(workspace: &mut Workspace, piece: PieceId, file: FileFacts) -> Result<AddedFile> {
    workspace.act(AddVersion { piece, file })
}

struct AddFiles {
    files: Vec<FileFacts>,
}

impl Named for AddFiles {
    const NAME: &'static str = "add_files";
}

impl Action for AddFiles {
    type Outcome = Vec<AddedFile>;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok(match self.files.as_slice() {
            [one] => format!("Add “{}” to the library", one.file_name),
            many => format!("Add {} files to the library", many.len()),
        })
    }

    fn apply(self, change: &mut Transaction) -> Result<Vec<AddedFile>> {
        self.files.into_iter().map(|file| add(change, file)).collect()
    }
}

/// Makes a piece of a file, unless one is that file already.
pub(super) fn add(change: &Transaction, file: FileFacts) -> Result<AddedFile> {
    if let Some(known) = piece_that_is(change, &file.hash)? {
        return Ok(AddedFile {
            file_name: file.file_name,
            became: Became::Known,
            piece: Some(known.id),
            title: known.title,
            note: "The library has this file already.".into(),
        });
    }
    let made_for = made_for::proposed(change, &file.proposals.title, &file.file_name, &file.hash)?;
    let mut proposed = file.proposals.fields.clone();
    proposed.extend(made_for.fields());
    let piece = Piece {
        title: file.proposals.title.clone(),
        kind: file.proposals.kind,
        language: file.proposals.language.clone(),
        personas: made_for.personas,
        phases: made_for.phases,
        proposed,
        ..actions::blank(change)
    };
    rows::insert(change, &piece)?;
    let added = AddedFile {
        file_name: file.file_name.clone(),
        became: Became::Added,
        piece: Some(piece.id.clone()),
        title: piece.title,
        note: file.trouble.clone(),
    };
    rows::insert(change, &version(change, piece.id, file))?;
    Ok(added)
}

/// Returns the piece that a file is just now, if one is.
fn piece_that_is(reader: &ReadContext, hash: &str) -> Result<Option<Piece>> {
    let pieces: Vec<Piece> = rows::all(
        reader,
        "WHERE id IN (SELECT piece FROM piece_version AS one WHERE hash = ?1 AND NOT EXISTS (
           SELECT 1 FROM piece_version AS later WHERE later.piece = one.piece AND (later.added_at, later.id) > (one.added_at, one.id)))
         ORDER BY created_at, id",
        [hash],
    )?;
    Ok(pieces.into_iter().next())
}

fn version(change: &Transaction, piece: PieceId, file: FileFacts) -> PieceVersion {
    PieceVersion {
        id: change.new_id(),
        piece,
        hash: file.hash,
        file_name: file.file_name,
        file_kind: file.kind,
        size: file.size,
        pages: file.pages,
        has_text: file.has_text,
        trouble: file.trouble,
        added_by: change.actor().map(|person| person.id.clone()),
        added_at: change.now(),
    }
}

struct AddVersion {
    piece: PieceId,
    file: FileFacts,
}

impl Named for AddVersion {
    const NAME: &'static str = "add_version";
}

impl Action for AddVersion {
    type Outcome = AddedFile;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let piece: Piece = rows::get(reader, &self.piece, "This piece")?;
        Ok(format!("Add a new version of “{}”", piece.title))
    }

    fn apply(self, change: &mut Transaction) -> Result<AddedFile> {
        let piece: Piece = rows::get(change, &self.piece, "This piece")?;
        match standing(change, &piece)?.state {
            PieceState::InReview => {
                return Err(Error::refused(
                    "One side has approved this piece as it is, and the other is looking at it.",
                )
                .hint("Send it back first; then it can have a new version."));
            }
            PieceState::Retired => {
                return Err(Error::refused("This piece is retired.").hint("Bring it back first."));
            }
            PieceState::Draft | PieceState::Approved => {}
        }
        if let Some(known) = piece_that_is(change, &self.file.hash)? {
            return Err(Error::refused(format!(
                "This file is in the library already, as “{}”.",
                known.title
            )));
        }
        let added = AddedFile {
            file_name: self.file.file_name.clone(),
            became: Became::Version,
            piece: Some(piece.id.clone()),
            title: piece.title,
            note: self.file.trouble.clone(),
        };
        rows::insert(change, &version(change, piece.id, self.file))?;
        Ok(added)
    }
}
