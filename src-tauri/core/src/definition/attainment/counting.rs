//! Holds what happened to leads against what was promised of them.

use std::{ops::Range, sync::Arc};

use chrono::{Datelike, NaiveDate};

use super::{
    Promised,
    counts::{Counts, PromiseOutcome},
    done::{Done, Step, TakenOn, accepted_by_day, settled_on, touched_on, unknown_by_day},
};
use crate::{
    definition::{
        FieldName, Promise, PromiseKind,
        batches::{self, AT_ONCE, Batch, size, together},
        by_day::Span,
        evaluation::{KnownFields, day_of},
        rules::working_days::WorkingSpan,
    },
    leads::{
        columns::{DayNumber, LeadColumns, day_number, numbered_day},
        fields::Field,
        importing::choice::word,
        parts::{MANY, side_by_side},
        period::Period,
    },
};
use lockstep_workspace::{calendar::add_months, promises::Fared};

/// The leads of a period, before what was promised.
pub(super) struct Keeping<'l> {
    promised: &'l Promised,
    leads: &'l LeadColumns,
    source: KnownFields<'l>,
    needed: KnownFields<'l>,
    working: WorkingSpan<'l>,
    period: Period,
    today: NaiveDate,
    span: Span,
    within: Arc<Vec<u64>>,
    done: Arc<Vec<Done>>,
}

/// What is due of a promise with a number of days.
#[derive(Debug, Clone, Copy)]
struct Due {
    /// So many working days are promised.
    within: i64,
    /// What was given on this day or before, and not done, is overdue today.
    last: DayNumber,
}

/// How promises were kept, in their order, and of how many leads.
pub(super) struct Held {
    pub leads: i64,
    pub tallies: Vec<Counts>,
}

impl<'l> Keeping<'l> {
    /// Looks at the leads that were handed over in a period.
    pub fn new(promised: &'l Promised, leads: &'l LeadColumns, period: Period, today: NaiveDate) -> Self {
        let span = Span::of(leads);
        let now = day_number(today);
        let (first, last) = span
            .last()
            .map_or((now, now), |last| (span.first.min(now), last.max(now)));
        Self {
            promised,
            leads,
            source: KnownFields::of(leads, [&FieldName(word(Field::Source))]),
            needed: KnownFields::of(leads, &promised.needed),
            working: promised.working.span(first, last),
            period,
            today,
            span,
            within: batches::within(leads, period),
            done: Done::of(leads),
        }
    }

    /// Returns how promises were kept: leads go by once for all of them, and parts of the leads side by side.
    pub fn hold(&self, promises: &[&Promise]) -> Held {
        let with_due: Vec<(&Promise, Due)> = promises.iter().map(|one| (*one, self.due(one))).collect();
        let mut tallies = side_by_side(
            MANY,
            |part| self.part(&with_due, part.of(batches::count(self.leads.rows()))),
            |mut tallies: Vec<Counts>, more| {
                tallies
                    .iter_mut()
                    .zip(&more)
                    .for_each(|(tally, more)| tally.add_all(more));
                tallies
            },
        );
        for (promise, tally) in promises.iter().zip(&mut tallies) {
            if promise.kind == PromiseKind::AcceptedLeads {
                self.tell_months(promise.amount.unwrap_or(0), tally);
            }
        }
        Held {
            leads: self.within.iter().map(|bits| size(*bits)).sum(),
            tallies,
        }
    }

    fn part(&self, promises: &[(&Promise, Due)], numbers: Range<usize>) -> Vec<Counts> {
        let mut tallies: Vec<Counts> = promises.iter().map(|_| Counts::default()).collect();
        for batch in batches::batches(&self.within, numbers) {
            for ((promise, due), tally) in promises.iter().zip(&mut tallies) {
                self.add_batch(&batch, promise, *due, tally);
            }
        }
        tallies
    }

