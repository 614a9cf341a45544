//! What one side writes before the other may read it: the file does not show it, wherever it is copied.

use std::{fs, path::Path, sync::Arc};

use lockstep_workspace::{Environment, ErrorCode, MachineEnvironment, SystemEnvironment, Workspace};
use serde_json::{Value, json};

const SAID: &str = "They never called the leads from Hanover back";

fn founded(folder: &Path, environment: Arc<dyn Environment>) -> Workspace {
    let founding = json!({ "company": "Northwind", "fiscal_start": 1, "currency": "EUR", "language": "en-GB",
        "one_person_does_both": false, "people": [
            { "name": "Sasha", "role": "VP Sales", "side": "sales" },
            { "name": "Mika", "role": "VP Marketing", "side": "marketing" } ] });
    let founding = serde_json::from_value(founding).expect("what is founded");
    let mut workspace =
        lockstep_core::create(&folder.join("plan.lockstep"), founding, environment).expect("founded");
    workspace
        .call("begin_plan", json!({ "year": 2031 }))
        .expect("begun");
    workspace
}

fn call(workspace: &mut Workspace, name: &str, input: Value) -> Value {
    workspace
        .call(name, input)
        .unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn sit(workspace: &mut Workspace, name: &str) {
    let people = call(workspace, "people", json!({}))["people"].clone();
    let all = people.as_array().expect("people");
    let person = all
        .iter()
        .find(|person| person["name"] == name)
        .expect("the person");
    call(workspace, "set_current_user", json!({ "person": person["id"] }));
}

fn points(workspace: &mut Workspace) -> Vec<String> {
    let page = call(workspace, "open_plan", json!({ "year": 2031 }));
    let points = page["look_back"]["points"].as_array().expect("points").iter();
    points
        .map(|point| point["text"].as_str().expect("a text").to_owned())
        .collect()
}

fn plan(workspace: &mut Workspace) -> Value {
    call(workspace, "open_plan", json!({ "year": 2031 }))["plan"]["id"].clone()
}

/// Writes two points for marketing, changes one, removes one and takes that back, and edits the other's heading.
fn write(workspace: &mut Workspace) {
    let plan = plan(workspace);
    sit(workspace, "Mika");
    let add = |workspace: &mut Workspace, text: &str| {
        let values = json!({ "side": "marketing", "kind": "did_not", "text": text });
        call(
            workspace,
            "add_retro_note",
            json!({ "plan": plan, "values": values }),
        )["id"]
            .clone()
    };
    let first = add(workspace, "A point to be changed");
    let second = add(workspace, &format!("{SAID}, twice"));
    call(
        workspace,
        "edit_retro_note",
        json!({ "id": first, "change": { "text": SAID } }),
    );
    call(
        workspace,
        "edit_retro_note",
        json!({ "id": first, "change": { "kind": "learned" } }),
    );
    call(workspace, "remove_retro_note", json!({ "id": second }));
    call(workspace, "undo", json!({}));
}

/// Whether the words stand anywhere in what lies in a folder: the file, its log, its backups.
fn stand_in(folder: &Path) -> bool {
    let mut found = false;
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        found |= if path.is_dir() {
            stand_in(&path)
        } else {
            let bytes = fs::read(&path).expect("its bytes");
            bytes.windows(SAID.len()).any(|part| part == SAID.as_bytes())
        };
    }
    found
}

