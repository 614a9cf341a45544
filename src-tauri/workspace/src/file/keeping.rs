//! Keeping a workspace safe: backups and the way back to one, copies, checks, what is done when nothing is to be done,
//! and what happens when the disk fails.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::OptionalExtension;

use super::{
    Workspace, backups,
    backups::{Backup, BackupKind},
    checking::{self, CheckReport},
    copying,
    digests::Digests,
    examining,
    opening::{self, Opened},
    place, restoring,
    snapshots::Snapshot,
};
use crate::{
    environment::Environment,
    error::{Error, ErrorCode, FileTrouble, Result},
    journal::row_images,
    rooms::Rooms,
};

/// After this time a change deserves a backup.
const BACKUP_AFTER: TimeDelta = TimeDelta::hours(1);

/// Why a workspace has no open file.
pub(super) struct Trouble {
    why: Error,
    /// The last entry of the journal before something could not be saved: whether it was saved after all shows by it.
    last_entry: Option<String>,
}

impl Workspace {
    /// Opens the file, or opens it again.
    pub(super) fn open_file(&mut self) -> Result<()> {
        let mut opened = opening::open(&self.path, &*self.environment, self.rooms)?;
        self.columns = row_images::columns(&opened.db)?;
        if opened.read_only.is_none() {
            row_images::watch(&opened.db, &self.columns)?;
            opened.digests = Some(Digests::watch(&opened.db, &self.rooms.schema().parts)?);
        }
        opened.db.set_prepared_statement_cache_capacity(256);
        let changed_at: Option<String> = opened
            .db
            .query_row("SELECT at FROM journal ORDER BY rowid DESC LIMIT 1", [], |row| {
                row.get(0)
            })
            .optional()?;
        let changed_at = changed_at
            .map(|at| at.parse::<DateTime<Utc>>())
            .transpose()
            .map_err(|_| Error::damaged("The journal’s last entry has no readable time."))?;
        self.last_backup = backups::list(&self.path, Some(&backups::identity(&opened.db)?))?
            .first()
            .map(|backup| backup.made_at);
        self.changed_since_backup = changed_at > self.last_backup;
        self.device = match opened.read_only {
            None => self.environment.device(&self.path),
            Some(_) => None,
        };
        self.file = Some(opened);
        self.trouble = None;
        Ok(())
    }

    /// Closes the file: what stands in the `-wal` goes into the file itself.
    pub(super) fn let_go(&mut self) -> Result<()> {
        match self.file.take() {
            // The claim is dropped last.
            Some(Opened {
                db,
                claim: _claim,
                read_only,
                readers,
                ..
            }) => {
                drop(readers);
                match read_only {
                    Some(_) => db.close().map_err(|(_, error)| Error::from(error)),
                    None => opening::close(db),
                }
            }
            None => Ok(()),
        }
    }

    /// Returns the open file.
    pub(super) fn file(&self) -> Result<&Opened> {
        self.file.as_ref().ok_or_else(|| match &self.trouble {
            Some(trouble) => trouble.why.clone(),
            None => Error::internal("no open file"),
        })
    }

    /// Makes sure that there is an open file: after the disk failed it is opened again as soon as it can be.
    pub(super) fn must_be_open(&mut self) -> Result<()> {
        let Some(Trouble { last_entry, .. }) = &self.trouble else {
            return Ok(());
        };
        let before = last_entry.clone();
        if let Err(error) = self.open_file() {
            return Err(closed_since_the_disk_failed(&error));
        }
        if before.is_none() || self.last_entry()? == before {
            Ok(())
        } else {
            Err(saved_after_all())
        }
    }

    pub(super) fn must_be_writable(&self) -> Result<()> {
        if let Some(why) = self.read_only() {
            return Err(
                Error::refused(format!("This workspace is open for reading only: {why}"))
                    .hint("Save a copy in a place where you can write, and open that."),
            );
        }
        if !self.file()?.claim.is_at(&self.path) {
            return Err(Error::not_saved(format!(
                "“{}” was moved, renamed or removed while it was open.",
                place::label(&self.path)
            ))
            .hint("Put it back, or save a copy under a new name and go on in that. Nothing is lost yet."));
        }
        Ok(())
    }

    /// Returns the last entry of the journal.
    pub(super) fn last_entry(&self) -> Result<Option<String>> {
        Ok(self
            .file()?
            .db
            .prepare_cached("SELECT id FROM journal ORDER BY rowid DESC LIMIT 1")?
            .query_row([], |row| row.get(0))
            .optional()?)
    }

