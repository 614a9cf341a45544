//! Maven's opportunities of 2017 as the look back of a 2018 plan with a goal of 12,000,000.

use chrono::NaiveDate;
use lockstep_core::plan::queries::OpenPlan;
use lockstep_export::{options::Options, plan::pdf};
use lockstep_tests::{Result, story::Story};
use serde_json::{Value, json};

/// What a plain reader counts in the export.
struct Counted {
    created: i64,
    won: i64,
    lost: i64,
    revenue: i64,
    median_cycle: i64,
    won_by_month: [i64; 12],
}

fn count(path: &std::path::Path) -> Result<Counted> {
    let mut counted = Counted {
        created: 0,
        won: 0,
        lost: 0,
        revenue: 0,
        median_cycle: 0,
        won_by_month: [0; 12],
    };
    let mut cycles = Vec::new();
    for row in csv::Reader::from_path(path)?.deserialize() {
        let row: std::collections::HashMap<String, String> = row?;
        counted.created += 1;
        match row["deal_stage"].as_str() {
            "Won" => {
                let closed: NaiveDate = row["close_date"].parse()?;
                let engaged: NaiveDate = row["engage_date"].parse()?;
                counted.won += 1;
                counted.revenue += row["close_value"].parse::<i64>()?;
                counted.won_by_month[chrono::Datelike::month0(&closed) as usize] += 1;
                cycles.push((closed - engaged).num_days());
            }
            "Lost" => counted.lost += 1,
            _ => {}
        }
    }
    cycles.sort_unstable();
    counted.median_cycle = cycles[cycles.len() / 2];
    Ok(counted)
}

fn figure<'v>(page: &'v Value, key: &str) -> &'v Value {
    page["look_back"]["figures"]
        .as_array()
        .and_then(|all| all.iter().find(|f| f["key"] == key))
        .unwrap_or(&Value::Null)
}

fn to_a_tenth(page: &Value, key: &str) -> Option<f64> {
    let stages = page["funnel"]["stages"].as_array()?;
    let value = stages.iter().find(|stage| stage["key"] == key)?["year"]["value"].as_f64()?;
    Some((value * 10.0).round() / 10.0)
}

#[test]
fn the_public_figures_of_2017_become_a_signed_plan_for_2018_and_stand_in_its_pdf() -> Result {
    let Some(folder) = crate::shared("maven_crm_opportunities") else {
        return Ok(());
    };
    let counted = count(&folder.join("sales_pipeline.csv"))?;
    assert_eq!(
        (counted.won, counted.lost, counted.revenue, counted.median_cycle),
        (4_238, 2_473, 10_005_534, 57)
    );

    let mut story = Story::founded(|founding| founding.currency = "USD".into());
    story.begin_plan(2018);
    let plan = story.make_ready(2018);
    story.call("edit_look_back", json!({ "id": plan, "change": {
        "opportunities": counted.created, "won": counted.won, "lost": counted.lost, "revenue": counted.revenue * 100,
        "cycle_days": counted.median_cycle, "shape": counted.won_by_month, "source": "sales_pipeline.csv" } }));
    story.call(
        "edit_funnel",
        json!({ "id": plan, "change": { "revenue_goal": 1_200_000_000 } }),
    );

    let page = story.plan(2018);
    let win_rate = figure(&page, "win_rate")["figure"]["value"]
        .as_f64()
        .unwrap_or_default();
    assert_eq!((win_rate * 100.0).round() / 100.0, 6_315.01, "63.1501 %");
    let average = figure(&page, "average_deal")["figure"]["value"]
        .as_f64()
        .unwrap_or_default();
    assert_eq!(average.round(), 236_091.0, "2,360.91");
    assert_eq!(
        (to_a_tenth(&page, "deals"), to_a_tenth(&page, "opportunities")),
        (Some(5_082.8), Some(8_048.8))
    );

    story.sign_plan(&plan);
    let view = story.workspace.ask(OpenPlan {
        year: 2018,
        version: Some(1),
    })?;
    let printed = pdf(
        &view,
        &Options::on(NaiveDate::from_ymd_opt(2026, 11, 22).ok_or("a day")?),
    )?;
    let text = lockstep_tests::pdf::text(&printed.bytes)?.replace(['\u{a0}', '\n'], " ");
    for words in [
        "5,082.8",
        "8,048.8",
        "4,238",
        "63.15%",
        "$2,360.91",
        "$10,005,534",
        "$12,000,000",
        "57 days",
        "Sasha Brandt",
        "Mika Olsen",
        "In force",
        &view.agreement.in_force.ok_or("in force")?.digest,
    ] {
        let found = text.contains(words) || text.replace(' ', "").contains(&words.replace(' ', ""));
        assert!(found, "“{words}” is not in the PDF:\n{text}");
    }
    Ok(())
}
