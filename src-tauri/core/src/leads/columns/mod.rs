//! All leads and opportunities as columns in memory: what runs over a million leads runs over arrays. They are read from
//! the file once, kept by the open workspace, and read again when leads changed.

mod answer_cache;
mod attributes;
mod attributes_reading;
mod cache;
mod days;
mod derived;
mod orders;
mod reading;
mod words;

pub use attributes::{Attributes, Column, Mixed};
pub(crate) use cache::ColumnCache;
pub use cache::lead_columns;
pub use days::{DayNumber, UNKNOWN_DAY, day_number, numbered_day};
pub(crate) use derived::{CountedOpportunities, CountedOpportunity, StandingNow};
pub use words::{TextPool, Words, folded};

use std::{collections::BTreeSet, ops::Range, sync::OnceLock};

use answer_cache::AnswerCache;
use orders::Orders;

use super::{
    fields::Field,
    rules::{LeadFacts, LeadState, LifecycleStatus, OpportunityFacts},
    terms::{Acceptance, LeadStage, Outcome, Reason},
};
use crate::definition::{Verdict, judgements};
use lockstep_workspace::{bounds, context::ReadContext, error::Result};

/// All leads, one row each, in the order in which they came in.
#[derive(Debug, Clone, Default)]
pub struct LeadColumns {
    rowids: Vec<i64>,
    /// The import that brought it.
    pub import: Words,
    /// The person, in small letters.
    pub name: Words,
    /// The person's address, in small letters.
    pub email: Words,
    /// Where the person works.
    pub company: Words,
    /// What the person does there.
    pub title: Words,
    /// The person's number.
    pub phone: Words,
    /// The original channel.
    pub source: Words,
    /// The specific effort that brought it.
    pub campaign: Words,
    /// Who looks after it.
    pub owner: Words,
    /// The day it came in.
    pub created_on: Vec<DayNumber>,
    /// The day marketing gave it to sales.
    pub handed_over_on: Vec<DayNumber>,
    /// The day a person first got in touch.
    pub first_touch_on: Vec<DayNumber>,
    /// The day sales said yes or no to the lead itself.
    pub decided_on: Vec<DayNumber>,
    /// When a recycled lead is looked at again.
    pub wake_up_on: Vec<DayNumber>,
    /// How often somebody got in touch.
    pub touches: Vec<Option<u32>>,
    /// How far sales has come with it.
    pub stage: Vec<Option<LeadStage>>,
    /// What was said to the lead itself; what counts is said by [`LeadColumns::standing`].
    pub accepted: Vec<Option<Acceptance>>,
    /// Why it went no further.
    pub reason: Vec<Option<Reason>>,
    /// Whether the file or a person gave a reason, be it in a word for which there is no term.
    pub says_why: Vec<bool>,
    names_an_opportunity: Vec<bool>,
    /// The leads of which somebody said by hand what was done with them: it tells nothing of the others.
    pub(super) by_hand: BTreeSet<usize>,
    /// Where it stands, its opportunities among what is looked at.
    pub standing: Vec<LifecycleStatus>,
    /// What the files said beside the fields.
    pub attributes: Attributes,
    /// All opportunities.
    pub opportunities: OpportunityColumns,
    /// What was spent.
    pub costs: CostColumns,
    /// Where the opportunities of each row begin in `of_leads`.
    starts: Vec<u32>,
    of_leads: Vec<u32>,
    orders: Orders,
    pub(crate) answer_cache: AnswerCache,
    verdicts: OnceLock<Vec<Option<Verdict>>>,
}

/// All opportunities, one row each, in the order in which they came in.
#[derive(Debug, Clone, Default)]
pub struct OpportunityColumns {
    rowids: Vec<i64>,
    /// The row of the lead it came from.
    pub lead: Vec<Option<u32>>,
    /// The original channel.
    pub source: Words,
    /// The specific effort that brought it.
    pub campaign: Words,
    /// Who looks after it.
    pub owner: Words,
    /// The day it became an opportunity.
    pub created_on: Vec<DayNumber>,
    /// The day it was won or lost.
    pub closed_on: Vec<DayNumber>,
    /// The day sales said yes or no to its lead.
    pub decided_on: Vec<DayNumber>,
    /// What became of it.
    pub outcome: Vec<Option<Outcome>>,
    /// What sales said to its lead.
    pub accepted: Vec<Option<Acceptance>>,
    /// What it is worth, in minor units.
    pub value: Vec<Option<i64>>,
    /// What the files said beside the fields.
    pub attributes: Attributes,
}

