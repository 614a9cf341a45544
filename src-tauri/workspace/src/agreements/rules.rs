//! The rules of agreements, pure: canonical text, digest, difference in words, and where a version stands.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::{Agreement, Signature, Version, VersionState};
use crate::people::Side;

/// Returns the one way of writing a JSON value: keys in order, no white space. The same content always gives the same
/// text, and so the same digest.
pub fn canonical(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let sorted: BTreeMap<&String, &Value> = fields.iter().collect();
            let inner: Vec<String> = sorted
                .into_iter()
                .map(|(key, value)| format!("{}:{}", Value::String(key.clone()), canonical(value)))
                .collect();
            format!("{{{}}}", inner.join(","))
        }
        Value::Array(items) => {
            let inner: Vec<String> = items.iter().map(canonical).collect();
            format!("[{}]", inner.join(","))
        }
        other => other.to_string(),
    }
}

/// Returns the SHA-256 of a text in hexadecimal.
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// One thing that a text says: what two versions are compared by, and the words that tell it.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// A stable name: the same clause has it in every version.
    pub key: String,
    /// The section's title.
    pub section: String,
    /// What it is about: "Target of *Accepted leads*".
    pub label: String,
    /// What it says in words: "400". Empty means that it says nothing.
    pub value: String,
    /// What it is compared by.
    pub meaning: Meaning,
}

/// What a clause is compared by. Words change with the company's language and with what people and goals are called;
/// what was agreed does not.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// What is written: a number with its unit, an identifier, a text.
    Value(Value),
    /// Lines in their order, each with its name for ever and what it is called. Only lines that stand in both texts are
    /// compared: that one came or went is told where it stands.
    Order(Vec<(String, String)>),
}

/// How one thing differs between two texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Difference {
    /// The section's title.
    pub section: String,
    /// What it is about.
    pub label: String,
    /// What it said; nothing when it is new.
    pub before: Option<String>,
    /// What it says; nothing when it is gone.
    pub after: Option<String>,
}

/// Returns what differs between two texts, in the order of the later one, with what is gone at the end of its section.
pub fn differences(before: &[Clause], after: &[Clause]) -> Vec<Difference> {
    let old: BTreeMap<&str, &Clause> = before.iter().map(|c| (c.key.as_str(), c)).collect();
    let new: BTreeMap<&str, &Clause> = after.iter().map(|c| (c.key.as_str(), c)).collect();

    let mut found: Vec<Difference> = after
        .iter()
        .filter_map(|now| {
            let (before, after) = match old.get(now.key.as_str()) {
                Some(then) => told(then, now)?,
                None => (None, Some(says(now)?)),
            };
            Some(Difference {
                section: now.section.clone(),
                label: now.label.clone(),
                before,
                after,
            })
        })
        .collect();
    for gone in before.iter().filter(|c| !new.contains_key(c.key.as_str())) {
        let Some(said) = says(gone) else { continue };
        let place = found
            .iter()
            .rposition(|d| d.section == gone.section)
            .map_or(found.len(), |last| last + 1);
        found.insert(
            place,
            Difference {
                section: gone.section.clone(),
                label: gone.label.clone(),
                before: Some(said),
                after: None,
            },
        );
    }
    found
}

/// Returns what a clause says alone: an order says nothing but against another one.
fn says(clause: &Clause) -> Option<String> {
    match clause.meaning {
        Meaning::Value(_) => Some(clause.value.clone()).filter(|value| !value.is_empty()),
        Meaning::Order(_) => None,
    }
}

/// Returns what a clause said and says, or nothing where it means the same.
fn told(then: &Clause, now: &Clause) -> Option<(Option<String>, Option<String>)> {
    let (Meaning::Order(before), Meaning::Order(after)) = (&then.meaning, &now.meaning) else {
        return (then.meaning != now.meaning).then(|| (says(then), says(now)));
    };
    let called: BTreeMap<&str, &str> = after
        .iter()
        .map(|(id, name)| (id.as_str(), name.as_str()))
        .collect();
    let known: BTreeSet<&str> = before.iter().map(|(id, _)| id.as_str()).collect();
    let of = |lines: &[(String, String)]| -> Vec<String> {
        let ids = lines.iter().map(|(id, _)| id);
        ids.filter(|id| known.contains(id.as_str()) && called.contains_key(id.as_str()))
            .cloned()
            .collect()
    };
    let (before, after) = (of(before), of(after));
    // Both in the words of today, so that what was renamed is not told again.
    let words = |ids: &[String]| {
        let names: Vec<&str> = ids
            .iter()
            .filter_map(|id| called.get(id.as_str()).copied())
            .collect();
        Some(names.join(" · "))
    };
    (before != after).then(|| (words(&before), words(&after)))
}

/// Returns when both sides had signed, if they have.
pub fn complete_since(signatures: &[Signature]) -> Option<chrono::DateTime<chrono::Utc>> {
    let of = |side| {
        signatures
            .iter()
            .filter(move |s| s.side == side)
            .map(|s| s.signed_at)
            .min()
    };
    Some(of(Side::Sales)?.max(of(Side::Marketing)?))
}

/// Returns the versions of one subject, the earliest first, from its proposals in the order in which they were made.
pub fn versions(
    proposals: Vec<Agreement>,
    signatures: &[Signature],
    name_of: impl Fn(&crate::ids::PersonId) -> String,
) -> Vec<Version> {
    let mut number = 0;
    let mut versions: Vec<Version> = proposals
        .into_iter()
        .map(|agreement| {
            let signed: Vec<Signature> = signatures
                .iter()
                .filter(|s| s.agreement == agreement.id)
                .cloned()
                .collect();
            let in_force_since = complete_since(&signed);
            let state = match (agreement.withdrawn_at, in_force_since) {
                (Some(_), _) => VersionState::Withdrawn,
                (None, Some(_)) => VersionState::InForce,
                (None, None) => VersionState::Proposed,
            };
            let person = |side| signed.iter().find(|s| s.side == side).map(|s| &s.person);
            let sales = person(Side::Sales);
            Version {
                one_person: sales.is_some() && sales == person(Side::Marketing),
                version: (state != VersionState::Withdrawn).then(|| {
                    number += 1;
                    number
                }),
                state,
                digest: agreement.digest,
                proposed_by: name_of(&agreement.proposed_by),
                proposed_at: agreement.proposed_at,
                signatures: signed,
                in_force_since,
                agreement: agreement.id,
            }
        })
        .collect();
    let mut holds = true;
    for version in versions
        .iter_mut()
        .rev()
        .filter(|v| v.state == VersionState::InForce)
    {
        if !holds {
            version.state = VersionState::Superseded;
        }
        holds = false;
    }
    versions
}
