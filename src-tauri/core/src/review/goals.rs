//! How the joint goals fare: what the files tell of each, or what a person entered, against what the plan asks for by now.

use std::{collections::HashMap, sync::Arc};

use chrono::NaiveDate;
use lockstep_workspace::{
    agreements::queries,
    calendar::{FiscalYear, add_months},
    context::{Query, ReadContext},
    error::Result,
    rows,
    units::Unit,
    words::Words,
    worksheet::{DaySpan, ReviewDays},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    GoalReading,
    rules::{
        forecast::{Forecast, MONTHS_NEEDED, WholeMonth, forecast},
        pace::{GoalStatus, asked_by, is_over, reached},
    },
};
use crate::{
    definition::{PromiseKind, attainment::PromisesKept},
    ids::{GoalReadingId, ListItemId},
    leads::{
        activity::{Activity, MonthlyActivity},
        period_numbers::PeriodNumber,
        rules::{Rate, SMALL},
    },
    plan::{
        Goal, LookBack, Plan,
        rules::split::split,
        subject::{PLAN, plan_that_holds},
    },
    scorecard::{Direction, Metric},
};

/// A month of a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GoalMonth {
    /// Its first day.
    pub first_day: NaiveDate,
    /// What the plan asks for in it.
    pub asked: Option<i64>,
    /// What was reached; nothing where that is not known.
    pub actual: Option<i64>,
    /// Whether it is over, as far as the numbers reach.
    pub is_whole: bool,
}

/// Where the number of a goal comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "from")]
pub enum GoalSource {
    /// The imported files tell it.
    Leads,
    /// A person entered it.
    Reading {
        /// As of which day, where anybody did.
        day: Option<NaiveDate>,
        /// Where it comes from.
        note: String,
        /// What names it, so that it can be taken back.
        #[serde(default)]
        id: Option<GoalReadingId>,
    },
}

/// How a goal fares. Numbers are in the smallest step of its unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GoalLine {
    /// The goal.
    pub goal: ListItemId,
    /// What it is called.
    pub name: String,
    /// What it measures.
    pub metric: Metric,
    /// In what it is counted.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Direction,
    /// Whether its months add up to the year.
    pub adds_up: bool,
    /// The formula in words.
    pub formula: String,
    /// Where the plan says the number comes from.
    pub source: String,
    /// Where it came from here.
    pub measured: GoalSource,
    /// What the year aims at.
    pub target: Option<i64>,
    /// What the period asks for.
    pub period_asked: Option<i64>,
    /// What was reached in the period.
    pub period_actual: Option<i64>,
    /// On how many that rests, where it is a rate or an average.
    pub period_n: Option<i64>,
    /// The part of what the period asks for that was reached, in hundredths of a percent.
    pub period_reached: Option<i64>,
    /// What the year asks for until the day to which the numbers reach.
    pub asked: Option<i64>,
    /// What was reached in the year.
    pub actual: Option<i64>,
    /// On how many it rests, where it is a rate or an average.
    pub n: Option<i64>,
    /// Whether those are few.
    pub is_small: bool,
    /// The day to which the numbers reach.
    pub until: Option<NaiveDate>,
    /// The part of what is asked for that was reached, in hundredths of a percent.
    pub reached: Option<i64>,
    /// How it fares.
    pub status: Option<GoalStatus>,
    /// Why nothing can be said of it; nothing where something can.
    pub because: Option<String>,
    /// Month by month.
    pub months: Vec<GoalMonth>,
    /// What comes of the year.
    pub forecast: Option<Forecast>,
    /// Why there is no forecast; nothing where there is one.
    pub no_forecast: Option<String>,
}

/// The goals of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GoalsPart {
    /// The goals.
    pub goals: Vec<GoalLine>,
    /// The version of the plan whose goals they are; nothing while none is in force: then they are the draft's.
    pub version: Option<u32>,
    /// What is to be known beside them, in sentences.
    pub notes: Vec<String>,
}

/// A number over some days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Number {
    value: Option<i64>,
    n: Option<i64>,
    because: Option<String>,
}

impl Number {
    fn of(value: Option<i64>, because: Option<&str>) -> Self {
        Self {
            because: because.filter(|_| value.is_none()).map(str::to_owned),
            value,
            n: None,
        }
    }

    fn rate(rate: Rate) -> Self {
        Self {
            value: rate.basis_points.map(nearest),
            n: Some(rate.n),
            because: rate.because.map(str::to_owned),
        }
    }
}

