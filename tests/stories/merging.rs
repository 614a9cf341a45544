//! Two copies of one workspace, each worked in, and the rows of one then added to the other as a merge would add them: what each
//! of these cases comes to is defined, and is the same from whichever side the rows came.

use lockstep_tests::story::{Story, text};
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
