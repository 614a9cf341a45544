//! Which record a row is: the same under another spelling of its id, another one under the same id, and deals without ids.

use super::*;

/// Takes a file in that leaves nothing to be asked.
#[track_caller]
fn take(story: &mut Story, content: &str) -> ImportReport {
    let file = own_file(story, "export.csv", content);
    let looked = file.look(&mut |_, _| true).expect("it is looked through");
    let proposed = story
        .workspace
        .propose_import(&looked, None)
        .expect("it is recognised");
    story
        .workspace
        .import(&file, &looked, &proposed, &mut |_, _| true)
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
