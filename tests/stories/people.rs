//! Who sits at the keyboard, and who may be removed.

use lockstep_tests::story::{Story, text};
use serde_json::json;

#[test]
fn every_change_carries_the_name_of_whoever_sits_at_the_keyboard() {
    let mut story = Story::new();
    story.sits("Mika").begin_plan(2027);
    let entry = story.call("history", json!({}))["entries"][0].clone();
    assert_eq!(text(&entry["person_name"]), "Mika Olsen");
    assert_eq!(text(&entry["side"]), "marketing");
    assert_eq!(text(&entry["summary"]), "Begin plan FY27");
}

#[test]
fn somebody_who_owns_something_can_leave_but_not_be_removed() {
    let mut story = Story::new();
    story.begin_plan(2027);
    story.make_ready(2027);
    let mika = story.person("Mika");
    let refusal = story.refused("remove_person", json!({ "id": mika }));
    assert!(refusal.message.contains("is named in 2 goals"), "{refusal:?}");
    story.call(
        "edit_person",
        json!({ "id": mika, "change": { "has_left": true } }),
    );
    let missing = story.plan(2027)["missing"].to_string();
    assert!(
        missing.contains("an owner in marketing who is still here"),
        "{missing}"
    );
    story.refused("set_current_user", json!({ "person": mika }));
}

#[test]
fn a_person_without_a_name_is_not_taken_in() {
    let mut story = Story::new();
    let error = story.refused("add_person", json!({ "name": "  ", "side": "sales" }));
    assert_eq!(error.field.as_deref(), Some("name"));
}

#[test]
fn the_currency_is_fixed_once_there_is_a_plan() {
    let mut story = Story::new();
    story.call("edit_company", json!({ "change": { "currency": "USD" } }));
    story.begin_plan(2027);
    let error = story.refused("edit_company", json!({ "change": { "currency": "EUR" } }));
    assert_eq!(error.field.as_deref(), Some("currency"));
    let error = story.refused("edit_company", json!({ "change": { "language": "tlh" } }));
    assert_eq!(error.field.as_deref(), Some("language"));
}
