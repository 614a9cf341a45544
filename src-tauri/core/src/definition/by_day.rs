//! Leads counted by their days, and the months that follow from them.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{Datelike, NaiveDate};

use super::evaluation::day_of;
use crate::leads::{
    columns::{DayNumber, LeadColumns, UNKNOWN_DAY, day_number, numbered_day},
    period::Period,
    rules::{ByStanding, LifecycleStatus},
};

/// The days on which something happened to leads, as far as anybody plans with them: they stand in arrays. Files hold a few
/// others (0001-01-01 and 9999-12-31 stand for "nobody knows" in some), and those are looked up one by one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    /// The first of them.
    pub first: DayNumber,
    /// How many there are to the last.
    pub days: usize,
}

/// The years with which anybody plans, the last one not among them.
const YEARS: [i32; 2] = [1970, 2070];

/// Returns the day on which nobody plans any more.
pub(crate) fn planned_until() -> DayNumber {
    let [_, until] = YEARS;
    NaiveDate::from_ymd_opt(until, 1, 1).map_or(DayNumber::MAX, day_number)
}

impl Span {
    /// Returns the span of all days of leads, worked out once for as long as no lead changes.
    pub fn of(leads: &LeadColumns) -> Self {
        #[derive(PartialEq)]
        struct Which;
        *leads.answer_cache.answer(Which, |_| {
            let [from, until] = YEARS.map(|year| NaiveDate::from_ymd_opt(year, 1, 1).map_or(0, day_number));
            let of_leads = leads.told_days().into_iter().flatten();
            let all = of_leads.chain(&leads.opportunities.decided_on);
            let planned = all.filter(|day| (from..until).contains(*day));
            let (first, last) = planned.fold((until, from), |(first, last), day| {
                (first.min(*day), last.max(*day))
            });
            if last < first {
                return Self { first: 0, days: 0 };
            }
            Self {
                first,
                days: usize::try_from(i64::from(last) - i64::from(first) + 1).unwrap_or(0),
            }
        })
    }

    /// Returns the last day; nothing where there is none.
    pub fn last(self) -> Option<DayNumber> {
        let days = i32::try_from(self.days.checked_sub(1)?).ok()?;
        self.first.checked_add(days)
    }

    /// Returns the place of a day; nothing for one that is not among them.
    #[inline]
    fn place(self, day: DayNumber) -> Option<usize> {
        let place = usize::try_from(i64::from(day) - i64::from(self.first)).ok()?;
        (place < self.days).then_some(place)
    }
}

/// A number for each day.
#[derive(Debug)]
pub(super) struct PerDay {
    span: Span,
    counts: Vec<u32>,
    /// Those of days that are not in the span.
    others: BTreeMap<DayNumber, u32>,
}

impl PerDay {
    /// Returns nothing for each day.
    pub fn none(span: Span) -> Self {
        Self {
            span,
            counts: vec![0; span.days],
            others: BTreeMap::new(),
        }
    }

    /// Counts one more of a day; of a day that is not known nothing is counted.
    #[inline]
    pub fn add(&mut self, day: DayNumber) {
        match self.span.place(day).and_then(|place| self.counts.get_mut(place)) {
            Some(count) => *count += 1,
            None if day != UNKNOWN_DAY => *self.others.entry(day).or_default() += 1,
            None => {}
        }
    }

    /// Counts all that is counted in `other`, which has the same span.
    pub fn add_all(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
        for (day, more) in &other.others {
            *self.others.entry(*day).or_default() += more;
        }
    }

    /// Returns how much was counted in each month that has any, by its first day.
    pub fn by_month(&self) -> BTreeMap<NaiveDate, i64> {
        let mut months = BTreeMap::new();
        for (day, count) in self.days() {
            if let Some(first) = numbered_day(day).and_then(|day| day.with_day(1)) {
                *months.entry(first).or_default() += i64::from(count);
            }
        }
        months
    }

    /// Returns the days of which anything was counted, each with how much.
    fn days(&self) -> impl Iterator<Item = (DayNumber, u32)> {
        let in_span = (self.span.first..)
            .zip(&self.counts)
            .filter(|(_, count)| **count > 0);
        in_span
            .chain(self.others.iter().map(|(day, count)| (*day, count)))
            .map(|(day, count)| (day, *count))
    }
}

/// All leads by the day from which days are counted for them, and by where they stand. What a period holds is then a matter
/// of its days, however many leads there are.
#[derive(Debug)]
pub(super) struct LeadsByDay {
    /// The days that have leads, in their order; [`UNKNOWN_DAY`] is the first where there are such leads.
    days: Vec<DayNumber>,
    leads: ByStanding,
}

