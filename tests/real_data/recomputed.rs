//! The exports of `shared/data`, counted a second time by the plain implementation of the tests, from the rows of the files.
//! What each file's own words mean stands here, as a person would say it.

use std::{collections::HashMap, path::Path, sync::Arc};

use chrono::{NaiveDate, Utc};
use lockstep_tests::{
    Result,
    plain::{
        Books, Criterion, Cut, Lead, Opportunity, Outcome, Role, Said, Stage, Test, Version, asking,
        carried_by,
        reading::{Row, cell, cents, day, rows},
    },
};
use lockstep_workspace::FixedEnvironment;
use serde_json::json;

use crate::leads::Desk;

/// What is asked of every export.
struct Questions {
    cuts: Vec<Cut>,
    years: std::ops::RangeInclusive<i32>,
    promised: Version,
    criteria: Vec<Criterion>,
}

impl Questions {
    fn of(columns: &[&str], years: std::ops::RangeInclusive<i32>, criteria: Vec<Criterion>) -> Self {
        let mut cuts = vec![
            Cut::Source,
            Cut::Owner,
            Cut::Quarter,
            Cut::Opened,
            Cut::Decided,
            Cut::Closed,
        ];
        cuts.extend(columns.iter().map(|name| Cut::Column((*name).to_owned())));
        let promised = Version {
            since: NaiveDate::MIN,
            first_touch: Some(1),
            decision: Some(5),
        };
        Self {
            cuts,
            years,
            promised,
            criteria,
        }
    }
}

/// Takes files in at the terminal, asks the program everything, and holds it against the books.
fn agree(
    files: &[&Path],
    said: &[&str],
    questions: &Questions,
    books: impl FnOnce(NaiveDate) -> Result<Books>,
) -> Result {
    let desk = Desk::new()?;
    desk.import(files, said)?;
    let now = Utc::now();
    let mut workspace = lockstep_core::open(&desk.file(), Arc::new(FixedEnvironment::at(now)))?;
    let books = books(now.date_naive())?;
    let call: asking::Call = &mut |name, input| Ok(workspace.call(name, input)?);
    let mut all = asking::funnels(&books, &questions.cuts, None, call)?;
    let first = *questions.years.start();
    let period = NaiveDate::from_ymd_opt(first + 1, 2, 15).zip(NaiveDate::from_ymd_opt(first + 2, 1, 10));
    all.extend(asking::funnels(
        &books,
        &[Cut::Source, Cut::Closed],
        period,
        call,
    )?);
    for year in questions.years.clone() {
        all.extend(asking::taken(&books, year, call)?);
    }
    all.extend(asking::ledger(&books, call)?);
    all.extend(asking::years(&books, questions.years.clone(), call)?);
    call("begin_definition", json!({ "template": "blank" }))?;
    asking::promise(&questions.promised, call)?;
    for criterion in &questions.criteria {
        call("add_criterion", criterion.values())?;
    }
    all.extend(asking::promises(&books, Some(questions.promised), call)?);
    all.extend(asking::tested(&books, &questions.criteria, None, call)?);
    assert!(
        all.is_empty(),
        "{} numbers differ:\n{}",
        all.len(),
        all.join("\n")
    );
    Ok(())
}

/// The cells of a row that no field of ours takes; words that say nothing are not there.
fn facts(row: &Row) -> std::collections::BTreeMap<String, String> {
    const NOTHING: [&str; 8] = [
        "n/a",
        "na",
        "-",
        "none",
        "blank",
        "not provided",
        "[not provided]",
        "not available",
    ];
    let says_nothing = |cell: &str| NOTHING.contains(&cell.to_lowercase().as_str());
    let said = row.iter().filter(|(_, cell)| !says_nothing(cell));
    said.map(|(name, cell)| (name.clone(), cell.clone())).collect()
}

fn required(field: &'static str, test: Test) -> Criterion {
    Criterion {
        field,
        test,
        role: Role::Required,
    }
}

