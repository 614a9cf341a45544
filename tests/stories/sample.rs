//! The sample: it can be told on any day, and is the same every time; and what its years of reviews tell.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use chrono::NaiveDate;
use lockstep_core::rooms;
use lockstep_tests::story::{Story, text};
use lockstep_workspace::{FixedEnvironment, Founding};
use serde_json::{Value, json};

#[test]
fn the_sample_is_the_same_every_time_and_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let now = today.and_hms_opt(9, 0, 0).expect("a time").and_utc();
    let [first, second] = ["a.lockstep", "b.lockstep"].map(|name| {
        let path = folder.path().join(name);
        lockstep_sample::build(&path, today, rooms()).expect("built");
        let workspace = lockstep_core::open(&path, Arc::new(FixedEnvironment::at(now))).expect("opened");
        workspace.dump().expect("read")
    });
    assert!(first.contains("Tidewell Medical"));
    assert_eq!(first, second);
}

#[test]
fn the_sample_can_be_written_on_any_day_and_for_any_fiscal_year() {
    let folder = tempfile::tempdir().expect("a folder");
    for (month, day, fiscal_start) in [(1, 1, 1), (2, 28, 5), (6, 30, 9), (12, 31, 1)] {
        let today = NaiveDate::from_ymd_opt(2028, month, day).expect("a day");
        let founding = Founding {
            company: "Tidewell Medical".into(),
            fiscal_start,
            currency: "EUR".into(),
            language: "en-GB".into(),
            one_person_does_both: false,
            people: Vec::new(),
        };
        let path = folder.path().join(format!("{month}.lockstep"));
        lockstep_sample::build_as(&path, today, founding, rooms()).expect("built");
    }
}

/// The reviews of the sample in the order of their periods, each with what stands on its page.
fn reviews(story: &mut Story) -> Vec<Value> {
    let list = story.call("list_reviews", json!({}));
    let years = list["years"].as_array().expect("years").iter().rev();
    let lines = years.flat_map(|year| year["reviews"].as_array().cloned().unwrap_or_default());
    lines
        .map(|line| story.call("open_review", json!({ "id": line["review"]["id"] })))
        .collect()
}

fn many(list: &Value) -> usize {
    list.as_array().map_or(0, Vec::len)
}

#[test]
fn four_years_of_reviews_are_closed_and_signed_by_both_and_one_is_being_prepared() {
    let mut story = Story::of_sample();
    let reviews = reviews(&mut story);
    let labels: Vec<String> = reviews.iter().map(|view| text(&view["line"]["label"])).collect();
    let wanted: Vec<String> = (23..=26)
        .flat_map(|year| (1..=4).map(move |quarter| format!("Q{quarter} FY{year}")))
        .collect();
    assert_eq!(labels, wanted);
    let (next, held) = reviews.split_last().expect("reviews");
    assert_eq!(next["line"]["state"], "preparing");
    assert_eq!(
        story.call("list_reviews", json!({}))["next"]["label"],
        next["line"]["label"]
    );
    let mut said = BTreeSet::new();
    for view in held {
        let label = &view["line"]["label"];
        assert_eq!(view["line"]["state"], "signed", "{label}");
        assert_eq!(view["line"]["unsigned"], json!([]), "{label}");
        assert_eq!(view["line"]["was_in_time"], true, "{label}");
        let signatures = view["agreement"]["in_force"]["signatures"]
            .as_array()
            .expect("signatures");
        let sides: BTreeSet<String> = signatures.iter().map(|signed| text(&signed["side"])).collect();
        assert_eq!(
            sides,
            BTreeSet::from(["marketing".into(), "sales".into()]),
            "{label}"
        );
        // Both wrote, and what they wrote was said in no other review.
        let notes = view["notes"].as_array().expect("notes");
        for side in ["sales", "marketing"] {
            assert!(
                notes.iter().any(|line| line["note"]["side"] == side),
                "{label}, {side}"
            );
        }
        assert!(notes.iter().any(|line| line["votes"] != 0), "{label}");
        for line in notes {
            assert!(said.insert(text(&line["note"]["text"])), "{line}");
        }
        assert_eq!(many(&view["decisions"]), 1, "{label}");
        assert!(said.insert(text(&view["decisions"][0]["name"])), "{label}");
        assert!((1..=2).contains(&many(&view["actions"])), "{label}");
        assert_eq!(many(&view["parked"]), 1, "{label}");
        // Every goal of the plan, and the pulse.
        let marks = view["marks"].as_array().expect("marks");
        assert!(marks.len() > 6, "{label}");
        for mark in marks {
            assert!(
                mark["sales"].is_i64() && mark["marketing"].is_i64(),
                "{label}: {mark}"
            );
        }
    }
}

#[test]
fn the_pulse_rises_over_the_years_with_a_dip_and_neither_side_leaves_the_other_behind() {
    let mut story = Story::of_sample();
    let pulse = reviews(&mut story).pop().expect("a review")["pulse"].clone();
    let mean = |point: &Value, side: &str| point[side].as_i64().expect("a mean");
    let points: Vec<(i64, i64)> = pulse
        .as_array()
        .expect("points")
        .iter()
        .map(|point| (mean(point, "sales"), mean(point, "marketing")))
        .collect();
    assert_eq!(points.len(), 15);
    assert!(
        points
            .iter()
            .all(|(sales, marketing)| (sales - marketing).abs() <= 25),
        "{points:?}"
    );
    assert_eq!(points.first(), Some(&(200, 200)));
    assert!(
        points.last().is_some_and(|last| 400 <= last.0.min(last.1)),
        "{points:?}"
    );
    assert!(
        points
            .windows(2)
            .any(|two| two[1].0 < two[0].0 && two[1].1 < two[0].1)
    );
}

