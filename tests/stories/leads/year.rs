//! What leads say of a year, whose they were, and how the plan's look back takes it.

use super::*;

fn story() -> Story {
    let mut story = Story::new();
    for (name, content) in [("leads.csv", LEADS), ("deals.csv", DEALS)] {
        import(&mut story, name, content);
    }
    story
}

#[test]
fn what_marketing_sourced_is_known_once_somebody_said_which_sources_are_its() {
    let mut story = story();
    let all = |story: &mut Story| story.call("lead_funnel", json!({ "by": "source" }))["all"].clone();
    let before = all(&mut story);
    assert_eq!(before["sourced_value"], Value::Null);
    assert_eq!(
        before["because"]["sourced_value"],
        "Nobody said which lead sources are marketing’s."
    );
    let lines = story.call("set_marketing_sources", json!({ "sources": ["Web", "Mailing"] }));
    assert_eq!(
        lines,
        json!([
            { "source": "Trade Show", "leads": 3, "is_marketings": false },
            { "source": "Web", "leads": 2, "is_marketings": true },
            { "source": "Mailing", "leads": 0, "is_marketings": true },
        ])
    );
    let after = all(&mut story);
    assert_eq!(
        (&after["sourced_value"], &after["influenced_value"]),
        (&json!(120_050), &json!(120_050))
    );
    story.call("set_marketing_sources", json!({ "sources": ["Trade Show"] }));
    assert_eq!(all(&mut story)["sourced_value"], 0);
    story.call("undo", json!({}));
    assert_eq!(story.call("list_sources", json!({}))[1]["is_marketings"], true);
    let refused = story.refused("set_marketing_sources", json!({ "sources": [""] }));
    assert_eq!(refused.field.as_deref(), Some("sources"));
}

#[test]
fn a_year_of_leads_is_told_in_the_numbers_of_the_look_back() {
    let mut story = story();
    story.call("set_marketing_sources", json!({ "sources": ["Web"] }));
    let year = story.call("lead_year", json!({ "year": 2026 }));
    let numbers = [
        "leads",
        "accepted",
        "sql",
        "opportunities",
        "won",
        "lost",
        "revenue",
        "sourced_revenue",
    ]
    .map(|name| year[name].clone());
    assert_eq!(
        numbers,
        [6, 2, 2, 3, 1, 1, 120_050, 120_050].map(|number| json!(number))
    );
    assert_eq!(
        (&year["cycle_days"], &year["average_deal"]),
        (&json!(60.0), &json!(120_050.0))
    );
    assert_eq!(year["shape"], json!([1, 1, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0]));
    let before = story.call("lead_year", json!({ "year": 2025 }));
    assert_eq!(
        (&before["leads"], &before["because"]["leads"]),
        (&Value::Null, &json!("No lead of this year was taken in."))
    );
}

#[test]
fn what_closed_on_a_day_that_nobody_knows_leaves_open_how_many_were_won_and_lost() {
    let mut story = Story::new();
    import(
        &mut story,
        "deals.csv",
        "Deal ID,Deal Name,Amount,Stage,Created Date,Close Date\n1,A,100,Closed Won,2024-01-05,2024-03-01\n\
         2,B,200,Closed Lost,2024-01-06,\n3,C,400,Closed Lost,2024-01-07,\n4,D,800,Closed Won,2025-01-08,\n",
    );
    let year = story.call("lead_year", json!({ "year": 2024 }));
    // D began after the year, so it was not won in it.
    assert_eq!((&year["won"], &year["revenue"]), (&json!(1), &json!(10_000)));
    assert_eq!(
        (&year["lost"], &year["because"]["lost"]),
        (
            &Value::Null,
            &json!(
                "2 lost opportunities have no closing day and may belong to this year, so the number is not known. 0 were lost \
                 on a day of this year."
            )
        )
    );
    assert_eq!(year["win_rate"]["basis_points"], Value::Null);
    let next = story.call("lead_year", json!({ "year": 2025 }));
    for unknown in ["won", "lost", "revenue", "average_deal", "cycle_days"] {
        assert_eq!(next[unknown], Value::Null, "{unknown}");
    }
    assert_eq!(
        (&next["won_without_day"], &next["lost_without_day"]),
        (&json!(1), &json!(2))
    );
    let plan = story.begin_plan(2025);
    story.call("take_look_back_from_leads", json!({ "plan": plan }));
    let numbers = story.plan(2025)["look_back"]["numbers"].clone();
    assert_eq!((&numbers["won"], &numbers["lost"]), (&json!(1), &Value::Null));
}

#[test]
fn what_has_no_day_is_counted_in_no_year_and_named() {
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Last Name,Lead Source,Created Date,Accepted,Accepted Date\n1,A,Web,2024-01-10,Yes,2024-01-12\n\
         2,B,Web,2024-02-10,No,2024-02-12\n3,C,Web,,Yes,2024-03-12\n4,D,Web,,Yes,\n",
    );
    let year = story.call("lead_year", json!({ "year": 2024 }));
    assert_eq!(
        (&year["leads"], &year["leads_without_day"]),
        (&json!(2), &json!(2))
    );
    let plan = story.begin_plan(2025);
    let taken = story.call("take_look_back_from_leads", json!({ "plan": plan }));
    assert!(
        taken["notes"]
            .to_string()
            .contains("2 leads have no day and are counted in no year."),
        "{taken}"
    );
}

