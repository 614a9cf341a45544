//! What the worksheet says: goals against pace, funnel, promises, what comes from the field.

use super::*;

const LEADS: &str = "Lead ID,Name,Source,Created,Status,Accepted By Sales,Decided On,Reason\n\
    1,Ann,Web,2026-01-02,Working,Yes,2026-01-10,\n\
    2,Bo,Web,2026-02-02,Working,Yes,2026-02-10,\n\
    3,Cy,Web,2026-02-03,Working,Yes,2026-02-11,\n\
    4,Di,Fair,2026-03-02,Working,Yes,2026-03-10,\n\
    5,Ed,Fair,2026-04-12,Working,No,2026-04-20,No budget\n\
    6,Flo,Fair,2026-05-02,Working,Yes,2026-05-10,\n\
    7,Gus,Fair,2025-05-02,Working,Yes,2025-05-10,\n\
    8,Hal,Fair,2026-06-30,Working,,,\n";

fn goal<'v>(view: &'v Value, name: &str) -> &'v Value {
    let goals = view["worksheet"]["goals"]["goals"].as_array().expect("goals");
    goals
        .iter()
        .find(|goal| goal["name"] == name)
        .unwrap_or_else(|| panic!("{name}: {goals:?}"))
}

fn part<'v>(view: &'v Value, title: &str) -> &'v Value {
    let parts = view["worksheet"]["parts"].as_array().expect("parts");
    parts
        .iter()
        .find(|part| part["title"] == title)
        .unwrap_or_else(|| panic!("{title}: {parts:?}"))
}

/// A cell of a table: now, before, a year ago.
fn cell(part: &Value, table: usize, row: &str, column: &str) -> [Value; 3] {
    let table = &part["tables"][table];
    let columns = table["columns"].as_array().cloned().unwrap_or_default();
    let place = columns
        .iter()
        .position(|one| one["key"] == column)
        .expect("a column");
    let rows = table["rows"].as_array().cloned().unwrap_or_default();
    let found = rows.iter().find(|one| one["name"] == row).expect("a row");
    let cell = &found["cells"][place];
    [
        cell["now"].clone(),
        cell["before"].clone(),
        cell["year_ago"].clone(),
    ]
}

#[test]
fn goals_are_held_against_what_is_asked_for_by_now() {
    let mut story = Story::new();
    story.begin_plan(2026);
    let plan = story.make_ready(2026);
    let first = text(&story.plan(2026)["goals"][0]["goal"]["id"]);
    story.call(
        "edit_goal",
        json!({ "id": first, "change": { "name": "Accepted leads", "target": 12 } }),
    );
    story.sign_plan(&plan);
    import(&mut story, "leads.csv", LEADS);
    let review = planned(&mut story, 2026, 2);
    let view = opened(&mut story, &review);
    let told = goal(&view, "Accepted leads");
    // One a month is asked for; six months are over.
    assert_eq!(
        [
            &told["actual"],
            &told["asked"],
            &told["reached"],
            &told["status"],
            &told["until"]
        ],
        [
            &json!(5),
            &json!(6),
            &json!(8_333),
            &json!("at_risk"),
            &json!("2026-06-30")
        ]
    );
    assert_eq!(
        [
            &told["period_actual"],
            &told["period_asked"],
            &told["period_reached"]
        ],
        [&json!(1), &json!(3), &json!(3_333)]
    );
    let months: Vec<Value> = told["months"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|month| month["actual"].clone())
        .collect();
    assert_eq!(
        months[..7],
        [
            json!(1),
            json!(2),
            json!(1),
            json!(0),
            json!(1),
            json!(0),
            Value::Null
        ]
    );
    // 5 in half of the year make 10; the weakest month brought none, the strongest two.
    assert_eq!(told["forecast"], json!({ "low": 5, "likely": 10, "high": 17 }));
    assert_eq!(view["worksheet"]["goals"]["version"], 1);
    // No file tells of retention: it is entered.
    let other = goal(&view, "Customers who stay").clone();
    assert_eq!((&other["actual"], &other["status"]), (&Value::Null, &Value::Null));
    assert!(text(&other["because"]).contains("Enter it"));
    let enter =
        |day: &str, value: i64| json!({ "goal": other["goal"], "day": day, "value": value, "note": "Books" });
    assert_eq!(
        story
            .refused("enter_goal_reading", enter("2027-01-05", 9_000))
            .field
            .as_deref(),
        Some("day")
    );
    assert_eq!(
        story
            .refused("enter_goal_reading", enter("2025-06-30", 9_000))
            .field
            .as_deref(),
        Some("day")
    );
    assert_eq!(
        story
            .refused("enter_goal_reading", enter("2026-06-30", 10_001))
            .field
            .as_deref(),
        Some("value")
    );
    story.call("enter_goal_reading", enter("2026-06-30", 8_900));
    // What comes after the period does not count in it.
    story.call("enter_goal_reading", enter("2026-08-31", 1_000));
    let view = opened(&mut story, &review);
    let told = goal(&view, "Customers who stay");
    assert_eq!(
        [
            &told["actual"],
            &told["asked"],
            &told["status"],
            &told["measured"]["note"]
        ],
        [&json!(8_900), &json!(9_200), &json!("on_track"), &json!("Books")]
    );
    assert!(text(&told["no_forecast"]).contains("does not add up"));
    // What files tell is not entered by hand.
    let refused = story.refused(
        "enter_goal_reading",
        json!({ "goal": first, "day": "2026-06-30", "value": 9 }),
    );
    assert!(
        refused.message.contains("imported files tell"),
        "{}",
        refused.message
    );
}

