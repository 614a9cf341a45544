//! The verdict on a lead.

use lockstep_tests::story::Story;
use serde_json::{Value, json};

use super::{begun, criterion, edit, required, verdict};

#[test]
fn unknown_is_never_silently_false() {
    let mut story = Story::new();
    begun(&mut story);
    required(&mut story, "attribute:Employees", 50);
    let judged = verdict(&mut story, json!({ "attribute:Employees": 120 }));
    assert_eq!(
        (&judged["verdict"], &judged["because"]),
        (&json!("qualified"), &json!("It meets all that is asked."))
    );
    let judged = verdict(&mut story, json!({}));
    assert_eq!(judged["verdict"], "not_yet");
    assert_eq!(judged["because"], "Not known yet: Employees.");
    assert_eq!(judged["criteria"][0]["met"], Value::Null);
    let judged = verdict(&mut story, json!({ "attribute:Employees": 12 }));
    assert_eq!(judged["verdict"], "not_qualified");
    assert_eq!(
        judged["because"],
        "It is asked that Employees is known and at least 50."
    );
}

#[test]
fn what_is_typed_is_understood_as_it_is_written() {
    let mut story = Story::new();
    begun(&mut story);
    required(&mut story, "attribute:Employees", 1_000);
    for said in [json!("1,200"), json!("1 200"), json!(1200)] {
        assert_eq!(
            verdict(&mut story, json!({ "employees": said }))["verdict"],
            "qualified",
            "{said}"
        );
    }
    assert_eq!(
        verdict(&mut story, json!({ "Employees": "many" }))["verdict"],
        "not_yet"
    );
}

#[test]
fn a_disqualifier_says_why_a_lead_is_none() {
    let mut story = Story::new();
    begun(&mut story);
    criterion(
        &mut story,
        json!({ "role": "disqualifies", "field": "title", "test": "contains", "words": ["Student"],
                "reason": "student_or_curious" }),
    );
    required(&mut story, "attribute:Employees", 50);
    let judged = verdict(
        &mut story,
        json!({ "title": "PhD student", "attribute:Employees": 500 }),
    );
    assert_eq!(judged["verdict"], "not_qualified");
    assert_eq!(
        judged["because"],
        "Job title contains Student, which makes it no lead: Student or curious."
    );
    let judged = verdict(&mut story, json!({ "attribute:Employees": 500 }));
    assert_eq!(
        judged["verdict"], "qualified",
        "nothing known disqualifies nobody"
    );
}

#[test]
fn points_add_up_to_a_threshold_that_the_unknown_may_still_reach() {
    let mut story = Story::new();
    begun(&mut story);
    edit(&mut story, json!({ "threshold": 30 }));
    for (field, points) in [("phone", 10), ("title", 20), ("company", 5)] {
        criterion(
            &mut story,
            json!({ "role": "points", "points": points, "field": field, "test": "known" }),
        );
    }
    let judged = verdict(&mut story, json!({ "phone": "1", "title": "CEO" }));
    assert_eq!(
        (&judged["verdict"], &judged["points"]),
        (&json!("qualified"), &json!(30))
    );
    let judged = verdict(&mut story, json!({ "phone": "1" }));
    assert_eq!(
        (&judged["verdict"], &judged["points"]),
        (&json!("not_yet"), &json!(10))
    );
    edit(&mut story, json!({ "threshold": 36 }));
    let judged = verdict(&mut story, json!({ "phone": "1" }));
    assert_eq!(
        judged["verdict"], "not_qualified",
        "even everything would not be enough"
    );
}

#[test]
fn buying_within_two_to_three_months_is_counted_from_the_hand_over() {
    let mut story = Story::new();
    begun(&mut story);
    criterion(
        &mut story,
        json!({ "field": "attribute:Planned purchase", "test": "within_days", "days": 90 }),
    );
    let on = |day: &str| json!({ "attribute:Planned purchase": day, "handed_over_on": "2026-11-02" });
    assert_eq!(verdict(&mut story, on("2027-01-31"))["verdict"], "qualified");
    assert_eq!(verdict(&mut story, on("2027-02-01"))["verdict"], "not_qualified");
}

