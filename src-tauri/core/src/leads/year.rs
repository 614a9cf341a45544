//! What the leads say of one fiscal year, for the plan's look back.

use std::{collections::BTreeMap, ops::Range};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    columns::{DayNumber, LeadColumns, UNKNOWN_DAY, day_number, lead_columns},
    marketing::Marketing,
    parts::{cores, side_by_side},
    period::Period,
    rules::{Known, Rate},
    terms::{Acceptance, Outcome},
};
use crate::{
    bounds,
    calendar::FiscalYear,
    context::{Action, Query, ReadContext, Transaction},
    error::{Error, Result},
    ids::PlanId,
    middle::middle,
    plan::{
        LookBack, Plan,
        look_back::Taken,
        rules::{checks, last_year, season},
    },
    rows,
    words::Words,
};

/// Says what the leads and opportunities tell of a fiscal year, in the numbers of the look back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeadYear {
    /// The number of the fiscal year.
    pub year: i32,
}

/// A fiscal year as the leads tell it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LeadYearView {
    /// The number of the fiscal year.
    pub year: i32,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// Leads handed over in the year; where that day is not known, those that came in.
    pub leads: Option<i64>,
    /// Leads that sales accepted in the year; where that day is not known, of those handed over in it.
    pub accepted: Option<i64>,
    /// Leads handed over in the year that have an opportunity. No export says at which leads the need was confirmed; these
    /// are sure.
    pub sql: Option<i64>,
    /// Opportunities created in the year; where that day is not known, closed in it.
    pub opportunities: Option<i64>,
    /// Opportunities won in the year.
    pub won: Option<i64>,
    /// Opportunities lost in the year.
    pub lost: Option<i64>,
    /// The value of what was won in the year, in minor units.
    pub revenue: Option<i64>,
    /// The part of it whose original source is marketing's, in minor units.
    pub sourced_revenue: Option<i64>,
    /// Opportunities won in the year of which no value is known. Where there are any, revenue is not known either.
    pub won_without_value: i64,
    /// What was won ÷ number of won opportunities, of those whose value is known, in minor units, not rounded.
    pub average_deal: Option<f64>,
    /// Won ÷ (won + lost), closed in the year.
    pub win_rate: Rate,
    /// The middle number of days from created (where that is not known: from when the lead came in) to closed, of what was
    /// won in the year and did not close before it began.
    pub cycle_days: Option<f64>,
    /// The leads handed over in each of the twelve months; empty when there were none.
    pub shape: Vec<i64>,
    /// Why a number is missing, by its name.
    pub because: BTreeMap<&'static str, String>,
}

impl Query for LeadYear {
    type Answer = LeadYearView;

    fn answer(self, reader: &ReadContext) -> Result<LeadYearView> {
        let company = reader.company()?;
        let year = FiscalYear::new(self.year, company.fiscal_start)?;
        let columns = lead_columns(reader)?;
        let marketing = Marketing::of(reader, &columns)?;
        let asked = (year, marketing, company);
        let told = columns.remembered.answer(asked, |(year, marketing, company)| {
            told(*year, &columns, marketing, &Words::new(company))
        });
        Ok(LeadYearView::clone(&told))
    }
}

/// Why a sum of values is not told although all of them are known.
const TOO_LARGE: &str = "The values of what was won are more together than Lockstep can count: look for a digit too many in one of them.";

#[derive(Default)]
struct Told {
    leads: i64,
    accepted: i64,
    converted: i64,
    shape: [i64; 12],
    opportunities: i64,
    won: i64,
    lost: i64,
    valued: i64,
    revenue: i128,
    sourced: i128,
    cycles: Vec<i32>,
}

fn told(year: FiscalYear, columns: &LeadColumns, marketing: &Marketing, words: &Words) -> LeadYearView {
    let days = Period::of(Some(year.first_day()), Some(year.last_day()));
    let decided = columns.decision_days();
    let counting = Counting {
        columns,
        decided: &decided,
        days,
        months: year.months().into_iter().map(day_number).collect(),
    };
    let mut told = side_by_side(
        cores(),
        |part| counting.leads(part.of(columns.rows())),
        Told::with_leads_of,
    );
    told.count_deals(columns, marketing, days);
    let known = Known {
        marketing: marketing.is_known,
        ..*columns.known()
    };
    told.view(year, known, words)
}

fn known(day: DayNumber) -> Option<DayNumber> {
    (day != UNKNOWN_DAY).then_some(day)
}

/// Leads and what is counted of them.
struct Counting<'c> {
    columns: &'c LeadColumns,
    /// The day on which sales decided on each.
    decided: &'c [DayNumber],
    days: Period,
    /// The first days of the months.
    months: Vec<DayNumber>,
}