fn nearest(value: f64) -> i64 {
    value.round() as i64
}

/// Returns how the goals of a fiscal year fare.
///
/// # Errors
/// `Damaged` when what stands in the file cannot be read.
pub fn goals(reader: &ReadContext, year: FiscalYear, days: &ReviewDays) -> Result<GoalsPart> {
    let Some(plan) = rows::all::<Plan>(reader, "WHERE year = ?1", [year.number()])?.pop() else {
        return Ok(GoalsPart {
            goals: Vec::new(),
            version: None,
            notes: vec![format!(
                "There is no plan {} yet, so there are no goals to look at.",
                year.label()
            )],
        });
    };
    let versions = queries::standing(reader, &PLAN, plan.id.as_str())?;
    let version = versions
        .iter()
        .filter(|version| version.in_force_since.is_some())
        .filter_map(|version| version.version)
        .max();
    let content = plan_that_holds(reader, &plan.id)?;
    let measuring = Measuring {
        activity: MonthlyActivity::of(reader)?,
        readings: readings(reader)?,
        reader,
        year,
        days,
    };
    let goals = content
        .goals
        .iter()
        .map(|goal| measuring.line(&Aim::of(goal, &content.look_back)))
        .collect::<Result<Vec<_>>>()?;
    let mut notes = Vec::new();
    if version.is_none() {
        notes.push(format!(
            "Plan {} is not signed yet: these are the goals of the draft.",
            year.label()
        ));
    }
    notes.extend(measuring.reach(&goals)?);
    Ok(GoalsPart {
        goals,
        version,
        notes,
    })
}

fn readings(reader: &ReadContext) -> Result<HashMap<ListItemId, Vec<GoalReading>>> {
    let all: Vec<GoalReading> = rows::all(reader, "ORDER BY day, id", [])?;
    let mut by_goal: HashMap<ListItemId, Vec<GoalReading>> = HashMap::new();
    for reading in all {
        by_goal.entry(reading.goal.clone()).or_default().push(reading);
    }
    Ok(by_goal)
}

/// Everything that a goal is measured by.
struct Measuring<'r, 'w> {
    reader: &'r ReadContext<'w>,
    year: FiscalYear,
    days: &'r ReviewDays,
    activity: Arc<MonthlyActivity>,
    readings: HashMap<ListItemId, Vec<GoalReading>>,
}

/// What was measured of a goal.
struct Measured {
    source: GoalSource,
    until: Option<NaiveDate>,
    to_date: Number,
    period: Number,
    months: Vec<Option<i64>>,
}

/// What a goal is about and what it asks for: as the plan says it, or as a worksheet that was closed kept it.
struct Aim {
    goal: ListItemId,
    name: String,
    metric: Metric,
    unit: Unit,
    direction: Direction,
    adds_up: bool,
    formula: String,
    source: String,
    target: Option<i64>,
    /// What each month asks for; nothing where the goal has no target.
    parts: Option<Vec<i64>>,
}

impl Aim {
    fn of(goal: &Goal, look_back: &LookBack) -> Self {
        Self {
            goal: goal.id.clone(),
            name: goal.name.clone(),
            metric: goal.metric,
            unit: goal.unit,
            direction: goal.direction,
            adds_up: goal.adds_up,
            formula: goal.formula.clone(),
            source: goal.source.clone(),
            target: goal.target,
            parts: split(goal, &look_back.shape).map(|split| split.months),
        }
    }

    fn kept(line: &GoalLine) -> Self {
        Self {
            goal: line.goal.clone(),
            name: line.name.clone(),
            metric: line.metric,
            unit: line.unit,
            direction: line.direction,
            adds_up: line.adds_up,
            formula: line.formula.clone(),
            source: line.source.clone(),
            target: line.target,
            parts: line.months.iter().map(|month| month.asked).collect(),
        }
    }
}

/// Returns the goals of a worksheet as they would be measured now, asking for what they asked for then. What a person entered stays.
///
/// # Errors
/// `Damaged` when what stands in the file cannot be read.
pub(super) fn measured_again(
    reader: &ReadContext,
    year: FiscalYear,
    days: &ReviewDays,
    then: &GoalsPart,
) -> Result<GoalsPart> {
    let measuring = Measuring {
        activity: MonthlyActivity::of(reader)?,
        readings: HashMap::new(),
        reader,
        year,
        days,
    };
    let goals = then.goals.iter().map(|line| match line.measured {
        GoalSource::Leads => measuring.line(&Aim::kept(line)),
        GoalSource::Reading { .. } => Ok(line.clone()),
    });
    let goals = goals.collect::<Result<Vec<_>>>()?;
    let notes = measuring.reach(&goals)?;
    let others = then
        .notes
        .iter()
        .filter(|note| ![BEGIN, REACH].iter().any(|begin| note.starts_with(begin)));
    Ok(GoalsPart {
        version: then.version,
        notes: others.cloned().chain(notes).collect(),
        goals,
    })
}

