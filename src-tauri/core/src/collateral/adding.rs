//! Files on their way into the library: read in a child process, kept by their bytes, then made pieces in one step. What became of
//! each is said; nothing of a file that is refused stays.

use std::path::{Path, PathBuf};

use lockstep_documents::{Document, FileKind, Reader, limits};
use lockstep_workspace::{
    Workspace,
    context::{Action, Named, ReadContext, Transaction},
    error::{Error, Result},
    rows,
};
use serde::Serialize;
use ts_rs::TS;

use super::{
    Piece, PieceKind, PieceVersion, actions, files, proposals,
    requests::{CollateralRequest, actions::AnswerRequest},
    standing::{PieceState, standing},
};
use crate::ids::{CollateralRequestId, PieceId};

/// A file that was read, before it is kept.
pub struct PreparedFile {
    bytes: Vec<u8>,
    facts: FileFacts,
    document: Option<Document>,
    picture: Option<Vec<u8>>,
}

impl PreparedFile {
    /// Returns a file that was read before: the sample's, for instance.
    ///
    /// # Errors
    /// `Internal` when it is larger than can be counted.
    pub fn read_before(
        bytes: Vec<u8>,
        file_name: String,
        document: Document,
        picture: Option<Vec<u8>>,
    ) -> Result<Self> {
        let kind = FileKind::of(&bytes, &file_name);
        Self::of(bytes, file_name, kind, Some(document), String::new(), picture)
    }

    /// Returns what was read, for whoever reads it once for all.
    pub fn parts(&self) -> (Option<&Document>, Option<&[u8]>) {
        (self.document.as_ref(), self.picture.as_deref())
    }

    fn of(
        bytes: Vec<u8>,
        file_name: String,
        kind: FileKind,
        document: Option<Document>,
        trouble: String,
        picture: Option<Vec<u8>>,
    ) -> Result<Self> {
        let read = document.as_ref();
        let trouble = match read {
            Some(document) if document.is_protected => {
                "It is protected by a password, so its text could not be read.".into()
            }
            Some(document) if kind.has_text() && !document.has_text => {
                "No text could be read: it may be a scan. It is found by its title.".into()
            }
            Some(document) if document.was_cut => {
                "It is longer than what is searched: only its first pages are.".into()
            }
            _ => trouble,
        };
        let facts = FileFacts {
            hash: files::hash_of(&bytes),
            kind,
            size: i64::try_from(bytes.len()).map_err(Error::internal)?,
            pages: read.map_or(0, |document| {
                i64::try_from(document.page_count).unwrap_or(i64::MAX)
            }),
            has_text: read.is_some_and(|document| document.has_text),
            trouble,
            proposals: proposals::proposed(&file_name, kind, read),
            file_name,
        };
        Ok(Self {
            bytes,
            facts,
            document,
            picture,
        })
    }
}

/// What is known of a file that is kept.
#[derive(Debug, Clone)]
pub struct FileFacts {
    file_name: String,
    hash: String,
    kind: FileKind,
    size: i64,
    pages: i64,
    has_text: bool,
    trouble: String,
    proposals: proposals::Proposals,
}

impl FileFacts {
    /// Says what the piece is made for, in place of what the file proposes.
    #[must_use]
    pub fn made_for(mut self, kind: PieceKind) -> Self {
        self.proposals.kind = kind;
        self.proposals.fields.retain(|field| field != "kind");
        self
    }
}

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

/// So many files at most are added at once.
const MOST_AT_ONCE: usize = 2_000;

