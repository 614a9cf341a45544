//! What became of leads, counted: acceptance and win rate with their n, what was lost or ignored, what it cost. Pure: the
//! records come in plain, and every rate carries the two numbers it was made of.

mod rows;
mod standing;
mod sums;

pub use rows::{Because, Days, FunnelRow, Rate};
pub use standing::{ByStanding, Standing, Standings};
pub use sums::Sums;

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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

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
            sums.add_leads([(Standing::of(&lead, &[]), 1)]);
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
            sums.add_leads([(Standing::of(&lead(LeadStage::Accepted), &[]), 1)]);
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
        sums.add_leads([(Standing::of(&lead(LeadStage::Recycled), &[]), 1)]);
        sums.add_leads([(Standing::of(&woken, &[won]), 1)]);
        sums.add_leads([(Standing::of(&lead(LeadStage::Converted), &[]), 1)]);
        sums.add_leads([(Standing::of(&lead(LeadStage::New), &[]), 1)]);
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
                    sums.add_leads([(standing, 1)]);
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
            let standings: Vec<Standing> = leads.iter().map(|(_, lead, deals)| Standing::of(lead, deals)).collect();
            let known = Arc::new(Standings::of(&standings));
            let mut tally = ByStanding::new(Arc::clone(&known), 3);
            let mut rest = ByStanding::new(known, 3);
            for (place, ((group, ..), standing)) in leads.iter().zip(&standings).enumerate() {
                (if place % 2 == 0 { &mut tally } else { &mut rest }).add(*group, *standing, 1);
                tally.add(*group, *standing, 0);
            }
            tally.add_all(&rest);
            // What is counted in one group and taken away from it again leaves nothing.
            rest.take_away(0, 0);
            prop_assert!(rest.groups().next().into_iter().flatten().all(|(_, leads)| leads == 0));
            for (leads, sums) in tally.groups().zip(&groups) {
                let mut tallied = Sums::default();
                tallied.add_leads(leads);
                prop_assert_eq!(tallied.leads(), sums.leads());
            }
            let all = all.row(None, true);
            prop_assert_eq!(all.accepted + all.rejected + all.undecided, leads.len() as i64);
            prop_assert_eq!(all.without_lead, alone.len() as i64);
            prop_assert!(all.lost_or_ignored.part <= all.untouched + all.abandoned);
            prop_assert!(all.won_leads.part <= all.converted.part);
        }
    }
}
