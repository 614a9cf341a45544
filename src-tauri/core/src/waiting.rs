//! What waits for whom: everything that one side, or both, have to do next, with the place where it is done.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    agreements::{SubjectKind, Version},
    change::{Query, ReadContext},
    definition,
    error::Result,
    people::Side,
    plan::overview::{self, ListPlans},
};

/// Something that one side, or both, have to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Waiting {
    /// Whom it waits for.
    pub sides: Vec<Side>,
    /// What is to be done: "Sign plan FY27".
    pub words: String,
    /// What it is about; it is done on that page.
    pub subject_kind: SubjectKind,
    /// The fiscal year of the plan, where it is about one.
    pub year: Option<i32>,
}

/// Returns what waits for whom with something that both sides sign. A proposal waits for the sides that have not signed it;
/// a draft that says something new waits for both, because they finish and propose it together.
pub(crate) fn on_a_draft(
    what: &str,
    is_in_force: bool,
    proposed: Option<&Version>,
    draft_differs: bool,
    missing: usize,
) -> Option<(Vec<Side>, String)> {
    if let Some(proposed) = proposed {
        let sides = Side::BOTH
            .into_iter()
            .filter(|side| !proposed.signatures.iter().any(|signed| signed.side == *side))
            .collect();
        let next = if is_in_force { ", next version" } else { "" };
        return Some((sides, format!("Sign {what}{next}")));
    }
    if is_in_force && !draft_differs {
        return None;
    }
    let words = match (missing, is_in_force) {
        (0, false) => format!("Propose {what}"),
        (0, true) => format!("Propose {what}: the draft differs from what is in force"),
        (1, _) => format!("Complete the draft of {what}: one thing is missing"),
        (many, _) => format!("Complete the draft of {what}: {many} things are missing"),
    };
    Some((Side::BOTH.to_vec(), words))
}

/// Lists what waits for whom, the latest plan first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhatWaits {}

impl Query for WhatWaits {
    type Answer = Vec<Waiting>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<Waiting>> {
        let plans = ListPlans {}.answer(reader)?;
        Ok(plans
            .iter()
            .filter_map(overview::waiting)
            .chain(definition::queries::waiting(reader)?)
            .collect())
    }
}
