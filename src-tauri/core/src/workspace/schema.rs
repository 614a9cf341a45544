//! The tables of a workspace, and how a file of an earlier version becomes one of today's.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::{
    error::{Error, Result},
    journal::keeper,
};

/// Marks a SQLite file as ours ("LkSp").
pub const APPLICATION_ID: i32 = 0x4c6b_5370;

/// The version of today's tables: how many steps there are.
pub const VERSION: i32 = 3;

/// Every step ever shipped, in order. A step that was shipped is never edited.
const STEPS: [&str; VERSION as usize] = [
    include_str!("schema/001-house-and-plan.sql"),
    include_str!("schema/002-leads.sql"),
    include_str!("schema/003-leads-and-definition.sql"),
];

/// The steps that lead to a version of the tables.
pub struct Schema {
    steps: Migrations<'static>,
    /// The version the last step leads to.
    pub version: i32,
}

static TODAY: LazyLock<Schema> = LazyLock::new(|| Schema::of(&STEPS));

impl Schema {
    /// Returns today's tables.
    pub fn today() -> &'static Self {
        &TODAY
    }

    /// Returns the tables that `steps` lead to.
    pub fn of(steps: &[&'static str]) -> Self {
        Self {
            steps: Migrations::new(steps.iter().map(|sql| M::up(sql)).collect()),
            version: i32::try_from(steps.len()).unwrap_or(i32::MAX),
        }
    }

    /// Brings the tables of an open file to this version.
    ///
    /// # Errors
    /// `File` when a step fails; then the file is as the last step that worked left it.
    pub fn bring_up_to_date(&self, db: &mut Connection) -> Result<()> {
        self.steps.to_latest(db).map_err(|error| {
            Error::file(format!(
                "This workspace could not be brought to the current version: {error}"
            ))
            .hint("A backup was made before. Keep the file and report this.")
        })
    }

    /// Returns the fields that each table had in the versions before `version`.
    ///
    /// # Errors
    /// `Internal` when a step of ours does not work.
    pub fn shapes_before(&self, version: i32) -> Result<BTreeMap<String, Vec<BTreeSet<String>>>> {
        let mut shapes: BTreeMap<String, Vec<BTreeSet<String>>> = BTreeMap::new();
        let mut db = Connection::open_in_memory()?;
        for earlier in 1..usize::try_from(version).unwrap_or(0) {
            self.steps.to_version(&mut db, earlier).map_err(Error::internal)?;
            for (table, columns) in keeper::columns(&db)? {
                shapes
                    .entry(table)
                    .or_default()
                    .push(columns.into_iter().collect());
            }
        }
        Ok(shapes)
    }

    /// Returns whether the tables, indexes, views and triggers of an open file are exactly the ones that our own steps
    /// make, so that nothing in the file can act on its own.
    ///
    /// # Errors
    /// Whatever the file says.
    pub fn is_that_of(&self, db: &Connection, version: i32) -> Result<bool> {
        let mut ours = Connection::open_in_memory()?;
        let steps = usize::try_from(version).map_err(Error::internal)?;
        self.steps.to_version(&mut ours, steps).map_err(Error::internal)?;
        Ok(parts(db)? == parts(&ours)?)
    }
}

type Part = (String, String, String, Option<String>);

fn parts(db: &Connection) -> Result<Vec<Part>> {
    let mut statement =
        db.prepare("SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY type, name")?;
    let parts = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(parts.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_number_of_steps() -> Result<()> {
        let mut db = Connection::open_in_memory()?;
        Schema::today().bring_up_to_date(&mut db)?;
        let version: i32 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        assert_eq!(version, VERSION);
        Ok(())
    }

    #[test]
    fn one_trigger_too_many_is_noticed() -> Result<()> {
        let mut db = Connection::open_in_memory()?;
        Schema::today().bring_up_to_date(&mut db)?;
        assert!(Schema::today().is_that_of(&db, VERSION)?);
        db.execute_batch("CREATE TRIGGER t AFTER INSERT ON goal BEGIN DELETE FROM risk; END")?;
        assert!(!Schema::today().is_that_of(&db, VERSION)?);
        Ok(())
    }
}
