//! The lines of a plan: goals, initiatives, risks … and what holds of each.

use super::{
    ActionItem, AgendaItem, Bucket, Cadence, Decision, Goal, Initiative, Measure, OutOfScope, ParkedItem,
    Plan, Responsibility, RetroNote, RetroNoteKind, Risk, RiskKind, Section, Segment, SplitBy, SplitInto,
    TargetAccount, actions, look_back, rules::checks,
};
use crate::{
    ids::PlanId,
    scorecard::{Direction, Metric},
};
use lockstep_workspace::{
    bounds,
    context::ReadContext,
    error::{Error, Result},
    list_items::{Parent, list_items, no_rule},
    people::Side,
    rows,
    units::Unit,
};

impl Parent for PlanId {
    const COLUMN: &'static str = "plan";

    fn must_exist(&self, reader: &ReadContext) -> Result<()> {
        rows::get::<Plan>(reader, self, "This plan").map(|_| ())
    }

    fn must_be_editable(&self, reader: &ReadContext) -> Result<()> {
        actions::must_be_editable(reader, self)
    }

    fn summary(&self, reader: &ReadContext, what: &str) -> Result<String> {
        actions::summary(reader, self, what)
    }
}

list_items! {
    in plan: PlanId;

    Measure, "measure", AddMeasure, EditMeasure, RemoveMeasure, MoveMeasure,
    agreed: true,
    display_name: |line| line.name.clone(),
    blank: |_today| { side: Side::Sales, name: String::new(), unit: Unit::Count, direction: Direction::More,
                      target: None, actual: None },
    settle: look_back::settle_measure;

    RetroNote, "look-back point", AddRetroNote, EditRetroNote, RemoveRetroNote, MoveRetroNote,
    agreed: true,
    // It may still be sealed: its words never stand in the history.
    display_name: |_| String::new(),
    blank: |_today| { side: Side::Sales, kind: RetroNoteKind::WentWell, text: String::new() },
    settle: look_back::settle_retro_note,
    before_delete: |line, change| look_back::must_be_own(line, change);

    Segment, "segment", AddSegment, EditSegment, RemoveSegment, MoveSegment,
    agreed: true,
    display_name: |line| line.name.clone(),
    blank: |_today| { name: String::new(), why: String::new() },
    settle: no_rule;

    TargetAccount, "target account", AddTargetAccount, EditTargetAccount, RemoveTargetAccount, MoveTargetAccount,
    agreed: true,
    display_name: |line| line.name.clone(),
    blank: |_today| { name: String::new(), why: String::new() },
    settle: no_rule;

    OutOfScope, "line of what we will not do", AddOutOfScope, EditOutOfScope, RemoveOutOfScope, MoveOutOfScope,
    agreed: true,
    display_name: |line| line.name.clone(),
    blank: |_today| { name: String::new(), why: String::new() },
    settle: no_rule;

    Goal, "goal", AddGoal, EditGoal, RemoveGoal, MoveGoal,
    agreed: true,
    display_name: |line| line.name.clone(),
    blank: |_today| { metric: Metric::QualifiedLeads, name: String::new(), unit: Unit::Count,
        formula: String::new(), source: String::new(), adds_up: true, about_customer: false,
        direction: Direction::More, baseline: None, target: None, stretch: None, sales_owner: None,
        marketing_owner: None, split_into: SplitInto::Months, split_by: SplitBy::Even, by_hand: Vec::new(),
        tracked_how: String::new(), tracked_every: Cadence::Monthly },
    settle: settle_goal,
    before_delete: |goal, change| {
        let mut serving: Vec<Initiative> = rows::all(change, "WHERE goal = ?1", [&goal.id])?;
        for initiative in &mut serving {
            initiative.goal = None;
            rows::update(change, initiative)?;
        }
        Ok(())
    };

    Initiative, "initiative", AddInitiative, EditInitiative, RemoveInitiative, MoveInitiative,
    agreed: true,
    display_name: |line| line.name.clone(),
    blank: |_today| { bucket: Bucket::Demand, name: String::new(), owner: None, starts: None, ends: None, budget: None,
                      goal: None, expected_leads: None },
    settle: settle_initiative;

    Responsibility, "responsibility", AddResponsibility, EditResponsibility, RemoveResponsibility, MoveResponsibility,
    agreed: true,
    display_name: |line| line.name.clone(),
    blank: |_today| { bucket: None, name: String::new(), sales_owner: None, sales_does: String::new(),
                      marketing_owner: None, marketing_does: String::new() },
    settle: no_rule;

    Risk, "risk", AddRisk, EditRisk, RemoveRisk, MoveRisk,
    agreed: true,
    display_name: |line| line.name.clone(),
    blank: |_today| { kind: RiskKind::Risk, name: String::new(), response: String::new(), owner: None },
    settle: no_rule;

    AgendaItem, "agenda item", AddAgendaItem, EditAgendaItem, RemoveAgendaItem, MoveAgendaItem,
    agreed: false,
    display_name: |item| item.section.title().into(),
    blank: |_today| { section: Section::LookBack, minutes: 15 },
    settle: |item, _, _| if item.minutes <= 600 { Ok(()) } else {
        Err(Error::invalid("minutes", "A section takes at most 600 minutes."))
    };

    ParkedItem, "parked thought", AddParkedItem, EditParkedItem, RemoveParkedItem, MoveParkedItem,
    agreed: false,
    display_name: |line| line.name.clone(),
    blank: |_today| { section: Section::LookBack, name: String::new(), settled: false },
    settle: no_rule;

    Decision, "decision", AddDecision, EditDecision, RemoveDecision, MoveDecision,
    agreed: false,
    display_name: |line| line.name.clone(),
    blank: |today| { section: Section::LookBack, name: String::new(), decided_on: today },
    settle: |line, _, _| bounds::day("decided_on", Some(line.decided_on));

    ActionItem, "action", AddActionItem, EditActionItem, RemoveActionItem, MoveActionItem,
    agreed: false,
    display_name: |line| line.name.clone(),
    blank: |_today| { section: Section::LookBack, name: String::new(), owner: None, due: None, done_on: None },
    settle: |line, _, _| bounds::day("due", line.due).and_then(|()| bounds::day("done_on", line.done_on));
}

