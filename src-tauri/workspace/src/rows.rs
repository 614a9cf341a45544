//! Rows: how a noun's type and its table meet. A row is read as the JSON that SQLite makes of its columns and written
//! column by column, so one type, one table and one wire shape carry the same names.

use std::marker::PhantomData;

use rusqlite::{Params, params_from_iter, types::Value as Sql};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use ts_rs::TS;

use crate::{
    context::{ReadContext, Transaction},
    error::{Error, ErrorCode, Result, is_broken_reference},
    references,
    rooms::Sealed,
    sealing,
};

/// A type whose values stand in one table, one a row, with a text `id`.
pub trait Row: Serialize + DeserializeOwned {
    /// The identifier's type.
    type Id: Serialize + rusqlite::ToSql + Clone + std::fmt::Display + From<String>;
    /// The table.
    const TABLE: &'static str;
    /// The column that names what a row stands in, where it is an item of a list.
    const PARENT: Option<&'static str> = None;
    /// The columns that hold yes or no.
    const FLAGS: &'static [&'static str];
    /// The columns that hold a list as JSON.
    const LISTS: &'static [&'static str];
    /// The columns that no edit changes: what the program sets, and what a file said.
    const OURS: &'static [&'static str];
    /// Returns the row's identifier.
    fn id(&self) -> &Self::Id;
}

/// Says in which table a type's rows stand.
#[macro_export]
macro_rules! row {
    ($type:ty, $table:literal, id: $id:ty $(, in: $parent:literal)? $(, flags: [$($flag:literal),*])? $(, lists: [$($list:literal),*])?
     $(, ours: [$($ours:literal),*])?) => {
        impl $crate::rows::Row for $type {
            type Id = $id;
            const TABLE: &'static str = $table;
            $(const PARENT: Option<&'static str> = Some($parent);)?
            const FLAGS: &'static [&'static str] = &[$($($flag),*)?];
            const LISTS: &'static [&'static str] = &[$($($list),*)?];
            const OURS: &'static [&'static str] = &[$($($ours),*)?];
            fn id(&self) -> &$id { &self.id }
        }
    };
}
pub use row;

/// Returns the rows that `tail` selects (`"WHERE plan = ?1 ORDER BY rank"`).
///
/// # Errors
/// `Damaged` when a stored value is none the type can have.
pub fn all<T: Row>(reader: &ReadContext, tail: &str, params: impl Params) -> Result<Vec<T>> {
    let columns: Vec<String> = reader
        .columns(T::TABLE)?
        .iter()
        .map(|column| {
            if T::FLAGS.contains(&column.as_str()) {
                format!("'{column}', json(iif({column}, 'true', 'false'))")
            } else if T::LISTS.contains(&column.as_str()) {
                format!("'{column}', json({column})")
            } else {
                format!("'{column}', {column}")
            }
        })
        .collect();
    let sql = format!(
        "SELECT json_object({}) FROM {} {tail}",
        columns.join(", "),
        T::TABLE
    );
    let mut statement = reader.db().prepare_cached(&sql)?;
    let mut found = statement.query(params)?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let text: String = row.get(0)?;
        let read = read(reader, &text);
        rows.push(
            read.map_err(|error| {
                Error::damaged(format!("A row of “{}” cannot be read: {error}.", T::TABLE))
            })?,
        );
    }
    Ok(rows)
}

/// Reads a row, and opens what is sealed in it as far as this computer can.
fn read<T: Row>(reader: &ReadContext, text: &str) -> Result<T> {
    let is_ever_sealed = || {
        reader
            .rooms()
            .table(T::TABLE)
            .is_some_and(|table| table.sealed.is_some())
    };
    if !is_ever_sealed() {
        return Ok(serde_json::from_str(text)?);
    }
    let mut fields: Map<String, Value> = serde_json::from_str(text)?;
    open_sealed(reader, &mut fields)?;
    Ok(serde_json::from_value(Value::Object(fields))?)
}

