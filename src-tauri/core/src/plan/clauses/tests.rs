//! Whether a plan tells every change: each field of each row is changed alone, and each must be told or be declared.

use serde_json::json;

use super::clauses;
use crate::{
    clause_tests::{ClauseCase, row},
    plan::content::PlanContent,
};
use lockstep_workspace::error::Result;

/// What no clause tells, and why.
const NO_CLAUSE: &[(&str, &str, &str)] = &[
    ("company", "id", "it is the one company"),
    ("company", "name", "what it is called is no part of the plan"),
    (
        "company",
        "language",
        "the same numbers are written in other words",
    ),
    ("company", "week_start", "no part of a plan is a week"),
    ("company", "time_zone", "what was agreed are days, not instants"),
    (
        "company",
        "one_person_does_both",
        "who may sign is asked when they sign",
    ),
    ("people", "id", "whom a goal names is told with the goal"),
    ("people", "rank", "the order of people is no part of the plan"),
    ("people", "name", "who it is counts, not what they are called"),
    ("people", "role", "who it is counts, not what they do by now"),
    (
        "people",
        "side",
        "which side they own a goal for is told with the goal",
    ),
    ("people", "has_left", "an owner who has left is missed, not told"),
    ("plan", "id", "it is the same plan"),
    ("plan", "created_at", "when it was begun changes nothing"),
    ("plan", "sales_ready", "the points that it reveals are told"),
    ("plan", "marketing_ready", "the points that it reveals are told"),
    ("plan", "revealed_at", "the points that it reveals are told"),
    ("look_back", "id", "it is the plan’s"),
    ("funnel", "id", "it is the plan’s"),
    ("*", "plan", "it is the plan that is read"),
    ("*", "rank", "the order of lines is told as such"),
];

