//! What happened in a period, each on its own day: leads on the day they were handed over (where that is not known, came in), what
//! sales decided on the day of the decision (where that is not known, the lead's), opportunities on the day they were created, and
//! what was won or lost on the day it closed. A plan's look back counts in the same way; the funnel goes by the day on which leads
//! came in, and answers another question: what became of them.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;
use lockstep_workspace::{context::ReadContext, error::Result, worksheet::DaySpan};

use super::{
    columns::{DayNumber, LeadColumns, UNKNOWN_DAY, lead_columns, numbered_day},
    counting::{Counting, Days},
    dimension::{Dimension, Groups},
    marketing::Marketing,
    period::Period,
    rules::{DataCoverage, FunnelRow, FunnelSums},
    terms::Outcome,
};
use crate::definition::{by_day::planned_until, contact_due::ContactDue};

/// What happened, as a row of the funnel for each of the four days by which things are counted.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Activity {
    /// Of what; nothing for what is missing it, and for all together.
    pub name: Option<String>,
    /// The leads that were handed over.
    pub handed_over: FunnelRow,
    /// The leads on which sales decided.
    pub decided: FunnelRow,
    /// The opportunities that were created.
    pub created: FunnelRow,
    /// The opportunities that closed.
    pub closed: FunnelRow,
    /// Opportunities that were won, on a day that no file tells and that may lie in the period. Where there are any, it is not known
    /// how many were won in it.
    pub won_without_day: i64,
    /// The same of those that were lost.
    pub lost_without_day: i64,
}

/// What is counted of one group, by each of the four days.
#[derive(Debug, Clone, Default)]
struct Sums {
    handed_over: FunnelSums,
    decided: FunnelSums,
    created: FunnelSums,
    closed: FunnelSums,
    won_without_day: i64,
    lost_without_day: i64,
}

impl Sums {
    fn add_all(&mut self, other: &Self) {
        self.handed_over.add_all(&other.handed_over);
        self.decided.add_all(&other.decided);
        self.created.add_all(&other.created);
        self.closed.add_all(&other.closed);
        self.won_without_day += other.won_without_day;
        self.lost_without_day += other.lost_without_day;
    }

    fn is_empty(&self) -> bool {
        [&self.handed_over, &self.decided, &self.created, &self.closed]
            .into_iter()
            .all(FunnelSums::is_empty)
    }

    fn size(&self) -> (u32, i64) {
        let (leads, _) = self.handed_over.size();
        let (_, opportunities) = self.created.size();
        (leads, opportunities)
    }

    fn row(self, name: Option<String>, known: DataCoverage) -> Result<Activity> {
        for sums in [&self.handed_over, &self.decided, &self.created, &self.closed] {
            sums.must_be_countable()?;
        }
        Ok(Activity {
            handed_over: self.handed_over.row(None, known),
            decided: self.decided.row(None, known),
            created: self.created.row(None, known),
            closed: self.closed.row(None, known),
            won_without_day: self.won_without_day,
            lost_without_day: self.lost_without_day,
            name,
        })
    }
}

/// The days by which leads and opportunities are counted.
#[derive(Debug)]
pub(super) struct FourDays {
    handed_over: Vec<DayNumber>,
    decided: Vec<DayNumber>,
    opportunities_decided: Vec<DayNumber>,
    opportunities_created: Vec<DayNumber>,
}

impl FourDays {
    /// Returns them, found once for as long as no lead changes: a worksheet counts by month, by source and by campaign.
    pub fn of(columns: &LeadColumns) -> Arc<Self> {
        #[derive(PartialEq)]
        struct Which;
        columns.answer_cache.answer(Which, |_| Self::find(columns))
    }

    /// Returns the day of the hand-over of each lead, else the day it came in.
    pub fn handed_over(&self) -> &[DayNumber] {
        &self.handed_over
    }

    /// Returns the day on which sales decided on each lead, else that of its hand-over.
    pub fn decided(&self) -> &[DayNumber] {
        &self.decided
    }

