//! The funnel that screens ask for: by source, campaign, owner, quarter or any attribute.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    by::{By, Day, quarter_key, quarter_name},
    rules::{self, CostFacts, DealFacts, FunnelRow, LeadFacts, Rate},
};
use crate::{
    change::{Query, Reader},
    error::{Error, Result},
};

/// Counts what became of leads, by source, campaign, owner, quarter or any attribute.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeadFunnel {
    /// `source`, `campaign`, `owner`, `quarter` (in which the lead came in), `opportunity_quarter`, `decision_quarter`,
    /// `closing_quarter`, or the name of an attribute.
    pub by: String,
    /// Only from this day on; it is the day of the quarter, and otherwise the day on which the lead came in.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<NaiveDate>,
    /// Only until this day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<NaiveDate>,
}

/// The funnel.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LeadFunnelView {
    /// One row for each, the most leads first; quarters in their order.
    pub rows: Vec<FunnelRow>,
    /// All of them together.
    pub all: FunnelRow,
    /// The attributes by which it could be counted.
    pub attributes: Vec<String>,
}

/// Counts the leads that were handed over and lost or ignored, by source, campaign, owner, quarter or any attribute.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LostOrIgnored {
    /// As for the funnel.
    pub by: String,
    /// Only from this day on.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<NaiveDate>,
    /// Only until this day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<NaiveDate>,
}

/// How many leads of one group were lost or ignored.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LostRow {
    /// What it is the row of; nothing for what is missing it.
    pub name: Option<String>,
    /// Leads that nobody touched.
    pub untouched: i64,
    /// Leads that were abandoned without a decision.
    pub abandoned: i64,
    /// Both, of all leads.
    pub lost_or_ignored: Rate,
}

/// What was lost or ignored.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LostView {
    /// One row for each, the most lost leads first.
    pub rows: Vec<LostRow>,
    /// All of them together.
    pub all: LostRow,
}

/// Everything that is counted, and by which quarter or name.
struct Facts {
    leads: Vec<LeadFacts>,
    deals: Vec<DealFacts>,
    costs: Vec<CostFacts>,
}

struct Period {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl Period {
    fn holds(&self, day: Option<NaiveDate>) -> bool {
        match day {
            None => self.from.is_none() && self.to.is_none(),
            Some(day) => self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to),
        }
    }
}

impl Query for LeadFunnel {
    type Answer = LeadFunnelView;

    fn answer(self, reader: &Reader) -> Result<LeadFunnelView> {
        let (by, attributes) = By::of(&self.by, reader)?;
        let period = Period {
            from: self.from,
            to: self.to,
        };
        let facts = load(reader, &by, &period)?;
        let (mut rows, all) = rules::funnel(&facts.leads, &facts.deals, &facts.costs);
        if matches!(by, By::Quarter(_)) {
            let start = reader.company()?.fiscal_start;
            for row in &mut rows {
                row.name = row.name.as_deref().and_then(|key| quarter_name(key, start));
            }
            // What has no quarter stands behind the others.
            rows.sort_by_key(|row| row.name.is_none());
        } else {
            rows.sort_by_key(|row| std::cmp::Reverse((row.leads, row.opportunities)));
        }
        Ok(LeadFunnelView {
            rows,
            all,
            attributes,
        })
    }
}

impl Query for LostOrIgnored {
    type Answer = LostView;

    fn answer(self, reader: &Reader) -> Result<LostView> {
        let funnel = LeadFunnel {
            by: self.by,
            from: self.from,
            to: self.to,
        }
        .answer(reader)?;
        let mut rows: Vec<LostRow> = funnel
            .rows
            .iter()
            .filter(|row| row.leads > 0)
            .map(lost_row)
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.lost_or_ignored.part));
        Ok(LostView {
            rows,
            all: lost_row(&funnel.all),
        })
    }
}

fn lost_row(row: &FunnelRow) -> LostRow {
    LostRow {
        name: row.name.clone(),
        untouched: row.untouched,
        abandoned: row.abandoned,
        lost_or_ignored: row.lost_or_ignored,
    }
}

fn load(reader: &Reader, by: &By, period: &Period) -> Result<Facts> {
    // `?1` is the path of an attribute. It stands in the condition, too, so that it can be bound where nothing else uses it.
    let start = reader.company()?.fiscal_start;
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut leads: Vec<(LeadFacts, Option<NaiveDate>)> = Vec::new();
    let mut statement = reader.db().prepare_cached(&format!(
        "SELECT lead.id, {}, lead.stage, lead.accepted, lead.reason,
                lead.first_touch_on IS NOT NULL OR coalesce(lead.touches, 0) > 0, lead.created_on,
                lead.opportunity_said IS NOT NULL, lead.decided_on
         FROM lead WHERE ?1 IS NOT NULL ORDER BY lead.rowid",
        by.sql("lead")
    ))?;
    let mut rows = statement.query(params![by.path()])?;
    while let Some(row) = rows.next()? {
        places.insert(row.get(0)?, leads.len());
        let facts = LeadFacts {
            group: group(row, 1)?,
            stage: term(row.get(2)?)?,
            accepted: term(row.get(3)?)?,
            reason: term(row.get(4)?)?,
            touched: row.get(5)?,
            created_on: day(row, 6)?,
            names_an_opportunity: row.get(7)?,
        };
        leads.push((facts, day(row, 8)?));
    }
    let mut statement = reader.db().prepare_cached(&format!(
        "SELECT opportunity.lead, {}, opportunity.outcome, opportunity.accepted, opportunity.value, opportunity.created_on,
                opportunity.closed_on, opportunity.decided_on
         FROM opportunity WHERE ?1 IS NOT NULL ORDER BY opportunity.rowid",
        by.sql("opportunity")
    ))?;
    let mut rows = statement.query(params![by.path()])?;
    let mut deals: Vec<(DealFacts, Option<NaiveDate>)> = Vec::new();
    while let Some(row) = rows.next()? {
        let lead: Option<String> = row.get(0)?;
        let facts = DealFacts {
            lead: lead.and_then(|lead| places.get(&lead).copied()),
            group: group(row, 1)?,
            outcome: term(row.get(2)?)?,
            accepted: term(row.get(3)?)?,
            value: row.get(4)?,
            created_on: day(row, 5)?,
            closed_on: day(row, 6)?,
        };
        deals.push((facts, day(row, 7)?));
    }
    let days = days(by, &leads, &deals);
    let facts = within(leads, deals, &days, by, period, start);
    Ok(Facts {
        costs: costs(reader, by, period, start)?,
        ..facts
    })
}

