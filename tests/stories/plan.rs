//! The annual plan, from last year's numbers to something both sides can sign.

use lockstep_tests::story::{Story, text};
use serde_json::{Value, json};

fn stage(page: &Value, key: &str) -> Value {
    page["funnel"]["stages"]
        .as_array()
        .and_then(|stages| stages.iter().find(|stage| stage["key"] == key))
        .cloned()
        .unwrap_or_default()["year"]
        .clone()
}

fn figure(page: &Value, key: &str) -> Value {
    page["look_back"]["figures"]
        .as_array()
        .and_then(|figures| figures.iter().find(|figure| figure["key"] == key))
        .cloned()
        .unwrap_or_default()
}

#[test]
fn a_new_plan_offers_qualified_leads_a_month_first_and_an_owner_on_each_side_of_every_bucket() {
    let mut story = Story::new();
    story.begin_plan(2027);
    let page = story.plan(2027);
    assert_eq!(page["goals"][0]["goal"]["name"], "Qualified leads");
    assert!(text(&page["goals"][0]["goal"]["formula"]).contains("accepted"));
    assert_eq!(page["duties"].as_array().map(Vec::len), Some(5));
    assert_eq!(page["label"], "FY27");
    assert!(
        story
            .refused("begin_plan", json!({ "year": 2027 }))
            .message
            .contains("already")
    );
    assert!(
        story
            .refused("begin_plan", json!({ "year": 27 }))
            .message
            .contains("not a year")
    );
}

#[test]
fn the_two_sides_write_in_silence_and_are_revealed_together_for_good() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let point = |kind: &str, words: &str| json!({ "plan": plan, "values": { "kind": kind, "text": words } });
    story
        .sits("Sasha")
        .call("add_retro_note", point("went_well", "Fast first calls"));
    story
        .sits("Mika")
        .call("add_retro_note", point("did_not", "No feedback on leads"));

    let page = story.plan(2027);
    assert!(!page.to_string().contains("Fast first calls"));
    assert_eq!(page["look_back"]["silent"]["sales_points"], 1);
    let journal = story.call("history", json!({}));
    assert!(!journal.to_string().contains("Fast first calls"), "{journal}");
    for entry in journal["entries"].as_array().into_iter().flatten() {
        let opened = story.call("open_entry", json!({ "entry": entry["id"] }));
        assert!(!opened.to_string().contains("Fast first calls"), "{opened}");
    }
    assert!(!story.sits("Lee").plan(2027).to_string().contains("No feedback"));
    assert!(
        story
            .refused("add_retro_note", point("learned", "From above"))
            .message
            .contains("Sales and Marketing")
    );

    story.refused(
        "set_ready",
        json!({ "plan": plan, "side": "sales", "ready": true }),
    );
    story.sits("Mika").call(
        "set_ready",
        json!({ "plan": plan, "side": "marketing", "ready": true }),
    );
    assert!(!story.plan(2027).to_string().contains("Fast first calls"));
    story.sits("Sasha").call(
        "set_ready",
        json!({ "plan": plan, "side": "sales", "ready": true }),
    );
    let page = story.plan(2027);
    assert!(
        page.to_string().contains("Fast first calls") && page.to_string().contains("No feedback on leads")
    );
    assert!(
        story
            .refused(
                "set_ready",
                json!({ "plan": plan, "side": "sales", "ready": false })
            )
            .message
            .contains("for good")
    );
    story.refused("undo", json!({}));
}

#[test]
fn nobody_changes_the_points_of_the_other_side() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let point = story.sits("Sasha").call(
        "add_retro_note",
        json!({ "plan": plan, "values": { "text": "Ours" } }),
    );
    let id = point["id"].clone();
    story.sits("Mika");
    story.refused(
        "edit_retro_note",
        json!({ "id": id, "change": { "text": "Theirs" } }),
    );
    story.refused("remove_retro_note", json!({ "id": id }));
}

