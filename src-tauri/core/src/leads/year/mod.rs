//! What the leads say of one fiscal year, for the plan's look back.

mod counting;
mod taking;

pub use taking::TakeLookBackFromLeads;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{columns::lead_columns, marketing::Marketing, rules::Rate};
use crate::{
    ids::PlanId,
    plan::{LookBack, actions::empty_numbers, rules::last_year},
};
use lockstep_workspace::{
    calendar::FiscalYear,
    context::{Query, ReadContext},
    error::Result,
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
    /// Opportunities that were won, on a day that no file tells and that may lie in the year. Where there are any, it is not
    /// known how many were won in it.
    pub won_without_day: i64,
    /// The same of those that were lost.
    pub lost_without_day: i64,
    /// Leads of which no day is known; they are counted in no year.
    pub leads_without_day: i64,
    /// Opportunities of which no day is known; they are counted in no year.
    pub opportunities_without_day: i64,
    /// What was won ÷ number of won opportunities, of those whose value is known, in minor units, not rounded.
    pub average_deal: Option<f64>,
    /// Won ÷ (won + lost), closed in the year.
    pub win_rate: Rate,
    /// The middle number of days from created (where that is not known: from when the lead came in) to closed, of what was
    /// won in the year and did not close before it began.
    pub cycle_days: Option<f64>,
    /// The leads handed over in each of the twelve months; empty when there were none.
    pub shape: Vec<i64>,
    /// Which leads and opportunities are counted, as a sentence.
    pub counted: &'static str,
    /// The first and the last day on which leads of the year count.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) leads_reach: Option<(NaiveDate, NaiveDate)>,
    /// What is to be known beside the numbers, in sentences: what is counted in no year, and of which part of the year they are.
    pub notes: Vec<String>,
    /// Where more came out of a stage than went in, as different leads and opportunities are counted in it, a sentence each.
    pub widenings: Vec<String>,
    /// Why a number is missing, by its name.
    pub because: BTreeMap<&'static str, String>,
}

impl LeadYearView {
    /// Returns whether nothing of the year was taken in.
    fn has_nothing(&self) -> bool {
        self.leads.is_none() && self.opportunities.is_none()
    }
}

impl Query for LeadYear {
    type Answer = LeadYearView;

    fn answer(self, reader: &ReadContext) -> Result<LeadYearView> {
        let company = reader.company()?;
        let year = FiscalYear::new(self.year, company.fiscal_start)?;
        let columns = lead_columns(reader)?;
        let marketing = Marketing::of(reader, &columns)?;
        let words = Words::new(&company);
        let asked = (year, marketing, company);
        let told = columns.answer_cache.answer(asked, |(year, marketing, company)| {
            counting::lead_year(*year, &columns, marketing, &Words::new(company))
        });
        let mut view = LeadYearView::clone(&told);
        view.widenings = widenings(&view);
        view.notes.extend(part_of_the_year(&view, reader.today(), &words));
        Ok(view)
    }
}

/// Says of which part of the year the numbers are: it is not over, or its leads begin or end months within it.
fn part_of_the_year(view: &LeadYearView, today: NaiveDate, words: &Words) -> Vec<String> {
    let is_over = view.to < today;
    let has_begun = view.from <= today;
    let mut notes = Vec::new();
    if has_begun && !is_over && !view.has_nothing() {
        notes.push(format!(
            "The year is not over: these are the numbers until {}.",
            words.day(today)
        ));
    }
    let month = |day: NaiveDate| (day.year(), day.month());
    let end = view.to.min(today);
    if let Some((first, last)) = view.leads_reach
        && (month(first) > month(view.from) || month(last) < month(end))
    {
        notes.push(format!(
            "The leads of this year are from {} to {}. If the exports reach no further, these are the numbers of a part of the \
             year.",
            words.day(first),
            words.day(last)
        ));
    }
    notes
}

/// Returns where the funnel of a plan would widen downwards if it took these numbers.
fn widenings(view: &LeadYearView) -> Vec<String> {
    let (_, empty) = empty_numbers(&PlanId(String::new()));
    let numbers = LookBack {
        leads: view.leads,
        accepted: view.accepted,
        sql: view.sql,
        opportunities: view.opportunities,
        won: view.won,
        ..empty
    };
    let found = last_year::widenings(&numbers).into_iter();
    found.map(|widening| widening.message).collect()
}
