//! What a review decides about the plan or the definition leads there and back, and what a year taught is looked back on in the next plan.

use lockstep_tests::story::{Story, text};
use serde_json::{Value, json};

use super::{closed, opened, planned, revealed, wrote};

#[track_caller]
fn decide(story: &mut Story, review: &str, name: &str, changes: Value) {
    let values = json!({ "name": name, "changes": changes });
    story.call(
        "add_review_decision",
        json!({ "review": review, "values": values }),
    );
}

#[test]
fn a_decision_leads_to_what_it_changes_until_a_later_version_is_in_force() {
    let mut story = Story::new();
    story.begin_plan(2026);
    let plan = story.make_ready(2026);
    let first = text(&story.plan(2026)["goals"][0]["goal"]["id"]);
    story.call("edit_goal", json!({ "id": first, "change": { "target": 12 } }));
    story.sign_plan(&plan);
    story.days_later(1);
    let review = planned(&mut story, 2026, 3);
    story.call("begin_review", json!({ "id": review }));
    decide(&mut story, &review, "Raise the goal", json!("plan"));
    decide(&mut story, &review, "Ask for a date", json!("definition"));
    decide(&mut story, &review, "Coffee first", Value::Null);
    let decided = |story: &mut Story| {
        story
            .call("decided_changes", json!({}))
            .as_array()
            .cloned()
            .unwrap_or_default()
    };
    let all = decided(&mut story);
    let told: Vec<(&Value, &Value, &Value)> = all
        .iter()
        .map(|one| (&one["decision"]["name"], &one["subject"], &one["version"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!("Raise the goal"), &json!(plan), &Value::Null),
            (&json!("Ask for a date"), &json!("definition"), &Value::Null),
        ]
    );
    assert_eq!(all[0]["label"], "Q3 FY26");
    // The version from before does not hold it; the next one does.
    story.call("edit_goal", json!({ "id": first, "change": { "target": 20 } }));
    story.days_later(1);
    story.sign_plan(&plan);
    let all = decided(&mut story);
    assert_eq!(
        (&all[0]["version"], &all[1]["version"]),
        (&json!(2), &Value::Null)
    );
    assert_ne!(all[0]["in_force_since"], Value::Null);
}

#[test]
fn a_decision_on_a_plan_that_is_not_there_leads_nowhere() {
    let mut story = Story::new();
    let review = planned(&mut story, 2026, 3);
    decide(&mut story, &review, "Plan the year", json!("plan"));
    let all = story.call("decided_changes", json!({}));
    assert_eq!(
        (&all[0]["subject"], &all[0]["version"]),
        (&Value::Null, &Value::Null)
    );
}

#[test]
fn what_closed_reviews_taught_is_told_by_votes_and_of_their_year_alone() {
    let mut story = Story::new();
    let review = planned(&mut story, 2026, 3);
    wrote(&mut story, "Sasha", &review, "working", "Reference visits");
    let late = wrote(
        &mut story,
        "Mika",
        &review,
        "not_working",
        "First calls come late",
    );
    let learned = |story: &mut Story, year: i32| story.call("year_learnings", json!({ "year": year }));
    // What is written in silence, or not closed, has taught nothing yet.
    assert_eq!(learned(&mut story, 2026)["notes"], json!([]));
    story.call("begin_review", json!({ "id": review }));
    revealed(&mut story, &review);
    story.sits("Sasha");
    story.call("vote_for_note", json!({ "note": late, "votes": 2 }));
    decide(&mut story, &review, "An hour a day for first calls", Value::Null);
    assert_eq!(learned(&mut story, 2026)["reviews"], 0);
    story.call("close_review", json!({ "id": review }));
    let told = learned(&mut story, 2026);
    let notes: Vec<(&Value, &Value, &Value)> = told["notes"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|line| (&line["note"]["text"], &line["note"]["side"], &line["votes"]))
        .collect();
    assert_eq!(
        notes,
        [
            (&json!("First calls come late"), &json!("marketing"), &json!(2)),
            (&json!("Reference visits"), &json!("sales"), &json!(0)),
        ]
    );
    assert_eq!(
        told["decisions"][0]["decision"]["name"],
        "An hour a day for first calls"
    );
    assert_eq!((&told["label"], &told["reviews"]), (&json!("FY26"), &json!(1)));
    assert_eq!(learned(&mut story, 2025)["notes"], json!([]));
    // A side takes what it wants among its own points of the next plan.
    let plan = story.begin_plan(2027);
    story.sits("Mika");
    let values = json!({ "side": "marketing", "kind": "did_not", "text": notes[0].0 });
    story.call("add_retro_note", json!({ "plan": plan, "values": values }));
    let points = story.plan(2027)["look_back"]["points"].clone();
    assert_eq!(points[0]["text"], "First calls come late");
    let other = planned(&mut story, 2025, 1);
    closed(&mut story, &other);
    assert_eq!(opened(&mut story, &other)["line"]["state"], "closed");
}
