//! Several years side by side: their goals, numbers and budgets, each from the version in force where there is one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Plan, Section, content::PlanContent, rules::last_year, subject, view::Figure};
use crate::plan::subject::PLAN;
use lockstep_workspace::{
    agreements::{VersionState, queries as agreements},
    bounds,
    context::{Query, ReadContext},
    error::Result,
    rows,
    units::Unit,
};

/// Puts several years side by side: their goals, numbers and budgets.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ComparePlans {}

/// One year of the comparison.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComparedYear {
    /// The fiscal year.
    pub year: i32,
    /// "FY27".
    pub label: String,
    /// The version shown: the one in force, or nothing for a draft.
    pub version: Option<u32>,
}

/// One line of the comparison.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComparedLine {
    /// The section in which it stands.
    pub section: Section,
    /// What it is called.
    pub name: String,
    /// In what it is counted.
    pub unit: Unit,
    /// The value of each year, in the order of the years; nothing where that year has none.
    pub values: Vec<Option<i64>>,
}

/// The years and their lines.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Comparison {
    /// The years, the earliest first.
    pub years: Vec<ComparedYear>,
    /// The lines.
    pub lines: Vec<ComparedLine>,
}

impl Query for ComparePlans {
    type Answer = Comparison;

    fn answer(self, reader: &ReadContext) -> Result<Comparison> {
        let plans: Vec<Plan> = rows::all(reader, "ORDER BY year", [])?;
        let mut years = Vec::new();
        let mut lines: Vec<ComparedLine> = Vec::new();
        for (place, plan) in plans.iter().enumerate() {
            let in_force = agreements::standing(reader, &PLAN, plan.id.as_str())?
                .into_iter()
                .find(|version| version.state == VersionState::InForce)
                .and_then(|version| version.version);
            let content = subject::plan_that_holds(reader, &plan.id)?;
            years.push(ComparedYear {
                year: plan.year,
                label: content.company.fiscal_year(plan.year)?.label(),
                version: in_force,
            });
            for (section, name, unit, value) in compared(&content)? {
                let same = |line: &&mut ComparedLine| {
                    line.section == section && line.name == name && line.unit == unit
                };
                match lines.iter_mut().find(same) {
                    Some(line) => line.values.push(value),
                    None => {
                        let mut values = vec![None; place];
                        values.push(value);
                        lines.push(ComparedLine {
                            section,
                            name,
                            unit,
                            values,
                        });
                    }
                }
            }
            for line in &mut lines {
                line.values.resize(place + 1, None);
            }
        }
        lines.retain(|line| line.values.iter().any(Option::is_some));
        lines.sort_by_key(|line| line.section);
        Ok(Comparison { years, lines })
    }
}

/// One line of a year: its section, its name, its unit, its value.
type Compared = (Section, String, Unit, Option<i64>);

fn compared(content: &PlanContent) -> Result<Vec<Compared>> {
    let last = &content.look_back;
    let rounded = |figure: Figure| figure.value.map(|value| value.round() as i64);
    let mut lines = vec![
        (
            Section::LookBack,
            "Leads handed over, the year before".into(),
            Unit::Count,
            last.leads,
        ),
        (
            Section::LookBack,
            "Leads accepted, the year before".into(),
            Unit::Count,
            last.accepted,
        ),
        (
            Section::LookBack,
            "Won deals, the year before".into(),
            Unit::Count,
            last.won,
        ),
        (
            Section::LookBack,
            "Revenue, the year before".into(),
            Unit::Money,
            last.revenue,
        ),
        (
            Section::LookBack,
            "Win rate, the year before".into(),
            Unit::Percent,
            rounded(last_year::win_rate(last)),
        ),
        (
            Section::LookBack,
            "Average deal, the year before".into(),
            Unit::Money,
            rounded(last_year::average_deal(last)),
        ),
        (
            Section::LookBack,
            "Sales cycle, the year before".into(),
            Unit::Days,
            last.cycle_days,
        ),
        (
            Section::Funnel,
            "Revenue goal".into(),
            Unit::Money,
            content.funnel.revenue_goal,
        ),
    ];
    lines.extend(
        content
            .goals
            .iter()
            .map(|goal| (Section::Goals, goal.name.clone(), goal.unit, goal.target)),
    );
    let planned = bounds::total(
        "The budgets of the initiatives",
        content.initiatives.iter().filter_map(|line| line.budget),
    )?;
    lines.push((
        Section::Initiatives,
        "Initiatives".into(),
        Unit::Count,
        Some(content.initiatives.len() as i64),
    ));
    lines.push((
        Section::Initiatives,
        "Budget of the initiatives".into(),
        Unit::Money,
        Some(planned),
    ));
    lines.push((
        Section::Risks,
        "The year’s budget".into(),
        Unit::Money,
        content.plan.budget,
    ));
    Ok(lines)
}