    /// Says of an error what it means for what was to be saved. After a failure of the disk nothing more is written:
    /// the file is closed, opened again and checked.
    pub(super) fn not_saved(&mut self, error: Error, last_entry: Option<String>) -> Error {
        match error.trouble {
            Some(FileTrouble::DiskFull) => {
                return Error::not_saved("the disk is full.")
                    .hint("Free some space, then do the same again. Nothing was half saved.");
            }
            Some(FileTrouble::DiskFailed | FileTrouble::Unreadable) => {}
            Some(FileTrouble::OpenElsewhere) | None => return error,
        }
        if let Err(error) = self.let_go() {
            tracing::warn!(%error, "the file could not be closed properly after the disk failed");
        }
        let not_saved = Error::not_saved("the disk reported an error.");
        match self.open_file() {
            Ok(()) if self.last_entry().is_ok_and(|now| now == last_entry) => not_saved.hint(
                "Nothing was half saved. The file was closed, opened again and checked; do the same again.",
            ),
            Ok(()) => saved_after_all(),
            Err(why) => {
                self.trouble = Some(Trouble {
                    why: closed_since_the_disk_failed(&why),
                    last_entry,
                });
                not_saved.hint(
                    "The file is closed now and opens again as soon as the disk works. Check the disk, then look at \
                     what you did last.",
                )
            }
        }
    }

    /// Checks the whole workspace: its structure, every row against the journal, every agreement against its digest.
    ///
    /// # Errors
    /// `File` when the file cannot be read to the end. Damage is an answer, not an error.
    pub fn check(&self) -> Result<CheckReport> {
        checking::check(&self.file()?.db, self.rooms.schema())
    }

    /// Returns the backups of this workspace, the latest first.
    ///
    /// # Errors
    /// `File` when their folder cannot be read.
    pub fn backups(&self) -> Result<Vec<Backup>> {
        backups::list(&self.path, Some(&backups::identity(&self.file()?.db)?))
    }

    /// Returns whether it is time for a backup: something changed, and the last one is an hour old.
    pub fn backup_due(&self) -> bool {
        self.file.is_some()
            && self.read_only().is_none()
            && self.changed_since_backup
            && self
                .last_backup
                .is_none_or(|last| (self.environment.now() - last).abs() >= BACKUP_AFTER)
    }

    /// Makes a backup now.
    ///
    /// # Errors
    /// `File` when it cannot be written, `Damaged` when the workspace is: damage is never backed up. The backups there
    /// are stay untouched then.
    pub fn back_up(&mut self, kind: BackupKind) -> Result<Backup> {
        self.must_be_open()?;
        self.must_be_writable()?;
        let backup = backups::make(
            &self.file()?.db,
            &self.path,
            self.rooms.schema(),
            kind,
            self.environment.now(),
        )?;
        self.last_backup = Some(backup.made_at);
        self.changed_since_backup = false;
        Ok(backup)
    }

    /// Makes a backup if it is time for one.
    ///
    /// # Errors
    /// As for [`Workspace::back_up`].
    pub fn back_up_if_due(&mut self) -> Result<Option<Backup>> {
        if self.backup_due() {
            self.back_up(BackupKind::Routine).map(Some)
        } else {
            Ok(None)
        }
    }

    /// Begins a backup if it is time for one: nobody waits while it is made of the snapshot. [`Workspace::end_backup`] hears what
    /// came of it.
    ///
    /// # Errors
    /// As for [`Workspace::snapshot`].
    pub fn begin_backup_if_due(&mut self) -> Result<Option<Snapshot>> {
        if !self.backup_due() {
            return Ok(None);
        }
        let snapshot = self.snapshot()?;
        if snapshot.is_some() {
            self.changed_since_snapshot = false;
        }
        Ok(snapshot)
    }

    /// Notes the backup that was made of a snapshot of this workspace.
    pub fn end_backup(&mut self, of: &Snapshot, made: &Backup) {
        if of.path() == self.path {
            self.last_backup = Some(made.made_at);
            self.changed_since_backup = self.changed_since_snapshot;
        }
    }

    /// Does what is best done while nobody waits: what stands in the `-wal` goes into the file. Costs nothing when
    /// nothing was changed.
    ///
    /// # Errors
    /// `File` when the disk fails.
    pub fn idle(&mut self) -> Result<()> {
        if let Some(file) = self.file.as_mut().filter(|file| file.read_only.is_none()) {
            file.readers.let_log_go(&file.db)?;
            if self.changed_since_idle && !file.readers.any() {
                opening::write_back(&file.db)?;
                self.changed_since_idle = false;
            }
        }
        Ok(())
    }

