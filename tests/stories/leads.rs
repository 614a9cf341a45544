//! Exported files are taken in, taken in again, and taken back; what became of the leads is counted.

use std::path::PathBuf;

use lockstep_core::{
    Error,
    leads::{
        importing::{DataFile, ImportReport, ReadBy},
        recognition::Use,
    },
};
use lockstep_tests::{
    processes::program,
    story::{Story, text},
};
use serde_json::{Value, json};

const LEADS: &str = "\
Lead ID,Name,Email,Company,Lead Source,Lead Owner,Created Date,Lead Status,Reason,Opportunity ID,Employees,VIP
1,Ada,ada@one.example,One,Web,Kim,2026-01-10,Converted,,O-1,250,yes
2,Ben,ben@two.example,Two,Web,Kim,2026-02-11,New,,,12,no
3,Cleo,cleo@three.example,Three,Trade Show,Lou,2026-05-12,Disqualified,Abandoned,,,no
4,Dan,dan@four.example,Four,,Lou,2026-05-13,Working,,,80,no
5,Eve,eve@five.example,Five,Trade Show,Lou,2026-06-14,Accepted,,,9000,yes
6,Finn,finn@six.example,Six,Trade Show,Lou,2026-06-15,Rejected,No Budget,,7,no
";
const DEALS: &str = "\
Opportunity ID,Deal Name,Amount,Stage,Created Date,Close Date,Contact Email
O-1,One big,\"1,200.50\",Closed Won,2026-01-20,2026-03-21,
O-2,Five first,300,Closed Lost,2026-06-20,2026-07-01,EVE@five.example
O-3,Nobody knows,50,Negotiation,2026-07-01,,
";
const COSTS: &str = "\
Lead Source,Month,Cost
Web,2026-01,100
Web,2026-01,20
Trade Show,2026-05,\"3,000\"
";

fn file(story: &Story, name: &str, content: &str) -> DataFile {
    let path: PathBuf = story.folder().join(name);
    std::fs::write(&path, content).expect("a file");
    let reader = program("lockstep-cli").expect("the reader is built");
    DataFile::new(&path, Default::default()).read_by(ReadBy::Child(Some(reader)))
}

fn try_import(story: &mut Story, name: &str, content: &str) -> Result<ImportReport, Error> {
    let file = file(story, name, content);
    let looked = file.look(&mut |_, _| true)?;
    let proposed = story.workspace.propose_import(&looked, None)?;
    story
        .workspace
        .import(&file, &looked, &proposed, &mut |_, _| true)
}

#[track_caller]
fn import(story: &mut Story, name: &str, content: &str) -> ImportReport {
    try_import(story, name, content).unwrap_or_else(|error| panic!("{name} was refused: {error:?}"))
}

fn counts(report: &ImportReport) -> [i64; 4] {
    [report.added, report.updated, report.unchanged, report.rejected]
}