/// The day by which each lead and each opportunity is counted.
struct Days {
    leads: Vec<Option<NaiveDate>>,
    deals: Vec<Option<NaiveDate>>,
}

fn days(by: &By, leads: &[(LeadFacts, Option<NaiveDate>)], deals: &[(DealFacts, Option<NaiveDate>)]) -> Days {
    let day = match by {
        By::Quarter(day) => *day,
        _ => Day::Lead,
    };
    let of_deal = |(deal, decided): &(DealFacts, Option<NaiveDate>)| match day {
        Day::Lead => deal.created_on.or(deal.closed_on),
        Day::Opportunity => deal.created_on,
        Day::Decision => *decided,
        Day::Closing => deal.closed_on,
    };
    let mut of_leads: Vec<Option<NaiveDate>> = leads
        .iter()
        .map(|(lead, decided)| match day {
            Day::Lead => lead.created_on,
            Day::Decision => *decided,
            Day::Opportunity | Day::Closing => None,
        })
        .collect();
    if day != Day::Lead {
        for deal in deals {
            // Of several opportunities the first that came in says the day.
            if let Some(slot) = deal.0.lead.and_then(|lead| of_leads.get_mut(lead)) {
                *slot = slot.or_else(|| of_deal(deal));
            }
        }
    }
    Days {
        leads: of_leads,
        deals: deals.iter().map(of_deal).collect(),
    }
}

/// Leaves out what lies outside the period; an opportunity goes where its lead goes.
fn within(
    leads: Vec<(LeadFacts, Option<NaiveDate>)>,
    deals: Vec<(DealFacts, Option<NaiveDate>)>,
    days: &Days,
    by: &By,
    period: &Period,
    start: u32,
) -> Facts {
    let is_by_quarter = matches!(by, By::Quarter(_));
    let mut kept = Vec::new();
    let mut new_places = vec![None; leads.len()];
    for (((lead, _), day), place) in leads.into_iter().zip(&days.leads).zip(&mut new_places) {
        if period.holds(*day) {
            *place = Some(kept.len());
            kept.push(LeadFacts {
                group: if is_by_quarter {
                    day.map(|day| quarter_key(day, start))
                } else {
                    lead.group.clone()
                },
                ..lead
            });
        }
    }
    let deals = deals
        .into_iter()
        .zip(&days.deals)
        .filter_map(|((deal, _), day)| match deal.lead {
            Some(lead) => {
                let lead = new_places.get(lead).copied().flatten()?;
                Some(DealFacts {
                    lead: Some(lead),
                    ..deal
                })
            }
            None => period.holds(*day).then(|| DealFacts {
                group: if is_by_quarter {
                    day.map(|day| quarter_key(day, start))
                } else {
                    deal.group.clone()
                },
                ..deal
            }),
        })
        .collect();
    Facts {
        leads: kept,
        deals,
        costs: Vec::new(),
    }
}

/// Costs are known by source, campaign and month, and by nothing else.
fn costs(reader: &Reader, by: &By, period: &Period, start: u32) -> Result<Vec<CostFacts>> {
    let column = match by {
        By::Column(column @ ("source" | "campaign")) => *column,
        By::Quarter(Day::Lead) => "month",
        _ => return Ok(Vec::new()),
    };
    let mut statement = reader.db().prepare_cached(&format!(
        "SELECT {column}, month, spend FROM cost WHERE spend IS NOT NULL"
    ))?;
    let mut rows = statement.query([])?;
    let mut costs = Vec::new();
    while let Some(row) = rows.next()? {
        let month = day(row, 1)?;
        if period.holds(month) {
            costs.push(CostFacts {
                group: if matches!(by, By::Quarter(_)) {
                    month.map(|month| quarter_key(month, start))
                } else {
                    row.get(0)?
                },
                spend: row.get(2)?,
            });
        }
    }
    Ok(costs)
}

fn day(row: &rusqlite::Row, at: usize) -> Result<Option<NaiveDate>> {
    let text: Option<String> = row.get(at)?;
    text.map(|text| text.parse())
        .transpose()
        .map_err(|_| Error::damaged("A day in this workspace cannot be read."))
}

fn group(row: &rusqlite::Row, at: usize) -> Result<Option<String>> {
    use rusqlite::types::ValueRef;
    Ok(match row.get_ref(at)? {
        ValueRef::Null | ValueRef::Blob(_) => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
    })
}

/// Returns the term that a word in the file stands for.
pub(super) fn term<T: serde::de::DeserializeOwned>(word: Option<String>) -> Result<Option<T>> {
    word.map(|word| serde_json::from_value(serde_json::Value::String(word)))
        .transpose()
        .map_err(|error| Error::damaged(format!("A lead cannot be read: {error}.")))
}
