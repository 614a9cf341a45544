//! The leads with an outcome, and what they say of each field.

use std::sync::Arc;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::{enough, every_field};
use crate::{
    definition::{
        batches::{AT_ONCE, rows_with, size},
        evaluation::known_of_batch,
    },
    leads::{
        columns::{Column, LeadColumns},
        rules::SMALL,
        terms::{Acceptance, Outcome},
    },
};

/// The outcome of a lead that is told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ToldApart {
    Won,
    Accepted,
}

impl ToldApart {
    /// Returns the outcome of a lead: the better one, the worse one, or neither.
    fn of(self, leads: &LeadColumns, row: usize) -> Option<bool> {
        let standing = leads.standing.get(row)?;
        match self {
            Self::Accepted => match standing.decision() {
                Acceptance::Accepted => Some(true),
                Acceptance::Rejected => Some(false),
                Acceptance::Undecided => None,
            },
            Self::Won if standing.is_won() => Some(true),
            Self::Won => leads
                .opportunities_of(row)
                .iter()
                .any(|opportunity| {
                    usize::try_from(*opportunity).ok().and_then(|opportunity| {
                        leads.opportunities.outcome.get(opportunity).copied().flatten()
                    }) == Some(Outcome::Lost)
                })
                .then_some(false),
        }
    }

    pub fn in_words(self) -> &'static str {
        match self {
            Self::Won => "won from lost",
            Self::Accepted => "accepted from rejected",
        }
    }
}

/// Leads with an outcome, and what they say of each field: close together, they are gone through quicker than they are
/// looked up among all leads.
pub(super) struct Decided {
    /// Their rows, and whether the outcome was the better one.
    pub leads: Vec<(u32, bool)>,
    /// What they say, field by field as [`every_field`] lists them.
    pub facts: Vec<Facts>,
}

/// What leads say of a field, in their order.
pub(super) enum Facts {
    /// The numbers of their texts.
    Words(Vec<u32>),
    Numbers(Vec<f64>),
    YesNo(Vec<Option<bool>>),
    /// Looked up among all leads.
    LookedUp,
}

impl Decided {
    fn of(leads: &LeadColumns, decided: Vec<(u32, bool)>) -> Self {
        let rows = || decided.iter().map(|(row, _)| *row as usize);
        let facts = every_field(leads)
            .into_par_iter()
            .map(|(_, column)| match column {
                Column::Words(words) => {
                    let codes = words.codes();
                    Facts::Words(rows().map(|row| codes.get(row).copied().unwrap_or(0)).collect())
                }
                Column::Numbers(numbers) => Facts::Numbers(
                    rows()
                        .map(|row| numbers.get(row).copied().unwrap_or(f64::NAN))
                        .collect(),
                ),
                Column::YesNo(said) => {
                    Facts::YesNo(rows().map(|row| said.get(row).copied().flatten()).collect())
                }
                Column::Days(_) | Column::Mixed(_) => Facts::LookedUp,
            });
        Self {
            facts: facts.collect(),
            leads: decided,
        }
    }

    /// Returns the places of those whose rows are wanted, each with its outcome; nothing where too few had one outcome or
    /// the other.
    fn places(&self, is_wanted: impl Fn(u32) -> bool) -> Option<Vec<(u32, bool)>> {
        let places = (0_u32..).zip(&self.leads);
        let known: Vec<(u32, bool)> = places
            .filter(|(_, (row, _))| is_wanted(*row))
            .map(|(place, (_, yes))| (place, *yes))
            .collect();
        let yes = known.iter().filter(|(_, yes)| *yes).count();
        (enough(yes) && enough(known.len() - yes)).then_some(known)
    }
}

/// An outcome, the leads with one, and the places of those among them that are looked at.
pub(super) type WithOutcome = (ToldApart, Arc<Decided>, Vec<(u32, bool)>);

/// The leads that are looked at: those of a period.
pub(super) struct Looked<'l> {
    pub leads: &'l LeadColumns,
    pub within: Arc<Vec<u64>>,
    /// Those that have an opportunity, among all leads.
    pub converted: Arc<Vec<u64>>,
}

impl Looked<'_> {
    /// The batches, each with which of its leads have an opportunity and which have none.
    fn batches(&self) -> impl Iterator<Item = (usize, [u64; 2])> {
        let words = self.within.iter().zip(self.converted.iter());
        let batches = words.map(|(within, converted)| [within & converted, within & !converted]);
        batches.enumerate()
    }

    /// Returns how many leads have an opportunity, and how many have none.
    pub fn sizes(&self) -> [i64; 2] {
        self.batches().fold([0, 0], |[converted, others], (_, bits)| {
            let [of_converted, of_others] = bits.map(size);
            [converted + of_converted, others + of_others]
        })
    }

    /// Returns the leads that were won or lost; those of all periods are found once for as long as no lead changes. Only
    /// where there is an opportunity can one be.
    pub fn won_or_lost(&self) -> Option<WithOutcome> {
        #[derive(PartialEq)]
        struct Which;
        let decided = self.leads.answer_cache.answer(Which, |_| {
            Decided::of(self.leads, self.told(ToldApart::Won, &self.converted))
        });
        let known = decided.places(|row| {
            let (batch, place) = (row as usize / AT_ONCE, row as usize % AT_ONCE);
            self.within
                .get(batch)
                .is_some_and(|bits| (bits >> place) & 1 == 1)
        })?;
        Some((ToldApart::Won, decided, known))
    }

    /// Returns the leads that sales accepted or rejected.
    pub fn accepted_or_rejected(&self) -> Option<WithOutcome> {
        let decided = Decided::of(self.leads, self.told(ToldApart::Accepted, &self.within));
        let known = decided.places(|_| true)?;
        Some((ToldApart::Accepted, Arc::new(decided), known))
    }

    fn told(&self, told: ToldApart, batches: &[u64]) -> Vec<(u32, bool)> {
        let rows = batches
            .iter()
            .enumerate()
            .flat_map(|(batch, bits)| rows_with(batch, *bits));
        rows.filter_map(|row| Some((u32::try_from(row).ok()?, told.of(self.leads, row)?)))
            .collect()
    }

    /// Returns whether a field is known of nearly all leads that have an opportunity, and of hardly any other. Of most
    /// fields it is soon seen that it is not so.
    pub fn converted_alone_know(&self, column: &Column, [converted, others]: [i64; 2]) -> bool {
        let (most_missing, most_known) = (converted / 5, others / 10);
        let (mut missing, mut known_of_others) = (0, 0);
        converted >= SMALL
            && others >= SMALL
            && self.batches().all(|(batch, [converted, others])| {
                let known = known_of_batch(column, self.leads, batch);
                missing += size(converted & !known);
                known_of_others += size(others & known);
                missing <= most_missing && known_of_others <= most_known
            })
    }
}
