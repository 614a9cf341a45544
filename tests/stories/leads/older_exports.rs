//! An export that is older than what is in: what it says of itself decides, and where nothing says which is older, the report
//! names what went back. A source is set once, whatever the next export calls the latest.

use super::*;

const NEWER: &str = "\
Opportunity ID,Name,Stage,Amount,Created Date,Close Date,Last Modified Date,Lead Source
1,A,Closed Won,100,2025-01-03,2025-03-03,2025-03-03,Web
2,B,Closed Lost,200,2025-01-04,2025-03-04,2025-03-04,Web
";
const OLDER: &str = "\
Opportunity ID,Name,Stage,Amount,Created Date,Close Date,Last Modified Date,Lead Source
1,A,Negotiation,150,2025-01-03,2025-02-28,2025-02-01,Web
2,B,Negotiation,250,2025-01-04,2025-02-28,2025-02-02,Web
";

fn all(story: &mut Story) -> Value {
    story.call("lead_funnel", json!({ "by": "source" }))["all"].clone()
}

fn said(report: &ImportReport, words: &str) -> bool {
    report.notes.iter().any(|note| note.contains(words))
}

/// The same content without a column.
fn without(content: &str, column: usize) -> String {
    content
        .lines()
        .map(|line| {
            let mut cells: Vec<&str> = line.split(',').collect();
            cells.remove(column);
            cells.join(",") + "\n"
        })
        .collect()
}

#[test]
fn an_older_export_changes_nothing_that_a_newer_one_told() {
    for files in [[NEWER, OLDER], [OLDER, NEWER]] {
        let mut story = Story::new();
        let reports = files.map(|file| import(&mut story, "deals.csv", file));
        let all = all(&mut story);
        assert_eq!(
            (&all["won"], &all["lost"], &all["open"]),
            (&json!(1), &json!(1), &json!(0))
        );
        assert_eq!(all["won_value"], 10_000);
        let [_, second] = &reports;
        assert_eq!(
            said(
                second,
                "2 opportunities were changed after this file says they were"
            ),
            files == [NEWER, OLDER],
            "{:?}",
            second.notes
        );
        clean(&story);
    }
}

#[test]
fn an_older_export_of_leads_takes_nobody_back_to_new() {
    let newer = "Lead ID,Email,Lead Source,Created Date,Status,Last Modified\n\
                 1,a@x.example,Web,2025-01-03,Converted,2025-03-01\n2,b@x.example,Web,2025-01-04,Rejected,2025-03-01\n";
    let older = "Lead ID,Email,Lead Source,Created Date,Status,Last Modified,Company\n\
                 1,a@x.example,Web,2025-01-03,New,2025-01-31,Acme\n2,b@x.example,Web,2025-01-04,New,2025-01-31,\n";
    let mut story = Story::new();
    import(&mut story, "leads.csv", newer);
    let report = import(&mut story, "leads.csv", older);
    assert!(said(&report, "(a@x.example, b@x.example)"), "{:?}", report.notes);
    let ada = lead(&mut story, "a@x")["lead"].clone();
    assert_eq!(
        (&ada["stage"], &ada["company"]),
        (&json!("converted"), &json!("Acme"))
    );
    assert_eq!(lead(&mut story, "b@x")["lead"]["stage"], "rejected");
}

#[test]
fn what_a_lead_carries_is_as_old_as_its_row() {
    let row = |stage: &str, day: &str| {
        format!(
            "Lead ID,Email,Lead Source,Created Date,Lead Status,Opportunity Name,Opportunity Amount,Opportunity Stage,Last Modified\n\
             1,a@x.example,Web,2025-01-03,Converted,Big,100,{stage},{day}\n"
        )
    };
    let mut story = Story::new();
    import(&mut story, "leads.csv", &row("Closed Won", "2025-03-01"));
    import(&mut story, "leads.csv", &row("Negotiation", "2025-02-01"));
    assert_eq!(all(&mut story)["won"], 1);
}

#[test]
fn where_nothing_says_which_is_older_what_went_back_is_named() {
    let mut story = Story::new();
    import(&mut story, "deals.csv", &without(NEWER, 6));
    let report = import(&mut story, "deals.csv", &without(OLDER, 6));
    assert!(
        said(
            &report,
            "2 opportunities were decided and are no longer, by this file: A (won, now “Negotiation”), B (lost, now “Negotiation”)."
        ),
        "{:?}",
        report.notes
    );
    assert_eq!(all(&mut story)["open"], 2);
    // What goes on says nothing of the kind.
    let mut story = Story::new();
    import(&mut story, "deals.csv", &without(OLDER, 6));
    let report = import(&mut story, "deals.csv", &without(NEWER, 6));
    assert!(!said(&report, "decided"), "{:?}", report.notes);
}

#[test]
fn a_latest_source_takes_the_place_of_none_that_was_set() {
    let first =
        "Lead ID,Email,Lead Source,Created Date\n1,a@x.example,Web,2025-01-03\n2,b@x.example,,2025-01-04\n";
    let second = "Lead ID,Email,Latest Source,Created Date\n1,a@x.example,Paid Search,2025-01-03\n2,b@x.example,Mailing,2025-01-04\n";
    let mut story = Story::new();
    let one = import(&mut story, "leads.csv", first);
    let other = import(&mut story, "leads.csv", second);
    assert_eq!(lead(&mut story, "a@x")["lead"]["source"], "Web");
    assert_eq!(lead(&mut story, "b@x")["lead"]["source"], "Mailing");
    assert!(
        said(&other, "One lead has another latest source"),
        "{:?}",
        other.notes
    );
    // The other way round the one that was set once takes its place, too.
    let mut turned = Story::new();
    import(&mut turned, "leads.csv", second);
    import(&mut turned, "leads.csv", first);
    assert_eq!(lead(&mut turned, "a@x")["lead"]["source"], "Web");
    assert_eq!(lead(&mut turned, "b@x")["lead"]["source"], "Mailing");
    // Without the first, the latest is all that is known.
    story.call("revert_import", json!({ "import": one.import }));
    assert_eq!(lead(&mut story, "a@x")["lead"]["source"], "Paid Search");
    clean(&story);
}

#[test]
fn a_file_with_all_states_of_a_record_is_not_older_than_itself() {
    let history = "Deal ID,Deal Name,Amount,Stage,Last Modified,Close Date\n\
                   1,Alpha,1000,Qualification,2024-01-01,2024-03-01\n1,Alpha,1200,Closed Won,2024-03-01,2024-03-01\n\
                   1,Alpha,1000,Negotiation,2024-02-01,2024-03-01\n";
    let mut story = Story::new();
    for _ in 0..2 {
        let report = import(&mut story, "deals.csv", history);
        assert_eq!(report.notes, Vec::<String>::new());
        assert_eq!(all(&mut story)["won_value"], 120_000);
    }
    let more = format!("{history}1,Alpha,900,Closed Lost,2024-04-01,2024-04-01\n");
    assert_eq!(import(&mut story, "deals.csv", &more).notes, Vec::<String>::new());
    assert_eq!(all(&mut story)["lost"], 1);
}
