//! What reviews decided about something that both sides sign elsewhere: the decision leads to the draft it changes, and the draft to the
//! decisions that are to be worked into it.

use chrono::{DateTime, NaiveTime, Utc};
use lockstep_workspace::{
    agreements::queries,
    context::{Query, ReadContext},
    error::Result,
    list_items, rows,
    words::Words,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DecisionChanges, Review, ReviewDecision, carrying::in_order};
use crate::{
    definition::subject::DEFINITION,
    ids::{DefinitionId, ReviewId},
    plan::{Plan, subject::PLAN},
};

/// Lists what reviews decided to change, the latest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DecidedChanges {}

/// A decision that changes something which both sides sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecidedChange {
    /// The decision.
    pub decision: ReviewDecision,
    /// The review in which it was taken.
    pub review: ReviewId,
    /// What the review is called: "Q3 FY27".
    pub label: String,
    /// What it changes.
    pub changes: DecisionChanges,
    /// The plan or the definition that it changes; nothing where it is not there yet.
    pub subject: Option<String>,
    /// The first version that came into force after the decision. Whether it says what was decided, only people can tell.
    pub version: Option<u32>,
    /// When it did.
    pub in_force_since: Option<DateTime<Utc>>,
}

impl Query for DecidedChanges {
    type Answer = Vec<DecidedChange>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<DecidedChange>> {
        let words = Words::new(&reader.company()?);
        let mut all = Vec::new();
        for (period, review) in in_order(reader)?.into_iter().rev() {
            for decision in list_items::all::<ReviewDecision>(reader, &review.id)? {
                let Some(changes) = decision.changes else { continue };
                let subject = subject_of(reader, changes, &review)?;
                let (version, in_force_since) = match &subject {
                    Some(subject) => next_version(reader, changes, subject, since(&review, &decision))?,
                    None => (None, None),
                };
                all.push(DecidedChange {
                    review: review.id.clone(),
                    label: period.label(&words),
                    changes,
                    subject,
                    version,
                    in_force_since,
                    decision,
                });
            }
        }
        Ok(all)
    }
}

/// Returns the moment from which on a version can hold what was decided.
fn since(review: &Review, decision: &ReviewDecision) -> DateTime<Utc> {
    let day = decision.decided_on.and_time(NaiveTime::MIN).and_utc();
    review.begun_at.map_or(day, |begun| begun.max(day))
}

fn subject_of(reader: &ReadContext, changes: DecisionChanges, review: &Review) -> Result<Option<String>> {
    Ok(match changes {
        DecisionChanges::Definition => Some(DefinitionId::only().0),
        DecisionChanges::Plan => rows::all::<Plan>(reader, "WHERE year = ?1", [review.year])?
            .pop()
            .map(|plan| plan.id.0),
    })
}

fn next_version(
    reader: &ReadContext,
    changes: DecisionChanges,
    subject: &str,
    since: DateTime<Utc>,
) -> Result<(Option<u32>, Option<DateTime<Utc>>)> {
    let kind = match changes {
        DecisionChanges::Plan => &PLAN,
        DecisionChanges::Definition => &DEFINITION,
    };
    let versions = queries::standing(reader, kind, subject)?;
    let later = versions
        .iter()
        .filter_map(|version| Some((version.in_force_since?, version.version)))
        .filter(|(in_force, _)| since <= *in_force)
        .min();
    Ok(match later {
        Some((in_force, version)) => (version, Some(in_force)),
        None => (None, None),
    })
}
