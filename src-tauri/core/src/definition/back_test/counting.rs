//! Counting what became of leads, by what a definition says of them: 64 leads at a time, and parts of the leads side by
//! side.

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use chrono::NaiveDate;

use crate::{
    definition::{
        batches::{self, Batch, rows_of, size},
        by_day::{LeadsByDay, PerDay, Span},
        evaluation::{Answered, Judge, Verdicts, day_of},
    },
    leads::{
        columns::{CountedOpportunities, CountedOpportunity, DayNumber, LeadColumns},
        parts::{MANY, Part, side_by_side},
        period::Period,
        rules::{ByStanding, FunnelSums, Standings},
    },
};

/// What was counted.
pub(super) struct Counted {
    /// Leads by their verdict: qualified, not yet, not qualified.
    pub by_verdict: [FunnelSums; 3],
    /// What each criterion does, in the order of their places.
    pub criteria: Vec<CriterionCounts>,
    /// The first day of these leads.
    pub first_day: Option<DayNumber>,
    /// The last one.
    pub last_day: Option<DayNumber>,
    /// The months by their first days: how many leads each has, and how many of them pass.
    pub months: BTreeMap<NaiveDate, (i64, i64)>,
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
    pub more: FunnelSums,
    /// How many they are.
    pub more_leads: i64,
    /// How many would no longer pass: its points would be missing.
    pub fewer_leads: i64,
}

/// How the leads that pass by two versions overlap.
#[derive(Default)]
pub(super) struct AgainstCounts {
    /// Those that pass by the other.
    pub sums: FunnelSums,
    pub both: i64,
    pub only_this: i64,
    pub only_other: i64,
}

/// Counts the leads of a period.
pub(super) fn count(leads: &LeadColumns, period: Period, judge: &Judge, other: Option<&Judge>) -> Counted {
    let counter = Counter {
        leads,
        within: batches::within(leads, period),
        criteria: judge.criteria().count(),
        this: (judge, judge.answered(leads)),
        other: other.map(|other| (other, other.answered(leads))),
        span: Span::of(leads),
        standings: leads.standings(),
        opportunities: leads.counted_opportunities(),
    };
    let work = |part: Part| counter.part(part.of(batches::count(leads.rows())));
    let counts = side_by_side(MANY, work, Counts::and);
    counts.of(&LeadsByDay::of(leads), period)
}

struct Counter<'l> {
    leads: &'l LeadColumns,
    within: Arc<Vec<u64>>,
    criteria: usize,
    this: (&'l Judge<'l>, Answered),
    other: Option<(&'l Judge<'l>, Answered)>,
    span: Span,
    standings: Arc<Standings>,
    opportunities: Arc<CountedOpportunities>,
}

/// What is counted on the way.
struct Counts {
    groups: Groups,
    criteria: Vec<CriterionCounts>,
    against: Option<AgainstCounts>,
    /// Leads that pass, by their days.
    passed: PerDay,
}

/// Leads and their opportunities, group by group: those of each verdict, those that pass by the other version, and for each
/// criterion those that would pass besides without it.
struct Groups {
    leads: ByStanding,
    opportunities: Vec<FunnelSums>,
}

const QUALIFIED: usize = 0;
const NOT_YET: usize = 1;
const NOT_QUALIFIED: usize = 2;
const BY_OTHER: usize = 3;
const WITHOUT: usize = 4;

