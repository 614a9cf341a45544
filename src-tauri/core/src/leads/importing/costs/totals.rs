//! Rows of costs that are the sum or the average of others, whatever they are called.

use std::collections::HashMap;

use super::{Entry, label_position};
use crate::leads::importing::no_record::may_be_called_a_total;

/// A row without a word for it is taken for a sum where so many digits agree: that is no chance any more.
const DIGITS: u32 = 3;

/// What is looked up of the costs of a file while totals are looked for.
pub(super) struct Totals {
    /// Where the costs of each time stand.
    times: HashMap<(Option<String>, i64), Vec<usize>>,
    /// Which costs are called like a total.
    named: Vec<bool>,
}

impl Totals {
    /// Looks the costs of a file through.
    pub fn of(entries: &[Entry]) -> Self {
        let mut times: HashMap<_, Vec<usize>> = HashMap::new();
        for (place, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.counts()) {
            times.entry(entry.time.clone()).or_default().push(place);
        }
        // The same names come again and again.
        let mut known: HashMap<&str, bool> = HashMap::new();
        let is_named = |entry| {
            let name = label_position(entry).and_then(|position| entry.labels.get(position)?.as_deref());
            name.is_some_and(|name| *known.entry(name).or_insert_with(|| may_be_called_a_total(name)))
        };
        let named = entries.iter().map(is_named).collect();
        Self { times, named }
    }

    fn is_named(&self, place: usize) -> bool {
        self.named.get(place) == Some(&true)
    }

    /// Returns the amounts of the other rows of a row's time: of all, or of those that share what stands before its last label.
    /// Of two totals neither is part of the other.
    fn within<'e>(&self, entries: &'e [Entry], place: usize, of_its_own: bool) -> Vec<i128> {
        let Some(entry) = entries.get(place) else {
            return Vec::new();
        };
        let position = label_position(entry).filter(|_| of_its_own).unwrap_or(0);
        let shares = |other: &&'e Entry| {
            entry.labels != other.labels && entry.labels.get(..position) == other.labels.get(..position)
        };
        self.times
            .get(&entry.time)
            .into_iter()
            .flatten()
            .filter(|other| !self.is_named(**other))
            .filter_map(|other| entries.get(*other))
            .filter(|other| other.counts() && other.depth() > 0 && shares(other))
            .filter_map(|other| other.exact)
            .collect()
    }

    /// Leaves out what is called like a total, and comes to what others come to; returns what the report says of the rest.
    pub fn by_name(&self, entries: &mut [Entry]) -> Vec<String> {
        let mut notes = Vec::new();
        let mut above = 0_i128;
        for place in 0..entries.len() {
            if self.is_named(place) {
                notes.extend(self.look_at(entries, place, above));
            }
            let counted = entries.get(place).filter(|entry| entry.counts());
            above = above.saturating_add(counted.and_then(|entry| entry.exact).unwrap_or_default());
        }
        notes
    }

    fn look_at(&self, entries: &mut [Entry], place: usize, above: i128) -> Option<String> {
        let others = self.within(entries, place, true);
        let all = self.within(entries, place, false);
        let entry = entries.get_mut(place).filter(|entry| entry.counts())?;
        let sums = [others.iter().sum(), all.iter().sum(), above];
        let what = if sums.iter().any(|sum| entry.is_alike(*sum)) {
            Some("sum")
        } else if [&others, &all].iter().any(|amounts| is_average(entry, amounts)) {
            Some("average")
        } else {
            None
        };
        if let Some(what) = what {
            entry.left_out = Some(format!(
                "This is the {what} of other rows, not a cost of its own."
            ));
            return None;
        }
        Some(format!(
            "{} in row {} is called like a total, and comes to no sum of other rows: it counts as a cost.",
            entry.name(),
            entry.row
        ))
    }

    /// Leaves out what nobody calls a total, and is the sum of all others wherever it stands.
    pub fn by_arithmetic(&self, entries: &mut [Entry]) -> Vec<String> {
        let mut notes = Vec::new();
        let mut labels: Vec<Vec<Option<String>>> = entries
            .iter()
            .filter(|entry| entry.counts() && entry.depth() > 0)
            .map(|entry| entry.labels.clone())
            .collect();
        labels.sort();
        labels.dedup();
        // A few names are looked through; where there are many, a total is one of the few that have a word for it.
        const MOST: usize = 200;
        if labels.len() < 3 || labels.len() > MOST {
            return notes;
        }
        let found: Vec<(Vec<usize>, u32)> = labels
            .iter()
            .filter_map(|label| {
                let counts = |place: &usize| {
                    entries
                        .get(*place)
                        .is_some_and(|entry| entry.counts() && entry.labels == *label)
                };
                let places: Vec<usize> = (0..entries.len()).filter(counts).collect();
                let digits = places.iter().map(|place| {
                    let entry = entries.get(*place)?;
                    let others = self.within(entries, *place, true);
                    let is_sum = others.len() > 1 && entry.is_alike(others.iter().sum());
                    entry.exact.filter(|_| is_sum).map(significant)
                });
                let digits: u32 = digits.sum::<Option<u32>>()?;
                Some((places, digits))
            })
            .collect();
        // Where two rows are each the sum of the rest, neither is known to be.
        let [(places, digits)] = found.as_slice() else {
            return notes;
        };
        for place in places {
            let Some(entry) = entries.get_mut(*place) else {
                continue;
            };
            if *digits >= DIGITS {
                entry.left_out = Some(
                    "This is exactly the sum of all other rows of its time, and taken for their total."
                        .into(),
                );
            } else {
                notes.push(format!(
                "{} in row {} is exactly the sum of the other rows of its time, and counts as a cost. If it is their total, delete \
                 the row and import the file again.",
                entry.name(),
                entry.row
            ));
            }
        }
        notes
    }
}

fn is_average(entry: &Entry, amounts: &[i128]) -> bool {
    let Ok(count) = i128::try_from(amounts.len()) else {
        return false;
    };
    if count < 2 {
        return false;
    }
    let mut sorted = amounts.to_vec();
    sorted.sort_unstable();
    let middle = |place: usize| sorted.get(place).copied().unwrap_or_default();
    let median = (middle((sorted.len() - 1) / 2) + middle(sorted.len() / 2)) / 2;
    let mean = amounts.iter().sum::<i128>() / count;
    entry.is_alike(mean) || entry.is_alike(median) || entry.exact == Some(count * 1_000_000)
}

/// Returns how many digits of an amount are told, without the zeros behind them.
fn significant(exact: i128) -> u32 {
    let mut rest = exact.unsigned_abs();
    while rest > 0 && rest.is_multiple_of(10) {
        rest /= 10;
    }
    rest.checked_ilog10().map_or(0, |digits| digits + 1)
}
