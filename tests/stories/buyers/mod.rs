//! How customers buy: who takes part, in which phases, what each of them needs in each, and what they have in common.

mod findings;

use lockstep_tests::story::{Story, text};
use lockstep_workspace::error::ErrorCode;
use serde_json::{Value, json};

/// Begins the buying cycle with the starter set; returns its first persona and its first phase.
pub fn begun(story: &mut Story) -> [Value; 2] {
    story.call("begin_buying_cycle", json!({ "with_starter_set": true }));
    let page = page(story);
    [page["personas"][0]["id"].clone(), page["phases"][0]["id"].clone()]
}

/// Adds an insight and returns its id.
pub fn insight(story: &mut Story, values: Value) -> Value {
    add(story, "add_insight", values)
}

fn add(story: &mut Story, command: &str, values: Value) -> Value {
    let added = story.call(
        command,
        json!({ "buying_cycle": "buying_cycle", "values": values }),
    );
    added["id"].clone()
}

fn page(story: &mut Story) -> Value {
    story.call("open_buying_cycle", json!({}))
}

fn all<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    let items = list.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(|item| item[field].as_str()).collect()
}

fn last_done(story: &mut Story) -> String {
    text(&story.call("history", json!({ "limit": 1 }))["entries"][0]["summary"])
}

/// An empty buying cycle with two personas and two phases: their ids.
fn of_two() -> (Story, [Value; 2], [Value; 2]) {
    let mut story = Story::new();
    story.call("begin_buying_cycle", json!({ "with_starter_set": false }));
    let personas = ["CFO", "Head nurse"].map(|name| add(&mut story, "add_persona", json!({ "name": name })));
    let phases =
        ["Comparing", "Deciding"].map(|name| add(&mut story, "add_buying_phase", json!({ "name": name })));
    (story, personas, phases)
}

#[test]
fn a_buying_cycle_is_begun_once_empty_or_with_the_starter_set() {
    let mut story = Story::new();
    let untouched = story.state();
    assert_eq!(page(&mut story), Value::Null);
    let refusal = story.refused("add_persona", json!({ "buying_cycle": "buying_cycle" }));
    assert_eq!(refusal.code, ErrorCode::NotFound);

    story.call("begin_buying_cycle", json!({ "with_starter_set": false }));
    let empty = page(&mut story);
    for list in ["personas", "phases", "insights", "cells"] {
        assert_eq!(empty[list], json!([]), "{list}");
    }
    let refusal = story.refused("begin_buying_cycle", json!({ "with_starter_set": true }));
    assert_eq!(refusal.message, "There is a buying cycle already.");
    story.call("undo", json!({}));
    assert_eq!(story.state(), untouched);

    begun(&mut story);
    assert_eq!(
        last_done(&mut story),
        "Begin the buying cycle with the starter set"
    );
    let full = page(&mut story);
    assert_eq!(
        all(&full["personas"], "name"),
        ["Economic buyer", "Technical evaluator", "Daily user"]
    );
    assert_eq!(
        all(&full["phases"], "name"),
        [
            "Not looking",
            "Noticing the problem",
            "Comparing",
            "Deciding",
            "Using"
        ]
    );
    let cells = full["cells"].as_array().expect("cells");
    assert_eq!(cells.len(), 15);
    let counted: i64 = cells
        .iter()
        .flat_map(|cell| ["needs", "touchpoints", "triggers", "stoppers"].map(|kind| cell[kind].as_i64()))
        .flatten()
        .sum();
    let insights = full["insights"].as_array().expect("insights");
    assert_eq!(counted, i64::try_from(insights.len()).expect("a few"));
    assert!(insights.iter().all(|one| one["evidence"] == Value::Null));
    // The starter set shows from the first day what a market has in common.
    assert!(!in_common(&mut story).is_empty());
    story.call("undo", json!({}));
    assert_eq!(story.state(), untouched);
}

#[test]
fn two_copies_that_both_begin_with_the_starter_set_begin_the_same() {
    let mut here = Story::new();
    let mut there = here.copied();
    let ids = |story: &mut Story| {
        begun(story);
        let page = page(story);
        ["personas", "phases", "insights"].map(|list| {
            let ids = all(&page[list], "id");
            ids.into_iter().map(String::from).collect::<Vec<_>>()
        })
    };
    assert_eq!(ids(&mut here), ids(&mut there));
}