#[test]
fn a_review_without_a_plan_leads_or_definition_says_so_and_is_held_all_the_same() {
    let mut story = Story::new();
    let review = planned(&mut story, 2026, 3);
    let view = opened(&mut story, &review);
    assert_eq!(view["worksheet"]["goals"]["goals"], json!([]));
    assert!(text(&view["worksheet"]["goals"]["notes"][0]).contains("no plan FY26"));
    assert!(text(&part(&view, "Funnel")["finding"]).contains("No leads have been imported"));
    assert!(
        text(&part(&view, "Promises")["finding"]).contains("neither side has promised anything of leads")
    );
    closed(&mut story, &review);
    signed(&mut story, &review);
}

#[test]
fn the_funnel_stands_against_the_period_before_and_a_year_ago() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    let review = planned(&mut story, 2026, 2);
    let view = opened(&mut story, &review);
    let funnel = part(&view, "Funnel");
    assert_eq!(
        cell(funnel, 0, "All sources", "leads"),
        [json!(3), json!(4), json!(1)]
    );
    assert_eq!(
        cell(funnel, 0, "All sources", "accepted"),
        [json!(1), json!(4), json!(1)]
    );
    assert_eq!(
        cell(funnel, 0, "Fair", "accepted"),
        [json!(1), json!(1), json!(1)]
    );
    // Of two decisions one was a yes.
    assert_eq!(cell(funnel, 0, "All sources", "acceptance")[0], 5_000);
    assert_eq!(
        funnel["finding"],
        "Sales accepted 1 lead, after 4 in the period before."
    );
    // No file tells what was won: that is not none.
    let won = &funnel["tables"][0]["rows"][0]["cells"][6];
    assert_eq!(
        (&won["now"], &won["because"]),
        (&Value::Null, &json!("No file says what was won."))
    );
    let field = part(&view, "Why leads were rejected");
    assert_eq!(field["finding"], "Sales rejected one lead.");
    assert_eq!(
        cell(field, 0, "No budget", "leads"),
        [json!(1), json!(0), json!(0)]
    );
}

#[test]
fn actions_of_both_sides_stand_among_their_promises() {
    let mut story = Story::new();
    crate::definition::begun(&mut story);
    let review = planned(&mut story, 2026, 3);
    for (who, due) in [
        ("Sasha", "2026-11-25"),
        ("Mika", "2026-11-25"),
        ("Mika", "2026-12-30"),
    ] {
        let owner = story.person(who);
        let values = json!({ "name": format!("By {due}"), "owner": owner, "due": due });
        story.call("add_review_action", json!({ "review": review, "values": values }));
    }
    let of_reviews = |story: &mut Story| -> Vec<Value> {
        let kept = story.call("promises_kept", json!({}));
        let all = kept["of_rooms"].as_array().cloned().unwrap_or_default();
        all.into_iter().filter(|one| one["room"] == "review").collect()
    };
    // Until the review is closed nothing is promised.
    assert_eq!(of_reviews(&mut story).len(), 0);
    closed(&mut story, &review);
    story.days_later(5);
    let told: Vec<[Value; 3]> = of_reviews(&mut story)
        .iter()
        .map(|one| {
            [
                one["side"].clone(),
                one["overdue"].clone(),
                one["not_yet_due"].clone(),
            ]
        })
        .collect();
    assert_eq!(
        told,
        [
            [json!("marketing"), json!(1), json!(1)],
            [json!("sales"), json!(1), json!(0)]
        ]
    );
}