/// How a note begins that says from which day the files tell anything.
const BEGIN: &str = "The imported files begin on";

/// How a note begins that says to which day the files reach.
const REACH: &str = "The imported files reach until";

impl Measuring<'_, '_> {
    /// Says from which day on the files tell anything, and to which they reach, where that is not the whole time that is looked at.
    fn reach(&self, goals: &[GoalLine]) -> Result<Vec<String>> {
        if !goals.iter().any(|goal| goal.measured == GoalSource::Leads) {
            return Ok(Vec::new());
        }
        let words = Words::new(&self.reader.company()?);
        let from = self.activity.begins_after(self.year.first_day());
        let from = from.map(|from| {
            format!(
                "{BEGIN} {}. What happened before is not known and not counted.",
                words.day(from)
            )
        });
        let until = self.until().filter(|until| *until < self.days.as_of);
        let until = until.map(|until| {
            format!(
                "{REACH} {}. What they tell is held against what was asked for until then.",
                words.day(until)
            )
        });
        Ok(from.into_iter().chain(until).collect())
    }

    /// Returns the day to which the files reach, as far as that is looked at.
    fn until(&self) -> Option<NaiveDate> {
        let told = self.activity.told_until?;
        let quiet = (self.days.as_of - told).num_days();
        Some(match quiet {
            ..=MonthlyActivity::QUIET_DAYS => self.days.as_of,
            _ => told,
        })
    }

    fn line(&self, aim: &Aim) -> Result<GoalLine> {
        let firsts = self.year.months();
        let measured = if is_told_by_leads(aim.metric) {
            self.told_by_leads(aim)?
        } else {
            self.entered(aim, &firsts)
        };
        let parts = aim.parts.as_deref();
        let asked = parts.zip(measured.until).and_then(|(parts, until)| {
            if aim.adds_up {
                Some(asked_by(until, &firsts, parts))
            } else {
                holds_on(until, &firsts, parts)
            }
        });
        let period_asked = parts.and_then(|parts| {
            if aim.adds_up {
                Some(asked_within(self.days.now, &firsts, parts))
            } else {
                holds_on(self.days.now.to, &firsts, parts)
            }
        });
        let months: Vec<GoalMonth> = firsts
            .iter()
            .enumerate()
            .map(|(place, first)| GoalMonth {
                first_day: *first,
                asked: parts.and_then(|parts| parts.get(place).copied()),
                actual: measured.months.get(place).copied().flatten(),
                is_whole: measured.until.is_some_and(|until| is_over(*first, until)),
            })
            .collect();
        let actual = measured.to_date.value;
        let is_asked = |asked: &i64| !aim.adds_up || *asked != 0;
        let reached_by_now = actual
            .zip(asked.filter(is_asked))
            .and_then(|(actual, asked)| reached(actual, asked, aim.direction));
        let is_period_over = measured.until.is_some_and(|until| self.days.now.to <= until);
        let period_reached = measured
            .period
            .value
            .zip(period_asked.filter(is_asked))
            .filter(|_| is_period_over)
            .and_then(|(actual, asked)| reached(actual, asked, aim.direction));
        let (forecast, no_forecast) = self.forecast(aim, &months, actual, asked);
        Ok(GoalLine {
            goal: aim.goal.clone(),
            name: aim.name.clone(),
            metric: aim.metric,
            unit: aim.unit,
            direction: aim.direction,
            adds_up: aim.adds_up,
            formula: aim.formula.clone(),
            source: aim.source.clone(),
            measured: measured.source,
            target: aim.target,
            period_asked,
            period_actual: measured.period.value,
            period_n: measured.period.n,
            period_reached,
            asked,
            actual,
            is_small: measured.to_date.n.is_some_and(|n| n < SMALL),
            n: measured.to_date.n,
            until: measured.until,
            reached: reached_by_now,
            status: reached_by_now.map(GoalStatus::of),
            because: match (aim.target, actual, asked) {
                (_, None, _) => measured.to_date.because,
                (None, ..) => Some("The plan gives it no target.".into()),
                (_, _, Some(0)) if aim.adds_up => Some("Nothing is asked for yet.".into()),
                _ => None,
            },
            months,
            forecast,
            no_forecast,
        })
    }

