//! Writing records: each is matched with the row that it was before, if there is one, and written where it says something
//! new.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, Statement, params, params_from_iter, types::Value as Sql};
use serde::Serializer;
use serde_json::{Map, Value};

use super::{
    edited::{ByHand, by_hand},
    ids,
    record::{Record, Table},
};
use crate::{
    context::Transaction,
    error::{Error, Result},
    ids::ImportId,
    journal::keeper,
};

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Written {
    Added,
    Updated,
    Unchanged,
    /// The same one stood in this row of the file already.
    Twice(u64),
    /// Nothing in it tells it from others.
    Nobody,
}

/// The rows of a table, as an import finds and leaves them.
pub(super) struct Writer<'c> {
    change: &'c Transaction<'c>,
    table: Table,
    import: ImportId,
    /// Where the row with a key stands.
    places: HashMap<String, i64>,
    /// Opportunities of which only their lead's row told, by what the lead is known.
    carried: HashMap<String, i64>,
    /// In which row of the file a row of the table was met.
    met: HashMap<i64, u64>,
    by_hand: HashMap<String, ByHand>,
    find: Statement<'c>,
    insert: Statement<'c>,
    update: Statement<'c>,
    keep: Statement<'c>,
    /// Values that were changed by hand and that the file says otherwise.
    pub conflicts: i64,
}

/// A row as it stands in the table.
struct Standing {
    id: String,
    values: Vec<Sql>,
    attributes: Map<String, Value>,
}

impl<'c> Writer<'c> {
    /// Prepares the writing of records like `sample`, which says in which columns the file has something.
    pub fn new(change: &'c Transaction<'c>, table: Table, import: &ImportId, has_ids: bool) -> Result<Self> {
        let db = change.db();
        let columns = table.columns.join(", ");
        let marks: Vec<String> = (4..).zip(table.columns).map(|(n, _)| format!("?{n}")).collect();
        let pairs: Vec<String> = (3..)
            .zip(table.columns)
            .map(|(n, column)| format!("{column} = ?{n}"))
            .collect();
        let name = table.name;
        let image = keeper::image(change.columns(name)?, "");
        Ok(Self {
            places: places(db, table, has_ids)?,
            carried: if table.name == "opportunity" {
                carried(db)?
            } else {
                HashMap::new()
            },
            met: HashMap::new(),
            by_hand: by_hand(change, name, 0)?,
            find: db.prepare(&format!(
                "SELECT id, {columns}, attributes FROM {name} WHERE rowid = ?1"
            ))?,
            insert: db.prepare(&format!(
                "INSERT INTO {name} (id, import, attributes, {columns}) VALUES (?1, ?2, ?3, {})",
                marks.join(", ")
            ))?,
            update: db.prepare(&format!(
                "UPDATE {name} SET attributes = ?2, {} WHERE rowid = ?1",
                pairs.join(", ")
            ))?,
            keep: db.prepare(&format!(
                "INSERT INTO replaced (id, import, table_name, row_id, before)
                 SELECT ?1, ?2, '{name}', id, {image} FROM {name} WHERE rowid = ?3"
            ))?,
            change,
            table,
            import: import.clone(),
            conflicts: 0,
        })
    }

    /// Writes a record that stands in a row of the file; returns what became of it, and the id of its row.
    pub fn write(&mut self, record: &Record, row: u64) -> Result<(Written, String)> {
        let keys = keys(record.table, |column| record.text(column));
        let Some(strongest) = keys.first() else {
            return Ok((Written::Nobody, String::new()));
        };
        let has_id = strongest.starts_with(ID);
        let place = self.places.get(strongest).or_else(|| {
            // A row that had no id until now may get one.
            let weaker = keys.get(1).filter(|_| has_id)?;
            self.places.get(&format!("{WITHOUT_ID}{weaker}"))
        });
        // A lead's opportunity that had no name until now may get one.
        let place = place.copied().or_else(|| {
            let unnamed = unnamed_carried(record)?;
            let mark = if has_id { WITHOUT_ID } else { "" };
            let place = self.places.get(&format!("{mark}{unnamed}")).copied();
            place.filter(|place| !self.met.contains_key(place))
        });
        let carried = if place.is_none() {
            self.take_carried(record)
        } else {
            None
        };
        if let Some(place) = place.or(carried) {
            self.places.entry(strongest.clone()).or_insert(place);
            if let Some(first) = self.met.insert(place, row) {
                self.met.insert(place, first);
                return Ok((Written::Twice(first), self.standing(place)?.id));
            }
            return self.compare(record, place, carried.is_some());
        }
        let id: String = self.change.new_id::<ImportId>().0;
        // Bound one by one: nothing is copied on the way.
        self.insert.raw_bind_parameter(1, &id)?;
        self.insert.raw_bind_parameter(2, &self.import)?;
        self.insert
            .raw_bind_parameter(3, attributes_text(&record.attributes)?)?;
        for (place, value) in (4..).zip(&record.values) {
            self.insert.raw_bind_parameter(place, value)?;
        }
        self.insert.raw_execute()?;
        let place = self.change.db().last_insert_rowid();
        self.met.insert(place, row);
        self.places.insert(strongest.clone(), place);
        Ok((Written::Added, id))
    }

