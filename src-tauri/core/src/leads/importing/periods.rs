//! Over which days costs run, where a file says when a period begins and ends: costs of a quarter and of a month within it are
//! the same money twice.

use std::collections::HashMap;

use chrono::{Datelike, Months, NaiveDate};
use serde_json::{Map, Value};

use super::{known_costs::KnownCost, record::Record};
use lockstep_text::words;
use lockstep_workspace::{
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

/// Under which name the last day of a period is kept where one cell names the whole period: “Q1 2024”.
pub(super) const PERIOD_END: &str = "Period end";

/// A cost is spread over no more months than these: who writes a longer period has mistyped a year.
const MOST_MONTHS: i64 = 1_200;

/// Spreads costs of more than a month over the months of their period.
#[derive(Debug, Default)]
pub(crate) struct Spreading {
    /// Which names of columns say when a period ends.
    ends: HashMap<String, bool>,
}

impl Spreading {
    /// Returns on which days a cost is booked and with how much: one of a longer period evenly by its days, in each month on
    /// the first day that is of the period. The parts add up to the whole.
    ///
    /// # Errors
    /// When what else is told of the cost cannot be read.
    pub fn parts(
        &mut self,
        booked: Option<&str>,
        attributes: &str,
        spend: i64,
    ) -> Result<Vec<(NaiveDate, i64)>> {
        if attributes == "{}" {
            return Ok(Vec::new());
        }
        let attributes = attributes_of(attributes)?;
        let ends = &mut self.ends;
        let mut is_end = |name: &String| match ends.get(name) {
            Some(known) => *known,
            None => {
                let is = is_end(name);
                ends.insert(name.clone(), is);
                is
            }
        };
        if !attributes.keys().any(&mut is_end) {
            return Ok(Vec::new());
        }
        let period = Period::of(booked, &attributes)
            .filter(|period| !period.is_of_one_month() && !period.is_too_long());
        Ok(period.map(|period| period.spread(spend)).unwrap_or_default())
    }
}

/// Returns whether a column of this name says when a period ends.
pub(super) fn is_end(name: &str) -> bool {
    ENDS.contains(&words(name).join(" ").as_str())
}

pub(super) fn attributes_of(text: &str) -> Result<Map<String, Value>> {
    serde_json::from_str(text).map_err(|_| Error::damaged("A row of “cost” cannot be read."))
}

/// The days from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    first: NaiveDate,
    last: NaiveDate,
}

impl Period {
    /// Reads it from the day on which a cost is booked, and from what else is told of it.
    pub fn of(booked: Option<&str>, attributes: &Map<String, Value>) -> Option<Self> {
        let first: NaiveDate = booked?.parse().ok()?;
        let day = |value: &Value| value.as_str()?.parse().ok();
        let last = match attributes.get(PERIOD_END) {
            Some(end) => day(end),
            None => attributes
                .iter()
                .filter(|(name, _)| is_end(name))
                .filter_map(|(_, value)| day(value))
                .find(|last| *last >= first),
        };
        Some(Self {
            first,
            last: last.filter(|last| *last >= first).unwrap_or(first),
        })
    }

    /// Reads it from a cost.
    pub fn of_record(record: &Record) -> Option<Self> {
        Self::of(record.text("month"), &record.attributes)
    }

    /// Returns how many days a cost is for, beside the first.
    pub fn days(record: &Record) -> i64 {
        Self::of_record(record).map_or(0, Self::length)
    }

    /// Returns the last day of the month in which a cost is booked.
    pub fn last_of_month(record: &Record) -> Option<NaiveDate> {
        let first: NaiveDate = record.text("month")?.parse().ok()?;
        first.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
    }

    /// Returns the first day.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// Returns the last day.
    pub fn last(self) -> NaiveDate {
        self.last
    }

    /// Returns how many days it has, beside the first.
    pub fn length(self) -> i64 {
        (self.last - self.first).num_days()
    }

    /// Returns whether it is a single day with which a month begins.
    pub fn may_be_a_month(self) -> bool {
        self.first == self.last && self.first.day() == 1
    }

    /// Returns the month that a day is in.
    pub fn as_a_month(self) -> Self {
        let next = self
            .first
            .with_day(1)
            .and_then(|first| first.checked_add_months(Months::new(1)));
        Self {
            last: next.and_then(|next| next.pred_opt()).unwrap_or(self.last),
            ..self
        }
    }

