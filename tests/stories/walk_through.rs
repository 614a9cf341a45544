//! Sales walks marketing through the sale, both say how each step does, and what is to be mended gets an owner and a day.

use lockstep_tests::{
    library::{self, piece},
    story::{Story, text},
};
use serde_json::{Value, json};

fn begun(story: &mut Story, start: &str) -> String {
    let walk = story.call("begin_walk_through", json!({ "start": start }));
    text(&walk["id"])
}

fn opened(story: &mut Story, walk: &str) -> Value {
    story.call("open_walk_through", json!({ "id": walk }))
}

fn step(story: &mut Story, walk: &str, values: Value) -> String {
    let step = story.call("add_walk_step", json!({ "walk_through": walk, "values": values }));
    text(&step["id"])
}

fn marks(story: &mut Story, step: &str, side: &str, [message, look, fit]: [i64; 3]) {
    let change = json!({ format!("message_by_{side}"): message, format!("look_by_{side}"): look, format!("fit_by_{side}"): fit });
    story.call("edit_walk_step", json!({ "id": step, "change": change }));
}

fn names(lines: &Value, of: &str) -> Vec<String> {
    let lines = lines.as_array().expect("a list");
    lines.iter().map(|line| text(&line[of]["name"])).collect()
}

fn waits(story: &mut Story) -> Value {
    story.call("what_waits", json!({}))
}

#[test]
fn each_side_gives_its_own_marks_and_where_they_differ_is_talked_about() {
    let mut story = Story::new();
    story.sits("Sasha");
    let walk = begun(&mut story, "empty");
    let first = step(&mut story, &walk, json!({ "name": "First call" }));
    let second = step(&mut story, &walk, json!({ "name": "Presentation" }));
    let third = step(&mut story, &walk, json!({ "name": "Proposal" }));
    // Sales cannot say what Marketing thinks of it, and nobody can while nobody has said who they are.
    let refused = story.refused(
        "edit_walk_step",
        json!({ "id": first, "change": { "look_by_marketing": 5 } }),
    );
    assert_eq!(
        (refused.field.as_deref(), refused.message.as_str()),
        (Some("look_by_marketing"), "Marketing gives its own marks.")
    );
    let refused = story.refused(
        "edit_walk_step",
        json!({ "id": first, "change": { "look_by_sales": 6 } }),
    );
    assert_eq!(refused.message, "A mark is a whole number from 1 to 5.");
    marks(&mut story, &first, "sales", [5, 4, 4]);
    marks(&mut story, &second, "sales", [5, 4, 4]);
    marks(&mut story, &third, "sales", [3, 2, 4]);
    story.sits("Mika");
    marks(&mut story, &first, "marketing", [4, 4, 3]);
    marks(&mut story, &second, "marketing", [3, 4, 4]);
    // Whatever else Marketing changes in the step, the marks of Sales stay.
    story.call(
        "edit_walk_step",
        json!({ "id": first, "change": { "remarks": "We agreed to begin with the wards." } }),
    );
    let view = opened(&mut story, &walk);
    let about: Vec<&Value> = (0..3).map(|at| &view["steps"][at]["to_talk_about"]).collect();
    assert_eq!(
        about,
        [
            &json!([]),
            &json!([{ "why": "apart", "aspect": "message", "sales": 5, "marketing": 3 }]),
            &json!([{ "why": "low", "aspect": "look", "mark": 2 }]),
        ]
    );
    let rated: Vec<&Value> = (0..3).map(|at| &view["steps"][at]["is_rated"]).collect();
    assert_eq!(rated, [&json!(true), &json!(true), &json!(false)]);
    let listed = story.call("list_walk_throughs", json!({}));
    assert_eq!(
        (
            &listed["walk_throughs"][0]["steps"],
            &listed["walk_throughs"][0]["to_talk_about"]
        ),
        (&json!(3), &json!(2))
    );
}