/// Opens what is sealed in the fields of a row as far as this computer can.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(crate) fn open_sealed(reader: &ReadContext, fields: &mut Map<String, Value>) -> Result<()> {
    let is_sealed = |value: &Value| value.as_str().is_some_and(sealing::is_sealed);
    if fields.values().any(is_sealed) {
        let id = id_of(fields);
        sealing::open_all(reader.sealing_key()?, &id, fields);
    }
    Ok(())
}

/// Seals the columns of a row that are to be sealed, and opens those that no longer are.
fn seal(change: &Transaction, sealed: Sealed, fields: &mut Map<String, Value>) -> Result<()> {
    open_sealed(change, fields)?;
    let (Some(key), true) = (change.sealing_key()?, (sealed.is_sealed)(change, fields)?) else {
        return Ok(());
    };
    let id = id_of(fields);
    for column in sealed.columns {
        if let Some(Value::String(text)) = fields.get_mut(*column)
            && !sealing::is_sealed(text)
        {
            *text = sealing::seal(key, &id, text)?;
        }
    }
    Ok(())
}

fn id_of(fields: &Map<String, Value>) -> String {
    fields
        .get("id")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// Returns the row with this id, or nothing.
///
/// # Errors
/// As for [`all`].
pub fn find<T: Row>(reader: &ReadContext, id: &T::Id) -> Result<Option<T>> {
    Ok(all(reader, "WHERE id = ?1", [id])?.pop())
}

/// Returns the row with this id; `what` names it in the error ("This goal").
///
/// # Errors
/// `NotFound` when it is not there.
pub fn get<T: Row>(reader: &ReadContext, id: &T::Id, what: &str) -> Result<T> {
    find(reader, id)?.ok_or_else(|| Error::not_found(what))
}

/// Writes a new row.
///
/// # Errors
/// `NotFound`, naming the field, when it refers to something that is not there; `File` when the disk fails.
pub fn insert<T: Row>(change: &Transaction, row: &T) -> Result<()> {
    write(change, row, &[], |table, columns, marks| {
        format!(
            "INSERT INTO {table} ({}) VALUES ({})",
            columns.join(", "),
            marks.join(", ")
        )
    })
}

/// Writes a row that is there already. What it named before and names still may be gone; then the rest of it is written.
///
/// # Errors
/// As for [`insert`].
pub fn update<T: Row>(change: &Transaction, row: &T) -> Result<()> {
    match write(change, row, &[], updating) {
        Err(error) if error.code == ErrorCode::NotFound => {
            let gone = still_gone(change, row)?;
            if gone.is_empty() {
                return Err(error);
            }
            write(change, row, &gone, updating)
        }
        done => done,
    }
}

fn updating(table: &str, columns: &[String], marks: &[String]) -> String {
    let pairs: Vec<String> = columns
        .iter()
        .zip(marks)
        .map(|(column, mark)| format!("{column} = {mark}"))
        .collect();
    // The mark of `id` is bound like any other; the row is found by it.
    let id = columns
        .iter()
        .position(|column| column == "id")
        .map_or(0, |place| place + 1);
    format!("UPDATE {table} SET {} WHERE id = ?{id}", pairs.join(", "))
}

/// Returns the columns of a row that name what is gone, and that no edit changed.
fn still_gone<T: Row>(change: &Transaction, row: &T) -> Result<Vec<String>> {
    let before: Option<T> = find(change, row.id())?;
    let (before, after) = (serde_json::to_value(before)?, serde_json::to_value(row)?);
    let Value::Object(fields) = &after else {
        return Ok(Vec::new());
    };
    let mut gone = references::dangling(change, T::TABLE, fields)?;
    gone.retain(|column| before.get(column) == after.get(column));
    Ok(gone)
}

/// Returns a row that names nothing that is gone, to be written as a new one.
///
/// # Errors
/// `Damaged` when a field that must name something names what is gone.
pub fn without_gone<T: Row>(reader: &ReadContext, row: T) -> Result<T> {
    let mut record = serde_json::to_value(&row)?;
    if let Value::Object(fields) = &mut record {
        for column in references::dangling(reader, T::TABLE, fields)? {
            fields.insert(column, Value::Null);
        }
    }
    serde_json::from_value(record).map_err(|_| Error::damaged("A row belongs to what is gone."))
}

/// Removes a row.
///
/// # Errors
/// `Refused`, naming what still refers to it; `File` when the disk fails.
pub fn delete<T: Row>(change: &Transaction, id: &T::Id) -> Result<()> {
    let sql = format!("DELETE FROM {} WHERE id = ?1", T::TABLE);
    match change.db().prepare_cached(&sql)?.execute([id]) {
        Err(error) if is_broken_reference(&error) => {
            Err(references::still_needed(change, T::TABLE, &id.to_string())?)
        }
        done => Ok(done.map(|_| ())?),
    }
}

fn write<T: Row>(
    change: &Transaction,
    row: &T,
    without: &[String],
    sql: impl FnOnce(&str, &[String], &[String]) -> String,
) -> Result<()> {
    let Value::Object(mut fields) = serde_json::to_value(row)? else {
        return Err(Error::internal(format!("{} is not a record", T::TABLE)));
    };
    fields.retain(|column, _| !without.contains(column));
    let table = change.rooms().table(T::TABLE);
    // What is agreed or closed is frozen as it is, however much it is.
    if !table.is_some_and(|table| table.keeps_whole_texts) {
        let has_short_name = table.is_some_and(|table| table.has_short_name);
        fields
            .iter()
            .try_for_each(|(column, value)| fits(has_short_name, column, value))?;
        if let Some(sealed) = table.and_then(|table| table.sealed) {
            seal(change, sealed, &mut fields)?;
        }
    }
    let columns: Vec<String> = fields.keys().cloned().collect();
    let marks: Vec<String> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
    let written = change
        .db()
        .prepare_cached(&sql(T::TABLE, &columns, &marks))?
        .execute(params_from_iter(fields.values().map(to_sql)));
    match written {
        Err(error) if is_broken_reference(&error) => {
            Err(references::nothing_there(change, T::TABLE, &fields)?)
        }
        done => Ok(done.map(|_| ())?),
    }
}

/// The most characters of a name, and of any other text that people write. What is decided, parked or to be done is
/// called by its whole sentence.
const LONGEST_NAME: usize = 200;
const LONGEST_TEXT: usize = 10_000;

/// Checks that a text is no longer than a page, a chart and a document can show.
fn fits(has_short_name: bool, column: &str, value: &Value) -> Result<()> {
    let longest = match column {
        "name" | "role" if has_short_name => LONGEST_NAME,
        _ => LONGEST_TEXT,
    };
    let long = |text: &str| text.len() > longest && text.chars().count() > longest;
    let is_long = match value {
        Value::String(text) => long(text),
        Value::Array(items) => items.iter().filter_map(Value::as_str).any(long),
        _ => false,
    };
    if !is_long {
        return Ok(());
    }
    let most = match longest {
        LONGEST_NAME => "200",
        _ => "10,000",
    };
    Err(
        Error::invalid(column, format!("This is longer than {most} characters."))
            .hint("Shorten it, and keep the long version in a document of its own."),
    )
}

/// Returns a JSON value as SQLite stores it: yes and no as 1 and 0, lists and records as JSON text.
pub fn to_sql(value: &Value) -> Sql {
    match value {
        Value::Null => Sql::Null,
        Value::Bool(yes) => Sql::Integer(i64::from(*yes)),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Sql::Integer(whole),
            (None, Some(real)) => Sql::Real(real),
            (None, None) => Sql::Null,
        },
        Value::String(text) => Sql::Text(text.clone()),
        Value::Array(_) | Value::Object(_) => Sql::Text(value.to_string()),
    }
}

