//! What became of leads is counted, listed and edited.

use super::*;

#[test]
fn the_funnel_counts_what_became_of_them() {
    let mut story = Story::new();
    for (name, content) in [("leads.csv", LEADS), ("deals.csv", DEALS), ("costs.csv", COSTS)] {
        import(&mut story, name, content);
    }
    let funnel = story.call("lead_funnel", json!({ "by": "source" }));
    let row = |name: Value| {
        funnel["rows"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|row| row["name"] == name)
            .cloned()
            .unwrap_or_default()
    };
    let web = row(json!("Web"));
    assert_eq!(
        [
            &web["leads"],
            &web["won"],
            &web["won_value"],
            &web["untouched"],
            &web["cost"]
        ],
        [&json!(2), &json!(1), &json!(120_050), &json!(1), &json!(12_000)]
    );
    assert_eq!(
        (&web["cost_per_lead"], &web["median_cycle_days"]),
        (&json!(6_000.0), &json!(60.0))
    );
    let show = row(json!("Trade Show"));
    assert_eq!(
        [
            &show["accepted"],
            &show["rejected"],
            &show["abandoned"],
            &show["lost"]
        ],
        [&json!(1), &json!(1), &json!(1), &json!(1)]
    );
    assert_eq!(
        show["acceptance"],
        json!({ "part": 1, "n": 2, "basis_points": 5_000.0, "small": true })
    );
    assert_eq!(show["cost_per_accepted"], 300_000.0);
    // A lead without a source and a deal without a lead stand in the row of what is missing.
    let missing = row(Value::Null);
    assert_eq!(
        (&missing["leads"], &missing["without_lead"], &missing["open"]),
        (&json!(1), &json!(1), &json!(1))
    );
    assert_eq!(missing["win_rate"]["basis_points"], Value::Null);
    assert_eq!(funnel["all"]["leads"], 6);

    let quarters = story.call("lead_funnel", json!({ "by": "quarter", "to": "2026-05-12" }));
    let counted: Vec<_> = quarters["rows"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| (row["name"].clone(), row["leads"].clone()))
        .collect();
    assert_eq!(
        counted,
        [(json!("Q1 FY26"), json!(2)), (json!("Q2 FY26"), json!(1))]
    );
    let vips = story.call("lead_funnel", json!({ "by": "VIP" }));
    assert_eq!(
        (&vips["rows"][0]["leads"], &vips["rows"][1]["won"]),
        (&json!(4), &json!(1))
    );
    let refused = story.refused("lead_funnel", json!({ "by": "shoe size" }));
    assert!(refused.hint.is_some_and(|hint| hint.contains("Employees")));
}

#[test]
fn the_list_behind_a_number_has_as_many_leads() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    import(
        &mut story,
        "deals.csv",
        &DEALS.replace("O-1,One big", "O-1,One bigger"),
    );
    let funnel = story.call("lead_funnel", json!({ "by": "owner" }));
    for (field, filter) in [
        ("accepted", json!({ "accepted": "accepted", "limit": 1 })),
        ("rejected", json!({ "accepted": "rejected" })),
        ("undecided", json!({ "accepted": "undecided" })),
        ("disqualified", json!({ "stage": "disqualified" })),
        ("leads", json!({ "offset": 4 })),
    ] {
        let page = story.call("list_leads", filter);
        assert_eq!(page["total"], funnel["all"][field], "{field}");
    }
    let lost = story.call("lost_or_ignored", json!({ "by": "owner" }));
    assert_eq!(lost["all"]["lost_or_ignored"]["part"], 2);
    let list = story.call("list_leads", json!({ "lost_or_ignored": true, "owner": "Lou" }));
    assert_eq!(
        (&list["total"], &list["leads"][0]["name"]),
        (&json!(1), &json!("Cleo"))
    );
}

#[test]
fn a_rejection_needs_a_reason_and_what_a_file_said_is_not_edited() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    let id = lead(&mut story, "ben@two")["lead"]["id"].clone();
    let refused = story.refused(
        "edit_lead",
        json!({ "id": id, "change": { "accepted": "rejected" } }),
    );
    assert_eq!(refused.field.as_deref(), Some("reason"));
    story.call(
        "edit_lead",
        json!({ "id": id, "change": { "accepted": "rejected", "reason": "no_budget" } }),
    );
    assert_eq!(lead(&mut story, "ben@two")["decision"], "rejected");
    for (field, value) in [
        ("external_id", json!("9")),
        ("attributes", json!({})),
        ("import", json!("x")),
    ] {
        let refused = story.refused("edit_lead", json!({ "id": id, "change": { field: value } }));
        assert_eq!(refused.field.as_deref(), Some(field));
    }
}
