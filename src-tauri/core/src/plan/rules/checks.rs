//! What the numbers and days of a plan's rows can be, wherever they come from: typed, pasted, taken from leads, from the
//! funnel or from another plan.

use crate::{
    plan::{Funnel, Goal, Initiative, LookBack, Measure, Plan},
    scorecard::{Metric, is_named_rate},
};
use lockstep_workspace::{
    bounds::{self, Floor},
    error::{Error, Result},
    units::Unit,
};

/// Checks a goal: target, baseline, stretch and every part of the year are numbers that its metric can have.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn goal(goal: &Goal) -> Result<()> {
    if !goal.by_hand.is_empty() && goal.by_hand.len() != goal.split_into.parts() {
        return Err(Error::invalid(
            "by_hand",
            format!("A split by hand has {} parts.", goal.split_into.parts()),
        ));
    }
    // Every percentage of the list is a part of a whole. One of our own may be growth, or customers kept and grown.
    let is_rate = goal.unit == Unit::Percent && goal.metric != Metric::Own;
    let fits = |field: &str, amount| bounds::value(field, goal.unit, amount, is_rate, Floor::Zero);
    fits("baseline", goal.baseline)?;
    fits("target", goal.target)?;
    fits("stretch", goal.stretch)?;
    if goal.adds_up {
        // Weights of the parts: only their proportions matter.
        bounds::weights("by_hand", &goal.by_hand)
    } else {
        goal.by_hand
            .iter()
            .try_for_each(|part| fits("by_hand", Some(*part)))
    }
}

/// Checks what a side was measured on: a result may lie below zero where a target cannot.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn measure(line: &Measure) -> Result<()> {
    let is_rate = line.unit == Unit::Percent && is_named_rate(&line.name);
    bounds::value("target", line.unit, line.target, is_rate, Floor::Below)?;
    bounds::value("actual", line.unit, line.actual, is_rate, Floor::Below)
}

/// Checks last year's numbers.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn look_back(numbers: &LookBack) -> Result<()> {
    for (field, amount) in [
        ("leads", numbers.leads),
        ("accepted", numbers.accepted),
        ("sql", numbers.sql),
        ("opportunities", numbers.opportunities),
        ("won", numbers.won),
        ("lost", numbers.lost),
    ] {
        bounds::count(field, amount)?;
    }
    bounds::money("revenue", numbers.revenue)?;
    bounds::money("sourced_revenue", numbers.sourced_revenue)?;
    cycle(numbers.cycle_days)?;
    if let (Some(sourced), Some(revenue)) = (numbers.sourced_revenue, numbers.revenue)
        && sourced > revenue
    {
        return Err(Error::invalid(
            "sourced_revenue",
            "What marketing sourced is part of the revenue and cannot be more.",
        ));
    }
    if !(numbers.shape.is_empty() || numbers.shape.len() == 12) || numbers.shape.iter().any(|part| *part < 0)
    {
        return Err(Error::invalid(
            "shape",
            "Last year’s shape has twelve numbers, none below zero.",
        ));
    }
    bounds::weights("shape", &numbers.shape)
}

/// Checks what goes into the funnel maths.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn funnel(funnel: &Funnel) -> Result<()> {
    for (field, amount) in [
        ("win_rate", funnel.win_rate),
        ("sql_to_opportunity", funnel.sql_to_opportunity),
        ("sal_to_sql", funnel.sal_to_sql),
        ("mql_to_sal", funnel.mql_to_sal),
        ("sourced_share", funnel.sourced_share),
    ] {
        bounds::rate(field, amount)?;
    }
    for (field, amount) in [
        ("revenue_goal", funnel.revenue_goal),
        ("renewals", funnel.renewals),
        ("average_deal", funnel.average_deal),
    ] {
        bounds::money(field, amount)?;
    }
    cycle(funnel.cycle_days)?;
    if !(funnel.by_hand.is_empty() || funnel.by_hand.len() == 12)
        || funnel.by_hand.iter().any(|part| *part < 0)
    {
        return Err(Error::invalid(
            "by_hand",
            "The year has twelve months, none below zero.",
        ));
    }
    bounds::weights("by_hand", &funnel.by_hand)
}

fn cycle(days: Option<i64>) -> Result<()> {
    if days.is_some_and(|days| days > bounds::MOST_CYCLE_DAYS) {
        return Err(Error::invalid(
            "cycle_days",
            "A sales cycle of more than five years cannot be planned by month.",
        ));
    }
    bounds::up_to("cycle_days", days, bounds::MOST_CYCLE_DAYS)
}

/// Checks an initiative alone.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn initiative(line: &Initiative) -> Result<()> {
    bounds::day("starts", line.starts)?;
    bounds::day("ends", line.ends)?;
    if let (Some(starts), Some(ends)) = (line.starts, line.ends)
        && ends < starts
    {
        return Err(Error::invalid("ends", "The last day is before the first day.")
            .hint("Change one of the two days."));
    }
    bounds::money("budget", line.budget)?;
    bounds::count("expected_leads", line.expected_leads)
}

/// Checks the plan’s own row.
///
/// # Errors
/// `Invalid`, naming the field.
pub fn plan(plan: &Plan) -> Result<()> {
    bounds::money("budget", plan.budget)
}