    /// Returns whether a record stood in the table before this file.
    pub fn knows(&self, record: &Record) -> bool {
        let keys = keys(record.table, |column| record.text(column));
        let place = keys.first().and_then(|strongest| self.places.get(strongest));
        place.is_some_and(|place| !self.met.contains_key(place))
    }

    /// Returns where the opportunity stands that only its lead's row told of, if this is it. It is taken once: a second
    /// opportunity of the lead is another one.
    fn take_carried(&mut self, record: &Record) -> Option<i64> {
        if self.carried.is_empty() || record.text("carried_by").is_some() {
            return None;
        }
        let keys = known_by(record.text("lead_said"), record.text("email"));
        let place = keys.iter().find_map(|key| self.carried.get(key)).copied()?;
        self.carried.retain(|_, other| *other != place);
        Some(place)
    }

    /// Writes what a record says otherwise than the row that stands there. What only a lead's row told of is told by the file
    /// of opportunities alone from then on, also where that says nothing: else the order of the two files would decide, and a
    /// lead with several opportunities would lend the first of them the amount and the days of another.
    fn compare(&mut self, record: &Record, place: i64, was_carried: bool) -> Result<(Written, String)> {
        let standing = self.standing(place)?;
        let by_hand = self.by_hand.get(&standing.id);
        let mut values = standing.values.clone();
        for ((column, said), value) in self.table.columns.iter().zip(&record.values).zip(&mut values) {
            let nothing = was_carried.then_some(&Sql::Null);
            let Some(said) = said.as_ref().or(nothing).filter(|said| *said != value) else {
                continue;
            };
            // The source is set once: an export that leaves it empty says nothing new.
            if *column == "source" && *said == Sql::Null {
                continue;
            }
            match by_hand.and_then(|fields| fields.get(*column)) {
                // What was changed here stays. It is worth a word when the file says something else than before.
                Some(before) if crate::rows::to_sql(before) == *said => {}
                Some(_) => self.conflicts += 1,
                None => *value = said.clone(),
            }
        }
        let mut attributes = standing.attributes.clone();
        for (name, value) in &record.attributes {
            if value.is_null() {
                attributes.remove(name);
            } else {
                attributes.insert(name.clone(), value.clone());
            }
        }
        if values == standing.values && attributes == standing.attributes {
            return Ok((Written::Unchanged, standing.id));
        }
        let kept: String = self.change.new_id::<ImportId>().0;
        self.keep.execute(params![kept, self.import, place])?;
        self.update.execute(params_from_iter(
            [Sql::Integer(place), Sql::Text(attributes_text(&attributes)?)]
                .into_iter()
                .chain(values),
        ))?;
        Ok((Written::Updated, standing.id))
    }

    fn standing(&mut self, place: i64) -> Result<Standing> {
        let width = self.table.columns.len();
        let (id, values, attributes) = self.find.query_row([place], |row| {
            let values: rusqlite::Result<Vec<Sql>> = (1..=width).map(|at| row.get(at)).collect();
            Ok((
                row.get::<_, String>(0)?,
                values?,
                row.get::<_, String>(width + 1)?,
            ))
        })?;
        let attributes = serde_json::from_str(&attributes)
            .map_err(|_| Error::damaged(format!("A row of “{}” cannot be read.", self.table.name)))?;
        Ok(Standing {
            id,
            values,
            attributes,
        })
    }
}

/// Marks a key that is an id of the CRM.
const ID: &str = "id ";
/// Marks the key of a row that has no id, for records that have one.
const WITHOUT_ID: &str = "no id ";

/// Returns where each row stands, by its keys: when the file has ids, rows with an id are found by nothing else.
fn places(db: &Connection, table: Table, has_ids: bool) -> Result<HashMap<String, i64>> {
    const TELLING: &[&str] = &[
        "external_id",
        "lead_said",
        "carried_by",
        "email",
        "company",
        "name",
        "created_on",
        "source",
        "campaign",
        "month",
    ];
    let columns: Vec<&str> = TELLING
        .iter()
        .copied()
        .filter(|column| table.columns.contains(column))
        .collect();
    let mut statement = db.prepare(&format!(
        "SELECT rowid, {} FROM {} ORDER BY rowid",
        columns.join(", "),
        table.name
    ))?;
    let mut rows = statement.query([])?;
    let mut places = HashMap::new();
    while let Some(row) = rows.next()? {
        let place: i64 = row.get(0)?;
        let mut texts: HashMap<&str, String> = HashMap::new();
        for (at, column) in columns.iter().enumerate() {
            if let Some(text) = row.get::<_, Option<String>>(at + 1)? {
                texts.insert(column, text);
            }
        }
        let keys = keys(table, |column| texts.get(column).map(String::as_str));
        let has_an_id = keys.first().is_some_and(|key| key.starts_with(ID));
        for key in keys {
            let is_id = key.starts_with(ID);
            if is_id && !has_ids || !is_id && has_ids && has_an_id {
                continue;
            }
            if !has_an_id && has_ids {
                places.entry(format!("{WITHOUT_ID}{key}")).or_insert(place);
            }
            places.entry(key).or_insert(place);
        }
    }
    Ok(places)
}

