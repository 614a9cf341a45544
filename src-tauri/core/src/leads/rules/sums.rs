//! Sums of one group of leads and opportunities, and the row that they make.

use super::{
    Acceptance, Because, DealFacts, FunnelRow, MANY_TOUCHES, Outcome, Rate, SMALL, Standing,
    rows::{NO_LEADS, NO_TOUCHES, NONE_RECYCLED},
    standing::Counts,
};
use crate::middle::{Spread, middle};

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
    touches: Spread,
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
            touches: Spread::default(),
            cost: None,
        }
    }
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
        self.counts.add(&other.counts, 1);
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
        let mut row = FunnelRow {
            cost_per_lead: per(leads),
            cost_per_accepted: per(accepted),
            name,
            days: None,
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
            median_cycle_days: middle(&mut self.cycles, f64::from),
            disqualified: disqualified.into(),
            abandoned: abandoned.into(),
            untouched: untouched.into(),
            lost_or_ignored: Rate::of(lost_or_ignored.into(), leads).or(NO_LEADS),
            cost: self.cost,
            recycled,
            recycled_converted: Rate::of(recycled_converted, recycled).or(NONE_RECYCLED),
            recycled_won: Rate::of(recycled_won.into(), recycled).or(NONE_RECYCLED),
            first_time_converted: Rate::of(converted - recycled_converted, leads - recycled).or(NO_LEADS),
            median_touches: self.touches.middle(),
            many_touches: Rate::of(self.touches.from(MANY_TOUCHES), self.touches.count()).or(NO_TOUCHES),
            sourced_value: knows_marketing.then_some(self.sourced_value),
            influenced_value: knows_marketing.then_some(self.influenced_value),
            because: Because::default(),
            small: leads + self.without_lead < SMALL,
        };
        row.because = row.because_of_what();
        row
    }
}
