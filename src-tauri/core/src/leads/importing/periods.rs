//! Over which days costs run, where a file says when a period begins and ends: costs of a quarter and of a month within it are
//! the same money twice.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value};

use super::record::Record;
use lockstep_text::words;
use lockstep_workspace::{
    context::Transaction,
    error::{Error, Result},
    words::Words,
};

/// What the column is called in which a period ends.
#[rustfmt::skip]
const ENDS: &[&str] = &[
    "reporting ends", "reporting end", "end date", "end", "ends", "ends on", "date stop", "period end", "date to", "to", "until",
    "bis", "ende", "enddatum", "end datum", "berichtsende", "fin", "date de fin", "fin du rapport", "fecha de fin", "fecha final",
    "fin del informe", "einddatum", "tot", "fine", "data fine", "data di fine", "data de fim", "fim", "slutdatum", "slutdato",
    "sluttdato", "paattymispaiva", "data zakonczenia", "koniec",
];

/// The days from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Period {
    first: NaiveDate,
    last: NaiveDate,
}

impl Period {
    /// Reads it from the day on which a cost is booked, and from what else is told of it.
    fn of(booked: Option<&str>, attributes: &Map<String, Value>) -> Option<Self> {
        let first: NaiveDate = booked?.parse().ok()?;
        let is_end = |name: &str| ENDS.contains(&words(name).join(" ").as_str());
        let ends = attributes.iter().filter(|(name, _)| is_end(name));
        let last = ends
            .filter_map(|(_, value)| value.as_str()?.parse().ok())
            .find(|last| *last >= first);
        Some(Self {
            first,
            last: last.unwrap_or(first),
        })
    }

    fn holds(self, other: Self) -> bool {
        self != other && self.first <= other.first && other.last <= self.last
    }

    fn overlaps(self, other: Self) -> bool {
        self != other && self.first <= other.last && other.first <= self.last
    }

    fn is_of_one_month(self) -> bool {
        (self.first.year(), self.first.month()) == (self.last.year(), self.last.month())
    }
}

/// The periods of the costs that are known, by source and campaign.
pub(super) struct Periods {
    words: Words,
    known: HashMap<[Option<String>; 2], Vec<Period>>,
    /// How many costs of this file are for more than a month.
    longer: i64,
    /// How many run into the period of another.
    overlapping: i64,
}

impl Periods {
    /// Reads those of earlier files.
    ///
    /// # Errors
    /// Whatever the file says.
    pub fn read(change: &Transaction) -> Result<Self> {
        let mut periods = Self {
            words: Words::new(&change.company()?),
            known: HashMap::new(),
            longer: 0,
            overlapping: 0,
        };
        let mut statement = change
            .db()
            .prepare("SELECT source, campaign, month, attributes FROM cost ORDER BY rowid")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let lower = |text: Option<String>| text.map(|text| text.to_lowercase());
            let key = [lower(row.get(0)?), lower(row.get(1)?)];
            let booked: Option<String> = row.get(2)?;
            let attributes: String = row.get(3)?;
            let attributes: Map<String, Value> = serde_json::from_str(&attributes)
                .map_err(|_| Error::damaged("A row of “cost” cannot be read."))?;
            if let Some(period) = Period::of(booked.as_deref(), &attributes) {
                periods.known.entry(key).or_default().push(period);
            }
        }
        Ok(periods)
    }

    /// Returns how many days a cost is for: the longest are written first, so that what lies within them is found.
    pub fn days(record: &Record) -> i64 {
        Period::of(record.text("month"), &record.attributes)
            .map_or(0, |period| (period.last - period.first).num_days())
    }

    /// Notes the period of a cost, or says why the cost is not added to those that are known.
    pub fn add(&mut self, record: &Record) -> Option<String> {
        let period = Period::of(record.text("month"), &record.attributes)?;
        let key = ["source", "campaign"].map(|column| record.text(column).map(str::to_lowercase));
        let known = self.known.entry(key).or_default();
        if let Some(longer) = known.iter().find(|known| known.holds(period)) {
            return Some(format!(
                "The cost from {} to {} is known, and this lies within it: it is not added a second time.",
                self.words.day(longer.first),
                self.words.day(longer.last)
            ));
        }
        // What begins on the same day stands in the place of the shorter one.
        let part = known
            .iter()
            .find(|known| period.holds(**known) && known.first != period.first);
        if let Some(part) = part {
            return Some(format!(
                "The cost from {} to {} is known, and lies within this one: they are not added. Take the import with the \
                 shorter one back if this is to count.",
                self.words.day(part.first),
                self.words.day(part.last)
            ));
        }
        let overlaps = |known: &Period| period.overlaps(*known) && known.first != period.first;
        self.overlapping += i64::from(known.iter().any(overlaps));
        self.longer += i64::from(!period.is_of_one_month());
        known.retain(|known| known.first != period.first);
        known.push(period);
        None
    }

    /// Says which costs are for more than a month, and which overlap.
    pub fn notes(&self) -> Vec<String> {
        let longer = match self.longer {
            0 => None,
            1 => Some(
                "One cost is for more than a month: it counts in the month in which its period begins."
                    .to_owned(),
            ),
            longer => Some(format!(
                "{longer} costs are for more than a month: each counts in the month in which its period begins."
            )),
        };
        let overlapping = match self.overlapping {
            0 => None,
            1 => Some("One cost".to_owned()),
            overlapping => Some(format!("{overlapping} costs")),
        };
        let overlapping = overlapping.map(|costs| {
            format!("{costs} of the same source and campaign run into the period of another, and both are added: look whether \
                 days count twice.")
        });
        longer.into_iter().chain(overlapping).collect()
    }
}
