//! Costs of a whole beside those of its parts in one file: a channel and its campaigns, a campaign and its ad sets, a year and its
//! months. Added up, they count the same money twice.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
};

use super::{ALIKE, Entry};
use crate::leads::importing::{periods::Period, record::Record};
use lockstep_workspace::words::Words;

/// Which labels a cost has.
type Mask = Vec<bool>;

fn mask(entry: &Entry) -> Mask {
    entry.labels.iter().map(Option::is_some).collect()
}

fn depth(mask: &Mask) -> usize {
    mask.iter().filter(|has| **has).count()
}

/// Leaves out each cost that lacks a label which others have, and comes to what those come to; names those that do not.
pub(super) fn leave_out(entries: &mut [Entry], words: &Words) -> Vec<String> {
    let masks: BTreeSet<Mask> = entries.iter().filter(|entry| entry.counts()).map(mask).collect();
    let mut wholes: Vec<&Mask> = masks.iter().collect();
    // The finest first: what sums others is in no other sum.
    wholes.sort_by_key(|mask| Reverse(depth(mask)));
    let mut unlike = Vec::new();
    for whole in wholes {
        let is_finer = |entry: &Entry| {
            let finer = mask(entry);
            depth(&finer) > depth(whole) && finer.iter().zip(whole).all(|(has, wanted)| *has || !wanted)
        };
        let mut sums: HashMap<_, i128> = HashMap::new();
        for part in entries.iter().filter(|entry| entry.counts() && is_finer(entry)) {
            *sums.entry(place_of(part, whole)).or_default() += part.exact.unwrap_or_default();
        }
        if sums.is_empty() {
            continue;
        }
        for (place, entry) in entries.iter_mut().enumerate() {
            if !entry.counts() || mask(entry) != *whole {
                continue;
            }
            let Some(sum) = sums.get(&place_of(entry, whole)) else {
                continue;
            };
            if entry.is_alike(*sum) {
                entry.left_out = Some(match entry.depth() {
                    0 => "This is the sum of the other rows of its time, not a cost of its own.".into(),
                    _ => format!(
                        "This is the sum of the rows that tell {} finer; they count.",
                        entry.name()
                    ),
                });
            } else if entry.depth() > 0 {
                unlike.push(place);
            }
        }
    }
    unlike.sort_unstable();
    let named: Vec<&Entry> = unlike.iter().filter_map(|place| entries.get(*place)).collect();
    let Some(first) = named.first() else {
        return Vec::new();
    };
    let when = first.record.text("month").and_then(|day| day.parse().ok());
    let when = when
        .map(|day| format!(" of {}", words.month(day)))
        .unwrap_or_default();
    let rows = match named.len() {
        1 => "One row tells a whole beside its parts without being their sum".to_owned(),
        rows => format!("{rows} rows tell a whole beside its parts without being their sum"),
    };
    vec![format!(
        "{rows}: {}{when} in row {}. All are added. If a whole includes its parts, delete it in the file and import that again.",
        first.name(),
        first.row
    )]
}

/// What a cost shares with a whole that has these labels.
fn place_of(entry: &Entry, whole: &Mask) -> ((Option<String>, i64), Vec<Option<String>>) {
    let shared = entry.labels.iter().zip(whole);
    let shared = shared.map(|(label, is_told)| label.clone().filter(|_| *is_told));
    (entry.time.clone(), shared.collect())
}

/// Leaves out the costs of longer periods that are the sum of those within them: the finer ones say when.
pub(super) fn leave_out_longer(
    costs: &mut Vec<(u64, Record)>,
    left_out: &mut Vec<(u64, Record, String)>,
    words: &Words,
) {
    let mut told: HashMap<_, Vec<(usize, Period)>> = HashMap::new();
    for (place, (_, record)) in costs.iter().enumerate() {
        if let Some(period) = Period::of_record(record) {
            let key = ["source", "campaign"].map(|column| record.text(column).map(str::to_lowercase));
            told.entry(key).or_default().push((place, period));
        }
    }
    let mut gone: Vec<(usize, Period)> = Vec::new();
    for mut periods in told.into_values() {
        // The shortest first: a quarter that its months make up is none of the parts of its year.
        periods.sort_by_key(|(_, period)| period.length());
        let shortest = periods.first().map_or(0, |(_, period)| period.length());
        let longer = periods.iter().filter(|(_, period)| period.length() > shortest);
        for (place, period) in longer {
            let is_gone = |other: usize| gone.iter().any(|(place, _)| *place == other);
            let exact = |place: usize| costs.get(place).and_then(|(_, record)| record.exact);
            let within = periods
                .iter()
                .filter(|(other, part)| period.holds(*part) && !is_gone(*other));
            let parts: Vec<i128> = within.filter_map(|(other, _)| exact(*other)).collect();
            let sum: i128 = parts.iter().sum();
            if !parts.is_empty() && exact(*place).is_some_and(|whole| (whole - sum).abs() <= ALIKE) {
                gone.push((*place, *period));
            }
        }
    }
    gone.sort_by_key(|(place, _)| Reverse(*place));
    for (place, period) in gone {
        let (row, record) = costs.remove(place);
        let reason = format!(
            "This is the sum of the costs from {} to {} that stand by themselves; they count.",
            words.day(period.first()),
            words.day(period.last())
        );
        left_out.push((row, record, reason));
    }
}