/// What was spent, one row for each source, campaign and month.
#[derive(Debug, Clone, Default)]
pub struct CostColumns {
    /// The channel that was paid for.
    pub source: Words,
    /// The specific effort that was paid for.
    pub campaign: Words,
    /// When.
    pub month: Vec<DayNumber>,
    /// How much, in minor units.
    pub spend: Vec<i64>,
}

impl OpportunityColumns {
    /// Returns how many opportunities there are.
    pub fn rows(&self) -> usize {
        self.rowids.len()
    }

    /// Returns the row of the opportunity that stands at a place of its table.
    pub fn row_at(&self, rowid: i64) -> Option<usize> {
        self.rowids.binary_search(&rowid).ok()
    }
}

impl LeadColumns {
    /// Returns leads of which nothing is known but the days on which they came in.
    #[cfg(test)]
    pub(crate) fn of_days(days: Vec<DayNumber>) -> Self {
        let leads = days.len();
        Self {
            rowids: (1..).take(leads).collect(),
            standing: vec![LifecycleStatus::default(); leads],
            created_on: days,
            first_touch_on: vec![UNKNOWN_DAY; leads],
            wake_up_on: vec![UNKNOWN_DAY; leads],
            touches: vec![None; leads],
            stage: vec![None; leads],
            accepted: vec![None; leads],
            reason: vec![None; leads],
            says_why: vec![false; leads],
            names_an_opportunity: vec![false; leads],
            ..Self::default()
        }
    }

    /// Works out again where leads stand, after a test has said more of them.
    #[cfg(test)]
    pub(crate) fn with_standing(mut self) -> Self {
        self.stand_all();
        self
    }

    /// Returns how many leads there are.
    pub fn rows(&self) -> usize {
        self.rowids.len()
    }

    /// Returns where the lead of a row stands in its table.
    pub fn rowid(&self, row: usize) -> Option<i64> {
        self.rowids.get(row).copied()
    }

    /// Returns the row of the lead that stands at a place of its table.
    pub fn row_at(&self, rowid: i64) -> Option<usize> {
        self.rowids.binary_search(&rowid).ok()
    }

