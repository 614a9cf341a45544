//! What files left open is mended for many leads at once: sources are said, spellings become one, views get names.

use super::*;

#[test]
fn a_missing_source_is_said_for_all_leads_of_an_import_at_once() {
    let mut story = Story::new();
    import(
        &mut story,
        "first.csv",
        "Lead ID,Name,Lead Source\n8,Old,\n9,Older,Fair\n",
    );
    let taken = import(&mut story, "leads.csv", LEADS);
    let which = json!({ "import": taken.import, "source": "" });
    let refused = story.refused("set_source", json!({ "leads": which, "source": " " }));
    assert_eq!(refused.field.as_deref(), Some("source"));
    let done = story.call("set_source", json!({ "leads": which, "source": "Partner" }));
    assert_eq!(done, json!({ "leads": 1, "opportunities": 0, "costs": 0 }));
    let step = story.call("what_can_be_undone", json!({}));
    assert_eq!(step["undo"]["summary"], "Set the source of 1 lead to “Partner”");
    let missing = story.call("list_leads", json!({ "source": "" }));
    assert_eq!(
        (&missing["total"], &missing["leads"][0]["name"]),
        (&json!(1), &json!("Old"))
    );
    // The next export without a source does not take it away again.
    import(&mut story, "leads.csv", LEADS);
    assert_eq!(
        story.call("list_leads", json!({ "source": "Partner" }))["total"],
        1
    );
    story.call("undo", json!({}));
    assert_eq!(story.call("list_leads", json!({ "source": "" }))["total"], 2);
    clean(&story);
}

/// The same leads, with one source spelt in three ways.
fn in_three_spellings() -> String {
    LEADS
        .replace(
            "3,Cleo,cleo@three.example,Three,Trade Show",
            "3,Cleo,cleo@three.example,Three,trade-show",
        )
        .replace(
            "5,Eve,eve@five.example,Five,Trade Show",
            "5,Eve,eve@five.example,Five,TRADE SHOW",
        )
}

#[test]
fn spellings_are_merged_and_later_files_are_read_so() {
    let mut story = Story::new();
    let leads = in_three_spellings();
    import(&mut story, "leads.csv", &leads);
    import(&mut story, "costs.csv", COSTS);
    let found = story.call("list_aliases", json!({ "field": "source" }));
    assert_eq!(found["groups"][0]["proposed"], "Trade Show");
    assert_eq!(
        found["groups"][0]["spellings"],
        json!([["Trade Show", 2], ["TRADE SHOW", 1], ["trade-show", 1]])
    );
    let done = story.call(
        "merge_aliases",
        json!({ "field": "source", "spellings": ["Trade Show", "TRADE SHOW", "trade-show"], "into": "Trade show" }),
    );
    assert_eq!(done, json!({ "leads": 3, "opportunities": 0, "costs": 1 }));
    let step = story.call("what_can_be_undone", json!({}));
    assert_eq!(
        step["undo"]["summary"],
        "Merge 3 spellings of a source into “Trade show”"
    );
    let row = |story: &mut Story| {
        let funnel = story.call("lead_funnel", json!({ "by": "source" }));
        let rows = funnel["rows"].as_array().cloned().unwrap_or_default();
        rows.into_iter()
            .find(|row| row["name"] == "Trade show")
            .unwrap_or_default()
    };
    assert_eq!(
        (row(&mut story)["leads"].clone(), row(&mut story)["cost"].clone()),
        (json!(3), json!(300_000))
    );
    // Not a row changes, and nothing new comes in under the old spelling.
    let again = import(&mut story, "leads.csv", &leads);
    assert_eq!(counts(&again), [0, 0, 6, 0]);
    let more = import(
        &mut story,
        "more.csv",
        &leads.replace("\n3,Cleo,cleo@", "\n33,Clara,clara@"),
    );
    assert_eq!((more.added, row(&mut story)["leads"].clone()), (1, json!(4)));
    story.call("revert_import", json!({ "import": more.import }));

    let merged = story.call("list_aliases", json!({ "field": "source" }));
    assert_eq!(
        (
            merged["groups"].clone(),
            merged["merged"].as_array().map(Vec::len)
        ),
        (json!([]), Some(3))
    );
    story.call("forget_alias", json!({ "id": merged["merged"][0]["id"] }));
    let left = story.call("list_aliases", json!({ "field": "source" }));
    assert_eq!(left["merged"].as_array().map(Vec::len), Some(2));
    clean(&story);
}

#[test]
fn a_merge_can_be_undone_and_then_the_old_spelling_comes_in_again() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    let before = rows(&mut story);
    let merge = json!({ "field": "owner", "spellings": ["Kim", "Lou"], "into": "Kim" });
    let done = story.call("merge_aliases", merge);
    assert_eq!(done["leads"], 4);
    story.call("undo", json!({}));
    assert_eq!(rows(&mut story), before);
    assert_eq!(
        story.call("list_aliases", json!({ "field": "owner" }))["merged"],
        json!([])
    );
    let refused = story.refused(
        "merge_aliases",
        json!({ "field": "owner", "spellings": ["Kim"], "into": "Kim" }),
    );
    assert_eq!(refused.field.as_deref(), Some("spellings"));
    clean(&story);
}

