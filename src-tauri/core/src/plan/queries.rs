//! What screens ask about plans: the page of one, the same as a document, and what-if of the funnel.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Funnel, Goal, LookBack, Plan, actions,
    content::PlanContent,
    look_back,
    rules::{checks, completeness, funnel, last_year, season, split},
    subject,
    view::{
        BucketSum, Figure, FunnelView, GoalView, InitiativesView, LookBackView, MeasureView, Period,
        PlanView, SessionView, SilentView,
    },
};
use crate::{
    plan::subject::PLAN,
    scorecard::{Direction, METRICS, Metric, MetricEntry},
};
use lockstep_workspace::{
    agreements::{AgreementView, queries as agreements},
    bounds,
    calendar::FiscalYear,
    context::{Query, ReadContext},
    error::{Error, Result},
    list_items,
    rows::{self, Patch},
    words,
};

/// Returns the plan of a fiscal year.
pub(crate) fn plan_of(reader: &ReadContext, year: i32) -> Result<Plan> {
    rows::all(reader, "WHERE year = ?1", [year])?
        .pop()
        .ok_or_else(|| Error::not_found(format!("A plan for {year}")).hint("Begin it under Plan."))
}

/// Opens the page of a plan: the draft, or the frozen text of a version.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenPlan {
    /// The fiscal year.
    pub year: i32,
    /// The version, or nothing for the draft.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<u32>,
}

impl Query for OpenPlan {
    type Answer = PlanView;

    fn answer(self, reader: &ReadContext) -> Result<PlanView> {
        let plan = plan_of(reader, self.year)?;
        let agreement = agreements::view(reader, &PLAN, plan.id.as_str())?;
        let session = SessionView {
            agenda: list_items::all(reader, &plan.id)?,
            parked: list_items::all(reader, &plan.id)?,
            decisions: list_items::all(reader, &plan.id)?,
            todos: list_items::all(reader, &plan.id)?,
        };
        match self.version {
            None => {
                let (points, sales_points, marketing_points) = look_back::visible_retro_notes(reader, &plan)?;
                let silent = SilentView {
                    revealed: plan.revealed_at.is_some(),
                    sales_points,
                    marketing_points,
                    sales_ready: plan.sales_ready,
                    marketing_ready: plan.marketing_ready,
                };
                let mut content = PlanContent::draft(reader, &plan.id)?;
                content.points = points;
                let locked = actions::why_locked(reader, &plan.id)?;
                page(content, session, agreement, silent, None, locked)
            }
            Some(number) => {
                let (_, text) = agreements::text_of_version(reader, &PLAN, plan.id.as_str(), number)?;
                let mut content = subject::read(&text)?;
                // Instants are told in the days the company counts in now, for a frozen text, too.
                content.company.time_zone = reader.zone().name().into();
                let written = |side| content.points.iter().filter(|point| point.side == side).count() as i64;
                let silent = SilentView {
                    revealed: content.plan.revealed_at.is_some(),
                    sales_points: written(lockstep_workspace::people::Side::Sales),
                    marketing_points: written(lockstep_workspace::people::Side::Marketing),
                    sales_ready: content.plan.sales_ready,
                    marketing_ready: content.plan.marketing_ready,
                };
                let locked = Some(format!("This is version {number} as it was signed."));
                page(content, session, agreement, silent, Some(number), locked)
            }
        }
    }
}

/// Opens a plan as a document has it: a version, or the draft. A draft that says nothing else than what is in force is
/// given as that version, so that no page under the seal shows a word that was not signed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanDocument {
    /// The fiscal year.
    pub year: i32,
    /// The version, or nothing for the draft.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<u32>,
}

impl Query for PlanDocument {
    type Answer = PlanView;

    fn answer(self, reader: &ReadContext) -> Result<PlanView> {
        let page = |version| {
            OpenPlan {
                year: self.year,
                version,
            }
            .answer(reader)
        };
        let view = page(self.version)?;
        let agreed = view.agreement.in_force.as_ref().and_then(|known| known.version);
        let says_the_same = self.version.is_none() && view.agreement.differences.is_empty();
        match agreed.filter(|_| says_the_same) {
            Some(version) => page(Some(version)),
            None => Ok(view),
        }
    }
}

fn page(
    content: PlanContent,
    session: SessionView,
    agreement: AgreementView,
    silent: SilentView,
    version: Option<u32>,
    locked: Option<String>,
) -> Result<PlanView> {
    let year = content.company.fiscal_year(content.plan.year)?;
    let missing = completeness::missing(&content);
    let funnel = funnel::work_out(&content.funnel, &content.look_back, year);
    // What was signed stays split as it was signed, even where a draft could no longer be split so.
    let shape = match version {
        Some(_) => &content.look_back.shape,
        None => season::of(&content.look_back.shape),
    };
    let goals = content
        .goals
        .iter()
        .map(|goal| GoalView {
            missing: completeness::missing_in_goal(goal, &content.people),
            ..goal_view(goal, shape, year)
        })
        .collect();
    let initiatives = initiatives(&content, &funnel)?;
    Ok(PlanView {
        currency_digits: words::currency_digits(&content.company.currency),
        label: year.label(),
        first_day: year.first_day(),
        last_day: year.last_day(),
        months: year.months(),
        quarters: year.quarters(),
        version,
        locked,
        look_back: LookBackView {
            figures: last_year::figures(&content.look_back),
            widenings: last_year::widenings(&content.look_back)
                .into_iter()
                .map(|widening| widening.message)
                .collect(),
            season_problem: season::whole(&content.look_back.shape).err(),
            measures: content.measures.into_iter().map(measure).collect(),
            points: content.points,
            numbers: content.look_back,
            silent,
        },
        segments: content.segments,
        accounts: content.accounts,
        not_doing: content.not_doing,
        goals,
        funnel,
        initiatives,
        duties: content.duties,
        risks: content.risks,
        session,
        agreement,
        missing,
        company: content.company,
        people: content.people,
        plan: content.plan,
    })
}

