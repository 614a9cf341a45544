//! Promises over time: each lead is held to those in force when it was handed over, and nobody breaks one before it is made.

use lockstep_tests::story::Story;
use serde_json::{Value, json};

use super::{agree, begun, criterion, promise};
use crate::leads::import;

const HEADER: &str =
    "Lead ID,Name,Email,Lead Source,Handed over on,First contact on,Lead Status,Accepted,Decided on\n";

fn lead(id: u32, given: &str, touched: &str, stage: &str, decided: &str) -> String {
    let accepted = if decided.is_empty() { "" } else { "yes" };
    format!("{id},Lead {id},lead{id}@x.example,Web,{given},{touched},{stage},{accepted},{decided}\n")
}

fn csv(leads: &[String]) -> String {
    format!("{HEADER}{}", leads.concat())
}

/// On time, late, overdue, not due yet, cannot be told.
fn counts(sides: &Value, kind: &str) -> Vec<i64> {
    let promises = sides.as_array().into_iter().flatten();
    let promise = promises
        .flat_map(|side| side["promises"].as_array().cloned().unwrap_or_default())
        .find(|promise| promise["kind"] == kind)
        .unwrap_or_else(|| panic!("{kind} is not promised: {sides}"));
    ["on_time", "late", "overdue", "not_yet_due", "cannot_be_told"]
        .iter()
        .filter_map(|key| promise[*key].as_i64())
        .collect()
}

