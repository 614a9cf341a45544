//! What both sides agreed a qualified lead is.

use lockstep_tests::story::Story;
use serde_json::{Value, json};

use super::{agree, begun, criterion, edit, page, propose, required};

#[test]
fn a_definition_begins_from_a_template_that_looks_for_the_companys_own_columns() {
    let mut story = Story::new();
    assert_eq!(
        page(&mut story),
        Value::Null,
        "nothing is there before it was begun"
    );
    crate::leads::import(&mut story, "leads.csv", crate::leads::LEADS);
    let templates = story.call("list_templates", json!({}));
    assert_eq!(
        (&templates[1]["template"], &templates[1]["left_out"]),
        (&json!("best_fit"), &json!(["Industry", "Job title"])),
        "no lead has an industry or a title, so that every lead would fail by them"
    );
    story.call("begin_definition", json!({ "template": "best_fit" }));
    let fields: Vec<Value> = page(&mut story)["questions"][0]["criteria"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|criterion| criterion["criterion"]["field"].clone())
        .collect();
    assert_eq!(fields, [json!("attribute:Employees")]);
    let error = story.refused("begin_definition", json!({ "template": "bant" }));
    assert!(error.message.contains("begun already"), "{error:?}");
    story.call("undo", json!({}));
    assert_eq!(page(&mut story), Value::Null, "its beginning is one step");
}

#[test]
fn every_template_can_be_begun_and_says_what_it_still_needs() {
    let mut story = Story::new();
    let templates = story.call("list_templates", json!({}));
    assert_eq!(templates.as_array().map(Vec::len), Some(4));
    for template in templates.as_array().into_iter().flatten() {
        story.call("begin_definition", json!({ "template": template["template"] }));
        let page = page(&mut story);
        assert!(
            page["definition"]["sentence"]
                .as_str()
                .is_some_and(|says| says.contains("not yet a sale"))
        );
        story.call("undo", json!({}));
    }
}

#[test]
fn a_definition_is_in_force_only_when_both_sides_have_signed_and_then_cannot_be_changed() {
    let mut story = Story::new();
    begun(&mut story);
    required(&mut story, "attribute:Employees", 50);
    let agreement = propose(&mut story);
    let error = story.refused(
        "edit_definition",
        json!({ "id": "definition", "change": { "customer": "Everybody" } }),
    );
    assert!(error.message.contains("waits for signatures"), "{error:?}");
    let (sasha, mika) = (story.person("Sasha"), story.person("Mika"));
    story.call(
        "sign",
        json!({ "agreement": agreement, "person": sasha, "side": "sales" }),
    );
    assert_eq!(page(&mut story)["agreement"]["in_force"], Value::Null);
    story.sits("Mika").call(
        "sign",
        json!({ "agreement": agreement, "person": mika, "side": "marketing" }),
    );
    assert_eq!(page(&mut story)["agreement"]["in_force"]["version"], 1);
    edit(&mut story, json!({ "customer": "Hospitals" }));
    let signed = story.call("open_definition", json!({ "version": 1 }));
    assert_eq!(signed["definition"]["customer"], "Clinics");
    assert!(
        signed["locked"]
            .as_str()
            .is_some_and(|why| why.contains("as it was signed"))
    );
}

#[test]
fn the_history_writes_numbers_as_the_company_does() {
    let mut story = Story::new();
    begun(&mut story);
    let employees = required(&mut story, "attribute:Employees", 5);
    story.call(
        "edit_criterion",
        json!({ "id": employees, "change": { "low": 5000.5 } }),
    );
    let entry = story.call("history", json!({}))["entries"][0]["id"].clone();
    let field = story.call("open_entry", json!({ "entry": entry }))["fields"][0].clone();
    assert_eq!(
        (&field["before_text"], &field["after_text"]),
        (&json!("5"), &json!("5,000.5"))
    );
}