fn measure(line: super::Measure) -> MeasureView {
    let both = line.target.zip(line.actual);
    MeasureView {
        difference: both.and_then(|(target, actual)| actual.checked_sub(target)),
        reached: both
            .filter(|(target, _)| *target != 0)
            .and_then(|(target, actual)| {
                i64::try_from(i128::from(actual) * 10_000 / i128::from(target)).ok()
            }),
        met: both.map(|(target, actual)| match line.direction {
            Direction::More => actual >= target,
            Direction::Less => actual <= target,
        }),
        measure: line,
    }
}

fn goal_view(goal: &Goal, shape: &[i64], year: FiscalYear) -> GoalView {
    let split = split::split(goal, shape);
    let size = 12 / goal.split_into.parts();
    let starts: Vec<_> = year.months().into_iter().step_by(size).collect();
    let labels = if size == 3 {
        year.quarters()
    } else {
        vec![String::new(); 12]
    };
    let periods = split.iter().flat_map(|split| {
        split
            .parts
            .iter()
            .zip(&starts)
            .zip(&labels)
            .map(|((target, first_day), label)| Period {
                label: label.clone(),
                first_day: *first_day,
                target: *target,
            })
    });
    GoalView {
        goal: goal.clone(),
        periods: periods.collect(),
        months: split
            .as_ref()
            .map(|split| split.months.clone())
            .unwrap_or_default(),
        split_problem: split.and_then(|split| split.problem),
        missing: Vec::new(),
    }
}

fn initiatives(content: &PlanContent, funnel: &FunnelView) -> Result<InitiativesView> {
    const BUDGETS: &str = "The budgets of the initiatives";
    const LEADS: &str = "The leads expected of the initiatives";
    let lines = content.initiatives.clone();
    let buckets: Vec<BucketSum> = super::Bucket::ALL
        .into_iter()
        .map(|bucket| {
            let inside = || lines.iter().filter(move |line| line.bucket == bucket);
            Ok(BucketSum {
                bucket,
                name: bucket.name().into(),
                count: inside().count() as i64,
                budget: bounds::total(BUDGETS, inside().filter_map(|line| line.budget))?,
                expected_leads: bounds::total(LEADS, inside().filter_map(|line| line.expected_leads))?,
            })
        })
        .collect::<Result<_>>()?;
    let budget = bounds::total(BUDGETS, buckets.iter().map(|bucket| bucket.budget))?;
    // Neither is below zero, so that their difference can always be counted.
    let left = content.plan.budget.and_then(|whole| whole.checked_sub(budget));
    // Marketing's part where its share is known; otherwise all that the funnel asks.
    let stage = |key: &str| {
        funnel
            .stages
            .iter()
            .find(|stage| stage.key == key)
            .map(|stage| stage.year.clone())
    };
    let asked_leads = stage("marketing_sal")
        .filter(|figure| figure.value.is_some())
        .or_else(|| stage("sal"))
        .unwrap_or_else(|| Figure::unknown("the funnel maths is empty"));
    Ok(InitiativesView {
        expected_leads: bounds::total(LEADS, buckets.iter().map(|bucket| bucket.expected_leads))?,
        budget_left: left,
        budget,
        asked_leads,
        buckets,
        lines,
    })
}

/// Tries other inputs of the funnel and saves nothing.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TryFunnel {
    /// The fiscal year.
    pub year: i32,
    /// The inputs that are tried.
    pub change: Patch<Funnel>,
}

impl Query for TryFunnel {
    type Answer = FunnelView;

    fn answer(self, reader: &ReadContext) -> Result<FunnelView> {
        let plan = plan_of(reader, self.year)?;
        let now: Funnel = rows::get(reader, &plan.id, "This funnel")?;
        let last: LookBack = rows::get(reader, &plan.id, "This look back")?;
        let tried = self.change.apply(&now)?;
        checks::funnel(&tried)?;
        Ok(funnel::work_out(
            &tried,
            &last,
            reader.company()?.fiscal_year(plan.year)?,
        ))
    }
}

/// Lists the metrics that a goal can measure, with their formulas.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListMetrics {}

impl Query for ListMetrics {
    type Answer = Vec<MetricEntry>;

    fn answer(self, _: &ReadContext) -> Result<Vec<MetricEntry>> {
        Ok(METRICS
            .iter()
            .filter(|entry| entry.metric != Metric::Own)
            .cloned()
            .collect())
    }
}
