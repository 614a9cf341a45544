//! What stands between a person and an earlier step, by its name.

use lockstep_tests::story::{Story, text};
use serde_json::{Value, json};

use crate::leads;

fn next(story: &mut Story) -> Value {
    story.call("what_can_be_undone", json!({}))["undo"]["summary"].clone()
}

#[test]
fn an_import_leaves_the_steps_before_it_to_be_undone() {
    let mut story = Story::new();
    story.begin_plan(2027);
    let before = story.state();
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    story.call("edit_goal", json!({ "id": goal, "change": { "target": 400 } }));
    let import = leads::import(&mut story, "leads.csv", leads::LEADS).import;
    let step = json!("Change goal “Qualified leads” in plan FY27");
    assert_eq!(next(&mut story), step);
    story.call("revert_import", json!({ "import": import }));
    assert_eq!(next(&mut story), step);
    story.call("undo", json!({}));
    assert!(
        story.state().contains(
            &before
                .lines()
                .filter(|line| line.starts_with("goal "))
                .collect::<String>()
        )
    );
    story.call("redo", json!({}));
    assert_eq!(next(&mut story), step);
}

#[test]
fn a_step_is_taken_back_beside_what_an_import_changed_in_the_same_row() {
    let mut story = Story::new();
    leads::import(&mut story, "leads.csv", leads::LEADS);
    let ben = story.call("list_leads", json!({ "text": "ben@two" }))["leads"][0]["id"].clone();
    let fields = |story: &mut Story| {
        let lead = story.call("open_lead", json!({ "id": ben }))["lead"].clone();
        (lead["name"].clone(), lead["title"].clone())
    };
    let titled = json!({ "id": ben, "change": { "title": "Head of Wards" } });
    story.call("edit_lead", titled);
    leads::import(&mut story, "later.csv", &leads::LEADS.replace("2,Ben", "2,Benno"));
    let both = (json!("Benno"), json!("Head of Wards"));
    assert_eq!(fields(&mut story), both);
    story.call("undo", json!({}));
    assert_eq!(fields(&mut story), (json!("Benno"), Value::Null));
    story.call("redo", json!({}));
    assert_eq!(fields(&mut story), both);
    let report = story.call("check_workspace", json!({}));
    assert_eq!(report["ok"], true, "{report}");
}

#[test]
fn a_step_whose_fields_an_import_changed_says_so() {
    let mut story = Story::new();
    leads::import(&mut story, "leads.csv", leads::LEADS);
    let ben = story.call("list_leads", json!({ "text": "ben@two" }))["leads"][0]["id"].clone();
    // Why a lead went no further only makes sense with how far it went.
    let noted = json!({ "id": ben, "change": { "reason_note": "Not before spring" } });
    story.call("edit_lead", noted);
    let later = leads::LEADS.replace("2026-02-11,New", "2026-02-11,Working");
    leads::import(&mut story, "later.csv", &later);
    let before = story.state();
    let error = story.refused("undo", json!({}));
    assert!(
        error.message.contains("by “Take in leads from “later.csv””"),
        "{error:?}"
    );
    assert_eq!(story.state(), before);
}

#[test]
fn undo_says_what_it_does_not_go_behind() {
    let mut story = Story::new();
    let hint = |story: &mut Story| story.refused("undo", json!({})).hint.unwrap_or_default();
    assert!(hint(&mut story).contains("“Begin the workspace of Northwind Medical”"));
    leads::import(&mut story, "leads.csv", leads::LEADS);
    assert!(hint(&mut story).contains("“Begin the workspace of Northwind Medical”"));
    story.begin_plan(2027);
    let plan = story.make_ready(2027);
    story.sits("Sasha");
    let proposed = story.call("propose", json!({ "subject_kind": "plan", "subject": plan }));
    let proposal = text(&story.call("history", json!({}))["entries"][0]["summary"]);
    leads::import(&mut story, "deals.csv", leads::DEALS);
    let said = hint(&mut story);
    assert!(said.contains(&format!("“{proposal}”")), "{said}");
    story.call("withdraw", json!({ "agreement": proposed["agreement"] }));
    let said = hint(&mut story);
    assert!(said.contains("“Withdraw the proposal of"), "{said}");
}
