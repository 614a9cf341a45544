//! Counting what became of leads, by what a definition says of them. Many leads say the same to all criteria, so they are
//! counted by what they said, and each verdict is worked out once; parts of the leads are counted side by side.

use std::{
    collections::BTreeMap,
    hash::{Hash, Hasher},
    ops::Range,
    sync::Arc,
};

use chrono::{Datelike, NaiveDate};
use rustc_hash::FxHashMap;

use super::TestedMonth;
use crate::{
    definition::{
        Verdict,
        judging::{Asking, Bits, Judge, bit, day_of},
    },
    leads::{
        columns::{DayNumber, LeadColumns, UNKNOWN_DAY, numbered_day},
        parts::{cores, side_by_side},
        period::Period,
        rules::{ByStanding, Standing, Standings, Sums},
    },
};

/// So many different sayings are kept before they are added up: a bound on memory that hardly any definition comes near.
const MOST_SAYINGS: usize = 1 << 15;

/// What was counted.
pub(super) struct Counted {
    /// Leads by their verdict, in the order of [`Verdict::ALL`].
    pub by_verdict: [Sums; 3],
    /// What each criterion does, in the order of their bits.
    pub criteria: Vec<CriterionCounts>,
    /// The days of the leads.
    pub days: ByDay,
    /// How the other version compares, where one is named.
    pub against: Option<AgainstCounts>,
}

/// What is counted of one criterion.
#[derive(Default, Clone)]
pub(super) struct CriterionCounts {
    /// Leads that meet it.
    pub met: i64,
    /// Leads of which it is not known.
    pub unknown: i64,
    /// Those that would pass besides if it were not there.
    pub more: Sums,
    /// How many they are.
    pub more_leads: i64,
    /// How many would no longer pass: its points would be missing.
    pub fewer_leads: i64,
}

/// How the leads that pass by two versions overlap.
#[derive(Default)]
pub(super) struct AgainstCounts {
    /// Those that pass by the other.
    pub sums: Sums,
    pub both: i64,
    pub only_this: i64,
    pub only_other: i64,
}

/// Counts the leads of a period.
pub(super) fn count(leads: &LeadColumns, period: Period, judge: &Judge, other: Option<&Judge>) -> Counted {
    let counter = Counter {
        leads,
        period,
        judge,
        other,
        asking: judge.on(leads),
        asking_other: other.map(|other| other.on(leads)),
        span: ByDay::span(leads, period),
        standings: leads.standings(),
    };
    side_by_side(cores(), |part| counter.part(part.of(leads.rows())), Counted::and)
}

struct Counter<'l> {
    leads: &'l LeadColumns,
    period: Period,
    judge: &'l Judge<'l>,
    other: Option<&'l Judge<'l>>,
    asking: Asking<'l>,
    asking_other: Option<Asking<'l>>,
    span: (DayNumber, usize),
    standings: Arc<Standings>,
}

/// What leads said to this version and to the other.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Saying(Bits, Bits);

impl Hash for Saying {
    /// One number for the four: the table asks this of every lead.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self(this, other) = self;
        let both = this.met.rotate_left(32) ^ this.unknown;
        state.write_u64(both ^ other.met.rotate_left(48) ^ other.unknown.rotate_left(16));
    }
}

/// The leads that said the same, saying by saying.
struct Alike<'s> {
    places: FxHashMap<Saying, usize>,
    passes: Vec<bool>,
    leads: ByStanding<'s>,
    deals: Vec<Sums>,
}

impl<'s> Alike<'s> {
    fn none(standings: &'s Standings) -> Self {
        Self {
            places: FxHashMap::default(),
            passes: Vec::new(),
            leads: ByStanding::new(standings, 0),
            deals: Vec::new(),
        }
    }

    /// Returns the place of a saying.
    #[inline]
    fn place(&mut self, saying: Saying, judge: &Judge) -> usize {
        let place = self.passes.len();
        *self.places.entry(saying).or_insert_with(|| {
            self.passes.push(judge.verdict(saying.0, 0) == Verdict::Qualified);
            self.leads.add_group();
            self.deals.push(Sums::default());
            place
        })
    }

