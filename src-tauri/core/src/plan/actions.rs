//! What is done with a plan as a whole: begin it, carry last year's forward, delete a draft, change its own fields, and
//! turn the funnel's answer into targets.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    ActionItem, AgendaItem, Bucket, Funnel, Goal, Initiative, LookBack, Measure, OutOfScope, Plan,
    Responsibility, RetroNote, Risk, Section, Segment, SplitBy, TargetAccount,
    content::PlanContent,
    look_back::Taken,
    rules::{checks, funnel, season, split},
};
use crate::{
    ids::{self, ListItemId, PlanId},
    plan::subject::PLAN,
    scorecard::Metric,
};
use lockstep_workspace::{
    agreements, calendar,
    context::{Action, ReadContext, Transaction},
    error::{Error, ErrorCode, Result},
    list_items::{self, ListItem, Parent},
    rows::{self, Patch},
    words::Words,
};

/// Planned minutes of the session by section: an afternoon, not a project (P12).
const AGENDA: [(Section, u32); 8] = [
    (Section::LookBack, 45),
    (Section::Focus, 30),
    (Section::Goals, 40),
    (Section::Funnel, 25),
    (Section::Initiatives, 45),
    (Section::WhoDoesWhat, 20),
    (Section::Risks, 15),
    (Section::Agreement, 10),
];

/// Returns the words of the history for something done in a plan: "… in plan FY27".
pub(super) fn summary(reader: &ReadContext, plan: &PlanId, what: &str) -> Result<String> {
    let plan: Plan = rows::get(reader, plan, "This plan")?;
    Ok(format!("{what} in plan {}", calendar::label(plan.year)))
}

/// Refuses to change a plan while a proposal of it waits for signatures: what is on screen is what is signed.
///
/// # Errors
/// `Refused` while a proposal is open, `NotFound` when there is no such plan.
pub fn must_be_editable(reader: &ReadContext, plan: &PlanId) -> Result<()> {
    plan.must_exist(reader)?;
    match why_locked(reader, plan)? {
        Some(why) => {
            Err(Error::refused(why).hint("Withdraw the proposal to change the plan, then propose it again."))
        }
        None => Ok(()),
    }
}

/// Returns why a plan cannot be changed just now, or nothing.
pub(super) fn why_locked(reader: &ReadContext, plan: &PlanId) -> Result<Option<String>> {
    let open = agreements::queries::is_proposed(reader, &PLAN, plan.as_str())?;
    Ok(open.then(|| "This plan is proposed and waits for signatures.".into()))
}

/// Returns the empty numbers of a new plan.
pub(crate) fn empty_numbers(plan: &PlanId) -> (Funnel, LookBack) {
    let funnel = Funnel {
        id: plan.clone(),
        revenue_goal: None,
        renewals: None,
        average_deal: None,
        average_deal_why: String::new(),
        win_rate: None,
        win_rate_why: String::new(),
        sql_to_opportunity: None,
        sql_to_opportunity_why: String::new(),
        sal_to_sql: None,
        sal_to_sql_why: String::new(),
        mql_to_sal: None,
        mql_to_sal_why: String::new(),
        sourced_share: None,
        sourced_share_why: String::new(),
        cycle_days: None,
        cycle_days_why: String::new(),
        spread: SplitBy::Even,
        by_hand: Vec::new(),
    };
    let look_back = LookBack {
        id: plan.clone(),
        leads: None,
        accepted: None,
        sql: None,
        opportunities: None,
        won: None,
        lost: None,
        revenue: None,
        sourced_revenue: None,
        cycle_days: None,
        shape: Vec::new(),
        source: String::new(),
    };
    (funnel, look_back)
}

/// Begins the plan of a fiscal year, with the five buckets, an agenda, and “qualified leads” as its first goal.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BeginPlan {
    /// The fiscal year.
    pub year: i32,
}

impl Action for BeginPlan {
    type Outcome = Plan;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok(format!("Begin plan {}", calendar::label(self.year)))
    }

    fn apply(self, change: &mut Transaction) -> Result<Plan> {
        let plan = new_plan(change, self.year)?;
        let (funnel, look_back) = empty_numbers(&plan.id);
        rows::insert(change, &funnel)?;
        rows::insert(change, &look_back)?;
        for bucket in Bucket::ALL {
            let values = serde_json::json!({ "bucket": bucket, "name": bucket.name() });
            let values = serde_json::from_value(values)?;
            list_items::add_first::<Responsibility>(change, plan.id.clone(), values, &word_of(bucket))?;
        }
        for (section, minutes) in AGENDA {
            let values = serde_json::json!({ "section": section, "minutes": minutes });
            let values = serde_json::from_value(values)?;
            list_items::add_first::<AgendaItem>(change, plan.id.clone(), values, &word_of(section))?;
        }
        list_items::add_first::<Goal>(change, plan.id.clone(), Patch::default(), "qualified leads")?;
        Ok(plan)
    }
}

