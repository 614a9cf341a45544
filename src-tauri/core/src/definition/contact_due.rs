//! Until when a lead is to be contacted: by the promise in force on the day of its hand-over. A lead that nobody touched is
//! ignored only when that time is over.

use chrono::NaiveDate;

use super::{
    Promise, PromiseKind,
    judgements::{InForce, ever_in_force},
    rules::working_days::WorkingDays,
};
use crate::leads::columns::{DayNumber, UNKNOWN_DAY};
use lockstep_workspace::{context::ReadContext, error::Result};

/// By when leads were to be contacted, as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactDue {
    stretches: Vec<Stretch>,
    /// Within how many working days a lead handed over today is to be contacted.
    pub within: i64,
    /// Whether that is promised; where nothing is in force, the usual promise is the measure.
    pub is_promised: bool,
}

/// Days on which one promise was in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    from: DayNumber,
    /// The first day on which it no longer was.
    until: DayNumber,
    /// What was handed over on this day or before was to be contacted by now.
    last_overdue: DayNumber,
}

impl ContactDue {
    /// Returns it as of today.
    ///
    /// # Errors
    /// `Damaged` when a signed text cannot be read.
    pub fn of(reader: &ReadContext) -> Result<Self> {
        Ok(Self::new(&ever_in_force(reader)?, reader.today()))
    }

    fn new(versions: &[InForce], today: NaiveDate) -> Self {
        let usual = PromiseKind::FirstTouch.usual_amount().unwrap_or(1);
        let week = WorkingDays::new(&[1, 2, 3, 4, 5], &[]);
        let mut due = Self {
            stretches: Vec::with_capacity(versions.len() + 1),
            within: usual,
            is_promised: false,
        };
        let first = versions.first().map_or(DayNumber::MAX, |version| version.since);
        due.add(UNKNOWN_DAY..first, week.last_overdue(usual, today));
        for (place, version) in versions.iter().enumerate() {
            let until = versions.get(place + 1).map_or(DayNumber::MAX, |next| next.since);
            let content = &version.content;
            let promised = amount(&content.promises);
            let calendar = WorkingDays::new(&content.definition.working_days, &content.definition.holidays);
            due.within = promised.unwrap_or(usual);
            due.is_promised = promised.is_some();
            due.add(version.since..until, calendar.last_overdue(due.within, today));
        }
        due
    }

    fn add(&mut self, days: std::ops::Range<DayNumber>, last_overdue: DayNumber) {
        self.stretches.push(Stretch {
            from: days.start,
            until: days.end,
            last_overdue,
        });
    }

    /// Returns whether a lead handed over on a day was to be contacted by now. Of a day that is not known nobody can say.
    #[inline]
    pub fn is_past(&self, given: DayNumber) -> bool {
        given != UNKNOWN_DAY
            && self
                .stretches
                .iter()
                .any(|one| one.from <= given && given < one.until && given <= one.last_overdue)
    }
}

fn amount(promises: &[Promise]) -> Option<i64> {
    let promise = promises.iter().find(|one| one.kind == PromiseKind::FirstTouch)?;
    promise.amount
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::leads::columns::day_number;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn where_nothing_was_promised_a_working_day_has_to_pass() {
        // Monday.
        let due = ContactDue::new(&[], day("2026-11-30"));
        assert_eq!((due.within, due.is_promised), (1, false));
        let is_past = |text| due.is_past(day_number(day(text)));
        assert!(!is_past("2026-11-30"));
        assert!(!is_past("2026-11-27"), "one working day after Friday is Monday");
        assert!(is_past("2026-11-26"));
        assert!(!due.is_past(UNKNOWN_DAY));
    }
}
