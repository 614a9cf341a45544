//! What comes back from earlier reviews: decisions of the last one, actions that are not done, and what is still parked, each with
//! how often it was carried over.

use std::collections::HashMap;

use chrono::NaiveDate;
use lockstep_workspace::{
    context::ReadContext,
    error::Result,
    ids::PersonId,
    list_items,
    people::{Person, Side},
    rows,
    words::Words,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Review, ReviewAction, ReviewDecision, ReviewKind, ReviewParked, period::ReviewPeriod};
use crate::ids::{ListItemId, ReviewId};

/// How an action fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    /// Its day has passed.
    Overdue,
    /// It is not done yet.
    Open,
    /// It was done by its first day, or has none.
    Done,
    /// It was done later.
    DoneLate,
}

impl ActionState {
    /// Returns whether it is done.
    #[must_use]
    pub fn is_done(self) -> bool {
        matches!(self, Self::Done | Self::DoneLate)
    }
}

impl ReviewAction {
    /// Returns how it fares on a day: held to the day for which it was promised first.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> ActionState {
        let due = self.due_first.or(self.due);
        match (self.done_on, due) {
            (Some(done), Some(due)) if done > due => ActionState::DoneLate,
            (Some(_), _) => ActionState::Done,
            (None, Some(due)) if due < today => ActionState::Overdue,
            (None, _) => ActionState::Open,
        }
    }
}

/// An action as a review shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActionLine {
    /// The action.
    pub action: ReviewAction,
    /// How it fares.
    pub state: ActionState,
    /// How many days ago it was agreed.
    pub age_days: i64,
    /// What its owner is called.
    pub owner: Option<String>,
    /// The side of its owner.
    pub side: Option<Side>,
    /// The review in which it was agreed: "Q3 FY27".
    pub agreed_in: String,
    /// How many reviews were closed since without its being done.
    pub carried_over: i64,
}

/// Something parked that was not dealt with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ParkedLine {
    /// Which.
    pub id: ListItemId,
    /// The thought.
    pub name: String,
    /// The review in which it was parked.
    pub parked_in: String,
    /// How many reviews were closed since.
    pub carried_over: i64,
}

/// What comes back from earlier reviews.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewLastTime {
    /// The last review before this one that was closed.
    pub review: Option<ReviewId>,
    /// What it is called.
    pub label: String,
    /// What was decided in it, and in check-ins since.
    pub decisions: Vec<ReviewDecision>,
    /// What was agreed in it and in check-ins since, what was done since of any review, and what is not done.
    pub actions: Vec<ActionLine>,
    /// What is still parked of any review.
    pub parked: Vec<ParkedLine>,
}

/// Reviews in the order of their periods: by the last day, and of those that end together the shorter first.
pub(super) fn in_order(reader: &ReadContext) -> Result<Vec<(ReviewPeriod, Review)>> {
    let start = reader.company()?.fiscal_start;
    let reviews: Vec<Review> = rows::all(reader, "", [])?;
    let mut all = reviews
        .into_iter()
        .map(|review| Ok((ReviewPeriod::of(&review, start)?, review)))
        .collect::<Result<Vec<_>>>()?;
    all.sort_by_key(|(period, review)| {
        (
            period.span().to,
            std::cmp::Reverse(period.span().from),
            review.id.0.clone(),
        )
    });
    Ok(all)
}

/// Returns what comes back to a review.
pub(super) fn last_time(reader: &ReadContext, review: &Review) -> Result<ReviewLastTime> {
    let words = Words::new(&reader.company()?);
    let earlier: Vec<(ReviewPeriod, Review)> = in_order(reader)?
        .into_iter()
        .take_while(|(_, other)| other.id != review.id)
        .filter(|(_, other)| other.closed_at.is_some())
        .collect();
    let Some((period, last)) = anchor(&earlier, review.kind) else {
        return Ok(ReviewLastTime::default());
    };
    let since = last.closed_at.map(|at| reader.day_of(at));
    let last_day = period.span().to;
    let mut decisions = Vec::new();
    let mut actions = Vec::new();
    let mut parked = Vec::new();
    let people = people(reader)?;
    for (period, from) in &earlier {
        let carried_over = closed_after(from, earlier.iter().map(|(_, other)| other));
        // A check-in in between belongs to what has happened since.
        let is_since = period.span().to >= last_day;
        if is_since {
            decisions.extend(list_items::all::<ReviewDecision>(reader, &from.id)?);
        }
        let agreed_in = period.label(&words);
        for action in list_items::all::<ReviewAction>(reader, &from.id)? {
            let was_done_since = action
                .done_on
                .is_some_and(|done| since.is_some_and(|since| since <= done));
            if is_since || was_done_since || action.done_on.is_none() {
                actions.push(line(reader, action, &people, agreed_in.clone(), carried_over));
            }
        }
        for item in list_items::all::<ReviewParked>(reader, &from.id)? {
            if !item.settled {
                parked.push(ParkedLine {
                    id: item.id,
                    name: item.name,
                    parked_in: agreed_in.clone(),
                    carried_over,
                });
            }
        }
    }
    actions.sort_by_key(|line| (line.state, line.action.due, line.action.agreed_on));
    Ok(ReviewLastTime {
        label: period.label(&words),
        decisions,
        review: Some(last.id.clone()),
        actions,
        parked,
    })
}

/// Returns the review that another one goes on from: the last of its kind or longer. A quarter looks back to the last quarter, and a
/// check-in in between does not hide it; a check-in looks back to whatever was last.
fn anchor(earlier: &[(ReviewPeriod, Review)], kind: ReviewKind) -> Option<&(ReviewPeriod, Review)> {
    let of_kind = |review: &Review| kind == ReviewKind::Month || review.kind == ReviewKind::Quarter;
    earlier
        .iter()
        .rev()
        .find(|(_, review)| of_kind(review))
        .or_else(|| earlier.last())
}

/// Returns how many of these reviews were closed after one was: whoever looks back late has carried nothing over meanwhile.
pub(super) fn closed_after<'r>(from: &Review, others: impl Iterator<Item = &'r Review>) -> i64 {
    let later = others.filter(|other| from.closed_at.is_some() && other.closed_at > from.closed_at);
    i64::try_from(later.count()).unwrap_or(i64::MAX)
}

/// Returns the people by their ids.
pub(super) fn people(reader: &ReadContext) -> Result<HashMap<PersonId, Person>> {
    let people: Vec<Person> = rows::all(reader, "", [])?;
    Ok(people
        .into_iter()
        .map(|person| (person.id.clone(), person))
        .collect())
}

/// Returns an action as it is shown.
pub(super) fn line(
    reader: &ReadContext,
    action: ReviewAction,
    people: &HashMap<PersonId, Person>,
    agreed_in: String,
    carried_over: i64,
) -> ActionLine {
    let today = reader.today();
    let owner = action.owner.as_ref().and_then(|owner| people.get(owner));
    ActionLine {
        state: action.state(today),
        age_days: (today - action.agreed_on).num_days(),
        owner: owner.map(|owner| owner.name.clone()),
        side: action.side,
        agreed_in,
        carried_over,
        action,
    }
}
