//! Commands are values: an [`Action`] writes, a [`Query`] reads. Each is a plain struct; `Workspace::act` and
//! `Workspace::ask` carry it out.

use std::{cell::OnceCell, collections::BTreeMap, path::Path, sync::Arc};

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, Params};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    company::Company,
    derived::Derived,
    environment::Environment,
    error::{Error, Result},
    file::{
        digests::{BulkInsert, Digests},
        identity,
    },
    journal::row_images,
    people::{Person, Side},
    reads,
    rooms::Rooms,
    rows,
    sealing::SealingKey,
    zone::Zone,
};

/// What becomes of an action once it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoPolicy {
    /// It is a step that can be undone.
    Undoable,
    /// It is done for good (a signature, a reveal): undo starts afresh behind it.
    Barrier,
    /// It has a way back of its own (an import is taken back as a whole): undo passes it by, to the steps before it.
    Separate,
    /// It is no change to what the workspace says, and leaves no trace in the journal.
    Untracked,
}

/// What the table of commands says of each.
pub trait Named {
    /// The name on the wire, and of its entries in the journal: `add_goal`.
    const NAME: &'static str;
}

/// Something a person does. It runs in one transaction, and all of it happens or nothing.
pub trait Action: Named {
    /// What the person gets back.
    type Outcome: Serialize;
    /// What becomes of it.
    const UNDO: UndoPolicy = UndoPolicy::Undoable;
    /// Returns the words that name the undo step and the history line.
    ///
    /// # Errors
    /// `NotFound` when what it is about is not there.
    fn summary(&self, reader: &ReadContext) -> Result<String>;
    /// Does it.
    ///
    /// # Errors
    /// `Refused`, `Invalid`, `Conflict` or `NotFound` where a rule says no; then nothing happened.
    fn apply(self, change: &mut Transaction) -> Result<Self::Outcome>;
}

/// Something a screen asks. It changes nothing.
pub trait Query {
    /// What the screen gets.
    type Answer: Serialize;
    /// Answers it.
    ///
    /// # Errors
    /// `NotFound` or `Refused` as the question says; `Damaged` when what stands in the file cannot be read.
    fn answer(self, reader: &ReadContext) -> Result<Self::Answer>;
}

/// The columns of every table, as the file has them.
pub type Columns = BTreeMap<String, Vec<String>>;

/// What can be read, and by whom.
pub struct ReadContext<'w> {
    db: &'w Connection,
    columns: &'w Columns,
    derived: &'w Derived,
    environment: Arc<dyn Environment>,
    rooms: &'static Rooms,
    actor: Option<Person>,
    zone: Zone,
    /// Looked for when something is to be sealed or opened first.
    sealing_key: OnceCell<Option<SealingKey>>,
    is_change: bool,
}

impl<'w> ReadContext<'w> {
    pub(crate) fn new(
        db: &'w Connection,
        columns: &'w Columns,
        derived: &'w Derived,
        environment: Arc<dyn Environment>,
        rooms: &'static Rooms,
    ) -> Result<Self> {
        let mut reader = Self {
            db,
            columns,
            derived,
            environment,
            rooms,
            actor: None,
            zone: Zone::UTC,
            sealing_key: OnceCell::new(),
            is_change: false,
        };
        reader.zone = reader.zone_of_company()?;
        // Who has left does nothing any more, whichever way that was said.
        reader.actor = rows::all(
            &reader,
            "WHERE id = (SELECT person FROM keyboard) AND has_left = 0",
            [],
        )?
        .pop();
        Ok(reader)
    }

    /// Returns the connection, for the SQL that stands beside the code that uses it.
    pub fn db(&self) -> &Connection {
        self.db
    }

