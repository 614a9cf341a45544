//! Costs of more than a month are spread over their days, and a period that cuts a month says what it does to its costs.

use super::*;

const LEADS: &str = "Lead ID,Last Name,Lead Source,Created Date\n1,A,Web,2024-01-10\n2,B,Web,2024-02-10\n3,C,Web,2024-04-10\n";

fn funnel(story: &mut Story, from: &str, to: &str) -> Value {
    story.call("lead_funnel", json!({ "by": "source", "from": from, "to": to }))
}

fn cost(story: &mut Story, from: &str, to: &str) -> Value {
    funnel(story, from, to)["all"]["cost"].clone()
}

#[test]
fn a_cost_of_more_than_a_month_is_spread_over_its_days() {
    for period in [
        "Q1 2024",
        "Jan–Mar 2024",
        "Jan 2024 - Mar 2024",
        "2024-01-01 – 2024-03-31",
    ] {
        let mut story = Story::new();
        import(&mut story, "leads.csv", LEADS);
        let report = import(
            &mut story,
            "costs.csv",
            &format!("Source,Month,Cost\nWeb,{period},910\n"),
        );
        assert_eq!(counts(&report), [1, 0, 0, 0], "{period}: {report:?}");
        let said = "One cost is for more than a month: it is spread evenly over the days";
        assert!(
            report.notes.iter().any(|note| note.starts_with(said)),
            "{:?}",
            report.notes
        );
        assert_eq!(cost(&mut story, "2024-01-01", "2024-01-31"), 31_000, "{period}");
        assert_eq!(cost(&mut story, "2024-02-01", "2024-02-29"), 29_000);
        assert_eq!(cost(&mut story, "2024-01-01", "2024-12-31"), 91_000);
        let quarters = story.call("lead_funnel", json!({ "by": "quarter" }));
        assert_eq!(quarters["rows"][0]["cost"], 91_000, "{quarters}");
        // The lead of April has no cost; those of January and February have theirs.
        assert_eq!(quarters["all"]["leads_without_cost"], 1);
        assert_eq!(
            counts(&import(
                &mut story,
                "costs.csv",
                &format!("Source,Month,Cost\nWeb,{period},910\n")
            )),
            [0, 0, 1, 0]
        );
        clean(&story);
    }
}

#[test]
fn a_cost_of_a_year_falls_to_its_quarters() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    import(&mut story, "costs.csv", "Source,Month,Cost\nWeb,2024,366\n");
    assert_eq!(cost(&mut story, "2024-04-01", "2024-06-30"), 9_100);
    assert_eq!(cost(&mut story, "2025-01-01", "2025-12-31"), Value::Null);
}

#[test]
fn where_the_fiscal_year_is_another_a_quarter_has_to_say_its_months() {
    let mut story = Story::founded(|founding| founding.fiscal_start = 4);
    let report = import(
        &mut story,
        "costs.csv",
        "Source,Month,Cost\nWeb,Q1 2024,910\nFair,2024,5\nMail,Apr–Jun 2024,91\n",
    );
    assert_eq!(counts(&report), [1, 0, 0, 2]);
    for rejected in &report.rejected_rows {
        assert!(rejected.reason.contains("Write its months"), "{rejected:?}");
    }
}

#[test]
fn a_period_that_cuts_a_month_says_what_becomes_of_its_costs() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    import(
        &mut story,
        "costs.csv",
        "Source,Month,Cost\nWeb,2024-01,100\nWeb,2024-02,200\n",
    );
    let notes = |story: &mut Story, from: &str, to: &str| funnel(story, from, to)["notes"].to_string();
    assert_eq!(notes(&mut story, "2024-01-01", "2024-02-29"), "[]");
    let cut = notes(&mut story, "2024-01-05", "2024-02-15");
    assert!(
        cut.contains("Costs of Jan 2024 count on its first day, so none"),
        "{cut}"
    );
    assert!(
        cut.contains("Costs of Feb 2024 count on its first day, so all"),
        "{cut}"
    );
    // Costs by the day are counted by the day.
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    import(
        &mut story,
        "costs.csv",
        "Source,Day,Cost\nWeb,2024-01-01,100\nWeb,2024-01-07,200\n",
    );
    assert_eq!(notes(&mut story, "2024-01-05", "2024-02-15"), "[]");
}

#[test]
fn the_funnel_and_the_look_back_say_which_leads_they_count() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    let said = |view: &Value| text(&view["counted"]);
    let funnel = story.call("lead_funnel", json!({ "by": "source" }));
    assert!(said(&funnel).starts_with("Leads count by the day on which they came in"));
    let closing = story.call("lead_funnel", json!({ "by": "closing_quarter" }));
    assert!(said(&closing).contains("won or lost"));
    let year = story.call("lead_year", json!({ "year": 2024 }));
    assert!(said(&year).contains("handed over"));
    let plan = story.begin_plan(2025);
    let taken = story.call("take_look_back_from_leads", json!({ "plan": plan }));
    assert!(taken["notes"].to_string().contains("handed over"), "{taken}");
}

#[test]
fn a_year_that_widens_downwards_says_so_before_it_is_taken() {
    let mut story = Story::new();
    // Two leads have an opportunity, and sales accepted one of them in the year.
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Last Name,Lead Source,Created Date,Lead Status,Decision Date,Accepted\n1,A,Web,2024-01-10,Converted,2025-01-03,Yes\n\
         2,B,Web,2024-01-11,Converted,2024-01-20,Yes\n3,C,Web,2024-01-12,Rejected,2024-01-20,Rejected\n",
    );
    let year = story.call("lead_year", json!({ "year": 2024 }));
    assert_eq!(
        (&year["accepted"], &year["sql"]),
        (&json!(1), &json!(2)),
        "{year}"
    );
    let said = year["widenings"].to_string();
    assert!(said.contains("more SQLs than accepted leads"), "{said}");
    let plan = story.begin_plan(2025);
    let taken = story.call("take_look_back_from_leads", json!({ "plan": plan }));
    assert!(
        taken["notes"]
            .to_string()
            .contains("more SQLs than accepted leads"),
        "{taken}"
    );
}
