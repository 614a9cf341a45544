//! Lean backups: all of a workspace but the bytes that rooms keep by what they are, which lie beside the backups
//! ([`super::bytes_folder`]). A lean backup has an application id of its own, so that nobody takes it for a workspace whose files
//! are empty. It is checked with the bytes that lie beside it, and joined with them before it is worked in or looked at.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, backup::Backup as PageCopy, config::DbConfig};

use super::{
    bytes_folder::{self, BytesFolder, Trouble},
    copying, examining, opening, place,
    schema::{APPLICATION_ID, LEAN_APPLICATION_ID, Schema},
};
use crate::{
    error::{Error, Result},
    ids::hash_of,
    rooms::BytesTable,
};

/// How many pages are copied in one step.
const PAGES: i32 = 4_096;

/// For a file that is written once and synced when it is whole.
const UNSAFE_UNTIL_SYNCED: &str = "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;";

/// Returns whether there are bytes that a lean backup would leave beside it.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn is_worth_it(db: &Connection, schema: &Schema) -> Result<bool> {
    for table in tables(db, schema)? {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM main.{})", table.table);
        if db.query_row(&sql, [], |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns whether a file says that it is a lean backup.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn is_lean(db: &Connection) -> Result<bool> {
    let application: i32 = db.query_row("PRAGMA main.application_id", [], |row| row.get(0))?;
    Ok(application == LEAN_APPLICATION_ID)
}

/// Returns the tables of bytes that a file has: an earlier version may have fewer.
fn tables<'s>(db: &Connection, schema: &'s Schema) -> Result<Vec<&'s BytesTable>> {
    let mut found = Vec::new();
    for table in &schema.bytes {
        if has_table(db, table.table)? {
            found.push(table);
        }
    }
    Ok(found)
}

fn has_table(db: &Connection, name: &str) -> Result<bool> {
    Ok(db.query_row(
        "SELECT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?1)",
        [name],
        |row| row.get(0),
    )?)
}

/// Writes all that `db` holds to the neighbour from which it can become `dest`: bytes beside the backups first, then the rest,
/// checked with these bytes. Nothing when `is_whole` says meanwhile that the copy is worth nothing.
///
/// # Errors
/// `File` when it cannot be written, `Damaged` when what is to be copied is.
pub(super) fn write_part(
    db: &Connection,
    dest: &Path,
    schema: &Schema,
    is_whole: &dyn Fn() -> bool,
) -> Result<Option<PathBuf>> {
    let folder = BytesFolder::beside(dest);
    folder.create()?;
    for table in tables(db, schema)? {
        if !keep_bytes(db, table, &folder, is_whole)? {
            return Ok(None);
        }
    }
    folder.sync()?;
    let fill = |part: &Path| {
        create_tables(db, part)?;
        copy_rows(db, part, schema)?;
        finish(db, part)
    };
    copying::write_part(dest, fill, |part| check(part, &folder, schema)).map(Some)
}

