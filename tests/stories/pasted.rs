//! Numbers pasted from a spreadsheet: shown as they are understood, row by row, before they are filled in.

use lockstep_tests::story::{Story, text};
use serde_json::{Value, json};

const PASTED: &str = "Metric\t2026\nMQLs\t800\nWon deals\tn/a\nRevenue\t$1,000,000\nSourced by marketing\t€400K\nSales cycle\t57 days\nWeather\t7";

fn row<'v>(table: &'v Value, name: &str) -> &'v Value {
    let rows = table["rows"].as_array().map(Vec::as_slice).unwrap_or_default();
    rows.iter()
        .find(|row| row["name"] == name)
        .unwrap_or_else(|| panic!("there is no row {name} in {table}"))
}

#[test]
fn pasted_numbers_say_where_each_goes_and_what_is_left_before_anything_is_filled_in() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let before = story.state();
    let table = story.call("try_numbers", json!({ "plan": plan, "text": PASTED }));
    assert_eq!(story.state(), before);

    assert_eq!(row(&table, "Metric")["is_heading"], true);
    let values = |name: &str| row(&table, name)["values"].clone();
    assert_eq!(
        values("MQLs"),
        json!([{ "into": "leads", "unit": "count", "value": 800 }])
    );
    assert_eq!(
        values("Sourced by marketing"),
        json!([{ "into": "sourced_revenue", "unit": "money", "value": 40_000_000 }])
    );
    assert_eq!(
        values("Sales cycle"),
        json!([{ "into": "cycle_days", "unit": "days", "value": 57 }])
    );
    for (name, why) in [
        ("Won deals", "“n/a” is not a number"),
        (
            "Revenue",
            "“$1,000,000” is in another currency than this workspace (EUR)",
        ),
        ("Weather", "Lockstep does not know what “Weather” stands for"),
    ] {
        assert_eq!(
            (&row(&table, name)["left"], &row(&table, name)["values"]),
            (&json!(why), &json!([]))
        );
    }
}

#[test]
fn what_is_filled_in_is_what_was_shown_and_what_was_left_is_named() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let taken = story.call("paste_numbers", json!({ "plan": plan, "text": PASTED }));
    assert_eq!(taken["count"], 3);
    let notes = taken["notes"].to_string();
    for named in ["n/a", "$1,000,000", "Weather"] {
        assert!(notes.contains(named), "{named} is not in {notes}");
    }
    let numbers = story.plan(2027)["look_back"]["numbers"].clone();
    assert_eq!(
        (&numbers["leads"], &numbers["revenue"], &numbers["won"]),
        (&json!(800), &Value::Null, &Value::Null)
    );
}

#[test]
fn a_sign_that_several_currencies_share_counts_where_it_can_be_ours() {
    let mut story = Story::founded(|founding| founding.currency = "USD".into());
    let plan = story.begin_plan(2027);
    let pasted = "Revenue\t$1,000,000\nSourced by marketing\t€400,000";
    let table = story.call("try_numbers", json!({ "plan": plan, "text": pasted }));
    assert_eq!(row(&table, "Revenue")["values"][0]["value"], 100_000_000);
    assert_eq!(row(&table, "Sourced by marketing")["values"], json!([]));
}

#[test]
fn pasted_measures_are_shown_first_and_keep_currencies_apart() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let pasted = "What\tTarget\tActual\nPipeline\t$5m\t$4m\nMeetings\tn/a\t60";
    let table = story.call("try_measures", json!({ "text": pasted }));
    assert_eq!(row(&table, "What")["is_heading"], true);
    assert!(text(&row(&table, "Pipeline")["left"]).contains("another currency"));
    assert_eq!(
        row(&table, "Meetings")["values"],
        json!([{ "into": "actual", "unit": "count", "value": 60 }])
    );
    assert!(text(&row(&table, "Meetings")["left"]).contains("“n/a” in target"));
    let taken = story.call(
        "paste_measures",
        json!({ "plan": plan, "side": "sales", "text": pasted }),
    );
    assert_eq!(taken["count"], 1);
    assert_eq!(
        story.plan(2027)["look_back"]["measures"][0]["measure"]["name"],
        "Meetings"
    );
}

#[test]
fn names_in_other_languages_are_understood_and_what_is_not_is_left() {
    let mut story = Story::new();
    let plan = story.begin_plan(2027);
    let pasted = "Kennzahl\t2026\nLeads\t800\nAkzeptierte Leads\t400\nVerkaufschancen\t160\nGewonnene Deals\t40\n\
                  Verlorene Deals\t120\nUmsatz\t1.000.000\nOffene Deals\t7\nDisqualifizierte Leads\t9";
    let taken = story.call("paste_numbers", json!({ "plan": plan, "text": pasted }));
    assert_eq!(taken["count"], 6, "{taken}");
    let numbers = story.plan(2027)["look_back"]["numbers"].clone();
    let read =
        ["leads", "accepted", "opportunities", "won", "lost", "revenue"].map(|name| numbers[name].clone());
    assert_eq!(json!(read), json!([800, 400, 160, 40, 120, 100_000_000]));
    for left in ["Offene Deals", "Disqualifizierte Leads"] {
        assert!(taken["notes"].to_string().contains(left), "{taken}");
    }
    let french = "Opportunités gagnées\t40\nChiffre d’affaires\t2 000 000";
    let taken = story.call("paste_numbers", json!({ "plan": plan, "text": french }));
    assert_eq!(taken["count"], 2, "{taken}");
}