/// All rows of leads, opportunities and costs.
fn rows(story: &mut Story) -> String {
    let of_files = |line: &&str| {
        ["lead ", "opportunity ", "cost "]
            .iter()
            .any(|table| line.starts_with(table))
    };
    let state = story.state();
    state.lines().filter(of_files).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn clean(story: &Story) {
    let report = story.workspace.check().expect("it can be checked");
    assert!(report.ok, "{:?}", report.problems);
}

fn lead(story: &mut Story, name: &str) -> Value {
    let page = story.call("list_leads", json!({ "text": name }));
    assert_eq!(page["total"], 1, "{page}");
    let id = page["leads"][0]["id"].clone();
    story.call("open_lead", json!({ "id": id }))
}

fn edit(story: &mut Story, name: &str, change: Value) {
    let id = lead(story, name)["lead"]["id"].clone();
    story.call("edit_lead", json!({ "id": id, "change": change }));
}

#[test]
fn what_a_file_says_becomes_leads_in_our_terms() {
    let mut story = Story::new();
    let report = import(&mut story, "leads.csv", LEADS);
    assert_eq!((counts(&report), report.source_missing), ([6, 0, 0, 0], 1));
    let cleo = lead(&mut story, "cleo");
    assert_eq!(
        (
            &cleo["lead"]["stage"],
            &cleo["lead"]["reason"],
            &cleo["lead"]["source"]
        ),
        (&json!("disqualified"), &json!("abandoned"), &json!("Trade Show"))
    );
    let ada = lead(&mut story, "ada@one");
    assert_eq!(
        ada["lead"]["attributes"],
        json!({ "Employees": 250, "VIP": true })
    );
    assert_eq!(ada["import"]["file_name"], "leads.csv");
    let without = story.call("list_leads", json!({ "source": "" }));
    assert_eq!(without["leads"][0]["name"], "Dan");
    clean(&story);
}

#[test]
fn taking_the_same_file_in_twice_changes_nothing() {
    let mut story = Story::new();
    for (name, content) in [("leads.csv", LEADS), ("deals.csv", DEALS), ("costs.csv", COSTS)] {
        import(&mut story, name, content);
    }
    let (before, imports) = (story.state(), story.call("list_imports", json!({})));
    for (name, content) in [("leads.csv", LEADS), ("deals.csv", DEALS), ("costs.csv", COSTS)] {
        let again = import(&mut story, name, content);
        assert_eq!((again.added, again.updated, again.rejected), (0, 0, 0), "{name}");
        assert!(
            again.unchanged > 0 && again.import.is_none() && again.remembered,
            "{name}"
        );
    }
    assert_eq!(story.state(), before);
    assert_eq!(story.call("list_imports", json!({})), imports);
}

#[test]
fn a_later_export_updates_by_id_and_adds_what_is_new() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    let later = LEADS.replace(
        "2,Ben,ben@two.example,Two,Web,Kim,2026-02-11,New",
        "2,Ben,ben@two.example,Two,Web,Kim,2026-02-11,Working",
    ) + "7,Gil,gil@seven.example,Seven,Web,Kim,2026-07-01,New,,,1,no\n";
    let report = import(&mut story, "leads.csv", &later);
    assert_eq!(counts(&report), [1, 1, 5, 0]);
    assert_eq!(lead(&mut story, "ben@two")["lead"]["stage"], "working");
    clean(&story);
}

#[test]
fn without_ids_a_lead_is_known_by_its_email_and_company() {
    let mut story = Story::new();
    let plain = "Name,Email,Company,Lead Source\nAda,Ada@one.example,One,Web\nBen,ben@two.example,Two,Web\n";
    import(&mut story, "leads.csv", plain);
    let again = import(
        &mut story,
        "leads.csv",
        "Name,Email,Company,Lead Source\nAda L.,ada@one.example,ONE,Web\nAda,ada@one.example,Other,Web\n",
    );
    assert_eq!(counts(&again), [1, 1, 0, 0]);
    // An export with ids makes the same leads known by id.
    let with_ids = import(
        &mut story,
        "ids.csv",
        "Lead ID,Name,Email,Company,Lead Source\n77,Ben,ben@two.example,Two,Web\n",
    );
    assert_eq!(counts(&with_ids), [0, 1, 0, 0]);
    assert_eq!(lead(&mut story, "ben@two")["lead"]["external_id"], "77");
}

#[test]
fn a_preview_counts_exactly_and_changes_nothing() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", &LEADS.replace("Working", "New"));
    let before = story.state();
    let file = file(&story, "leads.csv", LEADS);
    let looked = file.look(&mut |_, _| true).expect("it is looked through");
    let proposed = story
        .workspace
        .propose_import(&looked, None)
        .expect("it is recognised");
    let preview = story
        .workspace
        .preview_import(&file, &looked, &proposed, &mut |_, _| true)
        .expect("a preview");
    assert_eq!((counts(&preview), preview.import.is_none()), ([0, 1, 5, 0], true));
    assert_eq!(story.state(), before);
    let done = import(&mut story, "leads.csv", LEADS);
    assert_eq!(counts(&done), counts(&preview));
}

#[test]
fn an_import_that_is_stopped_leaves_nothing() {
    let mut story = Story::new();
    let before = story.state();
    let history = story.call("history", json!({}));
    let file = file(&story, "leads.csv", LEADS);
    let looked = file.look(&mut |_, _| true).expect("it is looked through");
    let proposed = story
        .workspace
        .propose_import(&looked, None)
        .expect("it is recognised");
    let mut asked = 0;
    let stopped = story
        .workspace
        .import(&file, &looked, &proposed, &mut |_, _| {
            asked += 1;
            asked < 2
        })
        .expect_err("stopped");
    assert_eq!(
        (stopped.message.as_str(), asked),
        ("Stopped. Nothing was taken in.", 2)
    );
    assert_eq!(
        (story.state(), story.call("history", json!({}))),
        (before, history)
    );
    // The journal watches single changes again.
    import(&mut story, "leads.csv", LEADS);
    edit(&mut story, "ada@one", json!({ "campaign": "Spring" }));
    clean(&story);
}

