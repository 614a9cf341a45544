//! Neither the order in which files come in nor how they are cut changes a number; no total does, in any language.

use lockstep_core::leads::importing::{Doubt, ImportFiles};
use proptest::{prelude::*, sample::select};

use super::*;

const TOTALS: [&str; 22] = [
    "Total",
    "Grand Total",
    "Gesamt",
    "Summe",
    "Gesamtergebnis",
    "Insgesamt",
    "Total général",
    "Somme",
    "Suma",
    "Totale",
    "Totale complessivo",
    "Somma",
    "Totaal",
    "Eindtotaal",
    "Soma",
    "Total geral",
    "Summa",
    "Totalt",
    "I alt",
    "Yhteensä",
    "Razem",
    "Celkem",
];

/// Takes a file in; amounts that are all in another currency stay apart.
fn take_in(story: &mut Story, content: &str) -> ImportReport {
    let file = own_file(story, "part.csv", content);
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let mut proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("it is recognised");
    for question in proposed.questions(&surveyed) {
        if question.waits && question.answered.is_none() {
            assert_eq!(question.about, Doubt::Currency, "{question:?}");
            proposed
                .apply(&question.answers[0].edit, &surveyed)
                .expect("it is heard");
        }
    }
    story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
        .expect("it is taken in")
}

fn numbers(story: &mut Story) -> Value {
    let all = story.call("lead_funnel", json!({ "by": "source" }))["all"].clone();
    json!([
        all["opportunities"],
        all["value"],
        all["won_value"],
        all["won_without_value"],
        all["cost"]
    ])
}

#[derive(Debug, Clone)]
struct Row {
    currency: &'static str,
    cents: i64,
}

fn row() -> impl Strategy<Value = Row> {
    (select(&["EUR", "EUR", "USD", "GBP"]), 1_i64..1_000_000)
        .prop_map(|(currency, cents)| Row { currency, cents })
}

fn amount(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// Deals from `first` on, with the currency in the cell or in a column beside it, and a total below some of them.
fn deals(rows: &[Row], first: usize, is_beside: bool, total: Option<(usize, &str)>) -> String {
    let mut content = String::from("Deal ID,Deal Name,Amount,Currency,Stage\n");
    for (place, row) in rows.iter().enumerate() {
        let (number, cents) = (first + place, amount(row.cents));
        content += &match is_beside {
            true => format!("D{number},Deal {number},{cents},{},Closed Won\n", row.currency),
            false => format!("D{number},Deal {number},{} {cents},,Closed Won\n", row.currency),
        };
        if let Some((below, name)) = total
            && (below == place || place + 1 == rows.len())
        {
            let sum: i64 = rows.iter().take(place + 1).map(|row| row.cents).sum();
            // Subtotals are told apart, as reports number them.
            let number = if place + 1 == rows.len() {
                String::new()
            } else {
                format!(" {place}")
            };
            let currency = if is_beside { "EUR" } else { "" };
            content += &format!("{name}{number},,{},{currency},\n", amount(sum));
        }
    }
    content
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6,
        max_shrink_iters: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_in_two_says_what_it_says_in_one(
        rows in prop::collection::vec(row(), 2..7),
        cut in any::<prop::sample::Index>(),
        is_beside in any::<bool>(),
        total in select(&TOTALS),
        below in 0_usize..4,
        second_first in any::<bool>(),
    ) {
        let mut whole = Story::new();
        take_in(&mut whole, &deals(&rows, 0, is_beside, None));
        let wanted = numbers(&mut whole);
        let ours: i64 = rows.iter().filter(|row| row.currency == "EUR").map(|row| row.cents).sum();
        prop_assert_eq!(wanted[1].as_i64().unwrap_or_default(), ours);

        let mut totalled = Story::new();
        take_in(&mut totalled, &deals(&rows, 0, is_beside, Some((below, total))));
        prop_assert_eq!(numbers(&mut totalled), wanted.clone(), "{}", total);

        let at = 1 + cut.index(rows.len() - 1);
        let (first, second) = rows.split_at(at);
        let mut parts = [deals(first, 0, is_beside, None), deals(second, at, is_beside, None)];
        if second_first {
            parts.reverse();
        }
        let mut cut = Story::new();
        for part in &parts {
            take_in(&mut cut, part);
        }
        prop_assert_eq!(numbers(&mut cut), wanted, "{:?}", parts);
    }
}

#[test]
fn the_order_of_leads_opportunities_and_costs_changes_no_number() {
    let files = [LEADS, DEALS, COSTS];
    let mut told = Vec::new();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut story = Story::new();
        for place in order {
            take_in(&mut story, files[place]);
        }
        told.push(story.call("lead_funnel", json!({ "by": "source" }))["all"].clone());
    }
    assert!(told.windows(2).all(|two| two[0] == two[1]), "{told:?}");
}

#[test]
fn a_sum_of_costs_without_a_name_or_a_month_is_no_cost() {
    for total in [
        "Total,,150",
        ",,150",
        "Gesamtergebnis,,150",
        "Web,,100",
        "I alt,2026-01,150",
    ] {
        let mut story = Story::new();
        let report = take_in(
            &mut story,
            &format!("Lead Source,Month,Cost\nWeb,2026-01,100\nFair,2026-01,50\n{total}\n"),
        );
        assert_eq!(
            (report.rejected, &numbers(&mut story)[4]),
            (1, &json!(15_000)),
            "{total}"
        );
        assert!(
            report.rejected_rows[0].reason.contains("sum")
                || report.rejected_rows[0].reason.contains("total")
        );
    }
}
