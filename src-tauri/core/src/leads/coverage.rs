//! Coverage: how often the open pipeline holds what the year’s revenue goal still asks for.

use lockstep_workspace::{
    bounds::countable, calendar::FiscalYear, context::ReadContext, error::Result, rows, units::Unit,
    worksheet::DaySpan,
};

use super::activity::MonthlyActivity;
use crate::{
    plan::{Plan, content::PlanContent, subject::plan_that_holds},
    scorecard::Metric,
};

/// Returns what the plan of a year says: the version in force, else the draft; nothing where there is no plan.
///
/// # Errors
/// `Damaged` when what stands in the file cannot be read.
pub(super) fn plan_of(reader: &ReadContext, year: FiscalYear) -> Result<Option<PlanContent>> {
    let plan = rows::all::<Plan>(reader, "WHERE year = ?1", [year.number()])?.pop();
    plan.map(|plan| plan_that_holds(reader, &plan.id)).transpose()
}

/// Returns the coverage today in hundredths, or why there is none: open value ÷ (target of the year’s revenue goal − won value of the
/// year so far).
///
/// # Errors
/// `Refused` when amounts are more together than can be counted, `Damaged` when what stands in the file cannot be read.
pub(super) fn coverage(
    reader: &ReadContext,
    year: FiscalYear,
    open: Option<i64>,
) -> Result<std::result::Result<i64, String>> {
    let today = reader.today();
    if today < year.first_day() || year.last_day() < today {
        return Ok(Err(
            "Coverage is told while the year runs: it holds today’s pipeline against what is left of it."
                .into(),
        ));
    }
    let Some(open) = open else {
        return Ok(Err("The open value is not known.".into()));
    };
    let plan = plan_of(reader, year)?;
    let goals = plan.iter().flat_map(|plan| &plan.goals);
    let targets: Vec<i64> = goals
        .filter(|goal| goal.metric == Metric::Revenue && goal.unit == Unit::Money)
        .filter_map(|goal| goal.target)
        .collect();
    let [target] = targets.as_slice() else {
        return Ok(Err(match targets.len() {
            0 => format!("The plan of {} has no revenue goal with a target.", year.label()),
            _ => format!("The plan of {} has more than one revenue goal.", year.label()),
        }));
    };
    let won = MonthlyActivity::of(reader)?.over(DaySpan {
        from: year.first_day(),
        to: today,
    })?;
    let Some(won) = won.won_value().value else {
        return Ok(Err("What was won this year is not known.".into()));
    };
    Ok(match target - won {
        left if left <= 0 => Err("What the year aims at is won.".into()),
        left => countable(i128::from(open) * 100 / i128::from(left))
            .ok_or_else(|| "The open value is more than can be counted.".to_owned()),
    })
}
