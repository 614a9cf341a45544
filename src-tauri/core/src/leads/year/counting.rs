//! Counting a fiscal year, and what its numbers rest on.

use std::{collections::BTreeMap, ops::Range};

use super::LeadYearView;
use crate::{
    leads::{
        columns::{DayNumber, LeadColumns, UNKNOWN_DAY, day_number, numbered_day},
        marketing::Marketing,
        parts::{cores, side_by_side},
        period::Period,
        rules::{DataCoverage, Rate},
        terms::{Acceptance, Outcome},
    },
    median::median,
};
use lockstep_workspace::{bounds, calendar::FiscalYear, words::Words};

/// Why a sum of values is not told although all of them are known.
const TOO_LARGE: &str = "The values of what was won are more together than Lockstep can count: look for a digit too many in one of them.";

/// Which leads and opportunities a year counts; the funnel does so otherwise.
const COUNTED: &str = "Leads count in the year in which they were handed over (where that day is not known, came in). What was accepted \
    counts on the day of the decision, where it is known, else on the lead’s; what was won or lost on the day on which it closed. The funnel \
    goes by the day on which leads came in.";

#[derive(Default)]
struct YearCounts {
    leads: i64,
    accepted: i64,
    converted: i64,
    shape: [i64; 12],
    opportunities: i64,
    won: i64,
    lost: i64,
    won_without_day: i64,
    lost_without_day: i64,
    leads_without_day: i64,
    opportunities_without_day: i64,
    valued: i64,
    revenue: i128,
    sourced: i128,
    cycles: Vec<i32>,
    /// The first and the last day of the year on which a lead counts.
    reach: Option<(DayNumber, DayNumber)>,
}

/// Returns what the leads and opportunities tell of a year.
pub(super) fn lead_year(
    year: FiscalYear,
    columns: &LeadColumns,
    marketing: &Marketing,
    words: &Words,
) -> LeadYearView {
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
        YearCounts::with_leads_of,
    );
    told.count_opportunities(columns, marketing, days);
    let known = DataCoverage {
        marketing: marketing.is_known,
        ..*columns.known()
    };
    told.view(year, known, words)
}

fn known(day: DayNumber) -> Option<DayNumber> {
    (day != UNKNOWN_DAY).then_some(day)
}