#[test]
fn the_look_back_is_filled_from_the_leads_in_one_step() {
    let mut story = story();
    let plan = story.begin_plan(2027);
    let taken = story.call("take_look_back_from_leads", json!({ "plan": plan }));
    assert_eq!(taken["count"], 8);
    let notes = taken["notes"].to_string();
    assert!(
        notes.contains("Nobody said which lead sources are marketing’s."),
        "{notes}"
    );
    let look_back = story.plan(2027)["look_back"]["numbers"].clone();
    assert_eq!(
        (
            &look_back["leads"],
            &look_back["won"],
            &look_back["revenue"],
            &look_back["cycle_days"]
        ),
        (&json!(6), &json!(1), &json!(120_050), &json!(60))
    );
    // Leads of four months are no season.
    assert_eq!(look_back["shape"], json!([]));
    assert!(notes.contains("which is no season"), "{notes}");
    let step = story.call("what_can_be_undone", json!({}));
    assert_eq!(
        step["undo"]["summary"],
        "Take last year’s numbers from our leads into plan FY27"
    );
    story.call("undo", json!({}));
    assert_eq!(story.plan(2027)["look_back"]["numbers"]["leads"], Value::Null);
    let plan = story.begin_plan(2030);
    let refused = story.refused("take_look_back_from_leads", json!({ "plan": plan }));
    assert!(refused.message.contains("FY29"), "{refused:?}");
}

#[test]
fn what_rests_on_few_is_not_ranked() {
    let mut story = Story::new();
    let mut leads = "Lead ID,Lead Source,Lead Status,Reason,Touches\n".to_string();
    for n in 0..40 {
        let status = if n % 2 == 0 {
            "Accepted,"
        } else {
            "Rejected,No Budget"
        };
        leads += &format!("A-{n},Web,{status},{n}\n");
        let status = if n % 4 == 0 {
            "Accepted,"
        } else {
            "Rejected,No Budget"
        };
        leads += &format!("B-{n},Fair,{status},{n}\n");
    }
    leads += "C-1,Luck,Accepted,,1\n";
    import(&mut story, "leads.csv", &leads);
    let names = |story: &mut Story, question: Value| -> Vec<Value> {
        let funnel = story.call("lead_funnel", question);
        let rows = funnel["rows"].as_array().cloned().unwrap_or_default();
        rows.iter().map(|row| row["name"].clone()).collect()
    };
    let by = |sort: &str, reverse: bool| json!({ "by": "source", "sort": sort, "reverse": reverse });
    assert_eq!(
        names(&mut story, by("acceptance", false)),
        ["Web", "Fair", "Luck"]
    );
    assert_eq!(names(&mut story, by("acceptance", true)), ["Fair", "Web", "Luck"]);
    let funnel = story.call("lead_funnel", json!({ "by": "source", "limit": 2 }));
    assert_eq!(
        (funnel["rows"].as_array().map(Vec::len), &funnel["left_out"]),
        (Some(2), &json!(1))
    );
    // Of the accepted leads of the fair (0, 4, 8 … 36 touches) eight were touched eight times or more.
    let fair = &funnel["rows"][0];
    assert_eq!(fair["name"], "Fair");
    assert_eq!(
        (
            &fair["median_touches"],
            &fair["many_touches"]["part"],
            &fair["many_touches"]["n"]
        ),
        (&json!(18.0), &json!(8), &json!(10))
    );
}

#[test]
fn a_part_of_a_year_is_named() {
    let year = |leads: &[(&str, &str)]| {
        let rows: Vec<String> = leads
            .iter()
            .map(|(id, day)| format!("{id},Web,{day}\n"))
            .collect();
        let mut story = Story::new();
        import(
            &mut story,
            "leads.csv",
            &format!("Lead ID,Lead Source,Created Date\n{}", rows.concat()),
        );
        story.call("lead_year", json!({ "year": 2025 }))["notes"].clone()
    };
    let part = year(&[("1", "2025-01-03"), ("2", "2025-03-02")]);
    assert!(
        text(&part[0]).starts_with("The leads of this year are from "),
        "{part}"
    );
    assert_eq!(year(&[("1", "2025-01-03"), ("2", "2025-12-02")]), json!([]));
    assert_eq!(year(&[("1", "2024-01-03")]), json!([]));
}

#[test]
fn a_year_that_is_not_over_says_so() {
    let mut story = story();
    let notes = story.call("lead_year", json!({ "year": 2026 }))["notes"].to_string();
    let today = story.call("lead_year", json!({ "year": 2030 }))["notes"].to_string();
    assert!(!today.contains("not over"), "{today}");
    assert!(
        notes.contains("not over") || notes.contains("are from"),
        "{notes}"
    );
}

#[test]
fn a_period_names_how_many_have_no_day() {
    let mut story = Story::new();
    let leads = "Lead ID,Lead Source,Created Date\n1,Web,2025-01-03\n2,Web,\n3,Fair,\n";
    import(&mut story, "leads.csv", leads);
    let whole = story.call("lead_funnel", json!({ "by": "source" }));
    assert_eq!((&whole["all"]["leads"], &whole["notes"]), (&json!(3), &json!([])));
    let part = story.call("lead_funnel", json!({ "by": "source", "from": "2025-01-01" }));
    assert_eq!(part["all"]["leads"], 1);
    assert_eq!(
        part["notes"],
        json!(["2 leads have no such day and are left out of this period."])
    );
}
