//! A plan as the page shows it, in plain text: section by section, in the order of the session.

use std::fmt::{self, Write};

use lockstep_core::{
    ids::PersonId,
    plan::{
        RetroNoteKind, RiskKind, SplitInto,
        view::{Figure, GoalView, PlanView},
    },
};
use lockstep_export::plan::state_in_words;
use lockstep_workspace::{agreements::VersionState, people::Side, units::Unit, words::Words};

use crate::table::{NOTHING, Table};

/// Writes the whole plan.
pub fn plan(view: &PlanView) -> String {
    let mut text = String::new();
    // Writing into a string cannot fail.
    let page = Page {
        view,
        words: Words::new(&view.company),
    };
    let _ = page.write(&mut text);
    text
}

struct Page<'v> {
    view: &'v PlanView,
    words: Words,
}

impl Page<'_> {
    fn write(&self, out: &mut String) -> fmt::Result {
        self.cover(out)?;
        self.look_back(out)?;
        self.focus(out)?;
        self.goals(out)?;
        self.funnel(out)?;
        self.initiatives(out)?;
        self.duties(out)?;
        self.risks(out)?;
        self.agreement(out)
    }

    fn cover(&self, out: &mut String) -> fmt::Result {
        let view = self.view;
        let state = state_in_words(view);
        writeln!(out, "{} · plan {} · {state}", view.company.name, view.label)?;
        writeln!(
            out,
            "{} to {}",
            self.words.day(view.first_day),
            self.words.day(view.last_day)
        )?;
        if let Some(why) = &view.locked {
            writeln!(out, "{why}")?;
        }
        Ok(())
    }

    fn look_back(&self, out: &mut String) -> fmt::Result {
        let back = &self.view.look_back;
        title(out, "Look back")?;
        let mut figures = Table::new(&["Last year", ">", ">n", ""]);
        for line in &back.figures {
            figures.line([
                line.label.clone(),
                self.value(&line.figure, line.unit),
                line.n.map(|n| self.words.count(n)).unwrap_or_default(),
                line.figure.because.clone().unwrap_or_default(),
            ]);
        }
        table(out, &figures)?;
        for doubt in back.doubts() {
            writeln!(out, "{doubt}")?;
        }
        for side in [Side::Sales, Side::Marketing] {
            let name = format!("{} was measured on", side.name());
            let mut yardsticks = Table::new(&[&name, ">Target", ">Actual", ">Difference"]);
            for line in back.yardsticks.iter().filter(|line| line.yardstick.side == side) {
                let unit = line.yardstick.unit;
                yardsticks.line([
                    line.yardstick.name.clone(),
                    self.number(line.yardstick.target, unit),
                    self.number(line.yardstick.actual, unit),
                    self.number(line.difference, unit),
                ]);
            }
            table(out, &yardsticks)?;
        }
        for (kind, name) in [
            (RetroNoteKind::WentWell, "Went well"),
            (RetroNoteKind::DidNot, "Did not go well"),
            (RetroNoteKind::Learned, "Learned"),
        ] {
            for point in back.points.iter().filter(|point| point.kind == kind) {
                writeln!(out, "{name} ({}): {}", point.side.name(), point.text)?;
            }
        }
        Ok(())
    }

    fn focus(&self, out: &mut String) -> fmt::Result {
        let view = self.view;
        title(out, "Focus")?;
        if !view.plan.positioning.is_empty() {
            writeln!(out, "{}", view.plan.positioning)?;
        }
        let because = |name: &str, why: &str| {
            if why.is_empty() {
                name.to_owned()
            } else {
                format!("{name}, because {why}")
            }
        };
        for line in &view.segments {
            writeln!(out, "Segment: {}", because(&line.name, &line.why))?;
        }
        for line in &view.accounts {
            writeln!(out, "Target account: {}", because(&line.name, &line.why))?;
        }
        for line in &view.not_doing {
            writeln!(out, "We will not: {}", because(&line.name, &line.why))?;
        }
        Ok(())
    }

    fn goals(&self, out: &mut String) -> fmt::Result {
        title(out, "Joint goals")?;
        let mut goals = Table::new(&[
            "Goal",
            ">Baseline",
            ">Target",
            ">Stretch",
            "Sales owner",
            "Marketing owner",
        ]);
        for GoalView { goal, .. } in &self.view.goals {
            goals.line([
                goal.name.clone(),
                self.number(goal.baseline, goal.unit),
                self.number(goal.target, goal.unit),
                self.number(goal.stretch, goal.unit),
                self.person(goal.sales_owner.as_ref()),
                self.person(goal.marketing_owner.as_ref()),
            ]);
        }
        table(out, &goals)?;
        for GoalView {
            goal,
            periods,
            split_problem,
            ..
        } in &self.view.goals
        {
            let parts: Vec<String> = periods
                .iter()
                .map(|period| {
                    let label = match goal.split_into {
                        SplitInto::Months => self.words.short_month(period.first_day),
                        SplitInto::Quarters => period.label.clone(),
                    };
                    format!("{label} {}", self.number(Some(period.target), goal.unit))
                })
                .collect();
            writeln!(out, "{}: {}", goal.name, goal.formula)?;
            match split_problem {
                Some(problem) => writeln!(out, "  {problem}")?,
                None if parts.is_empty() => {}
                None => writeln!(out, "  {}", parts.join(" · "))?,
            }
        }
        Ok(())
    }

    fn funnel(&self, out: &mut String) -> fmt::Result {
        let funnel = &self.view.funnel;
        title(out, "Funnel maths")?;
        writeln!(
            out,
            "Revenue goal: {}",
            self.number(funnel.funnel.revenue_goal, Unit::Money)
        )?;
        writeln!(
            out,
            "New revenue: {}",
            self.figure(&funnel.new_revenue, Unit::Money)
        )?;
        let mut inputs = Table::new(&["Rate", ">Last year", ">Ours", ">Used", "Why"]);
        for line in &funnel.inputs {
            inputs.line([
                line.label.clone(),
                self.number(line.last_year, line.unit),
                self.number(line.ours, line.unit),
                self.number(line.used, line.unit),
                line.why.clone(),
            ]);
        }
        table(out, &inputs)?;
        let mut stages = Table::new(&["Needed", ">In the year", ">A month", "How"]);
        for stage in &funnel.stages {
            stages.line([
                stage.label.clone(),
                self.value(&stage.year, Unit::Count),
                self.value(&stage.month, Unit::Count),
                stage
                    .year
                    .because
                    .clone()
                    .unwrap_or_else(|| stage.formula.clone()),
            ]);
        }
        table(out, &stages)?;
        if let Some(problem) = &funnel.spread_problem {
            writeln!(out, "{problem}")?;
        }
        let mut months = Table::new(&["Month", ">Deals", ">Opportunities", ">SQL", ">SAL", ">MQL"]);
        for month in &funnel.months {
            let some = |number: Option<f64>| {
                number.map_or_else(|| NOTHING.into(), |number| self.words.decimal(number, 1))
            };
            months.line([
                self.words.month(month.first_day),
                self.words.decimal(month.deals, 1),
                some(month.opportunities),
                some(month.sql),
                some(month.sal),
                some(month.mql),
            ]);
        }
        table(out, &months)
    }

    fn initiatives(&self, out: &mut String) -> fmt::Result {
        let initiatives = &self.view.initiatives;
        title(out, "Initiatives")?;
        for bucket in &initiatives.buckets {
            writeln!(
                out,
                "{}: {} ({} · {} accepted leads expected)",
                bucket.name,
                bucket.count,
                self.number(Some(bucket.budget), Unit::Money),
                self.words.count(bucket.expected_leads)
            )?;
        }
        let mut lines = Table::new(&["Initiative", "Owner", "From", "To", ">Budget", ">Leads"]);
        for line in &initiatives.lines {
            lines.line([
                line.name.clone(),
                self.person(line.owner.as_ref()),
                line.starts
                    .map_or_else(|| NOTHING.into(), |day| self.words.day(day)),
                line.ends
                    .map_or_else(|| NOTHING.into(), |day| self.words.day(day)),
                self.number(line.budget, Unit::Money),
                self.number(line.expected_leads, Unit::Count),
            ]);
        }
        table(out, &lines)?;
        writeln!(
            out,
            "Together {}, {}; {} accepted leads expected; the maths asks for {}",
            self.words.money(initiatives.budget),
            match initiatives.budget_left {
                None => "no budget set".into(),
                Some(left) if left < 0 =>
                    format!("{} over the budget", self.words.money(left.saturating_abs())),
                Some(left) => format!("{} left of the budget", self.words.money(left)),
            },
            self.words.count(initiatives.expected_leads),
            self.figure(&initiatives.asked_leads, Unit::Count)
        )
    }

    fn duties(&self, out: &mut String) -> fmt::Result {
        title(out, "Who does what")?;
        for duty in &self.view.duties {
            let does = |what: &str| {
                if what.is_empty() {
                    String::new()
                } else {
                    format!(": {what}")
                }
            };
            writeln!(out, "{}", duty.name)?;
            writeln!(
                out,
                "  Sales, {}{}",
                self.person(duty.sales_owner.as_ref()),
                does(&duty.sales_does)
            )?;
            writeln!(
                out,
                "  Marketing, {}{}",
                self.person(duty.marketing_owner.as_ref()),
                does(&duty.marketing_does)
            )?;
        }
        Ok(())
    }

    fn risks(&self, out: &mut String) -> fmt::Result {
        title(out, "Risks and budget")?;
        writeln!(out, "Budget: {}", self.number(self.view.plan.budget, Unit::Money))?;
        for risk in &self.view.risks {
            let kind = match risk.kind {
                RiskKind::Risk => "Risk",
                RiskKind::Assumption => "Assumption",
            };
            writeln!(
                out,
                "{kind}: {} → {} ({})",
                risk.name,
                risk.response,
                self.person(risk.owner.as_ref())
            )?;
        }
        Ok(())
    }

    fn agreement(&self, out: &mut String) -> fmt::Result {
        let agreement = &self.view.agreement;
        title(out, "Agreement")?;
        for version in &agreement.versions {
            let state = match version.state {
                VersionState::Proposed => "proposed, waiting for signatures",
                VersionState::InForce => "in force",
                VersionState::Superseded => "superseded",
                VersionState::Withdrawn => "withdrawn",
            };
            let number = version
                .version
                .map_or_else(|| NOTHING.into(), |number| number.to_string());
            writeln!(out, "Version {number}: {state} · digest {}", version.digest)?;
            for signature in &version.signatures {
                writeln!(
                    out,
                    "  {} for {}, {}",
                    signature.name,
                    signature.side.name(),
                    self.words
                        .day(self.view.company.zone().day_of(signature.signed_at))
                )?;
            }
        }
        if agreement.in_force.is_some() && !agreement.differences.is_empty() {
            writeln!(out, "The draft differs from what is in force:")?;
            for difference in &agreement.differences {
                writeln!(
                    out,
                    "  {} {} → {}",
                    difference.label,
                    or_nothing(difference.before.as_deref()),
                    or_nothing(difference.after.as_deref())
                )?;
            }
        }
        for missing in &self.view.missing {
            writeln!(out, "Missing before it can be proposed: {}", missing.message)?;
        }
        Ok(())
    }

    /// A number in the smallest step of its unit, as the company writes it.
    fn number(&self, number: Option<i64>, unit: Unit) -> String {
        number.map_or_else(|| NOTHING.into(), |number| self.words.value(unit, number))
    }

    /// A figure that was worked out; where it could not be, why.
    fn figure(&self, figure: &Figure, unit: Unit) -> String {
        match &figure.because {
            Some(because) if figure.value.is_none() => format!("{NOTHING} ({because})"),
            _ => self.value(figure, unit),
        }
    }

    /// A figure that was worked out, where it could be.
    fn value(&self, figure: &Figure, unit: Unit) -> String {
        let Some(value) = figure.value else {
            return NOTHING.into();
        };
        match unit {
            Unit::Count => self.words.decimal(value, 1),
            Unit::Percent => self.words.measured_rate(value, 2),
            Unit::Days => self.words.days(value),
            // Rounded to the step that is written; the figure itself keeps its fractions.
            #[allow(clippy::cast_possible_truncation)]
            _ => self.number(Some(value.round() as i64), unit),
        }
    }

    fn person(&self, id: Option<&PersonId>) -> String {
        id.and_then(|id| self.view.people.iter().find(|person| person.id == *id))
            .map_or_else(|| NOTHING.into(), |person| person.name.clone())
    }
}

fn or_nothing(text: Option<&str>) -> &str {
    text.unwrap_or(NOTHING)
}

fn title(out: &mut String, text: &str) -> fmt::Result {
    writeln!(out, "\n{}\n", text.to_uppercase())
}

fn table(out: &mut String, table: &Table) -> fmt::Result {
    if table.is_empty() {
        Ok(())
    } else {
        writeln!(out, "{table}")
    }
}
