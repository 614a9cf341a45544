//! The fields on which a criterion may rest: what is known of a lead when it is handed over. What is only known afterwards
//! is never one of them, or the definition would foretell what it has already seen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FieldName, feature_analysis};
use crate::leads::{
    Field, Fits,
    columns::{Column, LeadColumns, lead_columns},
    fields::LEAD_FIELDS,
    importing::choice::word,
    period::Period,
    rules::Rate,
};
use lockstep_workspace::{
    context::{Query, ReadContext},
    error::{Error, Result},
};

/// Refuses a field that is only known afterwards, or that no lead has.
///
/// # Errors
/// `Invalid`, naming the field.
pub(super) fn must_be_known_beforehand(field: &FieldName, _: &ReadContext) -> Result<()> {
    if field.is_empty() || field.as_attribute().is_some() {
        return Ok(());
    }
    let entry = field.entry().ok_or_else(|| {
        Error::invalid("field", format!("A lead has no field “{}”.", field.0))
            .hint("Choose one from the list, or write attribute:NAME for a column of your own.")
    })?;
    if entry.afterwards {
        return Err(Error::invalid(
            "field",
            format!(
                "“{}” is known only after a lead was handed over, so it cannot decide whether to hand it over.",
                entry.name
            ),
        )
        .hint("Choose something that is known beforehand."));
    }
    Ok(())
}

/// Returns the names of the columns that the company's own leads have.
pub(super) fn attributes(reader: &ReadContext) -> Result<Vec<String>> {
    let leads = lead_columns(reader)?;
    Ok(leads
        .attributes
        .iter()
        .map(|(name, _)| name.to_string())
        .collect())
}

/// What kind of thing stands in a field; it says which tests make sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// Words.
    Words,
    /// Numbers.
    Numbers,
    /// Days.
    Days,
    /// Yes or no.
    YesNo,
    /// Now this, now that.
    Mixed,
    /// No lead says anything of it yet.
    Nothing,
}

/// A value that stands in a field, and in how many leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldValue {
    /// The value.
    pub value: String,
    /// In how many leads.
    pub leads: i64,
}

/// A field on which a criterion may rest.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OfferedField {
    /// The field.
    pub field: FieldName,
    /// What it is called.
    pub label: String,
    /// Whether it is a column of the company's own.
    pub is_own: bool,
    /// What stands in it.
    pub kind: FieldKind,
    /// In how many of the leads it is filled in.
    pub filled: Rate,
    /// The most frequent values, where words stand in it.
    pub values: Vec<FieldValue>,
    /// The lowest number.
    pub low: Option<f64>,
    /// The highest number.
    pub high: Option<f64>,
    /// Why it should not be trusted; nothing when it may.
    pub warning: Option<String>,
}

/// How many values of a field are offered.
const VALUES: usize = 40;

/// Lists the fields on which a criterion may rest: what is known of leads when they are handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DefinitionFields {}

impl Query for DefinitionFields {
    type Answer = Vec<OfferedField>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<OfferedField>> {
        let leads = lead_columns(reader)?;
        Ok(leads.answer_cache.answer(self, |_| offered(&leads)).to_vec())
    }
}

fn offered(leads: &LeadColumns) -> Vec<OfferedField> {
    let separating = feature_analysis::fields(leads, Period::ALL);
    let warning_of = |field: &FieldName| {
        separating
            .fields
            .iter()
            .find(|known| known.field == *field)
            .and_then(|known| known.warning.clone())
    };
    let offered = |field: FieldName, column: Option<Column>| {
        let filled = column.as_ref().map_or(0, Column::filled);
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        OfferedField {
            label: field.label(),
            is_own: field.as_attribute().is_some(),
            kind: column
                .as_ref()
                .filter(|_| filled > 0)
                .map_or(FieldKind::Nothing, kind_of),
            filled: Rate::of(count(filled), count(leads.rows())),
            values: column.as_ref().map(values_of).unwrap_or_default(),
            low: column.as_ref().and_then(|column| extreme(column, f64::min)),
            high: column.as_ref().and_then(|column| extreme(column, f64::max)),
            warning: warning_of(&field),
            field,
        }
    };
    let ours = LEAD_FIELDS
        .iter()
        .filter(|entry| !entry.afterwards && !matches!(entry.fits, Fits::Id))
        // A person's names and the day of the hand-over are no reason to hand a lead over.
        .filter(|entry| {
            !matches!(
                entry.field,
                Field::FirstName | Field::LastName | Field::HandedOverOn
            )
        })
        .map(|entry| offered(FieldName(word(entry.field)), leads.field(entry.field)));
    let own = leads
        .attributes
        .iter()
        .map(|(name, column)| offered(FieldName::attribute(name), Some(column)));
    ours.chain(own).collect()
}

fn kind_of(column: &Column) -> FieldKind {
    match column {
        Column::Words(_) => FieldKind::Words,
        Column::Numbers(_) => FieldKind::Numbers,
        Column::Days(_) => FieldKind::Days,
        Column::YesNo(_) => FieldKind::YesNo,
        Column::Mixed(_) => FieldKind::Mixed,
    }
}

/// Returns the most frequent words of a column; nothing where nearly every lead has its own.
fn values_of(column: &Column) -> Vec<FieldValue> {
    let words = match column {
        Column::Words(words) => words,
        Column::Mixed(mixed) => &mixed.words,
        Column::Numbers(_) | Column::Days(_) | Column::YesNo(_) => return Vec::new(),
    };
    let distinct = words.list().len();
    if distinct > 50 && distinct * 2 > words.filled() {
        return Vec::new();
    }
    let mut values: Vec<FieldValue> = words
        .counts()
        .map(|(value, leads)| FieldValue {
            value: value.into(),
            leads: i64::try_from(leads).unwrap_or(i64::MAX),
        })
        .collect();
    values.sort_by(|a, b| b.leads.cmp(&a.leads).then_with(|| a.value.cmp(&b.value)));
    values.truncate(VALUES);
    values
}

fn extreme(column: &Column, of: fn(f64, f64) -> f64) -> Option<f64> {
    let numbers = match column {
        Column::Numbers(numbers) => numbers,
        Column::Mixed(mixed) => mixed.numbers.as_slice(),
        Column::Words(_) | Column::Days(_) | Column::YesNo(_) => return None,
    };
    numbers
        .iter()
        .copied()
        .filter(|number| !number.is_nan())
        .reduce(of)
}
