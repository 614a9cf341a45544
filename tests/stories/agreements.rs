//! Two sides, one seal.

use lockstep_tests::story::{Story, text};
use proptest::prelude::*;
use serde_json::{Value, json};

fn ready() -> (Story, String) {
    let mut story = Story::new();
    story.begin_plan(2027);
    let plan = story.make_ready(2027);
    (story, plan)
}

fn propose(story: &mut Story, plan: &str) -> String {
    text(&story.call("propose", json!({ "subject_kind": "plan", "subject": plan }))["agreement"])
}

#[test]
fn a_plan_is_in_force_only_when_both_sides_have_signed() {
    let (mut story, plan) = ready();
    let agreement = propose(&mut story, &plan);
    let (sasha, mika) = (story.person("Sasha"), story.person("Mika"));
    story.call(
        "sign",
        json!({ "agreement": agreement, "person": sasha, "side": "sales" }),
    );
    assert_eq!(story.plan(2027)["agreement"]["in_force"], Value::Null);
    story.sits("Mika").call(
        "sign",
        json!({ "agreement": agreement, "person": mika, "side": "marketing" }),
    );
    let seal = story.plan(2027)["agreement"].clone();
    assert_eq!(seal["in_force"]["version"], 1);
    assert_eq!(seal["proposed"], Value::Null);
    assert_eq!(text(&seal["in_force"]["digest"]).len(), 64);
}

#[test]
fn nobody_signs_for_the_other_side_or_with_another_name() {
    let (mut story, plan) = ready();
    let agreement = propose(&mut story, &plan);
    let (sasha, mika, lee) = (story.person("Sasha"), story.person("Mika"), story.person("Lee"));
    let error = story.refused(
        "sign",
        json!({ "agreement": agreement, "person": sasha, "side": "marketing" }),
    );
    assert!(error.message.contains("cannot sign for Marketing"), "{error:?}");
    let error = story.refused(
        "sign",
        json!({ "agreement": agreement, "person": mika, "side": "marketing" }),
    );
    assert!(
        error.message.contains("Sasha Brandt is at the keyboard"),
        "{error:?}"
    );
    story.sits("Lee");
    story.refused(
        "sign",
        json!({ "agreement": agreement, "person": lee, "side": "sales" }),
    );
    story.refused("withdraw", json!({ "agreement": agreement }));
}

#[test]
fn leadership_may_witness_and_decides_for_no_side() {
    let (mut story, plan) = ready();
    let agreement = propose(&mut story, &plan);
    let lee = story.person("Lee");
    story.sits("Lee").call(
        "sign",
        json!({ "agreement": agreement, "person": lee, "side": "leadership" }),
    );
    let seal = story.plan(2027)["agreement"].clone();
    assert_eq!(seal["in_force"], Value::Null);
    assert_eq!(text(&seal["proposed"]["signatures"][0]["side"]), "leadership");
    story.refused(
        "sign",
        json!({ "agreement": agreement, "person": lee, "side": "leadership" }),
    );
}

#[test]
fn one_person_signs_for_both_sides_only_where_the_workspace_says_so_and_openly() {
    let (mut story, plan) = ready();
    let agreement = propose(&mut story, &plan);
    let sasha = story.person("Sasha");
    story.refused(
        "sign",
        json!({ "agreement": agreement, "person": sasha, "side": "marketing" }),
    );
    story.call(
        "edit_company",
        json!({ "change": { "one_person_does_both": true } }),
    );
    for side in ["sales", "marketing"] {
        story.call(
            "sign",
            json!({ "agreement": agreement, "person": sasha, "side": side }),
        );
    }
    assert_eq!(story.plan(2027)["agreement"]["in_force"]["one_person"], true);
}

#[test]
fn a_proposed_plan_waits_unchanged_until_it_is_signed_or_withdrawn() {
    let (mut story, plan) = ready();
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    let agreement = propose(&mut story, &plan);
    let raise = json!({ "id": goal, "change": { "target": 460 } });
    let error = story.refused("edit_goal", raise.clone());
    assert!(error.message.contains("waits for signatures"), "{error:?}");
    story.refused("undo", json!({}));
    story.call("withdraw", json!({ "agreement": agreement }));
    story.call("edit_goal", raise);
    story.refused(
        "sign",
        json!({ "agreement": agreement, "person": "nobody", "side": "sales" }),
    );
}

