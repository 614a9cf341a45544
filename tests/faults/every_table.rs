//! A changed value in any column of any table is noticed, also where rows came in bulk and the journal has no image of them.
//! The tables are those of the schema, so that a new one cannot be forgotten.

use std::path::{Path, PathBuf};

use lockstep_core::{
    collateral::files,
    leads::importing::{DataFile, ImportFiles, ReadBy},
};
use lockstep_tests::{
    library, reviews,
    story::{Story, text},
};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::tools::{clean, closed, open, opens, signed_story};

const LEADS: &str = "\
Lead ID,Name,Email,Company,Lead Source,Lead Owner,Created Date,Lead Status,Employees
1,Ada,ada@one.example,One,Web,Kim,2026-11-24,Working,250
2,Ben,ben@two.example,Two,web,Kim,2026-11-25,New,12
3,Cleo,cleo@three.example,Three,Trade Show,Lou,2026-11-26,New,40
";
const DEALS: &str = "\
Opportunity ID,Deal Name,Amount,Stage,Created Date,Close Date,Contact Email
O-1,One big,\"1,200.50\",Closed Won,2026-11-27,2026-12-21,ada@one.example
";
const COSTS: &str = "\
Lead Source,Month,Cost
Web,2026-11,100
";

fn import(story: &mut Story, name: &str, content: &str) -> String {
    let path = story.folder().join(name);
    std::fs::write(&path, content).expect("a file");
    let file = DataFile::new(&path, Default::default()).read_by(ReadBy::Ourselves);
    let surveyed = file.look(&mut |_, _| true).expect("it is surveyed through");
    let proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("recognised");
    let report = story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
        .expect("taken in");
    std::fs::remove_file(path).expect("no longer needed");
    report.import.expect("something new").to_string()
}

/// Lets both sides sign a definition that judges leads.
fn sign_definition(story: &mut Story) {
    story.call("begin_definition", json!({ "template": "blank" }));
    let change = json!({ "customer": "Clinics", "information": "Who decides", "certainty": "A date is set" });
    story.call("edit_definition", json!({ "id": "definition", "change": change }));
    for (command, values) in [
        (
            "add_criterion",
            json!({ "field": "company", "test": "known", "role": "required" }),
        ),
        ("add_signal", json!({ "text": "Asks for a price" })),
        (
            "add_example",
            json!({ "name": "A clinic", "facts": { "company": "One" }, "verdict": "qualified" }),
        ),
    ] {
        story.call(command, json!({ "definition": "definition", "values": values }));
    }
    let subject = json!({ "subject_kind": "definition", "subject": "definition" });
    let agreement = text(&story.sits("Sasha").call("propose", subject)["agreement"]);
    for (name, side) in [("Sasha", "sales"), ("Mika", "marketing")] {
        let person = story.person(name);
        let signature = json!({ "agreement": agreement, "person": person, "side": side });
        story.sits(name).call("sign", signature);
    }
}

