//! Where the rows of a table stand, by what their records are known: the id in the CRM, and what else tells them from others.

use std::collections::{HashMap, HashSet, hash_map::Entry};

use rusqlite::Connection;

use super::{
    namesakes::KnownLeads,
    record::{Record, Table},
};
use lockstep_recognition::external_ids::{self, PersonAs};
use lockstep_text::words;
use lockstep_workspace::{context::Transaction, error::Result};

/// Marks a key that is an id of the CRM.
pub(super) const ID: &str = "id ";
/// Marks the number that an id is, where it is written otherwise.
const NUMBER: &str = "number ";
/// Marks the key of a row that has no id, for records that have one.
const WITHOUT_ID: &str = "no id ";

/// Where the rows with a key stand. Nearly every key has one row, so the further ones stand apart.
#[derive(Debug, Default)]
pub(super) struct Places {
    first: HashMap<String, i64>,
    further: HashMap<String, Vec<i64>>,
    /// Whether there are rows without an id, where the file has ids.
    has_without_id: bool,
    /// What else is known of leads.
    pub known: KnownLeads,
}

impl Places {
    /// Reads where each row stands, by its keys: when the file has ids, rows with an id are found by nothing else.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn read(db: &Connection, table: Table, has_ids: bool) -> Result<Self> {
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
        let mut places = Self::default();
        while let Some(row) = rows.next()? {
            let place: i64 = row.get(0)?;
            let mut texts: HashMap<&str, String> = HashMap::new();
            for (at, column) in columns.iter().enumerate() {
                if let Some(text) = row.get::<_, Option<String>>(at + 1)? {
                    texts.insert(column, text);
                }
            }
            let told = |column: &str| texts.get(column).map(String::as_str);
            if table.name == "lead" {
                places.known.note(told("external_id"), told("email"));
            }
            if has_ids {
                places.add_person(table, told, place);
            }
            let keys: Vec<String> = keys(table, told).collect();
            let has_an_id = keys.first().is_some_and(|key| key.starts_with(ID));
            for key in keys {
                let is_id = key.starts_with(ID);
                if is_id && !has_ids || !is_id && has_ids && has_an_id {
                    continue;
                }
                if !has_an_id && has_ids {
                    places.has_without_id = true;
                    places.add(format!("{WITHOUT_ID}{key}"), place);
                }
                places.add(key, place);
            }
        }
        Ok(places)
    }

    /// Makes room for so many rows, with those that are known.
    pub fn make_room(&mut self, rows: usize) {
        self.first.reserve(rows.saturating_sub(self.first.len()));
    }

    /// Notes that a row with this key stands there.
    pub fn add(&mut self, key: String, place: i64) {
        if let Some(number) = other_spelling(&key) {
            self.push(number, place);
        }
        self.push(key, place);
    }

    /// Notes by what a person stands there who has an id as a lead or as a contact.
    pub fn add_person<'t>(&mut self, table: Table, text: impl Fn(&str) -> Option<&'t str>, place: i64) {
        let Some(kind) = text("external_id")
            .filter(|_| table.name == "lead")
            .and_then(PersonAs::of)
        else {
            return;
        };
        for key in person(kind, text).into_iter().flatten() {
            self.push(key, place);
        }
    }

    fn push(&mut self, key: String, place: i64) {
        match self.first.entry(key) {
            Entry::Vacant(free) => {
                free.insert(place);
            }
            Entry::Occupied(first) if *first.get() == place => {}
            Entry::Occupied(first) => {
                let further = self.further.entry(first.key().clone()).or_default();
                if !further.contains(&place) {
                    further.push(place);
                }
            }
        }
    }

    /// Returns by what a record may be found here: its id, and what else tells it from others where that may find it.
    pub fn keys_of(&self, record: &Record) -> Vec<String> {
        let text = |column: &str| record.text(column);
        let id = id_key(text);
        let has_one = id.is_some();
        let mut keys: Vec<String> = id.into_iter().collect();
        if !has_one || self.has_without_id {
            keys.extend(weaker_key(record.table, text));
        }
        keys
    }

    /// Returns where the rows with this key stand, the first that came in first.
    pub fn of(&self, key: &str) -> Vec<i64> {
        let first = self.first.get(key).copied();
        let further = self.further.get(key).filter(|_| first.is_some());
        first
            .into_iter()
            .chain(further.into_iter().flatten().copied())
            .collect()
    }

    /// Returns where the rows without an id stand that are known by this key.
    pub fn without_id(&self, key: &str) -> Vec<i64> {
        if self.has_without_id {
            self.of(&format!("{WITHOUT_ID}{key}"))
        } else {
            Vec::new()
        }
    }

    /// Returns where rows stand whose id is the same number in another spelling: 00123, 123.0 and "1,001".
    pub fn of_other_spelling(&self, key: &str) -> Vec<i64> {
        let Some(number) = key.strip_prefix(ID).and_then(external_ids::number) else {
            return Vec::new();
        };
        let mut places = self.of(&format!("{ID}{number}"));
        for place in self.of(&format!("{NUMBER}{number}")) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }
}