    /// Makes a backup if it is time for one, and closes the file. Dropping a workspace closes it too, but cannot say
    /// what went wrong.
    ///
    /// # Errors
    /// As for [`Workspace::back_up`]; the file is closed all the same.
    pub fn close(mut self) -> Result<()> {
        let backed_up = self.back_up_if_due();
        self.let_go()?;
        backed_up.map(drop)
    }

    /// Saves a whole, checked copy; this workspace stays the one that is open. A workspace that is there already under
    /// that name is replaced, unless it is open.
    ///
    /// # Errors
    /// `File` when it cannot be written or something else has the name, `Damaged` when this workspace is damaged.
    pub fn save_copy(&self, dest: &Path) -> Result<()> {
        copying::save(&self.file()?.db, dest, self.rooms.schema(), &|| true).map(drop)
    }

    /// Goes back to a backup, by its name. What is there now becomes a backup first, so the way back is open, too.
    ///
    /// # Errors
    /// `NotFound` when there is no such backup, `Damaged` when it is damaged, `File` when the disk fails. Then the
    /// workspace is as it was.
    pub fn restore_backup(&mut self, name: &str) -> Result<()> {
        let found = self
            .backups()?
            .into_iter()
            .find(|backup| backup.name == name)
            .ok_or_else(|| {
                Error {
                    code: ErrorCode::NotFound,
                    ..Error::file("This backup is not there any more.")
                }
                .hint("Look at the list again and choose another.")
            })?;
        self.go_back_to(&backups::folder(&self.path).join(found.name))
            .map(drop)
    }

    /// Puts a backup, or any other workspace, in the place of the workspace `file`, and returns where what was there is
    /// kept now.
    ///
    /// # Errors
    /// As for [`Workspace::restore_backup`]; also when `file` is something else than a workspace, or open.
    pub fn restore(
        backup: &Path,
        file: &Path,
        environment: Arc<dyn Environment>,
        rooms: &'static Rooms,
    ) -> Result<Option<PathBuf>> {
        let file = &place::in_full(file)?;
        match file.symlink_metadata() {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let part = restoring::prepare(backup, file, rooms.schema())?;
                restoring::replace(&part, file)?;
                return Ok(None);
            }
            Err(error) => return Err(place::out_of_reach(file, &error)),
            Ok(_) => {}
        }
        match Self::open(file, Arc::clone(&environment), rooms) {
            Ok(mut workspace) => workspace.go_back_to(backup).map(Some),
            Err(error) if error.code == ErrorCode::Damaged => {
                let file = examining::canonical(file)?;
                let part = restoring::prepare(backup, &file, rooms.schema())?;
                let aside = restoring::set_aside(&file, environment.now())?;
                restoring::replace(&part, &file)?;
                Ok(Some(aside))
            }
            Err(error) => Err(error),
        }
    }

    /// Goes back to `source` and returns where what was there is kept.
    fn go_back_to(&mut self, source: &Path) -> Result<PathBuf> {
        self.must_be_open()?;
        self.must_be_writable()?;
        let part = restoring::prepare(source, &self.path, self.rooms.schema())?;
        let kept = match self.back_up(BackupKind::BeforeRestore) {
            Ok(backup) => Some(backups::folder(&self.path).join(backup.name)),
            Err(error) if error.code == ErrorCode::Damaged => None,
            Err(error) => {
                copying::remove_all(&part);
                return Err(error);
            }
        };
        let replaced = self.let_go().and_then(|()| {
            let kept = kept.map_or_else(|| restoring::set_aside(&self.path, self.environment.now()), Ok)?;
            restoring::replace(&part, &self.path)?;
            Ok(kept)
        });
        if replaced.is_err() {
            copying::remove_all(&part);
        }
        if let Err(why) = self.open_file() {
            self.trouble = Some(Trouble {
                why: why.clone(),
                last_entry: None,
            });
            return Err(replaced.err().unwrap_or(why));
        }
        replaced
    }
}

fn closed_since_the_disk_failed(why: &Error) -> Error {
    Error::file(format!(
        "The workspace is closed since the disk reported an error. {}",
        why.message
    ))
    .hint("Check the disk. The workspace opens again as soon as it can be read; nothing was half saved.")
}

fn saved_after_all() -> Error {
    Error::file("The disk reported an error while this was saved.")
        .hint("The file was closed, opened again and checked: what you did last is in it. Look at it before you go on.")
}
