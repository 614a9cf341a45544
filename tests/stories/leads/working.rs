//! What people do with a lead: accept, reject with a reason, send back until later. Everybody sees it at once, and it can be
//! undone.

use super::*;
use lockstep_core::leads::importing::{ImportFiles, PreviewImport};

fn id(story: &mut Story, name: &str) -> Value {
    lead(story, name)["lead"]["id"].clone()
}

fn accepted(story: &mut Story) -> Value {
    story.call("lead_funnel", json!({ "by": "source" }))["all"]["accepted"].clone()
}

#[test]
fn sales_accepts_a_lead_and_marketing_sees_it_at_once() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    story.sits("Sasha");
    let ben = id(&mut story, "ben@two");
    // Ada has an opportunity, and Eve was accepted.
    assert_eq!(accepted(&mut story), 2);
    let said = story.call("accept_lead", json!({ "id": ben }));
    assert_eq!(
        (&said["accepted"], &said["stage"], &said["decided_on"]),
        (&json!("accepted"), &json!("accepted"), &json!("2026-11-22"))
    );
    story.sits("Mika");
    assert_eq!(accepted(&mut story), 3);
    let list = story.call("list_leads", json!({ "accepted": "accepted", "sort": "name" }));
    assert_eq!(
        (&list["total"], &list["leads"][1]["name"]),
        (&json!(3), &json!("Ben"))
    );
    let step = story.call("what_can_be_undone", json!({}));
    assert_eq!(step["undo"]["summary"], "Accept the lead “Ben”");
    story.call("undo", json!({}));
    assert_eq!(
        (
            accepted(&mut story),
            lead(&mut story, "ben@two")["decision"].clone()
        ),
        (json!(2), json!("undecided"))
    );
    story.call("redo", json!({}));
    assert_eq!(accepted(&mut story), 3);
    clean(&story);
}

#[test]
fn a_rejection_says_why_in_a_term_and_in_free_words() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    let ben = id(&mut story, "ben@two");
    let refused = story.refused("reject_lead", json!({ "id": ben }));
    assert_eq!(refused.field.as_deref(), Some("reason"));
    let refused = story.refused("reject_lead", json!({ "id": ben, "reason": "abandoned" }));
    assert_eq!(refused.field.as_deref(), Some("reason"));
    let refused = story.refused(
        "reject_lead",
        json!({ "id": ben, "reason": "no_fit", "on": "2026-11-23" }),
    );
    assert_eq!(refused.field.as_deref(), Some("on"));
    story.call(
        "reject_lead",
        json!({ "id": ben, "reason": "no_budget", "note": "  Spent until July ", "on": "2026-11-20" }),
    );
    let list = story.call(
        "list_leads",
        json!({ "reason": "no_budget", "sort": "latest", "reverse": true }),
    );
    assert_eq!(list["total"], 2);
    assert_eq!(
        (&list["leads"][0]["name"], &list["leads"][0]["reason_note"]),
        (&json!("Ben"), &json!("Spent until July"))
    );
    // Saying yes after all takes the reason with it.
    let said = story.call("accept_lead", json!({ "id": ben }));
    assert_eq!(
        (&said["reason"], &said["reason_note"]),
        (&Value::Null, &Value::Null)
    );
    // What was said here stays, whatever the next export says.
    let again = import(&mut story, "leads.csv", &LEADS.replace("2,Ben", "2,Benno"));
    assert_eq!(again.updated, 1);
    let ben = lead(&mut story, "ben@two");
    assert_eq!(
        (&ben["lead"]["name"], &ben["decision"], &ben["lead"]["stage"]),
        (&json!("Benno"), &json!("accepted"), &json!("accepted"))
    );
    clean(&story);
}

