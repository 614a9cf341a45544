//! The workspace: one file in which everything stands, opened by one program at a time. Whatever is asked or done goes
//! through here.

pub mod company;
mod opening;
pub mod schema;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    change::{Action, Change, Columns, Kept, Query, Reader},
    commands,
    error::{Error, Result},
    journal::{UndoState, keeper, keeper::Opening},
    people::{Person, Side},
    rows,
    surroundings::Surroundings,
};
use company::Company;

/// An open workspace.
pub struct Workspace {
    db: Connection,
    path: PathBuf,
    columns: Columns,
    around: Arc<dyn Surroundings>,
    read_only: Option<String>,
}

/// Who and what a new workspace begins with.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Founding {
    /// The company's name.
    pub company: String,
    /// The month in which the fiscal year starts, 1 to 12.
    pub fiscal_start: u32,
    /// The currency's ISO code.
    pub currency: String,
    /// The language for dates and numbers.
    pub language: String,
    /// Whether one person does both jobs.
    pub one_person_does_both: bool,
    /// The people who take part; more can be added any day.
    pub people: Vec<Founder>,
}

/// Somebody who takes part from the beginning.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Founder {
    /// The full name.
    pub name: String,
    /// The role.
    pub role: String,
    /// The side.
    pub side: Side,
}

impl Workspace {
    /// Makes a new workspace file and opens it.
    ///
    /// # Errors
    /// `Invalid` for unusable settings; `File` when there is a file already or it cannot be written. Nothing is left behind.
    pub fn create(path: &Path, founding: Founding, around: Arc<dyn Surroundings>) -> Result<Self> {
        let company = Company {
            id: Company::ID.into(),
            name: founding.company.trim().into(),
            fiscal_start: founding.fiscal_start,
            currency: founding.currency,
            language: founding.language,
            week_start: 1,
            one_person_does_both: founding.one_person_does_both,
        };
        company.check()?;
        let path = opening::create_file(path)?;
        let made = opening::connect(&path).and_then(|(db, read_only)| {
            let mut workspace = Self::on(db, path.clone(), around, read_only)?;
            workspace.act(Found { company, people: founding.people })?;
            Ok(workspace)
        });
        if made.is_err() {
            opening::remove_failed(&path);
        }
        made
    }

    /// Opens a workspace file.
    ///
    /// # Errors
    /// `File` with what is wrong and what to do, when it is no workspace, a newer one, open elsewhere or out of reach;
    /// `Damaged` when its content is. A file that is refused is not touched.
    pub fn open(path: &Path, around: Arc<dyn Surroundings>) -> Result<Self> {
        let path = opening::examine(path)?;
        let (db, read_only) = opening::connect(&path)?;
        Self::on(db, path, around, read_only)
    }

    fn on(
        db: Connection,
        path: PathBuf,
        around: Arc<dyn Surroundings>,
        read_only: Option<String>,
    ) -> Result<Self> {
        let columns = keeper::columns(&db)?;
        if read_only.is_none() {
            keeper::watch(&db, &columns)?;
        }
        db.set_prepared_statement_cache_capacity(256);
        Ok(Self { db, path, columns, around, read_only })
    }

