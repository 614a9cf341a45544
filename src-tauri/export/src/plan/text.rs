//! The plan in plain text, for a terminal: what the document says, section by section in the order of its pages.

use std::fmt::{self, Display, Write};

use chrono::NaiveDate;
use lockstep_core::plan::view::PlanView;

use super::{
    sheet::{Sheet, goals::Goal, initiatives::Group, look_back::Measured, people::Risk, teller::Named},
    state_in_words,
};
use crate::{
    options::Paper,
    text_table::{NOTHING, Table, or_nothing},
};

/// Returns the whole plan. `today` is the day that stands on a draft.
pub fn text(view: &PlanView, today: NaiveDate) -> String {
    let sheet = Sheet::new(view, Paper::usual_for(&view.company), today);
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = Page {
        view,
        sheet: &sheet,
        out: &mut out,
    }
    .write();
    out
}

struct Page<'p> {
    view: &'p PlanView,
    sheet: &'p Sheet,
    out: &'p mut String,
}

impl Page<'_> {
    fn write(&mut self) -> fmt::Result {
        self.cover()?;
        self.look_back()?;
        self.focus()?;
        self.goals()?;
        self.funnel()?;
        self.initiatives()?;
        self.who_does_what()?;
        self.risks()?;
        self.session()?;
        self.agreement()
    }

    fn cover(&mut self) -> fmt::Result {
        let sheet = self.sheet;
        let state = state_in_words(self.view);
        self.line(format!("{} · plan {} · {state}", sheet.company, sheet.label))?;
        self.line(&sheet.span)?;
        self.line(&sheet.standing.line)
    }

    fn look_back(&mut self) -> fmt::Result {
        let back = &self.sheet.look_back;
        self.title("Look back")?;
        let mut counts = Table::new(&["Last year", ">"]);
        for line in back.counts.iter().chain(&back.results) {
            counts.line([line.label.to_owned(), or_nothing(line.value.as_deref())]);
        }
        self.table(&counts)?;
        let mut figures = Table::new(&["Worked out", ">", ">n", ""]);
        for line in &back.figures {
            figures.line([
                line.label.clone(),
                or_nothing(line.value.as_deref()),
                line.n.clone().unwrap_or_default(),
                line.because.clone().unwrap_or_default(),
            ]);
        }
        self.table(&figures)?;
        for doubt in &back.doubts {
            self.line(doubt)?;
        }
        for side in &back.sides {
            self.table(&measured(side))?;
        }
        if let Some(sealed) = back.sealed {
            self.line(sealed)?;
        }
        for notes in &back.points {
            for (side, texts) in [("Sales", &notes.sales), ("Marketing", &notes.marketing)] {
                for text in texts {
                    self.line(format!("{} ({side}): {text}", notes.heading))?;
                }
            }
        }
        Ok(())
    }

    fn focus(&mut self) -> fmt::Result {
        let (sheet, focus) = (self.sheet, &self.sheet.focus);
        self.title("Focus")?;
        if !sheet.positioning.is_empty() {
            self.line(&sheet.positioning)?;
        }
        for (what, lines) in [
            ("Segment", &focus.segments),
            ("Target account", &focus.accounts),
            ("We will not", &focus.not_doing),
        ] {
            for line in lines {
                let because = if line.why.is_empty() { "" } else { ", because " };
                self.line(format!("{what}: {}{because}{}", line.name, line.why))?;
            }
        }
        Ok(())
    }

    fn goals(&mut self) -> fmt::Result {
        let sheet = self.sheet;
        self.title("Joint goals")?;
        let mut goals = Table::new(&[
            "Goal",
            ">Baseline",
            ">Target",
            ">Stretch",
            "Sales owner",
            "Marketing owner",
        ]);
        for goal in &sheet.goals {
            goals.line([
                goal.name.clone(),
                or_nothing(goal.baseline.as_deref()),
                or_nothing(goal.target.as_deref()),
                or_nothing(goal.stretch.as_deref()),
                name(goal.sales_owner.as_ref()),
                name(goal.marketing_owner.as_ref()),
            ]);
        }
        self.table(&goals)?;
        for goal in &sheet.goals {
            self.goal(goal)?;
        }
        Ok(())
    }

    fn goal(&mut self, goal: &Goal) -> fmt::Result {
        self.line(format!("{}: {}", goal.name, goal.formula))?;
        self.line(format!("  {}. {}. {}.", goal.direction, goal.tracked, goal.split))?;
        if let Some(problem) = &goal.split_problem {
            self.line(format!("  {problem}"))?;
        } else if !goal.periods.is_empty() {
            let parts: Vec<String> = goal
                .periods
                .iter()
                .map(|part| format!("{} {}", part.label, part.text))
                .collect();
            self.line(format!("  {}", parts.join(" · ")))?;
        }
        Ok(())
    }

    fn funnel(&mut self) -> fmt::Result {
        let funnel = &self.sheet.funnel;
        self.title("Funnel maths")?;
        self.line(&funnel.finding)?;
        for (label, value, because) in [
            ("Revenue goal", &funnel.revenue_goal, &None),
            ("Renewals and expansion", &funnel.renewals, &None),
            ("New revenue", &funnel.new_revenue, &funnel.new_revenue_because),
            (
                "Sourced by marketing",
                &funnel.sourced_revenue,
                &funnel.sourced_because,
            ),
        ] {
            let because = because.as_ref().filter(|_| value.is_none());
            let because = because.map(|because| format!(" ({because})")).unwrap_or_default();
            self.line(format!("{label}: {}{because}", or_nothing(value.as_deref())))?;
        }
        let mut inputs = Table::new(&["Rate", ">Last year", ">Ours", ">Used", "Why"]);
        for line in &funnel.inputs {
            inputs.line([
                line.label.clone(),
                or_nothing(line.last_year.as_deref()),
                or_nothing(line.ours.as_deref()),
                or_nothing(line.used.as_deref()),
                line.why.clone(),
            ]);
        }
        self.table(&inputs)?;
        let mut stages = Table::new(&["Needed", ">In the year", ">Exactly", ">A month", "How"]);
        for stage in &funnel.stages {
            stages.line([
                stage.label.clone(),
                stage.year.rounded.clone(),
                stage.year.exact.clone().unwrap_or_default(),
                or_nothing(stage.month.as_deref()),
                stage
                    .year
                    .because
                    .clone()
                    .unwrap_or_else(|| stage.formula.clone()),
            ]);
        }
        self.table(&stages)?;
        for said in funnel.spread_problem.iter().chain(&funnel.shift) {
            self.line(said)?;
        }
        let mut months = Table::new(&["Month", ">Deals", ">Opportunities", ">SQL", ">SAL", ">MQL"]);
        for month in &funnel.months {
            let [deals, opportunities, sql, sal, mql] = &month.cells;
            months.line([
                month.label.clone(),
                or_nothing(deals.as_deref()),
                or_nothing(opportunities.as_deref()),
                or_nothing(sql.as_deref()),
                or_nothing(sal.as_deref()),
                or_nothing(mql.as_deref()),
            ]);
        }
        self.table(&months)
    }

    fn initiatives(&mut self) -> fmt::Result {
        let initiatives = &self.sheet.initiatives;
        self.title("Initiatives")?;
        for group in &initiatives.groups {
            self.line(format!(
                "{}: {} ({} accepted leads expected)",
                group.name, group.budget, group.leads
            ))?;
        }
        let mut lines = Table::new(&["Initiative", "For", "Owner", "When", ">Budget", ">Leads"]);
        for Group {
            name: bucket,
            lines: of_it,
            ..
        } in &initiatives.groups
        {
            for line in of_it {
                lines.line([
                    line.name.clone(),
                    bucket.clone(),
                    name(line.owner.as_ref()),
                    or_nothing(line.when.as_deref()),
                    or_nothing(line.budget.as_deref()),
                    or_nothing(line.leads.as_deref()),
                ]);
            }
        }
        self.table(&lines)?;
        self.line(&initiatives.against)
    }

    fn who_does_what(&mut self) -> fmt::Result {
        self.title("Who does what")?;
        for duty in &self.sheet.duties {
            self.line(&duty.name)?;
            for (side, owner, does) in [
                ("Sales", &duty.sales_owner, &duty.sales_does),
                ("Marketing", &duty.marketing_owner, &duty.marketing_does),
            ] {
                let colon = if does.is_empty() { "" } else { ": " };
                self.line(format!("  {side}, {}{colon}{does}", name(owner.as_ref())))?;
            }
        }
        Ok(())
    }

    fn risks(&mut self) -> fmt::Result {
        let (sheet, budget) = (self.sheet, &self.sheet.budget);
        self.title("Risks and budget")?;
        let left = match &budget.left {
            None => "no budget has been set".to_owned(),
            Some(over) if budget.over => format!("{over} over the budget"),
            Some(left) => format!("{left} left of the budget"),
        };
        self.line(format!(
            "Budget: {}; planned: {}, {left}",
            or_nothing(budget.year.as_deref()),
            budget.planned
        ))?;
        for (kind, lines) in [("Risk", &sheet.risks), ("Assumption", &sheet.assumptions)] {
            for Risk {
                name: what,
                response,
                owner,
            } in lines
            {
                self.line(format!("{kind}: {what} → {response} ({})", name(owner.as_ref())))?;
            }
        }
        Ok(())
    }

    fn session(&mut self) -> fmt::Result {
        let session = &self.sheet.session;
        if session.decisions.is_empty() && session.todos.is_empty() && session.parked.is_empty() {
            return Ok(());
        }
        self.title("From the session")?;
        for line in &session.decisions {
            self.line(format!("Decided {}: {} ({})", line.day, line.name, line.section))?;
        }
        for line in &session.todos {
            let due = match (&line.done, &line.due) {
                (Some(done), _) => format!(", done {done}"),
                (None, Some(due)) => format!(", due {due}"),
                (None, None) => String::new(),
            };
            self.line(format!(
                "Action item: {} ({}{due})",
                line.name,
                name(line.owner.as_ref())
            ))?;
        }
        for line in &session.parked {
            self.line(format!("Parked: {} ({})", line.name, line.section))?;
        }
        Ok(())
    }

    fn agreement(&mut self) -> fmt::Result {
        let agreement = &self.sheet.agreement;
        self.title("Agreement")?;
        for version in &agreement.versions {
            self.line(format!(
                "Version {}: {} · proposed by {} · digest {}",
                version.version, version.state, version.proposed, version.digest
            ))?;
            for signed in &version.signed {
                self.line(format!("  {signed}"))?;
            }
        }
        if let (Some(compared), false) = (&agreement.compared_with, agreement.differences.is_empty()) {
            self.line(format!("The draft differs from {compared}:"))?;
            for difference in &agreement.differences {
                self.line(format!(
                    "  {} {} → {}",
                    difference.label,
                    or_nothing(difference.before.as_deref()),
                    or_nothing(difference.after.as_deref())
                ))?;
            }
        }
        for missing in &agreement.missing {
            self.line(format!(
                "Missing before it can be proposed: {} ({})",
                missing.message, missing.section
            ))?;
        }
        Ok(())
    }

    fn line(&mut self, text: impl Display) -> fmt::Result {
        writeln!(self.out, "{text}")
    }

    fn title(&mut self, text: &str) -> fmt::Result {
        writeln!(self.out, "\n{}\n", text.to_uppercase())
    }

    fn table(&mut self, table: &Table) -> fmt::Result {
        if table.is_empty() {
            Ok(())
        } else {
            writeln!(self.out, "{table}")
        }
    }
}

fn measured(side: &Measured) -> Table {
    let mut table = Table::new(&[
        &format!("{} was measured on", side.name),
        ">Target",
        ">Actual",
        ">Difference",
        "",
    ]);
    for line in &side.lines {
        let met = match line.met {
            Some(true) => "met",
            Some(false) => "missed",
            None => "",
        };
        table.line([
            line.name.clone(),
            or_nothing(line.target.as_deref()),
            or_nothing(line.actual.as_deref()),
            or_nothing(line.difference.as_deref()),
            met.to_owned(),
        ]);
    }
    table
}

fn name(person: Option<&Named>) -> String {
    person.map_or_else(|| NOTHING.into(), |person| person.name.clone())
}
