//! What was done with leads, and what is known of when: what no promise, no period and no calendar changes.

use std::sync::Arc;

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use crate::{
    definition::{
        batches::{self, PIECE, rows_of, together},
        judging::day_of,
    },
    leads::{
        columns::{DayNumber, LeadColumns, UNKNOWN_DAY},
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
    /// Sales accepted.
    pub accepted: u64,
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
    /// Taken, and nobody wrote down when.
    pub without_day: u64,
}

impl Done {
    /// Returns what was done with leads, batch by batch, found once for as long as no lead changes.
    pub fn of(leads: &LeadColumns) -> Arc<Vec<Self>> {
        #[derive(PartialEq)]
        struct Which;
        leads.remembered.answer(Which, |_| {
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
        let says = |row: usize, wanted| leads.decision(row) == wanted;
        let step = |day: TakenOn, taken: &dyn Fn(usize) -> bool| {
            let with_day = with(&|row| day(leads, row).is_some());
            Step {
                with_day,
                without_day: with(taken) & !with_day,
            }
        };
        let stage = |row: usize| leads.stage.get(row).copied().flatten();
        let is_touched = |row: usize| {
            let touches = leads.touches.get(row).copied().flatten();
            // A lead beyond the first stage was touched, whether or not anybody wrote down when.
            touches.is_some_and(|touches| touches > 0)
                || stage(row).is_some_and(|stage| stage != LeadStage::New)
        };
        let gave_up = |row: usize| {
            let reason = leads.reason.get(row).copied().flatten();
            matches!(reason, Some(Reason::Abandoned | Reason::NoResponse))
        };
        Self {
            touched: step(touched_on, &is_touched),
            decided: step(decided_on, &|row| !says(row, Acceptance::Undecided)),
            accepted: with(&|row| says(row, Acceptance::Accepted)),
            out: with(&|row| says(row, Acceptance::Rejected) || stage(row) == Some(LeadStage::Disqualified)),
            given_up: with(&gave_up),
            given: with(&|row| day_of(leads, row) != UNKNOWN_DAY),
        }
    }
}

/// Says when a step was taken with the lead of a row.
pub(super) type TakenOn = fn(&LeadColumns, usize) -> Option<DayNumber>;

/// Returns when a person first got in touch.
pub(super) fn touched_on(leads: &LeadColumns, row: usize) -> Option<DayNumber> {
    known(leads.first_touch_on.get(row))
}

/// Returns when sales accepted or rejected: the lead or, where nobody wrote that down, one of its opportunities.
pub(super) fn decided_on(leads: &LeadColumns, row: usize) -> Option<DayNumber> {
    let of_deals = || {
        let deals = leads.deals_of(row).iter();
        deals
            .filter_map(|deal| known(leads.deals.decided_on.get(usize::try_from(*deal).ok()?)))
            .min()
    };
    known(leads.decided_on.get(row)).or_else(of_deals)
}

fn known(day: Option<&DayNumber>) -> Option<DayNumber> {
    day.copied().filter(|day| *day != UNKNOWN_DAY)
}
