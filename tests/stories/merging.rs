//! Two copies of one workspace, each worked in, and the rows of one then added to the other as a merge would add them: what each
//! of these cases comes to is defined, and is the same from whichever side the rows came.

use lockstep_tests::story::{Story, text};
use lockstep_workspace::{Environment, error::ErrorCode};
use rusqlite::Connection;
use serde_json::{Value, json};

/// Adds to a workspace the rows that only its copy has, and what was withdrawn only there. The journal and the digests stay as
/// they are.
fn with_rows_of(story: Story, copy: &Story) -> Story {
    let (path, _folder) = copy.copied().into_folder();
    let (story, ()) = story.behind_its_back(|db| {
        db.execute_batch("PRAGMA foreign_keys = OFF")?;
        db.execute("ATTACH ?1 AS copy", [path.to_string_lossy()])?;
        for table in tables(db)? {
            db.execute_batch(&format!(
                "INSERT OR IGNORE INTO main.{table} SELECT * FROM copy.{table}"
            ))?;
        }
        db.execute_batch(
            "UPDATE main.agreement SET withdrawn_by = there.withdrawn_by, withdrawn_at = there.withdrawn_at
             FROM copy.agreement AS there
             WHERE there.id = main.agreement.id AND main.agreement.withdrawn_at IS NULL;
             DETACH copy",
        )
    });
    story
}

fn tables(db: &Connection) -> rusqlite::Result<Vec<String>> {
    db.prepare(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT IN ('keyboard', 'digest', 'journal', 'journal_row')",
    )?
    .query_map([], |row| row.get(0))?
    .collect()
}

fn names(story: &mut Story, list: &str) -> Vec<String> {
    let page = story.plan(2027);
    let lines = page[list].as_array().cloned().unwrap_or_default();
    lines.iter().map(|line| text(&line["name"])).collect()
}

fn add_segment(story: &mut Story, plan: &str, name: &str, after: Option<&Value>) -> Value {
    let mut input = json!({ "plan": plan, "values": { "name": name } });
    if let Some(after) = after {
        input["after"] = after.clone();
    }
    story.call("add_segment", input)["id"].clone()
}

#[test]
fn lines_of_one_rank_stand_in_one_order_and_another_goes_between_them() {
    let mut here = Story::new();
    let plan = here.begin_plan(2027);
    let labs = add_segment(&mut here, &plan, "Labs", None);
    let mut there = here.copied();
    let clinics = add_segment(&mut here, &plan, "Clinics", None);
    let wards = add_segment(&mut there, &plan, "Wards", None);
    let mut other = with_rows_of(there.copied(), &here);
    let mut story = with_rows_of(here, &there);
    let segments = story.plan(2027)["segments"].clone();
    assert_eq!(segments[1]["rank"], segments[2]["rank"]);
    let brought = ["Labs", "Clinics", "Wards"];
    assert_eq!(names(&mut story, "segments"), brought);
    assert_eq!(names(&mut other, "segments"), brought);

    let before = story.state();
    add_segment(&mut story, &plan, "Schools", Some(&clinics));
    assert_eq!(
        names(&mut story, "segments"),
        ["Labs", "Clinics", "Schools", "Wards"]
    );
    // The lines got ranks of their own in the same step.
    story.call("undo", json!({}));
    assert_eq!(story.state(), before);

    story.call("move_segment", json!({ "id": labs, "after": clinics }));
    assert_eq!(names(&mut story, "segments"), ["Clinics", "Labs", "Wards"]);
    story.call("move_segment", json!({ "id": clinics, "after": wards }));
    assert_eq!(names(&mut story, "segments"), ["Labs", "Wards", "Clinics"]);
}

fn ready() -> (Story, String) {
    let mut story = Story::new();
    story.begin_plan(2027);
    let plan = story.make_ready(2027);
    (story, plan)
}

fn propose(story: &mut Story, plan: &str) -> String {
    story.sits("Sasha");
    text(&story.call("propose", json!({ "subject_kind": "plan", "subject": plan }))["agreement"])
}

fn sign(story: &mut Story, agreement: &str, name: &str) {
    let person = story.person(name);
    let side = if name == "Sasha" { "sales" } else { "marketing" };
    story.sits(name).call(
        "sign",
        json!({ "agreement": agreement, "person": person, "side": side }),
    );
}

/// Where the agreement stands, without how a draft differs from it: the draft is each copy's own.
fn agreed(story: &mut Story) -> Value {
    let seal = story.plan(2027)["agreement"].clone();
    json!([seal["in_force"], seal["proposed"], seal["versions"]])
}

