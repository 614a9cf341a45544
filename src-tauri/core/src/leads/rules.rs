//! What became of leads, counted: acceptance and win rate with their n, what was lost or ignored, what it cost. Pure: the
//! records come in plain, and every rate carries the two numbers it was made of.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::terms::{Acceptance, LeadStage, Outcome, Reason};

/// Below this many records a rate says little, and is marked.
pub const SMALL: i64 = 30;

/// A lead, as far as it is counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeadFacts {
    /// Where it is counted; nothing when it is not known.
    pub group: Option<String>,
    /// How far sales has come with it.
    pub stage: Option<LeadStage>,
    /// What was said to the lead itself.
    pub accepted: Option<Acceptance>,
    /// Why it went no further.
    pub reason: Option<Reason>,
    /// Whether somebody got in touch.
    pub touched: bool,
    /// The day it came in.
    pub created_on: Option<NaiveDate>,
    /// Whether it names an opportunity.
    pub names_an_opportunity: bool,
}

/// An opportunity, as far as it is counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DealFacts {
    /// The place of its lead in the list of leads.
    pub lead: Option<usize>,
    /// Where it is counted when it has no lead.
    pub group: Option<String>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// What sales said to its lead.
    pub accepted: Option<Acceptance>,
    /// What it is worth, in minor units.
    pub value: Option<i64>,
    /// The day it became an opportunity.
    pub created_on: Option<NaiveDate>,
    /// The day it was won or lost.
    pub closed_on: Option<NaiveDate>,
}

/// What was spent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CostFacts {
    /// On what it is counted.
    pub group: Option<String>,
    /// How much, in minor units.
    pub spend: i64,
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
    /// Whether so few say little.
    pub small: bool,
}

