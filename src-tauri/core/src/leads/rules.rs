//! What became of leads, counted: acceptance and win rate with their n, what was lost or ignored, what it cost. Pure: the
//! records come in plain, and every rate carries the two numbers it was made of.

use serde::Serialize;
use ts_rs::TS;

use super::terms::{Acceptance, LeadStage, Outcome, Reason};

/// Below this many records a rate says little, and is marked.
pub const SMALL: i64 = 30;

/// So many touches a lead needs before it is accepted, by the rule of thumb.
pub const MANY_TOUCHES: u32 = 8;

/// A lead, as far as it is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeadFacts {
    /// How far sales has come with it.
    pub stage: Option<LeadStage>,
    /// What was said to the lead itself.
    pub accepted: Option<Acceptance>,
    /// Why it went no further.
    pub reason: Option<Reason>,
    /// Whether somebody got in touch.
    pub touched: bool,
    /// Whether it names an opportunity.
    pub names_an_opportunity: bool,
    /// Whether it has a day on which it is looked at again.
    pub wakes_up: bool,
}

/// An opportunity, as far as it is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DealFacts {
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// What sales said to its lead.
    pub accepted: Option<Acceptance>,
    /// What it is worth, in minor units.
    pub value: Option<i64>,
    /// The days from its first day (where that is not known, its lead's) to the day it was won or lost.
    pub cycle_days: Option<i32>,
    /// Whether its original source is marketing's.
    pub sourced: bool,
    /// Whether marketing had a part in it before it closed: by its source or its lead's, or by a campaign.
    pub influenced: bool,
}

/// A part of a number.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Rate {
    /// The part.
    pub part: i64,
    /// Of how many.
    pub n: i64,
    /// The part in basis points, not rounded; nothing when there are none.
    pub basis_points: Option<f64>,
    /// Whether so few say little: fewer than [`SMALL`].
    pub small: bool,
    /// Why there is none, where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub because: Option<&'static str>,
}

impl Rate {
    /// Returns a part of `n`.
    pub fn of(part: i64, n: i64) -> Self {
        Self {
            part,
            n,
            basis_points: (n > 0).then(|| part as f64 * 10_000.0 / n as f64),
            small: n < SMALL,
            because: (n == 0).then_some("There are none to count."),
        }
    }

    /// Returns the rate with what is said where there is none.
    fn or(self, because: &'static str) -> Self {
        Self {
            because: self.because.map(|_| because),
            ..self
        }
    }
}

/// One row of the funnel: everything of one source, campaign, owner, quarter or attribute.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FunnelRow {
    /// What it is the row of; nothing for what is missing it.
    pub name: Option<String>,
    /// Leads.
    pub leads: i64,
    /// Leads that have an opportunity.
    pub converted: Rate,
    /// Leads that sales accepted.
    pub accepted: i64,
    /// Leads that sales rejected.
    pub rejected: i64,
    /// Leads about which sales said nothing.
    pub undecided: i64,
    /// Accepted ÷ (accepted + rejected).
    pub acceptance: Rate,
    /// The value of the opportunities of accepted leads, in minor units.
    pub accepted_value: i64,
    /// Opportunities, those without a lead among them.
    pub opportunities: i64,
    /// Opportunities that have no lead.
    pub without_lead: i64,
    /// The value of all opportunities, in minor units.
    pub value: i64,
    /// Won opportunities.
    pub won: i64,
    /// Lost opportunities.
    pub lost: i64,
    /// Opportunities that are neither.
    pub open: i64,
    /// Won ÷ (won + lost).
    pub win_rate: Rate,
    /// Leads with a won opportunity, of all leads.
    pub won_leads: Rate,
    /// The value of what was won, in minor units.
    pub won_value: i64,
    /// The middle number of days from the opportunity's first day (where that is not known, the lead's) until it was won.
    pub median_cycle_days: Option<f64>,
    /// Leads that were disqualified.
    pub disqualified: i64,
    /// Leads that were abandoned without a decision.
    pub abandoned: i64,
    /// Leads that nobody touched.
    pub untouched: i64,
    /// Abandoned or untouched, of all leads.
    pub lost_or_ignored: Rate,
    /// What was spent, in minor units; nothing when no cost is known.
    pub cost: Option<i64>,
    /// What was spent ÷ leads, in minor units, not rounded.
    pub cost_per_lead: Option<f64>,
    /// What was spent ÷ accepted leads, in minor units, not rounded.
    pub cost_per_accepted: Option<f64>,
    /// Leads that were sent back to be nurtured once.
    pub recycled: i64,
    /// Recycled leads that have an opportunity.
    pub recycled_converted: Rate,
    /// Recycled leads with a won opportunity.
    pub recycled_won: Rate,
    /// Leads that never were sent back and have an opportunity.
    pub first_time_converted: Rate,
    /// The middle number of touches of accepted leads, where it is known.
    pub median_touches: Option<f64>,
    /// Accepted leads with as many touches as the rule of thumb wants ([`MANY_TOUCHES`]) or more, of those whose touches are
    /// known.
    pub many_touches: Rate,
    /// The value of what was won and whose original source is marketing's, in minor units; nothing while nobody said which
    /// sources are.
    pub sourced_value: Option<i64>,
    /// The value of what was won and in which marketing had a part, in minor units: what it sourced is among it, so the two
    /// are never added.
    pub influenced_value: Option<i64>,
    /// Why the numbers are missing that are.
    pub because: Because,
    /// Whether the row rests on so few records (fewer than [`SMALL`] leads and opportunities without one) that it should not
    /// be ranked.
    pub small: bool,
}

