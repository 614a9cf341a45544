//! What became of leads, counted: acceptance and win rate with their n, what was lost or ignored, what it cost. Pure: the
//! records come in plain, and every rate carries the two numbers it was made of.

mod lifecycle_status;
mod rows;
mod state;
mod sums;

pub use lifecycle_status::{ByStanding, LifecycleStatus, Standings};
pub use rows::{Because, DataCoverage, Days, FunnelRow, Rate};
pub use state::{LeadState, decision};
pub use sums::FunnelSums;

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
    /// Whether somebody got in touch; nothing where the files do not say.
    pub touched: Option<bool>,
    /// Whether it names an opportunity.
    pub names_an_opportunity: bool,
    /// Whether it has a day on which it is looked at again.
    pub wakes_up: bool,
}

/// An opportunity, as far as it is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OpportunityFacts {
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

    #[test]
    fn a_lead_that_is_untouched_and_abandoned_is_lost_once() {
        let both = LeadFacts {
            reason: Some(Reason::Abandoned),
            ..lead(LeadStage::New)
        };
        let mut sums = FunnelSums::default();
        let waiting = LifecycleStatus::of(&lead(LeadStage::New), &[]);
        for standing in [
            LifecycleStatus::of(&both, &[]).past_the_promise(),
            LifecycleStatus::of(&lead(LeadStage::Working), &[]).past_the_promise(),
            waiting,
            waiting.past_the_promise(),
        ] {
            sums.add_leads([(standing, 1)]);
        }
        let all = sums.row(None, DataCoverage::ALL);
        assert_eq!(
            (all.untouched, all.untouched_overdue, all.abandoned),
            (Some(2), Some(1), Some(1))
        );
        assert_eq!(all.lost_or_ignored.basis_points, Some(5_000.0));
        assert_eq!((all.acceptance.n, all.acceptance.basis_points), (0, None));
    }

    #[test]
    fn what_is_missing_says_why_and_what_rests_on_few_is_marked() {
        let nothing = FunnelSums::default().row(
            None,
            DataCoverage {
                marketing: false,
                ..DataCoverage::ALL
            },
        );
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
        let mut sums = FunnelSums::default();
        sums.add_cost(500);
        for _ in 0..SMALL {
            sums.add_leads([(LifecycleStatus::of(&lead(LeadStage::Accepted), &[]), 1)]);
        }
        for touches in [1, 8, 9, 12] {
            sums.add_touches(touches);
        }
        let row = sums.row(None, DataCoverage::ALL);
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
    fn what_no_file_tells_of_is_left_open_and_never_nought() {
        let mut sums = FunnelSums::default();
        sums.add_leads([(LifecycleStatus::default(), 40)]);
        let row = sums.row(None, DataCoverage::default());
        assert_eq!((row.leads, row.unknown, row.open_leads), (40, 40, 0));
        assert_eq!(
            (row.accepted, row.rejected, row.won, row.lost, row.open),
            (None, None, None, None, None)
        );
        assert_eq!(
            (row.value, row.won_value, row.untouched, row.abandoned),
            (None, None, None, None)
        );
        for rate in [
            row.converted,
            row.acceptance,
            row.win_rate,
            row.won_leads,
            row.lost_or_ignored,
        ] {
            assert_eq!((rate.basis_points, rate.because.is_some()), (None, true));
        }
        assert_eq!(row.because.won, Some("No file says what was won."));
    }

    #[test]
    fn a_sum_says_how_much_of_it_is_not_known() {
        let mut sums = FunnelSums::default();
        let won = |value| OpportunityFacts {
            outcome: Some(Outcome::Won),
            value,
            ..OpportunityFacts::default()
        };
        for opportunity in [won(Some(500)), won(None), OpportunityFacts::default()] {
            sums.add_opportunity(&opportunity, None);
        }
        let row = sums.row(None, DataCoverage::ALL);
        assert_eq!((row.won_value, row.won_without_value), (Some(500), 1));
        assert_eq!((row.value, row.without_value), (Some(500), 2));
        assert_eq!((row.won, row.open, row.without_outcome), (Some(2), Some(0), 1));
        let mut sums = FunnelSums::default();
        sums.add_opportunity(&won(None), None);
        let row = sums.row(None, DataCoverage::ALL);
        assert_eq!((row.won_value, row.because.won_value.is_some()), (None, true));
    }

    #[test]
    fn recycled_leads_are_counted_apart() {
        let mut sums = FunnelSums::default();
        let won = OpportunityFacts {
            outcome: Some(Outcome::Won),
            ..OpportunityFacts::default()
        };
        let woken = LeadFacts {
            wakes_up: true,
            ..lead(LeadStage::Working)
        };
        sums.add_leads([(LifecycleStatus::of(&lead(LeadStage::Recycled), &[]), 1)]);
        sums.add_leads([(LifecycleStatus::of(&woken, &[won]), 1)]);
        sums.add_leads([(LifecycleStatus::of(&lead(LeadStage::Converted), &[]), 1)]);
        sums.add_leads([(LifecycleStatus::of(&lead(LeadStage::New), &[]), 1)]);
        let row = sums.row(None, DataCoverage::ALL);
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
        let mut sums = FunnelSums::default();
        let won = OpportunityFacts {
            outcome: Some(Outcome::Won),
            value: Some(100),
            ..OpportunityFacts::default()
        };
        for opportunity in [
            OpportunityFacts { sourced: true, ..won },
            OpportunityFacts {
                influenced: true,
                ..won
            },
            OpportunityFacts {
                outcome: Some(Outcome::Lost),
                sourced: true,
                ..won
            },
            won,
        ] {
            sums.add_opportunity(&opportunity, None);
        }
        let row = sums.row(None, DataCoverage::ALL);
        assert_eq!(
            (row.won_value, row.sourced_value, row.influenced_value),
            (Some(300), Some(100), Some(200))
        );
    }

    prop_compose! {
        fn any_lead()(stage in prop::option::of(prop::sample::select(LeadStage::ALL.to_vec())),
                      reason in prop::option::of(prop::sample::select(Reason::ALL.to_vec())),
                      accepted in prop::option::of(prop::sample::select(Acceptance::ALL.to_vec())),
                      touched: Option<bool>, wakes_up: bool) -> LeadFacts {
            LeadFacts { stage, accepted, reason, touched, wakes_up, ..LeadFacts::default() }
        }
    }

    prop_compose! {
        fn any_deal()(sourced: bool, influenced: bool, value in prop::option::of(0_i64..1_000), cycle_days in prop::option::of(-5..400),
                      outcome in prop::option::of(prop::sample::select(Outcome::ALL.to_vec())),
                      accepted in prop::option::of(prop::sample::select(Acceptance::ALL.to_vec()))) -> OpportunityFacts {
            OpportunityFacts { outcome, accepted, value, cycle_days, sourced, influenced }
        }
    }

    proptest! {
        #[test]
        fn the_groups_add_up_to_the_whole(
            leads in prop::collection::vec((0_usize..3, any_lead(), prop::collection::vec(any_deal(), 0..3)), 0..30),
            alone in prop::collection::vec((0_usize..3, any_deal()), 0..10),
        ) {
            let mut groups = vec![FunnelSums::default(); 3];
            let mut all = FunnelSums::default();
            for (group, lead, opportunities) in &leads {
                let standing = LifecycleStatus::of(lead, opportunities);
                for sums in groups.get_mut(*group).into_iter().chain([&mut all]) {
                    sums.add_leads([(standing, 1)]);
                    opportunities.iter().for_each(|opportunity| sums.add_opportunity(opportunity, Some(standing)));
                }
            }
            for (group, opportunity) in &alone {
                for sums in groups.get_mut(*group).into_iter().chain([&mut all]) {
                    sums.add_opportunity(opportunity, None);
                }
            }
            let mut whole = FunnelSums::default();
            groups.iter().for_each(|sums| whole.add_all(sums));
            prop_assert_eq!(whole.row(None, DataCoverage::ALL), all.clone().row(None, DataCoverage::ALL));
            let standings: Vec<LifecycleStatus> = leads.iter().map(|(_, lead, opportunities)| LifecycleStatus::of(lead, opportunities)).collect();
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
                let mut tallied = FunnelSums::default();
                tallied.add_leads(leads);
                prop_assert_eq!(tallied.leads(), sums.leads());
            }
            let all = all.row(None, DataCoverage::ALL);
            let [accepted, rejected, abandoned, overdue, untouched] =
                [all.accepted, all.rejected, all.abandoned, all.untouched_overdue, all.untouched].map(Option::unwrap_or_default);
            prop_assert_eq!(accepted + rejected + all.closed_out + all.open_leads + all.unknown, leads.len() as i64);
            prop_assert!(all.open_leads >= 0);
            prop_assert_eq!(all.without_lead, alone.len() as i64);
            prop_assert_eq!(all.lost_or_ignored.part, overdue + abandoned);
            prop_assert!(overdue <= untouched);
            prop_assert!(all.won_leads.part <= all.converted.part && all.won_leads.part <= accepted);
            // No lead with an opportunity is lost or ignored.
            for (_, lead, opportunities) in &leads {
                let standing = LifecycleStatus::of(lead, opportunities).past_the_promise();
                prop_assert!(!standing.is_lost_or_ignored() || opportunities.is_empty());
                prop_assert_eq!(standing.state(), LeadState::of(lead, opportunities));
            }
        }
    }
}
