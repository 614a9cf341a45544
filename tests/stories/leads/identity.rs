//! Which record a row is: the same under another spelling of its id, another one under the same id, and deals without ids.

use super::*;
use lockstep_core::leads::importing::ImportFiles;

/// Takes a file in that leaves nothing to be asked.
#[track_caller]
fn take(story: &mut Story, content: &str) -> ImportReport {
    let file = own_file(story, "export.csv", content);
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("it is recognised");
    story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
        .unwrap_or_else(|error| panic!("{error:?}: {content}"))
}

/// How many opportunities were won and lost, and how much was won.
fn ended(story: &mut Story) -> [Value; 3] {
    let all = story.call("lead_funnel", json!({ "by": "source" }))["all"].clone();
    [all["won"].clone(), all["lost"].clone(), all["won_value"].clone()]
}

fn leads(story: &mut Story) -> Value {
    story.call("list_leads", json!({}))["total"].clone()
}

#[track_caller]
fn says(report: &ImportReport, words: &str) {
    assert!(
        report.notes.iter().any(|note| note.contains(words)),
        "{words}: {:?}",
        report.notes
    );
}

const DEALS_WITH_IDS: &str = "Deal ID,Deal Name,Company,Amount,Stage,Created Date,Close Date\n";

#[test]
fn an_id_in_another_spelling_is_the_same_deal() {
    for (first, second) in [
        ("00123", "123"),
        ("123", "00123"),
        ("123", "123.0"),
        ("1001", "\"1,001\""),
        ("1001", "1.001"),
        ("1 001", "1001"),
    ] {
        let mut story = Story::new();
        let row = |id: &str, stage: &str| {
            format!("{DEALS_WITH_IDS}{id},Alpha,Uno,100,{stage},2024-01-01,2024-03-01\n")
        };
        take(&mut story, &row(first, "Negotiation"));
        let report = take(&mut story, &row(second, "Closed Won"));
        assert_eq!(counts(&report), [0, 1, 0, 0], "{first} {second}");
        says(&report, "another spelling");
        assert_eq!(ended(&mut story), [json!(1), Value::Null, json!(10_000)]);
        // Either spelling finds it again.
        assert_eq!(counts(&take(&mut story, &row(first, "Closed Won"))), [0, 0, 1, 0]);
        assert_eq!(
            counts(&take(&mut story, &row(second, "Closed Won"))),
            [0, 0, 1, 0]
        );
        clean(&story);
    }
}

#[test]
fn an_id_in_another_spelling_proves_nothing_alone() {
    let mut story = Story::new();
    take(&mut story, "Lead ID,Lead Source\n00123,Web\n00124,Web\n");
    let report = take(&mut story, "Lead ID,Lead Source\n123,Web\n");
    assert_eq!(counts(&report), [1, 0, 0, 0]);
    says(&report, "look whether it counts twice");
    // What speaks against it makes it another without a word.
    let mut story = Story::new();
    let header = "Lead ID,Name,Email,Lead Source\n";
    take(&mut story, &format!("{header}0101,Ada Ace,ada@uno.example,Web\n"));
    let report = take(&mut story, &format!("{header}101,Zoe Zed,zoe@zed.example,Fair\n"));
    assert_eq!((counts(&report), report.notes), ([1, 0, 0, 0], vec![]));
}

const OF_HUBSPOT: &str = "\
Record ID,First Name,Last Name,Email,Original Source,Create Date
101,Ada,Ace,ada@uno.example,Organic,2024-01-10
102,Bob,Bee,bob@due.example,Paid,2024-01-11
";
const OF_PIPEDRIVE: &str = "\
ID,Name,Email,Organization,Lead source,Created at
101,Zoe Zed,zoe@zed.example,Zed,Fair,2024-05-10
102,Yan Yip,yan@yip.example,Yip,Referral,2024-05-11
103,Xi Xu,xi@xu.example,Xu,Fair,2024-05-11
";