#[test]
fn a_sales_development_team() -> Result {
    let Some(folder) = crate::shared("marketstar_sales_dev") else {
        return Ok(());
    };
    let (leads, deals) = (folder.join("Leads.csv"), folder.join("Opportunities.csv"));
    let student = Criterion {
        field: "title",
        test: Test::Contains(vec!["student"]),
        role: Role::Disqualifies,
    };
    let criteria = vec![
        required(
            "source",
            Test::AnyOf(vec!["Web Registration", "Trade Shows and Events"]),
        ),
        required("Employees", Test::AtLeast(100)),
        required("title", Test::Known),
        student,
    ];
    let questions = Questions::of(&["Industry"], 2020..=2023, criteria);
    agree(&[&leads, &deals], &[], &questions, |today| {
        let mut all = Vec::new();
        let mut of_deal = HashMap::new();
        for (place, row) in rows(&leads)?.iter().enumerate() {
            let deal = cell(row, "ConvertedOpportunityId");
            if let Some(deal) = &deal {
                of_deal.insert(deal.clone(), place);
            }
            let mut facts = facts(row);
            if let Some(title) = facts.remove("Title") {
                facts.insert("title".into(), title);
            }
            all.push(Lead {
                id: cell(row, "LeadId").unwrap_or_default(),
                source: cell(row, "LeadSource"),
                owner: cell(row, "OwnerEmployeeId"),
                came_in: day(row, "CreatedDate", "%Y%m%d")?,
                stage: match row.get("Stage").map(String::as_str) {
                    Some("New") => Some(Stage::New),
                    Some("Disqualified") => Some(Stage::Disqualified),
                    Some("Qualified") => Some(Stage::Converted),
                    Some(_) => Some(Stage::Working),
                    None => None,
                },
                reason: cell(row, "DisqualifiedReason").map(|reason| reason.to_lowercase()),
                opportunity: deal,
                facts,
                ..Lead::default()
            });
        }
        let mut opportunities = Vec::new();
        for row in &rows(&deals)? {
            let id = cell(row, "OpportunityId").unwrap_or_default();
            opportunities.push(Opportunity {
                lead: of_deal.get(&id).copied(),
                owner: cell(row, "OwnerEmployeeId"),
                created: day(row, "CreatedDate", "%m/%d/%Y")?,
                value: cents(row, "Amount")?,
                said: match row.get("IsAccepted").map(String::as_str) {
                    Some("TRUE") => Some(Said::Accepted),
                    Some("FALSE") => Some(Said::Rejected),
                    _ => None,
                },
                decided: day(row, "AcceptedDecisionDate", "%m/%d/%Y")?,
                id,
                ..Opportunity::default()
            });
        }
        Ok(Books::new(all, opportunities, today))
    })
}

#[test]
fn a_marketplace() -> Result {
    let Some(folder) = crate::shared("olist_marketing_funnel") else {
        return Ok(());
    };
    let leads = folder.join("olist_marketing_qualified_leads_dataset.csv");
    let deals = folder.join("olist_closed_deals_dataset.csv");
    let criteria = vec![required(
        "source",
        Test::NoneOf(vec!["social", "email", "display", "other"]),
    )];
    let questions = Questions::of(&[], 2016..=2019, criteria);
    agree(&[&deals, &leads], &[], &questions, |today| {
        let mut all = Vec::new();
        let mut places = HashMap::new();
        for (place, row) in rows(&leads)?.iter().enumerate() {
            let id = cell(row, "mql_id").unwrap_or_default();
            places.insert(id.clone(), place);
            all.push(Lead {
                id,
                source: cell(row, "origin"),
                came_in: day(row, "first_contact_date", "%Y-%m-%d")?,
                facts: facts(row),
                ..Lead::default()
            });
        }
        let mut opportunities = Vec::new();
        for row in &rows(&deals)? {
            opportunities.push(Opportunity {
                lead: places.get(&cell(row, "mql_id").unwrap_or_default()).copied(),
                closed: day(row, "won_date", "%Y-%m-%d")?,
                outcome: Some(Outcome::Won),
                ..Opportunity::default()
            });
        }
        Ok(Books::new(all, opportunities, today))
    })
}

fn pipeline(stage: Option<&String>, won: &str, lost: &str) -> Option<Outcome> {
    stage.map(|stage| match stage.as_str() {
        stage if stage == won => Outcome::Won,
        stage if stage == lost => Outcome::Lost,
        _ => Outcome::Open,
    })
}