#[test]
fn a_recycled_lead_wakes_up_and_is_counted_apart() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    import(&mut story, "deals.csv", DEALS);
    let dan = id(&mut story, "dan@four");
    let refused = story.refused(
        "recycle_lead",
        json!({ "id": dan, "reason": "bad_timing", "wake_up_on": "2026-11-22" }),
    );
    assert_eq!(refused.field.as_deref(), Some("wake_up_on"));
    story.call(
        "recycle_lead",
        json!({ "id": dan, "reason": "bad_timing", "wake_up_on": "2027-02-01", "note": "After the merger" }),
    );
    let step = story.call("what_can_be_undone", json!({}));
    assert_eq!(step["undo"]["summary"], "Recycle the lead “Dan” until 1 Feb 2027");
    for (day, total) in [("2027-01-31", 0), ("2027-02-01", 1)] {
        let list = story.call("list_leads", json!({ "wakes_until": day }));
        assert_eq!(list["total"], total, "{day}");
    }
    let all = story.call("lead_funnel", json!({ "by": "source" }))["all"].clone();
    assert_eq!(all["recycled"], 1);
    assert_eq!(
        all["recycled_converted"],
        json!({ "part": 0, "n": 1, "basis_points": 0.0, "small": true })
    );
    assert_eq!(
        (
            &all["first_time_converted"]["part"],
            &all["first_time_converted"]["n"]
        ),
        (&json!(2), &json!(5))
    );
    // Awake and accepted it stays one that was recycled once.
    story.call("accept_lead", json!({ "id": dan }));
    assert_eq!(
        story.call("list_leads", json!({ "wakes_until": "2027-02-01" }))["total"],
        0
    );
    assert_eq!(story.call("list_leads", json!({ "recycled": true }))["total"], 1);
    clean(&story);
}

#[test]
fn an_edit_is_seen_in_every_order_and_filter() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    import(&mut story, "deals.csv", DEALS);
    let names = |story: &mut Story, question: Value| -> Vec<String> {
        let page = story.call("list_leads", question);
        let leads = page["leads"].as_array().cloned().unwrap_or_default();
        leads.iter().map(|lead| text(&lead["name"])).collect()
    };
    let orders = [
        "latest", "earliest", "name", "company", "source", "campaign", "owner", "stage", "value",
    ];
    for order in orders {
        let forth = names(&mut story, json!({ "sort": order }));
        let mut back = names(&mut story, json!({ "sort": order, "reverse": true }));
        back.reverse();
        assert_eq!((forth.len(), &forth), (6, &back), "{order}");
    }
    edit(
        &mut story,
        "cleo",
        json!({ "name": "Zoe", "company": "anton", "source": "Mail", "owner": "Abe", "created_on": "2027-01-01" }),
    );
    assert_eq!(names(&mut story, json!({ "limit": 1 })), ["Zoe"]);
    assert_eq!(
        names(&mut story, json!({ "sort": "name" })),
        ["Ada", "Ben", "Dan", "Eve", "Finn", "Zoe"]
    );
    assert_eq!(
        names(&mut story, json!({ "sort": "company", "limit": 1 })),
        ["Zoe"]
    );
    assert_eq!(names(&mut story, json!({ "sort": "owner", "limit": 1 })), ["Zoe"]);
    assert_eq!(names(&mut story, json!({ "source": "Mail" })), ["Zoe"]);
    assert_eq!(names(&mut story, json!({ "text": "cleo@ ANT" })), ["Zoe"]);
    assert_eq!(names(&mut story, json!({ "text": "Cleo Zoe" })), ["Zoe"]);
    assert_eq!(names(&mut story, json!({ "outcome": "won" })), ["Ada"]);
    assert_eq!(
        names(&mut story, json!({ "sort": "value", "limit": 2 })),
        ["Ada", "Eve"]
    );
    assert_eq!(
        names(
            &mut story,
            json!({ "attribute": { "name": "VIP", "value": "1" }, "sort": "name" })
        ),
        ["Ada", "Eve"]
    );
    assert_eq!(
        names(
            &mut story,
            json!({ "attribute": { "name": "Employees", "value": null } })
        ),
        ["Zoe"]
    );
    // What was kept in memory is what a fresh look at the file sees.
    let kept: Vec<Vec<String>> = orders
        .iter()
        .map(|order| names(&mut story, json!({ "sort": order })))
        .collect();
    let mut story = story.reopened();
    for (order, kept) in orders.iter().zip(kept) {
        assert_eq!(names(&mut story, json!({ "sort": order })), kept, "{order}");
    }
}