    /// Returns whether another lies within it.
    pub fn holds(self, other: Self) -> bool {
        self != other && self.first <= other.first && other.last <= self.last
    }

    fn overlaps(self, other: Self) -> bool {
        self != other && self.first <= other.last && other.first <= self.last
    }

    /// Returns what of an amount falls to each month, evenly by days, with the first day in it.
    fn spread(self, amount: i64) -> Vec<(NaiveDate, i64)> {
        let days_from_first = |until: NaiveDate| i128::from((until - self.first).num_days() + 1);
        let all = days_from_first(self.last);
        let (mut parts, mut begin, mut told) = (Vec::new(), self.first, 0);
        loop {
            let next = begin
                .with_day(1)
                .and_then(|first| first.checked_add_months(Months::new(1)));
            let end = next
                .and_then(|next| next.pred_opt())
                .map_or(self.last, |end| end.min(self.last));
            // The share until here, less what was told before: nothing is lost by rounding.
            let until = i128::from(amount) * days_from_first(end) / all;
            let part = i64::try_from(until - told).unwrap_or_default();
            parts.push((begin, part));
            told = until;
            match next.filter(|_| end < self.last) {
                Some(next) => begin = next,
                None => return parts,
            }
        }
    }

    /// Returns whether it is longer than anybody pays for: one of its dates is wrong.
    fn is_too_long(self) -> bool {
        let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        months(self.last) - months(self.first) >= MOST_MONTHS
    }

    fn is_of_one_month(self) -> bool {
        (self.first.year(), self.first.month()) == (self.last.year(), self.last.month())
    }
}

/// What becomes of a cost beside those that are known.
pub(super) enum Added {
    /// It is written.
    Yes,
    /// It is written, and these rows of the table, which are parts of it, no longer count.
    InPlaceOf(Vec<i64>),
    /// It is left out, and why.
    No(String),
}

/// A period for which a cost is known.
struct KnownPeriod {
    period: Period,
    spend: Option<i64>,
    /// Its row in the table; nothing where this file told it.
    place: Option<i64>,
}

/// The periods of the costs that are known, by source and campaign.
pub(super) struct Periods {
    words: Words,
    known: HashMap<[Option<String>; 2], Vec<KnownPeriod>>,
    /// How many costs of this file are for more than a month.
    longer: i64,
    /// How many are for longer than can be.
    too_long: i64,
    /// How many run into the period of another.
    overlapping: i64,
    /// How many costs of days a month stands in the place of.
    replaced: usize,
}

impl Periods {
    /// Sorts those of earlier files.
    pub fn of(known: Vec<KnownCost>, words: Words) -> Self {
        let mut periods = Self {
            words,
            known: HashMap::new(),
            longer: 0,
            too_long: 0,
            overlapping: 0,
            replaced: 0,
        };
        for cost in known {
            if let Some(period) = cost.period {
                let known = KnownPeriod {
                    period,
                    spend: cost.spend,
                    place: Some(cost.place),
                };
                periods.known.entry(cost.key).or_default().push(known);
            }
        }
        periods
    }

