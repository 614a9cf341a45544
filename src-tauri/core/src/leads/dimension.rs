//! By what leads are counted: a field, an attribute, or the quarter in which something happened.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
};

use chrono::{Datelike, NaiveDate};

use super::{
    columns::{DayNumber, LeadColumns, UNKNOWN_DAY, Words, numbered_day},
    counting::Days,
    rules,
};
use lockstep_workspace::{
    calendar::{FiscalYear, add_months},
    error::{Error, Result},
};

/// By what is counted.
pub(super) enum Dimension {
    Source,
    Campaign,
    Owner,
    Attribute(String),
    Quarter(Day),
}

/// The day that decides the quarter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    Lead,
    Opportunity,
    Decision,
    Closing,
}

impl Dimension {
    pub fn of(text: &str, columns: &LeadColumns) -> Result<Self> {
        Ok(match text {
            "source" => Self::Source,
            "campaign" => Self::Campaign,
            "owner" => Self::Owner,
            "quarter" => Self::Quarter(Day::Lead),
            "opportunity_quarter" => Self::Quarter(Day::Opportunity),
            "decision_quarter" => Self::Quarter(Day::Decision),
            "closing_quarter" => Self::Quarter(Day::Closing),
            name => {
                let attributes = attributes(columns);
                let name = attributes.iter().find(|known| *known == name).or_else(|| {
                    attributes
                        .iter()
                        .find(|known| known.to_lowercase() == name.to_lowercase())
                });
                Self::Attribute(name.cloned().ok_or_else(|| {
                    Error::invalid("by", format!("No lead has anything called “{text}”.")).hint(format!(
                        "Count by source, campaign, owner, quarter, opportunity_quarter, decision_quarter, closing_quarter{}{}.",
                        if attributes.is_empty() { "" } else { ", " },
                        attributes.join(", ")
                    ))
                })?)
            }
        })
    }

    /// Returns the day by which the quarter is told, or by which a period is.
    pub fn day(&self) -> Day {
        match self {
            Self::Quarter(day) => *day,
            _ => Day::Lead,
        }
    }
}

/// Returns the names of all attributes, in their order.
pub(super) fn attributes(columns: &LeadColumns) -> Vec<String> {
    let all = columns
        .attributes
        .iter()
        .chain(columns.opportunities.attributes.iter());
    let names: BTreeSet<&str> = all.map(|(name, _)| name).collect();
    names.into_iter().map(str::to_string).collect()
}

/// Where everything is counted: the number of a group for each row, 0 for what is missing it.
pub(super) struct Groups<'c> {
    pub leads: Cow<'c, [u32]>,
    /// Of opportunities: those that have no lead, where the others go by theirs.
    pub opportunities: Vec<u32>,
    /// Whether an opportunity is counted where its lead is.
    pub by_lead: bool,
    pub costs: Vec<u32>,
    /// What the groups are called, from number 1 on.
    pub names: Vec<Cow<'c, str>>,
}

impl<'c> Groups<'c> {
    /// Returns the groups by a field or an attribute.
    pub fn by_name(by: &Dimension, columns: &'c LeadColumns) -> Self {
        let LeadColumns {
            opportunities, costs, ..
        } = columns;
        let words = |words: &'c Words| (words.codes(), words.list().iter().collect::<Vec<_>>());
        let (leads, of_opportunities, of_costs) = match by {
            Dimension::Source => (
                Some(words(&columns.source)),
                Some(words(&opportunities.source)),
                Some(words(&costs.source)),
            ),
            Dimension::Campaign => (
                Some(words(&columns.campaign)),
                Some(words(&opportunities.campaign)),
                Some(words(&costs.campaign)),
            ),
            Dimension::Owner => (
                Some(words(&columns.owner)),
                Some(words(&opportunities.owner)),
                None,
            ),
            Dimension::Attribute(name) => (
                columns.attributes.groups(name),
                opportunities.attributes.groups(name),
                None,
            ),
            Dimension::Quarter(_) => (None, None, None),
        };
        let (leads, names) = match leads {
            Some((codes, names)) => (Cow::Borrowed(codes), names),
            None => (Cow::Owned(vec![0; columns.rows()]), Vec::new()),
        };
        let mut names = Names { names, numbers: None };
        let has_lead = |opportunity: usize| opportunities.lead.get(opportunity).copied().flatten().is_some();
        let opportunities = match of_opportunities {
            Some((codes, others)) => names.numbered(codes, &others, |opportunity| !has_lead(opportunity)),
            None => vec![0; opportunities.rows()],
        };
        // What cannot be told of costs is not counted at all.
        let costs = of_costs.map_or_else(Vec::new, |(codes, others)| {
            names.numbered(codes, &others, |_| true)
        });
        Self {
            leads,
            opportunities,
            by_lead: true,
            costs,
            names: names.names.into_iter().map(Cow::Borrowed).collect(),
        }
    }

