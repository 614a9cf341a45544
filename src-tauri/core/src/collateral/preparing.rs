//! Files on their way into the library are read in a child process, before anything of them is kept: their text, their properties, a
//! small picture, and what they propose.

use std::path::{Path, PathBuf};

use lockstep_documents::{Document, FileKind, Reader, limits};
use lockstep_workspace::error::{Error, Result};
use unicode_normalization::UnicodeNormalization;

use super::{PieceKind, files, proposals};

/// A file that was read, before it is kept.
pub struct PreparedFile {
    pub(super) bytes: Vec<u8>,
    pub(super) facts: FileFacts,
    pub(super) document: Option<Document>,
    pub(super) picture: Option<Vec<u8>>,
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
    pub(super) file_name: String,
    pub(super) hash: String,
    pub(super) kind: FileKind,
    pub(super) size: i64,
    pub(super) pages: i64,
    pub(super) has_text: bool,
    pub(super) trouble: String,
    pub(super) proposals: proposals::Proposals,
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

/// Returns a file's name, as people read it: letters with marks as one, because some systems write them apart, and who types
/// such a name would not find it.
pub fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().nfc().collect(),
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
pub(super) fn with_hint(message: &str, hint: Option<&str>) -> String {
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
