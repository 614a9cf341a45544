//! How long an answer holds: each says on which tables it rests, and a change says which tables it changed. What is on screen is
//! asked again only where the two meet, so where they do not meet the answer must be the same.

use std::collections::BTreeMap;

use lockstep_tests::{
    library,
    story::{Story, text},
};
use lockstep_workspace::{Reply, reads::Tables};
use serde_json::{Value, json};

fn ask(story: &mut Story, name: &str, input: &Value) -> Reply {
    loop {
        let reply = story.workspace.call_non_blocking(name, input.clone());
        if let Some(reply) = reply.unwrap_or_else(|error| panic!("{name}: {error:?}")) {
            return reply;
        }
        while story.workspace.prefetch().expect("leads that can be read") {}
    }
}

fn holds(reads: &Option<Tables>, changed: &Tables) -> bool {
    reads.as_ref().is_some_and(|reads| reads.is_disjoint(changed))
}

/// The sample, with a piece of collateral.
fn sample() -> Story {
    let mut story = Story::of_sample();
    let piece = library::piece(&mut story, "Datasheet.txt", "What it is, in facts.");
    let cycle = story.call("open_buying_cycle", json!({}));
    library::in_use(
        &mut story,
        &piece,
        &text(&cycle["personas"][0]["id"]),
        &text(&cycle["phases"][0]["id"]),
    );
    if story.call("list_reviews", json!({}))["next"].is_null() {
        let year = story.call("list_plans", json!({}))[0]["year"].clone();
        story.call("plan_reviews", json!({ "year": year, "monthly": false }));
    }
    story
}

/// Every question of the sample, by its name and what is asked.
fn questions(story: &mut Story) -> Vec<(&'static str, Value)> {
    let entry = story.call("history", json!({ "limit": 1 }))["entries"][0]["id"].clone();
    let lead = story.call("list_leads", json!({ "limit": 1 }))["leads"][0]["id"].clone();
    let plan = story.call("list_plans", json!({}))[0].clone();
    let year = plan["year"].clone();
    let pieces = story.call("list_pieces", json!({ "filter": { "states": ["draft"] } }));
    let piece = pieces["pieces"][0]["piece"]["id"].clone();
    let walk = story.call("list_walk_throughs", json!({}))["walk_throughs"][0]["walk_through"]["id"].clone();
    let version = pieces["pieces"][0]["version"]["id"].clone();
    let review = story.call("list_reviews", json!({}))["next"]["review"]["id"].clone();
    let buyers = story.call("open_buying_cycle", json!({}));
    vec![
        ("show_company", json!({})),
        ("people", json!({})),
        ("what_waits", json!({})),
        (
            "compare_versions",
            json!({ "subject_kind": "plan", "subject": plan["id"] }),
        ),
        ("what_can_be_undone", json!({})),
        ("history", json!({ "limit": 6 })),
        ("open_entry", json!({ "entry": entry })),
        ("search", json!({ "text": "a" })),
        ("list_backups", json!({})),
        ("space_of_backups", json!({})),
        ("check_workspace", json!({})),
        ("list_plans", json!({})),
        ("open_plan", json!({ "year": year })),
        ("plan_document", json!({ "year": year })),
        ("compare_plans", json!({})),
        ("try_funnel", json!({ "year": year, "change": {} })),
        ("try_numbers", json!({ "plan": plan["id"], "text": "Leads\t12" })),
        ("try_measures", json!({ "text": "Calls\t12\t11" })),
        ("list_metrics", json!({})),
        ("open_definition", json!({})),
        ("definition_document", json!({})),
        ("list_templates", json!({})),
        ("definition_fields", json!({})),
        ("try_lead", json!({ "facts": {} })),
        ("back_test", json!({})),
        ("promises_kept", json!({})),
        ("list_imports", json!({})),
        ("list_leads", json!({})),
        ("open_lead", json!({ "id": lead })),
        ("lead_choices", json!({})),
        ("list_lead_views", json!({})),
        ("lead_funnel", json!({ "by": "source" })),
        ("lost_or_ignored", json!({ "by": "source" })),
        ("list_sources", json!({})),
        ("list_aliases", json!({ "field": "source" })),
        ("lead_year", json!({ "year": year })),
        ("open_buying_cycle", json!({})),
        ("market_in_common", json!({})),
        ("list_opportunity_stages", json!({})),
        (
            "list_pieces",
            json!({ "text": "facts", "filter": { "states": [] } }),
        ),
        ("open_piece", json!({ "id": piece })),
        ("piece_text", json!({ "id": piece })),
        ("piece_pictures", json!({ "hashes": [] })),
        ("review_queue", json!({})),
        ("library_size", json!({})),
        ("list_uses", json!({})),
        ("find_deals", json!({ "text": "" })),
        ("report_usage", json!({})),
        ("list_requests", json!({})),
        ("open_content_matrix", json!({})),
        (
            "open_matrix_cell",
            json!({ "persona": buyers["personas"][0]["id"], "phase": buyers["phases"][0]["id"] }),
        ),
        ("show_collateral_settings", json!({})),
        ("read_slips", json!({ "slips": [] })),
        ("list_walk_throughs", json!({})),
        ("open_walk_through", json!({ "id": walk })),
        ("list_reviews", json!({})),
        ("open_review", json!({ "id": review })),
        ("review_dates", json!({})),
        ("show_year", json!({})),
        ("decided_changes", json!({})),
        ("year_learnings", json!({ "year": year })),
        ("open_send_pack", json!({ "pieces": [piece] })),
        (
            "compare_piece_versions",
            json!({ "piece": piece, "from": version, "to": version }),
        ),
    ]
}

