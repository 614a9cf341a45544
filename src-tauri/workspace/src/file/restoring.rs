//! Going back to a backup. At every instant the workspace is wholly what it was or wholly what it becomes:
//!
//! 1. The backup is checked and copied to a neighbour, which is checked again.
//! 2. What is there now becomes a backup itself; if it is too damaged for that, its files are set aside as they are.
//! 3. The neighbour gets the name "….restored". From here on the restore has happened.
//! 4. What SQLite left beside the old file is removed, and "….restored" takes the workspace's name.
//!
//! If the program is killed between 3 and 4, the next opening does 4. A new file never meets an old `-wal`.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};

use super::{
    backups,
    copying::{self, InTheWay},
    examining, lean, opening, place,
    schema::Schema,
};
use crate::error::{Error, ErrorCode, Result};

const RESTORED: &str = ".restored";

/// Step 1: checks `source` and copies it to a neighbour of `workspace`.
///
/// # Errors
/// `File` or `Damaged` when `source` cannot be restored; then nothing has changed.
pub(super) fn prepare(source: &Path, workspace: &Path, schema: &Schema) -> Result<PathBuf> {
    let examined = examining::examine(source, schema)?;
    if examined.was_left_open {
        return Err(
            Error::file(format!("“{}” was not closed properly.", place::label(source)))
                .hint("Open it once and close it again, then restore it."),
        );
    }
    let source = &examined.path;
    let db = opening::connect_to_read(source)?;
    if !schema.is_that_of(&db, examined.version)? {
        return Err(examining::damaged(
            source,
            "This file holds tables, views or triggers that Lockstep did not make.",
        ));
    }
    let part = if examined.is_lean {
        lean::write_joined(source, workspace, schema)
    } else {
        copying::write_whole_part(&db, workspace, schema)
    };
    part.map_err(|error| match error.code {
        ErrorCode::Damaged => Error::damaged(format!(
            "“{}” is damaged, or the disk cannot read it.",
            place::label(source)
        ))
        .hint("Nothing was restored. Choose another backup."),
        _ => error,
    })
}

/// Steps 3 and 4: puts the prepared neighbour in the place of a workspace that nobody has open.
///
/// # Errors
/// `File` when somebody has, or the disk fails.
pub(super) fn replace(part: &Path, workspace: &Path) -> Result<()> {
    let _lock = match std::fs::symlink_metadata(workspace) {
        Ok(_) => Some(copying::lock(workspace)?),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(place::out_of_reach(workspace, &error)),
    };
    copying::put_in_place(part, &place::beside(workspace, RESTORED), InTheWay::Replaced)?;
    finish(workspace)
}

fn finish(workspace: &Path) -> Result<()> {
    for ending in ["-wal", "-shm", "-journal"] {
        let path = place::beside(workspace, ending);
        match std::fs::remove_file(&path) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(place::out_of_reach(&path, &error)),
        }
    }
    // The old `-wal` must be gone for good before the new file can take the name.
    copying::sync_folder_of(workspace)?;
    copying::put_in_place(&place::beside(workspace, RESTORED), workspace, InTheWay::Replaced)
}

/// Step 4, if the program was killed before it.
///
/// # Errors
/// As for [`replace`].
pub(super) fn finish_interrupted(workspace: &Path, schema: &Schema) -> Result<()> {
    let restored = place::beside(workspace, RESTORED);
    match std::fs::symlink_metadata(&restored) {
        Ok(meta) if meta.is_file() => {}
        _ => return Ok(()),
    }
    tracing::warn!("a restore was interrupted and is finished now");
    examining::examine(&restored, schema)?;
    let _lock = if workspace.exists() {
        Some(copying::lock(workspace)?)
    } else {
        None
    };
    finish(workspace)
}

/// Sets the files of a workspace aside as they are, because they are too damaged for a backup, and returns where.
///
/// # Errors
/// `File` when that cannot be done; then nothing has changed.
pub(super) fn set_aside(workspace: &Path, now: DateTime<Utc>) -> Result<PathBuf> {
    let _lock = copying::lock(workspace)?;
    let folder = backups::folder(workspace);
    copying::create_folder(&folder)?;
    let stamp = now.format("%Y%m%dT%H%M%SZ").to_string();
    let aside = (1_u32..)
        .map(|number| folder.join(format!("damaged {stamp} {number}")))
        .find(|path| !path.exists())
        .ok_or_else(|| Error::internal("no free name"))?;
    copying::create_folder(&aside)?;
    for ending in ["", "-wal", "-journal"] {
        let from = place::beside(workspace, ending);
        if from.exists() {
            keep_as(&from, &aside.join(place::label(&from)))?;
        }
    }
    let kept = aside.join(place::label(workspace));
    copying::sync_folder_of(&kept)?;
    Ok(kept)
}

/// Gives a file a second name, which it keeps when the first is taken by another. Where the disk knows no second names,
/// it is copied.
fn keep_as(from: &Path, to: &Path) -> Result<()> {
    if std::fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    std::fs::copy(from, to).map_err(|error| place::out_of_reach(to, &error))?;
    copying::sync_file(to)
}
