//! What a review of the sample holds: words and numbers, no more. Each year has a file of its own.

use super::{first_year, last_year, second_year, this_year};

/// What is said in the reviews, by year and quarter, from the year with which the story begins up to this one. A quarter that is
/// missing is never over when the story is told.
pub(super) const YEARS: [&[Said]; 4] = [
    &first_year::QUARTERS,
    &second_year::QUARTERS,
    &last_year::QUARTERS,
    &this_year::QUARTERS,
];

/// What is said in a review.
pub(super) struct Said {
    pub(super) sales: OneSide,
    pub(super) marketing: OneSide,
    pub(super) decision: Decision,
    pub(super) actions: &'static [Agreed],
    pub(super) parked: Parked,
}

/// What one side says in silence, and how it votes afterwards.
pub(super) struct OneSide {
    /// Under which heading, and what.
    pub(super) notes: [(&'static str, &'static str); 2],
    /// How many votes it gives to the two notes of Sales and to the two of Marketing.
    pub(super) votes: [i64; 4],
    /// How sure it is of each goal of the plan, in the order of the goals.
    pub(super) confidence: &'static [i64],
    /// Whether the other side keeps its promises, whether it keeps its own, whether the other says early what it needs, whether it does.
    pub(super) pulse: [i64; 4],
}

/// What was decided.
pub(super) struct Decision {
    pub(super) question: &'static str,
    pub(super) choice: &'static str,
    pub(super) why: &'static str,
    pub(super) owner: &'static str,
    /// What it changes that both sides sign elsewhere.
    pub(super) changes: Option<&'static str>,
}

/// What is to be done, by whom, and within how many days.
pub(super) struct Agreed {
    pub(super) name: &'static str,
    pub(super) owner: &'static str,
    pub(super) due: u64,
    /// After how many days it was done; nothing while it is not.
    pub(super) done: Option<u64>,
}

/// What is put aside, and after how many days it was dealt with; nothing while it is not.
pub(super) struct Parked {
    pub(super) name: &'static str,
    pub(super) settled: Option<u64>,
}
