//! The tables of a workspace, and how a file of an earlier version becomes one of today's.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, Transaction, functions::FunctionFlags};
use rusqlite_migration::{HookError, HookResult, M, Migrations};

use super::digests;
use crate::{
    context::Columns,
    environment::Environment,
    error::{Error, Result},
    journal::row_images,
    rooms::BytesTable,
};

/// The steps that were shipped, for tests on the tables of a real file.
#[cfg(test)]
pub(crate) const SHIPPED: &[&str] = &[
    include_str!("../../../core/src/schema/001-house-and-plan.sql"),
    include_str!("../../../core/src/schema/002-leads.sql"),
    include_str!("../../../core/src/schema/003-leads-and-definition.sql"),
    include_str!("../../../core/src/schema/004-digests-and-time-zone.sql"),
    include_str!("../../../core/src/schema/005-a-file-that-meets-its-copy.sql"),
    include_str!("../../../core/src/schema/006-buyers.sql"),
    include_str!("../../../core/src/schema/007-collateral.sql"),
    include_str!("../../../core/src/schema/008-collateral-in-use.sql"),
    include_str!("../../../core/src/schema/009-walk-throughs.sql"),
    include_str!("../../../core/src/schema/010-reviews.sql"),
    include_str!("../../../core/src/schema/011-review-meetings.sql"),
];

/// Marks a SQLite file as ours ("LkSp").
pub const APPLICATION_ID: i32 = 0x4c6b_5370;

/// Marks a lean backup, which is no workspace without the bytes beside it ("LkSb").
pub const LEAN_APPLICATION_ID: i32 = 0x4c6b_5362;

/// The version of the tables from which on a file has digests.
const HAS_DIGESTS: usize = 4;

/// The steps that lead to a version of the tables.
pub struct Schema {
    steps: Migrations<'static>,
    /// The tables whose rows come in bulk, each with the column by which they are divided into parts.
    pub parts: Parts,
    /// The tables of bytes that are kept by what they are.
    pub bytes: Vec<BytesTable>,
    /// The version the last step leads to.
    pub version: i32,
    /// What each version consists of, found out when it is first asked: every opening and every check asks.
    versions: OnceLock<Vec<Version>>,
}

/// Tables with the column by which their rows are divided into parts.
pub type Parts = BTreeMap<&'static str, &'static str>;

/// What the tables of one version consist of.
struct Version {
    parts: Vec<Part>,
    columns: Columns,
}

impl Schema {
    /// Returns the tables that `steps` lead to: every step ever shipped, in order. `parts` names the tables whose rows come in
    /// bulk, each with the column by which they are divided into parts.
    pub fn of(steps: &[&'static str], parts: Parts) -> Self {
        Self {
            steps: Migrations::new(
                (1..)
                    .zip(steps)
                    .map(|(version, sql)| step(version, sql, &parts))
                    .collect(),
            ),
            parts,
            bytes: Vec::new(),
            version: i32::try_from(steps.len()).unwrap_or(i32::MAX),
            versions: OnceLock::new(),
        }
    }

    /// Says which tables hold bytes by what they are: backups keep those once for all of them.
    #[must_use]
    pub fn keeping_bytes(self, bytes: Vec<BytesTable>) -> Self {
        Self { bytes, ..self }
    }

    /// Brings the tables of an open file to this version. What a step has to say of the time or the place, it learns from
    /// `environment`.
    ///
    /// # Errors
    /// `File` when a step fails; then the file is as the last step that worked left it.
    pub fn bring_up_to_date(&self, db: &mut Connection, environment: &dyn Environment) -> Result<()> {
        tell_steps(db, environment.now(), environment.time_zone())?;
        let done = self.steps.to_latest(db).map_err(|error| {
            Error::file(format!(
                "This workspace could not be brought to the current version: {error}"
            ))
            .hint("A backup was made before. Keep the file and report this.")
        });
        forget_what_steps_were_told(db)?;
        done
    }

    /// Returns whether files with the tables of `version` have digests.
    pub fn has_digests(version: i32) -> bool {
        usize::try_from(version).is_ok_and(|version| version >= HAS_DIGESTS)
    }

    /// Returns what each version consists of, the first one first, as the steps make it in memory.
    fn versions(&self) -> Result<&[Version]> {
        if let Some(versions) = self.versions.get() {
            return Ok(versions);
        }
        let mut db = Connection::open_in_memory()?;
        tell_steps(&db, DateTime::UNIX_EPOCH, "UTC".into())?;
        let mut versions = Vec::new();
        for version in 1..=usize::try_from(self.version).map_err(Error::internal)? {
            self.steps.to_version(&mut db, version).map_err(Error::internal)?;
            versions.push(Version {
                parts: parts(&db)?,
                columns: row_images::columns(&db)?,
            });
        }
        Ok(self.versions.get_or_init(|| versions))
    }

    /// Returns the fields that each table had in the versions before `version`.
    ///
    /// # Errors
    /// `Internal` when a step of ours does not work.
    pub fn shapes_before(&self, version: i32) -> Result<BTreeMap<String, Vec<BTreeSet<String>>>> {
        let mut shapes: BTreeMap<String, Vec<BTreeSet<String>>> = BTreeMap::new();
        let earlier = usize::try_from(version).unwrap_or(0).saturating_sub(1);
        for made in self.versions()?.iter().take(earlier) {
            for (table, columns) in &made.columns {
                shapes
                    .entry(table.clone())
                    .or_default()
                    .push(columns.iter().cloned().collect());
            }
        }
        Ok(shapes)
    }

    /// Returns whether the tables, indexes, views and triggers of an open file are exactly the ones that our own steps
    /// make, so that nothing in the file can act on its own.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn is_that_of(&self, db: &Connection, version: i32) -> Result<bool> {
        let versions = self.versions()?;
        let place = usize::try_from(version).unwrap_or(0).checked_sub(1);
        match place.and_then(|place| versions.get(place)) {
            Some(made) => Ok(parts(db)? == made.parts),
            None => Ok(false),
        }
    }
}

