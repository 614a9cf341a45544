//! A quarter of real leads on the worksheet of a review: the public quotas as goals, what was accepted against them, closed and signed;
//! and the whole year after it.

use std::{collections::HashMap, path::Path};

use chrono::NaiveDate;
use lockstep_tests::{Result, story::Story};
use serde_json::{Value, json};

use super::leads::Desk;

/// The public quotas of 2022, quarter by quarter: leads, and their value in cents.
const QUOTA: [i64; 4] = [200, 250, 250, 250];
const QUOTA_VALUE: [i64; 4] = [50_000_000, 80_000_000, 80_000_000, 80_000_000];

fn text(value: &Value) -> Result<String> {
    Ok(value.as_str().ok_or("a text")?.to_owned())
}

/// Plans a year with the quotas as its goals, and lets both sides sign it.
fn planned(desk: &Desk) -> Result<Vec<String>> {
    let people = desk.call("people", json!({}))?["people"].clone();
    let of = |side: &str| -> Result<Value> {
        let known = people
            .as_array()
            .into_iter()
            .flatten()
            .find(|person| person["side"] == side);
        match known {
            Some(person) => Ok(person["id"].clone()),
            None => Ok(desk.call("add_person", json!({ "name": side, "side": side }))?["id"].clone()),
        }
    };
    let (sales, marketing) = (of("sales")?, of("marketing")?);
    desk.call("set_current_user", json!({ "person": sales }))?;
    let plan = desk.call("begin_plan", json!({ "year": 2022 }))?["id"].clone();
    let first = desk.call("open_plan", json!({ "year": 2022 }))?["goals"][0]["goal"]["id"].clone();
    let owners = |mut values: Value| {
        values["sales_owner"] = sales.clone();
        values["marketing_owner"] = marketing.clone();
        values
    };
    let leads = owners(
        json!({ "name": "Accepted leads", "target": QUOTA.iter().sum::<i64>(), "split_into": "quarters",
        "split_by": "hand", "by_hand": QUOTA }),
    );
    desk.call("edit_goal", json!({ "id": first, "change": leads }))?;
    let value = owners(
        json!({ "metric": "accepted_value", "target": QUOTA_VALUE.iter().sum::<i64>(),
        "split_into": "quarters", "split_by": "hand", "by_hand": QUOTA_VALUE }),
    );
    desk.call("add_goal", json!({ "plan": plan, "values": value }))?;
    let customer = owners(json!({ "metric": "customer_references", "target": 10 }));
    desk.call("add_goal", json!({ "plan": plan, "values": customer }))?;
    signed(
        desk,
        "plan",
        &plan,
        &[(&sales, "sales"), (&marketing, "marketing")],
    )?;
    let reviews = desk.call("plan_reviews", json!({ "year": 2022, "monthly": false }))?;
    reviews
        .as_array()
        .into_iter()
        .flatten()
        .map(|review| text(&review["id"]))
        .collect()
}

fn signed(desk: &Desk, kind: &str, subject: &Value, sides: &[(&Value, &str)]) -> Result {
    let agreement =
        desk.call("propose", json!({ "subject_kind": kind, "subject": subject }))?["agreement"].clone();
    for (person, side) in sides {
        desk.call("set_current_user", json!({ "person": person }))?;
        desk.call(
            "sign",
            json!({ "agreement": agreement, "person": person, "side": side }),
        )?;
    }
    Ok(())
}

fn both(desk: &Desk) -> Result<Vec<(Value, &'static str)>> {
    let people = desk.call("people", json!({}))?["people"].clone();
    let of = |side: &'static str| {
        let found = people
            .as_array()
            .into_iter()
            .flatten()
            .find(|person| person["side"] == side);
        found
            .map(|person| (person["id"].clone(), side))
            .ok_or("somebody of each side")
    };
    Ok(vec![of("sales")?, of("marketing")?])
}

/// Begins a review, lets both say that they are ready, closes it and lets both sign it.
fn held(desk: &Desk, review: &str) -> Result {
    desk.call("begin_review", json!({ "id": review }))?;
    let both = both(desk)?;
    for (person, side) in &both {
        desk.call("set_current_user", json!({ "person": person }))?;
        desk.call(
            "set_review_ready",
            json!({ "review": review, "side": side, "ready": true }),
        )?;
    }
    desk.call("close_review", json!({ "id": review }))?;
    let sides: Vec<(&Value, &str)> = both.iter().map(|(person, side)| (person, *side)).collect();
    signed(desk, "review", &json!(review), &sides)
}

