//! A piece is what sales uses once one of each side has approved it as it is, until the day by which somebody should look at it.

use super::*;

#[test]
fn one_of_each_side_approves_a_version() {
    let mut story = Story::new();
    let id = piece(&mut story, "Pitch.txt", "What we say first.");
    story.sits("Lee");
    assert!(
        story
            .refused("approve_piece", json!({ "id": id }))
            .message
            .contains("Leadership reads")
    );
    story.sits("Mika");
    story.call("approve_piece", json!({ "id": id }));
    let twice = story.refused("approve_piece", json!({ "id": id }));
    assert!(
        twice.message.contains("has signed this version already"),
        "{twice:?}"
    );
    assert_eq!(opened(&mut story, &id)["state"], "in_review");
    assert_eq!(titles(&mut story, json!({})), Vec::<String>::new());
    // It waits for the other side, and for nobody else.
    let waits = story.call("what_waits", json!({}));
    assert_eq!(
        (&waits[0]["sides"], &waits[0]["room"], &waits[0]["task"]),
        (&json!(["sales"]), &json!("collateral"), &json!("review"))
    );
    assert_eq!(
        story.call("review_queue", json!({ "side": "marketing" })),
        json!([])
    );
    story.sits("Sasha");
    assert_eq!(story.call("review_queue", json!({}))[0]["piece"]["id"], json!(id));
    // What one side approved stays as it is.
    let refused = story.refused("edit_piece", json!({ "id": id, "change": { "title": "Other" } }));
    assert!(
        refused
            .hint
            .is_some_and(|hint| hint.contains("Send it back first"))
    );
    story.call(
        "edit_piece",
        json!({ "id": id, "change": { "tags": [" pitch ", "Pitch", ""] } }),
    );
    story.call("approve_piece", json!({ "id": id }));
    let view = opened(&mut story, &id);
    assert_eq!(
        (&view["state"], &view["piece"]["tags"]),
        (&json!("approved"), &json!(["pitch"]))
    );
    assert_eq!(titles(&mut story, json!({})), ["Pitch"]);
    // Another title is another version: it needs approval again.
    story.call(
        "edit_piece",
        json!({ "id": id, "change": { "title": "First words" } }),
    );
    assert_eq!(opened(&mut story, &id)["state"], "draft");
    story.call("edit_piece", json!({ "id": id, "change": { "title": "Pitch" } }));
    assert_eq!(opened(&mut story, &id)["state"], "approved");
}

#[test]
fn a_piece_is_sent_back_with_a_reason() {
    let mut story = Story::new();
    let id = piece(&mut story, "Deck.txt", "Slides in words.");
    story.sits("Mika");
    story.call("approve_piece", json!({ "id": id }));
    story.sits("Sasha");
    assert_eq!(
        story
            .refused("send_back_piece", json!({ "id": id, "because": " " }))
            .field
            .as_deref(),
        Some("because")
    );
    story.call(
        "send_back_piece",
        json!({ "id": id, "because": "Too long for a first call." }),
    );
    let view = opened(&mut story, &id);
    assert_eq!(
        (&view["state"], &view["piece"]["sent_back"]),
        (&json!("draft"), &json!("Too long for a first call."))
    );
    assert_eq!(story.call("review_queue", json!({ "side": "sales" })), json!([]));
    approved(&mut story, &id);
    let view = opened(&mut story, &id);
    assert_eq!(
        (&view["state"], &view["piece"]["sent_back"]),
        (&json!("approved"), &json!(""))
    );
    assert!(
        story
            .refused("send_back_piece", json!({ "id": id, "because": "x" }))
            .message
            .contains("have approved")
    );
}

#[test]
fn where_one_person_does_both_jobs_they_approve_for_each_side_in_turn() {
    let mut story = Story::founded(|founding| founding.one_person_does_both = true);
    let id = piece(&mut story, "Deck.txt", "Slides in words.");
    story.sits("Mika");
    story.call("approve_piece", json!({ "id": id }));
    assert_eq!(opened(&mut story, &id)["state"], "in_review");
    story.call("approve_piece", json!({ "id": id }));
    assert_eq!(opened(&mut story, &id)["state"], "approved");
}

