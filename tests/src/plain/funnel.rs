//! The funnel: every count, rate and sum of it, for all and by whatever it is cut.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::{
    Books, Counted, Lead, Opportunity, Outcome, SMALL, Said, Stage, Standing, State,
    days::{is_past, quarter},
    median, rate,
    told::Told,
};

/// The working days of a first contact where nothing was promised.
const USUAL_CONTACT: i64 = 1;

/// By what leads and opportunities are told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cut {
    Source,
    Campaign,
    Owner,
    /// The quarter in which the lead came in.
    Quarter,
    /// The quarter of opening.
    Opened,
    /// The quarter of the decision.
    Decided,
    /// The quarter of closing.
    Closed,
    /// A column of the file's own.
    Column(String),
}

impl Cut {
    /// Its name among commands.
    pub fn name(&self) -> &str {
        match self {
            Self::Source => "source",
            Self::Campaign => "campaign",
            Self::Owner => "owner",
            Self::Quarter => "quarter",
            Self::Opened => "opportunity_quarter",
            Self::Decided => "decision_quarter",
            Self::Closed => "closing_quarter",
            Self::Column(name) => name,
        }
    }

    /// The day that decides where an opportunity counts, where it counts on its own.
    fn own_day(&self) -> Option<fn(&Opportunity) -> Option<NaiveDate>> {
        match self {
            Self::Opened => Some(|one| one.created),
            Self::Decided => Some(|one| one.decided),
            Self::Closed => Some(|one| one.closed),
            _ => None,
        }
    }

    /// The day by which a lead counts: of a quarter that is told by another day, the first of its opportunities.
    fn day_of_lead(&self, lead: &Lead, standing: &Standing, deals: &[&Opportunity]) -> Option<NaiveDate> {
        match (self, self.own_day()) {
            (Self::Decided, _) => standing.decided,
            (_, Some(day)) => deals.iter().filter_map(|one| day(one)).min(),
            _ => lead.came_in,
        }
    }

    fn of_lead(&self, lead: &Lead, standing: &Standing, deals: &[&Opportunity]) -> Option<String> {
        match self {
            Self::Source => lead.source.clone(),
            Self::Campaign => lead.campaign.clone(),
            Self::Owner => lead.owner.clone(),
            Self::Column(name) => lead.facts.get(name).cloned(),
            _ => self.day_of_lead(lead, standing, deals).map(quarter),
        }
    }

    fn of_opportunity(&self, one: &Opportunity, of_leads: &[Option<String>]) -> Option<String> {
        if let Some(day) = self.own_day() {
            return day(one).map(quarter);
        }
        if let Some(lead) = one.lead {
            return of_leads.get(lead).cloned().flatten();
        }
        match self {
            Self::Source => one.source.clone(),
            Self::Campaign => one.campaign.clone(),
            Self::Owner => one.owner.clone(),
            Self::Quarter => one.created.or(one.closed).map(quarter),
            Self::Column(name) => one.facts.get(name).cloned(),
            Self::Opened | Self::Decided | Self::Closed => None,
        }
    }
}

/// One row's leads and opportunities.
#[derive(Default)]
struct Row<'b> {
    leads: Vec<(&'b Lead, Standing)>,
    /// Each with whether its lead was accepted.
    opportunities: Vec<(&'b Opportunity, Option<(&'b Lead, Standing)>)>,
}

/// Whether an untouched lead should have been contacted by now: by the promise in force on its day, else by the usual one.
pub(super) fn is_overdue(books: &Books, lead: &Lead) -> bool {
    lead.day().is_some_and(|day| {
        let promised = books.versions.iter().rfind(|version| version.since <= day);
        let days = promised
            .and_then(|version| version.first_touch)
            .unwrap_or(USUAL_CONTACT);
        is_past(day, days, books.today)
    })
}