#[test]
fn a_view_of_the_ledger_is_saved_under_a_name() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    let which = json!({ "owner": "Lou", "lost_or_ignored": true, "sort": "name", "offset": 50 });
    let view = story.call("add_lead_view", json!({ "name": " Lou's lost ", "leads": which }));
    assert_eq!(
        (&view["name"], &view["leads"]["offset"]),
        (&json!("Lou's lost"), &Value::Null)
    );
    let refused = story.refused("add_lead_view", json!({ "name": "LOU'S LOST", "leads": {} }));
    assert_eq!(refused.field.as_deref(), Some("name"));
    story.call(
        "edit_lead_view",
        json!({ "id": view["id"], "name": "Lost by Lou" }),
    );
    let views = story.call("list_lead_views", json!({}));
    assert_eq!(
        (&views[0]["name"], &views[0]["leads"]["owner"]),
        (&json!("Lost by Lou"), &json!("Lou"))
    );
    let leads = story.call("list_leads", views[0]["leads"].clone());
    assert_eq!(
        (&leads["total"], &leads["leads"][0]["name"]),
        (&json!(1), &json!("Cleo"))
    );
    story.call("remove_lead_view", json!({ "id": view["id"] }));
    assert_eq!(story.call("list_lead_views", json!({})), json!([]));
    story.call("undo", json!({}));
    assert_eq!(story.call("list_lead_views", json!({}))[0]["name"], "Lost by Lou");
    clean(&story);
}

#[test]
fn the_filters_offer_what_there_is_with_its_number() {
    let mut story = Story::new();
    let taken = import(&mut story, "leads.csv", LEADS);
    import(&mut story, "deals.csv", DEALS);
    let choices = story.call("lead_choices", json!({}));
    assert_eq!(choices["leads"], 6);
    assert_eq!(
        choices["sources"],
        json!([{ "name": "Trade Show", "leads": 3 }, { "name": "Web", "leads": 2 }, { "name": null, "leads": 1 }])
    );
    assert_eq!(choices["campaigns"], json!([{ "name": null, "leads": 6 }]));
    assert_eq!(
        choices["decisions"][2],
        json!({ "term": "undecided", "name": "Undecided", "leads": 3 })
    );
    assert_eq!(
        choices["stages"][0],
        json!({ "term": "new", "name": "New", "leads": 1 })
    );
    assert_eq!(choices["reasons"][1]["term"], "abandoned");
    assert_eq!(
        choices["outcomes"][0],
        json!({ "term": "won", "name": "Won", "leads": 1 })
    );
    assert_eq!(
        choices["imports"],
        json!([{ "id": taken.import, "file_name": "leads.csv", "leads": 6 }])
    );
    assert_eq!(
        choices["attributes"],
        json!([{ "name": "Employees", "leads": 5 }, { "name": "VIP", "leads": 6 }])
    );
}

#[test]
fn a_spelling_that_means_something_else_is_kept_apart() {
    let mut story = Story::new();
    let leads = in_three_spellings();
    import(&mut story, "leads.csv", &leads);
    let listed = |story: &mut Story| story.call("list_aliases", json!({ "field": "source" }));
    let offered = |story: &mut Story| listed(story)["groups"][0]["spellings"].clone();
    story.call(
        "exclude_alias",
        json!({ "field": "source", "said": "TRADE SHOW" }),
    );
    assert_eq!(offered(&mut story), json!([["Trade Show", 1], ["trade-show", 1]]));
    let step = story.call("what_can_be_undone", json!({}));
    assert_eq!(
        step["undo"]["summary"],
        "Keep “TRADE SHOW” apart from names like it"
    );

    // With the other gone too, there is nothing left to offer.
    story.call(
        "exclude_alias",
        json!({ "field": "source", "said": "trade-show" }),
    );
    let view = listed(&mut story);
    assert_eq!(
        (view["groups"].clone(), view["merged"].clone()),
        (json!([]), json!([]))
    );
    let kept: Vec<&str> = view["kept"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one["said"].as_str())
        .collect();
    assert_eq!(kept, ["TRADE SHOW", "trade-show"]);
    // A later file is read as it stands.
    let again = import(&mut story, "leads.csv", &leads);
    assert_eq!(counts(&again), [0, 0, 6, 0]);

    story.call("undo", json!({}));
    assert_eq!(offered(&mut story), json!([["Trade Show", 1], ["trade-show", 1]]));
    story.call("forget_alias", json!({ "id": view["kept"][0]["id"] }));
    assert_eq!(offered(&mut story).as_array().map(Vec::len), Some(3));
    clean(&story);
}
