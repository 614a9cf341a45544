//! Undo, redo, and the history of every field.

use lockstep_tests::story::{Story, text};
use lockstep_workspace::error::ErrorCode;
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn undo_and_redo_name_their_step_and_survive_a_restart() {
    let mut story = Story::new();
    story.begin_plan(2027);
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    let before = story.state();
    story.call("edit_goal", json!({ "id": goal, "change": { "target": 400 } }));
    let after = story.state();
    let mut story = story.reopened();
    let steps = story.call("what_can_be_undone", json!({}));
    assert_eq!(
        steps["undo"]["summary"],
        "Change goal “Qualified leads” in plan FY27"
    );
    story.call("undo", json!({}));
    assert_eq!(story.state(), before);
    let mut story = story.reopened();
    let steps = story.call("redo", json!({}));
    assert_eq!(steps["redo"], Value::Null);
    assert_eq!(story.state(), after);
}

#[test]
fn what_changes_nothing_is_no_step() {
    let mut story = Story::new();
    story.begin_plan(2027);
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    let steps = story.call("what_can_be_undone", json!({}));
    story.call("edit_goal", json!({ "id": goal, "change": { "target": null } }));
    assert_eq!(story.call("what_can_be_undone", json!({})), steps);
}

#[test]
fn undo_takes_back_only_the_step_that_is_meant() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let add = |story: &mut Story, name: &str| {
        story.call("add_risk", json!({ "plan": plan, "values": { "name": name } }));
        story.call("what_can_be_undone", json!({}))["undo"]["entry"].clone()
    };
    let rain = add(&mut story, "Rain");
    let snow = add(&mut story, "Snow");
    let both = story.state();

    let refusal = story.refused("undo", json!({ "entry": rain }));
    assert_eq!(refusal.code, ErrorCode::Conflict);
    assert_eq!(
        refusal.message,
        "Something else was changed meanwhile: Add risk “Snow” in plan FY27."
    );
    assert_eq!(story.state(), both);

    let steps = story.call("undo", json!({ "entry": snow }));
    assert_eq!(steps["undo"]["entry"], rain);
    // The same click twice takes back one step, and says that it was the first.
    let refusal = story.refused("undo", json!({ "entry": snow }));
    assert!(
        refusal.message.contains("meanwhile: Undo: Add risk “Snow”"),
        "{}",
        refusal.message
    );

    let redo = steps["redo"]["entry"].clone();
    story.refused("redo", json!({ "entry": rain }));
    story.call("redo", json!({ "entry": redo }));
    assert_eq!(story.state(), both);
    add(&mut story, "Hail");
    story.refused("redo", json!({ "entry": redo }));
}

#[test]
fn a_step_before_a_signature_is_not_undone_by_a_click_that_came_late() {
    let mut story = Story::new();
    story.begin_plan(2027);
    let plan = story.make_ready(2027);
    let shown = story.call("what_can_be_undone", json!({}))["undo"]["entry"].clone();
    story.sign_plan(&plan);
    let signed = story.state();
    assert_eq!(
        story.refused("undo", json!({ "entry": shown })).code,
        ErrorCode::Conflict
    );
    assert_eq!(story.state(), signed);
}

#[test]
fn removing_a_goal_and_undoing_brings_back_what_served_it() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    story.call(
        "add_initiative",
        json!({ "plan": plan, "values": { "name": "Road show", "goal": goal } }),
    );
    let before = story.state();
    story.call("remove_goal", json!({ "id": goal }));
    assert_eq!(story.plan(2027)["initiatives"]["lines"][0]["goal"], Value::Null);
    story.call("undo", json!({}));
    assert_eq!(story.state(), before);
}

#[test]
fn any_field_can_be_put_back_to_an_earlier_value() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    for line in ["For hospitals", "For clinics", "For everybody"] {
        story.call(
            "edit_plan",
            json!({ "id": plan, "change": { "positioning": line } }),
        );
    }
    let entry = story.call("history", json!({}))["entries"][1]["id"].clone();
    let field = story.call("open_entry", json!({ "entry": entry }))["fields"][0].clone();
    assert_eq!(
        (text(&field["before"]), text(&field["after"])),
        ("For hospitals".into(), "For clinics".into())
    );
    story.call(
        "restore_field",
        json!({ "entry": entry, "table": field["table"], "row": field["row"], "field": field["field"] }),
    );
    assert_eq!(story.plan(2027)["plan"]["positioning"], "For hospitals");
    story.call("undo", json!({}));
    assert_eq!(story.plan(2027)["plan"]["positioning"], "For everybody");
}

#[test]
fn a_failed_action_leaves_nothing_behind() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let before = (story.state(), story.call("history", json!({}))["entries"].clone());
    let error = story.refused(
        "add_initiative",
        json!({ "plan": plan, "values": { "starts": "2027-05-01", "ends": "2027-04-01" } }),
    );
    assert_eq!(error.field.as_deref(), Some("ends"));
    let error = story.refused(
        "add_initiative",
        json!({ "plan": plan, "values": { "budget": "a lot" } }),
    );
    assert_eq!(error.field.as_deref(), Some("budget"));
    story.refused(
        "add_initiative",
        json!({ "plan": plan, "values": { "owner": "nobody" } }),
    );
    assert_eq!(
        (story.state(), story.call("history", json!({}))["entries"].clone()),
        before
    );
}