    /// Counts how the leads of a batch fared under one promise.
    fn add_batch(&self, batch: &Batch, promise: &Promise, due: Due, tally: &mut Counts) {
        let done = self.done.get(batch.number).copied().unwrap_or_default();
        match promise.kind {
            // Held month by month, not lead by lead.
            PromiseKind::AcceptedLeads => {}
            PromiseKind::SourceGiven => {
                tally.add_given(batch.within, self.source.of_batch(self.leads, batch.number));
            }
            PromiseKind::InformationGiven => {
                // Where nothing is asked for, nothing was given and nothing withheld.
                if !self.promised.needed.is_empty() {
                    tally.add_given(batch.within, self.needed.of_batch(self.leads, batch.number));
                }
            }
            PromiseKind::FirstTouch => {
                self.add_in_time((batch, done), (done.touched, touched_on), due, tally);
            }
            PromiseKind::Decision => {
                self.add_in_time((batch, done), (done.decided, settled_on), due, tally);
            }
            PromiseKind::Attempts => {
                for row in batch.rows(batch.within & done.given_up) {
                    tally.add(self.attempts(row, promise.amount.unwrap_or(1)));
                }
            }
            PromiseKind::ReasonGiven => {
                for row in batch.rows(batch.within & done.out) {
                    tally.add(PromiseOutcome::given(
                        self.leads.says_why.get(row).copied().unwrap_or_default(),
                    ));
                }
            }
        }
    }

    /// Marks the leads that fared so under a promise: each is counted alone, by the same rule as all of them together.
    pub fn mark(&self, promise: &Promise, wanted: Fared, marked: &mut [bool]) {
        let due = self.due(promise);
        let all = 0..batches::count(self.leads.rows());
        for batch in batches::batches(&self.within, all) {
            for row in batch.rows(batch.within) {
                let alone = Batch {
                    number: batch.number,
                    within: 1 << (row % AT_ONCE),
                };
                let mut tally = Counts::default();
                self.add_batch(&alone, promise, due, &mut tally);
                if let Some(slot) = marked.get_mut(row) {
                    *slot |= tally.of(wanted) > 0;
                }
            }
        }
    }

    /// How leads of a batch fared where a step is to be taken within so many working days. `taken_on` says when it was.
    fn add_in_time(
        &self,
        (batch, done): (&Batch, Done),
        (step, taken_on): (Step, TakenOn),
        due: Due,
        tally: &mut Counts,
    ) {
        let known = batch.within & done.given;
        for row in batch.rows(known & step.with_day) {
            let given = day_of(self.leads, row);
            let took = taken_on(self.leads, row).map_or(0, |taken| self.working.between(given, taken));
            tally.add(if took <= due.within {
                PromiseOutcome::OnTime(Some(took))
            } else {
                PromiseOutcome::Late(took)
            });
        }
        let open = known & !step.with_day & !step.cannot_be_told;
        if open != 0 {
            let is_due = together(batch.days(self.leads).into_iter().map(|given| given <= due.last));
            tally.overdue += size(open & is_due);
            tally.not_yet_due += size(open & !is_due);
        }
        // Nobody wrote down when, or whether; or nobody wrote down from when days are counted.
        tally.cannot_be_told += size(batch.within & !done.given) + size(known & step.cannot_be_told);
    }

    /// Whether a lead that was given up was tried often enough.
    fn attempts(&self, row: usize, least: i64) -> PromiseOutcome {
        match self.leads.touches.get(row).copied().flatten() {
            None => PromiseOutcome::CannotBeTold,
            Some(touches) => PromiseOutcome::given(i64::from(touches) >= least),
        }
    }

    fn due(&self, promise: &Promise) -> Due {
        let within = promise.amount.unwrap_or(0);
        Due {
            within,
            last: self.promised.working.last_overdue(within, self.today),
        }
    }