#[test]
fn how_a_draft_differs_from_what_is_in_force_reads_aloud() {
    let mut story = Story::new();
    begun(&mut story);
    let employees = required(&mut story, "attribute:Employees", 50);
    agree(&mut story);
    assert_eq!(page(&mut story)["agreement"]["differences"], json!([]));
    story.call(
        "edit_criterion",
        json!({ "id": employees, "change": { "low": 100 } }),
    );
    let differences = page(&mut story)["agreement"]["differences"].clone();
    assert_eq!(differences[0]["label"], "Criterion on *Employees*");
    assert_eq!(
        differences[0]["before"],
        "Employees is known and at least 50 (required)"
    );
    assert_eq!(
        differences[0]["after"],
        "Employees is known and at least 100 (required)"
    );
}

#[test]
fn a_version_cannot_be_proposed_while_a_worked_example_fails() {
    let mut story = Story::new();
    begun(&mut story);
    required(&mut story, "attribute:Employees", 50);
    let example = story.call(
        "add_example",
        json!({ "definition": "definition", "values": {
            "name": "A clinic of twelve", "facts": { "attribute:Employees": 12 }, "verdict": "qualified" } }),
    );
    let subject = json!({ "subject_kind": "definition", "subject": "definition" });
    let error = story.sits("Sasha").refused("propose", subject.clone());
    assert!(
        error
            .message
            .contains("“A clinic of twelve” must come out as Qualified, and comes out as Not qualified."),
        "{error:?}"
    );
    story.call(
        "edit_example",
        json!({ "id": example["id"], "change": { "verdict": "not_qualified" } }),
    );
    story.call("propose", subject);
}

#[test]
fn what_is_missing_is_said_before_anybody_signs() {
    let mut story = Story::new();
    story.call("begin_definition", json!({ "template": "blank" }));
    criterion(&mut story, json!({ "field": "source", "test": "any_of" }));
    for promise in page(&mut story)["promises"]
        .as_array()
        .cloned()
        .unwrap_or_default()
    {
        if promise["side"] == "sales" {
            story.call("remove_promise", json!({ "id": promise["promise"]["id"] }));
        }
    }
    let subject = json!({ "subject_kind": "definition", "subject": "definition" });
    let message = story.sits("Sasha").refused("propose", subject).message;
    for wanted in [
        "“What information do you need to start the sales process?”",
        "“Lead source is …” needs at least one word.",
        "Sales makes no promise yet: promises run both ways.",
    ] {
        assert!(message.contains(wanted), "{wanted} in {message}");
    }
}

#[test]
fn nothing_that_is_only_known_afterwards_may_decide() {
    let mut story = Story::new();
    begun(&mut story);
    for field in ["stage", "reason", "decided_on", "accepted", "owner", "closed_on"] {
        let error = story.refused(
            "add_criterion",
            json!({ "definition": "definition", "values": { "field": field, "test": "known" } }),
        );
        assert_eq!(error.field.as_deref(), Some("field"), "{field}: {error:?}");
        assert!(
            error.message.contains("only after a lead was handed over"),
            "{error:?}"
        );
    }
    let error = story.refused(
        "add_criterion",
        json!({ "definition": "definition", "values": { "field": "shoe_size", "test": "known" } }),
    );
    assert!(error.message.contains("no field “shoe_size”"), "{error:?}");
}

#[test]
fn a_criterion_carries_no_number_that_its_test_does_not_ask() {
    let mut story = Story::new();
    begun(&mut story);
    let id = criterion(
        &mut story,
        json!({ "field": "attribute:Budget", "test": "between", "low": 10, "high": 20 }),
    );
    let edited = story.call(
        "edit_criterion",
        json!({ "id": id, "change": { "test": "at_most" } }),
    );
    assert_eq!((&edited["low"], &edited["high"]), (&Value::Null, &json!(20.0)));
    let edited = story.call(
        "edit_criterion",
        json!({ "id": id, "change": { "role": "disqualifies", "reason": "no_budget" } }),
    );
    assert_eq!(edited["question"], Value::Null);
    let edited = story.call(
        "edit_criterion",
        json!({ "id": id, "change": { "role": "points" } }),
    );
    assert_eq!(
        (&edited["points"], &edited["question"]),
        (&json!(10), &json!("customer"))
    );
}
