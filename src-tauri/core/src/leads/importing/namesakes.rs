//! Leads without an id whose e-mail one export tells and another does not: what both have is the name and the company. And
//! people whom two systems know, each by an id of its own.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, params};

use super::{
    identity::{same_company, text_of},
    matching::Found,
    record::Record,
    writing::Writer,
};
use lockstep_recognition::external_ids::PersonAs;
use lockstep_text::words;
use lockstep_workspace::error::Result;

/// What is known of a table's leads before the first row of a file is read.
#[derive(Debug, Default)]
pub(super) struct KnownLeads {
    /// Whether there are rows with an e-mail, and whether there are some without.
    pub with_email: bool,
    pub without_email: bool,
    /// The kinds of ids that there are.
    pub systems: BTreeSet<String>,
    /// Where the rows with a name stand that have an e-mail, and those that have none: read when they are first asked for.
    by_name: [Option<HashMap<String, Vec<i64>>>; 2],
}

impl KnownLeads {
    /// Notes a row.
    pub fn note(&mut self, id: Option<&str>, email: Option<&str>) {
        match email {
            Some(_) => self.with_email = true,
            None => self.without_email = true,
        }
        if let Some(id) = id {
            let system = system_of(id);
            if !self.systems.contains(&system) {
                self.systems.insert(system);
            }
        }
    }

    /// Returns where the rows of a name stand that have an e-mail, or have none.
    fn of_name(&mut self, db: &Connection, name: &str, with_email: bool) -> Result<Vec<i64>> {
        let there_are = if with_email {
            self.with_email
        } else {
            self.without_email
        };
        if !there_are {
            return Ok(Vec::new());
        }
        let Some(slot) = self.by_name.get_mut(usize::from(with_email)) else {
            return Ok(Vec::new());
        };
        if slot.is_none() {
            let is = if with_email { "IS NOT NULL" } else { "IS NULL" };
            let mut statement = db.prepare(&format!(
                "SELECT rowid, name FROM lead WHERE name IS NOT NULL AND email {is} ORDER BY rowid"
            ))?;
            let mut rows = statement.query([])?;
            let mut all: HashMap<String, Vec<i64>> = HashMap::new();
            while let Some(row) = rows.next()? {
                let name: String = row.get(1)?;
                all.entry(plain(&name)).or_default().push(row.get(0)?);
            }
            *slot = Some(all);
        }
        // What has no letters is no name.
        let name = Some(plain(name)).filter(|name| !name.is_empty());
        let found = slot.as_ref().zip(name).and_then(|(all, name)| all.get(&name));
        Ok(found.cloned().unwrap_or_default())
    }
}

/// Returns a name however its words are ordered and written.
fn plain(name: &str) -> String {
    let mut all = words(name);
    all.sort();
    all.join(" ")
}

/// Returns the kind of an id, by which systems that count for themselves are told apart: numbers, Salesforce's, long
/// hexadecimal ones, else the letters with which it begins.
fn system_of(id: &str) -> String {
    if PersonAs::of(id).is_some() {
        return "salesforce".into();
    }
    if id.bytes().all(|byte| byte.is_ascii_digit()) {
        return "number".into();
    }
    if id.len() == 36 && id.bytes().filter(|byte| *byte == b'-').count() == 4 {
        return "guid".into();
    }
    id.chars()
        .take_while(|letter| letter.is_alphabetic())
        .take(4)
        .collect::<String>()
        .to_lowercase()
}