#[test]
fn an_import_is_one_line_of_the_history_and_its_single_edits_can_be_undone() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    let entry = story.call("history", json!({}))["entries"][0].clone();
    assert_eq!(
        (text(&entry["summary"]), text(&entry["kind"])),
        ("Take in leads from “leads.csv”".into(), "milestone".into())
    );
    let before = rows(&mut story);
    edit(&mut story, "dan@four", json!({ "source": "Web" }));
    assert_ne!(rows(&mut story), before);
    story.call("undo", json!({}));
    assert_eq!(rows(&mut story), before);
    // Undo does not reach behind the import.
    story.refused("undo", json!({}));
    clean(&story);
}

#[test]
fn an_import_that_is_taken_back_leaves_every_row_as_it_was() {
    let mut story = Story::new();
    import(&mut story, "deals.csv", DEALS);
    import(&mut story, "leads.csv", &LEADS.replace("Working", "New"));
    let before = rows(&mut story);
    let changed = LEADS.replace("Trade Show", "Event")
        + "8,Hal,hal@eight.example,Eight,Web,Kim,2026-07-02,New,,O-3,1,no\n";
    let report = import(&mut story, "leads.csv", &changed);
    assert_eq!(counts(&report), [1, 4, 2, 0]);
    assert_eq!(report.linked, 3);
    let id = report.import.expect("it was taken in");
    let done = story.call("take_back_import", json!({ "import": id }));
    assert_eq!(
        done,
        json!({ "removed": 1, "restored": 4, "kept_edited": 0, "kept_changed_later": 0 })
    );
    assert_eq!(rows(&mut story), before);
    clean(&story);
    let refused = story.refused("take_back_import", json!({ "import": id }));
    assert!(refused.message.contains("taken back already"), "{refused:?}");
    assert!(story.call("list_imports", json!({}))[0]["taken_back_at"].is_string());
}

#[test]
fn leads_that_are_taken_back_let_go_of_their_opportunities() {
    let mut story = Story::new();
    import(&mut story, "deals.csv", DEALS);
    let before = rows(&mut story);
    let report = import(&mut story, "leads.csv", LEADS);
    story.call("take_back_import", json!({ "import": report.import }));
    assert_eq!(rows(&mut story), before);
    clean(&story);
}

#[test]
fn what_was_edited_since_stays_when_an_import_is_taken_back() {
    let mut story = Story::new();
    let report = import(&mut story, "leads.csv", LEADS);
    edit(&mut story, "dan@four", json!({ "source": "Web" }));
    // Edited and undone is not edited.
    edit(&mut story, "finn@six", json!({ "source": "Web" }));
    story.call("undo", json!({}));
    let done = story.call("take_back_import", json!({ "import": report.import }));
    assert_eq!((&done["removed"], &done["kept_edited"]), (&json!(5), &json!(1)));
    assert_eq!(lead(&mut story, "dan@four")["lead"]["source"], "Web");
    clean(&story);
}

#[test]
fn what_a_later_import_changed_stays_until_that_is_taken_back() {
    let mut story = Story::new();
    let first = import(&mut story, "leads.csv", LEADS);
    let second = import(&mut story, "leads.csv", &LEADS.replace("Working", "New"));
    let done = story.call("take_back_import", json!({ "import": first.import }));
    assert_eq!(
        (&done["removed"], &done["kept_changed_later"]),
        (&json!(5), &json!(1))
    );
    let done = story.call("take_back_import", json!({ "import": second.import }));
    assert_eq!(done["restored"], 1);
    assert_eq!(lead(&mut story, "dan@four")["lead"]["stage"], "working");
    clean(&story);
}

