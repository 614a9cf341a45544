//! Whether a definition tells every change: each field of each row is changed alone, and each must be told or be declared.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde_json::{Value, json};

use super::clauses;
use crate::{
    agreements::{Difference, rules::differences},
    definition::content::DefinitionContent,
    error::{Error, Result},
    journal::keeper,
    workspace::schema::Schema,
};

/// What no clause tells, and why.
const NO_CLAUSE: &[(&str, &str, &str)] = &[
    ("company", "*", "a definition counts no money and no fiscal year"),
    ("definition", "id", "it is the one definition"),
    ("definition", "created_at", "when it was begun changes nothing"),
    ("promises", "id", "a promise made anew is the same promise"),
    ("*", "definition", "it is the definition that is read"),
    ("*", "rank", "the order of lines is told as such"),
];

fn is_declared(list: &str, field: &str) -> bool {
    NO_CLAUSE
        .iter()
        .any(|(of, name, _)| (*of == list || *of == "*") && (*name == field || *name == "*"))
}

fn definitions() -> (Value, Value) {
    let one = json!({
        "company": { "id": "company", "name": "Northwind", "fiscal_start": 1, "currency": "EUR", "language": "en-GB",
                     "week_start": 1, "one_person_does_both": false, "time_zone": "UTC" },
        "definition": { "id": "definition", "sentence": "No sale yet.", "customer": "Labs", "information": "Size",
                        "certainty": "Budget", "threshold": 20, "working_days": [1, 2, 3], "holidays": ["2027-01-01"],
                        "created_at": "2026-11-22T08:00:00Z" },
        "criteria": [{ "id": "c1", "definition": "definition", "rank": "a", "question": "customer", "role": "points",
                       "field": "company", "test": "between", "words": ["Lab"], "low": 5.0, "high": 9.0, "days": 90,
                       "points": 10, "reason": "no_fit", "why": "They buy." }],
        "signals": [{ "id": "s1", "definition": "definition", "rank": "a", "kind": "trigger", "text": "A new lab" }],
        "examples": [{ "id": "e1", "definition": "definition", "rank": "a", "name": "Acme",
                       "facts": { "company": "Acme" }, "verdict": "qualified" }],
        "promises": [{ "id": "p1", "definition": "definition", "rank": "a", "kind": "first_touch", "amount": 1,
                       "note": "by phone" }],
    });
    let other = json!({
        "company": { "id": "other", "name": "Southwind", "fiscal_start": 4, "currency": "USD", "language": "de-DE",
                     "week_start": 7, "one_person_does_both": true, "time_zone": "Asia/Tokyo" },
        "definition": { "id": "other", "sentence": "A sale.", "customer": "All", "information": "Name",
                        "certainty": "Need", "threshold": null, "working_days": [1, 2], "holidays": [],
                        "created_at": "2026-11-23T08:00:00Z" },
        "criteria": [{ "id": "c3", "definition": "other", "rank": "c", "question": null, "role": "required",
                       "field": "source", "test": "known", "words": [], "low": 6.0, "high": null, "days": 30,
                       "points": 11, "reason": null, "why": "They pay." }],
        "signals": [{ "id": "s3", "definition": "other", "rank": "c", "kind": "walk_away", "text": "A lost one" }],
        "examples": [{ "id": "e3", "definition": "other", "rank": "c", "name": "Bolt", "facts": {},
                       "verdict": "not_yet" }],
        "promises": [{ "id": "p3", "definition": "other", "rank": "c", "kind": "decision", "amount": null,
                       "note": "" }],
    });
    (one, other)
}

fn read(definition: &Value) -> Result<DefinitionContent> {
    serde_json::from_value(definition.clone())
        .map_err(|error| Error::internal(format!("{error} in {definition}")))
}

fn told(before: &Value, after: &Value) -> Result<Vec<Difference>> {
    Ok(differences(&clauses(&read(before)?), &clauses(&read(after)?)))
}

/// Returns the first row of a list, or the row where there is one.
fn row<'v>(definition: &'v mut Value, list: &str) -> Option<&'v mut Value> {
    let found = definition.get_mut(list)?;
    if found.is_array() {
        found.get_mut(0)
    } else {
        Some(found)
    }
}

fn fields(row: &Value) -> BTreeSet<String> {
    row.as_object()
        .map(|fields| fields.keys().cloned().collect())
        .unwrap_or_default()
}

#[test]
fn every_field_of_a_definition_is_told_when_it_changes_or_declared_to_be_none() -> Result<()> {
    let (one, mut other) = definitions();
    assert!(told(&one, &one)?.is_empty());
    // What the type writes, so that a field that these definitions forgot is found.
    let mut written = serde_json::to_value(read(&one)?)?;
    for list in fields(&written) {
        let of = row(&mut written, &list)
            .map(|row| fields(row))
            .unwrap_or_default();
        for field in of {
            let mut changed = one.clone();
            let value = row(&mut other, &list).and_then(|row| row.get(&field).cloned());
            let slot = row(&mut changed, &list).and_then(|row| row.get_mut(&field));
            let (Some(value), Some(slot)) = (value, slot) else {
                return Err(Error::internal(format!(
                    "the definitions above say nothing of {list}.{field}"
                )));
            };
            assert_ne!(*slot, value, "{list}.{field} is the same in both definitions");
            *slot = value;
            let is_told = !told(&one, &changed)?.is_empty();
            assert_eq!(is_told, !is_declared(&list, &field), "{list}.{field}");
        }
    }
    Ok(())
}

#[test]
fn every_table_of_a_definition_is_part_of_what_is_signed() -> Result<()> {
    let mut db = Connection::open_in_memory()?;
    Schema::today().bring_up_to_date(&mut db, &crate::SystemSurroundings)?;
    let (one, _) = definitions();
    let mut written = serde_json::to_value(read(&one)?)?;
    let signed: Vec<BTreeSet<String>> = fields(&written)
        .into_iter()
        .filter_map(|list| row(&mut written, &list).map(|row| fields(row)))
        .collect();
    for (table, columns) in keeper::columns(&db)? {
        if table != "definition" && !columns.iter().any(|column| column == "definition") {
            continue;
        }
        let columns: BTreeSet<String> = columns.into_iter().collect();
        assert!(
            signed.contains(&columns),
            "{table} {columns:?} is no part of what is signed"
        );
    }
    Ok(())
}

#[test]
fn another_order_of_any_list_is_told() -> Result<()> {
    let (one, other) = definitions();
    for list in fields(&one) {
        let lines = |of: &Value| of.get(&list).and_then(Value::as_array).cloned();
        let (Some(mut both), Some(more)) = (lines(&one), lines(&other)) else {
            continue;
        };
        both.extend(more);
        let with = |lines: &[Value]| {
            let mut definition = one.clone();
            if let Some(slot) = definition.get_mut(&list) {
                *slot = Value::Array(lines.to_vec());
            }
            definition
        };
        let before = with(&both);
        both.reverse();
        let moved = told(&before, &with(&both))?;
        assert!(
            matches!(moved.as_slice(), [one] if one.label.starts_with("Order of")),
            "{list}: {moved:?}"
        );
    }
    Ok(())
}
