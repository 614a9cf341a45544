//! The layouts of the CRMs, as labels and as API names, and of spreadsheets in several languages.

use super::{
    ColumnSeen,
    Holds::*,
    SeenKind::{self, *},
    Use, asked, column, expect, guess, list,
};
use crate::fields::Field::{self, *};

const MAIL: Field = Field::Email;

/// The columns of a header, each with what stands in it: `t` text, `l` a list of sources, `s` stages of a lead, `d` stages of
/// a deal, `r` reasons, `D` days, `U` days in two orders, `n` amounts, `b` yes or no, `e` e-mail, `p` phone, `a` address,
/// `o` a few owners, `c` a few numbers that stand for something, `-` nothing.
fn columns(header: &[(&str, char)]) -> Vec<ColumnSeen> {
    header
        .iter()
        .map(|(name, holds)| match holds {
            'l' => list(name, &["Web", "Trade Show", "Partner"]),
            's' => list(name, &["New", "Contacted", "Qualified", "Disqualified"]),
            'd' => list(name, &["Qualification", "Negotiation", "Closed Won", "Closed Lost"]),
            'r' => list(name, &["No Budget", "Competitor", "Bad Timing"]),
            'o' => list(name, &["Ada Vale", "Ben Moor", "Cy Lund"]),
            'D' => column(name, Day),
            'U' => column(name, DayUnclear),
            'n' => column(name, Number),
            'b' => column(name, YesNo),
            'e' => column(name, SeenKind::Email),
            'p' => column(name, Text).like(&["+49 30 1234567"]),
            'a' => column(name, Address),
            'c' => column(name, WholeNumber).with(100, 100, 4),
            '-' => column(name, Empty),
            _ => column(name, Text),
        })
        .collect()
}

#[test]
fn salesforce_leads_by_label_and_by_api_name() {
    let labels = [
        ("Lead ID", 't'), ("First Name", 't'), ("Last Name", 't'), ("Title", 't'), ("Company / Account", 't'), ("Email", 'e'),
        ("Phone", 'p'), ("Mobile", 'p'), ("Lead Source", 'l'), ("Lead Status", 's'), ("Lead Owner", 'o'), ("Rating", 't'), ("Industry", 't'),
        ("Annual Revenue", 'n'), ("Create Date", 'U'), ("Last Activity", 'D'), ("Converted", 'b'), ("Converted Date", 'D'),
        ("Unread By Owner", 'b'),
    ];
    let found = expect(&columns(&labels), Leads, &[
        ("Lead ID", ExternalId), ("First Name", FirstName), ("Last Name", LastName), ("Title", Title),
        ("Company / Account", Company), ("Email", MAIL), ("Phone", Phone), ("Lead Source", Source), ("Lead Status", Stage), ("Lead Owner", Owner),
        ("Create Date", CreatedOn), ("Converted Date", OpportunityCreatedOn),
    ]);
    assert_eq!(asked(&found), ["Create Date"]);
    assert!(guess(&found, "Last Activity").afterwards);
    assert!(guess(&found, "Converted").afterwards);
    assert!(!guess(&found, "Annual Revenue").afterwards);

    let api = [
        ("Id", 't'), ("FirstName", 't'), ("LastName", 't'), ("Name", 't'), ("Title", 't'), ("Company", 't'), ("Email", 'e'), ("LeadSource", 'l'),
        ("Status", 's'), ("OwnerId", 'o'), ("CreatedDate", 'D'), ("LastModifiedDate", 'D'), ("IsConverted", 'b'), ("ConvertedDate", 'D'),
        ("ConvertedOpportunityId", 't'), ("Rejection_Reason__c", 'r'), ("Sales_Accepted__c", 'b'),
    ];
    let found = expect(&columns(&api), Leads, &[
        ("Id", ExternalId), ("FirstName", FirstName), ("LastName", LastName), ("Title", Title), ("Company", Company), ("Email", MAIL),
        ("LeadSource", Source), ("Status", Stage), ("OwnerId", Owner), ("CreatedDate", CreatedOn),
        ("ConvertedDate", OpportunityCreatedOn), ("ConvertedOpportunityId", OpportunityId), ("Rejection_Reason__c", Reason), ("Sales_Accepted__c", Accepted),
    ]);
    assert!(guess(&found, "Name").why.contains("columns of their own"));
}

