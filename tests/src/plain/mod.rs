//! What Lockstep shows, worked out a second time: row by row, in the order of the files, by the words of
//! `docs/lead-states.md` and the formulas of the terms, without a line of the engine. Where the two disagree, one of them
//! misreads the words.

mod agreeing;
pub mod asking;
mod back_test;
mod days;
mod funnel;
mod look_back;
pub mod made;
mod promises;
pub mod reading;
mod state;
mod told;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value, json};

pub use agreeing::{differences, row_differences};
pub use back_test::{Criterion, Role, Test, back_test};
pub use funnel::{Cut, Period, funnel};
pub use look_back::look_back;
pub use promises::{Held, Version, promises_kept};
pub use state::{Counted, Standing, State};

/// The fewest records on which a rate is not called small.
const SMALL: i64 = 30;

/// How far sales has come with a lead, as its file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    New,
    Working,
    Converted,
    Accepted,
    Rejected,
    Recycled,
    Disqualified,
}

/// What sales said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Accepted,
    Rejected,
    Undecided,
}

/// What became of an opportunity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Open,
    Won,
    Lost,
}

/// A row of a file of leads.
#[derive(Debug, Clone, Default)]
pub struct Lead {
    pub id: String,
    pub email: Option<String>,
    pub source: Option<String>,
    pub campaign: Option<String>,
    pub owner: Option<String>,
    pub came_in: Option<NaiveDate>,
    pub handed_over: Option<NaiveDate>,
    pub first_touch: Option<NaiveDate>,
    pub touches: Option<i64>,
    pub stage: Option<Stage>,
    pub said: Option<Said>,
    pub decided: Option<NaiveDate>,
    /// When it is looked at again, where it was sent back.
    pub wake_up: Option<NaiveDate>,
    /// Why it went no further, in our terms.
    pub reason: Option<String>,
    /// The opportunity that its row names.
    pub opportunity: Option<String>,
    /// Every other cell that says something, by the name of its column.
    pub facts: BTreeMap<String, String>,
}

impl Lead {
    /// The day from which promises run: of the hand-over, else the one on which it came in.
    pub fn day(&self) -> Option<NaiveDate> {
        self.handed_over.or(self.came_in)
    }

    /// Whether it was sent back to be nurtured once.
    fn is_recycled(&self) -> bool {
        self.stage == Some(Stage::Recycled) || self.wake_up.is_some()
    }
}

/// A row of a file of opportunities, or what a lead's row carries of its own.
#[derive(Debug, Clone, Default)]
pub struct Opportunity {
    pub id: String,
    /// The place of its lead.
    pub lead: Option<usize>,
    pub source: Option<String>,
    pub campaign: Option<String>,
    pub owner: Option<String>,
    pub created: Option<NaiveDate>,
    pub closed: Option<NaiveDate>,
    pub outcome: Option<Outcome>,
    /// What it is worth, in cents.
    pub value: Option<i64>,
    pub said: Option<Said>,
    pub decided: Option<NaiveDate>,
    /// Every other cell that says something, by the name of its column.
    pub facts: BTreeMap<String, String>,
}

/// The deal that a lead's row tells of: where it is dated, valued, won or lost, or open after the lead was converted.
pub fn carried_by(place: usize, lead: &Lead, deal: Opportunity) -> Option<Opportunity> {
    let is_told = deal.created.is_some()
        || deal.closed.is_some()
        || deal.value.is_some_and(|value| value != 0)
        || matches!(deal.outcome, Some(Outcome::Won | Outcome::Lost))
        || (deal.outcome.is_some() && lead.stage == Some(Stage::Converted));
    is_told.then_some(Opportunity {
        lead: Some(place),
        ..deal
    })
}

/// All that was read, and the day on which it is looked at.
#[derive(Debug, Clone)]
pub struct Books {
    pub leads: Vec<Lead>,
    pub opportunities: Vec<Opportunity>,
    pub today: NaiveDate,
    /// The sources that are marketing's, where somebody said so.
    pub marketing: Vec<String>,
    /// What was signed, the earliest first.
    pub versions: Vec<Version>,
}

impl Books {
    /// Books without any promise, in which nobody said which sources are marketing's.
    pub fn new(leads: Vec<Lead>, opportunities: Vec<Opportunity>, today: NaiveDate) -> Self {
        Self {
            leads,
            opportunities,
            today,
            marketing: Vec::new(),
            versions: Vec::new(),
        }
    }

    /// The opportunities of each lead, in their order.
    fn deals_of_leads(&self) -> Vec<Vec<&Opportunity>> {
        let mut all = vec![Vec::new(); self.leads.len()];
        for opportunity in &self.opportunities {
            if let Some(list) = opportunity.lead.and_then(|lead| all.get_mut(lead)) {
                list.push(opportunity);
            }
        }
        all
    }

    /// The lead of an opportunity.
    fn lead_of(&self, opportunity: &Opportunity) -> Option<&Lead> {
        self.leads.get(opportunity.lead?)
    }

    /// Whether marketing sourced an opportunity, and whether it had a part in it. The source is its lead's, where that has
    /// none, its own; marketing had a part in what it sourced, in what either says it sourced, and in what had a campaign.
    fn marketings(&self, opportunity: &Opportunity) -> (bool, bool) {
        let lead = self.lead_of(opportunity);
        let of_lead = lead.and_then(|lead| lead.source.as_ref());
        let own = opportunity.source.as_ref();
        let is = |source: Option<&String>| source.is_some_and(|name| self.marketing.contains(name));
        let has_campaign = opportunity.campaign.is_some() || lead.is_some_and(|lead| lead.campaign.is_some());
        (is(of_lead.or(own)), is(of_lead) || is(own) || has_campaign)
    }

    /// Where each lead stands, in their order.
    pub fn standings(&self) -> Vec<Standing> {
        self.leads
            .iter()
            .zip(&self.deals_of_leads())
            .map(|(lead, opportunities)| Standing::of(lead, opportunities))
            .collect()
    }
}

/// part ÷ n in hundredths of a percent; nothing of nothing.
pub(crate) fn rate(part: i64, n: i64) -> Value {
    let basis_points = (n > 0).then(|| part as f64 / n as f64 * 10_000.0);
    json!({ "part": part, "n": n, "basis_points": basis_points, "small": n < SMALL })
}

/// The middle one of numbers; of an even count, the mean of the two in the middle.
pub(crate) fn median(mut numbers: Vec<i64>) -> Option<f64> {
    numbers.sort_unstable();
    let upper = *numbers.get(numbers.len() / 2)?;
    let lower = *numbers.get((numbers.len() - 1) / 2)?;
    Some((upper + lower) as f64 / 2.0)
}
