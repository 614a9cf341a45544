//! The small files that CRMs and dashboards show as samples, in the same way.

use super::{
    Holds::*,
    SeenKind::{Address, Day, Email, Empty, Number, Text, WholeNumber},
    Use, asked, column, expect, guess, lacking, list,
};
use crate::fields::Field::{self, *};

const MAIL: Field = Field::Email;

/// What the file does not tell: whether the day of conversion is the day an opportunity began or the day it was won (all
/// who have it are won), and whether the lead's source or its platform is the one to go by.
#[test]
fn leads_of_a_marketing_dashboard() {
    let rows = 160;
    let found = expect(
        &[
            column("lead_id", Text).with(rows, rows, rows),
            column("first_name", Text).with(rows, rows, 81),
            column("last_name", Text).with(rows, rows, 84),
            column("email", Email).with(rows, rows, rows),
            column("company", Text).with(rows, rows, 159),
            column("title", Text).with(rows, rows, 145).like(&["VP Engineering", "Marketing Director"]),
            list("lead_source", &["Social Media", "Web", "Event", "Paid Search"]).with(rows, rows, 7),
            list("platform", &["LinkedIn", "Events", "TikTok", "Google Ads"]).with(rows, rows, 8),
            column("created_date", Day).with(rows, rows, 119),
            column("lead_score", WholeNumber).with(rows, rows, 46),
            list("status", &["Converted", "Qualified", "Nurturing"]).with(rows, rows, 3),
            column("annual_revenue", WholeNumber).with(rows, rows, 111),
            column("employees", WholeNumber).with(rows, rows, 97),
            column("industry", Text).with(rows, rows, 129),
            column("conversion_date", Day).with(78, rows, 52),
            column("opportunity_value", WholeNumber).with(78, rows, 61),
            list("stage", &["Closed Won", "Opportunity", "Lead"]).with(rows, rows, 3),
        ],
        LeadsWithOpportunities,
        &[
            ("lead_id", ExternalId),
            ("first_name", FirstName),
            ("last_name", LastName),
            ("email", MAIL),
            ("company", Company),
            ("title", Title),
            ("lead_source", Source),
            ("created_date", CreatedOn),
            ("status", Stage),
            ("conversion_date", OpportunityCreatedOn),
            ("opportunity_value", OpportunityValue),
            ("stage", OpportunityStage),
        ],
    );
    assert!(guess(&found, "platform").why.contains("“lead_source” fits “Lead source” better"));
    assert!(!guess(&found, "platform").afterwards);
    assert_eq!(asked(&found), Vec::<&str>::new());
}

#[test]
fn what_platforms_cost_by_month() {
    let rows = 48;
    let number = |name: &str| column(name, Number).with(rows, rows, rows);
    let found = expect(
        &[
            list("platform", &["LinkedIn", "TikTok", "Events", "Google Ads"]).with(rows, rows, 8),
            list("month", &["2024-01", "2024-02", "2024-03"]).with(rows, rows, 6),
            number("impressions"),
            number("clicks"),
            number("click_through_rate"),
            number("cost_per_click"),
            number("total_spend"),
            number("leads_generated"),
            number("cost_per_lead"),
            number("engagement_rate"),
            number("reach"),
        ],
        Costs,
        &[("platform", Source), ("month", Month), ("total_spend", Spend)],
    );
    assert_eq!(asked(&found), Vec::<&str>::new());
    assert_eq!(lacking(&found), []);
}

/// One column holds the stages of leads and of deals; a person looks at what each value means, and says whether the account's
/// id names the lead. The number of the row is left out.
#[test]
fn a_sample_of_leads_with_one_stage_for_all() {
    let found = expect(
        &[
            column("Index", WholeNumber),
            column("Account Id", Text),
            column("Lead Owner", Text),
            column("First Name", Text),
            column("Last Name", Text),
            column("Company", Text),
            column("Phone 1", Text).like(&["+1-532-344-1362"]),
            column("Phone 2", Text).like(&["2754733370"]),
            column("Email 1", Email),
            column("Email 2", Email),
            column("Website", Address),
            list("Source", &["Retargeting Ads", "Podcast", "Trade Show", "Cold Call"]).with(100, 100, 20),
            list("Deal Stage", &["Negotiation", "Re-engagement", "Disqualified", "New Lead", "Closed Won", "Closed Lost", "Qualified"]),
            column("Notes", Text),
        ],
        LeadsWithOpportunities,
        &[
            ("Account Id", ExternalId),
            ("Lead Owner", Owner),
            ("First Name", FirstName),
            ("Last Name", LastName),
            ("Company", Company),
            ("Phone 1", Phone),
            ("Email 1", MAIL),
            ("Source", Source),
            ("Deal Stage", OpportunityStage),
        ],
    );
    assert_eq!(guess(&found, "Index").becomes, Use::LeftOut);
    assert_eq!(guess(&found, "Deal Stage").also, Some(Stage));
    assert_eq!(asked(&found), ["Account Id"]);
    assert_eq!(lacking(&found), [CreatedOn]);
}

/// Source, owner and stage stand there as ids of other tables: a person says what each number means.
#[test]
fn krayins_own_sample() {
    let id = |name: &str| column(name, WholeNumber).with(2, 2, 2);
    let found = expect(
        &[
            id("id").with(1, 2, 1),
            column("title", Text).with(2, 2, 2).like(&[
                "Updated Urgent Requirement of a Product, a Project Management Tool",
                "Need more information about a Product of yours",
            ]),
            column("description", Text).with(2, 2, 2).like(&["A client wants to know about the product in details and is interested."]),
            id("lead_value"),
            column("status", WholeNumber).with(2, 2, 1).like(&["1"]),
            column("lost_reason", Empty),
            column("closed_at", Day).with(1, 2, 1),
            id("user_id"),
            id("person_id"),
            id("lead_source_id"),
            id("lead_type_id"),
            id("lead_pipeline_id"),
            id("lead_pipeline_stage_id"),
            column("expected_close_date", Day).with(2, 2, 2),
        ],
        LeadsWithOpportunities,
        &[
            ("id", ExternalId),
            ("title", Name),
            ("lead_value", OpportunityValue),
            ("closed_at", ClosedOn),
            ("user_id", Owner),
            ("lead_source_id", Source),
            ("lead_pipeline_stage_id", OpportunityStage),
        ],
    );
    assert_eq!(asked(&found), ["title", "lead_source_id", "lead_pipeline_stage_id"]);
    assert_eq!(guess(&found, "lost_reason").becomes, Use::LeftOut);
    assert!(guess(&found, "expected_close_date").afterwards);
    // The day it came in stands in no column.
    assert!(lacking(&found).contains(&CreatedOn));
}
