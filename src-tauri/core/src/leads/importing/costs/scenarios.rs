//! Rows that tell what was planned beside rows that tell what was spent: only the latter are costs.

use lockstep_intake::{Row, Survey};

use crate::leads::{
    importing::{
        choice::Choice,
        questions::{is_actual, is_planned},
    },
    recognition::Use,
    terms::RecordKind,
};

/// A column that says of each row whether it was planned or spent.
#[derive(Debug, Default)]
pub(in crate::leads::importing) struct Scenarios {
    column: Option<(usize, String)>,
    planned: i64,
}

impl Scenarios {
    /// Finds it in a file of costs: all that stands there is a word for either, and at least one for what was planned.
    pub fn of(choice: &Choice, survey: &Survey) -> Self {
        let mut columns = choice.columns.iter().zip(&survey.columns).enumerate();
        let found = columns.find(|(_, (column, seen))| {
            column.becomes == Use::Attribute
                && !seen.more_distinct
                && seen.values.iter().any(|(value, _)| is_planned(value))
                && seen
                    .values
                    .iter()
                    .all(|(value, _)| is_planned(value) || is_actual(value))
        });
        Self {
            column: found
                .filter(|_| choice.kind == RecordKind::Costs)
                .map(|(place, (column, _))| (place, column.column.clone())),
            planned: 0,
        }
    }

    /// Returns the column and its name where a row tells what was planned.
    pub fn says_planned(&mut self, row: &Row) -> Option<(usize, String)> {
        let (place, name) = self.column.as_ref()?;
        if !is_planned(row.get(*place)) {
            return None;
        }
        self.planned += 1;
        Some((*place, name.clone()))
    }

    /// Says how many rows were left out.
    pub fn note(&self) -> Option<String> {
        let (_, name) = self.column.as_ref()?;
        let (rows, tell, are) = match self.planned {
            0 => return None,
            1 => ("One row".to_owned(), "tells", "is"),
            rows => (format!("{rows} rows"), "tell", "are"),
        };
        Some(format!(
            "{rows} {tell} what was planned and not what was spent, as “{name}” says, and {are} left out."
        ))
    }
}