#[test]
fn a_hardware_seller() -> Result {
    let Some(folder) = crate::shared("maven_crm_opportunities") else {
        return Ok(());
    };
    let file = folder.join("sales_pipeline.csv");
    let questions = Questions::of(&["product"], 2016..=2018, Vec::new());
    agree(&[&file], &[], &questions, |today| {
        let mut opportunities = Vec::new();
        for row in &rows(&file)? {
            opportunities.push(Opportunity {
                id: cell(row, "opportunity_id").unwrap_or_default(),
                owner: cell(row, "sales_agent"),
                created: day(row, "engage_date", "%Y-%m-%d")?,
                closed: day(row, "close_date", "%Y-%m-%d")?,
                outcome: pipeline(row.get("deal_stage"), "Won", "Lost"),
                value: cents(row, "close_value")?,
                facts: facts(row),
                ..Opportunity::default()
            });
        }
        Ok(Books::new(Vec::new(), opportunities, today))
    })
}

#[test]
fn contacts_and_deals() -> Result {
    let Some(folder) = crate::shared("hubspot_dummy") else {
        return Ok(());
    };
    let (contacts, deals) = (
        folder.join("hubspot_contacts.csv"),
        folder.join("hubspot_deals.csv"),
    );
    let criteria = vec![
        required("source", Test::NoneOf(vec!["Offline Sources"])),
        required("title", Test::Contains(vec!["engineer", "manager", "officer"])),
        Criterion {
            field: "State/Region",
            test: Test::AnyOf(vec!["Texas"]),
            role: Role::Disqualifies,
        },
    ];
    let questions = Questions::of(&["Lead Status"], 2019..=2026, criteria);
    let said = [
        "--value",
        "stage:Other=disqualified",
        "--value",
        "stage:Evangelist=converted",
    ];
    agree(&[&contacts, &deals], &said, &questions, |today| {
        let mut all = Vec::new();
        let mut places = HashMap::new();
        for (place, row) in rows(&contacts)?.iter().enumerate() {
            let email = cell(row, "Email").map(|email| email.to_lowercase());
            if let Some(email) = &email {
                places.entry(email.clone()).or_insert(place);
            }
            let mut facts = facts(row);
            if let Some(title) = facts.remove("Job Title") {
                facts.insert("title".into(), title);
            }
            all.push(Lead {
                id: cell(row, "Contact ID").unwrap_or_default(),
                email,
                source: cell(row, "Lead Source"),
                owner: cell(row, "Contact Owner"),
                came_in: day(row, "Create Date", "%Y-%m-%d")?,
                stage: match row.get("Lifecycle Stage").map(String::as_str) {
                    // A lifecycle does not say whether anybody got in touch: early ones have no stage here.
                    Some("Sales Qualified Lead") => Some(Stage::Accepted),
                    Some("Opportunity" | "Customer" | "Evangelist") => Some(Stage::Converted),
                    Some("Other") => Some(Stage::Disqualified),
                    _ => None,
                },
                facts,
                ..Lead::default()
            });
        }
        let mut opportunities = Vec::new();
        for row in &rows(&deals)? {
            let email = cell(row, "Associated Contact Email").map(|email| email.to_lowercase());
            opportunities.push(Opportunity {
                id: cell(row, "Deal ID").unwrap_or_default(),
                lead: email.and_then(|email| places.get(&email).copied()),
                owner: cell(row, "Deal Owner"),
                created: day(row, "Create Date", "%Y-%m-%d")?,
                closed: day(row, "Close Date", "%Y-%m-%d")?,
                outcome: pipeline(row.get("Deal Stage"), "Closed Won", "Closed Lost"),
                value: cents(row, "Amount")?,
                facts: facts(row),
                ..Opportunity::default()
            });
        }
        Ok(Books::new(all, opportunities, today))
    })
}

