//! Writing a file so that it is either there, whole and safe on disk, or not there at all.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use lockstep_workspace::{Error, Result};
use tempfile::NamedTempFile;

/// Writes `bytes` to `path`, replacing what stood there only once the new file is complete and on disk.
///
/// The bytes go to a temporary neighbour, which is synced and renamed; then the folder is synced. Whatever fails on the
/// way leaves the old file as it was and nothing beside it.
///
/// # Errors
/// `File`, saying in the user's words what is wrong and what to do.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    fill_atomically(path, |file, failed| {
        file.write_all(bytes).map_err(|error| failed(&error))
    })
}

/// Writes what `fill` puts into a file, as [`write_atomically`] writes bytes: for what is too large to be held at once. `fill` is
/// handed the words for a write that fails; any other error of its own leaves the old file as it was, too.
///
/// # Errors
/// `File`, as there, and what `fill` fails with.
pub fn fill_atomically(
    path: &Path,
    fill: impl FnOnce(&mut File, &dyn Fn(&io::Error) -> Error) -> Result<()>,
) -> Result<()> {
    let path = target(path)?;
    let folder = folder_of(&path);
    let failed = |error: &io::Error| in_words(&path, error);
    let mut neighbour = neighbour_in(&folder).map_err(|error| failed(&error))?;
    fill(neighbour.as_file_mut(), &failed)?;
    let put = || -> io::Result<()> {
        neighbour.as_file().sync_all()?;
        neighbour.persist(&path).map_err(|refused| refused.error)?;
        sync_folder(&folder)
    };
    put().map_err(|error| failed(&error))
}

/// Returns where to write: behind a symbolic link its target, and nothing that is no ordinary file.
fn target(path: &Path) -> Result<PathBuf> {
    let path = if path.is_symlink() {
        fs::canonicalize(path).map_err(|error| in_words(path, &error))?
    } else {
        path.to_owned()
    };
    match fs::metadata(&path) {
        Ok(found) if found.is_dir() => Err(Error::file(format!("{} is a folder.", quoted(&path)))
            .hint("Give the name of a file in it, for instance plan.pdf.")),
        Ok(found) if !found.is_file() => {
            Err(Error::file(format!("{} is not an ordinary file.", quoted(&path)))
                .hint("Choose another name."))
        }
        _ => Ok(path),
    }
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// Opens a temporary file beside the target. It removes itself unless it is renamed.
fn neighbour_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".lockstep-").suffix(".part");
    // A document is made to be handed round: its permissions are those of any file the person saves.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Makes the new name itself safe against a power cut, where the system can.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        // Some network and FUSE folders cannot be synced; the file itself is.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        other => other,
    }
}

fn quoted(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    format!("“{}”", name.to_string_lossy())
}

fn in_words(path: &Path, error: &io::Error) -> Error {
    let (what, hint) = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            ("the disk is full", "Free some space, then export again.")
        }
        ErrorKind::PermissionDenied => (
            "you may not write in this folder",
            "Choose another folder, or close the file where it is open.",
        ),
        ErrorKind::ReadOnlyFilesystem => ("this place is for reading only", "Choose another folder."),
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            ("the folder is not there", "Choose a folder that exists.")
        }
        ErrorKind::InvalidFilename => (
            "the name is too long or not possible here",
            "Choose a shorter name.",
        ),
        _ => {
            return Error::file(format!("{} was not saved: {error}.", quoted(path)))
                .hint("Nothing was half written. Check the disk, then export again.");
        }
    };
    Error::file(format!("{} was not saved: {what}.", quoted(path)))
        .hint(format!("{hint} Nothing was half written."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_wrong_is_said_in_words_and_what_to_do_with_it() {
        for (kind, message) in [
            (
                ErrorKind::StorageFull,
                "“plan.pdf” was not saved: the disk is full.",
            ),
            (
                ErrorKind::PermissionDenied,
                "“plan.pdf” was not saved: you may not write in this folder.",
            ),
            (
                ErrorKind::ReadOnlyFilesystem,
                "“plan.pdf” was not saved: this place is for reading only.",
            ),
        ] {
            let error = in_words(Path::new("/somewhere/plan.pdf"), &io::Error::from(kind));
            assert_eq!(error.message, message);
            assert!(
                error
                    .hint
                    .is_some_and(|hint| hint.contains("Nothing was half written."))
            );
        }
    }
}
