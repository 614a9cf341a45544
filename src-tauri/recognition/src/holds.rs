//! Which kind of record a file holds: what its columns became as leads, as opportunities and as costs, against what they
//! say of companies, activities, quotas and the other things that CRMs export and that are none of these.

use lockstep_text::{key, words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    assign::Assigned,
    carrying::Carrying,
    headers::{HeaderPrefix, prefix},
    seen::{ColumnSeen, SeenKind},
};
use crate::{
    fields::{Field, fields},
    terms::RecordKind,
};

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// Leads.
    Leads,
    /// Leads, each with the opportunity it became in the same row.
    LeadsWithOpportunities,
    /// Opportunities.
    Opportunities,
    /// What sources and campaigns cost.
    Costs,
    /// Companies.
    Companies,
    /// Calls, meetings, tasks.
    Activities,
    /// Products and prices.
    Products,
    /// Quotas and targets.
    Targets,
    /// Our own people.
    Staff,
    /// Sums and rates that somebody made of the records.
    Totals,
    /// A description of other files.
    Dictionary,
    /// Nothing that we know.
    Unknown,
}

impl Holds {
    /// Returns why nothing can be made of such a file, or nothing where something can.
    pub fn why_not(self) -> Option<&'static str> {
        match self {
            Self::Leads | Self::LeadsWithOpportunities | Self::Opportunities | Self::Costs => None,
            Self::Companies => Some(
                "This looks like a list of companies. Lockstep reads leads, opportunities and campaign costs; export the leads or contacts with their lead source.",
            ),
            Self::Activities => Some(
                "This looks like a list of calls, meetings and tasks. Lockstep reads leads, opportunities and campaign costs; export the leads with the day of their first contact.",
            ),
            Self::Products => Some(
                "This looks like a list of products and prices. Lockstep reads leads, opportunities and campaign costs.",
            ),
            Self::Targets => {
                Some("This looks like a list of quotas or targets. Those belong into the plan, as goals.")
            }
            Self::Staff => {
                Some("This looks like a list of your own people. Add them under People and settings.")
            }
            Self::Totals => Some(
                "This looks like sums and rates that somebody made of the records. Lockstep makes them itself; export the records, one row each.",
            ),
            Self::Dictionary => {
                Some("This looks like a description of other files. Choose one of the files it describes.")
            }
            Self::Unknown => Some(
                "Nothing in the headers or the values says that this holds leads, opportunities or campaign costs. If it does, choose which, and say which column is what.",
            ),
        }
    }
}

/// What the columns became under each reading.
pub(super) struct Readings<'a> {
    pub(super) columns: &'a [ColumnSeen],
    pub(super) leads: &'a Assigned,
    pub(super) opportunities: &'a Assigned,
    pub(super) costs: &'a Assigned,
}

/// How much has to speak for a kind before it is believed.
const ENOUGH: u32 = 8;

fn points(assigned: &Assigned, of: impl IntoIterator<Item = (Field, u32)>) -> u32 {
    of.into_iter()
        .map(|(field, points)| points * u32::from(assigned.sure(field)) / 100)
        .sum()
}

fn points_for(kind: RecordKind, assigned: &Assigned) -> u32 {
    points(
        assigned,
        fields(kind).iter().map(|entry| (entry.field, entry.speaks)),
    )
}

