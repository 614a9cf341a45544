//! Looking at a file before SQLite touches it, with plain reads: what is not ours, newer, damaged or out of reach is
//! refused here and stays as it is, byte for byte.

use std::{
    collections::BTreeSet,
    fs::{File, Metadata, OpenOptions},
    io::Read,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::{
    backups, place,
    schema::{self, Schema},
};
use crate::error::{Error, Result};

const MAGIC: &[u8] = b"SQLite format 3\0";
const HEAD: usize = 100;

/// A file that may be opened, claimed for this program.
#[derive(Debug)]
pub(super) struct Examined {
    /// Its canonical path.
    pub path: PathBuf,
    /// Keeps others in this program away from it.
    pub claim: Claim,
    /// Which version of the tables it has.
    pub version: i32,
    /// Why it can only be read, if so.
    pub read_only: Option<String>,
    /// What is worth a word about the place it lies in.
    pub note: Option<String>,
    /// Whether it is a lean backup, which is no workspace without the bytes beside it.
    pub is_lean: bool,
    /// Whether it was left without being closed, so that its latest changes stand beside it.
    pub was_left_open: bool,
}

/// Examines a file and claims it.
///
/// # Errors
/// `File` for what is no workspace, a newer one, already open here or out of reach; `Damaged` for one that is cut short.
pub(super) fn examine(path: &Path, schema: &Schema) -> Result<Examined> {
    let path = canonical(path)?;
    let meta = std::fs::metadata(&path).map_err(|error| place::out_of_reach(&path, &error))?;
    must_be_a_file(&path, &meta)?;
    // Before the first read: closing a plain handle would drop the lock of a connection in this same program.
    let claim = Claim::take(&path, &meta)?;
    if let Some(network) = place::network(&path) {
        return Err(Error::file(format!(
            "“{}” lies on a network drive ({network}), where a workspace cannot be kept safely.",
            place::label(&path)
        ))
        .hint("Move it to a disk of this computer and open it there."));
    }
    let was_left_open = std::fs::metadata(place::beside(&path, "-wal")).is_ok_and(|wal| wal.len() > 0);
    let (version, is_lean) = read_head(&path, schema, was_left_open)?;
    let mut read_only = place::read_only(&path);
    if is_lean || backups::is_backup(&path) {
        read_only = Some("it is a backup.".into());
    }
    if place::beside(&path, "-journal").exists() {
        return Err(Error::file(format!(
            "Beside “{0}” lies “{0}-journal”, which is not from Lockstep.",
            place::label(&path)
        ))
        .hint("Another program changed this workspace. Move that file elsewhere, then open the workspace again."));
    }
    if let (Some(_), true) = (&read_only, was_left_open) {
        return Err(Error::file(format!(
            "“{0}” was not closed properly, and its latest changes stand in “{0}-wal”, which can only be read here.",
            place::label(&path)
        ))
        .hint("Copy both files into one folder where you can write, and open the workspace there."));
    }
    Ok(Examined {
        note: place::note(&path),
        path,
        claim,
        version,
        read_only,
        is_lean,
        was_left_open,
    })
}

/// Reads the first bytes of a file that can be one of ours.
fn head_of(path: &Path) -> Result<(Vec<u8>, Metadata)> {
    let unreadable = |error| place::out_of_reach(path, &error);
    let file = open_to_read(path).map_err(unreadable)?;
    let meta = file.metadata().map_err(unreadable)?;
    must_be_a_file(path, &meta)?;
    let mut head = Vec::with_capacity(HEAD);
    file.take(HEAD as u64)
        .read_to_end(&mut head)
        .map_err(unreadable)?;
    Ok((head, meta))
}

/// Returns whether a file among the backups is a lean one.
///
/// # Errors
/// `File` when it cannot be read; `Damaged` for a backup of which even that cannot be told.
pub(super) fn is_lean(path: &Path) -> Result<bool> {
    let (head, _) = head_of(path)?;
    let application = if head.starts_with(MAGIC) {
        number(&head, 68)
    } else {
        0
    };
    if application == i64::from(schema::LEAN_APPLICATION_ID) {
        Ok(true)
    } else if application != i64::from(schema::APPLICATION_ID) && backups::is_backup(path) {
        Err(damaged(
            path,
            format!("“{}” is damaged at its beginning.", place::label(path)),
        ))
    } else {
        Ok(false)
    }
}

/// Reads the beginning of the file and returns the version of its tables, and whether it is a lean backup.
fn read_head(path: &Path, schema: &Schema, was_left_open: bool) -> Result<(i32, bool)> {
    let label = place::label(path);
    let (head, meta) = head_of(path)?;

    if head.is_empty() {
        return Err(damaged(path, format!("“{label}” is empty.")));
    }
    if head.len() < HEAD && (head.starts_with(MAGIC) || MAGIC.starts_with(&head)) {
        return Err(damaged(path, format!("“{label}” is cut short.")));
    }
    if !head.starts_with(MAGIC) {
        return Err(Error::file(format!("“{label}” is not a Lockstep workspace."))
            .hint("Open a file that ends in .lockstep, or start a new workspace."));
    }
    let is_lean = number(&head, 68) == i64::from(schema::LEAN_APPLICATION_ID);
    if !is_lean && number(&head, 68) != i64::from(schema::APPLICATION_ID) {
        return Err(Error::file(format!(
            "“{label}” belongs to another program; it is not a Lockstep workspace."
        ))
        .hint("Open a file that ends in .lockstep, or start a new workspace. This one was not touched."));
    }
    let version = i32::try_from(number(&head, 60)).unwrap_or(i32::MAX);
    if version > schema.version {
        return Err(newer(path));
    }
    if version < 1 {
        return Err(damaged(path, format!("“{label}” was never finished.")));
    }
    let page = match head.get(16..18) {
        Some([0, 1]) => 65_536,
        Some([high, low]) => u64::from(*high) << 8 | u64::from(*low),
        _ => 0,
    };
    if !page.is_power_of_two() || !(512..=65_536).contains(&page) {
        return Err(damaged(path, format!("“{label}” is damaged at its beginning.")));
    }
    // The number of pages holds when the two change counters agree; what stands in the `-wal` may still be to come.
    let pages = u64::try_from(number(&head, 28)).unwrap_or(0);
    if number(&head, 24) == number(&head, 92) && !was_left_open && pages.saturating_mul(page) > meta.len() {
        return Err(damaged(
            path,
            format!("“{label}” is cut short: a part at its end is missing."),
        ));
    }
    Ok((version, is_lean))
}

fn number(head: &[u8], at: usize) -> i64 {
    head.get(at..at + 4)
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(0, |bytes| i64::from(u32::from_be_bytes(bytes)))
}

/// Opens for reading what may be anything by now: without waiting for a pipe's other end, without following a link.
fn open_to_read(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = (OFlags::NONBLOCK | OFlags::NOFOLLOW).bits().cast_signed();
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, flags);
    }
    options.open(path)
}

