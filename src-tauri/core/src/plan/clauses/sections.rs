//! The sections of a plan, read aloud one by one.

use serde_json::json;

use super::Reading;
use crate::{
    plan::{
        Cadence, Goal, RetroNoteKind, RiskKind, Section, SplitBy, SplitInto,
        rules::{funnel, split},
    },
    scorecard::Direction,
};
use lockstep_workspace::units::Unit;

/// Reads the whole plan aloud.
pub(super) fn read(reading: &mut Reading) {
    look_back(reading);
    focus(reading);
    goals(reading);
    funnel_inputs(reading);
    initiatives(reading);
    duties(reading);
    risks(reading);
    agreement(reading);
}

fn better(direction: Direction) -> &'static str {
    match direction {
        Direction::More => "more",
        Direction::Less => "less",
    }
}

fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "whole numbers",
        Unit::Money => "money",
        Unit::Percent => "percent",
        Unit::Days => "days",
        Unit::Number => "a score or ratio",
    }
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn look_back(reading: &mut Reading) {
    let content = reading.content;
    let last = &content.look_back;
    for (key, label, unit, amount) in [
        ("leads", "Leads handed over last year", Unit::Count, last.leads),
        ("accepted", "Leads accepted last year", Unit::Count, last.accepted),
        ("sql", "SQL last year", Unit::Count, last.sql),
        (
            "opportunities",
            "Opportunities last year",
            Unit::Count,
            last.opportunities,
        ),
        ("won", "Deals won last year", Unit::Count, last.won),
        ("lost", "Deals lost last year", Unit::Count, last.lost),
        ("revenue", "Revenue last year", Unit::Money, last.revenue),
        (
            "sourced_revenue",
            "Revenue sourced by marketing last year",
            Unit::Money,
            last.sourced_revenue,
        ),
        ("cycle_days", "Sales cycle last year", Unit::Days, last.cycle_days),
    ] {
        reading.amount(format!("look_back/{key}"), label, unit, amount);
    }
    let shape: Vec<String> = last.shape.iter().map(|part| reading.words.count(*part)).collect();
    reading.say(
        "look_back/shape",
        "Last year’s shape by month",
        shape.join(" · "),
        &last.shape,
    );
    reading.text("look_back/source", "Source of last year’s numbers", &last.source);
    for line in &content.measures {
        let (id, side) = (&line.id, line.side.name());
        let of = format!("of *{}* ({side})", line.name);
        let (unit, direction) = (unit_name(line.unit), better(line.direction));
        reading.say(
            format!("{id}/name"),
            "Measured on",
            format!("{side}: {} (in {unit}, {direction} is better)", line.name.trim()),
            json!([line.side, line.name.trim(), line.unit, line.direction]),
        );
        reading.amount(
            format!("{id}/target"),
            format!("Last year’s target {of}"),
            line.unit,
            line.target,
        );
        reading.amount(
            format!("{id}/actual"),
            format!("Last year’s actual {of}"),
            line.unit,
            line.actual,
        );
    }
    let lines = content.measures.iter().map(|line| (&line.id, line.name.as_str()));
    reading.order("yardsticks", "Order of what the sides were measured on", lines);
    for point in &content.points {
        let heading = match point.kind {
            RetroNoteKind::WentWell => "Went well",
            RetroNoteKind::DidNot => "Did not go well",
            RetroNoteKind::Learned => "Learned",
        };
        reading.say(
            format!("{}/text", point.id),
            format!("Point of {}", point.side.name()),
            format!("{heading}: {}", point.text.trim()),
            json!([point.side, point.kind, point.text.trim()]),
        );
    }
    let lines = content.points.iter().map(|line| (&line.id, line.text.as_str()));
    reading.order("points", "Order of the look-back points", lines);
}

fn focus(reading: &mut Reading) {
    reading.section = Section::Focus;
    let content = reading.content;
    reading.text("plan/positioning", "Positioning line", &content.plan.positioning);
    macro_rules! names_and_whys {
        ($lines:ident, $noun:literal, $why:literal, $order:literal) => {
            for line in &content.$lines {
                reading.text(format!("{}/name", line.id), $noun, &line.name);
                let label = format!(concat!($why, " *{}*"), line.name);
                reading.text(format!("{}/why", line.id), label, &line.why);
            }
            let lines = content
                .$lines
                .iter()
                .map(|line| (&line.id, line.name.as_str()));
            reading.order(stringify!($lines), $order, lines);
        };
    }
    names_and_whys!(segments, "Segment", "Why", "Order of the segments");
    names_and_whys!(accounts, "Target account", "Why", "Order of the target accounts");
    names_and_whys!(
        not_doing,
        "What we will not do",
        "Why not",
        "Order of what we will not do"
    );
}

