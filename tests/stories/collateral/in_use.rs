//! A piece is used in a deal, the seller says how it went, and later imports tell whether the deal moved.

use super::*;
use crate::leads::import;

fn deals(stage: &str, closed_on: &str) -> String {
    format!(
        "Opportunity ID,Deal Name,Account Name,Amount,Stage,Created Date,Close Date\n\
         O-1,New wing,St Mary,\"12,000\",{stage},2026-11-02,{closed_on}\n\
         O-2,Lab,City Lab,500,Demo,2026-11-03,\n"
    )
}

fn opportunity(story: &mut Story, text: &str) -> Value {
    story.call("find_deals", json!({ "text": text }))[0].clone()
}

fn usage(story: &mut Story, piece: &str) -> Value {
    story.call("list_uses", json!({ "piece": piece }))
}

#[test]
fn the_seller_says_how_it_went_and_the_marks_are_told_with_their_number() {
    let mut story = Story::new();
    let id = piece(&mut story, "Pitch.txt", "What we say first.");
    story.sits("Sasha");
    let refused = story.refused(
        "record_use",
        json!({ "piece": id, "manner": "sent", "deal": " " }),
    );
    assert_eq!(refused.field.as_deref(), Some("deal"));
    let refused = story.refused(
        "record_use",
        json!({ "piece": id, "manner": "sent", "deal": "St Mary", "used_on": "2031-01-01" }),
    );
    assert_eq!(refused.field.as_deref(), Some("used_on"));
    let first = story.call(
        "record_use",
        json!({ "piece": id, "manner": "sent", "deal": " St Mary " }),
    );
    assert_eq!(
        (&first["deal"], &first["person"]),
        (&json!("St Mary"), &json!(story.person("Sasha")))
    );
    // Nobody has said yet how it went: that waits for Sales.
    let waits = story.call("what_waits", json!({}));
    assert!(
        waits.to_string().contains("Say how one piece did in a deal"),
        "{waits}"
    );
    assert_eq!(
        story.call("list_uses", json!({ "unrated": true }))["uses"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
    let refused = story.refused(
        "edit_use",
        json!({ "id": first["id"], "change": { "fitted": 6 } }),
    );
    assert_eq!(refused.field.as_deref(), Some("fitted"));
    story.call(
        "edit_use",
        json!({ "id": first["id"], "change": { "easy_to_find": 5, "fitted": 4, "ready": 2, "moved": "yes" } }),
    );
    // The same deal, however it is written, is one deal.
    let second = story.call(
        "record_use",
        json!({ "piece": id, "manner": "presented", "deal": "st. mary" }),
    );
    story.call(
        "edit_use",
        json!({ "id": second["id"], "change": { "moved": "no" } }),
    );
    let told = usage(&mut story, &id);
    let sums = &told["usage"];
    assert_eq!(
        (&sums["uses"], &sums["deals"], &sums["rated"]),
        (&json!(2), &json!(1), &json!(2))
    );
    assert_eq!(sums["ease"], json!({ "hundredths": 367, "n": 3 }));
    assert_eq!(sums["ready"], json!({ "hundredths": 200, "n": 1 }));
    assert_eq!(
        (&sums["said_moved"], &sums["said_not_moved"]),
        (&json!(1), &json!(1))
    );
    // No import tells of it, so nothing is said of that.
    assert_eq!(sums["movements"], json!({}));
    assert_eq!(told["uses"][0]["movement"], Value::Null);
    story.call("remove_use", json!({ "id": second["id"] }));
    story.call("undo", json!({}));
    assert_eq!(usage(&mut story, &id)["usage"]["uses"], json!(2));
    // What was used stays in the library.
    assert!(
        story
            .refused("remove_piece", json!({ "id": id }))
            .message
            .contains("was used in a deal"),
    );
}

#[test]
fn later_imports_tell_whether_the_deal_moved() {
    let mut story = Story::new();
    let id = piece(&mut story, "Pitch.txt", "What we say first.");
    import(&mut story, "deals.csv", &deals("Demo", ""));
    let wing = opportunity(&mut story, "st mary");
    assert_eq!(
        (&wing["name"], &wing["stage"], &wing["outcome"]),
        (&json!("New wing, St Mary"), &json!("Demo"), &json!("open"))
    );
    for deal in [wing, opportunity(&mut story, "LAB")] {
        let used = story.call(
            "record_use",
            json!({ "piece": id, "manner": "sent", "opportunity": deal["opportunity"] }),
        );
        assert_eq!(used["stage_then"], json!("Demo"));
    }
    let told = |story: &mut Story| usage(story, &id)["usage"]["movements"].clone();
    assert_eq!(told(&mut story), json!({ "open": 2 }));
    // Ten days later both stand as they stood; it is too early to say more.
    story.days_later(10);
    import(&mut story, "deals.csv", &deals("Demo", ""));
    assert_eq!(told(&mut story), json!({ "open": 2 }));
    story.days_later(10);
    import(&mut story, "deals.csv", &deals("Proposal", ""));
    assert_eq!(told(&mut story), json!({ "on": 1, "open": 1 }));
    // What became of it later is not what happened after the use.
    story.days_later(15);
    import(&mut story, "deals.csv", &deals("Closed Lost", "2027-01-02"));
    assert_eq!(told(&mut story), json!({ "on": 1, "stayed": 1 }));
    // How soon is settled once, for all uses.
    story.call(
        "edit_collateral_settings",
        json!({ "id": "collateral", "change": { "moved_within_days": 15 } }),
    );
    assert_eq!(told(&mut story), json!({ "stayed": 1, "unclear": 1 }));
    let refused = story.refused(
        "edit_collateral_settings",
        json!({ "id": "collateral", "change": { "moved_within_days": 0 } }),
    );
    assert_eq!(refused.field.as_deref(), Some("moved_within_days"));
}

#[test]
fn an_import_that_is_taken_back_tells_nothing() {
    let mut story = Story::new();
    let id = piece(&mut story, "Pitch.txt", "What we say first.");
    import(&mut story, "deals.csv", &deals("Demo", ""));
    let wing = opportunity(&mut story, "st mary");
    story.call(
        "record_use",
        json!({ "piece": id, "manner": "sent", "opportunity": wing["opportunity"] }),
    );
    story.days_later(5);
    let report = import(&mut story, "deals.csv", &deals("Proposal", ""));
    let movements = |story: &mut Story| usage(story, &id)["usage"]["movements"].clone();
    assert_eq!(movements(&mut story), json!({ "on": 1 }));
    let later = report.import.expect("an import").to_string();
    story.call("revert_import", json!({ "import": later }));
    assert_eq!(movements(&mut story), json!({ "open": 1 }));
}

#[test]
fn the_report_says_what_is_used_and_what_never_is() {
    let mut story = Story::new();
    let mut made = Vec::new();
    for title in ["Used", "Never", "Draft", "Own"] {
        made.push(piece(
            &mut story,
            &format!("{title}.txt"),
            &format!("What stands in {title}."),
        ));
    }
    for id in &made[..2] {
        approved(&mut story, id);
    }
    for id in [&made[0], &made[0], &made[2], &made[3]] {
        story.call(
            "record_use",
            json!({ "piece": id, "manner": "sent", "deal": "St Mary" }),
        );
    }
    story.call(
        "ask_for_piece",
        json!({ "kind": "home_made", "piece": made[3], "wanted": "Made by Sasha for St Mary." }),
    );
    let generic = story.call(
        "ask_for_piece",
        json!({ "kind": "generic", "piece": made[1], "wanted": "Says nothing of hospitals." }),
    );
    story.call("count_taken", json!({ "pieces": [made[0]], "how": "opened" }));
    story.call("count_taken", json!({ "pieces": [made[0]], "how": "opened" }));
    let report = |story: &mut Story, shelf: &str| story.call("report_usage", json!({ "shelf": shelf }));
    let used = report(&mut story, "used");
    assert_eq!(
        used["counts"],
        json!({ "used": 3, "never_used": 1, "not_approved": 2, "home_made": 1, "generic": 1, "unrated": 3 })
    );
    assert_eq!(
        (&used["approved"], &used["approved_and_used"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(
        (
            &used["pieces"][0]["piece"]["title"],
            &used["pieces"][0]["taken"]["opened"]
        ),
        (&json!("Used"), &json!(2))
    );
    assert_eq!(
        report(&mut story, "never_used")["pieces"][0]["piece"]["title"],
        "Never"
    );
    assert_eq!(
        report(&mut story, "home_made")["pieces"][0]["piece"]["title"],
        "Own"
    );
    // Answered, it is no longer said of the piece.
    story.call(
        "answer_request",
        json!({ "id": generic["id"], "because": "It is for every industry." }),
    );
    assert_eq!(report(&mut story, "generic")["total"], 0);
}