#[test]
fn the_file_does_not_show_what_one_side_wrote_before_both_reveal() {
    let (folder, keys) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    );
    let here = || Arc::new(MachineEnvironment::keeping_in(keys.path()));
    let mut workspace = founded(folder.path(), here());
    write(&mut workspace);
    workspace
        .back_up(lockstep_workspace::BackupKind::Routine)
        .expect("a backup");
    assert!(!stand_in(folder.path()));
    assert_eq!(
        points(&mut workspace),
        [SAID.to_owned(), format!("{SAID}, twice")]
    );
    // The history shows it to its own side, and a field goes back to what it was.
    let entries = call(&mut workspace, "history", json!({ "limit": 20 }))["entries"].clone();
    let changed = entries.as_array().expect("entries").iter().find_map(|entry| {
        let entry = call(&mut workspace, "open_entry", json!({ "entry": entry["id"] }));
        let fields = entry["fields"].as_array().cloned().unwrap_or_default();
        let field = fields
            .into_iter()
            .find(|field| field["after_text"] == SAID && field["field"] == "text");
        field.map(|field| (entry["entry"]["id"].clone(), field))
    });
    let (entry, field) = changed.expect("the change of the text");
    assert_eq!(field["before_text"], "A point to be changed");
    let place = json!({ "entry": entry, "table": "point", "row": field["row"], "field": "text" });
    call(&mut workspace, "restore_field", place);
    assert_eq!(points(&mut workspace)[0], "A point to be changed");
    call(&mut workspace, "undo", json!({}));
    assert!(!stand_in(folder.path()));
    sit(&mut workspace, "Sasha");
    assert_eq!(points(&mut workspace), Vec::<String>::new());
    assert!(workspace.check().expect("checked").ok);
    drop(workspace);

    // On this computer it opens again, and is shown once both are ready; then it is no secret any more.
    let mut workspace = lockstep_core::open(&folder.path().join("plan.lockstep"), here()).expect("opened");
    let plan = plan(&mut workspace);
    for (name, side) in [("Sasha", "sales"), ("Mika", "marketing")] {
        sit(&mut workspace, name);
        call(
            &mut workspace,
            "set_ready",
            json!({ "plan": plan, "side": side, "ready": true }),
        );
    }
    sit(&mut workspace, "Sasha");
    assert_eq!(
        points(&mut workspace),
        [SAID.to_owned(), format!("{SAID}, twice")]
    );
    assert!(workspace.check().expect("checked").ok);
    drop(workspace);
    assert!(stand_in(folder.path()));
}

#[test]
fn on_another_computer_it_stays_sealed_and_cannot_be_revealed() {
    let [folder, keys, others] = [(); 3].map(|()| tempfile::tempdir().expect("a folder"));
    let mut workspace = founded(
        folder.path(),
        Arc::new(MachineEnvironment::keeping_in(keys.path())),
    );
    write(&mut workspace);
    drop(workspace);
    let elsewhere = Arc::new(MachineEnvironment::keeping_in(others.path()));
    let mut workspace = lockstep_core::open(&folder.path().join("plan.lockstep"), elsewhere).expect("opened");
    let seen = points(&mut workspace);
    assert!(
        seen.iter()
            .all(|text| text.starts_with("Written on another computer")),
        "{seen:?}"
    );
    let plan = plan(&mut workspace);
    sit(&mut workspace, "Mika");
    // Nor is it written over: on its own computer it is there still.
    let page = call(&mut workspace, "open_plan", json!({ "year": 2031 }));
    let point = &page["look_back"]["points"][0]["id"];
    let other = json!({ "id": point, "change": { "text": "Another text" } });
    let refused = workspace
        .call("edit_retro_note", other)
        .expect_err("it cannot be changed here");
    assert!(
        refused.message.contains("can only be changed there"),
        "{refused:?}"
    );
    call(
        &mut workspace,
        "edit_retro_note",
        json!({ "id": point, "change": { "kind": "went_well" } }),
    );
    assert_eq!(points(&mut workspace), seen);
    call(
        &mut workspace,
        "set_ready",
        json!({ "plan": plan, "side": "marketing", "ready": true }),
    );
    sit(&mut workspace, "Sasha");
    let ready = json!({ "plan": plan, "side": "sales", "ready": true });
    let refused = workspace
        .call("set_ready", ready)
        .expect_err("it cannot be opened here");
    assert_eq!(refused.code, ErrorCode::Refused);
    assert!(
        refused
            .message
            .contains("2 points were written on another computer"),
        "{refused:?}"
    );
}

