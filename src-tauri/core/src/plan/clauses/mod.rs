//! What a plan says, clause by clause and in words: what two versions are compared by. Every field of every row is a
//! clause, unless [`tests`] declares that it is none.

mod sections;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};

use super::{Section, content::PlanContent};
use crate::ids::{ListItemId, PersonId};
use lockstep_workspace::{
    agreements::{Clause, Meaning},
    units::Unit,
    words::Words,
};

/// Returns everything a plan says, in words, in the order of its page.
pub fn clauses(content: &PlanContent) -> Vec<Clause> {
    let mut reading = Reading {
        content,
        words: Words::new(&content.company),
        clauses: Vec::new(),
        section: Section::LookBack,
    };
    sections::read(&mut reading);
    reading.clauses
}

/// Collects clauses in the order of the page.
struct Reading<'c> {
    content: &'c PlanContent,
    words: Words,
    clauses: Vec<Clause>,
    section: Section,
}

impl Reading<'_> {
    /// Says something; `means` is what it is compared by, whatever language it is told in.
    fn say(
        &mut self,
        key: impl std::fmt::Display,
        label: impl Into<String>,
        value: impl Into<String>,
        means: impl Serialize,
    ) {
        self.clauses.push(Clause {
            key: key.to_string(),
            section: self.section.title().into(),
            label: label.into(),
            value: value.into().trim().to_string(),
            meaning: Meaning::Value(json!(means)),
        });
    }

    fn text(&mut self, key: impl std::fmt::Display, label: impl Into<String>, text: &str) {
        self.say(key, label, text, text.trim());
    }

    fn amount(
        &mut self,
        key: impl std::fmt::Display,
        label: impl Into<String>,
        unit: Unit,
        amount: Option<i64>,
    ) {
        let (value, means) = self.counted(unit, amount);
        self.say(key, label, value, means);
    }

    /// Returns an amount in words, and what it means: a hundred euros are no hundred dollars.
    fn counted(&self, unit: Unit, amount: Option<i64>) -> (String, Value) {
        let Some(amount) = amount else {
            return (String::new(), Value::Null);
        };
        let means = match unit {
            Unit::Money => json!([self.words.currency(), amount]),
            unit => json!([unit, amount]),
        };
        (self.words.value(unit, amount), means)
    }

    fn day(&mut self, key: impl std::fmt::Display, label: impl Into<String>, day: Option<NaiveDate>) {
        let value = day.map(|day| self.words.day(day)).unwrap_or_default();
        self.say(key, label, value, day);
    }

    /// Names a person. Who it is counts, not what they are called by now.
    fn person(&mut self, key: impl std::fmt::Display, label: impl Into<String>, id: Option<&PersonId>) {
        let person = id.and_then(|id| self.content.people.iter().find(|person| person.id == *id));
        let name = person.map_or_else(String::new, |person| person.name.clone());
        self.say(key, label, name, id);
    }

    /// Says in which order lines stand.
    fn order<'l>(&mut self, of: &str, label: &str, lines: impl Iterator<Item = (&'l ListItemId, &'l str)>) {
        self.clauses.push(Clause {
            key: format!("order/{of}"),
            section: self.section.title().into(),
            label: label.into(),
            value: String::new(),
            meaning: Meaning::Order(lines.map(|(id, name)| (id.to_string(), short(name))).collect()),
        });
    }
}

/// Returns a name as far as a list of names has room for it.
fn short(name: &str) -> String {
    let name = name.trim();
    match name.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name).trim_end()),
        None if name.is_empty() => "(no name yet)".into(),
        None => name.into(),
    }
}
