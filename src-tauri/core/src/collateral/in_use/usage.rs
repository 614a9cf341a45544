//! Sums over uses: how often, in how many deals, how easy, and what became of the deals.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use lockstep_workspace::{context::ReadContext, error::Result, rows};
use serde::Serialize;
use ts_rs::TS;

use super::{
    Movement, PieceUse, SaidMoved,
    movement::movements,
    taking::{TakenCounts, taken},
};
use crate::{
    collateral::settings::settings,
    ids::{OpportunityId, PieceId, PieceUseId},
};

/// A mean of marks from 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct MeanMark {
    /// The mean, in hundredths of a mark, rounded half up.
    pub hundredths: i64,
    /// Of how many uses it is.
    pub n: usize,
}

impl MeanMark {
    /// Returns the mean of marks; nothing where there is none.
    pub fn of(marks: impl Iterator<Item = i64>) -> Option<Self> {
        let (sum, n) = marks.fold((0_i64, 0_i64), |(sum, n), mark| (sum + mark, n + 1));
        (n > 0).then(|| Self {
            hundredths: (sum * 200 + n) / (2 * n),
            n: usize::try_from(n).unwrap_or(usize::MAX),
        })
    }
}

/// What is known of the uses of something: a piece, a cell of the content matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Usage {
    /// How many uses were recorded.
    pub uses: usize,
    /// In how many deals.
    pub deals: usize,
    /// On which day it was used last.
    pub last_used_on: Option<NaiveDate>,
    /// Of how many uses the seller has said how they went.
    pub rated: usize,
    /// How easy it is to use: the mean of all marks that sellers gave (P55), of so many uses.
    pub ease: Option<MeanMark>,
    /// How easy it is to find.
    pub easy_to_find: Option<MeanMark>,
    /// How well it fits customers.
    pub fitted: Option<MeanMark>,
    /// How ready it is as it stands.
    pub ready: Option<MeanMark>,
    /// After how many uses the deal moved, in the seller's word.
    pub said_moved: usize,
    /// After how many it did not, in the seller's word.
    pub said_not_moved: usize,
    /// What became of the deals as imports tell it, use by use.
    #[ts(type = "Partial<Record<Movement, number>>")]
    pub movements: BTreeMap<Movement, usize>,
}

impl Usage {
    /// Sums up uses.
    pub fn of<'u>(
        uses: impl Iterator<Item = &'u PieceUse> + Clone,
        movements: &HashMap<PieceUseId, Movement>,
    ) -> Self {
        let marks = |which: fn(&PieceUse) -> Option<i64>| MeanMark::of(uses.clone().filter_map(which));
        let said = |what| uses.clone().filter(|used| used.moved == Some(what)).count();
        let mut told: BTreeMap<Movement, usize> = BTreeMap::new();
        for movement in uses.clone().filter_map(|used| movements.get(&used.id)) {
            *told.entry(*movement).or_default() += 1;
        }
        Self {
            uses: uses.clone().count(),
            deals: deals(uses.clone(), movements),
            last_used_on: uses.clone().map(|used| used.used_on).max(),
            rated: uses.clone().filter(|used| used.is_rated()).count(),
            ease: MeanMark::of(uses.clone().flat_map(PieceUse::marks).flatten()).map(|mean| MeanMark {
                n: uses
                    .clone()
                    .filter(|used| used.marks().iter().any(Option::is_some))
                    .count(),
                ..mean
            }),
            easy_to_find: marks(|used| used.easy_to_find),
            fitted: marks(|used| used.fitted),
            ready: marks(|used| used.ready),
            said_moved: said(SaidMoved::Yes),
            said_not_moved: said(SaidMoved::No),
            movements: told,
        }
    }
}

/// Returns in how many deals pieces were used. Deals of one name are one, whether they were typed or imported, unless the workspace has
/// several opportunities of that name.
fn deals<'u>(uses: impl Iterator<Item = &'u PieceUse>, movements: &HashMap<PieceUseId, Movement>) -> usize {
    let mut by_name: HashMap<String, HashSet<&OpportunityId>> = HashMap::new();
    for used in uses {
        let known = by_name.entry(lockstep_text::key(&used.deal)).or_default();
        // Only an opportunity that is still there tells deals of one name apart.
        known.extend(
            used.opportunity
                .as_ref()
                .filter(|_| movements.contains_key(&used.id)),
        );
    }
    by_name.values().map(|known| known.len().max(1)).sum()
}

/// All uses, with what became of the deals.
pub struct AllUses {
    /// The uses, the latest first.
    pub uses: Vec<PieceUse>,
    /// What became of the deals that were imported.
    pub movements: HashMap<PieceUseId, Movement>,
    /// How often pieces were taken.
    pub taken: HashMap<PieceId, TakenCounts>,
}

impl AllUses {
    /// Reads them.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn read(reader: &ReadContext) -> Result<Self> {
        let uses: Vec<PieceUse> = rows::all(reader, "ORDER BY used_on DESC, created_at DESC, id", [])?;
        Ok(Self {
            movements: movements(reader, uses.iter(), settings(reader)?.moved_within_days)?,
            taken: taken(reader)?,
            uses,
        })
    }

    /// Returns the uses of each piece.
    pub fn by_piece(&self) -> HashMap<&PieceId, Vec<&PieceUse>> {
        let mut all: HashMap<&PieceId, Vec<&PieceUse>> = HashMap::new();
        for used in &self.uses {
            all.entry(&used.piece).or_default().push(used);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_is_rounded_half_up_and_none_of_nothing() {
        assert_eq!(MeanMark::of(std::iter::empty()), None);
        let of = |marks: &[i64]| MeanMark::of(marks.iter().copied()).map(|mean| (mean.hundredths, mean.n));
        assert_eq!(of(&[5]), Some((500, 1)));
        assert_eq!(of(&[4, 5, 5]), Some((467, 3)));
        assert_eq!(of(&[1, 1, 2, 1, 1, 1, 1, 1]), Some((113, 8)));
    }
}
