//! The meeting of a review: its agenda and how long it took, the hour at which it begins, and whose promise an action stays.

use lockstep_tests::story::{Story, text};
use serde_json::{Value, json};

use super::{closed, opened, planned, revealed};

/// The minutes of the sections of a review, in the order of its agenda.
#[track_caller]
fn minutes(story: &mut Story, review: &str) -> Vec<(String, i64)> {
    let agenda = opened(story, review)["agenda"].clone();
    let lines = agenda.as_array().cloned().unwrap_or_default();
    lines
        .iter()
        .map(|line| (text(&line["section"]), line["minutes"].as_i64().unwrap_or(-1)))
        .collect()
}

#[track_caller]
fn minutes_of(story: &mut Story, review: &str, section: &str) -> i64 {
    let all = minutes(story, review);
    let found = all.iter().find(|(name, _)| name == section);
    found.expect("it is on the agenda").1
}

/// The id of the review that is called so.
#[track_caller]
fn of_label(story: &mut Story, label: &str) -> String {
    let list = story.call("list_reviews", json!({}));
    let years = list["years"].as_array().cloned().unwrap_or_default();
    let mut lines = years
        .iter()
        .filter_map(|year| year["reviews"].as_array())
        .flatten();
    let found = lines.find(|line| line["label"] == label);
    text(&found.expect("it is planned")["review"]["id"])
}

fn set(review: &str, section: &str, minutes: Value) -> Value {
    json!({ "review": review, "section": section, "minutes": minutes })
}

#[test]
fn an_agenda_follows_the_worksheet_and_is_changed_section_by_section() {
    let mut story = Story::new();
    let review = planned(&mut story, 2026, 3);
    let names: Vec<String> = minutes(&mut story, &review)
        .into_iter()
        .map(|(section, _)| section)
        .collect();
    assert_eq!(names.first().map(String::as_str), Some("goals"));
    assert_eq!(
        names.iter().rev().take(3).rev().collect::<Vec<_>>(),
        ["last_time", "sides", "outcomes"]
    );
    let offered = minutes_of(&mut story, &review, "goals");
    story.call("set_agenda_minutes", set(&review, "goals", json!(40)));
    story.call("set_agenda_minutes", set(&review, "funnel", json!(0)));
    assert_eq!(minutes_of(&mut story, &review, "goals"), 40);
    assert_eq!(minutes_of(&mut story, &review, "funnel"), 0);
    // What is emptied takes what is offered.
    story.call("set_agenda_minutes", set(&review, "goals", Value::Null));
    assert_eq!(minutes_of(&mut story, &review, "goals"), offered);
    for wrong in [-1, 601] {
        let error = story.refused("set_agenda_minutes", set(&review, "goals", json!(wrong)));
        assert_eq!(error.field.as_deref(), Some("minutes"));
    }
    assert_eq!(minutes_of(&mut story, &review, "goals"), offered);
}

#[test]
fn what_a_section_took_is_offered_the_next_time_and_a_section_passed_over_is_not_cut() {
    let mut story = Story::new();
    let first = planned(&mut story, 2026, 2);
    let usual = minutes_of(&mut story, &first, "sides");
    story.call("begin_review", json!({ "id": first }));
    revealed(&mut story, &first);
    let taken = json!([
        { "section": "goals", "minutes": 22 },
        { "section": "sides", "minutes": 0 },
    ]);
    story.call("close_review", json!({ "id": first, "taken": taken }));
    let line = opened(&mut story, &first)["agenda"][0].clone();
    assert_eq!(line["taken"], 22, "{line}");

    let next = of_label(&mut story, "Q3 FY26");
    let line = opened(&mut story, &next)["agenda"][0].clone();
    assert_eq!((&line["took_last"], &line["offered"]), (&json!(22), &json!(25)));
    assert_eq!(minutes_of(&mut story, &next, "sides"), usual);
    // A review that was closed on its page was not timed: it offers what the one before took.
    closed(&mut story, &next);
    let last = of_label(&mut story, "Q4 FY26");
    let line = opened(&mut story, &last)["agenda"][0].clone();
    assert_eq!(line["took_last"], 22, "{line}");
}

#[test]
fn a_closed_review_keeps_its_agenda() {
    let mut story = Story::new();
    let review = planned(&mut story, 2026, 3);
    closed(&mut story, &review);
    let error = story.refused("set_agenda_minutes", set(&review, "goals", json!(5)));
    assert!(error.message.contains("was closed on"), "{error}");
}

#[test]
fn a_review_begins_at_its_hour_wherever_its_date_is_opened() {
    let mut story = Story::new();
    story.call(
        "edit_company",
        json!({ "change": { "time_zone": "Europe/Berlin" } }),
    );
    let review = planned(&mut story, 2027, 2);
    let date = |story: &mut Story| {
        let dates = story.call("review_dates", json!({}));
        let all = dates.as_array().cloned().unwrap_or_default();
        let found = all
            .iter()
            .find(|date| text(&date["id"]).starts_with(&format!("review-{review}")));
        found.cloned().expect("the review has a date")
    };
    let whole = date(&mut story);
    assert_eq!(whole["begins"], Value::Null);
    story.call(
        "edit_review",
        json!({ "id": review, "change": { "held_on": "2027-07-12", "starts_at": "09:30:00" } }),
    );
    let timed = date(&mut story);
    assert_eq!(timed["begins"], "2027-07-12T07:30:00Z");
    let all: i64 = minutes(&mut story, &review)
        .iter()
        .map(|(_, minutes)| minutes)
        .sum();
    assert_eq!(timed["minutes"], all);
    // A longer agenda ends later, and calendars are told that something changed.
    story.call("set_agenda_minutes", set(&review, "goals", json!(60)));
    let longer = date(&mut story);
    assert!(longer["minutes"].as_i64() > timed["minutes"].as_i64(), "{longer}");
    assert!(longer["changes"].as_i64() > timed["changes"].as_i64(), "{longer}");
    assert_eq!(longer["id"], whole["id"]);
}

#[test]
fn an_action_stays_the_promise_of_the_side_that_took_it_on() {
    let mut story = Story::new();
    let review = planned(&mut story, 2026, 3);
    let sasha = story.person("Sasha");
    let mika = story.person("Mika");
    let values = json!({ "name": "Call back what waits", "owner": sasha, "due": "2026-12-24" });
    let action = story.call("add_review_action", json!({ "review": review, "values": values }))["id"].clone();
    closed(&mut story, &review);
    let side = |story: &mut Story| {
        let kept = story.call("promises_kept", json!({}));
        let all = kept["of_rooms"].as_array().cloned().unwrap_or_default();
        let with: Vec<String> = all
            .iter()
            .filter(|promise| promise["room"] == "review")
            .filter(|promise| !promise["cases"].as_array().is_none_or(Vec::is_empty))
            .map(|promise| text(&promise["side"]))
            .collect();
        with
    };
    assert_eq!(side(&mut story), ["sales"]);
    // Sasha moves to the other side: what Sales took on stays Sales’.
    story.call(
        "edit_person",
        json!({ "id": sasha, "change": { "side": "marketing" } }),
    );
    assert_eq!(side(&mut story), ["sales"]);
    // Given into other hands it is theirs.
    story.call(
        "edit_review_action",
        json!({ "id": action, "change": { "owner": mika } }),
    );
    assert_eq!(side(&mut story), ["marketing"]);
}
