//! What sales says to a lead: yes, no with a reason, or later. Marketing sees it at once.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    actions::called,
    tables::Lead,
    terms::{Acceptance, LeadStage, Reason},
};
use crate::ids::LeadId;
use lockstep_workspace::{
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
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

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        Ok(format!("Accept {}", called(reader, &self.id)?))
    }

    fn apply(self, change: &mut Transaction) -> Result<Lead> {
        let mut lead: Lead = rows::get(change, &self.id, "This lead")?;
        decide(change, &mut lead, Acceptance::Accepted, self.on)?;
        (lead.reason, lead.reason_said, lead.reason_note) = (None, None, None);
        rows::update(change, &lead)?;
        Ok(lead)
    }
}

impl Action for RejectLead {
    type Outcome = Lead;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let reason = self.reason.name().to_lowercase();
        Ok(format!("Reject {}: {reason}", called(reader, &self.id)?))
    }

    fn apply(self, change: &mut Transaction) -> Result<Lead> {
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

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let day = lockstep_workspace::words::Words::new(&reader.company()?).day(self.wake_up_on);
        Ok(format!("Recycle {} until {day}", called(reader, &self.id)?))
    }

    fn apply(self, change: &mut Transaction) -> Result<Lead> {
        must_be_a_reason(self.reason)?;
        must_wake_up(Some(self.wake_up_on), change)?;
        let mut lead: Lead = rows::get(change, &self.id, "This lead")?;
        lead.stage = Some(LeadStage::Recycled);
        lead.wake_up_on = Some(self.wake_up_on);
        give_reason(&mut lead, self.reason, self.note);
        rows::update(change, &lead)?;
        Ok(lead)
    }
}

/// Holds an edit of a lead to the rules of accepting, rejecting and recycling, and lets what follows from each follow. What
/// a file said may fall short of them; an edit of something else leaves that as it is.
pub(super) fn settle(before: &Lead, after: &mut Lead, reader: &ReadContext) -> Result<()> {
    let is_told = after.accepted != before.accepted;
    if is_told && let Some(said @ (Acceptance::Accepted | Acceptance::Rejected)) = after.accepted {
        let told_day = (after.decided_on != before.decided_on).then_some(after.decided_on);
        let told_stage = (after.stage != before.stage).then_some(after.stage);
        decide(reader, after, said, told_day.flatten()).map_err(|error| Error {
            field: Some("decided_on".into()),
            ..error
        })?;
        after.stage = told_stage.unwrap_or(after.stage);
        if said == Acceptance::Accepted && after.reason == before.reason {
            (after.reason, after.reason_said, after.reason_note) = (None, None, None);
        }
    } else if after.decided_on != before.decided_on {
        must_have_been(after.decided_on, "decided_on", reader)?;
    }
    if after.reason != before.reason {
        after.reason_said = None;
    }
    let is_changed = (after.accepted, after.stage, after.reason, after.wake_up_on)
        != (before.accepted, before.stage, before.reason, before.wake_up_on);
    if is_changed && is_rejected(after) {
        must_have_a_reason(after.reason, "A rejected lead needs a reason.")?;
    }
    if is_changed && after.stage == Some(LeadStage::Recycled) {
        must_have_a_reason(after.reason, "A recycled lead needs a reason.")?;
        // Once its day has come it may be edited, and stays recycled.
        if after.stage != before.stage || after.wake_up_on != before.wake_up_on {
            must_wake_up(after.wake_up_on, reader)?;
        }
    }
    Ok(())
}

/// Returns whether sales says no to a lead: in so many words, or by where it stands.
fn is_rejected(lead: &Lead) -> bool {
    match lead.accepted {
        Some(Acceptance::Rejected) => true,
        Some(Acceptance::Accepted) => false,
        _ => lead.stage == Some(LeadStage::Rejected),
    }
}

fn must_have_a_reason(reason: Option<Reason>, why: &str) -> Result<()> {
    let reason = reason
        .ok_or_else(|| Error::invalid("reason", why).hint("Choose why, so that marketing learns from it."))?;
    must_be_a_reason(reason)
}

fn must_wake_up(on: Option<NaiveDate>, reader: &ReadContext) -> Result<()> {
    if on.is_some_and(|day| day > reader.today()) {
        return Ok(());
    }
    Err(Error::invalid(
        "wake_up_on",
        "A recycled lead wakes up on a day that is still to come.",
    )
    .hint("Choose the day on which somebody should look at it again."))
}

fn must_have_been(day: Option<NaiveDate>, field: &str, reader: &ReadContext) -> Result<()> {
    if day.is_some_and(|day| day > reader.today()) {
        return Err(Error::invalid(
            field,
            "Nobody can have decided on a day that is still to come.",
        ));
    }
    Ok(())
}

fn decide(reader: &ReadContext, lead: &mut Lead, said: Acceptance, on: Option<NaiveDate>) -> Result<()> {
    must_have_been(on, "on", reader)?;
    let day = on.unwrap_or_else(|| reader.today());
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