/// Two of every line, and whatever can be filled in filled in. `other` holds another value in every field.
fn plans() -> ClauseCase<PlanContent> {
    let people = json!([
        { "id": "p1", "rank": "a", "name": "Sasha", "role": "VP Sales", "side": "sales", "has_left": false },
        { "id": "p2", "rank": "b", "name": "Mika", "role": "VP Marketing", "side": "marketing", "has_left": true },
    ]);
    let one = json!({
        "company": { "id": "company", "name": "Northwind", "fiscal_start": 1, "currency": "EUR", "language": "en-GB",
                     "week_start": 1, "one_person_does_both": false, "time_zone": "UTC" },
        "people": people,
        "plan": { "id": "plan", "year": 2027, "positioning": "For labs.", "budget": 100_000, "sales_ready": true,
                  "marketing_ready": true, "revealed_at": "2026-11-22T09:00:00Z", "created_at": "2026-11-22T08:00:00Z" },
        "look_back": { "id": "plan", "leads": 800, "accepted": 400, "sql": 200, "opportunities": 160, "won": 40,
                       "lost": 120, "revenue": 1_000_000, "sourced_revenue": 400_000, "cycle_days": 61,
                       "shape": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], "source": "CRM" },
        "yardsticks": [{ "id": "y1", "plan": "plan", "rank": "a", "side": "sales", "name": "Revenue", "unit": "money",
                         "direction": "more", "target": 10, "actual": 9 }],
        "points": [{ "id": "t1", "plan": "plan", "rank": "a", "side": "sales", "kind": "went_well", "text": "Calls" }],
        "segments": [{ "id": "s1", "plan": "plan", "rank": "a", "name": "Labs", "why": "They buy." }],
        "accounts": [{ "id": "a1", "plan": "plan", "rank": "a", "name": "Acme", "why": "They grow." }],
        "not_doing": [{ "id": "n1", "plan": "plan", "rank": "a", "name": "Fairs", "why": "No leads." }],
        "goals": [{ "id": "g1", "plan": "plan", "rank": "a", "metric": "qualified_leads", "name": "Leads",
                    "unit": "count", "formula": "SAL", "source": "CRM", "adds_up": true, "about_customer": false,
                    "direction": "more", "baseline": 300, "target": 400, "stretch": 500, "sales_owner": "p1",
                    "marketing_owner": "p2", "split_into": "months", "split_by": "hand",
                    "by_hand": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], "tracked_how": "List",
                    "tracked_every": "monthly" }],
        "funnel": { "id": "plan", "revenue_goal": 1_200_000, "renewals": 200_000, "average_deal": 25_000,
                    "average_deal_why": "a", "win_rate": 2_500, "win_rate_why": "b", "sql_to_opportunity": 8_000,
                    "sql_to_opportunity_why": "c", "sal_to_sql": 5_000, "sal_to_sql_why": "d", "mql_to_sal": 5_000,
                    "mql_to_sal_why": "e", "sourced_share": 4_000, "sourced_share_why": "f", "cycle_days": 90,
                    "cycle_days_why": "g", "spread": "hand", "by_hand": [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2] },
        "initiatives": [{ "id": "i1", "plan": "plan", "rank": "a", "bucket": "demand", "name": "Webinars", "owner": "p1",
                          "starts": "2027-01-01", "ends": "2027-02-01", "budget": 10, "goal": "g1",
                          "expected_leads": 5 }],
        "duties": [{ "id": "d1", "plan": "plan", "rank": "a", "bucket": "demand", "name": "Demand", "sales_owner": "p1",
                     "sales_does": "calls", "marketing_owner": "p2", "marketing_does": "mails" }],
        "risks": [{ "id": "r1", "plan": "plan", "rank": "a", "kind": "risk", "name": "Prices", "response": "Wait",
                    "owner": "p1" }],
    });
    let other = json!({
        "company": { "id": "other", "name": "Southwind", "fiscal_start": 4, "currency": "USD", "language": "de-DE",
                     "week_start": 7, "one_person_does_both": true, "time_zone": "Asia/Tokyo" },
        "people": [{ "id": "p3", "rank": "c", "name": "Alex", "role": "CRO", "side": "leadership", "has_left": true }],
        "plan": { "id": "other", "year": 2028, "positioning": "For all.", "budget": 200_000, "sales_ready": false,
                  "marketing_ready": false, "revealed_at": null, "created_at": "2026-11-23T08:00:00Z" },
        "look_back": { "id": "other", "leads": 801, "accepted": 401, "sql": 201, "opportunities": 161, "won": 41,
                       "lost": 121, "revenue": 1_000_001, "sourced_revenue": 400_001, "cycle_days": 62,
                       "shape": [], "source": "Books" },
        "yardsticks": [{ "id": "y3", "plan": "other", "rank": "c", "side": "marketing", "name": "Deals", "unit": "count",
                         "direction": "less", "target": null, "actual": 8 }],
        "points": [{ "id": "t3", "plan": "other", "rank": "c", "side": "marketing", "kind": "learned", "text": "Mail" }],
        "segments": [{ "id": "s3", "plan": "other", "rank": "c", "name": "Clinics", "why": "They pay." }],
        "accounts": [{ "id": "a3", "plan": "other", "rank": "c", "name": "Bolt", "why": "They ask." }],
        "not_doing": [{ "id": "n3", "plan": "other", "rank": "c", "name": "Gifts", "why": "Dear." }],
        "goals": [{ "id": "g3", "plan": "other", "rank": "c", "metric": "own", "name": "Smiles", "unit": "number",
                    "formula": "Smiles", "source": "Camera", "adds_up": false, "about_customer": true,
                    "direction": "less", "baseline": null, "target": 401, "stretch": 501, "sales_owner": "p2",
                    "marketing_owner": null, "split_into": "quarters", "split_by": "last_year",
                    "by_hand": [12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], "tracked_how": "Board",
                    "tracked_every": "weekly" }],
        "funnel": { "id": "other", "revenue_goal": null, "renewals": 200_001, "average_deal": 25_001,
                    "average_deal_why": "A", "win_rate": 2_501, "win_rate_why": "B", "sql_to_opportunity": null,
                    "sql_to_opportunity_why": "C", "sal_to_sql": null, "sal_to_sql_why": "D", "mql_to_sal": 5_001,
                    "mql_to_sal_why": "E", "sourced_share": 4_001, "sourced_share_why": "F", "cycle_days": 91,
                    "cycle_days_why": "G", "spread": "even", "by_hand": [] },
        "initiatives": [{ "id": "i3", "plan": "other", "rank": "c", "bucket": "branding", "name": "Podcast",
                          "owner": "p2", "starts": "2027-01-02", "ends": "2027-02-02", "budget": 11, "goal": null,
                          "expected_leads": 6 }],
        "duties": [{ "id": "d3", "plan": "other", "rank": "c", "bucket": null, "name": "Both", "sales_owner": "p2",
                     "sales_does": "talks", "marketing_owner": "p1", "marketing_does": "writes" }],
        "risks": [{ "id": "r3", "plan": "other", "rank": "c", "kind": "assumption", "name": "Costs",
                    "response": "Act", "owner": "p2" }],
    });
    ClauseCase {
        one,
        other,
        clauses,
        no_clause: NO_CLAUSE,
    }
}

#[test]
fn every_field_of_a_plan_is_told_when_it_changes_or_declared_to_be_none() -> Result<()> {
    plans().every_field_is_told()
}

#[test]
fn nothing_is_declared_that_there_is_not() -> Result<()> {
    plans().nothing_is_declared_in_vain()
}

#[test]
fn every_table_of_a_plan_is_part_of_what_is_signed_or_belongs_to_the_minutes() -> Result<()> {
    const MINUTES: [&str; 4] = ["agenda_item", "parked_item", "decision", "todo"];
    plans().every_table_is_signed(|db, table, _| {
        let references: i64 = db.query_row(
            "SELECT count(*) FROM pragma_foreign_key_list(?1) WHERE \"table\" = 'plan'",
            [table],
            |row| row.get(0),
        )?;
        Ok((references > 0 || table == "plan") && !MINUTES.contains(&table))
    })
}

#[test]
fn another_order_of_any_list_is_told_and_a_line_more_is_no_other_order() -> Result<()> {
    plans().another_order_is_told(&["people"])
}

#[test]
fn a_goal_that_is_called_otherwise_is_told_once() -> Result<()> {
    let plans = plans();
    let mut renamed = plans.one.clone();
    if let Some(name) = row(&mut renamed, "goals").and_then(|goal| goal.get_mut("name")) {
        *name = json!("Accepted leads");
    }
    let told = plans.told(&plans.one, &renamed)?;
    assert!(
        matches!(told.as_slice(), [one] if one.label == "Goal" && one.before.as_deref() == Some("Leads")),
        "{told:?}"
    );
    Ok(())
}
