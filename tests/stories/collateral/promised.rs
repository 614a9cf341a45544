//! What is asked for of the library stands among the promises of both sides, with every request behind the numbers.

use super::*;
use crate::definition::begun;

fn promised(story: &mut Story, period: Value) -> Value {
    let view = story.call("promises_kept", period);
    let all = view["of_rooms"].as_array().cloned().unwrap_or_default();
    let requests = all.into_iter().filter(|one| one["room"] == "collateral");
    let mut requests: Vec<Value> = requests.collect();
    assert!(requests.len() < 2, "{requests:?}");
    requests.pop().unwrap_or_default()
}

fn counts(promise: &Value) -> [i64; 4] {
    ["on_time", "late", "overdue", "not_yet_due"].map(|key| promise[key].as_i64().expect("it is counted"))
}

fn ask(story: &mut Story, wanted: &str) -> Value {
    story.sits("Sasha");
    story.call("ask_for_piece", json!({ "kind": "new", "wanted": wanted }))["id"].clone()
}

#[test]
fn requests_stand_among_the_promises_and_each_leads_to_its_request() {
    let mut story = Story::new();
    begun(&mut story);
    // What nobody uses is no promise.
    assert_eq!(promised(&mut story, json!({})), Value::Null);
    let film = ask(&mut story, "A film.");
    let calculator = ask(&mut story, "A calculator.");
    let sheet = ask(&mut story, "A datasheet in German.");
    assert_eq!(counts(&promised(&mut story, json!({}))), [0, 0, 0, 3]);
    assert_eq!(promised(&mut story, json!({}))["why_not"], "Nothing is due yet.");
    story.sits("Mika");
    story.call(
        "answer_request",
        json!({ "id": film, "because": "Nobody watches films." }),
    );
    story.days_later(8);
    let later = ask(&mut story, "A price list.");
    story.sits("Mika");
    story.call(
        "answer_request",
        json!({ "id": calculator, "because": "Too dear." }),
    );
    let kept = promised(&mut story, json!({}));
    assert_eq!(counts(&kept), [1, 1, 1, 1]);
    assert_eq!(
        (
            &kept["side"],
            &kept["kept"]["part"],
            &kept["kept"]["n"],
            &kept["why_not"]
        ),
        (&json!("marketing"), &json!(1), &json!(3), &Value::Null)
    );
    let cases: Vec<(Value, Value, Value)> = kept["cases"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|case| (case["id"].clone(), case["fared"].clone(), case["due_on"].clone()))
        .collect();
    // What is owed longest comes first.
    assert_eq!(
        cases,
        [
            (sheet.clone(), json!("overdue"), json!("2026-11-29")),
            (calculator, json!("late"), json!("2026-11-29")),
            (later.clone(), json!("not_yet_due"), json!("2026-12-07")),
            (film, json!("on_time"), json!("2026-11-29")),
        ]
    );
    // The list of requests counts the same.
    assert_eq!(
        story.call("list_requests", json!({}))["kept"],
        json!({ "on_time": 1, "late": 1, "overdue": 1, "not_yet_due": 1 })
    );
    // They are no leads: what marketing keeps of leads stays as it is.
    let view = story.call("promises_kept", json!({}));
    assert_eq!(view["leads"], 0);
    assert!(
        view["sides"]
            .as_array()
            .into_iter()
            .flatten()
            .all(|side| side["kept"]["n"] == 0)
    );
    // A period holds what was asked for in it.
    let of_later = promised(&mut story, json!({ "from": "2026-11-30" }));
    assert_eq!(
        (counts(&of_later), &of_later["cases"][0]["id"]),
        ([0, 0, 0, 1], &later)
    );
    let of_none = promised(&mut story, json!({ "to": "2026-01-01" }));
    assert_eq!(
        (counts(&of_none), &of_none["why_not"]),
        ([0; 4], &json!("Nothing was requested in this time."))
    );
    // What was asked keeps the days that held then: nobody makes a late answer an early one afterwards.
    story.call(
        "edit_collateral_settings",
        json!({ "id": "collateral", "change": { "answer_within_days": 9 } }),
    );
    let kept = promised(&mut story, json!({}));
    assert_eq!(counts(&kept), [1, 1, 1, 1]);
    assert!(
        text(&kept["sentence"]).contains("within 9 calendar days, or the days that held when it was asked")
    );
    // The history says what held until then, although nobody had settled it before.
    assert_eq!(
        story.call("history", json!({}))["entries"][0]["summary"],
        "Have requests answered within 9 calendar days instead of 7"
    );
    // What is asked from now on has the new days.
    ask(&mut story, "A poster.");
    let kept = promised(&mut story, json!({}));
    let due = kept["cases"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|case| case["due_on"].clone());
    assert!(due.collect::<Vec<_>>().contains(&json!("2026-12-09")));
}

#[test]
fn a_piece_that_comes_after_the_promised_day_is_late_and_until_then_overdue() {
    let mut story = Story::new();
    begun(&mut story);
    let asked = ask(&mut story, "A calculator.");
    story.sits("Mika");
    story.call(
        "answer_request",
        json!({ "id": asked, "promised_for": "2026-12-20" }),
    );
    story.days_later(20);
    assert_eq!(counts(&promised(&mut story, json!({}))), [0, 0, 0, 1]);
    // Another day does not make it less late.
    story.call(
        "answer_request",
        json!({ "id": asked, "promised_for": "2027-02-01" }),
    );
    story.days_later(10);
    let kept = promised(&mut story, json!({}));
    assert_eq!(
        (counts(&kept), &kept["cases"][0]["due_on"]),
        ([0, 0, 1, 0], &json!("2026-12-20"))
    );
    let made = piece(&mut story, "Calculator.txt", "What it saves.");
    story.call("answer_request", json!({ "id": asked, "piece": made }));
    let kept = promised(&mut story, json!({}));
    assert_eq!(
        (
            counts(&kept),
            &kept["cases"][0]["due_on"],
            &kept["cases"][0]["done_on"]
        ),
        ([0, 1, 0, 0], &json!("2026-12-20"), &json!("2026-12-22"))
    );
}

#[test]
fn a_request_of_an_earlier_version_keeps_the_days_that_held_when_it_was_asked() {
    let (_folder, mut workspace) = opened_from("version-9.lockstep");
    let mut ask = |name: &str, input: Value| workspace.call(name, input).expect("an answer");
    let due = |list: &Value| list["requests"][0]["due_on"].clone();
    // Five days were settled when it was asked, on the first of December.
    assert_eq!(due(&ask("list_requests", json!({}))), "2026-12-06");
    ask(
        "edit_collateral_settings",
        json!({ "id": "collateral", "change": { "answer_within_days": 60 } }),
    );
    assert_eq!(due(&ask("list_requests", json!({}))), "2026-12-06");
    ask("undo", json!({}));
    assert_eq!(due(&ask("list_requests", json!({}))), "2026-12-06");
}
