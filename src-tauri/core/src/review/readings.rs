//! How far goals have come that no file tells of: entered by a person, as of a day, with a word on where the number comes from.

use chrono::NaiveDate;
use lockstep_workspace::{
    bounds::{self, Floor},
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    ids::derived,
    rows,
    units::Unit,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{GoalReading, goals::is_told_by_leads};
use crate::{
    ids::{GoalReadingId, ListItemId},
    plan::{Goal, Plan, subject::goals_that_held},
    scorecard::Metric,
};

/// Enters how far a goal has come as of a day; what was entered for that day before is replaced.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnterGoalReading {
    /// The goal.
    pub goal: ListItemId,
    /// As of which day.
    pub day: NaiveDate,
    /// Where it stands, in the smallest step of its unit: for a goal whose parts add up, all of the year until that day.
    pub value: i64,
    /// Where the number comes from.
    #[serde(default)]
    #[ts(optional)]
    pub note: Option<String>,
}

/// Returns a goal as it holds, with its plan: as both signed it, else as the draft says it. What is entered belongs to what holds; a draft
/// that is being argued about changes nothing of it.
fn goal(reader: &ReadContext, id: &ListItemId) -> Result<(Plan, Goal)> {
    for plan in rows::all::<Plan>(reader, "ORDER BY year DESC", [])? {
        let held = goals_that_held(reader, &plan.id)?;
        if let Some(goal) = held.into_iter().find(|goal| goal.id == *id) {
            return Ok((plan, goal));
        }
    }
    let goal: Goal = rows::get(reader, id, "This goal")?;
    Ok((rows::get(reader, &goal.plan, "This plan")?, goal))
}

impl Action for EnterGoalReading {
    type Outcome = GoalReading;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        Ok(format!(
            "Enter how far “{}” has come",
            goal(reader, &self.goal)?.1.name
        ))
    }

    fn apply(self, change: &mut Transaction) -> Result<GoalReading> {
        let (plan, goal) = goal(change, &self.goal)?;
        if is_told_by_leads(goal.metric) {
            return Err(Error::refused("The imported files tell this number.").hint(
                "Import the latest export; for a number of your own, give the plan a metric of your own.",
            ));
        }
        bounds::day("day", Some(self.day))?;
        if self.day > change.today() {
            return Err(Error::invalid("day", "This day has not come yet.")
                .hint("Enter the number as of a day that has passed."));
        }
        let year = lockstep_workspace::calendar::FiscalYear::new(plan.year, change.company()?.fiscal_start)?;
        if self.day < year.first_day() || year.last_day() < self.day {
            return Err(
                Error::invalid("day", format!("This day is not in {}.", year.label()))
                    .hint("Give a day of the year of the plan."),
            );
        }
        // A result may lie below zero where a target cannot.
        let is_rate = goal.unit == Unit::Percent && goal.metric != Metric::Own;
        bounds::value("value", goal.unit, Some(self.value), is_rate, Floor::Below)?;
        let reading = GoalReading {
            id: derived(&["goal_reading", goal.id.as_str(), &self.day.to_string()]).into(),
            goal: goal.id,
            day: self.day,
            unit: goal.unit,
            value: self.value,
            note: self.note.unwrap_or_default().trim().to_owned(),
            person: change.actor().map(|person| person.id.clone()),
        };
        match rows::find::<GoalReading>(change, &reading.id)? {
            Some(_) => rows::update(change, &reading)?,
            None => rows::insert(change, &reading)?,
        }
        Ok(reading)
    }
}

/// Takes back what was entered for a goal.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveGoalReading {
    /// What was entered.
    pub id: GoalReadingId,
}

impl Action for RemoveGoalReading {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let reading: GoalReading = rows::get(reader, &self.id, "This number")?;
        let goal: Option<Goal> = rows::find(reader, &reading.goal)?;
        let name = goal.map(|goal| goal.name).unwrap_or_default();
        Ok(format!("Take back a number of “{name}”"))
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        rows::get::<GoalReading>(change, &self.id, "This number")?;
        rows::delete::<GoalReading>(change, &self.id)
    }
}
