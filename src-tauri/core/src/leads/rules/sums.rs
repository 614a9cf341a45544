//! FunnelSums of one group of leads and opportunities, and the row that they make.

use super::{
    Acceptance, Because, DataCoverage, FunnelRow, LifecycleStatus, MANY_TOUCHES, OpportunityFacts, Outcome,
    Rate, SMALL,
    lifecycle_status::Counts,
    rows::{
        NO_CONTACTS, NO_DECISIONS, NO_LEADS, NO_LOSSES, NO_OPPORTUNITIES, NO_OUTCOMES, NO_REJECTIONS,
        NO_TOUCHES, NONE_CONTACTED, NONE_RECYCLED,
    },
};
use crate::median::{Histogram, median};
use lockstep_workspace::{
    bounds,
    error::{Error, Result},
};

/// Everything that is counted of one group.
#[derive(Debug, Clone, Default)]
pub struct FunnelSums {
    counts: Counts,
    accepted_value: i128,
    accepted_without_value: i64,
    opportunities: i64,
    without_lead: i64,
    without_value: i64,
    value: i128,
    won: i64,
    lost: i64,
    open: i64,
    won_value: i128,
    won_without_value: i64,
    sourced_value: i128,
    influenced_value: i128,
    cycles: Vec<i32>,
    touches: Histogram,
    cost: Option<i128>,
    /// Leads that came in in a month for which a cost is known.
    covered: i64,
}

impl FunnelSums {
    /// Counts leads of which so many stand how.
    pub fn add_leads(&mut self, leads: impl IntoIterator<Item = (LifecycleStatus, u32)>) {
        for (standing, times) in leads.into_iter().filter(|(_, times)| *times > 0) {
            self.counts.add(&standing.counts(), times);
        }
    }

    /// Counts how often somebody got in touch with an accepted lead.
    pub fn add_touches(&mut self, touches: u32) {
        self.touches.add(touches);
    }

    /// Counts an opportunity, where it has a lead with how that stands.
    pub fn add_opportunity(&mut self, opportunity: &OpportunityFacts, lead: Option<LifecycleStatus>) {
        let value = i128::from(opportunity.value.unwrap_or(0));
        let has_no_value = i64::from(opportunity.value.is_none());
        self.opportunities += 1;
        self.without_value += has_no_value;
        self.value += value;
        // What was won was accepted, whatever else is said.
        let is_refused =
            opportunity.accepted == Some(Acceptance::Rejected) && opportunity.outcome != Some(Outcome::Won);
        match lead.map(LifecycleStatus::decision) {
            None => self.without_lead += 1,
            Some(Acceptance::Accepted) if !is_refused => {
                self.accepted_value += value;
                self.accepted_without_value += has_no_value;
            }
            Some(_) => {}
        }
        match opportunity.outcome {
            Some(Outcome::Won) => {
                self.won += 1;
                self.won_without_value += has_no_value;
                self.won_value += value;
                if opportunity.sourced {
                    self.sourced_value += value;
                }
                if opportunity.sourced || opportunity.influenced {
                    self.influenced_value += value;
                }
                self.cycles.extend(opportunity.cycle_days);
            }
            Some(Outcome::Lost) => self.lost += 1,
            Some(Outcome::Open) => self.open += 1,
            None => {}
        }
    }

    /// Counts what was spent, in minor units.
    pub fn add_cost(&mut self, spend: i64) {
        self.cost = Some(self.cost.unwrap_or(0) + i128::from(spend));
    }

    /// Counts leads that came in in a month for which a cost is known.
    pub fn add_covered(&mut self, leads: i64) {
        self.covered += leads;
    }