/// Returns what a stored value of a column is in the type's JSON: the opposite of [`to_sql`].
pub fn from_stored<T: Row>(column: &str, stored: &Value) -> Value {
    match stored {
        Value::Number(number) if T::FLAGS.contains(&column) => Value::Bool(number.as_i64() != Some(0)),
        // A list that cannot be read stays a text, which the type then refuses.
        Value::String(text) if T::LISTS.contains(&column) => {
            serde_json::from_str(text).unwrap_or_else(|_| stored.clone())
        }
        _ => stored.clone(),
    }
}

/// Returns whether a column orders a row or ties it to others: it is nobody's to edit. `parent` names what the row stands in.
pub(crate) fn is_structural(parent: Option<&str>, column: &str) -> bool {
    column == "id" || column == "rank" || parent == Some(column)
}

/// Returns whether no edit changes a column.
pub fn is_ours<T: Row>(column: &str) -> bool {
    is_structural(T::PARENT, column) || T::OURS.contains(&column)
}

/// Some fields of a record, by name: what an edit changes. `null` clears a field that may be empty.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Patch<T> {
    fields: Map<String, Value>,
    #[serde(skip)]
    of: PhantomData<T>,
}

impl<T> Default for Patch<T> {
    fn default() -> Self {
        Self {
            fields: Map::new(),
            of: PhantomData,
        }
    }
}

