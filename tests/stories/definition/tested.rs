//! The back-test: a definition over leads whose end is known.

use lockstep_tests::story::Story;
use serde_json::{Value, json};

use super::{agree, begun, criterion, required};
use crate::leads::{DEALS, LEADS, import};

fn with_leads() -> Story {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    import(&mut story, "deals.csv", DEALS);
    begun(&mut story);
    story
}

fn group(view: &Value, group: &str) -> [Value; 4] {
    let group = &view[group];
    [
        group["share"]["rate"]["part"].clone(),
        group["accepted"].clone(),
        group["rejected"].clone(),
        group["won_value"].clone(),
    ]
}

#[test]
fn leads_fall_into_those_that_pass_those_not_known_enough_and_those_that_do_not() {
    let mut story = with_leads();
    // Ada 250, Ben 12, Cleo unknown, Dan 80, Eve 9,000 (accepted), Finn 7 (rejected).
    required(&mut story, "attribute:Employees", 50);
    let view = story.call("back_test", json!({}));
    assert_eq!(view["leads"], 6);
    assert_eq!(
        group(&view, "passed"),
        [json!(3), json!(2), json!(0), json!(120_050)]
    );
    assert_eq!(group(&view, "not_yet"), [json!(1), json!(0), json!(0), json!(0)]);
    assert_eq!(
        group(&view, "not_qualified"),
        [json!(2), json!(0), json!(1), json!(0)]
    );
    assert_eq!(group(&view, "others"), [json!(3), json!(0), json!(1), json!(0)]);
    assert_eq!(
        (&view["turned_away_leads"], &view["turned_away_value"]),
        (&json!(0), &json!(0))
    );
    let months: Vec<(Value, Value)> = view["months"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|month| (month["leads"].clone(), month["passed"].clone()))
        .collect();
    assert_eq!(
        months,
        [(1, 1), (1, 0), (2, 1), (2, 1)].map(|(leads, passed)| (json!(leads), json!(passed)))
    );
    // Sales rejected the only other one that it decided on: nothing to divide by.
    assert_eq!(view["acceptance_lift"]["factor"], Value::Null);
    assert!(view["acceptance_lift"]["why_not"].is_string());
    assert!(view["cautions"].as_array().is_some_and(|said| said.len() >= 2));
}

#[test]
fn each_criterion_says_what_would_pass_without_it() {
    let mut story = with_leads();
    required(&mut story, "attribute:Employees", 50);
    criterion(
        &mut story,
        json!({ "field": "source", "test": "any_of", "words": ["trade show"] }),
    );
    let view = story.call("back_test", json!({}));
    // Only Eve meets both. Without the size Finn passes too; without the source Ada and nobody else (Dan has none).
    assert_eq!(view["passed"]["share"]["rate"]["part"], 1);
    let parts: Vec<[Value; 4]> = view["criteria"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|part| ["met", "not_met", "unknown", "more_without"].map(|key| part[key].clone()))
        .collect();
    assert_eq!(parts[0], [3, 2, 1, 2].map(|n| json!(n)));
    assert_eq!(parts[1], [3, 2, 1, 2].map(|n| json!(n)));
    assert_eq!(view["criteria"][0]["their_acceptance"]["rate"]["part"], 0);
    assert_eq!(view["criteria"][0]["their_acceptance"]["rate"]["n"], 1);
    assert_eq!(view["criteria"][1]["their_won_value"], 120_050);
    assert_eq!(
        (&view["turned_away_leads"], &view["turned_away_value"]),
        (&json!(1), &json!(120_050))
    );
}

#[test]
fn a_period_and_another_version_can_be_held_against_it() {
    let mut story = with_leads();
    let employees = required(&mut story, "attribute:Employees", 50);
    agree(&mut story);
    story.call(
        "edit_criterion",
        json!({ "id": employees, "change": { "low": 5 } }),
    );
    let view = story.call("back_test", json!({ "against": 1 }));
    assert_eq!(view["passed"]["share"]["rate"]["part"], 5);
    let against = &view["against"];
    assert_eq!(
        ["both", "only_this", "only_other"].map(|key| against[key].clone()),
        [json!(3), json!(2), json!(0)]
    );
    let view = story.call("back_test", json!({ "from": "2026-05-01", "to": "2026-05-31" }));
    assert_eq!(
        (&view["leads"], &view["first_day"], &view["last_day"]),
        (&json!(2), &json!("2026-05-12"), &json!("2026-05-13"))
    );
    story.refused("back_test", json!({ "against": 7 }));
}

#[test]
fn many_leads_are_judged_as_each_one_is() {
    let mut story = with_leads();
    required(&mut story, "attribute:Employees", 50);
    criterion(
        &mut story,
        json!({ "field": "company", "test": "none_of", "words": ["five"] }),
    );
    criterion(&mut story, json!({ "field": "attribute:VIP", "test": "no" }));
    let listed = story.call("list_leads", json!({}));
    let mut counted = [0_i64; 3];
    for line in listed["leads"].as_array().into_iter().flatten() {
        let lead = story.call("open_lead", json!({ "id": line["id"] }))["lead"].clone();
        let mut facts = json!({ "company": lead["company"], "source": lead["source"] });
        for (name, value) in lead["attributes"].as_object().into_iter().flatten() {
            facts[format!("attribute:{name}")] = value.clone();
        }
        let judged = story.call("try_lead", json!({ "facts": facts }));
        let place = ["qualified", "not_yet", "not_qualified"]
            .iter()
            .position(|known| judged["verdict"] == *known);
        counted[place.expect("a verdict")] += 1;
    }
    let view = story.call("back_test", json!({}));
    let together =
        ["passed", "not_yet", "not_qualified"].map(|key| view[key]["share"]["rate"]["part"].clone());
    assert_eq!(together, counted.map(|count| json!(count)));
    assert!(
        counted.iter().all(|count| *count > 0),
        "each verdict is among them: {counted:?}"
    );
}