/// Brings both copies together in both ways, which must say the same.
fn both_ways(here: Story, there: Story) -> Story {
    let mut other = with_rows_of(there.copied(), &here);
    let mut story = with_rows_of(here, &there);
    assert_eq!(agreed(&mut story), agreed(&mut other));
    story
}

fn states(story: &mut Story) -> Vec<(Value, String)> {
    let versions = story.plan(2027)["agreement"]["versions"].clone();
    let versions = versions.as_array().cloned().unwrap_or_default();
    versions
        .iter()
        .map(|one| (one["version"].clone(), text(&one["state"])))
        .collect()
}

#[test]
fn of_two_versions_that_were_signed_in_two_copies_the_one_signed_last_holds() {
    let (mut here, plan) = ready();
    let mut there = here.copied();
    // What was signed later was proposed first.
    there.clock.set(here.clock.now() - chrono::TimeDelta::hours(1));
    let line = json!({ "id": plan, "change": { "positioning": "For hospitals" } });
    there.call("edit_plan", line);
    let last = propose(&mut there, &plan);
    there.days_later(1);
    for name in ["Sasha", "Mika"] {
        sign(&mut there, &last, name);
    }
    here.sign_plan(&plan);
    let mut story = both_ways(here, there);
    assert_eq!(
        states(&mut story),
        [
            (json!(2), "in_force".to_string()),
            (json!(1), "superseded".to_string())
        ]
    );
    let page = story.call("open_plan", json!({ "year": 2027, "version": 2 }));
    assert_eq!(page["plan"]["positioning"], "For hospitals");
    assert_eq!(page["agreement"]["in_force"]["agreement"], json!(last));
    assert_eq!(page["agreement"]["next_version"], 3);
}

#[test]
fn two_signatures_for_one_side_stand_and_the_earlier_counts() {
    let (mut here, plan) = ready();
    let agreement = propose(&mut here, &plan);
    let mut there = here.copied();
    sign(&mut here, &agreement, "Sasha");
    sign(&mut there, &agreement, "Mika");
    let completed = there.clock.now();
    there.days_later(1);
    sign(&mut there, &agreement, "Sasha");
    let mut story = both_ways(here, there);
    let holds = story.plan(2027)["agreement"]["in_force"].clone();
    let sides: Vec<String> = holds["signatures"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|signature| text(&signature["side"]))
        .collect();
    assert_eq!(sides, ["sales", "marketing", "sales"]);
    assert_eq!(
        holds["in_force_since"],
        serde_json::to_value(completed).expect("an instant")
    );
}

#[test]
fn of_withdrawn_here_and_signed_there_what_happened_first_holds() {
    let (mut here, plan) = ready();
    let agreement = propose(&mut here, &plan);
    sign(&mut here, &agreement, "Sasha");
    let mut there = here.copied();
    sign(&mut there, &agreement, "Mika");
    let mut later = here.copied();
    later.days_later(1);
    for (withdrawing, outcome) in [(here, "withdrawn"), (later, "in_force")] {
        let mut here = withdrawing;
        here.call("withdraw", json!({ "agreement": agreement }));
        let mut story = both_ways(here, there.copied());
        let [(_, state)] = &states(&mut story)[..] else {
            panic!("there is one version");
        };
        assert_eq!(state, outcome);
        assert_eq!(story.plan(2027)["locked"], Value::Null);
        if outcome == "withdrawn" {
            // It can be proposed again, under the number that nobody signed.
            story.sign_plan(&plan);
            assert_eq!(story.plan(2027)["agreement"]["in_force"]["version"], 1);
        }
    }
}

#[test]
fn of_two_open_proposals_the_one_that_both_sign_withdraws_the_other() {
    let (mut here, plan) = ready();
    let mut there = here.copied();
    let first = propose(&mut here, &plan);
    let second = propose(&mut there, &plan);
    let mut story = both_ways(here, there);
    story.days_later(1);
    let open = [(json!(2), "proposed".to_string()), (json!(1), "proposed".into())];
    assert_eq!(states(&mut story), open);
    assert_eq!(story.plan(2027)["agreement"]["proposed"]["agreement"], first);
    // Either can be signed; nothing else is proposed meanwhile.
    story.refused("propose", json!({ "subject_kind": "plan", "subject": plan }));
    sign(&mut story, &first, "Sasha");
    sign(&mut story, &second, "Sasha");
    sign(&mut story, &second, "Mika");
    assert_eq!(
        states(&mut story),
        [
            (json!(1), "in_force".to_string()),
            (Value::Null, "withdrawn".into())
        ]
    );
    assert_eq!(story.plan(2027)["agreement"]["in_force"]["agreement"], second);
    let mika = story.person("Mika");
    let late = json!({ "agreement": first, "person": mika, "side": "marketing" });
    let refusal = story.refused("sign", late);
    assert!(refusal.message.contains("signed another proposal"), "{refusal:?}");
    // The plan can be worked on again, and the next version follows.
    let line = json!({ "id": plan, "change": { "positioning": "For hospitals" } });
    story.call("edit_plan", line);
    story.sign_plan(&plan);
    assert_eq!(story.plan(2027)["agreement"]["in_force"]["version"], 2);
}