#[test]
fn a_table_pasted_from_a_spreadsheet_becomes_measures_and_says_what_it_left_out() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let pasted = "Metric\tTarget\tActual\nRevenue\t€1,200,000\t€900,000.50\nWin rate\t30%\t28.5%\nCycle\t60 days\t57 days\nDeals\t40\tfourty\n";
    let taken = story.call(
        "paste_measures",
        json!({ "plan": plan, "side": "sales", "text": pasted }),
    );
    assert_eq!(taken["count"], 3);
    assert!(
        text(&taken["notes"][0]).contains("“fourty” is not a number"),
        "{taken}"
    );
    let lines = story.plan(2027)["look_back"]["measures"].clone();
    assert_eq!(lines[0]["measure"]["actual"], 90_000_050);
    assert_eq!(
        (&lines[0]["measure"]["unit"], &lines[0]["met"]),
        (&json!("money"), &json!(false))
    );
    assert_eq!(
        (&lines[1]["measure"]["actual"], &lines[1]["difference"]),
        (&json!(2_850), &json!(-150))
    );
    assert_eq!(
        (&lines[2]["measure"]["direction"], &lines[2]["met"]),
        (&json!("less"), &json!(true))
    );
    story.call("undo", json!({}));
    assert_eq!(story.plan(2027)["look_back"]["measures"], json!([]));
    let error = story.refused(
        "paste_measures",
        json!({ "plan": plan, "side": "sales", "text": "hello" }),
    );
    assert_eq!(error.field.as_deref(), Some("text"));
}

#[test]
fn pasted_numbers_find_their_place_by_name() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let pasted = "MQLs\t800\nAccepted leads (SAL)\t400\nSQL\t200\nOpportunities\t160\nWon deals\t40\nLost deals\t120\nRevenue\t€1,000,000\nSourced by marketing\t400K\nSales cycle\t90 days\nWeather\t7\n";
    let taken = story.call("paste_numbers", json!({ "plan": plan, "text": pasted }));
    assert_eq!(taken["count"], 9);
    assert!(taken["notes"].to_string().contains("Weather"));
    let page = story.plan(2027);
    let numbers = &page["look_back"]["numbers"];
    assert_eq!(
        (&numbers["leads"], &numbers["accepted"], &numbers["sql"]),
        (&json!(800), &json!(400), &json!(200))
    );
    assert_eq!(
        (&numbers["revenue"], &numbers["sourced_revenue"]),
        (&json!(100_000_000), &json!(40_000_000))
    );
    assert_eq!(figure(&page, "win_rate")["figure"]["value"], 2_500.0);
    assert_eq!(figure(&page, "accepted_of_leads")["n"], 800);
}

#[test]
fn the_worked_example_of_the_field_comes_out_to_the_lead() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    story.call("paste_numbers", json!({ "plan": plan, "text": "Leads\t800\nAccepted\t400\nSQL\t200\nOpportunities\t160\nWon\t40\nLost\t120\nRevenue\t1000000\nCycle\t61 days" }));
    story.call(
        "edit_funnel",
        json!({ "id": plan, "change": { "revenue_goal": 120_000_000, "renewals": 20_000_000 } }),
    );
    let page = story.plan(2027);
    for (key, expected) in [
        ("deals", 40.0),
        ("opportunities", 160.0),
        ("sql", 200.0),
        ("sal", 400.0),
        ("mql", 800.0),
    ] {
        assert!(
            (stage(&page, key)["value"].as_f64().unwrap_or(0.0) - expected).abs() < 1e-9,
            "{key}: {}",
            stage(&page, key)
        );
    }
    assert!(
        text(&stage(&page, "marketing_sal")["because"]).contains("share sourced by marketing is missing")
    );
    assert_eq!(page["funnel"]["shift_months"], 2);
    assert_eq!(text(&page["funnel"]["months"][0]["first_day"]), "2026-11-01");

    story.call("targets_from_funnel", json!({ "plan": plan }));
    let goal = story.plan(2027)["goals"][0].clone();
    assert_eq!(goal["goal"]["target"], 400);
    assert_eq!(
        goal["months"]
            .as_array()
            .map(|months| months.iter().filter_map(Value::as_i64).sum::<i64>()),
        Some(400)
    );
    assert_eq!(goal["months"][0], 34);
}

#[test]
fn trying_other_rates_answers_at_once_and_saves_nothing() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    story.call("edit_funnel", json!({ "id": plan, "change": { "revenue_goal": 100_000, "average_deal": 1_000, "win_rate": 5_000 } }));
    let before = story.state();
    let tried = story.call(
        "try_funnel",
        json!({ "year": 2027, "change": { "win_rate": 2_500 } }),
    );
    assert_eq!(tried["stages"][1]["year"]["value"], 400.0);
    assert_eq!(story.state(), before);
    let error = story.refused(
        "try_funnel",
        json!({ "year": 2027, "change": { "win_rate": 12_000 } }),
    );
    assert_eq!(error.field.as_deref(), Some("win_rate"));
}