    /// Returns the groups by the quarter of a year that starts in month `start`.
    pub fn by_quarter(days: &Days, costs: &[DayNumber], start: u32) -> Self {
        Self::by_key(days, costs, &|day| quarter_key(day, start))
    }

    /// Returns the groups by calendar month; each is called by its first day.
    pub fn by_month(days: &Days, costs: &[DayNumber]) -> Self {
        Self::by_key(days, costs, &|day| day.with_day(1).unwrap_or(day).to_string())
    }

    fn by_key(days: &Days, costs: &[DayNumber], key: &dyn Fn(NaiveDate) -> String) -> Self {
        let columns = [&*days.leads, &*days.opportunities, costs];
        let mut keys = Keys::of(columns.into_iter().flatten(), key);
        let [leads, opportunities, costs] =
            columns.map(|days| days.iter().map(|day| keys.number(*day)).collect());
        Self {
            leads: Cow::Owned(leads),
            opportunities,
            by_lead: !days.of_their_own,
            costs,
            names: keys.keys.into_iter().map(Cow::Owned).collect(),
        }
    }
}

/// Names that get further numbers while others are read.
struct Names<'c> {
    names: Vec<&'c str>,
    /// Made when the first name has to be found.
    numbers: Option<HashMap<&'c str, u32>>,
}

impl<'c> Names<'c> {
    /// Returns the number, among these names, of what stands in the rows of another column.
    fn numbered(
        &mut self,
        codes: &[u32],
        others: &[&'c str],
        is_counted: impl Fn(usize) -> bool,
    ) -> Vec<u32> {
        let mut known: Vec<Option<u32>> = vec![None; others.len()];
        let rows = codes.iter().enumerate().map(|(row, code)| {
            let place = usize::try_from(*code).ok()?.checked_sub(1)?;
            if !is_counted(row) {
                return None;
            }
            let slot = known.get_mut(place)?;
            if slot.is_none() {
                *slot = others.get(place).map(|name| self.number(name));
            }
            *slot
        });
        rows.map(Option::unwrap_or_default).collect()
    }

    fn number(&mut self, name: &'c str) -> u32 {
        let numbers = self
            .numbers
            .get_or_insert_with(|| self.names.iter().copied().zip(1..).collect());
        *numbers.entry(name).or_insert_with(|| {
            self.names.push(name);
            u32::try_from(self.names.len()).unwrap_or(u32::MAX)
        })
    }
}

/// The quarters or months of days, each worked out once a day.
struct Keys<'k> {
    first: DayNumber,
    /// One for each day from the first on; nothing where it was not asked for yet.
    by_day: Vec<Option<u32>>,
    keys: Vec<String>,
    by_key: HashMap<String, u32>,
    key: &'k dyn Fn(NaiveDate) -> String,
}

impl<'k> Keys<'k> {
    fn of<'d>(days: impl Iterator<Item = &'d DayNumber>, key: &'k dyn Fn(NaiveDate) -> String) -> Self {
        let (first, last) = days
            .filter(|day| **day != UNKNOWN_DAY)
            .fold((DayNumber::MAX, DayNumber::MIN), |(first, last), day| {
                (first.min(*day), last.max(*day))
            });
        let span = i64::from(last) - i64::from(first) + 1;
        Self {
            first,
            by_day: vec![None; usize::try_from(span).unwrap_or(0)],
            keys: Vec::new(),
            by_key: HashMap::new(),
            key,
        }
    }

    fn number(&mut self, day: DayNumber) -> u32 {
        let place = usize::try_from(i64::from(day) - i64::from(self.first)).ok();
        let Some(slot) = place.and_then(|place| self.by_day.get_mut(place)) else {
            return 0;
        };
        if let Some(number) = slot {
            return *number;
        }
        let Some(key) = numbered_day(day).map(self.key) else {
            return 0;
        };
        let number = *self.by_key.entry(key).or_insert_with_key(|key| {
            self.keys.push(key.clone());
            u32::try_from(self.keys.len()).unwrap_or(u32::MAX)
        });
        *slot = Some(number);
        number
    }
}

/// Returns a key by which quarters sort as they come: the fiscal year and the quarter in it.
fn quarter_key(day: NaiveDate, start: u32) -> String {
    let months = (day.month0() + 12 - (start - 1)) % 12;
    let year = FiscalYear::of(day, start).map_or(day.year(), FiscalYear::number);
    format!("{year:06} {}", months / 3)
}

/// Returns what the quarter of a key is called, and its days.
pub(super) fn quarter(key: &str, start: u32) -> Option<(String, rules::Days)> {
    let (year, quarter) = key.split_once(' ')?;
    let year = FiscalYear::new(year.parse().ok()?, start).ok()?;
    let quarter: usize = quarter.parse().ok()?;
    let from = *year.months().get(quarter * 3)?;
    let to = add_months(from, 3).pred_opt()?;
    Some((year.quarters().get(quarter)?.clone(), rules::Days { from, to }))
}