#[test]
fn two_systems_that_count_from_one_do_not_overwrite_each_other() {
    let mut story = Story::new();
    take(&mut story, OF_HUBSPOT);
    let report = take(&mut story, OF_PIPEDRIVE);
    assert_eq!(counts(&report), [3, 0, 0, 0]);
    says(&report, "2 leads have the ids of others");
    assert_eq!(leads(&mut story), 5);
    // Each finds its own again, also when something of it changed.
    assert_eq!(counts(&take(&mut story, OF_HUBSPOT)), [0, 0, 2, 0]);
    let married = OF_PIPEDRIVE.replace("Zoe Zed,zoe@zed.example", "Zoe Ace,zoe.ace@zed.example");
    let report = take(&mut story, &married);
    assert_eq!(counts(&report), [0, 1, 2, 0]);
    assert_eq!(leads(&mut story), 5);
    // A row that tells nothing but the id cannot be told.
    let report = take(&mut story, "Lead ID,Lead Source\n101,Mail\n103,Mail\n");
    assert_eq!(counts(&report), [0, 1, 0, 1]);
    assert!(
        report.rejected_rows[0]
            .reason
            .starts_with("Several records have this id")
    );
    clean(&story);
}

#[test]
fn deals_of_two_systems_with_the_same_ids_are_two_each() {
    let mut story = Story::new();
    let first = format!(
        "{DEALS_WITH_IDS}1,Alpha,Uno,1000,Closed Won,2024-01-10,2024-03-01\n2,Beta,Due,2000,Closed Won,2024-01-11,2024-03-05\n"
    );
    let second = "ID,Opportunity,Customer,Value,Status,Created,Closed\n\
        1,Omega,Zed,300,Won,2024-05-10,2024-06-01\n2,Psi,Yip,400,Lost,2024-05-11,2024-06-05\n";
    take(&mut story, &first);
    says(&take(&mut story, second), "as in exports of two systems");
    let all = [json!(3), json!(1), json!(330_000)];
    assert_eq!(ended(&mut story), all);
    assert_eq!(counts(&take(&mut story, &first)), [0, 0, 2, 0]);
    assert_eq!(counts(&take(&mut story, second)), [0, 0, 2, 0]);
    assert_eq!(ended(&mut story), all);
    // A deal that is renamed stays itself.
    let renamed = first.replace("Alpha", "Alpha second phase");
    assert_eq!(counts(&take(&mut story, &renamed)), [0, 1, 1, 0]);
    clean(&story);
}

#[test]
fn a_known_id_with_nothing_but_another_name_is_named() {
    let mut story = Story::new();
    take(
        &mut story,
        "Lead ID,Name,Lead Source\n1,Ada Ace,Web\n2,Bob Bee,Web\n",
    );
    let report = take(
        &mut story,
        "Lead ID,Name,Lead Source\n1,Zoe Zed,Web\n2,Bob Bee,Web\n",
    );
    assert_eq!(counts(&report), [0, 1, 1, 0]);
    says(&report, "comes from another system");
}

#[test]
fn an_id_that_lost_its_digits_tells_nothing() {
    let mut story = Story::new();
    let row = |rest: &str| format!("Deal ID,Deal Name,Company,Amount,Stage,Close Date\n1.23457E+17,{rest}\n");
    take(&mut story, &row("Alpha,Uno,100,Closed Won,2024-03-01"));
    let report = take(&mut story, &row("Beta,Due,200,Closed Won,2024-03-02"));
    says(&report, "a spreadsheet dropped the last digits");
    assert_eq!(ended(&mut story), [json!(2), Value::Null, json!(30_000)]);
    assert_eq!(
        counts(&take(&mut story, &row("Beta,Due,200,Closed Won,2024-03-02"))),
        [0, 0, 1, 0]
    );
}

const WITHOUT_IDS: &str = "Opportunity Name,Account Name,Amount,Stage,Close Date\n";

#[test]
fn deals_without_ids_are_told_apart_by_close_day_and_amount() {
    let mut story = Story::new();
    let first = format!(
        "{WITHOUT_IDS}New Opportunity,Uno,1000,Closed Won,2024-03-01\nNew Opportunity,Uno,2500,Closed Won,2024-07-01\n\
         New Opportunity,Due,400,Closed Lost,2024-07-02\n"
    );
    assert_eq!(counts(&take(&mut story, &first)), [3, 0, 0, 0]);
    let second = format!("{WITHOUT_IDS}New Opportunity,Uno,7000,Closed Won,2025-02-01\n");
    let report = take(&mut story, &second);
    assert_eq!(counts(&report), [1, 0, 0, 0]);
    says(&report, "closed on another day");
    assert_eq!(ended(&mut story), [json!(3), json!(1), json!(1_050_000)]);
    // The same files again add nothing; an amount that was corrected is one that was corrected.
    assert_eq!(counts(&take(&mut story, &first)), [0, 0, 3, 0]);
    let report = take(&mut story, &second.replace("7000", "6500"));
    assert_eq!((counts(&report), report.notes.len()), ([0, 1, 0, 0], 0));
    assert_eq!(ended(&mut story), [json!(3), json!(1), json!(1_000_000)]);
    clean(&story);
}