fn must_be_a_file(path: &Path, meta: &Metadata) -> Result<()> {
    let label = place::label(path);
    if meta.is_dir() {
        return Err(Error::file(format!("“{label}” is a folder, not a workspace."))
            .hint("Open a file in it that ends in .lockstep."));
    }
    if !meta.is_file() {
        return Err(Error::file(format!(
            "“{label}” is a device or a pipe, not a file that can hold a workspace."
        ))
        .hint("Open a file that ends in .lockstep."));
    }
    Ok(())
}

/// Returns the error for a file of a later version.
pub(super) fn newer(path: &Path) -> Error {
    Error::file(format!(
        "“{}” was made by a newer version of Lockstep.",
        place::label(path)
    ))
    .hint("Install the newer version to open it. The file was not touched.")
}

/// Returns the error for a file that cannot be opened because of what stands in it, with where its backups are.
pub(super) fn damaged(path: &Path, message: impl Into<String>) -> Error {
    let folder = backups::folder(path);
    let hint = if folder.is_dir() {
        format!(
            "The file was not touched. Its backups are in the folder “{}” beside it: open the latest one, look at it, \
             and save a copy to work in.",
            place::label(&folder)
        )
    } else {
        "The file was not touched. Keep it, and open a copy or a backup you have.".into()
    };
    Error::damaged(message).hint(hint)
}

/// Returns the canonical path of a file that is there.
pub(super) fn canonical(path: &Path) -> Result<PathBuf> {
    path.canonicalize()
        .map_err(|error| place::out_of_reach(path, &error))
}

/// What makes a file this one and no other, whatever it is called.
#[cfg(unix)]
type Identity = (u64, u64);
#[cfg(not(unix))]
type Identity = PathBuf;

#[cfg(unix)]
fn identity(_: &Path, meta: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    (meta.dev(), meta.ino())
}
#[cfg(not(unix))]
fn identity(path: &Path, _: &Metadata) -> Identity {
    path.to_owned()
}

static CLAIMED: Mutex<BTreeSet<Identity>> = Mutex::new(BTreeSet::new());

fn claimed() -> MutexGuard<'static, BTreeSet<Identity>> {
    CLAIMED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file that this program has open. Locks only keep other programs away; this keeps away ourselves.
#[derive(Debug)]
pub(super) struct Claim(Identity);

impl Claim {
    fn take(path: &Path, meta: &Metadata) -> Result<Self> {
        let identity = identity(path, meta);
        // Elsewhere than on Unix it is a path.
        #[allow(clippy::clone_on_copy)]
        if claimed().insert(identity.clone()) {
            Ok(Self(identity))
        } else {
            Err(Error::file(format!("“{}” is open already.", place::label(path)))
                .hint("It is open in this program; close it there first."))
        }
    }

    /// Returns whether the file of this claim is still the one at `path`.
    pub fn is_at(&self, path: &Path) -> bool {
        std::fs::metadata(path).is_ok_and(|meta| identity(path, &meta) == self.0)
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        claimed().remove(&self.0);
    }
}

/// Returns whether this program has the file open.
pub(super) fn is_claimed(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|meta| claimed().contains(&identity(path, &meta)))
}
