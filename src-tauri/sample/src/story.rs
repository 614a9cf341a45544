//! What happens in the sample, year by year: who sits down, what is written, who signs.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::{
    Telling, buyers, collateral, field, qualified,
    reviews::{self, Reviews},
    walk_through,
    years::{ByHand, Duty, DutyLine, Goals, SATISFACTION, YEARS_BEFORE, Year, years},
};
use lockstep_workspace::{
    calendar::{FiscalYear, add_months},
    error::{Error, Result},
    people::Side::{self, Marketing, Sales},
};

/// Tells the years: those that are over and this one are signed and reviewed, the next one is being made.
pub(super) fn all_years(telling: &mut Telling, this_year: i32) -> Result<()> {
    let mut reviews = Reviews::default();
    // The last quarter of a year is reviewed when the next one has begun.
    let mut last: Option<reviews::Year> = None;
    for (year, (place, said)) in (this_year - YEARS_BEFORE..).zip(years().enumerate()) {
        let fiscal = fiscal_year(telling, year)?;
        if year > this_year {
            next_year(telling, said, fiscal)?;
            break;
        }
        let is_this_year = year == this_year;
        let plan = signed_plan(telling, said, fiscal, is_this_year)?;
        let planned = reviews::planned(telling, fiscal, place, said.goals.by_hand())?;
        if is_this_year {
            qualified::last_years_leads(telling, before(fiscal)?, fiscal)?;
        }
        if let Some(last) = &last {
            reviews.held(telling, last, 4, 4)?;
        }
        if is_this_year {
            qualified::first_version(telling, fiscal)?;
            if let Some(last) = &last {
                reviews::amended(telling, last, 3, fiscal)?;
            }
            tell_this_year(telling, &mut reviews, &planned, &plan, fiscal)?;
        } else {
            reviews.held(telling, &planned, 1, 3)?;
        }
        last = Some(planned);
    }
    telling.on(telling.today, 0);
    collateral::uses(telling)?;
    reviews.prepared(telling)?;
    telling.sits("Priya Raman")
}

/// The plan of the next year is being made.
fn next_year(telling: &mut Telling, said: &Year, fiscal: FiscalYear) -> Result<()> {
    telling.on(telling.today, -6);
    telling.sits("Priya Raman")?;
    let plan = write_plan(telling, said, fiscal)?;
    minutes(telling, &plan)?;
    qualified::this_years_leads(telling, before(fiscal)?)
}

/// Both write the plan of a year and sign it before the year begins; this year's is witnessed.
fn signed_plan(telling: &mut Telling, said: &Year, fiscal: FiscalYear, is_this_year: bool) -> Result<Value> {
    telling.on(fiscal.first_day(), -35);
    telling.sits("Priya Raman")?;
    let plan = write_plan(telling, said, fiscal)?;
    let (sales, marketing) = (("Priya Raman", Sales), ("Jonas Lind", Marketing));
    if is_this_year {
        telling.on(fiscal.first_day(), -24);
        telling.sits("Jonas Lind")?;
        telling.agree(
            "plan",
            &plan,
            &[marketing, sales, ("Helen Ward", Side::Leadership)],
        )?;
    } else {
        telling.on(fiscal.first_day(), -20);
        telling.sits("Priya Raman")?;
        telling.agree("plan", &plan, &[sales, marketing])?;
    }
    telling.sits("Priya Raman")?;
    Ok(plan)
}

/// This year has a definition, reviews of numbers that both know, buyers, a library and walk-throughs.
fn tell_this_year(
    telling: &mut Telling,
    reviews: &mut Reviews,
    planned: &reviews::Year,
    plan: &Value,
    fiscal: FiscalYear,
) -> Result<()> {
    reviews.held(telling, planned, 1, 1)?;
    raise_in_spring(telling, plan, fiscal)?;
    qualified::second_version(telling, fiscal)?;
    buyers::buying_cycle(telling, fiscal)?;
    reviews.held(telling, planned, 2, 3)?;
    collateral::library(telling)?;
    walk_through::first(telling)?;
    collateral::requests(telling)?;
    walk_through::second(telling)
}

fn fiscal_year(telling: &mut Telling, year: i32) -> Result<FiscalYear> {
    let shown = telling
        .workspace
        .ask(lockstep_workspace::company::ShowCompany {})?;
    shown.company.fiscal_year(year)
}

fn before(year: FiscalYear) -> Result<FiscalYear> {
    FiscalYear::new(year.number() - 1, year.first_day().month())
}

/// The first goal is raised in spring, and both sides sign again.
fn raise_in_spring(telling: &mut Telling, plan: &Value, fiscal: FiscalYear) -> Result<()> {
    telling.on(fiscal.first_day(), 97);
    telling.sits("Jonas Lind")?;
    let goal = first_goal(&telling.page(fiscal.number())?)?;
    telling.call("edit_goal", json!({ "id": goal, "change": { "target": 240 } }))?;
    telling.agree("plan", plan, &[("Jonas Lind", Marketing), ("Priya Raman", Sales)])
}

