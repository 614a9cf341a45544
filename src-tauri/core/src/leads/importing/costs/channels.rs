//! Costs of a channel that one file tells as a whole and another by its campaigns: the same money, which is not added.

use std::collections::HashMap;

use crate::leads::importing::{known_costs::KnownCost, periods::Period, record::Record};
use lockstep_workspace::words::Words;

/// The day on which costs are booked, and for how many days.
type Time = (Option<String>, i64);

/// The costs of one time, by source, each with its campaigns.
type BySource = HashMap<Option<String>, HashMap<Option<String>, i64>>;

/// The costs that earlier files told, by their channels.
#[derive(Debug, Default)]
pub(in crate::leads::importing) struct ChannelCosts {
    times: HashMap<Time, BySource>,
}

/// What a cost of the file is, and where it stands among them.
struct New {
    place: usize,
    source: Option<String>,
    campaign: Option<String>,
    spend: i64,
}

impl ChannelCosts {
    /// Sorts them by when they were.
    pub fn of(known: &[KnownCost]) -> Self {
        let mut times: HashMap<Time, BySource> = HashMap::new();
        for cost in known {
            let Some(spend) = cost.spend else { continue };
            let time = (cost.booked.clone(), cost.period.map_or(0, Period::length));
            let [source, campaign] = cost.key.clone();
            let campaigns = times.entry(time).or_default().entry(source).or_default();
            *campaigns.entry(campaign).or_default() += spend;
        }
        Self { times }
    }

    /// Leaves out what earlier files told as a whole or by its parts; returns what the report says.
    pub fn leave_out(
        &self,
        costs: &mut Vec<(u64, Record)>,
        left_out: &mut Vec<(u64, Record, String)>,
        words: &Words,
    ) -> Option<String> {
        let mut told: HashMap<Time, Vec<New>> = HashMap::new();
        for (place, (_, record)) in costs.iter().enumerate() {
            let text = |column: &str| record.text(column).map(str::to_lowercase);
            let Some(spend) = record.number("spend") else {
                continue;
            };
            let new = New {
                place,
                source: text("source"),
                campaign: text("campaign"),
                spend,
            };
            told.entry((text("month"), Period::days(record)))
                .or_default()
                .push(new);
        }
        let mut gone: Vec<(usize, String)> = Vec::new();
        let mut beside = 0;
        for (time, new) in &told {
            let Some(known) = self.times.get(time) else {
                continue;
            };
            by_source(known, new, words, &mut gone);
            beside += without_source(known, new, words, &mut gone);
        }
        gone.sort_by(|(one, _), (other, _)| other.cmp(one));
        gone.dedup_by_key(|(place, _)| *place);
        for (place, reason) in gone {
            let (row, record) = costs.remove(place);
            left_out.push((row, record, reason));
        }
        (beside > 0).then(|| {
            "Costs of campaigns without a source stand beside costs with one that another file has of the same time, and both are \
             added: look whether the same money counts twice."
                .to_owned()
        })
    }
}

/// A channel as a whole beside its campaigns.
fn by_source(known: &BySource, new: &[New], words: &Words, gone: &mut Vec<(usize, String)>) {
    let mut sources: Vec<&Option<String>> = new.iter().map(|cost| &cost.source).collect();
    sources.sort_unstable();
    sources.dedup();
    for source in sources.into_iter().filter(|source| source.is_some()) {
        let Some(known) = known.get(source) else { continue };
        let of_it = || new.iter().filter(|cost| cost.source == *source);
        let whole_is_known = known.get(&None);
        let known_parts: i64 = known
            .iter()
            .filter(|(name, _)| name.is_some())
            .map(|(_, spend)| spend)
            .sum();
        let has_known_parts = known.keys().any(Option::is_some);
        let new_whole = of_it().find(|cost| cost.campaign.is_none());
        let new_parts: Vec<&New> = of_it().filter(|cost| cost.campaign.is_some()).collect();
        match (whole_is_known, new_whole) {
            (Some(whole), None) if !has_known_parts => {
                let sum: i64 = new_parts.iter().map(|cost| cost.spend).sum();
                for part in &new_parts {
                    let reason = format!(
                        "The cost of the source is known for this time as a whole ({}), and its campaigns come to {}: they are not \
                         added.",
                        words.money(*whole),
                        words.money(sum)
                    );
                    gone.push((part.place, reason));
                }
            }
            (None, Some(whole)) if has_known_parts && new_parts.is_empty() => {
                let reason = format!(
                    "The costs of the source’s campaigns are known for this time ({}), and this is the whole of it ({}): it is not \
                     added.",
                    words.money(known_parts),
                    words.money(whole.spend)
                );
                gone.push((whole.place, reason));
            }
            _ => {}
        }
    }
}

/// Campaigns of which a file names no source, beside the costs of sources. Returns how many are added all the same.
fn without_source(known: &BySource, new: &[New], words: &Words, gone: &mut Vec<(usize, String)>) -> usize {
    let no_campaigns = HashMap::new();
    let known_bare = known.get(&None).unwrap_or(&no_campaigns);
    let known_with: i64 = known
        .iter()
        .filter(|(source, _)| source.is_some())
        .flat_map(|(_, all)| all.values())
        .sum();
    let has_known_with = known.keys().any(Option::is_some);
    let is_new_bare = |cost: &&New| cost.source.is_none() && !known_bare.contains_key(&cost.campaign);
    let bare: Vec<&New> = new.iter().filter(is_new_bare).collect();
    let is_alike = |one: i64, other: i64| one != 0 && one.abs_diff(other) <= 1;
    let reason = |sum: i64| {
        format!(
            "Costs of the same time that come to the same ({}) are known from another file, told by source or by campaign: they are \
             not added.",
            words.money(sum)
        )
    };
    if has_known_with && !bare.is_empty() {
        let sum: i64 = bare.iter().map(|cost| cost.spend).sum();
        let one_source = known
            .iter()
            .filter(|(source, _)| source.is_some())
            .any(|(_, all)| is_alike(sum, all.values().sum()));
        if one_source || is_alike(sum, known_with) {
            gone.extend(bare.iter().map(|cost| (cost.place, reason(sum))));
            return 0;
        }
        return bare.len();
    }
    let known_sum: i64 = known_bare.values().sum();
    let with: Vec<&New> = new
        .iter()
        .filter(|cost| {
            cost.source.is_some()
                && !known
                    .get(&cost.source)
                    .is_some_and(|all| all.contains_key(&cost.campaign))
        })
        .collect();
    if known_bare.is_empty() || with.is_empty() || has_known_with {
        return 0;
    }
    let mut sums: HashMap<&Option<String>, i64> = HashMap::new();
    for cost in &with {
        *sums.entry(&cost.source).or_default() += cost.spend;
    }
    if is_alike(known_sum, sums.values().sum()) {
        gone.extend(with.iter().map(|cost| (cost.place, reason(known_sum))));
        return 0;
    }
    let alike: Vec<&&Option<String>> = sums
        .iter()
        .filter(|(_, sum)| is_alike(known_sum, **sum))
        .map(|(source, _)| source)
        .collect();
    match alike.as_slice() {
        [one] => {
            let same = with.iter().filter(|cost| cost.source == ***one);
            gone.extend(same.map(|cost| (cost.place, reason(known_sum))));
            0
        }
        _ => with.len(),
    }
}