/// A metric of the list brings its own name, unit and formula; a metric of our own starts with empty words.
fn settle_goal(goal: &mut Goal, before: Option<&Goal>, _: &ReadContext) -> Result<()> {
    let chosen_anew = before.is_none_or(|old| old.metric != goal.metric);
    if chosen_anew {
        match goal.metric.entry() {
            Some(entry) => {
                if before.is_some() || goal.name.is_empty() {
                    goal.name = entry.name.into();
                }
                goal.unit = entry.unit;
                goal.formula = entry.formula.into();
                goal.source = entry.source.into();
                goal.adds_up = entry.adds_up;
                goal.about_customer = entry.about_customer;
                goal.direction = entry.direction;
            }
            None if before.is_some() => {
                goal.name = String::new();
                goal.formula = String::new();
                goal.source = String::new();
            }
            None => {}
        }
    }
    if before.is_some_and(|old| old.unit != goal.unit) {
        (goal.baseline, goal.target, goal.stretch) = (None, None, None);
        goal.by_hand.clear();
    }
    // Parts that come with the new split stay; those of the old one say nothing of it.
    let has_its_parts = goal.by_hand.len() == goal.split_into.parts();
    if before.is_some_and(|old| old.split_into != goal.split_into) && !has_its_parts {
        goal.by_hand.clear();
        if goal.split_by == SplitBy::Hand {
            goal.split_by = SplitBy::Even;
        }
    }
    checks::goal(goal)
}

fn settle_initiative(line: &mut Initiative, before: Option<&Initiative>, reader: &ReadContext) -> Result<()> {
    checks::initiative(line)?;
    let others: Vec<Initiative> = lockstep_workspace::list_items::all(reader, &line.plan)?;
    let with_others = |of: fn(&Initiative) -> Option<i64>| {
        let rest = others.iter().filter(|other| other.id != line.id);
        rest.filter_map(of).chain(of(line)).collect::<Vec<_>>()
    };
    bounds::together(
        "budget",
        "The budgets of the initiatives",
        with_others(|line| line.budget),
        bounds::MOST_MONEY,
    )?;
    bounds::together(
        "expected_leads",
        "The leads expected of the initiatives",
        with_others(|line| line.expected_leads),
        bounds::MOST_COUNT,
    )?;
    // A goal that it served before may be gone since; it is named as missing.
    let is_chosen = before.is_none_or(|before| before.goal != line.goal);
    if let Some(goal) = &line.goal
        && is_chosen
    {
        let goal: Goal = rows::get(reader, goal, "This goal")?;
        if goal.plan != line.plan {
            return Err(Error::invalid("goal", "That goal stands in another plan."));
        }
    }
    Ok(())
}
