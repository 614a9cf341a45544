//! The buyers: who takes part in a purchase (personas), in which phases they buy, and for each persona in each phase what
//! they need to know, where we meet them, what moves them on and what holds them back, with how we know.
//!
//! A workspace has one buying cycle. It is not signed: it is what both sides know of their customers, and it grows.

pub mod actions;
pub mod list_items;
pub mod queries;
pub mod room;
pub mod rules;
mod starter_set;
pub mod view;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ids::{BuyingCycleId, ListItemId},
    leads::LeadStage,
};
use lockstep_workspace::rows::row;

/// Names a persona.
pub type PersonaId = ListItemId;
/// Names a buying phase.
pub type BuyingPhaseId = ListItemId;

/// The buying cycle of the company's customers. A workspace has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BuyingCycle {
    /// Names it.
    pub id: BuyingCycleId,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
}
row!(BuyingCycle, "buying_cycle", id: BuyingCycleId, flags: [], lists: [], ours: ["created_at"]);

/// A persona: somebody who takes part in a purchase, as we know them from many customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Persona {
    /// Names it.
    pub id: PersonaId,
    /// The buying cycle it belongs to.
    pub buying_cycle: BuyingCycleId,
    /// Its place.
    pub rank: String,
    /// What we call them.
    pub name: String,
    /// Their part in the purchase.
    pub role: String,
    /// What they want to achieve.
    pub goals: String,
    /// What troubles them.
    pub pains: String,
    /// What convinces them.
    pub convinced_by: String,
    /// What they object.
    pub objections: String,
    /// The words in a job title that make somebody this persona.
    pub title_words: Vec<String>,
}
row!(Persona, "persona", id: ListItemId, in: "buying_cycle", flags: [], lists: ["title_words"]);

/// A phase in which customers buy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BuyingPhase {
    /// Names it.
    pub id: BuyingPhaseId,
    /// The buying cycle it belongs to.
    pub buying_cycle: BuyingCycleId,
    /// Its place.
    pub rank: String,
    /// What it is called.
    pub name: String,
    /// The stages of leads that belong to it.
    pub lead_stages: Vec<LeadStage>,
    /// The stages of opportunities that belong to it, in the words of the company's own files.
    pub opportunity_stages: Vec<String>,
}
row!(BuyingPhase, "buying_phase", id: ListItemId, in: "buying_cycle", flags: [],
     lists: ["lead_stages", "opportunity_stages"]);

/// What is known of a persona in a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InsightKind {
    /// What they need to know.
    Need,
    /// Where they meet us.
    Touchpoint,
    /// What moves them on.
    Trigger,
    /// What holds them back.
    Stopper,
}

impl InsightKind {
    /// All four, in their order.
    pub const ALL: [Self; 4] = [Self::Need, Self::Touchpoint, Self::Trigger, Self::Stopper];

    /// Returns what it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Need => "Information need",
            Self::Touchpoint => "Touchpoint",
            Self::Trigger => "Trigger",
            Self::Stopper => "Stopper",
        }
    }
}

/// How we know something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// A customer said so when asked.
    Interview,
    /// Somebody said so to a seller.
    Call,
    /// Many answered so.
    Survey,
    /// A deal went so.
    Deal,
}

/// One thing that is known of a persona in a phase, with how we know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Insight {
    /// Names it.
    pub id: ListItemId,
    /// The buying cycle it belongs to.
    pub buying_cycle: BuyingCycleId,
    /// Its place.
    pub rank: String,
    /// Whose it is.
    pub persona: PersonaId,
    /// In which phase.
    pub phase: BuyingPhaseId,
    /// Whether it is a need, a touchpoint, a trigger or a stopper.
    pub kind: InsightKind,
    /// In the buyer's words.
    pub text: String,
    /// How we know; nothing while we only think so.
    pub evidence: Option<Evidence>,
    /// On which day we learned it.
    pub evidence_on: Option<NaiveDate>,
    /// Who said it, in which deal, where it is written down.
    pub evidence_note: String,
}
row!(Insight, "insight", id: ListItemId, in: "buying_cycle");
