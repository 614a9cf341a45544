//! Sums over uses: how often, in how many deals, how easy, and what became of the deals.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use lockstep_workspace::{context::ReadContext, error::Result, rows};
use serde::Serialize;
use ts_rs::TS;

use super::{Movement, PieceUse, SaidMoved, movement::movements};
use crate::{
    collateral::settings::settings,
    ids::{OpportunityId, PieceId, PieceUseId},
    leads::rules::{Rate, SMALL},
};

/// A mean of marks from 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct MeanMark {
    /// The mean, in hundredths of a mark, rounded half up.
    pub hundredths: i64,
    /// Of how many uses it is.
    pub n: usize,
    /// Whether so few say little: fewer than [`SMALL`].
    pub small: bool,
}

impl MeanMark {
    /// Returns the mean of marks; nothing where there is none.
    pub fn of(marks: impl Iterator<Item = i64>) -> Option<Self> {
        let (sum, n) = marks.fold((0_i64, 0_i64), |(sum, n), mark| (sum + mark, n + 1));
        (n > 0).then(|| Self::of_uses((sum * 200 + n) / (2 * n), n))
    }

    /// Returns a mean as one of so many uses, whatever the number of marks.
    fn of_uses(hundredths: i64, n: i64) -> Self {
        Self {
            hundredths,
            n: usize::try_from(n).unwrap_or(usize::MAX),
            small: n < SMALL,
        }
    }
}

/// What is known of the uses of something: a piece, a cell of the content matrix.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
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
    /// After how many uses the deal moved on, of those of which the seller has said whether it did.
    pub moved_by_sellers: Rate,
    /// After how many uses the deal moved on, of those of which imports tell what became of the deal.
    pub moved_by_imports: Rate,
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
        let count = |is: &dyn Fn(&PieceUse) -> bool| {
            let those = uses.clone().filter(|used| is(used)).count();
            i64::try_from(those).unwrap_or(i64::MAX)
        };
        let mut told: BTreeMap<Movement, usize> = BTreeMap::new();
        for movement in uses.clone().filter_map(|used| movements.get(&used.id)) {
            *told.entry(*movement).or_default() += 1;
        }
        Self {
            uses: uses.clone().count(),
            deals: deals(uses.clone(), movements),
            last_used_on: uses.clone().map(|used| used.used_on).max(),
            rated: uses.clone().filter(|used| used.is_rated()).count(),
            ease: MeanMark::of(uses.clone().flat_map(PieceUse::marks).flatten()).map(|mean| {
                MeanMark::of_uses(
                    mean.hundredths,
                    count(&|used| used.marks().iter().any(Option::is_some)),
                )
            }),
            easy_to_find: marks(|used| used.easy_to_find),
            fitted: marks(|used| used.fitted),
            ready: marks(|used| used.ready),
            moved_by_sellers: Rate::of(
                count(&|used| used.moved == Some(SaidMoved::Yes)),
                count(&|used| used.moved.is_some()),
            ),
            moved_by_imports: moved(&told),
            movements: told,
        }
    }
}

/// Returns after how many uses the deal moved on. Where it is too early, or cannot be told, a use counts for nothing.
fn moved(told: &BTreeMap<Movement, usize>) -> Rate {
    let counted = [Movement::On, Movement::Back, Movement::Lost, Movement::Stayed];
    let count = |movement: &Movement| told.get(movement).copied().unwrap_or(0);
    let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Rate::of(
        whole(count(&Movement::On)),
        whole(counted.iter().map(count).sum()),
    )
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

    #[test]
    fn a_mean_of_few_is_small_and_of_thirty_is_not() {
        let small = |n: usize| MeanMark::of(std::iter::repeat_n(4, n)).map(|mean| mean.small);
        assert_eq!(small(29), Some(true));
        assert_eq!(small(30), Some(false));
    }

    #[test]
    fn a_deal_of_which_it_is_too_early_to_tell_counts_for_nothing() {
        let rate = |told: &[(Movement, usize)]| {
            let rate = moved(&told.iter().copied().collect());
            (rate.part, rate.n)
        };
        assert_eq!(rate(&[(Movement::Open, 4), (Movement::Unclear, 2)]), (0, 0));
        assert_eq!(rate(&[(Movement::On, 1), (Movement::Back, 2)]), (1, 3));
        assert_eq!(
            rate(&[
                (Movement::On, 5),
                (Movement::Stayed, 1),
                (Movement::Lost, 1),
                (Movement::Open, 3),
                (Movement::Unclear, 1)
            ]),
            (5, 7)
        );
    }
}