#[test]
fn deals_after_the_last_lead_count_and_opportunities_alone_tell_their_goals() {
    let mut story = Story::new();
    let deals = "Opportunity ID,Deal Name,Amount,Stage,Created Date,Close Date\n\
        O-1,One,\"1,000\",Closed Won,2026-01-05,2026-03-20\nO-2,Two,\"2,000\",Closed Won,2026-01-06,2026-04-20\n\
        O-3,Three,\"4,000\",Closed Won,2026-01-07,2026-08-15\nO-4,Four,500,Closed Lost,2026-01-08,2026-09-29\n";
    import(&mut story, "deals.csv", deals);
    let plan = story.begin_plan(2026);
    for (metric, target) in [("won_deals", 12), ("revenue", 1_200_000)] {
        story.call(
            "add_goal",
            json!({ "plan": plan, "values": { "metric": metric, "target": target } }),
        );
    }
    let review = planned(&mut story, 2026, 3);
    let told = |story: &mut Story| {
        let view = opened(story, &review);
        ["Won deals", "Revenue"].map(|name| {
            let goal = goal(&view, name).clone();
            [
                goal["actual"].clone(),
                goal["asked"].clone(),
                goal["period_actual"].clone(),
            ]
        })
    };
    // The last deal closed a day before the quarter's end: the files reach it.
    let expected = [
        [json!(3), json!(9), json!(1)],
        [json!(700_000), json!(900_000), json!(400_000)],
    ];
    assert_eq!(told(&mut story), expected);
    // Leads that end earlier take nothing away.
    import(&mut story, "leads.csv", LEADS);
    assert_eq!(told(&mut story), expected);
    let year = story.call("lead_year", json!({ "year": 2026 }));
    assert_eq!((&year["won"], &year["revenue"]), (&json!(3), &json!(700_000)));
}

#[test]
fn a_value_that_is_not_known_is_not_left_out_of_a_sum() {
    let mut story = Story::new();
    let leads = "Lead ID,Name,Source,Created,Accepted By Sales,Decided On\n1,Ann,Web,2026-07-02,Yes,2026-07-10\n2,Bo,Web,2026-07-03,Yes,2026-07-11\n";
    import(&mut story, "leads.csv", leads);
    let deals = "Opportunity ID,Lead ID,Deal Name,Amount,Stage,Created Date\nO-1,1,One,\"1,000\",Demo,2026-07-12\nO-2,2,Two,,Demo,2026-07-13\n";
    import(&mut story, "deals.csv", deals);
    let review = planned(&mut story, 2026, 3);
    let view = opened(&mut story, &review);
    let cell = &part(&view, "Funnel")["tables"][0]["rows"][0]["cells"][5];
    assert_eq!(cell["now"], Value::Null);
    assert!(text(&cell["because"]).contains("without a value"), "{cell}");
}

#[test]
fn what_is_entered_belongs_to_the_goal_that_holds_and_may_lie_below_zero() {
    let mut story = Story::new();
    story.begin_plan(2026);
    let plan = story.make_ready(2026);
    let (sasha, mika) = (story.person("Sasha"), story.person("Mika"));
    let values = json!({ "metric": "own", "name": "Net growth", "formula": "Won − lost customers", "source": "Books", "unit": "number",
        "target": 1_200, "sales_owner": sasha, "marketing_owner": mika });
    let growth = story.call("add_goal", json!({ "plan": plan, "values": values }))["id"].clone();
    story.sign_plan(&plan);
    let enter = |value: i64| json!({ "goal": growth, "day": "2026-09-30", "value": value });
    story.call("enter_goal_reading", enter(-300));
    // A draft that counts otherwise, or drops the goal, changes nothing of what holds.
    story.call(
        "edit_goal",
        json!({ "id": growth, "change": { "unit": "money" } }),
    );
    story.call("enter_goal_reading", enter(4));
    story.call("remove_goal", json!({ "id": growth }));
    story.call("enter_goal_reading", enter(5));
    let review = planned(&mut story, 2026, 3);
    story.call(
        "give_review_mark",
        json!({ "review": review, "about": growth, "mark": 3 }),
    );
    assert_eq!(goal(&opened(&mut story, &review), "Net growth")["actual"], 5);
}