#[test]
fn what_is_to_be_mended_is_due_in_seven_days_and_the_first_day_counts() {
    let mut story = Story::new();
    story.sits("Sasha");
    let walk = begun(&mut story, "empty");
    let mika = story.person("Mika");
    let pitch = piece(&mut story, "Pitch.txt", "What we say first.");
    let step = step(
        &mut story,
        &walk,
        json!({ "name": "Presentation", "piece": pitch }),
    );
    let values = json!({ "name": "A slide for clinics", "step": step, "piece": pitch, "owner": mika });
    let fix = story.call("add_fix", json!({ "walk_through": walk, "values": values }));
    assert_eq!(
        (&fix["found_on"], &fix["due"], &fix["due_first"]),
        (&json!("2026-11-22"), &json!("2026-11-29"), &json!("2026-11-29"))
    );
    let other = story.call(
        "add_fix",
        json!({ "walk_through": walk, "values": { "name": "Prices on one page", "due": "2026-12-20" } }),
    );
    let waiting = waits(&mut story);
    let fixes: Vec<(&Value, &Value)> = waiting
        .as_array()
        .into_iter()
        .flatten()
        .filter(|waits| waits["task"] == "fix")
        .map(|waits| (&waits["sides"], &waits["words"]))
        .collect();
    // A fix without an owner waits for both.
    assert_eq!(
        fixes,
        [
            (
                &json!(["sales", "marketing"]),
                &json!("Do one fix from a walk-through")
            ),
            (&json!(["marketing"]), &json!("Do one fix from a walk-through")),
        ]
    );
    // In the meeting a day is looked for; what stands there when it ends counts, whatever day is written down later.
    for due in ["2026-12-01", "2026-11-29"] {
        let changed = story.call("edit_fix", json!({ "id": fix["id"], "change": { "due": due } }));
        assert_eq!(changed["due_first"], json!(due));
    }
    story.call("end_walk_through", json!({ "id": walk }));
    story.call(
        "edit_fix",
        json!({ "id": fix["id"], "change": { "due": "2026-12-10" } }),
    );
    story.days_later(8);
    let view = opened(&mut story, &walk);
    assert_eq!(
        (
            &view["fixes"][0]["state"],
            &view["fixes"][0]["age_days"],
            &view["fixes"][0]["step_name"],
            &view["fixes"][0]["piece"]["title"],
            &view["kept"]
        ),
        (
            &json!("overdue"),
            &json!(8),
            &json!("Presentation"),
            &json!("Pitch"),
            &json!({ "done_in_time": 0, "done_late": 0, "overdue": 1, "open": 1 })
        )
    );
    assert!(waits(&mut story).to_string().contains("that is past its date"));
    for (done, message) in [
        ("2026-12-01", "This day has not come yet."),
        ("2026-11-21", "This day was before the walk-through."),
    ] {
        let refused = story.refused(
            "edit_fix",
            json!({ "id": fix["id"], "change": { "done_on": done } }),
        );
        assert_eq!(
            (refused.field.as_deref(), refused.message.as_str()),
            (Some("done_on"), message)
        );
    }
    for (fix, done) in [(&fix, "2026-11-30"), (&other, "2026-11-30")] {
        story.call(
            "edit_fix",
            json!({ "id": fix["id"], "change": { "done_on": done } }),
        );
    }
    assert_eq!(
        opened(&mut story, &walk)["kept"],
        json!({ "done_in_time": 1, "done_late": 1, "overdue": 0, "open": 0 })
    );
    assert!(!waits(&mut story).to_string().contains("fix"));
}

