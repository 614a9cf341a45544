//! What last year's numbers say: conversions with their n, win rate, average deal. A figure with nothing under it says why.

use crate::{
    plan::{
        LookBack,
        view::{Figure, LookBackFigure},
    },
    scorecard::Unit,
};

impl Figure {
    /// Returns a figure that could be worked out.
    pub fn of(value: f64) -> Self {
        Self {
            value: Some(value),
            because: None,
        }
    }

    /// Returns a figure that cannot be computed; `reason` completes "cannot be computed, because …".
    pub fn unknown(reason: impl std::fmt::Display) -> Self {
        Self {
            value: None,
            because: Some(format!("cannot be computed, because {reason}")),
        }
    }
}

/// Returns part ÷ whole in basis points, unrounded, or why not.
pub fn share(part: Option<i64>, whole: Option<i64>, part_name: &str, whole_name: &str) -> Figure {
    match (part, whole) {
        (_, Some(0)) => Figure::unknown(format!("there are no {whole_name}")),
        (Some(part), Some(whole)) => Figure::of(part as f64 * 10_000.0 / whole as f64),
        (None, _) => Figure::unknown(format!("the number of {part_name} is missing")),
        (_, None) => Figure::unknown(format!("the number of {whole_name} is missing")),
    }
}

/// Returns won ÷ (won + lost) in basis points, unrounded, or why not.
pub fn win_rate(last: &LookBack) -> Figure {
    match (last.won, last.lost) {
        (Some(won), Some(lost)) => share(Some(won), won.checked_add(lost), "won deals", "closed deals"),
        (None, _) => Figure::unknown("the number of won deals is missing"),
        (_, None) => Figure::unknown("the number of lost deals is missing"),
    }
}

/// Returns the value of won deals ÷ their number in minor units, unrounded, or why not.
pub fn average_deal(last: &LookBack) -> Figure {
    match (last.revenue, last.won) {
        (Some(_), Some(0)) => Figure::unknown("no deal was won"),
        (Some(revenue), Some(won)) => Figure::of(revenue as f64 / won as f64),
        (None, _) => Figure::unknown("the revenue is missing"),
        (_, None) => Figure::unknown("the number of won deals is missing"),
    }
}

/// Returns the revenue sourced by marketing ÷ revenue in basis points, unrounded, or why not.
pub fn sourced_share(last: &LookBack) -> Figure {
    match (last.sourced_revenue, last.revenue) {
        (_, Some(0)) => Figure::unknown("there was no revenue"),
        (Some(sourced), Some(revenue)) => Figure::of(sourced as f64 * 10_000.0 / revenue as f64),
        (None, _) => Figure::unknown("the revenue sourced by marketing is missing"),
        (_, None) => Figure::unknown("the revenue is missing"),
    }
}

/// Returns every figure of the look back, in the order of the page.
pub fn figures(last: &LookBack) -> Vec<LookBackFigure> {
    let ratio =
        |key: &str, label: &str, formula: &str, figure: Figure, n: Option<i64>, period_ratio: bool| {
            LookBackFigure {
                key: key.into(),
                label: label.into(),
                formula: formula.into(),
                unit: Unit::Percent,
                n: n.filter(|_| figure.value.is_some()),
                figure,
                period_ratio,
            }
        };
    let closed = last
        .won
        .zip(last.lost)
        .and_then(|(won, lost)| won.checked_add(lost));
    vec![
        ratio(
            "accepted_of_leads",
            "Leads accepted by sales",
            "Accepted leads ÷ leads handed over",
            share(last.accepted, last.leads, "accepted leads", "leads"),
            last.leads,
            true,
        ),
        ratio(
            "sql_of_accepted",
            "Accepted to SQL",
            "SQL ÷ accepted leads",
            share(last.sql, last.accepted, "SQLs", "accepted leads"),
            last.accepted,
            true,
        ),
        ratio(
            "opportunities_of_sql",
            "SQL to opportunity",
            "Opportunities ÷ SQL",
            share(last.opportunities, last.sql, "opportunities", "SQLs"),
            last.sql,
            true,
        ),
        ratio(
            "won_of_opportunities",
            "Opportunity to won",
            "Won deals ÷ opportunities created in the year",
            share(last.won, last.opportunities, "won deals", "opportunities"),
            last.opportunities,
            true,
        ),
        ratio(
            "win_rate",
            "Win rate",
            "Won ÷ (won + lost), closed in the year",
            win_rate(last),
            closed,
            false,
        ),
        LookBackFigure {
            key: "average_deal".into(),
            label: "Average deal".into(),
            formula: "Value of won deals ÷ number of won deals".into(),
            unit: Unit::Money,
            n: last.won,
            figure: average_deal(last),
            period_ratio: false,
        },
        ratio(
            "sourced_share",
            "Sourced by marketing",
            "Revenue whose original lead source is marketing’s ÷ revenue",
            sourced_share(last),
            None,
            false,
        ),
    ]
}
