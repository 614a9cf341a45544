//! Opening a file: first it is examined with plain reads, then SQLite opens it with the settings that keep our promises,
//! and only when its tables are ours and whole is the first byte written.

use std::{path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags, config::DbConfig, limits::Limit};

use super::{
    backups::{self, BackupKind},
    digests::Digests,
    examining::{self, Claim, Examined},
    lean, place, restoring,
    schema::{self, Schema},
    snapshots::Readers,
};
use crate::{
    derived::Derived,
    environment::Environment,
    error::{Error, FileTrouble, Result, UNREADABLE},
    reads::{self, Statements},
    rooms::Rooms,
};

/// How long to wait for whoever is just closing the file.
const PATIENCE: Duration = Duration::from_millis(250);

/// A file that is open and ours alone.
pub(super) struct Opened {
    /// Whoever reads the file as it was hears first that it is closed.
    pub readers: Readers,
    // Closed first: the claim outlives the connection.
    pub db: Connection,
    pub read_only: Option<String>,
    pub note: Option<String>,
    pub claim: Claim,
    /// What rooms derive from this file goes when it is closed.
    pub derived: Derived,
    /// Nothing where the file is only read.
    pub digests: Option<Digests>,
    /// What its statements read.
    pub statements: Statements,
}

/// Opens a workspace file.
///
/// # Errors
/// As `Workspace::open` says.
pub(super) fn open(path: &Path, environment: &dyn Environment, rooms: &Rooms) -> Result<Opened> {
    open_as(path, environment, rooms.schema(), Derived::of(rooms.derived()))
}

fn open_as(path: &Path, environment: &dyn Environment, schema: &Schema, derived: Derived) -> Result<Opened> {
    restoring::finish_interrupted(path, schema)?;
    let examined = examining::examine(path, schema)?;
    let db = if examined.read_only.is_some() {
        let db = if examined.is_lean {
            lean::open_joined(&examined.path, schema)?
        } else {
            connect_to_read(&examined.path)?
        };
        let version =
            check_before_use(&db, &examined, schema).map_err(|error| in_opening(&examined.path, error))?;
        if version < schema.version {
            return Err(Error::file(
                "This workspace is of an earlier version and cannot be brought up to date where it lies.",
            )
            .hint(if examined.is_lean {
                "It is a backup: open its workspace, and go back to this backup there."
            } else {
                "Copy it to a folder where you can write, and open it there."
            }));
        }
        db
    } else {
        connect_to_write(&examined, environment, schema)?
    };
    reads::watch(&db)?;
    let Examined {
        claim,
        read_only,
        note,
        ..
    } = examined;
    Ok(Opened {
        db,
        read_only,
        note,
        claim,
        derived,
        digests: None,
        statements: Statements::default(),
        readers: Readers::default(),
    })
}

fn connect_to_write(
    examined: &Examined,
    environment: &dyn Environment,
    schema: &Schema,
) -> Result<Connection> {
    let path = &examined.path;
    let had_wal = place::beside(path, "-wal").exists();
    let mut db = connect(path)?;
    match prepare(&mut db, examined, environment, schema) {
        Ok(()) => Ok(db),
        Err(error) => {
            drop(db);
            // Opening makes an empty `-wal`; a file that is refused stays alone as it was.
            let wal = place::beside(path, "-wal");
            let is_ours = error.trouble != Some(FileTrouble::OpenElsewhere);
            if !had_wal && is_ours && std::fs::metadata(&wal).is_ok_and(|meta| meta.len() == 0) {
                super::copying::remove(&wal);
            }
            Err(in_opening(path, error))
        }
    }
}

/// Opens a file to be written.
pub(super) fn connect(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW
        | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let db = Connection::open_with_flags(path, flags)?;
    // What cannot be opened to be written, SQLite opens to be read and says nothing.
    if db.is_readonly("main")? {
        Err(Error::cannot_open())
    } else {
        Ok(db)
    }
}