impl Counter<'_> {
    fn part(&self, numbers: Range<usize>) -> Counts {
        let mut counts = Counts {
            groups: Groups {
                leads: ByStanding::new(Arc::clone(&self.standings), WITHOUT + self.criteria),
                opportunities: vec![FunnelSums::default(); WITHOUT + self.criteria],
            },
            criteria: vec![CriterionCounts::default(); self.criteria],
            against: self.other.as_ref().map(|_| AgainstCounts::default()),
            passed: PerDay::none(self.span),
        };
        let (mut said, mut said_to_other) = (Vec::new(), Vec::new());
        let mut without = vec![0; self.criteria];
        // The leads of each group, a bit for each.
        let mut of_groups = Vec::new();
        for batch in batches::batches(&self.within, numbers) {
            let (judge, answered) = &self.this;
            answered.to(batch.number, &mut said);
            let verdicts = judge.verdicts(&said, |place, passes| {
                if let Some(slot) = without.get_mut(place) {
                    *slot = passes;
                }
            });
            self.add_verdicts(&batch, verdicts, &mut counts);
            let Verdicts { qualified, not_yet } = verdicts;
            let passes = qualified & batch.within;
            of_groups.clear();
            of_groups.extend([qualified, not_yet, !qualified & !not_yet, 0].map(|bits| bits & batch.within));
            let criteria = counts.criteria.iter_mut().zip(&said).zip(&without);
            for (place, ((counted, said), without)) in criteria.enumerate() {
                let more = without & !passes & batch.within;
                counted.met += size(said.met & batch.within);
                counted.unknown += size(said.unknown & batch.within);
                counted.more_leads += size(more);
                counted.fewer_leads += size(passes & !without);
                self.add(&batch, WITHOUT + place, more, &mut counts.groups);
                of_groups.push(more);
            }
            if let Some((against, (judge, answered))) = counts.against.as_mut().zip(self.other.as_ref()) {
                answered.to(batch.number, &mut said_to_other);
                let by_other = judge.verdicts(&said_to_other, |_, _| {}).qualified & batch.within;
                against.both += size(passes & by_other);
                against.only_this += size(passes & !by_other);
                against.only_other += size(by_other & !passes);
                self.add(&batch, BY_OTHER, by_other, &mut counts.groups);
                if let Some(slot) = of_groups.get_mut(BY_OTHER) {
                    *slot = by_other;
                }
            }
            self.add_opportunities(&batch, &of_groups, &mut counts.groups.opportunities);
        }
        counts
    }

    /// Counts leads by their verdicts. Those that are not qualified are all the others, and are not counted one by one.
    fn add_verdicts(&self, batch: &Batch, Verdicts { qualified, not_yet }: Verdicts, counts: &mut Counts) {
        let passed = qualified & batch.within;
        self.add(batch, QUALIFIED, passed, &mut counts.groups);
        self.add(batch, NOT_YET, not_yet & batch.within, &mut counts.groups);
        for row in batch.rows(passed) {
            counts.passed.add(day_of(self.leads, row));
        }
    }

    /// Counts those leads of a batch whose bits are set.
    fn add(&self, batch: &Batch, group: usize, bits: u64, groups: &mut Groups) {
        for row in batch.rows(bits) {
            let standing = self.leads.standing.get(row).copied().unwrap_or_default();
            groups.leads.add(group, standing, 1);
        }
    }

    /// Counts the opportunities of a batch for the groups of their leads: one verdict each, and few are in further groups.
    fn add_opportunities(&self, batch: &Batch, groups: &[u64], sums: &mut [FunnelSums]) {
        let (verdicts, further) = groups.split_at(groups.len().min(BY_OTHER));
        let in_further = further.iter().fold(0, |all, bits| all | bits);
        let rows = rows_of(batch.number, self.leads.rows());
        for CountedOpportunity { lead, facts, .. } in self.opportunities.of(self.leads, rows.clone()) {
            let lead = *lead as usize;
            let standing = self.leads.standing.get(lead).copied();
            let bit = 1 << (lead - rows.start);
            let (of_verdicts, of_further) = sums.split_at_mut(sums.len().min(BY_OTHER));
            let add = |sums: &mut [FunnelSums], groups: &[u64]| {
                for (sums, bits) in sums.iter_mut().zip(groups) {
                    if bits & bit != 0 {
                        sums.add_opportunity(facts, standing);
                    }
                }
            };
            add(of_verdicts, verdicts);
            if in_further & bit != 0 {
                add(of_further, further);
            }
        }
    }
}

impl Counts {
    /// Returns both together.
    fn and(mut self, other: Self) -> Self {
        self.groups.leads.add_all(&other.groups.leads);
        for (sums, more) in self
            .groups
            .opportunities
            .iter_mut()
            .zip(&other.groups.opportunities)
        {
            sums.add_all(more);
        }
        for (counts, more) in self.criteria.iter_mut().zip(&other.criteria) {
            counts.met += more.met;
            counts.unknown += more.unknown;
            counts.more_leads += more.more_leads;
            counts.fewer_leads += more.fewer_leads;
        }
        if let Some((against, more)) = self.against.as_mut().zip(other.against.as_ref()) {
            against.both += more.both;
            against.only_this += more.only_this;
            against.only_other += more.only_other;
        }
        self.passed.add_all(&other.passed);
        self
    }

    /// Returns what was counted of a period.
    fn of(self, by_day: &LeadsByDay, period: Period) -> Counted {
        let Groups {
            mut leads,
            opportunities,
        } = self.groups;
        for (_, all) in by_day.within(period) {
            leads.add_leads(NOT_QUALIFIED, all);
        }
        leads.take_away(NOT_QUALIFIED, QUALIFIED);
        leads.take_away(NOT_QUALIFIED, NOT_YET);
        let mut sums = opportunities
            .into_iter()
            .zip(leads.groups())
            .map(|(mut sums, leads)| {
                sums.add_leads(leads);
                sums
            });
        let mut next = || sums.next().unwrap_or_default();
        let mut days = by_day.leads(period).map(|(day, _)| day);
        let first_day = days.next();
        Counted {
            by_verdict: [next(), next(), next()],
            against: {
                let sums = next();
                self.against.map(|counts| AgainstCounts { sums, ..counts })
            },
            criteria: self
                .criteria
                .into_iter()
                .map(|counts| CriterionCounts {
                    more: next(),
                    ..counts
                })
                .collect(),
            first_day,
            last_day: days.last().or(first_day),
            months: by_day.months(period, &self.passed),
        }
    }
}
