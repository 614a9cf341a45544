//! What a year taught: what both sides wrote in its reviews and voted on, and what they decided, for the look back of the next plan.

use lockstep_workspace::{
    context::{Query, ReadContext},
    error::Result,
    list_items, rows,
    words::Words,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ReviewDecision, ReviewNote, ReviewVote, carrying::in_order, rules::votes};
use crate::ids::ReviewId;

/// Lists what was said and decided in the closed reviews of a fiscal year.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct YearLearnings {
    /// The number of the fiscal year.
    pub year: i32,
}

/// What a side wrote in a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LearnedNote {
    /// The note.
    pub note: ReviewNote,
    /// The review.
    pub review: ReviewId,
    /// What the review is called: "Q3 FY27".
    pub label: String,
    /// How many votes it was given.
    pub votes: i64,
}

/// What was decided in a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LearnedDecision {
    /// The decision.
    pub decision: ReviewDecision,
    /// The review.
    pub review: ReviewId,
    /// What the review is called.
    pub label: String,
}

/// What a year taught.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Learnings {
    /// "FY27".
    pub label: String,
    /// How many reviews were closed.
    pub reviews: i64,
    /// The notes, what was voted for most first.
    pub notes: Vec<LearnedNote>,
    /// What was decided, in its order.
    pub decisions: Vec<LearnedDecision>,
}

impl Query for YearLearnings {
    type Answer = Learnings;

    fn answer(self, reader: &ReadContext) -> Result<Learnings> {
        let words = Words::new(&reader.company()?);
        let (mut notes, mut decisions) = (Vec::new(), Vec::new());
        let mut reviews = 0;
        for (period, review) in in_order(reader)? {
            if review.year != self.year || review.closed_at.is_none() {
                continue;
            }
            reviews += 1;
            let label = period.label(&words);
            let given: Vec<ReviewVote> = rows::all(reader, "WHERE review = ?1", [&review.id])?;
            let counted = votes::count(&given);
            for note in list_items::all::<ReviewNote>(reader, &review.id)? {
                notes.push(LearnedNote {
                    votes: counted.get(&note.id).map_or(0, |found| found.votes),
                    review: review.id.clone(),
                    label: label.clone(),
                    note,
                });
            }
            for decision in list_items::all::<ReviewDecision>(reader, &review.id)? {
                decisions.push(LearnedDecision {
                    decision,
                    review: review.id.clone(),
                    label: label.clone(),
                });
            }
        }
        notes.sort_by_key(|line| std::cmp::Reverse(line.votes));
        Ok(Learnings {
            label: lockstep_workspace::calendar::label(self.year),
            reviews,
            notes,
            decisions,
        })
    }
}
