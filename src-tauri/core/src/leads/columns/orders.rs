//! Orders in which leads are listed, each worked out when it is asked for first and kept up to date from then on.

use std::{cmp::Ordering, sync::OnceLock};

use super::{DayNumber, LeadColumns, Words, words::number};
use crate::leads::ledger::LeadOrder;

/// Rows in the orders that were asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Orders([OnceLock<Vec<u32>>; ORDERS]);

const ORDERS: usize = 8;

/// By what rows are put in order; of equals the one that came in first stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OrderBy {
    Day,
    Name,
    Company,
    Source,
    Campaign,
    Owner,
    Stage,
    Value,
}

impl LeadOrder {
    /// Returns by what rows are put in order, and whether the last come first.
    pub(crate) fn by(self) -> (OrderBy, bool) {
        match self {
            Self::Latest => (OrderBy::Day, true),
            Self::Earliest => (OrderBy::Day, false),
            Self::Name => (OrderBy::Name, false),
            Self::Company => (OrderBy::Company, false),
            Self::Source => (OrderBy::Source, false),
            Self::Campaign => (OrderBy::Campaign, false),
            Self::Owner => (OrderBy::Owner, false),
            Self::Stage => (OrderBy::Stage, false),
            Self::Value => (OrderBy::Value, true),
        }
    }
}

impl OrderBy {
    const ALL: [Self; ORDERS] = [
        Self::Day,
        Self::Name,
        Self::Company,
        Self::Source,
        Self::Campaign,
        Self::Owner,
        Self::Stage,
        Self::Value,
    ];
}

impl LeadColumns {
    /// Returns all rows in order. What is not known comes first.
    pub(crate) fn in_order(&self, by: OrderBy) -> &[u32] {
        let slot = self.orders.0.get(by as usize);
        slot.map_or(&[], |slot| slot.get_or_init(|| self.order(by)))
    }

    fn order(&self, by: OrderBy) -> Vec<u32> {
        let rows = || 0..number(self.rows());
        match by {
            OrderBy::Day => {
                let days = self.created_on.iter().map(|day| rank_of_day(*day));
                sorted(days.zip(rows()))
            }
            OrderBy::Stage => {
                let stages = self
                    .stage
                    .iter()
                    .map(|stage| stage.map_or(0, |stage| stage as u32 + 1));
                sorted(stages.zip(rows()))
            }
            OrderBy::Value => {
                let mut all: Vec<u32> = rows().collect();
                // Most leads have no opportunity, and looking that up is quick.
                all.sort_by_cached_key(|row| self.value(place(*row)));
                all
            }
            OrderBy::Name => self.order_by_words(&self.name),
            OrderBy::Company => self.order_by_words(&self.company),
            OrderBy::Source => self.order_by_words(&self.source),
            OrderBy::Campaign => self.order_by_words(&self.campaign),
            OrderBy::Owner => self.order_by_words(&self.owner),
        }
    }

    fn order_by_words(&self, words: &Words) -> Vec<u32> {
        let mut places: Vec<(&str, u32)> = words.folded().iter().zip(1..).collect();
        places.sort_unstable();
        // Texts that differ only by case are equals.
        let mut ranks = vec![0_u32; places.len() + 1];
        let mut rank = 0;
        let mut before = None;
        for (word, code) in places {
            if before != Some(word) {
                rank += 1;
                before = Some(word);
            }
            if let Some(slot) = usize::try_from(code).ok().and_then(|code| ranks.get_mut(code)) {
                *slot = rank;
            }
        }
        let of_code = |code: &u32| {
            let code = usize::try_from(*code).ok();
            code.and_then(|code| ranks.get(code)).copied().unwrap_or(0)
        };
        sorted(words.codes().iter().map(of_code).zip(0..))
    }

    fn compare(&self, by: OrderBy, one: u32, other: u32) -> Ordering {
        let words = |words: &Words| word(words, one).cmp(&word(words, other));
        let first = match by {
            OrderBy::Day => at(&self.created_on, one).cmp(&at(&self.created_on, other)),
            OrderBy::Stage => at(&self.stage, one).cmp(&at(&self.stage, other)),
            OrderBy::Value => self.value(place(one)).cmp(&self.value(place(other))),
            OrderBy::Name => words(&self.name),
            OrderBy::Company => words(&self.company),
            OrderBy::Source => words(&self.source),
            OrderBy::Campaign => words(&self.campaign),
            OrderBy::Owner => words(&self.owner),
        };
        first.then_with(|| one.cmp(&other))
    }

    /// Forgets all orders, because many rows are about to change.
    pub(super) fn forget_orders(&mut self) {
        self.orders = Orders::default();
    }

    /// Takes a row out of every order that is kept, because it is about to change.
    pub(super) fn take_out(&mut self, row: usize) {
        let row = number(row);
        for order in self.orders.0.iter_mut().filter_map(OnceLock::get_mut) {
            if let Some(place) = order.iter().position(|other| *other == row) {
                order.remove(place);
            }
        }
    }

    /// Puts a row where it belongs, in every order that is kept.
    pub(super) fn put_in(&mut self, row: usize) {
        let row = number(row);
        let mut orders = std::mem::take(&mut self.orders);
        for (by, order) in OrderBy::ALL.into_iter().zip(&mut orders.0) {
            if let Some(order) = order.get_mut() {
                let place = order.partition_point(|other| self.compare(by, *other, row).is_lt());
                order.insert(place, row);
            }
        }
        self.orders = orders;
    }
}

fn place(row: u32) -> usize {
    usize::try_from(row).unwrap_or(usize::MAX)
}

fn at<T: Copy>(column: &[T], row: u32) -> Option<T> {
    column.get(place(row)).copied()
}

fn word(words: &Words, row: u32) -> Option<&str> {
    let code = at(words.codes(), row)?;
    words.folded().get(usize::try_from(code).ok()?.checked_sub(1)?)
}

/// Days may lie before the year 1 only by being unknown; in order they are numbers from 0.
fn rank_of_day(day: DayNumber) -> u32 {
    day.wrapping_sub(DayNumber::MIN).cast_unsigned()
}

/// Returns rows by their rank, equals as they came in: rank and row in one number are sorted at once.
fn sorted(ranked: impl Iterator<Item = (u32, u32)>) -> Vec<u32> {
    let mut both: Vec<u64> = ranked
        .map(|(rank, row)| u64::from(rank) << 32 | u64::from(row))
        .collect();
    both.sort_unstable();
    both.into_iter()
        .map(|both| u32::try_from(both & u64::from(u32::MAX)).unwrap_or(u32::MAX))
        .collect()
}
