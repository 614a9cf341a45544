//! Rows of costs that are made of other rows, or tell what was planned; amounts that are written as accounting writes them; cells
//! that are filled once for a group.

use super::*;

fn cost(story: &mut Story) -> Value {
    story.call("lead_funnel", json!({ "by": "source" }))["all"]["cost"].clone()
}

#[track_caller]
fn taken(content: &str, expected: i64, rejected: i64) -> ImportReport {
    let mut story = Story::new();
    let report = import(&mut story, "costs.csv", content);
    assert_eq!(
        (cost(&mut story), report.rejected),
        (json!(expected), rejected),
        "{content}: {report:?}"
    );
    assert_eq!(report.rejected_rows.len(), usize::try_from(rejected).unwrap_or(0));
    clean(&story);
    report
}

#[test]
fn a_row_without_a_name_that_sums_the_others_is_no_cost() {
    taken(
        "Campaign name,Reporting starts,Reporting ends,Amount spent (EUR)\n,2025-01-01,2025-01-31,600\n\
         Spring Sale,2025-01-01,2025-01-31,350.50\nBrand,2025-01-01,2025-01-31,249.50\n",
        60_000,
        1,
    );
    taken(
        "Channel,Month,Spend\nGoogle Ads,2025-01,600\nLinkedIn,2025-01,400\n,2025-01,1000\nGoogle Ads,2025-02,300\n\
         LinkedIn,2025-02,200\n,2025-02,500\n",
        150_000,
        2,
    );
    // What is none is a cost of no source, and named.
    let report = taken(
        "Channel,Month,Spend\nGoogle Ads,2025-01,600\nLinkedIn,2025-01,400\n,2025-01,50\n",
        105_000,
        0,
    );
    assert!(
        report
            .notes
            .iter()
            .any(|note| note.contains("row 4 has no source")),
        "{:?}",
        report.notes
    );
}

#[test]
fn a_total_is_known_by_its_name_and_by_what_it_comes_to() {
    for name in [
        "All channels",
        "Total (2 campaigns)",
        "2 campaigns",
        "Итог",
        "合計",
        "TTL",
        "Sum of Spend",
        "Overall",
        "Összesen",
        "Subtotal Q1",
        "Grand total (EUR)",
        "Total Spend",
    ] {
        taken(
            &format!(
                "Channel,Month,Spend\n{name},2025-01,300\nWeb,2025-01,100\nFair,2025-01,200\nWeb,2025-02,400\n"
            ),
            70_000,
            1,
        );
    }
    for name in ["Average", "Median", "Avg per channel"] {
        taken(
            &format!("Channel,Month,Spend\nWeb,2025-01,100\nFair,2025-01,300\n{name},2025-01,200\n"),
            40_000,
            1,
        );
    }
    // A name that only sounds so is a cost.
    let report = taken(
        "Channel,Month,Spend\nWeb,2025-01,100\nFair,2025-01,300\nTotal Energies,2025-01,50\n",
        45_000,
        0,
    );
    assert!(
        report
            .notes
            .iter()
            .any(|note| note.contains("called like a total")),
        "{:?}",
        report.notes
    );
}

#[test]
fn a_total_that_nobody_calls_so_is_known_by_what_it_comes_to() {
    taken(
        "Channel,Month,Spend\nWeb,2025-01,123.45\nFair,2025-01,200\nPaid media,2025-01,323.45\n",
        32_345,
        1,
    );
    // Round numbers agree by chance: it counts, and is named.
    let report = taken(
        "Channel,Month,Spend\nWeb,2025-01,100\nFair,2025-01,200\nMail,2025-01,300\n",
        60_000,
        0,
    );
    assert!(
        report.notes.iter().any(|note| note.contains("exactly the sum")),
        "{:?}",
        report.notes
    );
}

#[test]
fn the_totals_of_an_advertising_report_are_no_costs() {
    taken(
        "Campaign performance\n\"January 1, 2025 - January 31, 2025\"\nCampaign status,Campaign,Campaign type,Currency code,Cost,Clicks\n\
         Enabled,Search Brand,Search,EUR,120.50,100\nPaused,Search Generic,Search,EUR,80.00,50\nEnabled,YT,Video,EUR,99.50,10\n\
         Total: Campaigns, --, --,EUR,300.00,160\nTotal: Account, --, --,EUR,300.00,160\nTotal: Search, --, --,EUR,200.50,150\n\
         Total: Video, --, --,EUR,99.50,10\n",
        30_000,
        4,
    );
}

#[test]
fn averages_and_counts_below_deals_are_no_deals() {
    let mut story = Story::new();
    let report = import(
        &mut story,
        "deals.csv",
        "Opportunity ID,Opportunity Name,Stage,Amount,Close Date,Lead Source\nO1,A,Closed Won,1000,2025-01-05,Web\n\
         O2,B,Closed Won,3000,2025-01-06,Web\nAverage,,,2000,,\nMedian,,,2000,,\nCount,2,,,,\n",
    );
    assert_eq!(counts(&report), [2, 0, 0, 3], "{report:?}");
}

