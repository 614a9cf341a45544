//! The ledger: the leads that were taken in, a page at a time, one of them with its life, and the files that brought them.

use chrono::NaiveDate;
use rusqlite::{ToSql, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    tables::{Import, Lead, Opportunity},
    terms::{Acceptance, LeadStage, Outcome, Reason},
};
use crate::{
    change::{Query, Reader},
    error::{Error, Result},
    ids::{ImportId, LeadId},
    rows,
};

/// Lists the files that were taken in, the latest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListImports {}

impl Query for ListImports {
    type Answer = Vec<Import>;

    fn answer(self, reader: &Reader) -> Result<Vec<Import>> {
        rows::all(reader, "ORDER BY rowid DESC", [])
    }
}

/// In which order leads are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeadOrder {
    /// The latest first.
    #[default]
    Latest,
    /// The earliest first.
    Earliest,
    /// By name.
    Name,
    /// By source.
    Source,
    /// By owner.
    Owner,
}

/// Lists leads, a page at a time.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields = nullable)]
pub struct ListLeads {
    /// Only of this source; empty for those without one.
    pub source: Option<String>,
    /// Only in this stage.
    pub stage: Option<LeadStage>,
    /// Only those to which sales said this.
    pub accepted: Option<Acceptance>,
    /// Only of this owner; empty for those without one.
    pub owner: Option<String>,
    /// Only those that this import brought.
    pub import: Option<ImportId>,
    /// Only those with these words in name, company or e-mail.
    pub text: Option<String>,
    /// Only those that came in on this day or later.
    pub from: Option<NaiveDate>,
    /// Only those that came in until this day.
    pub to: Option<NaiveDate>,
    /// Only those that were lost or ignored.
    pub lost_or_ignored: Option<bool>,
    /// In which order.
    pub sort: Option<LeadOrder>,
    /// How many to pass over.
    pub offset: Option<u32>,
    /// How many to list, 100 where nothing is said.
    pub limit: Option<u32>,
}

/// A lead as the ledger shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LeadLine {
    /// Names the lead.
    pub id: LeadId,
    /// Its id in the CRM.
    pub external_id: Option<String>,
    /// The person, or what the inquiry is about.
    pub name: Option<String>,
    /// Where the person works.
    pub company: Option<String>,
    /// The person's address.
    pub email: Option<String>,
    /// The original channel.
    pub source: Option<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// The day it came in.
    pub created_on: Option<NaiveDate>,
    /// How far sales has come with it.
    pub stage: Option<LeadStage>,
    /// What sales said to it, or to its opportunity.
    pub decision: Acceptance,
    /// Why it went no further.
    pub reason: Option<Reason>,
    /// What became of its first opportunity.
    pub outcome: Option<Outcome>,
    /// What all its opportunities are worth, in minor units.
    pub value: Option<i64>,
}

/// A page of the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LeadPage {
    /// How many leads there are in all.
    pub total: i64,
    /// The leads of this page.
    pub leads: Vec<LeadLine>,
}

/// What sales said of a lead, in SQL: the same as `rules::decision`.
const DECISION: &str = "CASE WHEN lead.accepted IN ('accepted', 'rejected') THEN lead.accepted
  WHEN EXISTS (SELECT 1 FROM opportunity o WHERE o.lead = lead.id AND o.accepted = 'accepted') THEN 'accepted'
  WHEN EXISTS (SELECT 1 FROM opportunity o WHERE o.lead = lead.id AND o.accepted = 'rejected') THEN 'rejected'
  WHEN lead.stage IN ('accepted', 'rejected') THEN lead.stage ELSE 'undecided' END";

/// Whether a lead was lost or ignored, in SQL: the same as `rules::is_untouched` and `rules::is_abandoned`. The decision is
/// asked last, because it looks elsewhere.
const LOST: &str = "((lead.stage IS 'new' AND lead.first_touch_on IS NULL AND coalesce(lead.touches, 0) <= 0)
  OR lead.reason IS 'abandoned')";

impl Query for ListLeads {
    type Answer = LeadPage;