/// Tells how a goal falls on the year: the rule where it follows one, the numbers where they were written by hand.
fn split_of(reading: &mut Reading, goal: &Goal) {
    let parts = match goal.split_into {
        SplitInto::Months => "months",
        SplitInto::Quarters => "quarters",
    };
    let mut by_hand = None;
    let value = match goal.split_by {
        SplitBy::Even => format!("evenly over {parts}"),
        SplitBy::LastYear => format!("over {parts} as last year"),
        SplitBy::Hand => {
            let split = split::split(goal, &[]).map(|split| split.parts);
            let numbers = by_hand.insert(split.unwrap_or_else(|| goal.by_hand.clone()));
            let words: Vec<String> = numbers
                .iter()
                .map(|part| reading.words.value(goal.unit, *part))
                .collect();
            words.join(" · ")
        }
    };
    reading.say(
        format!("{}/split", goal.id),
        format!("Split of *{}*", goal.name),
        value,
        json!([goal.split_into, goal.split_by, by_hand]),
    );
}

fn goals(reading: &mut Reading) {
    reading.section = Section::Goals;
    let content = reading.content;
    for goal in &content.goals {
        let id = &goal.id;
        let of = format!("of *{}*", goal.name);
        reading.text(format!("{id}/name"), "Goal", &goal.name);
        let metric = goal
            .metric
            .entry()
            .map_or("a number of our own", |entry| entry.name);
        reading.say(
            format!("{id}/metric"),
            format!("What *{}* measures", goal.name),
            metric,
            goal.metric,
        );
        reading.say(
            format!("{id}/unit"),
            format!("Unit {of}"),
            unit_name(goal.unit),
            goal.unit,
        );
        reading.text(format!("{id}/formula"), format!("Formula {of}"), &goal.formula);
        reading.text(format!("{id}/source"), format!("Source {of}"), &goal.source);
        reading.say(
            format!("{id}/adds_up"),
            format!("Parts of the year add up to the target {of}"),
            yes_or_no(goal.adds_up),
            goal.adds_up,
        );
        reading.say(
            format!("{id}/about_customer"),
            format!("About the customer, {}", goal.name),
            yes_or_no(goal.about_customer),
            goal.about_customer,
        );
        reading.say(
            format!("{id}/direction"),
            format!("Better, {}", goal.name),
            better(goal.direction),
            goal.direction,
        );
        for (key, label, amount) in [
            ("baseline", "Baseline", goal.baseline),
            ("target", "Target", goal.target),
            ("stretch", "Stretch", goal.stretch),
        ] {
            reading.amount(format!("{id}/{key}"), format!("{label} {of}"), goal.unit, amount);
        }
        split_of(reading, goal);
        reading.person(
            format!("{id}/sales_owner"),
            format!("Owner in sales {of}"),
            goal.sales_owner.as_ref(),
        );
        reading.person(
            format!("{id}/marketing_owner"),
            format!("Owner in marketing {of}"),
            goal.marketing_owner.as_ref(),
        );
        reading.text(
            format!("{id}/tracked_how"),
            format!("Tracking {of}"),
            &goal.tracked_how,
        );
        let rhythm = match goal.tracked_every {
            Cadence::Weekly => "weekly",
            Cadence::Monthly => "monthly",
            Cadence::Quarterly => "quarterly",
        };
        reading.say(
            format!("{id}/tracked_every"),
            format!("Tracked, {}", goal.name),
            rhythm,
            goal.tracked_every,
        );
    }
    let lines = content.goals.iter().map(|line| (&line.id, line.name.as_str()));
    reading.order("goals", "Order of the goals", lines);
}

fn funnel_inputs(reading: &mut Reading) {
    reading.section = Section::Funnel;
    let content = reading.content;
    let funnel = &content.funnel;
    for (key, label, amount) in [
        ("revenue_goal", "Revenue goal", funnel.revenue_goal),
        ("renewals", "Renewals and expansion", funnel.renewals),
    ] {
        reading.amount(format!("funnel/{key}"), label, Unit::Money, amount);
    }
    for input in funnel::inputs(funnel, &content.look_back) {
        let (mut value, means) = reading.counted(input.unit, input.used);
        // A number of our own that happens to be last year's stays when last year's is corrected.
        if input.ours.is_none() && input.used.is_some() {
            value.push_str(" (as last year)");
        }
        reading.say(
            format!("funnel/{}", input.key),
            input.label.clone(),
            value,
            json!([input.ours.is_some(), means]),
        );
        reading.text(
            format!("funnel/{}_why", input.key),
            format!("Why *{}*", input.label),
            &input.why,
        );
    }
    let by_hand = Some(&funnel.by_hand).filter(|_| funnel.spread == SplitBy::Hand);
    let spread = match funnel.spread {
        SplitBy::Even => "evenly".to_string(),
        SplitBy::LastYear => "as last year".to_string(),
        SplitBy::Hand => {
            let weights = funnel.by_hand.iter().map(|part| reading.words.count(*part));
            weights.collect::<Vec<_>>().join(" · ")
        }
    };
    reading.say(
        "funnel/spread",
        "Spread of the revenue over the months",
        spread,
        json!([funnel.spread, by_hand]),
    );
}