/// Why a number is missing, for each that may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct Because {
    /// What was spent ÷ leads.
    pub cost_per_lead: Option<&'static str>,
    /// What was spent ÷ accepted leads.
    pub cost_per_accepted: Option<&'static str>,
    /// The middle number of days.
    pub median_cycle_days: Option<&'static str>,
    /// The middle number of touches.
    pub median_touches: Option<&'static str>,
    /// What marketing sourced and influenced.
    pub sourced_value: Option<&'static str>,
}

/// What sales said of a lead: to the lead itself, else to its opportunities, of which one accepted is enough, else by its
/// stage.
pub fn decision(
    lead: &LeadFacts,
    said_to_deals: impl Iterator<Item = Option<Acceptance>> + Clone,
) -> Acceptance {
    let said = |wanted: Acceptance| said_to_deals.clone().any(|said| said == Some(wanted));
    match (lead.accepted, lead.stage) {
        (Some(decided @ (Acceptance::Accepted | Acceptance::Rejected)), _) => decided,
        _ if said(Acceptance::Accepted) => Acceptance::Accepted,
        _ if said(Acceptance::Rejected) => Acceptance::Rejected,
        (_, Some(LeadStage::Accepted)) => Acceptance::Accepted,
        (_, Some(LeadStage::Rejected)) => Acceptance::Rejected,
        _ => Acceptance::Undecided,
    }
}

/// Returns whether nobody touched a lead on which nothing was decided.
pub fn is_untouched(lead: &LeadFacts, decision: Acceptance) -> bool {
    decision == Acceptance::Undecided && lead.stage == Some(LeadStage::New) && !lead.touched
}

/// Returns whether a lead was abandoned without a decision.
pub fn is_abandoned(lead: &LeadFacts, decision: Acceptance) -> bool {
    decision == Acceptance::Undecided && lead.reason == Some(Reason::Abandoned)
}

/// Where a lead stands, worked out once: what sales said, and what it counts for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing(u8);

impl Standing {
    const ACCEPTED: u8 = 1;
    const REJECTED: u8 = 2;
    const CONVERTED: u8 = 4;
    const DISQUALIFIED: u8 = 8;
    const UNTOUCHED: u8 = 16;
    const ABANDONED: u8 = 32;
    const WON: u8 = 64;
    const RECYCLED: u8 = 128;