    fn find(columns: &LeadColumns) -> Self {
        let opportunities = &columns.opportunities;
        let or = |days: &[DayNumber], others: &[DayNumber]| -> Vec<DayNumber> {
            let pairs = days.iter().zip(others);
            pairs
                .map(|(day, other)| if *day == UNKNOWN_DAY { *other } else { *day })
                .collect()
        };
        let handed_over = or(&columns.handed_over_on, &columns.created_on);
        let decided = or(&columns.decision_days(), &handed_over);
        let of_lead = opportunities.lead.iter().map(|lead| {
            let lead = usize::try_from((*lead)?).ok()?;
            decided.get(lead).copied()
        });
        let of_lead: Vec<DayNumber> = of_lead.map(|day| day.unwrap_or(UNKNOWN_DAY)).collect();
        Self {
            opportunities_decided: or(&opportunities.decided_on, &of_lead),
            opportunities_created: or(&opportunities.created_on, &opportunities.closed_on),
            handed_over,
            decided,
        }
    }

    /// Returns the days of leads and of opportunities by which each of the four is counted.
    fn each<'c>(&'c self, columns: &'c LeadColumns) -> [Days<'c>; 4] {
        let no_lead = || Cow::Owned(vec![UNKNOWN_DAY; columns.rows()]);
        let no_opportunity = Cow::Owned(vec![UNKNOWN_DAY; columns.opportunities.rows()]);
        let days = |leads, opportunities| Days {
            leads,
            opportunities,
            of_their_own: true,
        };
        [
            days(Cow::Borrowed(&self.handed_over), no_opportunity),
            days(
                Cow::Borrowed(&self.decided),
                Cow::Borrowed(&self.opportunities_decided),
            ),
            days(no_lead(), Cow::Borrowed(&self.opportunities_created)),
            days(no_lead(), Cow::Borrowed(&columns.opportunities.closed_on)),
        ]
    }
}

/// Leads and opportunities, about to be counted.
struct Facts {
    columns: Arc<LeadColumns>,
    marketing: Marketing,
    due: ContactDue,
    known: DataCoverage,
}

impl Facts {
    fn read(reader: &ReadContext) -> Result<Self> {
        let columns = lead_columns(reader)?;
        let marketing = Marketing::of(reader, &columns)?;
        Ok(Self {
            known: DataCoverage {
                marketing: marketing.is_known,
                ..*columns.known()
            },
            due: ContactDue::of(reader)?,
            marketing,
            columns,
        })
    }

    /// Counts what lies in a period, group by group; `None` is what is missing its group.
    fn count<'c>(
        &'c self,
        by: &dyn Fn(&Days, bool) -> Groups<'c>,
        period: Period,
    ) -> BTreeMap<Option<String>, Sums> {
        let standing = self.columns.standing_by(&self.due);
        let four = FourDays::of(&self.columns);
        let all = four.each(&self.columns);
        let mut found: BTreeMap<Option<String>, Sums> = BTreeMap::new();
        for (place, days) in all.iter().enumerate() {
            let groups = by(days, place == 0);
            let sums = Counting {
                columns: &self.columns,
                standing: &standing,
                groups: &groups,
                days,
                period,
                marketing: &self.marketing,
            }
            .count();
            let names = std::iter::once(None).chain(groups.names.iter().map(|name| Some(name.to_string())));
            for (name, sums) in names.zip(sums).filter(|(_, sums)| !sums.is_empty()) {
                let slot = found.entry(name).or_default();
                match place {
                    0 => slot.handed_over = sums,
                    1 => slot.decided = sums,
                    2 => slot.created = sums,
                    _ => slot.closed = sums,
                }
            }
        }
        found
    }
}

/// What is asked of leads: for as long as it is the same, what was counted holds.
#[derive(PartialEq)]
struct Asked<W> {
    what: W,
    marketing: Marketing,
    due: ContactDue,
}

/// What happened, month by month.
#[derive(Debug)]
pub(crate) struct MonthlyActivity {
    months: BTreeMap<NaiveDate, Sums>,
    /// Opportunities that were won or lost on a day that is not known: when they were created, and whether they were won.
    without_day: Vec<(DayNumber, bool)>,
    known: DataCoverage,
    /// The first day of which the files tell anything; nothing where there are none.
    told_from: Option<NaiveDate>,
    /// The last day of which they do.
    pub told_until: Option<NaiveDate>,
}

