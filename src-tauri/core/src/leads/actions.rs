//! What people do with one lead: fill in what is missing, say what became of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{data_cleaning, tables::Lead, verdicts};
use crate::ids::LeadId;
use lockstep_workspace::{
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    rows::{self, Patch, Row},
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

/// Returns what a lead is called in a sentence.
pub(super) fn called(reader: &ReadContext, id: &LeadId) -> Result<String> {
    let lead: Lead = rows::get(reader, id, "This lead")?;
    let name = [lead.name, lead.email, lead.external_id]
        .into_iter()
        .flatten()
        .next();
    Ok(name.map_or_else(|| "a lead".into(), |name| format!("the lead “{name}”")))
}

impl Action for EditLead {
    type Outcome = Lead;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        Ok(format!("Edit {}", called(reader, &self.id)?))
    }

    fn apply(self, change: &mut Transaction) -> Result<Lead> {
        if let Some(name) = self.change.names().find(|name| Lead::OURS.contains(name)) {
            return Err(Error::invalid(
                name,
                format!(
                    "“{}” is what the file said; it is not changed here.",
                    name.replace('_', " ")
                ),
            ));
        }
        let before: Lead = rows::get(change, &self.id, "This lead")?;
        let mut after = self.change.apply(&before)?;
        tidy(&mut after);
        for (field, name) in [
            ("source", &after.source),
            ("campaign", &after.campaign),
            ("owner", &after.owner),
        ] {
            data_cleaning::must_not_be_long(field, name.as_deref().unwrap_or_default())?;
        }
        if after.touches.is_some_and(|touches| touches < 0) {
            return Err(Error::invalid(
                "touches",
                "Nobody gets in touch less often than never.",
            ));
        }
        verdicts::settle(&before, &mut after, change)?;
        rows::update(change, &after)?;
        Ok(after)
    }
}

/// Text of nothing but spaces says nothing, as in a file.
fn tidy(lead: &mut Lead) {
    for text in [
        &mut lead.name,
        &mut lead.email,
        &mut lead.company,
        &mut lead.title,
        &mut lead.phone,
        &mut lead.source,
        &mut lead.campaign,
        &mut lead.owner,
        &mut lead.reason_note,
    ] {
        *text = text
            .take()
            .map(|text| text.trim().to_string())
            .filter(|text| !text.is_empty());
    }
}
