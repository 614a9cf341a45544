//! A record as it is written: the values of its table's columns, each known, known to be nothing, or not told by the file.

use std::{collections::HashMap, sync::LazyLock};

use rusqlite::types::Value as Sql;
use serde_json::{Map, Value};

use crate::leads::{fields::fields, terms::RecordKind};

/// A table that files are taken into, with the columns that come from files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Table {
    pub kind: RecordKind,
    pub name: &'static str,
    pub columns: &'static [&'static str],
}

static TABLES: LazyLock<[Table; 3]> = LazyLock::new(|| RecordKind::ALL.map(Table::from_fields));

impl Table {
    /// Returns the table that holds records of a kind.
    pub fn of(kind: RecordKind) -> Self {
        let [leads, opportunities, costs] = *TABLES;
        match kind {
            RecordKind::Leads => leads,
            RecordKind::Opportunities => opportunities,
            RecordKind::Costs => costs,
        }
    }

    /// Returns the table of that name, which is one of those into which files are taken.
    pub fn named(name: &str) -> Self {
        let [leads, opportunities, costs] = *TABLES;
        match name {
            "lead" => leads,
            "opportunity" => opportunities,
            _ => costs,
        }
    }

    fn from_fields(kind: RecordKind) -> Self {
        let (name, before): (_, &[_]) = match kind {
            RecordKind::Leads => ("lead", &[]),
            RecordKind::Opportunities => ("opportunity", &["carried_by"]),
            RecordKind::Costs => ("cost", &[]),
        };
        let mut columns = before.to_vec();
        for entry in fields(kind).iter().filter(|entry| !entry.carried) {
            for column in [entry.column].into_iter().chain(entry.said_in) {
                if !columns.contains(&column) {
                    columns.push(column);
                }
            }
        }
        // Reports name the stage before the outcome that is read from it.
        let place = |wanted| columns.iter().position(|column| *column == wanted);
        if let Some((outcome, stage)) = place("outcome").zip(place("stage_said")) {
            columns.swap(outcome, stage);
        }
        Self {
            kind,
            name,
            columns: columns.leak(),
        }
    }

    /// Returns where a column stands among those that come from files; beyond the last where it is none of them.
    pub fn place(self, column: &str) -> usize {
        self.columns
            .iter()
            .position(|name| *name == column)
            .unwrap_or(usize::MAX)
    }
}

/// What one row of a file says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Record {
    pub table: Table,
    /// One for each column; nothing where the file has no such column.
    pub values: Vec<Option<Sql>>,
    /// What has no field of its own; what is known to be nothing is `null`.
    pub attributes: Map<String, Value>,
    /// How much a cost is, in millionths of the currency's unit, before it is rounded.
    pub exact: Option<i128>,
    /// The day since which it is so, where the file tells the states of a record in rows of their own.
    pub state_day: Option<String>,
    /// Whether it tells of the primary one of several contacts, where the file says so.
    pub is_primary: Option<bool>,
    /// Whether its source is the latest one, not the one that was set once.
    pub latest_source: bool,
}

impl Record {
    pub fn of(table: Table) -> Self {
        Self {
            table,
            values: vec![None; table.columns.len()],
            attributes: Map::new(),
            exact: None,
            state_day: None,
            is_primary: None,
            latest_source: false,
        }
    }

    /// Says what stands in a column.
    pub fn set(&mut self, column: &str, value: Sql) {
        if let Some(slot) = self.values.get_mut(self.table.place(column)) {
            *slot = Some(value);
        }
    }

    /// Returns the text in a column, if there is one.
    pub fn text(&self, column: &str) -> Option<&str> {
        match self.values.get(self.table.place(column)) {
            Some(Some(Sql::Text(text))) => Some(text),
            _ => None,
        }
    }

    /// Writes names as they were merged: `meanings` says what each spelling in a column means.
    pub fn spell(&mut self, meanings: &[(&'static str, HashMap<String, String>)]) {
        for (column, meant) in meanings {
            if let Some(Some(Sql::Text(text))) = self.values.get_mut(self.table.place(column))
                && let Some(means) = meant.get(text.as_str())
            {
                text.clone_from(means);
            }
        }
    }

    /// Returns the number in a column, if there is one.
    pub fn number(&self, column: &str) -> Option<i64> {
        match self.values.get(self.table.place(column)) {
            Some(Some(Sql::Integer(number))) => Some(*number),
            _ => None,
        }
    }
}

/// Returns a value of a column as an image of its row has it.
pub(super) fn from_sql(value: &Sql) -> Value {
    match value {
        Sql::Text(text) => Value::String(text.clone()),
        Sql::Integer(number) => Value::from(*number),
        Sql::Real(number) => Value::from(*number),
        Sql::Null | Sql::Blob(_) => Value::Null,
    }
}