    /// Returns where a lead with these opportunities stands.
    pub fn of(lead: &LeadFacts, deals: &[DealFacts]) -> Self {
        let decision = decision(lead, deals.iter().map(|deal| deal.accepted));
        let converted =
            !deals.is_empty() || lead.names_an_opportunity || lead.stage == Some(LeadStage::Converted);
        let won = deals.iter().any(|deal| deal.outcome == Some(Outcome::Won));
        let marks = [
            (Self::ACCEPTED, decision == Acceptance::Accepted),
            (Self::REJECTED, decision == Acceptance::Rejected),
            (Self::CONVERTED, converted),
            (Self::DISQUALIFIED, lead.stage == Some(LeadStage::Disqualified)),
            (Self::UNTOUCHED, is_untouched(lead, decision)),
            (Self::ABANDONED, is_abandoned(lead, decision)),
            (Self::WON, won),
            (
                Self::RECYCLED,
                lead.stage == Some(LeadStage::Recycled) || lead.wakes_up,
            ),
        ];
        Self(
            marks
                .iter()
                .fold(0, |all, (mark, has)| if *has { all | mark } else { all }),
        )
    }

    /// Returns what sales said.
    pub fn decision(self) -> Acceptance {
        if self.has(Self::ACCEPTED) {
            Acceptance::Accepted
        } else if self.has(Self::REJECTED) {
            Acceptance::Rejected
        } else {
            Acceptance::Undecided
        }
    }

    /// Returns whether the lead has an opportunity.
    pub fn is_converted(self) -> bool {
        self.has(Self::CONVERTED)
    }

    /// Returns whether an opportunity of the lead was won.
    pub fn is_won(self) -> bool {
        self.has(Self::WON)
    }

    /// Returns whether nobody touched the lead, or it was abandoned, and nothing was decided.
    pub fn is_lost_or_ignored(self) -> bool {
        self.has(Self::UNTOUCHED | Self::ABANDONED)
    }

    /// Returns whether the lead was sent back to be nurtured once.
    pub fn is_recycled(self) -> bool {
        self.has(Self::RECYCLED)
    }

    const fn has(self, any: u8) -> bool {
        self.0 & any != 0
    }

    /// Returns what the lead adds to each of the counts.
    const fn counts(self) -> Counts {
        let recycled = self.has(Self::RECYCLED);
        Counts {
            leads: 1,
            converted: self.has(Self::CONVERTED) as u32,
            accepted: self.has(Self::ACCEPTED) as u32,
            rejected: self.has(Self::REJECTED) as u32,
            disqualified: self.has(Self::DISQUALIFIED) as u32,
            untouched: self.has(Self::UNTOUCHED) as u32,
            abandoned: self.has(Self::ABANDONED) as u32,
            lost_or_ignored: self.has(Self::UNTOUCHED | Self::ABANDONED) as u32,
            won_leads: self.has(Self::WON) as u32,
            recycled: recycled as u32,
            recycled_converted: (recycled && self.has(Self::CONVERTED)) as u32,
            recycled_won: (recycled && self.has(Self::WON)) as u32,
        }
    }
}

/// What every standing adds, worked out once: a million leads are counted by looking up and adding.
static COUNTS: [Counts; 256] = {
    let mut all = [Counts::NONE; 256];
    let mut standing: u8 = 0;
    let mut rest: &mut [Counts] = &mut all;
    while let Some((slot, others)) = rest.split_first_mut() {
        *slot = Standing(standing).counts();
        standing = standing.wrapping_add(1);
        rest = others;
    }
    all
};

/// Counts of leads.
#[derive(Debug, Clone, Copy)]
struct Counts {
    leads: u32,
    converted: u32,
    accepted: u32,
    rejected: u32,
    disqualified: u32,
    untouched: u32,
    abandoned: u32,
    lost_or_ignored: u32,
    won_leads: u32,
    recycled: u32,
    recycled_converted: u32,
    recycled_won: u32,
}

impl Counts {
    const NONE: Self = Self {
        leads: 0,
        converted: 0,
        accepted: 0,
        rejected: 0,
        disqualified: 0,
        untouched: 0,
        abandoned: 0,
        lost_or_ignored: 0,
        won_leads: 0,
        recycled: 0,
        recycled_converted: 0,
        recycled_won: 0,
    };

