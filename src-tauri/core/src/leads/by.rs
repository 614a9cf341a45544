//! By what leads are counted: a field, an attribute, or the quarter in which something happened.

use chrono::{Datelike, NaiveDate};

use crate::{
    calendar::FiscalYear,
    change::Reader,
    error::{Error, Result},
};

/// By what is counted.
pub(super) enum By {
    Column(&'static str),
    Attribute(String),
    Quarter(Day),
}

/// The day that decides the quarter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    Lead,
    Opportunity,
    Decision,
    Closing,
}

impl By {
    pub fn of(text: &str, reader: &Reader) -> Result<(Self, Vec<String>)> {
        let attributes = attributes(reader)?;
        let by = match text {
            "source" => Self::Column("source"),
            "campaign" => Self::Column("campaign"),
            "owner" => Self::Column("owner"),
            "quarter" => Self::Quarter(Day::Lead),
            "opportunity_quarter" => Self::Quarter(Day::Opportunity),
            "decision_quarter" => Self::Quarter(Day::Decision),
            "closing_quarter" => Self::Quarter(Day::Closing),
            name => {
                let name = attributes.iter().find(|known| *known == name).or_else(|| {
                    attributes
                        .iter()
                        .find(|known| known.to_lowercase() == name.to_lowercase())
                });
                Self::Attribute(name.cloned().ok_or_else(|| {
                    Error::invalid("by", format!("No lead has anything called “{text}”.")).hint(format!(
                        "Count by source, campaign, owner, quarter, opportunity_quarter, decision_quarter, closing_quarter{}{}.",
                        if attributes.is_empty() { "" } else { ", " },
                        attributes.join(", ")
                    ))
                })?)
            }
        };
        Ok((by, attributes))
    }

    /// Returns the SQL of what the rows of a table are counted by.
    pub fn sql(&self, table: &str) -> String {
        match self {
            Self::Column(column) => format!("{table}.{column}"),
            // Its name is bound, never written into the statement.
            Self::Attribute(_) => format!("json_extract({table}.attributes, ?1)"),
            Self::Quarter(_) => "NULL".into(),
        }
    }

    /// Returns the path of the attribute in the JSON.
    pub fn path(&self) -> String {
        match self {
            Self::Attribute(name) => format!("$.\"{name}\""),
            _ => "$".into(),
        }
    }
}

/// Returns the names of all attributes.
fn attributes(reader: &Reader) -> Result<Vec<String>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT DISTINCT key FROM (
           SELECT j.key FROM lead, json_each(lead.attributes) j
           UNION SELECT j.key FROM opportunity, json_each(opportunity.attributes) j)
         WHERE instr(key, '\"') = 0 ORDER BY key",
    )?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// Returns a key by which quarters sort as they come: the fiscal year and the quarter in it.
pub(super) fn quarter_key(day: NaiveDate, start: u32) -> String {
    let months = (day.month0() + 12 - (start - 1)) % 12;
    let year = FiscalYear::of(day, start).map_or(day.year(), FiscalYear::number);
    format!("{year:06} {}", months / 3)
}

pub(super) fn quarter_name(key: &str, start: u32) -> Option<String> {
    let (year, quarter) = key.split_once(' ')?;
    let names = FiscalYear::new(year.parse().ok()?, start).ok()?.quarters();
    names.get(quarter.parse::<usize>().ok()?).cloned()
}
