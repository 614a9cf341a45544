//! The tables of a workspace, and how a file of an earlier version becomes one of today's.

use std::sync::LazyLock;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::error::{Error, Result};

/// Marks a SQLite file as ours ("LkSp").
pub const APPLICATION_ID: i32 = 0x4c6b_5370;

/// Every step ever shipped, in order. A step that was shipped is never edited.
static STEPS: LazyLock<Migrations<'static>> =
    LazyLock::new(|| Migrations::new(vec![M::up(include_str!("schema/001-house-and-plan.sql"))]));

/// Returns the version of today's tables: how many steps there are.
pub const VERSION: i32 = 1;

/// Brings the tables of an open file to today's version.
///
/// # Errors
/// `File` when a step fails; then the file is as it was.
pub fn bring_up_to_date(db: &mut Connection) -> Result<()> {
    STEPS.to_latest(db).map_err(|error| {
        Error::file(format!("This workspace could not be brought to the current version: {error}"))
            .hint("Nothing was changed. Keep the file and report this.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_number_of_steps() -> Result<()> {
        let mut db = Connection::open_in_memory()?;
        bring_up_to_date(&mut db)?;
        let version: i32 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        assert_eq!(version, VERSION);
        Ok(())
    }
}
