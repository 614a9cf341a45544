//! A file is taken in, and the next export of the same leads.

use super::*;
use lockstep_core::leads::importing::{ImportFiles, PreviewImport};

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
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("it is recognised");
    let preview = story
        .workspace
        .preview_import(&file, &surveyed, &proposed, &mut |_, _| true)
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
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("it is recognised");
    let mut asked = 0;
    let stopped = story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| {
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
    // It tells of the file, and not of the notes that we keep beside it.
    let open = story.call("open_entry", json!({ "entry": entry["id"] }));
    let tables: Vec<String> = open["fields"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|field| text(&field["table"]))
        .collect();
    assert!(
        !tables.is_empty() && tables.iter().all(|table| table == "import"),
        "{tables:?}"
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
    story.call("revert_import", json!({ "import": report.import }));
    assert_eq!(rows(&mut story), "");
}

/// The digests of new rows are taken from what was handed to SQLite; a check takes them from what stands in the file.
#[test]
fn what_a_file_adds_is_digested_as_it_is_kept() {
    let mut story = Story::new();
    let header = "Lead ID,Name,Email,Company,Lead Source,Lead Owner,Created Date,Lead Status,Last Modified,Remark,\
                  Opportunity Value,Opportunity Stage,Close Date\n";
    let lead = |id: usize, name: &str, status: &str, modified: &str| {
        format!(
            "{id},\"{name}\",{id}@one.example,\"{name}\",Web,Kim,2026-01-10,{status},{modified},\"{name}\",\
             1200,Closed Won,2026-03-10\n"
        )
    };
    let long = "Anna ".repeat(2_000);
    let names = [
        "Zoë",
        "\u{fffe}\u{ffff}",
        "\u{feff}Ann",
        "a\r\nb",
        "e\u{301}",
        "12",
        "'; DROP TABLE lead; --",
        "👩‍👩‍👧",
        "x'00'",
        long.trim(),
    ];
    let all = |status: &str, modified: &str| -> String {
        let leads = (1..).zip(names);
        leads.map(|(id, name)| lead(id, name, status, modified)).collect()
    };
    // One of them once more, in a later state: the row that this file added is edited.
    let later = lead(3, "Ann", "Converted", "2026-02-02");
    let report = import(
        &mut story,
        "leads.csv",
        &format!("{header}{}{later}", all("New", "2026-02-01")),
    );
    assert_eq!(counts(&report), [10, 0, 0, 1], "{:?}", report.rejected_rows);
    clean(&story);
    let further = lead(11, "Eve", "New", "2026-02-03");
    let report = import(
        &mut story,
        "leads.csv",
        &format!("{header}{}{further}", all("Working", "2026-02-03")),
    );
    assert_eq!(counts(&report), [1, 10, 0, 0], "{:?}", report.rejected_rows);
    clean(&story);
    story.call("revert_import", json!({ "import": report.import }));
    clean(&story);
}
