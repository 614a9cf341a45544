//! What follows from the columns and is asked for again and again: worked out once for as long as no lead changes.

use std::{ops::Range, sync::Arc};

use super::{DayNumber, LeadColumns, UNKNOWN_DAY};
use crate::{
    definition::{by_day::planned_until, contact_due::ContactDue, evaluation::day_of},
    leads::{
        rules::{DataCoverage, LifecycleStatus, OpportunityFacts, Standings},
        terms::{Acceptance, LeadStage, Outcome},
    },
};

/// Where leads stand on a day.
#[derive(Debug)]
pub(crate) struct StandingNow {
    /// Row by row.
    pub all: Vec<LifecycleStatus>,
    /// The different ones.
    pub kinds: Arc<Standings>,
}

/// Leads by their rows, each with how often somebody got in touch.
#[derive(Debug)]
pub(crate) struct Touched(Vec<(u32, u32)>);

impl Touched {
    /// Returns those of some rows.
    pub fn of(&self, rows: Range<usize>) -> impl Iterator<Item = (usize, u32)> {
        let place = |row: usize| self.0.partition_point(|(other, _)| (*other as usize) < row);
        let part = self.0.get(place(rows.start)..place(rows.end)).unwrap_or_default();
        part.iter().map(|(row, touches)| (*row as usize, *touches))
    }
}

/// An opportunity of a lead, and what it is counted for.
#[derive(Debug)]
pub(crate) struct CountedOpportunity {
    /// The row of its lead.
    pub lead: u32,
    /// Its own row.
    pub opportunity: u32,
    pub facts: OpportunityFacts,
}

/// What the opportunities of leads are counted for, lead by lead: close together, they are gone through quicker than they are
/// looked up.
#[derive(Debug)]
pub(crate) struct CountedOpportunities(Vec<CountedOpportunity>);

impl CountedOpportunities {
    /// Returns those of the leads of some rows.
    pub fn of(&self, leads: &LeadColumns, rows: Range<usize>) -> &[CountedOpportunity] {
        let place = |row: usize| {
            leads
                .starts
                .get(row)
                .map_or(self.0.len(), |place| *place as usize)
        };
        self.0.get(place(rows.start)..place(rows.end)).unwrap_or_default()
    }
}

/// Whether a stage tells that somebody got in touch, or that nobody did. Accepted, converted and rejected ones stand in files
/// in which nothing else does: then it is not known of the others.
fn tells_of_contacts(stage: Option<LeadStage>) -> bool {
    matches!(stage, Some(LeadStage::New | LeadStage::Working))
}

impl LeadColumns {
    /// Returns the different standings that leads have, whatever day it is.
    pub(crate) fn standings(&self) -> Arc<Standings> {
        #[derive(PartialEq)]
        struct Which;
        self.answer_cache.answer(Which, |_| Standings::of(&self.standing))
    }

    /// Returns what the files say anything about at all, as far as leads and opportunities tell.
    pub(crate) fn known(&self) -> Arc<DataCoverage> {
        #[derive(PartialEq)]
        struct Which;
        self.answer_cache.answer(Which, |_| {
            let standing = |is: fn(&LifecycleStatus) -> bool| self.standing.iter().any(is);
            let opportunities = &self.opportunities;
            // What somebody said of a lead by hand tells nothing of the others.
            let by_file = |is: &dyn Fn(usize) -> bool| {
                (0..self.rows()).any(|row| is(row) && !self.by_hand.contains(&row))
            };
            let decided = |row: usize| self.standing.get(row).map(|one| one.decision());
            let is_rejected = |row: usize| decided(row) == Some(Acceptance::Rejected);
            let is_told = |row: usize| {
                tells_of_contacts(self.stage.get(row).copied().flatten())
                    || self.touches.get(row).copied().flatten().is_some()
                    || self
                        .first_touch_on
                        .get(row)
                        .is_some_and(|day| *day != UNKNOWN_DAY)
                    || self.reason.get(row).copied().flatten().is_some()
            };
            DataCoverage {
                marketing: false,
                decisions: standing(|one| one.decision() != Acceptance::Undecided)
                    || self
                        .accepted
                        .iter()
                        .chain(&opportunities.accepted)
                        .any(Option::is_some),
                // Where nobody but people here decides, what they say is all there is.
                rejections: by_file(&is_rejected)
                    || (self.by_hand.iter().any(|row| is_rejected(*row))
                        && !by_file(&|row| decided(row) == Some(Acceptance::Accepted))),
                contacts: by_file(&is_told),
                opportunities: opportunities.rows() > 0 || standing(|one| one.is_converted()),
                outcomes: opportunities.outcome.iter().any(Option::is_some),
                losses: opportunities.outcome.contains(&Some(Outcome::Lost)),
                values: opportunities.value.iter().any(Option::is_some),
            }
        })
    }

