//! Sums of one group of leads and opportunities, and the row that they make.

use super::{
    Acceptance, Because, DealFacts, FunnelRow, Known, MANY_TOUCHES, Outcome, Rate, SMALL, Standing,
    rows::{
        NO_CONTACTS, NO_DECISIONS, NO_LEADS, NO_OPPORTUNITIES, NO_OUTCOMES, NO_REJECTIONS, NO_TOUCHES,
        NONE_RECYCLED,
    },
    standing::Counts,
};
use crate::middle::{Spread, middle};

/// Everything that is counted of one group.
#[derive(Debug, Clone, Default)]
pub struct Sums {
    counts: Counts,
    accepted_value: i64,
    opportunities: i64,
    without_lead: i64,
    without_value: i64,
    value: i64,
    won: i64,
    lost: i64,
    open: i64,
    won_value: i64,
    won_without_value: i64,
    sourced_value: i64,
    influenced_value: i64,
    cycles: Vec<i32>,
    touches: Spread,
    cost: Option<i64>,
}

impl Sums {
    /// Counts leads of which so many stand how.
    pub fn add_leads(&mut self, leads: impl IntoIterator<Item = (Standing, u32)>) {
        for (standing, times) in leads.into_iter().filter(|(_, times)| *times > 0) {
            self.counts.add(&standing.counts(), times);
        }
    }

    /// Counts how often somebody got in touch with an accepted lead.
    pub fn add_touches(&mut self, touches: u32) {
        self.touches.add(touches);
    }

    /// Counts an opportunity, where it has a lead with how that stands.
    pub fn add_deal(&mut self, deal: &DealFacts, lead: Option<Standing>) {
        let value = deal.value.unwrap_or(0);
        let has_no_value = i64::from(deal.value.is_none());
        self.opportunities += 1;
        self.without_value += has_no_value;
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
                self.won_without_value += has_no_value;
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
            Some(Outcome::Open) => self.open += 1,
            None => {}
        }
    }

    /// Counts what was spent, in minor units.
    pub fn add_cost(&mut self, spend: i64) {
        self.cost = Some(self.cost.unwrap_or(0).saturating_add(spend));
    }

    /// Counts all that is counted in `other`.
    pub fn add_all(&mut self, other: &Self) {
        self.counts.add(&other.counts, 1);
        self.accepted_value = self.accepted_value.saturating_add(other.accepted_value);
        self.opportunities += other.opportunities;
        self.without_lead += other.without_lead;
        self.without_value += other.without_value;
        self.open += other.open;
        self.won_without_value += other.won_without_value;
        self.value = self.value.saturating_add(other.value);
        self.won += other.won;
        self.lost += other.lost;
        self.won_value = self.won_value.saturating_add(other.won_value);
        self.sourced_value = self.sourced_value.saturating_add(other.sourced_value);
        self.influenced_value = self.influenced_value.saturating_add(other.influenced_value);
        self.cycles.extend(&other.cycles);
        self.touches.add_all(&other.touches);
        if let Some(spend) = other.cost {
            self.add_cost(spend);
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

    /// Returns the row of the funnel that they make. What the files tell nothing of is left open.
    pub fn row(mut self, name: Option<String>, known: Known) -> FunnelRow {
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
        let of_contact = |count: u32| known.contacts.then_some(i64::from(count));
        // Of what was won, no value is known: then its sum is not known either.
        let has_won_value =
            known.values && known.outcomes && (self.won == 0 || self.won > self.won_without_value);
        let of_won = |value: i64| has_won_value.then_some(value);
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
            accepted_value: (known.values && known.decisions).then_some(self.accepted_value),
            opportunities: self.opportunities,
            without_lead: self.without_lead,
            without_value: self.without_value,
            value: known.values.then_some(self.value),
            won: of_outcome(self.won),
            lost: of_outcome(self.lost),
            open: of_outcome(self.open),
            without_outcome: self.opportunities - self.won - self.lost - self.open,
            win_rate: rate(
                known.outcomes,
                self.won,
                self.won + self.lost,
                "No opportunity was won or lost.",
                NO_OUTCOMES,
            ),
            won_leads: rate(known.outcomes, won_leads.into(), leads, NO_LEADS, NO_OUTCOMES),
            won_value: of_won(self.won_value),
            won_without_value: self.won_without_value,
            median_cycle_days: middle(&mut self.cycles, f64::from),
            disqualified: disqualified.into(),
            abandoned: of_contact(abandoned),
            untouched: of_contact(untouched),
            untouched_overdue: of_contact(overdue),
            lost_or_ignored: rate(
                known.contacts,
                i64::from(overdue) + i64::from(abandoned),
                leads,
                NO_LEADS,
                NO_CONTACTS,
            ),
            cost: self.cost,
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
            median_touches: self.touches.middle(),
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