impl Row<'_> {
    fn value_of(&self, wanted: impl Fn(&Opportunity, Option<&(&Lead, Standing)>) -> bool) -> i64 {
        let all = self.opportunities.iter();
        let wanted = all.filter(|(one, lead)| wanted(one, lead.as_ref()));
        wanted.filter_map(|(one, _)| one.value).sum()
    }

    fn leads_that(&self, are: impl Fn(&Lead, &Standing) -> bool) -> i64 {
        self.leads
            .iter()
            .filter(|(lead, standing)| are(lead, standing))
            .count() as i64
    }

    fn deals_that(&self, are: impl Fn(&Opportunity) -> bool) -> i64 {
        self.opportunities.iter().filter(|(one, _)| are(one)).count() as i64
    }

    fn numbers(&self, books: &Books, told: &Told) -> Map<String, Value> {
        let when = |known: bool, number: i64| known.then_some(number);
        let leads = self.leads.len() as i64;
        let counted = |as_what: Counted| self.leads_that(|_, standing| standing.counted == as_what);
        let (accepted, rejected) = (counted(Counted::Accepted), counted(Counted::Rejected));
        let in_state = |state: State| self.leads_that(|_, standing| standing.state == state);
        let overdue =
            self.leads_that(|lead, standing| standing.state == State::Untouched && is_overdue(books, lead));
        let won = self.deals_that(|one| one.outcome == Some(Outcome::Won));
        let lost = self.deals_that(|one| one.outcome == Some(Outcome::Lost));
        let without_lead = self.deals_that(|one| one.lead.is_none());
        let won_value = self.value_of(|one, _| one.outcome == Some(Outcome::Won));
        let won_without = self.deals_that(|one| one.outcome == Some(Outcome::Won) && one.value.is_none());
        let has_won_value = told.values && told.outcomes && (won == 0 || won > won_without);
        let cycles = self.opportunities.iter().filter_map(|(one, lead)| {
            let won = one.outcome == Some(Outcome::Won);
            let first = one.created.or_else(|| lead.and_then(|(lead, _)| lead.came_in))?;
            // What was closed before it began has no cycle: one of the two days is wrong.
            Some((one.closed.filter(|_| won)? - first).num_days()).filter(|days| *days >= 0)
        });
        let recycled = Lead::is_recycled;
        let sent_back = self.leads_that(|lead, _| recycled(lead));
        let touches: Vec<i64> = self
            .leads
            .iter()
            .filter(|(_, standing)| standing.counted == Counted::Accepted)
            .filter_map(|(lead, _)| lead.touches)
            .collect();
        let many = touches.iter().filter(|touches| **touches >= 8).count() as i64;
        let is_won = |one: &Opportunity| one.outcome == Some(Outcome::Won);
        let sourced = self.value_of(|one, _| is_won(one) && books.marketings(one).0);
        let influenced = self.value_of(|one, _| is_won(one) && books.marketings(one).1);
        let is_marketing_known = has_won_value && !books.marketing.is_empty();
        // Of leads of which nothing is known, nobody can say that none was lost.
        let unknown = counted(Counted::NotKnown);
        let stands = told.stands && (leads == 0 || unknown < leads);
        let numbers = json!({
            "leads": leads,
            "converted": told_rate(self.leads_that(|_, one| one.converted), leads, told.opportunities),
            "accepted": when(told.decisions, accepted),
            "rejected": when(told.rejections, rejected),
            "closed_out": counted(Counted::ClosedOut),
            "open_leads": counted(Counted::Open),
            "unknown": counted(Counted::NotKnown),
            "accepted_value": when(told.values && told.decisions, self.value_of(|one, lead| {
                let is_accepted = one.outcome == Some(Outcome::Won) || one.said != Some(Said::Rejected);
                is_accepted && lead.is_some_and(|(_, standing)| standing.counted == Counted::Accepted)
            })),
            "opportunities": self.opportunities.len(),
            "without_lead": without_lead,
            "without_value": self.deals_that(|one| one.value.is_none()),
            "value": when(told.values, self.value_of(|_, _| true)),
            "won": when(told.outcomes, won),
            "lost": when(told.losses, lost),
            "open": when(told.outcomes, self.deals_that(|one| one.outcome == Some(Outcome::Open))),
            "without_outcome": self.deals_that(|one| one.outcome.is_none()),
            "won_leads": told_rate(self.leads_that(|_, one| one.won), leads, told.outcomes),
            "won_value": when(has_won_value, won_value),
            "won_without_value": won_without,
            "median_cycle_days": median(cycles.collect()),
            "disqualified": self.leads_that(|lead, _| lead.stage == Some(Stage::Disqualified)),
            "abandoned": when(stands, in_state(State::Abandoned)),
            "untouched": when(stands, in_state(State::Untouched)),
            "untouched_overdue": when(stands, overdue),
            "lost_or_ignored": told_rate(in_state(State::Abandoned) + overdue, leads, stands),
            "recycled": sent_back,
            "recycled_converted": told_rate(
                self.leads_that(|lead, one| recycled(lead) && one.converted), sent_back, told.opportunities),
            "recycled_won": told_rate(
                self.leads_that(|lead, one| recycled(lead) && one.won), sent_back, told.outcomes),
            "first_time_converted": told_rate(
                self.leads_that(|lead, one| !recycled(lead) && one.converted), leads - sent_back, told.opportunities),
            "median_touches": median(touches.clone()),
            "many_touches": rate(many, touches.len() as i64),
            "sourced_value": when(is_marketing_known, sourced),
            "influenced_value": when(is_marketing_known, influenced),
            "small": leads + without_lead < SMALL,
            "acceptance": told_rate(accepted, accepted + rejected, told.rejections),
            "win_rate": told_rate(won, won + lost, told.losses),
        });
        numbers.as_object().cloned().unwrap_or_default()
    }
}

