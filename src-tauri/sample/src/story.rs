//! What happens in the sample, year by year: who sits down, what is written, who signs.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::{
    Telling, buyers, collateral, field, qualified, reviews, walk_through,
    years::{YEARS, Year},
};
use lockstep_workspace::{
    calendar::{FiscalYear, add_months},
    error::{Error, Result},
    people::Side::{self, Marketing, Sales},
};

/// Tells the three years: the last one and this one are signed, the next one is being made.
pub(super) fn three_years(telling: &mut Telling, this_year: i32) -> Result<()> {
    for (place, said) in YEARS.iter().enumerate() {
        let year = this_year - 1 + place as i32;
        let fiscal = telling
            .workspace
            .ask(lockstep_workspace::company::ShowCompany {})?
            .company
            .fiscal_year(year)?;
        let session = if place == 2 {
            telling.today
        } else {
            fiscal.first_day()
        };
        telling.on(session, if place == 2 { -6 } else { -35 });
        telling.sits("Priya Raman")?;
        let plan = write_plan(telling, said, fiscal)?;
        match place {
            0 => {
                telling.on(fiscal.first_day(), -20);
                telling.sits("Priya Raman")?;
                telling.agree(
                    "plan",
                    &plan,
                    &[("Priya Raman", Sales), ("Jonas Lind", Marketing)],
                )?;
            }
            1 => {
                telling.on(fiscal.first_day(), -24);
                telling.sits("Jonas Lind")?;
                telling.agree(
                    "plan",
                    &plan,
                    &[
                        ("Jonas Lind", Marketing),
                        ("Priya Raman", Sales),
                        ("Helen Ward", Side::Leadership),
                    ],
                )?;
                qualified::first_version(telling, before(fiscal)?, fiscal)?;
                reviews::planned(telling, fiscal)?;
                reviews::held(telling, before(fiscal)?, 4)?;
                raise_in_spring(telling, &plan, fiscal)?;
                reviews::held(telling, fiscal, 1)?;
                qualified::second_version(telling, fiscal)?;
                buyers::buying_cycle(telling, fiscal)?;
                reviews::held(telling, fiscal, 2)?;
                reviews::held(telling, fiscal, 3)?;
                collateral::library(telling)?;
                walk_through::first(telling)?;
                collateral::requests(telling)?;
                walk_through::second(telling)?;
            }
            _ => {
                minutes(telling, &plan)?;
                qualified::this_years_leads(telling, before(fiscal)?)?;
            }
        }
    }
    telling.on(telling.today, 0);
    collateral::uses(telling)?;
    reviews::prepared(telling)?;
    telling.sits("Priya Raman")
}

fn before(year: FiscalYear) -> Result<FiscalYear> {
    FiscalYear::new(year.number() - 1, year.first_day().month())
}

/// The first goal is raised in spring, and both sides sign again.
fn raise_in_spring(telling: &mut Telling, plan: &Value, fiscal: FiscalYear) -> Result<()> {
    telling.on(fiscal.first_day(), 96);
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
    focus(telling, &plan)?;
    telling.call(
        "edit_funnel",
        json!({ "id": plan, "change": {
        "revenue_goal": said.revenue_goal, "renewals": said.renewals, "spread": "last_year",
        "win_rate": said.win_rate, "win_rate_why": said.win_rate_why } }),
    )?;
    goals(telling, &plan, said, fiscal)?;
    initiatives(telling, &plan, said, fiscal)?;
    duties(telling, fiscal.number())?;
    risks(telling, &plan)?;
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
        "source": "CRM export and the books" } }))?;
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