    // One after the other and without a look at each: the processor adds them four at a time.
    #[inline]
    fn add(&mut self, other: &Self) {
        self.leads = self.leads.wrapping_add(other.leads);
        self.converted = self.converted.wrapping_add(other.converted);
        self.accepted = self.accepted.wrapping_add(other.accepted);
        self.rejected = self.rejected.wrapping_add(other.rejected);
        self.disqualified = self.disqualified.wrapping_add(other.disqualified);
        self.untouched = self.untouched.wrapping_add(other.untouched);
        self.abandoned = self.abandoned.wrapping_add(other.abandoned);
        self.lost_or_ignored = self.lost_or_ignored.wrapping_add(other.lost_or_ignored);
        self.won_leads = self.won_leads.wrapping_add(other.won_leads);
        self.recycled = self.recycled.wrapping_add(other.recycled);
        self.recycled_converted = self.recycled_converted.wrapping_add(other.recycled_converted);
        self.recycled_won = self.recycled_won.wrapping_add(other.recycled_won);
    }
}

/// Everything that is counted of one group.
#[derive(Debug, Clone)]
pub struct Sums {
    counts: Counts,
    accepted_value: i64,
    opportunities: i64,
    without_lead: i64,
    value: i64,
    won: i64,
    lost: i64,
    won_value: i64,
    sourced_value: i64,
    influenced_value: i64,
    cycles: Vec<i32>,
    touches: Vec<i32>,
    cost: Option<i64>,
}

impl Default for Sums {
    fn default() -> Self {
        Self {
            counts: Counts::NONE,
            accepted_value: 0,
            opportunities: 0,
            without_lead: 0,
            value: 0,
            won: 0,
            lost: 0,
            won_value: 0,
            sourced_value: 0,
            influenced_value: 0,
            cycles: Vec::new(),
            touches: Vec::new(),
            cost: None,
        }
    }
}

impl Sums {
    /// Counts a lead.
    #[inline]
    pub fn add_lead(&mut self, lead: Standing) {
        if let Some(counts) = COUNTS.get(usize::from(lead.0)) {
            self.counts.add(counts);
        }
    }

    /// Counts how often somebody got in touch with an accepted lead.
    pub fn add_touches(&mut self, touches: u32) {
        self.touches.push(i32::try_from(touches).unwrap_or(i32::MAX));
    }

    /// Counts an opportunity, where it has a lead with how that stands.
    pub fn add_deal(&mut self, deal: &DealFacts, lead: Option<Standing>) {
        let value = deal.value.unwrap_or(0);
        self.opportunities += 1;
        self.value = self.value.saturating_add(value);
        match lead.map(Standing::decision) {
            None => self.without_lead += 1,
            Some(Acceptance::Accepted) if deal.accepted != Some(Acceptance::Rejected) => {
                self.accepted_value = self.accepted_value.saturating_add(value);
            }
            Some(_) => {}
        }
        match deal.outcome {
            Some(Outcome::Won) => {
                self.won += 1;
                self.won_value = self.won_value.saturating_add(value);
                if deal.sourced {
                    self.sourced_value = self.sourced_value.saturating_add(value);
                }
                if deal.sourced || deal.influenced {
                    self.influenced_value = self.influenced_value.saturating_add(value);
                }
                self.cycles.extend(deal.cycle_days);
            }
            Some(Outcome::Lost) => self.lost += 1,
            Some(Outcome::Open) | None => {}
        }
    }

    /// Counts what was spent, in minor units.
    pub fn add_cost(&mut self, spend: i64) {
        self.cost = Some(self.cost.unwrap_or(0).saturating_add(spend));
    }

    /// Counts all that is counted in `other`.
    pub fn add_all(&mut self, other: &Self) {
        self.counts.add(&other.counts);
        self.accepted_value = self.accepted_value.saturating_add(other.accepted_value);
        self.opportunities += other.opportunities;
        self.without_lead += other.without_lead;
        self.value = self.value.saturating_add(other.value);
        self.won += other.won;
        self.lost += other.lost;
        self.won_value = self.won_value.saturating_add(other.won_value);
        self.sourced_value = self.sourced_value.saturating_add(other.sourced_value);
        self.influenced_value = self.influenced_value.saturating_add(other.influenced_value);
        self.cycles.extend(&other.cycles);
        self.touches.extend(&other.touches);
        if let Some(spend) = other.cost {
            self.add_cost(spend);
        }
    }

