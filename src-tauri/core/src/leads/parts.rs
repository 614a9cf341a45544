//! Counting in parts side by side, one for each core.

use std::ops::Range;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// One of so many parts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    number: usize,
    parts: usize,
}

impl Part {
    /// Returns the part's share of so many rows; all shares together are all rows.
    pub fn of(self, rows: usize) -> Range<usize> {
        let size = rows.div_ceil(self.parts);
        (self.number * size).min(rows)..((self.number + 1) * size).min(rows)
    }
}

/// So many parts have long counts: more than there are cores, so that none waits long for another.
pub(crate) const MANY: usize = 16;

/// Returns how many parts are worked on at the same time.
pub(crate) fn cores() -> usize {
    rayon::current_num_threads()
}

/// Works on so many parts side by side, and returns what they give together, in the order of the parts.
pub(crate) fn side_by_side<T: Send>(
    parts: usize,
    work: impl Fn(Part) -> T + Sync + Send,
    and: impl Fn(T, T) -> T + Sync + Send,
) -> T {
    let parts = parts.max(1);
    (0..parts)
        .into_par_iter()
        .map(|number| work(Part { number, parts }))
        .reduce_with(and)
        .unwrap_or_else(|| work(Part { number: 0, parts }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_row_is_in_one_part_and_the_parts_stay_in_order(rows in 0_usize..200, parts in 0_usize..9) {
            let together = side_by_side(parts, |part| part.of(rows).collect::<Vec<_>>(), |mut rows, more| {
                rows.extend(more);
                rows
            });
            prop_assert_eq!(together, (0..rows).collect::<Vec<_>>());
        }
    }
}