fn goal<'v>(view: &'v Value, name: &str) -> Result<&'v Value> {
    let goals = view["worksheet"]["goals"]["goals"].as_array().ok_or("goals")?;
    goals
        .iter()
        .find(|goal| goal["name"] == name)
        .ok_or_else(|| format!("no goal {name}").into())
}

fn numbers(goal: &Value, keys: &[&str]) -> Vec<i64> {
    keys.iter().map(|key| goal[*key].as_i64().unwrap_or(-1)).collect()
}

/// A cell of the funnel: now, before, a year ago.
fn of_all(view: &Value, column: &str) -> [i64; 3] {
    let parts = view["worksheet"]["parts"].as_array().cloned().unwrap_or_default();
    let funnel = parts
        .into_iter()
        .find(|part| part["section"] == "funnel")
        .unwrap_or_default();
    let table = &funnel["tables"][0];
    let columns = table["columns"].as_array().cloned().unwrap_or_default();
    let place = columns
        .iter()
        .position(|one| one["key"] == column)
        .unwrap_or(usize::MAX);
    let cell = table["rows"][0]["cells"].get(place).cloned().unwrap_or_default();
    ["now", "before", "year_ago"].map(|key| cell[key].as_i64().unwrap_or(-1))
}

#[test]
fn the_third_quarter_of_2022_against_its_public_quota() -> Result {
    let Some(folder) = crate::shared("marketstar_sales_dev") else {
        return Ok(());
    };
    let (leads, deals) = (folder.join("Leads.csv"), folder.join("Opportunities.csv"));
    let desk = Desk::new()?;
    desk.import(&[&leads, &deals], &[])?;
    let reviews = planned(&desk)?;
    let third = reviews.get(2).ok_or("four reviews")?;
    let view = desk.call("open_review", json!({ "id": third }))?;
    let accepted = goal(&view, "Accepted leads")?;
    assert_eq!(
        numbers(accepted, &["period_actual", "period_asked", "period_reached"]),
        [196, 250, 7_840]
    );
    // 123 + 172 + 196 until the end of September, where 200 + 250 + 250 were asked for.
    assert_eq!(
        numbers(accepted, &["actual", "asked", "reached"]),
        [491, 700, 7_014]
    );
    assert_eq!(
        (&accepted["status"], &accepted["until"]),
        (&json!("off_track"), &json!("2022-09-30"))
    );
    let value = goal(&view, "Value of accepted leads")?;
    assert_eq!(
        numbers(value, &["period_actual", "period_asked"]),
        [70_209_666, 80_000_000]
    );
    assert_eq!(value["period_reached"], 8_776);
    // 551,325.11 + 843,451.03 + 702,096.66.
    assert_eq!(numbers(value, &["actual", "asked"]), [209_687_280, 210_000_000]);
    assert_eq!(value["status"], "on_track");
    // What is left of the quota at the rate of the nine months: 491 ÷ 700 of 250 more.
    assert_eq!(accepted["forecast"]["likely"], 666);
    // This quarter, the one before, the same a year ago.
    assert_eq!(of_all(&view, "accepted"), [196, 172, 60]);
    assert_eq!(
        of_all(&view, "accepted_value"),
        [70_209_666, 84_345_103, 23_619_179]
    );
    // The leads behind that number.
    let third_quarter = json!({ "from": "2022-07-01", "to": "2022-09-30" });
    let behind = desk.call(
        "list_leads",
        json!({ "decided": third_quarter, "accepted": "accepted" }),
    )?;
    assert_eq!(behind["total"], 196, "{}", behind["total"]);
    held(&desk, third)?;

    // A corrected export says that of the last accepted one sales said no.
    let text = std::fs::read_to_string(&deals)?;
    let corrected = tempfile::tempdir()?;
    let file = corrected.path().join("Opportunities.csv");
    let changed = one_rejected(&text)?;
    std::fs::write(&file, changed)?;
    desk.import(&[&file], &[])?;
    let after = desk.call("open_review", json!({ "id": third }))?;
    assert_eq!(
        after["worksheet"],
        desk.call("open_review", json!({ "id": third }))?["worksheet"]
    );
    assert_eq!(goal(&after, "Accepted leads")?["period_actual"], 196);
    let differs = after["differs"].as_array().cloned().unwrap_or_default();
    let told = differs
        .iter()
        .find(|one| one["label"] == "All sources, Accepted")
        .ok_or("the difference")?;
    assert_eq!((&told["before"], &told["after"]), (&json!("196"), &json!("195")));
    desk.call("amend_review", json!({ "id": third }))?;
    let sides = both(&desk)?;
    let sides: Vec<(&Value, &str)> = sides.iter().map(|(person, side)| (person, *side)).collect();
    signed(&desk, "review", &json!(third), &sides)?;
    let amended = desk.call("open_review", json!({ "id": third }))?;
    assert_eq!(goal(&amended, "Accepted leads")?["period_actual"], 195);
    assert_eq!(amended["agreement"]["in_force"]["version"], 2);
    desk.is_clean()
}