#[test]
fn the_next_state_of_an_open_deal_finds_it_without_an_id() {
    let mut story = Story::new();
    let pipeline = format!(
        "{WITHOUT_IDS}Renewal,Uno,1000,Negotiation,2025-03-01\nRenewal,Due,400,Negotiation,2025-04-01\n\
         Renewal,Uno,900,Closed Won,2024-03-01\n"
    );
    take(&mut story, &pipeline);
    let later = format!(
        "{WITHOUT_IDS}Renewal,Uno,1200,Closed Won,2025-03-15\nRenewal,Due,400,Closed Lost,2025-05-01\n\
         Renewal,Uno,900,Closed Won,2024-03-01\n"
    );
    assert_eq!(counts(&take(&mut story, &later)), [0, 2, 1, 0]);
    assert_eq!(ended(&mut story), [json!(2), json!(1), json!(210_000)]);
    // Where two are open, the one with the same amount or day is it; where neither has, that is said.
    let two = format!(
        "{WITHOUT_IDS}Add-on,Tre,100,Negotiation,2025-03-01\nAdd-on,Tre,200,Negotiation,2025-04-01\n"
    );
    take(&mut story, &two);
    let next = format!("{WITHOUT_IDS}Add-on,Tre,200,Closed Lost,2025-06-01\n");
    let report = take(&mut story, &next);
    assert_eq!((counts(&report), report.notes.len()), ([0, 1, 0, 0], 0));
    take(&mut story, &two);
    let report = take(
        &mut story,
        &format!("{WITHOUT_IDS}Add-on,Tre,333,Closed Won,2025-06-02\n"),
    );
    assert_eq!(counts(&report)[1], 1);
    clean(&story);
}

#[test]
fn the_same_one_is_said_only_of_rows_that_say_the_same() {
    let mut story = Story::new();
    let report = take(
        &mut story,
        &format!(
            "{WITHOUT_IDS}Alpha,Uno,100,Negotiation,2024-03-01\nAlpha,Uno,100,Negotiation,2024-03-01\n\
             Alpha,Uno,100,Closed Won,2024-03-01\n"
        ),
    );
    let reasons: Vec<&str> = report
        .rejected_rows
        .iter()
        .map(|row| row.reason.as_str())
        .collect();
    assert!(
        reasons[0].starts_with("The same one stands in row 2"),
        "{reasons:?}"
    );
    assert!(reasons[1].contains("with another stage"), "{reasons:?}");
    says(&report, "no column tells which is later");
}

const HISTORY: &str = "\
Deal ID,Deal Name,Company,Amount,Stage,Stage Entered,Close Date
1,Alpha,Uno,1000,Qualification,2024-01-01,2024-03-01
1,Alpha,Uno,1200,Closed Won,2024-03-01,2024-03-01
1,Alpha,Uno,1000,Negotiation,2024-02-01,2024-03-01
2,Beta,Due,400,Negotiation,2024-01-01,2024-03-02
2,Beta,Due,400,Closed Lost,2024-03-02,2024-03-02
";

#[test]
fn the_latest_state_counts_where_a_day_tells() {
    for day in [
        "Stage Entered",
        "Last Modified",
        "Geändert am",
        "Date de modification",
    ] {
        let mut story = Story::new();
        let history = HISTORY.replace("Stage Entered", day);
        let report = take(&mut story, &history);
        assert_eq!(counts(&report), [2, 0, 0, 3], "{day}");
        assert_eq!(ended(&mut story), [json!(1), json!(1), json!(120_000)], "{day}");
        let rows: Vec<(u64, &str)> = report
            .rejected_rows
            .iter()
            .map(|row| (row.row, row.reason.as_str()))
            .collect();
        assert_eq!((rows[0].0, rows[1].0, rows[2].0), (2, 4, 5), "{rows:?}");
        assert!(rows[0].1.starts_with("Row 3 tells a later state"), "{rows:?}");
        // The next export says the same, and then one thing more.
        assert_eq!(counts(&take(&mut story, &history)), [0, 0, 2, 3], "{day}");
        let more = format!("{history}2,Beta,Due,500,Closed Won,2024-04-01,2024-04-01\n");
        assert_eq!(counts(&take(&mut story, &more)), [0, 1, 1, 4], "{day}");
        assert_eq!(
            ended(&mut story),
            [json!(2), Value::Null, json!(170_000)],
            "{day}"
        );
        clean(&story);
    }
}