    /// Returns the column of a field; nothing for fields that are no columns, such as ids, and for those that say what
    /// became of a lead.
    pub fn field(&self, field: Field) -> Option<Column<'_>> {
        Some(match field {
            Field::Name => Column::Words(&self.name),
            Field::Email => Column::Words(&self.email),
            Field::Company => Column::Words(&self.company),
            Field::Title => Column::Words(&self.title),
            Field::Phone => Column::Words(&self.phone),
            Field::Source => Column::Words(&self.source),
            Field::Campaign => Column::Words(&self.campaign),
            Field::Owner => Column::Words(&self.owner),
            Field::CreatedOn => Column::Days(&self.created_on),
            Field::HandedOverOn => Column::Days(&self.handed_over_on),
            Field::FirstTouchOn => Column::Days(&self.first_touch_on),
            Field::DecidedOn => Column::Days(&self.decided_on),
            Field::WakeUpOn => Column::Days(&self.wake_up_on),
            _ => return None,
        })
    }

    /// Returns the columns of the days on which something happened to a lead itself; a wake-up day is only planned.
    pub(crate) fn told_days(&self) -> [&[DayNumber]; 4] {
        [
            &self.created_on,
            &self.handed_over_on,
            &self.first_touch_on,
            &self.decided_on,
        ]
    }

    /// Returns the rows of the opportunities of a lead, in the order in which they came in.
    pub fn opportunities_of(&self, row: usize) -> &[u32] {
        self.deal_range(row)
            .and_then(|range| self.of_leads.get(range))
            .unwrap_or_default()
    }

    fn deal_range(&self, row: usize) -> Option<Range<usize>> {
        let start = usize::try_from(*self.starts.get(row)?).ok()?;
        let end = usize::try_from(*self.starts.get(row + 1)?).ok()?;
        Some(start..end)
    }

    /// Returns what sales said of the lead of a row.
    pub fn decision(&self, row: usize) -> Acceptance {
        self.standing.get(row).copied().unwrap_or_default().decision()
    }

    /// Returns the state of the lead of a row.
    pub fn state(&self, row: usize) -> LeadState {
        self.standing.get(row).copied().unwrap_or_default().state()
    }

    /// Returns what became of the opportunities of a lead: won when one was, else open when one is, else lost; nothing where
    /// no file tells.
    pub fn outcome(&self, row: usize) -> Option<Outcome> {
        let opportunities = self.opportunities_of(row).iter();
        let outcomes: Vec<Outcome> = opportunities
            .filter_map(|opportunity| {
                *self
                    .opportunities
                    .outcome
                    .get(usize::try_from(*opportunity).ok()?)?
            })
            .collect();
        [Outcome::Won, Outcome::Open, Outcome::Lost]
            .into_iter()
            .find(|outcome| outcomes.contains(outcome))
    }

    /// Returns what all opportunities of a lead are worth, in minor units; nothing when no value is known, or when they are
    /// more together than can be counted.
    pub fn value(&self, row: usize) -> Option<i64> {
        let values = self.opportunities_of(row).iter();
        values
            .filter_map(|opportunity| {
                *self
                    .opportunities
                    .value
                    .get(usize::try_from(*opportunity).ok()?)?
            })
            .map(i128::from)
            .reduce(|sum, value| sum + value)
            .and_then(bounds::countable)
    }

    /// Returns what an opportunity is counted for.
    pub(crate) fn opportunity(&self, opportunity: usize) -> Option<OpportunityFacts> {
        let opportunities = &self.opportunities;
        let began = Some(*opportunities.created_on.get(opportunity)?)
            .filter(|day| *day != UNKNOWN_DAY)
            .or_else(|| {
                let lead = usize::try_from((*opportunities.lead.get(opportunity)?)?).ok()?;
                self.created_on.get(lead).copied()
            })
            .filter(|day| *day != UNKNOWN_DAY);
        let closed = Some(*opportunities.closed_on.get(opportunity)?).filter(|day| *day != UNKNOWN_DAY);
        Some(OpportunityFacts {
            outcome: *opportunities.outcome.get(opportunity)?,
            accepted: *opportunities.accepted.get(opportunity)?,
            value: *opportunities.value.get(opportunity)?,
            // What was closed before it began has no cycle: one of the two days is wrong.
            cycle_days: closed
                .zip(began)
                .map(|(closed, began)| closed - began)
                .filter(|days| *days >= 0),
            ..OpportunityFacts::default()
        })
    }

    fn lead(&self, row: usize) -> Option<LeadFacts> {
        let touched = match (*self.first_touch_on.get(row)?, *self.touches.get(row)?) {
            (UNKNOWN_DAY, None) => None,
            (UNKNOWN_DAY, Some(touches)) => Some(touches > 0),
            _ => Some(true),
        };
        Some(LeadFacts {
            stage: *self.stage.get(row)?,
            accepted: *self.accepted.get(row)?,
            reason: *self.reason.get(row)?,
            touched,
            names_an_opportunity: *self.names_an_opportunity.get(row)?,
            wakes_up: self.wake_up_on.get(row)? != &UNKNOWN_DAY,
        })
    }

    /// Returns what each lead was judged to be; read when it is asked for first.
    ///
    /// # Errors
    /// `Damaged` when a verdict cannot be read.
    pub(crate) fn verdicts(&self, reader: &ReadContext) -> Result<&[Option<Verdict>]> {
        if let Some(verdicts) = self.verdicts.get() {
            return Ok(verdicts);
        }
        let verdicts = judgements::verdicts(reader, self)?;
        Ok(self.verdicts.get_or_init(|| verdicts))
    }

    fn forget_verdicts(&mut self) {
        self.verdicts = OnceLock::new();
        self.answer_cache.forget();
    }

    /// Works out which opportunities each lead has.
    fn join(&mut self) {
        let mut starts = vec![0_u32; self.rows() + 1];
        let leads = || {
            let leads = self.opportunities.lead.iter().zip(0_u32..);
            leads.filter_map(|(lead, opportunity)| Some((usize::try_from((*lead)?).ok()?, opportunity)))
        };
        for (lead, _) in leads() {
            if let Some(count) = starts.get_mut(lead + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut of_leads = vec![0; usize::try_from(sum).unwrap_or(0)];
        for (lead, opportunity) in leads() {
            if let Some(place) = next.get_mut(lead) {
                if let Some(slot) = usize::try_from(*place)
                    .ok()
                    .and_then(|place| of_leads.get_mut(place))
                {
                    *slot = opportunity;
                }
                *place += 1;
            }
        }
        self.starts = starts;
        self.of_leads = of_leads;
    }

    /// Works out where a lead stands.
    fn stand(&self, row: usize, opportunities: &mut Vec<OpportunityFacts>) -> LifecycleStatus {
        opportunities.clear();
        opportunities.extend(
            self.opportunities_of(row)
                .iter()
                .filter_map(|opportunity| self.opportunity(usize::try_from(*opportunity).ok()?)),
        );
        self.lead(row).map_or_else(LifecycleStatus::default, |lead| {
            LifecycleStatus::of(&lead, opportunities)
        })
    }

    fn stand_all(&mut self) {
        let mut opportunities = Vec::new();
        self.standing = (0..self.rows())
            .map(|row| self.stand(row, &mut opportunities))
            .collect();
    }
}