/// Turns the decision round on the first opportunity that was accepted in the third quarter of 2022.
fn one_rejected(text: &str) -> Result<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let accepted = lines.iter_mut().find(|line| {
        let mut cells = line.split(',').skip(3);
        let is_accepted = cells.next() == Some("TRUE");
        let day = cells.next().unwrap_or_default();
        is_accepted && day.contains("/2022") && ["7/", "8/", "9/"].iter().any(|month| day.starts_with(month))
    });
    let line = accepted.ok_or("an accepted one")?;
    *line = line.replacen(",TRUE,", ",FALSE,", 1);
    Ok(lines.join("\n") + "\n")
}

/// What the CRM would have exported on a day: leads that had come in, and opportunities on which sales had decided. A lead whose
/// opportunity waits for its decision comes with the next export.
struct Exports {
    /// The day on which each is told first, and the line.
    leads: Vec<(NaiveDate, String)>,
    opportunities: Vec<(NaiveDate, String)>,
}

fn day_of(cell: &str) -> Option<NaiveDate> {
    let day = cell.split(' ').next()?;
    NaiveDate::parse_from_str(day, "%m/%d/%Y")
        .or_else(|_| NaiveDate::parse_from_str(day, "%Y%m%d"))
        .ok()
}

impl Exports {
    fn read(folder: &Path) -> Result<Self> {
        let lines = |name: &str| -> Result<Vec<String>> {
            let text = std::fs::read_to_string(folder.join(name))?;
            Ok(text.lines().map(str::to_owned).collect())
        };
        let cell = |line: &str, place: usize| line.split(',').nth(place).unwrap_or_default().to_owned();
        let opportunities: Vec<(NaiveDate, String)> = lines("Opportunities.csv")?
            .into_iter()
            .enumerate()
            .map(|(place, line)| match place {
                0 => (NaiveDate::MIN, line),
                _ => (day_of(&cell(&line, 4)).unwrap_or(NaiveDate::MAX), line),
            })
            .collect();
        let decided: HashMap<String, NaiveDate> = opportunities
            .iter()
            .map(|(decided, line)| (cell(line, 0), *decided))
            .collect();
        let told_on = |line: &str| {
            // Names of industries may hold commas: the opportunity is counted from the end.
            let opportunity = line.rsplit(',').nth(2).unwrap_or_default();
            let created = line
                .split(',')
                .find(|cell| cell.len() == 8 && day_of(cell).is_some())
                .and_then(day_of);
            created
                .unwrap_or(NaiveDate::MIN)
                .max(decided.get(opportunity).copied().unwrap_or(NaiveDate::MIN))
        };
        Ok(Self {
            leads: lines("Leads.csv")?
                .into_iter()
                .map(|line| (told_on(&line), line))
                .collect(),
            opportunities,
        })
    }

    /// Writes both files as of a day.
    fn write(&self, folder: &Path, day: NaiveDate) -> Result<[std::path::PathBuf; 2]> {
        let until = |lines: &[(NaiveDate, String)]| {
            let told = lines.iter().filter(|(told, _)| *told <= day);
            told.map(|(_, line)| format!("{line}\n")).collect::<String>()
        };
        let paths = ["Leads.csv", "Opportunities.csv"].map(|name| folder.join(name));
        std::fs::write(&paths[0], until(&self.leads))?;
        std::fs::write(&paths[1], until(&self.opportunities))?;
        Ok(paths)
    }
}

/// Sasha and Mika sign what is proposed of a kind.
fn both_sign(story: &mut Story, kind: &str, subject: &str) {
    story.sits("Sasha");
    let agreement =
        story.call("propose", json!({ "subject_kind": kind, "subject": subject }))["agreement"].clone();
    for (who, side) in [("Sasha", "sales"), ("Mika", "marketing")] {
        let person = story.person(who);
        story.sits(who);
        story.call(
            "sign",
            json!({ "agreement": agreement, "person": person, "side": side }),
        );
    }
}

