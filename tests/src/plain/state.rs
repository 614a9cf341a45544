//! The table of `docs/lead-states.md`, line by line.

use chrono::NaiveDate;

use super::{Lead, Opportunity, Outcome, Said, Stage};

/// Where a lead stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    Won,
    Recycled,
    Rejected,
    Converted,
    Lost,
    Accepted,
    Abandoned,
    Disqualified,
    Working,
    Untouched,
    Unknown,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Won,
        Self::Recycled,
        Self::Rejected,
        Self::Converted,
        Self::Lost,
        Self::Accepted,
        Self::Abandoned,
        Self::Disqualified,
        Self::Working,
        Self::Untouched,
        Self::Unknown,
    ];

    /// Its name among commands.
    pub fn name(self) -> &'static str {
        match self {
            Self::Won => "won",
            Self::Recycled => "recycled",
            Self::Rejected => "rejected",
            Self::Converted => "converted",
            Self::Lost => "lost",
            Self::Accepted => "accepted",
            Self::Abandoned => "abandoned",
            Self::Disqualified => "disqualified",
            Self::Working => "working",
            Self::Untouched => "untouched",
            Self::Unknown => "unknown",
        }
    }
}

/// The five parts that all leads are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    Accepted,
    Rejected,
    ClosedOut,
    Open,
    NotKnown,
}

/// What is known of one lead.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    pub state: State,
    /// What sales said; nothing where nobody did.
    pub said: Option<Said>,
    pub decided: Option<NaiveDate>,
    pub counted: Counted,
    /// Whether it has an opportunity, or names one.
    pub converted: bool,
    pub won: bool,
}

/// A yes or a no that was said to the lead itself, to one of its opportunities, or by its stage; else an undecided one of
/// the lead or of an opportunity; an opportunity alone says yes. What was won was accepted.
fn what_sales_said(lead: &Lead, opportunities: &[&Opportunity], converted: bool) -> Option<Said> {
    let of_deals = |said| {
        opportunities
            .iter()
            .any(|one| one.said == Some(said))
            .then_some(said)
    };
    let by_stage = match lead.stage {
        Some(Stage::Accepted) => Some(Said::Accepted),
        Some(Stage::Rejected) => Some(Said::Rejected),
        _ => None,
    };
    if opportunities.iter().any(|one| one.outcome == Some(Outcome::Won)) {
        return Some(Said::Accepted);
    }
    let decided = lead.said.filter(|said| *said != Said::Undecided);
    decided
        .or_else(|| of_deals(Said::Accepted))
        .or_else(|| of_deals(Said::Rejected))
        .or(by_stage)
        .or(lead.said)
        .or_else(|| of_deals(Said::Undecided))
        .or_else(|| converted.then_some(Said::Accepted))
}

impl Standing {
    /// Where a lead with these opportunities stands.
    pub fn of(lead: &Lead, opportunities: &[&Opportunity]) -> Self {
        let with = |outcome| {
            opportunities
                .iter()
                .filter(move |one| one.outcome == Some(outcome))
                .count()
        };
        let names_one = lead.opportunity.is_some() || lead.stage == Some(Stage::Converted);
        let converted = names_one || !opportunities.is_empty();
        let won = with(Outcome::Won) > 0;
        let all_lost = !opportunities.is_empty() && with(Outcome::Lost) == opportunities.len();
        let may_be_open = converted && !all_lost;
        let said = what_sales_said(lead, opportunities, converted);
        let touched = lead.first_touch.is_some() || lead.touches.is_some_and(|touches| touches > 0);
        let state = if won {
            State::Won
        } else if lead.stage == Some(Stage::Recycled) && !may_be_open {
            State::Recycled
        } else if said == Some(Said::Rejected) {
            State::Rejected
        } else if may_be_open {
            State::Converted
        } else if all_lost {
            State::Lost
        } else if said == Some(Said::Accepted) {
            State::Accepted
        } else if lead.reason.as_deref() == Some("abandoned") {
            State::Abandoned
        } else if lead.stage == Some(Stage::Disqualified) {
            State::Disqualified
        } else if lead.stage == Some(Stage::Working) || touched {
            State::Working
        } else if lead.stage == Some(Stage::New) || lead.touches == Some(0) {
            State::Untouched
        } else {
            State::Unknown
        };
        let counted = match (said, state) {
            (Some(Said::Accepted), _) => Counted::Accepted,
            (Some(Said::Rejected), _) => Counted::Rejected,
            (_, State::Unknown) => Counted::NotKnown,
            (_, State::Recycled | State::Abandoned | State::Disqualified) => Counted::ClosedOut,
            _ => Counted::Open,
        };
        let day_of = |said: Option<Said>| {
            let same = opportunities.iter().filter(|one| one.said == said);
            same.filter_map(|one| one.decided).min()
        };
        let decided = said.filter(|said| *said != Said::Undecided).and_then(|said| {
            lead.decided
                .or_else(|| day_of(Some(said)))
                .or_else(|| day_of(None))
        });
        Self {
            state,
            said,
            decided,
            counted,
            converted,
            won,
        }
    }
}
