//! The reverse funnel: from the revenue goal back to the leads it needs. Fractions are carried; only screens round, and
//! always up. A rate that is missing or zero gives a reason, never ∞ and never 0.

use chrono::NaiveDate;

use super::{last_year, season, split};
use crate::plan::{
    Funnel, LookBack, SplitBy,
    view::{Figure, FunnelInput, FunnelMonth, FunnelStage, FunnelView},
};
use lockstep_workspace::{
    bounds,
    calendar::{FiscalYear, add_months},
    units::Unit,
};

/// Days in a month on average, to turn a cycle in days into whole months.
const DAYS_A_MONTH: f64 = 30.4375;

/// Works the funnel out.
///
/// New revenue = goal − renewals and expansion; deals = new revenue ÷ average deal; opportunities = deals ÷ win rate;
/// SQL = opportunities ÷ (SQL→opportunity); SAL = SQL ÷ (SAL→SQL); MQL = SAL ÷ (MQL→SAL); marketing's part × sourced
/// share. The leads behind the deals of month *m* are needed in month *m* − cycle. The rates used are the ones shown:
/// whole basis points, and an average deal in whole minor units.
pub fn work_out(funnel: &Funnel, last: &LookBack, year: FiscalYear) -> FunnelView {
    let inputs = inputs(funnel, last);
    let used = |key: &str| {
        inputs
            .iter()
            .find(|input| input.key == key)
            .and_then(|input| input.used)
    };
    let rate = |key: &str| used(key).map(|basis_points| basis_points as f64 / 10_000.0);
    let needed = |key: &str, name: &str| Needed {
        by: rate(key),
        name: name.into(),
        widens: last_year::widenings(last)
            .iter()
            .any(|widening| widening.rates.contains(&key)),
    };

    let new_revenue = match (funnel.revenue_goal, funnel.renewals.unwrap_or(0)) {
        (None, _) => Figure::unknown("the revenue goal is missing"),
        (Some(goal), renewals) if renewals > goal => {
            Figure::unknown("renewals and expansion are more than the revenue goal")
        }
        (Some(goal), renewals) => Figure::of(goal as f64 - renewals as f64),
    };
    let average_deal = Needed {
        by: used("average_deal").map(|deal| deal as f64),
        name: "the average deal".into(),
        widens: false,
    };
    let deals = divided(&new_revenue, average_deal);
    let opportunities = divided(&deals, needed("win_rate", "the win rate"));
    let sql = divided(
        &opportunities,
        needed("sql_to_opportunity", "the rate from SQL to opportunity"),
    );
    let sal = divided(&sql, needed("sal_to_sql", "the rate from accepted lead to SQL"));
    let mql = divided(&sal, needed("mql_to_sal", "the rate from MQL to accepted lead"));
    let part = |figure: &Figure| match (figure.value, rate("sourced_share")) {
        (Some(value), Some(share)) => Figure::of(value * share),
        (None, _) => figure.clone(),
        (_, None) => Figure::unknown("the share sourced by marketing is missing"),
    };

    let stage = |key: &str, label: &str, formula: &str, year: Figure| FunnelStage {
        key: key.into(),
        label: label.into(),
        formula: formula.into(),
        month: year
            .value
            .map_or_else(|| year.clone(), |value| Figure::of(value / 12.0)),
        year,
    };
    // A cycle beyond all bounds, in a file from before there were any, would ask for months without end.
    let shift_months = used("cycle_days")
        .filter(|days| (0..=bounds::MOST_CYCLE_DAYS).contains(days))
        .map(whole_months);
    let season = season::whole(&last.shape);
    FunnelView {
        funnel: funnel.clone(),
        sourced_revenue: part(&new_revenue),
        stages: vec![
            stage(
                "deals",
                "Deals to win",
                "New revenue ÷ average deal",
                deals.clone(),
            ),
            stage(
                "opportunities",
                "Opportunities",
                "Deals ÷ win rate",
                opportunities.clone(),
            ),
            stage(
                "sql",
                "Sales-qualified leads (SQL)",
                "Opportunities ÷ (SQL → opportunity)",
                sql.clone(),
            ),
            stage("sal", "Accepted leads (SAL)", "SQL ÷ (SAL → SQL)", sal.clone()),
            stage(
                "mql",
                "Marketing-qualified leads (MQL)",
                "SAL ÷ (MQL → SAL)",
                mql.clone(),
            ),
            stage(
                "marketing_sal",
                "Accepted leads from marketing",
                "SAL × share sourced by marketing",
                part(&sal),
            ),
            stage(
                "marketing_mql",
                "MQL from marketing",
                "MQL × share sourced by marketing",
                part(&mql),
            ),
        ],
        months: by_month(
            funnel,
            last,
            year,
            &deals,
            [&opportunities, &sql, &sal, &mql],
            shift_months,
        ),
        spread_problem: season
            .err()
            .filter(|_| funnel.spread == SplitBy::LastYear)
            .map(|why| format!("Spread evenly. {why}")),
        new_revenue,
        shift_months,
        inputs,
    }
}

