//! Files that people really exported, by their headers and a few facts about their columns. What stands under each file is
//! what it cannot tell and a person has to choose.

use super::{
    Holds::*,
    SeenKind::{Address, Day, Email, Empty, Number, Text, WholeNumber, YesNo},
    Use, asked, column, expect, guess, lacking, list,
};
use crate::fields::Field::{self, *};

const MAIL: Field = Field::Email;

/// Nothing is left to choose: the stages have terms of their own, and so do the reasons.
#[test]
fn leads_of_a_sales_development_team() {
    let rows = 43_033;
    let found = expect(
        &[
            column("LeadId", WholeNumber).with(rows, rows, 10_000),
            column("Title", Text).with(34_999, rows, 683).like(&["Manager", "C - Level"]),
            column("Industry", Text).with(30_593, rows, 247),
            column("Employees", WholeNumber).with(27_989, rows, 84),
            list("TimeZone", &["PST", "EST", "CST", "MST"]).with(42_223, rows, 4),
            list("Stage", &["Disqualified", "New", "Working", "Qualified", "Decision Maker", "Gatekeeper", "Scheduled"])
                .with(rows, rows, 7),
            column("CreatedDate", Day).with(rows, rows, 619).like(&["20210105"]),
            column("OwnerEmployeeId", WholeNumber).with(32_567, rows, 5),
            column("ConvertedOpportunityId", WholeNumber).with(1_061, rows, 1_061),
            list("LeadSource", &["Web Registration", "Purchased List", "Trade Shows and Events"]).with(rows, rows, 3),
            list("DisqualifiedReason", &["Abandoned", "Not Interested", "Bad Email", "No Need"]).with(30_218, rows, 9),
        ]
        // Ten thousand different ids were counted, and there are more.
        .map(|column| super::ColumnSeen {
            more_distinct: column.distinct == 10_000,
            ..column
        }),
        Leads,
        &[
            ("LeadId", ExternalId),
            ("Title", Title),
            ("Stage", Stage),
            ("CreatedDate", CreatedOn),
            ("OwnerEmployeeId", Owner),
            ("ConvertedOpportunityId", OpportunityId),
            ("LeadSource", Source),
            ("DisqualifiedReason", Reason),
        ],
    );
    assert_eq!(asked(&found), Vec::<&str>::new());
    assert_eq!(lacking(&found), []);
    assert!(found.confidence >= 80, "{}", found.confidence);
    assert!(found.kind.is_some());
}

/// The days say 1/18/2021, so the month is first. The file knows no lead and no outcome: its leads name their opportunities,
/// and what was won no file of this team says.
#[test]
fn opportunities_of_a_sales_development_team() {
    let rows = 1_061;
    let found = expect(
        &[
            column("OpportunityId", WholeNumber).with(rows, rows, rows),
            column("CreatedDate", Day).with(rows, rows, 341),
            column("created_by_id", WholeNumber).with(rows, rows, 5),
            column("IsAccepted", YesNo).with(rows, rows, 2),
            column("AcceptedDecisionDate", Day).with(rows, rows, 418),
            column("Amount", Number).with(rows, rows, 1_060),
            column("OwnerEmployeeId", WholeNumber).with(rows, rows, 3),
            column("Column 8", Number).with(740, rows, 740),
        ],
        Opportunities,
        &[
            ("OpportunityId", OpportunityId),
            ("CreatedDate", CreatedOn),
            ("IsAccepted", Accepted),
            ("AcceptedDecisionDate", DecidedOn),
            ("Amount", Value),
            ("OwnerEmployeeId", Owner),
        ],
    );
    assert_eq!(asked(&found), Vec::<&str>::new());
    assert_eq!(lacking(&found), [Outcome, ClosedOn, LeadId]);
    assert!(found.lacks.iter().all(|lack| !lack.stops));
}

/// The cleaned copy of the same file has the nameless column too, without anything in it.
#[test]
fn an_empty_column_is_left_out() {
    let found = expect(
        &[
            column("OpportunityId", WholeNumber),
            column("Amount", Number),
            column("IsAccepted", YesNo),
            column("Column 8", Empty),
        ],
        Opportunities,
        &[("OpportunityId", OpportunityId), ("Amount", Value), ("IsAccepted", Accepted)],
    );
    assert_eq!(guess(&found, "Column 8").becomes, Use::LeftOut);
}

