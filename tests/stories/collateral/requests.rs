//! Sales asks for a piece, Marketing answers with a piece, a date or a no, and both see how long it took.

use super::*;

fn requests(story: &mut Story) -> Value {
    story.call("list_requests", json!({}))
}

fn waits(story: &mut Story) -> String {
    story.call("what_waits", json!({})).to_string()
}

#[test]
fn what_is_asked_for_is_answered_with_a_piece_a_date_or_a_no() {
    let mut story = Story::new();
    story.sits("Sasha");
    let missing = story.refused("ask_for_piece", json!({ "kind": "new", "wanted": "  " }));
    assert_eq!(missing.field.as_deref(), Some("wanted"));
    let about_nothing = story.refused(
        "ask_for_piece",
        json!({ "kind": "generic", "wanted": "It says nothing." }),
    );
    assert_eq!(about_nothing.field.as_deref(), Some("piece"));
    let asks = story.call(
        "ask_for_piece",
        json!({ "kind": "new", "wanted": "A calculator for hospitals." }),
    );
    let id = asks["id"].clone();
    let list = requests(&mut story);
    assert_eq!(
        (
            &list["requests"][0]["state"],
            &list["requests"][0]["due_on"],
            &list["kept"]["not_yet_due"]
        ),
        (&json!("open"), &json!("2026-11-29"), &json!(1))
    );
    assert!(waits(&mut story).contains("Answer one request for collateral\""));
    // Eight days on, nobody has answered.
    story.days_later(8);
    let list = requests(&mut story);
    assert_eq!(
        (
            &list["requests"][0]["is_late"],
            &list["requests"][0]["age_days"],
            &list["kept"]["overdue"]
        ),
        (&json!(true), &json!(8), &json!(1))
    );
    assert!(waits(&mut story).contains("past its date"));
    story.sits("Mika");
    for (answer, field) in [
        (json!({}), "piece"),
        (json!({ "because": " " }), "because"),
        (json!({ "promised_for": "2026-11-29" }), "promised_for"),
        (
            json!({ "promised_for": "2026-12-20", "because": "No time" }),
            "piece",
        ),
    ] {
        let mut input = answer;
        input["id"] = id.clone();
        assert_eq!(
            story.refused("answer_request", input).field.as_deref(),
            Some(field)
        );
    }
    story.call(
        "answer_request",
        json!({ "id": id, "promised_for": "2026-12-20" }),
    );
    assert!(!waits(&mut story).contains("request"));
    // A later promise does not make it less late.
    story.call(
        "answer_request",
        json!({ "id": id, "promised_for": "2027-01-20" }),
    );
    story.days_later(25);
    let list = requests(&mut story);
    assert_eq!(
        (
            &list["requests"][0]["state"],
            &list["requests"][0]["due_on"],
            &list["requests"][0]["is_late"]
        ),
        (&json!("promised"), &json!("2027-01-20"), &json!(true))
    );
    let made = piece(&mut story, "Calculator.txt", "What it saves.");
    story.call("retire_piece", json!({ "id": made, "because": "Too early." }));
    let refused = story.refused("answer_request", json!({ "id": id, "piece": made }));
    assert!(refused.message.contains("is retired"));
    story.call("bring_back_piece", json!({ "id": made }));
    story.call("answer_request", json!({ "id": id, "piece": made }));
    let list = requests(&mut story);
    assert_eq!(
        (
            &list["requests"][0]["state"],
            &list["requests"][0]["answer_title"]
        ),
        (&json!("answered"), &json!("Calculator"))
    );
    assert_eq!(
        list["kept"],
        json!({ "on_time": 0, "late": 1, "overdue": 0, "not_yet_due": 0 })
    );
    // What was answered stays in the list.
    assert!(
        story
            .refused("remove_request", json!({ "id": id }))
            .message
            .contains("stays in the list")
    );
}

#[test]
fn a_no_says_why_and_what_nobody_answered_may_be_withdrawn() {
    let mut story = Story::new();
    story.sits("Sasha");
    let ask = |story: &mut Story| {
        story.call("ask_for_piece", json!({ "kind": "new", "wanted": "A film." }))["id"].clone()
    };
    let (no, gone) = (ask(&mut story), ask(&mut story));
    story.call("remove_request", json!({ "id": gone }));
    story.sits("Mika");
    story.call(
        "answer_request",
        json!({ "id": no, "because": "Films are not watched." }),
    );
    let list = requests(&mut story);
    assert_eq!(
        (
            &list["requests"][0]["state"],
            &list["kept"]["on_time"],
            list["requests"].as_array().map(Vec::len)
        ),
        (&json!("declined"), &json!(1), Some(1))
    );
    story.call("undo", json!({}));
    assert_eq!(requests(&mut story)["requests"][0]["state"], "open");
}

#[test]
fn a_piece_that_is_reported_as_home_made_is_one() {
    let mut story = Story::new();
    let own = piece(&mut story, "My deck.txt", "Slides of my own.");
    story.sits("Sasha");
    story.call(
        "ask_for_piece",
        json!({ "kind": "home_made", "piece": own, "wanted": "The official one has no prices." }),
    );
    assert_eq!(opened(&mut story, &own)["piece"]["is_home_made"], true);
    let shorter = story.call(
        "ask_for_piece",
        json!({ "kind": "shorter", "piece": own, "wanted": "", "pages": [3, 1, 3] }),
    );
    assert_eq!(shorter["pages"], json!([1, 3]));
    let refused = story.refused(
        "ask_for_piece",
        json!({ "kind": "shorter", "piece": own, "wanted": "", "pages": [0] }),
    );
    assert_eq!(refused.field.as_deref(), Some("pages"));
}

#[test]
fn a_far_day_that_is_promised_late_makes_nothing_less_late_and_an_earlier_one_nothing_later() {
    let mut story = Story::new();
    story.sits("Sasha");
    let ask = |story: &mut Story| {
        let asks = story.call("ask_for_piece", json!({ "kind": "new", "wanted": "A one-pager" }));
        text(&asks["id"])
    };
    let fared = |story: &mut Story| story.call("list_requests", json!({}))["kept"].clone();
    let (late, early) = (ask(&mut story), ask(&mut story));
    story.sits("Mika");
    story.call(
        "answer_request",
        json!({ "id": early, "promised_for": "2026-12-10" }),
    );
    story.call(
        "answer_request",
        json!({ "id": early, "promised_for": "2026-11-25" }),
    );
    // Eight days on: the first answer was due after seven.
    story.days_later(8);
    story.call(
        "answer_request",
        json!({ "id": late, "promised_for": "2027-06-01" }),
    );
    let kept = json!({ "on_time": 0, "late": 0, "overdue": 1, "not_yet_due": 1 });
    assert_eq!(fared(&mut story), kept);
    let piece = piece(&mut story, "Sheet.txt", "On one page.");
    for id in [&late, &early] {
        story.call("answer_request", json!({ "id": id, "piece": piece }));
    }
    // Closed, they say the same.
    let kept = json!({ "on_time": 1, "late": 1, "overdue": 0, "not_yet_due": 0 });
    assert_eq!(fared(&mut story), kept);
}