    /// Counts all that is counted in `other`.
    pub fn add_all(&mut self, other: &Self) {
        self.counts.add(&other.counts, 1);
        self.accepted_value += other.accepted_value;
        self.accepted_without_value += other.accepted_without_value;
        self.opportunities += other.opportunities;
        self.without_lead += other.without_lead;
        self.without_value += other.without_value;
        self.open += other.open;
        self.won_without_value += other.won_without_value;
        self.value += other.value;
        self.won += other.won;
        self.lost += other.lost;
        self.won_value += other.won_value;
        self.sourced_value += other.sourced_value;
        self.influenced_value += other.influenced_value;
        self.cycles.extend(&other.cycles);
        self.touches.add_all(&other.touches);
        self.covered += other.covered;
        if let Some(spend) = other.cost {
            self.cost = Some(self.cost.unwrap_or(0) + spend);
        }
    }

    /// Returns what leads are counted for.
    #[cfg(test)]
    pub(super) fn leads(&self) -> Counts {
        self.counts
    }

    /// Returns how many leads and opportunities there are.
    pub fn size(&self) -> (u32, i64) {
        (self.counts.leads, self.opportunities)
    }

    /// Returns whether anything was counted.
    pub fn is_empty(&self) -> bool {
        self.counts.leads == 0 && self.opportunities == 0 && self.cost.is_none()
    }

    /// Checks that every sum of amounts can be said.
    ///
    /// # Errors
    /// `Refused` when there is one that is beyond what can be counted.
    pub fn must_be_countable(&self) -> Result<()> {
        let values = [
            self.accepted_value,
            self.value,
            self.won_value,
            self.sourced_value,
            self.influenced_value,
        ];
        let fits = |sum: &i128| bounds::countable(*sum).is_some();
        let what = match () {
            () if !values.iter().all(fits) => "The values of the opportunities",
            () if !self.cost.iter().all(fits) => "The costs",
            () => return Ok(()),
        };
        Err(
            Error::refused(format!("{what} are more together than Lockstep can count."))
                .hint("Look for a digit too many in one of them, and take that file in again."),
        )
    }

