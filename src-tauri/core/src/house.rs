//! The house: its rooms, and the tables of its files.

use std::{
    path::Path,
    path::PathBuf,
    sync::{Arc, LazyLock},
};

use crate::{buyers, collateral, definition, leads, plan, review, walk_through};
use lockstep_workspace::{
    Environment, Founding, Workspace,
    error::Result,
    rooms::{Room, Rooms},
};

/// Every step ever shipped, in order. A step that was shipped is never edited.
const STEPS: [&str; 11] = [
    include_str!("schema/001-house-and-plan.sql"),
    include_str!("schema/002-leads.sql"),
    include_str!("schema/003-leads-and-definition.sql"),
    include_str!("schema/004-digests-and-time-zone.sql"),
    include_str!("schema/005-a-file-that-meets-its-copy.sql"),
    include_str!("schema/006-buyers.sql"),
    include_str!("schema/007-collateral.sql"),
    include_str!("schema/008-collateral-in-use.sql"),
    include_str!("schema/009-walk-throughs.sql"),
    include_str!("schema/010-reviews.sql"),
    include_str!("schema/011-review-meetings.sql"),
];

static HOUSE: LazyLock<Rooms> = LazyLock::new(|| Rooms::new(&STEPS, all()));

/// Returns a house with one room more, whose tables `step` makes: for whoever wants to see what a room needs.
pub fn with_room(step: &'static str, room: Room) -> Rooms {
    let steps: Vec<&'static str> = STEPS.into_iter().chain([step]).collect();
    Rooms::new(&steps, all().into_iter().chain([room]).collect())
}

fn all() -> Vec<Room> {
    vec![
        lockstep_workspace::room(),
        plan::room::room(),
        definition::room::room(),
        leads::room::room(),
        buyers::room::room(),
        collateral::room::room(),
        walk_through::room::room(),
        review::room::room(),
    ]
}

/// Returns all rooms.
pub fn rooms() -> &'static Rooms {
    &HOUSE
}

/// Opens a workspace file, as [`Workspace::open`] does, in this house.
///
/// # Errors
/// As for [`Workspace::open`].
pub fn open(path: &Path, environment: Arc<dyn Environment>) -> Result<Workspace> {
    Workspace::open(path, environment, rooms())
}

/// Begins a workspace file, as [`Workspace::create`] does, in this house.
///
/// # Errors
/// As for [`Workspace::create`].
pub fn create(path: &Path, founding: Founding, environment: Arc<dyn Environment>) -> Result<Workspace> {
    Workspace::create(path, founding, environment, rooms())
}

