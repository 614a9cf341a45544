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
        "Rejected" => Said::Rejected,
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

/// Nothing was won or lost on a day that has not come; what is open may be expected to close on one.
fn without_a_day_to_come(deal: Opportunity, come: impl Fn(&NaiveDate) -> bool) -> Opportunity {
    let is_closed = matches!(deal.outcome, Some(Outcome::Won | Outcome::Lost));
    Opportunity {
        closed: deal.closed.filter(|day| !is_closed || come(day)),
        ..deal
    }
}

/// Reads such files, as plainly as they are written.
///
/// # Errors
/// When a cell says what no such file says.
pub fn books(leads: &str, deals: &str, today: NaiveDate) -> Result<Books> {
    const ISO: &str = "%Y-%m-%d";
    // What lies after today, wherever it is tomorrow already, has not happened.
    let come = |day: &NaiveDate| (*day - today).num_days() <= 1;
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
            came_in: day(row, "Created Date", ISO)?.filter(come),
            handed_over: day(row, "Handed over on", ISO)?.filter(come),
            first_touch: day(row, "First contact on", ISO)?.filter(come),
            touches: cell(row, "Touches").map(|touches| touches.parse()).transpose()?,
            stage: stage(row),
            said: said(row, "Accepted"),
            decided: day(row, "Decided on", ISO)?.filter(come),
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
        let deal = without_a_day_to_come(deal, come);
        carried.extend(carried_by(place, &lead, deal));
        all.push(lead);
    }
    for row in rows_of(deals.as_bytes())? {
        let deal = Opportunity {
            id: cell(&row, "Opportunity ID").unwrap_or_default(),
            lead: cell(&row, "Lead ID").and_then(|id| places.get(&id).copied()),
            source: cell(&row, "Lead Source"),
            created: day(&row, "Created Date", ISO)?.filter(come),
            closed: day(&row, "Close Date", ISO)?,
            outcome: outcome(&row, "Stage"),
            value: cents(&row, "Amount")?,
            said: said(&row, "Accepted By Sales"),
            decided: day(&row, "Decided on", ISO)?.filter(come),
            campaign: None,
            owner: None,
            facts: BTreeMap::new(),
        };
        opportunities.push(without_a_day_to_come(deal, come));
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
