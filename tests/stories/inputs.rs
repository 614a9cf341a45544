//! What no command takes: shapes it does not know, and texts that no page could show.

use lockstep_tests::story::Story;
use serde_json::json;

#[test]
fn an_input_of_another_shape_says_which_field() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    assert_eq!(
        story
            .refused("begin_plan", json!({ "years": 2027 }))
            .field
            .as_deref(),
        Some("years")
    );
    assert!(
        story
            .refused("fly", json!({}))
            .message
            .contains("no command “fly”")
    );
    assert_eq!(
        story
            .refused(
                "edit_plan",
                json!({ "id": plan, "change": { "revealed_at": "2026-01-01T00:00:00Z" } })
            )
            .field
            .as_deref(),
        Some("revealed_at")
    );
    assert_eq!(
        story
            .refused("add_goal", json!({ "plan": plan, "values": { "colour": "red" } }))
            .field
            .as_deref(),
        Some("colour")
    );
}

#[test]
fn a_text_that_no_page_could_show_is_refused_at_its_field() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    for (field, longest) in [("name", 200), ("tracked_how", 10_000)] {
        let goal =
            |length: usize| json!({ "plan": plan, "values": { "metric": "own", field: "ß".repeat(length) } });
        story.call("add_goal", goal(longest));
        let refusal = story.refused("add_goal", goal(longest + 1));
        assert_eq!(refusal.field.as_deref(), Some(field), "{refusal:?}");
        assert!(refusal.message.contains("longer than"), "{refusal:?}");
    }
    let refusal = story.refused("add_person", json!({ "name": "n".repeat(201), "side": "sales" }));
    assert_eq!(refusal.field.as_deref(), Some("name"));
}