#[test]
fn the_draft_says_in_words_how_it_differs_from_what_is_in_force() {
    let (mut story, plan) = ready();
    story.sign_plan(&plan);
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    story.call(
        "edit_goal",
        json!({ "id": goal, "change": { "name": "Accepted leads" } }),
    );
    story.call("edit_goal", json!({ "id": goal, "change": { "target": 460 } }));
    let differences = story.plan(2027)["agreement"]["differences"].clone();
    assert!(
        differences.as_array().is_some_and(|all| all
            .iter()
            .any(|d| d["label"] == "Target of *Accepted leads*"
                && d["before"] == "400"
                && d["after"] == "460")),
        "{differences}"
    );
    assert_eq!(
        story.call("open_plan", json!({ "year": 2027, "version": 1 }))["goals"][0]["goal"]["target"],
        400
    );
    story.sign_plan(&plan);
    let seal = story.plan(2027)["agreement"].clone();
    assert_eq!(seal["in_force"]["version"], 2);
    assert_eq!(seal["versions"][1]["state"], "superseded");
    let between = story.call(
        "compare_versions",
        json!({ "subject_kind": "plan", "subject": plan, "from": 1, "to": 2 }),
    );
    assert!(between.to_string().contains("460"), "{between}");
}

#[test]
fn what_is_in_force_is_not_withdrawn_deleted_or_proposed_again_unchanged() {
    let (mut story, plan) = ready();
    let agreement = story.sign_plan(&plan);
    assert!(
        story
            .refused("withdraw", json!({ "agreement": agreement }))
            .message
            .contains("in force")
    );
    assert!(
        story
            .refused("delete_plan", json!({ "plan": plan }))
            .message
            .contains("kept")
    );
    assert!(
        story
            .refused("propose", json!({ "subject_kind": "plan", "subject": plan }))
            .message
            .contains("says the same")
    );
}

#[test]
fn a_plan_with_gaps_can_be_drafted_but_not_proposed() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    let propose = json!({ "subject_kind": "plan", "subject": plan });
    let error = story.refused("propose", propose.clone());
    for gap in [
        "about the customer",
        "an owner in sales",
        "an owner in marketing",
        "a target",
    ] {
        assert!(error.message.contains(gap), "{gap} is not named in {error:?}");
    }
    story.call("remove_goal", json!({ "id": goal }));
    assert!(
        story
            .refused("propose", propose.clone())
            .message
            .contains("at least one joint goal")
    );
    story.call("undo", json!({}));
    let own = story.call("add_goal", json!({ "plan": plan, "values": { "metric": "own", "name": "Smiles", "unit": "count", "target": 3 } }));
    assert!(
        story
            .refused("propose", propose)
            .message
            .contains("its formula in words"),
        "{own}"
    );
}

