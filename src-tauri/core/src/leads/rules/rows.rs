//! One row of the funnel, and what is said where a number is missing.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::SMALL;

/// A part of a number.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Rate {
    /// How many it is true of.
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

    /// Returns a rate that cannot be told, and why.
    pub(crate) fn unknown(because: &'static str) -> Self {
        Self {
            because: Some(because),
            ..Self::of(0, 0)
        }
    }

    /// Returns the rate with what is said where there is none.
    pub(super) fn or(self, because: &'static str) -> Self {
        Self {
            because: self.because.map(|_| because),
            ..self
        }
    }
}

/// What the files say anything about at all. Where no file says who won, "0 won" would be a guess; so a number that no file
/// tells of is left open, and says why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DataCoverage {
    /// Somebody said which lead sources are marketing's.
    pub marketing: bool,
    /// Of some lead it is said whether sales accepted it, or it has an opportunity.
    pub decisions: bool,
    /// Of some lead it is said that sales rejected it. Without any, all that were decided on would be accepted ones.
    pub rejections: bool,
    /// Of some lead it is said that it is new or being worked on, whether anybody got in touch, or why it ended.
    pub contacts: bool,
    /// Some lead has an opportunity, or there is an opportunity without one.
    pub opportunities: bool,
    /// Of some opportunity it is said what became of it.
    pub outcomes: bool,
    /// Of some opportunity it is said that it was lost. Without any, all that closed would be won ones.
    pub losses: bool,
    /// Of some opportunity it is said what it is worth.
    pub values: bool,
}

impl DataCoverage {
    /// Everything is known.
    #[cfg(test)]
    pub(super) const ALL: Self = Self {
        marketing: true,
        decisions: true,
        rejections: true,
        contacts: true,
        opportunities: true,
        outcomes: true,
        losses: true,
        values: true,
    };
}

/// From one day to another, both within.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Days {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// One row of the funnel: everything of one source, campaign, owner, quarter or attribute.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FunnelRow {
    /// What it is the row of; nothing for what is missing it.
    pub name: Option<String>,
    /// The days of a quarter; nothing for all else.
    pub days: Option<Days>,
    /// Leads.
    pub leads: i64,
    /// Leads that have an opportunity.
    pub converted: Rate,
    /// Leads that sales accepted: it said so, or opened an opportunity and never said no. Nothing where no file tells.
    pub accepted: Option<i64>,
    /// Leads that sales rejected; nothing where no file tells of any.
    pub rejected: Option<i64>,
    /// Leads that were disqualified, abandoned or sent back without having been accepted or rejected.
    pub closed_out: i64,
    /// Leads that are still open: nothing was decided.
    pub open_leads: i64,
    /// Leads of which the files do not say how they stand. Accepted, rejected, closed out, open and unknown are all.
    pub unknown: i64,
    /// Accepted ÷ (accepted + rejected).
    pub acceptance: Rate,
    /// The value of the opportunities of accepted leads, without those to which sales said no and that were not won, in minor
    /// units; nothing where no file tells of values.
    pub accepted_value: Option<i64>,
    /// Opportunities of accepted leads of which no value is known: the accepted value is at least so much then.
    pub accepted_without_value: i64,
    /// Opportunities, those without a lead among them.
    pub opportunities: i64,
    /// Opportunities that have no lead.
    pub without_lead: i64,
    /// Opportunities of which no value is known.
    pub without_value: i64,
    /// The value of all opportunities, as far as it is known, in minor units; nothing where no file tells of values.
    pub value: Option<i64>,
    /// Won opportunities; nothing where no file tells what became of any.
    pub won: Option<i64>,
    /// Lost opportunities; nothing where no file tells of any.
    pub lost: Option<i64>,
    /// Opportunities that are said to be open; nothing where no file tells what became of any.
    pub open: Option<i64>,
    /// Opportunities of which no file tells what became.
    pub without_outcome: i64,
    /// Won ÷ (won + lost).
    pub win_rate: Rate,
    /// Leads with a won opportunity, of all leads.
    pub won_leads: Rate,
    /// The value of what was won, as far as it is known, in minor units; nothing where it is known of nothing that was won.
    pub won_value: Option<i64>,
    /// Won opportunities of which no value is known: the won value is at least so much then.
    pub won_without_value: i64,
    /// The middle number of days from the opportunity's first day (where that is not known, the lead's) until it was won;
    /// what was won before it began has none.
    pub median_cycle_days: Option<f64>,
    /// Leads that were disqualified.
    pub disqualified: i64,
    /// Leads that were abandoned without a decision; nothing where no file tells how leads stand.
    pub abandoned: Option<i64>,
    /// Leads that nobody touched; nothing where no file tells.
    pub untouched: Option<i64>,
    /// Those of them that were to be contacted by now; nothing where no file tells.
    pub untouched_overdue: Option<i64>,
    /// Abandoned, or untouched past the promise, of all leads.
    pub lost_or_ignored: Rate,
    /// What was spent, in minor units; nothing when no cost is known.
    pub cost: Option<i64>,
    /// Leads of which no cost covers the month in which they came in, where a cost is known at all: what was spent, and what each
    /// cost, is at least so much then.
    pub leads_without_cost: i64,
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
    /// Accepted and rejected leads.
    pub accepted: Option<&'static str>,
    /// Rejected leads.
    pub rejected: Option<&'static str>,
    /// Won, lost and open opportunities.
    pub won: Option<&'static str>,
    /// Lost opportunities.
    pub lost: Option<&'static str>,
    /// The value of what was won.
    pub won_value: Option<&'static str>,
    /// The value of opportunities.
    pub value: Option<&'static str>,
    /// Untouched and abandoned leads.
    pub untouched: Option<&'static str>,
}