    /// Returns the last day of which files tell, leaving out days so far ahead that nobody plans them; nothing where they tell
    /// of none. What people say of a lead here tells of no further day.
    pub(crate) fn last_told_day(&self) -> Option<DayNumber> {
        #[derive(PartialEq)]
        struct Which;
        *self.answer_cache.answer(Which, |_| {
            let until = planned_until();
            let of_leads = self
                .told_days()
                .into_iter()
                .flat_map(|days| days.iter().enumerate());
            let told = of_leads
                .filter(|(row, _)| !self.by_hand.contains(row))
                .map(|(_, day)| *day);
            let of_opportunities = self.opportunities.decided_on.iter().copied();
            told.chain(of_opportunities)
                .filter(|day| *day != UNKNOWN_DAY && *day < until)
                .max()
        })
    }

    /// Returns the standings of leads on a day on which some were to be contacted already: worked out once a day.
    pub(crate) fn standing_by(&self, due: &ContactDue) -> Arc<StandingNow> {
        self.answer_cache.answer(due.clone(), |due| {
            let rows = self.standing.iter().enumerate();
            let all: Vec<LifecycleStatus> = rows
                .map(|(row, standing)| {
                    if due.is_past(day_of(self, row)) {
                        standing.past_the_promise()
                    } else {
                        *standing
                    }
                })
                .collect();
            StandingNow {
                kinds: Arc::new(Standings::of(&all)),
                all,
            }
        })
    }

    /// Returns the day on which sales accepted or rejected the lead of a row: the one written down for the lead, else the
    /// first of those opportunities that say the same as [`LeadColumns::decision`]. Nothing where none is known, or nothing
    /// was decided: a day without a decision decides nothing.
    pub(crate) fn decision_day(&self, row: usize) -> Option<DayNumber> {
        let decision = self.decision(row);
        if decision == Acceptance::Undecided {
            return None;
        }
        let known = |day: Option<&DayNumber>| day.copied().filter(|day| *day != UNKNOWN_DAY);
        if let Some(day) = known(self.decided_on.get(row)) {
            return Some(day);
        }
        let opportunities = || {
            self.opportunities_of(row)
                .iter()
                .filter_map(|opportunity| usize::try_from(*opportunity).ok())
        };
        let of = |says: fn(Option<Acceptance>, Acceptance) -> bool| {
            opportunities()
                .filter(|opportunity| {
                    says(
                        self.opportunities.accepted.get(*opportunity).copied().flatten(),
                        decision,
                    )
                })
                .filter_map(|opportunity| known(self.opportunities.decided_on.get(opportunity)))
                .min()
        };
        of(|said, decision| said == Some(decision)).or_else(|| of(|said, _| said.is_none()))
    }

    /// Returns [`LeadColumns::decision_day`] of all leads, [`UNKNOWN_DAY`] where there is none, worked out once for as long as no
    /// lead changes.
    pub(crate) fn decision_days(&self) -> Arc<Vec<DayNumber>> {
        #[derive(PartialEq)]
        struct Which;
        self.answer_cache.answer(Which, |_| {
            let days = (0..self.rows()).map(|row| self.decision_day(row).unwrap_or(UNKNOWN_DAY));
            days.collect()
        })
    }

    /// Returns the accepted leads of which it is known how often somebody got in touch.
    pub(crate) fn touched_and_accepted(&self) -> Arc<Touched> {
        #[derive(PartialEq)]
        struct Which;
        self.answer_cache.answer(Which, |_| {
            let rows = (0_u32..).zip(self.touches.iter().zip(&self.standing));
            let accepted = rows.filter(|(_, (_, standing))| standing.decision() == Acceptance::Accepted);
            Touched(
                accepted
                    .filter_map(|(row, (touches, _))| Some((row, (*touches)?)))
                    .collect(),
            )
        })
    }

    /// Returns what the opportunities of leads are counted for, worked out once for as long as no lead changes.
    pub(crate) fn counted_opportunities(&self) -> Arc<CountedOpportunities> {
        #[derive(PartialEq)]
        struct Which;
        self.answer_cache.answer(Which, |_| {
            // None is left out: all of these have a lead. So they stand at the places that `starts` says.
            let of_leads = self.of_leads.iter().filter_map(|opportunity| {
                let place = usize::try_from(*opportunity).ok()?;
                Some(CountedOpportunity {
                    lead: (*self.opportunities.lead.get(place)?)?,
                    opportunity: *opportunity,
                    facts: self.opportunity(place)?,
                })
            });
            CountedOpportunities(of_leads.collect())
        })
    }
}
