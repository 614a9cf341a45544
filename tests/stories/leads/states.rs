//! One state of a lead, told the same everywhere: by quarter, in the year of the look back, and where values are missing.

use super::*;

const LEADS: &str = "Lead ID,Name,Email,Lead Source,Created Date,Lead Status\n\
                     1,Ada,ada@one.example,Web,2025-12-20,Converted\n\
                     2,Ben,ben@two.example,Web,2026-03-02,Working\n";

fn by(story: &mut Story, by: &str) -> Vec<(String, Value, Value)> {
    let funnel = story.call("lead_funnel", json!({ "by": by }));
    let rows = funnel["rows"].as_array().cloned().unwrap_or_default();
    rows.iter()
        .filter(|row| row["name"].is_string())
        .map(|row| (text(&row["name"]), row["won"].clone(), row["won_value"].clone()))
        .collect()
}

/// A lead with two opportunities, whichever stands first in the file.
#[test]
fn an_opportunity_counts_in_the_quarter_of_its_own_day() {
    let rows = [
        "O-1,1,One,100,Closed Won,2026-01-05,2026-01-30\n",
        "O-2,1,Two,900,Closed Won,2026-02-05,2026-08-15\n",
    ];
    let header = "Opportunity ID,Lead ID,Deal Name,Amount,Stage,Created Date,Close Date\n";
    for order in [[0, 1], [1, 0]] {
        let mut story = Story::new();
        import(&mut story, "leads.csv", LEADS);
        let deals = header.to_string() + rows[order[0]] + rows[order[1]];
        import(&mut story, "deals.csv", &deals);
        assert_eq!(
            by(&mut story, "closing_quarter"),
            [
                ("Q1 FY26".to_string(), json!(1), json!(10_000)),
                ("Q3 FY26".to_string(), json!(1), json!(90_000)),
            ]
        );
        assert_eq!(
            by(&mut story, "opportunity_quarter"),
            [("Q1 FY26".to_string(), json!(2), json!(100_000))]
        );
        let year = story.call("lead_year", json!({ "year": 2026 }));
        assert_eq!((&year["won"], &year["revenue"]), (&json!(2), &json!(100_000)));
    }
}

#[test]
fn an_acceptance_counts_on_its_own_day_whatever_year_its_lead_is_of() {
    let deals = "Opportunity ID,Lead ID,Deal Name,Stage,Accepted By Sales,Decided on\n\
                 O-1,1,One,Negotiation,No,2026-01-05\nO-2,1,Two,Negotiation,Yes,2026-04-07\n";
    let swapped = "Opportunity ID,Lead ID,Deal Name,Stage,Accepted By Sales,Decided on\n\
                   O-2,1,Two,Negotiation,Yes,2026-04-07\nO-1,1,One,Negotiation,No,2026-01-05\n";
    for deals in [deals, swapped] {
        let mut story = Story::new();
        // Only Ada, of the year before.
        import(
            &mut story,
            "leads.csv",
            &LEADS[..LEADS.find("2,Ben").expect("Ben")],
        );
        import(&mut story, "deals.csv", deals);
        let year = story.call("lead_year", json!({ "year": 2026 }));
        assert_eq!((&year["leads"], &year["accepted"]), (&Value::Null, &json!(1)));
        let quarters = story.call("lead_funnel", json!({ "by": "decision_quarter" }));
        let accepted: Vec<(Value, Value)> = quarters["rows"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|row| row["accepted"] == 1)
            .map(|row| (row["name"].clone(), row["accepted"].clone()))
            .collect();
        assert_eq!(
            accepted,
            [(json!("Q2 FY26"), json!(1))],
            "the rejecting opportunity says no day"
        );
    }
}

#[test]
fn a_sum_with_missing_values_is_not_taken_for_the_whole() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    import(
        &mut story,
        "deals.csv",
        "Opportunity ID,Lead ID,Deal Name,Amount,Stage,Created Date,Close Date\n\
         O-1,1,One,100,Closed Won,2026-01-05,2026-01-30\nO-2,1,Two,,Closed Won,2026-02-05,2026-08-15\n\
         O-3,2,Three,300,Closed Won,2026-02-05,2026-08-15\n",
    );
    let all = story.call("lead_funnel", json!({ "by": "source" }))["all"].clone();
    assert_eq!(
        (&all["won"], &all["won_value"], &all["won_without_value"]),
        (&json!(3), &json!(40_000), &json!(1))
    );
    let year = story.call("lead_year", json!({ "year": 2026 }));
    assert_eq!(
        (&year["revenue"], &year["won_without_value"]),
        (&Value::Null, &json!(1))
    );
    assert_eq!(year["average_deal"], 20_000.0, "of those whose value is known");
    let plan = story.begin_plan(2027);
    let taken = story.call("take_look_back_from_leads", json!({ "plan": plan }));
    assert!(
        taken["notes"]
            .to_string()
            .contains("1 of 3 won opportunities has no value"),
        "{taken}"
    );
    assert_eq!(story.plan(2027)["look_back"]["numbers"]["revenue"], Value::Null);
}

