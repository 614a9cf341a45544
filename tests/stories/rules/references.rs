//! What something else refers to stays, and says what holds it.

use lockstep_tests::story::{Story, text};
use lockstep_workspace::ErrorCode;
use rusqlite::{OptionalExtension, params};
use serde_json::json;

use super::{everything, references_to};
use crate::leads;

#[test]
fn a_person_whom_anything_names_is_not_removed_and_hears_by_what() {
    let mut story = everything();
    let kim = text(&story.call("add_person", json!({ "name": "Kim Aaltonen", "side": "sales" }))["id"]);
    let (mut story, columns) = story.behind_its_back(|db| references_to(db, "person"));
    assert!(columns.len() > 10, "{columns:?}");
    for (table, column) in columns {
        // The first row of the table names Kim …
        let (mut named, before) = story.behind_its_back(|db| {
            let before: Option<Option<String>> = db
                .query_row(
                    &format!("SELECT {column} FROM {table} ORDER BY rowid LIMIT 1"),
                    [],
                    |row| row.get(0),
                )
                .optional()?;
            let before = before.unwrap_or_else(|| panic!("the story has no row in {table}"));
            db.execute(
                &format!("UPDATE {table} SET {column} = ?1 WHERE rowid = (SELECT min(rowid) FROM {table})"),
                [&kim],
            )?;
            Ok(before)
        });
        let refusal = named.refused("remove_person", json!({ "id": kim }));
        assert_eq!(refusal.code, ErrorCode::Refused, "{table}.{column}: {refusal:?}");
        assert!(
            refusal.message.starts_with("Kim Aaltonen is named in 1 "),
            "{table}.{column}: {refusal:?}"
        );
        // … and then no longer.
        (story, ()) = named.behind_its_back(|db| {
            db.execute(
                &format!("UPDATE {table} SET {column} = ?1 WHERE rowid = (SELECT min(rowid) FROM {table})"),
                params![before],
            )?;
            Ok(())
        });
    }
    story.call("remove_person", json!({ "id": kim }));
}

#[test]
fn whoever_imported_a_file_stays_and_may_leave() {
    let mut story = Story::new();
    leads::import(story.sits("Mika"), "leads.csv", leads::LEADS);
    let mika = story.person("Mika");
    let at_the_keyboard = json!({ "id": mika, "change": { "has_left": true } });
    let refusal = story.refused("edit_person", at_the_keyboard.clone());
    assert!(refusal.message.contains("is at the keyboard"), "{refusal:?}");
    story.sits("Sasha");
    let refusal = story.refused("remove_person", json!({ "id": mika }));
    assert_eq!(
        refusal.message,
        "Mika Olsen is named in 1 import, and that stays readable."
    );
    story.call("edit_person", at_the_keyboard);
}

#[test]
fn undoing_a_person_who_imported_a_file_is_refused_and_not_called_a_mistake() {
    let mut story = Story::new();
    story.call("add_person", json!({ "name": "Kim", "side": "sales" }));
    leads::import(story.sits("Kim"), "leads.csv", leads::LEADS);
    let before = story.state();
    let refusal = story.refused("undo", json!({}));
    assert_eq!(refusal.code, ErrorCode::Refused, "{refusal:?}");
    assert!(refusal.message.contains("still refers to this"), "{refusal:?}");
    assert_eq!(story.state(), before);
}

#[test]
fn a_plan_that_was_never_proposed_goes_with_everything_that_stands_in_it() {
    let (mut story, empty) = everything().behind_its_back(|db| {
        let mut empty = Vec::new();
        for (table, column) in references_to(db, "plan")? {
            let rows: i64 = db.query_row(
                &format!("SELECT count(*) FROM {table} WHERE {column} IS NOT NULL"),
                [],
                |row| row.get(0),
            )?;
            if rows == 0 {
                empty.push(table);
            }
        }
        Ok(empty)
    });
    assert_eq!(empty, Vec::<String>::new(), "the story has no row in these");
    let before = story.state();
    let plan = story.plan(2027)["plan"]["id"].clone();
    story.call("delete_plan", json!({ "plan": plan }));
    story.call("undo", json!({}));
    assert_eq!(story.state(), before);
}

#[test]
fn leads_that_are_taken_back_take_with_them_what_refers_to_them() {
    let (mut story, empty) = everything().behind_its_back(|db| {
        let mut empty = Vec::new();
        for (table, column) in references_to(db, "lead")? {
            let sql = format!("SELECT count(*) FROM {table} WHERE {column} IS NOT NULL");
            if db.query_row(&sql, [], |row| row.get::<_, i64>(0))? == 0 {
                empty.push(table);
            }
        }
        Ok(empty)
    });
    assert_eq!(empty, Vec::<String>::new(), "the story has no row in these");
    let imports = story.call("list_imports", json!({}));
    for import in imports.as_array().into_iter().flatten() {
        story.call("revert_import", json!({ "import": import["id"] }));
    }
    let state = story.state();
    let left: Vec<&str> = state
        .lines()
        .filter(|line| {
            ["lead ", "opportunity ", "cost ", "judgement "]
                .iter()
                .any(|table| line.starts_with(table))
        })
        .collect();
    assert_eq!(left, Vec::<&str>::new());
}
