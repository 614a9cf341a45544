//! Every change of what was signed is told, and told once.

use std::{fs, path::Path, sync::Arc};

use lockstep_tests::story::{Story, beginning, text};
use lockstep_workspace::FixedEnvironment;
use serde_json::{Value, json};

/// A plan that is in force, with something in every list.
fn signed() -> (Story, String) {
    let mut story = Story::new();
    story.begin_plan(2027);
    let plan = story.make_ready(2027);
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    let sasha = story.person("Sasha");
    for name in ["Labs", "Clinics"] {
        story.call("add_segment", json!({ "plan": plan, "values": { "name": name } }));
        story.call(
            "add_initiative",
            json!({ "plan": plan, "values": { "name": name, "goal": goal, "owner": sasha, "budget": 5_000 } }),
        );
    }
    story.call(
        "add_risk",
        json!({ "plan": plan, "values": { "name": "Prices fall", "owner": sasha } }),
    );
    story.call(
        "add_measure",
        json!({ "plan": plan, "values": { "side": "sales", "name": "Deals", "target": 4 } }),
    );
    story.sign_plan(&plan);
    (story, plan)
}

fn differences(story: &mut Story) -> Vec<Value> {
    let page = story.plan(2027);
    page["agreement"]["differences"]
        .as_array()
        .cloned()
        .unwrap_or_default()
}

/// Does something to a signed plan, and returns how the draft differs then.
#[track_caller]
fn after(story: &mut Story, command: &str, input: Value) -> Vec<Value> {
    story.call(command, input);
    let told = differences(story);
    story.call("undo", json!({}));
    assert_eq!(differences(story), Vec::<Value>::new());
    told
}

#[test]
fn what_the_page_shows_otherwise_is_told_and_can_be_proposed() {
    let (mut story, plan) = signed();
    let page = story.plan(2027);
    let goal = page["goals"][0]["goal"]["id"].clone();
    let line = page["look_back"]["measures"][0]["measure"]["id"].clone();
    let risk = page["risks"][0]["id"].clone();
    let duty = page["duties"][0]["id"].clone();
    let segments = [&page["segments"][0]["id"], &page["segments"][1]["id"]].map(Clone::clone);
    for (command, input, label) in [
        (
            "edit_goal",
            json!({ "id": goal, "change": { "adds_up": false } }),
            "Parts of the year add up to the target of *Qualified leads*",
        ),
        (
            "edit_risk",
            json!({ "id": risk, "change": { "kind": "assumption" } }),
            "Risk or assumption",
        ),
        (
            "edit_measure",
            json!({ "id": line, "change": { "side": "marketing" } }),
            "Measured on",
        ),
        (
            "edit_measure",
            json!({ "id": line, "change": { "direction": "less" } }),
            "Measured on",
        ),
        (
            "edit_responsibility",
            json!({ "id": duty, "change": { "bucket": "collateral" } }),
            "Bucket of *Branding and messaging*",
        ),
        (
            "move_segment",
            json!({ "id": segments[0], "after": segments[1] }),
            "Order of the segments",
        ),
    ] {
        let told = after(&mut story, command, input);
        assert_eq!(told.len(), 1, "{command}: {told:?}");
        assert_eq!(text(&told[0]["label"]), label);
        assert_ne!(told[0]["before"], told[0]["after"], "{told:?}");
    }
    story.call(
        "edit_risk",
        json!({ "id": risk, "change": { "kind": "assumption" } }),
    );
    story.sign_plan(&plan);
    assert_eq!(story.plan(2027)["agreement"]["in_force"]["version"], 2);
}

#[test]
fn a_person_who_is_called_otherwise_changes_no_signed_plan() {
    let (mut story, plan) = signed();
    let sasha = story.person("Sasha");
    let renamed = json!({ "id": sasha, "change": { "name": "Sasha Brandt-Lind", "role": "CRO" } });
    assert_eq!(
        after(&mut story, "edit_person", renamed.clone()),
        Vec::<Value>::new()
    );
    story.call("edit_person", renamed);
    story.call("edit_company", json!({ "change": { "language": "de-DE" } }));
    assert_eq!(differences(&mut story), Vec::<Value>::new());
    let error = story.refused("propose", json!({ "subject_kind": "plan", "subject": plan }));
    assert!(error.message.contains("says the same"), "{error:?}");
    // Another person is told by name.
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    let lee = story.person("Lee");
    let told = after(
        &mut story,
        "edit_goal",
        json!({ "id": goal, "change": { "sales_owner": lee } }),
    );
    assert_eq!(
        (&told[0]["before"], &told[0]["after"]),
        (&json!("Sasha Brandt"), &json!("Lee Novak"))
    );
}

#[test]
fn a_goal_that_is_called_otherwise_is_told_once() {
    let (mut story, _) = signed();
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    let told = after(
        &mut story,
        "edit_goal",
        json!({ "id": goal, "change": { "name": "Accepted leads" } }),
    );
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["label"], "Goal");
}

#[test]
fn what_was_signed_in_an_earlier_version_of_the_file_says_the_same() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut opened = 0;
    for entry in fs::read_dir(fixtures).expect("the frozen files") {
        let from = entry.expect("an entry").path();
        if from.extension().is_none_or(|ending| ending != "lockstep") {
            continue;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("old.lockstep");
        fs::copy(&from, &path).expect("copied");
        let clock = Arc::new(FixedEnvironment::at(beginning()));
        let mut workspace = lockstep_core::open(&path, clock).expect("it opens");
        let mut ask = |name: &str, input: Value| workspace.call(name, input).expect("an answer");
        let draft = ask("open_plan", json!({ "year": 2027 }));
        // Every frozen file was signed, and then its positioning line was changed.
        let told = draft["agreement"]["differences"].clone();
        assert_eq!(
            told.as_array().map(Vec::len),
            Some(1),
            "{}: {told}",
            from.display()
        );
        assert_eq!(told[0]["label"], "Positioning line");
        let signed = ask("open_plan", json!({ "year": 2027, "version": 1 }));
        assert_eq!(signed["goals"][0]["months"], draft["goals"][0]["months"]);
        let before = json!({ "subject_kind": "plan", "subject": draft["plan"]["id"], "from": 1, "to": null });
        assert_eq!(ask("compare_versions", before), told);
        opened += 1;
    }
    assert!(opened >= 3, "the frozen files were not found");
}
