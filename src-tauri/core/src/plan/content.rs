//! All that a plan says, as raw rows: what is read from the tables as the draft, and what an agreement freezes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Funnel, Goal, Initiative, LookBack, Measure, OutOfScope, Plan, Responsibility, RetroNote, Risk, Segment,
    TargetAccount,
};
use crate::ids::PlanId;
use lockstep_workspace::{
    company::Company, context::ReadContext, error::Result, list_items::all as lines, people::Person, rows,
};

/// A plan's whole content. The minutes of the session (parked thoughts, decisions, actions) live on after the signature
/// and are therefore not part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanContent {
    /// The company, as it was called then.
    pub company: Company,
    /// The people, as they were called then.
    pub people: Vec<Person>,
    /// The plan itself.
    pub plan: Plan,
    /// Last year's numbers.
    pub look_back: LookBack,
    /// What the sides were measured on.
    #[serde(rename = "yardsticks")]
    pub measures: Vec<Measure>,
    /// What went well, did not, and was learned: the points that both sides have shown each other.
    pub points: Vec<RetroNote>,
    /// Segments.
    pub segments: Vec<Segment>,
    /// Target accounts.
    pub accounts: Vec<TargetAccount>,
    /// What we will not do.
    pub not_doing: Vec<OutOfScope>,
    /// Joint goals.
    pub goals: Vec<Goal>,
    /// What goes into the funnel maths.
    pub funnel: Funnel,
    /// Initiatives.
    pub initiatives: Vec<Initiative>,
    /// Who does what.
    pub duties: Vec<Responsibility>,
    /// Risks and assumptions.
    pub risks: Vec<Risk>,
}

impl PlanContent {
    /// Returns the draft as it stands, with every look-back point that is revealed.
    ///
    /// # Errors
    /// `NotFound` when there is no such plan.
    pub fn draft(reader: &ReadContext, plan: &PlanId) -> Result<Self> {
        let row: Plan = rows::get(reader, plan, "This plan")?;
        let points = if row.revealed_at.is_some() {
            lines(reader, plan)?
        } else {
            Vec::new()
        };
        Ok(Self {
            company: reader.company()?,
            people: rows::all(reader, "ORDER BY rank, id", [])?,
            look_back: rows::get(reader, plan, "This look back")?,
            measures: lines(reader, plan)?,
            points,
            segments: lines(reader, plan)?,
            accounts: lines(reader, plan)?,
            not_doing: lines(reader, plan)?,
            goals: lines(reader, plan)?,
            funnel: rows::get(reader, plan, "This funnel")?,
            initiatives: lines(reader, plan)?,
            duties: lines(reader, plan)?,
            risks: lines(reader, plan)?,
            plan: row,
        })
    }
}