/// Returns the step that leads to `version`.
fn step(version: usize, sql: &'static str, parts: &Parts) -> M<'static> {
    let parts = parts.clone();
    match version.cmp(&HAS_DIGESTS) {
        Ordering::Less => M::up(sql),
        Ordering::Equal => M::up_with_hook(sql, move |step: &Transaction| take_digests(step, &parts)),
        Ordering::Greater => M::up_with_hook("", move |step: &Transaction| keep_digests(step, sql, &parts)),
    }
}

/// Takes the digests of what stands in a file that had none, within the step that makes their table.
fn take_digests(step: &Transaction, parts: &Parts) -> HookResult {
    let now: String = step.query_row("SELECT upgraded_at()", [], |row| row.get(0))?;
    digests::begin(step, &now, parts).map_err(|error| HookError::Hook(error.to_string()))
}

/// Takes a step in a file that has digests, which then follow what the step changed: damage from before stays noticeable.
fn keep_digests(step: &Transaction, sql: &str, parts: &Parts) -> HookResult {
    let told = |error: Error| HookError::Hook(error.to_string());
    let before = digests::all_sums(step, parts).map_err(told)?;
    step.execute_batch(sql)?;
    digests::follow(step, before, parts).map_err(told)
}

/// Lets steps ask when they are done, and in which time zone.
fn tell_steps(db: &Connection, now: DateTime<Utc>, time_zone: String) -> Result<()> {
    let now = now.to_rfc3339_opts(SecondsFormat::Secs, true);
    for (name, answer) in [("upgraded_at", now), ("system_time_zone", time_zone)] {
        db.create_scalar_function(name, 0, FunctionFlags::SQLITE_UTF8, move |_| Ok(answer.clone()))?;
    }
    Ok(())
}

fn forget_what_steps_were_told(db: &Connection) -> Result<()> {
    for name in ["upgraded_at", "system_time_zone"] {
        db.remove_function(name, 0)?;
    }
    Ok(())
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
    use crate::environment::FixedEnvironment;

    fn here() -> FixedEnvironment {
        FixedEnvironment::at(DateTime::UNIX_EPOCH)
    }

    #[test]
    fn one_trigger_too_many_is_noticed() -> Result<()> {
        let mut db = Connection::open_in_memory()?;
        let schema = Schema::of(SHIPPED, Parts::new());
        schema.bring_up_to_date(&mut db, &here())?;
        assert!(schema.is_that_of(&db, schema.version)?);
        db.execute_batch("CREATE TRIGGER t AFTER INSERT ON goal BEGIN DELETE FROM risk; END")?;
        assert!(!schema.is_that_of(&db, schema.version)?);
        Ok(())
    }

    #[test]
    fn a_step_keeps_the_digests_and_what_did_not_hold_before_does_not_hold_behind_it() -> Result<()> {
        let (shipped, parts) = (SHIPPED.get(..HAS_DIGESTS).unwrap_or_default(), Parts::new());
        for is_damaged in [false, true] {
            let mut db = Connection::open_in_memory()?;
            Schema::of(shipped, parts.clone()).bring_up_to_date(&mut db, &here())?;
            db.execute_batch(
                "INSERT INTO person VALUES ('p', 'a', 'Sasha', '', 'sales', 0);
                 INSERT INTO agreement VALUES ('a', 'plan', 'x', '{}', 'd', 'p', '2026-11-22', NULL, NULL);",
            )?;
            digests::begin(&db, "2026-11-22", &parts)?;
            if is_damaged {
                db.execute_batch("UPDATE agreement SET withdrawn_by = 'p'")?;
            }
            Schema::of(SHIPPED, parts.clone()).bring_up_to_date(&mut db, &here())?;
            let version: i64 = db.query_row("SELECT version FROM agreement", [], |row| row.get(0))?;
            assert_eq!(version, 1);
            let sums = digests::all_sums(&db, &parts)?;
            let written = digests::written(&db)?;
            let held = written.iter().filter(|one| {
                let key = (one.table.clone(), one.part.clone());
                one.holds(sums.get(&key).copied().unwrap_or_default())
            });
            let held: Vec<&str> = held.map(|one| one.table.as_str()).collect();
            assert!(held.contains(&"person"), "{held:?}");
            assert_eq!(held.contains(&"agreement"), !is_damaged, "{held:?}");
        }
        Ok(())
    }
}