/// Returns what a file holds, how sure that is, of 100, and whether somebody has to say which kind its rows are.
pub(super) fn holds(readings: &Readings) -> (Holds, u8, bool) {
    let nouns = Nouns::of(readings.columns);
    let of_leads = points_for(RecordKind::Leads, readings.leads);
    let own_id = nouns.id_of_lead * 8 + u32::from(readings.leads.given.contains_key(&Field::ExternalId));
    let names_a_person = readings.leads.sure(Field::Email) > 0
        && [Field::Name, Field::FirstName, Field::LastName]
            .iter()
            .any(|field| readings.leads.sure(*field) > 0);
    // A column for the source speaks for leads even where nothing stands in it.
    let empty_source =
        u32::from(nouns.lead_source && names_a_person && readings.leads.sure(Field::Source) == 0);
    let leads = of_leads + own_id + nouns.leads.min(4) + 3 * empty_source;
    let of_deals = points_for(RecordKind::Opportunities, readings.opportunities);
    let opportunities = of_deals + nouns.id_of_deal * 8 + nouns.deals.min(4);
    let costs = points_of_costs(readings.costs);
    let (other, others) = something_else(readings.columns);

    let ours = leads.max(opportunities).max(costs);
    if others > ours || ours < ENOUGH {
        let holds = if others >= 4 { other } else { Holds::Unknown };
        return (holds, sure(others.max(ENOUGH), ours), false);
    }
    if costs > leads.max(opportunities) {
        let sure = sure(costs, leads.max(opportunities).max(others));
        return (Holds::Costs, sure, false);
    }
    let deal_in_it = points(
        readings.opportunities,
        [
            (Field::Value, 3),
            (Field::ClosedOn, 6),
            (Field::LostReason, 5),
            (Field::Accepted, 3),
        ],
    ) + nouns.id_of_deal * 8
        + nouns.deals;
    let person = points(
        readings.leads,
        [
            (Field::Email, 4),
            (Field::FirstName, 2),
            (Field::LastName, 2),
            (Field::Name, 2),
        ],
    );
    let came_in = points(
        readings.leads,
        [(Field::Source, 6), (Field::Stage, 3), (Field::Campaign, 3)],
    );
    let carrying = Carrying::of(readings);
    let rows_of_leads = match () {
        () if carrying == Carrying::Deals => true,
        () if deal_in_it < 3 => leads >= opportunities,
        // Without a person, a source or a stage there is no lead in the row, only a deal that knows its lead's id.
        () if of_leads < 4 => false,
        // A person with a lead's status and a source, and a deal that has neither an id nor a name of its own.
        () if !nouns.names_deals && nouns.leads > 0 && person >= 4 && came_in >= 6 => true,
        () if nouns.deals + nouns.id_of_deal != nouns.leads + nouns.id_of_lead => {
            nouns.leads + nouns.id_of_lead > nouns.deals + nouns.id_of_deal
        }
        () => person >= 3 && came_in >= 3,
    };
    if rows_of_leads {
        let carries = readings.leads.given.keys().any(|field| {
            matches!(
                field,
                Field::OpportunityStage | Field::ClosedOn | Field::OpportunityValue | Field::LostReason
            )
        });
        let holds = if carries {
            Holds::LeadsWithOpportunities
        } else {
            Holds::Leads
        };
        let against = if carrying == Carrying::Deals {
            0
        } else {
            opportunities.min(leads / 2)
        };
        let sure = sure(leads, against.max(costs).max(others));
        let says_more_of_leads = nouns.leads + nouns.id_of_lead > nouns.deals + nouns.id_of_deal;
        (holds, sure, carrying == Carrying::InDoubt && !says_more_of_leads)
    } else {
        let rest = leads.min(opportunities / 2).max(costs).max(others);
        let sure = sure(opportunities, rest);
        (Holds::Opportunities, sure, carrying == Carrying::InDoubt)
    }
}

fn points_of_costs(costs: &Assigned) -> u32 {
    let spend = costs.sure(Field::Spend);
    let for_what = costs.sure(Field::Source).max(costs.sure(Field::Campaign));
    if spend < 70 || for_what < super::assign::LEAST {
        return 0;
    }
    u32::from(spend) / 10 + u32::from(for_what) / 25 + u32::from(costs.sure(Field::Month)) / 25
}

fn sure(best: u32, second: u32) -> u8 {
    let share = 100 * best / (best + second).max(1);
    share.clamp(40, 99) as u8
}

/// HeaderPrefix rows the headers say these are: "Deal Name", "Lead Owner". What a row only points to does not count.
#[derive(Default)]
struct Nouns {
    leads: u32,
    deals: u32,
    id_of_lead: u32,
    id_of_deal: u32,
    /// Deals have an id or a name here.
    names_deals: bool,
    /// A column is called lead source, whether or not anything stands in it.
    lead_source: bool,
}

impl Nouns {
    fn of(columns: &[ColumnSeen]) -> Self {
        const OF_DEALS: [&str; 12] = [
            "stagename",
            "iswon",
            "isclosed",
            "forecastcategory",
            "forecastcategoryname",
            "dealname",
            "dealstage",
            "dealtype",
            "opportunityid",
            "dealid",
            "actualclosedate",
            "hasopportunitylineitem",
        ];
        const OF_LEADS: [&str; 9] = [
            "leadid",
            "mqlid",
            "leadstatus",
            "lifecyclestage",
            "hsleadstatus",
            "leadqualitycode",
            "isconverted",
            "donotmodifylead",
            "leadrating",
        ];
        let mut nouns = Self::default();
        for column in columns {
            let heard = words(&column.name);
            let key = key(&column.name);
            nouns.lead_source |= key == "leadsource";
            nouns.names_deals |= [
                "dealid",
                "dealname",
                "opportunityid",
                "opportunityname",
                "opportunity",
                "deal",
            ]
            .contains(&key.as_str());
            let is_id =
                matches!(heard.last().map(String::as_str), Some("id" | "number")) || key.ends_with("id");
            let own_id = is_id && !column.is_empty() && column.tells_rows_apart() && column.fill() > 9_000;
            match heard.first().and_then(|first| prefix(first)) {
                _ if key.starts_with("donotmodifyopportunity") => nouns.id_of_deal = 1,
                _ if key.starts_with("donotmodifylead") => nouns.id_of_lead = 1,
                // Where a lead came from stands in every kind of export.
                Some(HeaderPrefix::Lead) if key.starts_with("leadsource") => {}
                Some(HeaderPrefix::Lead) => {
                    nouns.leads += 1;
                    nouns.id_of_lead |= u32::from(own_id && heard.len() == 2);
                }
                Some(HeaderPrefix::Deal) => {
                    nouns.deals += 1;
                    nouns.id_of_deal |= u32::from(own_id && heard.len() == 2);
                }
                Some(HeaderPrefix::Person) if own_id && heard.len() == 2 => nouns.id_of_lead = 1,
                _ => {
                    nouns.deals += u32::from(OF_DEALS.contains(&key.as_str()));
                    nouns.leads += u32::from(OF_LEADS.contains(&key.as_str()));
                    nouns.id_of_deal |= u32::from(own_id && key == "opportunityid");
                    nouns.id_of_lead |= u32::from(own_id && key == "leadid");
                }
            }
        }
        // An opportunity that names its lead is not the lead.
        if nouns.id_of_deal > 0 {
            nouns.id_of_lead = 0;
        }
        nouns
    }
}

