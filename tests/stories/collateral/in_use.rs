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

/// Says in which order the stages of these deals come.
fn stages(story: &mut Story) {
    story.call("begin_buying_cycle", json!({ "with_starter_set": false }));
    for (name, stage) in [("Comparing", "Demo"), ("Deciding", "Proposal")] {
        let values = json!({ "name": name, "opportunity_stages": [stage] });
        story.call(
            "add_buying_phase",
            json!({ "buying_cycle": "buying_cycle", "values": values }),
        );
    }
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
    assert_eq!(sums["ease"], json!({ "hundredths": 367, "n": 1, "small": true }));
    assert_eq!(sums["ready"], json!({ "hundredths": 200, "n": 1, "small": true }));
    assert_eq!(
        (&sums["moved_by_sellers"]["part"], &sums["moved_by_sellers"]["n"]),
        (&json!(1), &json!(2))
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
    stages(&mut story);
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
        assert_eq!(used["deal"], deal["name"]);
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
    import(&mut story, "deals.csv", &deals("Closed Lost", "2026-12-26"));
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
fn a_use_that_is_recorded_late_is_held_against_the_day_of_the_use() {
    let mut story = Story::new();
    stages(&mut story);
    let id = piece(&mut story, "Pitch.txt", "What we say first.");
    import(&mut story, "deals.csv", &deals("Demo", ""));
    story.days_later(20);
    import(&mut story, "deals.csv", &deals("Closed Won", "2026-12-10"));
    let wing = opportunity(&mut story, "st mary");
    let mut record = |day: &str| {
        story.call(
            "record_use",
            json!({ "piece": id, "manner": "sent", "opportunity": wing["opportunity"], "used_on": day }),
        )
    };
    let late = record("2026-11-23");
    // By then no import had told that it was won; the day of closing tells.
    record("2026-12-11");
    assert_eq!(
        usage(&mut story, &id)["usage"]["movements"],
        json!({ "on": 1, "stayed": 1 })
    );
    // Another day is another question.
    let change = json!({ "used_on": "2026-12-12" });
    story.call("edit_use", json!({ "id": late["id"], "change": change }));
    assert_eq!(
        usage(&mut story, &id)["usage"]["movements"],
        json!({ "stayed": 2 })
    );
}

#[test]
fn two_pieces_that_are_one_are_merged_and_what_was_said_of_them_goes_along() {
    let mut story = Story::new();
    let stays = piece(&mut story, "Pitch.txt", "What we say first.");
    let goes = piece(&mut story, "Pitch 2.txt", "What we say first, again.");
    for id in [&stays, &goes] {
        let used = story.call(
            "record_use",
            json!({ "piece": id, "manner": "sent", "deal": "St Mary" }),
        );
        story.call("edit_use", json!({ "id": used["id"], "change": { "fitted": 4 } }));
        story.call("count_taken", json!({ "pieces": [id, id], "how": "opened" }));
    }
    story.call(
        "edit_piece",
        json!({ "id": goes, "change": { "tags": ["first"] } }),
    );
    let asks = story.call(
        "ask_for_piece",
        json!({ "kind": "generic", "piece": goes, "wanted": "Say it for clinics." }),
    );
    let before = story.state();
    assert!(
        story
            .refused("merge_pieces", json!({ "into": stays, "from": stays }))
            .message
            .contains("into itself")
    );
    let merged = story.call("merge_pieces", json!({ "into": stays, "from": goes }));
    assert_eq!(
        (&merged["title"], &merged["tags"]),
        (&json!("Pitch"), &json!(["first"]))
    );
    let view = opened(&mut story, &stays);
    // Its own file stays the current one.
    assert_eq!(view["version"]["file_name"], "Pitch.txt");
    assert_eq!(view["versions"].as_array().map(Vec::len), Some(2));
    let sums = usage(&mut story, &stays)["usage"].clone();
    assert_eq!(
        (&sums["uses"], &sums["deals"], &sums["ease"]["n"]),
        (&json!(2), &json!(1), &json!(2))
    );
    let report = story.call("report_usage", json!({}));
    assert_eq!(report["pieces"][0]["taken"]["opened"], 2);
    let list = story.call("list_requests", json!({}));
    assert_eq!(list["requests"][0]["request"]["piece"], json!(stays));
    assert_eq!(list["requests"][0]["request"]["id"], asks["id"]);
    story.call("undo", json!({}));
    assert_eq!(story.state(), before);
}

#[test]
fn an_import_that_is_taken_back_tells_nothing() {
    let mut story = Story::new();
    stages(&mut story);
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

#[test]
fn a_use_that_an_earlier_version_recorded_is_told_as_ever_and_can_be_changed() {
    let (_folder, mut workspace) = opened_from("version-8.lockstep");
    let mut ask = |name: &str, input: Value| workspace.call(name, input).expect("an answer");
    let told = ask("list_uses", json!({}));
    let used = &told["uses"][0]["use"];
    assert_eq!(
        (&used["deal"], &used["easy_to_find"], &used["moved"]),
        (&json!("New wing, St Mary"), &json!(5), &json!("yes"))
    );
    ask("edit_use", json!({ "id": used["id"], "change": { "fitted": 2 } }));
    ask("undo", json!({}));
    assert_eq!(ask("list_uses", json!({}))["uses"][0]["use"], *used);
}
