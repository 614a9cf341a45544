//! The minutes of the planning session: agenda, parking lot, decisions and actions. They live on after the plan is signed
//! and are no part of the agreement.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Section;
use crate::ids::{ListItemId, PersonId, PlanId};
use lockstep_workspace::rows::row;

/// One section on the agenda of the planning session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaItem {
    /// Names the line.
    pub id: ListItemId,
    /// The plan.
    pub plan: PlanId,
    /// The place in the list.
    pub rank: String,
    /// The section.
    pub section: Section,
    /// The planned minutes.
    pub minutes: u32,
}
row!(AgendaItem, "agenda_item", id: ListItemId, in: "plan");

/// A thought put aside during the session, to come back to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ParkedItem {
    /// Names the line.
    pub id: ListItemId,
    /// The plan.
    pub plan: PlanId,
    /// The place in the list.
    pub rank: String,
    /// The section in which it came up.
    pub section: Section,
    /// The thought.
    pub name: String,
    /// Whether it was dealt with.
    pub settled: bool,
}
row!(ParkedItem, "parked_item", id: ListItemId, in: "plan", flags: ["settled"]);

/// A decision, captured where it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Decision {
    /// Names the line.
    pub id: ListItemId,
    /// The plan.
    pub plan: PlanId,
    /// The place in the list.
    pub rank: String,
    /// The section in which it was taken.
    pub section: Section,
    /// The decision.
    pub name: String,
    /// The day.
    pub decided_on: NaiveDate,
}
row!(Decision, "decision", id: ListItemId, in: "plan");

/// Something somebody will do, captured where it arose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActionItem {
    /// Names the line.
    pub id: ListItemId,
    /// The plan.
    pub plan: PlanId,
    /// The place in the list.
    pub rank: String,
    /// The section in which it arose.
    pub section: Section,
    /// What is to be done.
    pub name: String,
    /// Who does it.
    pub owner: Option<PersonId>,
    /// Until when.
    pub due: Option<NaiveDate>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
}
row!(ActionItem, "todo", id: ListItemId, in: "plan");
