//! What people do with one lead: fill in what is missing, say what became of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{tables::Lead, terms::Acceptance};
use crate::{
    change::{Action, Change, Reader},
    error::{Error, Result},
    ids::LeadId,
    rows::{self, Patch},
};

/// Changes a lead. What is changed here stays, whatever a later export says.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditLead {
    /// The lead.
    pub id: LeadId,
    /// The fields that change.
    pub change: Patch<Lead>,
}

/// What only a file says: where a lead came from, its ids, and the file's own words.
const OF_THE_FILE: &[&str] = &[
    "import",
    "external_id",
    "opportunity_said",
    "stage_said",
    "reason_said",
    "attributes",
];

/// Returns what a lead is called in a sentence.
pub(super) fn called(reader: &Reader, id: &LeadId) -> Result<String> {
    let lead: Lead = rows::get(reader, id, "This lead")?;
    let name = [lead.name, lead.email, lead.external_id]
        .into_iter()
        .flatten()
        .next();
    Ok(name.map_or_else(|| "a lead".into(), |name| format!("the lead “{name}”")))
}

impl Action for EditLead {
    type Outcome = Lead;

    fn summary(&self, reader: &Reader) -> Result<String> {
        Ok(format!("Edit {}", called(reader, &self.id)?))
    }

    fn apply(self, change: &mut Change) -> Result<Lead> {
        if let Some(name) = self.change.names().find(|name| OF_THE_FILE.contains(name)) {
            return Err(Error::invalid(
                name,
                format!(
                    "“{}” is what the file said; it is not changed here.",
                    name.replace('_', " ")
                ),
            ));
        }
        let before: Lead = rows::get(change, &self.id, "This lead")?;
        let after = self.change.apply(&before)?;
        if after.touches.is_some_and(|touches| touches < 0) {
            return Err(Error::invalid(
                "touches",
                "Nobody gets in touch less often than never.",
            ));
        }
        let is_new = |accepted| after.accepted == Some(accepted) && before.accepted != after.accepted;
        if is_new(Acceptance::Rejected) && after.reason.is_none() {
            return Err(Error::invalid("reason", "A rejected lead needs a reason.")
                .hint("Choose why, so that marketing learns from it."));
        }
        rows::update(change, &after)?;
        Ok(after)
    }
}
