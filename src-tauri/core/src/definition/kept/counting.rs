//! Holds what happened to leads against what was promised of them.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rustc_hash::FxHashMap;

use super::{
    Asked,
    tally::{Fared, Tally},
};
use crate::{
    definition::{
        Promise, PromiseKind,
        judging::{column, day_of},
        rules::working_days::WorkingSpan,
    },
    leads::{
        columns::{Column, DayNumber, LeadColumns, UNKNOWN_DAY, day_number, numbered_day},
        terms::{Acceptance, LeadStage, Reason},
    },
};

/// The leads of a period, before what was promised.
pub(super) struct Keeping<'l> {
    asked: &'l Asked,
    leads: &'l LeadColumns,
    rows: Vec<usize>,
    working: WorkingSpan<'l>,
    today: DayNumber,
}

impl<'l> Keeping<'l> {
    pub fn new(asked: &'l Asked, leads: &'l LeadColumns) -> Self {
        let rows: Vec<usize> = (0..leads.rows())
            .filter(|row| asked.period.holds(day_of(leads, *row)))
            .collect();
        let today = day_number(asked.today);
        let days = [
            &leads.created_on,
            &leads.handed_over_on,
            &leads.first_touch_on,
            &leads.decided_on,
            &leads.deals.decided_on,
        ];
        let known = days
            .into_iter()
            .flatten()
            .copied()
            .filter(|day| *day != UNKNOWN_DAY);
        let (first, last) = known.fold((today, today), |(first, last), day| {
            (first.min(day), last.max(day))
        });
        Self {
            asked,
            leads,
            rows,
            working: asked.working.span(first, last),
            today,
        }
    }

    /// Returns how many leads there are.
    pub fn leads(&self) -> i64 {
        i64::try_from(self.rows.len()).unwrap_or(i64::MAX)
    }

    /// Returns how a promise was kept.
    pub fn hold(&self, promise: &Promise) -> Tally {
        let least = promise.amount.unwrap_or(1);
        match promise.kind {
            PromiseKind::AcceptedLeads => self.accepted_by_month(promise.amount.unwrap_or(0)),
            PromiseKind::SourceGiven => {
                let source = Column::Words(&self.leads.source);
                self.each(|row| Fared::given(source.knows(row)))
            }
            PromiseKind::InformationGiven => {
                let needed: Vec<Option<Column>> = self
                    .asked
                    .needed
                    .iter()
                    .map(|field| column(self.leads, field))
                    .collect();
                let knows = |column: &Option<Column>, row| column.is_some_and(|column| column.knows(row));
                self.each(|row| Fared::given(needed.iter().all(|column| knows(column, row))))
            }
            PromiseKind::FirstTouch => self.in_time(promise, first_touch),
            PromiseKind::Decision => self.in_time(promise, decision),
            PromiseKind::Attempts => self.each(|row| attempts(self.leads, row, least)),
            PromiseKind::ReasonGiven => self.each(|row| reason_given(self.leads, row)),
        }
    }

    fn each(&self, fares: impl Fn(usize) -> Fared) -> Tally {
        let mut tally = Tally::default();
        self.rows.iter().for_each(|row| tally.add(fares(*row)));
        tally
    }

    /// How many days it took, and whether that is within what was promised.
    fn in_time(
        &self,
        promise: &Promise,
        done_on: fn(&LeadColumns, usize) -> (Option<DayNumber>, bool),
    ) -> Tally {
        let within = promise.amount.unwrap_or(0);
        self.each(|row| {
            let given = day_of(self.leads, row);
            if given == UNKNOWN_DAY {
                return Fared::CannotBeTold;
            }
            match done_on(self.leads, row) {
                (Some(done), _) => {
                    let took = self.working.between(given, done);
                    if took <= within {
                        Fared::OnTime(Some(took))
                    } else {
                        Fared::Late(took)
                    }
                }
                // It was done, and nobody wrote down when.
                (None, true) => Fared::CannotBeTold,
                (None, false) if self.working.between(given, self.today) > within => Fared::Overdue,
                (None, false) => Fared::NotYetDue,
            }
        })
    }