/// Sets up the connection, checks the file, and only then lets it be written.
fn prepare(
    db: &mut Connection,
    examined: &Examined,
    environment: &dyn Environment,
    schema: &Schema,
) -> Result<()> {
    db.busy_timeout(PATIENCE)?;
    // Until the file is accepted, closing must not write into it either.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    harden(db)?;
    // From the first read on, the file is locked for us alone.
    db.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
    let version = check_before_use(db, examined, schema)?;
    use_a_log(db)?;
    db.execute_batch("PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1")?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    if version < schema.version {
        backups::make(
            db,
            &examined.path,
            schema,
            BackupKind::BeforeUpdate,
            environment.now(),
        )?;
        schema.bring_up_to_date(db, environment)?;
        if !schema.is_that_of(db, schema.version)? {
            return Err(Error::internal("the steps do not lead to today's tables"));
        }
    }
    Ok(())
}

/// Makes SQLite write to a log beside the file (`-wal`) and checks that it does.
pub(super) fn use_a_log(db: &Connection) -> Result<()> {
    let mode: String = db.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode == "wal" {
        return Ok(());
    }
    Err(Error::file("This place cannot keep a workspace safely.").hint("Move the file to a local disk."))
}

/// Gives a file nothing to act with: no trusted schema, no attached files, no loose quotes, no memory mapping.
pub(super) fn harden(db: &Connection) -> Result<()> {
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    // `VACUUM INTO` attaches what it writes, so one it must be.
    db.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    db.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
         PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864;",
    )?;
    Ok(())
}

/// Refuses a file whose tables are not ours or whose structure is broken, and returns the version of its tables. Reads
/// only. What was examined before may have been overtaken by what stands in the `-wal`.
fn check_before_use(db: &Connection, examined: &Examined, schema: &Schema) -> Result<i32> {
    let application: i32 = db.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version: i32 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if application != schema::APPLICATION_ID || version < 1 {
        return Err(examining::damaged(
            &examined.path,
            "The beginning of this file and what follows do not fit together.",
        ));
    }
    if version > schema.version {
        return Err(examining::newer(&examined.path));
    }
    if !schema.is_that_of(db, version)? {
        return Err(examining::damaged(
            &examined.path,
            "This file holds tables, views or triggers that Lockstep did not make. It was not opened.",
        ));
    }
    let is_sound = |check: &str| -> Result<bool> {
        let found: String = db.query_row(check, [], |row| row.get(0))?;
        Ok(found == "ok")
    };
    // After a power cut everything is looked at; otherwise what can be seen quickly.
    let is_sound = if examined.was_left_open {
        is_sound("PRAGMA integrity_check(1)")?
    } else {
        let mut all = true;
        for table in quickly_checked(db)? {
            all = all && is_sound(&format!("PRAGMA quick_check({table})"))?;
        }
        all
    };
    if !is_sound {
        return Err(examining::damaged(&examined.path, UNREADABLE));
    }
    Ok(version)
}

/// Tables with more rows than this are not looked at whenever a file is opened.
const MANY_ROWS: i64 = 2_000;

/// Returns the tables that are looked at whenever a file is opened that was closed as it should be: those whose rows say something,
/// as long as they are few. To read a library of gigabytes or a million leads would take seconds with each opening, and tell less
/// than what is done anyway: every check and every backup holds all of it against its digests, and a page that cannot be read says
/// so when it is asked for.
fn quickly_checked(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare(
        "SELECT name FROM pragma_table_list t WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
           AND (name IN ('journal_row', 'digest') OR EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'id'))
         ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get(0))?;
    let names: Vec<String> = names.collect::<rusqlite::Result<_>>()?;
    let mut few = Vec::new();
    for name in names {
        // The last row's number is found without going through the others; no table has more rows than that.
        let last: Option<i64> =
            db.query_row(&format!("SELECT max(rowid) FROM {name}"), [], |row| row.get(0))?;
        if last.unwrap_or(0) <= MANY_ROWS {
            few.push(name);
        }
    }
    Ok(few)
}

/// Closes a file so that all of it stands in the file itself. SQLite alone would say nothing if that failed.
pub(super) fn close(db: Connection) -> Result<()> {
    let all = write_back(&db);
    let closed = db.close().map_err(|(_, error)| Error::from(error));
    all.and(closed)
}

/// Writes what stands in the `-wal` into the file.
pub(super) fn write_back(db: &Connection) -> Result<()> {
    let is_busy: bool = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if is_busy {
        Err(Error::open_elsewhere())
    } else {
        Ok(())
    }
}