/// Puts a backup in the place of a workspace, as [`Workspace::restore`] does, in this house.
///
/// # Errors
/// As for [`Workspace::restore`].
pub fn restore(backup: &Path, file: &Path, environment: Arc<dyn Environment>) -> Result<Option<PathBuf>> {
    Workspace::restore(backup, file, environment, rooms())
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use rusqlite::Connection;

    use super::*;
    use lockstep_workspace::{SystemEnvironment, journal::row_images, units::Counted};

    fn tables() -> Result<(Connection, BTreeMap<String, Vec<String>>)> {
        let mut db = Connection::open_in_memory()?;
        rooms().schema().bring_up_to_date(&mut db, &SystemEnvironment)?;
        let columns = row_images::columns(&db)?;
        Ok((db, columns))
    }

    #[test]
    fn the_version_is_the_number_of_steps() -> Result<()> {
        let (db, _) = tables()?;
        let version: i32 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        assert_eq!(usize::try_from(version), Ok(STEPS.len()));
        assert_eq!(version, rooms().schema().version);
        Ok(())
    }

    #[test]
    fn no_two_commands_and_no_two_types_of_the_wire_have_the_same_name() {
        assert_eq!(rooms().clashing_types(), Vec::<String>::new());
        let names: Vec<&str> = rooms().commands().map(|command| command.name).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    }

    #[test]
    fn a_room_tells_of_every_table_once() -> Result<()> {
        let (_, columns) = tables()?;
        let told: Vec<&str> = rooms().tables().map(|table| table.name).collect();
        let known: BTreeSet<&str> = columns.keys().map(String::as_str).collect();
        // A new table belongs into the list of its room.
        assert_eq!(told.iter().copied().collect::<BTreeSet<_>>(), known);
        assert_eq!(told.len(), known.len(), "a table is told of twice");
        Ok(())
    }

    #[test]
    fn bytes_that_are_kept_by_their_hash_are_told_of_so_that_backups_share_them() -> Result<()> {
        let (db, _) = tables()?;
        let mut statement = db.prepare(
            "SELECT t.name FROM pragma_table_list t
             WHERE t.schema = 'main' AND t.type = 'table'
               AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = 'hash' AND c.pk > 0)
               AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = 'bytes' AND c.type = 'BLOB')",
        )?;
        let found = statement.query_map([], |row| row.get::<_, String>(0))?;
        let found: BTreeSet<String> = found.collect::<rusqlite::Result<_>>()?;
        let told = rooms().iter().flat_map(|room| &room.bytes);
        let told: BTreeSet<String> = told.map(|table| table.table.to_owned()).collect();
        assert_eq!(found, told);
        assert!(!told.is_empty(), "the library keeps its files so");
        Ok(())
    }

    /// Lists of numbers, kept as JSON.
    const LISTS: [(&str, &str); 4] = [
        ("look_back", "shape"),
        ("goal", "by_hand"),
        ("funnel", "by_hand"),
        ("definition", "working_days"),
    ];

    #[test]
    fn every_whole_number_of_every_table_has_its_unit() -> Result<()> {
        let (db, columns) = tables()?;
        let mut numbers: BTreeSet<(String, String)> = LISTS
            .iter()
            .map(|(table, column)| ((*table).into(), (*column).into()))
            .collect();
        for (table, columns) in columns {
            let mut statement =
                db.prepare("SELECT name FROM pragma_table_info(?1) WHERE type = 'INTEGER'")?;
            let whole: BTreeSet<String> = statement
                .query_map([&table], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            numbers.extend(
                columns
                    .iter()
                    .filter(|column| whole.contains(*column))
                    .map(|column| (table.clone(), column.clone())),
            );
            let told = rooms().table(&table).map_or(&[][..], |table| table.numbers);
            let of_the_row = told.iter().any(|(_, counted)| *counted == Counted::InTheRowsUnit);
            assert!(
                !of_the_row || columns.iter().any(|column| column == "unit"),
                "rows of {table} have no unit"
            );
        }
        let told: BTreeSet<(String, String)> = rooms()
            .tables()
            .flat_map(|table| {
                table
                    .numbers
                    .iter()
                    .map(|(column, _)| (table.name.into(), (*column).into()))
            })
            .collect();
        // A new column belongs to the numbers of its table, with its unit; an amount of money then keeps the currency, too.
        assert_eq!(numbers, told);
        Ok(())
    }

    #[test]
    fn what_only_makes_sense_together_stands_in_one_table_and_in_one_group() -> Result<()> {
        let (_, columns) = tables()?;
        for table in rooms().tables() {
            let fields: Vec<&str> = table.together.iter().copied().flatten().copied().collect();
            let known = columns.get(table.name).map_or(&[][..], Vec::as_slice);
            for field in &fields {
                assert!(
                    known.iter().any(|column| column == field),
                    "{}.{field}",
                    table.name
                );
            }
            assert_eq!(
                fields.iter().collect::<BTreeSet<_>>().len(),
                fields.len(),
                "{}",
                table.name
            );
        }
        Ok(())
    }

    /// What nobody edits: agreements and signatures, votes and marks, which are given anew, what files brought or how they are read, what was judged, and that the
    /// buying cycle was begun.
    const WITHOUT_AN_EDIT: [&str; 20] = [
        "goal_reading",
        "review_agenda_item",
        "review_amendment",
        "review_mark",
        "review_vote",
        "merged_piece",
        "piece_version",
        "slip_note",
        "agreement",
        "signature",
        "import",
        "mapping",
        "replaced",
        "told",
        "opportunity",
        "cost",
        "judgement",
        "spelling",
        "marketing_source",
        "buying_cycle",
    ];

    #[test]
    fn every_table_has_an_edit_or_is_named_as_having_none() {
        let without = rooms().tables().filter(|table| table.restore.is_none());
        let without: BTreeSet<&str> = without.map(|table| table.name).collect();
        assert_eq!(without, BTreeSet::from(WITHOUT_AN_EDIT));
    }
}
