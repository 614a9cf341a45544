//! What screens show of the buyers: the buying cycle as a whole, and what the market has in common.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BuyingCycle, BuyingPhase, BuyingPhaseId, Insight, InsightKind, Persona, PersonaId};
use crate::ids::ListItemId;

/// The buying cycle with all that stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BuyingCycleView {
    /// The buying cycle itself.
    pub buying_cycle: BuyingCycle,
    /// The personas, in their order.
    pub personas: Vec<Persona>,
    /// The phases, in their order.
    pub phases: Vec<BuyingPhase>,
    /// What is known of each persona in each phase, in its order.
    pub insights: Vec<Insight>,
    /// How much is known of each persona in each phase: one for every pair of them.
    pub cells: Vec<InsightCounts>,
}

/// How much is known of a persona in a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InsightCounts {
    /// The persona of whom it is known.
    pub persona: PersonaId,
    /// The phase in which it is known.
    pub phase: BuyingPhaseId,
    /// How many information needs.
    pub needs: u32,
    /// How many touchpoints.
    pub touchpoints: u32,
    /// How many triggers.
    pub triggers: u32,
    /// How many stoppers.
    pub stoppers: u32,
}

/// What two or more personas have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SharedInsight {
    /// Whether it is a need, a touchpoint, a trigger or a stopper.
    pub kind: InsightKind,
    /// As it was first written down.
    pub text: String,
    /// How many personas have it.
    pub personas: u32,
    /// Where it stands: persona by persona, each in the order of the phases.
    pub places: Vec<SharedPlace>,
}

/// One persona and phase that have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SharedPlace {
    /// The line that says so.
    pub insight: ListItemId,
    /// The persona whose line it is.
    pub persona: PersonaId,
    /// What the persona is called.
    pub persona_name: String,
    /// The phase in which it stands.
    pub phase: BuyingPhaseId,
    /// What the phase is called.
    pub phase_name: String,
}

/// A stage that opportunities of this workspace have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpportunityStage {
    /// In the file's own words.
    pub stage: String,
    /// How many opportunities have it.
    pub opportunities: i64,
}