impl Counting<'_> {
    fn leads(&self, rows: Range<usize>) -> Told {
        fn of<'c, T>(column: &'c [T], rows: &Range<usize>) -> std::slice::Iter<'c, T> {
            column.get(rows.clone()).unwrap_or_default().iter()
        }
        let columns = self.columns;
        let leads = of(&columns.handed_over_on, &rows)
            .zip(of(&columns.created_on, &rows))
            .zip(of(&columns.standing, &rows).zip(of(self.decided, &rows)));
        let mut told = Told::default();
        for ((handed_over, created), (standing, decided)) in leads {
            let day = known(*handed_over).unwrap_or(*created);
            if self.days.holds(day) {
                told.leads += 1;
                told.converted += i64::from(standing.is_converted());
                let month = self.months.partition_point(|first| *first <= day);
                if let Some(slot) = month.checked_sub(1).and_then(|month| told.shape.get_mut(month)) {
                    *slot += 1;
                }
            }
            if standing.decision() == Acceptance::Accepted {
                told.accepted += i64::from(self.days.holds(known(*decided).unwrap_or(day)));
            }
        }
        told
    }
}

impl Told {
    /// Returns the leads of both together.
    fn with_leads_of(mut self, other: Self) -> Self {
        self.leads += other.leads;
        self.accepted += other.accepted;
        self.converted += other.converted;
        for (count, more) in self.shape.iter_mut().zip(other.shape) {
            *count += more;
        }
        self
    }

    fn count_deals(&mut self, columns: &LeadColumns, marketing: &Marketing, days: Period) {
        let deals = &columns.deals;
        for (deal, (created, closed)) in deals.created_on.iter().zip(&deals.closed_on).enumerate() {
            self.opportunities += i64::from(days.holds(known(*created).unwrap_or(*closed)));
            let Some(facts) = columns.deal(deal).filter(|_| days.holds(*closed)) else {
                continue;
            };
            match facts.outcome {
                Some(Outcome::Won) => {
                    let value = i128::from(facts.value.unwrap_or(0));
                    let lead = deals.lead.get(deal).copied().flatten();
                    let (sourced, _) =
                        marketing.part(columns, deal, lead.and_then(|lead| usize::try_from(lead).ok()));
                    self.won += 1;
                    self.valued += i64::from(facts.value.is_some());
                    self.revenue += value;
                    if sourced {
                        self.sourced += value;
                    }
                    self.cycles.extend(facts.cycle_days);
                }
                Some(Outcome::Lost) => self.lost += 1,
                Some(Outcome::Open) | None => {}
            }
        }
    }

    fn view(mut self, year: FiscalYear, known: Known, words: &Words) -> LeadYearView {
        let mut because = BTreeMap::new();
        // Of several reasons the first that applies is told.
        let mut is_told = |name: &'static str, reasons: &[(bool, &str)]| {
            let reason = reasons.iter().find(|(is, _)| !is);
            if let Some((_, why)) = reason {
                because.insert(name, (*why).to_string());
            }
            reason.is_none()
        };
        let leads = (self.leads > 0, "No lead of this year was taken in.");
        let deals = (
            self.opportunities + self.won + self.lost > 0,
            "No opportunity of this year was taken in.",
        );
        let outcomes = (known.outcomes, "No file says what was won.");
        let losses = (known.losses, "No file says what was lost.");
        let accepted = (self.leads + self.accepted > 0, leads.1);
        let decisions = (known.decisions, "No file says which leads sales accepted.");
        let converted = (
            known.opportunities,
            "No file says which leads have an opportunity.",
        );
        let without_value = self.won - self.valued;
        // What marketing sourced is a part of what was won, and yet may be the larger sum: values may lie below zero.
        let [revenue, sourced] = [self.revenue, self.sourced].map(bounds::countable);
        let values = if self.valued == 0 {
            "No value of what was won is known.".to_string()
        } else {
            let have = if without_value == 1 { "has" } else { "have" };
            format!(
                "{} of {} won opportunities {have} no value, so the sum is not known. The others are worth {}.",
                words.count(without_value),
                words.count(self.won),
                revenue.map_or_else(
                    || "more than Lockstep can count".to_string(),
                    |revenue| words.money(revenue)
                ),
            )
        };
        let values = (without_value == 0, values.as_str());
        let won = (self.won > 0, "Nothing was won.");
        let cycle_days = middle(&mut self.cycles, f64::from);
        let cycle = (
            cycle_days.is_some(),
            "Of nothing that was won both days are known.",
        );
        let marketing = (known.marketing, "Nobody said which lead sources are marketing’s.");
        let of = |is: bool, value: i64| is.then_some(value);
        let is_revenue_told = is_told(
            "revenue",
            &[deals, outcomes, values, (revenue.is_some(), TOO_LARGE)],
        );
        let is_sourced_told = is_told(
            "sourced_revenue",
            &[deals, outcomes, values, marketing, (sourced.is_some(), TOO_LARGE)],
        );
        LeadYearView {
            year: year.number(),
            from: year.first_day(),
            to: year.last_day(),
            leads: of(is_told("leads", &[leads]), self.leads),
            accepted: of(is_told("accepted", &[accepted, decisions]), self.accepted),
            sql: of(is_told("sql", &[leads, converted]), self.converted),
            opportunities: of(is_told("opportunities", &[deals]), self.opportunities),
            won: of(is_told("won", &[deals, outcomes]), self.won),
            lost: of(is_told("lost", &[deals, outcomes, losses]), self.lost),
            revenue: revenue.filter(|_| is_revenue_told),
            sourced_revenue: sourced.filter(|_| is_sourced_told),
            won_without_value: without_value,
            average_deal: is_told(
                "average_deal",
                &[deals, outcomes, won, (self.valued > 0, values.1)],
            )
            .then(|| self.revenue as f64 / self.valued as f64),
            win_rate: if known.losses {
                Rate::of(self.won, self.won + self.lost)
            } else {
                Rate::unknown(losses.1)
            },
            cycle_days: if is_told("cycle_days", &[deals, outcomes, won, cycle]) {
                cycle_days
            } else {
                None
            },
            shape: if is_told("shape", &[leads]) {
                self.shape.into()
            } else {
                Vec::new()
            },
            because,
        }
    }
}