    /// Returns how many leads and opportunities there are.
    pub fn size(&self) -> (u32, i64) {
        (self.counts.leads, self.opportunities)
    }

    /// Returns whether anything was counted.
    pub fn is_empty(&self) -> bool {
        self.counts.leads == 0 && self.opportunities == 0 && self.cost.is_none()
    }

    /// Returns the row of the funnel that they make; `knows_marketing` says whether somebody said which sources are
    /// marketing's.
    pub fn row(mut self, name: Option<String>, knows_marketing: bool) -> FunnelRow {
        let Counts {
            leads,
            converted,
            accepted,
            rejected,
            disqualified,
            untouched,
            abandoned,
            lost_or_ignored,
            won_leads,
            recycled,
            recycled_converted,
            recycled_won,
        } = self.counts;
        let [leads, converted, accepted, rejected] = [leads, converted, accepted, rejected].map(i64::from);
        let [recycled, recycled_converted] = [recycled, recycled_converted].map(i64::from);
        let per = |n: i64| self.cost.filter(|_| n > 0).map(|cost| cost as f64 / n as f64);
        let many = self
            .touches
            .iter()
            .filter(|touches| touches.unsigned_abs() >= MANY_TOUCHES)
            .count();
        let touches_known = count(self.touches.len());
        let mut row = FunnelRow {
            cost_per_lead: per(leads),
            cost_per_accepted: per(accepted),
            name,
            leads,
            converted: Rate::of(converted, leads).or(NO_LEADS),
            accepted,
            rejected,
            undecided: leads - accepted - rejected,
            acceptance: Rate::of(accepted, accepted + rejected)
                .or("Sales accepted and rejected none of them."),
            accepted_value: self.accepted_value,
            opportunities: self.opportunities,
            without_lead: self.without_lead,
            value: self.value,
            won: self.won,
            lost: self.lost,
            open: self.opportunities - self.won - self.lost,
            win_rate: Rate::of(self.won, self.won + self.lost).or("No opportunity was won or lost."),
            won_leads: Rate::of(won_leads.into(), leads).or(NO_LEADS),
            won_value: self.won_value,
            median_cycle_days: median(&mut self.cycles),
            disqualified: disqualified.into(),
            abandoned: abandoned.into(),
            untouched: untouched.into(),
            lost_or_ignored: Rate::of(lost_or_ignored.into(), leads).or(NO_LEADS),
            cost: self.cost,
            recycled,
            recycled_converted: Rate::of(recycled_converted, recycled).or(NONE_RECYCLED),
            recycled_won: Rate::of(recycled_won.into(), recycled).or(NONE_RECYCLED),
            first_time_converted: Rate::of(converted - recycled_converted, leads - recycled).or(NO_LEADS),
            median_touches: median(&mut self.touches),
            many_touches: Rate::of(count(many), touches_known).or(NO_TOUCHES),
            sourced_value: knows_marketing.then_some(self.sourced_value),
            influenced_value: knows_marketing.then_some(self.influenced_value),
            because: Because::default(),
            small: leads + self.without_lead < SMALL,
        };
        row.because = row.because_of_what();
        row
    }
}

const NO_LEADS: &str = "There are no leads.";
const NONE_RECYCLED: &str = "No lead was sent back to be nurtured.";
const NO_TOUCHES: &str = "Of no accepted lead it is known how often somebody got in touch.";

impl FunnelRow {
    fn because_of_what(&self) -> Because {
        let cost = |n: i64, nobody: &'static str| match (self.cost, n) {
            (None, _) => Some("No cost is known for it."),
            (Some(_), 0) => Some(nobody),
            (Some(_), _) => None,
        };
        let cycle = match self.won {
            0 => "Nothing was won.",
            _ => "Of nothing that was won both days are known.",
        };
        Because {
            cost_per_lead: cost(self.leads, NO_LEADS),
            cost_per_accepted: cost(self.accepted, "Sales accepted none of them."),
            median_cycle_days: self.median_cycle_days.is_none().then_some(cycle),
            median_touches: self.median_touches.is_none().then_some(NO_TOUCHES),
            sourced_value: self
                .sourced_value
                .is_none()
                .then_some("Nobody said which lead sources are marketing's."),
        }
    }
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

