//! Where what a cell says is put: in the record of its row, or in that of the opportunity that a lead carries.

use rusqlite::types::Value as Sql;

use super::{
    reading::Filled,
    record::{Record, Table},
};
use crate::leads::{
    fields::Field,
    terms::{LeadStage, Outcome, Term},
};

/// Puts a value where its field stands.
pub(super) fn put(filled: &mut Filled, field: Field, value: Sql) {
    let Filled { record, carried } = filled;
    if field.is_of_the_leads_opportunity()
        && let Some(carried) = carried
    {
        let column = match field {
            Field::OpportunityName => "name",
            Field::OpportunityValue => "value",
            Field::OpportunityCreatedOn => "created_on",
            Field::ClosedOn => "closed_on",
            _ => "lost_reason",
        };
        carried.set(column, value);
        return;
    }
    if let (Field::OpportunityId, Table { name: "lead", .. }) = (field, record.table) {
        if let Some(carried) = carried {
            carried.set("external_id", value.clone());
        }
        record.set("opportunity_said", value);
        return;
    }
    record.set(column_of(field), value);
}

/// Returns the column of its table in which a field stands.
pub(super) fn column_of(field: Field) -> &'static str {
    match field {
        Field::ExternalId | Field::OpportunityId => "external_id",
        Field::LeadId => "lead_said",
        Field::Email => "email",
        Field::Name | Field::FirstName | Field::LastName | Field::OpportunityName => "name",
        Field::Company => "company",
        Field::Title => "title",
        Field::Phone => "phone",
        Field::Source => "source",
        Field::Campaign => "campaign",
        Field::Owner => "owner",
        Field::CreatedOn | Field::OpportunityCreatedOn => "created_on",
        Field::HandedOverOn => "handed_over_on",
        Field::FirstTouchOn => "first_touch_on",
        Field::Touches => "touches",
        Field::Stage | Field::OpportunityStage => "stage_said",
        Field::Outcome => "outcome",
        Field::Accepted => "accepted",
        Field::DecidedOn => "decided_on",
        Field::Reason => "reason",
        Field::WakeUpOn => "wake_up_on",
        Field::OpportunityValue | Field::Value => "value",
        Field::ClosedOn => "closed_on",
        Field::LostReason => "lost_reason",
        Field::Month => "month",
        Field::Spend => "spend",
    }
}

/// Puts a term, and what the file said, where they stand.
pub(super) fn put_term(filled: &mut Filled, field: Field, term: Sql, said: Sql) {
    let Filled { record, carried } = filled;
    match (field, carried) {
        (Field::Stage, _) => {
            record.set("stage", term);
            record.set("stage_said", said);
        }
        (Field::Reason, _) => {
            record.set("reason", term);
            record.set("reason_said", said);
        }
        (Field::OpportunityStage, Some(carried)) => {
            carried.set("outcome", term);
            carried.set("stage_said", said);
        }
        (field, _) => record.set(column_of(field), term),
    }
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