/// Lets a field of a row be what somebody made of it in another copy.
fn with_change(story: Story, sql: &str) -> Story {
    story
        .behind_its_back(|db| db.execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}")))
        .0
}

#[test]
fn undo_takes_back_the_fields_of_its_step_and_leaves_what_came_with_a_copy() {
    let (mut story, plan) = ready();
    story.call(
        "edit_plan",
        json!({ "id": plan, "change": { "budget": 500_000 } }),
    );
    let mut story = with_change(story, "UPDATE plan SET positioning = 'For hospitals'");
    let fields = |story: &mut Story| {
        let plan = story.plan(2027)["plan"].clone();
        (plan["budget"].clone(), plan["positioning"].clone())
    };
    story.call("undo", json!({}));
    assert_eq!(fields(&mut story), (Value::Null, json!("For hospitals")));
    story.call("redo", json!({}));
    assert_eq!(fields(&mut story), (json!(500_000), json!("For hospitals")));
    // Of its own field it is asked first.
    let mut story = with_change(story, "UPDATE plan SET budget = 600000");
    let refusal = story.refused("undo", json!({}));
    assert_eq!(refusal.code, ErrorCode::Conflict);
    assert!(
        refusal.message.contains("by “Redo: Change the year’s budget"),
        "{refusal:?}"
    );
    assert_eq!(fields(&mut story), (json!(600_000), json!("For hospitals")));
}

#[test]
fn undo_takes_fields_that_only_make_sense_together_for_one_value() {
    let (mut story, _) = ready();
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    story.call("edit_goal", json!({ "id": goal, "change": { "target": 460 } }));
    let change = format!("UPDATE goal SET name = 'Leads' WHERE id = {goal}").replace('"', "'");
    let mut story = with_change(story, &change);
    story.call("undo", json!({}));
    let now = story.plan(2027)["goals"][0]["goal"].clone();
    assert_eq!((&now["target"], &now["name"]), (&json!(400), &json!("Leads")));
    story.call("redo", json!({}));
    // A target says something else where less is better.
    let change = format!("UPDATE goal SET direction = 'less' WHERE id = {goal}").replace('"', "'");
    let mut story = with_change(story, &change);
    assert_eq!(story.refused("undo", json!({})).code, ErrorCode::Conflict);
    assert_eq!(story.plan(2027)["goals"][0]["goal"]["target"], 460);
}

#[test]
fn a_field_that_can_only_be_as_it_was_with_another_is_restored_with_it() {
    let (mut story, plan) = ready();
    let days = |from: &str, to: &str| json!({ "name": "Road show", "starts": from, "ends": to });
    let added = story.call(
        "add_initiative",
        json!({ "plan": plan, "values": days("2027-01-04", "2027-02-26") }),
    );
    let id = added["id"].clone();
    story.call(
        "edit_initiative",
        json!({ "id": id, "change": days("2027-05-03", "2027-06-25") }),
    );
    let entry = story.call("history", json!({}))["entries"][0]["id"].clone();
    story.call(
        "restore_field",
        json!({ "entry": entry, "table": "initiative", "row": id, "field": "ends" }),
    );
    let initiative = story.plan(2027)["initiatives"]["lines"][0].clone();
    assert_eq!(
        (&initiative["starts"], &initiative["ends"]),
        (&json!("2027-01-04"), &json!("2027-02-26"))
    );
}

/// Names every row of a workspace by its table and its id.
fn ids(story: &mut Story) -> Vec<(String, Value)> {
    let state = story.state();
    let rows = state.lines().filter_map(|line| line.split_once(' '));
    rows.map(|(table, row)| {
        let row: Value = serde_json::from_str(row).expect("a row");
        (table.to_owned(), row["id"].clone())
    })
    .collect()
}

