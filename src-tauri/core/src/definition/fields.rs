//! The fields on which a criterion may rest: what is known of a lead when it is handed over. What is only known afterwards
//! is never one of them, or the definition would foretell what it has already seen.

use super::FieldName;
use crate::{
    change::Reader,
    error::{Error, Result},
    leads::{fields::LEAD_FIELDS, importing::choice::word},
};

/// Refuses a field that is only known afterwards, or that no lead has.
///
/// # Errors
/// `Invalid`, naming the field.
pub(super) fn must_be_known_beforehand(field: &FieldName, _: &Reader) -> Result<()> {
    if field.is_empty() || field.as_attribute().is_some() {
        return Ok(());
    }
    let entry = LEAD_FIELDS
        .iter()
        .find(|entry| word(entry.field) == field.0)
        .ok_or_else(|| {
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
pub(super) fn attributes(reader: &Reader) -> Result<Vec<String>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT DISTINCT j.key FROM lead, json_each(lead.attributes) j WHERE instr(j.key, '\"') = 0 ORDER BY j.key",
    )?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}
