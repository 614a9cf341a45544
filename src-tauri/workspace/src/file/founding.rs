//! Beginning a workspace: the company, the people who take part, and the file.

use std::{path::Path, sync::Arc};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Workspace,
    copying::{self, InTheWay},
    opening, place, schema,
};
use crate::{
    company::Company,
    context::{Action, Named, ReadContext, Transaction, UndoPolicy},
    environment::Environment,
    error::Result,
    people::{Person, Side},
    rooms::Rooms,
    rows,
};

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
    /// The role, "VP Sales"; empty where nobody says it.
    pub role: String,
    /// The side to which the person belongs: sales, marketing or leadership.
    pub side: Side,
}

impl Workspace {
    /// Makes a new workspace file and opens it.
    ///
    /// # Errors
    /// `Invalid` for unusable settings; `File` when there is a file already or it cannot be written. Nothing is left behind.
    pub fn create(
        path: &Path,
        founding: Founding,
        environment: Arc<dyn Environment>,
        rooms: &'static Rooms,
    ) -> Result<Self> {
        let company = Company {
            id: Company::ID.into(),
            name: founding.company.trim().into(),
            fiscal_start: founding.fiscal_start,
            currency: founding.currency,
            language: founding.language,
            week_start: 1,
            one_person_does_both: founding.one_person_does_both,
            time_zone: environment.time_zone(),
        };
        company.check()?;
        let path = &place::in_full(path)?;
        if path.symlink_metadata().is_ok() {
            return Err(copying::name_is_taken());
        }
        // It is built beside its place and gets its name when it is whole, so that nothing half made ever has it.
        let part = copying::part_of(path)?;
        copying::remove_all(&part);
        copying::create_file(&part)?;
        let found = Found {
            company,
            people: founding.people,
        };
        let made = build(&part, found, Arc::clone(&environment), rooms)
            .and_then(|()| copying::finish_part(&part))
            .and_then(|()| copying::put_in_place(&part, path, InTheWay::Stays));
        if made.is_err() {
            copying::remove_all(&part);
        }
        made?;
        Self::open(path, environment, rooms)
    }
}

/// Fills a new, empty file.
fn build(part: &Path, found: Found, environment: Arc<dyn Environment>, rooms: &'static Rooms) -> Result<()> {
    let mut db = opening::connect(part)?;
    opening::harden(&db)?;
    db.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
    opening::use_a_log(&db)?;
    db.execute_batch(&format!("PRAGMA application_id = {}", schema::APPLICATION_ID))?;
    rooms.schema().bring_up_to_date(&mut db, &*environment)?;
    opening::close(db)?;
    // It has no place yet, so no name of one either.
    let environment = Arc::new(WithoutDevice(environment));
    let mut workspace = Workspace::open(part, environment, rooms)?;
    workspace.act(found)?;
    workspace.let_go()
}

/// An environment in which files have no names of their own.
struct WithoutDevice(Arc<dyn Environment>);

impl Environment for WithoutDevice {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }
    fn time_zone(&self) -> String {
        self.0.time_zone()
    }
    fn new_id(&self) -> uuid::Uuid {
        self.0.new_id()
    }
}

/// Begins a workspace: the company and the people who take part.
struct Found {
    company: Company,
    people: Vec<Founder>,
}

impl Named for Found {
    const NAME: &'static str = "found";
}

impl Action for Found {
    type Outcome = ();
    const UNDO: UndoPolicy = UndoPolicy::Barrier;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok(format!("Begin the workspace of {}", self.company.name))
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
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
