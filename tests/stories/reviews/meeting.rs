//! What both write in silence, see together, vote on and decide.

use super::*;

#[test]
fn notes_and_marks_are_hidden_from_the_other_side_until_both_are_ready() {
    let mut story = Story::new();
    story.begin_plan(2026);
    story.make_ready(2026);
    let goal = text(&story.plan(2026)["goals"][0]["goal"]["id"]);
    let review = planned(&mut story, 2026, 3);
    wrote(
        &mut story,
        "Sasha",
        &review,
        "not_working",
        "Leads come without a phone number.",
    );
    story.call(
        "give_review_mark",
        json!({ "review": review, "about": goal, "mark": 2 }),
    );
    story.call(
        "give_review_mark",
        json!({ "review": review, "about": "they_keep_promises", "mark": 3 }),
    );
    story.sits("Mika");
    let seen = opened(&mut story, &review);
    assert_eq!(seen["notes"], json!([]));
    assert_eq!(seen["marks"][0]["sales"], Value::Null);
    assert_eq!(
        (
            &seen["silent"][0]["notes"],
            &seen["silent"][0]["marks"],
            &seen["silent"][0]["is_own"]
        ),
        (&json!(1), &json!(2), &json!(false))
    );
    // Nor does the history tell; how the file keeps it is told in `tests/faults/sealed.rs`.
    let history = story.call("history", json!({})).to_string();
    assert!(!history.contains("phone number"), "{history}");
    // Nobody speaks for the other side, and leadership for neither.
    let refused = story.refused(
        "set_review_ready",
        json!({ "review": review, "side": "sales", "ready": true }),
    );
    assert!(refused.message.contains("Only Sales"), "{}", refused.message);
    story.sits("Lee");
    let values = json!({ "kind": "working", "text": "All well." });
    assert!(
        story
            .refused("add_review_note", json!({ "review": review, "values": values }))
            .message
            .contains("Sales and Marketing")
    );
    revealed(&mut story, &review);
    for who in ["Mika", "Lee"] {
        story.sits(who);
        let seen = opened(&mut story, &review);
        assert_eq!(
            seen["notes"][0]["note"]["text"],
            "Leads come without a phone number."
        );
        assert_eq!(
            (&seen["marks"][0]["sales"], &seen["marks"][0]["marketing"]),
            (&json!(2), &Value::Null)
        );
    }
    // What both have seen is for good.
    assert!(
        story
            .refused(
                "give_review_mark",
                json!({ "review": review, "side": "sales", "about": goal, "mark": 5 })
            )
            .message
            .contains("Only Sales")
    );
    story.sits("Sasha");
    assert!(
        story
            .refused(
                "give_review_mark",
                json!({ "review": review, "about": goal, "mark": 5 })
            )
            .message
            .contains("stay as they are")
    );
}

#[test]
fn statements_of_the_pulse_read_the_same_from_both_sides() {
    let mut story = Story::new();
    let review = planned(&mut story, 2026, 3);
    let marks = opened(&mut story, &review)["marks"].clone();
    let swapped = |words: &str| {
        words
            .replace("Sales", "#")
            .replace("Marketing", "Sales")
            .replace('#', "Marketing")
    };
    let pulse: Vec<&Value> = marks
        .as_array()
        .into_iter()
        .flatten()
        .filter(|pair| pair["is_pulse"] == true)
        .collect();
    assert_eq!(pulse.len(), 4);
    for pair in pulse {
        assert_eq!(swapped(&text(&pair["to_sales"])), text(&pair["to_marketing"]));
    }
}