#[test]
fn a_month_set_by_hand_is_made_up_for_by_the_months_after_it() {
    let mut story = Story::new();
    story.begin_plan(2027);
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    story.refused("set_goal_part", json!({ "goal": goal, "part": 0, "value": 10 }));
    story.call("edit_goal", json!({ "id": goal, "change": { "target": 120 } }));
    story.call("set_goal_part", json!({ "goal": goal, "part": 0, "value": 21 }));
    let months: Vec<i64> = story.plan(2027)["goals"][0]["months"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_i64)
        .collect();
    assert_eq!((months.first(), months.iter().sum::<i64>()), (Some(&21), 120));
    let error = story.refused("set_goal_part", json!({ "goal": goal, "part": 0, "value": 200 }));
    assert_eq!(error.field.as_deref(), Some("value"));
    story.call("edit_goal", json!({ "id": goal, "change": { "target": 240 } }));
    let months: Vec<i64> = story.plan(2027)["goals"][0]["months"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_i64)
        .collect();
    assert_eq!((months.first(), months.iter().sum::<i64>()), (Some(&42), 240));
}

#[test]
fn a_rate_holds_in_every_part_of_the_year_and_another_metric_brings_its_own_words() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let goal = story.call("add_goal", json!({ "plan": plan, "values": { "metric": "win_rate", "target": 4_000, "split_into": "quarters" } }));
    let page = story.plan(2027);
    assert_eq!(
        page["goals"][1]["periods"]
            .as_array()
            .map(|parts| parts.iter().map(|p| p["target"].clone()).collect::<Vec<_>>()),
        Some(vec![json!(4_000); 4])
    );
    assert_eq!(page["goals"][1]["periods"][0]["label"], "Q1 FY27");
    let changed = story.call(
        "edit_goal",
        json!({ "id": goal["id"], "change": { "metric": "cycle_days" } }),
    );
    assert_eq!(
        (&changed["name"], &changed["target"], &changed["direction"]),
        (&json!("Sales cycle"), &Value::Null, &json!("less"))
    );
}

#[test]
fn last_years_shape_is_used_and_said_when_it_is_missing() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    story.call(
        "edit_goal",
        json!({ "id": goal, "change": { "target": 78, "split_by": "last_year" } }),
    );
    assert!(text(&story.plan(2027)["goals"][0]["split_problem"]).contains("evenly"));
    story.call(
        "edit_look_back",
        json!({ "id": plan, "change": { "shape": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] } }),
    );
    let view = story.plan(2027)["goals"][0].clone();
    assert_eq!(
        (&view["split_problem"], &view["months"]),
        (&Value::Null, &json!([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))
    );
    assert_eq!(
        story
            .refused(
                "edit_look_back",
                json!({ "id": plan, "change": { "shape": [1, 2] } })
            )
            .field
            .as_deref(),
        Some("shape")
    );
}

#[test]
fn initiatives_add_up_by_bucket_against_what_the_maths_asks_and_the_budget_allows() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    story.call(
        "edit_plan",
        json!({ "id": plan, "change": { "budget": 100_000 } }),
    );
    for (bucket, budget, leads) in [
        ("demand", 40_000, 30),
        ("demand", 30_000, 20),
        ("branding", 50_000, 0),
    ] {
        story.call("add_initiative", json!({ "plan": plan, "values": { "bucket": bucket, "name": "Do", "budget": budget, "expected_leads": leads } }));
    }
    let sums = story.plan(2027)["initiatives"].clone();
    assert_eq!(
        (&sums["budget"], &sums["budget_left"], &sums["expected_leads"]),
        (&json!(120_000), &json!(-20_000), &json!(50))
    );
    assert_eq!(sums["buckets"][1]["budget"], 70_000);
    assert!(text(&sums["asked_leads"]["because"]).contains("the revenue goal is missing"));
}

