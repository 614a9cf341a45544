//! Holds what happened to leads against what was promised of them.

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use chrono::{Datelike, NaiveDate};

use super::{
    Asked,
    done::{Done, Step, TakenOn, decided_on, touched_on},
    tally::{Fared, Tally},
};
use crate::{
    definition::{
        FieldName, Promise, PromiseKind,
        batches::{self, Batch, size, together},
        by_day::{LeadsByDay, PerDay, Span},
        judging::{Known, day_of},
        rules::working_days::WorkingSpan,
    },
    leads::{
        columns::{DayNumber, LeadColumns, UNKNOWN_DAY, day_number},
        fields::Field,
        importing::choice::word,
        parts::{MANY, side_by_side},
    },
};

/// The leads of a period, before what was promised.
pub(super) struct Keeping<'l> {
    asked: &'l Asked,
    leads: &'l LeadColumns,
    source: Known<'l>,
    needed: Known<'l>,
    working: WorkingSpan<'l>,
    today: DayNumber,
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
    pub tallies: Vec<Tally>,
}

/// What is counted on the way.
struct Counts {
    tallies: Vec<Tally>,
    /// Leads that were accepted, by the day of it.
    accepted: PerDay,
}

impl<'l> Keeping<'l> {
    pub fn new(asked: &'l Asked, leads: &'l LeadColumns) -> Self {
        let today = day_number(asked.today);
        let span = Span::of(leads);
        let (first, last) = span
            .last()
            .map_or((today, today), |last| (span.first.min(today), last.max(today)));
        Self {
            asked,
            leads,
            source: Known::of(leads, [&FieldName(word(Field::Source))]),
            needed: Known::of(leads, &asked.needed),
            working: asked.working.span(first, last),
            today,
            span,
            within: batches::within(leads, asked.period),
            done: Done::of(leads),
        }
    }

    /// Returns how promises were kept: leads go by once for all of them, and parts of the leads side by side.
    pub fn hold(&self, promises: &[&Promise]) -> Held {
        let with_due: Vec<(&Promise, Due)> = promises.iter().map(|one| (*one, self.due(one))).collect();
        let counts = side_by_side(
            MANY,
            |part| self.part(&with_due, part.of(batches::count(self.leads.rows()))),
            Counts::and,
        );
        let by_day = LeadsByDay::of(self.leads);
        let mut tallies = counts.tallies;
        for (promise, tally) in promises.iter().zip(&mut tallies) {
            if promise.kind == PromiseKind::AcceptedLeads {
                let months = by_day.months(self.asked.period, &counts.accepted);
                self.tell_months(months, promise.amount.unwrap_or(0), tally);
            }
        }
        let days = by_day.within(self.asked.period);
        Held {
            leads: days
                .flat_map(|(_, leads)| leads.map(|(_, leads)| i64::from(leads)))
                .sum(),
            tallies,
        }
    }

    fn part(&self, promises: &[(&Promise, Due)], numbers: Range<usize>) -> Counts {
        let mut counts = Counts {
            tallies: promises.iter().map(|_| Tally::default()).collect(),
            accepted: PerDay::none(self.span),
        };
        for batch in batches::batches(&self.within, numbers) {
            let done = self.done.get(batch.number).copied().unwrap_or_default();
            for ((promise, due), tally) in promises.iter().zip(&mut counts.tallies) {
                match promise.kind {
                    PromiseKind::AcceptedLeads => self.add_accepted(&batch, done, &mut counts.accepted),
                    PromiseKind::SourceGiven => {
                        tally.add_given(batch.within, self.source.of_batch(self.leads, batch.number));
                    }
                    PromiseKind::InformationGiven => {
                        tally.add_given(batch.within, self.needed.of_batch(self.leads, batch.number));
                    }
                    PromiseKind::FirstTouch => {
                        self.add_in_time((&batch, done), (done.touched, touched_on), *due, tally);
                    }
                    PromiseKind::Decision => {
                        self.add_in_time((&batch, done), (done.decided, decided_on), *due, tally);
                    }
                    PromiseKind::Attempts => {
                        for row in batch.rows(batch.within & done.given_up) {
                            tally.add(self.attempts(row, promise.amount.unwrap_or(1)));
                        }
                    }
                    PromiseKind::ReasonGiven => {
                        for row in batch.rows(batch.within & done.out) {
                            tally.add(Fared::given(
                                self.leads.reason.get(row).copied().flatten().is_some(),
                            ));
                        }
                    }
                }
            }
        }
        counts
    }

    fn add_accepted(&self, batch: &Batch, done: Done, accepted: &mut PerDay) {
        for row in batch.rows(batch.within & done.accepted) {
            // By the day of the decision; where nobody wrote it down, by the day of the hand-over.
            let day = decided_on(self.leads, row);
            accepted.add(day.unwrap_or_else(|| day_of(self.leads, row)));
        }
    }