impl LeadsByDay {
    /// Returns all leads, counted once for as long as no lead changes.
    pub fn of(leads: &LeadColumns) -> Arc<Self> {
        #[derive(PartialEq)]
        struct Which;
        leads.answer_cache.answer(Which, |_| {
            let span = Span::of(leads);
            let mut in_span = vec![None; span.days];
            let mut others = BTreeMap::new();
            for row in 0..leads.rows() {
                let day = day_of(leads, row);
                match span.place(day).and_then(|place| in_span.get_mut(place)) {
                    Some(group) => *group = Some(0),
                    None => {
                        others.insert(day, 0);
                    }
                }
            }
            // The days in their order are the groups.
            let mut days = Vec::new();
            let mut number = |day, group: &mut usize| {
                *group = days.len();
                days.push(day);
            };
            let (before, after): (Vec<_>, Vec<_>) =
                others.iter_mut().partition(|(day, _)| **day < span.first);
            before.into_iter().for_each(|(day, group)| number(*day, group));
            let known = (span.first..).zip(&mut in_span);
            known.for_each(|(day, group)| group.iter_mut().for_each(|group| number(day, group)));
            after.into_iter().for_each(|(day, group)| number(*day, group));
            let group = |day: DayNumber| match span.place(day) {
                Some(place) => in_span.get(place).copied().flatten(),
                None => others.get(&day).copied(),
            };
            let mut by_standing = ByStanding::new(leads.standings(), days.len());
            for (row, standing) in leads.standing.iter().enumerate() {
                if let Some(group) = group(day_of(leads, row)) {
                    by_standing.add(group, *standing, 1);
                }
            }
            Self {
                days,
                leads: by_standing,
            }
        })
    }

    /// Returns the days of a period that have leads, in their order, each with how many stand how.
    pub fn within(
        &self,
        period: Period,
    ) -> impl Iterator<Item = (DayNumber, impl Iterator<Item = (LifecycleStatus, u32)>)> {
        let days = self.days.iter().copied().zip(self.leads.groups());
        days.filter(move |(day, _)| period.holds(*day))
    }

    /// Returns the known days of a period that have leads, in their order, each with how many.
    pub fn leads(&self, period: Period) -> impl Iterator<Item = (DayNumber, u32)> {
        let known = self.within(period).filter(|(day, _)| *day != UNKNOWN_DAY);
        known.map(|(day, leads)| (day, leads.map(|(_, leads)| leads).sum()))
    }

    /// Returns the months of a period that have leads by their first days, in their order: how many leads each has, and how
    /// many of those that are given beside. A month that has only such ones is among them.
    pub fn months(&self, period: Period, beside: &PerDay) -> BTreeMap<NaiveDate, (i64, i64)> {
        let mut months: BTreeMap<NaiveDate, (i64, i64)> = BTreeMap::new();
        let leads = self.leads(period).map(|(day, leads)| (day, leads, 0));
        let beside = beside.days().map(|(day, beside)| (day, 0, beside));
        for (day, leads, beside) in leads.chain(beside) {
            if let Some(first) = numbered_day(day).and_then(|day| day.with_day(1)) {
                let month = months.entry(first).or_default();
                month.0 += i64::from(leads);
                month.1 += i64::from(beside);
            }
        }
        months
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DAY: DayNumber = 739_900;

    fn any_day() -> impl Strategy<Value = DayNumber> {
        prop_oneof![1 => Just(UNKNOWN_DAY), 1 => Just(1), 1 => Just(3_652_059), 9 => DAY - 400..DAY]
    }

    proptest! {
        #[test]
        fn leads_are_counted_on_their_days(
            days in prop::collection::vec(any_day(), 0..120), from in any_day(), beside in prop::collection::vec(any_day(), 0..20),
        ) {
            let leads = LeadColumns::of_days(days.clone());
            let by_day = LeadsByDay::of(&leads);
            let period = Period::of(numbered_day(from), None);
            let mut counted: BTreeMap<DayNumber, u32> = BTreeMap::new();
            days.iter().filter(|day| period.holds(**day)).for_each(|day| *counted.entry(*day).or_default() += 1);
            let within: Vec<(DayNumber, u32)> =
                by_day.within(period).map(|(day, leads)| (day, leads.map(|(_, leads)| leads).sum())).collect();
            prop_assert_eq!(within, counted.clone().into_iter().collect::<Vec<_>>());

            let mut per_day = PerDay::none(Span::of(&leads));
            let mut rest = PerDay::none(Span::of(&leads));
            for (place, day) in beside.iter().enumerate() {
                (if place % 2 == 0 { &mut per_day } else { &mut rest }).add(*day);
            }
            per_day.add_all(&rest);
            let mut months: BTreeMap<NaiveDate, (i64, i64)> = BTreeMap::new();
            let month = |day: DayNumber| numbered_day(day).and_then(|day| day.with_day(1));
            for (day, leads) in counted {
                month(day).into_iter().for_each(|month| months.entry(month).or_default().0 += i64::from(leads));
            }
            for day in beside {
                month(day).into_iter().for_each(|month| months.entry(month).or_default().1 += 1);
            }
            prop_assert_eq!(by_day.months(period, &per_day), months);
        }
    }
}
