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
    assert_eq!(
        quarters["rows"][1]["days"],
        json!({ "from": "2026-04-01", "to": "2026-06-30" })
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
        ("disqualified", json!({ "stage": "disqualified" })),
        ("leads", json!({ "offset": 4 })),
    ] {
        let page = story.call("list_leads", filter);
        assert_eq!(page["total"], funnel["all"][field], "{field}");
    }
    let all = &funnel["all"];
    let sum = |names: &[&str]| -> i64 { names.iter().filter_map(|name| all[*name].as_i64()).sum() };
    let undecided = story.call("list_leads", json!({ "accepted": "undecided" }));
    assert_eq!(undecided["total"], sum(&["open_leads", "closed_out", "unknown"]));
    assert_eq!(
        all["leads"],
        sum(&["accepted", "rejected", "open_leads", "closed_out", "unknown"])
    );
    // Every lead is in one state, and a state's number is that of its list.
    let states = story.call("lead_choices", json!({}))["states"].clone();
    let mut in_a_state = 0;
    for state in states.as_array().expect("states") {
        let list = story.call("list_leads", json!({ "state": state["term"] }));
        assert_eq!(list["total"], state["leads"], "{state}");
        in_a_state += state["leads"].as_i64().unwrap_or_default();
    }
    assert_eq!(all["leads"], in_a_state);
    let lost = story.call("lost_or_ignored", json!({ "by": "owner" }));
    assert_eq!(lost["all"]["lost_or_ignored"]["part"], 2);
    let list = story.call("list_leads", json!({ "lost_or_ignored": true, "owner": "Lou" }));
    assert_eq!(
        (&list["total"], &list["leads"][0]["name"]),
        (&json!(1), &json!("Cleo"))
    );
}

#[test]
fn leads_without_a_day_are_a_row_of_the_quarters_and_can_be_listed() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", &LEADS.replace("2026-05-13", ""));
    let funnel = story.call("lead_funnel", json!({ "by": "quarter" }));
    let rows = funnel["rows"].as_array().cloned().unwrap_or_default();
    let without = rows.last().cloned().unwrap_or_default();
    assert_eq!(
        (&without["name"], &without["leads"]),
        (&Value::Null, &json!(1)),
        "{without}"
    );
    let list = story.call("list_leads", json!({ "has_day": false }));
    assert_eq!(
        (&list["total"], &list["leads"][0]["name"]),
        (&json!(1), &json!("Dan"))
    );
    let others = story.call("list_leads", json!({ "has_day": true }));
    assert_eq!(others["total"], 5);
}

#[test]
fn the_list_and_the_funnel_judge_every_kind_of_lead_alike() {
    let mut story = Story::new();
    let mut leads = "Lead ID,Lead Owner,Lead Status,Accepted By Sales,Reason,Touches\n".to_string();
    let mut deals = "Opportunity ID,Lead ID,Deal Name,Stage,Accepted By Sales\n".to_string();
    let (mut number, mut with_deal) = (0, 0);
    for stage in [
        "New",
        "Working",
        "Converted",
        "Accepted",
        "Rejected",
        "Recycled",
        "Disqualified",
    ] {
        for accepted in ["", "Yes", "No"] {
            for (reason, touches) in [("", ""), ("", "2"), ("Abandoned", ""), ("No Budget", "1")] {
                for said_to_deal in ["no deal", "", "Yes", "No"] {
                    number += 1;
                    leads += &format!("L-{number},owner {number},{stage},{accepted},{reason},{touches}\n");
                    if said_to_deal != "no deal" {
                        with_deal += 1;
                        deals += &format!("O-{number},L-{number},Deal {number},Negotiation,{said_to_deal}\n");
                    }
                }
            }
        }
    }
    import(&mut story, "leads.csv", &leads);
    let deals = import(&mut story, "deals.csv", &deals);
    assert_eq!((deals.added, deals.newly_linked), (with_deal, with_deal));
    // One owner a lead, so that each is judged alone, once in each way.
    let funnel = story.call("lead_funnel", json!({ "by": "owner" }));
    let mut judged = std::collections::BTreeSet::new();
    for row in funnel["rows"].as_array().expect("rows") {
        let owner = &row["name"];
        let list = story.call("list_leads", json!({ "owner": owner }));
        let decision = text(&list["leads"][0]["decision"]);
        let counted = match decision.as_str() {
            "undecided" => vec!["open_leads", "closed_out", "unknown"],
            decided => vec![decided],
        };
        let counted: i64 = counted.iter().filter_map(|name| row[*name].as_i64()).sum();
        assert_eq!(counted, 1, "{owner}: the list says {decision}");
        if row["opportunities"] == 1 {
            assert_eq!(row["lost_or_ignored"]["part"], 0, "{owner} has an opportunity");
        }
        let lost = story.call("list_leads", json!({ "owner": owner, "lost_or_ignored": true }));
        assert_eq!(lost["total"], row["lost_or_ignored"]["part"], "{owner}");
        judged.insert((decision, lost["total"].as_i64()));
    }
    assert_eq!(judged.len(), 4, "not every judgement came up: {judged:?}");
}

#[test]
fn a_name_finds_itself_whatever_its_letters() {
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Name,Lead Source\n1,Ärztehaus Köln,Web\n2,Other,Web\n",
    );
    for typed in [
        "Ärztehaus",
        "köln",
        "KöLN",
        "KÖLN",
        "arztehaus",
        "koln",
        "aerztehaus",
        "Koeln Aerzte",
    ] {
        assert_eq!(
            story.call("list_leads", json!({ "text": typed }))["total"],
            1,
            "{typed}"
        );
    }
}