#[test]
fn every_field_is_edited_ordered_and_named_in_the_history() {
    let (mut story, [cfo, nurse], [comparing, deciding]) = of_two();
    assert_eq!(
        last_done(&mut story),
        "Add buying phase “Deciding” in the buying cycle"
    );
    let change = json!({ "role": "Signs", "goals": "Fewer surprises", "pains": "Agency staff", "convinced_by": "A pilot",
                         "objections": "Not this year", "title_words": [" CFO ", "cfo", "Finance", ""] });
    let edited = story.call("edit_persona", json!({ "id": cfo, "change": change }));
    assert_eq!(edited["title_words"], json!(["CFO", "Finance"]));
    assert_eq!(edited["objections"], "Not this year");
    assert_eq!(last_done(&mut story), "Change persona “CFO” in the buying cycle");

    let need = insight(
        &mut story,
        json!({ "persona": cfo, "phase": comparing, "kind": "need", "text": "What does it cost?" }),
    );
    assert_eq!(
        last_done(&mut story),
        "Add insight “What does it cost?” in the buying cycle"
    );
    let evidence =
        json!({ "evidence": "interview", "evidence_on": "2026-11-20", "evidence_note": "St Anne" });
    story.call("edit_insight", json!({ "id": need, "change": evidence }));
    let entry = story.call("history", json!({ "limit": 1 }))["entries"][0]["id"].clone();
    let fields = story.call("open_entry", json!({ "entry": entry }))["fields"].clone();
    assert!(fields.to_string().contains("Interview"), "{fields}");

    // What is known may belong to somebody else, or to another phase.
    story.call(
        "edit_insight",
        json!({ "id": need, "change": { "persona": nurse, "phase": deciding, "kind": "stopper" } }),
    );
    let entry = story.call("history", json!({ "limit": 1 }))["entries"][0]["id"].clone();
    let fields = story.call("open_entry", json!({ "entry": entry }))["fields"].to_string();
    for name in ["Head nurse", "Deciding", "Stopper"] {
        assert!(fields.contains(name), "{name}: {fields}");
    }

    story.call("move_persona", json!({ "id": nurse, "after": null }));
    story.call("move_buying_phase", json!({ "id": comparing, "after": deciding }));
    let page = page(&mut story);
    assert_eq!(all(&page["personas"], "name"), ["Head nurse", "CFO"]);
    assert_eq!(all(&page["phases"], "name"), ["Deciding", "Comparing"]);
    let cell = &page["cells"][0];
    assert_eq!((&cell["persona"], &cell["phase"]), (&nurse, &deciding));
    assert_eq!((&cell["needs"], &cell["stoppers"]), (&json!(0), &json!(1)));
}

#[test]
fn insights_keep_their_order_within_a_cell() {
    let (mut story, [cfo, nurse], [comparing, _]) = of_two();
    let mut ids = Vec::new();
    for (persona, text) in [(&cfo, "One"), (&nurse, "Between"), (&cfo, "Two"), (&cfo, "Three")] {
        ids.push(insight(
            &mut story,
            json!({ "persona": persona, "phase": comparing, "text": text }),
        ));
    }
    story.call("move_insight", json!({ "id": ids[3], "after": ids[0] }));
    let order = |story: &mut Story| {
        let insights = page(story)["insights"].clone();
        let of_cfo: Vec<Value> = insights
            .as_array()
            .expect("insights")
            .iter()
            .filter(|one| one["persona"] == cfo)
            .cloned()
            .collect();
        all(&json!(of_cfo), "text").join(" ")
    };
    assert_eq!(order(&mut story), "One Three Two");
    story.call("move_insight", json!({ "id": ids[2], "after": null }));
    assert_eq!(order(&mut story), "Two One Three");
}

#[test]
fn an_insight_belongs_to_a_persona_and_a_phase_and_was_learned_by_today() {
    let (mut story, [cfo, _], [comparing, _]) = of_two();
    let before = story.state();
    for (values, field, words) in [
        (json!({ "phase": comparing }), "persona", "Choose the persona"),
        (json!({ "persona": cfo }), "phase", "Choose the phase"),
        (
            json!({ "persona": comparing, "phase": comparing }),
            "persona",
            "The persona chosen here",
        ),
        (
            json!({ "persona": cfo, "phase": cfo }),
            "phase",
            "The buying phase chosen here",
        ),
        (
            json!({ "persona": cfo, "phase": comparing, "evidence_on": "2026-12-31" }),
            "evidence_on",
            "has not come yet",
        ),
        (
            json!({ "persona": cfo, "phase": comparing, "evidence": "hearsay" }),
            "evidence",
            "cannot be used here",
        ),
    ] {
        let input = json!({ "buying_cycle": "buying_cycle", "values": values });
        let refusal = story.refused("add_insight", input);
        assert_eq!(refusal.field.as_deref(), Some(field), "{refusal:?}");
        assert!(refusal.message.contains(words), "{refusal:?}");
    }
    assert_eq!(story.state(), before);
}