/// Returns the word by which the file knows a term.
fn word_of(term: impl Serialize) -> String {
    serde_json::json!(term).to_string()
}

/// Writes the row of a new plan, when the year is free.
pub(super) fn new_plan(change: &Transaction, year: i32) -> Result<Plan> {
    change.company()?.fiscal_year(year)?;
    if change.count("SELECT count(*) FROM plan WHERE year = ?1", [year])? > 0 {
        return Err(Error::refused(format!("There is a plan for {year} already."))
            .hint("Open that plan, or choose another year."));
    }
    let plan = Plan {
        id: ids::derived(&["plan", &year.to_string()]).into(),
        year,
        positioning: String::new(),
        budget: None,
        sales_ready: false,
        marketing_ready: false,
        revealed_at: None,
        created_at: change.now(),
    };
    rows::insert(change, &plan)?;
    Ok(plan)
}

/// Deletes a plan that was never signed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DeletePlan {
    /// The plan.
    pub plan: PlanId,
}

impl Action for DeletePlan {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let plan: Plan = rows::get(reader, &self.plan, "This plan")?;
        Ok(format!("Delete plan {}", calendar::label(plan.year)))
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        let plan: Plan = rows::get(change, &self.plan, "This plan")?;
        let agreed = change.count(
            "SELECT count(*) FROM agreement WHERE subject_kind = 'plan' AND subject = ?1",
            [&self.plan],
        )?;
        if agreed > 0 {
            return Err(Error::refused(format!(
                "Plan {} was proposed or signed, and what was agreed is kept.",
                plan.year
            ))
            .hint("Only a draft that was never proposed can be deleted."));
        }
        fn clear<L: ListItem<Parent = PlanId>>(change: &Transaction, plan: &PlanId) -> Result<()> {
            let lines: Vec<L> = list_items::all(change, plan)?;
            lines
                .iter()
                .try_for_each(|line| rows::delete::<L>(change, line.id()))
        }
        let id = &self.plan;
        clear::<Initiative>(change, id)?;
        clear::<Goal>(change, id)?;
        clear::<Measure>(change, id)?;
        clear::<RetroNote>(change, id)?;
        clear::<Segment>(change, id)?;
        clear::<TargetAccount>(change, id)?;
        clear::<OutOfScope>(change, id)?;
        clear::<Responsibility>(change, id)?;
        clear::<Risk>(change, id)?;
        clear::<AgendaItem>(change, id)?;
        clear::<super::ParkedItem>(change, id)?;
        clear::<super::Decision>(change, id)?;
        clear::<ActionItem>(change, id)?;
        rows::delete::<Funnel>(change, id)?;
        rows::delete::<LookBack>(change, id)?;
        rows::delete::<Plan>(change, id)
    }
}

/// Changes the positioning line or the year's budget.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditPlan {
    /// The plan.
    pub id: PlanId,
    /// What changes.
    pub change: Patch<Plan>,
}

impl Action for EditPlan {
    type Outcome = Plan;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let what = match self.change.names().next() {
            Some("positioning") => "Change the positioning line",
            Some("budget") => "Change the year’s budget",
            _ => "Change the plan",
        };
        summary(reader, &self.id, what)
    }

    fn apply(self, change: &mut Transaction) -> Result<Plan> {
        must_be_editable(change, &self.id)?;
        let before: Plan = rows::get(change, &self.id, "This plan")?;
        let after = self.change.apply(&before)?;
        checks::plan(&after)?;
        rows::update(change, &after)?;
        Ok(after)
    }
}

/// Changes what goes into the funnel maths.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditFunnel {
    /// The plan.
    pub id: PlanId,
    /// What changes.
    pub change: Patch<Funnel>,
}

impl Action for EditFunnel {
    type Outcome = Funnel;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        summary(reader, &self.id, "Change the funnel maths")
    }

    fn apply(self, change: &mut Transaction) -> Result<Funnel> {
        must_be_editable(change, &self.id)?;
        let before: Funnel = rows::get(change, &self.id, "This funnel")?;
        let after = self.change.apply(&before)?;
        checks::funnel(&after)?;
        rows::update(change, &after)?;
        Ok(after)
    }
}

