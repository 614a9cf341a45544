//! Whole copies: written to a neighbour, opened, checked, synced, and only then put in place under their name.

use std::{
    fs::{File, OpenOptions},
    io::ErrorKind,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, ErrorCode};

use super::{backups, checking, examining, opening, place, schema::Schema};
use crate::error::{Error, Result};

/// What becomes of a file that stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InTheWay {
    /// It stays, and the copy fails.
    Stays,
    /// The copy takes its place.
    Replaced,
}

/// Writes all that `db` holds as the file `dest`, whole and checked, or not at all; not at all, too, when `is_whole` says, once
/// all is copied, that the copy is worth nothing. Returns whether it is in place.
///
/// # Errors
/// `File` when it cannot be written, `Damaged` when what is to be copied is; then `dest` is as it was.
pub(super) fn copy_if(
    db: &Connection,
    dest: &Path,
    schema: &Schema,
    in_the_way: InTheWay,
    is_whole: &dyn Fn() -> bool,
) -> Result<bool> {
    let part = write_whole_part(db, dest, schema)?;
    place_if(&part, dest, in_the_way, is_whole)
}

/// Puts a finished part in place, unless `is_whole` says that it is worth nothing. Returns whether it is there; if not, the part
/// is gone.
///
/// # Errors
/// `File` when the disk fails or the name is taken.
pub(super) fn place_if(
    part: &Path,
    dest: &Path,
    in_the_way: InTheWay,
    is_whole: &dyn Fn() -> bool,
) -> Result<bool> {
    if !is_whole() {
        remove_all(part);
        return Ok(false);
    }
    let placed = put_in_place(part, dest, in_the_way);
    if placed.is_err() {
        remove_all(part);
    }
    placed.map(|()| true)
}

/// Saves a copy under a name that a person chose: an earlier copy that is there already is replaced, unless it is open. `is_whole`
/// is asked as in [`copy_if`].
///
/// # Errors
/// As for [`copy_if`]; also `File` when something else has the name, `Refused` when that is another workspace.
pub(super) fn save(
    db: &Connection,
    dest: &Path,
    schema: &Schema,
    is_whole: &dyn Fn() -> bool,
) -> Result<bool> {
    let dest = &place::in_full(dest)?;
    let _lock = match dest.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            // A `-wal` that lies about without its file would be taken for that of the copy.
            if place::beside(dest, "-wal").exists() {
                return Err(name_is_taken());
            }
            return copy_if(db, dest, schema, InTheWay::Stays, is_whole);
        }
        Err(error) => return Err(place::out_of_reach(dest, &error)),
        Ok(_) => {
            let examined = examining::examine(dest, schema).map_err(|error| {
                Error::file(format!(
                    "The copy cannot take the place of what is there. {}",
                    error.message
                ))
                .hint("Choose another name.")
            })?;
            if examined.was_left_open || examined.read_only.is_some() {
                return Err(name_is_taken());
            }
            let dest = examined.path.clone();
            if backups::identity(&opening::connect_to_read(&dest)?)? != backups::identity(db)? {
                return Err(
                    Error::refused("Another workspace has this name. It was left as it is.")
                        .hint("Choose another name, or remove that workspace first if nobody needs it."),
                );
            }
            drop(examined);
            lock(&dest)?
        }
    };
    copy_if(
        db,
        &examining::canonical(dest)?,
        schema,
        InTheWay::Replaced,
        is_whole,
    )
}

/// Writes all that `db` holds to the neighbour from which [`put_in_place`] can make it `dest`.
pub(super) fn write_whole_part(db: &Connection, dest: &Path, schema: &Schema) -> Result<PathBuf> {
    let fill = |part: &Path| {
        vacuum_into(db, part)?;
        make_ready(opening::connect(part)?)
    };
    write_part(dest, fill, |part| check(&opening::connect_to_read(part)?, schema))
}

/// Has the neighbour written from which [`put_in_place`] can make `dest`, makes it last, and then has it checked.
pub(super) fn write_part(
    dest: &Path,
    fill: impl FnOnce(&Path) -> Result<()>,
    check: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let part = part_of(dest)?;
    // One of this name is what a killed program left.
    remove_all(&part);
    create_file(&part)?;
    let written = fill(&part)
        .and_then(|()| finish_part(&part))
        .and_then(|()| check(&part));
    match written {
        Ok(()) => Ok(part),
        Err(error) => {
            remove_all(&part);
            Err(error)
        }
    }
}

/// Returns a path as SQLite takes it.
///
/// # Errors
/// `File` for one that is no text.
pub(super) fn name_for_sql(part: &Path) -> Result<&str> {
    part.to_str().ok_or_else(|| {
        Error::file(format!(
            "The name “{}” cannot be used for a copy.",
            place::label(part)
        ))
        .hint("Choose a folder and a name of plain letters.")
    })
}

/// Says what an error in opening a copy to be written means.
pub(super) fn cannot_write(error: rusqlite::Error) -> Error {
    match error.sqlite_error_code() {
        // It is the copy that could not be opened to be written.
        Some(ErrorCode::ReadOnly) => Error::cannot_open(),
        _ => error.into(),
    }
}