    /// How leads of a batch fared where a step is to be taken within so many working days. `taken_on` says when it was.
    fn add_in_time(
        &self,
        (batch, done): (&Batch, Done),
        (step, taken_on): (Step, TakenOn),
        due: Due,
        tally: &mut Tally,
    ) {
        let known = batch.within & done.given;
        for row in batch.rows(known & step.with_day) {
            let given = day_of(self.leads, row);
            let took = taken_on(self.leads, row).map_or(0, |taken| self.working.between(given, taken));
            tally.add(if took <= due.within {
                Fared::OnTime(Some(took))
            } else {
                Fared::Late(took)
            });
        }
        let open = known & !step.with_day & !step.without_day;
        if open != 0 {
            let is_due = together(
                batch
                    .days(self.leads)
                    .into_iter()
                    .map(|given| self.is_due(given, due)),
            );
            tally.overdue += size(open & is_due);
            tally.not_yet_due += size(open & !is_due);
        }
        // Taken, and nobody wrote down when; or nobody wrote down from when days are counted.
        tally.cannot_be_told += size(batch.within & !done.given) + size(known & step.without_day);
    }

    /// Whether a lead that was given up was tried often enough.
    fn attempts(&self, row: usize, least: i64) -> Fared {
        match self.leads.touches.get(row).copied().flatten() {
            None => Fared::CannotBeTold,
            Some(touches) => Fared::given(i64::from(touches) >= least),
        }
    }

    /// Returns what is due of a promise: the earlier a lead was given, the more working days are over.
    fn due(&self, promise: &Promise) -> Due {
        let within = promise.amount.unwrap_or(0);
        let days = (self.span.first.saturating_sub(1)..=self.today).rev();
        let mut is_due = days.filter(|given| self.working.between(*given, self.today) > within);
        Due {
            within,
            last: is_due.next().unwrap_or(UNKNOWN_DAY),
        }
    }

    fn is_due(&self, given: DayNumber, due: Due) -> bool {
        // A day of the wrong century lies before those that were looked at.
        given <= due.last || (given < self.span.first && self.working.between(given, self.today) > due.within)
    }

    /// Months that are over, by whether enough leads were accepted in them.
    fn tell_months(&self, months: BTreeMap<NaiveDate, (i64, i64)>, promised: i64, tally: &mut Tally) {
        let this_month = self.asked.today.with_day(1);
        for (month, (_, accepted)) in months {
            tally.add(if accepted >= promised {
                Fared::OnTime(None)
            } else if Some(month) < this_month {
                Fared::Overdue
            } else {
                Fared::NotYetDue
            });
        }
    }
}

impl Counts {
    /// Returns both together.
    fn and(mut self, other: Self) -> Self {
        for (tally, more) in self.tallies.iter_mut().zip(&other.tallies) {
            tally.add_all(more);
        }
        self.accepted.add_all(&other.accepted);
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        definition::rules::working_days::WorkingDays,
        ids::{DefinitionId, LineId},
        leads::{columns::numbered_day, period::Period, terms::LeadStage},
        workspace::company::Company,
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
                (any_day(), any_day(), prop::option::of(0_u32..3), any::<bool>()), 0..200),
            within in 0_i64..12, from in any_day(),
        ) {
            let mut columns = LeadColumns::of_days(leads.iter().map(|(given, ..)| *given).collect());
            columns.first_touch_on = leads.iter().map(|(_, touched, ..)| *touched).collect();
            columns.touches = leads.iter().map(|(.., touches, _)| *touches).collect();
            let stage = |moved| if moved { LeadStage::Working } else { LeadStage::New };
            columns.stage = leads.iter().map(|(.., moved)| Some(stage(*moved))).collect();
            let promise = Promise {
                id: LineId("promise".into()),
                definition: DefinitionId::only(),
                rank: String::new(),
                kind: PromiseKind::FirstTouch,
                amount: Some(within),
                note: String::new(),
            };
            let asked = Asked {
                promises: Vec::new(),
                needed: Vec::new(),
                working: WorkingDays::new(&[1, 2, 3, 4, 5], &[]),
                company: Company {
                    id: Company::ID.into(),
                    name: String::new(),
                    fiscal_start: 1,
                    currency: "EUR".into(),
                    language: "en-GB".into(),
                    week_start: 1,
                    one_person_does_both: false,
                    time_zone: "UTC".into(),
                },
                period: Period::of(numbered_day(from), None),
                today: numbered_day(TODAY).unwrap_or_default(),
            };
            let working = asked.working.span(TODAY, TODAY);
            let mut alone = Tally::default();
            let mut within_period = 0;
            for (given, touched, touches, moved) in &leads {
                if !asked.period.holds(*given) {
                    continue;
                }
                within_period += 1;
                let is_touched = *moved || touches.is_some_and(|touches| touches > 0);
                alone.add(match (*given, *touched, is_touched) {
                    (UNKNOWN_DAY, ..) | (_, UNKNOWN_DAY, true) => Fared::CannotBeTold,
                    (given, UNKNOWN_DAY, false) if working.between(given, TODAY) > within => Fared::Overdue,
                    (_, UNKNOWN_DAY, false) => Fared::NotYetDue,
                    (given, touched, _) => match working.between(given, touched) {
                        took if took <= within => Fared::OnTime(Some(took)),
                        took => Fared::Late(took),
                    },
                });
            }
            let held = Keeping::new(&asked, &columns).hold(&[&promise]);
            prop_assert_eq!(held.leads, within_period);
            prop_assert_eq!(held.tallies, vec![alone]);
        }
    }
}