impl MonthlyActivity {
    /// Counts what happened, or returns what was counted when nothing has changed since.
    ///
    /// # Errors
    /// `Damaged` when what stands in the file cannot be read.
    pub fn of(reader: &ReadContext) -> Result<Arc<Self>> {
        #[derive(PartialEq)]
        struct ByMonth;
        let facts = Facts::read(reader)?;
        let columns = Arc::clone(&facts.columns);
        let asked = Asked {
            what: ByMonth,
            marketing: facts.marketing.clone(),
            due: facts.due.clone(),
        };
        Ok(columns.answer_cache.answer(asked, |_| facts.by_month()))
    }

    /// So many days without anything told, a weekend and a day, do not mean that the files end before or begin after.
    pub const QUIET_DAYS: i64 = 3;

    /// Returns the day on which the files begin, where that is well after `day`.
    pub fn begins_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.told_from
            .filter(|from| (*from - day).num_days() > Self::QUIET_DAYS)
    }

    /// Says whether the files tell anything of a period: it neither ends before they begin nor begins after they end. Of any other,
    /// nought would be a guess.
    pub fn tells_of(&self, days: DaySpan) -> bool {
        let begins = self.told_from.is_some_and(|from| from <= days.to);
        begins && self.told_until.is_some_and(|until| days.from <= until)
    }

    /// Returns what happened from the first of one month to the last of another.
    ///
    /// # Errors
    /// `Refused` when amounts are more together than can be counted.
    pub fn over(&self, days: DaySpan) -> Result<Activity> {
        let mut all = Sums::default();
        for (_, sums) in self.months.range(days.from..=days.to) {
            all.add_all(sums);
        }
        let period = Period::of(Some(days.from), Some(days.to));
        for (_, was_won) in self
            .without_day
            .iter()
            .filter(|(created, _)| period.may_hold_from(*created))
        {
            *(if *was_won {
                &mut all.won_without_day
            } else {
                &mut all.lost_without_day
            }) += 1;
        }
        all.row(None, self.known)
    }
}

impl Facts {
    fn by_month(&self) -> MonthlyActivity {
        let columns = &self.columns;
        let months = self.count(
            &|days, has_costs| {
                let costs: &[DayNumber] = if has_costs { &columns.costs.month } else { &[] };
                Groups::by_month(days, costs)
            },
            Period::ALL,
        );
        let opportunities = &columns.opportunities;
        let closed = opportunities
            .created_on
            .iter()
            .zip(&opportunities.closed_on)
            .zip(&opportunities.outcome);
        MonthlyActivity {
            months: months
                .into_iter()
                .filter_map(|(name, sums)| Some((name?.parse().ok()?, sums)))
                .collect(),
            without_day: closed
                .filter(|((_, closed), _)| **closed == UNKNOWN_DAY)
                .filter_map(|((created, _), outcome)| match outcome {
                    Some(Outcome::Won) => Some((*created, true)),
                    Some(Outcome::Lost) => Some((*created, false)),
                    Some(Outcome::Open) | None => None,
                })
                .collect(),
            known: self.known,
            told_from: self.told_from().and_then(numbered_day),
            told_until: self.told_until().and_then(numbered_day),
        }
    }

    /// Returns the first day on which anything is counted.
    fn told_from(&self) -> Option<DayNumber> {
        let four = FourDays::of(&self.columns);
        let leads = four.handed_over.iter().chain(&four.decided);
        let opportunities = four
            .opportunities_decided
            .iter()
            .chain(&four.opportunities_created)
            .chain(&self.columns.opportunities.closed_on);
        let days = leads.chain(opportunities);
        days.copied().filter(|day| *day != UNKNOWN_DAY).min()
    }

