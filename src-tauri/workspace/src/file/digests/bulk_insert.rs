//! Adds rows that come in bulk. What a row holds is digested while its values are at hand, so that it need not be read back;
//! a value that SQLite keeps in another form than it was given is read back at once.

use std::sync::{Arc, Mutex};

use rusqlite::{
    Connection, Statement,
    types::{ToSqlOutput, ValueRef},
};

use super::{
    Digests, Table, text,
    watching::{Pending, lock},
};
use crate::error::{Error, Result};

/// Adds rows to one table.
pub struct BulkInsert<'c> {
    db: &'c Connection,
    insert: Statement<'c>,
    /// Reads a row as it stands there.
    stored: Statement<'c>,
    columns: Vec<Kept>,
    noted: Option<Noted>,
}

/// Where the digests of added rows are noted.
struct Noted {
    pending: Arc<Mutex<Pending>>,
    /// The number of the table.
    number: usize,
    /// The place of the column that says to which part a row belongs.
    part: usize,
}

/// What a column keeps as it is given. The tables are strict, so SQLite makes everything else into it, or refuses it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    Text,
    Whole,
    /// Not known beforehand.
    Nothing,
}

impl Kept {
    /// Returns what the columns of a table keep, in their order.
    fn of(db: &Connection, table: &str) -> Result<Vec<Self>> {
        // In any other encoding SQLite writes letters anew, and some as others.
        let encoding: String = db.query_row("PRAGMA main.encoding", [], |row| row.get(0))?;
        let sql = "SELECT c.type, t.strict FROM pragma_table_list t, pragma_table_info(t.name) c
                   WHERE t.schema = 'main' AND t.name = ?1 ORDER BY c.cid";
        let mut statement = db.prepare(sql)?;
        let kept = statement.query_map([table], |row| {
            let (declared, is_strict): (String, bool) = (row.get(0)?, row.get(1)?);
            Ok(match declared.as_str() {
                "TEXT" if is_strict && encoding == "UTF-8" => Self::Text,
                "INTEGER" if is_strict => Self::Whole,
                _ => Self::Nothing,
            })
        })?;
        Ok(kept.collect::<rusqlite::Result<_>>()?)
    }

    fn keeps(self, value: ValueRef) -> bool {
        match value {
            ValueRef::Null => true,
            ValueRef::Text(_) => self == Self::Text,
            ValueRef::Integer(_) => self == Self::Whole,
            ValueRef::Real(_) | ValueRef::Blob(_) => false,
        }
    }
}

impl<'c> BulkInsert<'c> {
    /// Prepares the adding of rows to a table.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub(crate) fn new(
        db: &'c Connection,
        table: &str,
        columns: &[String],
        digests: Option<&Digests>,
    ) -> Result<Self> {
        let marks = vec!["?"; columns.len()].join(", ");
        let columns = columns.join(", ");
        Ok(Self {
            insert: db.prepare(&format!("INSERT INTO main.{table} ({columns}) VALUES ({marks})"))?,
            stored: db.prepare(&format!("SELECT {columns} FROM main.{table} WHERE rowid = ?1"))?,
            columns: Kept::of(db, table)?,
            noted: digests.and_then(|digests| Noted::of(digests, table)),
            db,
        })
    }

    /// Adds a row, with a value for each column in the order of the table; returns where it stands.
    ///
    /// # Errors
    /// `File` when the disk fails; `Internal` when there are not as many values as columns.
    pub fn add<'v>(&mut self, values: impl Iterator<Item = ValueRef<'v>> + Clone) -> Result<i64> {
        // What was bound for the row before would stay.
        if values.clone().count() != self.columns.len() {
            return Err(Error::internal("a row with other columns than its table"));
        }
        let mut is_kept = true;
        for ((place, value), column) in (1_usize..).zip(values.clone()).zip(&self.columns) {
            self.insert
                .raw_bind_parameter(place, ToSqlOutput::Borrowed(value))?;
            is_kept &= column.keeps(value);
        }
        self.insert.raw_execute()?;
        let place = self.db.last_insert_rowid();
        match &self.noted {
            None => {}
            Some(noted) if is_kept => noted.add(values),
            Some(noted) => {
                let width = self.columns.len();
                let mut rows = self.stored.query([place])?;
                let row = rows.next()?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
                let values = (0..width).map(|at| row.get_ref(at));
                noted.add(values.collect::<rusqlite::Result<Vec<_>>>()?.into_iter());
            }
        }
        Ok(place)
    }
}