impl Rate {
    /// Returns a part of `n`.
    pub fn of(part: i64, n: i64) -> Self {
        Self {
            part,
            n,
            basis_points: (n > 0).then(|| part as f64 * 10_000.0 / n as f64),
            small: n < SMALL,
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
    /// Whether the row rests on so few records that it should not be ranked.
    pub small: bool,
}

/// What sales said of a lead: to the lead itself, else to its opportunities, of which one accepted is enough, else by its
/// stage.
pub fn decision(lead: &LeadFacts, said_to_deals: &[Option<Acceptance>]) -> Acceptance {
    let said = |wanted: Acceptance| said_to_deals.contains(&Some(wanted));
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

#[derive(Default)]
struct Sums {
    leads: i64,
    converted: i64,
    accepted: i64,
    rejected: i64,
    accepted_value: i64,
    opportunities: i64,
    without_lead: i64,
    value: i64,
    won: i64,
    lost: i64,
    won_leads: i64,
    won_value: i64,
    cycles: Vec<i64>,
    disqualified: i64,
    abandoned: i64,
    untouched: i64,
    lost_or_ignored: i64,
    cost: Option<i64>,
}

/// Counts leads, opportunities and costs by their group, in the order of the groups' names, and all of them together.
pub fn funnel(leads: &[LeadFacts], deals: &[DealFacts], costs: &[CostFacts]) -> (Vec<FunnelRow>, FunnelRow) {
    let mut of_lead: Vec<Vec<&DealFacts>> = vec![Vec::new(); leads.len()];
    for deal in deals {
        if let Some(place) = deal.lead.and_then(|place| of_lead.get_mut(place)) {
            place.push(deal);
        }
    }
    let mut groups: BTreeMap<Option<&str>, Sums> = BTreeMap::new();
    let mut all = Sums::default();
    for (lead, deals) in leads.iter().zip(&of_lead) {
        for sums in [groups.entry(lead.group.as_deref()).or_default(), &mut all] {
            sums.add_lead(lead, deals);
        }
    }
    for deal in deals.iter().filter(|deal| deal.lead.is_none()) {
        for sums in [groups.entry(deal.group.as_deref()).or_default(), &mut all] {
            sums.without_lead += 1;
            sums.add_deal(deal, None);
        }
    }
    for cost in costs {
        for sums in [groups.entry(cost.group.as_deref()).or_default(), &mut all] {
            sums.cost = Some(sums.cost.unwrap_or(0).saturating_add(cost.spend));
        }
    }
    let rows = groups
        .into_iter()
        .map(|(name, sums)| sums.row(name.map(str::to_string)))
        .collect();
    (rows, all.row(None))
}

impl Sums {
    fn add_lead(&mut self, lead: &LeadFacts, deals: &[&DealFacts]) {
        let said: Vec<Option<Acceptance>> = deals.iter().map(|deal| deal.accepted).collect();
        let decision = decision(lead, &said);
        let (untouched, abandoned) = (is_untouched(lead, decision), is_abandoned(lead, decision));
        let has_opportunity =
            !deals.is_empty() || lead.names_an_opportunity || lead.stage == Some(LeadStage::Converted);
        self.leads += 1;
        self.converted += i64::from(has_opportunity);
        self.accepted += i64::from(decision == Acceptance::Accepted);
        self.rejected += i64::from(decision == Acceptance::Rejected);
        self.disqualified += i64::from(lead.stage == Some(LeadStage::Disqualified));
        self.untouched += i64::from(untouched);
        self.abandoned += i64::from(abandoned);
        self.lost_or_ignored += i64::from(untouched || abandoned);
        self.won_leads += i64::from(deals.iter().any(|deal| deal.outcome == Some(Outcome::Won)));
        for deal in deals {
            if decision == Acceptance::Accepted && deal.accepted != Some(Acceptance::Rejected) {
                self.accepted_value = self.accepted_value.saturating_add(deal.value.unwrap_or(0));
            }
            self.add_deal(deal, lead.created_on);
        }
    }

    fn add_deal(&mut self, deal: &DealFacts, lead_created_on: Option<NaiveDate>) {
        self.opportunities += 1;
        self.value = self.value.saturating_add(deal.value.unwrap_or(0));
        match deal.outcome {
            Some(Outcome::Won) => {
                self.won += 1;
                self.won_value = self.won_value.saturating_add(deal.value.unwrap_or(0));
                if let (Some(closed), Some(began)) = (deal.closed_on, deal.created_on.or(lead_created_on)) {
                    self.cycles.push((closed - began).num_days());
                }
            }
            Some(Outcome::Lost) => self.lost += 1,
            Some(Outcome::Open) | None => {}
        }
    }

    fn row(mut self, name: Option<String>) -> FunnelRow {
        let per = |n: i64| self.cost.filter(|_| n > 0).map(|cost| cost as f64 / n as f64);
        FunnelRow {
            cost_per_lead: per(self.leads),
            cost_per_accepted: per(self.accepted),
            name,
            leads: self.leads,
            converted: Rate::of(self.converted, self.leads),
            accepted: self.accepted,
            rejected: self.rejected,
            undecided: self.leads - self.accepted - self.rejected,
            acceptance: Rate::of(self.accepted, self.accepted + self.rejected),
            accepted_value: self.accepted_value,
            opportunities: self.opportunities,
            without_lead: self.without_lead,
            value: self.value,
            won: self.won,
            lost: self.lost,
            open: self.opportunities - self.won - self.lost,
            win_rate: Rate::of(self.won, self.won + self.lost),
            won_leads: Rate::of(self.won_leads, self.leads),
            won_value: self.won_value,
            median_cycle_days: median(&mut self.cycles),
            disqualified: self.disqualified,
            abandoned: self.abandoned,
            untouched: self.untouched,
            lost_or_ignored: Rate::of(self.lost_or_ignored, self.leads),
            cost: self.cost,
            small: self.leads + self.without_lead < SMALL,
        }
    }
}

fn median(days: &mut [i64]) -> Option<f64> {
    days.sort_unstable();
    let upper = *days.get(days.len() / 2)?;
    if days.len() % 2 == 1 {
        return Some(upper as f64);
    }
    let lower = *days.get((days.len() / 2).checked_sub(1)?)?;
    Some((lower as f64 + upper as f64) / 2.0)
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

    #[test]
    fn only_explicit_decisions_count_for_the_acceptance() {
        let disqualified = lead(LeadStage::Disqualified);
        assert_eq!(decision(&disqualified, &[]), Acceptance::Undecided);
        let converted = lead(LeadStage::Converted);
        let (no, yes) = (Some(Acceptance::Rejected), Some(Acceptance::Accepted));
        assert_eq!(decision(&converted, &[no, yes]), Acceptance::Accepted);
        assert_eq!(decision(&converted, &[None, no]), Acceptance::Rejected);
        assert_eq!(decision(&lead(LeadStage::Rejected), &[]), Acceptance::Rejected);
        let said = LeadFacts {
            accepted: no,
            ..converted
        };
        assert_eq!(decision(&said, &[yes]), Acceptance::Rejected);
    }

    #[test]
    fn a_lead_that_is_untouched_and_abandoned_is_lost_once() {
        let both = LeadFacts {
            reason: Some(Reason::Abandoned),
            ..lead(LeadStage::New)
        };
        let (_, all) = funnel(&[both, lead(LeadStage::Working)], &[], &[]);
        assert_eq!(
            (all.untouched, all.abandoned, all.lost_or_ignored.part),
            (1, 1, 1)
        );
        assert_eq!(all.lost_or_ignored.basis_points, Some(5_000.0));
        assert_eq!((all.acceptance.n, all.acceptance.basis_points), (0, None));
    }

    #[test]
    fn the_middle_of_an_even_number_of_days_lies_between_two() {
        assert_eq!(median(&mut []), None);
        assert_eq!(median(&mut [9, -2, 4]), Some(4.0));
        assert_eq!(median(&mut [9, -2, 4, 5]), Some(4.5));
    }

    prop_compose! {
        fn any_lead()(group in prop::option::of("[ab]"), stage in prop::sample::select(LeadStage::ALL.to_vec()),
                      reason in prop::option::of(prop::sample::select(Reason::ALL.to_vec())), touched: bool) -> LeadFacts {
            LeadFacts { group, stage: Some(stage), reason, touched, ..LeadFacts::default() }
        }
    }

    prop_compose! {
        fn any_deal()(lead in prop::option::of(0_usize..12), group in prop::option::of("[ab]"), value in prop::option::of(0_i64..1_000),
                      outcome in prop::option::of(prop::sample::select(Outcome::ALL.to_vec())),
                      accepted in prop::option::of(prop::sample::select(Acceptance::ALL.to_vec()))) -> DealFacts {
            DealFacts { lead, group, outcome, accepted, value, ..DealFacts::default() }
        }
    }

    proptest! {
        #[test]
        fn the_groups_add_up_to_the_whole(
            leads in prop::collection::vec(any_lead(), 12..30),
            deals in prop::collection::vec(any_deal(), 0..30),
        ) {
            let (rows, all) = funnel(&leads, &deals, &[]);
            let sum = |count: fn(&FunnelRow) -> i64| rows.iter().map(count).sum::<i64>();
            for (parts, whole) in [
                (sum(|row| row.leads), all.leads),
                (sum(|row| row.opportunities), deals.len() as i64),
                (sum(|row| row.won_value), all.won_value),
                (sum(|row| row.lost_or_ignored.part), all.lost_or_ignored.part),
                (sum(|row| row.accepted + row.rejected + row.undecided), leads.len() as i64),
            ] {
                prop_assert_eq!(parts, whole);
            }
            prop_assert!(all.lost_or_ignored.part <= all.untouched + all.abandoned);
        }
    }
}