/// Returns the cycle in whole months, to the nearest.
pub fn whole_months(days: i64) -> i64 {
    (days as f64 / DAYS_A_MONTH).round() as i64
}

/// What a number is divided by.
struct Needed {
    by: Option<f64>,
    name: String,
    /// Whether last year's counts cannot give it, because its funnel widens there.
    widens: bool,
}

fn divided(whole: &Figure, Needed { by, name, widens }: Needed) -> Figure {
    match (whole.value, by) {
        (None, _) => whole.clone(),
        (_, None) if widens => Figure::unknown(format!(
            "{name} is missing: last year’s funnel widens there and gives none"
        )),
        (_, None) => Figure::unknown(format!("{name} is missing")),
        (_, Some(0.0)) => Figure::unknown(format!("{name} is zero")),
        (Some(whole), Some(by)) => Figure::of(whole / by),
    }
}

/// Returns the seven inputs with last year's number beside ours.
pub(in crate::plan) fn inputs(funnel: &Funnel, last: &LookBack) -> Vec<FunnelInput> {
    let input = |key: &str,
                 label: &str,
                 formula: &str,
                 unit: Unit,
                 last_year: Figure,
                 ours: Option<i64>,
                 why: &str| {
        let because = last_year.because;
        let last_year = last_year.value.map(|value| value.round() as i64);
        FunnelInput {
            because,
            key: key.into(),
            label: label.into(),
            formula: formula.into(),
            unit,
            last_year,
            ours,
            used: ours.or(last_year),
            why: why.into(),
        }
    };
    let cycle = last.cycle_days.map_or_else(
        || Figure::unknown("the sales cycle is missing"),
        |days| Figure::of(days as f64),
    );
    vec![
        input(
            "average_deal",
            "Average deal",
            "Value of won deals ÷ number of won deals",
            Unit::Money,
            last_year::average_deal(last),
            funnel.average_deal,
            &funnel.average_deal_why,
        ),
        input(
            "win_rate",
            "Win rate",
            "Won ÷ (won + lost)",
            Unit::Percent,
            last_year::win_rate(last),
            funnel.win_rate,
            &funnel.win_rate_why,
        ),
        input(
            "sql_to_opportunity",
            "SQL → opportunity",
            "Opportunities ÷ SQL",
            Unit::Percent,
            last_year::share(last.opportunities, last.sql, "opportunities", "SQLs"),
            funnel.sql_to_opportunity,
            &funnel.sql_to_opportunity_why,
        ),
        input(
            "sal_to_sql",
            "SAL → SQL",
            "SQL ÷ accepted leads",
            Unit::Percent,
            last_year::share(last.sql, last.accepted, "SQLs", "accepted leads"),
            funnel.sal_to_sql,
            &funnel.sal_to_sql_why,
        ),
        input(
            "mql_to_sal",
            "MQL → SAL",
            "Accepted leads ÷ leads handed over",
            Unit::Percent,
            last_year::share(last.accepted, last.leads, "accepted leads", "leads"),
            funnel.mql_to_sal,
            &funnel.mql_to_sal_why,
        ),
        input(
            "sourced_share",
            "Sourced by marketing",
            "Revenue first brought by marketing ÷ revenue",
            Unit::Percent,
            last_year::sourced_share(last),
            funnel.sourced_share,
            &funnel.sourced_share_why,
        ),
        input(
            "cycle_days",
            "Sales cycle",
            "Median days from created to closed, won only",
            Unit::Days,
            cycle,
            funnel.cycle_days,
            &funnel.cycle_days_why,
        ),
    ]
}