    /// Returns the row of the funnel that they make, where its sums are countable. What the files tell nothing of is left open.
    pub fn row(mut self, name: Option<String>, known: DataCoverage) -> FunnelRow {
        let Counts {
            leads,
            converted,
            accepted,
            rejected,
            closed_out,
            unknown,
            disqualified,
            untouched,
            overdue,
            abandoned,
            won_leads,
            recycled,
            recycled_converted,
            recycled_won,
        } = self.counts;
        let [leads, converted, accepted, rejected] = [leads, converted, accepted, rejected].map(i64::from);
        let [closed_out, unknown] = [closed_out, unknown].map(i64::from);
        let [recycled, recycled_converted] = [recycled, recycled_converted].map(i64::from);
        let per = |n: i64| self.cost.filter(|_| n > 0).map(|cost| cost as f64 / n as f64);
        let rate = |is_known: bool, part: i64, n: i64, nobody: &'static str, unknown: &'static str| {
            if is_known {
                Rate::of(part, n).or(nobody)
            } else {
                Rate::unknown(unknown)
            }
        };
        let of_outcome = |count: i64| known.outcomes.then_some(count);
        // Of leads of which nothing is known, nobody can say that none was lost.
        let contacts = known.contacts && (leads == 0 || unknown < leads);
        let of_contact = |count: u32| contacts.then_some(i64::from(count));
        // Of what was won, no value is known: then its sum is not known either.
        let has_won_value =
            known.values && known.outcomes && (self.won == 0 || self.won > self.won_without_value);
        let of_won = |value: i128| has_won_value.then_some(minor(value));
        let mut row = FunnelRow {
            cost_per_lead: per(leads),
            cost_per_accepted: per(accepted).filter(|_| known.decisions),
            name,
            days: None,
            leads,
            converted: rate(known.opportunities, converted, leads, NO_LEADS, NO_OPPORTUNITIES),
            accepted: known.decisions.then_some(accepted),
            rejected: known.rejections.then_some(rejected),
            closed_out,
            open_leads: leads - accepted - rejected - closed_out - unknown,
            unknown,
            acceptance: rate(
                known.rejections,
                accepted,
                accepted + rejected,
                "Sales accepted and rejected none of them.",
                if known.decisions {
                    NO_REJECTIONS
                } else {
                    NO_DECISIONS
                },
            ),
            accepted_value: (known.values && known.decisions).then_some(minor(self.accepted_value)),
            accepted_without_value: self.accepted_without_value,
            opportunities: self.opportunities,
            without_lead: self.without_lead,
            without_value: self.without_value,
            value: known.values.then_some(minor(self.value)),
            won: of_outcome(self.won),
            lost: known.losses.then_some(self.lost),
            open: of_outcome(self.open),
            without_outcome: self.opportunities - self.won - self.lost - self.open,
            win_rate: rate(
                known.losses,
                self.won,
                self.won + self.lost,
                "No opportunity was won or lost.",
                if known.outcomes { NO_LOSSES } else { NO_OUTCOMES },
            ),
            won_leads: rate(known.outcomes, won_leads.into(), leads, NO_LEADS, NO_OUTCOMES),
            won_value: of_won(self.won_value),
            won_without_value: self.won_without_value,
            median_cycle_days: median(&mut self.cycles, f64::from),
            disqualified: disqualified.into(),
            abandoned: of_contact(abandoned),
            untouched: of_contact(untouched),
            untouched_overdue: of_contact(overdue),
            lost_or_ignored: rate(
                contacts,
                i64::from(overdue) + i64::from(abandoned),
                leads,
                NO_LEADS,
                if known.contacts {
                    NONE_CONTACTED
                } else {
                    NO_CONTACTS
                },
            ),
            cost: self.cost.map(minor),
            leads_without_cost: self.cost.map_or(0, |_| leads - self.covered),
            recycled,
            recycled_converted: rate(
                known.opportunities,
                recycled_converted,
                recycled,
                NONE_RECYCLED,
                NO_OPPORTUNITIES,
            ),
            recycled_won: rate(
                known.outcomes,
                recycled_won.into(),
                recycled,
                NONE_RECYCLED,
                NO_OUTCOMES,
            ),
            first_time_converted: rate(
                known.opportunities,
                converted - recycled_converted,
                leads - recycled,
                NO_LEADS,
                NO_OPPORTUNITIES,
            ),
            median_touches: self.touches.median(),
            many_touches: Rate::of(self.touches.from(MANY_TOUCHES), self.touches.count()).or(NO_TOUCHES),
            sourced_value: of_won(self.sourced_value).filter(|_| known.marketing),
            influenced_value: of_won(self.influenced_value).filter(|_| known.marketing),
            because: Because::default(),
            small: leads + self.without_lead < SMALL,
        };
        row.because = row.because_of_what(known);
        row
    }
}

/// Returns a sum in minor units. One that is not countable was refused before.
fn minor(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_that_are_too_much_together_are_refused_and_not_cut() -> Result<()> {
        let opportunity = OpportunityFacts {
            value: Some(bounds::MOST_MONEY),
            ..OpportunityFacts::default()
        };
        let mut sums = FunnelSums::default();
        sums.add_opportunity(&opportunity, None);
        sums.must_be_countable()?;
        assert_eq!(
            sums.clone().row(None, DataCoverage::ALL).value,
            Some(bounds::MOST_MONEY)
        );
        sums.add_opportunity(&opportunity, None);
        assert!(
            sums.must_be_countable()
                .is_err_and(|error| error.message.contains("opportunities"))
        );
        let mut costs = FunnelSums::default();
        costs.add_cost(bounds::MOST_MONEY);
        costs.must_be_countable()?;
        costs.add_all(&costs.clone());
        assert!(
            costs
                .must_be_countable()
                .is_err_and(|error| error.message.contains("costs"))
        );
        Ok(())
    }
}
