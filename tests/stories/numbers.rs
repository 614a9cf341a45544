//! Every number has bounds, a rate is a rate wherever it comes from, and what cannot be added up is said.

use lockstep_tests::story::{Story, text};
use lockstep_workspace::ErrorCode;
use serde_json::{Value, json};

const HUGE: i64 = 1 << 62;

fn begun() -> (Story, String) {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    (story, plan)
}

fn messages(page: &Value) -> String {
    page["missing"].to_string()
}

#[test]
fn no_number_of_a_plan_is_beyond_what_can_be_counted() {
    let (mut story, plan) = begun();
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    let line = |values: Value| json!({ "plan": plan, "values": values });
    let change = |change: Value| json!({ "id": plan, "change": change });
    let before = story.state();
    let refusals: Vec<(&str, Value, &str)> = vec![
        ("add_initiative", line(json!({ "budget": HUGE })), "budget"),
        ("add_initiative", line(json!({ "budget": -1 })), "budget"),
        (
            "add_initiative",
            line(json!({ "expected_leads": HUGE })),
            "expected_leads",
        ),
        (
            "add_initiative",
            line(json!({ "starts": "0206-05-01" })),
            "starts",
        ),
        ("add_initiative", line(json!({ "ends": "9999-05-01" })), "ends"),
        ("add_action_item", line(json!({ "due": "0206-05-01" })), "due"),
        (
            "add_decision",
            line(json!({ "decided_on": "0206-05-01" })),
            "decided_on",
        ),
        ("edit_plan", change(json!({ "budget": HUGE })), "budget"),
        (
            "edit_look_back",
            change(json!({ "cycle_days": 100_000_000 })),
            "cycle_days",
        ),
        ("edit_look_back", change(json!({ "leads": HUGE })), "leads"),
        ("edit_look_back", change(json!({ "revenue": HUGE })), "revenue"),
        (
            "edit_look_back",
            change(json!({ "shape": vec![HUGE; 12] })),
            "shape",
        ),
        (
            "edit_funnel",
            change(json!({ "by_hand": vec![HUGE; 12] })),
            "by_hand",
        ),
        (
            "edit_funnel",
            change(json!({ "revenue_goal": HUGE })),
            "revenue_goal",
        ),
        (
            "edit_funnel",
            change(json!({ "cycle_days": 100_000_000 })),
            "cycle_days",
        ),
        ("add_measure", line(json!({ "target": HUGE })), "target"),
        (
            "add_measure",
            line(json!({ "name": "Win rate", "unit": "percent", "actual": 15_000 })),
            "actual",
        ),
        (
            "edit_goal",
            json!({ "id": goal, "change": { "target": HUGE } }),
            "target",
        ),
    ];
    for (command, input, field) in refusals {
        let error = story.refused(command, input.clone());
        assert_eq!(error.code, ErrorCode::Invalid, "{command} {input}: {error:?}");
        assert_eq!(
            error.field.as_deref(),
            Some(field),
            "{command} {input}: {error:?}"
        );
    }
    assert_eq!(story.state(), before);
}

#[test]
fn a_goal_and_its_parts_are_numbers_that_its_metric_can_have_by_every_way_in() {
    let (mut story, plan) = begun();
    let values = |metric: &str| json!({ "plan": plan, "values": { "metric": metric, "target": 40, "split_into": "quarters" } });
    for (metric, refused) in [
        ("win_rate", vec![-5, 20_000, 1 << 60]),
        ("cost_per_qualified_lead", vec![-1, HUGE]),
        ("cycle_days", vec![-500, HUGE]),
        ("qualified_leads", vec![-500, HUGE]),
    ] {
        let goal = story.call("add_goal", values(metric));
        let id = goal["id"].clone();
        for value in refused {
            for field in ["target", "baseline", "stretch"] {
                let error = story.refused("edit_goal", json!({ "id": id, "change": { field: value } }));
                assert_eq!(error.field.as_deref(), Some(field), "{metric} {value}");
            }
            let error = story.refused("set_goal_part", json!({ "goal": id, "part": 1, "value": value }));
            assert_eq!(error.field.as_deref(), Some("value"), "{metric} {value}");
            let parts = json!({ "split_by": "hand", "by_hand": [1, value, 1, 1] });
            let error = story.refused("edit_goal", json!({ "id": id, "change": parts }));
            assert_eq!(error.field.as_deref(), Some("by_hand"), "{metric} {value}");
            let mut new = values(metric);
            new["values"]["target"] = json!(value);
            story.refused("add_goal", new);
        }
    }
    // A percentage of our own may be growth; a score may lie below zero.
    for (unit, target) in [("percent", 11_500), ("number", -2_000)] {
        story.call("add_goal", json!({ "plan": plan, "values": { "metric": "own", "name": "Ours", "unit": unit, "target": target } }));
    }
}

#[test]
fn budgets_that_cannot_be_added_up_are_refused_where_they_are_typed() {
    let (mut story, plan) = begun();
    let budget = 8_000_000_000_000_000_i64;
    let line = |budget: i64| json!({ "plan": plan, "values": { "name": "Fair", "budget": budget } });
    story.call("add_initiative", line(budget));
    let error = story.refused("add_initiative", line(budget));
    assert_eq!(error.field.as_deref(), Some("budget"));
    assert!(error.message.contains("together"), "{error:?}");
    assert_eq!(story.plan(2027)["initiatives"]["budget"], budget);
}