    /// Months that are over, by whether enough leads were accepted in them.
    fn accepted_by_month(&self, promised: i64) -> Tally {
        let mut by_day: FxHashMap<DayNumber, i64> = FxHashMap::default();
        for row in &self.rows {
            let given = day_of(self.leads, *row);
            by_day.entry(given).or_default();
            let is_accepted = self
                .leads
                .standing
                .get(*row)
                .is_some_and(|standing| standing.decision() == Acceptance::Accepted);
            if is_accepted {
                // By the day of the decision; where nobody wrote it down, by the day of the hand-over.
                let day = decision(self.leads, *row).0.unwrap_or(given);
                *by_day.entry(day).or_default() += 1;
            }
        }
        let month_of = |day: NaiveDate| (day.year(), day.month());
        let mut months: BTreeMap<(i32, u32), i64> = BTreeMap::new();
        for (day, accepted) in by_day {
            if let Some(day) = numbered_day(day) {
                *months.entry(month_of(day)).or_default() += accepted;
            }
        }
        let this_month = month_of(self.asked.today);
        let mut tally = Tally::default();
        for (month, accepted) in months {
            tally.add(if accepted >= promised {
                Fared::OnTime(None)
            } else if month < this_month {
                Fared::Overdue
            } else {
                Fared::NotYetDue
            });
        }
        tally
    }
}

fn known(day: Option<&DayNumber>) -> Option<DayNumber> {
    day.copied().filter(|day| *day != UNKNOWN_DAY)
}

/// When a person first got in touch, and whether somebody did.
fn first_touch(leads: &LeadColumns, row: usize) -> (Option<DayNumber>, bool) {
    let day = known(leads.first_touch_on.get(row));
    let touched = leads.touches.get(row).copied().flatten().is_some_and(|n| n > 0);
    // A lead beyond the first stage was touched, whether or not anybody wrote down when.
    let moved = leads
        .stage
        .get(row)
        .copied()
        .flatten()
        .is_some_and(|stage| stage != LeadStage::New);
    (day, touched || moved)
}

/// When sales accepted or rejected, to the lead or to one of its opportunities, and whether it did.
fn decision(leads: &LeadColumns, row: usize) -> (Option<DayNumber>, bool) {
    let of_deals = leads
        .deals_of(row)
        .iter()
        .filter_map(|deal| known(leads.deals.decided_on.get(usize::try_from(*deal).ok()?)))
        .min();
    let day = known(leads.decided_on.get(row)).or(of_deals);
    let standing = leads.standing.get(row);
    let decided = standing.is_some_and(|standing| standing.decision() != Acceptance::Undecided);
    (day, decided)
}

/// Whether a lead that was given up was tried often enough.
fn attempts(leads: &LeadColumns, row: usize, least: i64) -> Fared {
    let given_up = matches!(
        leads.reason.get(row).copied().flatten(),
        Some(Reason::Abandoned | Reason::NoResponse)
    );
    if !given_up {
        return Fared::Aside;
    }
    match leads.touches.get(row).copied().flatten() {
        None => Fared::CannotBeTold,
        Some(touches) => Fared::given(i64::from(touches) >= least),
    }
}

/// Whether a rejection has its reason.
fn reason_given(leads: &LeadColumns, row: usize) -> Fared {
    let rejected = leads
        .standing
        .get(row)
        .is_some_and(|standing| standing.decision() == Acceptance::Rejected);
    let is_out = leads.stage.get(row).copied().flatten() == Some(LeadStage::Disqualified);
    if !rejected && !is_out {
        return Fared::Aside;
    }
    Fared::given(leads.reason.get(row).copied().flatten().is_some())
}