#[test]
fn a_whole_year_of_real_leads_review_by_review() -> Result {
    let Some(folder) = crate::shared("marketstar_sales_dev") else {
        return Ok(());
    };
    let exports = Exports::read(&folder)?;
    let written = tempfile::tempdir()?;
    let mut story = Story::founded(|founding| founding.currency = "USD".into());
    let at = |story: &mut Story, day: &str| -> Result {
        let day: NaiveDate = day.parse()?;
        story
            .clock
            .set(day.and_hms_opt(9, 0, 0).ok_or("an instant")?.and_utc());
        Ok(())
    };
    // In December both sign the plan with the quotas as its goals.
    at(&mut story, "2021-12-15")?;
    let plan = story.begin_plan(2022);
    let first = text(&story.plan(2022)["goals"][0]["goal"]["id"])?;
    story.make_ready(2022);
    let split = json!({ "name": "Accepted leads", "target": QUOTA.iter().sum::<i64>(), "split_into": "quarters",
        "split_by": "hand", "by_hand": QUOTA });
    story.call("edit_goal", json!({ "id": first, "change": split }));
    both_sign(&mut story, "plan", &plan);
    let planned = story.call("plan_reviews", json!({ "year": 2022, "monthly": false }));
    let reviews: Vec<String> = planned
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| text(&one["id"]))
        .collect::<Result<_>>()?;
    let mika = story.person("Mika");
    // Accepted in each quarter, and asked for; in the second the goal of the year is lowered.
    let expected = [(123, 200), (172, 250), (196, 220), (9, 220)];
    let held = ["2022-04-11", "2022-07-11", "2022-10-10", "2023-01-10"];
    for (place, ((accepted, asked), day)) in expected.into_iter().zip(held).enumerate() {
        at(&mut story, day)?;
        story.sits("Mika");
        for path in exports.write(written.path(), day.parse()?)? {
            story.workspace.import_file(&path)?;
        }
        let review = reviews.get(place).ok_or("a review")?;
        story.call("begin_review", json!({ "id": review }));
        if place == 1 {
            let lower = [200, 250, 220, 220];
            let change = json!({ "target": lower.iter().sum::<i64>(), "by_hand": lower });
            story.call("edit_goal", json!({ "id": first, "change": change }));
            let values = json!({ "question": "Is the quota right?", "name": "220 a quarter from July on",
                "changes": "plan", "effective_from": "2022-07-11" });
            story.call(
                "add_review_decision",
                json!({ "review": review, "values": values }),
            );
            both_sign(&mut story, "plan", &plan);
        }
        let view = story.call("open_review", json!({ "id": review }));
        let told = goal(&view, "Accepted leads")?;
        assert_eq!(
            numbers(told, &["period_actual", "period_asked"]),
            [accepted, asked],
            "{day}"
        );
        if place == 0 {
            let values = json!({ "name": "Ask for the reason", "owner": mika, "due": "2022-05-01" });
            story.call("add_review_action", json!({ "review": review, "values": values }));
        } else {
            let carried = &view["worksheet"]["last_time"]["actions"][0];
            assert_eq!(carried["action"]["name"], "Ask for the reason");
            assert_eq!(carried["carried_over"], place - 1, "{day}");
        }
        for (who, side) in [("Sasha", "sales"), ("Mika", "marketing")] {
            story.sits(who);
            story.call(
                "set_review_ready",
                json!({ "review": review, "side": side, "ready": true }),
            );
        }
        story.call("close_review", json!({ "id": review }));
        both_sign(&mut story, "review", review);
    }
    // What was closed says what it said, although the last exports know more of its days.
    let third = story.call("open_review", json!({ "id": reviews.get(2) }));
    assert_eq!(
        numbers(goal(&third, "Accepted leads")?, &["period_actual"]),
        [196]
    );
    // Next year's plan begins from what came of this one.
    let next = story.begin_plan(2023);
    story.call("take_look_back_from_leads", json!({ "plan": next }));
    let look_back = story.plan(2023)["look_back"]["numbers"].clone();
    assert_eq!(look_back["accepted"], 123 + 172 + 196 + 9, "{look_back}");
    // And from what its reviews taught: the decision leads to the version of the plan that was signed with it.
    let learned = story.call("year_learnings", json!({ "year": 2022 }));
    assert_eq!(learned["reviews"], 4);
    assert_eq!(
        learned["decisions"][0]["decision"]["name"],
        "220 a quarter from July on"
    );
    let decided = story.call("decided_changes", json!({}));
    assert_eq!(decided[0]["version"], 2, "{decided}");
    assert!(story.workspace.check()?.ok);
    Ok(())
}