/// A workspace in which every table has a row.
fn full() -> Story {
    let mut story = signed_story();
    let plan = story.plan(2027)["plan"]["id"].clone();
    for (command, values) in [
        ("add_measure", json!({ "name": "Calls", "side": "sales" })),
        (
            "add_retro_note",
            json!({ "text": "We waited too long", "side": "marketing" }),
        ),
        ("add_segment", json!({ "name": "Clinics" })),
        ("add_target_account", json!({ "name": "The clinic next door" })),
        ("add_out_of_scope", json!({ "name": "Fairs abroad" })),
        ("add_responsibility", json!({ "name": "First call" })),
        ("add_agenda_item", json!({ "section": "goals", "minutes": 20 })),
        ("add_parked_item", json!({ "name": "Prices" })),
        ("add_decision", json!({ "name": "One list of accounts" })),
        ("add_action_item", json!({ "name": "Ask finance" })),
    ] {
        story.call(command, json!({ "plan": plan, "values": values }));
    }
    sign_definition(&mut story);
    // By then all the days of these files have come.
    story.days_later(40);
    import(&mut story, "leads.csv", LEADS);
    import(&mut story, "leads.csv", &LEADS.replace("Working", "Converted"));
    import(&mut story, "deals.csv", DEALS);
    import(&mut story, "costs.csv", COSTS);
    story.call(
        "merge_aliases",
        json!({ "field": "source", "spellings": ["web"], "into": "Web" }),
    );
    story.call("set_marketing_sources", json!({ "sources": ["Web"] }));
    story.call("add_lead_view", json!({ "name": "Ours", "leads": {} }));
    story.call("begin_buying_cycle", json!({ "with_starter_set": true }));
    let view = story.call("open_buying_cycle", json!({}));
    let values = json!({ "persona": view["personas"][0]["id"], "phase": view["phases"][0]["id"],
                         "text": "Who else uses it?", "evidence": "call", "evidence_on": "2026-11-30",
                         "evidence_note": "With the clinic next door" });
    story.call(
        "add_insight",
        json!({ "buying_cycle": "buying_cycle", "values": values }),
    );
    let piece = library::piece(&mut story, "Datasheet.txt", "What it is, in facts.");
    library::in_use(
        &mut story,
        &piece,
        &text(&view["personas"][0]["id"]),
        &text(&view["phases"][0]["id"]),
    );
    library::walked(&mut story, &piece);
    reviews::reviewed(&mut story, 4);
    let bytes = b"a picture";
    let kept = story.workspace.change(|change| {
        files::keep(change, bytes, &files::hash_of(bytes), None, Some(&bytes[..]))?;
        Ok(((), true))
    });
    kept.expect("a picture is kept");
    story
}

/// The columns of all tables of a file, with their types.
fn columns(db: &Connection) -> Vec<(String, String, String)> {
    let mut statement = db
        .prepare(
            "SELECT t.name, c.name, c.type FROM pragma_table_list t, pragma_table_info(t.name) c
             WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid",
        )
        .expect("the schema");
    let columns = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .expect("columns");
    columns.map(|column| column.expect("a column")).collect()
}

/// Changes one value behind everybody's back, past all that the file itself forbids.
fn change(db: &Connection, table: &str, column: &str, kind: &str) {
    let guards: Vec<(String, String)> = db
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1")
        .expect("the schema")
        .query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("guards")
        .map(|guard| guard.expect("a guard"))
        .collect();
    let mut sql = String::from("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;");
    for (name, _) in &guards {
        sql.push_str(&format!("DROP TRIGGER {name};"));
    }
    let other = match kind {
        "TEXT" => format!("coalesce({column}, '') || 'x'"),
        "BLOB" => "zeroblob(1)".to_owned(),
        _ => format!("coalesce({column}, 0) + 1"),
    };
    sql.push_str(&format!(
        "UPDATE {table} SET {column} = {other} WHERE rowid = (SELECT max(rowid) FROM {table});"
    ));
    for (_, guard) in &guards {
        sql.push_str(guard);
        sql.push(';');
    }
    db.execute_batch(&sql)
        .unwrap_or_else(|error| panic!("{table}.{column} cannot be changed: {error}"));
}

fn copy(from: &Path, folder: &Path) -> PathBuf {
    let to = folder.join("changed.lockstep");
    std::fs::copy(from, &to).expect("a copy");
    to
}

