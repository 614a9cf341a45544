//! The plain reader of exports that nobody wrote.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use crate::{
    Result,
    plain::{
        Books, Lead, Opportunity, Outcome, Said, Stage, carried_by,
        reading::{Row, cell, cents, day, rows_of},
    },
};

fn stage(row: &Row) -> Option<Stage> {
    Some(match row.get("Lead Status")?.as_str() {
        "New" => Stage::New,
        "Working" => Stage::Working,
        "Converted" => Stage::Converted,
        "Accepted" => Stage::Accepted,
        "Rejected" => Stage::Rejected,
        "Recycled" => Stage::Recycled,
        _ => Stage::Disqualified,
    })
}

fn said(row: &Row, column: &str) -> Option<Said> {
    Some(match row.get(column)?.as_str() {
        "Yes" => Said::Accepted,
        "No" => Said::Rejected,
        _ => Said::Undecided,
    })
}

fn outcome(row: &Row, column: &str) -> Option<Outcome> {
    Some(match row.get(column)?.as_str() {
        "Closed Won" => Outcome::Won,
        "Closed Lost" => Outcome::Lost,
        _ => Outcome::Open,
    })
}

/// Reads such files, as plainly as they are written.
///
/// # Errors
/// When a cell says what no such file says.
pub fn books(leads: &str, deals: &str, today: NaiveDate) -> Result<Books> {
    const ISO: &str = "%Y-%m-%d";
    let (mut all, mut carried, mut opportunities) = (Vec::new(), Vec::new(), Vec::new());
    let mut places = HashMap::new();
    for (place, row) in rows_of(leads.as_bytes())?.iter().enumerate() {
        let id = cell(row, "Lead ID").unwrap_or_default();
        places.insert(id.clone(), place);
        let facts = ["Employees", "Industry"].map(|name| (name.to_owned(), cell(row, name)));
        let lead = Lead {
            id,
            email: cell(row, "Email"),
            source: cell(row, "Lead Source"),
            campaign: cell(row, "Campaign"),
            owner: cell(row, "Lead Owner"),
            came_in: day(row, "Created Date", ISO)?,
            handed_over: day(row, "Handed over on", ISO)?,
            first_touch: day(row, "First contact on", ISO)?,
            touches: cell(row, "Touches").map(|touches| touches.parse()).transpose()?,
            stage: stage(row),
            said: said(row, "Accepted"),
            decided: day(row, "Decided on", ISO)?,
            wake_up: day(row, "Wake-up date", ISO)?,
            reason: cell(row, "Reason").map(|reason| reason.to_lowercase()),
            opportunity: None,
            facts: facts
                .into_iter()
                .filter_map(|(name, cell)| Some((name, cell?)))
                .collect(),
        };
        let deal = Opportunity {
            outcome: outcome(row, "Opportunity Stage"),
            value: cents(row, "Opportunity Amount")?,
            closed: day(row, "Opportunity Close Date", ISO)?,
            ..Opportunity::default()
        };
        carried.extend(carried_by(place, &lead, deal));
        all.push(lead);
    }
    for row in rows_of(deals.as_bytes())? {
        opportunities.push(Opportunity {
            id: cell(&row, "Opportunity ID").unwrap_or_default(),
            lead: cell(&row, "Lead ID").and_then(|id| places.get(&id).copied()),
            source: cell(&row, "Lead Source"),
            created: day(&row, "Created Date", ISO)?,
            closed: day(&row, "Close Date", ISO)?,
            outcome: outcome(&row, "Stage"),
            value: cents(&row, "Amount")?,
            said: said(&row, "Accepted By Sales"),
            decided: day(&row, "Decided on", ISO)?,
            campaign: None,
            owner: None,
            facts: BTreeMap::new(),
        });
    }
    // The file of opportunities alone tells of the deals of its leads.
    let in_file: HashSet<_> = opportunities
        .iter()
        .filter_map(|one: &Opportunity| one.lead)
        .collect();
    carried.retain(|one| one.lead.is_none_or(|lead| !in_file.contains(&lead)));
    opportunities.extend(carried);
    Ok(Books::new(all, opportunities, today))
}