/// Whether the day of the first contact is the day the lead came in, a person confirms: the file has no other day.
#[test]
fn marketing_qualified_leads_of_a_marketplace() {
    let rows = 8_000;
    let found = expect(
        &[
            column("mql_id", Text).with(rows, rows, rows),
            column("first_contact_date", Day).with(rows, rows, 336),
            column("landing_page_id", Text).with(rows, rows, 495),
            list("origin", &["organic search", "paid search", "social", "unknown", "direct traffic", "email"]).with(7_940, rows, 10),
        ],
        Leads,
        &[("mql_id", ExternalId), ("first_contact_date", CreatedOn), ("origin", Source)],
    );
    assert_eq!(asked(&found), ["first_contact_date"]);
    // What became of them, the closed deals say.
    assert_eq!(lacking(&found), [Stage]);
}

/// Every row is a deal that was won, and the header of its day says so. A person confirms the owner: two columns of ids name
/// colleagues, the one who develops leads and the one who sells.
#[test]
fn closed_deals_of_a_marketplace() {
    let rows = 842;
    let found = expect(
        &[
            column("mql_id", Text).with(rows, rows, rows),
            column("seller_id", Text).with(rows, rows, rows),
            column("sdr_id", Text).with(rows, rows, 32),
            column("sr_id", Text).with(rows, rows, 22),
            column("won_date", Day).with(rows, rows, 824),
            column("business_segment", Text).with(841, rows, 33),
            list("lead_type", &["online medium", "online big", "industry", "offline"]).with(836, rows, 8),
            list("lead_behaviour_profile", &["cat", "eagle", "wolf", "shark"]).with(665, rows, 9),
            column("has_company", YesNo).with(63, rows, 2),
            column("has_gtin", YesNo).with(64, rows, 2),
            list("average_stock", &["5-20", "50-200", "unknown"]).with(66, rows, 6),
            list("business_type", &["reseller", "manufacturer", "other"]).with(832, rows, 3),
            column("declared_product_catalog_size", Number).with(69, rows, 33),
            column("declared_monthly_revenue", Number).with(rows, rows, 27),
        ],
        Opportunities,
        &[("mql_id", LeadId), ("sdr_id", Owner), ("won_date", ClosedOn)],
    );
    let won = guess(&found, "won_date");
    assert_eq!(won.also, Some(Outcome));
    assert!(won.why.contains("every row with this day counts as won"), "{}", won.why);
    assert_eq!(asked(&found), ["sdr_id"]);
    assert_eq!(lacking(&found), [Value, CreatedOn]);
}

/// Nothing is left to choose: won and lost stand in the stage, the other stages are open.
#[test]
fn the_pipeline_of_a_hardware_seller() {
    let rows = 8_800;
    let found = expect(
        &[
            column("opportunity_id", Text).with(rows, rows, rows),
            column("sales_agent", Text).with(rows, rows, 30),
            column("product", Text).with(rows, rows, 7),
            column("account", Text).with(7_375, rows, 85),
            list("deal_stage", &["Won", "Lost", "Engaging", "Prospecting"]).with(rows, rows, 4),
            column("engage_date", Day).with(8_300, rows, 421),
            column("close_date", Day).with(6_711, rows, 306),
            column("close_value", WholeNumber).with(6_711, rows, 2_051),
        ],
        Opportunities,
        &[
            ("opportunity_id", OpportunityId),
            ("sales_agent", Owner),
            ("account", Company),
            ("deal_stage", Stage),
            ("engage_date", CreatedOn),
            ("close_date", ClosedOn),
            ("close_value", Value),
        ],
    );
    assert_eq!(guess(&found, "deal_stage").also, Some(Outcome));
    assert_eq!(asked(&found), Vec::<&str>::new());
    assert_eq!(lacking(&found), [LeadId]);
    assert!(!guess(&found, "product").afterwards);
}