/// Headers that speak for something else than our kinds, with how much.
#[rustfmt::skip]
const MARKS: &[(Holds, u32, &[&str])] = &[
    (Holds::Activities, 8, &["activity id", "task id", "call id", "meeting id", "event id", "engagement id"]),
    (Holds::Activities, 4, &["activity type", "activity date", "call outcome", "meeting outcome", "call duration", "task status", "task due date", "call type", "engagement type", "aktivitatsart"]),
    (Holds::Activities, 2, &["activity owner", "due date", "call direction", "completed on", "subject", "duration", "task type"]),
    (Holds::Companies, 6, &["company id", "account id", "organization id", "company owner", "account owner", "do not modify account"]),
    (Holds::Companies, 3, &["company domain name", "year established", "year founded", "founded", "subsidiary of", "parent company", "parent account", "headquarters", "office location", "stock symbol", "ticker"]),
    (Holds::Companies, 1, &["company name", "account name", "account", "industry", "sector", "employees", "number of employees", "annual revenue", "revenue", "website", "branche", "mitarbeiter"]),
    (Holds::Products, 6, &["product id", "product code", "sku", "item number", "unit price", "list price", "price book", "artikelnummer"]),
    (Holds::Products, 4, &["product name", "sales price", "unit cost", "price"]),
    (Holds::Products, 3, &["product", "series", "product family", "stock", "quantity in stock", "category"]),
    (Holds::Targets, 8, &["quota", "sales target", "revenue target", "sales quota"]),
    (Holds::Targets, 5, &["quota amount", "target", "target amount", "goal"]),
    (Holds::Targets, 1, &["year", "quarter", "fiscal year", "fiscal quarter"]),
    (Holds::Staff, 6, &["employee id", "hire date", "hired", "salary", "personalnummer"]),
    (Holds::Staff, 3, &["manager", "regional office", "years of experience", "department", "team"]),
    (Holds::Staff, 2, &["role", "sales agent", "first name", "last name"]),
    (Holds::Dictionary, 5, &["table", "field", "column name", "data type", "field name", "table name"]),
    (Holds::Dictionary, 3, &["description", "definition", "meaning"]),
];

/// Returns what else a file may hold, and how much speaks for it.
fn something_else(columns: &[ColumnSeen]) -> (Holds, u32) {
    let kinds = [
        Holds::Activities,
        Holds::Companies,
        Holds::Products,
        Holds::Targets,
        Holds::Staff,
        Holds::Dictionary,
    ];
    let marked = kinds.map(|kind| {
        let marks = MARKS.iter().filter(|(of, ..)| *of == kind);
        let found = marks.flat_map(|(_, points, names)| {
            let named = |column: &&ColumnSeen| names.iter().any(|name| key(name) == key(&column.name));
            columns.iter().filter(named).map(move |_| *points)
        });
        (kind, found.sum::<u32>())
    });
    marked
        .into_iter()
        .chain([(Holds::Totals, points_of_totals(columns))])
        .fold(
            (Holds::Unknown, 0),
            |best, one| if one.1 > best.1 { one } else { best },
        )
}

/// Sums and rates: most columns are numbers whose headers count or divide something, and no row names anything but itself.
fn points_of_totals(columns: &[ColumnSeen]) -> u32 {
    let counts = |column: &&ColumnSeen| {
        let heard = words(&column.name);
        let first = heard.first().map(String::as_str);
        let last = heard.last().map(String::as_str);
        matches!(
            first,
            Some("total" | "avg" | "average" | "sum" | "count" | "number" | "anzahl" | "nombre")
        ) || matches!(
            last,
            Some("rate" | "leads" | "ratio" | "count" | "total" | "share" | "deals" | "quote")
        )
    };
    let numbers = |column: &&ColumnSeen| {
        matches!(
            column.kind,
            SeenKind::WholeNumber | SeenKind::Number | SeenKind::Money | SeenKind::Percent
        )
    };
    let counted = columns.iter().filter(numbers).filter(counts).count();
    let one_each = columns.iter().any(|column| column.kind == SeenKind::Email);
    if one_each || counted < 2 || counted * 3 < columns.len() {
        return 0;
    }
    3 * u32::try_from(counted).unwrap_or(u32::MAX / 3)
}