#[test]
fn everybody_has_five_votes_three_at_most_on_one_and_ties_are_told() {
    let mut story = Story::new();
    let review = planned(&mut story, 2026, 3);
    let phones = wrote(
        &mut story,
        "Sasha",
        &review,
        "not_working",
        "Leads come without a phone number.",
    );
    let answers = wrote(
        &mut story,
        "Mika",
        &review,
        "not_working",
        "Nobody says why a lead was rejected.",
    );
    let weekly = wrote(&mut story, "Mika", &review, "working", "The weekly call.");
    let vote = |note: &str, votes: i64| json!({ "note": note, "votes": votes });
    assert!(
        story
            .refused("vote_for_note", vote(&phones, 1))
            .message
            .contains("before both sides see")
    );
    revealed(&mut story, &review);
    story.sits("Mika");
    assert_eq!(
        story.refused("vote_for_note", vote(&phones, 4)).field.as_deref(),
        Some("votes")
    );
    story.call("vote_for_note", vote(&phones, 3));
    assert!(
        story
            .refused("vote_for_note", vote(&answers, 3))
            .message
            .contains("2 votes left")
    );
    story.call("vote_for_note", vote(&answers, 2));
    assert!(
        story
            .refused("vote_for_note", vote(&weekly, 1))
            .message
            .contains("no votes left")
    );
    story.sits("Sasha");
    story.call("vote_for_note", vote(&answers, 1));
    let seen = opened(&mut story, &review);
    assert_eq!(seen["votes_left"], 4);
    let told: Vec<(Value, Value, Value)> = seen["notes"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| (one["votes"].clone(), one["place"].clone(), one["is_tie"].clone()))
        .collect();
    assert_eq!(
        told,
        [
            (json!(3), json!(1), json!(true)),
            (json!(3), json!(1), json!(true)),
            (json!(0), Value::Null, json!(false)),
        ]
    );
    // Votes are taken back, and go with their note.
    story.call("vote_for_note", vote(&answers, 0));
    assert_eq!(opened(&mut story, &review)["votes_left"], 5);
    story.call("remove_review_note", json!({ "id": phones }));
    story.sits("Mika");
    assert_eq!(opened(&mut story, &review)["votes_left"], 3);
}

#[test]
fn an_action_comes_back_with_its_age_until_it_is_done_and_says_how_often_it_was_carried_over() {
    let mut story = Story::new();
    let second = planned(&mut story, 2026, 2);
    let list = story.call("list_reviews", json!({}));
    let third = text(&list["years"][0]["reviews"][2]["review"]["id"]);
    story.call("begin_review", json!({ "id": second }));
    let mika = story.person("Mika");
    let action = story.call(
        "add_review_action",
        json!({ "review": second, "values": { "name": "Ask for the phone number" } }),
    );
    story.call(
        "add_review_parked",
        json!({ "review": second, "values": { "name": "A fair in spring?" } }),
    );
    story.call("add_review_decision", json!({ "review": second, "values": {
        "question": "What do we ask for?", "name": "The phone number", "why": "Calls work", "effective_from": "2026-12-01" } }));
    revealed(&mut story, &second);
    // What nobody does by no day is no promise.
    assert!(
        story
            .refused("close_review", json!({ "id": second }))
            .message
            .contains("an owner and a day")
    );
    story.call(
        "edit_review_action",
        json!({ "id": action["id"], "change": { "owner": mika, "due": "2026-11-29" } }),
    );
    story.call("close_review", json!({ "id": second }));
    let seen = opened(&mut story, &third);
    let last = &seen["worksheet"]["last_time"];
    assert_eq!(
        (&last["label"], &last["decisions"][0]["name"]),
        (&json!("Q2 FY26"), &json!("The phone number"))
    );
    assert_eq!(
        (&last["actions"][0]["carried_over"], &last["actions"][0]["state"]),
        (&json!(0), &json!("open"))
    );
    assert_eq!(last["parked"][0]["name"], "A fair in spring?");
    // After it is closed the words stay; a later day is told but does not make it less late.
    let id = action["id"].clone();
    assert!(
        story
            .refused(
                "edit_review_action",
                json!({ "id": id, "change": { "name": "Something else" } })
            )
            .message
            .contains("was closed on")
    );
    assert!(
        story
            .refused("remove_review_action", json!({ "id": id }))
            .message
            .contains("was closed on")
    );
    story.call(
        "edit_review_action",
        json!({ "id": id, "change": { "due": "2026-12-20" } }),
    );
    story.days_later(10);
    closed(&mut story, &third);
    let fourth = text(&list["years"][0]["reviews"][3]["review"]["id"]);
    let last = opened(&mut story, &fourth)["worksheet"]["last_time"].clone();
    let told = &last["actions"][0];
    assert_eq!(
        (
            &told["carried_over"],
            &told["state"],
            &told["age_days"],
            &told["agreed_in"],
            &told["side"]
        ),
        (
            &json!(1),
            &json!("overdue"),
            &json!(10),
            &json!("Q2 FY26"),
            &json!("marketing")
        )
    );
    assert_eq!(last["parked"][0]["carried_over"], 1);
    story.call(
        "edit_review_action",
        json!({ "id": id, "change": { "done_on": "2026-12-01" } }),
    );
    let last = opened(&mut story, &fourth)["worksheet"]["last_time"].clone();
    assert_eq!(last["actions"], json!([]));
    assert_eq!(
        opened(&mut story, &third)["worksheet"]["last_time"]["actions"][0]["state"],
        "overdue",
        "closed, it stays as it was"
    );
}