/// Returns the middle one; of an even number the mean of the two in the middle.
pub(super) fn median(days: &mut [i32]) -> Option<f64> {
    days.sort_unstable();
    let upper = *days.get(days.len() / 2)?;
    if days.len() % 2 == 1 {
        return Some(upper.into());
    }
    let lower = *days.get((days.len() / 2).checked_sub(1)?)?;
    Some((f64::from(lower) + f64::from(upper)) / 2.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lead(stage: LeadStage) -> LeadFacts {
        LeadFacts {
            stage: Some(stage),
            ..LeadFacts::default()
        }
    }

    fn decided(lead: &LeadFacts, said_to_deals: &[Option<Acceptance>]) -> Acceptance {
        decision(lead, said_to_deals.iter().copied())
    }

    #[test]
    fn only_explicit_decisions_count_for_the_acceptance() {
        let disqualified = lead(LeadStage::Disqualified);
        assert_eq!(decided(&disqualified, &[]), Acceptance::Undecided);
        let converted = lead(LeadStage::Converted);
        let (no, yes) = (Some(Acceptance::Rejected), Some(Acceptance::Accepted));
        assert_eq!(decided(&converted, &[no, yes]), Acceptance::Accepted);
        assert_eq!(decided(&converted, &[None, no]), Acceptance::Rejected);
        assert_eq!(decided(&lead(LeadStage::Rejected), &[]), Acceptance::Rejected);
        let said = LeadFacts {
            accepted: no,
            ..converted
        };
        assert_eq!(decided(&said, &[yes]), Acceptance::Rejected);
    }

    #[test]
    fn a_lead_that_is_untouched_and_abandoned_is_lost_once() {
        let both = LeadFacts {
            reason: Some(Reason::Abandoned),
            ..lead(LeadStage::New)
        };
        let mut sums = Sums::default();
        for lead in [both, lead(LeadStage::Working)] {
            sums.add_lead(Standing::of(&lead, &[]));
        }
        let all = sums.row(None, true);
        assert_eq!(
            (all.untouched, all.abandoned, all.lost_or_ignored.part),
            (1, 1, 1)
        );
        assert_eq!(all.lost_or_ignored.basis_points, Some(5_000.0));
        assert_eq!((all.acceptance.n, all.acceptance.basis_points), (0, None));
    }

    #[test]
    fn what_is_missing_says_why_and_what_rests_on_few_is_marked() {
        let nothing = Sums::default().row(None, false);
        assert_eq!(
            nothing.acceptance.because,
            Some("Sales accepted and rejected none of them.")
        );
        assert_eq!(nothing.because.cost_per_lead, Some("No cost is known for it."));
        assert_eq!(nothing.because.median_cycle_days, Some("Nothing was won."));
        assert_eq!(
            (nothing.sourced_value, nothing.because.sourced_value.is_some()),
            (None, true)
        );
        let mut sums = Sums::default();
        sums.add_cost(500);
        for _ in 0..SMALL {
            sums.add_lead(Standing::of(&lead(LeadStage::Accepted), &[]));
        }
        for touches in [1, 8, 9, 12] {
            sums.add_touches(touches);
        }
        let row = sums.row(None, true);
        assert_eq!(
            (row.small, row.acceptance.small, row.many_touches.small),
            (false, false, true)
        );
        assert_eq!((row.median_touches, row.many_touches.part), (Some(8.5), 3));
        assert_eq!(
            row.because,
            Because {
                median_cycle_days: Some("Nothing was won."),
                ..Because::default()
            }
        );
    }

    #[test]
    fn recycled_leads_are_counted_apart() {
        let mut sums = Sums::default();
        let won = DealFacts {
            outcome: Some(Outcome::Won),
            ..DealFacts::default()
        };
        let woken = LeadFacts {
            wakes_up: true,
            ..lead(LeadStage::Working)
        };
        sums.add_lead(Standing::of(&lead(LeadStage::Recycled), &[]));
        sums.add_lead(Standing::of(&woken, &[won]));
        sums.add_lead(Standing::of(&lead(LeadStage::Converted), &[]));
        sums.add_lead(Standing::of(&lead(LeadStage::New), &[]));
        let row = sums.row(None, true);
        let of = |rate: Rate| (rate.part, rate.n);
        assert_eq!(
            (of(row.recycled_converted), of(row.recycled_won)),
            ((1, 2), (1, 2))
        );
        assert_eq!(
            (of(row.first_time_converted), of(row.converted)),
            ((1, 2), (2, 4))
        );
    }

    #[test]
    fn what_marketing_sourced_is_among_what_it_influenced() {
        let mut sums = Sums::default();
        let won = DealFacts {
            outcome: Some(Outcome::Won),
            value: Some(100),
            ..DealFacts::default()
        };
        for deal in [
            DealFacts { sourced: true, ..won },
            DealFacts {
                influenced: true,
                ..won
            },
            DealFacts {
                outcome: Some(Outcome::Lost),
                sourced: true,
                ..won
            },
            won,
        ] {
            sums.add_deal(&deal, None);
        }
        let row = sums.row(None, true);
        assert_eq!(
            (row.won_value, row.sourced_value, row.influenced_value),
            (300, Some(100), Some(200))
        );
    }

    #[test]
    fn the_middle_of_an_even_number_of_days_lies_between_two() {
        assert_eq!(median(&mut []), None);
        assert_eq!(median(&mut [9, -2, 4]), Some(4.0));
        assert_eq!(median(&mut [9, -2, 4, 5]), Some(4.5));
    }

    prop_compose! {
        fn any_lead()(stage in prop::sample::select(LeadStage::ALL.to_vec()),
                      reason in prop::option::of(prop::sample::select(Reason::ALL.to_vec())),
                      touched: bool, wakes_up: bool) -> LeadFacts {
            LeadFacts { stage: Some(stage), reason, touched, wakes_up, ..LeadFacts::default() }
        }
    }

    prop_compose! {
        fn any_deal()(sourced: bool, influenced: bool, value in prop::option::of(0_i64..1_000), cycle_days in prop::option::of(-5..400),
                      outcome in prop::option::of(prop::sample::select(Outcome::ALL.to_vec())),
                      accepted in prop::option::of(prop::sample::select(Acceptance::ALL.to_vec()))) -> DealFacts {
            DealFacts { outcome, accepted, value, cycle_days, sourced, influenced }
        }
    }

    proptest! {
        #[test]
        fn the_groups_add_up_to_the_whole(
            leads in prop::collection::vec((0_usize..3, any_lead(), prop::collection::vec(any_deal(), 0..3)), 0..30),
            alone in prop::collection::vec((0_usize..3, any_deal()), 0..10),
        ) {
            let mut groups = vec![Sums::default(); 3];
            let mut all = Sums::default();
            for (group, lead, deals) in &leads {
                let standing = Standing::of(lead, deals);
                for sums in groups.get_mut(*group).into_iter().chain([&mut all]) {
                    sums.add_lead(standing);
                    deals.iter().for_each(|deal| sums.add_deal(deal, Some(standing)));
                }
            }
            for (group, deal) in &alone {
                for sums in groups.get_mut(*group).into_iter().chain([&mut all]) {
                    sums.add_deal(deal, None);
                }
            }
            let mut whole = Sums::default();
            groups.iter().for_each(|sums| whole.add_all(sums));
            prop_assert_eq!(whole.row(None, true), all.clone().row(None, true));
            let all = all.row(None, true);
            prop_assert_eq!(all.accepted + all.rejected + all.undecided, leads.len() as i64);
            prop_assert_eq!(all.without_lead, alone.len() as i64);
            prop_assert!(all.lost_or_ignored.part <= all.untouched + all.abandoned);
            prop_assert!(all.won_leads.part <= all.converted.part);
        }
    }
}
