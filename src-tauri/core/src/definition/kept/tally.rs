//! How leads fared under one promise, counted.

use std::collections::BTreeMap;

/// How one lead, or one month, fared under a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fared {
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
    /// The promise does not concern it.
    Aside,
}

impl Fared {
    /// Returns how something fares that is given, or is not.
    pub fn given(given: bool) -> Self {
        if given { Self::OnTime(None) } else { Self::Overdue }
    }
}

/// Counts of a promise.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub on_time: i64,
    pub late: i64,
    pub overdue: i64,
    pub not_yet_due: i64,
    pub cannot_be_told: i64,
    /// How many took so many working days, 0, 1, 2 and so on; nearly all are here.
    took_few: [i64; FEW],
    /// How many took longer, by their working days.
    took: BTreeMap<i64, i64>,
}

/// So many working days are counted by place.
const FEW: usize = 32;

impl Tally {
    /// Counts one more.
    pub fn add(&mut self, fared: Fared) {
        match fared {
            Fared::OnTime(took) => {
                self.on_time += 1;
                if let Some(took) = took {
                    self.took(took);
                }
            }
            Fared::Late(took) => {
                self.late += 1;
                self.took(took);
            }
            Fared::Overdue => self.overdue += 1,
            Fared::NotYetDue => self.not_yet_due += 1,
            Fared::CannotBeTold => self.cannot_be_told += 1,
            Fared::Aside => {}
        }
    }

    fn took(&mut self, days: i64) {
        match usize::try_from(days).ok().and_then(|days| self.took_few.get_mut(days)) {
            Some(count) => *count += 1,
            None => *self.took.entry(days).or_default() += 1,
        }
    }

    fn count(&self) -> i64 {
        self.took_few.iter().sum::<i64>() + self.took.values().sum::<i64>()
    }

    /// Returns how many days the one at a place took, counted from 0 in the order of their days.
    fn at(&self, place: i64) -> Option<i64> {
        let few = (0_i64..).zip(self.took_few);
        let more = self.took.iter().map(|(days, count)| (*days, *count));
        let mut before = 0;
        few.chain(more)
            .find(|(_, count)| {
                before += count;
                place < before
            })
            .map(|(days, _)| days)
    }

    /// Returns the middle number of days, half way between two where they are even in number; nothing where none is known.
    pub fn median_days(&self) -> Option<f64> {
        let count = self.count();
        let upper = self.at(count / 2)? as f64;
        if count % 2 == 1 {
            return Some(upper);
        }
        Some((self.at(count / 2 - 1)? as f64 + upper) / 2.0)
    }

    /// Returns the number of days within which nine of ten were done.
    pub fn nine_of_ten(&self) -> Option<i64> {
        let nine = (self.count() * 9 + 9) / 10;
        self.at(nine.checked_sub(1).filter(|place| *place >= 0)?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::middle::middle;

    proptest! {
        #[test]
        fn counting_days_is_putting_them_in_order(mut days in prop::collection::vec(0_i64..90, 0..60)) {
            let mut tally = Tally::default();
            days.iter().for_each(|days| tally.add(Fared::Late(*days)));
            prop_assert_eq!(tally.median_days(), middle(&mut days, |days| days as f64));
            let nine = (days.len() * 9).div_ceil(10).checked_sub(1).and_then(|place| days.get(place).copied());
            prop_assert_eq!(tally.nine_of_ten(), nine);
        }
    }
}
