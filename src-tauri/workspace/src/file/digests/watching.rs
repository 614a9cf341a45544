//! Keeps the digests of an open file up. Triggers of the connection hand each row to a function, which adds it up in memory;
//! [`Digests::write`] puts the sums into the file before the transaction ends. What a file brings in bulk is added up by who
//! adds it ([`super::BulkInsert`]), or else in one pass behind it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{
    Connection,
    functions::{Context, FunctionFlags},
    types::{Null, ValueRef},
};

use super::{Sum, SumByPart, Table, of_part, of_row, sums_behind, tables, text, write};
use crate::{error::Result, file::schema::Parts, reads::Tables};

/// Which rows of a table are digested as they change.
#[derive(Clone, Copy)]
enum Watched {
    /// Every one.
    Every,
    /// Those up to a place, behind which rows are only added; edits of those are noted where their adding was.
    Until(i64),
}

impl Table {
    /// Makes the triggers that digest what changes in the table, which is the one with a number.
    fn watch(&self, db: &Connection, number: usize, watched: Watched) -> Result<()> {
        let note = |sign: i8, of: &str| {
            let is_added = match watched {
                Watched::Every => "0".to_string(),
                Watched::Until(last) => format!("{of}rowid > {last}"),
            };
            let part = self
                .part
                .map_or_else(|| "''".to_string(), |part| format!("{of}{part}"));
            let values: Vec<String> = self
                .columns
                .iter()
                .map(|column| format!("{of}{column}"))
                .collect();
            format!(
                "SELECT note_digest({sign}, {number}, {is_added}, {part}, {});",
                values.join(", ")
            )
        };
        let edited = note(-1, "old.") + &note(1, "new.");
        let triggers = match watched {
            Watched::Every => [
                ("INSERT", Some((String::new(), note(1, "new.")))),
                ("UPDATE", Some((String::new(), edited))),
                ("DELETE", Some((String::new(), note(-1, "old.")))),
            ],
            Watched::Until(last) => [
                ("INSERT", None),
                (
                    "UPDATE",
                    Some((format!("WHEN old.rowid <= {last} OR is_noting({number})"), edited)),
                ),
                // Its place would be given to the next row, which would not be seen.
                (
                    "DELETE",
                    Some((String::new(), format!("SELECT RAISE(ABORT, '{REMOVED}');"))),
                ),
            ],
        };
        let name = &self.name;
        for (event, trigger) in triggers {
            db.execute_batch(&format!("DROP TRIGGER IF EXISTS temp.digest_{name}_{event}"))?;
            if let Some((when, notes)) = trigger {
                db.execute_batch(&format!(
                    "CREATE TEMP TRIGGER digest_{name}_{event} AFTER {event} ON main.{name} {when} BEGIN {notes} END"
                ))?;
            }
        }
        Ok(())
    }
}

/// What the triggers say of a row that is removed where rows are only added.
const REMOVED: &str = "a row was removed while rows were added";

/// Keeps the digests of an open file.
pub(crate) struct Digests {
    pub(super) tables: Vec<Table>,
    pub(super) pending: Arc<Mutex<Pending>>,
}

/// What a transaction changed so far, by the table.
pub(super) struct Pending {
    pub(super) tables: Vec<Changed>,
    bytes: Vec<u8>,
}

/// What changed in one table.
pub(super) struct Changed {
    table: String,
    pub(super) sums: SumByPart,
    /// What was noted of the rows that are being added in bulk.
    pub(super) added: SumByPart,
}

