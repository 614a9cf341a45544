//! What stands in a column, counted as its cells go by, in bounded memory.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use crate::classify::{Counts, classify};
use crate::limits;
use crate::number;

/// Values longer than this are counted, but not kept.
const LONGEST_KEPT: usize = 120;
/// The bytes that the values of all columns may take together.
pub(crate) const KEPT_BYTES: usize = 96 << 20;
/// What one kept value costs beside its text.
const COST_OF_ONE: usize = 64;

/// The counts of one column.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) filled: u64,
    pub(crate) samples: Vec<String>,
    /// How often each of the first values stands in the column. What they could be is asked once for each of them, at
    /// the end.
    kept: HashMap<Box<str>, u64>,
    /// The hashes of values too long to keep.
    long: HashSet<u64>,
    more: bool,
    /// Whether nearly every cell differs from the others, so that it is not worth looking each up.
    all_differ: bool,
    counts: Counts,
    digits: Digits,
    /// The different values that were kept before there were too many.
    distinct: usize,
    hasher: RandomState,
}

/// The lengths of the cells that are digits alone.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Digits {
    pub(crate) cells: u64,
    pub(crate) shortest: usize,
    pub(crate) longest: usize,
}

impl Digits {
    fn add(&mut self, length: usize, times: u64) {
        self.shortest = if self.cells == 0 {
            length
        } else {
            self.shortest.min(length)
        };
        self.longest = self.longest.max(length);
        self.cells += times;
    }
}

/// What a column came to.
pub(crate) struct Total {
    pub(crate) counts: Counts,
    pub(crate) digits: Digits,
    pub(crate) values: Vec<(String, u64)>,
    pub(crate) distinct: u64,
    pub(crate) more: bool,
}

impl Tally {
    /// Counts a cell. `budget` is what all columns may still keep.
    pub(crate) fn add(&mut self, cell: &str, budget: &mut usize) {
        if cell.is_empty() {
            return;
        }
        if cell.len() <= LONGEST_KEPT {
            if self.all_differ {
                if !number::is_nothing(cell) {
                    self.filled += 1;
                    self.count(cell, 1);
                }
                return;
            }
            if let Some(times) = self.kept.get_mut(cell) {
                *times += 1;
                self.filled += 1;
                return;
            }
            if number::is_nothing(cell) {
                return;
            }
        }
        self.filled += 1;
        self.new_value(cell, budget);
    }

    fn new_value(&mut self, cell: &str, budget: &mut usize) {
        let has_room = self.distinct + self.kept.len() + self.long.len() < limits::DISTINCT;
        if cell.len() > LONGEST_KEPT {
            let hash = self.hasher.hash_one(cell);
            if !self.long.contains(&hash) {
                self.take_sample(cell);
                if has_room && *budget >= COST_OF_ONE {
                    *budget -= COST_OF_ONE;
                    self.long.insert(hash);
                } else {
                    self.more = true;
                }
            }
            self.count(cell, 1);
            return;
        }
        let cost = cell.len() + COST_OF_ONE;
        self.take_sample(cell);
        if has_room && *budget >= cost {
            *budget -= cost;
            self.kept.insert(cell.into(), 1);
        } else {
            self.count(cell, 1);
            if !self.more {
                self.more = true;
                self.stop_if_all_differ();
            }
        }
    }

    /// Ids, names and addresses of mail are told by now: their values stand there about once each, and a list of the most
    /// frequent ones says nothing.
    fn stop_if_all_differ(&mut self) {
        let times: u64 = self.kept.values().sum();
        if times < 2 * self.kept.len() as u64 {
            self.all_differ = true;
            self.distinct = self.kept.len();
            for (value, times) in std::mem::take(&mut self.kept) {
                self.count(&value, times);
            }
        }
    }

    fn take_sample(&mut self, cell: &str) {
        if self.samples.len() < 3 {
            let sample = crate::trouble::shortened(cell);
            if !self.samples.contains(&sample) {
                self.samples.push(sample);
            }
        }
    }

    fn count(&mut self, cell: &str, times: u64) {
        let kinds = classify(cell);
        self.counts.add(&kinds, times);
        if let Some(length) = kinds.digits {
            self.digits.add(length, times);
        }
    }

    /// Adds up what was put off.
    pub(crate) fn total(mut self) -> Total {
        let kept = std::mem::take(&mut self.kept);
        let distinct = (self.distinct + kept.len() + self.long.len()) as u64;
        let mut values: Vec<(String, u64)> = Vec::with_capacity(kept.len());
        for (value, times) in kept {
            self.count(&value, times);
            values.push((value.into(), times));
        }
        values.sort_unstable_by(|(text, times), (other, others)| {
            others.cmp(times).then_with(|| text.cmp(other))
        });
        values.truncate(limits::LISTED_VALUES);
        Total {
            counts: self.counts,
            digits: self.digits,
            values,
            distinct,
            more: self.more,
        }
    }
}