pub(super) const NO_LEADS: &str = "There are no leads.";
pub(super) const NONE_RECYCLED: &str = "No lead was sent back to be nurtured.";
pub(super) const NO_DECISIONS: &str = "No file says which leads sales accepted.";
pub(super) const NO_REJECTIONS: &str = "No file says which leads sales rejected.";
pub(super) const NO_CONTACTS: &str = "No file says who was contacted.";
pub(super) const NONE_CONTACTED: &str = "No file says whether these were contacted.";
pub(super) const NO_OPPORTUNITIES: &str = "No file says which leads have an opportunity.";
pub(super) const NO_OUTCOMES: &str = "No file says what was won.";
pub(super) const NO_LOSSES: &str = "No file says what was lost.";
pub(super) const NO_VALUES: &str = "No file says what opportunities are worth.";
pub(super) const NO_TOUCHES: &str = "Of no accepted lead it is known how often somebody got in touch.";

impl FunnelRow {
    pub(super) fn because_of_what(&self, known: DataCoverage) -> Because {
        let cost = |n: i64, nobody: &'static str| match (self.cost, n) {
            (None, _) => Some("No cost is known for it."),
            (Some(_), 0) => Some(nobody),
            (Some(_), _) => None,
        };
        let cycle = match self.won {
            None => NO_OUTCOMES,
            Some(0) => "Nothing was won.",
            Some(_) => "Of nothing that was won both days are known.",
        };
        Because {
            cost_per_lead: cost(self.leads, NO_LEADS),
            cost_per_accepted: match self.accepted {
                Some(accepted) => cost(accepted, "Sales accepted none of them."),
                None => Some(NO_DECISIONS),
            },
            median_cycle_days: self.median_cycle_days.is_none().then_some(cycle),
            median_touches: self.median_touches.is_none().then_some(NO_TOUCHES),
            sourced_value: self.sourced_value.is_none().then_some(if !known.marketing {
                "Nobody said which lead sources are marketing’s."
            } else if known.outcomes {
                "The value of nothing that was won is known."
            } else {
                NO_OUTCOMES
            }),
            accepted: self.accepted.is_none().then_some(NO_DECISIONS),
            rejected: self.rejected.is_none().then_some(NO_REJECTIONS),
            won: self.won.is_none().then_some(NO_OUTCOMES),
            lost: self.lost.is_none().then_some(NO_LOSSES),
            won_value: self
                .won_value
                .is_none()
                .then_some(match (known.outcomes, known.values) {
                    (false, _) => NO_OUTCOMES,
                    (true, false) => NO_VALUES,
                    (true, true) => "The value of nothing that was won is known.",
                }),
            value: self.value.is_none().then_some(NO_VALUES),
            untouched: self.untouched.is_none().then_some(if known.contacts {
                NONE_CONTACTED
            } else {
                NO_CONTACTS
            }),
        }
    }
}