#[test]
fn states_without_a_day_are_named() {
    let mut story = Story::new();
    let report = take(&mut story, &HISTORY.replace("Stage Entered", "Remark"));
    assert_eq!(counts(&report), [2, 0, 0, 3]);
    says(&report, "no column tells which are later");
    // The lines of one deal are no states of it.
    let mut story = Story::new();
    let lines = "Deal ID,Deal Name,Company,Amount,Stage,Close Date,Product\n\
        1,Alpha,Uno,1000,Closed Won,2024-03-01,Gear\n1,Alpha,Uno,1000,Closed Won,2024-03-01,Bolt\n";
    let report = take(&mut story, lines);
    assert_eq!((counts(&report), report.notes), ([1, 0, 0, 1], vec![]));
    assert!(report.rejected_rows[0].reason.starts_with("The same one stands"));
    // What is taken back leaves nothing behind.
    clean(&story);
}

const SOURCES: &str = "Lead ID,Email,Last Name,Company,Lead Source,Created Date\n";
const BY_EMAIL: &str = "Deal ID,Deal Name,Contact Email,Account Name,Amount,Stage,Created Date,Close Date\n";

/// How many were won from a source.
fn won_from(story: &mut Story, source: &str) -> Value {
    let answer = story.call("lead_funnel", json!({ "by": "source" }));
    let rows = answer["rows"].as_array().cloned().unwrap_or_default();
    let row = rows.into_iter().find(|row| row["name"] == source);
    row.map_or(Value::Null, |row| row["won"].clone())
}

#[test]
fn a_deal_that_closed_before_the_lead_came_in_is_named() {
    let mut story = Story::new();
    let leads = format!("{SOURCES}1,a@x.example,A,Uno,Web,2024-05-10\n2,b@x.example,B,Due,Fair,2024-01-11\n");
    let deals = format!(
        "{BY_EMAIL}1,Old deal,a@x.example,Uno,5000,Closed Won,2022-01-15,2022-03-01\n\
         2,Beta,b@x.example,Due,2000,Closed Won,2024-01-15,2024-03-02\n\
         3,Still open,a@x.example,Uno,100,Negotiation,2022-01-15,2022-03-01\n"
    );
    take(&mut story, &leads);
    let report = take(&mut story, &deals);
    says(&report, "One opportunity was closed before its lead came in");
    assert_eq!(report.linked, 3);
    assert_eq!(
        (won_from(&mut story, "Web"), won_from(&mut story, "Fair")),
        (json!(1), json!(1))
    );
    // The order of the files makes no difference, and what was said is not said again.
    let mut other = Story::new();
    take(&mut other, &deals);
    let report = take(&mut other, &leads);
    says(&report, "One opportunity was closed before its lead came in");
    assert_eq!(won_from(&mut other, "Web"), 1);
    let again = take(&mut other, &deals);
    assert!(
        !again.notes.iter().any(|note| note.contains("came in")),
        "{:?}",
        again.notes
    );
    clean(&story);
}

#[test]
fn an_address_of_several_leads_links_where_something_else_decides() {
    let mut story = Story::new();
    let leads = format!(
        "{SOURCES}1,noreply@x.example,C,Uno,Fair,2024-01-11\n2,noreply@x.example,D,Due,Web,2024-01-12\n\
         3,z@x.example,E,,Mail,2024-01-12\n4,z@x.example,E,,Ads,2024-06-12\n"
    );
    take(&mut story, &leads);
    let report = take(
        &mut story,
        &format!(
            "{BY_EMAIL}1,Gamma,noreply@x.example,,900,Closed Won,2024-01-17,2024-03-03\n\
             2,Delta,noreply@x.example,DUE,900,Closed Won,2024-01-17,2024-03-03\n\
             3,Eta,z@x.example,,900,Closed Won,2024-02-17,2024-07-03\n"
        ),
    );
    says(
        &report,
        "One opportunity is linked to no lead, because several leads have its e-mail",
    );
    assert_eq!(report.linked, 2);
    for (source, won) in [("Fair", 0), ("Web", 1), ("Mail", 1), ("Ads", 0)] {
        assert_eq!(won_from(&mut story, source), won, "{source}");
    }
    clean(&story);
}