    /// Whole months by whether enough leads were accepted in them, those without any among them. What the files do not reach
    /// cannot be told, nor can a month that would have enough with the leads of which nothing is known.
    fn tell_months(&self, promised: i64, tally: &mut Counts) {
        let Some(last_known) = self.leads.last_told_day().and_then(numbered_day) else {
            return;
        };
        let first_known = numbered_day(self.span.first).unwrap_or(last_known);
        let first = self.period.from().map_or(first_known, |from| {
            // A promise made in the middle of a month is held from the next month on.
            if from.day() == 1 {
                from
            } else {
                add_months(first_of_month(from), 1)
            }
        });
        let until = self.period.to().unwrap_or(if self.promised.is_in_force {
            self.today
        } else {
            last_known
        });
        let accepted = accepted_by_day(self.leads).by_month();
        let unknown = unknown_by_day(self.leads).by_month();
        let mut month = first_of_month(first);
        while month <= until.min(self.today) {
            let accepted = accepted.get(&month).copied().unwrap_or(0);
            let at_most = accepted + unknown.get(&month).copied().unwrap_or(0);
            tally.add(if accepted >= promised {
                PromiseOutcome::OnTime(None)
            } else if month >= first_of_month(self.today) {
                PromiseOutcome::NotYetDue
            } else if month > last_known || at_most >= promised {
                PromiseOutcome::CannotBeTold
            } else {
                PromiseOutcome::Overdue
            });
            month = add_months(month, 1);
        }
    }
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        definition::rules::working_days::WorkingDays,
        ids::{DefinitionId, ListItemId},
        leads::{columns::UNKNOWN_DAY, terms::LeadStage},
    };

    const TODAY: DayNumber = 739_900;

    fn any_day() -> impl Strategy<Value = DayNumber> {
        prop_oneof![1 => Just(UNKNOWN_DAY), 1 => Just(1), 1 => Just(3_652_059), 8 => TODAY - 40..TODAY + 5]
    }

    proptest! {
        /// Leads go by 64 at a time, and fare as each does alone.
        #[test]
        fn many_leads_fare_as_each_does(
            leads in prop::collection::vec(
                (any_day(), any_day(), prop::option::of(0_u32..3), any::<Option<bool>>()), 0..200),
            within in 0_i64..12, from in any_day(),
        ) {
            let mut columns = LeadColumns::of_days(leads.iter().map(|(given, ..)| *given).collect());
            columns.first_touch_on = leads.iter().map(|(_, touched, ..)| *touched).collect();
            columns.touches = leads.iter().map(|(.., touches, _)| *touches).collect();
            let stage = |moved| if moved { LeadStage::Working } else { LeadStage::New };
            columns.stage = leads.iter().map(|(.., moved)| moved.map(stage)).collect();
            let promise = Promise {
                id: ListItemId("promise".into()),
                definition: DefinitionId::only(),
                rank: String::new(),
                kind: PromiseKind::FirstTouch,
                amount: Some(within),
                note: String::new(),
            };
            let columns = columns.with_standing();
            let promised = Promised {
                promises: Vec::new(),
                needed: Vec::new(),
                working: WorkingDays::new(&[1, 2, 3, 4, 5], &[]),
                days: UNKNOWN_DAY..DayNumber::MAX,
                is_in_force: true,
            };
            let period = Period::of(numbered_day(from), None);
            let today = numbered_day(TODAY).unwrap_or_default();
            let working = promised.working.span(TODAY, TODAY);
            let mut alone = Counts::default();
            let mut within_period = 0;
            for (given, touched, touches, moved) in &leads {
                if !period.holds(*given) {
                    continue;
                }
                within_period += 1;
                // Of a lead without a stage whose touches nobody counted, nothing is known.
                let is_touched = match (*moved, *touches) {
                    (Some(true), _) | (None, None) => true,
                    (_, Some(touches)) => touches > 0,
                    (Some(false), None) => false,
                };
                alone.add(match (*given, *touched, is_touched) {
                    (UNKNOWN_DAY, ..) | (_, UNKNOWN_DAY, true) => PromiseOutcome::CannotBeTold,
                    // Nobody was contacted before they came in.
                    (given, touched, _) if touched != UNKNOWN_DAY && touched < given => PromiseOutcome::CannotBeTold,
                    (given, UNKNOWN_DAY, false) if working.between(given, TODAY) > within => PromiseOutcome::Overdue,
                    (_, UNKNOWN_DAY, false) => PromiseOutcome::NotYetDue,
                    (given, touched, _) => match working.between(given, touched) {
                        took if took <= within => PromiseOutcome::OnTime(Some(took)),
                        took => PromiseOutcome::Late(took),
                    },
                });
            }
            let held = Keeping::new(&promised, &columns, period, today).hold(&[&promise]);
            prop_assert_eq!(held.leads, within_period);
            prop_assert_eq!(held.tallies, vec![alone]);
        }
    }
}
