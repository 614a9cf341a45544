//! Leads counted by their days, and the months that follow from them.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{Datelike, NaiveDate};

use super::judging::day_of;
use crate::leads::{
    columns::{DayNumber, LeadColumns, UNKNOWN_DAY, numbered_day},
    period::Period,
    rules::{ByStanding, Standing},
};

/// The first day on which anything happened to a lead, and how many days there are to the last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub first: DayNumber,
    pub days: usize,
}

impl Span {
    /// Returns the span of all days of leads, worked out once for as long as no lead changes.
    pub fn of(leads: &LeadColumns) -> Self {
        #[derive(PartialEq)]
        struct Which;
        *leads.remembered.answer(Which, |_| {
            let days = [
                &leads.created_on,
                &leads.handed_over_on,
                &leads.first_touch_on,
                &leads.decided_on,
                &leads.deals.decided_on,
            ];
            let known = || days.into_iter().flatten().filter(|day| **day != UNKNOWN_DAY);
            let Some((first, last)) = known().min().zip(known().max()) else {
                return Self { first: 0, days: 0 };
            };
            Self {
                first: *first,
                days: usize::try_from(i64::from(*last) - i64::from(*first) + 1).unwrap_or(0),
            }
        })
    }

    /// Returns the last day; nothing where no day is known.
    pub fn last(self) -> Option<DayNumber> {
        let days = i32::try_from(self.days.checked_sub(1)?).ok()?;
        self.first.checked_add(days)
    }

    /// Returns the place of a day; nothing for one that is not known, which lies before all of them.
    #[inline]
    fn place(self, day: DayNumber) -> Option<usize> {
        usize::try_from(i64::from(day) - i64::from(self.first)).ok()
    }
}

/// A number for each day of a span.
#[derive(Debug)]
pub(super) struct PerDay {
    span: Span,
    counts: Vec<u32>,
}

impl PerDay {
    /// Returns nothing for each day.
    pub fn none(span: Span) -> Self {
        Self {
            span,
            counts: vec![0; span.days],
        }
    }

    /// Counts one more of a day; of a day that is not known nothing is counted.
    #[inline]
    pub fn add(&mut self, day: DayNumber) {
        if let Some(count) = self.span.place(day).and_then(|place| self.counts.get_mut(place)) {
            *count += 1;
        }
    }

    /// Counts all that is counted in `other`, which has the same days.
    pub fn add_all(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
    }

    /// Returns the days of which anything was counted, each with how much.
    fn days(&self) -> impl Iterator<Item = (DayNumber, u32)> {
        let counts = self.counts.iter().enumerate().filter(|(_, count)| **count > 0);
        counts.filter_map(|(place, count)| {
            Some((self.span.first.checked_add(i32::try_from(place).ok()?)?, *count))
        })
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
        leads.remembered.answer(Which, |_| {
            let span = Span::of(leads);
            // Where each day stands among those that have leads; the last is that of leads without a day.
            let mut groups: Vec<Option<usize>> = vec![None; span.days + 1];
            let place = |row: usize| span.place(day_of(leads, row)).unwrap_or(span.days);
            for row in 0..leads.rows() {
                if let Some(group) = groups.get_mut(place(row)) {
                    *group = Some(0);
                }
            }
            let mut days = Vec::new();
            if let Some(Some(_)) = groups.last() {
                days.push(UNKNOWN_DAY);
            }
            for (day, group) in (span.first..).zip(groups.iter_mut().take(span.days)) {
                if let Some(group) = group {
                    *group = days.len();
                    days.push(day);
                }
            }
            let mut by_standing = ByStanding::new(leads.standings(), days.len());
            for (row, standing) in leads.standing.iter().enumerate() {
                if let Some(Some(group)) = groups.get(place(row)) {
                    by_standing.add(*group, *standing, 1);
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
    ) -> impl Iterator<Item = (DayNumber, impl Iterator<Item = (Standing, u32)>)> {
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
