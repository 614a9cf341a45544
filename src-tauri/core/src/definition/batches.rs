//! Leads looked at 64 at a time, as many as a word has bits: what is said of them stands in words, a bit for each.

use std::{ops::Range, sync::Arc};

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use super::evaluation::day_of;
use crate::leads::{
    columns::{DayNumber, LeadColumns, UNKNOWN_DAY},
    period::Period,
    rules::LifecycleStatus,
};

/// So many leads are looked at together.
pub const AT_ONCE: usize = 64;

/// Up to 64 leads, and which of them lie within a period.
pub(super) struct Batch {
    /// How many batches are before it.
    pub number: usize,
    /// Those within the period, a bit for each.
    pub within: u64,
}

impl Batch {
    /// Returns the days from which days are counted for its leads.
    pub fn days(&self, leads: &LeadColumns) -> [DayNumber; AT_ONCE] {
        let mut days = [UNKNOWN_DAY; AT_ONCE];
        for (day, row) in days.iter_mut().zip(rows_of(self.number, leads.rows())) {
            *day = day_of(leads, row);
        }
        days
    }

    /// Returns the rows of leads whose bits are set.
    pub fn rows(&self, bits: u64) -> impl Iterator<Item = usize> + use<> {
        rows_with(self.number, bits)
    }
}

/// Returns the rows of a batch whose bits are set.
pub(super) fn rows_with(number: usize, bits: u64) -> impl Iterator<Item = usize> {
    places(bits).map(move |place| number * AT_ONCE + place)
}

/// Returns which leads have an opportunity, batch by batch, found once for as long as no lead changes.
pub(super) fn converted(leads: &LeadColumns) -> Arc<Vec<u64>> {
    #[derive(PartialEq)]
    struct Which;
    leads.answer_cache.answer(Which, |_| {
        let of_batch = |standings: &[LifecycleStatus]| {
            together(standings.iter().map(|standing| standing.is_converted()))
        };
        leads.standing.chunks(AT_ONCE).map(of_batch).collect()
    })
}

/// Returns how many batches so many rows are.
pub(super) fn count(rows: usize) -> usize {
    rows.div_ceil(AT_ONCE)
}

/// Returns the rows of a batch; the last may have fewer.
pub(super) fn rows_of(number: usize, rows: usize) -> Range<usize> {
    let first = number * AT_ONCE;
    first.min(rows)..(first + AT_ONCE).min(rows)
}

/// Periods are few: a page asks for one, and another page for another.
const PERIODS: usize = 4;

/// Returns which leads lie within a period, batch by batch, found once for as long as no lead changes.
pub(super) fn within(leads: &LeadColumns, period: Period) -> Arc<Vec<u64>> {
    leads.answer_cache.one_of(PERIODS, period, |period| {
        let of_batch =
            |number| together(rows_of(number, leads.rows()).map(|row| period.holds(day_of(leads, row))));
        let numbers = (0..count(leads.rows())).into_par_iter();
        numbers.with_min_len(PIECE).map(of_batch).collect()
    })
}

/// So many batches are looked at in one go, and several such pieces side by side.
pub(super) const PIECE: usize = 1_024;

/// Returns these batches; those of which no lead lies within the period are left out. `within` is what [`within`] says.
pub(super) fn batches(within: &[u64], numbers: Range<usize>) -> impl Iterator<Item = Batch> {
    let words = within.get(numbers.clone()).unwrap_or_default();
    let batches = numbers.zip(words);
    batches
        .filter(|(_, within)| **within != 0)
        .map(|(number, within)| Batch {
            number,
            within: *within,
        })
}

/// Returns up to 64 answers as bits of a word.
#[inline]
pub(super) fn together(answers: impl Iterator<Item = bool>) -> u64 {
    let mut bytes = [0; AT_ONCE];
    for (byte, answer) in bytes.iter_mut().zip(answers) {
        *byte = u8::from(answer);
    }
    packed(&bytes)
}

/// Returns the lowest bits of 64 bytes as one word.
#[inline]
pub(super) fn packed(bytes: &[u8; AT_ONCE]) -> u64 {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    /// Multiplying by this moves the lowest bit of byte `n` to bit `n` of the last byte; no two meet on the way.
    const TOGETHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = bytes.as_chunks::<8>();
    eights.iter().enumerate().fold(0, |bits, (place, eight)| {
        let lowest = u64::from_le_bytes(*eight) & LOWEST;
        bits | ((lowest.wrapping_mul(TOGETHER) >> 56) << (place * 8))
    })
}

/// Returns the places of the bits that are set, from the lowest.
fn places(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = usize::try_from(bits.trailing_zeros())
            .ok()
            .filter(|_| bits != 0)?;
        bits &= bits - 1;
        Some(place)
    })
}

/// Returns how many bits are set.
pub(super) fn size(bits: u64) -> i64 {
    i64::from(bits.count_ones())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::leads::columns::numbered_day;

    proptest! {
        #[test]
        fn every_bit_has_its_place(bits: u64) {
            prop_assert_eq!(places(bits).fold(0, |all, place| all | (1 << place)), bits);
            prop_assert_eq!(size(bits), places(bits).count() as i64);
            prop_assert_eq!(together((0..AT_ONCE).map(|place| (bits >> place) & 1 == 1)), bits);
        }

        #[test]
        fn every_row_within_the_period_is_in_one_batch(
            days in prop::collection::vec(prop::sample::select(vec![UNKNOWN_DAY, 739_900, 739_931]), 0..200), all: bool,
        ) {
            let leads = LeadColumns::of_days(days.clone());
            let from = if all { None } else { numbered_day(739_910) };
            let period = Period::of(from, None);
            let found: Vec<usize> = batches(&within(&leads, period), 0..count(days.len()))
                .flat_map(|batch| batch.rows(batch.within))
                .collect();
            let rows = days.iter().enumerate().filter(|(_, day)| period.holds(**day));
            let expected: Vec<usize> = rows.map(|(row, _)| row).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