/// Returns the files that are meant by files and folders: those of a folder in the order of their names, with those of the folders in
/// it. What begins with a dot, in a folder, is no collateral.
///
/// # Errors
/// `File` when a folder cannot be read; `Invalid` when there are more than 2,000 files.
pub fn files_in(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut left: Vec<PathBuf> = paths.iter().rev().cloned().collect();
    while let Some(path) = left.pop() {
        // A link to a folder may lead round in a circle: it is no folder here.
        let is_folder = std::fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_dir());
        if !is_folder {
            files.push(path);
        } else {
            let entries = std::fs::read_dir(&path).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
            let entries = entries.map_err(|error| cannot_open(&name_of(&path), &error))?;
            let mut inside: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
            inside.retain(|path| !name_of(path).starts_with('.'));
            inside.sort();
            left.extend(inside.into_iter().rev());
        }
        if files.len() > MOST_AT_ONCE {
            return Err(
                Error::invalid("path", "There are more than 2,000 files.").hint("Add them folder by folder.")
            );
        }
    }
    Ok(files)
}

/// Returns a file's name, as people read it.
pub fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// Reads a file. What cannot be read of it is no error: it is kept as a file, and found by its title. `keep_on` is asked several
/// times a second whether to go on.
///
/// # Errors
/// `File` when it cannot be opened; `Invalid` when it is empty, too large, or nothing that is kept (a folder, a program);
/// `Refused` when somebody cancelled.
pub fn prepare_file(path: &Path, reader: &Reader, keep_on: &mut dyn FnMut() -> bool) -> Result<PreparedFile> {
    let file_name = name_of(path);
    let meta = std::fs::metadata(path).map_err(|error| cannot_open(&file_name, &error))?;
    if !meta.is_file() {
        return Err(Error::invalid("path", format!("“{file_name}” is not a file."))
            .hint("Choose files, or a folder of them."));
    }
    if meta.len() > limits::PIECE_BYTES {
        return Err(too_large(&file_name));
    }
    let bytes = read_at_most(path, limits::PIECE_BYTES).map_err(|error| cannot_open(&file_name, &error))?;
    prepare_bytes(bytes, file_name, reader, keep_on)
}

/// Reads a file that is in memory, as [`prepare_file`] reads one from disk.
///
/// # Errors
/// As there.
pub fn prepare_bytes(
    bytes: Vec<u8>,
    file_name: String,
    reader: &Reader,
    keep_on: &mut dyn FnMut() -> bool,
) -> Result<PreparedFile> {
    if bytes.len() as u64 > limits::PIECE_BYTES {
        return Err(too_large(&file_name));
    }
    if bytes.is_empty() {
        return Err(Error::invalid("path", format!("“{file_name}” is empty."))
            .hint("Choose another file, or export it again."));
    }
    if runs(&file_name) {
        return Err(Error::invalid(
            "path",
            format!("“{file_name}” is a program or a shortcut, not collateral."),
        )
        .hint("Add the document itself, or a link."));
    }
    let cancelled = || Error::refused("Adding was cancelled.");
    let kind = FileKind::of(&bytes, &file_name);
    let (document, trouble) = match reader.read(&bytes, &file_name, keep_on) {
        Ok(document) => (Some(document), String::new()),
        Err(trouble) if trouble.cancelled => return Err(cancelled()),
        Err(trouble) => (None, with_hint(&trouble.message, trouble.hint.as_deref())),
    };
    // A picture that cannot be drawn is none; the text says what is wrong with the file.
    let picture = match reader.thumbnail(&bytes, kind, keep_on) {
        Ok(picture) => picture,
        Err(trouble) if trouble.cancelled => return Err(cancelled()),
        Err(_) => None,
    };
    PreparedFile::of(bytes, file_name, kind, document, trouble, picture)
}

/// Returns what is wrong and what to do next, as one text.
fn with_hint(message: &str, hint: Option<&str>) -> String {
    hint.map_or_else(|| message.to_owned(), |hint| format!("{message} {hint}"))
}