/// A rate that needs a no somewhere: where no file tells of any, 100% would say nothing.
pub(super) fn told_rate(part: i64, n: i64, is_told: bool) -> Value {
    if is_told {
        rate(part, n)
    } else {
        json!({ "basis_points": null })
    }
}

/// A first and a last day; what has no day lies in none.
pub type Period = Option<(NaiveDate, NaiveDate)>;

/// The funnel of a period: `{ "rows": [ … ], "all": … }`, the rows in the order of their names. The period is asked of the day
/// of the quarter, and otherwise of the day on which the lead came in.
pub fn funnel(books: &Books, cut: &Cut, period: Period) -> Value {
    let standings = books.standings();
    let told = Told::by(books, &standings);
    let names: Vec<Option<String>> = books
        .leads
        .iter()
        .zip(&standings)
        .zip(&books.deals_of_leads())
        .map(|((lead, standing), deals)| cut.of_lead(lead, standing, deals))
        .collect();
    let mut rows: BTreeMap<Option<String>, Row> = BTreeMap::new();
    let mut all = Row::default();
    let within = |day: Option<NaiveDate>| {
        period.is_none_or(|(from, to)| day.is_some_and(|day| from <= day && day <= to))
    };
    let days: Vec<Option<NaiveDate>> = books
        .leads
        .iter()
        .zip(&standings)
        .zip(&books.deals_of_leads())
        .map(|((lead, standing), deals)| cut.day_of_lead(lead, standing, deals))
        .collect();
    for (((lead, standing), name), day) in books.leads.iter().zip(&standings).zip(&names).zip(&days) {
        if !within(*day) {
            continue;
        }
        all.leads.push((lead, *standing));
        rows.entry(name.clone())
            .or_default()
            .leads
            .push((lead, *standing));
    }
    for one in &books.opportunities {
        let day = match (cut.own_day(), one.lead) {
            (Some(own), _) => own(one),
            (None, Some(lead)) => days.get(lead).copied().flatten(),
            (None, None) => one.created.or(one.closed),
        };
        if !within(day) {
            continue;
        }
        let name = cut.of_opportunity(one, &names);
        let of = one
            .lead
            .and_then(|lead| Some((books.leads.get(lead)?, *standings.get(lead)?)));
        all.opportunities.push((one, of));
        rows.entry(name).or_default().opportunities.push((one, of));
    }
    let rows: Vec<Value> = rows
        .iter()
        .map(|(name, row)| {
            let mut numbers = row.numbers(books, &told);
            numbers.insert("name".into(), json!(name));
            Value::Object(numbers)
        })
        .collect();
    json!({ "rows": rows, "all": all.numbers(books, &told) })
}