#[test]
fn no_lead_with_an_opportunity_is_lost_or_ignored() {
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Name,Lead Source,Created Date,Lead Status,Reason\n\
         1,Ada,Web,2026-03-02,New,\n2,Ben,Web,2026-03-02,Disqualified,Abandoned\n3,Cleo,Web,2026-03-02,New,\n",
    );
    import(
        &mut story,
        "deals.csv",
        "Opportunity ID,Lead ID,Deal Name,Stage\nO-1,1,One,Closed Won\nO-2,2,Two,Negotiation\n",
    );
    let all = story.call("lead_funnel", json!({ "by": "source" }))["all"].clone();
    assert_eq!(
        (
            &all["lost_or_ignored"]["part"],
            &all["accepted"],
            &all["converted"]["part"],
            &all["won"]
        ),
        (&json!(1), &json!(2), &json!(2), &json!(1)),
        "accepted ≥ opportunities ≥ won"
    );
    let list = story.call("list_leads", json!({ "lost_or_ignored": true }));
    assert_eq!(
        (&list["total"], &list["leads"][0]["name"]),
        (&json!(1), &json!("Cleo"))
    );
    assert_eq!(lead(&mut story, "Ben")["state"], "converted");
}

/// Sales said no to one opportunity, and it was won all the same: the lead was accepted, and so was what it is worth. What
/// was said no to and is open is worth nothing to an accepted lead.
#[test]
fn what_was_won_is_worth_as_much_among_what_was_accepted() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    import(
        &mut story,
        "deals.csv",
        "Opportunity ID,Lead ID,Deal Name,Amount,Stage,Accepted By Sales\n\
         O-1,1,One,100,Closed Won,Rejected\nO-2,1,Two,40,Negotiation,Rejected\nO-3,2,Three,7,Negotiation,Yes\n",
    );
    let all = story.call("lead_funnel", json!({ "by": "source" }))["all"].clone();
    assert_eq!(
        (&all["accepted"], &all["won_value"], &all["accepted_value"]),
        (&json!(2), &json!(10_000), &json!(10_700)),
        "accepted value ≥ won value"
    );
}

#[test]
fn a_report_is_about_its_own_file() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", super::LEADS);
    let first = import(&mut story, "deals.csv", DEALS);
    assert_eq!((first.newly_linked, first.linked, first.opportunities), (2, 2, 3));
    let more = import(
        &mut story,
        "more.csv",
        "Opportunity ID,Deal Name,Amount,Stage,Created Date,Close Date,Contact Email\nO-9,Nine,10,Negotiation,2026-07-01,,\n",
    );
    assert_eq!((more.newly_linked, more.opportunities), (0, 4));
}

#[test]
fn an_opportunity_told_by_its_lead_and_by_its_own_file_is_one() {
    let leads = "Lead ID,Email,Last Name,Lead Source,Lead Status,Created Date,Opportunity Amount,Opportunity Stage,Opportunity Close Date\n\
                 L1,a@x.example,A,Web,Converted,2024-01-10,5000,Closed Won,2024-03-01\n\
                 L2,b@x.example,B,Web,New,2024-01-11,,,\n";
    // A second opportunity of the same lead is another one.
    let deals = "Opportunity ID,Opportunity Name,Lead ID,Amount,Stage,Close Date\n\
                 D1,Deal A,L1,5000,Closed Won,2024-03-01\nD2,Deal B,L1,70,Closed Won,2024-04-01\n";
    for leads_first in [true, false] {
        let mut story = Story::new();
        let mut files = [("leads.csv", leads), ("deals.csv", deals)];
        if !leads_first {
            files.reverse();
        }
        for (name, text) in files.iter().chain(&files) {
            import(&mut story, name, text);
        }
        let all = story.call("lead_funnel", json!({ "by": "source" }))["all"].clone();
        assert_eq!(
            (
                &all["leads"],
                &all["won"],
                &all["won_value"],
                &all["won_leads"]["part"]
            ),
            (&json!(2), &json!(2), &json!(507_000), &json!(1)),
            "leads first: {leads_first}"
        );
    }
}

