//! What was done with leads, and what is known of when: what no promise, no period and no calendar changes.

use std::sync::Arc;

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use crate::{
    definition::{
        batches::{self, PIECE, rows_of, together},
        by_day::{PerDay, Span},
        evaluation::day_of,
    },
    leads::{
        columns::{DayNumber, LeadColumns, UNKNOWN_DAY},
        rules::{LeadState, LifecycleStatus},
        terms::{Acceptance, LeadStage, Reason},
    },
};

/// What was done with up to 64 leads, a bit for each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Done {
    /// A person got in touch.
    pub touched: Step,
    /// Sales accepted or rejected.
    pub decided: Step,
    /// Sales rejected, or was through with it.
    pub out: u64,
    /// Given up because nobody answered.
    pub given_up: u64,
    /// The day is known from which days are counted.
    pub given: u64,
}

/// A step that was taken with some of 64 leads.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Step {
    /// Taken, and it is known when.
    pub with_day: u64,
    /// Taken, and nobody wrote down when; or the files do not say whether it was.
    pub cannot_be_told: u64,
}

impl Done {
    /// Returns what was done with leads, batch by batch, found once for as long as no lead changes.
    pub fn of(leads: &LeadColumns) -> Arc<Vec<Self>> {
        #[derive(PartialEq)]
        struct Which;
        leads.answer_cache.answer(Which, |_| {
            let numbers = (0..batches::count(leads.rows())).into_par_iter();
            numbers
                .with_min_len(PIECE)
                .map(|number| Self::of_batch(leads, number))
                .collect()
        })
    }

    fn of_batch(leads: &LeadColumns, number: usize) -> Self {
        let rows = || rows_of(number, leads.rows());
        let with = |is: &dyn Fn(usize) -> bool| together(rows().map(is));
        let standing = |row: usize| leads.standing.get(row).copied().unwrap_or_default();
        let step = |day: TakenOn, open: &dyn Fn(LifecycleStatus) -> bool| {
            let with_day = with(&|row| day(leads, row).is_some());
            Step {
                with_day,
                cannot_be_told: with(&|row| !open(standing(row))) & !with_day,
            }
        };
        let reason = |row: usize| leads.reason.get(row).copied().flatten();
        let is_out = |row: usize| {
            let stage = leads.stage.get(row).copied().flatten();
            let standing = standing(row);
            standing.decision() == Acceptance::Rejected
                || (stage == Some(LeadStage::Disqualified) && !standing.is_converted())
        };
        Self {
            // Whoever is beyond the first state was contacted, whether or not anybody wrote down when.
            touched: step(touched_on, &|standing| standing.state() == LeadState::Untouched),
            decided: step(settled_on, &|standing| {
                !standing.is_settled() && standing.state() != LeadState::Unknown
            }),
            out: with(&is_out),
            given_up: with(&|row| {
                !standing(row).is_converted()
                    && matches!(reason(row), Some(Reason::Abandoned | Reason::NoResponse))
            }),
            given: with(&|row| day_of(leads, row) != UNKNOWN_DAY),
        }
    }
}

/// Says when a step was taken with the lead of a row.
pub(super) type TakenOn = fn(&LeadColumns, usize) -> Option<DayNumber>;

/// Returns when a person first got in touch; nothing for a day before the lead came in, which is a mistake.
pub(super) fn touched_on(leads: &LeadColumns, row: usize) -> Option<DayNumber> {
    known(leads.first_touch_on.get(row)).filter(|day| is_possible(leads, row, *day))
}

/// Returns whether something can have happened to a lead on a day: it had come in by then, as far as that is known.
fn is_possible(leads: &LeadColumns, row: usize, day: DayNumber) -> bool {
    known(leads.created_on.get(row)).is_none_or(|came_in| came_in <= day)
}

/// Returns when sales accepted or rejected the lead, or closed it out; nothing for a day before the lead came in.
pub(super) fn settled_on(leads: &LeadColumns, row: usize) -> Option<DayNumber> {
    let standing = leads.standing.get(row).copied().unwrap_or_default();
    let day = if standing.decision() == Acceptance::Undecided && standing.is_settled() {
        known(leads.decided_on.get(row))
    } else {
        leads.decision_day(row)
    };
    day.filter(|day| is_possible(leads, row, *day))
}

/// Returns how many leads sales accepted on each day: the day of the acceptance; where nobody wrote it down, the day of the
/// hand-over. Worked out once for as long as no lead changes.
pub(super) fn accepted_by_day(leads: &LeadColumns) -> Arc<PerDay> {
    #[derive(PartialEq)]
    struct Which;
    leads.answer_cache.answer(Which, |_| {
        let mut accepted = PerDay::none(Span::of(leads));
        for row in 0..leads.rows() {
            if leads.decision(row) == Acceptance::Accepted {
                accepted.add(leads.decision_day(row).unwrap_or_else(|| day_of(leads, row)));
            }
        }
        accepted
    })
}

/// Returns how many leads of which nothing is known were handed over on each day, worked out once for as long as no lead
/// changes.
pub(super) fn unknown_by_day(leads: &LeadColumns) -> Arc<PerDay> {
    #[derive(PartialEq)]
    struct Which;
    leads.answer_cache.answer(Which, |_| {
        let mut unknown = PerDay::none(Span::of(leads));
        for (row, standing) in leads.standing.iter().enumerate() {
            if standing.state() == LeadState::Unknown {
                unknown.add(day_of(leads, row));
            }
        }
        unknown
    })
}

fn known(day: Option<&DayNumber>) -> Option<DayNumber> {
    day.copied().filter(|day| *day != UNKNOWN_DAY)
}