#[test]
fn salesforce_opportunities_by_label_and_by_api_name() {
    let labels = [
        ("Opportunity ID", 't'), ("Opportunity Name", 't'), ("Account Name", 't'), ("Stage", 'd'), ("Amount", 'n'), ("Probability (%)", 'n'),
        ("Close Date", 'D'), ("Created Date", 'D'), ("Opportunity Owner", 'o'), ("Lead Source", 'l'), ("Primary Campaign Source", 't'), ("Loss Reason", 'r'),
    ];
    let found = expect(&columns(&labels).into_iter().map(|c| if c.name.contains("Campaign") { c.with(90, 100, 6) } else { c }).collect::<Vec<_>>(), Opportunities, &[
        ("Opportunity ID", OpportunityId), ("Opportunity Name", Name), ("Account Name", Company), ("Stage", Stage), ("Amount", Value),
        ("Close Date", ClosedOn), ("Created Date", CreatedOn), ("Opportunity Owner", Owner), ("Lead Source", Source),
        ("Primary Campaign Source", Campaign), ("Loss Reason", LostReason),
    ]);
    assert_eq!(guess(&found, "Stage").also, Some(Outcome));

    let api = [
        ("Id", 't'), ("Name", 't'), ("AccountId", 't'), ("StageName", 'd'), ("Amount", 'n'), ("CloseDate", 'D'), ("CreatedDate", 'D'), ("OwnerId", 'o'),
        ("LeadSource", 'l'), ("IsClosed", 'b'), ("IsWon", 'b'), ("ForecastCategory", 't'),
    ];
    let found = expect(&columns(&api), Opportunities, &[
        ("Id", OpportunityId), ("Name", Name), ("StageName", Stage), ("Amount", Value), ("CloseDate", ClosedOn),
        ("CreatedDate", CreatedOn), ("OwnerId", Owner), ("LeadSource", Source),
    ]);
    assert_eq!(guess(&found, "StageName").also, Some(Outcome));
    assert!(guess(&found, "IsWon").afterwards);
}

#[test]
fn hubspot_by_internal_names() {
    let contacts = [
        ("hs_object_id", 't'), ("firstname", 't'), ("lastname", 't'), ("email", 'e'), ("company", 't'), ("jobtitle", 't'), ("phone", 'p'),
        ("lifecyclestage", 's'), ("hs_lead_status", '-'), ("hs_analytics_source", 'l'), ("hubspot_owner_id", 'o'), ("createdate", 'D'),
        ("hs_lifecyclestage_marketingqualifiedlead_date", 'D'), ("num_contacted_notes", 'c'), ("lastmodifieddate", 'D'),
        ("hs_analytics_source_data_1", 't'),
    ];
    expect(&columns(&contacts), Leads, &[
        ("hs_object_id", ExternalId), ("firstname", FirstName), ("lastname", LastName), ("email", MAIL), ("company", Company), ("jobtitle", Title),
        ("phone", Phone), ("lifecyclestage", Stage), ("hs_analytics_source", Source), ("hubspot_owner_id", Owner), ("createdate", CreatedOn),
        ("hs_lifecyclestage_marketingqualifiedlead_date", HandedOverOn), ("num_contacted_notes", Touches),
    ]);
    let deals = [
        ("hs_object_id", 't'), ("dealname", 't'), ("dealstage", 'd'), ("pipeline", 't'), ("amount", 'n'), ("closedate", 'D'), ("createdate", 'D'),
        ("hubspot_owner_id", 'o'), ("closed_lost_reason", 'r'), ("hs_analytics_source", 'l'),
    ];
    expect(&columns(&deals), Opportunities, &[
        ("hs_object_id", OpportunityId), ("dealname", Name), ("dealstage", Stage), ("amount", Value), ("closedate", ClosedOn),
        ("createdate", CreatedOn), ("hubspot_owner_id", Owner), ("closed_lost_reason", LostReason), ("hs_analytics_source", Source),
    ]);
}