#[test]
fn a_period_that_the_files_do_not_reach_has_no_noughts() {
    let mut story = Story::new();
    story.begin_plan(2026);
    let only_summer = "Lead ID,Name,Source,Created,Status,Accepted By Sales,Decided On,Reason\n\
        1,Ann,Web,2026-07-02,Working,Yes,2026-07-10,\n\
        2,Bo,Web,2026-08-02,Working,No,2026-08-10,No budget\n";
    import(&mut story, "leads.csv", only_summer);
    let not_told = "The imported files say nothing of this period.";
    // Before they begin: neither the spring nor what the summer is held against.
    let summer = planned(&mut story, 2026, 3);
    let list = story.call("list_reviews", json!({}));
    let quarter = |label: &str| {
        let years = list["years"].as_array().into_iter().flatten();
        let mut lines = years.filter_map(|year| year["reviews"].as_array()).flatten();
        text(&lines.find(|line| line["label"] == label).expect("a quarter")["review"]["id"])
    };
    let (spring, autumn) = (quarter("Q2 FY26"), quarter("Q4 FY26"));
    let view = opened(&mut story, &summer);
    let funnel = part(&view, "Funnel");
    assert_eq!(
        cell(funnel, 0, "All sources", "accepted"),
        [json!(1), Value::Null, Value::Null]
    );
    assert_eq!(funnel["finding"], "Sales accepted 1 lead.");
    let begins = "The imported files begin on 2 Jul 2026. What happened before is not known";
    assert_eq!(funnel["notes"][0], format!("{begins}."));
    let field = part(&view, "Why leads were rejected");
    assert_eq!(
        cell(field, 0, "No budget", "leads"),
        [json!(1), Value::Null, Value::Null]
    );
    let of_goals = view["worksheet"]["goals"]["notes"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    assert!(
        of_goals.iter().any(|note| text(note).starts_with(begins)),
        "{of_goals:?}"
    );
    let view = opened(&mut story, &spring);
    let funnel = part(&view, "Funnel");
    assert_eq!(funnel["finding"], not_told);
    let leads = &funnel["tables"][0]["rows"][0]["cells"][0];
    assert_eq!(
        (&leads["now"], &leads["because"]),
        (&Value::Null, &json!(not_told))
    );
    assert_eq!(part(&view, "Why leads were rejected")["finding"], not_told);
    // After they end.
    let view = opened(&mut story, &autumn);
    let funnel = part(&view, "Funnel");
    assert_eq!(
        cell(funnel, 0, "All sources", "accepted"),
        [Value::Null, json!(1), Value::Null]
    );
}

#[test]
fn coverage_holds_the_open_pipeline_against_what_the_revenue_goal_still_asks_for() {
    let mut story = Story::new();
    let deals = "Opportunity ID,Deal Name,Amount,Stage,Created Date,Close Date\n\
        1,One,10000,Closed Won,2026-02-01,2026-03-01\n\
        2,Two,45000,Proposal,2026-08-01,2027-01-31\n";
    import(&mut story, "deals.csv", deals);
    let review = planned(&mut story, 2026, 4);
    let covered = |story: &mut Story| {
        let view = opened(story, &review);
        let pipeline = part(&view, "Pipeline");
        (
            cell(pipeline, 0, "Today", "coverage")[0].clone(),
            text(&pipeline["finding"]),
        )
    };
    let because = |story: &mut Story| {
        let view = opened(story, &review);
        text(&part(&view, "Pipeline")["tables"][0]["rows"][0]["cells"][2]["because"])
    };
    assert_eq!(
        because(&mut story),
        "The plan of FY26 has no revenue goal with a target."
    );
    let plan = story.begin_plan(2026);
    let values = json!({ "metric": "revenue", "name": "Revenue", "target": 4_000_000 });
    let goal = story.call("add_goal", json!({ "plan": plan, "values": values }))["id"].clone();
    // 45,000 open ÷ (40,000 − 10,000 won).
    let (times, finding) = covered(&mut story);
    assert_eq!(times, 150);
    assert!(
        finding.ends_with("1.5 times what the revenue goal still asks for."),
        "{finding}"
    );
    story.call(
        "edit_goal",
        json!({ "id": goal, "change": { "target": 900_000 } }),
    );
    assert_eq!(because(&mut story), "What the year aims at is won.");
    let other = json!({ "metric": "revenue", "name": "Revenue of the south", "target": 500_000 });
    story.call("add_goal", json!({ "plan": plan, "values": other }));
    assert_eq!(
        because(&mut story),
        "The plan of FY26 has more than one revenue goal."
    );
    // Last year is over: today’s pipeline says nothing of it.
    let review = planned(&mut story, 2025, 4);
    let view = opened(&mut story, &review);
    let cell = &part(&view, "Pipeline")["tables"][0]["rows"][0]["cells"][2];
    assert_eq!(cell["now"], Value::Null, "{cell}");
    // A value that is missing makes the sum, and so the coverage, unknown.
    import(
        &mut story,
        "more.csv",
        "Opportunity ID,Deal Name,Amount,Stage,Created Date,Close Date\n3,Three,,Proposal,2026-08-02,\n",
    );
    assert_eq!(covered(&mut story).0, Value::Null);
}

/// Checks that the ledger lists as many leads as each number says that has leads behind it, and returns how many numbers those were.
#[track_caller]
fn listed_as_counted(story: &mut Story, review: &str) -> usize {
    let view = opened(story, review);
    let now = view["worksheet"]["days"]["now"].clone();
    let table = part(&view, "Funnel")["tables"][0].clone();
    let columns = table["columns"].as_array().cloned().unwrap_or_default();
    let mut checked = 0;
    for row in table["rows"].as_array().into_iter().flatten() {
        for (column, cell) in columns.iter().zip(row["cells"].as_array().into_iter().flatten()) {
            let key = column["key"].as_str().unwrap_or_default();
            let mut asked = match key {
                _ if column["is_listed"] != true || cell["now"].is_null() => continue,
                "leads" => json!({ "handed_over": now }),
                "converted" => json!({ "handed_over": now, "converted": true }),
                "lost_or_ignored" => json!({ "handed_over": now, "lost_or_ignored": true }),
                "accepted" => json!({ "decided": now, "accepted": "accepted" }),
                // The list is that of the accepted ones, whose number stands beside.
                _ => continue,
            };
            match row["key"].as_str() {
                Some("") | None => {}
                Some("–") => asked["source"] = json!(""),
                Some(source) => asked["source"] = json!(source),
            }
            let total = story.call("list_leads", asked)["total"].as_i64().unwrap_or(-1);
            let said = cell["now"].as_i64().unwrap_or_default();
            let counted = match cell["n"].as_i64() {
                // A rate: its share of so many, in hundredths of a percent.
                Some(n) if key != "leads" && key != "accepted" => said * n,
                _ => said * 10_000,
            };
            assert!(
                (total * 10_000 - counted).abs() <= 10_000 / 2,
                "{key} of {row}: {total}"
            );
            checked += 1;
        }
    }
    checked
}

#[test]
fn behind_each_number_of_the_funnel_the_ledger_lists_as_many_leads() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    let first = planned(&mut story, 2026, 1);
    assert!(listed_as_counted(&mut story, &first) >= 8);
    let list = story.call("list_reviews", json!({}));
    let second = text(&list["years"][0]["reviews"][1]["review"]["id"]);
    assert!(listed_as_counted(&mut story, &second) >= 5);
    // An opportunity that no lead brought was accepted, too: of leads alone the ledger would list fewer, so it is not offered.
    import(
        &mut story,
        "deals.csv",
        "Opportunity ID,Deal Name,Amount,Stage,Created Date,Close Date\n1,One,10000,Closed Won,2026-02-01,2026-03-01\n",
    );
    let view = opened(&mut story, &first);
    let columns = part(&view, "Funnel")["tables"][0]["columns"].clone();
    let listed: Vec<&Value> = columns
        .as_array()
        .into_iter()
        .flatten()
        .filter(|column| column["is_listed"] == true)
        .map(|column| &column["key"])
        .collect();
    assert_eq!(listed, ["leads", "converted", "lost_or_ignored"]);
}