fn focus(telling: &mut Telling, plan: &Value) -> Result<()> {
    for (command, name, why) in [
        (
            "add_segment",
            "Intensive care units with 20 beds and more",
            "Fluid is decided every hour, and a day less is worth the monitor.",
        ),
        (
            "add_segment",
            "Cardiac wards of university hospitals",
            "They decide sooner, publish, and others follow them.",
        ),
        (
            "add_target_account",
            "Hospital group Rhein-Nord, nine houses",
            "One sponsor in three houses; the group buys together.",
        ),
        (
            "add_target_account",
            "University hospital Lisbon",
            "Runs the study that others wait for.",
        ),
        (
            "add_target_account",
            "Øresund trusts",
            "Framework agreement is written anew this year.",
        ),
        (
            "add_out_of_scope",
            "Congress booths without booked talks",
            "Nine contacts of ten never had a ward.",
        ),
        (
            "add_out_of_scope",
            "Tenders on price alone",
            "Won none of fourteen in two years.",
        ),
    ] {
        telling.call(
            command,
            json!({ "plan": plan, "values": { "name": name, "why": why } }),
        )?;
    }
    Ok(())
}

fn goals(telling: &mut Telling, plan: &Value, said: &Year, fiscal: FiscalYear) -> Result<()> {
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
        json!({ "metric": "customer_satisfaction", "baseline": said.satisfaction.0, "target": said.satisfaction.1,
            "sales_owner": tom, "marketing_owner": ana, "split_into": "quarters",
            "tracked_how": "One question to every ward after ninety days", "tracked_every": "quarterly" }),
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

fn duties(telling: &mut Telling, year: i32) -> Result<()> {
    const DOES: [(&str, &str, &str, &str); 5] = [
        (
            "Priya Raman",
            "Uses the agreed words and says where they fail",
            "Jonas Lind",
            "Writes the message house and keeps it",
        ),
        (
            "Tom Becker",
            "Calls every lead within one working day, with a verdict and a reason",
            "Ana Costa",
            "Hands over only leads with a ward, a name and a need",
        ),
        (
            "Tom Becker",
            "Brings customers who speak for us",
            "Jonas Lind",
            "Runs webinars, evenings and letters",
        ),
        (
            "Priya Raman",
            "Opens the door to lost evaluations",
            "Ana Costa",
            "Holds the interviews and writes them up",
        ),
        (
            "Tom Becker",
            "Says within a week what a piece is missing",
            "Ana Costa",
            "Mends it within a week",
        ),
    ];
    let page = telling.page(year)?;
    let lines = field(&page, "duties");
    for (line, (seller, sales_does, marketer, marketing_does)) in
        lines.as_array().into_iter().flatten().zip(DOES)
    {
        let (seller, marketer) = (telling.person(seller)?, telling.person(marketer)?);
        telling.call("edit_responsibility", json!({ "id": field(line, "id"), "change": {
            "sales_owner": seller, "sales_does": sales_does, "marketing_owner": marketer, "marketing_does": marketing_does } }))?;
    }
    let plan = page.pointer("/plan/id").cloned().unwrap_or_default();
    let (seller, marketer) = (telling.person("Tom Becker")?, telling.person("Ana Costa")?);
    telling.call(
        "add_responsibility",
        json!({ "plan": plan, "values": {
        "name": "First visit on a new ward", "sales_owner": seller, "sales_does": "Leads the visit",
        "marketing_owner": marketer, "marketing_does": "Listens in once a month, writes down questions" } }),
    )?;
    Ok(())
}

fn risks(telling: &mut Telling, plan: &Value) -> Result<()> {
    let (priya, jonas) = (telling.person("Priya Raman")?, telling.person("Jonas Lind")?);
    for (kind, name, response, owner) in [
        (
            "risk",
            "Hospital budgets are frozen after the summer",
            "Move the account programme forward; offer rental for six months",
            &priya,
        ),
        (
            "risk",
            "The second clinic study is published late",
            "Use ward numbers of our customers until then",
            &jonas,
        ),
        (
            "assumption",
            "Two more clinical specialists start in the first quarter",
            "Checked each month; without them evaluations are limited to eight at a time",
            &priya,
        ),
        (
            "assumption",
            "The price holds",
            "Looked at in every review; exceptions are decided by both",
            &priya,
        ),
    ] {
        telling.call("add_risk", json!({ "plan": plan, "values": { "kind": kind, "name": name, "response": response, "owner": owner } }))?;
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