fn first_goal(page: &Value) -> Result<Value> {
    page.pointer("/goals/0/goal/id")
        .cloned()
        .ok_or_else(|| Error::internal("the sample has no first goal"))
}

fn write_plan(telling: &mut Telling, said: &Year, fiscal: FiscalYear) -> Result<Value> {
    let plan = field(
        &telling.call("begin_plan", json!({ "year": fiscal.number() }))?,
        "id",
    );
    look_back(telling, &plan, said)?;
    telling.call(
        "edit_plan",
        json!({ "id": plan, "change": { "positioning": said.positioning, "budget": said.budget } }),
    )?;
    for [command, name, why] in said.focus {
        telling.call(
            command,
            json!({ "plan": plan, "values": { "name": name, "why": why } }),
        )?;
    }
    telling.call(
        "edit_funnel",
        json!({ "id": plan, "change": {
        "revenue_goal": said.revenue_goal, "renewals": said.renewals, "spread": "last_year",
        "win_rate": said.win_rate, "win_rate_why": said.win_rate_why } }),
    )?;
    goals(telling, &plan, said, fiscal)?;
    initiatives(telling, &plan, said, fiscal)?;
    duties(telling, said.duties, fiscal.number())?;
    for [kind, name, response, owner] in said.risks {
        let owner = telling.person(owner)?;
        telling.call("add_risk", json!({ "plan": plan, "values": { "kind": kind, "name": name, "response": response, "owner": owner } }))?;
    }
    Ok(plan)
}

fn look_back(telling: &mut Telling, plan: &Value, said: &Year) -> Result<()> {
    let [
        leads,
        accepted,
        sql,
        opportunities,
        won,
        lost,
        revenue,
        sourced,
        cycle,
    ] = said.last;
    telling.call("edit_look_back", json!({ "id": plan, "change": {
        "leads": leads, "accepted": accepted, "sql": sql, "opportunities": opportunities, "won": won, "lost": lost,
        "revenue": revenue, "sourced_revenue": sourced, "cycle_days": cycle, "shape": said.shape,
        "source": said.goals.looked_back_on() } }))?;
    for (side, name, unit, target, actual) in said.measures {
        let direction = if *unit == "days" || name.starts_with("Cost") {
            "less"
        } else {
            "more"
        };
        telling.call("add_measure", json!({ "plan": plan, "values": {
            "side": side, "name": name, "unit": unit, "direction": direction, "target": target, "actual": actual } }))?;
    }
    for (name, side) in [("Priya Raman", Sales), ("Jonas Lind", Marketing)] {
        telling.sits(name)?;
        for (_, kind, text) in said.points.iter().filter(|(of, ..)| *of == side) {
            telling.call(
                "add_retro_note",
                json!({ "plan": plan, "values": { "side": side, "kind": kind, "text": text } }),
            )?;
        }
        telling.call("set_ready", json!({ "plan": plan, "side": side, "ready": true }))?;
    }
    Ok(())
}

fn goals(telling: &mut Telling, plan: &Value, said: &Year, fiscal: FiscalYear) -> Result<()> {
    match &said.goals {
        Goals::ByHand(goals) => counted_by_hand(telling, plan, goals, fiscal),
        Goals::Joint { satisfaction } => joint_goals(telling, plan, said, *satisfaction, fiscal),
    }
}

/// The goals that people count stand instead of the one with which a plan begins.
fn counted_by_hand(telling: &mut Telling, plan: &Value, goals: &[ByHand], fiscal: FiscalYear) -> Result<()> {
    let first = first_goal(&telling.page(fiscal.number())?)?;
    telling.call("remove_goal", json!({ "id": first }))?;
    for goal in goals {
        let mut values = json!({ "metric": "customer_satisfaction", "baseline": goal.baseline, "target": goal.target,
            "sales_owner": telling.person(goal.sales)?, "marketing_owner": telling.person(goal.marketing)?,
            "split_into": "quarters", "tracked_how": goal.source(), "tracked_every": "quarterly" });
        if let (Some([name, unit, formula, source]), Value::Object(values)) = (goal.own, &mut values) {
            values.insert("metric".into(), json!("own"));
            for (field, text) in [
                ("name", name),
                ("unit", unit),
                ("formula", formula),
                ("source", source),
            ] {
                values.insert(field.into(), json!(text));
            }
        }
        telling.call("add_goal", json!({ "plan": plan, "values": values }))?;
    }
    Ok(())
}