impl Digests {
    /// Makes the triggers that digest what changes. They live in this connection only.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn watch(db: &Connection, parts: &Parts) -> Result<Self> {
        let tables = tables(db, parts)?;
        let pending = Arc::new(Mutex::new(Pending {
            tables: tables
                .iter()
                .map(|table| Changed {
                    table: table.name.clone(),
                    sums: SumByPart::default(),
                    added: SumByPart::default(),
                })
                .collect(),
            bytes: Vec::new(),
        }));
        let noted = Arc::clone(&pending);
        db.create_scalar_function("note_digest", -1, FunctionFlags::SQLITE_UTF8, move |row| {
            lock(&noted).note(row).map(|()| Null)
        })?;
        let noted = Arc::clone(&pending);
        db.create_scalar_function("is_noting", 1, FunctionFlags::SQLITE_UTF8, move |row| {
            let number: u16 = row.get(0)?;
            Ok(lock(&noted).is_noting(usize::from(number)))
        })?;
        for (number, table) in tables.iter().enumerate() {
            table.watch(db, number, Watched::Every)?;
        }
        Ok(Self { tables, pending })
    }

    /// Runs `work`, which only adds rows to some tables and edits rows that are there. With a trigger on every new row SQLite
    /// would keep a copy of every page that it touches, for the case that the trigger fails, and a million rows take half as
    /// long again. Where [`super::BulkInsert`] noted as many rows as were added, its digests hold; else they are taken afterwards
    /// in one pass. The triggers are changed in the transaction, so whatever happens, they are whole behind it.
    ///
    /// # Errors
    /// As `work`, also when it removes a row; `File` when the disk fails.
    pub fn while_adding<T>(
        &self,
        db: &Connection,
        to: impl Iterator<Item = &'static str>,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        let to: Vec<&str> = to.collect();
        let last = |table: &Table| {
            let sql = format!("SELECT coalesce(max(rowid), 0) FROM main.{}", table.name);
            db.query_row(&sql, [], |row| row.get::<_, i64>(0))
        };
        let tables = self.tables.iter().enumerate();
        let tables: Vec<_> = tables
            .filter(|(_, table)| to.contains(&table.name.as_str()))
            .collect();
        let mut began = Vec::new();
        for (number, table) in &tables {
            let last = last(table)?;
            table.watch(db, *number, Watched::Until(last))?;
            began.push(last);
        }
        let done = work()?;
        for ((number, table), began) in tables.into_iter().zip(began) {
            let noted = lock(&self.pending)
                .tables
                .get_mut(number)
                .map(|changed| std::mem::take(&mut changed.added))
                .unwrap_or_default();
            let rows: i64 = noted.values().map(|sum| sum.rows).sum();
            let added = if rows == last(table)?.wrapping_sub(began) {
                noted
            } else {
                sums_behind(db, table, began)?
            };
            if let Some(changed) = lock(&self.pending).tables.get_mut(number) {
                for (part, more) in added {
                    let sum = changed.sums.entry(part).or_default();
                    *sum = sum.with(more);
                }
            }
            table.watch(db, number, Watched::Every)?;
        }
        Ok(done)
    }

    /// Forgets what an earlier transaction changed and did not keep.
    pub fn forget(&self) {
        for changed in &mut lock(&self.pending).tables {
            changed.sums.clear();
            changed.added.clear();
        }
    }

    /// Writes the digests of what changed since the transaction began, and returns the tables in which it did.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn write(&self, db: &Connection) -> Result<Tables> {
        let mut all = Vec::new();
        for Changed { table, sums, .. } in &mut lock(&self.pending).tables {
            all.extend(sums.drain().map(|(part, more)| (table.clone(), part, more)));
        }
        // Nothing is locked while the file is written: writing calls the triggers.
        let mut changed = Tables::new();
        for (table, part, more) in all {
            if more != Sum::default() {
                changed.insert(table.clone());
                write(db, table, part, more)?;
            }
        }
        Ok(changed)
    }
}

impl Pending {
    /// Adds a row to its part of the table, or takes it away: its arguments are which of both, the table's number, whether it
    /// is one of those that are being added, the part, and the row's columns.
    fn note(&mut self, row: &Context) -> rusqlite::Result<()> {
        let is_new = row.get::<i64>(0)? > 0;
        let number: u16 = row.get(1)?;
        let is_added: bool = row.get(2)?;
        let values = (4..row.len()).map(|place| row.get_raw(place));
        let Some(changed) = self.tables.get_mut(usize::from(number)) else {
            return Err(rusqlite::Error::InvalidFunctionParameterType(
                1,
                row.get_raw(1).data_type(),
            ));
        };
        let digest = of_row(&mut self.bytes, &changed.table, values);
        let sums = if is_added {
            &mut changed.added
        } else {
            &mut changed.sums
        };
        let counted = if is_new { Sum::add } else { Sum::subtract };
        of_part(sums, &text(row.get_raw(3)), |sum| counted(sum, digest));
        Ok(())
    }

