//! Points of 64 leads, added up at once: the lowest bits of all 64 sums stand in one word, the next bits in another, and so
//! on, and these words are added as single bits are.

use super::Answers;

/// What criteria bring, and how many points a lead needs.
#[derive(Debug)]
pub(super) struct Points {
    /// The places of the criteria that bring points, each with how many.
    brought: Vec<(usize, u64)>,
    needed: u128,
    /// The largest sum has room in so many bits.
    bits: usize,
}

/// Which of 64 leads have enough points, a bit each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Enough {
    /// They have them.
    pub now: u64,
    /// They have them, or would have them if all were met that is not known.
    pub perhaps: u64,
}

impl Enough {
    /// Where no points count, all have enough.
    pub const ALL: Self = Self {
        now: u64::MAX,
        perhaps: u64::MAX,
    };
}

/// The sums of 64 leads: the word at a place holds the bit of that place of each sum.
#[derive(Debug, Clone, Copy)]
struct SumsByBit([u64; MOST_BITS]);

/// So many bits has a sum at most: each of 64 criteria brings points of 64 bits.
const MOST_BITS: usize = 70;

impl Points {
    /// Returns the points of criteria by their places, with how many a lead needs. No criterion brings fewer than none.
    pub fn of(criteria: impl Iterator<Item = (usize, i64)>, needed: i64) -> Self {
        let brought: Vec<(usize, u64)> = criteria
            .map(|(place, points)| (place, u64::try_from(points).unwrap_or(0)))
            .collect();
        let most: u128 = brought.iter().map(|(_, points)| u128::from(*points)).sum();
        let bits = u128::BITS - most.leading_zeros();
        Self {
            brought,
            needed: u128::try_from(needed).unwrap_or(0),
            bits: usize::try_from(bits).map_or(MOST_BITS, |bits| bits.min(MOST_BITS)),
        }
    }

    /// Returns which of 64 leads have enough points. `without` hears, for each criterion that brings some, its place and
    /// which leads would have enough without it.
    pub fn enough(&self, said: &[Answers], mut without: impl FnMut(usize, u64)) -> Enough {
        let answers = |place: usize| said.get(place).copied().unwrap_or_default();
        let mut sums = SumsByBit([0; MOST_BITS]);
        for (place, points) in &self.brought {
            sums.add(answers(*place).met, *points, self.bits);
        }
        let now = sums.reach(self.needed, self.bits);
        for (place, points) in &self.brought {
            // Whoever has its points needs as many more to have enough without them.
            let met = answers(*place).met;
            let with_more = sums.reach(self.needed + u128::from(*points), self.bits);
            without(*place, (with_more & met) | (now & !met));
        }
        for (place, points) in &self.brought {
            sums.add(answers(*place).unknown, *points, self.bits);
        }
        Enough {
            now,
            perhaps: sums.reach(self.needed, self.bits),
        }
    }
}

impl SumsByBit {
    /// Adds a number to the sums of these leads.
    fn add(&mut self, leads: u64, number: u64, bits: usize) {
        let Self(words) = self;
        let mut carried = 0;
        for (place, word) in words.iter_mut().take(bits).enumerate() {
            let added = leads & bit_of(number.into(), place);
            let differs = *word ^ added;
            (*word, carried) = (differs ^ carried, (*word & added) | (differs & carried));
        }
    }

    /// Returns which of the sums are at least a number.
    fn reach(&self, number: u128, bits: usize) -> u64 {
        if number >> bits != 0 {
            return 0;
        }
        let Self(words) = self;
        // From the lowest bit up: where a higher bit differs, it decides alone.
        let words = words.iter().take(bits).enumerate();
        words.fold(u64::MAX, |reaches, (place, word)| {
            let wanted = bit_of(number, place);
            (word & !wanted) | (reaches & !(word ^ wanted))
        })
    }
}

/// Returns a word of ones where a number has a bit at a place, and else one of zeros.
fn bit_of(number: u128, place: usize) -> u64 {
    if (number >> place) & 1 == 1 { u64::MAX } else { 0 }
}