/// A person chooses between two stages: every contact has a lifecycle stage, a third of them a lead status. Nothing says what
/// "Evangelist" and "Other" mean.
#[test]
fn contacts_in_hubspots_labels() {
    let rows = 950;
    let found = expect(
        &[
            column("Contact ID", Text).with(rows, rows, rows),
            column("First Name", Text).with(rows, rows, 349),
            column("Last Name", Text).with(rows, rows, 468),
            column("Email", Email).with(rows, rows, rows),
            column("Phone Number", Text).with(rows, rows, rows).like(&["416-810-9897x752"]),
            column("Mobile Phone Number", Text).with(rows, rows, rows).like(&["(376)694-9481"]),
            column("Job Title", Text).with(rows, rows, 487),
            list("Lifecycle Stage", &["Marketing Qualified Lead", "Opportunity", "Subscriber", "Customer", "Lead", "Other", "Evangelist"])
                .with(rows, rows, 8),
            list("Lead Status", &["Open Deal", "Connected", "In Progress", "Open", "Unqualified", "Bad Timing", "New"])
                .with(321, rows, 8),
            column("Create Date", Day).with(rows, rows, 661),
            column("Last Modified Date", Day).with(rows, rows, 525),
            column("Contact Owner", Email).with(rows, rows, 5),
            list("Lead Source", &["Offline Sources", "Paid Search", "Direct Traffic", "Organic Search"]).with(rows, rows, 8),
            column("Website URL", Address).with(297, rows, 286),
            column("Street Address", Text).with(rows, rows, rows),
            column("City", Text).with(rows, rows, 911),
            column("State/Region", Text).with(rows, rows, 59),
            column("Postal Code", Text).with(rows, rows, 944),
            column("Country", Text).with(rows, rows, 238),
            column("Associated Company Domain", Text).with(679, rows, 193),
        ],
        Leads,
        &[
            ("Contact ID", ExternalId),
            ("First Name", FirstName),
            ("Last Name", LastName),
            ("Email", MAIL),
            ("Phone Number", Phone),
            ("Job Title", Title),
            ("Lifecycle Stage", Stage),
            ("Create Date", CreatedOn),
            ("Contact Owner", Owner),
            ("Lead Source", Source),
            ("Associated Company Domain", Company),
        ],
    );
    // The status that was not chosen would foretell what became of the lead.
    assert!(guess(&found, "Lead Status").afterwards);
    assert!(guess(&found, "Lead Status").why.contains("“Lifecycle Stage” fits “Lead stage” better"));
    assert!(guess(&found, "Last Modified Date").afterwards);
    assert!(!guess(&found, "Country").afterwards);
    assert_eq!(asked(&found), ["Lifecycle Stage", "Associated Company Domain"]);
    assert_eq!(lacking(&found), []);
}

/// Nothing is left to choose. Contacts are joined by their e-mail.
#[test]
fn deals_in_hubspots_labels() {
    let rows = 500;
    let found = expect(
        &[
            column("Deal ID", Text).with(rows, rows, rows),
            column("Deal Name", Text).with(rows, rows, 265),
            list("Deal Stage", &["Qualified to Buy", "Contract Sent", "Closed Won", "Closed Lost", "Decision Maker Bought-In"])
                .with(rows, rows, 7),
            list("Pipeline", &["Sales Pipeline", "Renewals Pipeline"]).with(rows, rows, 2),
            column("Amount", Number).with(rows, rows, rows),
            column("Close Date", Day).with(rows, rows, 271),
            column("Create Date", Day).with(rows, rows, 377),
            column("Deal Owner", Email).with(rows, rows, 5),
            list("Deal Type", &["Existing Business", "New Business"]).with(rows, rows, 2),
            list("Closed Lost Reason", &["Product Fit", "Price", "Competitor", "Timing", "Lost Interest"]).with(56, rows, 5),
            column("Associated Company Domain", Text).with(rows, rows, 167),
            column("Associated Contact Email", Email).with(rows, rows, 358),
        ],
        Opportunities,
        &[
            ("Deal ID", OpportunityId),
            ("Deal Name", Name),
            ("Deal Stage", Stage),
            ("Amount", Value),
            ("Close Date", ClosedOn),
            ("Create Date", CreatedOn),
            ("Deal Owner", Owner),
            ("Closed Lost Reason", LostReason),
            ("Associated Company Domain", Company),
            ("Associated Contact Email", MAIL),
        ],
    );
    assert_eq!(asked(&found), ["Associated Company Domain"]);
    assert_eq!(lacking(&found), []);
}
