//! Promises in both directions, held against what happened.

use lockstep_tests::story::{Story, text};
use serde_json::{Value, json};

use super::{begun, page, promise};
use crate::leads::import;

/// The clock of a story stands on Sunday 22 November 2026. Ada was touched the next working day, Ben three working days
/// later, Cleo never, Dan came in on the Friday before.
const LEADS: &str = "\
Lead ID,Name,Email,Lead Source,Handed over on,First contact on,Touches,Lead Status,Accepted,Decided on,Reason
1,Ada,ada@one.example,Web,2026-11-06,2026-11-09,3,Accepted,yes,2026-11-12,
2,Ben,ben@two.example,Web,2026-11-06,2026-11-11,2,Rejected,no,2026-11-19,No Budget
3,Cleo,cleo@three.example,,2026-11-06,,,New,,,
4,Dan,dan@four.example,Web,2026-11-20,,,New,,,
5,Eve,eve@five.example,Web,2026-11-06,2026-11-09,1,Disqualified,,,Abandoned
6,Finn,finn@six.example,Web,2026-11-06,2026-11-09,9,Disqualified,,,Abandoned
";

fn kept(story: &mut Story, kind: &str) -> Value {
    let view = story.call("promises_kept", json!({}));
    view["sides"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|side| side["promises"].as_array().cloned().unwrap_or_default())
        .find(|promise| promise["kind"] == kind)
        .unwrap_or_else(|| panic!("{kind} is not promised: {view}"))
}

fn counts(promise: &Value) -> [Value; 4] {
    ["on_time", "late", "overdue", "not_yet_due"].map(|key| promise[key].clone())
}

#[test]
fn a_promise_is_kept_late_overdue_or_not_yet_due() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    begun(&mut story);
    promise(&mut story, "first_touch", 1);
    let touched = kept(&mut story, "first_touch");
    assert_eq!(counts(&touched), [3, 1, 1, 1].map(|n| json!(n)));
    assert_eq!(
        (&touched["kept"]["part"], &touched["kept"]["n"]),
        (&json!(3), &json!(5))
    );
    assert_eq!(touched["median_days"], 1.0);
    assert_eq!(touched["most_days"], 3);
    promise(&mut story, "decision", 4);
    assert_eq!(
        counts(&kept(&mut story, "decision")),
        [1, 1, 1, 1].map(|n| json!(n))
    );
}

/// The names of the leads behind a number.
#[track_caller]
fn behind(story: &mut Story, asked: Value) -> Vec<String> {
    let page = story.call("list_leads", json!({ "promise": asked, "sort": "name" }));
    let lines = page["leads"].as_array().cloned().unwrap_or_default();
    let names: Vec<String> = lines.iter().map(|line| text(&line["name"])).collect();
    assert_eq!(page["total"], names.len(), "{page}");
    names
}

#[test]
fn the_leads_behind_each_number_are_listed() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    begun(&mut story);
    promise(&mut story, "first_touch", 1);
    promise(&mut story, "attempts", 6);
    let asked = |kind: &str, fared: &str| json!({ "kind": kind, "fared": fared });
    assert_eq!(
        behind(&mut story, asked("first_touch", "on_time")),
        ["Ada", "Eve", "Finn"]
    );
    assert_eq!(behind(&mut story, asked("first_touch", "late")), ["Ben"]);
    assert_eq!(behind(&mut story, asked("first_touch", "overdue")), ["Cleo"]);
    assert_eq!(behind(&mut story, asked("first_touch", "not_yet_due")), ["Dan"]);
    assert_eq!(behind(&mut story, asked("attempts", "overdue")), ["Eve"]);
    assert_eq!(behind(&mut story, asked("source_given", "overdue")), ["Cleo"]);
    // Of another time, and of what is not promised: nobody.
    let until = json!({ "kind": "first_touch", "fared": "late", "to": "2026-11-05" });
    assert!(behind(&mut story, until).is_empty());
    assert!(behind(&mut story, asked("accepted_leads", "overdue")).is_empty());
    // Each number of each promise, and the list behind it.
    let view = story.call("promises_kept", json!({}));
    let sides = view["sides"].as_array().cloned().unwrap_or_default();
    for promise in sides
        .iter()
        .filter_map(|side| side["promises"].as_array())
        .flatten()
    {
        if promise["kind"] == "accepted_leads" {
            continue;
        }
        for fared in ["on_time", "late", "overdue", "not_yet_due"] {
            let listed = behind(&mut story, json!({ "kind": promise["kind"], "fared": fared })).len();
            assert_eq!(promise[fared], listed, "{fared}: {promise}");
        }
    }
}

#[test]
fn what_rooms_promise_stands_without_a_definition() {
    let mut story = Story::new();
    let view = story.call("promises_kept", json!({}));
    assert_eq!((&view["is_begun"], &view["leads"]), (&json!(false), &json!(0)));
    let sides: Vec<&Value> = view["sides"].as_array().into_iter().flatten().collect();
    assert_eq!(sides.len(), 2, "both sides or neither: {view}");
    assert!(view["of_rooms"].is_array());
}

