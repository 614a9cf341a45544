//! What sales says to a lead: yes, no with a reason, or later. Marketing sees it at once.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    actions::called,
    tables::Lead,
    terms::{Acceptance, LeadStage, Reason},
};
use crate::{
    change::{Action, Change, Reader},
    error::{Error, Result},
    ids::LeadId,
    rows,
};

/// Says yes to a lead for sales.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AcceptLead {
    /// The lead.
    pub id: LeadId,
    /// The day sales said so; today, where nothing is said.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<NaiveDate>,
}

/// Says no to a lead for sales, and why.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RejectLead {
    /// The lead.
    pub id: LeadId,
    /// Why.
    pub reason: Reason,
    /// A free word to it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
    /// The day sales said so; today, where nothing is said.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<NaiveDate>,
}

/// Sends a lead back to be nurtured, and says when it wakes up.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecycleLead {
    /// The lead.
    pub id: LeadId,
    /// Why it does not buy now.
    pub reason: Reason,
    /// A free word to it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
    /// When it is looked at again.
    pub wake_up_on: NaiveDate,
}

impl Action for AcceptLead {
    type Outcome = Lead;

    fn summary(&self, reader: &Reader) -> Result<String> {
        Ok(format!("Accept {}", called(reader, &self.id)?))
    }

    fn apply(self, change: &mut Change) -> Result<Lead> {
        let mut lead: Lead = rows::get(change, &self.id, "This lead")?;
        decide(change, &mut lead, Acceptance::Accepted, self.on)?;
        (lead.reason, lead.reason_said, lead.reason_note) = (None, None, None);
        rows::update(change, &lead)?;
        Ok(lead)
    }
}

impl Action for RejectLead {
    type Outcome = Lead;

    fn summary(&self, reader: &Reader) -> Result<String> {
        let reason = self.reason.name().to_lowercase();
        Ok(format!("Reject {}: {reason}", called(reader, &self.id)?))
    }

    fn apply(self, change: &mut Change) -> Result<Lead> {
        must_be_a_reason(self.reason)?;
        let mut lead: Lead = rows::get(change, &self.id, "This lead")?;
        decide(change, &mut lead, Acceptance::Rejected, self.on)?;
        give_reason(&mut lead, self.reason, self.note);
        rows::update(change, &lead)?;
        Ok(lead)
    }
}

impl Action for RecycleLead {
    type Outcome = Lead;

    fn summary(&self, reader: &Reader) -> Result<String> {
        let day = crate::words::Words::new(&reader.company()?).day(self.wake_up_on);
        Ok(format!("Recycle {} until {day}", called(reader, &self.id)?))
    }

    fn apply(self, change: &mut Change) -> Result<Lead> {
        must_be_a_reason(self.reason)?;
        if self.wake_up_on <= change.today() {
            return Err(Error::invalid(
                "wake_up_on",
                "A recycled lead wakes up on a day that is still to come.",
            )
            .hint("Choose the day on which somebody should look at it again."));
        }
        let mut lead: Lead = rows::get(change, &self.id, "This lead")?;
        lead.stage = Some(LeadStage::Recycled);
        lead.wake_up_on = Some(self.wake_up_on);
        give_reason(&mut lead, self.reason, self.note);
        rows::update(change, &lead)?;
        Ok(lead)
    }
}

fn decide(change: &Change, lead: &mut Lead, said: Acceptance, on: Option<NaiveDate>) -> Result<()> {
    let day = on.unwrap_or_else(|| change.today());
    if day > change.today() {
        return Err(Error::invalid(
            "on",
            "Nobody can have decided on a day that is still to come.",
        ));
    }
    lead.accepted = Some(said);
    lead.decided_on = Some(day);
    // A lead that has an opportunity already stays one that has.
    if lead.stage != Some(LeadStage::Converted) {
        lead.stage = Some(match said {
            Acceptance::Rejected => LeadStage::Rejected,
            _ => LeadStage::Accepted,
        });
    }
    Ok(())
}

/// The file's word for another reason would only confuse.
fn give_reason(lead: &mut Lead, reason: Reason, note: Option<String>) {
    lead.reason = Some(reason);
    lead.reason_said = None;
    lead.reason_note = note
        .map(|note| note.trim().to_string())
        .filter(|note| !note.is_empty());
}

fn must_be_a_reason(reason: Reason) -> Result<()> {
    if reason == Reason::Abandoned {
        return Err(Error::invalid(
            "reason",
            "“Abandoned” says that nobody decided, and this is a decision.",
        )
        .hint("Choose why, so that marketing learns from it."));
    }
    Ok(())
}