#[test]
fn promises_begin_when_they_are_signed_and_what_was_before_is_told_apart() {
    let mut story = Story::new();
    let leads = [
        lead(1, "2026-03-02", "2026-03-03", "Working", ""),
        lead(2, "2026-03-02", "2026-03-12", "Working", ""),
        lead(3, "2026-03-02", "", "New", ""),
    ];
    import(&mut story, "leads.csv", &csv(&leads));
    begun(&mut story);
    criterion(&mut story, json!({ "field": "email", "test": "known" }));
    promise(&mut story, "first_touch", 1);
    let draft = story.call("promises_kept", json!({}));
    assert_eq!(
        (&draft["version"], &draft["since"], &draft["before"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    assert_eq!(counts(&draft["sides"], "first_touch"), [1, 1, 1, 0, 0]);

    agree(&mut story);
    let signed = story.call("promises_kept", json!({}));
    assert_eq!(
        (&signed["version"], &signed["since"]),
        (&json!(1), &json!("2026-11-22"))
    );
    assert_eq!(
        (&signed["leads"], &signed["before"]["leads"]),
        (&json!(0), &json!(3))
    );
    assert_eq!(counts(&signed["sides"], "first_touch"), [0, 0, 0, 0, 0]);
    assert_eq!(
        counts(&signed["before"]["sides"], "first_touch"),
        [1, 1, 1, 0, 0],
        "had they applied"
    );
    let kept = &signed["sides"][1]["kept"];
    assert_eq!(
        kept["basis_points"],
        Value::Null,
        "nothing was promised to them: {kept}"
    );
}

#[test]
fn a_new_version_does_not_change_what_was_kept_under_the_one_before() {
    let mut story = Story::new();
    begun(&mut story);
    criterion(&mut story, json!({ "field": "email", "test": "known" }));
    promise(&mut story, "first_touch", 1);
    agree(&mut story);
    // On Monday 30 November one day is promised; eleven days later, ten.
    story.days_later(19);
    let leads = [
        lead(1, "2026-11-30", "2026-12-01", "Working", ""),
        lead(2, "2026-11-30", "2026-12-04", "Working", ""),
        lead(3, "2026-11-30", "", "New", ""),
    ];
    import(&mut story, "leads.csv", &csv(&leads));
    let before = story.call("promises_kept", json!({}));
    assert_eq!(counts(&before["sides"], "first_touch"), [1, 1, 1, 0, 0]);
    promise(&mut story, "first_touch", 10);
    agree(&mut story);
    let after = story.call("promises_kept", json!({}));
    assert_eq!(after["version"], 2);
    assert_eq!(counts(&after["sides"], "first_touch"), [1, 1, 1, 0, 0]);
    let lost = story.call("lost_or_ignored", json!({ "by": "source" }));
    assert_eq!(
        lost["all"]["untouched_overdue"], 1,
        "it was to be contacted within a day"
    );

    story.days_later(3);
    let late = [
        lead(4, "2026-12-11", "2026-12-14", "Working", ""),
        lead(5, "2026-12-11", "", "New", ""),
    ];
    import(&mut story, "more.csv", &csv(&late));
    let after = story.call("promises_kept", json!({}));
    assert_eq!(
        counts(&after["sides"], "first_touch"),
        [2, 1, 1, 1, 0],
        "the new ones have ten days"
    );
    let lost = story.call("lost_or_ignored", json!({ "by": "source" }));
    assert_eq!(
        (&lost["all"]["untouched"], &lost["all"]["untouched_overdue"]),
        (&json!(2), &json!(1)),
        "what is not yet due is not ignored"
    );
    assert_eq!(
        lost["ignored_after"],
        json!({ "working_days": 10, "is_promised": true })
    );
    let list = story.call("list_leads", json!({ "lost_or_ignored": true }));
    assert_eq!(list["total"], lost["all"]["lost_or_ignored"]["part"]);
}

#[test]
fn months_without_an_accepted_lead_count_and_are_no_leads() {
    let mut story = Story::new();
    let leads = [
        lead(1, "2026-01-12", "2026-01-13", "Accepted", "2026-01-14"),
        lead(2, "2026-04-13", "2026-04-14", "Accepted", "2026-04-15"),
        lead(3, "2026-05-12", "2026-05-13", "Working", ""),
    ];
    import(&mut story, "leads.csv", &csv(&leads));
    begun(&mut story);
    promise(&mut story, "accepted_leads", 1);
    let draft = story.call("promises_kept", json!({}));
    // January and April have one; February, March and May have none; of June and later no file tells.
    assert_eq!(counts(&draft["sides"], "accepted_leads"), [2, 0, 3, 0, 0]);
    let marketing = &draft["sides"][0];
    let of_leads: i64 = marketing["promises"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|promise| promise["counted"] == "leads")
        .filter_map(|promise| promise["kept"]["n"].as_i64())
        .sum();
    assert_eq!(marketing["kept"]["n"], of_leads, "months are not added to leads");
}

#[test]
fn where_the_file_cannot_tell_nothing_is_called_overdue() {
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Name,Lead Source,Created Date\n1,Ada,Web,2026-03-02\n2,Ben,Web,2026-03-02\n3,Cleo,Web,2026-03-02\n",
    );
    import(
        &mut story,
        "deals.csv",
        "Opportunity ID,Lead ID,Deal Name,Stage\nO-1,1,One,Closed Won\n",
    );
    begun(&mut story);
    promise(&mut story, "first_touch", 1);
    promise(&mut story, "decision", 5);
    let kept = story.call("promises_kept", json!({}));
    for kind in ["first_touch", "decision"] {
        assert_eq!(counts(&kept["sides"], kind), [0, 0, 0, 0, 3], "{kind}");
    }
    let all = story.call("lead_funnel", json!({ "by": "source" }))["all"].clone();
    assert_eq!(
        (&all["untouched"], &all["abandoned"], &all["unknown"]),
        (&Value::Null, &Value::Null, &json!(2))
    );
    assert_eq!(all["lost_or_ignored"]["basis_points"], Value::Null);
    assert_eq!((&all["accepted"], &all["rejected"]), (&json!(1), &Value::Null));
    assert_eq!((&all["won"], &all["lost"]), (&json!(1), &Value::Null));
    assert_eq!(
        (&all["win_rate"]["basis_points"], &all["win_rate"]["because"]),
        (&Value::Null, &json!("No file says what was lost.")),
        "all that is known of being won is no rate"
    );
    assert_eq!(
        all["acceptance"]["because"],
        "No file says which leads sales rejected."
    );
}

#[test]
fn a_day_without_a_decision_decides_nothing_and_what_is_closed_out_is_decided() {
    let mut story = Story::new();
    let leads = "1,A,a@x.example,Web,2026-03-02,2026-03-03,Working,,2026-03-04\n\
                 2,B,b@x.example,Web,2026-03-02,2026-03-03,Disqualified,,2026-03-04\n\
                 3,C,c@x.example,Web,2026-03-02,2026-03-03,Disqualified,,\n";
    import(&mut story, "leads.csv", &csv(&[leads.to_string()]));
    begun(&mut story);
    promise(&mut story, "decision", 5);
    let kept = story.call("promises_kept", json!({}));
    assert_eq!(counts(&kept["sides"], "decision"), [1, 0, 1, 0, 1]);
}

#[test]
fn needed_information_of_which_none_is_asked_is_neither_given_nor_withheld() {
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        &csv(&[lead(1, "2026-03-02", "", "New", "")]),
    );
    begun(&mut story);
    let kept = story.call("promises_kept", json!({}));
    let given = kept["sides"][0]["promises"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|promise| promise["kind"] == "information_given")
        .cloned()
        .unwrap_or_default();
    assert_eq!(
        (&given["kept"]["n"], &given["kept"]["basis_points"]),
        (&json!(0), &Value::Null)
    );
    assert!(
        given["why_not"]
            .as_str()
            .is_some_and(|why| why.contains("asks for no information")),
        "{given}"
    );
}

#[test]
fn what_cannot_have_happened_on_its_day_is_no_promise_kept() {
    let mut story = Story::new();
    begun(&mut story);
    promise(&mut story, "first_touch", 2);
    promise(&mut story, "reason_given", 0);
    let report = import(
        &mut story,
        "leads.csv",
        "Lead ID,Last Name,Lead Source,Created Date,First Contact Date,Status,Accepted,Accepted Date,Reason\n\
         1,A,Web,2026-03-10,2025-03-10,Accepted,Yes,2025-03-11,\n\
         2,B,Web,2026-03-11,2034-03-11,Accepted,Yes,2034-03-12,\n\
         3,C,Web,2026-03-12,2026-03-13,Rejected,No,2026-03-13,wrong branch of the moon\n",
    );
    // A was contacted a year before it came in, B in a year that has not come.
    assert_eq!(
        report.notes,
        [
            "One date of a first contact lies after today, so it is unknown.",
            "One date of a decision lies after today, so it is unknown.",
        ]
    );
    let kept = story.call("promises_kept", json!({}));
    assert_eq!(counts(&kept["sides"], "first_touch"), [1, 0, 0, 0, 2]);
    // C has a reason, though no term fits it, and it stands where the lead is shown.
    assert_eq!(counts(&kept["sides"], "reason_given")[..3], [1, 0, 0]);
    let page = story.call("list_leads", json!({ "text": "C" }));
    assert_eq!(page["leads"][0]["reason_said"], "wrong branch of the moon");
}
