//! What is missing before a plan can be proposed: a plan needs a joint goal, a goal about the customer, and an owner on
//! each side for every goal; and no number that could not be typed, no rate that last year's counts cannot give.

use crate::{
    ids::{ListItemId, PersonId},
    plan::{
        Goal, Section, SplitBy,
        content::PlanContent,
        rules::{checks, funnel, last_year, season},
        view::Missing,
    },
    scorecard::Metric,
};
use lockstep_workspace::{error::Result, people::Person};

/// Returns what a goal still needs before both sides can sign it.
pub fn missing_in_goal(goal: &Goal, people: &[Person]) -> Vec<String> {
    let gone = |owner: &Option<PersonId>| {
        owner
            .as_ref()
            .is_some_and(|owner| people.iter().any(|person| person.id == *owner && person.has_left))
    };
    let unknown = |owner: &Option<PersonId>| is_unknown(owner.as_ref(), people);
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
    need(
        unknown(&goal.sales_owner),
        "an owner in sales, because the one named is no longer in this workspace",
    );
    need(goal.marketing_owner.is_none(), "an owner in marketing");
    need(
        gone(&goal.marketing_owner),
        "an owner in marketing who is still here",
    );
    need(
        unknown(&goal.marketing_owner),
        "an owner in marketing, because the one named is no longer in this workspace",
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
    missing.extend(names_what_is_gone(content));
    missing.extend(beyond_bounds(content));
    missing.extend(without_a_rate(content));
    missing.extend(without_a_season(content));
    missing
}

/// Returns whether somebody is named who is not in the workspace: removed in one copy of it and still named in another.
fn is_unknown(named: Option<&PersonId>, people: &[Person]) -> bool {
    named.is_some_and(|named| people.iter().all(|person| person.id != *named))
}

fn name_of(line: &str) -> &str {
    match line.trim() {
        "" => "A line without a name",
        name => name,
    }
}

/// Returns the lines, beside the goals, that name somebody or a goal that is no longer there.
fn names_what_is_gone(content: &PlanContent) -> Vec<Missing> {
    let mut found = Vec::new();
    let mut hold = |section, line: &ListItemId, name: &str, gone: bool, what: &str, place: &str| {
        if gone {
            let name = name_of(name);
            found.push(Missing {
                section,
                line: Some(line.to_string()),
                message: format!("“{name}”: {what} is no longer in this {place}. Choose another, or none."),
            });
        }
    };
    let unknown = |named: &Option<PersonId>| is_unknown(named.as_ref(), &content.people);
    for line in &content.initiatives {
        let section = Section::Initiatives;
        let goal = line.goal.as_ref();
        let no_goal = goal.is_some_and(|goal| content.goals.iter().all(|known| known.id != *goal));
        hold(
            section,
            &line.id,
            &line.name,
            unknown(&line.owner),
            "the owner",
            "workspace",
        );
        hold(
            section,
            &line.id,
            &line.name,
            no_goal,
            "the goal it serves",
            "plan",
        );
    }
    for line in &content.duties {
        let section = Section::WhoDoesWhat;
        for (owner, what) in [
            (&line.sales_owner, "the owner in sales"),
            (&line.marketing_owner, "the owner in marketing"),
        ] {
            hold(section, &line.id, &line.name, unknown(owner), what, "workspace");
        }
    }
    for line in &content.risks {
        hold(
            Section::Risks,
            &line.id,
            &line.name,
            unknown(&line.owner),
            "the owner",
            "workspace",
        );
    }
    found
}

/// Returns what could not be typed any more, but stands in a file from before there were bounds.
fn beyond_bounds(content: &PlanContent) -> Vec<Missing> {
    let mut found = Vec::new();
    let mut hold = |section, line: Option<String>, name: &str, checked: Result<()>| {
        if let Err(error) = checked {
            let name = name_of(name);
            let field = error.field.unwrap_or_default().replace('_', " ");
            found.push(Missing {
                section,
                line,
                message: format!("“{name}”, {field}: {}", error.message),
            });
        }
    };
    hold(
        Section::LookBack,
        None,
        "Last year’s numbers",
        checks::look_back(&content.look_back),
    );
    for line in &content.measures {
        hold(
            Section::LookBack,
            Some(line.id.to_string()),
            &line.name,
            checks::measure(line),
        );
    }
    for line in &content.goals {
        hold(
            Section::Goals,
            Some(line.id.to_string()),
            &line.name,
            checks::goal(line),
        );
    }
    hold(
        Section::Funnel,
        None,
        "Funnel maths",
        checks::funnel(&content.funnel),
    );
    for line in &content.initiatives {
        hold(
            Section::Initiatives,
            Some(line.id.to_string()),
            &line.name,
            checks::initiative(line),
        );
    }
    hold(
        Section::Risks,
        None,
        "The year’s budget",
        checks::plan(&content.plan),
    );
    found
}

/// Returns where last year's funnel widens and nobody said which rate to count on in its place.
fn without_a_rate(content: &PlanContent) -> Vec<Missing> {
    let inputs = funnel::inputs(&content.funnel, &content.look_back);
    let is_ours = |rate: &&str| {
        inputs
            .iter()
            .any(|input| input.key == **rate && input.ours.is_some())
    };
    last_year::widenings(&content.look_back)
        .into_iter()
        .filter(|widening| !widening.rates.is_empty() && !widening.rates.iter().all(is_ours))
        .map(|widening| Missing {
            section: Section::LookBack,
            line: None,
            message: format!(
                "{} Correct the numbers, or give a rate of your own in the funnel maths.",
                widening.message
            ),
        })
        .collect()
}

/// Returns what is to go as last year went, where the look back does not say how that was.
fn without_a_season(content: &PlanContent) -> Vec<Missing> {
    let Err(why) = season::whole(&content.look_back.shape) else {
        return Vec::new();
    };
    let goals = content
        .goals
        .iter()
        .filter(|goal| goal.split_by == SplitBy::LastYear)
        .map(|goal| {
            (
                Section::Goals,
                Some(goal.id.to_string()),
                format!("“{}”", goal.name.trim()),
            )
        });
    let funnel = (content.funnel.spread == SplitBy::LastYear)
        .then(|| (Section::Funnel, None, "The funnel maths".to_string()));
    goals
        .chain(funnel)
        .map(|(section, line, what)| Missing {
            section,
            line,
            message: format!(
                "{what} cannot be split as last year. {why} Fill in the months, or split it another way."
            ),
        })
        .collect()
}

/// Returns "a, b and c".
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