    /// Returns where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns why the workspace can only be read, or nothing when it can be written.
    pub fn read_only(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// Does something: one transaction, one entry of the journal, all or nothing.
    ///
    /// # Errors
    /// Whatever rule says no; then nothing happened.
    pub fn act<A: Action>(&mut self, action: A) -> Result<A::Outcome> {
        let name = commands::name_of::<A>();
        self.change(|change| {
            if A::KEPT == Kept::Unrecorded {
                return Ok((action.apply(change)?, true));
            }
            let summary = action.summary(change)?;
            let (entry, _) = keeper::open(change, &Opening::Act(A::KEPT, &name), &summary)?;
            let outcome = action.apply(change)?;
            keeper::close(change)?;
            // What changed nothing is no step: it would only stand between the person and the step they mean to undo.
            Ok((outcome, keeper::changed_something(change, &entry)?))
        })
    }

    /// Answers a question.
    ///
    /// # Errors
    /// Whatever stands in the way.
    pub fn ask<Q: Query>(&self, query: Q) -> Result<Q::Answer> {
        query.answer(&self.reader()?)
    }

    /// Takes the last step back.
    ///
    /// # Errors
    /// `Refused` when there is none.
    pub fn undo(&mut self) -> Result<UndoState> {
        self.turn(Opening::Undo, "Undo")
    }

    /// Does the step again that was taken back last.
    ///
    /// # Errors
    /// `Refused` when there is none.
    pub fn redo(&mut self) -> Result<UndoState> {
        self.turn(Opening::Redo, "Redo")
    }

    /// Carries out the command `name` with `input` as JSON; this is how page and terminal reach the core.
    ///
    /// # Errors
    /// `NotFound` for an unknown command, `Invalid` for an input of another shape, and whatever the command says.
    pub fn call(&mut self, name: &str, input: Value) -> Result<Value> {
        commands::call(self, name, input)
    }

    fn turn(&mut self, opening: Opening, verb: &str) -> Result<UndoState> {
        self.change(|change| {
            let tops = keeper::tops(change)?;
            let target = match opening {
                Opening::Redo => tops.redo,
                _ => tops.undo,
            };
            let what = target.map(|target| keeper::summary_of(change, &target)).transpose()?;
            // Redo takes back the undo, whose own summary already starts with the verb.
            let what = what.unwrap_or_default();
            let what = what.strip_prefix("Undo: ").or(what.strip_prefix("Redo: ")).unwrap_or(&what);
            let (_, target) = keeper::open(change, &opening, &format!("{verb}: {what}"))?;
            if let Some(target) = target {
                keeper::take_back(change, &target)?;
            }
            keeper::close(change)?;
            Ok(((), true))
        })?;
        self.ask(crate::journal::WhatCanBeUndone {})
    }

    fn reader(&self) -> Result<Reader<'_>> {
        Reader::new(&self.db, &self.columns, Arc::clone(&self.around))
    }

    /// Runs `work` in one transaction and commits when it says so; otherwise everything is as before.
    fn change<T>(&mut self, work: impl FnOnce(&mut Change) -> Result<(T, bool)>) -> Result<T> {
        if let Some(why) = &self.read_only {
            return Err(Error::refused(format!("This workspace is open for reading only: {why}"))
                .hint("Save a copy in a place where you can write, and open that."));
        }
        let columns = &self.columns;
        let around = Arc::clone(&self.around);
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (outcome, keep) = {
            let mut change = Change::new(Reader::new(&transaction, columns, around)?);
            work(&mut change)?
        };
        if keep {
            transaction.commit()?;
        }
        Ok(outcome)
    }
}

/// Begins a workspace: the company and the people who take part.
struct Found {
    company: Company,
    people: Vec<Founder>,
}

impl Action for Found {
    type Outcome = ();
    const KEPT: Kept = Kept::Milestone;

    fn summary(&self, _: &Reader) -> Result<String> {
        Ok(format!("Begin the workspace of {}", self.company.name))
    }

    fn apply(self, change: &mut Change) -> Result<()> {
        rows::insert(change, &self.company)?;
        let mut rank = None;
        let mut first = None;
        for founder in self.people {
            let next = crate::rank::after(rank.as_deref())?;
            let person = Person {
                id: change.new_id(),
                rank: next.clone(),
                name: founder.name.trim().into(),
                role: founder.role.trim().into(),
                side: founder.side,
                has_left: false,
            };
            crate::people::check(&person)?;
            rows::insert(change, &person)?;
            first.get_or_insert(person.id);
            rank = Some(next);
        }
        change.db().execute("UPDATE keyboard SET person = ?1", [first])?;
        Ok(())
    }
}

impl Workspace {
    /// Returns every row of every table that says something, in a fixed order: two files that say the same give the same.
    ///
    /// # Errors
    /// Whatever the file says.
    pub fn dump(&self) -> Result<String> {
        let mut text = String::new();
        for (table, columns) in &self.columns {
            let sql = format!("SELECT {} FROM {table} ORDER BY id", keeper::image(columns, ""));
            let mut statement = self.db.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                text.push_str(&format!("{table} {}\n", row.get::<_, String>(0)?));
            }
        }
        Ok(text)
    }
}
