//! What is kept of leads, opportunities, costs and the files that brought them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::terms::{Acceptance, LeadStage, Outcome, Reason, RecordKind};
use crate::ids::{ImportId, LeadId, OpportunityId, PersonId};

/// A file that was taken in, and what became of its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Import {
    /// Names the import.
    pub id: ImportId,
    /// What the rows were.
    pub kind: RecordKind,
    /// The file's name.
    pub file_name: String,
    /// The same for all files with these columns.
    pub shape: String,
    /// When it was taken in.
    pub at: DateTime<Utc>,
    /// By whom.
    pub person: Option<PersonId>,
    /// How many rows the file had.
    pub rows: i64,
    /// How many records were new.
    pub added: i64,
    /// How many said something new.
    pub updated: i64,
    /// How many said what was known.
    pub unchanged: i64,
    /// How many rows could not be read.
    pub rejected: i64,
    /// How many of its leads have no source.
    pub source_missing: i64,
    /// When it was taken back, if it was.
    pub taken_back_at: Option<DateTime<Utc>>,
}

lockstep_workspace::rows::row!(Import, "import", id: ImportId);

/// A lead. What is not known is nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Lead {
    /// Names the lead.
    pub id: LeadId,
    /// The file that brought it.
    pub import: ImportId,
    /// Its id in the CRM.
    pub external_id: Option<String>,
    /// The person, or what the inquiry is about.
    pub name: Option<String>,
    /// The person's address.
    pub email: Option<String>,
    /// Where the person works.
    pub company: Option<String>,
    /// What the person does there.
    pub title: Option<String>,
    /// The person's number.
    pub phone: Option<String>,
    /// The original channel.
    pub source: Option<String>,
    /// The specific effort that brought it.
    pub campaign: Option<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// The day it came in.
    pub created_on: Option<NaiveDate>,
    /// The day marketing gave it to sales.
    pub handed_over_on: Option<NaiveDate>,
    /// The day a person first got in touch.
    pub first_touch_on: Option<NaiveDate>,
    /// How often somebody got in touch.
    pub touches: Option<i64>,
    /// How far sales has come with it.
    pub stage: Option<LeadStage>,
    /// The file's word for that.
    pub stage_said: Option<String>,
    /// What sales said to it.
    pub accepted: Option<Acceptance>,
    /// The day sales said so.
    pub decided_on: Option<NaiveDate>,
    /// Why it went no further.
    pub reason: Option<Reason>,
    /// The file's word for that.
    pub reason_said: Option<String>,
    /// What somebody added in free words to why it went no further.
    pub reason_note: Option<String>,
    /// When a recycled lead is looked at again.
    pub wake_up_on: Option<NaiveDate>,
    /// The id of the opportunity that it became, in the CRM.
    pub opportunity_said: Option<String>,
    /// What the file said in columns of its own.
    #[ts(type = "Record<string, string | number | boolean>")]
    pub attributes: Map<String, Value>,
}

// What only a file says: where a lead came from, its ids, and the file's own words.
lockstep_workspace::rows::row!(Lead, "lead", id: LeadId, flags: [], lists: ["attributes"],
    ours: ["import", "external_id", "opportunity_said", "stage_said", "reason_said", "attributes"]);

/// An opportunity. What is not known is nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Opportunity {
    /// Names the opportunity.
    pub id: OpportunityId,
    /// The file that brought it.
    pub import: ImportId,
    /// The lead it came from.
    pub lead: Option<LeadId>,
    /// The lead whose row in a file told of it.
    pub carried_by: Option<LeadId>,
    /// Its id in the CRM.
    pub external_id: Option<String>,
    /// The id of its lead, in the CRM.
    pub lead_said: Option<String>,
    /// The contact's address.
    pub email: Option<String>,
    /// What it is called.
    pub name: Option<String>,
    /// Who may buy.
    pub company: Option<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// The original channel.
    pub source: Option<String>,
    /// The specific effort that brought it.
    pub campaign: Option<String>,
    /// The day it became an opportunity.
    pub created_on: Option<NaiveDate>,
    /// The day it was won or lost.
    pub closed_on: Option<NaiveDate>,
    /// The file's word for where it stands.
    pub stage_said: Option<String>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// What it is worth, in minor units.
    pub value: Option<i64>,
    /// What sales said to its lead.
    pub accepted: Option<Acceptance>,
    /// The day sales said so.
    pub decided_on: Option<NaiveDate>,
    /// Why it was lost.
    pub lost_reason: Option<String>,
    /// What the file said in columns of its own.
    #[ts(type = "Record<string, string | number | boolean>")]
    pub attributes: Map<String, Value>,
}

lockstep_workspace::rows::row!(Opportunity, "opportunity", id: OpportunityId, flags: [], lists: ["attributes"]);
