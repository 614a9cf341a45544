//! A quarter of real leads on the worksheet of a review: the public quotas as goals, what was accepted against them, closed and signed;
//! and the whole year after it.

use lockstep_tests::Result;
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
