//! What is closed stays as it was, whatever is imported later; what comes out differently is shown, and can be added.

use super::*;

const LEADS: &str = "Lead ID,Name,Source,Created,Status,Accepted By Sales,Decided On\n\
    1,Ann,Web,2026-07-02,Working,Yes,2026-07-10\n\
    2,Bo,Web,2026-08-02,Working,Yes,2026-08-10\n\
    3,Cy,Fair,2026-08-12,Working,No,2026-08-20\n\
    4,Di,Fair,2026-10-02,Working,Yes,2026-10-10\n";

fn accepted(view: &Value) -> Value {
    let parts = view["worksheet"]["parts"].as_array().cloned().unwrap_or_default();
    let funnel = parts
        .into_iter()
        .find(|part| part["section"] == "funnel")
        .unwrap_or_default();
    let table = &funnel["tables"][0];
    let columns = table["columns"].as_array().cloned().unwrap_or_default();
    let place = columns
        .iter()
        .position(|column| column["key"] == "accepted")
        .unwrap_or(99);
    table["rows"][0]["cells"][place].clone()
}

#[test]
fn a_later_import_changes_nothing_that_was_closed_and_offers_what_differs() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    let review = planned(&mut story, 2026, 3);
    assert_eq!(accepted(&opened(&mut story, &review))["now"], 2);
    assert!(
        story
            .refused("propose", json!({ "subject_kind": "review", "subject": review }))
            .message
            .contains("not closed")
    );
    closed(&mut story, &review);
    let frozen = opened(&mut story, &review);
    assert_eq!(frozen["differs"], json!([]));
    signed(&mut story, &review);
    // A week goes by: nothing differs only because time has passed.
    story.days_later(7);
    assert_eq!(opened(&mut story, &review)["differs"], json!([]));
    // The corrected export says that one of them was rejected.
    import(
        &mut story,
        "corrected.csv",
        &LEADS.replace(
            "2,Bo,Web,2026-08-02,Working,Yes",
            "2,Bo,Web,2026-08-02,Working,No",
        ),
    );
    let view = opened(&mut story, &review);
    assert_eq!(view["worksheet"], frozen["worksheet"]);
    assert_eq!(accepted(&view)["now"], 2);
    let differs = view["differs"].as_array().cloned().unwrap_or_default();
    let told = differs.iter().find(|one| one["label"] == "All sources, Accepted");
    let told = told.unwrap_or_else(|| panic!("{differs:?}"));
    assert_eq!((&told["before"], &told["after"]), (&json!("2"), &json!("1")));
    assert_eq!(view["agreement"]["differences"], json!([]));
    // Added, it is a version of its own that both sign; the first stays.
    story.call("amend_review", json!({ "id": review }));
    let view = opened(&mut story, &review);
    assert_eq!(
        (&accepted(&view)["now"], &view["differs"], &view["amended_on"]),
        (&json!(1), &json!([]), &json!("2026-11-29"))
    );
    assert!(
        view["agreement"]["differences"]
            .as_array()
            .is_some_and(|all| !all.is_empty())
    );
    assert!(
        story
            .refused("amend_review", json!({ "id": review }))
            .message
            .contains("Nothing would come out differently")
    );
    signed(&mut story, &review);
    let agreement = opened(&mut story, &review)["agreement"].clone();
    assert_eq!(
        (
            &agreement["in_force"]["version"],
            agreement["versions"].as_array().map(Vec::len)
        ),
        (&json!(2), Some(2))
    );
    assert!(
        story
            .refused("remove_amendment", json!({ "id": review }))
            .message
            .contains("signed this amendment")
    );
    assert_eq!(story.call("check_workspace", json!({}))["ok"], true);
}

#[test]
fn a_closed_review_opens_again_only_before_anybody_was_asked_to_sign() {
    let mut story = Story::new();
    let review = planned(&mut story, 2026, 3);
    let note = wrote(&mut story, "Sasha", &review, "working", "The weekly call.");
    assert!(
        story
            .refused("close_review", json!({ "id": review }))
            .message
            .contains("Begin the review")
    );
    story.call("begin_review", json!({ "id": review }));
    assert!(
        story
            .refused("close_review", json!({ "id": review }))
            .message
            .contains("Show each other")
    );
    revealed(&mut story, &review);
    story.call("close_review", json!({ "id": review }));
    story.sits("Sasha");
    assert!(
        story
            .refused(
                "edit_review_note",
                json!({ "id": note, "change": { "text": "No." } })
            )
            .message
            .contains("was closed on")
    );
    story.call("reopen_review", json!({ "id": review }));
    story.call(
        "edit_review_note",
        json!({ "id": note, "change": { "text": "The weekly call helps." } }),
    );
    story.call("close_review", json!({ "id": review }));
    let proposed = story.call("propose", json!({ "subject_kind": "review", "subject": review }));
    assert!(
        story
            .refused("reopen_review", json!({ "id": review }))
            .message
            .contains("waits for signatures")
    );
    story.call("withdraw", json!({ "agreement": proposed["agreement"] }));
    signed(&mut story, &review);
    assert!(
        story
            .refused("reopen_review", json!({ "id": review }))
            .message
            .contains("signed this review")
    );
}

#[test]
fn a_period_that_is_not_over_is_not_closed() {
    let mut story = Story::new();
    let review = planned(&mut story, 2026, 4);
    story.call("begin_review", json!({ "id": review }));
    revealed(&mut story, &review);
    let refused = story.refused("close_review", json!({ "id": review }));
    assert!(refused.message.contains("31 Dec 2026"), "{}", refused.message);
}