#[test]
fn what_was_planned_is_not_added_to_what_was_spent() {
    for (column, planned, actual) in [
        ("Scenario", "Budget", "Actual"),
        ("Type", "Plan", "Ist"),
        ("Version", "Forecast", "Actuals"),
    ] {
        let report = taken(
            &format!(
                "Channel,Month,{column},Spend\nWeb,2025-01,{planned},1000\nWeb,2025-01,{actual},900\nWeb,2025-02,{planned},1000\n\
                 Web,2025-02,{actual},1100\n"
            ),
            200_000,
            2,
        );
        assert!(
            report.notes.iter().any(|note| note.contains("what was planned")),
            "{:?}",
            report.notes
        );
    }
}

#[test]
fn amounts_of_accounting_are_read_without_their_minus_and_named() {
    let report = taken(
        "Channel,Month,Spend\nWeb,2025-01,-900.00\nFair,2025-01,-450.00\n",
        135_000,
        0,
    );
    assert!(
        report.notes.iter().any(|note| note.contains("below nought")),
        "{:?}",
        report.notes
    );
    // A credit among costs is a credit.
    taken(
        "Channel,Month,Spend\nWeb,2025-01,900.00\nFair,2025-01,-450.00\n",
        45_000,
        0,
    );
}

#[test]
fn fractions_of_cents_add_up_before_they_are_rounded() {
    for (amount, expected) in [("0.335", 1_039), ("0.004", 12)] {
        let days: String = (1..=31)
            .map(|day| format!("Google,2025-01-{day:02},{amount}\n"))
            .collect();
        taken(&format!("Channel,Day,Spend\n{days}"), expected, 0);
    }
}

#[test]
fn cells_that_are_filled_once_for_a_group_hold_for_all_of_it() {
    let mut story = Story::new();
    let report = import(
        &mut story,
        "costs.csv",
        "Channel,Month,Spend\nWeb,2025-01,100\n,2025-02,200\n,2025-03,400\nLinkedIn,2025-01,800\n,2025-02,1600\n,2025-03,3200\n",
    );
    assert!(
        report
            .notes
            .iter()
            .any(|note| note.contains("first row of each group")),
        "{:?}",
        report.notes
    );
    let funnel = story.call("lead_funnel", json!({ "by": "source" }));
    assert_eq!(
        (&funnel["rows"][0]["cost"], &funnel["rows"][1]["cost"]),
        (&json!(560_000), &json!(70_000)),
        "{funnel}"
    );
    taken(
        "Month,Channel,Spend\n2025-01,Web,100\n,LinkedIn,200\n,Fair,400\n2025-02,Web,800\n,LinkedIn,1600\n,Fair,3200\n",
        630_000,
        0,
    );
    let mut story = Story::new();
    import(
        &mut story,
        "deals.csv",
        "Lead Source,Opportunity Name,Account Name,Stage,Amount,Close Date\nWeb,Acme deal,Acme,Closed Won,1000,2025-01-05\n\
         ,Beta deal,Beta,Closed Won,2000,2025-01-06\n,Gama deal,Gama,Closed Won,2500,2025-01-06\n\
         Fair,Coda deal,Coda,Closed Lost,500,2025-01-06\n,Dora deal,Dora,Closed Won,4000,2025-01-06\n",
    );
    // Behind a column that each row fills, nothing is a group: a cell in which nothing stands says nothing.
    let mut plain = Story::new();
    let report = import(
        &mut plain,
        "deals.csv",
        "Deal ID,Deal Name,Lead Source,Stage,Amount,Close Date\n1,Acme,Fair,Closed Won,1000,2025-01-05\n\
         2,Beta,,Closed Won,2000,2025-01-06\n3,Coda,Web,Closed Lost,500,2025-01-06\n4,Dora,,Closed Won,4000,2025-01-06\n",
    );
    assert!(
        !report
            .notes
            .iter()
            .any(|note| note.contains("first row of each group")),
        "{:?}",
        report.notes
    );
    let rows = plain.call("lead_funnel", json!({ "by": "source" }))["rows"].clone();
    let missing = rows
        .as_array()
        .into_iter()
        .flatten()
        .find(|row| row["name"].is_null());
    assert_eq!(missing.map(|row| &row["won"]), Some(&json!(2)), "{rows}");
    let funnel = story.call("lead_funnel", json!({ "by": "source" }));
    let won: Vec<&Value> = funnel["rows"]
        .as_array()
        .map_or_else(Vec::new, |rows| rows.iter().map(|row| &row["won"]).collect());
    assert_eq!(
        (won, funnel["rows"].as_array().map_or(0, Vec::len)),
        (vec![&json!(3), &json!(1)], 2),
        "{funnel}"
    );
}
