//! What a plan says, clause by clause and in words: what two versions are compared by.

use super::{
    Goal, PointKind, Rhythm, RiskKind, Section, SplitBy, SplitInto,
    content::PlanContent,
    rules::{funnel, split},
};
use crate::{
    agreements::Clause,
    ids::PersonId,
    scorecard::{Direction, Unit},
    words::Words,
};

/// Collects clauses in the order of the page.
struct Reading<'c> {
    content: &'c PlanContent,
    words: Words,
    clauses: Vec<Clause>,
    section: Section,
}

impl Reading<'_> {
    fn say(&mut self, key: impl std::fmt::Display, label: impl Into<String>, value: impl Into<String>) {
        self.clauses.push(Clause {
            key: key.to_string(),
            section: self.section.title().into(),
            label: label.into(),
            value: value.into().trim().to_string(),
        });
    }

    fn amount(
        &mut self,
        key: impl std::fmt::Display,
        label: impl Into<String>,
        unit: Unit,
        amount: Option<i64>,
    ) {
        let value = amount
            .map(|amount| self.words.value(unit, amount))
            .unwrap_or_default();
        self.say(key, label, value);
    }

    /// How a goal falls on the year: the rule where it follows one, the numbers where they were written by hand.
    fn split_of(&self, goal: &Goal) -> String {
        let parts = match goal.split_into {
            SplitInto::Months => "months",
            SplitInto::Quarters => "quarters",
        };
        match goal.split_by {
            SplitBy::Even => format!("evenly over {parts}"),
            SplitBy::LastYear => format!("over {parts} as last year"),
            SplitBy::Hand => {
                let split = split::split(goal, &self.content.look_back.shape).map(|split| split.parts);
                let parts: Vec<String> = split
                    .iter()
                    .flatten()
                    .map(|part| self.words.value(goal.unit, *part))
                    .collect();
                parts.join(" · ")
            }
        }
    }

    fn person(&self, id: &Option<PersonId>) -> String {
        id.as_ref()
            .and_then(|id| self.content.people.iter().find(|person| person.id == *id))
            .map_or_else(String::new, |person| person.name.clone())
    }
}

/// Returns everything a plan says, in words, in the order of its page.
pub fn clauses(content: &PlanContent) -> Vec<Clause> {
    let mut reading = Reading {
        content,
        words: Words::new(&content.company),
        clauses: Vec::new(),
        section: Section::LookBack,
    };
    look_back(&mut reading);
    focus(&mut reading);
    goals(&mut reading);
    funnel_inputs(&mut reading);
    initiatives(&mut reading);
    duties(&mut reading);
    risks(&mut reading);
    reading.clauses
}

fn look_back(reading: &mut Reading) {
    let last = &reading.content.look_back;
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
    reading.say("look_back/shape", "Last year’s shape by month", shape.join(" · "));
    reading.say(
        "look_back/source",
        "Source of last year’s numbers",
        last.source.clone(),
    );
    for line in &reading.content.yardsticks {
        let of = format!("of *{}* ({})", line.name, line.side.name());
        reading.say(
            format!("{}/name", line.id),
            format!("Measured on, {}", line.side.name()),
            line.name.clone(),
        );
        reading.amount(
            format!("{}/target", line.id),
            format!("Last year’s target {of}"),
            line.unit,
            line.target,
        );
        reading.amount(
            format!("{}/actual", line.id),
            format!("Last year’s actual {of}"),
            line.unit,
            line.actual,
        );
    }
    for point in &reading.content.points {
        let heading = match point.kind {
            PointKind::WentWell => "Went well",
            PointKind::DidNot => "Did not go well",
            PointKind::Learned => "Learned",
        };
        reading.say(
            format!("{}/text", point.id),
            format!("{heading}, {}", point.side.name()),
            point.text.clone(),
        );
    }
}

fn focus(reading: &mut Reading) {
    reading.section = Section::Focus;
    let content = reading.content;
    reading.say(
        "plan/positioning",
        "Positioning line",
        content.plan.positioning.clone(),
    );
    for line in &content.segments {
        reading.say(format!("{}/name", line.id), "Segment", line.name.clone());
        reading.say(
            format!("{}/why", line.id),
            format!("Why *{}*", line.name),
            line.why.clone(),
        );
    }
    for line in &content.accounts {
        reading.say(format!("{}/name", line.id), "Target account", line.name.clone());
        reading.say(
            format!("{}/why", line.id),
            format!("Why *{}*", line.name),
            line.why.clone(),
        );
    }
    for line in &content.not_doing {
        reading.say(
            format!("{}/name", line.id),
            "What we will not do",
            line.name.clone(),
        );
        reading.say(
            format!("{}/why", line.id),
            format!("Why not *{}*", line.name),
            line.why.clone(),
        );
    }
}