impl Noted {
    /// Returns nothing where no column says to which part a row belongs: such rows are read back.
    fn of(digests: &Digests, table: &str) -> Option<Self> {
        let number = digests.tables.iter().position(|known| known.name == table)?;
        let Table { part, columns, .. } = digests.tables.get(number)?;
        Some(Self {
            pending: Arc::clone(&digests.pending),
            number,
            part: columns.iter().position(|column| Some(column.as_str()) == *part)?,
        })
    }

    fn add<'v>(&self, values: impl Iterator<Item = ValueRef<'v>> + Clone) {
        let part = values.clone().nth(self.part).unwrap_or(ValueRef::Null);
        lock(&self.pending).note_added(self.number, &text(part), values);
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::types::Value;

    use super::{
        super::{Sum, SumByPart, of_row, sums_of},
        *,
    };
    use crate::file::schema::Parts;

    const COLUMNS: [&str; 4] = ["id", "import", "name", "touches"];

    /// Returns a file with one strict table, in which letters are written in an encoding.
    fn file(encoding: &str) -> Result<(Connection, Digests)> {
        let db = Connection::open_in_memory()?;
        db.execute_batch(&format!(
            "PRAGMA encoding = '{encoding}';
             CREATE TABLE lead (id TEXT PRIMARY KEY, import TEXT NOT NULL, name TEXT, touches INTEGER) STRICT"
        ))?;
        let digests = Digests::watch(&db, &Parts::from([("lead", "import")]))?;
        Ok((db, digests))
    }

    fn row(number: i64, name: Value, touches: Value) -> Vec<Value> {
        let id = Value::Text(number.to_string());
        vec![id, Value::Text(format!("import {}", number % 2)), name, touches]
    }

    /// What files may hold at worst, and what programs may hand over by mistake.
    fn rows() -> Vec<Vec<Value>> {
        let long = "long".repeat(100_000);
        let texts = [
            "Ada",
            "",
            " ",
            "a\0b",
            "\0",
            "\u{feff}BOM",
            "\u{fffe}\u{ffff}\u{10ffff}",
            "e\u{301}é",
            "'; DROP TABLE lead; --",
            "12",
            "1e3",
            "NULL",
            "x'00'",
            "👩‍👩‍👧",
            "\r\n",
            long.as_str(),
        ];
        let numbers = [0, -1, i64::MIN, i64::MAX].map(Value::Integer);
        // SQLite makes these what their columns hold.
        let others = [
            (Value::Integer(7), Value::Text("12".into())),
            (Value::Real(0.1), Value::Real(3.0)),
            (Value::Null, Value::Text(" 4 ".into())),
        ];
        let texts = texts.map(|text| (Value::Text(text.into()), Value::Null));
        let all = texts
            .into_iter()
            .chain(numbers.map(|number| (Value::Null, number)))
            .chain(others);
        (1..)
            .zip(all)
            .map(|(number, (name, touches))| row(number, name, touches))
            .collect()
    }

    /// Adds rows and returns what was noted of them meanwhile, and behind it.
    fn added(db: &Connection, digests: &Digests, rows: &[Vec<Value>]) -> Result<[SumByPart; 2]> {
        let columns = COLUMNS.map(str::to_owned);
        let mut meanwhile = SumByPart::default();
        digests.while_adding(db, ["lead"].into_iter(), || {
            let mut adding = BulkInsert::new(db, "lead", &columns, Some(digests))?;
            for row in rows {
                adding.add(row.iter().map(ValueRef::from))?;
            }
            db.execute_batch("UPDATE lead SET name = 'Grace' WHERE id IN ('1', '2')")?;
            for changed in &lock(&digests.pending).tables {
                meanwhile.extend(changed.added.clone());
            }
            Ok(())
        })?;
        let mut behind = SumByPart::default();
        for changed in &lock(&digests.pending).tables {
            assert!(changed.added.is_empty());
            behind.extend(changed.sums.clone());
        }
        Ok([meanwhile, behind])
    }

    fn found(db: &Connection, digests: &Digests) -> Result<SumByPart> {
        let table = digests
            .tables
            .first()
            .ok_or_else(|| Error::internal("no table"))?;
        sums_of(db, table)
    }

    #[test]
    fn what_is_digested_while_it_is_added_is_what_is_read_back() -> Result<()> {
        for encoding in ["UTF-8", "UTF-16le", "UTF-16be"] {
            let (db, digests) = file(encoding)?;
            let [meanwhile, behind] = added(&db, &digests, &rows())?;
            let found = found(&db, &digests)?;
            assert_eq!((found.len(), &meanwhile), (2, &found), "{encoding}");
            assert_eq!(behind, found, "{encoding}");
        }
        Ok(())
    }

    /// Control: the values as they are handed over are not what every row holds.
    #[test]
    fn what_is_handed_over_is_not_always_what_is_kept() -> Result<()> {
        let given = |rows: &[Vec<Value>]| {
            let mut sum = Sum::default();
            let digest = |row: &Vec<Value>| of_row(&mut Vec::new(), "lead", row.iter().map(ValueRef::from));
            rows.iter().for_each(|row| sum.add(digest(row)));
            sum
        };
        let kept = |encoding: &str, row: &[Vec<Value>]| -> Result<Sum> {
            let (db, digests) = file(encoding)?;
            let mut adding = BulkInsert::new(&db, "lead", &COLUMNS.map(str::to_owned), None)?;
            for row in row {
                adding.add(row.iter().map(ValueRef::from))?;
            }
            Ok(found(&db, &digests)?.into_values().next().unwrap_or_default())
        };
        let text = |text: &str| Value::Text(text.into());
        let plain = [row(1, text("a\0b\u{ffff}"), Value::Integer(7))];
        assert_eq!(kept("UTF-8", &plain)?, given(&plain));
        assert_ne!(kept("UTF-16le", &plain)?, given(&plain));
        for odd in [
            row(1, Value::Integer(7), Value::Null),
            row(1, Value::Null, text("12")),
            row(1, Value::Real(0.1), Value::Real(3.0)),
        ] {
            let odd = [odd];
            assert_ne!(kept("UTF-8", &odd)?, given(&odd));
        }
        Ok(())
    }

    #[test]
    fn rows_that_nobody_noted_are_read_back() -> Result<()> {
        let (db, digests) = file("UTF-8")?;
        let columns = COLUMNS.map(str::to_owned);
        digests.while_adding(&db, ["lead"].into_iter(), || {
            let mut adding = BulkInsert::new(&db, "lead", &columns, Some(&digests))?;
            adding.add(row(1, Value::Null, Value::Null).iter().map(ValueRef::from))?;
            db.execute_batch("INSERT INTO lead VALUES ('2', 'import 0', 'Edsger', 1)")?;
            Ok(())
        })?;
        let noted = lock(&digests.pending)
            .tables
            .first()
            .map(|changed| changed.sums.clone());
        assert_eq!(noted, Some(found(&db, &digests)?));
        Ok(())
    }

    #[test]
    fn a_row_has_a_value_for_each_column() -> Result<()> {
        let (db, _) = file("UTF-8")?;
        let mut adding = BulkInsert::new(&db, "lead", &COLUMNS.map(str::to_owned), None)?;
        let mut row = row(1, Value::Null, Value::Null);
        row.pop();
        assert!(adding.add(row.iter().map(ValueRef::from)).is_err());
        Ok(())
    }
}