    /// Returns the days of the year up to that to which the files reach; nothing where that is before the year.
    fn to_date(&self, until: NaiveDate) -> Option<DaySpan> {
        (self.year.first_day() <= until).then(|| DaySpan {
            from: self.year.first_day(),
            to: until.min(self.year.last_day()),
        })
    }

    fn told_by_leads(&self, aim: &Aim) -> Result<Measured> {
        let until = self.until();
        let nothing = |because: &str| Measured {
            source: GoalSource::Leads,
            until: None,
            to_date: Number::of(None, Some(because)),
            period: Number::default(),
            months: Vec::new(),
        };
        let Some(until) = until else {
            return Ok(nothing("Nothing was imported yet."));
        };
        let Some(to_date) = self.to_date(until) else {
            return Ok(nothing("The imported files do not reach into this year."));
        };
        let months = self
            .year
            .months()
            .into_iter()
            .map(|first| {
                if first > until {
                    return Ok(None);
                }
                Ok(self
                    .number(
                        aim.metric,
                        DaySpan {
                            from: first,
                            to: last_of(first),
                        },
                    )?
                    .value)
            })
            .collect::<Result<Vec<_>>>()?;
        let period = if self.days.now.from <= until {
            self.number(aim.metric, self.days.now)?
        } else {
            Number::default()
        };
        Ok(Measured {
            source: GoalSource::Leads,
            until: Some(until),
            to_date: self.number(aim.metric, to_date)?,
            period,
            months,
        })
    }

    fn number(&self, metric: Metric, span: DaySpan) -> Result<Number> {
        if metric == Metric::SpeedToLead {
            return self.speed_to_lead(span);
        }
        Ok(number_of(metric, &self.activity.over(span)?))
    }

    fn speed_to_lead(&self, span: DaySpan) -> Result<Number> {
        let kept = PromisesKept {
            from: Some(span.from),
            to: Some(span.to),
        }
        .answer(self.reader)?;
        let first_touch = kept
            .sides
            .iter()
            .flat_map(|side| &side.promises)
            .find(|promise| promise.kind == PromiseKind::FirstTouch);
        Ok(match first_touch {
            Some(promise) => Number {
                because: promise.why_not.clone(),
                ..Number::rate(promise.kept)
            },
            None => Number::of(
                None,
                Some("The definition promises no time within which a lead is contacted."),
            ),
        })
    }

    /// A reading says where a goal stands on its day. Of a goal that adds up, a month is the difference of two readings on the last
    /// days of months; what lies between is not made up.
    fn entered(&self, aim: &Aim, firsts: &[NaiveDate]) -> Measured {
        let end = self.days.as_of.min(self.year.last_day());
        let readings: Vec<&GoalReading> = self
            .readings
            .get(&aim.goal)
            .into_iter()
            .flatten()
            .filter(|reading| reading.unit == aim.unit)
            .filter(|reading| self.year.first_day() <= reading.day && reading.day <= end)
            .collect();
        let on = |day: NaiveDate| {
            readings
                .iter()
                .find(|reading| reading.day == day)
                .map(|reading| reading.value)
        };
        let before = |first: NaiveDate| {
            if first == self.year.first_day() {
                Some(0)
            } else {
                first.pred_opt().and_then(on)
            }
        };
        let months = firsts.iter().map(|first| {
            let end = on(last_of(*first))?;
            if aim.adds_up {
                before(*first).map(|start| end - start)
            } else {
                Some(end)
            }
        });
        let period = on(self.days.now.to).and_then(|end| {
            if aim.adds_up {
                before(self.days.now.from).map(|start| end - start)
            } else {
                Some(end)
            }
        });
        let last = readings.last();
        Measured {
            source: GoalSource::Reading {
                day: last.map(|reading| reading.day),
                note: last.map(|reading| reading.note.clone()).unwrap_or_default(),
                id: last.map(|reading| reading.id.clone()),
            },
            until: last.map(|reading| reading.day),
            to_date: Number::of(
                last.map(|reading| reading.value),
                Some("No file tells this number. Enter it as of a day."),
            ),
            period: Number::of(period, None),
            months: months.collect(),
        }
    }

