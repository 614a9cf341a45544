//! What an answer rests on: the tables that were read for it. Whoever shows the answer asks again when one of them changed, and
//! only then. Nobody declares them; SQLite itself says which statements ran and which tables each reads, so a question that
//! comes to read another table cannot be forgotten.

use std::{
    cell::RefCell,
    collections::{BTreeSet, HashMap, HashSet},
};

use rusqlite::{
    Connection,
    hooks::{AuthAction, AuthContext, Authorization},
    trace::{TraceEvent, TraceEventCodes},
};

use crate::error::Result;

/// Tables, by their names in the file.
pub type Tables = BTreeSet<String>;

thread_local! {
    /// What is noted while this thread answers a question.
    static NOTED: RefCell<Option<Noted>> = const { RefCell::new(None) };
    /// The tables that the statement reads which this thread is preparing to find that out.
    static PREPARED: RefCell<Option<Tables>> = const { RefCell::new(None) };
}

#[derive(Default)]
struct Noted {
    statements: HashSet<String>,
    tables: BTreeSet<&'static str>,
    beyond: bool,
}

/// Notes that an answer rests on tables that no statement read for it: on what was derived from them before.
pub(crate) fn note(tables: &[&'static str]) {
    NOTED.with_borrow_mut(|noted| {
        if let Some(noted) = noted {
            noted.tables.extend(tables);
        }
    });
}

/// Runs `work` without noting what it reads: it brings derived state up to date, and on which tables that rests is said.
pub fn unnoted<T>(work: impl FnOnce() -> T) -> T {
    let noted = NOTED.take();
    let done = work();
    NOTED.set(noted);
    done
}

/// Notes that an answer rests on something beyond the tables: on files, for instance.
pub(crate) fn note_beyond() {
    NOTED.with_borrow_mut(|noted| {
        if let Some(noted) = noted {
            noted.beyond = true;
        }
    });
}

/// Lets a connection say which tables a statement reads.
///
/// # Errors
/// `Internal` where the connection is not ours.
pub(crate) fn watch(db: &Connection) -> Result<()> {
    db.authorizer(Some(|context: AuthContext<'_>| {
        if let AuthAction::Read { table_name, .. } = context.action {
            PREPARED.with_borrow_mut(|prepared| {
                if let Some(tables) = prepared
                    && !tables.contains(table_name)
                {
                    tables.insert(table_name.to_owned());
                }
            });
        }
        Authorization::Allow
    }))?;
    Ok(())
}

/// Knows of the statements that ran on a connection which tables they read.
#[derive(Default)]
pub(crate) struct Statements(RefCell<HashMap<String, Option<Tables>>>);

impl Statements {
    /// Runs `work`, which reads from `db`, and returns with what it gives the tables that it read; nothing where its answer rests
    /// on something beyond the tables.
    pub fn reads_of<T>(&self, db: &Connection, work: impl FnOnce() -> T) -> (T, Option<Tables>) {
        let noting = Noting::begin(db);
        let done = work();
        let noted = noting.end();
        let mut tables: Tables = noted.tables.into_iter().map(str::to_owned).collect();
        for sql in noted.statements {
            match self.tables_of(db, sql) {
                Some(more) => tables.extend(more),
                None => return (done, None),
            }
        }
        (done, (!noted.beyond).then_some(tables))
    }

    /// Returns the tables that a statement reads; nothing where that cannot be told.
    fn tables_of(&self, db: &Connection, sql: String) -> Option<Tables> {
        let mut known = self.0.borrow_mut();
        let tables = known.entry(sql).or_insert_with_key(|sql| {
            PREPARED.set(Some(Tables::new()));
            let prepared = db.prepare(sql).map(|_| ());
            let tables = PREPARED.take();
            prepared.ok().and(tables)
        });
        tables.clone()
    }
}

/// Notes which statements run, until it is dropped.
struct Noting<'c>(&'c Connection);

impl<'c> Noting<'c> {
    fn begin(db: &'c Connection) -> Self {
        NOTED.set(Some(Noted::default()));
        db.trace_v2(
            TraceEventCodes::SQLITE_TRACE_STMT,
            Some(|event| {
                if let TraceEvent::Stmt(statement, _) = event {
                    NOTED.with_borrow_mut(|noted| {
                        let sql = statement.sql();
                        if let Some(noted) = noted
                            && !noted.statements.contains(&*sql)
                        {
                            noted.statements.insert(sql.into_owned());
                        }
                    });
                }
            }),
        );
        Self(db)
    }

    fn end(self) -> Noted {
        NOTED.take().unwrap_or_default()
    }
}

impl Drop for Noting<'_> {
    fn drop(&mut self) {
        self.0.trace_v2(TraceEventCodes::empty(), None);
        NOTED.take();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Result<Connection> {
        let db = Connection::open_in_memory()?;
        db.execute_batch(
            "CREATE TABLE goal (id TEXT, plan TEXT); CREATE TABLE plan (id TEXT); CREATE TABLE lead (id TEXT);
             INSERT INTO goal VALUES ('g', 'p'); INSERT INTO plan VALUES ('p');",
        )?;
        watch(&db)?;
        Ok(db)
    }

    fn tables(names: &[&str]) -> Option<Tables> {
        Some(names.iter().map(|&name| name.to_owned()).collect())
    }

    #[test]
    fn an_answer_rests_on_every_table_that_was_read_for_it() -> Result<()> {
        let db = file()?;
        let statements = Statements::default();
        let count = |sql: &str| db.prepare_cached(sql)?.query_row([], |row| row.get::<_, i64>(0));
        // Asked twice: what is prepared already is known as well.
        for _ in 0..2 {
            let (found, read) = statements.reads_of(&db, || {
                count("SELECT count(*) FROM goal WHERE plan IN (SELECT id FROM plan)")
            });
            assert_eq!((found?, read), (1, tables(&["goal", "plan"])));
        }
        let (_, read) = statements.reads_of(&db, || count("SELECT 1 FROM lead"));
        assert_eq!(read, tables(&["lead"]));
        let (_, read) = statements.reads_of(&db, || note(&["lead", "cost"]));
        assert_eq!(read, tables(&["cost", "lead"]));
        // Control: what is read outside is not noted.
        count("SELECT count(*) FROM plan")?;
        assert_eq!(statements.reads_of(&db, || ()).1, tables(&[]));
        Ok(())
    }

    #[test]
    fn what_rests_on_more_than_tables_rests_on_everything() -> Result<()> {
        let db = file()?;
        let (_, read) = Statements::default().reads_of(&db, note_beyond);
        assert_eq!(read, None);
        Ok(())
    }
}