#[test]
fn a_lead_id_of_two_systems_links_to_the_lead_of_the_same_person() {
    let mut story = Story::new();
    take(&mut story, OF_HUBSPOT);
    take(&mut story, OF_PIPEDRIVE);
    let report = take(
        &mut story,
        "Deal ID,Deal Name,Lead ID,Contact Email,Amount,Stage\n1,Alpha,101,zoe@zed.example,100,Won\n\
         2,Beta,102,,100,Won\n3,Gamma,103,,100,Won\n",
    );
    says(&report, "several leads have its e-mail or lead id");
    assert_eq!((won_from(&mut story, "Fair"), report.linked), (json!(2), 2));
}

const AS_LEADS: &str = "\
Lead ID,Email,Last Name,Company,Lead Source,Created Date,Status
00Q1,a@x.example,A,Uno,Web,2024-01-10,Qualified
00Q2,b@x.example,B,Due,Fair,2024-01-11,Working
";
const AS_CONTACTS: &str = "\
Contact ID,Email,Last Name,Account Name,Lead Source,Created Date
0031,a@x.example,A,Uno,Mail,2024-02-20
0032,c@x.example,C,Tre,Web,2024-02-21
0033,b@x.example,Q,Quattro,Web,2024-02-21
";

#[test]
fn a_person_who_is_a_lead_and_a_contact_counts_once() {
    for files in [[AS_LEADS, AS_CONTACTS], [AS_CONTACTS, AS_LEADS]] {
        let mut story = Story::new();
        take(&mut story, files[0]);
        let report = take(&mut story, files[1]);
        says(&report, "One person is known as a lead and as a contact");
        says(&report, "One person has the e-mail of a lead or a contact");
        assert_eq!(leads(&mut story), 4);
        let page = story.call("list_leads", json!({ "source": "Web" }));
        let of_a = page["leads"].as_array().cloned().unwrap_or_default();
        let of_a = of_a
            .iter()
            .find(|lead| lead["name"] == "A")
            .cloned()
            .unwrap_or_default();
        assert_eq!(
            (&of_a["created_on"], of_a["stage"] != Value::Null),
            (&json!("2024-01-10"), true),
            "{page}"
        );
        // The next exports of both find the same person again.
        take(&mut story, files[0]);
        assert_eq!(counts(&take(&mut story, files[1]))[0], 0);
        assert_eq!(leads(&mut story), 4);
        clean(&story);
    }
}

#[test]
fn costs_of_a_month_within_a_quarter_are_the_same_money() {
    let quarter = "Campaign name,Reporting starts,Reporting ends,Amount spent (EUR),Results\n\
        Spring,2024-01-01,2024-03-31,300.00,9\nBrand,2024-01-01,2024-03-31,90.00,2\n";
    let month = "Campaign name,Reporting starts,Reporting ends,Amount spent (EUR),Results\n\
        Spring,2024-02-01,2024-02-29,120.00,4\n";
    let cost =
        |story: &mut Story| story.call("lead_funnel", json!({ "by": "campaign" }))["all"]["cost"].clone();
    let mut story = Story::new();
    says(&take(&mut story, quarter), "2 costs are for more than a month");
    let report = take(&mut story, month);
    assert_eq!(counts(&report), [0, 0, 0, 1]);
    let reason = "The cost from 1 Jan 2024 to 31 Mar 2024 is known, and this lies within it";
    assert!(report.rejected_rows[0].reason.starts_with(reason), "{report:?}");
    assert_eq!(cost(&mut story), 39_000);
    // The other way round, and in one file, nothing counts twice either.
    let mut story = Story::new();
    take(&mut story, month);
    let report = take(&mut story, quarter);
    assert_eq!((counts(&report), cost(&mut story)), ([1, 0, 0, 1], json!(21_000)));
    let mut story = Story::new();
    let january = "Spring,2024-01-01,2024-01-31,100.00,3\nSpring,2024-02-01,2024-02-29,120.00,4\n";
    let report = take(&mut story, &format!("{quarter}{january}"));
    assert_eq!((counts(&report), cost(&mut story)), ([2, 0, 0, 2], json!(39_000)));
    // Months one after the other add up; what runs into another is named.
    let mut story = Story::new();
    let header = "Campaign name,Reporting starts,Reporting ends,Amount spent (EUR)\n";
    take(
        &mut story,
        &format!("{header}Spring,2024-01-01,2024-01-31,100.00\nSpring,2024-02-01,2024-02-29,120.00\n"),
    );
    assert_eq!(cost(&mut story), 22_000);
    let report = take(
        &mut story,
        &format!("{header}Spring,2024-02-15,2024-03-14,10.00\n"),
    );
    says(&report, "look whether days count twice");
    clean(&story);
}
