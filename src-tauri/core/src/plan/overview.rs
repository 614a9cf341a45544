//! All plans at a glance: the list of years, and what waits for whom in each.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Plan, content::PlanContent, rules::completeness, view::Missing};
use crate::{ids::PlanId, plan::subject::PLAN};
use lockstep_workspace::{
    agreements::{Version, queries as agreements},
    context::{Query, ReadContext},
    error::Result,
    rows,
    waiting::{self, Waiting},
};

/// Where a plan stands as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    /// It was never signed and is not proposed.
    Draft,
    /// It waits for signatures.
    Proposed,
    /// A version is in force.
    InForce,
}

/// A plan in the list of plans.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanRow {
    /// Names the plan.
    pub id: PlanId,
    /// The fiscal year.
    pub year: i32,
    /// "FY27".
    pub label: String,
    /// The year's first day.
    pub first_day: NaiveDate,
    /// The year's last day.
    pub last_day: NaiveDate,
    /// Whether today lies in it.
    pub is_this_year: bool,
    /// Where it stands.
    pub state: PlanState,
    /// The version in force, if one is.
    pub in_force: Option<Version>,
    /// The version that waits for signatures, if one does.
    pub proposed: Option<Version>,
    /// Whether it was ever proposed; then it is kept and cannot be deleted.
    pub was_proposed: bool,
    /// Whether the draft says something else than what is in force.
    pub draft_differs: bool,
    /// How many goals it has.
    pub goals: i64,
    /// What is missing before it can be proposed.
    pub missing: Vec<Missing>,
}

/// Lists the plans, the latest year first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListPlans {}

impl Query for ListPlans {
    type Answer = Vec<PlanRow>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<PlanRow>> {
        let company = reader.company()?;
        let today = reader.today();
        let plans: Vec<Plan> = rows::all(reader, "ORDER BY year DESC", [])?;
        plans
            .into_iter()
            .map(|plan| {
                let year = company.fiscal_year(plan.year)?;
                let agreement = agreements::view(reader, &PLAN, plan.id.as_str())?;
                let content = PlanContent::draft(reader, &plan.id)?;
                Ok(PlanRow {
                    label: year.label(),
                    first_day: year.first_day(),
                    last_day: year.last_day(),
                    is_this_year: (year.first_day()..=year.last_day()).contains(&today),
                    state: match (&agreement.proposed, &agreement.in_force) {
                        (Some(_), _) => PlanState::Proposed,
                        (None, Some(_)) => PlanState::InForce,
                        (None, None) => PlanState::Draft,
                    },
                    was_proposed: !agreement.versions.is_empty(),
                    draft_differs: !agreement.differences.is_empty(),
                    in_force: agreement.in_force,
                    proposed: agreement.proposed,
                    goals: content.goals.len() as i64,
                    missing: completeness::missing(&content),
                    year: plan.year,
                    id: plan.id,
                })
            })
            .collect()
    }
}

/// Returns what waits for whom in one plan.
pub fn waiting(plan: &PlanRow) -> Option<Waiting> {
    let what = format!("plan {}", plan.label);
    let waiting = waiting::on_a_draft(
        crate::plan::room::NAME,
        &what,
        plan.in_force.is_some(),
        plan.proposed.as_ref(),
        plan.draft_differs,
        plan.missing.len(),
    )?;
    Some(Waiting {
        year: Some(plan.year),
        ..waiting
    })
}