#[test]
fn zoho() {
    let leads = [
        ("Record Id", 't'), ("Lead Owner", 'o'), ("Company", 't'), ("First Name", 't'), ("Last Name", 't'), ("Title", 't'), ("Email", 'e'), ("Phone", 'p'),
        ("Lead Source", 'l'), ("Lead Status", 's'), ("Industry", 't'), ("No. of Employees", 'c'), ("Annual Revenue", 'n'), ("Created Time", 'D'),
        ("Modified Time", 'D'), ("Converted Date Time", 'D'), ("Tag", '-'),
    ];
    let found = expect(&columns(&leads), Leads, &[
        ("Record Id", ExternalId), ("Lead Owner", Owner), ("Company", Company), ("First Name", FirstName), ("Last Name", LastName), ("Title", Title),
        ("Email", MAIL), ("Phone", Phone), ("Lead Source", Source), ("Lead Status", Stage), ("Created Time", CreatedOn),
        ("Converted Date Time", OpportunityCreatedOn),
    ]);
    assert_eq!(guess(&found, "Tag").becomes, Use::LeftOut);
    let deals = [
        ("Record Id", 't'), ("Deal Owner", 'o'), ("Deal Name", 't'), ("Account Name", 't'), ("Contact Name", 't'), ("Stage", 'd'), ("Amount", 'n'),
        ("Expected Revenue", 'n'), ("Closing Date", 'D'), ("Lead Source", 'l'), ("Created Time", 'D'), ("Reason For Loss", 'r'),
    ];
    expect(&columns(&deals), Opportunities, &[
        ("Record Id", OpportunityId), ("Deal Owner", Owner), ("Deal Name", Name), ("Account Name", Company), ("Stage", Stage), ("Amount", Value),
        ("Closing Date", ClosedOn), ("Lead Source", Source), ("Created Time", CreatedOn), ("Reason For Loss", LostReason),
    ]);
}

#[test]
fn pipedrive() {
    let leads = [
        ("Lead - ID", 't'), ("Lead - Title", 't'), ("Lead - Owner", 'o'), ("Lead - Source", 'l'), ("Lead - Label", 't'), ("Lead - Value", 'n'),
        ("Lead - Lead created", 'D'), ("Lead - Expected close date", 'D'), ("Person - Name", 't'), ("Person - Email", 'e'), ("Person - Phone", 'p'),
        ("Organization - Name", 't'),
    ];
    let found = expect(&columns(&leads), Leads, &[
        ("Lead - ID", ExternalId), ("Lead - Owner", Owner), ("Lead - Source", Source), ("Lead - Lead created", CreatedOn), ("Person - Name", Name),
        ("Person - Email", MAIL), ("Person - Phone", Phone), ("Organization - Name", Company),
    ]);
    // A lead's value is an estimate as long as nothing is about an opportunity.
    assert!(guess(&found, "Lead - Value").why.contains("estimate"), "{}", guess(&found, "Lead - Value").why);
    let deals = [
        ("Deal - ID", 't'), ("Deal - Title", 't'), ("Deal - Value", 'n'), ("Deal - Status", 'd'), ("Deal - Stage", 't'), ("Deal - Owner", 'o'),
        ("Deal - Deal created", 'D'), ("Deal - Won time", 'D'), ("Deal - Lost time", 'D'), ("Deal - Lost reason", 'r'), ("Deal - Expected close date", 'D'),
        ("Deal - Deal closed on", 'D'), ("Deal - Source channel", 'l'), ("Person - Name", 't'), ("Person - Email", 'e'), ("Organization - Name", 't'),
    ];
    let stage = |c: ColumnSeen| if c.name == "Deal - Stage" { c.with(100, 100, 5) } else { c };
    expect(&columns(&deals).into_iter().map(stage).collect::<Vec<_>>(), Opportunities, &[
        ("Deal - ID", OpportunityId), ("Deal - Title", Name), ("Deal - Value", Value), ("Deal - Status", Outcome), ("Deal - Stage", Stage),
        ("Deal - Owner", Owner), ("Deal - Deal created", CreatedOn), ("Deal - Lost reason", LostReason), ("Deal - Deal closed on", ClosedOn),
        ("Deal - Source channel", Source), ("Person - Email", MAIL), ("Organization - Name", Company),
    ]);
}