fn goals(reading: &mut Reading) {
    reading.section = Section::Goals;
    let content = reading.content;
    for goal in &content.goals {
        let id = &goal.id;
        let of = format!("of *{}*", goal.name);
        reading.say(format!("{id}/name"), "Goal", goal.name.clone());
        reading.say(
            format!("{id}/formula"),
            format!("Formula {of}"),
            goal.formula.clone(),
        );
        reading.say(
            format!("{id}/source"),
            format!("Source {of}"),
            goal.source.clone(),
        );
        reading.say(
            format!("{id}/about_customer"),
            format!("About the customer, {}", goal.name),
            if goal.about_customer { "yes" } else { "no" },
        );
        reading.say(
            format!("{id}/direction"),
            format!("Better, {}", goal.name),
            if goal.direction == Direction::More {
                "more"
            } else {
                "less"
            },
        );
        reading.amount(
            format!("{id}/baseline"),
            format!("Baseline {of}"),
            goal.unit,
            goal.baseline,
        );
        reading.amount(
            format!("{id}/target"),
            format!("Target {of}"),
            goal.unit,
            goal.target,
        );
        reading.amount(
            format!("{id}/stretch"),
            format!("Stretch {of}"),
            goal.unit,
            goal.stretch,
        );
        let split = reading.split_of(goal);
        reading.say(format!("{id}/split"), format!("Split {of}"), split);
        let (sales, marketing) = (
            reading.person(&goal.sales_owner),
            reading.person(&goal.marketing_owner),
        );
        reading.say(format!("{id}/sales_owner"), format!("Owner in sales {of}"), sales);
        reading.say(
            format!("{id}/marketing_owner"),
            format!("Owner in marketing {of}"),
            marketing,
        );
        reading.say(
            format!("{id}/tracked_how"),
            format!("Tracking {of}"),
            goal.tracked_how.clone(),
        );
        let rhythm = match goal.tracked_every {
            Rhythm::Weekly => "weekly",
            Rhythm::Monthly => "monthly",
            Rhythm::Quarterly => "quarterly",
        };
        reading.say(
            format!("{id}/tracked_every"),
            format!("Tracked, {}", goal.name),
            rhythm,
        );
    }
}

fn funnel_inputs(reading: &mut Reading) {
    reading.section = Section::Funnel;
    let content = reading.content;
    reading.amount(
        "funnel/revenue_goal",
        "Revenue goal",
        Unit::Money,
        content.funnel.revenue_goal,
    );
    reading.amount(
        "funnel/renewals",
        "Renewals and expansion",
        Unit::Money,
        content.funnel.renewals,
    );
    let Ok(year) = content.company.fiscal_year(content.plan.year) else {
        return;
    };
    for input in funnel::work_out(&content.funnel, &content.look_back, year).inputs {
        reading.amount(
            format!("funnel/{}", input.key),
            input.label.clone(),
            input.unit,
            input.used,
        );
        reading.say(
            format!("funnel/{}_why", input.key),
            format!("Why *{}*", input.label),
            input.why,
        );
    }
    let spread = match content.funnel.spread {
        SplitBy::Even => "evenly".to_string(),
        SplitBy::LastYear => "as last year".to_string(),
        SplitBy::Hand => content
            .funnel
            .by_hand
            .iter()
            .map(|part| reading.words.count(*part))
            .collect::<Vec<_>>()
            .join(" · "),
    };
    reading.say("funnel/spread", "Spread of the revenue over the months", spread);
}

fn initiatives(reading: &mut Reading) {
    reading.section = Section::Initiatives;
    let content = reading.content;
    for line in &content.initiatives {
        let id = &line.id;
        let of = format!("of *{}*", line.name);
        reading.say(format!("{id}/name"), "Initiative", line.name.clone());
        reading.say(format!("{id}/bucket"), format!("Bucket {of}"), line.bucket.name());
        reading.say(
            format!("{id}/owner"),
            format!("Owner {of}"),
            reading.person(&line.owner),
        );
        let starts = line.starts.map(|day| reading.words.day(day)).unwrap_or_default();
        let ends = line.ends.map(|day| reading.words.day(day)).unwrap_or_default();
        reading.say(format!("{id}/starts"), format!("First day {of}"), starts);
        reading.say(format!("{id}/ends"), format!("Last day {of}"), ends);
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
            goal.map(|goal| goal.name.clone()).unwrap_or_default(),
        );
    }
}

fn duties(reading: &mut Reading) {
    reading.section = Section::WhoDoesWhat;
    for duty in &reading.content.duties {
        let id = &duty.id;
        reading.say(format!("{id}/name"), "Duty", duty.name.clone());
        let (sales, marketing) = (
            reading.person(&duty.sales_owner),
            reading.person(&duty.marketing_owner),
        );
        reading.say(
            format!("{id}/sales_owner"),
            format!("*{}*, owner in sales", duty.name),
            sales,
        );
        reading.say(
            format!("{id}/sales_does"),
            format!("*{}*, what sales does", duty.name),
            duty.sales_does.clone(),
        );
        reading.say(
            format!("{id}/marketing_owner"),
            format!("*{}*, owner in marketing", duty.name),
            marketing,
        );
        reading.say(
            format!("{id}/marketing_does"),
            format!("*{}*, what marketing does", duty.name),
            duty.marketing_does.clone(),
        );
    }
}

fn risks(reading: &mut Reading) {
    reading.section = Section::Risks;
    let content = reading.content;
    for risk in &content.risks {
        let kind = if risk.kind == RiskKind::Risk {
            "Risk"
        } else {
            "Assumption"
        };
        reading.say(format!("{}/name", risk.id), kind, risk.name.clone());
        reading.say(
            format!("{}/response", risk.id),
            format!("Our answer to *{}*", risk.name),
            risk.response.clone(),
        );
        reading.say(
            format!("{}/owner", risk.id),
            format!("Who watches *{}*", risk.name),
            reading.person(&risk.owner),
        );
    }
    reading.amount(
        "plan/budget",
        "The year’s budget",
        Unit::Money,
        content.plan.budget,
    );
}