/// Writes all that `db` holds into an empty file.
pub(super) fn vacuum_into(db: &Connection, part: &Path) -> Result<()> {
    db.execute("VACUUM INTO ?1", [name_for_sql(part)?])
        .map_err(cannot_write)
        .map(drop)
}

/// Makes a copy ready to be opened: a workspace that is only renamed into place needs no write at its first opening.
pub(super) fn make_ready(copy: Connection) -> Result<()> {
    copy.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
    opening::use_a_log(&copy)?;
    opening::close(copy)
}

/// Makes a closed part last. All of it stands in the file itself by now; what SQLite could not remove beside it is gone
/// before the file gets its name.
pub(super) fn finish_part(part: &Path) -> Result<()> {
    for ending in ["-wal", "-shm", "-journal"] {
        remove(&place::beside(part, ending));
    }
    sync_file(part)
}

/// Holds every row of a copy, which was opened as a stranger would, against its journal.
pub(super) fn check(copy: &Connection, schema: &Schema) -> Result<()> {
    let report = checking::check(copy, schema)?;
    match report.problems.first() {
        None => Ok(()),
        Some(first) => Err(not_what_was_written(first)),
    }
}

/// Says that what is to be copied is damaged.
pub(super) fn not_what_was_written(what: &str) -> Error {
    Error::damaged(format!(
        "No copy was made: what would stand in it is not what was written. {what}"
    ))
    .hint("Check the disk and try again. If it stays, go back to a backup; the backups were not touched.")
}

/// Renames a finished copy to its name and makes that last.
pub(super) fn put_in_place(part: &Path, dest: &Path, in_the_way: InTheWay) -> Result<()> {
    let renamed = match in_the_way {
        InTheWay::Replaced => std::fs::rename(part, dest),
        InTheWay::Stays => rename_to_new(part, dest),
    };
    renamed.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => name_is_taken(),
        _ => place::out_of_reach(dest, &error),
    })?;
    sync_folder_of(dest)
}

pub(super) fn name_is_taken() -> Error {
    Error::file("There is a file of this name already.").hint("Choose another name, or open that file.")
}

fn rename_to_new(from: &Path, to: &Path) -> std::io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            // Some disks do not know this way; then looking first must do.
            Err(Errno::INVAL | Errno::NOSYS) => {}
            done => return done.map_err(Into::into),
        }
    }
    if to.exists() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    std::fs::rename(from, to)
}

/// Makes an empty file, for its owner only, where none is.
pub(super) fn create_file(path: &Path) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => name_is_taken(),
        _ => place::out_of_reach(path, &error),
    })
}

/// Makes a folder for its owner only, unless it is there.
pub(super) fn create_folder(path: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Ok(()) => sync_folder_of(path),
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) => Err(place::out_of_reach(path, &error)),
    }
}

/// Makes the content of a file last.
pub(super) fn sync_file(path: &Path) -> Result<()> {
    OpenOptions::new()
        .write(true)
        .open(path)
        .and_then(|file| file.sync_all())
        .map_err(|error| place::out_of_reach(path, &error))
}

/// Makes the name of a file last.
pub(super) fn sync_folder_of(path: &Path) -> Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|error| place::out_of_reach(folder, &error))?;
    }
    Ok(())
}

/// Returns the neighbour in which `dest` is written before it has its name.
pub(super) fn part_of(dest: &Path) -> Result<PathBuf> {
    let name = dest
        .file_name()
        .ok_or_else(|| Error::file("A copy needs a name.").hint("Choose a file name."))?;
    let mut part = std::ffi::OsString::from(".");
    part.push(name);
    part.push(".part");
    Ok(dest.with_file_name(part))
}

/// Removes a file of ours that is not needed; if that fails it only stays.
pub(super) fn remove(path: &Path) {
    if let Err(error) = std::fs::remove_file(path)
        && error.kind() != ErrorKind::NotFound
    {
        tracing::warn!(%error, "a file that is not needed could not be removed");
    }
}

/// Removes a file of ours with what SQLite keeps beside it.
pub(super) fn remove_all(path: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        remove(&place::beside(path, ending));
    }
}

/// The lock of a file that is about to be replaced. While it lives nobody else opens the file.
#[derive(Debug)]
pub(super) struct Locked(#[allow(dead_code)] File);

/// Takes the lock of a file that nobody has open, here or elsewhere.
///
/// # Errors
/// `File` when somebody has.
pub(super) fn lock(path: &Path) -> Result<Locked> {
    if examining::is_claimed(path) {
        return Err(
            Error::file(format!("“{}” is open in this program.", place::label(path)))
                .hint("Close it first, or choose another name."),
        );
    }
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .open(path)
        .map_err(|error| place::out_of_reach(path, &error))?;
    #[cfg(unix)]
    {
        use rustix::fs::{FlockOperation, fcntl_lock};
        use rustix::io::Errno;
        // This covers the bytes that SQLite locks, so each keeps the other away.
        match fcntl_lock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(Errno::AGAIN | Errno::ACCESS) => return Err(Error::open_elsewhere()),
            Err(error) => return Err(place::out_of_reach(path, &error.into())),
        }
    }
    Ok(Locked(file))
}