#[test]
fn behind_its_review_date_a_piece_is_stale_and_waits_for_its_owner() {
    let mut story = Story::new();
    let id = piece(&mut story, "Prices.txt", "What it costs.");
    let mika = story.person("Mika");
    story.call(
        "edit_piece",
        json!({ "id": id, "change": { "review_by": "2026-12-01", "owner": mika } }),
    );
    approved(&mut story, &id);
    assert_eq!(titles(&mut story, json!({})), ["Prices"]);
    // On the day itself it is current.
    story.days_later(9);
    assert_eq!(opened(&mut story, &id)["is_stale"], false);
    story.days_later(1);
    assert_eq!(titles(&mut story, json!({})), Vec::<String>::new());
    let list = story.call("list_pieces", json!({ "filter": { "states": ["approved"] } }));
    assert_eq!(
        (
            &list["counts"]["in_use"],
            &list["counts"]["stale"],
            &list["total"]
        ),
        (&json!(0), &json!(1), &json!(1))
    );
    for (stale, found) in [(true, 1), (false, 0)] {
        let filter = json!({ "filter": { "states": ["approved"], "stale": stale } });
        assert_eq!(story.call("list_pieces", filter)["total"], found);
    }
    let waits = story.call("what_waits", json!({}));
    assert_eq!(waits[0]["sides"], json!(["marketing"]));
    assert_eq!(waits[0]["task"], "look_again");
    assert!(text(&waits[0]["words"]).contains("review date has passed"));
    story.call(
        "edit_piece",
        json!({ "id": id, "change": { "review_by": "2027-06-01" } }),
    );
    assert_eq!(titles(&mut story, json!({})), ["Prices"]);
}

#[test]
fn a_retired_piece_shows_only_to_whoever_asks_and_what_was_put_forward_stays() {
    let mut story = Story::new();
    let (old, new) = (
        piece(&mut story, "Old.txt", "Old words."),
        piece(&mut story, "New.txt", "New words."),
    );
    approved(&mut story, &old);
    assert!(
        story
            .refused("remove_piece", json!({ "id": old }))
            .hint
            .is_some_and(|hint| hint.starts_with("Retire it"))
    );
    assert_eq!(
        story
            .refused("retire_piece", json!({ "id": old, "because": "" }))
            .field
            .as_deref(),
        Some("because")
    );
    story.call(
        "retire_piece",
        json!({ "id": old, "because": "Prices changed.", "successor": new }),
    );
    assert_eq!(titles(&mut story, json!({})), Vec::<String>::new());
    assert_eq!(
        titles(&mut story, json!({ "filter": { "states": ["retired"] } })),
        ["Old"]
    );
    assert!(
        story
            .refused("approve_piece", json!({ "id": old }))
            .message
            .contains("retired")
    );
    story.call("bring_back_piece", json!({ "id": old }));
    assert_eq!(titles(&mut story, json!({})), ["Old"]);
    story.call("remove_piece", json!({ "id": new }));
    story.call("undo", json!({}));
    assert_eq!(opened(&mut story, &new)["piece"]["title"], "New");
}

#[test]
fn several_pieces_are_changed_in_one_step_and_a_link_is_a_piece() {
    let mut story = Story::new();
    let link = story.call(
        "add_link",
        json!({ "link": "https://example.com/tour", "title": "Tour" }),
    );
    assert!(
        story
            .refused("add_link", json!({ "link": "javascript:alert(1)" }))
            .message
            .contains("web address")
    );
    let other = piece(&mut story, "Other.txt", "Words.");
    story.call(
        "edit_pieces",
        json!({ "ids": [link["id"], other], "change": { "tags": ["spring"], "kind": "brochure" } }),
    );
    assert_eq!(
        titles(
            &mut story,
            json!({ "filter": { "states": [], "tag": "SPRING", "kinds": ["brochure"] } })
        ),
        ["Other", "Tour"]
    );
    story.call("undo", json!({}));
    assert_eq!(
        titles(&mut story, json!({ "filter": { "states": [], "tag": "spring" } })),
        Vec::<String>::new()
    );
    approved(&mut story, &text(&link["id"]));
    assert_eq!(titles(&mut story, json!({})), ["Tour"]);
}