    /// Returns every saying with all that is counted of its leads.
    fn all(mut self) -> impl Iterator<Item = (Saying, Sums)> {
        for (sums, leads) in self.deals.iter_mut().zip(self.leads.groups()) {
            sums.add_leads(leads);
        }
        let mut sums = self.deals;
        self.places
            .into_iter()
            .filter_map(move |(saying, place)| Some((saying, std::mem::take(sums.get_mut(place)?))))
    }
}

impl Counter<'_> {
    fn nothing(&self) -> Counted {
        Counted {
            by_verdict: Default::default(),
            criteria: vec![CriterionCounts::default(); self.judge.criteria().count()],
            days: ByDay::new(self.span),
            against: self.other.map(|_| AgainstCounts::default()),
        }
    }

    fn part(&self, rows: Range<usize>) -> Counted {
        let mut counted = self.nothing();
        let mut alike = Alike::none(&self.standings);
        let mut other = Vec::new();
        if let Some(asking) = &self.asking_other {
            asking.ask(rows.clone(), |_, said| other.extend_from_slice(said));
        }
        let start = rows.start;
        self.asking.ask(rows, |rows, said| {
            for (row, said) in rows.zip(said) {
                let day = day_of(self.leads, row);
                if !self.period.holds(day) {
                    continue;
                }
                let saying = Saying(*said, other.get(row - start).copied().unwrap_or_default());
                let place = alike.place(saying, self.judge);
                counted
                    .days
                    .add(day, alike.passes.get(place).copied().unwrap_or_default());
                let standing = self.leads.standing.get(row).copied().unwrap_or_default();
                alike.leads.add(place, standing, 1);
                // A lead that has an opportunity is a converted one, and most are not.
                if standing.is_converted()
                    && let Some(sums) = alike.deals.get_mut(place)
                {
                    add_deals(sums, self.leads, row, standing);
                }
            }
            if alike.passes.len() > MOST_SAYINGS {
                let full = std::mem::replace(&mut alike, Alike::none(&self.standings));
                full.all()
                    .for_each(|(saying, sums)| self.add(&mut counted, saying, &sums));
            }
        });
        alike
            .all()
            .for_each(|(saying, sums)| self.add(&mut counted, saying, &sums));
        counted
    }

    /// Adds leads that said the same.
    fn add(&self, counted: &mut Counted, Saying(said, said_to_other): Saying, sums: &Sums) {
        let leads = i64::from(sums.size().0);
        let verdict = self.judge.verdict(said, 0);
        let passes = verdict == Verdict::Qualified;
        let place = Verdict::ALL.iter().position(|known| *known == verdict);
        if let Some(by_verdict) = place.and_then(|place| counted.by_verdict.get_mut(place)) {
            by_verdict.add_all(sums);
        }
        for (place, counts) in counted.criteria.iter_mut().enumerate() {
            let bit = bit(place);
            counts.met += if said.met & bit != 0 { leads } else { 0 };
            counts.unknown += if said.unknown & bit != 0 { leads } else { 0 };
            let without = self.judge.verdict(said, bit) == Verdict::Qualified;
            if without && !passes {
                counts.more_leads += leads;
                counts.more.add_all(sums);
            }
            if passes && !without {
                counts.fewer_leads += leads;
            }
        }
        if let Some((against, other)) = counted.against.as_mut().zip(self.other) {
            let by_other = other.verdict(said_to_other, 0) == Verdict::Qualified;
            if by_other {
                against.sums.add_all(sums);
            }
            match (passes, by_other) {
                (true, true) => against.both += leads,
                (true, false) => against.only_this += leads,
                (false, true) => against.only_other += leads,
                (false, false) => {}
            }
        }
    }
}