/// Returns what each month needs: its own deals, and the leads behind the deals of the month one cycle later. The first
/// deals of the year need leads before it begins; those months stand in front. Empty when the deals or the cycle are
/// not known.
fn by_month(
    funnel: &Funnel,
    last: &LookBack,
    year: FiscalYear,
    deals: &Figure,
    stages: [&Figure; 4],
    shift: Option<i64>,
) -> Vec<FunnelMonth> {
    let (Some(deals), Some(shift)) = (deals.value, shift.and_then(|shift| i32::try_from(shift).ok())) else {
        return Vec::new();
    };
    let shares = shares(funnel, last);
    let share_of = |place: i32| -> f64 {
        usize::try_from(place)
            .ok()
            .and_then(|place| shares.get(place))
            .copied()
            .unwrap_or(0.0)
    };
    let [opportunities, sql, sal, mql] = stages.map(|figure| figure.value);
    (-shift..12)
        .map(|place| {
            let later = share_of(place + shift);
            let needed = |stage: Option<f64>| stage.map(|total| total * later);
            let first_day: NaiveDate = add_months(year.first_day(), place);
            FunnelMonth {
                first_day,
                before_the_year: place < 0,
                deals: if place < 0 { 0.0 } else { deals * share_of(place) },
                opportunities: needed(opportunities),
                sql: needed(sql),
                sal: needed(sal),
                mql: needed(mql),
            }
        })
        .collect()
}