impl Writer<'_> {
    /// Finds a lead without an id by its e-mail and name, where the company is only written otherwise: “Acme” and “Acme GmbH”.
    pub(super) fn find_other_company(&mut self, record: &Record) -> Result<Found> {
        let (None, Some(email), Some(name), Some(company), "lead") = (
            record.text("external_id"),
            record.text("email"),
            record.text("name"),
            record.text("company"),
            record.table.name,
        ) else {
            return Ok(Found::Nowhere);
        };
        if !self.places.known.with_email {
            return Ok(Found::Nowhere);
        }
        let places: Vec<i64> = self
            .change
            .db()
            .prepare_cached("SELECT rowid FROM lead INDEXED BY lead_by_email WHERE lower(email) = lower(?1) AND email IS NOT NULL")?
            .query_map(params![email], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for place in places {
            if self.met.contains_key(&place) {
                continue;
            }
            let standing = self.standing(place)?;
            let stands = |column: &str| text_of(record.table, &standing.values, column);
            if stands("name").is_some_and(|other| plain(other) == plain(name))
                && stands("company").is_some_and(|other| same_company(other, company) == Some(true))
            {
                self.duplicates.other_company += 1;
                return Ok(Found::At(place, standing));
            }
        }
        Ok(Found::Nowhere)
    }

    /// Finds a lead by name and company, where only one of the two, the record or the row, has an e-mail. The row has to be the
    /// only one, and no day may speak against it; what is in doubt counts by itself and is named.
    pub(super) fn find_namesake(&mut self, record: &Record) -> Result<Found> {
        let (Some(name), "lead") = (record.text("name"), record.table.name) else {
            return Ok(Found::Nowhere);
        };
        let with_email = record.text("email").is_none();
        let places = self.places.known.of_name(self.change.db(), name, with_email)?;
        let mut certain = Vec::new();
        let mut is_in_doubt = false;
        for place in places {
            if self.met.contains_key(&place) {
                continue;
            }
            let standing = self.standing(place)?;
            let stands = |column: &str| text_of(record.table, &standing.values, column);
            if record.text("external_id").is_some() && stands("external_id").is_some() {
                continue;
            }
            let company = match (record.text("company"), stands("company")) {
                (Some(said), Some(stands)) => same_company(said, stands),
                _ => None,
            };
            let day = match (record.text("created_on"), stands("created_on")) {
                (Some(said), Some(stands)) => Some(said == stands),
                _ => None,
            };
            match (company, day) {
                (Some(false), _) => {}
                (Some(true), None | Some(true)) => certain.push((place, standing)),
                _ => is_in_doubt = true,
            }
        }
        let is_one = certain.len() == 1 && !is_in_doubt;
        match certain.pop() {
            Some((place, standing)) if is_one => {
                self.duplicates.namesakes += 1;
                Ok(Found::Namesake(place, standing))
            }
            found => {
                self.duplicates.like_a_namesake += i64::from(is_in_doubt || found.is_some());
                Ok(Found::Nowhere)
            }
        }
    }

    /// Notes a new lead that another system knows, too: by an id of another kind, with the same e-mail and name.
    pub(super) fn note_other_system(&mut self, record: &Record) -> Result<()> {
        let (Some(id), Some(email), Some(name), "lead") = (
            record.text("external_id"),
            record.text("email"),
            record.text("name"),
            record.table.name,
        ) else {
            return Ok(());
        };
        let system = system_of(id);
        if self.places.known.systems.iter().all(|known| *known == system) {
            return Ok(());
        }
        let mut statement = self.change.db().prepare_cached(
            "SELECT rowid, external_id, name FROM lead INDEXED BY lead_by_email
             WHERE lower(email) = lower(?1) AND email IS NOT NULL AND external_id IS NOT NULL AND name IS NOT NULL",
        )?;
        let mut rows = statement.query(params![email])?;
        let name_of = plain(name);
        while let Some(row) = rows.next()? {
            let (place, other, other_name): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if system_of(&other) != system && plain(&other_name) == name_of && !self.is_new(place) {
                self.duplicates.two_systems.add(|| name.to_owned());
                break;
            }
        }
        Ok(())
    }
}

/// Returns whether the record says that it has no e-mail; of a namesake that has one, it only does not know it.
pub(super) fn without_email(record: &Record) -> Record {
    let mut record = record.clone();
    let place = record.table.place("email");
    if record.text("email").is_none()
        && let Some(slot) = record.values.get_mut(place)
    {
        *slot = None;
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_system_are_of_one_kind() {
        for (one, other) in [
            ("101", "9"),
            ("00Q1a000001AbCdEAK", "0031a000001AbCdEAK"),
            ("L-1", "l-22"),
        ] {
            assert_eq!(system_of(one), system_of(other));
        }
        for (one, other) in [
            ("101", "00Q1a000001AbCdEAK"),
            ("L-1", "1"),
            ("1", "6f9619ff-8b86-d011-b42d-00c04fc964ff"),
        ] {
            assert_ne!(system_of(one), system_of(other));
        }
    }
}
