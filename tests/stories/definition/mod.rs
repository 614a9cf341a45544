//! The qualified lead: agreed together, run over real leads, and held to in both directions.

mod agreed;
mod judged;
mod over_time;
mod promised;
mod tested;

use lockstep_tests::story::{Story, text};
use serde_json::{Value, json};

/// Begins a definition without any criteria, and answers its three questions in words.
pub fn begun(story: &mut Story) {
    story.call("begin_definition", json!({ "template": "blank" }));
    edit(
        story,
        json!({ "customer": "Clinics", "information": "Who decides", "certainty": "A date is set" }),
    );
}

fn edit(story: &mut Story, change: Value) {
    story.call("edit_definition", json!({ "id": "definition", "change": change }));
}

/// Adds a criterion and returns its id.
pub fn criterion(story: &mut Story, values: Value) -> String {
    let added = story.call(
        "add_criterion",
        json!({ "definition": "definition", "values": values }),
    );
    text(&added["id"])
}

fn required(story: &mut Story, field: &str, least: i64) -> String {
    criterion(
        story,
        json!({ "field": field, "test": "at_least", "low": least, "role": "required" }),
    )
}

/// Promises so much, whether or not something of that kind is promised already.
fn promise(story: &mut Story, kind: &str, amount: i64) {
    let made = page(story)["promises"].as_array().cloned().unwrap_or_default();
    match made.iter().find(|made| made["promise"]["kind"] == kind) {
        Some(made) => story.call(
            "edit_promise",
            json!({ "id": made["promise"]["id"], "change": { "amount": amount } }),
        ),
        None => story.call(
            "add_promise",
            json!({ "definition": "definition", "values": { "kind": kind, "amount": amount } }),
        ),
    };
}

fn page(story: &mut Story) -> Value {
    story.call("open_definition", json!({}))
}

fn verdict(story: &mut Story, facts: Value) -> Value {
    story.call("try_lead", json!({ "facts": facts }))
}

pub fn propose(story: &mut Story) -> String {
    let subject = json!({ "subject_kind": "definition", "subject": "definition" });
    text(&story.sits("Sasha").call("propose", subject)["agreement"])
}

/// Lets both sides sign the draft.
pub fn agree(story: &mut Story) -> String {
    let agreement = propose(story);
    for (name, side) in [("Sasha", "sales"), ("Mika", "marketing")] {
        let person = story.person(name);
        story.sits(name).call(
            "sign",
            json!({ "agreement": agreement, "person": person, "side": side }),
        );
    }
    agreement
}