/// Sets one month or quarter of a goal; the parts after it take up the difference, so the year still adds up.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetGoalPart {
    /// The goal.
    pub goal: ListItemId,
    /// Which part, from 0.
    pub part: u32,
    /// Its new value, in the unit's smallest step.
    pub value: i64,
}

impl Action for SetGoalPart {
    type Outcome = Goal;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let goal: Goal = rows::get(reader, &self.goal, "This goal")?;
        summary(
            reader,
            &goal.plan,
            &format!("Change the split of goal “{}”", goal.name),
        )
    }

    fn apply(self, change: &mut Transaction) -> Result<Goal> {
        let before: Goal = rows::get(change, &self.goal, "This goal")?;
        must_be_editable(change, &before.plan)?;
        let last: LookBack = rows::get(change, &before.plan, "This look back")?;
        let mut goal = before.clone();
        let split = split::split(&goal, season::of(&last.shape))
            .ok_or_else(|| Error::invalid("value", "The goal needs a target before it can be split."))?;
        let place = self.part as usize;
        if self.value < 0 {
            return Err(Error::invalid(
                "value",
                "A part of the year cannot be below zero.",
            ));
        }
        let too_much = || {
            Error::invalid("value", "The other parts of the year cannot make up for this.")
                .hint("Give a smaller number, or raise the target of the year first.")
        };
        goal.by_hand = if goal.adds_up {
            split::set_part(&split.parts, place, self.value).ok_or_else(too_much)?
        } else {
            let mut parts = split.parts;
            *parts.get_mut(place).ok_or_else(too_much)? = self.value;
            parts
        };
        goal.split_by = SplitBy::Hand;
        // A part that cannot be is refused where it was typed.
        list_items::replace(change, &before, goal).map_err(|error| match error.field.as_deref() {
            Some("by_hand") => Error {
                field: Some("value".into()),
                ..error
            },
            _ => error,
        })
    }
}

/// Makes the funnel's answer the target of every goal that measures one of its stages, rounded up.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TargetsFromFunnel {
    /// The plan.
    pub plan: PlanId,
}

impl Action for TargetsFromFunnel {
    type Outcome = Taken;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        summary(
            reader,
            &self.plan,
            "Make the funnel maths the targets of the goals",
        )
    }

    fn apply(self, change: &mut Transaction) -> Result<Taken> {
        must_be_editable(change, &self.plan)?;
        let content = PlanContent::draft(change, &self.plan)?;
        let year = content.company.fiscal_year(content.plan.year)?;
        let view = funnel::work_out(&content.funnel, &content.look_back, year);
        let words = Words::new(&content.company);
        let stage = |key: &str| {
            view.stages
                .iter()
                .find(|stage| stage.key == key)
                .map(|stage| stage.year.clone())
        };
        let mut taken = Taken::default();
        for goal in content.goals {
            let figure = match goal.metric {
                Metric::QualifiedLeads => stage("sal"),
                Metric::MarketingLeads => stage("mql"),
                Metric::SalesQualifiedLeads => stage("sql"),
                Metric::Opportunities => stage("opportunities"),
                Metric::WonDeals => stage("deals"),
                Metric::Revenue => content
                    .funnel
                    .revenue_goal
                    .map(|goal| super::view::Figure::of(goal as f64)),
                Metric::SourcedRevenue => Some(view.sourced_revenue.clone()),
                _ => None,
            };
            let Some(figure) = figure else { continue };
            match figure.value {
                Some(value) => {
                    // A whisker below a whole number is floating point, not a fraction of a lead.
                    let target = (value - 1e-6).ceil() as i64;
                    let with_target = Goal {
                        target: Some(target),
                        ..goal.clone()
                    };
                    match list_items::replace(change, &goal, with_target) {
                        Ok(_) => {
                            let target = words.value(goal.unit, target);
                            taken.notes.push(format!("“{}”: {target}", goal.name));
                            taken.count += 1;
                        }
                        Err(error) if error.code == ErrorCode::Invalid => taken
                            .notes
                            .push(format!("“{}” stays as it was. {}", goal.name, error.message)),
                        Err(error) => return Err(error),
                    }
                }
                None => taken
                    .notes
                    .push(format!("“{}” {}", goal.name, figure.because.unwrap_or_default())),
            }
        }
        if taken.count == 0 && taken.notes.is_empty() {
            taken.notes.push("No goal of this plan measures a stage of the funnel. Add “Qualified leads” or “Won deals” first.".into());
        }
        Ok(taken)
    }
}
