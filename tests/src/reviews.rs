//! A review with something of everything in it.

use serde_json::json;

use crate::story::{Story, text};

/// Writes a row into every table of reviews: the first review of 2025 is open and both have seen its notes; that of a quarter of 2026
/// which is over, and of which leads with a source tell, was closed and amended.
#[track_caller]
pub fn reviewed(story: &mut Story, quarter: usize) {
    let sasha = story.person("Sasha");
    let plan = story.begin_plan(2025);
    let values = json!({ "metric": "customer_references", "name": "References", "target": 12 });
    let goal = story.call("add_goal", json!({ "plan": plan, "values": values }))["id"].clone();
    let reading = json!({ "goal": goal, "day": "2025-11-01", "value": 7, "note": "Our own list" });
    story.call("enter_goal_reading", reading);
    let mut planned = |year: i32| story.call("plan_reviews", json!({ "year": year, "monthly": false }));
    let (open, closed) = (
        text(&planned(2025)[0]["id"]),
        text(&planned(2026)[quarter - 1]["id"]),
    );
    story.sits("Sasha");
    let values = json!({ "kind": "adjust", "text": "We call within a day." });
    let note = story.call("add_review_note", json!({ "review": open, "values": values }))["id"].clone();
    story.call(
        "give_review_mark",
        json!({ "review": open, "about": goal, "mark": 4 }),
    );
    for review in [&open, &closed] {
        story.call("begin_review", json!({ "id": review }));
        for (who, side) in [("Mika", "marketing"), ("Sasha", "sales")] {
            story.sits(who);
            story.call(
                "set_review_ready",
                json!({ "review": review, "side": side, "ready": true }),
            );
        }
    }
    story.call("vote_for_note", json!({ "note": note, "votes": 2 }));
    for (name, values) in [
        (
            "add_review_decision",
            json!({ "note": note, "question": "Who calls?", "name": "Whoever is free", "why": "It is quicker",
                    "owner": sasha, "effective_from": "2026-12-01", "changes": "definition" }),
        ),
        (
            "add_review_action",
            json!({ "note": note, "name": "A list of who is free", "owner": sasha, "due": "2027-01-31" }),
        ),
        ("add_review_parked", json!({ "name": "A fair in spring?" })),
    ] {
        story.call(name, json!({ "review": open, "values": values }));
    }
    let minutes = json!({ "review": open, "section": "goals", "minutes": 20 });
    story.call("set_agenda_minutes", minutes);
    let taken = json!([{ "section": "goals", "minutes": 17 }]);
    story.call("close_review", json!({ "id": closed, "taken": taken }));
    // Something comes out differently afterwards.
    let sources = story.call("list_sources", json!({}));
    let all = sources.as_array().cloned().unwrap_or_default();
    let marketings = all.iter().filter(|source| source["is_marketings"] == true);
    let marketings: Vec<_> = marketings.map(|source| source["source"].clone()).collect();
    let others = match marketings.is_empty() {
        true => vec![all[0]["source"].clone()],
        false => Vec::new(),
    };
    story.call("set_marketing_sources", json!({ "sources": others }));
    story.call("amend_review", json!({ "id": closed }));
    story.call("set_marketing_sources", json!({ "sources": marketings }));
}
