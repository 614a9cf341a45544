//! What headers say, one by one.

use crate::{
    fields::Field,
    headers::{HeaderReader, speaks_of_afterwards},
    terms::RecordKind,
};

fn best(kind: RecordKind, header: &str) -> Option<Field> {
    let heard = HeaderReader::of(kind).hear(header);
    heard
        .into_iter()
        .filter(|(_, weight)| *weight >= 50)
        .max_by_key(|(_, weight)| *weight)
        .map(|(field, _)| field)
}

#[test]
fn one_field_is_heard_in_the_layouts_of_many_crms() {
    for (header, field) in [
        ("LeadSource", Some(Field::Source)),
        ("Lead Source", Some(Field::Source)),
        ("leadsourcecode", Some(Field::Source)),
        ("hs_analytics_source", Some(Field::Source)),
        ("source_id/name", Some(Field::Source)),
        ("lead_source_id", Some(Field::Source)),
        ("Lead - Source", Some(Field::Source)),
        ("Lead_Source__c", Some(Field::Source)),
        ("First Lead Source", Some(Field::Source)),
        ("Herkunft", Some(Field::Source)),
        ("Lead Source Detail", None),
        ("Person - Email", Some(Field::Email)),
        ("Contact: Email", Some(Field::Email)),
        ("Email 1", Some(Field::Email)),
        ("E-Mail-Adresse", Some(Field::Email)),
        ("Owner Email", None),
        ("Email Opt Out", None),
        ("Organization - Name", Some(Field::Company)),
        ("Company ID", None),
        ("Opportunity: Amount", Some(Field::OpportunityValue)),
        ("Deal - Stage", Some(Field::OpportunityStage)),
        ("user_id/name", Some(Field::Owner)),
        ("Prénom", Some(Field::FirstName)),
        ("Zugewiesen am", Some(Field::HandedOverOn)),
        ("Landing page", None),
        ("Amount (EUR)", Some(Field::OpportunityValue)),
        ("Street", None),
        ("", None),
    ] {
        assert_eq!(best(RecordKind::Leads, header), field, "{header}");
    }
    for (header, field) in [
        ("Deal - Value", Some(Field::Value)),
        ("CloseDate", Some(Field::ClosedOn)),
        ("Expected Close Date", None),
        ("estimatedclosedate", None),
        ("StageName", Some(Field::Stage)),
        ("dealstage", Some(Field::Stage)),
        ("declared_monthly_revenue", None),
        ("originatingleadid", Some(Field::LeadId)),
        ("Associated Contact Email", Some(Field::Email)),
        ("Account Name", Some(Field::Company)),
        ("Activity Owner", None),
    ] {
        assert_eq!(best(RecordKind::Opportunities, header), field, "{header}");
    }
    assert_eq!(best(RecordKind::Costs, "Amount spent (EUR)"), Some(Field::Spend));
    assert_eq!(best(RecordKind::Costs, "cost_per_click"), None);
}

#[test]
fn what_is_known_only_afterwards_is_heard() {
    for header in [
        "Probability (%)",
        "Last Activity Date",
        "LastModifiedDate",
        "IsConverted",
        "Expected close date",
        "Lead Status",
    ] {
        assert!(speaks_of_afterwards(header), "{header}");
    }
    for header in ["Industry", "Employees", "First contact", "Country", "Lead Score"] {
        assert!(!speaks_of_afterwards(header), "{header}");
    }
}