fn initiatives(reading: &mut Reading) {
    reading.section = Section::Initiatives;
    let content = reading.content;
    for line in &content.initiatives {
        let id = &line.id;
        let of = format!("of *{}*", line.name);
        reading.text(format!("{id}/name"), "Initiative", &line.name);
        reading.say(
            format!("{id}/bucket"),
            format!("Bucket {of}"),
            line.bucket.name(),
            line.bucket,
        );
        reading.person(format!("{id}/owner"), format!("Owner {of}"), line.owner.as_ref());
        reading.day(format!("{id}/starts"), format!("First day {of}"), line.starts);
        reading.day(format!("{id}/ends"), format!("Last day {of}"), line.ends);
        reading.amount(
            format!("{id}/budget"),
            format!("Budget {of}"),
            Unit::Money,
            line.budget,
        );
        reading.amount(
            format!("{id}/expected_leads"),
            format!("Expected accepted leads {of}"),
            Unit::Count,
            line.expected_leads,
        );
        let goal = line
            .goal
            .as_ref()
            .and_then(|goal| content.goals.iter().find(|other| other.id == *goal));
        reading.say(
            format!("{id}/goal"),
            format!("Goal served by *{}*", line.name),
            goal.map_or("", |goal| goal.name.as_str()),
            &line.goal,
        );
    }
    let lines = content
        .initiatives
        .iter()
        .map(|line| (&line.id, line.name.as_str()));
    reading.order("initiatives", "Order of the initiatives", lines);
}

fn duties(reading: &mut Reading) {
    reading.section = Section::WhoDoesWhat;
    let content = reading.content;
    for duty in &content.duties {
        let (id, name) = (&duty.id, &duty.name);
        reading.text(format!("{id}/name"), "Duty", name);
        reading.say(
            format!("{id}/bucket"),
            format!("Bucket of *{name}*"),
            duty.bucket.map_or("", |bucket| bucket.name()),
            duty.bucket,
        );
        reading.person(
            format!("{id}/sales_owner"),
            format!("*{name}*, owner in sales"),
            duty.sales_owner.as_ref(),
        );
        reading.text(
            format!("{id}/sales_does"),
            format!("*{name}*, what sales does"),
            &duty.sales_does,
        );
        reading.person(
            format!("{id}/marketing_owner"),
            format!("*{name}*, owner in marketing"),
            duty.marketing_owner.as_ref(),
        );
        reading.text(
            format!("{id}/marketing_does"),
            format!("*{name}*, what marketing does"),
            &duty.marketing_does,
        );
    }
    let lines = content.duties.iter().map(|line| (&line.id, line.name.as_str()));
    reading.order("duties", "Order of who does what", lines);
}

fn risks(reading: &mut Reading) {
    reading.section = Section::Risks;
    let content = reading.content;
    for risk in &content.risks {
        let kind = match risk.kind {
            RiskKind::Risk => "Risk",
            RiskKind::Assumption => "Assumption",
        };
        reading.say(
            format!("{}/name", risk.id),
            "Risk or assumption",
            format!("{kind}: {}", risk.name.trim()),
            json!([risk.kind, risk.name.trim()]),
        );
        reading.text(
            format!("{}/response", risk.id),
            format!("Our answer to *{}*", risk.name),
            &risk.response,
        );
        reading.person(
            format!("{}/owner", risk.id),
            format!("Who watches *{}*", risk.name),
            risk.owner.as_ref(),
        );
    }
    let lines = content.risks.iter().map(|line| (&line.id, line.name.as_str()));
    reading.order("risks", "Order of risks and assumptions", lines);
    reading.amount(
        "plan/budget",
        "The year’s budget",
        Unit::Money,
        content.plan.budget,
    );
}

/// For which year it holds: a fiscal year that begins in another month has other months.
fn agreement(reading: &mut Reading) {
    reading.section = Section::Agreement;
    let plan = &reading.content.plan;
    let year = reading.content.company.fiscal_year(plan.year);
    let days = year.map_or_else(
        |_| plan.year.to_string(),
        |year| {
            let words = &reading.words;
            format!("{} – {}", words.day(year.first_day()), words.day(year.last_day()))
        },
    );
    let starts_in = reading.content.company.fiscal_start;
    reading.say("plan/year", "Fiscal year", days, json!([plan.year, starts_in]));
}
