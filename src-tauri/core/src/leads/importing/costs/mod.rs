//! The costs of one file, gathered before they are written: what is a sum of others is found among all of them, and each month is
//! rounded once.

mod channels;
mod levels;
mod rounding;
mod scenarios;
mod totals;

use std::collections::{BTreeMap, HashMap};

use rusqlite::types::Value as Sql;
use serde_json::Value;

use super::{
    choice::Choice,
    periods::{PERIOD_END, Period, is_end},
    record::Record,
};
use crate::leads::{fields::Field, recognition::Use, terms::RecordKind};
use lockstep_text::words;
use lockstep_workspace::{context::Transaction, error::Result, words::Words};

pub(super) use channels::ChannelCosts;
pub(super) use scenarios::Scenarios;
use totals::Totals;

/// What columns are called that cut the costs of a campaign finer.
#[rustfmt::skip]
const FINER: &[&str] = &[
    "ad set", "ad set name", "adset", "adset name", "ad group", "ad group name", "adgroup", "adgroup name", "ad", "ad name", "keyword",
    "search keyword", "creative", "creative name", "placement", "device", "country", "region", "network", "anzeigengruppe", "anzeigengruppenname",
    "anzeige", "anzeigenname", "ensemble de publicites", "groupe d annonces", "conjunto de anuncios", "grupo de anuncios",
    "advertentiegroep", "advertentieset",
];

/// What the column of months is called where its days mean the months that they begin.
#[rustfmt::skip]
const MONTHS: &[&str] = &["month", "months", "monat", "monate", "mois", "mes", "mese", "maand", "miesiac", "manad", "maned", "kuukausi", "mesic"];

/// What it is called where it holds days.
#[rustfmt::skip]
const DAYS: &[&str] = &["day", "tag", "jour", "dia", "giorno", "dag", "dzien", "paiva", "den"];

/// A sum and one that may be made of the same numbers are the same within a hundredth of the currency: totals are rounded, too.
const ALIKE: i128 = 10_000;

/// Returns whether a header says that its column holds days.
pub(super) fn names_days(header: &str) -> bool {
    words(header).iter().any(|word| DAYS.contains(&word.as_str()))
}

/// A cost, or several that have everything in common by which costs are told apart.
#[derive(Debug)]
struct Entry {
    /// The row in which it began.
    row: u64,
    record: Record,
    /// How much it is, in millionths of the currency's unit; nothing where no amount of ours stands there.
    exact: Option<i128>,
    /// Source, campaign, and what cuts them finer, in small letters.
    labels: Vec<Option<String>>,
    /// When it was, and for how many days.
    time: (Option<String>, i64),
    /// Why it is not written.
    left_out: Option<String>,
}

impl Entry {
    fn is_alike(&self, sum: i128) -> bool {
        self.exact
            .is_some_and(|exact| exact != 0 && (exact - sum).abs() <= ALIKE)
    }

    /// Returns how many labels it has.
    fn depth(&self) -> usize {
        self.labels.iter().flatten().count()
    }

    /// Returns what it is called in a sentence: “Google Ads, Brand”.
    fn name(&self) -> String {
        let known = ["source", "campaign"].iter();
        let names: Vec<&str> = known.filter_map(|column| self.record.text(column)).collect();
        format!("“{}”", names.join(", "))
    }

    fn counts(&self) -> bool {
        self.left_out.is_none() && self.exact.is_some()
    }
}

/// Returns where the finest label of a cost stands.
fn label_position(entry: &Entry) -> Option<usize> {
    entry.labels.iter().rposition(Option::is_some)
}

/// What became of the costs of a file.
pub(super) struct Gathered {
    /// What is written, with the row in which it began.
    pub costs: Vec<(u64, Record)>,
    /// What is left out, with the row and why.
    pub left_out: Vec<(u64, Record, String)>,
    /// What the report says of them.
    pub notes: Vec<String>,
}

/// Gathers the costs of a file.
pub(super) struct Costs {
    /// The columns that cut campaigns finer.
    finer: Vec<String>,
    has_months: bool,
    has_sources: bool,
    /// What the column of months is called.
    month_header: String,
    entries: Vec<Entry>,
    /// How many amounts are below nought, and how many above.
    signs: [usize; 2],
    /// Where costs with all labels stand, by everything that tells them apart.
    places: HashMap<String, usize>,
}

impl Costs {
    /// Prepares for a file that is read so.
    pub fn of(choice: &Choice) -> Self {
        let is_finer = |name: &str| FINER.contains(&words(name).join(" ").as_str());
        let columns = choice.columns.iter();
        let finer = columns
            .filter(|column| column.becomes == Use::Attribute && is_finer(&column.column))
            .map(|column| column.column.clone());
        let month = choice
            .columns
            .iter()
            .find(|column| column.fields().any(|field| field == Field::Month));
        Self {
            finer: if choice.kind == RecordKind::Costs {
                finer.collect()
            } else {
                Vec::new()
            },
            has_months: choice.has(Field::Month),
            has_sources: choice.has(Field::Source),
            month_header: month.map(|column| column.column.clone()).unwrap_or_default(),
            entries: Vec::new(),
            signs: [0; 2],
            places: HashMap::new(),
        }
    }