#[test]
fn search_is_deaf_to_capitals_and_accents_of_every_script() {
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Name,Email,Company,Lead Source\n1,José ÉLUARD,jose@one.example,Weiß GmbH,Web\n2,ИВАН Алёхин,ivan@two.example,Ромашка,Web\n3,Işıl Yıldız,isil@three.example,İSTANBUL AŞ,Web\n",
    );
    for (typed, found) in [
        ("eluard", "José ÉLUARD"),
        ("JOSÉ", "José ÉLUARD"),
        ("WEISS", "José ÉLUARD"),
        ("иван", "ИВАН Алёхин"),
        ("АЛЕХИН ромашка", "ИВАН Алёхин"),
        ("istanbul", "Işıl Yıldız"),
        ("IŞIL yildiz", "Işıl Yıldız"),
    ] {
        let list = story.call("list_leads", json!({ "text": typed }));
        assert_eq!(
            (&list["total"], &list["leads"][0]["name"]),
            (&json!(1), &json!(found)),
            "{typed}"
        );
    }
    // What is edited afterwards is found like what came in.
    let id = lead(&mut story, "jose@one")["lead"]["id"].clone();
    story.call("edit_lead", json!({ "id": id, "change": { "company": "Çelik" } }));
    assert_eq!(story.call("list_leads", json!({ "text": "celik" }))["total"], 1);
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

#[test]
fn a_cost_of_some_months_is_at_least_so_much_for_the_leads_of_others() {
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Last Name,Lead Source,Created Date,Accepted\n1,A,Web,2024-01-10,Yes\n2,B,Web,2024-02-10,Yes\n\
         3,C,Web,2024-03-10,Yes\n4,D,Web,2024-01-31,Yes\n5,E,Fair,2024-01-10,Yes\n6,F,List,2023-05-05,Yes\n",
    );
    import(
        &mut story,
        "costs.csv",
        "Source,Month,Cost\nWeb,2024-01,1000\nFair,2024-01,300\n",
    );
    let view = story.call("lead_funnel", json!({ "by": "source" }));
    let row = |name: &str| {
        let mut rows = view["rows"].as_array().into_iter().flatten();
        rows.find(|row| row["name"] == name).cloned().unwrap_or_default()
    };
    // Of January two of the four leads from the web came in.
    assert_eq!(
        (
            &row("Web")["cost_per_accepted"],
            &row("Web")["leads_without_cost"]
        ),
        (&json!(25_000.0), &json!(2))
    );
    assert_eq!(row("Fair")["leads_without_cost"], 0);
    assert_eq!(row("List")["cost"], Value::Null);
    assert_eq!(view["all"]["leads_without_cost"], 3);
    let january = story.call(
        "lead_funnel",
        json!({ "by": "source", "from": "2024-01-01", "to": "2024-01-31" }),
    );
    assert_eq!(january["all"]["leads_without_cost"], 0);
    let quarters = story.call("lead_funnel", json!({ "by": "quarter" }));
    assert_eq!(quarters["all"]["leads_without_cost"], 3);
}

#[test]
fn the_rows_of_a_funnel_stand_by_a_number_with_what_rests_on_few_behind() {
    let mut story = Story::new();
    let mut text = String::from("Lead ID,Name,Lead Source,Created Date,Lead Status\n");
    let mut number = 0;
    for (source, accepted, rejected, open) in [
        ("Web", 20, 20, 0),
        ("event", 30, 10, 0),
        ("A friend", 3, 0, 0),
        ("List", 0, 0, 50),
    ] {
        for (status, count) in [("Accepted", accepted), ("Rejected", rejected), ("Working", open)] {
            for _ in 0..count {
                number += 1;
                text.push_str(&format!("{number},Lead {number},{source},2026-03-02,{status}\n"));
            }
        }
    }
    text.push_str("999,Lead 999,,2026-03-02,Accepted\n");
    import(&mut story, "leads.csv", &text);
    let order = |story: &mut Story, sort: &str, reverse: bool| -> Vec<Option<String>> {
        let funnel = story.call(
            "lead_funnel",
            json!({ "by": "source", "sort": sort, "reverse": reverse }),
        );
        let rows = funnel["rows"].as_array().expect("rows").iter();
        rows.map(|row| row["name"].as_str().map(str::to_owned)).collect()
    };
    let named = |names: [&str; 5]| {
        names
            .map(|name| (!name.is_empty()).then(|| name.to_owned()))
            .to_vec()
    };
    // Those that rest on few stand behind, of which nothing is known last, whichever way round.
    assert_eq!(
        order(&mut story, "acceptance", false),
        named(["event", "Web", "A friend", "", "List"])
    );
    assert_eq!(
        order(&mut story, "acceptance", true),
        named(["Web", "event", "A friend", "", "List"])
    );
    assert_eq!(
        order(&mut story, "leads", true),
        named(["Web", "event", "List", "", "A friend"])
    );
    assert_eq!(
        order(&mut story, "name", false),
        named(["A friend", "event", "List", "Web", ""])
    );
    assert_eq!(
        order(&mut story, "name", true),
        named(["Web", "List", "event", "A friend", ""])
    );
}
