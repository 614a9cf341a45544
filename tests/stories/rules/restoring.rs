//! A field is restored by the edit that a person would make.

use std::collections::BTreeSet;

use lockstep_tests::story::{Story, text};
use rusqlite::{Connection, params};
use serde_json::{Value, json};

use super::{everything, schema};

/// A value that a step is said to have changed, in a journal that nobody checks.
struct Earlier {
    entry: String,
    table: String,
    row: String,
    column: String,
}

/// Writes an entry that says that `column` of a row of `table` was `value` before.
fn earlier(
    db: &Connection,
    table: &str,
    rows: &str,
    column: &str,
    value: &Value,
) -> rusqlite::Result<Earlier> {
    let entry = format!("{table}.{column}.{value}")
        .chars()
        .take(60)
        .collect::<String>();
    let columns = schema(db)?.remove(table).expect("a table");
    let pairs: Vec<String> = columns
        .iter()
        .map(|(name, _)| format!("'{name}', {name}"))
        .collect();
    let (row, image): (String, String) = db.query_row(
        &format!(
            "SELECT id, json_object({}) FROM {table} WHERE {rows} LIMIT 1",
            pairs.join(", ")
        ),
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut before: Value = serde_json::from_str(&image).expect("an image");
    before[column] = value.clone();
    db.execute(
        "INSERT INTO journal (id, at, action, summary, kind)
         VALUES (?1, '2026-11-22T09:00:00.000Z', 'test', ?1, 'action')",
        [&entry],
    )?;
    db.execute(
        "INSERT INTO journal_row (entry, table_name, row_id, before, after) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![entry, table, row, before.to_string(), image],
    )?;
    Ok(Earlier {
        entry,
        table: table.into(),
        row,
        column: column.into(),
    })
}

fn restore(story: &mut Story, earlier: &Earlier) -> Result<Value, lockstep_workspace::Error> {
    story.workspace.call(
        "restore_field",
        json!({ "entry": earlier.entry, "table": earlier.table, "row": earlier.row, "field": earlier.column }),
    )
}

/// Returns whether rows of a table have an edit, which restores their fields.
fn has_edit(table: &str) -> bool {
    let mut tables = lockstep_core::rooms().tables();
    tables.any(|known| known.name == table && known.restore.is_some())
}

/// Fields that no edit sets, of tables that have one.
const NOT_BY_HAND: [&str; 65] = [
    "collateral_request.answer",
    "collateral_request.answer_by",
    "collateral_request.answered_by",
    "collateral_request.answered_on",
    "collateral_request.asked_by",
    "collateral_request.asked_on",
    "collateral_request.closed_on",
    "collateral_request.created_at",
    "collateral_request.declined_because",
    "collateral_request.kind",
    "collateral_request.piece",
    "collateral_request.promised_first",
    "collateral_request.promised_for",
    "collateral_request.said_by",
    "collateral_request.slip",
    "definition.created_at",
    "fix.due_first",
    "fix.found_on",
    "lead.attributes",
    "lead.external_id",
    "lead.import",
    "lead.opportunity_said",
    "lead.reason_said",
    "lead.stage_said",
    "matrix_mark.need",
    "matrix_mark.persona",
    "matrix_mark.phase",
    "piece.created_at",
    "piece.origin",
    "piece.origin_pages",
    "piece.proposed",
    "piece.retired_because",
    "piece.retired_on",
    "piece.sent_back",
    "piece.successor",
    "piece_use.created_at",
    "piece_use.opportunity",
    "piece_use.person",
    "piece_use.piece",
    "piece_use.said_by",
    "piece_use.slip",
    "piece_use.version",
    "plan.created_at",
    "plan.marketing_ready",
    "plan.revealed_at",
    "plan.sales_ready",
    "plan.year",
    "review.begun_at",
    "review.closed_at",
    "review.created_at",
    "review.kind",
    "review.marketing_ready",
    "review.number",
    "review.revealed_at",
    "review.sales_ready",
    "review.worksheet",
    "review.year",
    "review_action.agreed_on",
    "review_action.due_first",
    "review_action.side",
    "review_decision.decided_on",
    "walk_step.continues",
    "walk_through.created_at",
    "walk_through.ended_on",
    "walk_through.previous",
];

#[test]
fn every_field_of_every_table_is_restored_by_its_edit_or_not_at_all() {
    let (mut story, earlier) = everything().behind_its_back(|db| {
        let mut all = Vec::new();
        for (table, columns) in schema(db)? {
            for (column, kind) in columns {
                // No field can hold it, so an edit names the field.
                let odd = if kind == "TEXT" { json!(5) } else { json!("x") };
                all.push(earlier(db, &table, "TRUE", &column, &odd)?);
            }
        }
        Ok(all)
    });
    let mut not_by_hand = BTreeSet::new();
    let before = story.state();
    for one in earlier {
        let name = format!("{}.{}", one.table, one.column);
        let error = restore(&mut story, &one).expect_err(&name);
        let has_an_edit = error.field.as_deref() == Some(&one.column);
        let is_tie = [
            "id",
            "plan",
            "definition",
            "buying_cycle",
            "walk_through",
            "review",
            "rank",
        ]
        .contains(&one.column.as_str());
        if !has_an_edit {
            assert!(error.message.contains("cannot be restored"), "{name}: {error:?}");
            if !is_tie && has_edit(&one.table) {
                not_by_hand.insert(name.clone());
            }
        }
        assert!(!(has_an_edit && is_tie), "{name}: {error:?}");
        // What the page offers is what can be done.
        let opened = story.call("open_entry", json!({ "entry": one.entry }));
        for field in opened["fields"].as_array().into_iter().flatten() {
            assert_eq!(field["can_restore"], has_an_edit, "{name}: {field}");
        }
    }
    assert_eq!(
        not_by_hand,
        NOT_BY_HAND.map(String::from).into_iter().collect::<BTreeSet<_>>()
    );
    assert_eq!(story.state(), before);
}

#[test]
fn a_restore_that_breaks_a_rule_is_refused_in_the_words_of_the_edit() {
    let year = |part: i64| json!(format!("[{}]", vec![part.to_string(); 12].join(",")));
    let long = "x".repeat(10_001);
    #[rustfmt::skip]
    let rules = [
        ("company", "TRUE", "currency", json!("USD"), "cannot change once there is a plan"),
        ("person", "TRUE", "name", json!(" "), "needs a name"),
        ("plan", "TRUE", "budget", json!(-1), "cannot be below zero"),
        ("look_back", "TRUE", "leads", json!(-1), "cannot be below zero"),
        ("funnel", "TRUE", "win_rate", json!(15_000), "between 0 and 100"),
        ("yardstick", "TRUE", "side", json!("leadership"), "Sales or to Marketing"),
        ("point", "TRUE", "side", json!("marketing"), "stays with the side"),
        ("segment", "TRUE", "name", json!(long), "is longer than"),
        ("target_account", "TRUE", "name", json!(long), "is longer than"),
        ("not_doing", "TRUE", "name", json!(long), "is longer than"),
        ("goal", "adds_up", "by_hand", year(-500), "cannot be below zero"),
        ("goal", "TRUE", "sales_owner", json!("nobody"), "The person chosen here"),
        ("initiative", "TRUE", "ends", json!("2027-01-01"), "before the first day"),
        ("duty", "TRUE", "sales_owner", json!("nobody"), "The person chosen here"),
        ("risk", "TRUE", "owner", json!("nobody"), "The person chosen here"),
        ("agenda_item", "TRUE", "minutes", json!(601), "at most 600 minutes"),
        ("parked_item", "TRUE", "name", json!(long), "is longer than"),
        ("decision", "TRUE", "decided_on", json!("2027-02-30"), "cannot be used here"),
        ("todo", "TRUE", "owner", json!("nobody"), "The person chosen here"),
        ("definition", "TRUE", "threshold", json!(0), "at least 1 point"),
        ("criterion", "TRUE", "days", json!(-1), "cannot be below zero"),
        ("signal", "TRUE", "text", json!(long), "is longer than"),
        ("worked_example", "TRUE", "facts", json!("{\"Beds\":[1]}"), "A fact is a word"),
        ("promise", "TRUE", "amount", json!(-1), "cannot be below zero"),
        ("lead", "TRUE", "touches", json!(-1), "less often than never"),
        ("lead", "stage = 'rejected'", "reason", Value::Null, "needs a reason"),
        ("lead_view", "TRUE", "name", json!(" "), "needs a name"),
        ("persona", "TRUE", "name", json!("x".repeat(201)), "is longer than"),
        ("buying_phase", "name = 'Using'", "lead_stages", json!("[\"new\"]"), "already belongs to the phase"),
        ("insight", "TRUE", "persona", json!("nobody"), "The persona chosen here"),
        ("insight", "TRUE", "evidence_on", json!("2031-01-01"), "has not come yet"),
        ("piece", "TRUE", "link", json!("nowhere"), "not a web address"),
        ("piece_use", "TRUE", "fitted", json!(6), "from 1 to 5"),
        ("collateral_request", "TRUE", "wanted", json!(" "), "what you need"),
        ("matrix_mark", "TRUE", "not_needed_because", json!(" "), "why no piece is needed"),
        ("walk_through", "TRUE", "held_on", json!("2401-01-01"), "not a day that can be planned"),
        ("walk_step", "TRUE", "message_by_marketing", json!(4), "Marketing gives its own marks"),
        ("fix", "TRUE", "done_on", json!("2031-01-01"), "has not come yet"),
        ("review", "TRUE", "held_on", json!("2401-01-01"), "not a day that can be planned"),
        ("review_note", "TRUE", "side", json!("marketing"), "stays with the side"),
        ("review_decision", "TRUE", "effective_from", json!("2401-01-01"), "not a day that can be planned"),
        ("review_action", "TRUE", "done_on", json!("2031-01-01"), "has not come yet"),
        ("review_parked", "TRUE", "name", json!(long), "is longer than"),
        ("collateral_settings", "TRUE", "answer_within_days", json!(0), "at least one day"),
    ];
    let tables = rules.iter().map(|rule| rule.0.to_string());
    let all = lockstep_core::rooms().tables();
    let without = all
        .filter(|table| table.restore.is_none())
        .map(|table| table.name.to_owned());
    let covered: BTreeSet<String> = tables.chain(without).collect();
    let (mut story, (known, broken)) = everything().behind_its_back(|db| {
        let broken: rusqlite::Result<Vec<_>> = rules
            .iter()
            .map(|(table, rows, column, value, words)| Ok((earlier(db, table, rows, column, value)?, *words)))
            .collect();
        Ok((schema(db)?, broken?))
    });
    assert_eq!(
        known.into_keys().collect::<BTreeSet<_>>(),
        covered,
        "a new table needs a rule here"
    );
    let before = story.state();
    for (one, words) in &broken {
        let error = restore(&mut story, one).expect_err(words);
        assert!(
            error.message.contains(words),
            "{}.{}: {error:?}",
            one.table,
            one.column
        );
    }
    assert_eq!(story.state(), before);
}

#[test]
fn what_waits_for_signatures_is_not_changed_by_a_restore() {
    let agreed = [
        ("plan", "positioning"),
        ("look_back", "source"),
        ("funnel", "win_rate_why"),
        ("yardstick", "name"),
        ("point", "text"),
        ("segment", "name"),
        ("target_account", "name"),
        ("not_doing", "name"),
        ("goal", "name"),
        ("initiative", "name"),
        ("duty", "name"),
        ("risk", "name"),
        ("definition", "sentence"),
        ("criterion", "why"),
        ("signal", "text"),
        ("worked_example", "name"),
        ("promise", "note"),
    ];
    let (mut story, fields) = everything().behind_its_back(|db| {
        agreed
            .iter()
            .map(|(table, column)| earlier(db, table, "TRUE", column, &json!("As it was")))
            .collect::<rusqlite::Result<Vec<_>>>()
    });
    // The control: as long as nothing is proposed, each of them is restored.
    for one in &fields {
        restore(&mut story, one).unwrap_or_else(|error| panic!("{}: {error:?}", one.table));
    }
    let plan = story.plan(2027)["plan"]["id"].clone();
    story.call(
        "edit_plan",
        json!({ "id": plan, "change": { "positioning": "Another" } }),
    );
    story.call("propose", json!({ "subject_kind": "plan", "subject": plan }));
    crate::definition::propose(&mut story);
    for one in &fields {
        let error = restore(&mut story, one).expect_err(&one.table);
        assert!(
            error.message.contains("waits for signatures"),
            "{}: {error:?}",
            one.table
        );
    }
}

#[test]
fn lists_and_flags_are_restored_too() {
    let mut story = everything();
    let kim = text(&story.call("add_person", json!({ "name": "Kim", "side": "sales" }))["id"]);
    for (name, id, change) in [
        ("edit_definition", "definition", json!({ "working_days": [1, 2] })),
        ("edit_person", &kim, json!({ "has_left": true })),
    ] {
        story.call(name, json!({ "id": id, "change": change }));
        let entry = story.call("history", json!({}))["entries"][0]["id"].clone();
        let field = story.call("open_entry", json!({ "entry": entry }))["fields"][0].clone();
        assert_eq!(field["can_restore"], true, "{field}");
        story.call(
            "restore_field",
            json!({ "entry": entry, "table": field["table"], "row": field["row"], "field": field["field"] }),
        );
    }
    let state = story.state();
    assert!(state.contains(r#""working_days":"[1,2,3,4,5]""#), "{state}");
    assert!(!state.contains(r#""has_left":1"#), "{state}");
}
