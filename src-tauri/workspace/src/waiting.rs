//! What waits for whom: everything that one side, or both, have to do next, with the place where it is done.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    agreements::Version,
    context::{Query, ReadContext},
    error::Result,
    ids::PersonId,
    people::{Person, Side},
};

/// Something that one side, or both, have to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Waiting {
    /// Whom it waits for.
    pub sides: Vec<Side>,
    /// What is to be done, by the word its room knows it by: `sign`. The page finds the place by it, never by `words`.
    pub task: &'static str,
    /// What is to be done, for whoever reads it: "Sign plan FY27".
    pub words: String,
    /// The room in which it is done: `plan`.
    pub room: String,
    /// The fiscal year, where it is about one.
    pub year: Option<i32>,
    /// The people who own what is to be done, once for each thing; empty where it has no owner of its own.
    pub people: Vec<PersonId>,
}

/// Returns the sides for which something waits that has an owner: that of the owner, and both where nobody has it or somebody of
/// Leadership.
pub fn sides_of_owner(people: &[Person], owner: Option<&PersonId>) -> &'static [Side] {
    let owner = people.iter().find(|person| Some(&person.id) == owner);
    sides_of(owner.map(|owner| owner.side))
}

/// Returns the sides that see to something of one side: both, where it is of leadership or nobody's.
#[must_use]
pub fn sides_of(side: Option<Side>) -> &'static [Side] {
    match side {
        Some(Side::Sales) => &[Side::Sales],
        Some(Side::Marketing) => &[Side::Marketing],
        Some(Side::Leadership) | None => &Side::BOTH,
    }
}

/// Returns what waits for whom with something that both sides sign. A proposal waits for the sides that have not signed it;
/// a draft that says something new waits for both, because they finish and propose it together. The task is to `sign`, to
/// `propose` or to `complete`; the year is left to the room.
pub fn on_a_draft(
    room: &str,
    what: &str,
    is_in_force: bool,
    proposed: Option<&Version>,
    draft_differs: bool,
    missing: usize,
) -> Option<Waiting> {
    let waits = |sides, task, words| Waiting {
        sides,
        task,
        words,
        room: room.into(),
        year: None,
        people: Vec::new(),
    };
    if let Some(proposed) = proposed {
        let sides = Side::BOTH
            .into_iter()
            .filter(|side| !proposed.signatures.iter().any(|signed| signed.side == *side))
            .collect();
        let next = if is_in_force { ", next version" } else { "" };
        return Some(waits(sides, "sign", format!("Sign {what}{next}")));
    }
    if is_in_force && !draft_differs {
        return None;
    }
    let (task, words) = match (missing, is_in_force) {
        (0, false) => ("propose", format!("Propose {what}")),
        (0, true) => (
            "propose",
            format!("Propose {what}: the draft differs from what is in force"),
        ),
        (1, _) => (
            "complete",
            format!("Complete the draft of {what}: one thing is missing"),
        ),
        (many, _) => (
            "complete",
            format!("Complete the draft of {what}: {many} things are missing"),
        ),
    };
    Some(waits(Side::BOTH.to_vec(), task, words))
}

/// Lists what waits for whom, room by room.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhatWaits {}

impl Query for WhatWaits {
    type Answer = Vec<Waiting>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<Waiting>> {
        let mut all = Vec::new();
        for waiting in reader.rooms().iter().filter_map(|room| room.waiting) {
            all.extend(waiting(reader)?);
        }
        Ok(all)
    }
}
