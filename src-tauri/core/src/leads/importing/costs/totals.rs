//! Rows of costs that are the sum or the average of others, whatever they are called.

use std::collections::HashMap;

use super::{Entry, label_position};
use crate::leads::importing::no_record::may_be_called_a_total;

/// A row without a word for it is taken for a sum where so many digits agree: that is no chance any more.
const DIGITS: u32 = 3;

/// Where the costs of each time stand.
type Times = HashMap<(Option<String>, i64), Vec<usize>>;

/// Leaves out what sums or averages others of its time, or all above it; returns what the report says.
pub(super) fn leave_out(entries: &mut [Entry]) -> Vec<String> {
    let mut times: Times = HashMap::new();
    for (place, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.counts()) {
        times.entry(entry.time.clone()).or_default().push(place);
    }
    let mut notes = by_name(entries, &times);
    notes.extend(by_arithmetic(entries, &times));
    notes
}

/// What is called like a total, and comes to what others come to.
fn by_name(entries: &mut [Entry], times: &Times) -> Vec<String> {
    let mut notes = Vec::new();
    for place in 0..entries.len() {
        let Some(entry) = entries.get(place) else { continue };
        let position = label_position(entry);
        let Some(name) = position.and_then(|position| entry.labels.get(position)?.clone()) else {
            continue;
        };
        if !entry.counts() || !may_be_called_a_total(&name) {
            continue;
        }
        let others: Vec<i128> = within(entries, times, place, true).collect();
        let all: Vec<i128> = within(entries, times, place, false).collect();
        let above: i128 = entries
            .iter()
            .filter(|other| other.counts() && other.row < entry.row)
            .filter_map(|other| other.exact)
            .sum();
        let sums = [others.iter().sum(), all.iter().sum(), above];
        let what = if sums.iter().any(|sum| entry.is_alike(*sum)) {
            Some("sum")
        } else if [&others, &all].iter().any(|amounts| is_average(entry, amounts)) {
            Some("average")
        } else {
            None
        };
        let (row, name) = (entry.row, entry.name());
        match (what, entries.get_mut(place)) {
            (Some(what), Some(entry)) => {
                entry.left_out = Some(format!("This is the {what} of other rows, not a cost of its own."));
            }
            _ => notes.push(format!(
                "{name} in row {row} is called like a total, and comes to no sum of other rows: it counts as a cost."
            )),
        }
    }
    notes
}

/// What nobody calls a total, and is the sum of all others wherever it stands.
fn by_arithmetic(entries: &mut [Entry], times: &Times) -> Vec<String> {
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
                let others: Vec<i128> = within(entries, times, *place, true).collect();
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
                "This is exactly the sum of all other rows of its time, and taken for their total.".into(),
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

/// Returns the amounts of the other rows of a row's time: of all, or of those that share what stands before its last label.
fn within<'e>(
    entries: &'e [Entry],
    times: &'e Times,
    place: usize,
    of_its_own: bool,
) -> impl Iterator<Item = i128> + use<'e> {
    let entry = entries.get(place);
    let of_its_time = entry.and_then(|entry| times.get(&entry.time));
    let position = entry.and_then(label_position).filter(|_| of_its_own).unwrap_or(0);
    let shares = move |other: &&Entry| {
        entry.is_some_and(|entry| {
            entry.labels != other.labels && entry.labels.get(..position) == other.labels.get(..position)
        })
    };
    of_its_time
        .into_iter()
        .flatten()
        .filter_map(|place| entries.get(*place))
        .filter(move |other| other.counts() && shares(other) && other.depth() > 0 && !is_named_total(other))
        .filter_map(|other| other.exact)
}

/// Of two totals neither is part of the other.
fn is_named_total(entry: &Entry) -> bool {
    let name = label_position(entry).and_then(|position| entry.labels.get(position)?.as_deref());
    name.is_some_and(may_be_called_a_total)
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
