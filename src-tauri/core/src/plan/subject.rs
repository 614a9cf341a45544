//! The plan as something that is agreed: its canonical text, and what is missing before it can be proposed.

use serde_json::Value;

use super::{Goal, Plan, clauses::clauses, content::PlanContent, rules::completeness};
use crate::ids::{PersonId, PlanId};
use lockstep_workspace::{
    agreements::{self, Clause, SubjectKind, queries},
    calendar,
    context::ReadContext,
    error::{Error, Result},
    rows,
};

/// The plan of a year, as a kind of thing that is agreed.
pub static PLAN: SubjectKind = SubjectKind::named("plan");

/// The plan, to the agreements.
pub struct PlanSubject;

impl agreements::Subject for PlanSubject {
    fn kind(&self) -> SubjectKind {
        PLAN.clone()
    }

    fn title(&self, reader: &ReadContext, subject: &str) -> Result<String> {
        let plan: Plan = rows::get(reader, &PlanId(subject.into()), "This plan")?;
        Ok(format!("plan {}", calendar::label(plan.year)))
    }

    fn text(&self, reader: &ReadContext, subject: &str) -> Result<Value> {
        let content = PlanContent::draft(reader, &PlanId(subject.into()))?;
        Ok(serde_json::to_value(settled(content))?)
    }

    fn clauses(&self, text: &str) -> Result<Vec<Clause>> {
        Ok(clauses(&read(text)?))
    }

    fn missing(&self, reader: &ReadContext, subject: &str) -> Result<Vec<String>> {
        let content = PlanContent::draft(reader, &PlanId(subject.into()))?;
        Ok(completeness::missing(&content)
            .into_iter()
            .map(|missing| missing.message)
            .collect())
    }
}

/// Returns the content without what is no part of the agreement: how lines are ordered inside, who is ready, and people
/// who play no part in it.
fn settled(mut content: PlanContent) -> PlanContent {
    let named = named_people(&content);
    content.people.retain(|person| named.contains(&person.id));
    let unplaced = &mut content;
    for line in &mut unplaced.people {
        line.rank.clear();
    }
    for line in &mut unplaced.measures {
        line.rank.clear();
    }
    for line in &mut unplaced.points {
        line.rank.clear();
    }
    for line in &mut unplaced.segments {
        line.rank.clear();
    }
    for line in &mut unplaced.accounts {
        line.rank.clear();
    }
    for line in &mut unplaced.not_doing {
        line.rank.clear();
    }
    for line in &mut unplaced.goals {
        line.rank.clear();
    }
    for line in &mut unplaced.initiatives {
        line.rank.clear();
    }
    for line in &mut unplaced.duties {
        line.rank.clear();
    }
    for line in &mut unplaced.risks {
        line.rank.clear();
    }
    content
}

fn named_people(content: &PlanContent) -> Vec<PersonId> {
    content
        .goals
        .iter()
        .flat_map(|goal| [&goal.sales_owner, &goal.marketing_owner])
        .chain(content.initiatives.iter().map(|line| &line.owner))
        .chain(
            content
                .duties
                .iter()
                .flat_map(|duty| [&duty.sales_owner, &duty.marketing_owner]),
        )
        .chain(content.risks.iter().map(|risk| &risk.owner))
        .flatten()
        .cloned()
        .collect()
}

/// Reads a frozen text.
///
/// # Errors
/// `Damaged` when it is none.
pub fn read(text: &str) -> Result<PlanContent> {
    serde_json::from_str(text)
        .map_err(|error| Error::damaged(format!("The text of a signed plan cannot be read: {error}.")))
}

/// Returns a plan as it holds: as both signed it, else the draft.
///
/// # Errors
/// `Damaged` when what stands in the file cannot be read.
pub fn plan_that_holds(reader: &ReadContext, plan: &PlanId) -> Result<PlanContent> {
    match queries::text_in_force(reader, &PLAN, plan.as_str())? {
        Some(text) => read(&text),
        None => PlanContent::draft(reader, plan),
    }
}

/// Returns the goals of a plan as they held: those in force, else those of the draft.
pub(crate) fn goals_that_held(reader: &ReadContext, plan: &PlanId) -> Result<Vec<Goal>> {
    Ok(plan_that_holds(reader, plan)?.goals)
}
