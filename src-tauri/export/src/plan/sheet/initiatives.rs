//! What will be done: the initiatives under marketing's five buckets, over the year, against what the maths asks and
//! what the budget allows.

use chrono::{Days, NaiveDate};
use lockstep_core::plan::{Initiative as Row, view::BucketSum};
use lockstep_workspace::units::Unit;
use serde::Serialize;

use super::{Teller, teller::Named};

/// The section.
#[derive(Serialize)]
pub struct Initiatives {
    pub groups: Vec<Group>,
    pub count: usize,
    pub budget: String,
    pub leads: String,
    /// Expected against asked, in one sentence.
    pub against: String,
}

#[derive(Serialize)]
pub struct Group {
    pub name: String,
    pub budget: String,
    pub leads: String,
    pub lines: Vec<Line>,
}

#[derive(Serialize)]
pub struct Line {
    pub name: String,
    pub owner: Option<Named>,
    pub when: Option<String>,
    pub goal: Option<String>,
    pub budget: Option<String>,
    pub leads: Option<String>,
    /// Where its bar begins and ends, as parts of the year.
    pub bar: Option<(f64, f64)>,
}

/// The year's budget and where it goes.
#[derive(Serialize)]
pub struct Budget {
    pub year: Option<String>,
    pub planned: String,
    pub left: Option<String>,
    /// Whether more is planned than there is.
    pub over: bool,
    /// The part of the year's budget that is planned.
    pub share: Option<f64>,
    pub buckets: Vec<Spent>,
}

#[derive(Serialize)]
pub struct Spent {
    pub name: String,
    pub count: String,
    pub budget: String,
    pub leads: String,
    /// Its part of all that is planned.
    pub share: f64,
}

/// Returns the section.
pub fn initiatives(teller: &Teller) -> Initiatives {
    let view = &teller.view.initiatives;
    Initiatives {
        groups: view
            .buckets
            .iter()
            .map(|sum| Group {
                name: sum.name.clone(),
                budget: teller.words().money(sum.budget),
                leads: teller.words().count(sum.expected_leads),
                lines: view
                    .lines
                    .iter()
                    .filter(|row| row.bucket == sum.bucket)
                    .map(|row| line(teller, row))
                    .collect(),
            })
            .collect(),
        count: view.lines.len(),
        budget: teller.words().money(view.budget),
        leads: teller.words().count(view.expected_leads),
        against: against(teller),
    }
}

fn against(teller: &Teller) -> String {
    let view = &teller.view.initiatives;
    let expected = teller.words().count(view.expected_leads);
    let asked = teller.counted(&view.asked_leads);
    match &view.asked_leads.because {
        None => format!(
            "{expected} accepted leads are expected of them; the funnel maths asks for {}.",
            asked.of("accepted leads")
        ),
        Some(because) => format!(
            "{expected} accepted leads are expected of them. How many the funnel maths asks for {because}."
        ),
    }
}

fn line(teller: &Teller, row: &Row) -> Line {
    Line {
        name: row.name.clone(),
        owner: teller.person(row.owner.as_ref()),
        when: when(teller, row.starts, row.ends),
        goal: teller.goal_name(row.goal.as_ref()),
        budget: teller.maybe(Unit::Money, row.budget),
        leads: teller.maybe(Unit::Count, row.expected_leads),
        bar: bar(teller, row),
    }
}

/// Returns when it runs: the whole year or a quarter by its name, else its days.
fn when(teller: &Teller, starts: Option<NaiveDate>, ends: Option<NaiveDate>) -> Option<String> {
    let words = teller.words();
    match (starts, ends) {
        (Some(first), Some(last)) if (first, last) == (teller.view.first_day, teller.view.last_day) => {
            Some("all year".into())
        }
        (Some(first), Some(last)) => Some(quarter(teller, first, last).unwrap_or_else(|| {
            if first == last {
                words.day(first)
            } else {
                format!("{} – {}", words.day(first), words.day(last))
            }
        })),
        (Some(first), None) => Some(format!("from {}", words.day(first))),
        (None, Some(last)) => Some(format!("until {}", words.day(last))),
        (None, None) => None,
    }
}

fn quarter(teller: &Teller, first: NaiveDate, last: NaiveDate) -> Option<String> {
    let view = teller.view;
    let starts: Vec<NaiveDate> = view.months.iter().step_by(3).copied().collect();
    let begins = starts.iter().position(|day| *day == first)?;
    let next = starts
        .get(begins + 1)
        .copied()
        .or_else(|| view.last_day.succ_opt())?;
    (last.succ_opt()? == next).then(|| view.quarters.get(begins).cloned())?
}

/// Returns where the bar lies within the year; what is open at one end runs to the year's.
fn bar(teller: &Teller, row: &Row) -> Option<(f64, f64)> {
    let view = teller.view;
    if row.starts.is_none() && row.ends.is_none() {
        return None;
    }
    let end = view.last_day.checked_add_days(Days::new(1))?;
    let year = (end - view.first_day).num_days() as f64;
    let part = |day: NaiveDate| ((day - view.first_day).num_days() as f64 / year).clamp(0.0, 1.0);
    let from = row.starts.map_or(0.0, part);
    let to = row.ends.and_then(|last| last.succ_opt()).map_or(1.0, part);
    (from < to).then_some((from, to))
}

/// Returns the year's budget and where it goes.
pub fn budget(teller: &Teller) -> Budget {
    let view = &teller.view.initiatives;
    let year = teller.view.plan.budget;
    Budget {
        year: teller.maybe(Unit::Money, year),
        planned: teller.words().money(view.budget),
        left: view
            .budget_left
            .map(|left| teller.words().money(left.saturating_abs())),
        over: view.budget_left.is_some_and(|left| left < 0),
        share: year.and_then(|year| share(view.budget, year)),
        buckets: view
            .buckets
            .iter()
            .map(|sum| spent(teller, sum, view.budget))
            .collect(),
    }
}

fn spent(teller: &Teller, sum: &BucketSum, all: i64) -> Spent {
    Spent {
        name: sum.name.clone(),
        count: teller.words().count(sum.count),
        budget: teller.words().money(sum.budget),
        leads: teller.words().count(sum.expected_leads),
        share: share(sum.budget, all).unwrap_or_default(),
    }
}

/// Returns which part of the whole it is, from 0 to 1; nothing when there is no whole.
fn share(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| (part as f64 / whole as f64).clamp(0.0, 1.0))
}