#[test]
fn what_was_changed_by_hand_is_not_overwritten_by_the_next_export() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    edit(&mut story, "dan@four", json!({ "source": "Web" }));
    let same = import(&mut story, "leads.csv", LEADS);
    assert_eq!((counts(&same), same.conflicts), ([0, 0, 6, 0], 0));
    let other = LEADS.replace(
        "4,Dan,dan@four.example,Four,,Lou,2026-05-13,Working",
        "4,Dan,dan@four.example,Four,Fax,Lou,2026-05-13,New",
    );
    let report = import(&mut story, "leads.csv", &other);
    assert_eq!((counts(&report), report.conflicts), ([0, 1, 5, 0], 1));
    let dan = lead(&mut story, "dan@four");
    assert_eq!(
        (&dan["lead"]["source"], &dan["lead"]["stage"]),
        (&json!("Web"), &json!("new"))
    );
    clean(&story);
}

#[test]
fn opportunities_find_their_leads_whichever_file_came_first() {
    let linked = |first: (&str, &str), second: (&str, &str)| {
        let mut story = Story::new();
        import(&mut story, first.0, first.1);
        import(&mut story, second.0, second.1);
        clean(&story);
        ["ada@one", "eve@five", "ben@two"].map(|name| {
            let view = lead(&mut story, name);
            view["opportunities"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|deal| text(&deal["external_id"]))
                .collect::<Vec<_>>()
        })
    };
    let (leads, deals) = (("leads.csv", LEADS), ("deals.csv", DEALS));
    assert_eq!(linked(leads, deals), linked(deals, leads));
    // By the id that the lead names, and by e-mail however it is written.
    assert_eq!(linked(leads, deals), [vec!["O-1"], vec!["O-2"], vec![]]);
}

#[test]
fn a_leads_row_may_tell_of_its_opportunity() {
    let mut story = Story::new();
    let content = "\
Lead ID,Email,Lead Source,Created Date,Status,Opportunity Value,Opportunity Stage,Close Date
1,ada@one.example,Web,2026-01-10,Converted,1200,Closed Won,2026-03-10
2,ben@two.example,Web,2026-01-11,New,,,
";
    let report = import(&mut story, "leads.csv", content);
    assert_eq!((counts(&report), report.opportunities), ([2, 0, 0, 0], 1));
    let ada = lead(&mut story, "ada@one");
    assert_eq!(
        (
            &ada["opportunities"][0]["outcome"],
            &ada["opportunities"][0]["value"]
        ),
        (&json!("won"), &json!(120_000))
    );
    assert_eq!(counts(&import(&mut story, "leads.csv", content)), [0, 0, 2, 0]);
    story.call("take_back_import", json!({ "import": report.import }));
    assert_eq!(rows(&mut story), "");
}

#[test]
fn days_that_can_be_read_both_ways_are_asked_for() {
    let mut story = Story::new();
    let content = "Lead ID,Lead Source,Created Date\n1,Web,01/02/2026\n2,Web,03/04/2026\n";
    let refused = try_import(&mut story, "leads.csv", content).expect_err("it asks");
    assert_eq!(refused.field.as_deref(), Some("dates"));
    assert!(refused.message.contains("“Created Date”"), "{refused:?}");
    assert!(
        refused
            .hint
            .is_some_and(|hint| hint.contains("dmy") && hint.contains("mdy"))
    );

    let file = file(&story, "leads.csv", content);
    let looked = file.look(&mut |_, _| true).expect("it is looked through");
    let mut proposed = story
        .workspace
        .propose_import(&looked, None)
        .expect("it is recognised");
    proposed
        .choice
        .read_days(lockstep_intake::DayOrder::Dmy, &looked.survey);
    story
        .workspace
        .import(&file, &looked, &proposed, &mut |_, _| true)
        .expect("it is answered");
    let latest = story.call("list_leads", json!({ "limit": 1 }));
    assert_eq!(latest["leads"][0]["created_on"], "2026-04-03");
    // The answer is remembered with the file's shape.
    let next = import(
        &mut story,
        "next.csv",
        "Lead ID,Lead Source,Created Date\n3,Web,05/06/2026\n",
    );
    assert!(next.remembered);
    let latest = story.call("list_leads", json!({ "limit": 1 }));
    assert_eq!(latest["leads"][0]["created_on"], "2026-06-05");
}

