//! Programs that write the day on which a deal was won in one column and the day on which it was lost in another.

use chrono::NaiveDate;
use lockstep_intake::{ColumnKind, DayOrder, Row, Survey, day};
use rusqlite::types::Value as Sql;

use super::{choice::Choice, reading::Filled};
use crate::leads::{fields::Field, recognition::Use};
use lockstep_text::words;
use lockstep_workspace::zone::Zone;

const WON: &[&str] = &["won", "gewonnen", "gagne", "ganado", "gewonnenen"];
const LOST: &[&str] = &["lost", "verloren", "perdu", "perdue", "perdido"];

/// The column with the days on which deals were lost, where another has those on which they were won.
#[derive(Debug)]
pub(super) struct Closing {
    column: Option<(usize, String)>,
    order: DayOrder,
    zone: Zone,
    read: i64,
}

impl Closing {
    /// Finds it in a file that is read so.
    pub fn of(choice: &Choice, survey: &Survey, zone: Zone) -> Self {
        let says = |name: &str, list: &[&str]| words(name).iter().any(|word| list.contains(&word.as_str()));
        let mut columns = choice.columns.iter();
        let is_of_winning = columns
            .any(|column| column.fields().any(|field| field == Field::ClosedOn) && says(&column.column, WON));
        let mut columns = choice.columns.iter().zip(&survey.columns).enumerate();
        let found = columns.find_map(|(place, (column, seen))| match (seen.kind, column.order) {
            (ColumnKind::Day(_) | ColumnKind::DayUnclear, Some(order))
                if column.becomes == Use::Attribute && says(&column.column, LOST) =>
            {
                Some((place, column.column.clone(), order))
            }
            _ => None,
        });
        let found = found.filter(|_| is_of_winning);
        Self {
            order: found.as_ref().map_or(DayOrder::Ymd, |(.., order)| *order),
            column: found.map(|(place, name, _)| (place, name)),
            zone,
            read: 0,
        }
    }

    /// Returns the day on which the deal of a row was lost, where the row has none on which it was won.
    pub fn day(&mut self, row: &Row, filled: &Filled) -> Option<NaiveDate> {
        let (place, _) = self.column.as_ref()?;
        let record = filled.carried.as_ref().unwrap_or(&filled.record);
        if record.values.get(record.table.place("closed_on")) != Some(&Some(Sql::Null)) {
            return None;
        }
        let text = row.get(*place);
        let day = day::read_cell(text, self.order, |instant| self.zone.day_of(instant))
            .filter(|_| !day::is_placeholder(text))?;
        self.read += 1;
        Some(day)
    }

    /// Says how many days were read so.
    pub fn note(&self) -> Option<String> {
        let (_, name) = self.column.as_ref().filter(|_| self.read > 0)?;
        Some(format!(
            "“{name}” says when deals were lost: {} {} there.",
            self.read,
            if self.read == 1 {
                "closing date is read from"
            } else {
                "closing dates are read from"
            }
        ))
    }
}
