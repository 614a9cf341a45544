//! What follows from what was written down: stages of one phase, what the market has in common, what search finds and what is
//! restored.

use lockstep_tests::story::Story;
use lockstep_workspace::error::ErrorCode;
use serde_json::json;

use super::{add, all, in_common, insight, of_two};
use crate::leads;

#[test]
fn a_stage_belongs_to_one_phase_only() {
    let (mut story, _, [comparing, deciding]) = of_two();
    let edited = story.call(
        "edit_buying_phase",
        json!({ "id": comparing, "change": { "lead_stages": ["working", "new", "working"],
                                             "opportunity_stages": [" Demo ", "Négociation", "demo"] } }),
    );
    assert_eq!(edited["lead_stages"], json!(["new", "working"]));
    assert_eq!(edited["opportunity_stages"], json!(["Demo", "Négociation"]));
    for (change, field, message) in [
        (
            json!({ "lead_stages": ["accepted", "working"] }),
            "lead_stages",
            "“Working” already belongs to the phase “Comparing”.",
        ),
        (
            json!({ "opportunity_stages": ["negociation"] }),
            "opportunity_stages",
            "“negociation” already belongs to the phase “Comparing”.",
        ),
    ] {
        let refusal = story.refused("edit_buying_phase", json!({ "id": deciding, "change": change }));
        assert_eq!(refusal.field.as_deref(), Some(field));
        assert_eq!(refusal.message, message);
        assert_eq!(
            refusal.hint.as_deref(),
            Some("A stage belongs to one phase only. Remove it there first.")
        );
    }
    story.call(
        "edit_buying_phase",
        json!({ "id": comparing, "change": { "lead_stages": ["new"], "opportunity_stages": [] } }),
    );
    story.call(
        "edit_buying_phase",
        json!({ "id": deciding, "change": { "lead_stages": ["working"], "opportunity_stages": ["Demo"] } }),
    );
    let refusal = story.refused(
        "add_buying_phase",
        json!({ "buying_cycle": "buying_cycle", "values": { "name": "Using", "lead_stages": ["new"] } }),
    );
    assert_eq!(refusal.code, ErrorCode::Invalid);
}

#[test]
fn the_stages_of_opportunities_are_offered_in_the_files_words() {
    let mut story = Story::new();
    let stages = |story: &mut Story| story.call("list_opportunity_stages", json!({}));
    assert_eq!(stages(&mut story), json!([]));
    leads::import(&mut story, "deals.csv", leads::DEALS);
    let offered = stages(&mut story);
    let words = all(&offered, "stage");
    assert!(words.contains(&"Closed Won"), "{offered}");
}

#[test]
fn what_two_personas_say_in_the_same_words_the_market_has_in_common() {
    let (mut story, [cfo, nurse], [comparing, deciding]) = of_two();
    assert_eq!(in_common(&mut story), Vec::<String>::new());
    let doctor = add(&mut story, "add_persona", json!({ "name": "Doctor" }));
    for (persona, phase, kind, text) in [
        (&nurse, &deciding, "need", "Who else has it?"),
        (&cfo, &comparing, "need", "who else has it"),
        // Twice in one persona is in common with nobody.
        (&cfo, &comparing, "trigger", "A new year"),
        (&cfo, &deciding, "trigger", "A new year"),
        // The same words of another kind are something else.
        (&nurse, &deciding, "stopper", "A new year"),
        (&cfo, &comparing, "stopper", "Le coût"),
        (&nurse, &comparing, "stopper", "LE  COUT!"),
        (&doctor, &comparing, "stopper", "– le coût"),
        (&cfo, &comparing, "touchpoint", ""),
        (&nurse, &comparing, "touchpoint", " "),
    ] {
        insight(
            &mut story,
            json!({ "persona": persona, "phase": phase, "kind": kind, "text": text }),
        );
    }
    assert_eq!(
        in_common(&mut story),
        [
            "stopper: Le coût (CFO in Comparing, Head nurse in Comparing, Doctor in Comparing) 3",
            "need: Who else has it? (CFO in Comparing, Head nurse in Deciding) 2",
        ]
    );
    story.call("remove_persona", json!({ "id": nurse }));
    assert_eq!(
        in_common(&mut story),
        ["stopper: Le coût (CFO in Comparing, Doctor in Comparing) 2"]
    );
}

#[test]
fn personas_phases_and_insights_are_found() {
    let (mut story, [cfo, _], [comparing, _]) = of_two();
    story.call(
        "edit_persona",
        json!({ "id": cfo, "change": { "role": "Signs the contract" } }),
    );
    let stopper = insight(
        &mut story,
        json!({ "persona": cfo, "phase": comparing, "kind": "stopper", "text": "Coûts de départ" }),
    );
    for (typed, kind, section, place, id) in [
        ("cfo", "Persona", "persona", "Signs the contract", &cfo),
        ("compar", "Buying phase", "phases", "", &comparing),
        ("couts", "Stopper", "insights", "CFO, Comparing", &stopper),
    ] {
        let hits = story.call("search", json!({ "text": typed }));
        let hit = &hits[0];
        assert_eq!(
            (&hit["room"], &hit["kind"], &hit["section"], &hit["place"]),
            (&json!("buyers"), &json!(kind), &json!(section), &json!(place)),
            "{typed}: {hits}"
        );
        assert_eq!(hit["id"], *id);
    }
}

#[test]
fn a_field_goes_back_to_what_it_was_by_its_edit() {
    let (mut story, [cfo, _], [comparing, deciding]) = of_two();
    let need = insight(
        &mut story,
        json!({ "persona": cfo, "phase": comparing, "text": "Before" }),
    );
    for (command, id, table, field, value) in [
        ("edit_persona", &cfo, "persona", "title_words", json!(["CFO"])),
        ("edit_persona", &cfo, "persona", "name", json!("Treasurer")),
        (
            "edit_buying_phase",
            &deciding,
            "buying_phase",
            "lead_stages",
            json!(["new"]),
        ),
        ("edit_insight", &need, "insight", "text", json!("After")),
        ("edit_insight", &need, "insight", "phase", deciding.clone()),
    ] {
        let before = story.state();
        story.call(command, json!({ "id": id, "change": { field: value } }));
        let entry = story.call("history", json!({ "limit": 1 }))["entries"][0]["id"].clone();
        assert_ne!(story.state(), before);
        story.call(
            "restore_field",
            json!({ "entry": entry, "table": table, "row": id, "field": field }),
        );
        assert_eq!(story.state(), before, "{table}.{field}");
    }
}
