//! The joint goals: what is measured and how, who answers for it on each side, and how the year is split.

use lockstep_core::{
    plan::{Cadence, Goal as Line, SplitBy, SplitInto, view::GoalView},
    scorecard::Direction,
};
use serde::Serialize;

use super::{Teller, teller::Named};

/// One goal.
#[derive(Serialize)]
pub struct Goal {
    pub name: String,
    pub about_customer: bool,
    pub formula: String,
    pub source: String,
    pub baseline: Option<String>,
    pub target: Option<String>,
    pub stretch: Option<String>,
    /// "More is better".
    pub direction: &'static str,
    pub sales_owner: Option<Named>,
    pub marketing_owner: Option<Named>,
    /// "Monthly: in the pipeline meeting".
    pub tracked: String,
    /// "Split evenly over twelve months".
    pub split: String,
    pub split_problem: Option<String>,
    /// The parts as it is split: months or quarters.
    pub periods: Vec<Part>,
    /// What the parts add up to, where they do.
    pub sum: Option<String>,
    /// What is missing before it can be proposed.
    pub missing: Vec<String>,
}

/// A part of the year.
#[derive(Serialize)]
pub struct Part {
    pub label: String,
    pub value: f64,
    pub text: String,
}

/// Returns a goal as the document tells it.
pub fn goal(teller: &Teller, view: &GoalView) -> Goal {
    let goal = &view.goal;
    let sum: i64 = view
        .periods
        .iter()
        .map(|period| period.target)
        .fold(0, i64::saturating_add);
    Goal {
        name: goal.name.clone(),
        about_customer: goal.about_customer,
        formula: goal.formula.clone(),
        source: goal.source.clone(),
        baseline: teller.maybe(goal.unit, goal.baseline),
        target: teller.maybe(goal.unit, goal.target),
        stretch: teller.maybe(goal.unit, goal.stretch),
        direction: match goal.direction {
            Direction::More => "More is better",
            Direction::Less => "Less is better",
        },
        sales_owner: teller.person(goal.sales_owner.as_ref()),
        marketing_owner: teller.person(goal.marketing_owner.as_ref()),
        tracked: tracked(goal),
        split: split(goal),
        split_problem: view.split_problem.clone(),
        periods: view
            .periods
            .iter()
            .map(|period| Part {
                label: if period.label.is_empty() {
                    teller.words().short_month(period.first_day)
                } else {
                    period.label.clone()
                },
                value: teller.whole_units(goal.unit, period.target),
                text: teller.words().value(goal.unit, period.target),
            })
            .collect(),
        sum: (goal.adds_up && !view.periods.is_empty()).then(|| teller.words().value(goal.unit, sum)),
        missing: view.missing.clone(),
    }
}

fn tracked(goal: &Line) -> String {
    let every = match goal.tracked_every {
        Cadence::Weekly => "Weekly",
        Cadence::Monthly => "Monthly",
        Cadence::Quarterly => "Quarterly",
    };
    if goal.tracked_how.trim().is_empty() {
        every.into()
    } else {
        format!("{every}: {}", goal.tracked_how)
    }
}

fn split(goal: &Line) -> String {
    let parts = match goal.split_into {
        SplitInto::Months => "twelve months",
        SplitInto::Quarters => "four quarters",
    };
    match (goal.adds_up, goal.split_by) {
        (true, SplitBy::Even) => format!("Split evenly over {parts}"),
        (true, SplitBy::LastYear) => format!("Split over {parts} as last year spread"),
        (true, SplitBy::Hand) => format!("Split over {parts} by hand"),
        (false, SplitBy::Hand) => format!("Set for each of the {parts} by hand; the parts do not add up"),
        (false, _) => format!("The same in each of the {parts}; the parts do not add up"),
    }
}
