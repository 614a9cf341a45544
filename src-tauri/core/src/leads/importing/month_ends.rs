//! When the period of a cost ends, as far as the column of its month says so.

use chrono::NaiveDate;

use super::{cells::Days, choice::Choice, costs::names_days, periods::is_end};
use crate::leads::{fields::Field, recognition::Use};

/// What the column of months says of when a period ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Months {
    /// Where a cell names a month, it ends with the month.
    Whole,
    /// Another column says it.
    EndElsewhere,
    /// Each cell is a day by itself, whatever else ends in the row: the report, or the campaign.
    Days,
}

impl Months {
    /// Says it of a file that is read so.
    pub fn of(choice: &Choice) -> Self {
        let has_end = || {
            let mut columns = choice.columns.iter();
            columns.any(|column| column.becomes == Use::Attribute && is_end(&column.column))
        };
        let mut columns = choice.columns.iter();
        let is_day = columns
            .any(|column| column.fields().any(|field| field == Field::Month) && names_days(&column.column));
        match (has_end(), is_day) {
            (false, _) => Self::Whole,
            (true, true) => Self::Days,
            (true, false) => Self::EndElsewhere,
        }
    }

    /// Returns the last day of the period that a cell names, where it is for the cell to say.
    pub fn last(self, text: &str, days: Days) -> Option<NaiveDate> {
        match self {
            Self::Whole => days.last_of_month(text),
            Self::EndElsewhere => None,
            Self::Days => days.day(text),
        }
    }
}
