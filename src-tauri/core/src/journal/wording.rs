//! What a stored value says to a reader: with its unit, in the company's way of writing, people by their names.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::{
    change::ReadContext,
    definition::{FieldName, PromiseKind, Question, Verdict},
    error::Result,
    leads::{Acceptance, LeadStage, Outcome, Reason},
    numbers::{Counted, counted},
    people::{Person, Side},
    plan::{Bucket, Section},
    rows,
    scorecard::Metric,
    units::Unit,
    words::Words,
};

/// Columns that hold a term which has no name of its own but its word: "walk_away" is "Walk away".
const TERMS: &[(&str, &[&str])] = &[
    ("yardstick", &["unit", "direction"]),
    ("point", &["kind"]),
    (
        "goal",
        &["unit", "direction", "split_into", "split_by", "tracked_every"],
    ),
    ("funnel", &["spread"]),
    ("risk", &["kind"]),
    ("criterion", &["role", "test"]),
    ("signal", &["kind"]),
    ("import", &["kind"]),
];

/// Columns that hold a list or a record as JSON.
const LISTS: &[&str] = &[
    "shape",
    "by_hand",
    "working_days",
    "holidays",
    "words",
    "facts",
    "attributes",
    "leads",
];

/// Puts stored values into words.
pub(super) struct Wording {
    words: Words,
    people: HashMap<String, String>,
    goals: HashMap<String, String>,
}

impl Wording {
    /// Returns the wording of the company whose workspace this is.
    pub(super) fn of_the_company(reader: &ReadContext) -> Result<Self> {
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

    /// Returns what a row is called, as far as it has a name.
    pub(super) fn called(&self, table: &str, row: &Map<String, Value>) -> String {
        let field = match table {
            "agreement" | "signature" => "",
            "criterion" => "field",
            "promise" => "kind",
            _ => ["name", "text", "year", "said"]
                .into_iter()
                .find(|field| row.contains_key(*field))
                .unwrap_or_default(),
        };
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
            Value::Number(number) => Some(number.as_i64().map_or_else(
                || number.to_string(),
                |whole| self.number(table, field, whole, row),
            )),
            Value::String(text) if text.is_empty() => None,
            Value::String(text) => Some(self.text(table, field, text, row)),
            other => Some(other.to_string()),
        }
    }

    fn number(&self, table: &str, field: &str, value: i64, row: &Map<String, Value>) -> String {
        let unit = match counted(table, field) {
            Some(Counted::YesOrNo) => return if value == 0 { "no".into() } else { "yes".into() },
            Some(Counted::Plain) => return value.to_string(),
            Some(Counted::In(unit)) => unit,
            Some(Counted::InTheRowsUnit) => unit_of(row),
            None => Unit::Count,
        };
        self.words.value(unit, value)
    }

    fn text(&self, table: &str, field: &str, text: &str, row: &Map<String, Value>) -> String {
        let listed = LISTS
            .contains(&field)
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
                    Some(format!("{}: {value}", FieldName(name.clone()).label()))
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
        if let Some(name) = self.people.get(text).or_else(|| self.goals.get(text)) {
            return name.clone();
        }
        if let Some(term) = term(table, field, text) {
            return term;
        }
        match text.parse::<NaiveDate>() {
            Ok(day) => self.words.day(day),
            Err(_) => text.to_string(),
        }
    }
}

/// Returns the name of a term, where the column holds one.
fn term(table: &str, field: &str, text: &str) -> Option<String> {
    fn named<T: DeserializeOwned>(text: &str, name: impl Fn(T) -> String) -> Option<String> {
        serde_json::from_value(text.into()).ok().map(name)
    }
    match (table, field) {
        ("lead", "stage") => named(text, |stage: LeadStage| stage.name().into()),
        ("lead" | "opportunity", "accepted") => named(text, |said: Acceptance| said.name().into()),
        ("lead" | "criterion", "reason") => named(text, |reason: Reason| reason.name().into()),
        ("opportunity", "outcome") => named(text, |outcome: Outcome| outcome.name().into()),
        ("worked_example" | "judgement", "verdict") => named(text, |verdict: Verdict| verdict.name().into()),
        ("promise", "kind") => named(text, |kind: PromiseKind| kind.name().into()),
        ("criterion", "question") => named(text, |question: Question| question.asked().into()),
        ("criterion", "field") => Some(FieldName(text.into()).label()),
        ("initiative" | "duty", "bucket") => named(text, |bucket: Bucket| bucket.name().into()),
        ("agenda_item" | "parked_item" | "decision" | "todo", "section") => {
            named(text, |section: Section| section.title().into())
        }
        ("goal", "metric") => named(text, |metric: Metric| {
            metric.entry().map_or("Our own metric", |entry| entry.name).into()
        }),
        ("person" | "yardstick" | "point" | "signature", "side") => {
            named(text, |side: Side| side.name().into())
        }
        _ => TERMS
            .iter()
            .any(|(name, columns)| *name == table && columns.contains(&field))
            .then(|| sentence(text)),
    }
}

/// Returns a word of the file as a person writes it: "walk_away" is "Walk away".
fn sentence(word: &str) -> String {
    let words = word.replace('_', " ");
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().collect::<String>() + letters.as_str())
        .unwrap_or_default()
}

fn unit_of(row: &Map<String, Value>) -> Unit {
    row.get("unit")
        .and_then(|unit| serde_json::from_value(unit.clone()).ok())
        .unwrap_or(Unit::Count)
}