#[test]
fn a_review_that_was_broken_off_goes_on_with_nothing_lost() {
    let mut story = Story::new();
    let review = planned(&mut story, 2026, 3);
    wrote(&mut story, "Sasha", &review, "working", "The weekly call.");
    story.call("begin_review", json!({ "id": review }));
    story.call(
        "add_review_parked",
        json!({ "review": review, "values": { "name": "A fair in spring?" } }),
    );
    let before = opened(&mut story, &review);
    let mut story = story.reopened();
    assert_eq!(opened(&mut story, &review), before);
    assert_eq!(listed(&mut story, &review)["state"], "in_session");
    // Begun is begun: whoever goes on does not begin anew.
    story.days_later(1);
    story.call("begin_review", json!({ "id": review }));
    assert_eq!(
        opened(&mut story, &review)["line"]["review"]["begun_at"],
        before["line"]["review"]["begun_at"]
    );
}

#[test]
fn a_check_in_does_not_hide_what_the_last_quarter_decided() {
    let mut story = Story::new();
    let planned = story
        .sits("Sasha")
        .call("plan_reviews", json!({ "year": 2027, "monthly": true }));
    // Ten days after the second quarter.
    story.days_later(230);
    let id = |kind: &str, number: i64| {
        let all = planned.as_array().into_iter().flatten();
        let found = all
            .filter(|one| one["kind"] == kind)
            .find(|one| one["number"] == number);
        text(&found.expect("it is planned")["id"])
    };
    let (first, april, second) = (id("quarter", 1), id("month", 4), id("quarter", 2));
    let sasha = story.person("Sasha");
    story.call(
        "add_review_decision",
        json!({ "review": first, "values": { "name": "We call within a day" } }),
    );
    let values = json!({ "name": "A list", "owner": sasha, "due": "2027-08-20" });
    let action = story.call("add_review_action", json!({ "review": first, "values": values }));
    closed(&mut story, &first);
    story.days_later(1);
    story.call(
        "add_review_decision",
        json!({ "review": april, "values": { "name": "Fewer fairs" } }),
    );
    closed(&mut story, &april);
    story.days_later(1);
    story.call(
        "edit_review_action",
        json!({ "id": action["id"], "change": { "done_on": "2027-07-12" } }),
    );
    let last = opened(&mut story, &second)["worksheet"]["last_time"].clone();
    let decided: Vec<String> = last["decisions"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| text(&one["name"]))
        .collect();
    assert_eq!(decided, ["We call within a day", "Fewer fairs"]);
    assert_eq!(
        (
            &last["label"],
            &last["actions"][0]["action"]["name"],
            &last["actions"][0]["state"]
        ),
        (&json!("Q1 FY27"), &json!("A list"), &json!("done"))
    );
}