    /// Takes a cost that stands in a row.
    pub fn add(&mut self, record: Record, row: u64) {
        let text = |column: &str| record.text(column).map(str::to_lowercase);
        let mut labels = vec![text("source"), text("campaign")];
        labels.extend(self.finer.iter().map(|name| label(record.attributes.get(name))));
        let time = (text("month"), Period::days(&record));
        let whole = labels
            .iter()
            .all(Option::is_some)
            .then(|| format!("{labels:?}{time:?}"));
        let exact = record.exact;
        let [below, above] = &mut self.signs;
        *below += usize::from(exact.is_some_and(|exact| exact < 0));
        *above += usize::from(exact.is_some_and(|exact| exact > 0));
        if let Some(key) = whole {
            if let Some(before) = self
                .places
                .get(&key)
                .and_then(|place| self.entries.get_mut(*place))
            {
                before.exact = together(before.exact, exact);
                return;
            }
            self.places.insert(key, self.entries.len());
        }
        self.entries.push(Entry {
            row,
            record,
            exact,
            labels,
            time,
            left_out: None,
        });
    }

    /// Returns what is to be written, the costs of the longest periods first.
    ///
    /// # Errors
    /// `Invalid` when a sum is beyond what can be counted, `File` when the disk fails, `Damaged` when what stands in the file
    /// cannot be read.
    pub fn finish(mut self, change: &Transaction) -> Result<Gathered> {
        let words = Words::new(&change.company()?);
        let mut notes = Vec::new();
        notes.extend(self.turn_round());
        self.months();
        if self.has_months {
            for entry in self.entries.iter_mut().filter(|entry| entry.time.0.is_none()) {
                let reason = "This has no month, as the other costs have; it may be a sum of them.";
                entry.left_out = Some(reason.into());
            }
        }
        let totals = Totals::of(&self.entries);
        // Some totals sum wholes, and are known only when those are told from their parts.
        totals.by_name(&mut self.entries);
        notes.extend(levels::leave_out(&mut self.entries, &words));
        notes.extend(totals.by_name(&mut self.entries));
        notes.extend(totals.by_arithmetic(&mut self.entries));
        notes.extend(self.without_source());
        let (mut costs, mut left_out) = (BTreeMap::new(), Vec::new());
        for entry in self.entries {
            match entry.left_out {
                Some(reason) => left_out.push((entry.row, entry.record, reason)),
                None => merge(&mut costs, entry),
            }
        }
        let mut costs: Vec<(u64, Record)> = costs.into_values().collect();
        rounding::round(&mut costs, words.currency_digits())?;
        levels::leave_out_longer(&mut costs, &mut left_out, &words);
        costs.sort_by_key(|(_, record)| std::cmp::Reverse(Period::days(record)));
        Ok(Gathered {
            costs,
            left_out,
            notes,
        })
    }

    /// Accounting writes what is spent with a minus. Where all amounts have one, that is what they are.
    fn turn_round(&mut self) -> Option<String> {
        if self.signs.first() < Some(&2) || self.signs.last() != Some(&0) {
            return None;
        }
        for entry in &mut self.entries {
            entry.exact = entry.exact.map(|exact| -exact);
        }
        Some(
            "All amounts of this file are below nought, as accounting writes what is spent: they are read without the minus. If they \
             are credits, leave this file out, or take its import back."
                .to_owned(),
        )
    }

    /// Days that are all the first of a month mean the whole months, where nothing says otherwise.
    fn months(&mut self) {
        let is_said = words(&self.month_header)
            .iter()
            .any(|word| MONTHS.contains(&word.as_str()));
        let booked = || self.entries.iter().filter_map(|entry| entry.time.0.as_deref());
        let mut different: Vec<&str> = booked().collect();
        different.sort_unstable();
        different.dedup();
        let has_ends = |entry: &Entry| entry.record.attributes.keys().any(|name| is_end(name));
        let are_months = booked().all(|day| day.ends_with("-01"))
            && !self.entries.iter().any(has_ends)
            && (is_said || different.len() > 1 && !names_days(&self.month_header));
        if !are_months {
            return;
        }
        for entry in &mut self.entries {
            if let Some(last) = Period::last_of_month(&entry.record) {
                let last = Value::String(last.to_string());
                entry.record.attributes.insert(PERIOD_END.into(), last);
                entry.time.1 = Period::days(&entry.record);
            }
        }
    }

    /// Says how many costs have no source although others have.
    fn without_source(&self) -> Option<String> {
        let rows = self.entries.iter().filter(|entry| entry.counts());
        let (with, without): (Vec<&Entry>, Vec<&Entry>) =
            rows.partition(|entry| entry.labels.first().is_some_and(Option::is_some));
        if !self.has_sources || with.is_empty() || without.is_empty() {
            return None;
        }
        Some(match without.as_slice() {
            [one] => format!(
                "The cost in row {} has no source: it counts for none, only in all together.",
                one.row
            ),
            [first, ..] => format!(
                "{} costs have no source, the first in row {}: they count for none, only in all together.",
                without.len(),
                first.row
            ),
            [] => return None,
        })
    }
}

/// Adds two amounts; one alone is the sum.
fn together(one: Option<i128>, other: Option<i128>) -> Option<i128> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.saturating_add(other)),
        (one, other) => one.or(other),
    }
}

/// Returns what stands in a column that cuts campaigns finer.
fn label(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::Null => None,
        Value::String(text) => Some(text.to_lowercase()),
        other => Some(other.to_string()),
    }
}

/// Source, campaign, the day on which a cost is booked, and how many days it is for.
type CostKey = ([Option<String>; 3], i64);

/// Costs of one source and campaign at one time are one.
fn merge(costs: &mut BTreeMap<CostKey, (u64, Record)>, entry: Entry) {
    let text = |column: &str| entry.record.text(column).map(str::to_lowercase);
    let key = (["source", "campaign", "month"].map(text), entry.time.1);
    let mut record = entry.record;
    record.exact = entry.exact;
    match costs.get_mut(&key) {
        None => {
            costs.insert(key, (entry.row, record));
        }
        Some((_, before)) => {
            before.exact = together(before.exact, record.exact);
            if before.exact.is_some() && before.number("spend").is_none() {
                before.set("spend", Sql::Integer(0));
            }
        }
    }
}
