//! The funnel maths: what goes in, with last year beside ours; what each stage needs; and when.

use lockstep_core::plan::view::{FunnelInput, FunnelStage};
use lockstep_workspace::units::Unit;
use serde::Serialize;

use super::{Teller, teller::Counted};

/// The section.
#[derive(Serialize)]
pub struct Funnel {
    /// The finding in one sentence, or why there is none.
    pub finding: String,
    pub revenue_goal: Option<String>,
    pub renewals: Option<String>,
    pub new_revenue: Option<String>,
    pub new_revenue_because: Option<String>,
    pub sourced_revenue: Option<String>,
    pub sourced_because: Option<String>,
    pub inputs: Vec<Input>,
    pub stages: Vec<Stage>,
    pub months: Vec<Month>,
    /// How far leads come before deals.
    pub shift: Option<String>,
    /// Why the year is not spread over its months as was wished.
    pub spread_problem: Option<String>,
}

#[derive(Serialize)]
pub struct Input {
    pub label: String,
    pub formula: String,
    pub last_year: Option<String>,
    pub ours: Option<String>,
    pub used: Option<String>,
    pub why: String,
}

#[derive(Serialize)]
pub struct Stage {
    pub key: String,
    pub label: String,
    /// Its name where there is little room.
    pub short: String,
    pub formula: String,
    pub year: Counted,
    pub month: Option<String>,
    /// How long its bar is.
    pub value: Option<f64>,
    /// The rate by which it leads to the next stage towards the deals: "25 % become won deals".
    pub rate: Option<String>,
}

#[derive(Serialize)]
pub struct Month {
    pub label: String,
    pub short: String,
    pub before: bool,
    pub deals: f64,
    pub sal: Option<f64>,
    /// Deals, opportunities, SQL, SAL, MQL.
    pub cells: [Option<String>; 5],
}

/// Returns the section.
pub fn funnel(teller: &Teller) -> Funnel {
    let view = &teller.view.funnel;
    let used = |key: &str| {
        view.inputs
            .iter()
            .find(|input| input.key == key)
            .and_then(|input| input.used)
    };
    Funnel {
        finding: finding(teller),
        revenue_goal: teller.maybe(Unit::Money, view.funnel.revenue_goal),
        renewals: teller.maybe(Unit::Money, view.funnel.renewals),
        new_revenue: teller.figure(Unit::Money, &view.new_revenue),
        new_revenue_because: view.new_revenue.because.clone(),
        sourced_revenue: teller.figure(Unit::Money, &view.sourced_revenue),
        sourced_because: view.sourced_revenue.because.clone(),
        inputs: view.inputs.iter().map(|line| input(teller, line)).collect(),
        stages: view
            .stages
            .iter()
            .map(|line| {
                let rate = match line.key.as_str() {
                    "opportunities" => used("win_rate").map(|rate| (rate, "are won")),
                    "sql" => used("sql_to_opportunity").map(|rate| (rate, "become opportunities")),
                    "sal" => used("sal_to_sql").map(|rate| (rate, "become SQL")),
                    "mql" => used("mql_to_sal").map(|rate| (rate, "are accepted")),
                    _ => None,
                };
                stage(
                    teller,
                    line,
                    rate.map(|(rate, what)| format!("{} {what}", teller.words().rate(rate))),
                )
            })
            .collect(),
        months: months(teller),
        shift: view.shift_months.map(|shift| match shift {
            0 => "The cycle is shorter than a month: leads are needed in the month of their deals.".into(),
            1 => "Leads are needed one month before their deals.".into(),
            shift => format!(
                "Leads are needed {} months before their deals.",
                teller.words().count(shift)
            ),
        }),
        spread_problem: view.spread_problem.clone(),
    }
}

/// Returns the sentence that says what the year takes: "40 deals take 160 opportunities, 200 SQL, 400 SAL and 800 MQL.",
/// each with its exact number behind it where that has a fraction: "5,083 deals (5,082.8)".
fn finding(teller: &Teller) -> String {
    let stages = &teller.view.funnel.stages;
    let told: Vec<String> = stages
        .iter()
        .filter(|stage| !stage.key.starts_with("marketing_"))
        .map_while(|stage| {
            let counted = teller.counted(&stage.year);
            counted.is_known().then(|| counted.of(&noun(stage)))
        })
        .collect();
    match told.split_first() {
        Some((deals, [])) => format!("The goal takes {deals}."),
        Some((deals, [rest @ .., last])) => {
            let list = if rest.is_empty() {
                last.clone()
            } else {
                format!("{} and {last}", rest.join(", "))
            };
            format!("{deals} take {list}.")
        }
        None => {
            let because = stages.iter().find_map(|stage| stage.year.because.clone());
            because.map_or_else(
                || "No revenue goal has been set, so nothing can be computed yet.".into(),
                |because| format!("What the year takes {because}."),
            )
        }
    }
}

fn noun(stage: &FunnelStage) -> String {
    match stage.key.as_str() {
        "deals" => "deals".into(),
        "opportunities" => "opportunities".into(),
        "sql" => "SQL".into(),
        "sal" => "SAL".into(),
        "mql" => "MQL".into(),
        _ => stage.label.clone(),
    }
}

fn short(stage: &FunnelStage) -> String {
    match stage.key.as_str() {
        "deals" => "Deals".into(),
        "opportunities" => "Opportunities".into(),
        "sal" => "Accepted (SAL)".into(),
        _ => noun(stage),
    }
}

fn input(teller: &Teller, view: &FunnelInput) -> Input {
    Input {
        label: view.label.clone(),
        formula: view.formula.clone(),
        last_year: teller.maybe(view.unit, view.last_year),
        ours: teller.maybe(view.unit, view.ours),
        used: teller.maybe(view.unit, view.used),
        why: view.why.clone(),
    }
}

fn stage(teller: &Teller, view: &FunnelStage, rate: Option<String>) -> Stage {
    Stage {
        key: view.key.clone(),
        label: view.label.clone(),
        short: short(view),
        formula: view.formula.clone(),
        year: teller.counted(&view.year),
        month: view
            .month
            .value
            .filter(|value| value.is_finite())
            .map(|value| teller.words().decimal(value, 1)),
        value: view.year.value.filter(|value| value.is_finite()),
        rate,
    }
}

fn months(teller: &Teller) -> Vec<Month> {
    let view = &teller.view.funnel;
    let shift = view
        .shift_months
        .and_then(|shift| usize::try_from(shift).ok())
        .unwrap_or(0);
    let one_decimal = |value: Option<f64>| {
        value
            .filter(|value| value.is_finite())
            .map(|value| teller.words().decimal(value, 1))
    };
    view.months
        .iter()
        .enumerate()
        .map(|(place, line)| {
            // Leads of the last months stand behind deals of the next year; a month before the year closes no deal of it.
            let leads = |value: Option<f64>| value.filter(|_| place + shift < view.months.len());
            let deals = Some(line.deals).filter(|_| !line.before_the_year);
            Month {
                label: teller.words().month(line.first_day),
                short: teller.words().short_month(line.first_day),
                before: line.before_the_year,
                deals: line.deals,
                sal: leads(line.sal),
                cells: [
                    deals,
                    leads(line.opportunities),
                    leads(line.sql),
                    leads(line.sal),
                    leads(line.mql),
                ]
                .map(one_decimal),
            }
        })
        .collect()
}