/// Returns by what a record is known: its id in the CRM, and what else tells it from others.
fn keys<'t>(table: Table, text: impl Fn(&str) -> Option<&'t str>) -> Vec<String> {
    let joined = |mark: &str, columns: &[&str]| {
        let parts: Vec<String> = columns
            .iter()
            .map(|column| text(column).unwrap_or_default().to_lowercase())
            .collect();
        format!("{mark} {}", parts.join("\u{1f}"))
    };
    let has = |column: &str| text(column).is_some();
    let mut keys: Vec<String> = text("external_id")
        .map(|id| format!("{ID}{}", ids::canonical(id)))
        .into_iter()
        .collect();
    let weaker = match table.name {
        // Several people read the mail that goes to info@ or sales@.
        "lead" if text("email").is_some_and(ids::is_shared_mailbox) => {
            Some(joined("email", &["email", "company", "name"]))
        }
        "lead" if has("email") => Some(joined("email", &["email", "company"])),
        "lead" => has("name").then(|| joined("name", &["name", "company"])),
        // A lead may carry several.
        "opportunity" if has("carried_by") => Some(joined("carried", &["carried_by", "name"])),
        "opportunity" if has("lead_said") => Some(joined("lead", &["lead_said"])),
        // Next year's renewal has the name of this year's.
        "opportunity" if has("name") && has("company") => {
            Some(joined("name", &["name", "company", "created_on"]))
        }
        "opportunity" if has("name") => Some(joined("day", &["name", "created_on"])),
        "opportunity" => has("email").then(|| joined("email", &["email", "created_on"])),
        _ => Some(joined("cost", &["source", "campaign", "month"])),
    };
    keys.extend(weaker);
    keys
}

/// Returns by what an opportunity was known that its lead's row told of without a name.
fn unnamed_carried(record: &Record) -> Option<String> {
    record.text("name")?;
    let lead = record.text("carried_by")?;
    let of_lead = |column: &str| (column == "carried_by").then_some(lead);
    keys(record.table, of_lead).pop()
}

/// Returns by what a lead is known to an opportunity: its id in the CRM, and its address unless several people share it.
pub(super) fn known_by(id: Option<&str>, email: Option<&str>) -> Vec<String> {
    let id = id.map(|id| format!("{ID}{}", ids::canonical(id)));
    let email = email
        .filter(|email| !ids::is_shared_mailbox(email))
        .map(|email| format!("email {}", email.to_lowercase()));
    id.into_iter().chain(email).collect()
}

/// Returns the opportunities of which only their leads' rows told, each by what its lead is known.
fn carried(db: &Connection) -> Result<HashMap<String, i64>> {
    let mut statement = db.prepare(
        "SELECT o.rowid, l.external_id, l.email FROM opportunity o JOIN lead l ON l.id = o.carried_by
         WHERE o.external_id IS NULL ORDER BY o.rowid",
    )?;
    let mut rows = statement.query([])?;
    let mut carried = HashMap::new();
    while let Some(row) = rows.next()? {
        let (place, id, email): (i64, Option<String>, Option<String>) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        for key in known_by(id.as_deref(), email.as_deref()) {
            carried.entry(key).or_insert(place);
        }
    }
    Ok(carried)
}

/// Returns by what leads are known of whom a file of opportunities told.
///
/// # Errors
/// Whatever the file says.
pub(super) fn own_opportunities(change: &Transaction) -> Result<HashSet<String>> {
    let mut statement = change.db().prepare(
        "SELECT lead_said, email FROM opportunity WHERE carried_by IS NULL AND (lead_said IS NOT NULL OR email IS NOT NULL)",
    )?;
    let mut rows = statement.query([])?;
    let mut known = HashSet::new();
    while let Some(row) = rows.next()? {
        let (id, email): (Option<String>, Option<String>) = (row.get(0)?, row.get(1)?);
        known.extend(known_by(id.as_deref(), email.as_deref()));
    }
    Ok(known)
}

/// Writes attributes as they are kept: what is known to be nothing is left out.
fn attributes_text(attributes: &Map<String, Value>) -> Result<String> {
    let mut text = Vec::with_capacity(128);
    let known = attributes.iter().filter(|(_, value)| !value.is_null());
    serde_json::Serializer::new(&mut text).collect_map(known)?;
    String::from_utf8(text).map_err(Error::internal)
}