#[test]
fn the_next_walk_through_begins_from_the_last_and_shows_what_changed() {
    let mut story = Story::new();
    story.sits("Sasha");
    let refused = story.refused("begin_walk_through", json!({ "start": "last" }));
    assert_eq!(refused.message, "There is no walk-through to go on from.");
    let first = begun(&mut story, "starter");
    assert_eq!(
        names(&opened(&mut story, &first)["steps"], "step"),
        [
            "First call",
            "Finding out what they need",
            "Presentation",
            "Proposal",
            "Closing"
        ]
    );
    let at = |view: &Value, place: usize| text(&view["steps"][place]["step"]["id"]);
    let view = opened(&mut story, &first);
    marks(&mut story, &at(&view, 2), "sales", [2, 2, 2]);
    story.call(
        "edit_walk_step",
        json!({ "id": at(&view, 2), "change": { "said": "All that it can do", "remarks": "Too long" } }),
    );
    story.call(
        "add_fix",
        json!({ "walk_through": first, "values": { "name": "Cut it to ten slides" } }),
    );
    // One after the other: the next one begins when this one has ended.
    let refused = story.refused("begin_walk_through", json!({ "start": "last" }));
    assert_eq!(
        refused.message,
        "The walk-through of 22 Nov 2026 has not ended yet."
    );
    story.call("end_walk_through", json!({ "id": first }));
    let refused = story.refused(
        "edit_walk_step",
        json!({ "id": at(&view, 2), "change": { "said": "Something else" } }),
    );
    assert_eq!(refused.message, "This walk-through ended on 22 Nov 2026.");

    story.days_later(30);
    let second = begun(&mut story, "last");
    let now = opened(&mut story, &second);
    assert_eq!(
        (
            &now["steps"][2]["step"]["said"],
            &now["steps"][2]["step"]["remarks"]
        ),
        (&json!("All that it can do"), &json!(""))
    );
    assert_eq!(now["steps"][2]["step"]["message_by_sales"], Value::Null);
    assert_eq!(now["steps"][2]["before"]["changed"], json!([]));
    story.call(
        "edit_walk_step",
        json!({ "id": at(&now, 2), "change": { "said": "What it does for them", "name": "First presentation" } }),
    );
    story.call("remove_walk_step", json!({ "id": at(&now, 4) }));
    let now = opened(&mut story, &second);
    assert_eq!(now["steps"][2]["before"]["changed"], json!(["name", "said"]));
    assert_eq!(now["steps"][2]["before"]["step"]["message_by_sales"], 2);
    assert_eq!(
        (
            &now["last"]["dropped"],
            &now["last"]["kept"]["overdue"],
            &now["last"]["fixes"][0]["fix"]["name"]
        ),
        (&json!(["Closing"]), &json!(1), &json!("Cut it to ten slides"))
    );
    let listed = story.call("list_walk_throughs", json!({}));
    assert_eq!(names(&listed["to_mend"], "fix"), ["Cut it to ten slides"]);
    // What was to be mended can be done whatever walk-through there is by now; the earlier one itself stays as it was.
    let fix = now["last"]["fixes"][0]["fix"]["id"].clone();
    story.call(
        "edit_fix",
        json!({ "id": fix, "change": { "done_on": "2026-12-22" } }),
    );
    assert_eq!(opened(&mut story, &second)["last"]["kept"]["done_late"], 1);
    for (name, message) in [
        ("reopen_walk_through", "A later walk-through has begun."),
        (
            "remove_walk_through",
            "This walk-through is still used by 1 walk-through.",
        ),
    ] {
        assert_eq!(story.refused(name, json!({ "id": first })).message, message);
    }
    let mut story = Story::new();
    let empty = begun(&mut story, "empty");
    assert_eq!(
        story.refused("end_walk_through", json!({ "id": empty })).message,
        "There is no step in this walk-through yet."
    );
}

#[test]
fn a_walk_through_that_is_deleted_comes_back_with_its_steps_and_fixes() {
    let mut story = Story::new();
    story.sits("Sasha");
    let pitch = piece(&mut story, "Pitch.txt", "What we say first.");
    let walk = library::walked(&mut story, &pitch);
    let before = opened(&mut story, &walk);
    story.call("remove_walk_through", json!({ "id": walk }));
    let none = json!({ "walk_throughs": [], "to_mend": [] });
    assert_eq!(story.call("list_walk_throughs", json!({})), none);
    let history = story.call("history", json!({ "limit": 1 }));
    assert_eq!(
        history["entries"][0]["summary"],
        "Delete the walk-through of 22 Nov 2026 with 1 step and 1 fix"
    );
    story.call("undo", json!({}));
    assert_eq!(opened(&mut story, &walk), before);
    // One that has ended can be opened again, as long as it is the latest.
    story.call("end_walk_through", json!({ "id": walk }));
    story.call("reopen_walk_through", json!({ "id": walk }));
    assert_eq!(opened(&mut story, &walk)["walk_through"]["ended_on"], Value::Null);
}

