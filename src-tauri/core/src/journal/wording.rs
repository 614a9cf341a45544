//! What a stored value says to a reader: with its unit, in the company's way of writing, people by their names.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::{change::Reader, error::Result, people::Person, rows, scorecard::Unit, words::Words};

/// Fields that hold money in minor units, whatever table they stand in.
const MONEY: &[&str] = &[
    "budget",
    "revenue",
    "sourced_revenue",
    "revenue_goal",
    "renewals",
    "average_deal",
];
/// Fields that hold a rate in basis points.
const RATES: &[&str] = &[
    "win_rate",
    "sql_to_opportunity",
    "sal_to_sql",
    "mql_to_sal",
    "sourced_share",
];
/// Fields whose unit stands in the same row.
const BY_UNIT: &[&str] = &["baseline", "target", "stretch", "actual", "by_hand"];
/// Fields that hold yes or no.
const FLAGS: &[&str] = &[
    "adds_up",
    "about_customer",
    "has_left",
    "one_person_does_both",
    "settled",
    "sales_ready",
    "marketing_ready",
];

/// Puts stored values into words.
pub(super) struct Wording {
    words: Words,
    people: HashMap<String, String>,
    goals: HashMap<String, String>,
}

impl Wording {
    /// Returns the wording of the company whose workspace this is.
    pub(super) fn of_the_company(reader: &Reader) -> Result<Self> {
        let people: Vec<Person> = rows::all(reader, "", [])?;
        let mut statement = reader.db().prepare_cached("SELECT id, name FROM goal")?;
        let goals = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Self {
            words: Words::new(&reader.company()?),
            people: people
                .into_iter()
                .map(|person| (person.id.0, person.name))
                .collect(),
            goals: goals.collect::<rusqlite::Result<_>>()?,
        })
    }

    /// Returns what `value` in `field` of a row says, or nothing when it is empty.
    pub(super) fn of(&self, field: &str, value: &Value, row: &Map<String, Value>) -> Option<String> {
        match value {
            Value::Null => None,
            Value::Number(number) => Some(
                number
                    .as_i64()
                    .map_or_else(|| number.to_string(), |whole| self.number(field, whole, row)),
            ),
            Value::String(text) if text.is_empty() => None,
            Value::String(text) => Some(self.text(field, text, row)),
            other => Some(other.to_string()),
        }
    }

    fn number(&self, field: &str, value: i64, row: &Map<String, Value>) -> String {
        if FLAGS.contains(&field) {
            return if value == 0 { "no".into() } else { "yes".into() };
        }
        let unit = match field {
            _ if MONEY.contains(&field) => Unit::Money,
            _ if RATES.contains(&field) => Unit::Percent,
            _ if BY_UNIT.contains(&field) => unit_of(row),
            "cycle_days" => Unit::Days,
            "year" | "fiscal_start" | "week_start" => return value.to_string(),
            _ => Unit::Count,
        };
        self.words.value(unit, value)
    }

    fn text(&self, field: &str, text: &str, row: &Map<String, Value>) -> String {
        if let Some(name) = self.people.get(text).or_else(|| self.goals.get(text)) {
            return name.clone();
        }
        if let Ok(day) = text.parse::<NaiveDate>() {
            return self.words.day(day);
        }
        if let Ok(list) = serde_json::from_str::<Vec<i64>>(text) {
            let unit = if BY_UNIT.contains(&field) {
                unit_of(row)
            } else {
                Unit::Count
            };
            let parts: Vec<String> = list.iter().map(|part| self.words.value(unit, *part)).collect();
            return parts.join(" · ");
        }
        text.to_string()
    }
}

fn unit_of(row: &Map<String, Value>) -> Unit {
    row.get("unit")
        .and_then(|unit| serde_json::from_value(unit.clone()).ok())
        .unwrap_or(Unit::Count)
}
