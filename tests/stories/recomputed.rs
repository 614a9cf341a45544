//! Exports that nobody wrote, counted a second time by the plain implementation; and what holds of every one of them.

use std::cell::RefCell;

use chrono::NaiveDate;
use lockstep_core::leads::importing::{DataFile, ImportFiles, ReadBy};
use lockstep_tests::{
    plain::{
        Books, Criterion, Cut, Role, Test, Version, asking,
        made::{self, Exports},
    },
    story::Story,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::definition::{agree, begun};

/// What can go wrong between two answers.
type Result<T = ()> = std::result::Result<T, TestCaseError>;

fn failed(error: impl std::fmt::Display) -> TestCaseError {
    TestCaseError::fail(error.to_string())
}

fn cuts() -> Vec<Cut> {
    vec![
        Cut::Source,
        Cut::Campaign,
        Cut::Owner,
        Cut::Quarter,
        Cut::Opened,
        Cut::Decided,
        Cut::Closed,
        Cut::Column("Industry".into()),
    ]
}

fn criteria() -> Vec<Criterion> {
    [
        ("Employees", Test::AtLeast(100), Role::Required),
        ("source", Test::AnyOf(vec!["web", "Referral"]), Role::Points(20)),
        ("Industry", Test::Known, Role::Points(10)),
        ("campaign", Test::NoneOf(vec!["Autumn"]), Role::Points(10)),
        ("Employees", Test::AtMost(20), Role::Disqualifies),
        ("campaign", Test::Contains(vec!["spring"]), Role::Disqualifies),
    ]
    .map(|(field, test, role)| Criterion { field, test, role })
    .into()
}

const THRESHOLD: i64 = 20;

/// The source that is marketing's.
const MARKETINGS: &str = "Web";

/// What was signed in March and in May.
fn versions() -> [Version; 2] {
    [(3, 1, 4), (5, 2, 7)].map(|(month, first_touch, decision)| Version {
        since: day(month, 4),
        first_touch: Some(first_touch),
        decision: Some(decision),
    })
}

/// A workspace without leads, in July.
fn with_two_versions() -> Story {
    let mut story = Story::new();
    let set = |story: &Story, day: NaiveDate| {
        let noon = day.and_hms_opt(12, 0, 0).unwrap_or_default();
        story.clock.set(noon.and_utc());
    };
    for (place, version) in versions().iter().enumerate() {
        set(&story, version.since);
        if place == 0 {
            begun(&mut story);
            story.call(
                "edit_definition",
                json!({ "id": "definition", "change": { "threshold": THRESHOLD } }),
            );
            for criterion in criteria() {
                story.call("add_criterion", criterion.values());
            }
            story.call("set_marketing_sources", json!({ "sources": [MARKETINGS] }));
        }
        asking::promise(version, &mut |name, input| Ok(story.call(name, input))).expect("it is promised");
        agree(&mut story);
    }
    set(&story, today());
    story
}

thread_local! {
    /// Every case takes back what it took in, so the next one begins in the same workspace; after a failure, in a new one.
    static STORY: RefCell<Option<Story>> = const { RefCell::new(None) };
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
}

fn today() -> NaiveDate {
    day(7, 6)
}

fn import(story: &mut Story, name: &str, content: &str) -> Result<String> {
    let path = story.folder().join(name);
    std::fs::write(&path, content).map_err(failed)?;
    let file = DataFile::new(&path, Default::default()).read_by(ReadBy::Ourselves);
    let refused = |error: lockstep_workspace::Error| failed(format!("{name}: {error:?}\n{content}"));
    let surveyed = file.look(&mut |_, _| true).map_err(refused)?;
    let proposed = story.workspace.propose_import(&surveyed, None).map_err(refused)?;
    let report = story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
        .map_err(refused)?;
    Ok(report.import.map(|id| id.to_string()).unwrap_or_default())
}

/// Takes files in, says what `work` finds, and takes them back.
fn taken_in<T>(
    story: &mut Story,
    files: &[(&str, String)],
    work: impl FnOnce(&mut Story) -> Result<T>,
) -> Result<T> {
    let mut imports = Vec::new();
    for (name, content) in files {
        imports.push(import(story, name, content)?);
    }
    let found = work(story)?;
    imports.retain(|id| !id.is_empty());
    for id in imports.iter().rev() {
        story.call("revert_import", json!({ "import": id }));
    }
    Ok(found)
}

/// All answers whose numbers must not hang on the order of files.
fn answers(story: &mut Story) -> Vec<Value> {
    let mut all: Vec<Value> = cuts()
        .iter()
        .map(|cut| story.call("lead_funnel", json!({ "by": cut.name() })))
        .collect();
    all.push(story.call("lead_year", json!({ "year": 2026 })));
    all.push(story.call("promises_kept", json!({})));
    all.push(story.call("back_test", json!({})));
    all
}

fn rates_within_bounds(value: &Value, place: &str) -> Result {
    match value {
        Value::Object(fields) => {
            if let Some(rate) = fields.get("basis_points").and_then(Value::as_f64) {
                prop_assert!((0.0..=10_000.0).contains(&rate), "{place}: {value}");
            }
            for (name, value) in fields {
                rates_within_bounds(value, &format!("{place}.{name}"))?;
            }
        }
        Value::Array(values) => {
            for value in values {
                rates_within_bounds(value, place)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// Each number of a row is as many as the list that it leads to.
fn lists_are_as_long_as_numbers(story: &mut Story, row: &Value, narrowed: &Value) -> Result {
    let part = |name: &str| row[name]["part"].as_i64();
    let sum = ["closed_out", "open_leads", "unknown"].map(|name| row[name].as_i64().unwrap_or_default());
    for (number, filter) in [
        (row["leads"].as_i64(), json!({})),
        (row["accepted"].as_i64(), json!({ "accepted": "accepted" })),
        (row["rejected"].as_i64(), json!({ "accepted": "rejected" })),
        (Some(sum.iter().sum()), json!({ "accepted": "undecided" })),
        (part("converted"), json!({ "converted": true })),
        (part("won_leads"), json!({ "outcome": "won" })),
        (row["disqualified"].as_i64(), json!({ "stage": "disqualified" })),
        (row["abandoned"].as_i64(), json!({ "state": "abandoned" })),
        (row["untouched"].as_i64(), json!({ "state": "untouched" })),
        (part("lost_or_ignored"), json!({ "lost_or_ignored": true })),
        (row["recycled"].as_i64(), json!({ "recycled": true })),
    ] {
        let Some(number) = number else { continue };
        let mut question = narrowed.clone();
        for (name, value) in filter.as_object().into_iter().flatten() {
            question[name.as_str()] = value.clone();
        }
        let list = story.call("list_leads", question.clone());
        prop_assert_eq!(list["total"].as_i64(), Some(number), "{} of {}", question, row);
    }
    Ok(())
}

/// Accepted, rejected, closed out, open and not known are all leads, and so are those of all states.
fn every_lead_is_in_one_state(story: &mut Story) -> Result {
    let funnel = story.call("lead_funnel", json!({ "by": "source" }));
    let all = &funnel["all"];
    let parts = ["accepted", "rejected", "closed_out", "open_leads", "unknown"];
    let sum: i64 = parts.iter().filter_map(|name| all[*name].as_i64()).sum();
    prop_assert_eq!(Some(sum), all["leads"].as_i64(), "{}", all);
    let choices = story.call("lead_choices", json!({}));
    let states = choices["states"].as_array().into_iter().flatten();
    let in_states: i64 = states.filter_map(|state| state["leads"].as_i64()).sum();
    prop_assert_eq!(Some(in_states), all["leads"].as_i64(), "{}", choices["states"]);
    lists_are_as_long_as_numbers(story, all, &json!({}))?;
    for by in ["source", "quarter", "Industry"] {
        let funnel = story.call("lead_funnel", json!({ "by": by }));
        for row in funnel["rows"].as_array().into_iter().flatten() {
            let name = row["name"].as_str();
            let narrowed = match (by, &row["days"]) {
                ("quarter", Value::Null) => json!({ "has_day": false }),
                ("quarter", days) => days.clone(),
                ("Industry", _) => json!({ "attribute": { "name": by, "value": name } }),
                _ => json!({ by: name.unwrap_or_default() }),
            };
            lists_are_as_long_as_numbers(story, row, &narrowed)?;
        }
        rates_within_bounds(&funnel, by)?;
    }
    Ok(())
}

fn agrees(story: &mut Story, books: &Books) -> Result {
    let call: asking::Call = &mut |name, input| Ok(story.call(name, input));
    let mut all = asking::funnels(books, &cuts(), None, call).map_err(failed)?;
    let spring = Some((day(2, 20), day(5, 10)));
    all.extend(asking::funnels(books, &cuts(), spring, call).map_err(failed)?);
    all.extend(asking::taken(books, 2026, call).map_err(failed)?);
    all.extend(asking::ledger(books, call).map_err(failed)?);
    all.extend(asking::years(books, [2025, 2026], call).map_err(failed)?);
    all.extend(asking::promises(books, None, call).map_err(failed)?);
    all.extend(asking::tested(books, &criteria(), Some(THRESHOLD), call).map_err(failed)?);
    prop_assert!(
        all.is_empty(),
        "{} numbers differ:\n{}",
        all.len(),
        all.join("\n")
    );
    Ok(())
}

/// The same rows, brought in another way.
fn otherwise(exports: &Exports, way: u8) -> Vec<(&'static str, String)> {
    let (leads, people) = exports.leads();
    let (deals, rows) = exports.deals();
    match way {
        0 => vec![
            ("deals.csv", made::file(&deals, &rows)),
            ("leads.csv", made::file(&leads, &people)),
        ],
        1 => vec![
            ("leads.csv", made::file(&leads, &people)),
            ("deals.csv", made::file(&deals, &rows)),
            ("leads again.csv", made::file(&leads, &people)),
            ("deals again.csv", made::file(&deals, &rows)),
        ],
        2 => {
            let (first, second) = people.split_at(people.len() / 2);
            let (one, other) = rows.split_at(rows.len() / 2);
            vec![
                ("leads.csv", made::file(&leads, first)),
                ("deals.csv", made::file(&deals, one)),
                ("more deals.csv", made::file(&deals, other)),
                ("more leads.csv", made::file(&leads, second)),
            ]
        }
        _ => {
            let with_totals = |header: &str, rows: &[String], column: &str| {
                let mut all = rows.to_vec();
                all.push(made::totals(header, rows, column));
                made::file(header, &all)
            };
            vec![
                ("leads.csv", with_totals(&leads, &people, "Touches")),
                ("deals.csv", with_totals(&deals, &rows, "Amount")),
            ]
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_export_is_counted_as_by_hand(
        exports in made::exports(),
        way in 0_u8..4,
    ) {
        let mut story = STORY.take().unwrap_or_else(with_two_versions);
        let (header, people) = exports.leads();
        let leads = made::file(&header, &people);
        let (header, rows) = exports.deals();
        let deals = made::file(&header, &rows);
        let mut books = made::books(&leads, &deals, today()).map_err(failed)?;
        books.versions = versions().into();
        books.marketing = vec![MARKETINGS.into()];
        let files = [("leads.csv", leads), ("deals.csv", deals)];
        let files = if rows.is_empty() { &files[..1] } else { &files[..] };
        let before = taken_in(&mut story, files, |story| {
            agrees(story, &books)?;
            every_lead_is_in_one_state(story)?;
            Ok(answers(story))
        })?;
        let mut others = otherwise(&exports, way);
        others.retain(|(_, content)| content.lines().count() > 1);
        let after = taken_in(&mut story, &others, |story| Ok(answers(story)))?;
        for (before, after) in before.iter().zip(&after) {
            prop_assert_eq!(before, after, "way {}", way);
        }
        STORY.set(Some(story));
    }
}