/// Fills last year's numbers of a plan from the leads and opportunities that were taken in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeLookBackFromLeads {
    /// The plan.
    pub plan: PlanId,
}

impl Action for TakeLookBackFromLeads {
    type Outcome = Taken;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let plan: Plan = rows::get(reader, &self.plan, "This plan")?;
        Ok(format!(
            "Take last year’s numbers from our leads into plan {}",
            plan.year
        ))
    }

    fn apply(self, change: &mut Transaction) -> Result<Taken> {
        crate::plan::actions::must_be_editable(change, &self.plan)?;
        let plan: Plan = rows::get(change, &self.plan, "This plan")?;
        let last = LeadYear { year: plan.year - 1 }.answer(change)?;
        if last.leads.is_none() && last.opportunities.is_none() {
            return Err(Error::refused(format!(
                "No lead and no opportunity of {} was taken in.",
                FiscalYear::new(last.year, change.company()?.fiscal_start)?.label()
            ))
            .hint("Take in an export of last year’s leads and opportunities, or type the numbers."));
        }
        let mut numbers: LookBack = rows::get(change, &self.plan, "This look back")?;
        let mut taken = Taken::default();
        // Days are far below 2^53.
        #[allow(clippy::cast_possible_truncation)]
        let cycle_days = last.cycle_days.map(|days| days.round() as i64);
        let LookBack {
            leads,
            accepted,
            sql,
            opportunities,
            won,
            lost,
            revenue,
            sourced_revenue,
            cycle_days: cycle,
            ..
        } = &mut numbers;
        for (name, field, words, value) in [
            ("leads", leads, "Leads", last.leads),
            ("accepted", accepted, "Accepted leads", last.accepted),
            ("sql", sql, "SQL", last.sql),
            (
                "opportunities",
                opportunities,
                "Opportunities",
                last.opportunities,
            ),
            ("won", won, "Won", last.won),
            ("lost", lost, "Lost", last.lost),
            ("revenue", revenue, "Revenue", last.revenue),
            (
                "sourced_revenue",
                sourced_revenue,
                "Revenue sourced by marketing",
                last.sourced_revenue,
            ),
            ("cycle_days", cycle, "Cycle", cycle_days),
        ] {
            match value {
                Some(value) => {
                    *field = Some(value);
                    taken.count += 1;
                }
                None => {
                    let why = last.because.get(name).map_or("It is not known.", String::as_str);
                    taken.notes.push(format!("{words}: {why} It stays as it was."));
                }
            }
        }
        if last.sql.is_some() {
            taken.notes.push(
                "SQL: the leads that have an opportunity, because no export says at which the need was confirmed.".into(),
            );
        }
        let is_season = season::whole(&last.shape).is_ok();
        if is_season && change.today() > last.to {
            numbers.shape = last.shape;
            taken
                .notes
                .push("Last year’s shape is how its leads came in, month by month.".into());
        } else if is_season {
            taken
                .notes
                .push("Last year is not over yet, so its shape stays as it was.".into());
        } else if !last.shape.is_empty() {
            taken.notes.push(
                "Leads came in in some months of last year only, which is no season, so its shape stays as it was."
                    .into(),
            );
        }
        taken
            .notes
            .extend(last_year::widenings(&numbers).into_iter().map(|one| one.message));
        numbers.source = "From the leads and opportunities in this workspace".into();
        checks::look_back(&numbers)?;
        rows::update(change, &numbers)?;
        Ok(taken)
    }
}