/// Reads a file, and no more of it than one byte beyond what is allowed, however long it has become.
fn read_at_most(path: &Path, most: u64) -> std::io::Result<Vec<u8>> {
    use std::io::Read;
    let mut bytes = Vec::new();
    std::fs::File::open(path)?
        .take(most + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Returns whether a file's name is that of something that runs when it is opened.
fn runs(file_name: &str) -> bool {
    const RUNS: [&str; 14] = [
        "exe", "msi", "bat", "cmd", "com", "scr", "ps1", "vbs", "js", "jar", "sh", "desktop", "lnk", "app",
    ];
    // A system that drops what ends a name would open “a.exe.” as “a.exe”.
    let ending = file_name
        .trim_end_matches(['.', ' '])
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| RUNS.contains(&ending.as_str()))
}

fn too_large(file_name: &str) -> Error {
    Error::invalid("path", format!("“{file_name}” is larger than 200 MB."))
        .hint("Add a smaller version of it, or a link to where it lies.")
}

fn cannot_open(file_name: &str, error: &std::io::Error) -> Error {
    Error::file(format!("“{file_name}” cannot be opened: {error}."))
        .hint("Look whether it is still there and may be read.")
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

fn add(change: &Transaction, file: FileFacts) -> Result<AddedFile> {
    if let Some(known) = piece_that_is(change, &file.hash)? {
        return Ok(AddedFile {
            file_name: file.file_name,
            became: Became::Known,
            piece: Some(known.id),
            title: known.title,
            note: "The library has this file already.".into(),
        });
    }
    let piece = Piece {
        title: file.proposals.title.clone(),
        kind: file.proposals.kind,
        language: file.proposals.language.clone(),
        proposed: file.proposals.fields.clone(),
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

/// Makes a piece of some pages of another: a draft that remembers where it comes from. It answers a request for it.
///
/// # Errors
/// `NotFound` when there is no such piece or request; `Refused` when the library has this file already.
pub fn add_cut_down(
    workspace: &mut Workspace,
    origin: PieceId,
    pages: Vec<u32>,
    request: Option<CollateralRequestId>,
    file: FileFacts,
) -> Result<AddedFile> {
    workspace.act(AddCutDown {
        origin,
        pages,
        request,
        file,
    })
}

struct AddCutDown {
    origin: PieceId,
    pages: Vec<u32>,
    request: Option<CollateralRequestId>,
    file: FileFacts,
}

impl Named for AddCutDown {
    const NAME: &'static str = "add_cut_down";
}

impl Action for AddCutDown {
    type Outcome = AddedFile;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let origin: Piece = rows::get(reader, &self.origin, "This piece")?;
        Ok(format!("Make a shorter version of {}", origin.in_words()))
    }

    fn apply(self, change: &mut Transaction) -> Result<AddedFile> {
        let origin: Piece = rows::get(change, &self.origin, "This piece")?;
        let added = add(change, self.file)?;
        let (Some(id), Became::Added) = (&added.piece, &added.became) else {
            return Err(Error::refused(format!(
                "The library has these pages already, as “{}”.",
                added.title
            )));
        };
        let mut piece: Piece = rows::get(change, id, "This piece")?;
        piece.title = format!("{}, short", origin.title);
        piece.kind = origin.kind;
        piece.language = origin.language;
        piece.personas = origin.personas;
        piece.phases = origin.phases;
        piece.needs = origin.needs;
        piece.tags = origin.tags;
        piece.owner = origin.owner;
        piece.origin = Some(origin.id);
        piece.origin_pages = self.pages;
        piece.proposed = vec!["title".into(), "phases".into()];
        if let Some(request) = self.request {
            let asks: CollateralRequest = rows::get(change, &request, "This request")?;
            if let Some(phase) = asks.phase {
                piece.phases = vec![phase];
            }
            rows::update(change, &piece)?;
            AnswerRequest {
                id: request,
                piece: Some(piece.id.clone()),
                promised_for: None,
                because: None,
            }
            .apply(change)?;
        } else {
            rows::update(change, &piece)?;
        }
        Ok(AddedFile {
            title: piece.title,
            ..added
        })
    }
}