/// Things that people do in every room, one after the other.
fn deeds(story: &mut Story) -> Vec<(&'static str, Value)> {
    let plans = story.call("list_plans", json!({}));
    let open = story.call("open_plan", json!({ "year": plans[0]["year"] }));
    let definition = story.call("open_definition", json!({}));
    let lead = story.call("list_leads", json!({ "limit": 1 }))["leads"][0]["id"].clone();
    let pieces = story.call("list_pieces", json!({ "filter": { "states": ["draft"] } }));
    let piece = pieces["pieces"][0]["piece"]["id"].clone();
    let people = story.call("people", json!({}));
    let last = people["people"]
        .as_array()
        .expect("people")
        .last()
        .expect("somebody")["id"]
        .clone();
    let plan = open["plan"]["id"].clone();
    let walk = story.call("list_walk_throughs", json!({}))["walk_throughs"][0]["walk_through"]["id"].clone();
    let review = story.call("list_reviews", json!({}))["next"]["review"]["id"].clone();
    let buyers = story.call("open_buying_cycle", json!({}));
    vec![
        (
            "edit_goal",
            json!({ "id": open["goals"][0]["goal"]["id"], "change": { "name": "Something else" } }),
        ),
        (
            "edit_plan",
            json!({ "id": plan, "change": { "positioning": "For those who wait" } }),
        ),
        (
            "add_decision",
            json!({ "plan": plan, "values": { "name": "Go on?" } }),
        ),
        (
            "edit_definition",
            json!({ "id": definition["definition"]["id"], "change": { "sentence": "One that buys" } }),
        ),
        ("accept_lead", json!({ "id": lead })),
        (
            "edit_piece",
            json!({ "id": piece, "change": { "tags": ["spring"] } }),
        ),
        ("approve_piece", json!({ "id": piece })),
        (
            "record_use",
            json!({ "piece": piece, "deal": "The hospital", "manner": "presented" }),
        ),
        ("count_taken", json!({ "pieces": [piece], "how": "saved" })),
        (
            "ask_for_piece",
            json!({ "kind": "new", "wanted": "A calculator" }),
        ),
        (
            "add_fix",
            json!({ "walk_through": walk, "values": { "name": "A slide for those who pay" } }),
        ),
        (
            "add_review_parked",
            json!({ "review": review, "values": { "name": "A fair in spring?" } }),
        ),
        (
            "give_review_mark",
            json!({ "review": review, "about": "we_say_early", "mark": 4 }),
        ),
        (
            "edit_lead",
            json!({ "id": lead, "change": { "source": "Elsewhere" } }),
        ),
        ("set_marketing_sources", json!({ "sources": ["Elsewhere"] })),
        ("add_lead_view", json!({ "name": "All of them", "leads": {} })),
        (
            "edit_persona",
            json!({ "id": buyers["personas"][0]["id"], "change": { "name": "Somebody who pays" } }),
        ),
        (
            "edit_insight",
            json!({ "id": buyers["insights"][0]["id"], "change": { "text": "Who else has it?" } }),
        ),
        (
            "edit_person",
            json!({ "id": last, "change": { "role": "Chair" } }),
        ),
        ("edit_company", json!({ "change": { "name": "Another name" } })),
        ("set_current_user", json!({ "person": last })),
        ("undo", json!({})),
        ("redo", json!({})),
    ]
}

