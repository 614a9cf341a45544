//! Where what a cell says is put: in the record of its row, or in that of the opportunity that a lead carries.

use rusqlite::types::Value as Sql;

use super::{reading::Filled, record::Record};
use crate::leads::{
    fields::{Field, FieldEntry},
    terms::{LeadStage, Outcome, Term},
};

/// Puts a value where its field stands.
pub(super) fn put(filled: &mut Filled, field: Field, value: Sql) {
    if let (Field::OpportunityId, Some(carried)) = (field, &mut filled.carried) {
        carried.set("external_id", value.clone());
    }
    if let Some((record, entry)) = place_of(filled, field) {
        record.set(entry.column, value);
    }
}

/// Puts a term, and what the file said, where they stand.
pub(super) fn put_term(filled: &mut Filled, field: Field, term: Sql, said: Sql) {
    if let Some((record, entry)) = place_of(filled, field) {
        record.set(entry.column, term);
        if let Some(column) = entry.said_in {
            record.set(column, said);
        }
    }
}

fn place_of(filled: &mut Filled, field: Field) -> Option<(&mut Record, &'static FieldEntry)> {
    let Filled { record, carried } = filled;
    let entry = field.entry(record.table.kind)?;
    let record = if entry.carried { carried.as_mut()? } else { record };
    Some((record, entry))
}

/// A lead's row tells of an opportunity where it names one, dates it, values it or says how it ended; an open stage alone
/// does only when the lead was converted.
pub(super) fn is_told_of(lead: &Record, carried: &Record) -> bool {
    let outcome = carried.text("outcome");
    let is = |outcome: Outcome| Term::Outcome(outcome).word();
    ["external_id", "name", "created_on", "closed_on", "lost_reason"]
        .iter()
        .any(|column| carried.text(column).is_some())
        || carried.number("value").is_some_and(|value| value != 0)
        || outcome.is_some_and(|outcome| outcome == is(Outcome::Won) || outcome == is(Outcome::Lost))
        || (outcome.is_some()
            && lead.text("stage") == Some(Term::Stage(LeadStage::Converted).word().as_str()))
}