#[test]
fn dynamics_by_label_and_by_api_name() {
    let labels = [
        ("(Do Not Modify) Lead", 't'), ("(Do Not Modify) Row Checksum", 't'), ("(Do Not Modify) Modified On", 'D'), ("Name", 't'), ("Topic", 't'),
        ("Status Reason", 's'), ("Created On", 'D'), ("Company Name", 't'), ("Job Title", 't'), ("Email", 'e'), ("Lead Source", 'l'), ("Owner", 'o'), ("Rating", 't'),
        ("Source Campaign", 'o'),
    ];
    let found = expect(&columns(&labels), Leads, &[
        ("(Do Not Modify) Lead", ExternalId), ("Name", Name), ("Status Reason", Stage), ("Created On", CreatedOn), ("Company Name", Company),
        ("Job Title", Title), ("Email", MAIL), ("Lead Source", Source), ("Owner", Owner), ("Source Campaign", Campaign),
    ]);
    assert!(guess(&found, "(Do Not Modify) Modified On").afterwards);
    let api = [
        ("leadid", 't'), ("subject", 't'), ("fullname", 't'), ("emailaddress1", 'e'), ("companyname", 't'), ("jobtitle", 't'), ("telephone1", 'p'),
        ("leadsourcecode", 'c'), ("statecode", 'c'), ("statuscode", 'c'), ("createdon", 'D'), ("modifiedon", 'D'), ("estimatedamount", 'n'), ("ownerid", 'o'),
        ("qualifyingopportunityid", 't'), ("industrycode", 'c'),
    ];
    let found = expect(&columns(&api), Leads, &[
        ("leadid", ExternalId), ("fullname", Name), ("emailaddress1", MAIL), ("companyname", Company), ("jobtitle", Title), ("telephone1", Phone),
        ("leadsourcecode", Source), ("statuscode", Stage), ("createdon", CreatedOn), ("ownerid", Owner), ("qualifyingopportunityid", OpportunityId),
    ]);
    // What somebody thinks the lead may bring is known beforehand: a definition may ask for it.
    assert!(!guess(&found, "estimatedamount").afterwards);
    // Codes instead of words: a person says what each of them means.
    assert_eq!(asked(&found), ["leadsourcecode", "statuscode"]);
    let opportunities = [
        ("opportunityid", 't'), ("name", 't'), ("originatingleadid", 't'), ("parentaccountid", 't'), ("estimatedvalue", 'n'), ("actualvalue", 'n'),
        ("estimatedclosedate", 'D'), ("actualclosedate", 'D'), ("statecode", 'd'), ("stepname", 't'), ("createdon", 'D'), ("ownerid", 'o'),
    ];
    let step = |c: ColumnSeen| if c.name == "stepname" { c.with(100, 100, 5) } else { c };
    expect(&columns(&opportunities).into_iter().map(step).collect::<Vec<_>>(), Opportunities, &[
        ("opportunityid", OpportunityId), ("name", Name), ("originatingleadid", LeadId), ("actualvalue", Value), ("actualclosedate", ClosedOn),
        ("statecode", Outcome), ("stepname", Stage), ("createdon", CreatedOn), ("ownerid", Owner),
    ]);
}

#[test]
fn odoo_by_label_and_by_technical_name() {
    let technical = [
        ("id", 't'), ("name", 't'), ("contact_name", 't'), ("partner_name", 't'), ("email_from", 'e'), ("phone", 'p'), ("user_id/name", 'o'),
        ("team_id/name", 'o'), ("stage_id/name", 'd'), ("source_id/name", 'l'), ("medium_id/name", 'l'), ("campaign_id/name", 'o'),
        ("expected_revenue", 'n'), ("probability", 'n'), ("create_date", 'D'), ("date_open", 'D'), ("date_closed", 'D'), ("date_deadline", 'D'),
        ("lost_reason_id/name", 'r'), ("write_date", 'D'),
    ];
    let found = expect(&columns(&technical), LeadsWithOpportunities, &[
        ("id", ExternalId), ("contact_name", Name), ("partner_name", Company), ("email_from", MAIL), ("phone", Phone), ("user_id/name", Owner),
        ("stage_id/name", OpportunityStage), ("source_id/name", Source), ("campaign_id/name", Campaign), ("expected_revenue", OpportunityValue),
        ("create_date", CreatedOn), ("date_open", HandedOverOn), ("date_closed", ClosedOn), ("lost_reason_id/name", LostReason),
    ]);
    assert_eq!(guess(&found, "stage_id/name").also, Some(Stage));
    let labels = [
        ("Opportunity", 't'), ("Contact Name", 't'), ("Company Name", 't'), ("Email", 'e'), ("Salesperson", 'o'), ("Sales Team", 'o'), ("Stage", 'd'),
        ("Source", 'l'), ("Medium", 'l'), ("Expected Revenue", 'n'), ("Expected Closing", 'D'), ("Created on", 'D'), ("Lost Reason", 'r'),
    ];
    // By its labels it calls a row an opportunity; whether it is to be taken in as leads too, a person chooses.
    expect(&columns(&labels), Opportunities, &[
        ("Opportunity", Name), ("Company Name", Company), ("Email", MAIL), ("Salesperson", Owner), ("Stage", Stage), ("Source", Source),
        ("Expected Revenue", Value), ("Created on", CreatedOn), ("Lost Reason", LostReason),
    ]);
}