#[derive(Debug, Clone)]
enum Step {
    Target(i64),
    AddRisk,
    RemoveRisk,
    MoveRisk,
    AddInitiative,
    RemoveGoal,
    Positioning(String),
    AddPerson,
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(
        prop_oneof![
            (0_i64..1_000).prop_map(Step::Target),
            Just(Step::AddRisk),
            Just(Step::RemoveRisk),
            Just(Step::MoveRisk),
            Just(Step::AddInitiative),
            Just(Step::RemoveGoal),
            "\\PC{0,12}".prop_map(Step::Positioning),
            Just(Step::AddPerson),
            Just(Step::Undo),
            Just(Step::Redo),
        ],
        1..30,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_gives_the_first_state_and_redoing_it_the_last(steps in steps()) {
        let mut story = Story::new();
        let plan = story.begin_plan(2027);
        // A proposal taken back is a wall that undo does not pass: the state behind it is the first one.
        let first_goal = story.make_ready(2027);
        let proposed = story.call("propose", json!({ "subject_kind": "plan", "subject": first_goal }));
        story.call("withdraw", json!({ "agreement": proposed["agreement"] }));
        let first = story.state();
        for step in steps {
            let page = story.plan(2027);
            let _ = match step {
                Step::Target(target) => story.workspace.call("edit_goal", json!({ "id": page["goals"][0]["goal"]["id"], "change": { "target": target } })),
                Step::AddRisk => story.workspace.call("add_risk", json!({ "plan": plan, "values": { "name": "Rain" } })),
                Step::RemoveRisk => story.workspace.call("remove_risk", json!({ "id": page["risks"][0]["id"] })),
                Step::MoveRisk => story.workspace.call("move_risk", json!({ "id": page["risks"][0]["id"], "after": page["risks"][1]["id"] })),
                Step::AddInitiative => story.workspace.call("add_initiative", json!({ "plan": plan, "values": { "goal": page["goals"][0]["goal"]["id"] } })),
                Step::RemoveGoal => story.workspace.call("remove_goal", json!({ "id": page["goals"][0]["goal"]["id"] })),
                Step::Positioning(line) => story.workspace.call("edit_plan", json!({ "id": plan, "change": { "positioning": line } })),
                Step::AddPerson => story.workspace.call("add_person", json!({ "name": "Kim", "side": "sales" })),
                Step::Undo => story.workspace.call("undo", json!({})),
                Step::Redo => story.workspace.call("redo", json!({})),
            };
        }
        let last = story.state();
        let mut undone = 0;
        while story.workspace.call("undo", json!({})).is_ok() {
            undone += 1;
        }
        prop_assert_eq!(story.state(), first);
        for _ in 0..undone {
            story.call("redo", json!({}));
        }
        // What had been undone before lies above on the redo stack and may still come; this is the state where we began.
        prop_assert_eq!(story.state(), last);
    }
}

#[test]
fn a_step_that_adds_is_named_by_what_it_adds_but_never_by_a_sealed_point() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let latest = |story: &mut Story| text(&story.call("history", json!({}))["entries"][0]["summary"]);
    story.call(
        "add_initiative",
        json!({ "plan": plan, "values": { "name": "Ward webinars" } }),
    );
    assert_eq!(latest(&mut story), "Add initiative “Ward webinars” in plan FY27");
    story.call(
        "add_goal",
        json!({ "plan": plan, "values": { "metric": "won_deals" } }),
    );
    assert_eq!(latest(&mut story), "Add goal “Won deals” in plan FY27");
    story.call("add_initiative", json!({ "plan": plan }));
    assert_eq!(latest(&mut story), "Add initiative in plan FY27");
    story.call(
        "add_retro_note",
        json!({ "plan": plan, "values": { "side": "sales", "kind": "went_well", "text": "Nobody knows this yet" } }),
    );
    let summary = latest(&mut story);
    assert!(!summary.contains("Nobody knows"), "{summary}");
}

#[test]
fn the_history_tells_triggers_and_walk_away_points_and_terms_in_words() {
    let mut story = Story::new();
    story.call("begin_definition", json!({ "template": "blank" }));
    let values = json!({ "kind": "trigger", "text": "A new head of wards" });
    let added = story.call(
        "add_signal",
        json!({ "definition": "definition", "values": values }),
    );
    story.call(
        "edit_signal",
        json!({ "id": added["id"], "change": { "kind": "walk_away", "text": "They only want a price" } }),
    );
    let latest = |story: &mut Story| {
        let entry = story.call("history", json!({}))["entries"][0].clone();
        let opened = story.call("open_entry", json!({ "entry": entry["id"] }));
        let fields: Vec<String> = opened["fields"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|field| {
                let word = |name: &str| field[name].as_str().unwrap_or("nothing").to_string();
                format!(
                    "{}: {}: {} → {}",
                    word("name"),
                    word("field"),
                    word("before_text"),
                    word("after_text")
                )
            })
            .collect();
        (text(&entry["summary"]), fields)
    };
    assert_eq!(
        latest(&mut story),
        (
            "Change trigger or walk-away point “A new head of wards” in the definition".into(),
            vec![
                "They only want a price: kind: Trigger → Walk away".into(),
                "They only want a price: text: A new head of wards → They only want a price".into(),
            ]
        )
    );
    story.call("remove_signal", json!({ "id": added["id"] }));
    assert_eq!(
        latest(&mut story).1,
        [
            "They only want a price: kind: Walk away → nothing",
            "They only want a price: text: They only want a price → nothing"
        ]
    );
    // Words that people wrote stay as they wrote them, a list or a number in brackets among them.
    let values = json!({ "field": "company", "test": "any_of", "words": ["[7]", "Clinic"], "why": "[7]" });
    story.call(
        "add_criterion",
        json!({ "definition": "definition", "values": values }),
    );
    let (_, fields) = latest(&mut story);
    for line in [
        "Company: field: nothing → Company",
        "Company: test: nothing → Any of",
        "Company: words: nothing → [7] · Clinic",
        "Company: why: nothing → [7]",
    ] {
        assert!(fields.contains(&line.to_string()), "{line} is not in {fields:?}");
    }
}