#[test]
fn an_answer_holds_until_a_table_changes_on_which_it_rests() {
    let mut story = sample();
    let questions = questions(&mut story);
    let mut answers: BTreeMap<usize, Reply> = BTreeMap::new();
    let mut others = 0;
    for (name, input) in deeds(&mut story) {
        for (place, (name, input)) in questions.iter().enumerate() {
            answers
                .entry(place)
                .or_insert_with(|| ask(&mut story, name, input));
        }
        story.call(name, input);
        let changed = story.workspace.last_changed().clone();
        assert!(!changed.is_empty(), "{name} changes something");
        for (place, (question, input)) in questions.iter().enumerate() {
            let before = &answers[&place];
            let after = ask(&mut story, question, input);
            if holds(&before.reads, &changed) {
                assert_eq!(before.answer.get(), after.answer.get(), "{question} after {name}");
            } else {
                // The control: without what is said of tables these would be shown although they are old.
                others += usize::from(before.answer.get() != after.answer.get());
                answers.insert(place, after);
            }
        }
    }
    assert!(others > 60, "{others}");
}

#[test]
fn every_question_is_asked_here() {
    let mut story = sample();
    let asked: Vec<&str> = questions(&mut story).into_iter().map(|(name, _)| name).collect();
    let all = story
        .workspace
        .rooms()
        .commands()
        .filter(|command| !command.is_action());
    let missing: Vec<&str> = all
        .map(|command| command.name)
        .filter(|name| !asked.contains(name))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn a_goal_that_changes_leaves_alone_what_says_nothing_of_plans() {
    let mut story = sample();
    let questions = questions(&mut story);
    let replies: Vec<Reply> = questions
        .iter()
        .map(|(name, input)| ask(&mut story, name, input))
        .collect();
    let (name, input) = deeds(&mut story).swap_remove(0);
    story.call(name, input);
    let changed = story.workspace.last_changed().clone();
    let named = questions.iter().map(|(name, _)| *name);
    let hold: Vec<&str> = named
        .zip(&replies)
        .filter(|(_, reply)| holds(&reply.reads, &changed))
        .map(|(name, _)| name)
        .collect();
    let expected = [
        "show_company",
        "people",
        "try_funnel",
        "try_numbers",
        "try_measures",
        "list_metrics",
        "open_definition",
        "definition_document",
        "list_templates",
        "definition_fields",
        "try_lead",
        "back_test",
        "promises_kept",
        "list_imports",
        "list_leads",
        "open_lead",
        "lead_choices",
        "list_lead_views",
        "lead_funnel",
        "lost_or_ignored",
        "list_sources",
        "list_aliases",
        "lead_year",
        "open_buying_cycle",
        "market_in_common",
        "list_opportunity_stages",
        "list_pieces",
        "open_piece",
        "piece_text",
        "piece_pictures",
        "review_queue",
        "library_size",
        "list_uses",
        "find_deals",
        "report_usage",
        "list_requests",
        "open_content_matrix",
        "open_matrix_cell",
        "show_collateral_settings",
        "read_slips",
        "list_walk_throughs",
        "open_walk_through",
        "list_reviews",
        "open_review",
        "show_year",
        "decided_changes",
        "year_learnings",
        "open_send_pack",
        "compare_piece_versions",
    ];
    assert_eq!(hold, expected);
}
