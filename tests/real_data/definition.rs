//! A definition run over the leads of a real sales-development team. The expected numbers were recomputed from the files
//! with a plain CSV reader: web and trade-show leads with a known title and at least 100 employees, no students; an empty
//! cell and the file's `N/A` are unknown.

use lockstep_tests::Result;
use serde_json::{Value, json};

use crate::leads::Desk;

/// Leads, those sales accepted, those it rejected.
const PASSED: [i64; 3] = [5_229, 98, 56];
const NOT_YET: [i64; 3] = [15_526, 315, 160];
const NOT_QUALIFIED: [i64; 3] = [22_278, 284, 148];

#[test]
fn a_definition_for_the_leads_of_a_sales_development_team() -> Result {
    let Some(folder) = crate::shared("marketstar_sales_dev") else {
        return Ok(());
    };
    let desk = Desk::new()?;
    desk.import(
        &[&folder.join("Leads.csv"), &folder.join("Opportunities.csv")],
        &[],
    )?;
    desk.call("begin_definition", json!({ "template": "blank" }))?;
    for values in [
        json!({ "field": "source", "test": "any_of", "words": ["Web Registration", "Trade Shows and Events"] }),
        json!({ "field": "attribute:Employees", "test": "at_least", "low": 100 }),
        json!({ "field": "title", "test": "known", "question": "information" }),
        json!({ "field": "title", "test": "contains", "words": ["student"], "role": "disqualifies",
                "reason": "student_or_curious" }),
    ] {
        desk.call(
            "add_criterion",
            json!({ "definition": "definition", "values": values }),
        )?;
    }
    let view = desk.run("backtest", &["--draft"])?;
    let counts = |group: &str| {
        ["/share/rate/part", "/accepted", "/rejected"].map(|path| {
            view.pointer(&format!("/{group}{path}"))
                .and_then(Value::as_i64)
                .unwrap_or(-1)
        })
    };
    assert_eq!(view["leads"], 43_033);
    assert_eq!(counts("passed"), PASSED);
    assert_eq!(counts("not_yet"), NOT_YET);
    assert_eq!(counts("not_qualified"), NOT_QUALIFIED);
    // The parts add up to the whole, and to the reference: 697 accepted of 1,061 decided.
    let sum = |place: usize| {
        ["passed", "not_yet", "not_qualified"]
            .map(|group| counts(group)[place])
            .iter()
            .sum::<i64>()
    };
    assert_eq!([sum(0), sum(1), sum(2)], [43_033, 697, 364]);
    assert!(
        view["cautions"].to_string().contains("won or lost"),
        "nothing is said about winning where no outcome is known: {}",
        view["cautions"]
    );
    desk.is_clean()
}