    /// Returns the rooms of the house.
    pub fn rooms(&self) -> &'static Rooms {
        self.rooms
    }

    /// Returns the columns of a table, in order.
    ///
    /// # Errors
    /// `Internal` when there is no such table.
    pub fn columns(&self, table: &str) -> Result<&[String]> {
        self.columns
            .get(table)
            .map(Vec::as_slice)
            .ok_or_else(|| Error::internal(format!("no table {table}")))
    }

    /// Returns the names of all tables whose changes are journalled.
    pub fn journalled(&self) -> impl Iterator<Item = &str> {
        self.columns.keys().map(String::as_str)
    }

    /// Returns the person at the keyboard, if somebody said who they are.
    pub fn actor(&self) -> Option<&Person> {
        reads::note(&["keyboard", "person"]);
        self.actor.as_ref()
    }

    /// Returns the person at the keyboard.
    ///
    /// # Errors
    /// `Refused` when nobody said who they are; `to` completes "To … ".
    pub fn somebody(&self, to: &str) -> Result<&Person> {
        self.actor().ok_or_else(|| {
            Error::refused(format!("To {to}, Lockstep needs to know who is at the keyboard."))
                .hint("Choose your name at the top of the window.")
        })
    }

    /// Returns the side of the person at the keyboard.
    pub fn side(&self) -> Option<Side> {
        self.actor().map(|person| person.side)
    }

    /// Returns the instant it is.
    pub fn now(&self) -> DateTime<Utc> {
        self.environment.now()
    }

    /// Returns what could be read, had it been asked at another instant: what is in the file is what is there now.
    pub fn as_of(&self, at: DateTime<Utc>) -> Self {
        Self {
            environment: Arc::new(AsOf {
                at,
                environment: self.environment.clone(),
            }),
            db: self.db,
            columns: self.columns,
            derived: self.derived,
            rooms: self.rooms,
            actor: self.actor.clone(),
            zone: self.zone,
            sealing_key: OnceCell::new(),
            is_change: self.is_change,
        }
    }

    /// Returns the day it is for the company.
    pub fn today(&self) -> NaiveDate {
        self.day_of(self.now())
    }

    /// Returns the company's day at an instant.
    pub fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        self.zone().day_of(at)
    }

    /// Returns the company's time zone.
    pub fn zone(&self) -> Zone {
        reads::note(&["company"]);
        self.zone
    }

    fn zone_of_company(&self) -> Result<Zone> {
        let name: Option<String> = self
            .db
            .prepare_cached("SELECT time_zone FROM company")?
            .query_row([], |row| row.get(0))
            .optional()?;
        // There is no company yet while it is founded.
        let name = name.unwrap_or_else(|| self.environment.time_zone());
        Zone::named(&name).ok_or_else(|| Error::damaged(format!("There is no time zone “{name}”.")))
    }

    /// Returns the company's settings.
    ///
    /// # Errors
    /// `Damaged` when they are missing.
    pub fn company(&self) -> Result<Company> {
        rows::find(self, &Company::ID.to_string())?
            .ok_or_else(|| Error::damaged("The company’s settings are missing."))
    }

    /// Returns what makes a workspace this one and no other, however often its file is copied.
    ///
    /// # Errors
    /// `Damaged` when its first entry is missing.
    pub fn workspace_id(&self) -> Result<String> {
        identity(self.db)
    }

    /// Returns the key with which this computer seals what stands in the workspace; nothing where none is kept.
    pub(crate) fn sealing_key(&self) -> Result<Option<&SealingKey>> {
        if let Some(known) = self.sealing_key.get() {
            return Ok(known.as_ref());
        }
        let key = self.environment.sealing_key(&identity(self.db)?);
        Ok(self.sealing_key.get_or_init(|| key).as_ref())
    }

    /// Returns what rooms derive from the file and hold in memory.
    pub fn derived(&self) -> &Derived {
        self.derived
    }

    /// Returns whether a transaction is under way, which may yet be given up: what it sees is not to be held on to.
    pub fn is_in_transaction(&self) -> bool {
        self.is_change
    }

    /// Returns the one number that `sql` selects.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn count(&self, sql: &str, params: impl Params) -> Result<i64> {
        Ok(self.db.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
    }
}

/// An environment whose clock shows another instant.
struct AsOf {
    at: DateTime<Utc>,
    environment: Arc<dyn Environment>,
}

impl Environment for AsOf {
    fn now(&self) -> DateTime<Utc> {
        self.at
    }

    fn time_zone(&self) -> String {
        self.environment.time_zone()
    }

    fn new_id(&self) -> Uuid {
        self.environment.new_id()
    }

    fn device(&self, file: &Path) -> Option<String> {
        self.environment.device(file)
    }

    fn sealing_key(&self, workspace: &str) -> Option<SealingKey> {
        self.environment.sealing_key(workspace)
    }
}

/// A change under way: everything that can be read, and the right to write.
pub struct Transaction<'w> {
    reader: ReadContext<'w>,
    digests: Option<&'w Digests>,
    device: Option<&'w str>,
}

impl<'w> Transaction<'w> {
    pub(crate) fn new(
        reader: ReadContext<'w>,
        digests: Option<&'w Digests>,
        device: Option<&'w str>,
    ) -> Self {
        Self {
            digests,
            device,
            reader: ReadContext {
                is_change: true,
                ..reader
            },
        }
    }

    /// Runs `work`, which adds many rows to the tables whose rows come in bulk and edits rows that are there, but removes none.
    ///
    /// # Errors
    /// As `work`; `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn add_in_bulk<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        row_images::in_bulk(self, || match self.digests {
            Some(digests) => digests.while_adding(self.db(), self.rooms().in_bulk(), work),
            None => work(),
        })
    }

    /// Returns the name of this computer's copy of the file, if one is kept.
    pub(crate) fn device(&self) -> Option<&str> {
        self.device
    }

    /// Prepares the adding of many rows to a table; those that all will be edited yet are not digested before.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn bulk_insert(&self, table: &str, will_be_edited: bool) -> Result<BulkInsert<'_>> {
        let digests = self.digests.filter(|_| !will_be_edited);
        BulkInsert::new(self.db(), table, self.columns(table)?, digests)
    }

    /// Returns a fresh identifier.
    pub fn new_id<I: From<uuid::Uuid>>(&self) -> I {
        self.reader.environment.new_id().into()
    }
}

impl<'w> std::ops::Deref for Transaction<'w> {
    type Target = ReadContext<'w>;

    fn deref(&self) -> &ReadContext<'w> {
        &self.reader
    }
}