/// Returns the share of each month in the year's revenue; the twelve add up to 1.
fn shares(funnel: &Funnel, last: &LookBack) -> Vec<f64> {
    let weights: &[i64] = match funnel.spread {
        SplitBy::Hand if funnel.by_hand.len() == 12 => &funnel.by_hand,
        SplitBy::LastYear if season::whole(&last.shape).is_ok() => &last.shape,
        _ => &[1; 12],
    };
    // Large whole parts keep the shares exact enough to add up to one, whatever the weights.
    split::apportion(1_000_000_000_000, weights)
        .into_iter()
        .map(|part| part as f64 / 1e12)
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ids::PlanId;
    use lockstep_workspace::error::Result;

    pub(crate) fn blank() -> (Funnel, LookBack) {
        crate::plan::actions::empty_numbers(&PlanId("p".into()))
    }

    fn stage(view: &FunnelView, key: &str) -> Option<f64> {
        view.stages
            .iter()
            .find(|stage| stage.key == key)
            .and_then(|stage| stage.year.value)
    }

    fn reason(view: &FunnelView, key: &str) -> String {
        view.stages
            .iter()
            .find(|stage| stage.key == key)
            .and_then(|stage| stage.year.because.clone())
            .unwrap_or_default()
    }

    #[test]
    fn the_worked_example_of_the_field_comes_out() -> Result<()> {
        let (mut funnel, last) = blank();
        funnel.revenue_goal = Some(1_200_000_00);
        funnel.renewals = Some(200_000_00);
        funnel.average_deal = Some(25_000_00);
        funnel.win_rate = Some(2_500);
        funnel.sql_to_opportunity = Some(8_000);
        funnel.sal_to_sql = Some(5_000);
        funnel.mql_to_sal = Some(5_000);
        let view = work_out(&funnel, &last, FiscalYear::new(2027, 1)?);
        for (key, expected) in [
            ("deals", 40.0),
            ("opportunities", 160.0),
            ("sql", 200.0),
            ("sal", 400.0),
            ("mql", 800.0),
        ] {
            assert_eq!(
                stage(&view, key).map(|value| (value * 1e6).round() / 1e6),
                Some(expected),
                "{key}"
            );
        }
        assert!(reason(&view, "marketing_mql").contains("share sourced by marketing is missing"));
        Ok(())
    }

    #[test]
    fn a_zero_or_missing_rate_gives_a_reason_and_no_number() -> Result<()> {
        let (mut funnel, last) = blank();
        let year = FiscalYear::new(2027, 1)?;
        assert!(reason(&work_out(&funnel, &last, year), "deals").contains("the revenue goal is missing"));
        funnel.revenue_goal = Some(100);
        assert!(reason(&work_out(&funnel, &last, year), "deals").contains("the average deal is missing"));
        funnel.average_deal = Some(10);
        funnel.win_rate = Some(0);
        let view = work_out(&funnel, &last, year);
        assert_eq!(stage(&view, "deals"), Some(10.0));
        assert_eq!(
            reason(&view, "mql"),
            "cannot be computed, because the win rate is zero"
        );
        Ok(())
    }

    prop_compose! {
        fn inputs_of_a_year()(goal in 1_i64..10_000_000_000_000, renewed in 0_i64..100, deal in 1_i64..1_000_000_000,
            win in 1_i64..=10_000, opp in 1_i64..=10_000, sql in 1_i64..=10_000, sal in 1_i64..=10_000, days in 0_i64..900,
            weights in prop::collection::vec(0_i64..1_000, 12)) -> Funnel {
            let (mut funnel, _) = blank();
            funnel.revenue_goal = Some(goal);
            funnel.renewals = Some(goal / 100 * renewed);
            funnel.average_deal = Some(deal);
            funnel.win_rate = Some(win);
            funnel.sql_to_opportunity = Some(opp);
            funnel.sal_to_sql = Some(sql);
            funnel.mql_to_sal = Some(sal);
            funnel.sourced_share = Some(4_000);
            funnel.cycle_days = Some(days);
            funnel.spread = SplitBy::Hand;
            funnel.by_hand = weights;
            funnel
        }
    }

    proptest! {
        #[test]
        fn going_forward_again_gives_the_revenue(funnel in inputs_of_a_year()) {
            let (_, last) = blank();
            let Ok(year) = FiscalYear::new(2027, 4) else { return Ok(()) };
            let view = work_out(&funnel, &last, year);
            let of = |rate: Option<i64>| rate.unwrap_or(0) as f64 / 10_000.0;
            let back = stage(&view, "mql").unwrap_or(0.0) * of(funnel.mql_to_sal) * of(funnel.sal_to_sql)
                * of(funnel.sql_to_opportunity) * of(funnel.win_rate) * funnel.average_deal.unwrap_or(0) as f64;
            let new = view.new_revenue.value.unwrap_or(0.0);
            prop_assert!((back - new).abs() <= new.abs() * 1e-9 + 1e-6, "{back} is not {new}");
        }

        #[test]
        fn a_better_rate_never_needs_more_leads(funnel in inputs_of_a_year(), better in 1_i64..5_000) {
            let (_, last) = blank();
            let Ok(year) = FiscalYear::new(2027, 4) else { return Ok(()) };
            let mut improved = funnel.clone();
            improved.win_rate = funnel.win_rate.map(|rate| (rate + better).min(10_000));
            let (worse, better) = (work_out(&funnel, &last, year), work_out(&improved, &last, year));
            for key in ["opportunities", "sql", "sal", "mql"] {
                prop_assert!(stage(&better, key) <= stage(&worse, key));
            }
        }

        #[test]
        fn the_months_carry_every_fraction_of_the_year(funnel in inputs_of_a_year()) {
            let (_, last) = blank();
            let Ok(year) = FiscalYear::new(2027, 4) else { return Ok(()) };
            let view = work_out(&funnel, &last, year);
            let total = stage(&view, "sal").unwrap_or(0.0);
            let months: f64 = view.months.iter().filter_map(|month| month.sal).sum();
            prop_assert!((months - total).abs() <= total * 1e-9 + 1e-9);
            let deals: f64 = view.months.iter().map(|month| month.deals).sum();
            let year_deals = stage(&view, "deals").unwrap_or(0.0);
            prop_assert!((deals - year_deals).abs() <= year_deals * 1e-9 + 1e-9);
            prop_assert_eq!(view.months.iter().filter(|month| !month.before_the_year).count(), 12);
        }
    }
}
