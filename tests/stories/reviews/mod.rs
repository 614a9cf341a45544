//! Reviews: planned, prepared in silence, shown to each other, voted, decided, closed, signed, amended; and what comes back next time.

mod agenda;
mod closing;
mod elsewhere;
mod meeting;
mod mirror;
mod numbers;

use lockstep_tests::story::{Story, text};
use serde_json::{Value, json};

use crate::leads::import;

/// Plans the reviews of a year and returns the id of a quarter’s.
#[track_caller]
fn planned(story: &mut Story, year: i32, quarter: i64) -> String {
    story.sits("Sasha");
    let planned = story.call("plan_reviews", json!({ "year": year, "monthly": false }));
    let reviews = planned.as_array().cloned().unwrap_or_default();
    let found = reviews.iter().find(|review| review["number"] == quarter);
    text(&found.expect("the quarter is planned")["id"])
}

#[track_caller]
fn opened(story: &mut Story, review: &str) -> Value {
    story.call("open_review", json!({ "id": review }))
}

/// Lets somebody write a note.
#[track_caller]
fn wrote(story: &mut Story, who: &str, review: &str, kind: &str, words: &str) -> String {
    story.sits(who);
    let values = json!({ "kind": kind, "text": words });
    text(&story.call("add_review_note", json!({ "review": review, "values": values }))["id"])
}

/// Lets both sides say that they are ready, so that all is revealed.
#[track_caller]
fn revealed(story: &mut Story, review: &str) {
    for (who, side) in [("Sasha", "sales"), ("Mika", "marketing")] {
        story.sits(who);
        story.call(
            "set_review_ready",
            json!({ "review": review, "side": side, "ready": true }),
        );
    }
}

/// Begins, reveals and closes a review.
#[track_caller]
fn closed(story: &mut Story, review: &str) {
    story.sits("Sasha");
    story.call("begin_review", json!({ "id": review }));
    revealed(story, review);
    story.call("close_review", json!({ "id": review }));
}

/// Lets both sign a closed review.
#[track_caller]
fn signed(story: &mut Story, review: &str) {
    story.sits("Mika");
    let proposed = story.call("propose", json!({ "subject_kind": "review", "subject": review }));
    let agreement = text(&proposed["agreement"]);
    for (who, side) in [("Sasha", "sales"), ("Mika", "marketing")] {
        let person = story.person(who);
        story.sits(who);
        story.call(
            "sign",
            json!({ "agreement": agreement, "person": person, "side": side }),
        );
    }
}

/// The line of a review in the list.
#[track_caller]
fn listed(story: &mut Story, review: &str) -> Value {
    let list = story.call("list_reviews", json!({}));
    let years = list["years"].as_array().cloned().unwrap_or_default();
    let lines = years.iter().filter_map(|year| year["reviews"].as_array());
    let found = lines
        .flatten()
        .find(|line| line["review"]["id"] == review)
        .cloned();
    found.expect("it is in the list")
}

/// What waits in the room of reviews: for whom, and what.
fn waiting(story: &mut Story) -> Vec<(Value, String)> {
    let all = story.call("what_waits", json!({}));
    all.as_array()
        .into_iter()
        .flatten()
        .filter(|one| one["room"] == "review")
        .map(|one| (one["sides"].clone(), text(&one["words"])))
        .collect()
}