#[test]
fn what_there_is_one_of_is_the_same_in_both_copies() {
    let (mut here, plan) = ready();
    here.call("begin_definition", json!({ "template": "blank" }));
    let mut there = here.copied();
    for copy in [&mut here, &mut there] {
        copy.begin_plan(2028);
        copy.call("copy_plan", json!({ "from": plan, "year": 2029 }));
        copy.call("exclude_alias", json!({ "field": "source", "said": "Tradeshow" }));
        let promise = json!({ "definition": "definition", "values": { "kind": "attempts" } });
        copy.call("add_promise", promise);
    }
    let counts = |story: &mut Story| {
        [2028, 2029].map(|year| {
            let page = story.plan(year);
            ["goals", "duties"].map(|list| page[list].as_array().map_or(0, Vec::len))
        })
    };
    let apart = counts(&mut here);
    assert_eq!(apart, [[1, 5], [2, 5]]);
    assert_eq!(ids(&mut here), ids(&mut there));
    let mut story = with_rows_of(here, &there);
    assert_eq!(counts(&mut story), apart);
    assert_eq!(
        story.plan(2028)["session"]["agenda"].as_array().map(Vec::len),
        Some(8)
    );
}

#[test]
fn a_plan_that_is_deleted_and_begun_again_has_one_history() {
    let mut story = Story::new();
    let first = story.begin_plan(2027);
    let begun = story.state();
    story.call("delete_plan", json!({ "plan": first }));
    let gone = story.state();
    story.days_later(1);
    assert_eq!(story.begin_plan(2027), first);
    let again = story.state();
    for state in [&gone, &begun] {
        story.call("undo", json!({}));
        assert_eq!(&story.state(), state);
    }
    for state in [&gone, &again] {
        story.call("redo", json!({}));
        assert_eq!(&story.state(), state);
    }
    let report = story.call("check_workspace", json!({}));
    assert_eq!(report["ok"], true, "{report}");
}

#[test]
fn what_names_somebody_who_is_gone_can_be_read_and_worked_on_and_says_so() {
    let (mut story, plan) = ready();
    let kim = story.call("add_person", json!({ "name": "Kim", "side": "sales" }))["id"].clone();
    let goals = story.plan(2027)["goals"].clone();
    let (led, served) = (goals[0]["goal"]["id"].clone(), goals[1]["goal"]["id"].clone());
    story.call(
        "edit_goal",
        json!({ "id": led, "change": { "sales_owner": kim } }),
    );
    let values = json!({ "name": "Road show", "owner": kim, "goal": served });
    let show = story.call("add_initiative", json!({ "plan": plan, "values": values }))["id"].clone();
    for (add, name) in [("add_risk", "Rain"), ("add_action_item", "Call")] {
        story.call(
            add,
            json!({ "plan": plan, "values": { "name": name, "owner": kim } }),
        );
    }
    let gone = format!("DELETE FROM person WHERE id = {kim}; DELETE FROM goal WHERE id = {served}");
    let mut story = with_change(story, &gone.replace('"', "'"));

    let propose = json!({ "subject_kind": "plan", "subject": plan });
    let refusal = story.refused("propose", propose);
    for words in [
        "an owner in sales, because the one named is no longer in this workspace",
        "“Road show”: the owner is no longer in this workspace.",
        "“Road show”: the goal it serves is no longer in this plan.",
        "“Rain”: the owner is no longer in this workspace.",
    ] {
        assert!(refusal.message.contains(words), "{words}: {refusal:?}");
    }
    story.call("plan_document", json!({ "year": 2027 }));
    story.call("what_waits", json!({}));
    // Other fields can be changed, taken back and carried forward; what is chosen anew has to be there.
    story.call("edit_goal", json!({ "id": led, "change": { "target": 410 } }));
    story.call("undo", json!({}));
    let change = json!({ "id": show, "change": { "name": "Road shows", "budget": 100 } });
    story.call("edit_initiative", change);
    story.call("copy_plan", json!({ "from": plan, "year": 2028 }));
    assert_eq!(story.plan(2028)["initiatives"]["lines"][0]["owner"], Value::Null);
    let nobody = json!({ "id": led, "change": { "marketing_owner": kim } });
    assert_eq!(story.refused("edit_goal", nobody).code, ErrorCode::NotFound);
    let mika = story.person("Mika");
    let chosen = json!({ "id": led, "change": { "sales_owner": mika } });
    story.call("edit_goal", chosen);
    let chosen = json!({ "id": show, "change": { "owner": null, "goal": led } });
    story.call("edit_initiative", chosen);
    let missing = story.plan(2027)["missing"].to_string();
    assert!(!missing.contains("Road show"), "{missing}");
}

#[test]
fn the_journal_knows_on_which_copy_something_was_done() {
    let mut story = Story::new();
    story.begin_plan(2027);
    let (_, devices) = story.behind_its_back(|db| {
        db.prepare("SELECT device FROM journal ORDER BY rowid")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<Option<String>>>>()
    });
    // The file had no place yet when it was begun.
    assert!(matches!(&devices[..], [None, Some(_)]), "{devices:?}");
}