/// The goal with which a plan begins, and those beside it that both sides own.
fn joint_goals(
    telling: &mut Telling,
    plan: &Value,
    said: &Year,
    satisfaction: (i64, i64),
    fiscal: FiscalYear,
) -> Result<()> {
    let (priya, jonas) = (telling.person("Priya Raman")?, telling.person("Jonas Lind")?);
    let (tom, ana) = (telling.person("Tom Becker")?, telling.person("Ana Costa")?);
    let first = first_goal(&telling.page(fiscal.number())?)?;
    telling.call(
        "edit_goal",
        json!({ "id": first, "change": {
        "baseline": said.last[1], "sales_owner": priya, "marketing_owner": jonas, "split_by": "last_year",
        "tracked_how": "CRM export on the first Monday, looked at together" } }),
    )?;
    let more = [
        json!({ "metric": "won_deals", "baseline": said.last[4], "sales_owner": priya, "marketing_owner": jonas,
            "split_into": "quarters", "split_by": "last_year", "tracked_how": "CRM export, opportunities", "tracked_every": "monthly" }),
        json!({ "metric": "sourced_revenue", "baseline": said.last[7], "sales_owner": tom, "marketing_owner": jonas,
            "split_into": "quarters", "split_by": "last_year", "tracked_how": "Lead source joined to won deals", "tracked_every": "quarterly" }),
        json!({ "metric": "speed_to_lead", "baseline": 7_400, "target": 9_000, "stretch": 9_500, "sales_owner": tom, "marketing_owner": ana,
            "split_into": "quarters", "tracked_how": "First activity after hand-over", "tracked_every": "weekly" }),
        json!({ "metric": "customer_satisfaction", "baseline": satisfaction.0, "target": satisfaction.1,
            "sales_owner": tom, "marketing_owner": ana, "split_into": "quarters",
            "tracked_how": SATISFACTION, "tracked_every": "quarterly" }),
    ];
    for values in more {
        telling.call("add_goal", json!({ "plan": plan, "values": values }))?;
    }
    telling.call("targets_from_funnel", json!({ "plan": plan }))?;
    Ok(())
}

fn initiatives(telling: &mut Telling, plan: &Value, said: &Year, fiscal: FiscalYear) -> Result<()> {
    let goal = first_goal(&telling.page(fiscal.number())?)?;
    let (jonas, ana, tom) = (
        telling.person("Jonas Lind")?,
        telling.person("Ana Costa")?,
        telling.person("Tom Becker")?,
    );
    for (place, (bucket, name, from, to, budget, leads)) in said.initiatives.iter().enumerate() {
        let starts = add_months(fiscal.first_day(), *from as i32);
        let ends = last_of_month(add_months(fiscal.first_day(), *to as i32));
        let owner = [&ana, &jonas, &tom].get(place % 3).copied();
        let leads = Some(*leads).filter(|leads| *leads > 0);
        telling.call(
            "add_initiative",
            json!({ "plan": plan, "values": {
            "bucket": bucket, "name": name, "owner": owner, "starts": starts, "ends": ends, "budget": budget,
            "goal": leads.map(|_| goal.clone()), "expected_leads": leads } }),
        )?;
    }
    Ok(())
}

fn last_of_month(day: NaiveDate) -> NaiveDate {
    let next = add_months(day.with_day(1).unwrap_or(day), 1);
    next.pred_opt().unwrap_or(day)
}

fn duties(telling: &mut Telling, said: &[Duty], year: i32) -> Result<()> {
    let page = telling.page(year)?;
    for duty in said {
        let [sales, marketing] = [duty.sales, duty.marketing];
        let mut values = json!({ "sales_owner": telling.person(sales.0)?, "sales_does": sales.1,
            "marketing_owner": telling.person(marketing.0)?, "marketing_does": marketing.1 });
        match duty.line {
            DutyLine::OfBucket(place) => {
                let id = page.pointer(&format!("/duties/{place}/id"));
                telling.call("edit_responsibility", json!({ "id": id, "change": values }))?;
            }
            DutyLine::Own(name) => {
                if let Value::Object(values) = &mut values {
                    values.insert("name".into(), json!(name));
                }
                let plan = page.pointer("/plan/id");
                telling.call("add_responsibility", json!({ "plan": plan, "values": values }))?;
            }
        }
    }
    Ok(())
}

/// What was captured while next year's plan was being made.
fn minutes(telling: &mut Telling, plan: &Value) -> Result<()> {
    telling.sits("Jonas Lind")?;
    let (ana, tom) = (telling.person("Ana Costa")?, telling.person("Tom Becker")?);
    let due = telling.today + chrono::Days::new(9);
    telling.call("add_parked_item", json!({ "plan": plan, "values": { "section": "focus", "name": "Step-down units: a segment of their own?" } }))?;
    telling.call("add_parked_item", json!({ "plan": plan, "values": { "section": "funnel", "name": "Does rental count as a won deal?" } }))?;
    telling.call("add_decision", json!({ "plan": plan, "values": { "section": "goals", "name": "One joint goal in qualified leads; no separate lead count for marketing" } }))?;
    telling.call("add_action_item", json!({ "plan": plan, "values": { "section": "look_back", "name": "List the lost evaluations without a sponsor", "owner": tom, "due": due } }))?;
    telling.call("add_action_item", json!({ "plan": plan, "values": { "section": "initiatives", "name": "Ask three customers to lead a webinar", "owner": ana, "due": due } }))?;
    Ok(())
}