#[test]
fn both_sides_are_held_to_their_promises_in_the_same_layout() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    begun(&mut story);
    promise(&mut story, "attempts", 6);
    assert_eq!(
        counts(&kept(&mut story, "source_given")),
        [5, 0, 1, 0].map(|n| json!(n))
    );
    assert_eq!(
        counts(&kept(&mut story, "attempts")),
        [1, 0, 1, 0].map(|n| json!(n))
    );
    assert_eq!(
        counts(&kept(&mut story, "reason_given")),
        [3, 0, 0, 0].map(|n| json!(n))
    );
    promise(&mut story, "accepted_leads", 1);
    assert_eq!(
        counts(&kept(&mut story, "accepted_leads")),
        [1, 0, 0, 0].map(|n| json!(n))
    );
    promise(&mut story, "accepted_leads", 2);
    assert_eq!(
        counts(&kept(&mut story, "accepted_leads")),
        [0, 0, 0, 1].map(|n| json!(n)),
        "the month is not over"
    );
    let view = story.call("promises_kept", json!({}));
    let sides: Vec<&Value> = view["sides"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|side| &side["side"])
        .collect();
    assert_eq!(sides, [&json!("marketing"), &json!("sales")]);
    let keys = |side: usize| -> Vec<String> {
        view["sides"][side]["promises"][0]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(key, _)| key.clone())
            .collect()
    };
    assert_eq!(keys(0), keys(1));
}

#[test]
fn a_holiday_gives_everybody_a_day_more() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    begun(&mut story);
    promise(&mut story, "first_touch", 1);
    super::edit(&mut story, json!({ "holidays": ["2026-11-10", "2026-11-09"] }));
    // Ben was touched on the 11th: with both days off that is one working day.
    assert_eq!(
        counts(&kept(&mut story, "first_touch")),
        [4, 0, 1, 1].map(|n| json!(n))
    );
    let refused = story.refused(
        "edit_definition",
        json!({ "id": "definition", "change": { "working_days": [] } }),
    );
    assert!(refused.message.contains("At least one day"), "{refused:?}");
}

#[test]
fn a_promise_is_made_once_and_belongs_to_its_side() {
    let mut story = Story::new();
    begun(&mut story);
    let refused = story.refused(
        "add_promise",
        json!({ "definition": "definition", "values": { "kind": "decision" } }),
    );
    assert!(refused.message.contains("is promised already"), "{refused:?}");
    let offers = page(&mut story)["offers"].clone();
    assert_eq!(offers[0]["kind"], "accepted_leads");
    assert_eq!(
        (&offers[0]["side"], &offers[1]["side"]),
        (&json!("marketing"), &json!("sales"))
    );
}

#[test]
fn what_the_files_do_not_tell_is_said_to_be_so() {
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Name,Lead Source,Created Date,Lead Status\n1,Ada,Web,2026-11-06,Working\n",
    );
    begun(&mut story);
    let touched = kept(&mut story, "first_touch");
    assert_eq!(touched["cannot_be_told"], 1);
    assert_eq!(touched["kept"]["basis_points"], Value::Null);
    assert!(
        touched["why_not"]
            .as_str()
            .is_some_and(|why| why.contains("do not say when")),
        "{touched}"
    );
}

#[test]
fn no_rate_is_given_where_only_what_was_not_done_can_be_told() {
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Name,Lead Source,Created Date,Lead Status\n1,Ada,Web,2026-10-06,Working\n2,Ben,Web,2026-10-06,Working\n3,Cleo,Web,2026-10-06,New\n",
    );
    begun(&mut story);
    let touched = kept(&mut story, "first_touch");
    assert_eq!(
        (&touched["overdue"], &touched["cannot_be_told"]),
        (&json!(1), &json!(2))
    );
    assert_eq!(touched["kept"]["basis_points"], Value::Null);
    let why = touched["why_not"].as_str().expect("a reason");
    assert!(why.contains("2 of 3 leads"), "{why}");
}

#[test]
fn a_month_that_may_have_enough_cannot_be_told_and_one_without_data_neither() {
    let mut story = Story::new();
    // In March one of two is accepted and of the other nothing is known; in April nobody is.
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Name,Lead Source,Created Date,Lead Status\n1,Ada,Web,2026-03-02,Accepted\n2,Ben,Web,2026-03-03,\n3,Cleo,Web,2026-04-06,Rejected\n",
    );
    begun(&mut story);
    promise(&mut story, "accepted_leads", 2);
    let counts = |story: &mut Story| {
        let months = kept(story, "accepted_leads");
        ["on_time", "overdue", "cannot_be_told"].map(|key| months[key].as_i64().unwrap_or(-1))
    };
    assert_eq!(counts(&mut story), [0, 1, 1]);
    // What is decided here today is no month of data.
    let ben = story.call("list_leads", json!({ "text": "ben" }))["leads"][0]["id"].clone();
    story.call("reject_lead", json!({ "id": ben, "reason": "no_fit" }));
    assert_eq!(counts(&mut story), [0, 2, 0]);
}
