//! The workspace: one file in which everything stands, opened by one program at a time. Whatever is asked or done goes
//! through here.

mod backups;
mod bytes_folder;
mod checking;
mod copying;
pub mod digests;
mod examining;
mod founding;
mod keeping;
mod lean;
mod opening;
mod place;
mod restoring;
pub mod schema;
mod snapshots;

pub(crate) use backups::identity;
pub use backups::{Backup, BackupKind, BackupSpace, ListBackups, SpaceOfBackups};
pub use checking::{CheckReport, CheckWorkspace, TableCheck};
pub use digests::BulkInsert;
pub use founding::{Founder, Founding};
pub use snapshots::{DryRun, Snapshot};

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use rusqlite::TransactionBehavior;
use serde::Serialize;
use serde_json::{Value, value::RawValue};
use ts_rs::TS;

use crate::{
    context::{Action, Columns, Query, ReadContext, Transaction, UndoPolicy},
    dispatch,
    environment::Environment,
    error::{Error, Result},
    ids::EntryId,
    journal::{Redo, Undo, UndoState, recorder, recorder::Opening, row_images},
    reads::Tables,
    rooms::{ReadFile, Rooms},
};
use keeping::Trouble;
use opening::Opened;

/// An open workspace.
pub struct Workspace {
    /// Nothing after the disk failed, until the file opens again.
    file: Option<Opened>,
    path: PathBuf,
    /// The name of this computer's copy, if one is kept.
    device: Option<String>,
    columns: Columns,
    environment: Arc<dyn Environment>,
    rooms: &'static Rooms,
    trouble: Option<Trouble>,
    last_backup: Option<DateTime<Utc>>,
    changed_since_backup: bool,
    changed_since_snapshot: bool,
    changed_since_idle: bool,
    /// The tables that the last change changed.
    last_changed: Tables,
}

/// What a command answers whoever shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Reply {
    /// The answer, as JSON.
    #[ts(type = "unknown")]
    pub answer: Box<RawValue>,
    /// The tables on which the answer to a question rests: it holds until one of them changes. Nothing where it rests on more
    /// than tables, and for what was done.
    pub reads: Option<Tables>,
}

impl Workspace {
    /// Opens a workspace file.
    ///
    /// # Errors
    /// `File` with what is wrong and what to do, when it is no workspace, a newer one, open elsewhere or out of reach;
    /// `Damaged` when its content is. A file that is refused is not touched.
    pub fn open(path: &Path, environment: Arc<dyn Environment>, rooms: &'static Rooms) -> Result<Self> {
        let mut workspace = Self {
            file: None,
            device: None,
            path: examining::canonical(path)?,
            columns: Columns::new(),
            environment,
            rooms,
            trouble: None,
            last_backup: None,
            changed_since_backup: false,
            changed_since_snapshot: false,
            changed_since_idle: false,
            last_changed: Tables::new(),
        };
        workspace.open_file()?;
        Ok(workspace)
    }