#[test]
fn leads_that_carry_their_deals() -> Result {
    let Some(folder) = crate::shared("marketing_dashboard") else {
        return Ok(());
    };
    let file = folder.join("salesforce_leads.csv");
    let criteria = vec![
        required("employees", Test::AtLeast(200)),
        required("lead_score", Test::AtMost(90)),
    ];
    let questions = Questions::of(&["platform", "industry"], 2023..=2025, criteria);
    let said = ["--value", "opportunity_stage:Lead=open"];
    agree(&[&file], &said, &questions, |today| {
        let (mut all, mut opportunities) = (Vec::new(), Vec::new());
        for (place, row) in rows(&file)?.iter().enumerate() {
            let lead = Lead {
                id: cell(row, "lead_id").unwrap_or_default(),
                source: cell(row, "lead_source"),
                came_in: day(row, "created_date", "%Y-%m-%d")?,
                stage: match row.get("status").map(String::as_str) {
                    Some("Converted" | "Qualified") => Some(Stage::Converted),
                    Some("Nurturing") => Some(Stage::Recycled),
                    _ => None,
                },
                facts: facts(row),
                ..Lead::default()
            };
            let deal = Opportunity {
                created: day(row, "conversion_date", "%Y-%m-%d")?,
                value: cents(row, "opportunity_value")?,
                outcome: pipeline(row.get("stage"), "Closed Won", ""),
                ..Opportunity::default()
            };
            opportunities.extend(carried_by(place, &lead, deal));
            all.push(lead);
        }
        Ok(Books::new(all, opportunities, today))
    })
}

#[test]
fn a_list_with_one_column_of_stages() -> Result {
    let Some(folder) = crate::shared("datablist_leads") else {
        return Ok(());
    };
    let file = folder.join("leads-100.csv");
    let questions = Questions::of(
        &[],
        2024..=2024,
        vec![required("source", Test::NoneOf(vec!["Other"]))],
    );
    let said: Vec<String> = ["Re-engagement", "New Lead", "Contacted", "On Hold"]
        .iter()
        .map(|stage| format!("opportunity_stage:{stage}=open"))
        .chain(["opportunity_stage:Disqualified=lost".to_owned()])
        .flat_map(|word| ["--value".to_owned(), word])
        .collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    agree(&[&file], &said, &questions, |today| {
        let (mut all, mut opportunities) = (Vec::new(), Vec::new());
        for (place, row) in rows(&file)?.iter().enumerate() {
            let stage = row.get("Deal Stage").map(String::as_str);
            let lead = Lead {
                id: cell(row, "Account Id").unwrap_or_default(),
                source: cell(row, "Source"),
                owner: cell(row, "Lead Owner"),
                stage: stage.map(|stage| match stage {
                    "New Lead" => Stage::New,
                    "Contacted" => Stage::Working,
                    "On Hold" | "Re-engagement" => Stage::Recycled,
                    "Disqualified" => Stage::Disqualified,
                    _ => Stage::Converted,
                }),
                facts: facts(row),
                ..Lead::default()
            };
            let outcome = pipeline(row.get("Deal Stage"), "Closed Won", "Closed Lost");
            let deal = Opportunity {
                outcome: if stage == Some("Disqualified") {
                    Some(Outcome::Lost)
                } else {
                    outcome
                },
                ..Opportunity::default()
            };
            opportunities.extend(carried_by(place, &lead, deal));
            all.push(lead);
        }
        Ok(Books::new(all, opportunities, today))
    })
}

#[test]
fn two_leads_with_numbers_for_stages() -> Result {
    let Some(folder) = crate::shared("krayin_sample") else {
        return Ok(());
    };
    let file = folder.join("leads.csv");
    let questions = Questions::of(&[], 2024..=2024, vec![required("source", Test::AnyOf(vec!["2"]))]);
    let said = [
        "--value",
        "opportunity_stage:5=won",
        "--value",
        "opportunity_stage:3=open",
    ];
    agree(&[&file], &said, &questions, |today| {
        let (mut all, mut opportunities) = (Vec::new(), Vec::new());
        for (place, row) in rows(&file)?.iter().enumerate() {
            let lead = Lead {
                id: cell(row, "id").unwrap_or_default(),
                source: cell(row, "lead_source_id"),
                owner: cell(row, "user_id"),
                facts: facts(row),
                ..Lead::default()
            };
            let deal = Opportunity {
                closed: day(row, "closed_at", "%Y-%m-%d")?,
                value: cents(row, "lead_value")?,
                outcome: pipeline(row.get("lead_pipeline_stage_id"), "5", ""),
                ..Opportunity::default()
            };
            opportunities.extend(carried_by(place, &lead, deal));
            all.push(lead);
        }
        Ok(Books::new(all, opportunities, today))
    })
}