    /// Returns whether the rows that are being added to the table with a number are noted.
    fn is_noting(&self, number: usize) -> bool {
        self.tables
            .get(number)
            .is_some_and(|changed| !changed.added.is_empty())
    }

    /// Notes a row that was added to the table with a number.
    pub(super) fn note_added<'v>(
        &mut self,
        number: usize,
        part: &str,
        values: impl Iterator<Item = ValueRef<'v>>,
    ) {
        if let Some(changed) = self.tables.get_mut(number) {
            let digest = of_row(&mut self.bytes, &changed.table, values);
            of_part(&mut changed.added, part, |sum| sum.add(digest));
        }
    }
}

pub(super) fn lock(pending: &Mutex<Pending>) -> MutexGuard<'_, Pending> {
    pending.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{super::sums_of, *};

    /// Returns what watches a file with one table, in which rows are divided by what they came with, and one row stands.
    fn watched() -> Result<(Connection, Digests)> {
        let db = Connection::open_in_memory()?;
        db.execute_batch("CREATE TABLE lead (id TEXT, name TEXT, import TEXT)")?;
        let digests = Digests::watch(&db, &Parts::from([("lead", "import")]))?;
        db.execute_batch("INSERT INTO lead VALUES ('1', 'Ada', 'first')")?;
        Ok((db, digests))
    }

    /// Returns what was noted of each part, and what stands in it.
    fn noted_and_found(db: &Connection, digests: &Digests) -> Result<[BTreeMap<String, Sum>; 2]> {
        let mut noted = BTreeMap::new();
        for changed in &lock(&digests.pending).tables {
            noted.extend(changed.sums.clone());
        }
        let mut found = BTreeMap::new();
        for table in &digests.tables {
            found.extend(sums_of(db, table)?);
        }
        Ok([noted, found])
    }

    #[test]
    fn what_comes_in_bulk_is_digested_as_what_comes_row_by_row() -> Result<()> {
        let (db, digests) = watched()?;
        digests.while_adding(&db, ["lead"].into_iter(), || {
            db.execute_batch(
                "INSERT INTO lead VALUES ('2', 'Grace', 'second'), ('3', 'Edsger', 'second');
                 UPDATE lead SET name = 'Grace Hopper' WHERE id = '2';
                 UPDATE lead SET name = 'Ada Lovelace' WHERE id = '1'",
            )?;
            Ok(())
        })?;
        let [noted, found] = noted_and_found(&db, &digests)?;
        assert_eq!((noted.len(), &noted), (2, &found));

        // Behind it each row is seen again.
        db.execute_batch("DELETE FROM lead WHERE id = '3'; UPDATE lead SET name = 'G. H.' WHERE id = '2'")?;
        let [noted, found] = noted_and_found(&db, &digests)?;
        assert_eq!(noted, found);

        // Control: a change that no trigger sees.
        db.execute_batch(
            "DROP TRIGGER temp.digest_lead_update; UPDATE lead SET name = 'Ada' WHERE id = '1'",
        )?;
        let [noted, found] = noted_and_found(&db, &digests)?;
        assert_ne!(noted, found);
        Ok(())
    }

    #[test]
    fn nothing_is_removed_while_rows_are_added() -> Result<()> {
        let (mut db, digests) = watched()?;
        let transaction = db.transaction()?;
        let removed = digests.while_adding(&transaction, ["lead"].into_iter(), || {
            transaction.execute_batch("DELETE FROM lead WHERE id = '1'")?;
            Ok(())
        });
        assert!(removed.is_err());
        transaction.rollback()?;

        // The triggers are whole behind it.
        db.execute_batch(
            "INSERT INTO lead VALUES ('2', 'Grace', 'second'); DELETE FROM lead WHERE id = '1'",
        )?;
        let [noted, found] = noted_and_found(&db, &digests)?;
        assert_eq!(noted.get("second"), found.get("second"));
        assert_eq!(noted.get("first"), Some(&Sum::default()));
        Ok(())
    }
}