    /// Notes the period of a cost, or says why the cost is not added to those that are known.
    pub fn add(&mut self, record: &Record) -> Added {
        let Some(period) = Period::of_record(record) else {
            return Added::Yes;
        };
        let key = ["source", "campaign"].map(|column| record.text(column).map(str::to_lowercase));
        let known = self.known.entry(key).or_default();
        let counts = |known: &&KnownPeriod| known.spend.is_some();
        if let Some(longer) = known
            .iter()
            .filter(counts)
            .find(|known| known.period.holds(period))
        {
            return Added::No(format!(
                "The cost from {} to {} is known, and this lies within it: it is not added a second time.",
                self.words.day(longer.period.first),
                self.words.day(longer.period.last)
            ));
        }
        let parts = || {
            known
                .iter()
                .filter(counts)
                .filter(|known| period.holds(known.period))
        };
        let spend = record.number("spend");
        let is_month = period.is_of_one_month();
        let of_parts: i64 = parts().filter_map(|part| part.spend).fold(0, i64::saturating_add);
        // What begins on the same day stands in the place of the shorter one.
        let others: Vec<&KnownPeriod> = parts().filter(|part| part.period.first != period.first).collect();
        if let Some(part) = others.first().filter(|_| !is_month) {
            return Added::No(format!(
                "The cost from {} to {} is known, and lies within this one: they are not added. Take the import with the \
                 shorter one back if this is to count.",
                self.words.day(part.period.first),
                self.words.day(part.period.last)
            ));
        }
        if is_month && parts().next().is_some() && spend.is_none_or(|spend| spend <= of_parts) {
            return Added::No(format!(
                "The costs of days within this month are known, and come to {}: this is not added to them.",
                self.words.money(of_parts)
            ));
        }
        let aside: Vec<i64> = others.iter().filter_map(|part| part.place).collect();
        let overlaps =
            |known: &&KnownPeriod| period.overlaps(known.period) && known.period.first != period.first;
        self.overlapping += i64::from(
            known
                .iter()
                .filter(counts)
                .filter(overlaps)
                .any(|known| !period.holds(known.period)),
        );
        if period.is_too_long() {
            self.too_long += 1;
        } else if !period.is_of_one_month() {
            self.longer += 1;
        }
        known.retain(|known| known.period.first != period.first && !period.holds(known.period));
        known.push(KnownPeriod {
            period,
            spend,
            place: None,
        });
        self.replaced += aside.len();
        if aside.is_empty() {
            Added::Yes
        } else {
            Added::InPlaceOf(aside)
        }
    }

    /// Says which costs are for more than a month, and which overlap.
    pub fn notes(&self) -> Vec<String> {
        let longer = match self.longer {
            0 => None,
            1 => Some(
                "One cost is for more than a month: it is spread evenly over the days of its period."
                    .to_owned(),
            ),
            longer => Some(format!(
                "{longer} costs are for more than a month: each is spread evenly over the days of its period."
            )),
        };
        let too_long = match self.too_long {
            0 => None,
            1 => Some("One cost is".to_owned()),
            costs => Some(format!("{costs} costs are")),
        };
        let too_long = too_long.map(|costs| {
            format!(
                "{costs} for more than a hundred years, so one of the two dates is wrong: all of it counts in the month in which \
                 the period begins. Correct the dates and import the file again."
            )
        });
        let overlapping = match self.overlapping {
            0 => None,
            1 => Some("One cost".to_owned()),
            overlapping => Some(format!("{overlapping} costs")),
        };
        let overlapping = overlapping.map(|costs| {
            format!("{costs} of the same source and campaign run into the period of another, and both are added: look whether \
                 days count twice.")
        });
        let replaced = match self.replaced {
            0 => None,
            1 => Some("One cost of a day".to_owned()),
            costs => Some(format!("{costs} costs of days")),
        };
        let replaced = replaced.map(|costs| {
            format!("{costs} that earlier files told no longer count by themselves: this file has the whole month, which is more than \
                 they come to.")
        });
        let all = [longer, too_long, overlapping, replaced];
        all.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    fn spread(first: NaiveDate, last: NaiveDate, amount: i64) -> Vec<(NaiveDate, i64)> {
        Period { first, last }.spread(amount)
    }

    #[test]
    fn a_cost_of_several_months_is_spread_by_days_and_nothing_of_it_is_lost() {
        assert_eq!(
            spread(day(2024, 1, 1), day(2024, 3, 31), 9_100),
            [
                (day(2024, 1, 1), 3_100),
                (day(2024, 2, 1), 2_900),
                (day(2024, 3, 1), 3_100)
            ]
        );
        assert_eq!(
            spread(day(2024, 1, 31), day(2024, 2, 2), 100),
            [(day(2024, 1, 31), 33), (day(2024, 2, 1), 67)]
        );
        for amount in [0, 1, -7, 1_000_003] {
            let parts = spread(day(2023, 7, 15), day(2025, 2, 3), amount);
            assert_eq!(parts.iter().map(|(_, part)| part).sum::<i64>(), amount);
            assert_eq!(parts.len(), 20);
        }
    }
    #[test]
    fn a_period_of_more_than_a_hundred_years_is_a_mistake() {
        let until = |year| Period {
            first: day(2024, 1, 1),
            last: day(year, 12, 31),
        };
        assert!(!until(2123).is_too_long() && until(2124).is_too_long());
    }
}