/// Keeps the bytes of a table beside the backups, one file after the other. Each is held against its name, so that bytes that
/// were damaged here take nobody's place there.
fn keep_bytes(
    db: &Connection,
    table: &BytesTable,
    folder: &BytesFolder,
    is_whole: &dyn Fn() -> bool,
) -> Result<bool> {
    let mut statement = db.prepare(&format!(
        "SELECT {}, {} FROM main.{}",
        table.hash, table.bytes, table.table
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if !is_whole() {
            return Ok(false);
        }
        let (hash, bytes): (String, _) = (row.get(0)?, row.get_ref(1)?);
        match bytes.as_blob() {
            Ok(bytes) if hash_of(bytes) == hash => folder.keep(&hash, bytes)?,
            _ => {
                return Err(copying::not_what_was_written(
                    "The bytes of a file are not those that were added.",
                ));
            }
        }
    }
    Ok(true)
}

/// What a schema consists of: its kind, name and table, and the SQL that makes it.
type Made = (String, String, String, Option<String>);

fn made(db: &Connection, which: &str) -> Result<Vec<Made>> {
    let mut statement = db.prepare(&format!(
        "SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite_%' AND {which} ORDER BY rowid"
    ))?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Makes the tables and indexes that hold something. What only acts or shows comes last, so that nothing acts meanwhile.
fn create_tables(db: &Connection, part: &Path) -> Result<()> {
    let copy = opening::connect(part)?;
    let page_size: i64 = db.query_row("PRAGMA main.page_size", [], |row| row.get(0))?;
    copy.execute_batch(&format!("PRAGMA page_size = {page_size}; {UNSAFE_UNTIL_SYNCED}"))?;
    for (.., sql) in made(db, "rootpage > 0")? {
        copy.execute_batch(&sql.unwrap_or_default())?;
    }
    copy.close().map_err(|(_, error)| Error::from(error))
}

/// Copies all rows, as `VACUUM INTO` would, but without the bytes: a library of gigabytes is not written once more for each
/// backup.
fn copy_rows(db: &Connection, part: &Path, schema: &Schema) -> Result<()> {
    let name = copying::name_for_sql(part)?;
    let bytes = tables(db, schema)?;
    // Tables that belong to others, like those of the search index, are copied as they are.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
    let copied = db
        .execute_batch("PRAGMA foreign_keys = OFF")
        .and_then(|()| db.execute("ATTACH ?1 AS lean", [name]))
        .map_err(copying::cannot_write)
        .and_then(|_| {
            db.execute_batch("PRAGMA lean.journal_mode = MEMORY; PRAGMA lean.synchronous = OFF;")?;
            for (_, name, ..) in made(db, "type = 'table' AND rootpage > 0")? {
                let values = match bytes.iter().find(|table| table.table == name) {
                    Some(table) => without_bytes(db, table)?,
                    None => "*".into(),
                };
                db.execute_batch(&format!(
                    "INSERT INTO lean.{name} SELECT {values} FROM main.{name}"
                ))?;
            }
            Ok(())
        });
    let attached = "SELECT EXISTS (SELECT 1 FROM pragma_database_list WHERE name = 'lean')";
    let let_go = db
        .query_row(attached, [], |row| row.get(0))
        .and_then(|is_attached: bool| {
            if is_attached {
                db.execute_batch("DETACH lean")
            } else {
                Ok(())
            }
        });
    db.execute_batch("PRAGMA foreign_keys = ON")?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    copied.and(let_go.map_err(Error::from))
}

fn without_bytes(db: &Connection, table: &BytesTable) -> Result<String> {
    let mut statement = db.prepare("SELECT name FROM pragma_table_info(?1, 'main') ORDER BY cid")?;
    let columns = statement.query_map([table.table], |row| row.get::<_, String>(0))?;
    let mut values = Vec::new();
    for column in columns {
        let column = column?;
        values.push(if column == table.bytes {
            "zeroblob(0)".into()
        } else {
            column
        });
    }
    Ok(values.join(", "))
}

/// Adds what acts or shows, and says what the file is.
fn finish(db: &Connection, part: &Path) -> Result<()> {
    let version: i64 = db.query_row("PRAGMA main.user_version", [], |row| row.get(0))?;
    let copy = opening::connect(part)?;
    copy.execute_batch(UNSAFE_UNTIL_SYNCED)?;
    copy.execute_batch("PRAGMA writable_schema = ON")?;
    for (kind, name, table, sql) in made(db, "coalesce(rootpage, 0) = 0")? {
        copy.execute(
            "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (?1, ?2, ?3, 0, ?4)",
            (kind, name, table, sql),
        )?;
    }
    copy.execute_batch(&format!(
        "PRAGMA user_version = {version}; PRAGMA application_id = {LEAN_APPLICATION_ID}; PRAGMA writable_schema = OFF;"
    ))?;
    copy.close().map_err(|(_, error)| Error::from(error))
}

/// Opens a lean backup to be read, with the bytes that lie beside it at hand.
fn connect(path: &Path, folder: &BytesFolder) -> Result<(Connection, Trouble)> {
    let db = opening::connect_to_read(path)?;
    let trouble = folder.lend(&db)?;
    Ok((db, trouble))
}

/// Opens a lean copy as whoever restores it would, and holds every row against its journal and its digest, and the bytes of
/// each file beside it against its name.
fn check(part: &Path, folder: &BytesFolder, schema: &Schema) -> Result<()> {
    let (db, trouble) = connect(part, folder)?;
    let version: i32 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if !schema.is_that_of(&db, version)? || !is_lean(&db)? {
        return Err(Error::internal(
            "a lean backup has other tables than its workspace",
        ));
    }
    trouble.or(copying::check(&db, schema))
}

/// Writes what a lean backup holds, joined with the bytes beside it, to the neighbour from which it can become `dest`.
///
/// # Errors
/// `File` when bytes are missing or damaged, or the disk fails; `Damaged` when the backup is.
pub(super) fn write_joined(backup: &Path, dest: &Path, schema: &Schema) -> Result<PathBuf> {
    let folder = BytesFolder::beside(backup);
    let (db, _) = connect(backup, &folder)?;
    folder.must_have(&hashes(&db, schema)?)?;
    let fill = |part: &Path| {
        copying::vacuum_into(&db, part)?;
        let copy = opening::connect(part)?;
        join(&copy, &folder, schema)?;
        copying::make_ready(copy)
    };
    copying::write_part(dest, fill, |part| {
        copying::check(&opening::connect_to_read(part)?, schema)
    })
}

/// Opens a lean backup joined with the bytes beside it, to be looked at: in a temporary file without a name.
///
/// # Errors
/// As for [`write_joined`].
pub(super) fn open_joined(backup: &Path, schema: &Schema) -> Result<Connection> {
    let folder = BytesFolder::beside(backup);
    let (from, _) = connect(backup, &folder)?;
    folder.must_have(&hashes(&from, schema)?)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let mut db = Connection::open_with_flags("", flags)?;
    PageCopy::new(&from, &mut db)?.run_to_completion(PAGES, Duration::ZERO, None)?;
    join(&db, &folder, schema)?;
    opening::harden(&db)?;
    Ok(db)
}

/// Puts the bytes beside a lean backup into a copy of it, one file after the other, and makes it a workspace.
fn join(copy: &Connection, folder: &BytesFolder, schema: &Schema) -> Result<()> {
    let trouble = folder.lend(copy)?;
    copy.execute_batch(UNSAFE_UNTIL_SYNCED)?;
    for table in tables(copy, schema)? {
        let sql = format!(
            "UPDATE main.{} SET {} = {}",
            table.table,
            table.bytes,
            bytes_folder::sql_of(table)
        );
        trouble.or(copy.execute_batch(&sql).map_err(Error::from))?;
    }
    copy.execute_batch(&format!("PRAGMA application_id = {APPLICATION_ID}"))?;
    Ok(())
}

/// Returns the names of all bytes that a file refers to.
fn hashes(db: &Connection, schema: &Schema) -> Result<BTreeSet<String>> {
    let mut all = BTreeSet::new();
    for table in tables(db, schema)? {
        let mut statement = db.prepare(&format!("SELECT {} FROM main.{}", table.hash, table.table))?;
        let found = statement.query_map([], |row| row.get(0))?;
        for hash in found {
            all.insert(hash?);
        }
    }
    Ok(all)
}

/// Returns the workspace files in a folder and in those within it: somebody may have sorted backups into folders of their own.
fn workspaces_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let out_of_reach = |error| place::out_of_reach(folder, &error);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(out_of_reach)? {
        let entry = entry.map_err(out_of_reach)?;
        let kind = entry.file_type().map_err(out_of_reach)?;
        if kind.is_dir() {
            files.extend(workspaces_below(&entry.path())?);
        } else if entry
            .path()
            .extension()
            .is_some_and(|ending| ending == "lockstep")
            && entry.path().is_file()
        {
            files.push(entry.path());
        }
    }
    Ok(files)
}

/// Removes the bytes beside the backups of a folder that none of them refers to, wherever in it they are. While one of these cannot be read, nothing
/// goes: it might need it.
///
/// # Errors
/// `File` or `Damaged` when a backup cannot be read.
pub(super) fn remove_unneeded_bytes(backups: &Path, schema: &Schema) -> Result<()> {
    let folder = BytesFolder::of(backups);
    if folder.size()? == 0 {
        return Ok(());
    }
    let mut needed = BTreeSet::new();
    for path in workspaces_below(backups)? {
        if examining::is_lean(&path)? {
            needed.extend(hashes(&opening::connect_to_read(&path)?, schema)?);
        }
    }
    folder.remove_all_but(&needed)
}