#[test]
fn a_funnel_that_widens_downwards_is_said_and_gives_no_rate_and_no_target() {
    let (mut story, plan) = begun();
    let taken = story.call(
        "paste_numbers",
        json!({ "plan": plan, "text":
        "MQL\t102\nAccepted\t16\nSQL\t45\nOpportunities\t68\nWon\t20\nLost\t30\nRevenue\t1000000" }),
    );
    assert!(
        taken["notes"]
            .to_string()
            .contains("more SQLs than accepted leads"),
        "{taken}"
    );
    story.call(
        "edit_funnel",
        json!({ "id": plan, "change": { "revenue_goal": 500_000_000 } }),
    );
    let page = story.plan(2027);
    let widenings = page["look_back"]["widenings"].to_string();
    for what in ["more SQLs than accepted leads", "more opportunities than SQLs"] {
        assert!(widenings.contains(what), "{widenings}");
        assert!(messages(&page).contains(what), "{}", page["missing"]);
    }
    for input in page["funnel"]["inputs"].as_array().into_iter().flatten() {
        let is_rate = input["unit"] == "percent";
        assert!(!is_rate || input["used"].as_i64() <= Some(10_000), "{input}");
        if input["key"] == "sal_to_sql" {
            assert!(
                text(&input["because"]).contains("more SQLs than accepted"),
                "{input}"
            );
        }
    }
    let stage = |key: &str| {
        let stages = page["funnel"]["stages"].as_array().into_iter().flatten();
        stages
            .filter(|stage| stage["key"] == key)
            .map(|stage| stage["year"].clone())
            .next()
    };
    let accepted = stage("sal").unwrap_or_default();
    assert_eq!(accepted["value"], Value::Null);
    assert!(text(&accepted["because"]).contains("widens"), "{accepted}");
    let taken = story.call("targets_from_funnel", json!({ "plan": plan }));
    assert_eq!(taken["count"], 0, "{taken}");
    assert_eq!(story.plan(2027)["goals"][0]["goal"]["target"], Value::Null);

    // A rate of our own answers it.
    story.call(
        "edit_funnel",
        json!({ "id": plan, "change": { "sal_to_sql": 5_000, "sql_to_opportunity": 8_000 } }),
    );
    assert!(
        !messages(&story.plan(2027)).contains("more"),
        "{}",
        messages(&story.plan(2027))
    );
    assert_eq!(
        story.call("targets_from_funnel", json!({ "plan": plan }))["count"],
        1
    );
}

#[test]
fn a_target_that_would_be_beyond_all_bounds_is_not_made() {
    let (mut story, plan) = begun();
    story.call(
        "edit_funnel",
        json!({ "id": plan, "change": { "revenue_goal": 9_000_000_000_000_000_i64, "average_deal": 1,
        "win_rate": 1, "sql_to_opportunity": 1, "sal_to_sql": 1, "mql_to_sal": 1 } }),
    );
    let taken = story.call("targets_from_funnel", json!({ "plan": plan }));
    assert_eq!(taken["count"], 0);
    assert!(
        taken["notes"].to_string().contains("larger than can be planned"),
        "{taken}"
    );
}

#[test]
fn months_of_which_nothing_is_known_are_no_season() {
    let (mut story, _) = begun();
    let plan = story.make_ready(2027);
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    story.call(
        "edit_look_back",
        json!({ "id": plan, "change": { "shape": [30, 10, 20, 50, 40, 0, 0, 0, 0, 0, 0, 0] } }),
    );
    story.call(
        "edit_goal",
        json!({ "id": goal, "change": { "target": 120, "split_by": "last_year" } }),
    );
    story.call(
        "edit_funnel",
        json!({ "id": plan, "change": { "spread": "last_year" } }),
    );
    let page = story.plan(2027);
    assert!(text(&page["look_back"]["season_problem"]).contains("7 of last year’s twelve months"));
    assert_eq!(page["goals"][0]["months"], json!(vec![10; 12]));
    assert!(text(&page["goals"][0]["split_problem"]).contains("evenly"));
    assert!(text(&page["funnel"]["spread_problem"]).contains("evenly"));
    let error = story.refused("propose", json!({ "subject_kind": "plan", "subject": plan }));
    assert!(
        error.message.contains("cannot be split as last year"),
        "{error:?}"
    );
    story.call(
        "edit_look_back",
        json!({ "id": plan, "change": { "shape": [30, 10, 20, 50, 40, 1, 1, 1, 1, 1, 1, 1] } }),
    );
    let page = story.plan(2027);
    assert_eq!(page["look_back"]["season_problem"], Value::Null);
    assert_eq!(page["missing"], json!([]));
}

#[test]
fn the_points_of_a_definition_have_bounds() {
    let mut story = Story::new();
    story.call("begin_definition", json!({ "template": "blank" }));
    let add = |values: Value| json!({ "definition": "definition", "values": values });
    for (values, field) in [
        (json!({ "role": "points", "points": HUGE }), "points"),
        (json!({ "test": "within_days", "days": HUGE }), "days"),
        (json!({ "test": "at_least", "low": 1e300 }), "low"),
    ] {
        let error = story.refused("add_criterion", add(values));
        assert_eq!(error.field.as_deref(), Some(field), "{error:?}");
    }
    let promise = story.call("open_definition", json!({}))["promises"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|line| line["promise"].clone())
        .find(|promise| !promise["amount"].is_null())
        .unwrap_or_default();
    let error = story.refused(
        "edit_promise",
        json!({ "id": promise["id"], "change": { "amount": HUGE } }),
    );
    assert_eq!(error.field.as_deref(), Some("amount"));
    let error = story.refused(
        "edit_definition",
        json!({ "id": "definition", "change": { "threshold": HUGE } }),
    );
    assert_eq!(error.field.as_deref(), Some("threshold"));
}
