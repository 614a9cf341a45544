//! What last year's numbers say: conversions with their n, win rate, average deal. A figure with nothing under it says why.

use crate::plan::{
    LookBack,
    view::{Figure, LookBackFigure},
};
use lockstep_workspace::units::Unit;

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

/// Returns part ÷ whole in basis points, unrounded, or why not: a part that is more than its whole is none, and no rate.
pub fn share(part: Option<i64>, whole: Option<i64>, part_name: &str, whole_name: &str) -> Figure {
    match (part, whole) {
        (_, Some(0)) => Figure::unknown(format!("there are no {whole_name}")),
        (Some(part), Some(whole)) if part > whole => {
            Figure::unknown(format!("there are more {part_name} than {whole_name}"))
        }
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
        (Some(sourced), Some(revenue)) if sourced > revenue => {
            Figure::unknown("marketing sourced more than all of the revenue")
        }
        (Some(sourced), Some(revenue)) => Figure::of(sourced as f64 * 10_000.0 / revenue as f64),
        (None, _) => Figure::unknown("the revenue sourced by marketing is missing"),
        (_, None) => Figure::unknown("the revenue is missing"),
    }
}

/// The stages of last year's funnel, each with the rate that leads on to it from the one before, where the funnel maths
/// uses that rate.
const STAGES: [(Stage, Option<&str>); 5] = [
    (
        Stage {
            name: "leads",
            of: |last| last.leads,
        },
        None,
    ),
    (
        Stage {
            name: "accepted leads",
            of: |last| last.accepted,
        },
        Some("mql_to_sal"),
    ),
    (
        Stage {
            name: "SQLs",
            of: |last| last.sql,
        },
        Some("sal_to_sql"),
    ),
    (
        Stage {
            name: "opportunities",
            of: |last| last.opportunities,
        },
        Some("sql_to_opportunity"),
    ),
    (
        Stage {
            name: "won deals",
            of: |last| last.won,
        },
        None,
    ),
];

struct Stage {
    name: &'static str,
    of: fn(&LookBack) -> Option<i64>,
}

/// A place at which last year's funnel widens downwards: more came out of a stage than went in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Widening {
    /// What is wrong, as a sentence.
    pub message: String,
    /// The inputs of the funnel maths that it leaves without last year's rate.
    pub rates: Vec<&'static str>,
}

/// Returns where last year's funnel widens downwards: each stage is held against the last one before it that is known.
pub fn widenings(last: &LookBack) -> Vec<Widening> {
    let mut found = Vec::new();
    let mut above: Option<(i64, &str)> = None;
    let mut rates = Vec::new();
    for (stage, rate) in STAGES {
        rates.extend(rate);
        let Some(count) = (stage.of)(last) else { continue };
        if let Some((most, name)) = above
            && count > most
        {
            found.push(Widening {
                message: format!(
                    "Last year had more {} than {name}, so no rate can be taken from the two.",
                    stage.name
                ),
                rates: std::mem::take(&mut rates),
            });
        }
        rates.clear();
        above = Some((count, stage.name));
    }
    found
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::PlanId;

    #[test]
    fn a_funnel_that_widens_downwards_gives_no_rate() {
        let (_, mut last) = crate::plan::actions::empty_numbers(&PlanId("p".into()));
        (last.leads, last.accepted, last.sql) = (Some(102), Some(16), Some(45));
        (last.opportunities, last.won, last.lost) = (Some(68), Some(12), Some(7));
        let found: Vec<_> = widenings(&last).into_iter().map(|one| one.rates).collect();
        assert_eq!(found, [vec!["sal_to_sql"], vec!["sql_to_opportunity"]]);
        for line in figures(&last) {
            assert!(
                line.unit != Unit::Percent || line.figure.value.is_none_or(|rate| rate <= 10_000.0),
                "{line:?}"
            );
        }
        // Held against the last stage that is known.
        last.sql = None;
        let found: Vec<_> = widenings(&last).into_iter().map(|one| one.rates).collect();
        assert_eq!(found, [vec!["sal_to_sql", "sql_to_opportunity"]]);
        (last.accepted, last.opportunities, last.won) = (Some(102), Some(102), Some(102));
        assert_eq!(widenings(&last), []);
    }
}