    /// Returns the last day of which anything is told: of a lead, of a decision, or of an opportunity that was created or closed.
    /// A day that has not come when it is told is a plan and no fact.
    fn told_until(&self) -> Option<DayNumber> {
        let opportunities = &self.columns.opportunities;
        let is_closed = |outcome: &Option<Outcome>| matches!(outcome, Some(Outcome::Won | Outcome::Lost));
        let closed = opportunities.closed_on.iter().zip(&opportunities.outcome);
        let closed = closed
            .filter(|(_, outcome)| is_closed(outcome))
            .map(|(day, _)| *day);
        let decided = self.columns.decision_days();
        let days = decided
            .iter()
            .copied()
            .chain(opportunities.created_on.iter().copied())
            .chain(closed);
        let until = planned_until();
        days.filter(|day| *day != UNKNOWN_DAY && *day < until)
            .chain(self.columns.last_told_day())
            .max()
    }

    fn by_name(&self, by: By, days: DaySpan) -> Result<Vec<Activity>> {
        let columns = &self.columns;
        let period = Period::of(Some(days.from), Some(days.to));
        let mut found = self.count(
            &|_, has_costs| {
                let mut groups = Groups::by_name(&by.dimension(), columns);
                if !has_costs {
                    groups.costs.clear();
                }
                groups
            },
            period,
        );
        let opportunities = &columns.opportunities;
        for opportunity in 0..opportunities.rows() {
            let at = |days: &[DayNumber]| days.get(opportunity).copied().unwrap_or(UNKNOWN_DAY);
            if at(&opportunities.closed_on) != UNKNOWN_DAY
                || !period.may_hold_from(at(&opportunities.created_on))
            {
                continue;
            }
            let was_won = match opportunities.outcome.get(opportunity).copied().flatten() {
                Some(Outcome::Won) => true,
                Some(Outcome::Lost) => false,
                Some(Outcome::Open) | None => continue,
            };
            let lead = opportunities.lead.get(opportunity).copied().flatten();
            let (of_leads, of_opportunities) = match by {
                By::Source => (&columns.source, &opportunities.source),
                By::Campaign => (&columns.campaign, &opportunities.campaign),
            };
            let name = match lead.and_then(|lead| usize::try_from(lead).ok()) {
                Some(lead) => of_leads.of(lead),
                None => of_opportunities.of(opportunity),
            };
            let sums = found.entry(name.map(str::to_owned)).or_default();
            *(if was_won {
                &mut sums.won_without_day
            } else {
                &mut sums.lost_without_day
            }) += 1;
        }
        let mut named: Vec<(Option<String>, Sums)> =
            found.into_iter().filter(|(_, sums)| !sums.is_empty()).collect();
        named.sort_by_key(|(_, sums)| std::cmp::Reverse(sums.size()));
        named
            .into_iter()
            .map(|(name, sums)| sums.row(name, self.known))
            .collect()
    }
}

/// By what a period is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Source,
    Campaign,
}

impl By {
    fn dimension(self) -> Dimension {
        match self {
            Self::Source => Dimension::Source,
            Self::Campaign => Dimension::Campaign,
        }
    }
}

/// Returns what happened in a period by source, the most leads first.
///
/// # Errors
/// `Refused` when amounts are more together than can be counted; `Damaged` when what stands in the file cannot be read.
pub(crate) fn by_source(reader: &ReadContext, days: DaySpan) -> Result<Arc<Vec<Activity>>> {
    by_name(reader, By::Source, days)
}

/// Returns what happened in a period by campaign, the most leads first.
///
/// # Errors
/// As for [`by_source`].
pub(crate) fn by_campaign(reader: &ReadContext, days: DaySpan) -> Result<Arc<Vec<Activity>>> {
    by_name(reader, By::Campaign, days)
}

fn by_name(reader: &ReadContext, by: By, days: DaySpan) -> Result<Arc<Vec<Activity>>> {
    let facts = Facts::read(reader)?;
    let columns = Arc::clone(&facts.columns);
    let asked = Asked {
        what: (by, days),
        marketing: facts.marketing.clone(),
        due: facts.due.clone(),
    };
    columns
        .answer_cache
        .try_one_of(SPANS, asked, |_| facts.by_name(by, days))
}

/// So many spans are kept: those of the review that is open and of the one before it, by source and by campaign.
const SPANS: usize = 8;
