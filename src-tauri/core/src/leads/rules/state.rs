//! The one state of a lead: what the exports say of it, what sales did with it, and what became of its opportunities, in
//! one word. Every count, rate, list, promise and look back stands on it; `docs/lead-states.md` has it as a table.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Acceptance, LeadFacts, LeadStage, OpportunityFacts, Outcome, Reason};

/// Where a lead stands today. Every lead is in exactly one state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeadState {
    /// The files do not say.
    #[default]
    Unknown,
    /// Handed over, and nobody has been in touch.
    Untouched,
    /// Sales is on it and has not decided.
    Working,
    /// Sales accepted it; no opportunity is known yet.
    Accepted,
    /// It has an opportunity that has not closed, as far as is known.
    Converted,
    /// One of its opportunities was won.
    Won,
    /// All its opportunities were lost.
    Lost,
    /// Sales rejected it.
    Rejected,
    /// Closed out without anybody having accepted or rejected it.
    Disqualified,
    /// Given up without a decision.
    Abandoned,
    /// Sent back to be nurtured.
    Recycled,
}

impl LeadState {
    /// All states, in the order of a lead's life; what is not known comes first.
    pub const ALL: [Self; 11] = [
        Self::Unknown,
        Self::Untouched,
        Self::Working,
        Self::Accepted,
        Self::Converted,
        Self::Won,
        Self::Lost,
        Self::Rejected,
        Self::Disqualified,
        Self::Abandoned,
        Self::Recycled,
    ];

    /// Returns the state's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "Not known",
            Self::Untouched => "Untouched",
            Self::Working => "Working",
            Self::Accepted => "Accepted",
            Self::Converted => "Opportunity",
            Self::Won => "Won",
            Self::Lost => "Lost",
            Self::Rejected => "Rejected",
            Self::Disqualified => "Disqualified",
            Self::Abandoned => "Abandoned",
            Self::Recycled => "Recycled",
        }
    }

    /// Returns the state of a lead with these opportunities. The first line that fits decides:
    ///
    /// 1. an opportunity was won: `Won`, whatever else is said;
    /// 2. the stage says recycled, and no opportunity is open or may be: `Recycled`;
    /// 3. sales rejected it ([`decision`]): `Rejected`;
    /// 4. an opportunity is open or may be (nobody says what became of it, or it is only named): `Converted`;
    /// 5. it has opportunities, and all were lost: `Lost`;
    /// 6. sales accepted it: `Accepted`;
    /// 7. the reason says abandoned: `Abandoned`;
    /// 8. the stage says disqualified: `Disqualified`;
    /// 9. the stage says working, or somebody got in touch: `Working`;
    /// 10. the stage says new, or nobody has been in touch: `Untouched`;
    /// 11. nothing of this is said: `Unknown`.
    pub fn of(lead: &LeadFacts, opportunities: &[OpportunityFacts]) -> Self {
        let any = |outcome: Outcome| {
            opportunities
                .iter()
                .any(|opportunity| opportunity.outcome == Some(outcome))
        };
        let named = lead.names_an_opportunity || lead.stage == Some(LeadStage::Converted);
        let is_open = if opportunities.is_empty() {
            named
        } else {
            any(Outcome::Open)
                || opportunities
                    .iter()
                    .any(|opportunity| opportunity.outcome.is_none())
        };
        let decision = decision(lead, opportunities);
        if any(Outcome::Won) {
            Self::Won
        } else if lead.stage == Some(LeadStage::Recycled) && !is_open {
            Self::Recycled
        } else if decision == Acceptance::Rejected {
            Self::Rejected
        } else if is_open {
            Self::Converted
        } else if !opportunities.is_empty() {
            Self::Lost
        } else if decision == Acceptance::Accepted {
            Self::Accepted
        } else if lead.reason == Some(Reason::Abandoned) {
            Self::Abandoned
        } else if lead.stage == Some(LeadStage::Disqualified) {
            Self::Disqualified
        } else if lead.stage == Some(LeadStage::Working) || lead.touched == Some(true) {
            Self::Working
        } else if lead.stage == Some(LeadStage::New) || lead.touched == Some(false) {
            Self::Untouched
        } else {
            Self::Unknown
        }
    }

    /// Returns whether the lead is out without anybody having accepted or rejected it, if nothing was decided on it.
    pub(super) fn is_closed_out(self) -> bool {
        matches!(self, Self::Disqualified | Self::Abandoned | Self::Recycled)
    }
}

