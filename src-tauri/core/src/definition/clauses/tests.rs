//! Whether a definition tells every change: each field of each row is changed alone, and each must be told or be declared.

use serde_json::json;

use super::clauses;
use crate::{clause_tests::ClauseCase, definition::content::DefinitionContent};
use lockstep_workspace::error::Result;

/// What no clause tells, and why.
const NO_CLAUSE: &[(&str, &str, &str)] = &[
    ("company", "*", "a definition counts no money and no fiscal year"),
    ("definition", "id", "it is the one definition"),
    ("definition", "created_at", "when it was begun changes nothing"),
    ("promises", "id", "a promise made anew is the same promise"),
    ("*", "definition", "it is the definition that is read"),
    ("*", "rank", "the order of lines is told as such"),
];

fn definitions() -> ClauseCase<DefinitionContent> {
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
    ClauseCase {
        one,
        other,
        clauses,
        no_clause: NO_CLAUSE,
    }
}

#[test]
fn every_field_of_a_definition_is_told_when_it_changes_or_declared_to_be_none() -> Result<()> {
    definitions().every_field_is_told()
}

#[test]
fn nothing_is_declared_that_there_is_not() -> Result<()> {
    definitions().nothing_is_declared_in_vain()
}

#[test]
fn every_table_of_a_definition_is_part_of_what_is_signed() -> Result<()> {
    definitions().every_table_is_signed(|_, table, columns| {
        Ok(table == "definition" || columns.iter().any(|column| column == "definition"))
    })
}

#[test]
fn another_order_of_any_list_is_told_and_a_line_more_is_no_other_order() -> Result<()> {
    definitions().another_order_is_told(&[])
}
