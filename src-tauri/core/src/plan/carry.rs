//! Carrying a plan forward to another year.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    AgendaItem, Funnel, Goal, Initiative, Measure, OutOfScope, Plan, Responsibility, Risk, Segment,
    TargetAccount,
    actions::{empty_numbers, new_plan},
    content::PlanContent,
    rules::checks,
};
use crate::ids::{self, ListItemId, PlanId};
use lockstep_workspace::{
    calendar::{self, add_months},
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    list_items::{self, ListItem},
    rows,
};

/// Carries a plan forward to another year: its structure stays, days move along, last year's numbers are emptied.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyPlan {
    /// The plan to start from.
    pub from: PlanId,
    /// The fiscal year of the new plan.
    pub year: i32,
}

impl Action for CopyPlan {
    type Outcome = Plan;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let from: Plan = rows::get(reader, &self.from, "This plan")?;
        Ok(format!(
            "Carry plan {} forward to {}",
            calendar::label(from.year),
            calendar::label(self.year)
        ))
    }

    fn apply(self, change: &mut Transaction) -> Result<Plan> {
        let from = PlanContent::draft(change, &self.from)?;
        let years = self.year - from.plan.year;
        let mut plan = new_plan(change, self.year)?;
        plan.positioning = from.plan.positioning;
        plan.budget = from.plan.budget;
        checks::plan(&plan)?;
        checks::funnel(&from.funnel)?;
        rows::update(change, &plan)?;
        let (_, look_back) = empty_numbers(&plan.id);
        rows::insert(change, &look_back)?;
        rows::insert(
            change,
            &Funnel {
                id: plan.id.clone(),
                ..from.funnel
            },
        )?;

        let to = &plan.id;
        carry(change, to, from.measures, |line: &mut Measure| {
            (line.target, line.actual) = (None, None)
        })?;
        carry(change, to, from.segments, |_: &mut Segment| {})?;
        carry(change, to, from.accounts, |_: &mut TargetAccount| {})?;
        carry(change, to, from.not_doing, |_: &mut OutOfScope| {})?;
        let goals = carry(change, to, from.goals, |goal: &mut Goal| goal.baseline = None)?;
        carry(change, to, from.initiatives, |line: &mut Initiative| {
            line.starts = line.starts.map(|day| add_months(day, 12 * years));
            line.ends = line.ends.map(|day| add_months(day, 12 * years));
            line.goal = line.goal.take().and_then(|old| {
                goals
                    .iter()
                    .find(|(was, _)| *was == old)
                    .map(|(_, now)| now.clone())
            });
        })?;
        carry(change, to, from.duties, |_: &mut Responsibility| {})?;
        carry(change, to, from.risks, |_: &mut Risk| {})?;
        carry(
            change,
            to,
            list_items::all(change, &self.from)?,
            |_: &mut AgendaItem| {},
        )?;
        Ok(plan)
    }
}

/// Writes copies of lines into another plan, in their order, and returns which became which.
fn carry<L: ListItem<Parent = PlanId> + Clone>(
    change: &Transaction,
    to: &PlanId,
    lines: Vec<L>,
    clear: impl Fn(&mut L),
) -> Result<Vec<(ListItemId, ListItemId)>> {
    let mut became = Vec::new();
    for mut line in lines {
        clear(&mut line);
        let id: ListItemId = ids::derived(&[L::TABLE, to.as_str(), "carried", line.id().as_str()]).into();
        became.push((line.id().clone(), id.clone()));
        line.reparent(id, to.clone());
        let mut line = rows::without_gone(change, line)?;
        // Nothing follows anew in a copy; what could not be typed cannot be carried forward either.
        let same = line.clone();
        line.settle(Some(&same), change).map_err(|error| {
            let message = format!(
                "“{}” cannot be carried forward. {}",
                line.display_name(),
                error.message
            );
            Error::refused(message)
                .hint("Change it in the plan that it comes from, then carry that one forward.")
        })?;
        rows::insert(change, &line)?;
    }
    Ok(became)
}
