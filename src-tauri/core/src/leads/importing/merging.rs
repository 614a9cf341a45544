//! What a row says once a record is written over it: what a later file tells counts, except where the source was set once, an id
//! is only spelt otherwise, somebody changed the row by hand, or the file itself says that it is the older one.

use rusqlite::types::Value as Sql;
use serde_json::{Map, Value};

use super::{edited::ByHand, identity::text_of, record::Record, state_days};
use lockstep_recognition::external_ids::{self, PersonAs};
use lockstep_workspace::rows::to_sql;

/// What an older record still adds to a row that does not tell it: none of it changes with the state of a record.
#[rustfmt::skip]
const STAYS_TRUE: [&str; 11] = [
    "external_id", "name", "email", "company", "title", "phone", "source", "campaign", "created_on", "lead_said",
    "opportunity_said",
];

/// A row as it is after a record was written over it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Merged {
    pub values: Vec<Sql>,
    pub attributes: Map<String, Value>,
    /// Values that were changed by hand and that the record tells otherwise.
    pub conflicts: i64,
    /// Whether the row knows a later state than the record.
    pub is_older: bool,
    /// Whether the record tells another latest source, and the source that was set once stays.
    pub keeps_source: bool,
}

/// What is known about when a record is from, beside what it says itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Age {
    /// It says so itself, or nothing does.
    AsTold,
    /// It is the later one.
    Later,
}

/// Writes a record over a row. Where the row stood for what a lead's row told of (`was_carried`), what the record does not
/// tell is nothing.
pub(super) fn merge(
    record: &Record,
    standing: &[Sql],
    kept: &Map<String, Value>,
    by_hand: Option<&ByHand>,
    was_carried: bool,
    age: Age,
) -> Merged {
    let comes_first = Earlier::of(record, standing);
    let is_older = age == Age::AsTold && state_days::is_older(&record.attributes, kept);
    let mut merged = Merged {
        values: standing.to_vec(),
        attributes: kept.clone(),
        conflicts: 0,
        is_older,
        keeps_source: false,
    };
    for ((column, said), value) in record
        .table
        .columns
        .iter()
        .zip(&record.values)
        .zip(&mut merged.values)
    {
        let nothing = was_carried.then_some(&Sql::Null);
        let Some(said) = said.as_ref().or(nothing).filter(|said| *said != value) else {
            continue;
        };
        if is_older && (*value != Sql::Null || !STAYS_TRUE.contains(column)) {
            continue;
        }
        // The source is set once: an export that leaves it empty says nothing new, nor does one that tells the latest. So is
        // the spelling of an id. Of a lead and the contact that became of it, what came first stays.
        let is_kept = match *column {
            "external_id" => is_one_id(said, value) || comes_first.is_some(),
            "source" | "created_on" if comes_first == Some(Earlier::Row) => *value != Sql::Null,
            "source" if record.latest_source && *value != Sql::Null => {
                merged.keeps_source |= *said != Sql::Null;
                true
            }
            "source" => *said == Sql::Null,
            _ => false,
        };
        if is_kept {
            continue;
        }
        match by_hand.and_then(|fields| fields.get(*column)) {
            // What was changed here stays. It is worth a word when the file says something else than before.
            Some(before) if to_sql(before) == *said => {}
            Some(_) => merged.conflicts += 1,
            None => *value = said.clone(),
        }
    }
    if !is_older {
        for (name, value) in &record.attributes {
            if value.is_null() {
                merged.attributes.remove(name);
            } else {
                merged.attributes.insert(name.clone(), value.clone());
            }
        }
    }
    merged
}

/// Which came first, the lead or the contact that is the same person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Earlier {
    /// The one that the file tells of.
    Record,
    /// The one that stands in the table.
    Row,
}

impl Earlier {
    /// Says it of a lead and a contact; nothing where both are the same kind.
    fn of(record: &Record, standing: &[Sql]) -> Option<Self> {
        let kind_of_row = PersonAs::of(text_of(record.table, standing, "external_id")?)?;
        let kind = PersonAs::of(record.text("external_id")?)?;
        if record.table.name != "lead" || kind == kind_of_row {
            return None;
        }
        let began = text_of(record.table, standing, "created_on");
        Some(match (record.text("created_on"), began) {
            (Some(said), Some(stands)) if said < stands => Self::Record,
            (Some(_), None) => Self::Record,
            _ => Self::Row,
        })
    }
}

/// Returns whether two ids are one number in two spellings.
fn is_one_id(one: &Sql, other: &Sql) -> bool {
    match (one, other) {
        (Sql::Text(one), Sql::Text(other)) => {
            external_ids::number(one).is_some_and(|number| external_ids::number(other) == Some(number))
        }
        _ => false,
    }
}
