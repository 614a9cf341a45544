//! An import is taken back, and what was done since stays.

use super::*;

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
    let done = story.call("revert_import", json!({ "import": id }));
    assert_eq!(
        done,
        json!({ "removed": 1, "restored": 4, "kept_edited": 0, "kept_changed_later": 0 })
    );
    assert_eq!(rows(&mut story), before);
    clean(&story);
    let refused = story.refused("revert_import", json!({ "import": id }));
    assert!(refused.message.contains("taken back already"), "{refused:?}");
    assert!(story.call("list_imports", json!({}))[0]["taken_back_at"].is_string());
}

#[test]
fn leads_that_are_taken_back_let_go_of_their_opportunities() {
    let mut story = Story::new();
    import(&mut story, "deals.csv", DEALS);
    let before = rows(&mut story);
    let report = import(&mut story, "leads.csv", LEADS);
    story.call("revert_import", json!({ "import": report.import }));
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
    let done = story.call("revert_import", json!({ "import": report.import }));
    assert_eq!((&done["removed"], &done["kept_edited"]), (&json!(5), &json!(1)));
    assert_eq!(lead(&mut story, "dan@four")["lead"]["source"], "Web");
    clean(&story);
}

#[test]
fn what_a_later_import_told_stays_until_that_is_taken_back() {
    let mut story = Story::new();
    let first = import(&mut story, "leads.csv", LEADS);
    let second = import(&mut story, "leads.csv", &LEADS.replace("Working", "New"));
    let done = story.call("revert_import", json!({ "import": first.import }));
    assert_eq!(
        (&done["removed"], &done["kept_changed_later"]),
        (&json!(0), &json!(6))
    );
    assert_eq!(lead(&mut story, "dan@four")["lead"]["stage"], "new");
    let done = story.call("revert_import", json!({ "import": second.import }));
    assert_eq!(done["removed"], 6);
    assert_eq!(rows(&mut story), "");
    clean(&story);
}
