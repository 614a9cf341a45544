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

/// Leads of the third quarter, all decided, and the plan whose goal counts them: twelve a year.
fn with_a_goal(story: &mut Story) -> (String, Value, String) {
    import(story, "leads.csv", LEADS);
    story.begin_plan(2026);
    let plan = story.make_ready(2026);
    let goal = story.plan(2026)["goals"][0]["goal"]["id"].clone();
    story.call(
        "edit_goal",
        json!({ "id": goal, "change": { "name": "Accepted leads", "target": 12 } }),
    );
    story.sign_plan(&plan);
    let review = planned(story, 2026, 3);
    (plan, goal, review)
}

fn first_goal(view: &Value) -> &Value {
    &view["worksheet"]["goals"]["goals"][0]
}

#[test]
fn a_goal_that_is_changed_later_is_no_difference_of_what_was_closed() {
    let mut story = Story::new();
    let (plan, goal, review) = with_a_goal(&mut story);
    story.sits("Sasha");
    story.call(
        "give_review_mark",
        json!({ "review": review, "about": goal, "mark": 4 }),
    );
    closed(&mut story, &review);
    signed(&mut story, &review);
    let before = opened(&mut story, &review);
    assert_eq!(
        (
            &first_goal(&before)["target"],
            &first_goal(&before)["period_actual"]
        ),
        (&json!(12), &json!(2))
    );
    // Another target, another name, and in the end no such goal any more.
    story.call(
        "edit_goal",
        json!({ "id": goal, "change": { "target": 240, "name": "Leads" } }),
    );
    story.sign_plan(&plan);
    assert_eq!(opened(&mut story, &review)["differs"], json!([]));
    story.call(
        "add_goal",
        json!({ "plan": plan, "values": { "metric": "won_deals", "target": 9,
        "sales_owner": Value::Null, "marketing_owner": Value::Null } }),
    );
    story.call("remove_goal", json!({ "id": goal }));
    let after = opened(&mut story, &review);
    assert_eq!(
        (&after["differs"], &after["marks"]),
        (&json!([]), &before["marks"])
    );
    assert_eq!(after["worksheet"], before["worksheet"]);
    // What the files say of it is still compared: by what the goal asked for then.
    import(
        &mut story,
        "corrected.csv",
        &LEADS.replace(
            "2,Bo,Web,2026-08-02,Working,Yes",
            "2,Bo,Web,2026-08-02,Working,No",
        ),
    );
    story.call("amend_review", json!({ "id": review }));
    let amended = opened(&mut story, &review);
    let told = first_goal(&amended);
    assert_eq!(
        (
            &told["name"],
            &told["target"],
            &told["period_actual"],
            &told["period_asked"]
        ),
        (&json!("Accepted leads"), &json!(12), &json!(1), &json!(3))
    );
}

#[test]
fn what_is_closed_again_has_no_amendment_of_before() {
    let mut story = Story::new();
    let (_, _, review) = with_a_goal(&mut story);
    closed(&mut story, &review);
    let more = format!("{LEADS}5,Ed,Web,2026-09-02,Working,Yes,2026-09-10\n");
    import(&mut story, "more.csv", &more);
    story.call("amend_review", json!({ "id": review }));
    assert_eq!(accepted(&opened(&mut story, &review))["now"], 3);
    story.call("reopen_review", json!({ "id": review }));
    import(
        &mut story,
        "all.csv",
        &format!("{more}6,Flo,Web,2026-09-03,Working,Yes,2026-09-11\n"),
    );
    story.call("close_review", json!({ "id": review }));
    let view = opened(&mut story, &review);
    assert_eq!(
        (&accepted(&view)["now"], &view["amended_on"], &view["differs"]),
        (&json!(4), &Value::Null, &json!([]))
    );
}

#[test]
fn what_people_do_after_the_close_is_no_difference_of_the_files() {
    let mut story = Story::new();
    let (_, _, review) = with_a_goal(&mut story);
    crate::definition::begun(&mut story);
    const DEALS: &str =
        "Opportunity ID,Deal Name,Amount,Stage,Created Date\nO-1,Wing,\"12,000\",Demo,2026-08-24\n";
    import(&mut story, "deals.csv", DEALS);
    let mika = story.person("Mika");
    let values = json!({ "name": "Ask for the reason", "owner": mika, "due": "2026-11-23" });
    let action = story.call("add_review_action", json!({ "review": review, "values": values }));
    closed(&mut story, &review);
    story.days_later(3);
    story.call(
        "edit_review_action",
        json!({ "id": action["id"], "change": { "done_on": "2026-11-25" } }),
    );
    // What was opened after the close is no correction of what was open then.
    import(
        &mut story,
        "deals.csv",
        &format!(
            "{DEALS}O-2,Lab,\"9,000\",Demo,2026-11-24
"
        ),
    );
    assert_eq!(opened(&mut story, &review)["differs"], json!([]));
    // Nor is a promise rid of by giving it to nobody, or to whoever belongs to neither side.
    let lee = story.person("Lee");
    for owner in [Value::Null, json!(lee)] {
        let change = json!({ "id": action["id"], "change": { "owner": owner } });
        assert_eq!(
            story.refused("edit_review_action", change).field.as_deref(),
            Some("owner")
        );
    }
}

#[test]
fn what_an_earlier_version_closed_does_not_come_out_differently_in_this_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.lockstep");
    let frozen = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/version-10.lockstep");
    std::fs::copy(frozen, &path).expect("copied");
    // Some days after it was closed.
    let clock = lockstep_workspace::environment::FixedEnvironment::at(
        "2026-12-05T09:00:00Z".parse().expect("an instant"),
    );
    let mut workspace = lockstep_core::open(&path, std::sync::Arc::new(clock)).expect("it opens");
    let list = workspace.call("list_reviews", json!({})).expect("the reviews");
    let lines = list["years"].as_array().cloned().unwrap_or_default();
    let mut lines = lines
        .iter()
        .filter_map(|year| year["reviews"].as_array())
        .flatten();
    let closed = lines
        .find(|line| line["state"] == "closed")
        .expect("one was closed");
    let view = workspace
        .call("open_review", json!({ "id": closed["review"]["id"] }))
        .expect("the review");
    assert_eq!(view["differs"], json!([]));
    // Its actions got the side of whoever took them on.
    let sides: Vec<&Value> = view["actions"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|line| &line["side"])
        .collect();
    assert_eq!(sides, ["marketing", "sales"]);
}
