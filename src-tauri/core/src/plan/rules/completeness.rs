//! What is missing before a plan can be proposed: a plan needs a joint goal, a goal about the customer, and an owner on
//! each side for every goal.

use crate::{
    people::Person,
    plan::{Goal, Section, content::PlanContent, view::Missing},
    scorecard::Metric,
};

/// Returns what a goal still needs before both sides can sign it.
pub fn missing_in_goal(goal: &Goal, people: &[Person]) -> Vec<String> {
    let gone = |owner: &Option<crate::ids::PersonId>| {
        owner
            .as_ref()
            .is_some_and(|owner| people.iter().any(|person| person.id == *owner && person.has_left))
    };
    let mut missing = Vec::new();
    let mut need = |is_missing: bool, what: &str| {
        if is_missing {
            missing.push(what.to_string());
        }
    };
    need(goal.name.trim().is_empty(), "a name");
    need(goal.target.is_none(), "a target");
    need(goal.sales_owner.is_none(), "an owner in sales");
    need(gone(&goal.sales_owner), "an owner in sales who is still here");
    need(goal.marketing_owner.is_none(), "an owner in marketing");
    need(
        gone(&goal.marketing_owner),
        "an owner in marketing who is still here",
    );
    need(
        goal.metric == Metric::Own && goal.formula.trim().is_empty(),
        "its formula in words",
    );
    need(
        goal.metric == Metric::Own && goal.source.trim().is_empty(),
        "the source of its number",
    );
    missing
}

/// Returns what stands between this text and a proposal; empty when nothing does.
pub fn missing(content: &PlanContent) -> Vec<Missing> {
    let mut missing = Vec::new();
    let mut need = |line: Option<&Goal>, message: String| {
        missing.push(Missing {
            section: Section::Goals,
            line: line.map(|goal| goal.id.to_string()),
            message,
        });
    };
    if content.goals.is_empty() {
        need(None, "The plan needs at least one joint goal.".into());
    } else if !content.goals.iter().any(|goal| goal.about_customer) {
        need(
            None,
            "At least one goal has to be about the customer, not about us.".into(),
        );
    }
    for goal in &content.goals {
        let needs = missing_in_goal(goal, &content.people);
        if !needs.is_empty() {
            let name = if goal.name.trim().is_empty() {
                "A goal without a name"
            } else {
                goal.name.trim()
            };
            need(Some(goal), format!("“{name}” needs {}.", listed(&needs)));
        }
    }
    missing
}

/// Returns "a, b and c".
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