/// What sales said of a lead. What was won was accepted. Otherwise the first yes or no counts: of the lead itself, of its
/// opportunities, of which one accepted is enough, of its stage. Where nobody says yes or no, an opportunity says yes, unless
/// somebody says that it is undecided: sales opens none for a lead it does not accept.
pub fn decision(lead: &LeadFacts, opportunities: &[OpportunityFacts]) -> Acceptance {
    let said = |wanted: Acceptance| {
        opportunities
            .iter()
            .any(|opportunity| opportunity.accepted == Some(wanted))
    };
    let has_opportunity =
        !opportunities.is_empty() || lead.names_an_opportunity || lead.stage == Some(LeadStage::Converted);
    if opportunities
        .iter()
        .any(|opportunity| opportunity.outcome == Some(Outcome::Won))
    {
        return Acceptance::Accepted;
    }
    match (lead.accepted, lead.stage) {
        (Some(decided @ (Acceptance::Accepted | Acceptance::Rejected)), _) => decided,
        _ if said(Acceptance::Accepted) => Acceptance::Accepted,
        _ if said(Acceptance::Rejected) => Acceptance::Rejected,
        (_, Some(LeadStage::Accepted)) => Acceptance::Accepted,
        (_, Some(LeadStage::Rejected)) => Acceptance::Rejected,
        (Some(Acceptance::Undecided), _) => Acceptance::Undecided,
        _ if said(Acceptance::Undecided) => Acceptance::Undecided,
        _ if has_opportunity => Acceptance::Accepted,
        _ => Acceptance::Undecided,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: OpportunityFacts = OpportunityFacts {
        outcome: None,
        accepted: None,
        value: None,
        cycle_days: None,
        sourced: false,
        influenced: false,
    };
    const OPEN: OpportunityFacts = OpportunityFacts {
        outcome: Some(Outcome::Open),
        ..NOTHING
    };
    const WON: OpportunityFacts = OpportunityFacts {
        outcome: Some(Outcome::Won),
        ..NOTHING
    };
    const LOST: OpportunityFacts = OpportunityFacts {
        outcome: Some(Outcome::Lost),
        ..NOTHING
    };

    fn at(stage: LeadStage) -> LeadFacts {
        LeadFacts {
            stage: Some(stage),
            ..LeadFacts::default()
        }
    }

    fn state(lead: LeadFacts, opportunities: &[OpportunityFacts]) -> (LeadState, Acceptance) {
        (
            LeadState::of(&lead, opportunities),
            decision(&lead, opportunities),
        )
    }

    #[test]
    fn what_was_won_was_accepted_whatever_else_is_said() {
        for stage in LeadStage::ALL {
            for said in [None, Some(Acceptance::Rejected), Some(Acceptance::Undecided)] {
                let lead = LeadFacts {
                    accepted: said,
                    reason: Some(Reason::Abandoned),
                    ..at(stage)
                };
                assert_eq!(
                    state(lead, &[LOST, WON]),
                    (LeadState::Won, Acceptance::Accepted),
                    "{stage:?}"
                );
            }
        }
    }

    #[test]
    fn an_opportunity_is_an_acceptance_where_nobody_says_otherwise() {
        use Acceptance::{Accepted, Rejected, Undecided};
        assert_eq!(
            state(at(LeadStage::New), &[OPEN]),
            (LeadState::Converted, Accepted)
        );
        assert_eq!(
            state(at(LeadStage::Converted), &[]),
            (LeadState::Converted, Accepted)
        );
        assert_eq!(
            state(at(LeadStage::Disqualified), &[NOTHING]),
            (LeadState::Converted, Accepted)
        );
        assert_eq!(
            state(at(LeadStage::Working), &[LOST, LOST]),
            (LeadState::Lost, Accepted)
        );
        let [no, not_yet] = [Rejected, Undecided].map(|said| OpportunityFacts {
            accepted: Some(said),
            ..OPEN
        });
        assert_eq!(
            state(at(LeadStage::Converted), &[no]),
            (LeadState::Rejected, Rejected)
        );
        assert_eq!(
            state(at(LeadStage::Converted), &[not_yet]),
            (LeadState::Converted, Undecided)
        );
    }

    #[test]
    fn without_an_opportunity_the_files_words_decide() {
        use Acceptance::{Accepted, Rejected, Undecided};
        let expected = [
            (LeadStage::New, LeadState::Untouched, Undecided),
            (LeadStage::Working, LeadState::Working, Undecided),
            (LeadStage::Accepted, LeadState::Accepted, Accepted),
            (LeadStage::Rejected, LeadState::Rejected, Rejected),
            (LeadStage::Recycled, LeadState::Recycled, Undecided),
            (LeadStage::Disqualified, LeadState::Disqualified, Undecided),
        ];
        for (stage, is, said) in expected {
            assert_eq!(state(at(stage), &[]), (is, said));
        }
        let abandoned = LeadFacts {
            reason: Some(Reason::Abandoned),
            ..at(LeadStage::Disqualified)
        };
        assert_eq!(state(abandoned, &[]), (LeadState::Abandoned, Undecided));
        let touched = |touched| LeadFacts {
            touched,
            ..LeadFacts::default()
        };
        assert_eq!(state(touched(Some(true)), &[]).0, LeadState::Working);
        assert_eq!(state(touched(Some(false)), &[]).0, LeadState::Untouched);
        assert_eq!(state(touched(None), &[]).0, LeadState::Unknown);
        let new_and_touched = LeadFacts {
            touched: Some(true),
            ..at(LeadStage::New)
        };
        assert_eq!(state(new_and_touched, &[]).0, LeadState::Working);
    }

    #[test]
    fn a_lead_sent_back_is_recycled_until_an_opportunity_is_open() {
        let rejected = LeadFacts {
            accepted: Some(Acceptance::Rejected),
            ..at(LeadStage::Recycled)
        };
        assert_eq!(state(rejected, &[]), (LeadState::Recycled, Acceptance::Rejected));
        assert_eq!(state(at(LeadStage::Recycled), &[LOST]).0, LeadState::Recycled);
        assert_eq!(state(at(LeadStage::Recycled), &[OPEN]).0, LeadState::Converted);
    }
}
