//! The middle one of many, the median: what is usual, whatever a few extremes are.

use std::collections::BTreeMap;

/// Returns the middle one of some numbers, half way between two where they are even in number; nothing for none. The order
/// of the numbers is another afterwards.
pub(crate) fn median<T: Copy + Ord>(numbers: &mut [T], as_number: impl Fn(T) -> f64) -> Option<f64> {
    let half = numbers.len() / 2;
    if numbers.is_empty() {
        return None;
    }
    let is_even = numbers.len().is_multiple_of(2);
    let (below, upper, _) = numbers.select_nth_unstable(half);
    let upper = as_number(*upper);
    if !is_even {
        return Some(upper);
    }
    let lower = as_number(*below.iter().max()?);
    Some(f64::midpoint(lower, upper))
}

/// Numbers from 0 on that are mostly small (days, attempts), each counted: a million of them are never put in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Histogram {
    /// How many there are of 0, of 1, of 2 and so on; nearly all are here.
    few: Vec<u32>,
    /// How many there are of each larger number.
    more: BTreeMap<u32, u32>,
}

/// So many numbers are counted by their place.
const FEW: usize = 256;

impl Histogram {
    /// Counts a number.
    #[inline]
    pub fn add(&mut self, number: u32) {
        self.add_times(number, 1);
    }

    fn add_times(&mut self, number: u32, times: u32) {
        match usize::try_from(number) {
            Ok(place) if place < FEW => {
                if self.few.len() <= place {
                    self.few.resize(place + 1, 0);
                }
                if let Some(count) = self.few.get_mut(place) {
                    *count += times;
                }
            }
            _ => *self.more.entry(number).or_default() += times,
        }
    }

    /// Counts all that is counted in `other`.
    pub fn add_all(&mut self, other: &Self) {
        other
            .counts()
            .for_each(|(number, times)| self.add_times(number, times));
    }

    /// The numbers in their order, each with how many there are.
    fn counts(&self) -> impl Iterator<Item = (u32, u32)> {
        let few = (0_u32..).zip(self.few.iter().copied());
        few.filter(|(_, count)| *count > 0)
            .chain(self.more.iter().map(|(number, count)| (*number, *count)))
    }

    /// Returns how many numbers are counted.
    pub fn count(&self) -> i64 {
        self.counts().map(|(_, count)| i64::from(count)).sum()
    }

    /// Returns how many are `least` or more.
    pub fn from(&self, least: u32) -> i64 {
        let large = self.counts().filter(|(number, _)| *number >= least);
        large.map(|(_, count)| i64::from(count)).sum()
    }

    /// Returns the number at a place, counted from 0 in their order.
    pub fn at(&self, place: i64) -> Option<u32> {
        let mut before = 0;
        self.counts()
            .find(|(_, count)| {
                before += i64::from(*count);
                place < before
            })
            .map(|(number, _)| number)
    }

    /// Returns the middle number, half way between two where they are even in number; nothing where there is none.
    pub fn median(&self) -> Option<f64> {
        let count = self.count();
        let upper = f64::from(self.at(count / 2)?);
        if count % 2 == 1 {
            return Some(upper);
        }
        Some(f64::midpoint(f64::from(self.at(count / 2 - 1)?), upper))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_middle_of_an_even_number_lies_between_two() {
        let median = |numbers: &mut [i32]| median(numbers, f64::from);
        assert_eq!(median(&mut []), None);
        assert_eq!(median(&mut [9, -2, 4]), Some(4.0));
        assert_eq!(median(&mut [9, -2, 4, 5]), Some(4.5));
    }

    proptest! {
        #[test]
        fn counting_numbers_is_putting_them_in_order(
            mut numbers in prop::collection::vec(prop_oneof![0_u32..12, 250_u32..400], 0..60), cut: usize, least in 0_u32..400,
        ) {
            let (mut spread, mut rest) = (Histogram::default(), Histogram::default());
            let cut = cut % (numbers.len() + 1);
            numbers.iter().take(cut).for_each(|number| spread.add(*number));
            numbers.iter().skip(cut).for_each(|number| rest.add(*number));
            spread.add_all(&rest);
            prop_assert_eq!(spread.median(), median(&mut numbers.clone(), f64::from));
            numbers.sort_unstable();
            let ordered: Vec<u32> = (0..spread.count()).filter_map(|place| spread.at(place)).collect();
            prop_assert_eq!(&ordered, &numbers);
            let large = numbers.iter().filter(|number| **number >= least).count();
            prop_assert_eq!(spread.from(least), large as i64);
        }
    }
}
