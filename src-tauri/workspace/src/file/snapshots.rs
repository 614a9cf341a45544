//! The file as it is at one instant, read over a connection of its own while people go on working in it. What they write goes
//! to the log beside the file, and the log is not written back for as long as somebody reads: the file itself stands still.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Weak,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use rusqlite::{Connection, backup::Backup as PageCopy};
use serde_json::Value;

use super::{
    Reply, Workspace,
    backups::{self, Backup, BackupKind},
    copying, opening,
};
use crate::{
    context::{Columns, ReadContext, Transaction},
    derived::Derived,
    dispatch,
    environment::Environment,
    error::{Error, Result},
    journal::row_images,
    reads::{self, Statements},
    rooms::Rooms,
};

/// How many pages are copied in one step.
const PAGES: i32 = 4_096;

/// A file that stands still, until it is let go.
#[derive(Default)]
struct Still {
    /// Whether the file was closed, and the log written back, while somebody read it.
    ended: AtomicBool,
}

/// What an open file knows of whoever reads it as it was. Dropped before the connection, it tells them that the file stands
/// still no longer.
#[derive(Default)]
pub(super) struct Readers {
    still: Weak<Still>,
    log_is_kept: bool,
}

impl Readers {
    /// Returns whether somebody reads the file as it was, so that the log must not be written back.
    pub fn any(&self) -> bool {
        self.still.strong_count() > 0
    }

    /// Lets SQLite write the log back again by itself, once nobody reads any more.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn let_log_go(&mut self, db: &Connection) -> Result<()> {
        if self.log_is_kept && !self.any() {
            db.execute_batch("PRAGMA wal_autocheckpoint = 1000")?;
            self.log_is_kept = false;
        }
        Ok(())
    }

    /// Writes the log back once more, and keeps it from then on.
    fn keep_log(&mut self, db: &Connection) -> Result<Arc<Still>> {
        opening::write_back(db)?;
        db.execute_batch("PRAGMA wal_autocheckpoint = 0")?;
        self.log_is_kept = true;
        let still = Arc::new(Still::default());
        self.still = Arc::downgrade(&still);
        Ok(still)
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        if let Some(still) = self.still.upgrade() {
            still.ended.store(true, Ordering::SeqCst);
        }
    }
}

/// A workspace as it was at one instant. It takes no part in what happens to the workspace since.
pub struct Snapshot {
    db: Connection,
    still: Arc<Still>,
    path: PathBuf,
    columns: Columns,
    derived: Derived,
    statements: Statements,
    environment: Arc<dyn Environment>,
    rooms: &'static Rooms,
}

impl Workspace {
    /// Returns the workspace as it is now, to be read beside it; nothing while an earlier snapshot is still read, or where the
    /// file can only be read.
    ///
    /// # Errors
    /// `File` when the disk fails.
    pub fn snapshot(&mut self) -> Result<Option<Snapshot>> {
        self.must_be_open()?;
        let path = self.path.clone();
        let (columns, environment) = (self.columns.clone(), Arc::clone(&self.environment));
        let rooms = self.rooms;
        let Some(file) = self.file.as_mut().filter(|file| file.read_only.is_none()) else {
            return Ok(None);
        };
        if file.readers.any() {
            return Ok(None);
        }
        let still = file.readers.keep_log(&file.db)?;
        let db = opening::connect_to_read(&path)?;
        reads::watch(&db)?;
        Ok(Some(Snapshot {
            db,
            still,
            path,
            columns,
            derived: file.derived.beside(),
            statements: Statements::default(),
            environment,
            rooms,
        }))
    }
}

impl Snapshot {
    /// Returns the file of which it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Makes a backup of what stood in the workspace at that instant; nothing when the workspace was closed before all was
    /// copied.
    ///
    /// # Errors
    /// `File` when it cannot be written, `Damaged` when the workspace is.
    pub fn back_up(&self, kind: BackupKind) -> Result<Option<Backup>> {
        let made = backups::make_if(
            &self.db,
            &self.path,
            self.rooms.schema(),
            kind,
            self.environment.now(),
            &|| self.is_whole(),
        );
        // What was read while the file changed may be anything.
        if self.is_whole() { made } else { Ok(None) }
    }

    /// Answers a query by its name as the workspace would have at that instant: while somebody writes for long, nobody who only
    /// asks has to wait.
    ///
    /// # Errors
    /// As for [`Workspace::call`]; `Refused` when the workspace was closed meanwhile.
    pub fn reply(&self, name: &str, input: Value) -> Result<Reply> {
        let reader = ReadContext::new(
            &self.db,
            &self.columns,
            &self.derived,
            Arc::clone(&self.environment),
            self.rooms,
        );
        let reply = reader.and_then(|reader| dispatch::reply(&reader, &self.statements, name, input));
        self.must_be_whole()?;
        reply
    }

    /// Saves a whole, checked copy of what stood in the workspace at that instant.
    ///
    /// # Errors
    /// As for [`Workspace::save_copy`]; `Refused` when the workspace was closed before all was copied.
    pub fn save_copy(&self, dest: &Path) -> Result<()> {
        copying::save(&self.db, dest, self.rooms.schema(), &|| self.is_whole())?;
        self.must_be_whole()
    }

    /// Copies the workspace, to try there what must not happen in it. The copy is a temporary file without a name.
    ///
    /// # Errors
    /// `Refused` when the workspace was closed before all was copied, `File` when there is no room.
    pub fn rehearsal(self) -> Result<DryRun> {
        let mut db = Connection::open("")?;
        let copied = PageCopy::new(&self.db, &mut db)
            .and_then(|copy| copy.run_to_completion(PAGES, Duration::ZERO, None));
        self.must_be_whole()?;
        copied?;
        opening::harden(&db)?;
        row_images::watch(&db, &self.columns)?;
        Ok(DryRun {
            db,
            columns: self.columns,
            derived: self.derived.beside(),
            environment: self.environment,
            rooms: self.rooms,
        })
    }

    fn must_be_whole(&self) -> Result<()> {
        if self.is_whole() {
            Ok(())
        } else {
            Err(Error::refused("The workspace was closed meanwhile.").hint("Open it and try again."))
        }
    }

    fn is_whole(&self) -> bool {
        !self.still.ended.load(Ordering::SeqCst)
    }
}

/// A copy of a workspace in which something is tried. Nothing of it lasts.
pub struct DryRun {
    db: Connection,
    columns: Columns,
    derived: Derived,
    environment: Arc<dyn Environment>,
    rooms: &'static Rooms,
}

impl DryRun {
    /// Runs `work` as in a transaction that is not kept.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn change<T>(&mut self, work: impl FnOnce(&mut Transaction) -> Result<(T, bool)>) -> Result<T> {
        let transaction = self.db.transaction()?;
        let reader = ReadContext::new(
            &transaction,
            &self.columns,
            &self.derived,
            Arc::clone(&self.environment),
            self.rooms,
        )?;
        let (outcome, _) = work(&mut Transaction::new(reader, None, None))?;
        Ok(outcome)
    }
}