#[test]
fn a_year_has_four_reviews_ten_days_after_each_quarter_and_check_ins_where_they_are_wanted() {
    let mut story = Story::new();
    story.sits("Mika");
    let planned = story.call("plan_reviews", json!({ "year": 2027, "monthly": false }));
    let days: Vec<String> = planned
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| text(&one["held_on"]))
        .collect();
    // The tenth of April, July and October 2027 are a Saturday, a Saturday and a Sunday.
    assert_eq!(days, ["2027-04-12", "2027-07-12", "2027-10-11", "2028-01-10"]);
    assert!(
        story
            .refused("plan_reviews", json!({ "year": 2027, "monthly": false }))
            .message
            .contains("planned already")
    );
    let months = story.call("plan_reviews", json!({ "year": 2027, "monthly": true }));
    assert_eq!(months.as_array().map(Vec::len), Some(8));
    let list = story.call("list_reviews", json!({}));
    let year = &list["years"][0];
    assert_eq!(
        (&year["label"], &year["is_planned"], &year["has_months"]),
        (&json!("FY27"), &json!(true), &json!(true))
    );
    let labels: Vec<String> = year["reviews"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| text(&one["label"]))
        .collect();
    assert_eq!(labels[..4], ["Jan 2027", "Feb 2027", "Q1 FY27", "Apr 2027"]);
    assert_eq!(list["next"]["label"], "Jan 2027");
    // This year is shown, too, though nothing is planned in it.
    assert_eq!(
        (&list["years"][1]["label"], &list["years"][1]["is_planned"]),
        (&json!("FY26"), &json!(false))
    );
    // One step plans all of them, and one takes it back.
    story.call("undo", json!({}));
    assert_eq!(
        story.call("list_reviews", json!({}))["years"][0]["has_months"],
        false
    );
}

#[test]
fn a_review_is_moved_freely_but_not_before_its_period_and_leaves_the_calendar_while_nothing_was_written() {
    let mut story = Story::new();
    let review = planned(&mut story, 2027, 2);
    let refused = story.refused(
        "edit_review",
        json!({ "id": review, "change": { "held_on": "2027-03-31" } }),
    );
    assert_eq!(refused.field.as_deref(), Some("held_on"));
    story.call(
        "edit_review",
        json!({ "id": review, "change": { "held_on": "2027-07-05" } }),
    );
    assert_eq!(listed(&mut story, &review)["review"]["held_on"], "2027-07-05");
    assert!(
        story
            .refused("begin_review", json!({ "id": review }))
            .message
            .contains("begins on")
    );
    let note = wrote(&mut story, "Mika", &review, "working", "We talk.");
    assert!(
        story
            .refused("remove_review", json!({ "id": review }))
            .message
            .contains("written")
    );
    story.call("remove_review_note", json!({ "id": note }));
    story.call("remove_review", json!({ "id": review }));
    assert_eq!(
        story.call("list_reviews", json!({}))["years"][0]["is_planned"],
        false
    );
    // What is planned again has the id that it had: two copies that both plan it plan the same.
    let again = story.call("plan_reviews", json!({ "year": 2027, "monthly": false }));
    assert_eq!(again[0]["id"], review);
}

#[test]
fn what_waits_says_who_writes_who_holds_and_who_signs() {
    let mut story = Story::new();
    let review = planned(&mut story, 2026, 3);
    // Its day was in October; four others lie ahead or behind.
    assert!(
        waiting(&mut story)
            .iter()
            .any(|(_, words)| words == "Hold the review of Q3 FY26")
    );
    story.call(
        "edit_review",
        json!({ "id": review, "change": { "held_on": "2026-12-01" } }),
    );
    let both = json!(["sales", "marketing"]);
    assert!(
        waiting(&mut story).contains(&(
            both.clone(),
            "Write your notes for the review of Q3 FY26 on 1 Dec 2026".into()
        )),
        "{:?}",
        waiting(&mut story)
    );
    story.sits("Mika");
    story.call(
        "set_review_ready",
        json!({ "review": review, "side": "marketing", "ready": true }),
    );
    assert!(waiting(&mut story).contains(&(
        json!(["sales"]),
        "Write your notes for the review of Q3 FY26 on 1 Dec 2026".into()
    )));
    story.call("begin_review", json!({ "id": review }));
    assert!(waiting(&mut story).contains(&(both.clone(), "Finish the review of Q3 FY26".into())));
    story.sits("Sasha");
    story.call(
        "set_review_ready",
        json!({ "review": review, "side": "sales", "ready": true }),
    );
    story.call("close_review", json!({ "id": review }));
    assert!(waiting(&mut story).contains(&(both, "Sign the review of Q3 FY26".into())));
    signed(&mut story, &review);
    assert!(
        !waiting(&mut story)
            .iter()
            .any(|(_, words)| words.contains("Q3 FY26"))
    );
    assert_eq!(listed(&mut story, &review)["state"], "signed");
}
