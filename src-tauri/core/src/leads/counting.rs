//! Counts leads, opportunities and costs group by group, in parts side by side.

use std::{
    borrow::Cow,
    ops::Range,
    sync::{Arc, LazyLock},
};

use chrono::{Datelike, NaiveDate};

use super::{
    columns::{CountedOpportunity, DayNumber, LeadColumns, StandingNow, UNKNOWN_DAY, day_number},
    dimension::{Day, Groups},
    marketing::Marketing,
    parts::{cores, side_by_side},
    period::Period,
    rules::{ByStanding, FunnelSums, OpportunityFacts},
};

/// The day by which each lead and each opportunity is counted.
pub(super) struct Days<'c> {
    pub leads: Cow<'c, [DayNumber]>,
    pub opportunities: Cow<'c, [DayNumber]>,
    /// Whether an opportunity counts on its own day, whatever day its lead has.
    pub of_their_own: bool,
}

impl<'c> Days<'c> {
    pub fn of(day: Day, columns: &'c LeadColumns) -> Self {
        let opportunities = &columns.opportunities;
        let known = |day: DayNumber| (day != UNKNOWN_DAY).then_some(day);
        let of_opportunities: Cow<[DayNumber]> = match day {
            Day::Lead => {
                let days = opportunities.created_on.iter().zip(&opportunities.closed_on);
                days.map(|(created, closed)| known(*created).unwrap_or(*closed))
                    .collect()
            }
            Day::Opportunity => Cow::Borrowed(&opportunities.created_on),
            Day::Decision => Cow::Borrowed(&opportunities.decided_on),
            Day::Closing => Cow::Borrowed(&opportunities.closed_on),
        };
        let of_leads: Cow<[DayNumber]> = match day {
            Day::Lead => Cow::Borrowed(&columns.created_on),
            Day::Decision => Cow::Owned(columns.decision_days().to_vec()),
            Day::Opportunity | Day::Closing => {
                let mut days = vec![UNKNOWN_DAY; columns.rows()];
                for (lead, of_opportunity) in opportunities.lead.iter().zip(of_opportunities.iter()) {
                    // A lead counts once: on the first of these days, in whatever order its opportunities came in.
                    if let Some(slot) = place(*lead).and_then(|lead| days.get_mut(lead))
                        && let Some(day) = known(*of_opportunity)
                    {
                        *slot = known(*slot).map_or(day, |before| before.min(day));
                    }
                }
                Cow::Owned(days)
            }
        };
        Self {
            leads: of_leads,
            opportunities: of_opportunities,
            of_their_own: day != Day::Lead,
        }
    }
}

/// The first year with which anybody plans, and how many months there are from then on.
const FIRST_YEAR: i32 = 1970;
const MONTHS: usize = 130 * 12;

/// The month of each day, counted from the first year on: looked up a million times a question.
static MONTH_OF_DAY: LazyLock<(DayNumber, Vec<u16>)> = LazyLock::new(|| {
    let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or_default();
    let months = first.iter_days().map_while(|day| {
        let month =
            usize::try_from(day.year() - FIRST_YEAR).ok()? * 12 + usize::try_from(day.month0()).ok()?;
        u16::try_from(month).ok().filter(|_| month < MONTHS)
    });
    (day_number(first), months.collect())
});

fn month_of(day: DayNumber) -> Option<usize> {
    let (first, months) = &*MONTH_OF_DAY;
    let place = usize::try_from(i64::from(day) - i64::from(*first)).ok()?;
    months.get(place).copied().map(usize::from)
}

/// The months for which costs of one group are known.
#[derive(Clone)]
struct Covered {
    /// Whether a cost without a month covers all of them.
    is_always: bool,
    months: [u64; MONTHS.div_ceil(64)],
}

impl Covered {
    const NONE: Self = Self {
        is_always: false,
        months: [0; MONTHS.div_ceil(64)],
    };

    fn add(&mut self, month: DayNumber) {
        match month_of(month) {
            None => self.is_always |= month == UNKNOWN_DAY,
            Some(month) => {
                if let Some(bits) = self.months.get_mut(month / 64) {
                    *bits |= 1 << (month % 64);
                }
            }
        }
    }

    fn holds(&self, day: DayNumber) -> bool {
        let has = |month: usize| {
            self.months
                .get(month / 64)
                .is_some_and(|bits| bits >> (month % 64) & 1 == 1)
        };
        self.is_always || month_of(day).is_some_and(has)
    }
}

fn place(lead: Option<u32>) -> Option<usize> {
    usize::try_from(lead?).ok()
}

/// With more groups than this, adding parts up takes longer than counting side by side saves.
const FEW_GROUPS: usize = 4_096;

/// What is counted, and how.
pub(super) struct Counting<'c> {
    pub columns: &'c LeadColumns,
    pub standing: &'c StandingNow,
    pub groups: &'c Groups<'c>,
    pub days: &'c Days<'c>,
    pub period: Period,
    pub marketing: &'c Marketing,
}

