//! What a stored value says to a reader: with its unit, in the company's way of writing, people by their names.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::{
    context::ReadContext,
    error::Result,
    rooms::Rooms,
    sealing,
    units::{Counted, Unit},
    words::Words,
};

/// Puts stored values into words.
pub(super) struct Wording {
    words: Words,
    rooms: &'static Rooms,
    /// The names of the rows that others refer to, by their ids.
    names: HashMap<String, String>,
}

impl Wording {
    /// Returns the wording of the company whose workspace this is.
    pub(super) fn of_the_company(reader: &ReadContext) -> Result<Self> {
        let mut names = HashMap::new();
        for table in reader.rooms().tables().filter(|table| table.is_referred_to) {
            let columns = reader.columns(table.name)?;
            let named_by = table
                .named_by
                .iter()
                .find(|name| columns.iter().any(|column| column == *name));
            let Some(named_by) = named_by else { continue };
            let sql = format!("SELECT id, {named_by} FROM {}", table.name);
            let mut statement = reader.db().prepare_cached(&sql)?;
            let mut found = statement.query([])?;
            while let Some(row) = found.next()? {
                names.insert(row.get(0)?, row.get(1)?);
            }
        }
        Ok(Self {
            words: Words::new(&reader.company()?),
            rooms: reader.rooms(),
            names,
        })
    }

    /// Returns what a row is called, as far as it has a name.
    pub(super) fn called(&self, table: &str, row: &Map<String, Value>) -> String {
        let named_by = self.rooms.table(table).map_or(&[][..], |table| table.named_by);
        let field = named_by
            .iter()
            .copied()
            .find(|field| row.contains_key(*field))
            .unwrap_or_default();
        let said = row.get(field).unwrap_or(&Value::Null);
        self.of(table, field, said, row).unwrap_or_default()
    }

    /// Returns what `value` in `field` of a row says, or nothing when it is empty.
    pub(super) fn of(
        &self,
        table: &str,
        field: &str,
        value: &Value,
        row: &Map<String, Value>,
    ) -> Option<String> {
        match value {
            Value::Null => None,
            Value::Bool(yes) => Some(if *yes { "yes".into() } else { "no".into() }),
            Value::Number(number) => Some(match (number.as_i64(), number.as_f64()) {
                (Some(whole), _) => self.number(table, field, whole, row),
                (None, Some(real)) => self.words.number(real),
                (None, None) => number.to_string(),
            }),
            Value::String(text) if text.is_empty() => None,
            Value::String(text) => Some(self.text(table, field, text, row)),
            other => Some(other.to_string()),
        }
    }

    fn counted(&self, table: &str, column: &str) -> Option<Counted> {
        let (_, counted) = self
            .rooms
            .table(table)?
            .numbers
            .iter()
            .find(|(name, _)| *name == column)?;
        Some(*counted)
    }

    fn number(&self, table: &str, field: &str, value: i64, row: &Map<String, Value>) -> String {
        let unit = match self.counted(table, field) {
            Some(Counted::YesOrNo) => return if value == 0 { "no".into() } else { "yes".into() },
            Some(Counted::Plain) => return value.to_string(),
            Some(Counted::In(unit)) => unit,
            Some(Counted::InTheRowsUnit) => unit_of(row),
            None => Unit::Count,
        };
        self.words.value(unit, value)
    }

    fn text(&self, table: &str, field: &str, text: &str, row: &Map<String, Value>) -> String {
        let known = self.rooms.table(table);
        let listed = known
            .is_some_and(|table| table.json.contains(&field))
            .then(|| serde_json::from_str(text).ok())
            .flatten();
        match listed {
            Some(Value::Array(items)) => {
                let items = items.iter().filter_map(|item| self.item(table, field, item, row));
                items.collect::<Vec<_>>().join(" · ")
            }
            Some(Value::Object(facts)) => {
                let facts = facts.iter().filter_map(|(name, value)| {
                    let value = self.item(table, "", value, row)?;
                    let key = known.map_or_else(|| name.clone(), |table| (table.key)(name));
                    Some(format!("{key}: {value}"))
                });
                facts.collect::<Vec<_>>().join(" · ")
            }
            _ => self.word(table, field, text),
        }
    }

    /// Returns what one item of a list says. Text that people wrote is never taken for another list.
    fn item(&self, table: &str, field: &str, item: &Value, row: &Map<String, Value>) -> Option<String> {
        match item {
            Value::String(text) if !text.is_empty() => Some(self.word(table, field, text)),
            other => self.of(table, field, other, row),
        }
    }

    fn word(&self, table: &str, field: &str, text: &str) -> String {
        if sealing::is_sealed(text) {
            return "(sealed on another computer)".into();
        }
        if let Some(name) = self.names.get(text) {
            return name.clone();
        }
        if let Some(term) = self
            .rooms
            .table(table)
            .and_then(|table| (table.term)(field, text))
        {
            return term;
        }
        match text.parse::<NaiveDate>() {
            Ok(day) => self.words.day(day),
            Err(_) => text.to_string(),
        }
    }
}

fn unit_of(row: &Map<String, Value>) -> Unit {
    row.get("unit")
        .and_then(|unit| serde_json::from_value(unit.clone()).ok())
        .unwrap_or(Unit::Count)
}