#[test]
fn last_years_plan_is_carried_forward_with_its_structure_and_without_its_numbers() {
    let mut story = Story::new();
    story.begin_plan(2027);
    let plan = story.make_ready(2027);
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    story.call("add_initiative", json!({ "plan": plan, "values": { "name": "Leap", "starts": "2027-02-28", "ends": "2027-12-31", "goal": goal } }));
    story.call("edit_look_back", json!({ "id": plan, "change": { "won": 4 } }));
    story.call("edit_goal", json!({ "id": goal, "change": { "baseline": 300 } }));
    story.call("copy_plan", json!({ "from": plan, "year": 2028 }));
    let page = story.plan(2028);
    let line = &page["initiatives"]["lines"][0];
    assert_eq!(
        (text(&line["starts"]), text(&line["ends"])),
        ("2028-02-28".into(), "2028-12-31".into())
    );
    assert_eq!(line["goal"], page["goals"][0]["goal"]["id"]);
    assert_ne!(line["goal"], goal);
    assert_eq!(
        (
            &page["look_back"]["numbers"]["won"],
            &page["goals"][0]["goal"]["baseline"]
        ),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(page["goals"][0]["goal"]["target"], 400);

    let taken = story.call("take_look_back", json!({ "plan": page["plan"]["id"] }));
    assert!(taken["count"].as_u64() >= Some(2), "{taken}");
    let sides = story.call("compare_plans", json!({}));
    assert_eq!(sides["years"].as_array().map(Vec::len), Some(2));
    let leads = sides["lines"]
        .as_array()
        .and_then(|lines| lines.iter().find(|l| l["name"] == "Qualified leads"))
        .cloned()
        .unwrap_or_default();
    assert_eq!(leads["values"], json!([400, 400]));

    story.call("delete_plan", json!({ "plan": page["plan"]["id"] }));
    assert_eq!(
        story.call("list_plans", json!({})).as_array().map(Vec::len),
        Some(1)
    );
    story.call("undo", json!({}));
    assert_eq!(story.plan(2028)["goals"].as_array().map(Vec::len), Some(2));
}

#[test]
fn lines_move_up_and_down_and_stay_where_they_are_put() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let ids: Vec<Value> = ["a", "b", "c"]
        .map(|name| {
            story.call("add_segment", json!({ "plan": plan, "values": { "name": name } }))["id"].clone()
        })
        .into();
    let order = |story: &mut Story| {
        story.plan(2027)["segments"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|s| text(&s["name"]))
            .collect::<String>()
    };
    story.call("move_segment", json!({ "id": ids[2], "after": null }));
    assert_eq!(order(&mut story), "cab");
    story.call("move_segment", json!({ "id": ids[2], "after": ids[0] }));
    assert_eq!(order(&mut story), "acb");
    story.call(
        "add_segment",
        json!({ "plan": plan, "after": ids[0], "values": { "name": "d" } }),
    );
    assert_eq!(order(&mut story.reopened()), "adcb");
}

#[test]
fn the_minutes_of_the_session_stay_open_while_the_plan_is_signed() {
    let mut story = Story::new();
    story.begin_plan(2027);
    let plan = story.make_ready(2027);
    story.sign_plan(&plan);
    let todo = story.call("add_action_item", json!({ "plan": plan, "values": { "section": "goals", "name": "Tell the teams", "due": "2026-12-01" } }));
    story.call(
        "edit_action_item",
        json!({ "id": todo["id"], "change": { "done_on": "2026-11-30" } }),
    );
    story.call(
        "add_parked_item",
        json!({ "plan": plan, "values": { "name": "Rental?" } }),
    );
    assert_eq!(story.plan(2027)["agreement"]["differences"], json!([]));
    assert!(
        story
            .call("search", json!({ "text": "tell" }))
            .to_string()
            .contains("Tell the teams")
    );
}

#[test]
fn things_and_the_history_are_found_whatever_their_capitals_and_accents() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    story.call(
        "add_segment",
        json!({ "plan": plan, "values": { "name": "Écoles d’ÜRZIG" } }),
    );
    for typed in ["écoles", "ECOLES", "Ürzig", "urzig"] {
        let found = story.call("search", json!({ "text": typed }));
        assert_eq!(found[0]["name"], "Écoles d’ÜRZIG", "{typed}");
        let history = story.call("history", json!({ "search": typed }));
        assert_eq!(history["entries"].as_array().map(Vec::len), Some(1), "{typed}");
    }
    assert_eq!(story.call("search", json!({ "text": "Schulen" })), json!([]));
    for typed in ["Uerzig", "ecoles d’uerzig"] {
        let found = story.call("search", json!({ "text": typed }));
        assert_eq!(found[0]["name"], "Écoles d’ÜRZIG", "{typed}");
        let history = story.call("history", json!({ "search": typed }));
        assert_eq!(history["entries"].as_array().map(Vec::len), Some(1), "{typed}");
    }
}
