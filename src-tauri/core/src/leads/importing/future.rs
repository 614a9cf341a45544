//! Days that have not come yet. Nobody was contacted, nothing was decided, won or lost on one: a year was mistyped, two of its
//! digits were read as another century's, or the file counts the years otherwise.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use rusqlite::types::Value as Sql;

use super::{identity::is_closed, record::Record};

/// What happened on the day of a column, and what cannot have happened yet.
const HAPPENED: [(&str, &str, &str); 5] = [
    (
        "created_on",
        "One date on which something came in",
        "dates on which something came in",
    ),
    ("handed_over_on", "One hand-over date", "hand-over dates"),
    (
        "first_touch_on",
        "One date of a first contact",
        "dates of a first contact",
    ),
    ("decided_on", "One date of a decision", "dates of a decision"),
    (
        "closed_on",
        "One date on which something was won or lost",
        "dates on which something was won or lost",
    ),
];

/// Leaves out days that have not come yet, and counts them.
#[derive(Debug)]
pub(super) struct Future {
    /// The last day that can have come, wherever it is day already.
    last: String,
    left_out: BTreeMap<&'static str, u64>,
}

impl Future {
    /// Returns what knows the days from `today` on.
    pub fn after(today: NaiveDate) -> Self {
        let last = today.checked_add_days(Days::new(1)).unwrap_or(today);
        Self {
            last: last.to_string(),
            left_out: BTreeMap::new(),
        }
    }

    /// Makes days of a record unknown that have not come yet. The day on which an open opportunity is expected to close stays.
    pub fn leave_out(&mut self, record: &mut Record) {
        for (column, ..) in HAPPENED {
            if !record.table.columns.contains(&column) {
                continue;
            }
            let lies_ahead = record.text(column).is_some_and(|day| day > self.last.as_str());
            if lies_ahead && (column != "closed_on" || is_closed(record.text("outcome"))) {
                record.set(column, Sql::Null);
                *self.left_out.entry(column).or_default() += 1;
            }
        }
    }

    /// Says how many days were left out.
    pub fn notes(&self) -> Vec<String> {
        HAPPENED
            .iter()
            .filter_map(|(column, one, many)| {
                let count = *self.left_out.get(column)?;
                Some(if count == 1 {
                    format!("{one} lies after today, so it is unknown.")
                } else {
                    format!("{count} {many} lie after today, so they are unknown.")
                })
            })
            .collect()
    }
}