    fn answer(self, reader: &Reader) -> Result<LeadPage> {
        let (conditions, values) = self.conditions();
        let bound: Vec<&dyn ToSql> = values.iter().map(|value| value.as_ref()).collect();
        let total = reader.count(
            &format!("SELECT count(*) FROM lead {conditions}"),
            bound.as_slice(),
        )?;
        let order = match self.sort.unwrap_or_default() {
            LeadOrder::Latest => "lead.created_on DESC, lead.rowid DESC",
            LeadOrder::Earliest => "lead.created_on, lead.rowid",
            LeadOrder::Name => "lead.name, lead.rowid",
            LeadOrder::Source => "lead.source, lead.rowid",
            LeadOrder::Owner => "lead.owner, lead.rowid",
        };
        let sql = format!(
            "SELECT json_object('id', lead.id, 'external_id', lead.external_id, 'name', lead.name, 'company', lead.company,
               'email', lead.email, 'source', lead.source, 'owner', lead.owner, 'created_on', lead.created_on,
               'stage', lead.stage, 'decision', {DECISION}, 'reason', lead.reason,
               'outcome', (SELECT o.outcome FROM opportunity o WHERE o.lead = lead.id ORDER BY o.rowid LIMIT 1),
               'value', (SELECT sum(o.value) FROM opportunity o WHERE o.lead = lead.id))
             FROM lead {conditions} ORDER BY {order} LIMIT {} OFFSET {}",
            self.limit.unwrap_or(100).min(10_000),
            self.offset.unwrap_or(0)
        );
        let mut statement = reader.db().prepare_cached(&sql)?;
        let mut found = statement.query(bound.as_slice())?;
        let mut leads = Vec::new();
        while let Some(row) = found.next()? {
            let text: String = row.get(0)?;
            leads.push(
                serde_json::from_str(&text)
                    .map_err(|error| Error::damaged(format!("A lead cannot be read: {error}.")))?,
            );
        }
        Ok(LeadPage { total, leads })
    }
}

type Bound = Vec<Box<dyn ToSql>>;

impl ListLeads {
    /// Returns the conditions in SQL, with what is bound to them.
    fn conditions(&self) -> (String, Bound) {
        let mut parts: Vec<String> = Vec::new();
        let mut values: Bound = Vec::new();
        let mut with = |condition: &str, value: Box<dyn ToSql>| {
            values.push(value);
            parts.push(condition.replace('?', &format!("?{}", values.len())));
        };
        for (column, wanted) in [("source", &self.source), ("owner", &self.owner)] {
            if let Some(wanted) = wanted {
                let wanted = (!wanted.is_empty()).then(|| wanted.clone());
                with(&format!("lead.{column} IS ?"), Box::new(wanted));
            }
        }
        if let Some(stage) = self.stage {
            with(
                "lead.stage = ?",
                Box::new(super::terms::Term::Stage(stage).word()),
            );
        }
        if let Some(import) = &self.import {
            with("lead.import = ?", Box::new(import.clone()));
        }
        if let Some(text) = self
            .text
            .as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty())
        {
            with(
                "instr(lower(coalesce(lead.name, '') || ' ' || coalesce(lead.company, '') || ' ' || coalesce(lead.email, '')), lower(?)) > 0",
                // Both sides are made small by the same hand, or a name with an umlaut would not find itself.
                Box::new(text.to_owned()),
            );
        }
        for (condition, day) in [
            ("lead.created_on >= ?", self.from),
            ("lead.created_on <= ?", self.to),
        ] {
            if let Some(day) = day {
                with(condition, Box::new(day.to_string()));
            }
        }
        if let Some(lost) = self.lost_or_ignored {
            with(
                &format!("({LOST} AND {DECISION} = 'undecided') IS ?"),
                Box::new(lost),
            );
        }
        if let Some(accepted) = self.accepted {
            with(
                &format!("{DECISION} = ?"),
                Box::new(super::terms::Term::Acceptance(accepted).word()),
            );
        }
        if parts.is_empty() {
            return (String::new(), values);
        }
        (format!("WHERE {}", parts.join(" AND ")), values)
    }
}

/// Opens one lead with its opportunities and the file that brought it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenLead {
    /// The lead.
    pub id: LeadId,
}

/// A lead and what there is to know of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LeadView {
    /// The lead.
    pub lead: Lead,
    /// What sales said to it, or to its opportunity.
    pub decision: Acceptance,
    /// Its opportunities, in the order in which they came in.
    pub opportunities: Vec<Opportunity>,
    /// The file that brought it.
    pub import: Import,
}

impl Query for OpenLead {
    type Answer = LeadView;

    fn answer(self, reader: &Reader) -> Result<LeadView> {
        let lead: Lead = rows::get(reader, &self.id, "This lead")?;
        let decision: String = reader
            .db()
            .prepare_cached(&format!("SELECT {DECISION} FROM lead WHERE id = :id"))?
            .query_row(named_params! { ":id": self.id }, |row| row.get(0))?;
        Ok(LeadView {
            decision: super::funnel::term(Some(decision))?.unwrap_or(Acceptance::Undecided),
            opportunities: rows::all(reader, "WHERE lead = ?1 ORDER BY rowid", [&self.id])?,
            import: rows::get(reader, &lead.import, "The import")?,
            lead,
        })
    }
}