/// Returns by what a person is known as a lead or as a contact: by e-mail, name and company, and by the e-mail alone.
pub(super) fn person<'t>(kind: PersonAs, text: impl Fn(&str) -> Option<&'t str>) -> [Option<String>; 2] {
    let plain = |column: &str| {
        let mut words = words(text(column)?);
        words.sort();
        Some(words.join(" "))
    };
    let Some(email) = text("email").map(str::to_lowercase) else {
        return [None, None];
    };
    let whole = plain("name")
        .zip(plain("company"))
        .map(|(name, company)| format!("person {kind:?} {email}\u{1f}{name}\u{1f}{company}"));
    [whole, Some(format!("mail {kind:?} {email}"))]
}

/// Returns the key of the number that an id is, where the id is written otherwise.
fn other_spelling(key: &str) -> Option<String> {
    let id = key.strip_prefix(ID)?;
    let number = external_ids::number(id).filter(|number| number != id)?;
    Some(format!("{NUMBER}{number}"))
}

/// Returns by what a record is known: its id in the CRM, and what else tells it from others.
fn keys<'t>(table: Table, text: impl Fn(&str) -> Option<&'t str> + Copy) -> impl Iterator<Item = String> {
    id_key(text).into_iter().chain(weaker_key(table, text))
}

/// Returns the key that a record's id in the CRM is.
fn id_key<'t>(text: impl Fn(&str) -> Option<&'t str>) -> Option<String> {
    text("external_id").map(|id| [ID, external_ids::canonical(id)].concat())
}

/// Returns the key of what tells a record from others beside its id.
fn weaker_key<'t>(table: Table, text: impl Fn(&str) -> Option<&'t str>) -> Option<String> {
    let joined = |mark: &str, columns: &[&str]| {
        let parts: Vec<String> = columns
            .iter()
            .map(|column| text(column).unwrap_or_default().to_lowercase())
            .collect();
        format!("{mark} {}", parts.join("\u{1f}"))
    };
    let has = |column: &str| text(column).is_some();
    match table.name {
        // Several people read the mail that goes to info@ or sales@.
        "lead" if text("email").is_some_and(external_ids::is_shared_mailbox) => {
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
    }
}

/// Returns by what an opportunity was known that its lead's row told of without a name.
pub(super) fn unnamed_carried(record: &Record) -> Option<String> {
    record.text("name")?;
    let lead = record.text("carried_by")?;
    let of_lead = |column: &str| (column == "carried_by").then_some(lead);
    weaker_key(record.table, of_lead)
}

/// Returns by what a lead is known to an opportunity: its id in the CRM, and its address unless several people share it.
pub(super) fn known_by(id: Option<&str>, email: Option<&str>) -> Vec<String> {
    let id = id.map(|id| format!("{ID}{}", external_ids::canonical(id)));
    let email = email
        .filter(|email| !external_ids::is_shared_mailbox(email))
        .map(|email| format!("email {}", email.to_lowercase()));
    id.into_iter().chain(email).collect()
}

/// Returns the opportunities of which only their leads' rows told, each by what its lead is known.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn carried(db: &Connection) -> Result<HashMap<String, i64>> {
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
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
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
