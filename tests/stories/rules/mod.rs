//! Rules that cannot be gone round: whichever way a value changes, the same rule holds.

mod currency;
mod references;
mod restoring;
mod undoing;

use std::collections::BTreeMap;

use lockstep_tests::{
    library, reviews,
    story::{Story, text},
};
use rusqlite::Connection;
use serde_json::json;

use crate::{buyers, definition, leads};

/// A story with a row in every table.
fn everything() -> Story {
    let mut story = Story::new();
    story.begin_plan(2027);
    let plan = story.make_ready(2027);
    let sasha = story.person("Sasha");
    let goal = story.plan(2027)["goals"][0]["goal"]["id"].clone();
    for (name, values) in [
        (
            "add_measure",
            json!({ "side": "sales", "name": "Revenue", "unit": "money", "target": 100 }),
        ),
        (
            "add_retro_note",
            json!({ "side": "sales", "kind": "went_well", "text": "We met weekly" }),
        ),
        ("add_segment", json!({ "name": "Hospitals" })),
        ("add_target_account", json!({ "name": "St Mary" })),
        ("add_out_of_scope", json!({ "name": "Print" })),
        (
            "add_initiative",
            json!({ "name": "Road show", "owner": sasha, "goal": goal, "budget": 500,
                    "starts": "2027-02-01", "ends": "2027-03-01" }),
        ),
        ("add_risk", json!({ "name": "Rain", "owner": sasha })),
        ("add_parked_item", json!({ "name": "A new office" })),
        ("add_decision", json!({ "name": "We meet weekly" })),
        (
            "add_action_item",
            json!({ "name": "Call the CFO", "owner": sasha }),
        ),
    ] {
        story.call(name, json!({ "plan": plan, "values": values }));
    }
    let duty = story.plan(2027)["duties"][0]["id"].clone();
    story.call(
        "edit_responsibility",
        json!({ "id": duty, "change": { "sales_owner": sasha, "marketing_owner": sasha } }),
    );

    leads::import(&mut story, "leads.csv", leads::LEADS);
    leads::import(&mut story, "leads.csv", &leads::LEADS.replace("Working", "New"));
    leads::import(&mut story, "deals.csv", leads::DEALS);
    leads::import(&mut story, "costs.csv", leads::COSTS);
    story.call(
        "exclude_alias",
        json!({ "field": "source", "said": "Trade Show" }),
    );
    story.call("set_marketing_sources", json!({ "sources": ["Web"] }));
    story.call(
        "add_lead_view",
        json!({ "name": "From the web", "leads": { "source": "Web" } }),
    );

    definition::begun(&mut story);
    definition::criterion(
        &mut story,
        json!({ "field": "attribute:Employees", "test": "at_least", "low": 50, "role": "required" }),
    );
    for (name, values) in [
        (
            "add_signal",
            json!({ "kind": "walk_away", "text": "They only want a price" }),
        ),
        (
            "add_example",
            json!({ "name": "A clinic", "facts": { "attribute:Employees": 60 }, "verdict": "qualified" }),
        ),
        ("add_promise", json!({ "kind": "attempts", "amount": 5 })),
    ] {
        story.call(name, json!({ "definition": "definition", "values": values }));
    }
    let withdrawn = definition::propose(&mut story);
    story.call("withdraw", json!({ "agreement": withdrawn }));
    definition::agree(&mut story);
    story.call("judge_leads", json!({}));
    story.sits("Sasha");

    let [persona, phase] = buyers::begun(&mut story);
    buyers::insight(
        &mut story,
        json!({ "persona": persona, "phase": phase, "text": "What does it cost?", "evidence": "call",
                "evidence_on": "2026-11-20" }),
    );
    let piece = library::piece(&mut story, "Datasheet.txt", "What it is, in facts.");
    library::in_use(&mut story, &piece, &text(&persona), &text(&phase));
    library::walked(&mut story, &piece);
    reviews::reviewed(&mut story, 2);
    story
}

/// The columns of every table that says something, each with its type: what has no id follows from the bytes of files.
fn schema(db: &Connection) -> rusqlite::Result<BTreeMap<String, Vec<(String, String)>>> {
    let mut tables: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    let mut statement = db.prepare(
        "SELECT t.name, c.name, c.type FROM pragma_table_list t, pragma_table_info(t.name) c
         WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
           AND t.name NOT IN ('journal', 'journal_row', 'keyboard', 'digest')
           AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'id') ORDER BY t.name, c.cid",
    )?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        tables
            .entry(row.get(0)?)
            .or_default()
            .push((row.get(1)?, row.get(2)?));
    }
    Ok(tables)
}

/// Returns the columns that refer to rows of a table.
fn references_to(db: &Connection, table: &str) -> rusqlite::Result<Vec<(String, String)>> {
    db.prepare(
        "SELECT t.name, f.\"from\" FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
         WHERE t.schema = 'main' AND t.type = 'table' AND f.\"table\" = ?1 ORDER BY 1, 2",
    )?
    .query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}