/// The lead's row knows an amount and a day that the file of opportunities does not have, or has otherwise. Whichever came
/// first or came again, the file of opportunities is believed, and no deal gets what belongs to another.
#[test]
fn where_both_tell_of_a_deal_its_own_file_alone_is_believed() {
    let leads = "Lead ID,Email,Last Name,Lead Source,Lead Status,Created Date,Opportunity Amount,Opportunity Stage,Opportunity Close Date\n\
                 L1,a@x.example,A,Web,Converted,2024-01-10,5000,Closed Won,2024-03-01\n\
                 L2,b@x.example,B,Web,Converted,2024-01-11,80,Closed Won,2024-03-02\n";
    let without_days = "Opportunity ID,Opportunity Name,Lead ID,Amount,Stage\n\
                        D1,Deal A,L1,70,Closed Lost\nD2,Deal B,L1,6000,Closed Won\n";
    let without_amounts = "Opportunity ID,Opportunity Name,Email,Stage,Close Date\n\
                           D1,Deal A,a@x.example,Closed Won,2024-04-01\n";
    for (deals, won_value) in [(without_days, 608_000), (without_amounts, 8_000)] {
        let mut told = Vec::new();
        for order in [
            &["l", "d"][..],
            &["d", "l"],
            &["l", "d", "l"],
            &["d", "l", "d", "l"],
        ] {
            let mut story = Story::new();
            for file in order {
                let text = if *file == "l" { leads } else { deals };
                import(&mut story, &format!("{file}.csv"), text);
            }
            let funnel = story.call("lead_funnel", json!({ "by": "closing_quarter" }));
            assert_eq!(funnel["all"]["won_value"], won_value, "{order:?}");
            told.push(funnel);
            clean(&story);
        }
        assert!(told.iter().all(|funnel| *funnel == told[0]), "{told:#?}");
    }
}

#[test]
fn costs_by_the_day_add_up_over_files_and_a_file_taken_in_twice_adds_nothing() {
    let mut story = Story::new();
    let first = "Campaign,Day,Cost\nBrand,2024-01-01,100\nBrand,2024-01-15,400\n";
    let second = "Campaign,Day,Cost\nBrand,2024-01-16,300\nBrand,2024-01-31,400\n";
    import(&mut story, "first.csv", first);
    let report = import(&mut story, "second.csv", second);
    assert!(
        report
            .notes
            .iter()
            .any(|note| note.contains("other days of the same month")),
        "{report:?}"
    );
    import(&mut story, "second.csv", second);
    let all = story.call("lead_funnel", json!({ "by": "campaign" }))["all"].clone();
    assert_eq!(all["cost"], 120_000);
}

#[test]
fn a_lifecycle_stage_is_no_word_of_a_contact() {
    const LIFECYCLE: &str = "\
Record ID,First Name,Email,Lifecycle Stage,Original Source,Create Date
1,A,a@x.example,Subscriber,Organic,2024-01-10
2,B,b@x.example,Lead,Organic,2024-01-10
3,C,c@x.example,Marketing Qualified Lead,Organic,2024-01-10
4,D,d@x.example,Sales Qualified Lead,Organic,2024-01-10
5,E,e@x.example,Opportunity,Organic,2024-01-10
6,F,f@x.example,Customer,Organic,2024-01-10
";
    for leads in [
        LIFECYCLE.to_owned(),
        LIFECYCLE.replace("Lifecycle Stage", "Stage"),
        LIFECYCLE.replace("Lifecycle Stage", "Lebenszyklusphase"),
    ] {
        let mut story = Story::new();
        import(&mut story, "contacts.csv", &leads);
        let all = story.call("lead_funnel", json!({ "by": "source" }))["all"].clone();
        assert_eq!(all["untouched"], json!(null), "{all}");
        assert_eq!(all["lost_or_ignored"]["basis_points"], json!(null), "{all}");
        assert_eq!(
            (&all["accepted"], &all["unknown"]),
            (&json!(3), &json!(3)),
            "{all}"
        );
    }
}

#[test]
fn the_status_of_a_lead_says_more_than_its_lifecycle() {
    let mut story = Story::new();
    import(
        &mut story,
        "contacts.csv",
        "Record ID,Last Name,Lead Status,Lifecycle Stage,Original Source,Create Date\n\
         1,A,New,Lead,Organic,2024-01-10\n2,B,Attempted to Contact,Marketing Qualified Lead,Organic,2024-01-10\n\
         3,C,Connected,Lead,Organic,2024-01-10\n4,D,Unqualified,Marketing Qualified Lead,Organic,2024-01-10\n\
         5,E,,Customer,Organic,2024-01-10\n",
    );
    let all = story.call("lead_funnel", json!({ "by": "source" }))["all"].clone();
    assert_eq!(
        (&all["untouched"], &all["disqualified"], &all["unknown"]),
        (&json!(1), &json!(1), &json!(1)),
        "{all}"
    );
}