#[test]
fn what_was_refused_or_stopped_leaves_no_trace_in_the_counts() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    let count = |story: &mut Story| story.call("list_leads", json!({}))["total"].clone();
    assert_eq!(count(&mut story), 6);
    let more = LEADS.replace("\n1,", "\n11,").replace("ada@", "ada2@");
    let data = file(&story, "more.csv", &more);
    let surveyed = data.look(&mut |_, _| true).expect("it is looked through");
    let proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("recognised");
    let preview = story
        .workspace
        .preview_import(&data, &surveyed, &proposed, &mut |_, _| true)
        .expect("a preview");
    assert_eq!((preview.added, count(&mut story)), (1, json!(6)));
    story
        .workspace
        .import(&data, &surveyed, &proposed, &mut |_, _| false)
        .expect_err("stopped");
    assert_eq!(count(&mut story), 6);
    let taken = import(&mut story, "more.csv", &more);
    assert_eq!((taken.added, count(&mut story)), (1, json!(7)));
    story.call("revert_import", json!({ "import": taken.import }));
    assert_eq!(count(&mut story), 6);
}

#[test]
fn an_edit_keeps_to_the_rules_of_accepting_rejecting_and_recycling() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    let (ben, finn) = (id(&mut story, "ben@two"), id(&mut story, "finn@six"));
    let refused = |story: &mut Story, lead: &Value, change: Value| {
        let refused = story.refused("edit_lead", json!({ "id": lead, "change": change }));
        refused.field.unwrap_or_default()
    };
    // Finn was rejected: the reason stays, however it is taken away.
    for change in [
        json!({ "reason": null }),
        json!({ "reason": "abandoned" }),
        json!({ "reason": null, "stage": "rejected", "accepted": null }),
    ] {
        assert_eq!(refused(&mut story, &finn, change), "reason");
    }
    for change in [
        json!({ "stage": "rejected" }),
        json!({ "accepted": "rejected", "reason": "abandoned" }),
        json!({ "stage": "recycled", "wake_up_on": "2027-02-01" }),
    ] {
        assert_eq!(refused(&mut story, &ben, change), "reason");
    }
    for change in [
        json!({ "stage": "recycled", "reason": "bad_timing" }),
        json!({ "stage": "recycled", "reason": "bad_timing", "wake_up_on": "2026-11-22" }),
    ] {
        assert_eq!(refused(&mut story, &ben, change), "wake_up_on");
    }
    for change in [
        json!({ "decided_on": "2026-11-23" }),
        json!({ "accepted": "accepted", "decided_on": "2026-11-23" }),
    ] {
        assert_eq!(refused(&mut story, &ben, change), "decided_on");
    }
    assert_eq!(
        refused(&mut story, &ben, json!({ "owner": "x".repeat(201) })),
        "owner"
    );
    // Nothing but spaces is no source.
    let edited = story.call("edit_lead", json!({ "id": ben, "change": { "source": "  " } }));
    assert_eq!(edited["source"], Value::Null);
    // A yes said by an edit is the same yes.
    let edited = story.call(
        "edit_lead",
        json!({ "id": finn, "change": { "accepted": "accepted" } }),
    );
    let said = story.call("accept_lead", json!({ "id": finn }));
    assert_eq!(edited, said);
    assert_eq!(
        (&said["reason"], &said["stage"], &said["decided_on"]),
        (&Value::Null, &json!("accepted"), &json!("2026-11-22"))
    );
    clean(&story);
}

#[test]
fn what_a_file_left_open_does_not_stand_in_the_way_of_another_edit() {
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        &LEADS.replace("Rejected,No Budget", "Rejected,"),
    );
    let finn = id(&mut story, "finn@six");
    story.call("edit_lead", json!({ "id": finn, "change": { "owner": "Kim" } }));
    story.call(
        "edit_lead",
        json!({ "id": finn, "change": { "reason": "no_budget" } }),
    );
    let refused = story.refused("edit_lead", json!({ "id": finn, "change": { "reason": null } }));
    assert_eq!(refused.field.as_deref(), Some("reason"));
}
