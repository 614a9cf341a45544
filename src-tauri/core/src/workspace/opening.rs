//! Opening a file: first it is examined with plain reads, so that what is not ours is never touched, then SQLite opens
//! it with the settings that keep the promises of `docs/architecture.md`.

use std::{
    fs::{File, OpenOptions},
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags, config::DbConfig, limits::Limit};

use super::schema;
use crate::error::{Error, Result};

/// Makes an empty file, for its owner only, where none is.
pub(super) fn create_file(path: &Path) -> Result<PathBuf> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Error::file("There is a file of this name already.")
            .hint("Choose another name, or open that file."),
        _ => unreachable_file(path, &error),
    })?;
    canonical(path)
}

/// Removes what a failed creation left.
pub(super) fn remove_failed(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        if let Err(error) = std::fs::remove_file(&name)
            && error.kind() != ErrorKind::NotFound
        {
            tracing::warn!(%error, "a file that could not be created could not be removed either");
        }
    }
}

/// Reads the beginning of a file and refuses what is no workspace of this version or an earlier one.
pub(super) fn examine(path: &Path) -> Result<PathBuf> {
    let path = canonical(path)?;
    let mut head = [0_u8; 100];
    let mut file = File::open(&path).map_err(|error| unreachable_file(&path, &error))?;
    let not_ours = || {
        Error::file("This is not a Lockstep workspace.")
            .hint("Open a file that ends in .lockstep, or start a new workspace.")
    };
    file.read_exact(&mut head).map_err(|_| not_ours())?;
    let number = |at: usize| {
        head.get(at..at + 4)
            .and_then(|bytes| bytes.try_into().ok())
            .map_or(0, i32::from_be_bytes)
    };
    if !head.starts_with(b"SQLite format 3\0") || number(68) != schema::APPLICATION_ID {
        return Err(not_ours());
    }
    if number(60) > schema::VERSION {
        return Err(Error::file("This workspace was made by a newer version of Lockstep.")
            .hint("Install the newer version to open it. The file was not touched."));
    }
    Ok(path)
}

/// Opens a file that was examined, and returns the connection and why it can only be read, if so.
pub(super) fn connect(path: &Path) -> Result<(Connection, Option<String>)> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW
        | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let mut db = Connection::open_with_flags(path, flags)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    db.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    db.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
    let mode: String = db.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::file("This place cannot keep a workspace safely.")
            .hint("Move the file to a local disk."));
    }
    db.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA foreign_keys = ON;
         PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864;",
    )?;
    db.execute_batch(&format!("PRAGMA application_id = {}", schema::APPLICATION_ID))?;
    schema::bring_up_to_date(&mut db)?;
    Ok((db, None))
}

fn canonical(path: &Path) -> Result<PathBuf> {
    path.canonicalize().map_err(|error| unreachable_file(path, &error))
}

fn unreachable_file(path: &Path, error: &std::io::Error) -> Error {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    match error.kind() {
        ErrorKind::NotFound => Error::file(format!("“{name}” is not there any more."))
            .hint("It may have been moved or renamed. Use Open to find it."),
        ErrorKind::PermissionDenied => Error::file(format!("“{name}” may not be read or written."))
            .hint("Ask for access, or choose another place."),
        _ => Error::file(format!("“{name}” cannot be opened: {error}.")),
    }
}