#[test]
fn spreadsheets_in_four_languages() {
    let german = [
        ("Vorname", 't'), ("Name", 't'), ("Firma", 't'), ("E-Mail-Adresse", 'e'), ("Telefon", 'p'), ("Funktion", 't'), ("Herkunft", 'l'),
        ("Kampagne", 'o'), ("Erstellt am", 'U'), ("Status", 's'), ("Ablehnungsgrund", 'r'), ("Zuständig", 'o'), ("Übergeben am", 'D'), ("Wiedervorlage", 'D'),
    ];
    let found = expect(&columns(&german), Leads, &[
        ("Vorname", FirstName), ("Name", LastName), ("Firma", Company), ("E-Mail-Adresse", MAIL), ("Telefon", Phone), ("Funktion", Title),
        ("Herkunft", Source), ("Kampagne", Campaign), ("Erstellt am", CreatedOn), ("Status", Stage), ("Ablehnungsgrund", Reason), ("Zuständig", Owner),
        ("Übergeben am", HandedOverOn), ("Wiedervorlage", WakeUpOn),
    ]);
    assert_eq!(asked(&found), ["Erstellt am"]);
    let french = [
        ("Prénom", 't'), ("Nom", 't'), ("Société", 't'), ("Courriel", 'e'), ("Téléphone", 'p'), ("Fonction", 't'), ("Origine du lead", 'l'),
        ("Date de création", 'D'), ("Statut", 's'), ("Motif de refus", 'r'), ("Responsable", 'o'),
    ];
    expect(&columns(&french), Leads, &[
        ("Prénom", FirstName), ("Nom", LastName), ("Société", Company), ("Courriel", MAIL), ("Téléphone", Phone), ("Fonction", Title),
        ("Origine du lead", Source), ("Date de création", CreatedOn), ("Statut", Stage), ("Motif de refus", Reason), ("Responsable", Owner),
    ]);
    let spanish = [
        ("Oportunidad", 't'), ("Empresa", 't'), ("Etapa", 'd'), ("Importe", 'n'), ("Fecha de creación", 'D'), ("Fecha de cierre", 'D'),
        ("Propietario", 'o'), ("Motivo de pérdida", 'r'), ("Probabilidad", 'n'),
    ];
    let found = expect(&columns(&spanish), Opportunities, &[
        ("Oportunidad", Name), ("Empresa", Company), ("Etapa", Stage), ("Importe", Value), ("Fecha de creación", CreatedOn),
        ("Fecha de cierre", ClosedOn), ("Propietario", Owner), ("Motivo de pérdida", LostReason),
    ]);
    assert!(guess(&found, "Probabilidad").afterwards);
    let dutch = [("Kanaal", 'l'), ("Maand", 'D'), ("Uitgaven", 'n'), ("Vertoningen", 'n')];
    expect(&columns(&dutch), Costs, &[("Kanaal", Source), ("Maand", Month), ("Uitgaven", Spend)]);
    let dutch_leads = [
        ("Voornaam", 't'), ("Achternaam", 't'), ("Bedrijf", 't'), ("E-mail", 'e'), ("Bron", 'l'), ("Aangemaakt op", 'D'), ("Status", 's'),
        ("Eigenaar", 'o'), ("Reden van afwijzing", 'r'),
    ];
    expect(&columns(&dutch_leads), Leads, &[
        ("Voornaam", FirstName), ("Achternaam", LastName), ("Bedrijf", Company), ("E-mail", MAIL), ("Bron", Source), ("Aangemaakt op", CreatedOn),
        ("Status", Stage), ("Eigenaar", Owner), ("Reden van afwijzing", Reason),
    ]);
}