/// Opens a file that nobody writes, without a lock and without any file beside it.
pub(super) fn connect_to_read(path: &Path) -> Result<Connection> {
    // The address says that this file is only read; a backup that is attached to the connection is written.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let db = Connection::open_with_flags(unchanging(path), flags)?;
    harden(&db)?;
    Ok(db)
}

/// Returns the address by which SQLite opens a file that does not change.
fn unchanging(path: &Path) -> String {
    let mut address = String::from("file:");
    #[cfg(windows)]
    address.push('/');
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                address.push(char::from(*byte))
            }
            #[cfg(windows)]
            b'\\' => address.push('/'),
            #[cfg(windows)]
            b':' => address.push(':'),
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address.push_str("?immutable=1&mode=ro");
    address
}

/// Says of an error in opening where the backups are, if it means damage.
fn in_opening(path: &Path, error: Error) -> Error {
    if error.code == crate::error::ErrorCode::Damaged {
        examining::damaged(path, error.message)
    } else {
        error
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::environment::FixedEnvironment;
    use chrono::{DateTime, TimeZone, Utc};

    const LATER: &str = "ALTER TABLE todo ADD COLUMN note TEXT";
    const BROKEN: &str = "ALTER TABLE todo ADD COLUMN note TEXT; INSERT INTO nowhere VALUES (1);";

    fn first() -> Result<&'static str> {
        schema::SHIPPED
            .first()
            .copied()
            .ok_or_else(|| Error::internal("nothing was shipped"))
    }

    fn now() -> Result<DateTime<Utc>> {
        Utc.with_ymd_and_hms(2027, 3, 4, 5, 6, 7)
            .single()
            .ok_or_else(|| Error::internal("no such instant"))
    }

    fn schema(steps: &[&'static str]) -> Schema {
        Schema::of(steps, schema::Parts::new())
    }

    fn here() -> Result<FixedEnvironment> {
        Ok(FixedEnvironment::at(now()?))
    }

    fn first_version() -> Result<(tempfile::TempDir, std::path::PathBuf)> {
        let folder = tempfile::tempdir().map_err(Error::internal)?;
        let path = folder.path().join("old.lockstep");
        let mut db = Connection::open(&path)?;
        db.execute_batch(&format!(
            "PRAGMA application_id = {}; PRAGMA journal_mode = WAL;",
            schema::APPLICATION_ID
        ))?;
        schema(&[first()?]).bring_up_to_date(&mut db, &here()?)?;
        db.execute_batch(
            "INSERT INTO journal (id, at, action, summary, kind)
             VALUES ('0190a000-0000-7000-8000-00000000beef', '2026-11-22T09:00:00Z', 'found', 'Begin', 'milestone')",
        )?;
        Ok((folder, path))
    }

    #[test]
    fn a_file_of_an_earlier_version_is_backed_up_and_brought_up_to_date() -> Result<()> {
        let (_folder, path) = first_version()?;
        let opened = open_as(
            &path,
            &here()?,
            &schema(&[first()?, LATER]),
            Derived::of(Vec::new()),
        )?;
        opened.db.execute_batch("SELECT note FROM todo")?;
        let [backup] = backups::list(&path, None)?
            .try_into()
            .map_err(|_| Error::internal("one backup"))?;
        assert_eq!((backup.kind, backup.made_at), (BackupKind::BeforeUpdate, now()?));
        drop(opened);
        // An older program leaves it alone.
        let refused = open_as(&path, &here()?, &schema(&[first()?]), Derived::of(Vec::new())).err();
        assert!(refused.is_some_and(|error| error.message.contains("newer version")));
        // And the backup is still of the earlier version.
        let old = connect_to_read(&backups::folder(&path).join(&backup.name))?;
        assert_eq!(
            old.query_row("PRAGMA user_version", [], |row| row.get::<_, i32>(0))?,
            1
        );
        Ok(())
    }

    #[test]
    fn a_step_that_fails_leaves_the_earlier_version() -> Result<()> {
        let (_folder, path) = first_version()?;
        assert!(
            open_as(
                &path,
                &here()?,
                &schema(&[first()?, BROKEN]),
                Derived::of(Vec::new())
            )
            .is_err()
        );
        let opened = open_as(&path, &here()?, &schema(&[first()?]), Derived::of(Vec::new()))?;
        assert!(opened.db.execute_batch("SELECT note FROM todo").is_err());
        Ok(())
    }
}