#[derive(Debug, Clone)]
enum Move {
    Sit(&'static str),
    Edit(i64),
    Propose,
    Sign(&'static str, &'static str),
    Withdraw,
    Undo,
    Redo,
    Delete,
    Restore,
    RemoveGoal,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let who = prop_oneof![Just("Sasha"), Just("Mika"), Just("Lee")];
    let side = prop_oneof![Just("sales"), Just("marketing"), Just("leadership")];
    let one = prop_oneof![
        who.clone().prop_map(Move::Sit),
        (1_i64..900).prop_map(Move::Edit),
        Just(Move::Propose),
        (who, side).prop_map(|(who, side)| Move::Sign(who, side)),
        Just(Move::Withdraw),
        Just(Move::Undo),
        Just(Move::Redo),
        Just(Move::Delete),
        Just(Move::Restore),
        Just(Move::RemoveGoal),
    ];
    prop::collection::vec(one, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever is tried in whatever order: the text in force only ever becomes another one whose both halves are signed
    /// by people of those sides, and a signed text never changes.
    #[test]
    fn no_sequence_of_commands_changes_what_is_in_force_without_both_signatures(moves in moves()) {
        let (mut story, plan) = ready();
        story.sign_plan(&plan);
        let mut signed: Vec<(String, Value)> = Vec::new();
        for step in moves {
            let seal = story.plan(2027)["agreement"].clone();
            let page = story.plan(2027);
            let goal = page["goals"][0]["goal"]["id"].clone();
            let open = seal["proposed"]["agreement"].clone();
            // Refusals are part of the story: only what happens afterwards counts.
            let _ = match step {
                Move::Sit(who) => { let person = story.person(who); story.workspace.call("set_current_user", json!({ "person": person })) }
                Move::Edit(target) => story.workspace.call("edit_goal", json!({ "id": goal, "change": { "target": target } })),
                Move::Propose => story.workspace.call("propose", json!({ "subject_kind": "plan", "subject": plan })),
                Move::Sign(who, side) => { let person = story.person(who); story.workspace.call("sign", json!({ "agreement": open, "person": person, "side": side })) }
                Move::Withdraw => story.workspace.call("withdraw", json!({ "agreement": seal["in_force"]["agreement"] }))
                    .or_else(|_| story.workspace.call("withdraw", json!({ "agreement": open }))),
                Move::Undo => story.workspace.call("undo", json!({})),
                Move::Redo => story.workspace.call("redo", json!({})),
                Move::Delete => story.workspace.call("delete_plan", json!({ "plan": plan })),
                Move::Restore => {
                    let entry = story.call("history", json!({}))["entries"][0]["id"].clone();
                    story.workspace.call("restore_field", json!({ "entry": entry, "table": "agreement", "row": seal["in_force"]["agreement"], "field": "text" }))
                }
                Move::RemoveGoal => story.workspace.call("remove_goal", json!({ "id": goal })),
            };
            let now = story.plan(2027)["agreement"]["in_force"].clone();
            let sides: Vec<(String, String)> = now["signatures"].as_array().into_iter().flatten()
                .map(|s| (text(&s["side"]), text(&s["name"]))).collect();
            prop_assert!(sides.contains(&("sales".into(), "Sasha Brandt".into())), "{now}");
            prop_assert!(sides.contains(&("marketing".into(), "Mika Olsen".into())), "{now}");
            let version = now["version"].clone();
            let page = story.call("open_plan", json!({ "year": 2027, "version": version }))["goals"].clone();
            match signed.iter().find(|(digest, _)| *digest == text(&now["digest"])) {
                Some((_, before)) => prop_assert_eq!(before, &page),
                None => signed.push((text(&now["digest"]), page)),
            }
        }
    }
}

#[test]
fn what_waits_is_said_for_each_side() {
    let mut story = Story::new();
    let waits = |story: &mut Story| -> Vec<(String, Value)> {
        let waits = story.call("what_waits", json!({}));
        let waits = waits.as_array().cloned().unwrap_or_default();
        waits
            .iter()
            .map(|one| {
                let words = text(&one["words"]);
                // The task is what the page goes by, and the words begin with it.
                assert!(words.to_lowercase().starts_with(&text(&one["task"])), "{one}");
                (words, one["sides"].clone())
            })
            .collect()
    };
    assert_eq!(waits(&mut story), []);
    story.begin_plan(2027);
    let both = json!(["sales", "marketing"]);
    let missing = waits(&mut story);
    assert!(
        matches!(missing.as_slice(), [(words, sides)] if words.ends_with("things are missing") && *sides == both),
        "{missing:?}"
    );
    let plan = story.make_ready(2027);
    assert_eq!(
        waits(&mut story),
        [("Propose plan FY27".to_string(), both.clone())]
    );
    let agreement = propose(&mut story, &plan);
    assert_eq!(waits(&mut story), [("Sign plan FY27".to_string(), both.clone())]);
    let (sasha, mika) = (story.person("Sasha"), story.person("Mika"));
    story.sits("Sasha").call(
        "sign",
        json!({ "agreement": agreement, "person": sasha, "side": "sales" }),
    );
    assert_eq!(
        waits(&mut story),
        [("Sign plan FY27".to_string(), json!(["marketing"]))]
    );
    story.sits("Mika").call(
        "sign",
        json!({ "agreement": agreement, "person": mika, "side": "marketing" }),
    );
    assert_eq!(waits(&mut story), []);
    story.call(
        "edit_plan",
        json!({ "id": plan, "change": { "positioning": "Another line." } }),
    );
    assert_eq!(
        waits(&mut story),
        [(
            "Propose plan FY27: the draft differs from what is in force".to_string(),
            both
        )]
    );
}

#[test]
fn a_document_of_a_draft_that_says_nothing_new_is_the_version_in_force() {
    let (mut story, plan) = ready();
    let agreement = propose(&mut story, &plan);
    for (name, side) in [("Sasha", "sales"), ("Mika", "marketing")] {
        let person = story.person(name);
        story.sits(name).call(
            "sign",
            json!({ "agreement": agreement, "person": person, "side": side }),
        );
    }
    let document = |story: &mut Story| story.call("plan_document", json!({ "year": 2027 }));
    assert_eq!(document(&mut story)["version"], 1);
    story.call(
        "edit_company",
        json!({ "change": { "name": "Northwind Health" } }),
    );
    // The company's name is no clause of the plan, so nothing is new; the document says what was signed.
    assert_eq!(document(&mut story)["company"]["name"], "Northwind Medical");
    story.call(
        "edit_plan",
        json!({ "id": plan, "change": { "positioning": "Another line." } }),
    );
    let draft = document(&mut story);
    assert_eq!(
        (&draft["version"], &draft["plan"]["positioning"]),
        (&Value::Null, &json!("Another line."))
    );
}