#[test]
fn a_changed_value_in_any_column_of_any_table_is_noticed() {
    let (path, folder) = closed(full());
    let control = copy(&path, folder.path());
    clean(&opens(&control));
    let all = columns(&Connection::open(&path).expect("a database"));
    assert!(all.len() > 200, "{}", all.len());
    let mut missed = Vec::new();
    for (table, column, kind) in &all {
        let changed = copy(&path, folder.path());
        let db = Connection::open(&changed).expect("a database");
        let rows: i64 = db
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
            .expect("a count");
        assert!(
            rows > 0,
            "the story leaves {table} empty, so nothing is shown of it"
        );
        change(&db, table, column, kind);
        drop(db);
        let noticed = open(&changed).map_or_else(
            |error| error.code == lockstep_workspace::ErrorCode::Damaged,
            |workspace| !workspace.check().expect("a check").ok,
        );
        if !noticed {
            missed.push(format!("{table}.{column}"));
        }
    }
    assert_eq!(missed, Vec::<String>::new());
}

#[test]
fn what_came_with_a_file_is_named_by_the_file() {
    for (change, words) in [
        (
            "UPDATE lead SET name = 'Eva' WHERE name = 'Cleo'",
            "At least one row of “lead” from “leads.csv” is not what was written.",
        ),
        (
            "DELETE FROM cost",
            "Of “cost” from “costs.csv”, one row is missing.",
        ),
        (
            "INSERT INTO cost SELECT 'new', import, source, campaign, month, 9, attributes FROM cost",
            "Of “cost” from “costs.csv”, one row is there that nobody wrote.",
        ),
        (
            "DELETE FROM digest WHERE table_name = 'cost'",
            "Of “cost” from “costs.csv”, one row is there, but no digest was written for it.",
        ),
    ] {
        let (path, _folder) = closed(full());
        Connection::open(&path)
            .expect("a database")
            .execute_batch(change)
            .expect(change);
        let report = opens(&path).check().expect("a check");
        assert_eq!(report.problems, [words], "{change}");
    }
}

#[test]
fn whatever_people_do_with_what_came_in_bulk_the_digests_follow() {
    let mut story = full();
    clean(&story.workspace);
    let lead = |story: &mut Story| story.call("list_leads", json!({}))["leads"][0]["id"].clone();
    let first = lead(&mut story);
    let more = LEADS
        .replace("2026-11-24", "2026-11-23")
        .replace("3,Cleo", "4,Dora");
    let steps: [(&str, Value); 6] = [
        (
            "edit_lead",
            json!({ "id": first, "change": { "name": "Somebody" } }),
        ),
        ("reject_lead", json!({ "id": first, "reason": "no_budget" })),
        ("set_source", json!({ "leads": {}, "source": "Fair" })),
        (
            "merge_aliases",
            json!({ "field": "owner", "spellings": ["Kim"], "into": "Lou" }),
        ),
        ("judge_leads", json!({})),
        ("accept_lead", json!({ "id": first })),
    ];
    for (command, input) in steps {
        story.call(command, input);
        clean(&story.workspace);
        story.call("undo", json!({}));
        clean(&story.workspace);
        story.call("redo", json!({}));
        clean(&story.workspace);
    }
    let import = import(&mut story, "more.csv", &more);
    clean(&story.workspace);
    story.call("revert_import", json!({ "import": import }));
    clean(&story.workspace);
    let story = story.reopened();
    clean(&story.workspace);
}

#[test]
fn a_check_says_what_it_compared_with_what() {
    let story = full();
    let report = story.workspace.check().expect("a check");
    let table = |name: &str| {
        let found = report.tables.iter().find(|table| table.name == name);
        found.cloned().unwrap_or_default()
    };
    let lead = table("lead");
    // The journal knows the one whose spelling was mended.
    assert_eq!(
        (
            lead.rows,
            lead.against_journal,
            lead.against_digests,
            lead.not_compared
        ),
        (3, 1, 3, 0)
    );
    assert_eq!((table("risk").rows, table("risk").against_journal), (1, 1));
    assert_eq!((report.not_compared, report.later_digested_rows), (0, 0));
    assert_eq!(report.digests_since, None);
    let rows: u64 = report.tables.iter().map(|table| table.rows).sum();
    assert_eq!(rows, report.digested_rows);
}