#[test]
fn what_was_agreed_is_mostly_done_sometimes_late_sometimes_carried_over_and_by_both_sides_alike() {
    let mut story = Story::of_sample();
    let reviews = reviews(&mut story);
    let mut fared: BTreeMap<(String, String), usize> = BTreeMap::new();
    for action in reviews
        .iter()
        .flat_map(|view| view["actions"].as_array().into_iter().flatten())
    {
        *fared
            .entry((text(&action["side"]), text(&action["state"])))
            .or_default() += 1;
    }
    let of = |side: &str, state: &str| fared.get(&(side.into(), state.into())).copied().unwrap_or(0);
    assert_eq!(of("sales", "done"), of("marketing", "done"), "{fared:?}");
    for side in ["sales", "marketing"] {
        let not_in_time = of(side, "done_late") + of(side, "overdue");
        assert!(
            of(side, "done_late") > 0 && not_in_time < of(side, "done"),
            "{fared:?}"
        );
    }
    // Some came back more than once before they were done, and were.
    for name in [
        "A card with the five reasons for every desk",
        "Call the congress names that have a ward",
    ] {
        let states: Vec<(String, i64)> = reviews
            .iter()
            .flat_map(|view| {
                view["worksheet"]["last_time"]["actions"]
                    .as_array()
                    .into_iter()
                    .flatten()
            })
            .filter(|line| line["action"]["name"] == name)
            .map(|line| {
                (
                    text(&line["state"]),
                    line["carried_over"].as_i64().expect("a count"),
                )
            })
            .collect();
        assert_eq!(states, [("overdue".into(), 0), ("done_late".into(), 1)], "{name}");
    }
    let open = story.call("list_reviews", json!({}))["open_actions"].clone();
    assert!(
        open.as_array()
            .expect("actions")
            .iter()
            .any(|line| line["carried_over"] != 0)
    );
    // What is parked comes back until it is dealt with.
    assert!(reviews.iter().any(|view| view["parked"][0]["settled"] == true));
}

#[test]
fn the_story_goes_from_two_lists_to_one_goal_and_one_definition() {
    let mut story = Story::of_sample();
    let plans = story.call("list_plans", json!({}));
    let plans = plans.as_array().expect("plans");
    assert_eq!(plans.len(), 5);
    assert!(plans[1..].iter().all(|plan| plan["in_force"]["version"].is_u64()));
    let reviews = reviews(&mut story);
    let goals = |at: usize| reviews[at]["worksheet"]["goals"].clone();
    // A plan that both had signed, and numbers that somebody counted.
    for at in 0..8 {
        assert_eq!(goals(at)["version"], 1);
        let lines = goals(at)["goals"].clone();
        for line in lines.as_array().expect("goals") {
            assert!(
                line["actual"].is_i64() && line["measured"]["from"] == "reading",
                "{line}"
            );
        }
    }
    // Each plan looks back on what the one before it came to.
    for (at, plan) in [(3, &plans[3]), (7, &plans[2])] {
        let page = story.call("open_plan", json!({ "year": plan["year"] }));
        let orders = goals(at)["goals"][1]["actual"].clone();
        assert_eq!(page["look_back"]["numbers"]["revenue"], orders, "{page}");
    }
    // The leads of last year came in after three of its reviews, which were amended then.
    for (at, view) in reviews.iter().enumerate() {
        assert_eq!(view["amended_on"].is_null(), !(8..11).contains(&at), "{at}");
    }
    assert!((8..11).all(|at| many(&reviews[at]["differs"]) == 0));
    // What was decided about the definition stands in a version that both signed afterwards.
    let decided = story.call("decided_changes", json!({}));
    let versions: Vec<&Value> = decided
        .as_array()
        .expect("decisions")
        .iter()
        .map(|one| &one["version"])
        .collect();
    assert_eq!(versions, [&json!(2), &json!(1)]);
}

#[test]
fn the_sample_begins_when_the_year_does_with_three_years_of_reviews_behind_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("new-year.lockstep");
    let today = NaiveDate::from_ymd_opt(2027, 1, 2).expect("a day");
    lockstep_sample::build(&path, today, rooms()).expect("built");
    let now = today.and_hms_opt(9, 0, 0).expect("a time").and_utc();
    let mut workspace = lockstep_core::open(&path, Arc::new(FixedEnvironment::at(now))).expect("opened");
    let list = workspace.call("list_reviews", json!({})).expect("reviews");
    assert_eq!(list["next"]["label"], "Q4 FY26");
    let years = list["years"].as_array().expect("years").iter();
    let lines = years.flat_map(|year| year["reviews"].as_array().into_iter().flatten());
    assert_eq!(lines.filter(|line| line["state"] == "signed").count(), 11);
}

#[test]
fn what_no_file_tells_of_does_not_come_out_differently_later() {
    let mut story = Story::of_sample();
    let mut early = 0;
    for view in reviews(&mut story) {
        let review = &view["line"]["review"];
        if review["closed_at"].is_null() || review["year"].as_i64() > Some(2024) {
            continue;
        }
        assert_eq!(view["differs"], json!([]), "{}", view["line"]["label"]);
        early += 1;
    }
    assert_eq!(early, 8);
}