    fn forecast(
        &self,
        aim: &Aim,
        months: &[GoalMonth],
        actual: Option<i64>,
        asked: Option<i64>,
    ) -> (Option<Forecast>, Option<String>) {
        let no = |why: &str| (None, Some(why.to_owned()));
        if !aim.adds_up {
            return no("It does not add up over the year, so there is no run rate to go by.");
        }
        let (Some(target), Some(actual), Some(asked)) = (aim.target, actual, asked) else {
            return no("It needs a target and a number.");
        };
        let over = months.iter().filter(|month| month.is_whole);
        let known: Option<Vec<WholeMonth>> = over
            .map(|month| {
                Some(WholeMonth {
                    asked: month.asked?,
                    actual: month.actual?,
                })
            })
            .collect();
        let Some(known) = known else {
            return no("It needs the number at the end of each month.");
        };
        match forecast(&known, target - asked, actual) {
            Some(found) => (Some(found), None),
            None => (
                None,
                Some(format!(
                    "Too early: it takes {MONTHS_NEEDED} whole months in which something was asked for."
                )),
            ),
        }
    }
}

fn last_of(first: NaiveDate) -> NaiveDate {
    add_months(first, 1).pred_opt().unwrap_or(first)
}

/// Returns what a goal that does not add up asks for on a day.
fn holds_on(day: NaiveDate, firsts: &[NaiveDate], parts: &[i64]) -> Option<i64> {
    let month = firsts.partition_point(|first| *first <= day).checked_sub(1)?;
    parts.get(month).copied()
}

/// Returns what is asked for in the months of a period.
fn asked_within(span: DaySpan, firsts: &[NaiveDate], parts: &[i64]) -> i64 {
    let parts = firsts.iter().zip(parts);
    parts
        .filter(|(first, _)| span.from <= **first && **first <= span.to)
        .map(|(_, part)| part)
        .sum()
}

/// Returns whether imported files can tell a metric.
#[must_use]
pub fn is_told_by_leads(metric: Metric) -> bool {
    match metric {
        Metric::QualifiedLeads
        | Metric::AcceptedValue
        | Metric::MarketingLeads
        | Metric::SalesQualifiedLeads
        | Metric::Opportunities
        | Metric::WonDeals
        | Metric::Revenue
        | Metric::SourcedRevenue
        | Metric::InfluencedRevenue
        | Metric::AcceptanceRate
        | Metric::MqlToSql
        | Metric::WinRate
        | Metric::AverageDeal
        | Metric::CycleDays
        | Metric::SpeedToLead
        | Metric::LostOrIgnored
        | Metric::CostPerQualifiedLead => true,
        // Coverage looks ahead and feedback has no one formula in exports; customers stand in none of them.
        Metric::PipelineCoverage
        | Metric::FeedbackRate
        | Metric::CustomerRetention
        | Metric::CustomerSatisfaction
        | Metric::CustomersOnTime
        | Metric::CustomerReferences
        | Metric::RenewalRevenue
        | Metric::Own => false,
    }
}

fn number_of(metric: Metric, activity: &Activity) -> Number {
    let number = match metric {
        Metric::QualifiedLeads => activity.accepted(),
        Metric::AcceptedValue => activity.accepted_value(),
        Metric::MarketingLeads => activity.leads(),
        Metric::SalesQualifiedLeads => match activity.handed_over.converted {
            Rate {
                because: Some(why), ..
            } if activity.handed_over.leads > 0 => PeriodNumber::of(None, Some(why)),
            converted => PeriodNumber::of(Some(converted.part), None),
        },
        Metric::Opportunities => PeriodNumber::of(Some(activity.created.opportunities), None),
        Metric::WonDeals => activity.won(),
        Metric::Revenue => activity.won_value(),
        Metric::SourcedRevenue => activity.sourced_value(),
        Metric::InfluencedRevenue => activity.influenced_value(),
        Metric::AcceptanceRate => activity.acceptance(),
        Metric::MqlToSql => activity.converted(),
        Metric::WinRate => activity.win_rate(),
        Metric::AverageDeal => activity.average_deal(),
        Metric::CycleDays => activity.cycle_days(),
        Metric::LostOrIgnored => activity.lost_or_ignored(),
        Metric::CostPerQualifiedLead => activity.cost_per_accepted(),
        _ => PeriodNumber::default(),
    };
    Number {
        n: number.n,
        ..Number::of(number.value, number.because)
    }
}