/// Returns the first and the last day of both together.
fn both(
    one: Option<(DayNumber, DayNumber)>,
    other: Option<(DayNumber, DayNumber)>,
) -> Option<(DayNumber, DayNumber)> {
    match (one, other) {
        (Some((first, last)), Some((early, late))) => Some((first.min(early), last.max(late))),
        (one, other) => one.or(other),
    }
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
    fn leads(&self, rows: Range<usize>) -> YearCounts {
        fn of<'c, T>(column: &'c [T], rows: &Range<usize>) -> std::slice::Iter<'c, T> {
            column.get(rows.clone()).unwrap_or_default().iter()
        }
        let columns = self.columns;
        let leads = of(&columns.handed_over_on, &rows)
            .zip(of(&columns.created_on, &rows))
            .zip(of(&columns.standing, &rows).zip(of(self.decided, &rows)));
        let mut told = YearCounts::default();
        for ((handed_over, created), (standing, decided)) in leads {
            let day = known(*handed_over).unwrap_or(*created);
            told.leads_without_day += i64::from(day == UNKNOWN_DAY);
            if self.days.holds(day) {
                told.leads += 1;
                told.reach = both(told.reach, Some((day, day)));
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

impl YearCounts {
    /// Returns the leads of both together.
    fn with_leads_of(mut self, other: Self) -> Self {
        self.leads += other.leads;
        self.accepted += other.accepted;
        self.converted += other.converted;
        self.leads_without_day += other.leads_without_day;
        self.reach = both(self.reach, other.reach);
        for (count, more) in self.shape.iter_mut().zip(other.shape) {
            *count += more;
        }
        self
    }

    fn count_opportunities(&mut self, columns: &LeadColumns, marketing: &Marketing, days: Period) {
        let opportunities = &columns.opportunities;
        for (opportunity, (created, closed)) in opportunities
            .created_on
            .iter()
            .zip(&opportunities.closed_on)
            .enumerate()
        {
            let first = known(*created).unwrap_or(*closed);
            self.opportunities += i64::from(days.holds(first));
            self.opportunities_without_day += i64::from(first == UNKNOWN_DAY);
            // What began in the year or before it may have closed in it.
            if *closed == UNKNOWN_DAY && days.may_hold_from(*created) {
                match opportunities.outcome.get(opportunity).copied().flatten() {
                    Some(Outcome::Won) => self.won_without_day += 1,
                    Some(Outcome::Lost) => self.lost_without_day += 1,
                    Some(Outcome::Open) | None => {}
                }
            }
            let Some(facts) = columns.opportunity(opportunity).filter(|_| days.holds(*closed)) else {
                continue;
            };
            match facts.outcome {
                Some(Outcome::Won) => {
                    let value = i128::from(facts.value.unwrap_or(0));
                    let lead = opportunities.lead.get(opportunity).copied().flatten();
                    let (sourced, _) = marketing.part(
                        columns,
                        opportunity,
                        lead.and_then(|lead| usize::try_from(lead).ok()),
                    );
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

    fn view(mut self, year: FiscalYear, known: DataCoverage, words: &Words) -> LeadYearView {
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
        let opportunities = (
            self.opportunities + self.won + self.lost + self.won_without_day + self.lost_without_day > 0,
            "No opportunity of this year was taken in.",
        );
        let [won_dated, lost_dated] = [
            (self.won, self.won_without_day, "won"),
            (self.lost, self.lost_without_day, "lost"),
        ]
        .map(|(dated, without_day, what)| closed_on_no_day(words, dated, without_day, what));
        let won_dated = (self.won_without_day == 0, won_dated.as_str());
        let lost_dated = (self.lost_without_day == 0, lost_dated.as_str());
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
                "{} of {} won opportunities {have} no value in {}, so the sum is not known. The others are worth {}.",
                words.count(without_value),
                words.count(self.won),
                words.currency(),
                revenue.map_or_else(
                    || "more than Lockstep can count".to_string(),
                    |revenue| words.money(revenue)
                ),
            )
        };
        let values = (without_value == 0, values.as_str());
        let won = (self.won > 0, "Nothing was won.");
        let cycle_days = median(&mut self.cycles, f64::from);
        let cycle = (
            cycle_days.is_some(),
            "Of nothing that was won both days are known.",
        );
        let marketing = (known.marketing, "Nobody said which lead sources are marketing’s.");
        let of = |is: bool, value: i64| is.then_some(value);
        let is_revenue_told = is_told(
            "revenue",
            &[
                opportunities,
                outcomes,
                won_dated,
                values,
                (revenue.is_some(), TOO_LARGE),
            ],
        );
        let is_sourced_told = is_told(
            "sourced_revenue",
            &[
                opportunities,
                outcomes,
                won_dated,
                marketing,
                values,
                (sourced.is_some(), TOO_LARGE),
            ],
        );
        LeadYearView {
            year: year.number(),
            from: year.first_day(),
            to: year.last_day(),
            leads: of(is_told("leads", &[leads]), self.leads),
            accepted: of(is_told("accepted", &[accepted, decisions]), self.accepted),
            sql: of(is_told("sql", &[leads, converted]), self.converted),
            opportunities: of(is_told("opportunities", &[opportunities]), self.opportunities),
            won: of(is_told("won", &[opportunities, outcomes, won_dated]), self.won),
            lost: of(
                is_told("lost", &[opportunities, outcomes, losses, lost_dated]),
                self.lost,
            ),
            revenue: revenue.filter(|_| is_revenue_told),
            sourced_revenue: sourced.filter(|_| is_sourced_told),
            won_without_value: without_value,
            won_without_day: self.won_without_day,
            lost_without_day: self.lost_without_day,
            leads_without_day: self.leads_without_day,
            opportunities_without_day: self.opportunities_without_day,
            average_deal: is_told(
                "average_deal",
                &[
                    opportunities,
                    outcomes,
                    won_dated,
                    won,
                    (self.valued > 0, values.1),
                ],
            )
            .then(|| self.revenue as f64 / self.valued as f64),
            win_rate: if !known.losses {
                Rate::unknown(losses.1)
            } else if self.won_without_day + self.lost_without_day > 0 {
                Rate::unknown("Some that were won or lost have no closing day.")
            } else {
                Rate::of(self.won, self.won + self.lost)
            },
            cycle_days: if is_told("cycle_days", &[opportunities, outcomes, won_dated, won, cycle]) {
                cycle_days
            } else {
                None
            },
            shape: if is_told("shape", &[leads]) {
                self.shape.into()
            } else {
                Vec::new()
            },
            counted: COUNTED,
            notes: without_day(words, self.leads_without_day, self.opportunities_without_day)
                .into_iter()
                .collect(),
            leads_reach: self
                .reach
                .and_then(|(first, last)| numbered_day(first).zip(numbered_day(last))),
            widenings: Vec::new(),
            because,
        }
    }
}

/// Says that it is not known how many were won or lost in a year, because some have no closing day.
fn closed_on_no_day(words: &Words, dated: i64, without_day: i64, what: &str) -> String {
    let (opportunities, have) = if without_day == 1 {
        ("opportunity", "has")
    } else {
        ("opportunities", "have")
    };
    let were = if dated == 1 { "was" } else { "were" };
    format!(
        "{} {what} {opportunities} {have} no closing day and may belong to this year, so the number is not known. {} {were} \
         {what} on a day of this year.",
        words.count(without_day),
        words.count(dated),
    )
}

/// Says of how many leads and opportunities no day is known; nothing where there are none.
fn without_day(words: &Words, leads: i64, opportunities: i64) -> Option<String> {
    let counted = |count: i64, one: &str, many: &str| {
        (count > 0).then(|| format!("{} {}", words.count(count), if count == 1 { one } else { many }))
    };
    let parts: Vec<String> = [
        counted(leads, "lead", "leads"),
        counted(opportunities, "opportunity", "opportunities"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let is_one = leads + opportunities == 1;
    let tail = if is_one {
        "has no day and is"
    } else {
        "have no day and are"
    };
    (!parts.is_empty()).then(|| format!("{} {tail} counted in no year.", parts.join(" and ")))
}