#[test]
fn a_copied_persona_has_all_that_is_known_of_it_but_not_its_job_titles() {
    let mut story = Story::new();
    let [buyer, phase] = begun(&mut story);
    insight(
        &mut story,
        json!({ "persona": buyer, "phase": phase, "text": "Said by St Anne", "evidence": "call",
                "evidence_on": "2026-11-20", "evidence_note": "With the CFO" }),
    );
    let before = story.state();
    let refusal = story.refused("copy_persona", json!({ "id": buyer, "name": " " }));
    assert_eq!(refusal.message, "Give the copy a name.");
    let copy = story.call("copy_persona", json!({ "id": buyer, "name": " Owner " }));
    assert_eq!(last_done(&mut story), "Copy persona “Economic buyer” as “Owner”");
    let page = page(&mut story);
    assert_eq!(
        all(&page["personas"], "name"),
        ["Economic buyer", "Owner", "Technical evaluator", "Daily user"]
    );
    assert_eq!(copy["goals"], page["personas"][0]["goals"]);
    assert_eq!(copy["title_words"], json!([]));
    let of = |persona: &Value| -> Vec<Value> {
        let insights = page["insights"].as_array().expect("insights");
        let own = insights.iter().filter(|one| one["persona"] == *persona);
        own.map(|one| {
            json!([
                one["phase"],
                one["kind"],
                one["text"],
                one["evidence"],
                one["evidence_on"],
                one["evidence_note"]
            ])
        })
        .collect()
    };
    assert_eq!(of(&copy["id"]), of(&buyer));
    assert_eq!(of(&copy["id"]).len(), 10);
    story.call("undo", json!({}));
    assert_eq!(story.state(), before);
}

#[test]
fn what_is_known_goes_with_its_persona_or_phase_and_comes_back_with_undo() {
    let mut story = Story::new();
    let [buyer, phase] = begun(&mut story);
    let before = story.state();
    for (command, id, summary) in [
        (
            "remove_persona",
            &buyer,
            "Delete persona “Economic buyer” and 9 insights in the buying cycle",
        ),
        (
            "remove_buying_phase",
            &phase,
            "Delete buying phase “Not looking” and 4 insights in the buying cycle",
        ),
    ] {
        let known = page(&mut story)["insights"].as_array().expect("insights").len();
        story.call(command, json!({ "id": id }));
        assert_eq!(last_done(&mut story), summary);
        let left = page(&mut story);
        let insights = left["insights"].as_array().expect("insights");
        assert!(insights.len() < known);
        assert!(
            insights
                .iter()
                .all(|one| one["persona"] != *id && one["phase"] != *id)
        );
        let mut reopened = story.reopened();
        reopened.call("undo", json!({}));
        assert_eq!(reopened.state(), before);
        reopened.call("redo", json!({}));
        reopened.call("undo", json!({}));
        assert_eq!(reopened.state(), before);
        story = reopened;
    }
    let empty = add(&mut story, "add_persona", json!({ "name": "Works council" }));
    story.call("remove_persona", json!({ "id": empty }));
    assert_eq!(
        last_done(&mut story),
        "Delete persona “Works council” in the buying cycle"
    );
}

/// What is shared, as "need: Who else has it? (CFO in Comparing, Head nurse in Deciding)".
fn in_common(story: &mut Story) -> Vec<String> {
    let shared = story.call("market_in_common", json!({}));
    let in_words = |one: &Value| {
        let places = one["places"].as_array().cloned().unwrap_or_default();
        let places: Vec<String> = places
            .iter()
            .map(|place| {
                format!(
                    "{} in {}",
                    text(&place["persona_name"]),
                    text(&place["phase_name"])
                )
            })
            .collect();
        format!(
            "{}: {} ({}) {}",
            text(&one["kind"]),
            text(&one["text"]),
            places.join(", "),
            one["personas"]
        )
    };
    shared.as_array().expect("a list").iter().map(in_words).collect()
}