impl Counting<'_> {
    /// Counts what lies within the period, group by group; what is missing a group comes first. An opportunity goes where
    /// its lead goes, unless what is asked for is a day of its own.
    pub fn count(&self) -> Vec<FunnelSums> {
        let parts = if self.groups.names.len() < FEW_GROUPS {
            cores()
        } else {
            1
        };
        let groups = self.groups.names.len() + 1;
        let (mut sums, leads) = side_by_side(
            parts,
            |part| {
                let mut sums = vec![FunnelSums::default(); groups];
                let mut leads = ByStanding::new(Arc::clone(&self.standing.kinds), groups);
                self.add_leads(&mut sums, &mut leads, part.of(self.columns.rows()));
                self.add_opportunities(&mut sums, part.of(self.columns.rows()));
                (sums, leads)
            },
            |(mut sums, mut leads), (more_sums, more_leads)| {
                sums.iter_mut()
                    .zip(&more_sums)
                    .for_each(|(sums, more)| sums.add_all(more));
                leads.add_all(&more_leads);
                (sums, leads)
            },
        );
        for (sums, leads) in sums.iter_mut().zip(leads.groups()) {
            sums.add_leads(leads);
        }
        self.add_opportunities_alone(&mut sums);
        self.add_costs(&mut sums);
        if !self.groups.costs.is_empty() {
            self.add_covered(&mut sums);
        }
        sums
    }

    fn add_leads(&self, sums: &mut [FunnelSums], leads: &mut ByStanding, rows: Range<usize>) {
        let part = (self.groups.leads.get(rows.clone()).into_iter().flatten())
            .zip(self.standing.all.get(rows.clone()).into_iter().flatten())
            .zip(self.days.leads.get(rows.clone()).into_iter().flatten());
        for ((group, standing), day) in part {
            if let Some(group) = place(Some(*group)) {
                leads.add(group, *standing, u32::from(self.period.holds(*day)));
            }
        }
        let touched = self.columns.touched_and_accepted();
        for (row, touches) in touched.of(rows) {
            if self
                .days
                .leads
                .get(row)
                .is_some_and(|day| self.period.holds(*day))
                && let Some(sums) =
                    place(self.groups.leads.get(row).copied()).and_then(|group| sums.get_mut(group))
            {
                sums.add_touches(touches);
            }
        }
    }

    /// Counts the opportunities of the leads of these rows.
    fn add_opportunities(&self, sums: &mut [FunnelSums], rows: Range<usize>) {
        for CountedOpportunity {
            lead,
            opportunity,
            facts,
        } in self.columns.counted_opportunities().of(self.columns, rows)
        {
            let (lead, opportunity) = (*lead as usize, *opportunity as usize);
            let group = match self.groups.by_lead {
                true => self.groups.leads.get(lead),
                false => self.groups.opportunities.get(opportunity),
            };
            let day = match self.days.of_their_own {
                true => self.days.opportunities.get(opportunity),
                false => self.days.leads.get(lead),
            };
            if let Some(sums) = self.sums_of(sums, group, day) {
                self.add_opportunity(sums, opportunity, *facts, Some(lead));
            }
        }
    }

    /// Counts the opportunities that have no lead.
    fn add_opportunities_alone(&self, sums: &mut [FunnelSums]) {
        let alone = self.columns.opportunities.lead.iter().enumerate();
        for (opportunity, _) in alone.filter(|(_, lead)| lead.is_none()) {
            let (group, day) = (
                self.groups.opportunities.get(opportunity),
                self.days.opportunities.get(opportunity),
            );
            if let Some(sums) = self.sums_of(sums, group, day)
                && let Some(facts) = self.columns.opportunity(opportunity)
            {
                self.add_opportunity(sums, opportunity, facts, None);
            }
        }
    }

    /// Returns the sums of a group; nothing where the day is not within the period.
    fn sums_of<'s>(
        &self,
        sums: &'s mut [FunnelSums],
        group: Option<&u32>,
        day: Option<&DayNumber>,
    ) -> Option<&'s mut FunnelSums> {
        day.filter(|day| self.period.holds(**day))?;
        sums.get_mut(place(group.copied())?)
    }

    fn add_opportunity(
        &self,
        sums: &mut FunnelSums,
        opportunity: usize,
        mut facts: OpportunityFacts,
        lead: Option<usize>,
    ) {
        (facts.sourced, facts.influenced) = self.marketing.part(self.columns, opportunity, lead);
        let standing = lead.and_then(|lead| self.columns.standing.get(lead).copied());
        sums.add_opportunity(&facts, standing);
    }

    /// Counts the leads that came in in months for which costs of their group are known. A cost without a month is one for
    /// all of them.
    fn add_covered(&self, sums: &mut [FunnelSums]) {
        let mut known = vec![Covered::NONE; sums.len()];
        for (group, month) in self.groups.costs.iter().zip(&self.columns.costs.month) {
            if let Some(known) = place(Some(*group)).and_then(|group| known.get_mut(group)) {
                known.add(*month);
            }
        }
        let covered = side_by_side(
            cores(),
            |part| {
                let rows = part.of(self.columns.rows());
                let leads = (self.groups.leads.get(rows.clone()).into_iter().flatten())
                    .zip(self.days.leads.get(rows).into_iter().flatten());
                let mut covered = vec![0_i64; sums.len()];
                for (group, day) in leads.filter(|(_, day)| self.period.holds(**day)) {
                    let Some(group) = place(Some(*group)) else {
                        continue;
                    };
                    if known.get(group).is_some_and(|known| known.holds(*day))
                        && let Some(count) = covered.get_mut(group)
                    {
                        *count += 1;
                    }
                }
                covered
            },
            |mut covered, more| {
                covered
                    .iter_mut()
                    .zip(more)
                    .for_each(|(count, more)| *count += more);
                covered
            },
        );
        for (sums, covered) in sums.iter_mut().zip(covered) {
            sums.add_covered(covered);
        }
    }

    fn add_costs(&self, sums: &mut [FunnelSums]) {
        let costs = &self.columns.costs;
        for ((group, month), spend) in self.groups.costs.iter().zip(&costs.month).zip(&costs.spend) {
            if self.period.holds(*month)
                && let Some(sums) = place(Some(*group)).and_then(|group| sums.get_mut(group))
            {
                sums.add_cost(*spend);
            }
        }
    }
}