    /// Returns the rooms of the house.
    pub fn rooms(&self) -> &'static Rooms {
        self.rooms
    }

    /// Returns where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns why the workspace can only be read, or nothing when it can be written.
    pub fn read_only(&self) -> Option<&str> {
        self.file.as_ref()?.read_only.as_deref()
    }

    /// Returns what is worth a word about the place the file lies in: that its folder syncs with other computers.
    pub fn note(&self) -> Option<&str> {
        self.file.as_ref()?.note.as_deref()
    }

    /// Does something: one transaction, one entry of the journal, all or nothing.
    ///
    /// # Errors
    /// `Refused`, `Invalid`, `Conflict` or `NotFound` where a rule says no, `File` when it cannot be saved; then nothing happened.
    pub fn act<A: Action>(&mut self, action: A) -> Result<A::Outcome> {
        self.change(|change| {
            if A::UNDO == UndoPolicy::Untracked {
                return Ok((action.apply(change)?, true));
            }
            let summary = action.summary(change)?;
            let (entry, _) = recorder::open(change, &Opening::Act(A::UNDO, A::NAME), &summary)?;
            let outcome = action.apply(change)?;
            recorder::close(change)?;
            // What changed nothing is no step: it would only stand between the person and the step they mean to undo.
            Ok((outcome, recorder::changed_something(change, &entry)?))
        })
    }

    /// Answers a question.
    ///
    /// # Errors
    /// `NotFound` or `Refused` as the question says; `Damaged` when what stands in the file cannot be read.
    pub fn ask<Q: Query>(&self, query: Q) -> Result<Q::Answer> {
        query.answer(&self.reader()?)
    }

    /// Takes the last step back.
    ///
    /// # Errors
    /// `Refused` when there is none; `Conflict` when another one is meant.
    pub fn undo(&mut self, undo: &Undo) -> Result<UndoState> {
        self.turn(Opening::Undo, "Undo", undo.entry.as_ref())
    }

    /// Does the step again that was taken back last.
    ///
    /// # Errors
    /// `Refused` when there is none; `Conflict` when another one is meant.
    pub fn redo(&mut self, redo: &Redo) -> Result<UndoState> {
        self.turn(Opening::Redo, "Redo", redo.entry.as_ref())
    }

    /// Carries out the command `name` with `input` as JSON; this is how page and terminal reach the core.
    ///
    /// # Errors
    /// `NotFound` for an unknown command, `Invalid` for an input of another shape, and whatever the command says.
    pub fn call(&mut self, name: &str, input: Value) -> Result<Value> {
        self.must_be_open()?;
        dispatch::call(self, name, input)?.to_value()
    }

    /// Carries out a command as [`Workspace::call`] does, and answers with JSON as text, for whoever only hands it on.
    ///
    /// # Errors
    /// As for [`Workspace::call`].
    pub fn call_for_text(&mut self, name: &str, input: Value) -> Result<Box<RawValue>> {
        self.must_be_open()?;
        dispatch::call(self, name, input)?.to_text()
    }

    /// Carries out a command as [`Workspace::call`] does, but has no answer yet to a question for which all leads must be read and
    /// were not. Who asks reads ahead, lets others ask something, and asks again.
    ///
    /// # Errors
    /// As for [`Workspace::call`].
    pub fn call_non_blocking(&mut self, name: &str, input: Value) -> Result<Option<Reply>> {
        if self.rooms.is_action(name) {
            let answer = self.call_for_text(name, input)?;
            return Ok(Some(Reply { answer, reads: None }));
        }
        self.must_be_open()?;
        let file = self.file()?;
        file.derived.set_non_blocking();
        let reader = self.reader()?;
        let reply = dispatch::reply(&reader, &file.statements, name, input);
        if file.derived.take_would_block() {
            return Ok(None);
        }
        reply.map(Some)
    }

    /// Returns the tables that the last change changed.
    pub fn last_changed(&self) -> &Tables {
        &self.last_changed
    }

    /// Imports a file that other programs exported, as it is recognised.
    ///
    /// # Errors
    /// `Refused` where no room imports files; `Invalid` when something has to be asked first; `File` when it cannot be read.
    pub fn import_file(&mut self, path: &Path) -> Result<()> {
        let import = self.rooms.importer();
        let import = import.ok_or_else(|| Error::refused("No files are imported into this workspace."))?;
        import(self, path)
    }

    /// Keeps a file that was read before, and returns the id of what it became.
    ///
    /// # Errors
    /// `Refused` where no room keeps files; `File` when it cannot be saved.
    pub fn keep_read_file(&mut self, file: ReadFile) -> Result<String> {
        let keep = self.rooms.keeper();
        let keep = keep.ok_or_else(|| Error::refused("No files are kept in this workspace."))?;
        keep(self, file)
    }

    /// Reads some leads ahead, so that the first question about them is answered as fast as any other. Returns whether there
    /// are further ones to read.
    ///
    /// # Errors
    /// `Damaged` when one cannot be read; the question that needs it tells it again.
    pub fn prefetch(&self) -> Result<bool> {
        self.file()?.derived.prefetch(&self.reader()?)
    }

    fn turn(&mut self, opening: Opening, verb: &str, meant: Option<&EntryId>) -> Result<UndoState> {
        self.change(|change| {
            let stack_heads = recorder::stack_heads(change)?;
            let target = match opening {
                Opening::Redo => stack_heads.redo,
                _ => stack_heads.undo,
            };
            if let Some(meant) = meant {
                recorder::must_be_meant(change, meant, target.as_ref())?;
            }
            // Redo takes back the undo, whose own summary already starts with the verb.
            let what = target
                .map(|target| recorder::what_was_done(change, &target))
                .transpose()?
                .unwrap_or_default();
            let (_, target) = recorder::open(change, &opening, &format!("{verb}: {what}"))?;
            if let Some(target) = target {
                recorder::revert(change, &target)?;
            }
            recorder::close(change)?;
            Ok(((), true))
        })?;
        self.ask(crate::journal::WhatCanBeUndone {})
    }

    /// Returns what reads the open file.
    ///
    /// # Errors
    /// `File` when the file had to be let go, `Damaged` when the company’s settings cannot be read.
    pub fn reader(&self) -> Result<ReadContext<'_>> {
        let file = self.file()?;
        ReadContext::new(
            &file.db,
            &self.columns,
            &file.derived,
            Arc::clone(&self.environment),
            self.rooms,
        )
    }

    /// Runs `work` in one transaction and commits when it says so; otherwise everything is as before.
    ///
    /// # Errors
    /// Those of `work`; `File` when it cannot be saved.
    pub fn change<T>(&mut self, work: impl FnOnce(&mut Transaction) -> Result<(T, bool)>) -> Result<T> {
        self.must_be_open()?;
        self.must_be_writable()?;
        let last = self.last_entry()?;
        match self.in_transaction(work) {
            Ok(outcome) => {
                self.changed_since_backup = true;
                self.changed_since_snapshot = true;
                self.changed_since_idle = true;
                Ok(outcome)
            }
            Err(error) => Err(self.not_saved(error, last)),
        }
    }

    fn in_transaction<T>(&mut self, work: impl FnOnce(&mut Transaction) -> Result<(T, bool)>) -> Result<T> {
        let (columns, rooms, device) = (&self.columns, self.rooms, self.device.as_deref());
        let environment = Arc::clone(&self.environment);
        let Some(file) = &mut self.file else {
            return Err(Error::internal("no open file"));
        };
        file.readers.let_log_go(&file.db)?;
        let (derived, digests) = (&file.derived, file.digests.as_ref());
        if let Some(digests) = digests {
            digests.forget();
        }
        let transaction = file
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (outcome, keep) = {
            let mut change = Transaction::new(
                ReadContext::new(&transaction, columns, derived, environment, rooms)?,
                digests,
                device,
            );
            work(&mut change)?
        };
        if keep {
            let changed = digests.map(|digests| digests.write(&transaction)).transpose()?;
            transaction.commit()?;
            self.last_changed = changed.unwrap_or_default();
        } else {
            self.last_changed.clear();
        }
        Ok(outcome)
    }
}

impl Workspace {
    /// Returns every row of every table that says something, in a fixed order: two files that say the same give the same.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn dump(&self) -> Result<String> {
        let mut text = String::new();
        for (table, columns) in &self.columns {
            let sql = format!(
                "SELECT {} FROM {table} ORDER BY id",
                row_images::image(columns, "")
            );
            let mut statement = self.file()?.db.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                text.push_str(&format!("{table} {}\n", row.get::<_, String>(0)?));
            }
        }
        Ok(text)
    }
}