impl Counted {
    /// Returns both together.
    fn and(mut self, other: Self) -> Self {
        for (sums, more) in self.by_verdict.iter_mut().zip(&other.by_verdict) {
            sums.add_all(more);
        }
        for (counts, more) in self.criteria.iter_mut().zip(&other.criteria) {
            counts.met += more.met;
            counts.unknown += more.unknown;
            counts.more.add_all(&more.more);
            counts.more_leads += more.more_leads;
            counts.fewer_leads += more.fewer_leads;
        }
        if let Some((against, more)) = self.against.as_mut().zip(other.against.as_ref()) {
            against.sums.add_all(&more.sums);
            against.both += more.both;
            against.only_this += more.only_this;
            against.only_other += more.only_other;
        }
        self.days.add_all(&other.days);
        self
    }
}

/// Counts the opportunities of a lead.
fn add_deals(sums: &mut Sums, leads: &LeadColumns, row: usize, standing: Standing) {
    for deal in leads.deals_of(row) {
        let facts = usize::try_from(*deal).ok().and_then(|deal| leads.deal(deal));
        if let Some(facts) = facts {
            sums.add_deal(&facts, Some(standing));
        }
    }
}

/// How many leads each day has, and how many of them pass.
pub(super) struct ByDay {
    start: DayNumber,
    counts: Vec<(u32, u32)>,
}

impl ByDay {
    /// Returns the first day of the leads of a period, and how many days there are to the last.
    fn span(leads: &LeadColumns, period: Period) -> (DayNumber, usize) {
        let known = |day: &DayNumber| *day != UNKNOWN_DAY && period.holds(*day);
        let (first, last) = [&leads.created_on, &leads.handed_over_on]
            .into_iter()
            .flatten()
            .filter(|day| known(day))
            .fold((DayNumber::MAX, DayNumber::MIN), |(first, last), day| {
                (first.min(*day), last.max(*day))
            });
        let days = i64::from(last) - i64::from(first) + 1;
        (first, usize::try_from(days).unwrap_or(0))
    }

    fn new((start, days): (DayNumber, usize)) -> Self {
        Self {
            start,
            counts: vec![(0, 0); days],
        }
    }

    #[inline]
    fn add(&mut self, day: DayNumber, passes: bool) {
        // A day that is not known lies before all of them.
        let place = i64::from(day) - i64::from(self.start);
        if let Some((leads, passed)) = usize::try_from(place)
            .ok()
            .and_then(|place| self.counts.get_mut(place))
        {
            *leads += 1;
            *passed += u32::from(passes);
        }
    }

    fn add_all(&mut self, other: &Self) {
        for ((leads, passed), more) in self.counts.iter_mut().zip(&other.counts) {
            *leads += more.0;
            *passed += more.1;
        }
    }

    /// Returns the days that have leads, each with how many and how many pass.
    fn days(&self) -> impl DoubleEndedIterator<Item = (DayNumber, (u32, u32))> {
        let start = self.start;
        let days = self.counts.iter().enumerate();
        days.filter(|(_, (leads, _))| *leads > 0)
            .filter_map(move |(place, counts)| {
                Some((start.checked_add(i32::try_from(place).ok()?)?, *counts))
            })
    }

    /// Returns the first day that has leads.
    pub fn first(&self) -> Option<DayNumber> {
        self.days().next().map(|(day, _)| day)
    }

    /// Returns the last day that has leads.
    pub fn last(&self) -> Option<DayNumber> {
        self.days().next_back().map(|(day, _)| day)
    }

    /// Returns the months that have leads, in their order.
    pub fn months(&self) -> Vec<TestedMonth> {
        let mut months: BTreeMap<NaiveDate, (i64, i64)> = BTreeMap::new();
        for (day, (leads, passed)) in self.days() {
            if let Some(first) = numbered_day(day).and_then(|day| day.with_day(1)) {
                let month = months.entry(first).or_default();
                month.0 += i64::from(leads);
                month.1 += i64::from(passed);
            }
        }
        months
            .into_iter()
            .map(|(first_day, (leads, passed))| TestedMonth {
                first_day,
                leads,
                passed,
            })
            .collect()
    }
}
