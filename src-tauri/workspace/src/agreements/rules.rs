//! The rules of agreements, pure: canonical text, digest, difference in words, and where a version stands.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::{Signature, Version, VersionState};
use crate::{
    ids::{AgreementId, PersonId, hash_of},
    people::Side,
};

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
    hash_of(text.as_bytes())
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

/// Returns when both sides had signed, if they have. Of two signatures for one side, as two copies of a workspace may hold
/// them, the earlier one counts.
pub fn complete_since(signatures: &[Signature]) -> Option<DateTime<Utc>> {
    let of = |side| {
        signatures
            .iter()
            .filter(move |s| s.side == side)
            .map(|s| s.signed_at)
            .min()
    };
    Some(of(Side::Sales)?.max(of(Side::Marketing)?))
}

/// What is known of a proposal beside its text.
#[derive(Debug, Clone, Deserialize)]
pub struct Proposal {
    /// Names it.
    pub id: AgreementId,
    /// The SHA-256 of its text.
    pub digest: String,
    /// Who proposed it.
    pub proposed_by: PersonId,
    /// When.
    pub proposed_at: DateTime<Utc>,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// The number that its version was given.
    pub version: Option<u32>,
}

/// Returns the versions of one subject, the earliest first: by when both sides had signed, else by when they were proposed, and
/// by their names where that is the same. It says the same whatever the order of the rows, so two copies that were brought
/// together agree on it.
pub fn versions(
    proposals: Vec<Proposal>,
    signatures: &[Signature],
    name_of: impl Fn(&PersonId) -> String,
) -> Vec<Version> {
    let mut versions: Vec<Version> = proposals
        .into_iter()
        .map(|proposal| {
            let signed = signatures.iter().filter(|s| s.agreement == proposal.id);
            version(&proposal, signed.cloned().collect(), &name_of)
        })
        .collect();
    let place = |version: &Version| version.in_force_since.unwrap_or(version.proposed_at);
    versions.sort_by(|a, b| (place(a), &a.agreement).cmp(&(place(b), &b.agreement)));
    settle_states(&mut versions);
    settle_numbers(&mut versions);
    versions
}

/// Returns what a proposal is by itself, with the number that it was given.
fn version(
    proposal: &Proposal,
    mut signatures: Vec<Signature>,
    name_of: &impl Fn(&PersonId) -> String,
) -> Version {
    signatures.sort_by(|a, b| (a.signed_at, &a.id).cmp(&(b.signed_at, &b.id)));
    // Withdrawn in one copy and signed in the other: what happened first holds.
    let since = complete_since(&signatures)
        .filter(|since| proposal.withdrawn_at.is_none_or(|withdrawn| *since <= withdrawn));
    let state = match (since, proposal.withdrawn_at) {
        (Some(_), _) => VersionState::InForce,
        (None, Some(_)) => VersionState::Withdrawn,
        (None, None) => VersionState::Proposed,
    };
    let person = |side| signatures.iter().find(|s| s.side == side).map(|s| &s.person);
    let sales = person(Side::Sales);
    Version {
        one_person: sales.is_some() && sales == person(Side::Marketing),
        version: proposal.version,
        state,
        digest: proposal.digest.clone(),
        proposed_by: name_of(&proposal.proposed_by),
        proposed_at: proposal.proposed_at,
        in_force_since: since,
        agreement: proposal.id.clone(),
        signatures,
    }
}

/// Of what both signed, the last holds. What still waits when another is signed is withdrawn by that.
fn settle_states(versions: &mut [Version]) {
    let last_signed = versions.iter().filter_map(|version| version.in_force_since).max();
    let mut holds = true;
    for version in versions.iter_mut().rev() {
        match version.state {
            VersionState::InForce => {
                if !holds {
                    version.state = VersionState::Superseded;
                }
                holds = false;
            }
            VersionState::Proposed if last_signed > Some(version.proposed_at) => {
                version.state = VersionState::Withdrawn;
            }
            _ => {}
        }
    }
}

/// Each keeps the number that it was given, unless one that was signed earlier has it: then it has the next that is free. What
/// was withdrawn has none.
fn settle_numbers(versions: &mut [Version]) {
    let mut taken: BTreeSet<u32> = BTreeSet::new();
    for is_signed in [true, false] {
        let those = versions
            .iter_mut()
            .filter(|version| version.in_force_since.is_some() == is_signed);
        for version in those {
            version.version = (version.state != VersionState::Withdrawn).then(|| {
                let mut number = version
                    .version
                    .unwrap_or_else(|| taken.last().map_or(1, |last| last + 1));
                while !taken.insert(number) {
                    number += 1;
                }
                number
            });
        }
    }
}

/// Returns the number that the next version will have.
pub fn next_number(versions: &[Version]) -> u32 {
    let signed = versions.iter().filter(|version| version.in_force_since.is_some());
    let last = signed.filter_map(|version| version.version).max();
    last.map_or(1, |last| last.saturating_add(1))
}

/// Returns the instant at which something is done to a subject `now`: never before what was signed last, whatever the clock
/// says, because what was signed later is what holds.
pub fn not_before(versions: &[Version], now: DateTime<Utc>) -> DateTime<Utc> {
    match versions.iter().filter_map(|version| version.in_force_since).max() {
        Some(last) if now < last => last + TimeDelta::milliseconds(1),
        _ => now,
    }
}
