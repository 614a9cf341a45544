//! How leads fared under one promise, counted.

use lockstep_workspace::promises::Fared;

use crate::{definition::batches::size, median::Histogram};

/// How one lead, or one month, fared under a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PromiseOutcome {
    /// Done in time; after how many working days, where days are promised.
    OnTime(Option<i64>),
    /// Done after more working days than promised.
    Late(i64),
    /// Due, and not done.
    Overdue,
    /// Not due yet.
    NotYetDue,
    /// The files do not say.
    CannotBeTold,
}

impl PromiseOutcome {
    /// Returns how something fares that is given, or is not.
    pub fn given(given: bool) -> Self {
        if given { Self::OnTime(None) } else { Self::Overdue }
    }
}

/// Counts of a promise.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub on_time: i64,
    pub late: i64,
    pub overdue: i64,
    pub not_yet_due: i64,
    pub cannot_be_told: i64,
    /// The working days that it took, where days are promised.
    took: Histogram,
}

impl Counts {
    /// Counts one more.
    pub fn add(&mut self, fared: PromiseOutcome) {
        match fared {
            PromiseOutcome::OnTime(took) => {
                self.on_time += 1;
                if let Some(took) = took {
                    self.took(took);
                }
            }
            PromiseOutcome::Late(took) => {
                self.late += 1;
                self.took(took);
            }
            PromiseOutcome::Overdue => self.overdue += 1,
            PromiseOutcome::NotYetDue => self.not_yet_due += 1,
            PromiseOutcome::CannotBeTold => self.cannot_be_told += 1,
        }
    }

    /// Counts those of some leads to whom something was given; a bit stands for each.
    pub fn add_given(&mut self, leads: u64, given: u64) {
        self.on_time += size(leads & given);
        self.overdue += size(leads & !given);
    }

    /// Returns how many fared so.
    pub fn of(&self, fared: Fared) -> i64 {
        match fared {
            Fared::OnTime => self.on_time,
            Fared::Late => self.late,
            Fared::Overdue => self.overdue,
            Fared::NotYetDue => self.not_yet_due,
        }
    }

    /// Counts all that is counted in `other`.
    pub fn add_all(&mut self, other: &Self) {
        self.on_time += other.on_time;
        self.late += other.late;
        self.overdue += other.overdue;
        self.not_yet_due += other.not_yet_due;
        self.cannot_be_told += other.cannot_be_told;
        self.took.add_all(&other.took);
    }

    fn took(&mut self, days: i64) {
        self.took.add(u32::try_from(days.max(0)).unwrap_or(u32::MAX));
    }

    /// Returns the middle number of days; nothing where none is known.
    pub fn median_days(&self) -> Option<f64> {
        self.took.median()
    }

    /// Returns the number of days within which nine of ten were done.
    pub fn nine_of_ten(&self) -> Option<i64> {
        let nine = (self.took.count() * 9 + 9) / 10;
        self.took.at((nine - 1).max(0)).map(i64::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nine_of_ten_were_done_within_so_many_days() {
        let mut tally = Counts::default();
        assert_eq!((tally.median_days(), tally.nine_of_ten()), (None, None));
        (1..=10).for_each(|days| tally.add(PromiseOutcome::Late(days)));
        assert_eq!((tally.median_days(), tally.nine_of_ten()), (Some(5.5), Some(9)));
        tally.add(PromiseOutcome::OnTime(Some(300)));
        assert_eq!((tally.median_days(), tally.nine_of_ten()), (Some(6.0), Some(10)));
    }
}
