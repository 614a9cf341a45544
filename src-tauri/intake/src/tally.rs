//! What stands in a column, counted as its cells go by, in bounded memory.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use crate::classify::{Counts, classify};
use crate::day::DayOrder;
use crate::limits;
use crate::notations::Notations;
use crate::number::{self, Money};
use crate::survey::codes::NA;

/// Values longer than this are counted, but not kept.
const LONGEST_KEPT: usize = 120;
/// The bytes that the values of all columns may take together.
pub(crate) const KEPT_BYTES: usize = 96 << 20;
/// What one kept value costs beside its text.
const COST_OF_ONE: usize = 72;

/// The counts of one column.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) filled: u64,
    /// Cells that say "NA", which is a code in columns of such codes, and no value elsewhere.
    pub(crate) not_available: u64,
    pub(crate) samples: Vec<String>,
    /// How often each of the first values stands in the column, and in which row first. What they could be is asked once
    /// for each of them, at the end.
    kept: HashMap<Box<str>, (u64, u64)>,
    /// The hashes of values too long to keep.
    long: HashSet<u64>,
    more: bool,
    /// Whether nearly every cell differs from the others, so that it is not worth looking each up.
    all_differ: bool,
    counts: Counts,
    digits: Digits,
    /// The numbers of a workbook that have a point: they have one however texts are written, and say nothing of those.
    numbers_with_a_point: u64,
    notations: Notations,
    currencies: Vec<(Money, u64)>,
    not_number: Odd,
    not_day: Odd,
    day_first: Odd,
    month_first: Odd,
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

/// Cells that do not fit: how many, and the first three different ones with their rows.
#[derive(Debug, Default)]
pub(crate) struct Odd {
    pub(crate) count: u64,
    pub(crate) first: Vec<(u64, String)>,
}

impl Odd {
    const NAMED: usize = 3;

    fn add(&mut self, row: u64, cell: &str, times: u64) {
        self.count += times;
        let is_late = self.first.last().is_some_and(|(last, _)| *last <= row);
        if self.first.len() < Odd::NAMED || !is_late {
            self.name(row, crate::trouble::shortened(cell));
        }
    }

    fn name(&mut self, row: u64, cell: String) {
        if let Some(known) = self.first.iter_mut().find(|(_, known)| *known == cell) {
            known.0 = known.0.min(row);
        } else {
            self.first.push((row, cell));
        }
        self.first.sort();
        self.first.truncate(Odd::NAMED);
    }

    /// Adds those of `other`.
    pub(crate) fn and(mut self, other: Odd) -> Odd {
        self.count += other.count;
        for (row, cell) in other.first {
            self.name(row, cell);
        }
        self
    }
}

/// What a column came to.
pub(crate) struct Total {
    pub(crate) counts: Counts,
    pub(crate) digits: Digits,
    /// The currencies beside the numbers, the most frequent first.
    pub(crate) currencies: Vec<(Money, u64)>,
    /// What is no number.
    pub(crate) not_number: Odd,
    /// What is no day, and no number that could stand for one.
    pub(crate) not_day: Odd,
    /// Days that can only begin with their day, and those that can only begin with their month.
    pub(crate) day_first: Odd,
    pub(crate) month_first: Odd,
    /// How days that are numbers are written.
    pub(crate) notations: Notations,
    pub(crate) values: Vec<(String, u64)>,
    pub(crate) distinct: u64,
    pub(crate) more: bool,
}

impl Tally {
    /// Counts a cell of a row. `budget` is what all columns may still keep.
    pub(crate) fn add(&mut self, row: u64, cell: &str, budget: &mut usize) {
        if cell.is_empty() {
            return;
        }
        if cell.len() <= LONGEST_KEPT {
            if self.all_differ {
                if number::is_nothing(cell) {
                    self.leave_out(cell);
                } else {
                    self.filled += 1;
                    self.count(row, cell, 1);
                }
                return;
            }
            if let Some((times, _)) = self.kept.get_mut(cell) {
                *times += 1;
                self.filled += 1;
                return;
            }
            if number::is_nothing(cell) {
                self.leave_out(cell);
                return;
            }
        }
        self.filled += 1;
        self.new_value(row, cell, budget);
    }

    /// Notes that the cell that was added is a number, and no text that looks like one.
    pub(crate) fn was_a_number(&mut self, cell: &str) {
        self.numbers_with_a_point += u64::from(cell.contains('.'));
    }

    fn leave_out(&mut self, cell: &str) {
        self.not_available += u64::from(cell == NA);
    }

    fn new_value(&mut self, row: u64, cell: &str, budget: &mut usize) {
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
            self.count(row, cell, 1);
            return;
        }
        let cost = cell.len() + COST_OF_ONE;
        self.take_sample(cell);
        if has_room && *budget >= cost {
            *budget -= cost;
            self.kept.insert(cell.into(), (1, row));
        } else {
            self.count(row, cell, 1);
            if !self.more {
                self.more = true;
                self.stop_if_all_differ();
            }
        }
    }

    /// Ids, names and addresses of mail are told by now: their values stand there about once each, and a list of the most
    /// frequent ones says nothing.
    fn stop_if_all_differ(&mut self) {
        let times: u64 = self.kept.values().map(|(times, _)| times).sum();
        if times < 2 * self.kept.len() as u64 {
            self.all_differ = true;
            self.distinct = self.kept.len();
            for (value, (times, row)) in std::mem::take(&mut self.kept) {
                self.count(row, &value, times);
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

    fn count(&mut self, row: u64, cell: &str, times: u64) {
        let kinds = classify(cell);
        self.counts.add(&kinds, times);
        if !kinds.is_number() {
            self.not_number.add(row, cell, times);
        }
        if let Some(money) = kinds.currency() {
            self.add_currency(money, times);
        }
        if !kinds.may_be_day() {
            self.not_day.add(row, cell, times);
        }
        self.notations.add(cell, &kinds, times);
        match kinds.only_order() {
            Some(DayOrder::Dmy) => self.day_first.add(row, cell, times),
            Some(DayOrder::Mdy) => self.month_first.add(row, cell, times),
            _ => {}
        }
        if let Some(length) = kinds.digits {
            self.digits.add(length, times);
        }
    }

    fn add_currency(&mut self, money: Money, times: u64) {
        match self.currencies.iter_mut().find(|(known, _)| *known == money) {
            Some((_, count)) => *count += times,
            // There are no more of them than the world has currencies.
            None => self.currencies.push((money, times)),
        }
    }

    /// Adds up what was put off.
    pub(crate) fn total(mut self) -> Total {
        let kept = std::mem::take(&mut self.kept);
        let distinct = (self.distinct + kept.len() + self.long.len()) as u64;
        let mut values: Vec<(String, u64)> = Vec::with_capacity(kept.len());
        for (value, (times, row)) in kept {
            self.count(row, &value, times);
            values.push((value.into(), times));
        }
        values.sort_unstable_by(|(text, times), (other, others)| {
            others.cmp(times).then_with(|| text.cmp(other))
        });
        values.truncate(limits::LISTED_VALUES);
        self.currencies
            .sort_unstable_by_key(|(money, times)| (std::cmp::Reverse(*times), money.name()));
        let mut counts = self.counts;
        counts.decimal_point = counts.decimal_point.saturating_sub(self.numbers_with_a_point);
        Total {
            counts,
            notations: self.notations,
            digits: self.digits,
            currencies: self.currencies,
            not_number: self.not_number,
            not_day: self.not_day,
            day_first: self.day_first,
            month_first: self.month_first,
            values,
            distinct,
            more: self.more,
        }
    }
}