#[test]
fn a_piece_that_is_walked_through_stays_and_what_it_is_merged_into_takes_its_place() {
    let mut story = Story::new();
    story.sits("Sasha");
    let pitch = piece(&mut story, "Pitch.txt", "What we say first.");
    let twin = piece(&mut story, "Twin.txt", "What we say first, too.");
    let walk = library::walked(&mut story, &pitch);
    let refused = story.refused("remove_piece", json!({ "id": pitch }));
    assert!(refused.message.contains("1 fix and 1 step"), "{refused:?}");
    story.call("merge_pieces", json!({ "into": twin, "from": pitch }));
    let view = opened(&mut story, &walk);
    assert_eq!(
        (
            &view["steps"][0]["piece"]["id"],
            &view["fixes"][0]["piece"]["title"]
        ),
        (&json!(twin), &json!("Twin"))
    );
    story.call("undo", json!({}));
    assert_eq!(opened(&mut story, &walk)["steps"][0]["piece"]["id"], json!(pitch));
}

#[test]
fn steps_and_fixes_are_found_by_their_words() {
    let mut story = Story::new();
    story.sits("Sasha");
    let pitch = piece(&mut story, "Pitch.txt", "What we say first.");
    let walk = library::walked(&mut story, &pitch);
    for (text, kind, name) in [
        ("first meeting", "Walk-through", "The first meeting"),
        ("presentat", "Step of the sale", "Presentation"),
        ("slide for", "Fix", "A slide for clinics"),
    ] {
        let found = story.call("search", json!({ "text": text }));
        let hit = found
            .as_array()
            .into_iter()
            .flatten()
            .find(|hit| hit["kind"] == kind);
        let hit = hit.unwrap_or_else(|| panic!("{text}: {found}"));
        assert_eq!(
            (&hit["name"], &hit["room"], &hit["section"]),
            (&json!(name), &json!("walk_through"), &json!(walk))
        );
    }
}

#[test]
fn walk_throughs_follow_one_another_and_what_was_written_down_later_was_found_on_its_day() {
    let mut story = Story::new();
    story.sits("Sasha");
    let held = |day: &str, start: &str| json!({ "start": start, "held_on": day });
    let first = text(&story.call("begin_walk_through", held("2026-11-10", "starter"))["id"]);
    // Twelve days later somebody writes down what was found then, and that some of it was mended meanwhile.
    let values = json!({ "name": "A shorter deck", "done_on": "2026-11-15" });
    let fix = story.call("add_fix", json!({ "walk_through": first, "values": values }));
    assert_eq!(
        (&fix["found_on"], &fix["due"]),
        (&json!("2026-11-10"), &json!("2026-11-29"))
    );
    assert_eq!(opened(&mut story, &first)["kept"]["done_in_time"], 1);
    story.call("end_walk_through", json!({ "id": first }));
    let moved = json!({ "id": first, "change": { "held_on": "2026-11-12" } });
    assert_eq!(
        story.refused("edit_walk_through", moved).message,
        "This walk-through ended on 22 Nov 2026."
    );
    let earlier = story.refused("begin_walk_through", held("2026-11-09", "empty"));
    assert_eq!(
        (earlier.field.as_deref(), earlier.message.as_str()),
        (
            Some("held_on"),
            "This day was before the walk-through of 10 Nov 2026."
        )
    );
    // One that is planned has not ended before its day.
    let second = text(&story.call("begin_walk_through", held("2026-12-20", "last"))["id"]);
    let refused = story.refused("end_walk_through", json!({ "id": second }));
    assert!(
        refused.message.contains("20 Dec 2026, which has not come yet"),
        "{refused:?}"
    );
    assert_eq!(
        story
            .refused("reopen_walk_through", json!({ "id": first }))
            .message,
        "A later walk-through has begun."
    );
}

#[test]
fn one_person_who_does_both_jobs_gives_the_marks_of_both() {
    let mut story = Story::new();
    story.sits("Sasha");
    let walk = begun(&mut story, "empty");
    let step = step(&mut story, &walk, json!({ "name": "First call" }));
    let change = json!({ "id": step, "change": { "look_by_marketing": 4 } });
    story.refused("edit_walk_step", change.clone());
    story.call(
        "edit_company",
        json!({ "change": { "one_person_does_both": true } }),
    );
    story.call("edit_walk_step", change);
    assert_eq!(
        opened(&mut story, &walk)["steps"][0]["step"]["look_by_marketing"],
        4
    );
}