/// Plans the reviews of this year, and lets marketing write a note and give a mark in one of them; returns which.
fn write_in_a_review(workspace: &mut Workspace) -> Value {
    sit(workspace, "Mika");
    let review = call(
        workspace,
        "plan_reviews",
        json!({ "year": 2026, "monthly": false }),
    )[0]["id"]
        .clone();
    let values = json!({ "kind": "not_working", "text": SAID });
    call(
        workspace,
        "add_review_note",
        json!({ "review": review, "values": values }),
    );
    let mark = json!({ "review": review, "about": "they_keep_promises", "mark": 2 });
    call(workspace, "give_review_mark", mark);
    review
}

/// What stands in the file, and in the journal, of the note and the mark.
fn stored(file: &Path) -> Vec<String> {
    let db = rusqlite::Connection::open(file).expect("opened");
    let mut statement = db
        .prepare(
            "SELECT text FROM review_note UNION ALL SELECT mark FROM review_mark
             UNION ALL SELECT json_extract(after, '$.text') FROM journal_row WHERE table_name = 'review_note'
             UNION ALL SELECT json_extract(after, '$.mark') FROM journal_row WHERE table_name = 'review_mark'",
        )
        .expect("a question");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.collect::<rusqlite::Result<_>>().expect("texts")
}

#[test]
fn notes_and_marks_of_a_review_are_sealed_until_both_have_seen_them() {
    let [folder, keys, others] = [(); 3].map(|()| tempfile::tempdir().expect("a folder"));
    let here = || Arc::new(MachineEnvironment::keeping_in(keys.path()));
    let file = folder.path().join("plan.lockstep");
    let mut workspace = founded(folder.path(), here());
    let review = write_in_a_review(&mut workspace);
    drop(workspace);
    let found = stored(&file);
    assert_eq!(found.len(), 4);
    assert!(
        found.iter().all(|text| text.starts_with("\u{1}sealed 1:")),
        "{found:?}"
    );

    // Elsewhere nobody reads it, and nobody reveals it.
    let elsewhere = Arc::new(MachineEnvironment::keeping_in(others.path()));
    let mut workspace = lockstep_core::open(&file, elsewhere).expect("opened");
    sit(&mut workspace, "Mika");
    let ready = |side: &str| json!({ "review": review, "side": side, "ready": true });
    call(&mut workspace, "set_review_ready", ready("marketing"));
    let view = call(&mut workspace, "open_review", json!({ "id": review }));
    assert!(
        view["notes"][0]["note"]["text"]
            .as_str()
            .is_some_and(|text| text.starts_with("Written on another"))
    );
    sit(&mut workspace, "Sasha");
    let refused = workspace
        .call("set_review_ready", ready("sales"))
        .expect_err("it cannot be opened here");
    assert!(
        refused
            .message
            .contains("2 notes or marks were written on another computer"),
        "{refused:?}"
    );
    drop(workspace);

    let mut workspace = lockstep_core::open(&file, here()).expect("opened");
    sit(&mut workspace, "Sasha");
    call(&mut workspace, "set_review_ready", ready("sales"));
    let view = call(&mut workspace, "open_review", json!({ "id": review }));
    assert_eq!(view["notes"][0]["note"]["text"], SAID);
    let pulse = view["marks"]
        .as_array()
        .expect("marks")
        .iter()
        .find(|pair| pair["about"] == "they_keep_promises");
    assert_eq!(pulse.expect("the statement")["marketing"], 2);
    assert!(workspace.check().expect("checked").ok);
}

#[test]
fn control_without_a_key_notes_and_marks_stand_in_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut workspace = founded(folder.path(), Arc::new(SystemEnvironment));
    write_in_a_review(&mut workspace);
    drop(workspace);
    let found = stored(&folder.path().join("plan.lockstep"));
    assert_eq!(found, [SAID, "2", SAID, "2"]);
}

#[test]
fn control_without_a_key_the_words_would_be_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut workspace = founded(folder.path(), Arc::new(SystemEnvironment));
    write(&mut workspace);
    assert!(stand_in(folder.path()));
}