#[test]
fn a_file_whose_rows_nothing_tells_apart_is_refused_with_what_would() {
    let mut story = Story::new();
    let refused = try_import(
        &mut story,
        "leads.csv",
        "Lead Source,Created Date,Lead Status\nWeb,2026-01-01,New\nWeb,2026-01-02,New\n",
    )
    .expect_err("nothing tells them apart");
    assert!(
        refused.message.contains("Nothing tells one row from another"),
        "{refused:?}"
    );
    assert!(refused.hint.is_some_and(|hint| hint.contains("Lead id; E-mail")));
    assert_eq!(rows(&mut story), "");
}

#[test]
fn a_column_and_a_value_can_mean_what_somebody_says() {
    let mut story = Story::new();
    let content = "Lead ID,Lead Source,Where from,Created Date,Lead Status\n\
                   1,x,Web,2026-01-01,Zzz\n2,y,Fair,2026-01-02,New\n3,y,unknown,2026-01-03,New\n";
    let file = file(&story, "leads.csv", content);
    let looked = file.look(&mut |_, _| true).expect("it is looked through");
    let mut proposed = story
        .workspace
        .propose_import(&looked, None)
        .expect("it is recognised");
    let (choice, survey) = (&mut proposed.choice, &looked.survey);
    let source = lockstep_core::leads::Field::Source;
    choice
        .give(source, "Where from", survey)
        .expect("there is such a column");
    choice
        .take_from("lead source", Use::LeftOut, survey)
        .expect("and such");
    choice
        .mean(lockstep_core::leads::Field::Stage, "Zzz", Some("recycled"))
        .expect("a term");
    choice.mean(source, "unknown", None).expect("it means nothing");
    let wrong = choice
        .mean(lockstep_core::leads::Field::Stage, "Zzz", Some("asleep"))
        .expect_err("no term");
    assert!(wrong.hint.is_some_and(|hint| hint.contains("recycled")));
    let wrong = choice.give(source, "Nowhere", survey).expect_err("no column");
    assert!(wrong.hint.is_some_and(|hint| hint.contains("Where from")));
    let report = story
        .workspace
        .import(&file, &looked, &proposed, &mut |_, _| true)
        .expect("it is taken in");
    assert_eq!(
        (counts(&report), report.source_missing, report.untranslated),
        ([3, 0, 0, 0], 1, vec![])
    );
    // The next export of the same shape is read the same way without a word.
    let next = import(&mut story, "next.csv", &content.replace("1,x,Web", "9,x,Mail"));
    assert_eq!((counts(&next), next.remembered), ([1, 0, 2, 0], true));
    let page = story.call("list_leads", json!({ "source": "Mail" }));
    assert_eq!(page["leads"][0]["stage"], "recycled");
}

#[test]
fn rows_that_cannot_be_read_are_listed_and_the_others_go_in() {
    let mut story = Story::new();
    let mut content = String::from("Lead ID,Lead Source,Created Date\n");
    for id in 1..=60 {
        content += &format!("{id},Web,2026-01-10\n");
    }
    content += "61,Web,soon\n5,Web,2026-01-11\n,Web,2026-01-12\n62,Web,2026-01-13,too,much\n";
    let report = import(&mut story, "leads.csv", &content);
    assert_eq!(counts(&report), [60, 0, 0, 4]);
    let said: Vec<_> = report
        .rejected_rows
        .iter()
        .map(|row| {
            (
                row.row,
                row.column.as_deref(),
                row.value.as_str(),
                row.reason.as_str(),
            )
        })
        .collect();
    assert_eq!(said[0], (62, Some("Created Date"), "soon", "This is no day."));
    assert_eq!(said[1].0, 63);
    assert!(said[1].3.contains("stands in row 6 already"), "{said:?}");
    assert!(
        said[2].3.contains("Nothing tells this row from others"),
        "{said:?}"
    );
    assert!(said[3].3.contains("more cells than the 3 columns"), "{said:?}");
}

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

#[test]
fn what_is_no_list_of_leads_is_refused_with_what_it_looks_like() {
    let mut story = Story::new();
    let refused = try_import(
        &mut story,
        "products.csv",
        "Product Code,Product,List Price,Category\nA-1,Gear,12.00,Parts\nA-2,Bolt,0.50,Parts\n",
    )
    .expect_err("no leads");
    assert_eq!(refused.field.as_deref(), Some("kind"));
    assert!(refused.message.contains("products and prices"), "{refused:?}");
}
