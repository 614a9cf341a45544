//! The ledger: the leads that were taken in, a page at a time, one of them with its life, and the files that brought them.

use chrono::NaiveDate;
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    rules::LeadState,
    tables::{Import, Lead, Opportunity},
    terms::{Acceptance, LeadStage, Outcome, Reason, Term},
};
use crate::{
    definition::{
        Verdict,
        attainment::PromiseFared,
        judgements::{self, Judgement},
    },
    ids::{ImportId, LeadId},
    leads::columns::lead_columns,
};
use lockstep_workspace::{
    context::{Query, ReadContext},
    error::{Error, Result},
    rows,
    worksheet::DaySpan,
};

/// Lists the files that were taken in, the latest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListImports {}

impl Query for ListImports {
    type Answer = Vec<Import>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<Import>> {
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
    /// By company.
    Company,
    /// By source.
    Source,
    /// By campaign.
    Campaign,
    /// By owner.
    Owner,
    /// By how far sales has come.
    Stage,
    /// The most valuable first.
    Value,
}

/// A value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttributeIs {
    /// The attribute.
    pub name: String,
    /// Its value, as the funnel calls it; nothing for the leads that have none.
    pub value: Option<String>,
}

/// Lists leads, a page at a time.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields = nullable)]
pub struct ListLeads {
    /// Only of this source; empty for those without one.
    pub source: Option<String>,
    /// Only of this campaign; empty for those without one.
    pub campaign: Option<String>,
    /// Only in this stage.
    pub stage: Option<LeadStage>,
    /// Only those in this state.
    pub state: Option<LeadState>,
    /// Only those to which sales said this.
    pub accepted: Option<Acceptance>,
    /// Only those that were judged so when they were handed over.
    pub verdict: Option<Verdict>,
    /// Only of this owner; empty for those without one.
    pub owner: Option<String>,
    /// Only those that this import brought.
    pub import: Option<ImportId>,
    /// Only those with all these words, or parts of words, in name, company or e-mail.
    pub text: Option<String>,
    /// Only those that went no further for this reason.
    pub reason: Option<Reason>,
    /// Only those with an opportunity of which this became.
    pub outcome: Option<Outcome>,
    /// Only those that have an opportunity.
    pub converted: Option<bool>,
    /// Only those that were sent back to be nurtured once.
    pub recycled: Option<bool>,
    /// Only recycled ones that wake up on this day or before.
    pub wakes_until: Option<NaiveDate>,
    /// Only those with this value of an attribute.
    pub attribute: Option<AttributeIs>,
    /// Only those that came in on this day or later.
    pub from: Option<NaiveDate>,
    /// Only those that came in until this day.
    pub to: Option<NaiveDate>,
    /// Only those of which the day they came in is known, or only those of which it is not.
    pub has_day: Option<bool>,
    /// Only those that were lost or ignored.
    pub lost_or_ignored: Option<bool>,
    /// Only those that were handed over on these days; where that day is not known, those that came in on them.
    pub handed_over: Option<DaySpan>,
    /// Only those of which sales decided on these days; where that day is not known, the day of the hand-over counts.
    pub decided: Option<DaySpan>,
    /// Only those of which a promise fared so.
    pub promise: Option<PromiseFared>,
    /// In which order.
    pub sort: Option<LeadOrder>,
    /// Whether it is turned round.
    pub reverse: Option<bool>,
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
    /// Where it stands.
    pub state: LeadState,
    /// What sales said to it, or to its opportunity.
    pub decision: Acceptance,
    /// What it was judged to be when it was handed over; nothing when no definition was in force.
    pub verdict: Option<Verdict>,
    /// Why it went no further.
    pub reason: Option<Reason>,
    /// The file’s own word for it.
    pub reason_said: Option<String>,
    /// What somebody added to that.
    pub reason_note: Option<String>,
    /// How often somebody got in touch.
    pub touches: Option<i64>,
    /// When a recycled lead is looked at again.
    pub wake_up_on: Option<NaiveDate>,
    /// The specific effort that brought it.
    pub campaign: Option<String>,
    /// What became of its opportunities: won when one was, else open when one is, else lost. Nothing where it has none, or no
    /// file tells.
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

impl Query for ListLeads {
    type Answer = LeadPage;

    fn answer(self, reader: &ReadContext) -> Result<LeadPage> {
        let columns = lead_columns(reader)?;
        let found = self.find(reader, &columns)?;
        let rows = found.page(
            self.sort.unwrap_or_default(),
            self.reverse.unwrap_or(false),
            size(self.offset.unwrap_or(0)),
            size(self.limit.unwrap_or(100).min(10_000)),
        );
        let mut statement = reader.db().prepare_cached(
            "SELECT json_object('id', id, 'external_id', external_id, 'name', name, 'company', company, 'email', email,
               'source', source, 'owner', owner, 'created_on', created_on, 'stage', stage, 'decision', ?2,
               'state', ?5, 'reason', reason, 'reason_said', reason_said, 'reason_note', reason_note, 'touches', touches, 'wake_up_on', wake_up_on,
               'campaign', campaign, 'outcome', ?3, 'value', ?4,
               'verdict', (SELECT verdict FROM judgement WHERE judgement.id = lead.id)) FROM lead WHERE rowid = ?1",
        )?;
        let mut leads = Vec::with_capacity(rows.len());
        for row in rows {
            let outcome = columns.outcome(row);
            let state = serde_json::to_value(columns.state(row))?;
            let text: String = statement.query_row(
                params![
                    columns.rowid(row),
                    Term::Acceptance(columns.decision(row)).word(),
                    outcome.map(|outcome| Term::Outcome(outcome).word()),
                    columns.value(row),
                    state.as_str(),
                ],
                |row| row.get(0),
            )?;
            leads.push(
                serde_json::from_str(&text)
                    .map_err(|error| Error::damaged(format!("A lead cannot be read: {error}.")))?,
            );
        }
        Ok(LeadPage {
            total: i64::try_from(found.total()).unwrap_or(i64::MAX),
            leads,
        })
    }
}

fn size(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
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
    /// Where it stands.
    pub state: LeadState,
    /// What sales said to it, or to its opportunity.
    pub decision: Acceptance,
    /// Its opportunities, in the order in which they came in.
    pub opportunities: Vec<Opportunity>,
    /// The file that brought it.
    pub import: Import,
    /// What it was by the definition in force when it was handed over; nothing when none was.
    pub judgement: Option<Judgement>,
}

impl Query for OpenLead {
    type Answer = LeadView;

    fn answer(self, reader: &ReadContext) -> Result<LeadView> {
        let lead: Lead = rows::get(reader, &self.id, "This lead")?;
        let columns = lead_columns(reader)?;
        let rowid = reader.count("SELECT rowid FROM lead WHERE id = ?1", [&self.id])?;
        let row = columns.row_at(rowid);
        Ok(LeadView {
            state: row.map_or(LeadState::Unknown, |row| columns.state(row)),
            decision: row.map_or(Acceptance::Undecided, |row| columns.decision(row)),
            opportunities: rows::all(reader, "WHERE lead = ?1 ORDER BY rowid", [&self.id])?,
            judgement: judgements::of_lead(reader, &self.id)?,
            import: rows::get(reader, &lead.import, "The import")?,
            lead,
        })
    }
}