#[test]
fn what_a_campaign_cost() {
    let google = [("Campaign", 't'), ("Day", 'D'), ("Impressions", 'n'), ("Clicks", 'n'), ("Cost", 'n'), ("Cost / conv.", 'n')];
    let campaign = |c: ColumnSeen| if c.name.starts_with("Campaign") { c.with(100, 100, 6) } else { c };
    expect(&columns(&google).into_iter().map(campaign).collect::<Vec<_>>(), Costs, &[
        ("Campaign", Campaign), ("Day", Month), ("Cost", Spend),
    ]);
    let salesforce = [
        ("Campaign Name", 't'), ("Type", 'o'), ("Status", 'o'), ("Start Date", 'D'), ("Budgeted Cost", 'n'), ("Actual Cost", 'n'), ("Num Sent", 'n'),
    ];
    expect(&columns(&salesforce).into_iter().map(campaign).collect::<Vec<_>>(), Costs, &[
        ("Campaign Name", Campaign), ("Start Date", Month), ("Actual Cost", Spend),
    ]);
}

/// What columns say when their headers say nothing.
#[test]
fn content_speaks_where_headers_do_not() {
    let found = expect(&[
        column("Column 1", SeenKind::Email),
        list("Column 2", &["Trade Show", "Referral", "Web", "Cold Call"]),
        list("Column 3", &["New", "Contacted", "Disqualified", "Nurture"]),
        column("Created", Day),
        list("Column 5", &["Red", "Green"]),
    ], Leads, &[("Column 1", MAIL), ("Column 2", Source), ("Column 3", Stage), ("Created", CreatedOn)]);
    assert!(guess(&found, "Column 1").why.contains("looks like an e-mail"));
    assert_eq!(asked(&found), ["Column 1", "Column 2", "Column 3"]);
}

/// A header is not believed against its content.
#[test]
fn content_denies_what_a_header_says() {
    let found = expect(&[
        column("Lead ID", Text),
        column("Email", SeenKind::YesNo),
        column("Created Date", Text),
        list("Lead Source", &["Web", "Event"]),
        column("Accepted", Number),
    ], Leads, &[("Lead ID", ExternalId), ("Lead Source", Source)]);
    assert!(guess(&found, "Created Date").why.contains("the values are no days"));
    assert!(guess(&found, "Email").why.contains("the values are no e-mail addresses"));
}

/// Channel and platform stand for the source only where no column says source.
#[test]
fn a_channel_is_the_source_where_nothing_else_is() {
    let lead = |more: &[(&str, char)]| {
        let mut header = vec![("Lead ID", 't'), ("Email", 'e'), ("Created Date", 'D'), ("Status", 's')];
        header.extend(more);
        columns(&header)
    };
    let known = [("Lead ID", ExternalId), ("Email", MAIL), ("Created Date", CreatedOn), ("Status", Stage)];
    let alone = expect(&lead(&[("Channel", 'l')]), Leads, &[known.as_slice(), &[("Channel", Source)]].concat());
    assert!(guess(&alone, "Channel").why.contains("can stand for"));
    let both = expect(&lead(&[("Channel", 'l'), ("Source", 'l')]), Leads, &[known.as_slice(), &[("Source", Source)]].concat());
    assert_eq!(guess(&both, "Channel").becomes, Use::Attribute);
}

/// Of two columns for one field the better filled gets it, and the other says so.
#[test]
fn the_better_filled_column_wins() {
    let source = |name: &str, filled: u64| list(name, &["Web", "Event"]).with(filled, 100, 2);
    let rest = [column("Lead ID", Text), column("Created Date", Day), list("Status", &["New", "Working"])];
    let known = [("Lead ID", ExternalId), ("Created Date", CreatedOn), ("Status", Stage)];
    for (full, sparse) in [("Lead Source", "Original Source"), ("Original Source", "Lead Source")] {
        let mut columns = vec![source(sparse, 10), source(full, 95)];
        columns.extend(rest.clone());
        let found = expect(&columns, Leads, &[known.as_slice(), &[(full, Source)]].concat());
        assert!(guess(&found, sparse).why.contains(&format!("“{full}” fits “Lead source” better")));
        assert!(guess(&found, full).ask.as_ref().is_some_and(|ask| ask.contains(sparse)));
    }
}