const LATER: &str = "\
Lead ID,Name,Lead Source,Created Date,Lead Status,Employees
21,Gus,Web,2026-11-20,New,400
22,Hal,Web,2026-11-24,New,400
23,Ina,Web,2026-11-25,New,
24,Joy,Web,2026-12-05,New,20
";

#[test]
fn a_lead_is_judged_by_the_version_in_force_when_it_was_handed_over_and_stays_so() {
    let mut story = Story::new();
    begun(&mut story);
    let employees = required(&mut story, "attribute:Employees", 50);
    // In force since 22 November 2026; the second version since 1 December.
    super::agree(&mut story);
    story
        .clock
        .set("2026-12-01T09:00:00Z".parse().expect("an instant"));
    story.call(
        "edit_criterion",
        json!({ "id": employees, "change": { "low": 10 } }),
    );
    super::agree(&mut story);
    story.days_later(5);
    crate::leads::import(&mut story, "later.csv", LATER);
    let judged = |story: &mut Story, name: &str| {
        let page = story.call("list_leads", json!({ "text": name }));
        story.call("open_lead", json!({ "id": page["leads"][0]["id"] }))["judgement"].clone()
    };
    assert_eq!(judged(&mut story, "Gus"), Value::Null, "nothing was in force yet");
    let hal = judged(&mut story, "Hal");
    assert_eq!(
        (&hal["verdict"], &hal["version"]),
        (&json!("qualified"), &json!(1))
    );
    assert_eq!(judged(&mut story, "Ina")["because"], "Not known yet: Employees.");
    let joy = judged(&mut story, "Joy");
    assert_eq!(
        (&joy["verdict"], &joy["version"]),
        (&json!("qualified"), &json!(2))
    );

    // The ledger shows the verdicts, and lists by them.
    let listed = |story: &mut Story, verdict: &str| {
        let page = story.call("list_leads", json!({ "verdict": verdict, "sort": "name" }));
        let leads = page["leads"].as_array().cloned().unwrap_or_default();
        assert!(leads.iter().all(|lead| lead["verdict"] == verdict), "{page}");
        leads.iter().map(|lead| lead["name"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(listed(&mut story, "qualified"), ["Hal", "Joy"]);
    assert_eq!(listed(&mut story, "not_yet"), ["Ina"]);

    // What is learned later, and the next export, change nothing; asking does, and can be undone.
    crate::leads::import(
        &mut story,
        "later.csv",
        &LATER.replace("24,Joy,Web,2026-12-05,New,20", "24,Joy,Web,2026-12-05,New,5"),
    );
    assert_eq!(judged(&mut story, "Joy"), joy);
    assert_eq!(story.call("judge_leads", json!({})), 4);
    assert_eq!(
        judged(&mut story, "Joy")["because"],
        "It is asked that Employees is known and at least 10."
    );
    assert_eq!(judged(&mut story, "Hal")["version"], 2);
    assert_eq!(listed(&mut story, "not_qualified"), ["Joy"]);
    crate::leads::clean(&story);
    story.call("undo", json!({}));
    assert_eq!(
        (judged(&mut story, "Joy"), judged(&mut story, "Gus")),
        (joy, Value::Null)
    );
    assert_eq!(listed(&mut story, "qualified"), ["Hal", "Joy"]);
    crate::leads::clean(&story);
}

#[test]
fn without_a_definition_in_force_there_is_nothing_to_judge_by() {
    let mut story = Story::new();
    begun(&mut story);
    let error = story.refused("judge_leads", json!({}));
    assert!(error.message.contains("No definition is in force"), "{error:?}");
}