impl<T> FromIterator<(String, Value)> for Patch<T> {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(fields: I) -> Self {
        Self {
            fields: fields.into_iter().collect(),
            of: PhantomData,
        }
    }
}

impl<T: Row> Patch<T> {
    /// Returns the patch that sets one field.
    pub fn one(field: &str, value: impl Into<Value>) -> Self {
        Self {
            fields: Map::from_iter([(field.to_string(), value.into())]),
            of: PhantomData,
        }
    }

    /// Returns the names of the fields that change.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.keys().map(String::as_str)
    }

    /// Returns `to` with these fields changed.
    ///
    /// # Errors
    /// `Invalid`, naming the first field that does not exist, is not the user's to set or cannot hold its value.
    pub fn apply(&self, to: &T) -> Result<T> {
        let mut record = serde_json::to_value(to)?;
        for (name, value) in &self.fields {
            if T::OURS.contains(&name.as_str()) {
                return Err(Error::invalid(
                    name,
                    format!("“{}” is not set by hand.", name.replace('_', " ")),
                )
                .hint("It follows from what people do, or from the file that brought it."));
            }
            let Some(slot) = record
                .as_object_mut()
                .filter(|_| !is_structural(T::PARENT, name))
                .and_then(|fields| fields.get_mut(name))
            else {
                return Err(Error::invalid(
                    name,
                    format!("There is no field “{name}” to fill in here."),
                ));
            };
            *slot = value.clone();
            if let Err(error) = serde_json::from_value::<T>(record.clone()) {
                return Err(Error::invalid(
                    name,
                    format!("“{}” cannot be used here: {error}.", short(value)),
                ));
            }
        }
        Ok(serde_json::from_value(record)?)
    }
}

fn short(value: &Value) -> String {
    match value {
        Value::Null => "Nothing".into(),
        Value::String(text) => text.chars().take(60).collect(),
        other => other.to_string().chars().take(60).collect(),
    }
}

impl<T: TS + 'static> TS for Patch<T> {
    type WithoutGenerics = Patch<()>;
    type OptionInnerType = Self;

    fn name(cfg: &ts_rs::Config) -> String {
        format!("Partial<{}>", T::name(cfg))
    }
    fn inline(cfg: &ts_rs::Config) -> String {
        Self::name(cfg)
    }
    fn visit_dependencies(visitor: &mut impl ts_rs::TypeVisitor)
    where
        Self: 'static,
    {
        visitor.visit::<T>();
    }
    fn visit_generics(visitor: &mut impl ts_rs::TypeVisitor)
    where
        Self: 'static,
    {
        visitor.visit::<T>();
    }
}
