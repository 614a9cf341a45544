//! What is known of a column before anybody says what it means: its name, and what its cells look like.

use lockstep_intake::{Column, ColumnKind, Survey};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    proposals::propose,
    terms::{Outcome, Term, TermList},
};

/// What the cells of a column look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum SeenKind {
    Empty,
    Text,
    WholeNumber,
    Number,
    Money,
    Percent,
    Day,
    /// Days that can be read with the day or with the month first.
    DayUnclear,
    YesNo,
    Email,
    /// An address on the web.
    Address,
}

/// A column as it was seen in one pass over the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnSeen {
    /// Its header; a blank one has a name of its own by now, "Column 3".
    pub name: String,
    /// What its cells look like.
    pub kind: SeenKind,
    /// In how many rows it holds something.
    pub filled: u64,
    /// How many rows the file has.
    pub rows: u64,
    /// How many different values it holds, as far as they were counted.
    pub distinct: u64,
    /// Whether there are more.
    pub more_distinct: bool,
    /// A few of its values.
    pub samples: Vec<String>,
    /// Its most frequent values, each with its rows.
    pub values: Vec<(String, u64)>,
    /// Whether at least three in five of its cells are numbers, whatever the others are.
    #[serde(default)]
    pub mostly_numbers: bool,
}

impl From<ColumnKind> for SeenKind {
    fn from(kind: ColumnKind) -> Self {
        match kind {
            ColumnKind::Empty => Self::Empty,
            ColumnKind::Text => Self::Text,
            ColumnKind::WholeNumber => Self::WholeNumber,
            ColumnKind::Number => Self::Number,
            ColumnKind::Money => Self::Money,
            ColumnKind::Percent => Self::Percent,
            ColumnKind::Day(_) => Self::Day,
            ColumnKind::DayUnclear => Self::DayUnclear,
            ColumnKind::YesNo => Self::YesNo,
            ColumnKind::Email => Self::Email,
            ColumnKind::Address => Self::Address,
        }
    }
}

impl ColumnSeen {
    /// Returns a column as a survey saw it in a file of so many rows.
    pub fn of(column: &Column, rows: u64) -> Self {
        Self {
            name: column.name.clone(),
            kind: column.kind.into(),
            filled: column.filled,
            rows,
            distinct: column.distinct,
            more_distinct: column.more_distinct,
            samples: column.samples.clone(),
            values: column.values.clone(),
            mostly_numbers: column.is_mostly_numbers(),
        }
    }

    /// Returns the columns of a surveyed file.
    pub fn all(survey: &Survey) -> Vec<Self> {
        survey
            .columns
            .iter()
            .map(|column| Self::of(column, survey.rows))
            .collect()
    }

    /// Returns whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.kind == SeenKind::Empty || self.filled == 0
    }

    /// Returns the filled part of the rows, in ten-thousandths.
    pub(super) fn fill(&self) -> u64 {
        (u128::from(self.filled.min(self.rows)) * 10_000 / u128::from(self.rows.max(1))) as u64
    }

    /// Returns whether each row has a value of its own, but for a few.
    pub(super) fn tells_rows_apart(&self) -> bool {
        self.more_distinct || u128::from(self.distinct) * 100 >= u128::from(self.filled) * 95
    }

    /// Returns whether the values are too many to be a short list.
    pub(super) fn is_no_short_list(&self) -> bool {
        self.filled >= 50 && (self.more_distinct || u128::from(self.distinct) * 2 > u128::from(self.filled))
    }

    /// Returns the mean length of the samples in letters.
    pub(super) fn usual_length(&self) -> usize {
        let letters: usize = self.samples.iter().map(|sample| sample.chars().count()).sum();
        letters / self.samples.len().max(1)
    }

    /// Returns the part of the samples for which something is so, in percent.
    pub(super) fn samples_where(&self, is: impl Fn(&str) -> bool) -> usize {
        let so = self.samples.iter().filter(|sample| is(sample)).count();
        so * 100 / self.samples.len().max(1)
    }

    /// Returns the part of the rows, of those whose values are listed, for which something is so, in percent.
    pub(super) fn rows_where(&self, is: impl Fn(&str) -> bool) -> u64 {
        let rows = |counted: &mut dyn Iterator<Item = &(String, u64)>| -> u128 {
            counted.map(|(_, count)| u128::from(*count)).sum()
        };
        let so = rows(&mut self.values.iter().filter(|(value, _)| is(value)));
        let all = rows(&mut self.values.iter());
        (so * 100 / all.max(1)) as u64
    }

    /// Returns the part of the rows whose value means a term of a list, in percent.
    pub(super) fn means(&self, list: TermList) -> u64 {
        self.rows_where(|value| propose(list, value).is_some_and(|(_, sure)| sure >= 60))
    }

    /// Returns whether some value says outright that something was won or lost.
    pub(super) fn says_won_or_lost(&self) -> bool {
        self.values.iter().any(|(value, _)| {
            matches!(
                propose(TermList::Outcome, value),
                Some((Term::Outcome(Outcome::Won | Outcome::Lost), sure)) if sure >= 90
            )
        })
    }
}
